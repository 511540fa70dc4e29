package policies_test

import (
	"fmt"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/goccy/go-yaml"

	"github.com/ismslint/ismslint/internal/policy"
)

const (
	survivorsFile = "../testdata/mutation-survivors.yaml"
	foundFile     = "../testdata/mutation-found.yaml"
	// asked of 100 defects are found where a reader expects it.
	rateAsked = 90
)

// mutation is a run over all defects.
type mutation struct {
	// survivors are the defects that no rule finds, with the reason; by are the rules
	// that found the others last time: asked first, since one rule takes a tenth of
	// the time that all of them take.
	survivors, by map[string]string

	mu    sync.Mutex
	found map[string]string
	lost  []string
}

// TestMutation seeds defects into the exemplary ISMS, one at a time, and asks
// whether there is a finding where a reader expects it. Nine of ten are found; the
// list of the others, each with the reason, is kept. Unless ISMS_MUTATION is all,
// each third defect is asked for, and the lists are believed about the others.
func TestMutation(t *testing.T) {
	defects := seed(completeTree())
	all := *update || os.Getenv("ISMS_MUTATION") == "all"
	if !all {
		t.Log("ISMS_MUTATION is not all: each third defect is asked for")
	}
	m := &mutation{survivors: readMap(t, survivorsFile), by: readMap(t, foundFile), found: map[string]string{}}
	t.Run("defects", func(t *testing.T) {
		const parts = 8
		for part := range parts {
			t.Run(strconv.Itoa(part), func(t *testing.T) {
				t.Parallel()
				for i := part; i < len(defects); i += parts {
					d := &defects[i]
					if before := m.by[d.id]; !all && rank(d.id)%3 != 0 && (before != "" || m.survivors[d.id] != "") {
						m.believe(d.id, before)
						continue
					}
					m.look(t, d)
				}
			})
		}
	})
	if *update {
		m.write(t)
	}
	m.judge(t, defects)
}

// look asks the rule that found the defect before, then all of them.
func (m *mutation) look(t *testing.T, d *defect) {
	model := modelOf(t, d.tree)
	rule := ""
	if before := m.by[d.id]; before != "" && ruleExists(before) {
		rule, _ = foundBy(d, evaluate(t, model, before))
	}
	var instead []string
	if rule == "" {
		rule, instead = foundBy(d, evaluate(t, model))
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if rule != "" {
		m.found[d.id] = rule
		return
	}
	m.lost = append(m.lost, d.id)
	if m.survivors[d.id] == "" && !*update {
		t.Errorf("%s: no finding where one is expected, and %s gives no reason; elsewhere: %s", d.id, survivorsFile, strings.Join(instead, "; "))
	}
}

// believe takes what the list says of a defect.
func (m *mutation) believe(id, rule string) {
	if rule == "" {
		return
	}
	m.mu.Lock()
	m.found[id] = rule
	m.mu.Unlock()
}

func ruleExists(id string) bool {
	e, err := engine()
	return err == nil && slices.ContainsFunc(e.Rules(), func(m *policy.Meta) bool { return m.ID == id })
}

// foundBy is the first rule with a finding where the defect is expected, else what
// was found elsewhere.
func foundBy(d *defect, results map[string]policy.RuleResult) (rule string, elsewhere []string) {
	for _, rule := range slices.Sorted(maps.Keys(results)) {
		for _, f := range results[rule].Findings {
			line, _, _ := strings.Cut(f.Pos, ":")
			n, _ := strconv.Atoi(line)
			if d.expects(f.Path, n) {
				return rule, nil
			}
			elsewhere = append(elsewhere, fmt.Sprintf("%s:%d %s (%s)", f.Path, n, f.Message, rule))
		}
	}
	return "", elsewhere
}

// judge holds the rate and the list of survivors.
func (m *mutation) judge(t *testing.T, defects []defect) {
	known := map[string]bool{}
	total, found := map[string]int{}, map[string]int{}
	for i := range defects {
		known[defects[i].id] = true
		total[defects[i].operator]++
		if m.found[defects[i].id] != "" {
			found[defects[i].operator]++
		}
	}
	for _, o := range operators {
		t.Logf("%-12s %3d of %3d found", o.name, found[o.name], total[o.name])
	}
	t.Logf("%d of %d defects found where a reader expects it: %.1f of 100", len(m.found), len(defects), 100*float64(len(m.found))/float64(len(defects)))
	if len(defects) < 200 || len(m.found)*100 < rateAsked*len(defects) {
		t.Errorf("%d of %d defects found; asked are at least %d of 100, of at least 200", len(m.found), len(defects), rateAsked)
	}
	for id, reason := range m.survivors {
		switch {
		case !known[id]:
			t.Errorf("%s lists %q, which is no defect that is seeded", survivorsFile, id)
		case m.found[id] != "":
			t.Errorf("%s lists %q, which %s finds", survivorsFile, id, m.found[id])
		case reason == "" || reason == unexplained:
			t.Errorf("%s gives no reason for %q", survivorsFile, id)
		}
	}
}

const unexplained = "?"

// write makes the two files anew. A reason is written by hand.
func (m *mutation) write(t *testing.T) {
	survivors := map[string]string{}
	for _, id := range m.lost {
		survivors[id] = unexplained
		if reason := m.survivors[id]; reason != "" {
			survivors[id] = reason
		}
	}
	writeMap(t, survivorsFile, "# Defects of testdata/complete that no rule finds where a reader expects it, and why. See policies/mutation_test.go.\n", survivors)
	writeMap(t, foundFile, "# Which rule finds which defect of testdata/complete. Made by go test ./policies -run TestMutation -update.\n", m.found)
	m.survivors = survivors
}

func readMap(t *testing.T, path string) map[string]string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	entries := map[string]string{}
	if err := yaml.Unmarshal(text, &entries); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return entries
}

func writeMap(t *testing.T, path, head string, entries map[string]string) {
	t.Helper()
	var b strings.Builder
	b.WriteString(head)
	for _, key := range slices.Sorted(maps.Keys(entries)) {
		fmt.Fprintf(&b, "%s: %s\n", quoted(key), quoted(entries[key]))
	}
	if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

func quoted(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }
