package isms_test

import (
	"encoding/json"
	"flag"
	"math"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/ismslint/ismslint/internal/isms"
)

var update = flag.Bool("update", false, "write golden files and the committed schema anew")

func golden(t *testing.T, path string, got []byte) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s differs (run with -update if that is meant):\n%s", path, diff)
	}
}

func TestGolden(t *testing.T) {
	got, err := sampleModel().JSON(sampleCatalogue())
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "testdata/model.golden.json", got)
}

// lookup finds a value by a path of keys and indices in a term.
func lookup(t *testing.T, term *ast.Term, path ...any) any {
	t.Helper()
	ref := make(ast.Ref, len(path))
	for i, step := range path {
		if n, ok := step.(int); ok {
			ref[i] = ast.IntNumberTerm(n)
			continue
		}
		ref[i] = ast.StringTerm(step.(string))
	}
	found, err := term.Value.Find(ref)
	if err != nil {
		return "undefined"
	}
	v, err := ast.JSON(found)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestTerm(t *testing.T) {
	c := sampleCatalogue()
	term := sampleModel().Term(c)
	document := samplePolicy().Term(c)
	tests := []struct {
		name string
		in   *ast.Term
		path []any
		want any
	}{
		{"first of a duplicate id", term, []any{"registers", "risks", "row", "RSK-001"}, json.Number("0")},
		{"entry by its place in the list", term, []any{"registers", "risks", "entries", 1, "index"}, json.Number("1")},
		{"field that the entry lacks", term, []any{"registers", "risks", "entries", 1, "owner"}, map[string]any{"raw": "", "value": nil}},
		{"field that cannot be read", term, []any{"registers", "risks", "entries", 0, "due"}, map[string]any{"raw": "soon", "value": nil}},
		{"id is plain", term, []any{"registers", "risks", "entries", 0, "id"}, "RSK-001"},
		{"position of the id", term, []any{"registers", "risks", "entries", 0, "_pos", "id"}, "4:9:4:13"},
		{"position of an element", term, []any{"registers", "risks", "entries", 0, "_pos", "controls/0"}, "9:9:9:13"},
		{"position of a cell of another column", term, []any{"registers", "risks", "entries", 0, "_pos", "other/Colour"}, "15:9:15:13"},
		{"columns known", term, []any{"registers", "risks", "columns"}, map[string]any{"owner": true}},
		{"position of a column", term, []any{"registers", "risks", "_pos", "columns/owner"}, "2:5:2:9"},
		{"columns fall back", term, []any{"registers", "risks", "_pos", "columns"}, "1:1:1:5"},
		{"end as given", term, []any{"registers", "risks", "_pos", "end"}, "30:1:30:5"},
		{"header by path", term, []any{"registers", "risks", "_pos", "header/approved_on"}, "2:14:2:18"},
		{"header by name", term, []any{"registers", "risks", "_pos", "approved_on"}, "2:14:2:18"},
		{"register that is not in the model", term, []any{"registers", "audits", "state"}, "absent"},
		{"its place", term, []any{"registers", "audits", "_path"}, "isms.yaml"},
		{"its subject", term, []any{"registers", "audits", "_subject"}, "register/audits"},
		{"type that is not in the model", term, []any{"types", "scope", "items"}, []any{}},
		{"its place", term, []any{"types", "scope", "_subject"}, "type/scope"},
		{"input of a review", term, []any{"registers", "management_reviews", "entries", 0, "inputs", "issue_changes", "filled"}, true},
		{"input that was not found", term, []any{"registers", "management_reviews", "entries", 0, "inputs", "audit_results"}, "undefined"},
		{"interval not stated", term, []any{"organization", "intervals", "policy_review", "value"}, nil},
		{"interval stated", term, []any{"organization", "intervals", "internal_audit", "value", "months"}, json.Number("12")},
		{"cell of the matrix", term, []any{"criteria", "cells", "often", "grave", "level"}, "high"},
		{"index of a scale", term, []any{"criteria", "consequence", "index", "grave"}, json.Number("1")},
		{"subject of a step", term, []any{"criteria", "likelihood", "steps", 0, "_subject"}, "criteria/likelihood/rare"},
		{"places of an id", term, []any{"ids", "RSK-001", 1, "_pos", "."}, "20:1:20:5"},
		{"document by id", term, []any{"ids", "ISMS-POL-001", 0, "_path"}, "policies/isms.md"},
		{"declared clause", term, []any{"sections_by_clause", "5.2", 0, "_subject"}, "doc/ISMS-POL-001"},
		{"section once, as the document that it is", term, []any{"sections_by_clause", "4.3", 0, "_subject"}, "policies/isms.md#scope"},
		{"section not twice", term, []any{"sections_by_clause", "4.3", 1}, "undefined"},
		{"section of its own", term, []any{"sections_by_clause", "5.3", 0, "section"}, "roles"},
		{"empty section is no evidence", term, []any{"sections_by_clause", "6.2"}, "undefined"},
		{"no date is null", term, []any{"types", "policy.infosec", "others", 0, "date"}, nil},
		{"file without history", term, []any{"files", "policies/isms.md", "changed_on"}, nil},
		{"heads have no sections", term, []any{"documents", 0, "sections"}, "undefined"},
		{"documents have", document, []any{"sections", 0, "slug"}, "scope"},
		{"subject of a section", document, []any{"sections", 0, "_subject"}, "policies/isms.md#scope"},
		{"cue not found", document, []any{"cues", "commitment_improve"}, []any{}},
		{"cue of another catalogue", document, []any{"cues", "unknown"}, "undefined"},
		{"position of metadata by path", document, []any{"_pos", "metadata/owner"}, "2:8:2:12"},
		{"position of metadata by name", document, []any{"_pos", "owner"}, "2:8:2:12"},
		{"history", document, []any{"history", 0, "version", "value"}, "1.10"},
		{"history lacks", document, []any{"history", 0, "approved_by", "value"}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, lookup(t, tt.in, tt.path...)); diff != "" {
				t.Errorf("%v:\n%s", tt.path, diff)
			}
		})
	}
}

// A field of the catalogue must not take the place of what every entry has.
func TestReservedFields(t *testing.T) {
	c := isms.Catalogue{Kinds: []isms.RegisterKind{{ID: "k", Fields: []isms.FieldSpec{
		{Name: "section", Type: isms.TypeText}, {Name: "label", Type: isms.TypeText}, {Name: "_path", Type: isms.TypeText}, {Name: "a", Type: isms.TypeText}, {Name: "a", Type: isms.TypeDate},
	}}}}
	m := &isms.Model{Registers: []*isms.Register{{Kind: "k",
		Columns: []isms.Column{{Field: "label", Pos: at(1, 1)}},
		Entries: []isms.Entry{{ID: "i", Section: "s", Fields: []isms.Field{{Name: "section", Raw: "x"}, {Name: "label", Raw: "l", Pos: at(2, 1)}}}},
	}}}
	term := m.Term(c)
	for path, want := range map[string]any{"section": "s", "label": "i", "a": map[string]any{"raw": "", "value": nil}} {
		if diff := cmp.Diff(want, lookup(t, term, "registers", "k", "entries", 0, path)); diff != "" {
			t.Errorf("%s is not the entry's own:\n%s", path, diff)
		}
	}
	if got := lookup(t, term, "registers", "k", "entries", 0, "_pos", "label"); got != "2:1:2:5" {
		t.Errorf("the column of a reserved name has no position: %v", got)
	}
	if got := lookup(t, term, "registers", "k", "columns", "label"); got != true {
		t.Errorf("the column of a reserved name is not there: %v", got)
	}
}

func TestEmptyModel(t *testing.T) {
	for _, m := range []*isms.Model{{}, {Documents: []*isms.Document{nil}, Registers: []*isms.Register{nil}, Types: []*isms.Type{nil}}} {
		out, err := m.JSON(isms.Catalogue{})
		if err != nil || !json.Valid(out) {
			t.Errorf("an empty model gives %q, %v", out, err)
		}
	}
}

func TestNumbersThatJSONCannotWrite(t *testing.T) {
	c := sampleCatalogue()
	for _, f := range []float64{math.NaN(), math.Inf(1), math.MaxFloat64, 5e-324, -1e21, 1 << 40} {
		m := &isms.Model{Registers: []*isms.Register{{Kind: "risks", Entries: []isms.Entry{{
			Fields: []isms.Field{{Name: "cost", Raw: "x", Value: isms.Number(f)}},
		}}}}}
		if out, err := m.JSON(c); err != nil || !json.Valid(out) {
			t.Errorf("%v: %v", f, err)
		}
	}
}

func TestPreparedGivesTheSame(t *testing.T) {
	c := sampleCatalogue()
	if a, b := sampleModel().Term(c), sampleModel().Term(c.Prepared()); a.Value.Compare(b.Value) != 0 {
		t.Error("a prepared catalogue gives another term")
	}
}

// Meaningful under -race: one catalogue, one model, many goroutines that make
// terms and read them.
func TestConcurrentTerms(t *testing.T) {
	c, m := sampleCatalogue().Prepared(), sampleModel()
	whole := m.Term(c)
	want := whole.String()
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for _, d := range m.Documents {
				_ = d.Term(c).String()
			}
			if m.Term(c).String() != want || whole.String() != want {
				t.Error("terms differ")
			}
		})
	}
	wg.Wait()
}

func FuzzLower(f *testing.F) {
	f.Add("RSK-001", "owner", "a\x00b", 3)
	f.Add("", ".", "end", -1)
	f.Add("\xff", "columns/owner", "other/\u2028", 1<<40)
	c := fuzzCatalogue().Prepared()
	f.Fuzz(func(t *testing.T, id, name, raw string, n int) {
		m := hostileModel(id, name, raw, n)
		out, err := m.JSON(c)
		if err != nil {
			t.Fatal(err)
		}
		if !json.Valid(out) || !utf8.Valid(out) {
			t.Fatalf("not JSON: %q", out)
		}
		again, err := m.JSON(c)
		if err != nil || string(again) != string(out) {
			t.Fatal("the same model gives different JSON")
		}
	})
}
