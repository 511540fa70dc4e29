package isms_test

import (
	"fmt"

	"github.com/ismslint/ismslint/internal/isms"
)

func sampleCatalogue() isms.Catalogue {
	return isms.Catalogue{
		Kinds: []isms.RegisterKind{
			{
				ID: "risks", Title: "Information security risks",
				Fields: []isms.FieldSpec{
					{Name: "id", Type: isms.TypeID},
					{Name: "title", Type: isms.TypeText},
					{Name: "owner", Type: isms.TypePeople},
					{Name: "due", Type: isms.TypeDate},
					{Name: "level", Type: isms.TypeLevel},
					{Name: "controls", Type: isms.TypeControls},
					{Name: "treatments", Type: isms.TypeRefs},
					{Name: "status", Type: "enum:status"},
					{Name: "cost", Type: isms.TypeNumber},
					{Name: "review_every", Type: isms.TypeInterval},
					{Name: "reason", Type: isms.TypeReason},
				},
				Header: []isms.FieldSpec{
					{Name: "approved_on", Type: isms.TypeDate},
					{Name: "approved_by", Type: isms.TypePeople},
				},
			},
			{
				ID: "management_reviews", Title: "Management reviews",
				Fields: []isms.FieldSpec{{Name: "id", Type: isms.TypeID}, {Name: "date", Type: isms.TypeDate}},
			},
			{ID: "audits", Title: "Internal audits", Fields: []isms.FieldSpec{{Name: "date", Type: isms.TypeDate}}},
		},
		Types:        []string{"policy.infosec", "scope"},
		Metadata:     []isms.FieldSpec{{Name: "id", Type: isms.TypeID}, {Name: "owner", Type: isms.TypePeople}, {Name: "version", Type: isms.TypeVersion}},
		Intervals:    isms.Intervals(),
		Cues:         []string{"commitment_improve", "objectives"},
		ReviewInputs: []string{"issue_changes", "audit_results"},
	}
}

func at(line, column int) isms.Pos {
	return isms.Pos{Line: line, Column: column, EndLine: line, EndColumn: column + 4}
}

func in(path string, line int) isms.Place { return isms.Place{Path: path, Pos: at(line, 1)} }

func ptr(f float64) *float64 { return &f }

func sampleModel() *isms.Model {
	policy := samplePolicy()
	scope := &isms.Document{
		Place: in("policies/isms.md", 9), Subject: "policies/isms.md#scope", Section: "scope", Title: "Scope",
		Type: "scope", Signal: isms.SignalHeading, Certainty: isms.Indicates, Evidence: true, Date: "2026-02-01",
		Clauses: []isms.Citation{{ID: "4.3", Raw: "4.3", Pos: at(9, 4)}},
	}
	return &isms.Model{
		AsOf: "2026-06-30", Edition: "2022", EditionSignal: "isms.yaml", Root: "", Recognised: true,
		Anchor: in("isms.yaml", 1),
		Organization: isms.Organization{
			Place: in("isms.yaml", 1), Declared: true, Name: "Example Ltd", Persons: 40,
			TopManagement: []string{"Managing director"},
			Intervals:     []isms.NamedInterval{{Name: "internal_audit", Value: isms.Interval{Months: 12}, Raw: "P12M"}},
			Determined:    []string{"scope"},
			OutsideStated: true,
			Outside:       []isms.Outside{{Item: "competences", Where: "HR system"}},
			Approval:      "recorded", Versions: "git", StartedOn: "2025-01-01",
		},
		Registers: []*isms.Register{sampleRisks(), sampleReviews()},
		Types: []*isms.Type{{
			Place: in("policies/isms.md", 1), ID: "policy.infosec",
			Items: []isms.Address{{
				Place: in("policies/isms.md", 1), Subject: "doc/ISMS-POL-001", Title: "Information security policy",
				Date: "2026-02-01", Signal: isms.SignalTitle, Certainty: isms.Indicates,
			}},
			Others: []isms.Address{{Place: in("templates/policy.md", 1), Subject: "templates/policy.md", Why: "it is a template"}},
		}},
		Documents: []*isms.Document{policy, scope},
		Criteria:  sampleCriteria(),
		Slips: isms.Slips{Totals: []isms.Slip{{
			Place: in("policies/isms.md", 30), Subject: "doc/ISMS-POL-001", Title: "Results", Label: "Findings", Said: 7, Counted: 4.5,
			Other: in("registers/risks.yaml", 4),
		}}},
		People: []isms.Person{{Key: "ciso", Name: "CISO", IDs: []string{"ROL-01"}}},
		Files:  []isms.File{{Path: "isms.yaml", ChangedOn: "2026-01-01", ChangedBy: "Erika"}, {Path: "policies/isms.md"}},
	}
}

func sampleRisks() *isms.Register {
	return &isms.Register{
		Place: isms.Place{Path: "registers/risks.yaml", Pos: at(1, 1), Parts: []isms.Part{{Key: "end", Pos: at(30, 1)}}},
		Kind:  "risks", State: isms.Present, Signal: isms.SignalDeclared, Decided: true, Title: "Risks",
		Columns: []isms.Column{{Field: "owner", Header: "owner", Path: "registers/risks.yaml", Pos: at(2, 5)}, {Header: "colour"}},
		Header:  []isms.Field{{Name: "approved_on", Raw: "2026-01", Pos: at(2, 14), Value: isms.Date{From: "2026-01-01", Until: "2026-01-31", Age: 150}}},
		Entries: []isms.Entry{
			{
				Place: in("registers/risks.yaml", 4), Subject: "risks/RSK-001", ID: "RSK-001",
				Fields: []isms.Field{
					{Name: "id", Raw: "RSK-001", Pos: at(4, 9)},
					{Name: "title", Raw: "Theft <b>", Value: isms.Text("Theft <b>"), Pos: at(5, 9)},
					{Name: "owner", Raw: "CISO", Value: isms.People{Keys: []string{"ciso"}}, Pos: at(6, 9)},
					{Name: "due", Raw: "soon", Pos: at(7, 9)},
					{Name: "level", Raw: "12", Value: isms.Level{Step: "high", Rank: 3, Number: ptr(12)}, Pos: at(8, 9)},
					{
						Name: "controls", Raw: "A.5.15", Pos: at(9, 9), Items: []isms.Pos{at(9, 9)},
						Value: isms.Controls{{ID: "5.15", Raw: "A.5.15"}},
					},
					{Name: "treatments", Raw: "TRT-1", Value: isms.Refs{{Raw: "TRT-1", ID: "TRT-1"}}, Pos: at(10, 9)},
					{Name: "status", Raw: "open", Value: isms.Enum("open"), Pos: at(11, 9)},
					{Name: "cost", Raw: "1.5", Value: isms.Number(1.5), Pos: at(12, 9)},
					{Name: "review_every", Raw: "P6M", Value: isms.Interval{Months: 6}, Pos: at(13, 9)},
					{Name: "reason", Raw: "n/a", Pos: at(14, 9)},
				},
				Other: []isms.OtherField{{Header: "Colour", Text: "red", Pos: at(15, 9)}},
			},
			{Place: in("registers/risks.yaml", 20), Subject: "risks/RSK-001", ID: "RSK-001"},
		},
		Duplicates: []isms.Duplicate{{ID: "RSK-001", Entries: []int{0, 1}}},
		Statements: []isms.Statement{{Place: in("registers/risks.yaml", 2), Name: "approved", Text: "Approved.", Date: "2026-01-31"}},
	}
}

func sampleReviews() *isms.Register {
	return &isms.Register{
		Place: in("reviews", 1), Kind: "management_reviews", State: isms.Present, Decided: true,
		Entries: []isms.Entry{{
			Place: in("reviews/2026.md", 1), Subject: "management_reviews/2026", Section: "minutes",
			Inputs: []isms.ReviewInput{{Key: "issue_changes", Filled: true, Pos: at(7, 1)}},

			DecisionList: []isms.Decision{{ID: "D-1", Open: true, Pos: at(7, 4)}},
			Mentions:     []isms.Mention{{Name: "AUD-1", Reported: true, Date: "2026-01-31", Pos: at(7, 5)}, {Name: "AUD-1"}},
		}},
		None: &isms.Statement{Place: in("reviews/none.md", 3), Text: "Nothing in 2025.", Date: "2025-12-31"},
	}
}

func samplePolicy() *isms.Document {
	return &isms.Document{
		Place: in("policies/isms.md", 1), Subject: "doc/ISMS-POL-001", ID: "ISMS-POL-001",
		Title: "Information security policy", Type: "policy.infosec", Kind: "policy",
		Signal: isms.SignalTitle, Certainty: isms.Indicates, Evidence: true, Language: "en",
		Carrier: "front matter", Date: "2026-02-01",
		Metadata: []isms.Field{{Name: "owner", Raw: "CISO", Value: isms.People{Keys: []string{"ciso"}}, Pos: at(2, 8)}},
		Clauses:  []isms.Citation{{ID: "5.2", Raw: "5.2", Pos: at(3, 10), Declared: true}, {ID: "6.2", Raw: "6.2", Pos: at(12, 4)}},
		Controls: []isms.Citation{{ID: "5.1", Raw: "A.5.1", Pos: at(4, 10), Declared: true}},
		Sections: []isms.Section{
			{Slug: "scope", Heading: "Scope", Level: 2, Type: "scope", Clauses: []string{"4.3"}, Words: 30, Pos: at(9, 1)},
			{Slug: "objectives", Heading: "Objectives", Level: 2, Clauses: []string{"6.2"}, Empty: true, Pos: at(12, 1)},
			{Slug: "roles", Heading: "Roles", Level: 2, Clauses: []string{"5.3"}, Words: 9, Pos: at(15, 1)},
		},
		Cues:         []isms.Cue{{Name: "objectives", Section: "objectives", Pos: at(13, 1)}, {Name: "unknown"}},
		Links:        []isms.Link{{Target: "scope.md", Path: "policies/scope.md", Pos: at(14, 1)}},
		Placeholders: []isms.Placeholder{{Text: "[name]", Pos: at(16, 1)}},
		History: []isms.Revision{{Place: in("policies/isms.md", 20), Fields: []isms.Field{
			{Name: "version", Raw: "1.10", Value: isms.Version("1.10"), Pos: at(20, 3)},
		}}},
		Addresses: []isms.DeclaredAddress{{Activity: "5.2-a", Anchor: "#scope", Section: "scope", Pos: at(5, 3)}},
	}
}

func sampleCriteria() isms.Criteria {
	scale := func(line int, labels ...string) isms.Scale {
		s := isms.Scale{Place: in("risk/method.md", line), State: isms.Present}
		for i, label := range labels {
			s.Steps = append(s.Steps, isms.Step{
				Place: in("risk/method.md", line+i), Key: label, Label: label, Rank: i + 1, Number: ptr(float64(i + 1)),
			})
		}
		return s
	}
	return isms.Criteria{
		Place: in("risk/method.md", 3), State: isms.Present, Combination: "matrix", Ordered: true, Complete: true,
		Likelihood: scale(5, "rare", "often"), Consequence: scale(9, "minor", "grave"), Levels: scale(14, "low", "high"),
		Cells: []isms.CriteriaCell{
			{Likelihood: "rare", Consequence: "minor", Level: "low", Score: ptr(1)},
			{Likelihood: "rare", Consequence: "grave", Level: "low", Score: ptr(2)},
			{Likelihood: "often", Consequence: "minor", Level: "low", Score: ptr(2)},
			{Likelihood: "often", Consequence: "grave", Level: "high", Score: ptr(4)},
		},
	}
}

// manyRisks is a register of n risks with 20 fields each, as large registers
// look: few owners, statuses and levels, many titles.
func manyRisks(n int) (isms.Catalogue, *isms.Model) {
	c := sampleCatalogue()
	kind := &c.Kinds[0]
	for i := len(kind.Fields); i < 21; i++ {
		kind.Fields = append(kind.Fields, isms.FieldSpec{Name: fmt.Sprintf("text_%d", i), Type: isms.TypeText})
	}
	m := sampleModel()
	r := sampleRisks()
	template := r.Entries[0]
	r.Entries = make([]isms.Entry, n)
	for i := range r.Entries {
		e := template
		e.ID = fmt.Sprintf("RSK-%05d", i)
		e.Subject = "risks/" + e.ID
		e.Place = in("registers/risks.yaml", 10+30*i)
		e.Fields = make([]isms.Field, 0, 21)
		e.Fields = append(e.Fields, template.Fields...)
		for k := len(e.Fields); k < 21; k++ {
			raw := fmt.Sprintf("text %d of risk %d", k, i)
			e.Fields = append(e.Fields, isms.Field{Name: kind.Fields[k].Name, Raw: raw, Value: isms.Text(raw)})
		}
		for k := range e.Fields {
			e.Fields[k].Pos = at(11+30*i+k, 9)
		}
		r.Entries[i] = e
	}
	m.Registers[0] = r
	return c, m
}
