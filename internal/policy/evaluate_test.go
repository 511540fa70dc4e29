package policy

import (
	"context"
	"errors"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/ismslint/ismslint/internal/isms"
)

func TestEvaluate(t *testing.T) {
	e := fixtures(t)
	got := evaluate(t, e, withPolicies(withRisks(model(), 10, 2), 3), EvalOptions{})

	r := got[owner]
	if r.State != Evaluated || len(r.Findings) != 2 || len(r.Evidence) != 8 {
		t.Fatalf("%s: %s %s, %d findings, %d evidence", owner, r.State, r.Reason, len(r.Findings), len(r.Evidence))
	}
	want := Finding{
		Rule: r.Rule, Subject: "risks/RSK-001", Field: "owner", Path: "registers/risks.yaml", Pos: "3:9:3:12",
		Message: "RSK-001 has no owner", Activities: []string{"6.1.2-f", "6.1.2-d"}, Level: "error", Certainty: "decides",
	}
	if diff := cmp.Diff(want, r.Findings[0]); diff != "" {
		t.Error(diff)
	}
	p := got[approved]
	if len(p.Findings) != 1 || p.Findings[0].Subject != "policies/001.md" || len(p.Evidence) != 2 {
		t.Errorf("%s: %+v", approved, p)
	}
	if p.Evidence[0].Signal != "title" || p.Evidence[0].Certainty != "decides" {
		t.Errorf("evidence: %+v", p.Evidence[0])
	}
}

func TestStates(t *testing.T) {
	e := fixtures(t)
	tests := []struct {
		name   string
		rule   string
		change func(*isms.Model)
		state  State
		reason string
	}{
		{"register absent", owner, func(m *isms.Model) { registerOf(m, "risks").State = isms.Absent }, Silent, "there is no register risks"},
		{"register unreadable", owner, func(m *isms.Model) { registerOf(m, "risks").State = isms.Unreadable }, Silent, "could not be read"},
		{"register undecided", owner, func(m *isms.Model) { registerOf(m, "risks").Decided = false }, Silent, "not decided"},
		{"register empty", owner, func(m *isms.Model) {
			r := registerOf(m, "risks")
			r.State, r.Entries = isms.Empty, nil
		}, Evaluated, ""},
		{"register outside", owner, func(m *isms.Model) {
			m.Organization.Outside = []isms.Outside{{Item: "risks", Where: "the GRC tool"}}
		}, Silent, "declared kept elsewhere: the GRC tool"},
		{"one activity outside", audits, func(m *isms.Model) {
			m.Organization.Outside = []isms.Outside{{Item: "9.2-a"}}
		}, Evaluated, ""},
		{"all activities outside", audits, func(m *isms.Model) {
			m.Organization.Outside = []isms.Outside{{Item: "9.2-a"}, {Item: "9.2-g"}}
		}, Silent, "declared kept elsewhere"},
		{"small organisation", approved, func(m *isms.Model) { m.Organization.Small = true }, NotApplicable, "fewer than ten"},
		{"small organisation, rule kept", owner, func(m *isms.Model) { m.Organization.Small = true }, Evaluated, ""},
		{"rule set aside", owner, func(m *isms.Model) {
			m.Organization.NotApplicable = []isms.NotApplicable{{Item: owner, Reason: "no\nrisks"}}
		}, NotApplicable, "no risks"},
		{"clause set aside", owner, func(m *isms.Model) {
			m.Organization.NotApplicable = []isms.NotApplicable{{Item: "6.1", Reason: "because"}}
		}, NotApplicable, "because"},
		{"other clause set aside", owner, func(m *isms.Model) {
			m.Organization.NotApplicable = []isms.NotApplicable{{Item: "6.1.1", Reason: "because"}}
		}, Evaluated, ""},
		{"activities set aside", audits, func(m *isms.Model) {
			m.Organization.NotApplicable = []isms.NotApplicable{{Item: "9.2-a", Reason: "one"}, {Item: "9.2-g", Reason: "two"}}
		}, NotApplicable, "one"},
		{"column absent", owner, func(m *isms.Model) { registerOf(m, "risks").Columns = nil }, Silent, "has no column owner"},
		{"fault", failing, func(*isms.Model) {}, Evaluated, ""},
		{"fault", failing, func(m *isms.Model) { withRisks(m, 2, 0) }, Failed, failing + ": testdata/rules/9.2-internal-audit/audit-fails/rule.rego:23: eval_builtin_error: div: divide by zero"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m := withPolicies(withRisks(model(), 4, 0), 1)
			tt.change(m)
			r := evaluate(t, e, m, EvalOptions{})[tt.rule]
			if r.State != tt.state || !strings.Contains(r.Reason, tt.reason) || (tt.reason == "") != (r.Reason == "") {
				t.Errorf("got %s, %q; want %s, %q", r.State, r.Reason, tt.state, tt.reason)
			}
		})
	}
}

func TestFailureIsolated(t *testing.T) {
	got := evaluate(t, fixtures(t), withPolicies(withRisks(model(), 2, 1), 3), EvalOptions{Jobs: 1})
	if got[failing].State != Failed || len(got[failing].Findings)+len(got[failing].Evidence) > 0 {
		t.Errorf("%+v", got[failing])
	}
	for id, n := range map[string]int{owner: 1, approved: 1, audits: 1} {
		if r := got[id]; r.State != Evaluated || len(r.Findings) != n {
			t.Errorf("%s: %s, %d findings", id, r.State, len(r.Findings))
		}
	}
}

func TestSameWithAnyJobs(t *testing.T) {
	e := fixtures(t)
	m := withPolicies(withRisks(model(), 40, 7), 50)
	want, err := e.Evaluate(t.Context(), m, EvalOptions{Jobs: 1})
	if err != nil {
		t.Fatal(err)
	}
	for _, jobs := range []int{0, 2, 3, 16} {
		got, err := e.Evaluate(t.Context(), m, EvalOptions{Jobs: jobs})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%d jobs: %s", jobs, diff)
		}
	}
}

func TestChoose(t *testing.T) {
	e := fixtures(t)
	tests := []struct {
		name string
		o    EvalOptions
		want []string
	}{
		{"all", EvalOptions{}, []string{failing, audits, approved, owner}},
		{"id", EvalOptions{Rules: []string{owner}}, []string{owner}},
		{"category", EvalOptions{Rules: []string{"internal-audit"}}, []string{failing, audits}},
		{"pattern", EvalOptions{Rules: []string{"*/audit-f*", owner}}, []string{failing, owner}},
		{"clause", EvalOptions{Clauses: []string{"6.1"}}, []string{owner}},
		{"clause, not its prefix", EvalOptions{Clauses: []string{"9.2", "6"}}, []string{failing, audits, owner}},
		{"both", EvalOptions{Clauses: []string{"5.2"}, Rules: []string{"*/policy-*"}}, []string{approved}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			results, err := e.Evaluate(t.Context(), model(), tt.o)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, r := range results {
				got = append(got, r.Rule.ID)
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
	if _, err := e.Evaluate(t.Context(), model(), EvalOptions{Rules: []string{"no-such"}}); err == nil {
		t.Error("a rule that does not exist is no error")
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := fixtures(t).Evaluate(ctx, withRisks(model(), 5, 1), EvalOptions{}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

// slowEngine has a rule that takes for ever where there is a document or a risk.
func slowEngine(t *testing.T, scope string) *Engine {
	t.Helper()
	text, err := os.ReadFile("testdata/slow.rego")
	if err != nil {
		t.Fatal(err)
	}
	source := strings.ReplaceAll(string(text), "SCOPE", scope)
	fs := mapFS(map[string]string{"5.2-policy/slow/rule.rego": source, "5.2-policy/quick/rule.rego": strings.Replace(
		strings.ReplaceAll(source, "policy.slow", "policy.quick"), "numbers := ", "numbers := [] # ", 1)})
	e, err := New(Options{Sources: []Source{{FS: fs}}, Check: true})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func TestTimeLimit(t *testing.T) {
	for _, scope := range []string{"repository", "document"} {
		e := slowEngine(t, scope)
		start := time.Now()
		got := evaluate(t, e, withPolicies(model(), 40), EvalOptions{Limit: 150 * time.Millisecond})
		if r := got["policy/slow"]; r.State != Failed || !strings.Contains(r.Reason, "took too long: more than 150ms") {
			t.Errorf("%s: %s, %q", scope, r.State, r.Reason)
		}
		if r := got["policy/quick"]; r.State != Evaluated || len(r.Findings) == 0 {
			t.Errorf("%s: %s, %q", scope, r.State, r.Reason)
		}
		if d := time.Since(start); d > 5*time.Second {
			t.Errorf("%s: took %s: a slow rule is tried on every document", scope, d)
		}
	}
}

func TestHeapLimit(t *testing.T) {
	got := evaluate(t, slowEngine(t, "repository"), withPolicies(model(), 40), EvalOptions{HeapLimit: 1})
	if r := got["policy/slow"]; r.State != Failed || !strings.Contains(r.Reason, "too much memory") {
		t.Errorf("%s, %q", r.State, r.Reason)
	}
}

func TestHostileText(t *testing.T) {
	e := fixtures(t)
	for _, hostile := range []string{
		"%s%d%!(EXTRA", "\"}]} {{ n }} {ids}", "a\nb\r\x1b[31mc\u2028d", "\xff\xfe", strings.Repeat("x", 5000), "", "risks/",
	} {
		m := withPolicies(withRisks(model(), 4, 4), 2)
		r := registerOf(m, "risks")
		r.Title = hostile
		for i := range r.Entries {
			r.Entries[i].ID = hostile
		}
		m.Documents[1].Title = hostile
		for id, result := range evaluate(t, e, m, EvalOptions{}) {
			if result.State == Failed {
				t.Errorf("%q: %s: %s", hostile, id, result.Reason)
			}
			for _, f := range result.Findings {
				if strings.ContainsAny(f.Message, "\n\r\x1b\u2028") || len([]rune(f.Message)) > longest {
					t.Errorf("%q: %s: message %q", hostile, id, f.Message)
				}
			}
		}
	}
}
