package cli

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/ismslint/ismslint/internal/recognise"
	"github.com/ismslint/ismslint/internal/tree"
	"github.com/ismslint/ismslint/internal/verdict"
)

// base is the state that a run compares with.
type base struct {
	revision string // as asked for
	commit   string // what was found
	all      bool   // whether existing findings fail the run too
}

// findBase finds the commit to compare with: what the revision and the checkout
// have in common, else the revision itself, as in a shallow clone.
func findBase(path, revision string) (string, error) {
	if commit, err := tree.MergeBase(path, revision, "HEAD"); err == nil {
		return commit, nil
	}
	commit, err := tree.Commit(path, revision)
	if errors.Is(err, tree.ErrNoRevision) {
		return "", fmt.Errorf("%w; fetch the whole history (fetch-depth: 0, GIT_DEPTH: 0, git fetch origin %s)", err, revision)
	}
	return commit, err
}

// compare judges two states by the settings of the base and at one date, and says
// of each finding whether it is new. What one state has in common with the other
// is parsed once, and the rules are compiled once.
func (p rooms) compare(ctx context.Context, r request, stage func(string), runs []*run, known *baseline) (verdict.Report, error) {
	t, commit, err := tree.OpenRevision(r.path, r.base.commit, tree.Options{})
	if err != nil {
		return verdict.Report{}, badInput("", "opening the base %s: %w", r.base.revision, err)
	}
	before, err := p.baseRuns(r, stage, t)
	if err != nil {
		return verdict.Report{}, err
	}
	judgeByBase(runs, before)
	for _, run := range runs {
		run.baseTree = t
	}
	runs[0].loosened = append(runs[0].loosened, known.judgedBy(r, t, before)...)
	runs, engine, err := p.recognise(ctx, runs)
	if err != nil {
		return verdict.Report{}, err
	}
	if len(before) > 0 {
		known := map[string]parsedFile{}
		for _, run := range runs {
			for path, file := range run.parsed {
				known[path] = file
			}
		}
		for _, run := range before {
			run.known = known
		}
		if before, err = recogniseAll(ctx, before); err != nil {
			return verdict.Report{}, fmt.Errorf("the base %s: %w", r.base.revision, err)
		}
		relate(runs, before, r.base.revision)
	}
	head, err := p.judge(ctx, runs, engine)
	if err != nil {
		return verdict.Report{}, err
	}
	old := verdict.Report{}
	if len(before) > 0 {
		if old, err = p.judge(ctx, before, engine); err != nil {
			return verdict.Report{}, fmt.Errorf("evaluating the base %s: %w", r.base.revision, err)
		}
	}
	verdict.Compare(&head, &old, r.base.revision, commit, r.base.all)
	return head, nil
}

// relate gives each ISMS of the head what differs from the same one of the base.
func relate(head, before []*run, revision string) {
	for _, run := range head {
		for _, old := range before {
			if old.model.Root == run.model.Root || len(head) == 1 && len(before) == 1 {
				run.model.Change = recognise.Change(old.state(), run.state(), revision)
				break
			}
		}
	}
}

func (r *run) state() recognise.State { return recognise.State{Model: r.model, Texts: r.sources} }

// baseRuns are the runs of the base: none where it holds nothing to read.
func (p rooms) baseRuns(r request, stage func(string), t *tree.Tree) ([]*run, error) {
	if len(t.Paths()) == 0 {
		return nil, nil
	}
	runs, err := p.runsOf(r, func(string) { stage("reading the base") }, t)
	if err != nil {
		return nil, fmt.Errorf("the base %s: %w", r.base.revision, err)
	}
	return runs, nil
}

// judgeByBase judges each ISMS by the settings and the own rules that the base has
// for it: a change cannot allow itself what it does. What its settings would allow
// beyond that is said.
func judgeByBase(head, before []*run) {
	for _, run := range head {
		for _, old := range before {
			if old.settings.Path != run.settings.Path && (len(head) > 1 || len(before) > 1) {
				continue
			}
			run.against = old
			if run.request.config != "" || !old.settings.Declared {
				continue
			}
			run.loosened = run.settings.Loosened(old.settings)
			run.settings, run.rules = old.settings, old.tree
			run.paths = notIgnored(slices.Clone(run.all), run.settings)
		}
	}
	for _, old := range before {
		old.rules = old.tree
		old.waivers.err = nil // what does not load waives nothing
	}
}
