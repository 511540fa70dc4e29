package policies_test

import (
	"cmp"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"

	"github.com/ismslint/ismslint/internal/policy"
)

var update = flag.Bool("update", false, "make testdata/broken anew from the mutants of the rules")

const broken = "../testdata/broken"

// placed is a mutant in a broken tree.
type placed struct {
	rule   string
	mutant mutant
}

// TestBroken holds the broken twins of the exemplary ISMS: each is
// testdata/complete with mutants of several rules at once, as its defects.txt
// lists; each of these rules fires, and together they are every rule there is.
func TestBroken(t *testing.T) {
	if *update {
		makeBroken(t)
	}
	variants, err := os.ReadDir(broken)
	if err != nil {
		t.Fatal(err)
	}
	tripped := map[string]bool{}
	for _, v := range variants {
		dir := filepath.Join(broken, v.Name())
		fired := firing(evaluate(t, modelOf(t, load(t, dir))))
		list, err := os.ReadFile(filepath.Join(dir, "defects.txt"))
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(list)) {
			if rule, _, ok := strings.Cut(line, ": "); ok && !fired[rule] {
				t.Errorf("%s lists a defect for %s, which does not fire", v.Name(), rule)
			}
		}
		maps.Copy(tripped, fired)
	}
	for _, rule := range allRules(t) {
		// What a change breaks is in testdata/changes.
		if !tripped[rule.ID] && !rule.OfChange() {
			t.Errorf("no broken tree trips %s: run go test ./policies -run TestBroken -update", rule.ID)
		}
	}
}

func firing(results map[string]policy.RuleResult) map[string]bool {
	fired := map[string]bool{}
	for id, r := range results {
		if len(r.Findings) > 0 {
			fired[id] = true
		}
	}
	return fired
}

// makeBroken packs the mutants into as few trees as they fit: a mutant joins a
// tree if its edits still apply and every rule placed there still fires.
func makeBroken(t *testing.T) {
	t.Helper()
	if err := os.RemoveAll(broken); err != nil {
		t.Fatal(err)
	}
	waiting := map[string][]placed{}
	for _, rule := range allRules(t) {
		if rule.OfChange() {
			continue
		}
		m := firstMutant(t, rule)
		group := groupOf(&m)
		waiting[group] = append(waiting[group], placed{rule.ID, m})
	}
	for _, group := range slices.Sorted(maps.Keys(waiting)) {
		for n := 1; len(waiting[group]) > 0; n++ {
			name := group
			if n > 1 {
				name = fmt.Sprintf("%s-%d", group, n)
			}
			waiting[group] = makeTree(t, name, waiting[group])
		}
	}
}

// groupOf says what sort of defect a mutant is: something absent, a defect of a
// register, or one of a document.
func groupOf(m *mutant) string {
	for _, e := range m.Edits {
		switch {
		case e.Delete:
			return "absent"
		case strings.HasSuffix(e.File, ".md") && !strings.HasPrefix(e.File, "registers/"):
			return "documents"
		}
	}
	return "registers"
}

func firstMutant(t *testing.T, rule *policy.Meta) mutant {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(rule.Dir, "mutants.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	var mutants []mutant
	if err := yaml.Unmarshal(text, &mutants); err != nil || len(mutants) == 0 {
		t.Fatalf("%s: %v", rule.Dir, err)
	}
	return mutants[0]
}

// makeTree writes one tree and returns the mutants that did not fit.
func makeTree(t *testing.T, name string, candidates []placed) (rest []placed) {
	t.Helper()
	tree := completeTree()
	var in []placed
	for _, c := range candidates {
		if next, ok := c.mutant.tryApply(tree); ok && allFire(t, next, append(slices.Clone(in), c)) {
			tree, in = next, append(in, c)
		} else {
			rest = append(rest, c)
		}
	}
	if len(in) == 0 {
		t.Fatalf("%s: the mutant of %s does not fire by itself", name, candidates[0].rule)
	}
	slices.SortFunc(in, func(a, b placed) int { return cmp.Compare(a.rule, b.rule) })
	var list strings.Builder
	list.WriteString("What is broken here on purpose, beside testdata/complete. Made by go test ./policies -run TestBroken -update.\n\n")
	seeded := map[string]bool{}
	for _, p := range in {
		seeded[p.rule] = true
		fmt.Fprintf(&list, "%s: %s (%s)\n", p.rule, p.mutant.Name, p.mutant.At)
	}
	for _, rule := range slices.Sorted(maps.Keys(firing(evaluate(t, modelOf(t, tree))))) {
		if !seeded[rule] {
			fmt.Fprintf(&list, "%s: follows from the above\n", rule)
		}
	}
	out := maps.Clone(tree)
	out["defects.txt"] = list.String()
	for path, text := range out {
		file := filepath.Join(broken, name, filepath.FromSlash(path))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return rest
}

func allFire(t *testing.T, tree files, in []placed) bool {
	t.Helper()
	fired := firing(evaluate(t, modelOf(t, tree)))
	for _, p := range in {
		if !fired[p.rule] {
			return false
		}
	}
	return true
}
