package policies_test

import (
	"context"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/ismslint/ismslint/internal/catalogue"
	"github.com/ismslint/ismslint/internal/config"
	"github.com/ismslint/ismslint/internal/isms"
	"github.com/ismslint/ismslint/internal/policy"
	"github.com/ismslint/ismslint/internal/recognise"
	"github.com/ismslint/ismslint/internal/syntax"
)

// Every rule proves itself: on its good and bad example, on mutants of
// testdata/complete, and on trees in which what it looks at is absent, empty or
// unreadable.

const (
	asOf     = "2026-11-24"
	complete = "../testdata/complete"
)

var engine = sync.OnceValues(func() (*policy.Engine, error) { return policy.New(policy.Options{}) })

// files is a tree by path. A path that ends in "\x00" could not be read.
type files map[string]string

func load(t *testing.T, dir string) files {
	t.Helper()
	tree := files{}
	err := filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(p)
		rel, _ := filepath.Rel(dir, p)
		tree[filepath.ToSlash(rel)] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return tree
}

var completeTree = sync.OnceValue(func() files {
	t := &testing.T{}
	return load(t, complete)
})

func modelOf(t *testing.T, tree files) *isms.Model {
	t.Helper()
	o := recognise.Options{AsOf: asOf, Settings: &config.Settings{}}
	o.Exists = func(p string) bool {
		if _, ok := tree[p]; ok {
			return true
		}
		for other := range tree {
			if strings.HasPrefix(other, strings.TrimSuffix(p, "/")+"/") {
				return true
			}
		}
		return false
	}
	var read []recognise.File
	for _, p := range slices.Sorted(maps.Keys(tree)) {
		name, unreadable := strings.CutSuffix(p, "\x00")
		switch {
		case unreadable:
			src := syntax.NewSource(name, "")
			read = append(read, recognise.File{Path: name, Source: src, Unread: true, Problems: []syntax.Problem{{Range: src.Range(0, 0), Message: "not read"}}})
		case name == "isms.yaml":
			settings, err := config.Load(syntax.NewSource(name, tree[p]), config.Known{})
			if err != nil {
				t.Fatal(err)
			}
			o.Settings = settings
			read = append(read, parse(name, tree[p]))
		default:
			switch filepath.Ext(name) {
			case ".md", ".yaml", ".yml", ".csv":
				read = append(read, parse(name, tree[p]))
			}
		}
	}
	m, err := recognise.Model(context.Background(), read, o)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// changeOf is the model of the second tree compared with the first.
func changeOf(t *testing.T, base, head files) *isms.Model {
	t.Helper()
	texts := func(tree files) map[string]*syntax.Source {
		out := map[string]*syntax.Source{}
		for p, text := range tree {
			out[p] = syntax.NewSource(p, text)
		}
		return out
	}
	m := modelOf(t, head)
	m.Change = recognise.Change(recognise.State{Model: modelOf(t, base), Texts: texts(base)}, recognise.State{Model: m, Texts: texts(head)}, "main")
	return m
}

// example is the model of an example of a rule. One that looks at a change has its
// base and its head as folders.
func example(t *testing.T, rule *policy.Meta, which string) *isms.Model {
	t.Helper()
	dir := filepath.Join(rule.Dir, which)
	if rule.OfChange() {
		return changeOf(t, load(t, filepath.Join(dir, "base")), load(t, filepath.Join(dir, "head")))
	}
	return modelOf(t, load(t, dir))
}

// parsed holds the files of testdata/complete: most trees of these tests differ
// from it in one file, and reading them is most of the work.
var parsed sync.Map

func parse(name, text string) recognise.File {
	if completeTree()[name] != text {
		return recognise.Parse(name, text)
	}
	if f, ok := parsed.Load(name); ok {
		return f.(recognise.File)
	}
	f := recognise.Parse(name, text)
	parsed.Store(name, f)
	return f
}

func evaluate(t *testing.T, m *isms.Model, rules ...string) map[string]policy.RuleResult {
	t.Helper()
	e, err := engine()
	if err != nil {
		t.Fatal(err)
	}
	results, err := e.Evaluate(context.Background(), m, policy.EvalOptions{Rules: rules})
	if err != nil {
		t.Fatal(err)
	}
	byID := map[string]policy.RuleResult{}
	for _, r := range results {
		if r.State == policy.Failed {
			t.Errorf("%s failed: %s", r.Rule.ID, r.Reason)
		}
		byID[r.Rule.ID] = r
	}
	return byID
}

func allRules(t *testing.T) []*policy.Meta {
	t.Helper()
	e, err := engine()
	if err != nil {
		t.Fatal(err)
	}
	return e.Rules()
}

// TestExamples holds the examples of the documentation: the bad one makes the
// rule fire, the good one does not and shows evidence where the rule gives any.
func TestExamples(t *testing.T) {
	for _, rule := range allRules(t) {
		t.Run(rule.ID, func(t *testing.T) {
			t.Parallel()
			bad := evaluate(t, example(t, rule, "bad"), rule.ID)[rule.ID]
			if len(bad.Findings) == 0 {
				t.Errorf("the bad example has no finding (%s %s)", bad.State, bad.Reason)
			}
			good := evaluate(t, example(t, rule, "good"), rule.ID)[rule.ID]
			for _, f := range good.Findings {
				t.Errorf("the good example has a finding: %s:%s %s", f.Path, f.Pos, f.Message)
			}
			if good.State != policy.Evaluated {
				t.Errorf("the rule did not run on its good example: %s %s", good.State, good.Reason)
			}
		})
	}
}

// TestComplete: the exemplary ISMS has no finding.
func TestComplete(t *testing.T) {
	for id, r := range evaluate(t, modelOf(t, completeTree())) {
		for _, f := range r.Findings {
			t.Errorf("%s: %s:%s %s", id, f.Path, f.Pos, f.Message)
		}
	}
}

// TestAbsentEmptyUnreadable takes away what each rule looks at. No rule fails,
// none takes silence for evidence, and one that needs a register says nothing
// about one that is not there.
func TestAbsentEmptyUnreadable(t *testing.T) {
	whole := modelOf(t, completeTree())
	for _, kind := range catalogue.Registers() {
		paths := registerPaths(whole, kind.ID)
		if len(paths) == 0 {
			continue
		}
		for _, how := range []string{"absent", "empty", "unreadable"} {
			t.Run(kind.ID+"/"+how, func(t *testing.T) {
				t.Parallel()
				m := modelOf(t, without(completeTree(), paths, how))
				reg := registerOf(m, kind.ID)
				if len(reg.Entries) > 0 && kind.ID != "reviews" && kind.ID != "audits" {
					t.Fatalf("%s still has %d entries at %s", kind.ID, len(reg.Entries), reg.Path)
				}
				for id, r := range evaluate(t, m) {
					if !slices.Contains(r.Rule.Needs, kind.ID) || reg.State == isms.Present {
						continue
					}
					if r.State == policy.Evaluated && how != "empty" {
						t.Errorf("%s ran although the register is %s", id, reg.State)
					}
					if e := within(r.Evidence, paths); e != "" && len(r.Rule.Needs) == 1 {
						t.Errorf("%s found evidence in a register that is %s: %s", id, how, e)
					}
					for _, f := range r.Findings {
						t.Errorf("%s spoke of a register that is %s: %s", id, how, f.Message)
					}
				}
			})
		}
	}
	for _, typ := range documentTypes(t) {
		for _, how := range []string{"absent", "empty", "unreadable"} {
			t.Run(typ+"/"+how, func(t *testing.T) {
				t.Parallel()
				m := modelOf(t, without(completeTree(), typePaths(whole, typ), how))
				for id, r := range evaluate(t, m) {
					if !slices.Contains(r.Rule.For, typ) || len(r.Rule.For) > 1 {
						continue
					}
					if len(r.Evidence) > 0 || len(r.Findings) > 0 {
						t.Errorf("%s found something in a document that is %s: %v %v", id, how, r.Evidence, r.Findings)
					}
				}
			})
		}
	}
}

// within is a place of evidence in one of the files.
func within(evidence []policy.Evidence, paths []string) string {
	for _, e := range evidence {
		if slices.Contains(paths, e.Path) {
			return e.Path + ":" + e.Pos
		}
	}
	return ""
}

func documentTypes(t *testing.T) []string {
	var types []string
	for _, rule := range allRules(t) {
		types = append(types, rule.For...)
	}
	slices.Sort(types)
	return slices.Compact(types)
}

func registerOf(m *isms.Model, kind string) *isms.Register {
	for _, r := range m.Registers {
		if r.Kind == kind {
			return r
		}
	}
	return &isms.Register{}
}

func registerPaths(m *isms.Model, kind string) []string {
	reg := registerOf(m, kind)
	if reg.State == isms.Absent {
		return nil
	}
	paths := []string{reg.Path}
	for i := range reg.Entries {
		paths = append(paths, reg.Entries[i].Path)
	}
	slices.Sort(paths)
	return slices.Compact(paths)
}

func typePaths(m *isms.Model, typ string) []string {
	var paths []string
	for _, d := range m.Documents {
		if d.Type == typ {
			paths = append(paths, d.Path)
		}
	}
	return paths
}

// without makes the paths absent, empty (what is left is a title or the header)
// or unreadable.
func without(tree files, paths []string, how string) files {
	out := maps.Clone(tree)
	for _, p := range paths {
		text := out[p]
		delete(out, p)
		switch how {
		case "unreadable":
			out[p+"\x00"] = ""
		case "empty":
			out[p] = emptied(p, text)
		}
	}
	return out
}

func emptied(path, text string) string {
	switch filepath.Ext(path) {
	case ".yaml", ".yml":
		var kept []string
		for line := range strings.SplitSeq(text, "\n") {
			if strings.HasPrefix(line, "register:") || strings.HasPrefix(line, "version:") {
				kept = append(kept, line)
			}
		}
		return strings.Join(append(kept, "entries: []", ""), "\n")
	case ".csv":
		first, _, _ := strings.Cut(text, "\n")
		return first + "\n"
	}
	var kept []string
	rows := 0
	for line := range strings.SplitSeq(text, "\n") {
		if strings.HasPrefix(line, "# ") {
			kept = append(kept, line, "")
		}
		if strings.HasPrefix(line, "|") && rows < 2 {
			kept = append(kept, line)
			rows++
		}
	}
	return strings.Join(kept, "\n")
}
