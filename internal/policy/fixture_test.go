package policy

import (
	"fmt"
	"os"
	"testing"

	"github.com/ismslint/ismslint/internal/catalogue"
	"github.com/ismslint/ismslint/internal/isms"
)

// fixtures are the rules of testdata/rules.
func fixtures(t testing.TB) *Engine {
	t.Helper()
	e, err := New(Options{Sources: []Source{{FS: os.DirFS("testdata/rules"), Name: "testdata/rules"}}, Check: true})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func at(line int) isms.Pos { return isms.Pos{Line: line, Column: 1, EndLine: line, EndColumn: 9} }

// model is an ISMS with every register of the catalogue, absent.
func model() *isms.Model {
	m := &isms.Model{
		AsOf: "2026-03-31", Edition: catalogue.Edition2022,
		Anchor:       isms.Place{Path: "isms.yaml", Pos: at(1)},
		Organization: isms.Organization{Place: isms.Place{Path: "isms.yaml", Pos: at(1)}, Declared: true},
	}
	for _, kind := range catalogue.Registers() {
		m.Registers = append(m.Registers, &isms.Register{
			Place: isms.Place{Path: kind.Path, Pos: at(1)}, Kind: kind.ID, State: isms.Absent,
		})
	}
	return m
}

func registerOf(m *isms.Model, kind string) *isms.Register {
	for _, r := range m.Registers {
		if r.Kind == kind {
			return r
		}
	}
	return nil
}

// withRisks adds a register of risks, of which the first have no owner.
func withRisks(m *isms.Model, n, unowned int) *isms.Model {
	r := registerOf(m, "risks")
	r.State, r.Decided, r.Title = isms.Present, true, "Our risks"
	r.Parts = []isms.Part{{Key: "columns", Pos: at(2)}}
	r.Columns = []isms.Column{
		{Field: "id", Path: r.Path, Pos: isms.Pos{Line: 2, Column: 1, EndLine: 2, EndColumn: 3}},
		{Field: "owner", Path: r.Path, Pos: isms.Pos{Line: 2, Column: 9, EndLine: 2, EndColumn: 14}},
	}
	r.Entries = nil
	for i := range n {
		id := fmt.Sprintf("RSK-%03d", i+1)
		e := isms.Entry{Place: isms.Place{Path: r.Path, Pos: at(i + 3)}, Subject: "risks/" + id, ID: id, Index: i}
		owner := isms.Field{Name: "owner", Pos: isms.Pos{Line: i + 3, Column: 9, EndLine: i + 3, EndColumn: 12}}
		if i >= unowned {
			owner.Raw, owner.Value = "CTO", isms.People{Keys: []string{"cto"}}
		}
		e.Fields = []isms.Field{owner}
		r.Entries = append(r.Entries, e)
	}
	return m
}

// withPolicies adds information security policies, every second approved.
func withPolicies(m *isms.Model, n int) *isms.Model {
	for i := range n {
		d := &isms.Document{
			Place:   isms.Place{Path: fmt.Sprintf("policies/%03d.md", i), Pos: at(1)},
			Subject: fmt.Sprintf("policies/%03d.md", i), Title: fmt.Sprintf("Policy %d", i),
			Type: "policy.infosec", Kind: "policy", Evidence: true, Signal: isms.SignalTitle, Certainty: isms.Decides,
		}
		if i%2 == 0 {
			d.Metadata = []isms.Field{{Name: "approved_by", Raw: "CEO", Value: isms.People{Keys: []string{"ceo"}, Top: true}, Pos: at(3)}}
		}
		m.Documents = append(m.Documents, d)
	}
	return m
}

func evaluate(t testing.TB, e *Engine, m *isms.Model, o EvalOptions) map[string]RuleResult {
	t.Helper()
	results, err := e.Evaluate(t.Context(), m, o)
	if err != nil {
		t.Fatal(err)
	}
	byID := map[string]RuleResult{}
	for _, r := range results {
		byID[r.Rule.ID] = r
	}
	return byID
}

const (
	owner    = "risk-assessment/risk-has-owner"
	approved = "policy/policy-approved"
	audits   = "internal-audit/audit-programme-found"
	failing  = "internal-audit/audit-fails"
)
