package verdict

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ismslint/ismslint/internal/catalogue"
	"github.com/ismslint/ismslint/internal/isms"
)

// TestDocuments: each way in which documented information is there or not.
func TestDocuments(t *testing.T) {
	at := func(path string) isms.Place { return isms.Place{Path: path, Pos: isms.Pos{Line: 3}} }
	s := Standard{
		Clauses: []catalogue.Clause{
			{ID: "4.3", Title: "Scope", Mode: "mandatory", What: []string{"scope"}},
			{ID: "8.1", Title: "Operation", Mode: "as-determined"},
			{ID: "6.3", Title: "Changes", Mode: "mandatory", EditionOnly: "2022"},
		},
		Types: []catalogue.DocumentType{
			{ID: "scope", Clauses: []string{"4.3"}, Mandatory: true, Kind: "document"},
			{ID: "incidents", Clauses: []string{"8.1"}, Kind: "register", Register: "incidents"},
			{ID: "report.incident", Clauses: []string{"8.1"}, Kind: "report", Register: "incidents"},
			{ID: "record.nda", Clauses: []string{"8.1"}, Kind: "record"},
			{ID: "procedure.other", Clauses: []string{"8.1"}, Kind: "procedure"},
		},
		Kinds: []isms.RegisterKind{{ID: "incidents", Clauses: []string{"8.1"}}, {ID: "visitors"}},
	}
	m := &isms.Model{
		AsOf: "2026-11-24", Edition: "2013",
		Organization: isms.Organization{
			Determined: []string{"incidents", "visitors"},
			Outside:    []isms.Outside{{Item: "record.nda", Where: "HR"}},
		},
		Documents: []*isms.Document{
			{Place: at("inc/report.md"), Type: "report.incident", Evidence: true, Title: "Report", Date: "2026-01-02"},
			{Place: at("old.md"), Type: "scope", Why: "it is a template", Metadata: []isms.Field{
				{Name: "version", Raw: "1.10", Value: isms.Version("1.10")}, {Name: "owner", Raw: "TBD"},
				{Name: "next_review", Raw: "01.02.2027", Value: isms.Date{From: "2027-02-01", Until: "2027-02-01"}},
			}},
		},
		Registers: []*isms.Register{{
			Place: at("inc/report.md"), Kind: "incidents", State: isms.Present,
			Entries: []isms.Entry{{Place: at("inc/report.md")}, {Place: at("inc/all.csv")}},
		}},
		Files: []isms.File{{Path: "inc/all.csv", ChangedOn: "2026-05-05"}},
	}
	got := Documents(m, s)
	want := []DocumentsOfClause{
		{ID: "4.3", Number: "4.3", Title: "Scope", Mode: "mandatory", What: []string{"scope"}, Items: []DocumentedInformation{
			{Type: "scope", Need: NeedMandatory, Documents: []RegisteredDocument{
				{Path: "old.md", Line: 3, Version: "1.10", NextReview: "2027-02-01", WhyNot: "it is a template"},
			}},
		}},
		{ID: "8.1", Number: "8.1", Title: "Operation", Mode: "as-determined", Items: []DocumentedInformation{
			{Type: "incidents", Need: NeedDetermined, Documents: []RegisteredDocument{
				{Path: "inc/all.csv", Line: 1, ChangedOn: "2026-05-05", Part: true, Counts: true},
			}},
			{Type: "report.incident", Need: NeedOther, Record: true, Documents: []RegisteredDocument{
				{Path: "inc/report.md", Line: 3, Title: "Report", Date: "2026-01-02", Counts: true},
			}},
			{Type: "record.nda", Need: NeedOther, Record: true, Outside: "HR", Documents: []RegisteredDocument{}},
		}},
		{Title: "Determined, and of no single clause", Mode: "as-determined", What: []string{}, Items: []DocumentedInformation{
			{Type: "visitors", Need: NeedDetermined, Documents: []RegisteredDocument{}},
		}},
	}
	if diff := cmp.Diff(want, got.Clauses); diff != "" {
		t.Error(diff)
	}
}
