package policy

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/ismslint/ismslint/internal/isms"
)

func mapFS(files map[string]string) fstest.MapFS {
	fs := fstest.MapFS{}
	for name, text := range files {
		fs[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return fs
}

func TestLevel(t *testing.T) {
	plain := Meta{Level: "error"}
	full := Meta{
		Level: "warning", Levels: map[string]string{"2013": "note", "2022": "error"},
		LevelUndeclared: "note", LevelDetermined: "error", LevelNoInterval: "note",
	}
	stated := isms.Organization{Declared: true, OutsideStated: true}
	declared := isms.Organization{Declared: true}
	determined := isms.Organization{Declared: true, Determined: []string{"audits"}}
	tests := []struct {
		name    string
		meta    Meta
		edition string
		org     isms.Organization
		finding Finding
		facts   facts
		want    string
	}{
		{"plain", plain, "2022", stated, Finding{}, facts{}, "error"},
		{"edition", full, "2013", stated, Finding{}, facts{}, "note"},
		{"edition 2022", full, "2022", stated, Finding{}, facts{}, "error"},
		{"amendment takes that of 2022", full, "2022+amd1", stated, Finding{}, facts{}, "error"},
		{"absence, outside stated", plain, "2022", stated, Finding{Absent: "audits"}, facts{}, "error"},
		{"absence, no isms.yaml", plain, "2022", isms.Organization{}, Finding{Absent: "audits"}, facts{}, "warning"},
		{"no absence, no isms.yaml", plain, "2022", isms.Organization{}, Finding{}, facts{}, "error"},
		{"absence, outside not stated", full, "2022", declared, Finding{Absent: "audits"}, facts{}, "note"},
		{"absence, outside stated, not determined", full, "2022", stated, Finding{Absent: "audits"}, facts{}, "error"},
		{"absence of what was determined", full, "2013", determined, Finding{Absent: "audits"}, facts{}, "error"},
		{"absence of something else", full, "2022", determined, Finding{Absent: "reviews"}, facts{}, "note"},
		{"default interval", full, "2022", stated, Finding{}, facts{defaultInterval: true}, "note"},
		{"default interval, no level for it", plain, "2022", stated, Finding{}, facts{defaultInterval: true}, "error"},
		{"at most", plain, "2022", stated, Finding{}, facts{atMost: "note"}, "note"},
		{"at most does not raise", Meta{Level: "note"}, "2022", stated, Finding{}, facts{atMost: "error"}, "note"},
		{"indicates", plain, "2022", stated, Finding{Certainty: "indicates"}, facts{}, "warning"},
		{"base", plain, "2022", stated, Finding{}, facts{base: "note"}, "note"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := newSituation(Builtin(), &isms.Model{Edition: tt.edition, Organization: tt.org})
			tt.finding.Rule = &tt.meta
			if got := s.level(&tt.finding, tt.facts); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}

func TestColumnAbsentFinding(t *testing.T) {
	m := withRisks(model(), 4, 4)
	r := registerOf(m, "risks")
	r.Columns = r.Columns[:1]
	got := evaluate(t, fixtures(t), m, EvalOptions{})[owner]
	if len(got.Findings) != 1 || len(got.Evidence) != 0 {
		t.Fatalf("%+v", got)
	}
	f := got.Findings[0]
	if f.Subject != "register/risks" || f.Pos != at(2).String() || f.Level != "warning" || f.Message != "Our risks has no column for the owner" {
		t.Errorf("%+v", f)
	}
}

func TestFold(t *testing.T) {
	e := fixtures(t)
	tests := []struct {
		entries, unowned int
		want             string // message of the one finding; "" for no folding
	}{
		{2, 2, ""}, // fewer than three
		{6, 3, ""}, // half
		{5, 3, "3 of 5 entries of Our risks have no owner: RSK-001, RSK-002, RSK-003"},
		{20, 12, "12 of 20 entries of Our risks have no owner: RSK-001, RSK-002, RSK-003, RSK-004, RSK-005, RSK-006, RSK-007, RSK-008, RSK-009, RSK-010 and 2 more"},
	}
	for _, tt := range tests {
		m := withRisks(model(), tt.entries, tt.unowned)
		got := evaluate(t, e, m, EvalOptions{Rules: []string{owner}})[owner].Findings
		if tt.want == "" {
			if len(got) != tt.unowned || got[0].Level != "error" {
				t.Errorf("%d of %d: %+v", tt.unowned, tt.entries, got)
			}
			continue
		}
		if len(got) != 1 || got[0].Message != tt.want || got[0].Level != "warning" || got[0].Pos != "2:9:2:14" {
			t.Errorf("%d of %d: %+v", tt.unowned, tt.entries, got)
		}
	}
}

func TestFoldAlways(t *testing.T) {
	m := withRisks(model(), 4, 1)
	s := newSituation(Builtin(), m)
	meta := &Meta{Level: "error", Activities: []string{"6.1.2-d"}, Certainty: "decides", Fold: &Fold{When: "always", Field: "owner", Message: "{n}: {ids}"}}
	about := func(subject, message string) found {
		return found{Finding: Finding{Subject: subject, Field: "owner", Path: "p", Pos: "1:1:1:1", Message: message}}
	}
	got, _ := s.settle(meta, []found{about("risks/RSK-002", "x"), about("risks/RSK-003", "x"), about("register/risks", "y")}, nil)
	if len(got) != 2 || got[0].Message != "y" || got[1].Message != "2: RSK-002, RSK-003" || got[1].Level != "error" {
		t.Errorf("two entries: %+v", got)
	}
	got, _ = s.settle(meta, []found{about("risks/RSK-002", "x")}, nil)
	if len(got) != 1 || got[0].Message != "x" || got[0].Subject != "risks/RSK-002" {
		t.Errorf("one entry: %+v", got)
	}
}

func TestAbsenceKeptElsewhere(t *testing.T) {
	m := model()
	m.Organization.Outside = []isms.Outside{{Item: "audits", Where: "the wiki"}}
	if got := evaluate(t, fixtures(t), m, EvalOptions{})[audits]; got.State != Evaluated || len(got.Findings) != 0 {
		t.Errorf("%+v", got)
	}
}

func TestSettleDropsDuplicates(t *testing.T) {
	s := newSituation(Builtin(), model())
	meta := &Meta{Level: "error", Activities: []string{"6.1.2-d"}, Certainty: "decides"}
	f := found{Finding: Finding{Subject: "a", Field: "b", Path: "p", Pos: "9:1:9:1", Message: "m"}}
	g := f
	g.Pos = "10:1:10:1"
	got, _ := s.settle(meta, []found{g, f}, nil)
	if len(got) != 1 || got[0].Pos != "9:1:9:1" {
		t.Errorf("%+v", got)
	}
}

func TestComparePos(t *testing.T) {
	ordered := []string{"1:1:1:2", "1:2:1:3", "1:10:1:11", "9:1:9:2", "10:1:10:2"}
	for i := range ordered[1:] {
		if comparePos(ordered[i], ordered[i+1]) >= 0 || comparePos(ordered[i+1], ordered[i]) <= 0 {
			t.Errorf("%s is not before %s", ordered[i], ordered[i+1])
		}
	}
}

func TestOneLine(t *testing.T) {
	if got := oneLine("a\x00b\nc"); got != "a b c" {
		t.Errorf("%q", got)
	}
	if got := oneLine(strings.Repeat("ü", longest)); got != strings.Repeat("ü", longest) {
		t.Errorf("cut, though not too long")
	}
	if got := []rune(oneLine(strings.Repeat("ü", longest+1))); len(got) != longest {
		t.Errorf("%d code points", len(got))
	}
}
