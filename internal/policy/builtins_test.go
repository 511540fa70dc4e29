package policy

import (
	"errors"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/topdown"

	"github.com/ismslint/ismslint/internal/isms"
)

// call gives what a builtin gives, nil where that is nothing.
func call(t *testing.T, f topdown.BuiltinFunc, args ...string) *ast.Term {
	t.Helper()
	terms := make([]*ast.Term, len(args))
	for i, a := range args {
		terms[i] = ast.MustParseTerm(a)
	}
	var got *ast.Term
	if err := f(topdown.BuiltinContext{}, terms, func(r *ast.Term) error { got = r; return nil }); err != nil {
		t.Fatal(err)
	}
	return got
}

func TestPlus(t *testing.T) {
	tests := []struct{ date, interval, want string }{
		{`"2026-01-15"`, `{"months": 12, "days": 0}`, `"2027-01-15"`},
		{`"2026-01-31"`, `{"months": 1, "days": 0}`, `"2026-02-28"`},
		{`"2024-02-29"`, `{"months": 12, "days": 0}`, `"2025-02-28"`},
		{`"2024-01-31"`, `{"months": 1, "days": 1}`, `"2024-03-01"`},
		{`"2026-03-31"`, `{"months": -1, "days": -1}`, `"2026-02-27"`},
		{`"2026-12-31"`, `{"months": 0, "days": 1, "stated": true}`, `"2027-01-01"`},
		{`"2026-13-01"`, `{"months": 1, "days": 0}`, ``},
		{`"2026-1-1"`, `{"months": 1, "days": 0}`, ``},
		{`null`, `{"months": 1, "days": 0}`, ``},
		{`"2026-01-01"`, `null`, ``},
		{`"2026-01-01"`, `{"months": 1}`, ``},
		{`"2026-01-01"`, `{"months": 1.5, "days": 0}`, ``},
		{`"2026-01-01"`, `{"months": "1", "days": 0}`, ``},
		{`"2026-01-01"`, `{"months": 99999999999999999999, "days": 0}`, ``},
		{`"2026-01-01"`, `{"months": 3999999, "days": 3999999}`, ``},
		{`"9999-12-31"`, `{"months": 0, "days": 1}`, ``},
	}
	for _, tt := range tests {
		got := call(t, plus, tt.date, tt.interval)
		if (got == nil) != (tt.want == "") || got != nil && got.String() != tt.want {
			t.Errorf("%s + %s: got %v, want %s", tt.date, tt.interval, got, tt.want)
		}
	}
}

func TestDays(t *testing.T) {
	tests := []struct{ from, to, want string }{
		{`"2026-01-01"`, `"2026-03-01"`, `59`},
		{`"2026-03-01"`, `"2026-01-01"`, `-59`},
		{`"2026-03-29"`, `"2026-03-30"`, `1`},
		{`"0001-01-01"`, `"9999-12-31"`, `3652058`},
		{`"2026-02-30"`, `"2026-03-30"`, ``},
		{`7`, `"2026-03-30"`, ``},
		{`"2026-03-30"`, `{}`, ``},
	}
	for _, tt := range tests {
		got := call(t, days, tt.from, tt.to)
		if (got == nil) != (tt.want == "") || got != nil && got.String() != tt.want {
			t.Errorf("%s to %s: got %v, want %s", tt.from, tt.to, got, tt.want)
		}
	}
}

func TestParseForTests(t *testing.T) {
	defer func(f func(map[string]string, string, string) (*isms.Model, error)) { ParseForTests = f }(ParseForTests)
	ParseForTests = func(files map[string]string, asOf, edition string) (*isms.Model, error) {
		if files["a.md"] == "" {
			return nil, errors.New("no files")
		}
		return &isms.Model{AsOf: asOf, Edition: edition, Documents: []*isms.Document{{Subject: "a.md", Title: files["a.md"]}}}, nil
	}
	got := call(t, parse, `{"a.md": "A title", "as_of": "2026-01-01", "edition": "2013"}`)
	object := got.Value.(ast.Object)
	for path, want := range map[string]string{
		`["isms", "as_of"]`: `"2026-01-01"`, `["isms", "edition"]`: `"2013"`, `["documents", "a.md", "title"]`: `"A title"`,
	} {
		var ref ast.Ref
		ast.MustParseTerm(path).Value.(*ast.Array).Foreach(func(t *ast.Term) { ref = append(ref, t) })
		if v, err := object.Find(ref); err != nil || v.String() != want {
			t.Errorf("%s: %v, %v", path, v, err)
		}
	}
	err := parse(topdown.BuiltinContext{}, []*ast.Term{ast.MustParseTerm(`{}`)}, nil)
	if err == nil {
		t.Error("a failing parser is no error")
	}
}

func FuzzPlus(f *testing.F) {
	f.Add("2026-01-31", 1, 0)
	f.Add("0000-00-00", -1, 1<<40)
	f.Fuzz(func(t *testing.T, date string, months, days int) {
		interval := ast.ObjectTerm(
			[2]*ast.Term{ast.StringTerm("months"), ast.IntNumberTerm(months)},
			[2]*ast.Term{ast.StringTerm("days"), ast.IntNumberTerm(days)},
		)
		err := plus(topdown.BuiltinContext{}, []*ast.Term{ast.StringTerm(date), interval}, func(r *ast.Term) error {
			if _, ok := dateOf(r); !ok {
				t.Errorf("%q + %d months %d days: %s is no date", date, months, days, r)
			}
			return nil
		})
		if err != nil {
			t.Error(err)
		}
	})
}
