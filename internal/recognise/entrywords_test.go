package recognise

import (
	"slices"
	"testing"

	"github.com/ismslint/ismslint/internal/isms"
)

func registerIn(t *testing.T, m *isms.Model, kind string) *isms.Register {
	t.Helper()
	i := slices.IndexFunc(m.Registers, func(r *isms.Register) bool { return r.Kind == kind })
	if i < 0 {
		t.Fatalf("no register %s", kind)
	}
	return m.Registers[i]
}

func TestClimateStatement(t *testing.T) {
	tests := []struct{ above, text, date string }{
		{"climate_determination: {relevant: \"yes\", decided_on: 2026-03-03}", "yes", "2026-03-03"},
		{"climate_determination: {relevant: \"No, because we have no site\"}", "no", ""},
		{"climate_determination: \"no\"", "no", ""},
		{"climate_determination: nein", "no", ""},
		{"climate_determination: {relevant: no decision yet}", "", ""},
		{"climate_determination: {relevant: TBD}", "", ""},
		{"climate_determination: {relevant: {a: b}}", "", ""},
		{"climate_determination: {decided_on: 2026-03-03}", "", ""},
		{"climate_determination: [\"yes\"]", "", ""},
		{"climate_determination:", "", ""},
		{"title: Issues", "", ""},
	}
	for _, test := range tests {
		files := tree{"registers/issues.yaml": "register: issues\n" + test.above + "\nentries:\n  - {id: I-1, title: Flood, effect: Outage}\n"}
		r := registerIn(t, files.model(t), "issues")
		text, date := "", ""
		for _, s := range r.Statements {
			if s.Name == climateChange {
				text, date = s.Text, s.Date
			}
		}
		if text != test.text || date != test.date {
			t.Errorf("%s: %q %q, want %q %q", test.above, text, date, test.text, test.date)
		}
	}
}

func TestSideOfHeading(t *testing.T) {
	tests := []struct{ heading, want string }{
		{"External issues", "external"},
		{"Internal", "internal"},
		{"Interne Themen", "internal"},
		{"Internal and external issues", ""},
		{"Part i", ""},
		{"", ""},
	}
	for _, test := range tests {
		if got := vocab().sideNamed(test.heading); got != test.want {
			t.Errorf("%q: %q, want %q", test.heading, got, test.want)
		}
	}
}

func TestEntryWords(t *testing.T) {
	files := tree{
		"registers/issues.yaml": "register: issues\nentries:\n  - {id: I-1, title: Climate change, effect: Outage}\n  - {id: I-2, title: Flood, effect: Outage}\n",
		"registers/roles.yaml":  "register: roles\nentries:\n  - {id: R-1, role: CISO, responsibilities: Many}\n  - {id: R-2, role: Director, responsibilities: Runs the ISMS}\n",
		"registers/communication.yaml": "register: communication\nentries:\n" +
			"  - {id: C-1, what: Performance of the ISMS, with: Management team, when: monthly, who: CISO}\n" +
			"  - {id: C-2, what: Performance of the ISMS, with: Everybody, when: monthly, who: CISO}\n",
	}
	m := files.model(t)
	for _, test := range []struct {
		kind string
		at   int
		cue  string
		want bool
	}{
		{"issues", 0, climateChange, true},
		{"issues", 1, climateChange, false},
		{"roles", 0, dutyConformity, true},
		{"roles", 1, dutyConformity, true},
		{"roles", 1, "duty-reporting", false},
		{"communication", 0, "performance-to-top", true},
		{"communication", 1, "performance-to-top", false},
	} {
		e := registerIn(t, m, test.kind).Entries[test.at]
		got := slices.ContainsFunc(e.Mentions, func(x isms.Mention) bool { return x.Name == test.cue && !x.Pos.IsZero() })
		if got != test.want {
			t.Errorf("%s %s: %v, want %v", e.ID, test.cue, got, test.want)
		}
	}
}

func TestIDForm(t *testing.T) {
	for id, want := range map[string]string{
		"ROLE-CEO": "ROLE-", "P-01": "P-", "P01": "P", "CEO": "", "Head of IT-2": "", "ROLE-": "", "-1": "", "": "",
	} {
		if got := idForm(id); got != want {
			t.Errorf("%q: %q, want %q", id, got, want)
		}
	}
	forms := map[string]bool{"P-": true}
	if got := likeIDs("P-01, Jane Roe and P-7; Q-1", forms); !slices.Equal(got, []string{"P-01", "P-7"}) {
		t.Errorf("%q", got)
	}
}

// A cue of a type stands at a heading where there is one.
func TestCuePlace(t *testing.T) {
	files := tree{"scope.md": "# ISMS scope\n\nThe ISMS covers all teams; our cloud provider is big and runs the buildings in which all of it stands.\n\n## Interfaces\n\nThe landlord.\n"}
	m := files.model(t)
	i := slices.IndexFunc(m.Types, func(x *isms.Type) bool { return x.ID == "scope" })
	typ := m.Types[i]
	at := slices.Index(typ.Cues, "scope-interfaces")
	if at < 0 || len(typ.CueAt) != len(typ.Cues) || typ.CueAt[at].Pos.Line != 5 || typ.CueAt[at].Section != "interfaces" {
		t.Errorf("%d %+v", at, typ.CueAt)
	}
}
