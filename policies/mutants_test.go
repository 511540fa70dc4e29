package policies_test

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"

	"github.com/ismslint/ismslint/internal/policy"
	"github.com/ismslint/ismslint/internal/syntax"
)

// mutant is a defect of testdata/complete that a rule finds.
type mutant struct {
	Name  string `yaml:"name"`
	Edits []struct {
		File   string `yaml:"file"`
		Old    string `yaml:"old"`
		New    string `yaml:"new"`
		Delete bool   `yaml:"delete"`
	} `yaml:"edits"`
	// At and Line are where the finding stands: the path, and a text that its line
	// holds.
	At   string `yaml:"at"`
	Line string `yaml:"line"`
}

func (m *mutant) apply(t *testing.T, tree files) files {
	t.Helper()
	mutated, ok := m.tryApply(tree)
	if !ok {
		t.Fatalf("%s: an edit does not apply: its file is not there, or its old text does not stand there exactly once", m.Name)
	}
	return mutated
}

// tryApply makes the edits, or says that one of them does not fit the tree.
func (m *mutant) tryApply(tree files) (files, bool) {
	mutated := maps.Clone(tree)
	for _, e := range m.Edits {
		text, there := mutated[e.File]
		switch {
		case e.Delete && strings.HasSuffix(e.File, "/"):
			maps.DeleteFunc(mutated, func(p, _ string) bool { return strings.HasPrefix(p, e.File) })
		case !there && e.Old == "" && e.New != "":
			mutated[e.File] = e.New
		case !there:
			return nil, false
		case e.Delete:
			delete(mutated, e.File)
		case strings.Count(text, e.Old) != 1:
			return nil, false
		default:
			mutated[e.File] = strings.Replace(text, e.Old, e.New, 1)
		}
	}
	return mutated, true
}

// TestMutants breaks the exemplary ISMS, one defect at a time: the rule finds it
// at the right line.
func TestMutants(t *testing.T) {
	for _, rule := range allRules(t) {
		t.Run(rule.ID, func(t *testing.T) {
			t.Parallel()
			text, err := os.ReadFile(filepath.Join(rule.Dir, "mutants.yaml"))
			if err != nil {
				t.Fatal(err)
			}
			var mutants []mutant
			if err := yaml.UnmarshalWithOptions(text, &mutants, yaml.Strict()); err != nil {
				t.Fatal(err)
			}
			if len(mutants) == 0 {
				t.Error("there is no mutant")
			}
			for i := range mutants {
				m := &mutants[i]
				tree := m.apply(t, completeTree())
				model := modelOf(t, tree)
				if rule.OfChange() {
					model = changeOf(t, completeTree(), tree)
				}
				found := evaluate(t, model, rule.ID)[rule.ID]
				if !standsAt(found.Findings, tree, m.At, m.Line) {
					t.Errorf("%s: no finding on a line of %s with %q; %s %s: %s", m.Name, m.At, m.Line, found.State, found.Reason, places(found.Findings, tree))
				}
			}
		})
	}
}

func standsAt(findings []policy.Finding, tree files, path, text string) bool {
	for _, f := range findings {
		if f.Path == path && strings.Contains(lineOf(tree, f), text) {
			return true
		}
	}
	return false
}

func lineOf(tree files, f policy.Finding) string {
	first, _, _ := strings.Cut(f.Pos, ":")
	n, _ := strconv.Atoi(first)
	return syntax.NewSource(f.Path, tree[f.Path]).Line(n)
}

func places(findings []policy.Finding, tree files) string {
	if len(findings) == 0 {
		return "no finding at all"
	}
	var list []string
	for _, f := range findings {
		list = append(list, fmt.Sprintf("%s:%s %q (%s)", f.Path, f.Pos, lineOf(tree, f), f.Message))
	}
	return strings.Join(list, "; ")
}
