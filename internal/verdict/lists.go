package verdict

import (
	"cmp"
	"slices"
	"strings"

	"github.com/ismslint/ismslint/internal/isms"
	"github.com/ismslint/ismslint/internal/policy"
)

// documents says what each document, and each section that is one of its own,
// was taken for.
func documents(m *isms.Model, s Standard) []Document {
	clauses := map[string][]string{}
	for _, t := range s.Types {
		clauses[t.ID] = t.Clauses
	}
	out := []Document{}
	for _, d := range m.Documents {
		doc := Document{
			Path: d.Path, Section: d.Section, Title: d.Title, Type: d.Type,
			Signal: string(d.Signal), Clauses: documentClauses(d, clauses), Evidence: d.Evidence,
		}
		if !d.Evidence {
			why := d.Why
			doc.WhyNot = &why
		}
		out = append(out, doc)
	}
	slices.SortStableFunc(out, func(a, b Document) int {
		return cmp.Or(strings.Compare(a.Path, b.Path), strings.Compare(a.Section, b.Section), strings.Compare(a.Type, b.Type))
	})
	return out
}

// documentClauses are the clauses of the type and those that the document
// declares.
func documentClauses(d *isms.Document, byType map[string][]string) []string {
	ids := append([]string{}, byType[d.Type]...)
	for _, c := range d.Clauses {
		if c.Declared {
			ids = append(ids, c.ID)
		}
	}
	slices.SortFunc(ids, CompareClauses)
	return slices.Compact(ids)
}

// registers are all kinds, in the order of the catalogue.
func registers(m *isms.Model) []Register {
	out := []Register{}
	for _, r := range m.Registers {
		reg := Register{
			Kind: r.Kind, State: string(r.State), Path: r.Path, Line: r.Pos.Line,
			Signal: string(r.Signal), Entries: len(r.Entries), Columns: []string{},
		}
		seen := map[string]bool{}
		for _, c := range r.Columns {
			if name := cmp.Or(c.Field, c.Header); !seen[name] {
				seen[name] = true
				reg.Columns = append(reg.Columns, name)
			}
		}
		out = append(out, reg)
	}
	return out
}

// rules says what became of each rule, those without a result included.
func rules(all []*policy.Meta, results []policy.RuleResult) []Rule {
	out := []Rule{}
	seen := map[string]bool{}
	for _, r := range results {
		seen[r.Rule.ID] = true
		out = append(out, Rule{ID: r.Rule.ID, State: string(r.State), Reason: r.Reason, Findings: len(r.Findings), About: r.Rule})
	}
	for _, m := range all {
		if !seen[m.ID] {
			out = append(out, Rule{ID: m.ID, State: string(policy.Silent), Reason: "not evaluated in this run", About: m})
		}
	}
	slices.SortFunc(out, func(a, b Rule) int { return strings.Compare(a.ID, b.ID) })
	return out
}
