package cli

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"os"
	"path"
	"runtime"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
	"golang.org/x/sync/errgroup"

	"github.com/ismslint/ismslint/internal/catalogue"
	"github.com/ismslint/ismslint/internal/config"
	"github.com/ismslint/ismslint/internal/isms"
	"github.com/ismslint/ismslint/internal/policy"
	"github.com/ismslint/ismslint/internal/recognise"
	"github.com/ismslint/ismslint/internal/syntax"
	"github.com/ismslint/ismslint/internal/tree"
	"github.com/ismslint/ismslint/internal/verdict"
)

// pipeline is what the verbs need of the rooms behind them.
type pipeline interface {
	check(ctx context.Context, r request, stage func(string)) (verdict.Report, error)
	inspect(ctx context.Context, r request, stage func(string)) ([]byte, error)
	documents(ctx context.Context, r request, stage func(string)) (listing, error)
	register(ctx context.Context, r request, stage func(string)) (documentRegister, error)
	rules() []*policy.Meta
}

// request is what a run is asked for.
type request struct {
	path, config  string
	edition, asOf string
	jobs          int
	version       string
	needRules     []string // ids that must exist
	staged        bool     // the index instead of the work tree
	base          base     // what to compare with
	// baseline is the file named, "" for the one of the tree; withoutBaseline asks
	// for a report that knows none.
	baseline        string
	withoutBaseline bool
}

// rooms is the real pipeline.
type rooms struct {
	// engine is that of our own rules, where it is compiled already.
	engine *policy.Engine
}

func newPipeline() pipeline { return rooms{} }

func (rooms) rules() []*policy.Meta {
	metas := policy.Embedded().Metas
	rules := make([]*policy.Meta, len(metas))
	for i := range metas {
		rules[i] = &metas[i]
	}
	return rules
}

func (p rooms) check(ctx context.Context, r request, stage func(string)) (verdict.Report, error) {
	t, err := openTree(r, stage)
	if err != nil {
		return verdict.Report{}, err
	}
	runs, err := p.runsOf(r, stage, t)
	if err != nil {
		return verdict.Report{}, err
	}
	known, err := findBaseline(r, t, runs)
	if err != nil {
		return verdict.Report{}, err
	}
	var report verdict.Report
	if r.base.commit != "" {
		report, err = p.compare(ctx, r, stage, runs, known)
	} else {
		report, err = p.alone(ctx, runs)
	}
	known.apply(&report)
	return report, err
}

// alone recognises and judges a tree that is compared with nothing.
func (p rooms) alone(ctx context.Context, runs []*run) (verdict.Report, error) {
	runs, engine, err := p.recognise(ctx, runs)
	if err != nil {
		return verdict.Report{}, err
	}
	return p.judge(ctx, runs, engine)
}

// recognise recognises what is in the runs of a tree, and compiles the rules while
// the files are parsed.
func (p rooms) recognise(ctx context.Context, runs []*run) ([]*run, *policy.Engine, error) {
	first, engine := runs[0], p.engine
	g, gctx := errgroup.WithContext(ctx)
	if engine == nil || len(first.settings.Lint.Policies) > 0 {
		g.Go(func() (err error) { engine, err = first.compile(); return err })
	}
	g.Go(func() (err error) { runs, err = recogniseAll(gctx, runs); return err })
	if err := g.Wait(); err != nil {
		return nil, nil, err
	}
	return runs, engine, nil
}

// judge evaluates the rules on each run, and makes one report.
func (p rooms) judge(ctx context.Context, runs []*run, engine *policy.Engine) (verdict.Report, error) {
	reports := make([]verdict.Report, len(runs))
	for i, run := range runs {
		own := engine
		var err error
		if !run.sameRules(runs[0]) {
			if own, err = run.compile(); err != nil {
				return verdict.Report{}, err
			}
		}
		if reports[i], err = run.judge(ctx, own, len(runs) > 1); err != nil {
			return verdict.Report{}, err
		}
	}
	if len(reports) > 1 {
		return verdict.Several(reports), nil
	}
	return reports[0], nil
}

// judge evaluates the rules on what was recognised.
func (r *run) judge(ctx context.Context, engine *policy.Engine, several bool) (verdict.Report, error) {
	rules := engine.Rules()
	if r.waivers.err != nil {
		return verdict.Report{}, r.waivers.err
	}
	if err := r.checkRuleNames(rules); err != nil {
		return verdict.Report{}, err
	}
	r.stage("evaluating the rules")
	var results []policy.RuleResult
	if r.model.Recognised && len(rules) > 0 {
		var err error
		if results, err = engine.Evaluate(ctx, r.model, policy.EvalOptions{Jobs: r.request.jobs}); err != nil {
			return verdict.Report{}, fmt.Errorf("evaluating the rules: %w", err)
		}
	}
	applyLevels(results, r.settings.Lint.Levels)
	waiving, added := r.waiving()
	return verdict.Judge(verdict.Input{
		Model: r.model, Standard: standard(), Waiving: waiving,
		Results: results, Rules: rules, Version: r.request.version, Several: several, Loosened: slices.Concat(r.loosened, added),
		Lines: r.line, Text: r.text,
	}), nil
}

// standard is what a verdict needs of the catalogue.
func standard() verdict.Standard {
	return verdict.Standard{Clauses: catalogue.Clauses(), Types: catalogue.DocumentTypes(), Kinds: catalogue.Registers()}
}

func (p rooms) inspect(ctx context.Context, r request, stage func(string)) ([]byte, error) {
	run, err := p.recogniseOne(ctx, r, stage, "a model")
	if err != nil {
		return nil, err
	}
	return run.model.JSON(policy.Lowering())
}

// recogniseOne is the run of a tree with one ISMS, for what cannot be of several.
func (p rooms) recogniseOne(ctx context.Context, r request, stage func(string), what string) (*run, error) {
	runs, err := p.recognised(ctx, r, stage)
	if err != nil {
		return nil, err
	}
	if len(runs) > 1 {
		return nil, badInput("Name one of the folders.", "%s is of one ISMS, and there are several: %s", what, strings.Join(rootsOf(runs), ", "))
	}
	return runs[0], nil
}

// run is one run over one tree.
type run struct {
	request  request
	stage    func(string)
	tree     *tree.Tree
	all      []string // of the ISMS
	paths    []string // those that the settings do not leave out
	settings *config.Settings
	rules    *tree.Tree // where own rules are read, the work tree where nil
	sources  map[string]*syntax.Source
	model    *isms.Model
	// parsed are the files as they were read, known those of another state: one
	// that did not change is parsed once.
	parsed, known map[string]parsedFile
	// loosened are what the settings of this state allow and those of its base do
	// not.
	loosened []isms.FileProblem
	waivers  recorded
	// baseTree is the base of a comparison, against the run of the same ISMS there;
	// nil where there is none.
	baseTree *tree.Tree
	against  *run
}

type parsedFile struct {
	id   string
	file recognise.File
}

// notIgnored leaves out what lint.ignore names.
func notIgnored(paths []string, s *config.Settings) []string {
	if len(s.Lint.Ignore) == 0 {
		return paths
	}
	kept := paths[:0]
	for _, p := range paths {
		ignored := false
		for _, glob := range s.Lint.Ignore {
			match, _ := doublestar.Match(path.Join(s.Dir(), glob), p) // the settings checked the pattern
			ignored = ignored || match
		}
		if !ignored {
			kept = append(kept, p)
		}
	}
	return kept
}

// compile makes the engine of our own rules and those that the settings name.
func (r *run) compile() (*policy.Engine, error) {
	sources := []policy.Source{policy.Embedded()}
	if len(r.settings.Lint.Policies) == 0 {
		engine, err := policy.New(policy.Options{Sources: sources})
		if err != nil {
			return nil, fmt.Errorf("compiling the rules: %w", err)
		}
		return engine, nil
	}
	if r.rules != nil {
		for _, dir := range r.settings.Lint.Policies {
			files, err := r.rules.Folder(dir)
			if err != nil {
				return nil, badInput("", "reading the rules in %s, named by lint.policies: %w", dir, err)
			}
			sources = append(sources, policy.Source{FS: files, Name: dir})
		}
		return checked(sources)
	}
	top, err := os.OpenRoot(r.tree.Top()) // rules are read from the tree only
	if err != nil {
		return nil, badInput("", "opening %s: %w", r.tree.Top(), err)
	}
	defer top.Close()
	for _, dir := range r.settings.Lint.Policies {
		root, err := top.OpenRoot(dir)
		if err != nil {
			return nil, badInput("", "opening the rules in %s, named by lint.policies: %w", dir, err)
		}
		defer root.Close()
		sources = append(sources, policy.Source{FS: root.FS(), Name: dir})
	}
	return checked(sources)
}

// checked compiles rules that are not all ours.
func checked(sources []policy.Source) (*policy.Engine, error) {
	engine, err := policy.New(policy.Options{Sources: sources, Check: true})
	if err != nil {
		return nil, badInput("", "the rules named by lint.policies: %w", err)
	}
	return engine, nil
}

// recognise reads and parses the files and makes the model.
func (r *run) recognise(ctx context.Context) error {
	r.stage(fmt.Sprintf("reading %d files", len(r.paths)))
	if err := r.tree.Prepare(r.unknown()); err != nil {
		return fmt.Errorf("reading the files: %w", err)
	}
	files := make([]recognise.File, len(r.paths))
	ids := make([]string, len(r.paths))
	var changed []isms.File
	g, gctx := errgroup.WithContext(ctx)
	g.SetLimit(cmp.Or(r.request.jobs, runtime.GOMAXPROCS(0)))
	g.Go(func() error { changed = r.history(); return nil })
	for i, p := range r.paths {
		g.Go(func() error {
			files[i], ids[i] = r.read(p)
			return gctx.Err()
		})
	}
	if err := g.Wait(); err != nil {
		return fmt.Errorf("reading the files: %w", err)
	}
	r.parsed = make(map[string]parsedFile, len(files))
	for i, f := range files {
		r.sources[f.Path] = f.Source
		r.parsed[f.Path] = parsedFile{ids[i], f}
	}
	r.stage("recognising documents and registers")
	model, err := recognise.Model(ctx, files, recognise.Options{
		AsOf: r.request.asOf, Edition: r.request.edition, Settings: r.settings,
		Exists: r.tree.Exists, Files: changed, Jobs: r.request.jobs,
	})
	if err != nil {
		return fmt.Errorf("recognising the ISMS: %w", err)
	}
	r.model = model
	return nil
}

// unknown are the files that were not read in another state already.
func (r *run) unknown() []string {
	var paths []string
	for _, p := range r.paths {
		if id := r.tree.ID(p); id == "" || r.known[p].id != id {
			paths = append(paths, p)
		}
	}
	return paths
}

// read reads and parses one file, and gives the name of its content. That it
// cannot be read is its own problem.
func (r *run) read(p string) (recognise.File, string) {
	if id := r.tree.ID(p); id != "" && r.known[p].id == id {
		return r.known[p].file, id
	}
	content, err := r.tree.Read(p)
	if err != nil {
		src := syntax.NewSource(p, "")
		return recognise.File{Path: p, Source: src, Unread: true, Problems: []syntax.Problem{{Range: src.Range(0, 0), Message: err.Error()}}}, ""
	}
	f := recognise.Parse(p, content.Text)
	for _, problem := range content.Problems {
		f.Problems = append(f.Problems, syntax.Problem{Range: f.Source.Range(problem.Offset, problem.Offset), Message: problem.Message})
	}
	f.Unread = content.Encoding == tree.Binary
	return f, content.ID
}

// history is the last change of each file; where Git does not know, "".
func (r *run) history() []isms.File {
	changes, _ := r.tree.History() // without it rules on history are silent
	files := make([]isms.File, len(r.paths))
	for i, p := range r.paths {
		files[i] = isms.File{Path: p, ChangedOn: changes[p].Date, ChangedBy: changes[p].Author}
	}
	return files
}

// line is the text of a line, for excerpts and hashes.
func (r *run) line(p string, n int) string {
	if src := r.sources[p]; src != nil {
		return src.Line(n)
	}
	return ""
}

// text is the text of a file.
func (r *run) text(p string) string {
	if src := r.sources[p]; src != nil {
		return src.Text
	}
	return ""
}

// checkRuleNames finds ids that no rule has, now that all rules are known.
func (r *run) checkRuleNames(rules []*policy.Meta) error {
	for _, id := range r.request.needRules {
		if verdict.OwnRule(id) == nil && ruleNamed(rules, id) == nil {
			return unknownRule(id, rules)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(r.settings.Lint.Levels)) {
		if ruleNamed(rules, id) == nil {
			pos, _ := r.settings.Pos("lint/levels/" + id)
			return fmt.Errorf("%s:%d: lint.levels: %w", r.settings.Path, pos.Line, unknownRule(id, rules))
		}
	}
	return nil
}
