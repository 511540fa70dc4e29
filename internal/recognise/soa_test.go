package recognise

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/ismslint/ismslint/internal/catalogue"
	"github.com/ismslint/ismslint/internal/config"
	"github.com/ismslint/ismslint/internal/isms"
)

// soaOf recognises one document and returns its Statement of Applicability.
func soaOf(t *testing.T, text string) *isms.Register {
	t.Helper()
	m, err := Model(context.Background(), []File{Parse("soa.md", text)}, Options{AsOf: "2026-11-24", Settings: &config.Settings{}, Jobs: 1})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range m.Registers {
		if r.Kind == "soa" {
			return r
		}
	}
	t.Fatal("no register")
	return nil
}

func entryOf(t *testing.T, r *isms.Register, id string) *isms.Entry {
	t.Helper()
	for i := range r.Entries {
		if r.Entries[i].ID == id {
			return &r.Entries[i]
		}
	}
	t.Fatalf("no entry %s among %d", id, len(r.Entries))
	return nil
}

const soaHead = "# Statement of Applicability\n\nWhich controls apply to us, and why they do or do not.\n\n"

// soaTable has a row for each control of the 2022 edition but some, and rows of
// its own before them.
func soaTable(header, rows, rest string, but ...string) string {
	var b strings.Builder
	b.WriteString(soaHead + header + "\n" + strings.Repeat("|---", strings.Count(header, "|")-1) + "|\n" + rows)
	for _, c := range catalogue.Controls(catalogue.Edition2022) {
		if !strings.Contains(" "+strings.Join(but, " ")+" ", " "+c.ID+" ") {
			fmt.Fprintf(&b, "| %s | %s |\n", c.ID, rest)
		}
	}
	return b.String()
}

func TestExclusionsElsewhere(t *testing.T) {
	header := "| Control | Applicable | Justification |"
	row := "| A.7.12 | no | N/A |\n"
	tests := []struct{ name, rows, after, reason string }{
		{"second table", row, "\n## Excluded controls\n\n| Control | Reason |\n|---|---|\n| A.7.12 | We have no cables of our own |\n", "We have no cables of our own"},
		{"list", row, "\n## Exclusions\n\n- A.7.12: there are no cables of our own\n", "A.7.12: there are no cables of our own"},
		{"German list", row, "\n## Ausgeschlossene Maßnahmen\n\n- 7.12 entfällt, denn wir haben keine Kabel\n", "7.12 entfällt, denn wir haben keine Kabel"},
		{"not in the main table", "", "\n## Excluded controls\n\n| Control | Reason |\n|---|---|\n| A.7.12 | No cables |\n", "No cables"},
		{"in the cell", "| A.7.12 | No, because there are no cables here | |\n", "", "No, because there are no cables here"},
		{"in another section", row, "\n## Remarks\n\n- A.7.12: there are no cables of our own\n", ""},
		{"empty there too", row, "\n## Excluded controls\n\n| Control | Reason |\n|---|---|\n| A.7.12 | N/A |\n", ""},
		{"too few words", row, "\n## Excluded controls\n\n- A.7.12\n", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := soaOf(t, soaTable(header, tt.rows, "yes | RSK-001", "7.12")+tt.after)
			if len(r.Entries) != 93 {
				t.Errorf("%d entries", len(r.Entries))
			}
			e := entryOf(t, r, "7.12")
			if got := enumOf(e.Fields, "applicable"); got != "no" {
				t.Errorf("applicable: %q", got)
			}
			if got := textOf(e.Fields, "exclusion_reason"); got != tt.reason {
				t.Errorf("reason: %q, want %q", got, tt.reason)
			}
		})
	}
}

func TestApplicabilityWithoutColumn(t *testing.T) {
	tests := []struct{ header, cells, want string }{
		{"| Control | Reason for inclusion | Reason for exclusion |", "RSK-001 | ", "yes"},
		{"| Control | Reason for inclusion | Reason for exclusion |", " | no cables", "no"},
		{"| Control | Justification | Status |", "Not applicable: no cables | ", "no"},
		{"| Control | Justification | Status |", "No user is trusted blindly | implemented", "yes"},
		{"| Control | Justification | Status |", "no cables | N/A", "no"},
		{"| Control | Justification | Status |", " | ", ""},
	}
	for _, tt := range tests {
		r := soaOf(t, soaTable(tt.header, "| 7.12 | "+tt.cells+" |\n", "RSK-001 | implemented", "7.12"))
		for i := range r.Entries {
			if r.Entries[i].ID == "7.12" {
				if got := enumOf(r.Entries[i].Fields, "applicable"); got != tt.want {
					t.Errorf("%s %s: %q, want %q", tt.header, tt.cells, got, tt.want)
				}
			}
		}
	}
}

func TestThemeRows(t *testing.T) {
	header := "| Control | Applicable | Justification |"
	var but []string
	for _, c := range catalogue.Controls(catalogue.Edition2022) {
		if strings.HasPrefix(c.ID, "7.") && c.ID != "7.7" {
			but = append(but, c.ID)
		}
	}
	r := soaOf(t, soaTable(header, "| A.7 | no | We have no premises |\n", "yes | RSK-001", but...))
	if e := entryOf(t, r, "7.12"); enumOf(e.Fields, "applicable") != "no" || textOf(e.Fields, "justification") != "We have no premises" {
		t.Errorf("%+v", e)
	}
	if e := entryOf(t, r, "7.7"); enumOf(e.Fields, "applicable") != "yes" || len(r.Entries) != 93 {
		t.Errorf("%d entries, %+v", len(r.Entries), e)
	}
	r = soaOf(t, soaTable(header, "| A.7 | | Physical controls |\n", "yes | RSK-001", but...))
	if len(r.Entries) != 93-len(but) {
		t.Errorf("a heading became %d controls", len(r.Entries)-93+len(but))
	}
}

func TestStatusInDescription(t *testing.T) {
	tests := []struct{ description, want string }{
		{"Implemented with single sign-on", "implemented"},
		{"Roles exist; reviews are planned for autumn", "planned"},
		{"Not yet implemented", "not-implemented"},
		{"Ist umgesetzt durch die Richtlinie", "implemented"},
		{"Policies for information security", ""},
		{"Doors are open in daytime", ""},
	}
	for _, tt := range tests {
		r := soaOf(t, soaTable("| Control | Applicable | Justification | Description |", "", "yes | RSK-001 | "+tt.description))
		if got := enumOf(entryOf(t, r, "5.1").Fields, "implementation"); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.description, got, tt.want)
		}
		if hasColumn(r, "implementation") != (tt.want != "") {
			t.Errorf("%q: column of the status: %v", tt.description, hasColumn(r, "implementation"))
		}
	}
}

func TestStatusWordInOneTitle(t *testing.T) {
	r := soaOf(t, soaTable("| Control | Applicable | Justification | Description |", "| 8.19 | yes | RSK-001 | Software on operational systems |\n", "yes | RSK-001 | A title", "8.19"))
	if hasColumn(r, "implementation") || enumOf(entryOf(t, r, "8.19").Fields, "implementation") != "" {
		t.Error("a title became a status")
	}
}

func TestFewControlsAreNoPossibleSoA(t *testing.T) {
	m, err := Model(context.Background(), []File{Parse("notes.md", "# Notes\n\n| Level | Control | Applicable | Reason |\n|---|---|---|---|\n| high | 5.15 | yes | access |\n| low | 5.16 | no | none |\n")},
		Options{AsOf: "2026-11-24", Settings: &config.Settings{}, Jobs: 1})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range m.Registers {
		if r.Kind == "soa" && (r.State != isms.Absent || len(r.Possible) > 0) {
			t.Errorf("%s, possible %v", r.State, r.Possible)
		}
	}
}

func TestContradictingExclusion(t *testing.T) {
	r := soaOf(t, soaTable("| Control | Applicable | Justification |", "", "yes | RSK-001")+"\n## Excluded controls\n\n| Control | Reason |\n|---|---|\n| 7.12 | No cables |\n")
	if len(r.Entries) != 94 || len(r.Duplicates) != 1 || r.Duplicates[0].ID != "7.12" {
		t.Errorf("%d entries, duplicates %v", len(r.Entries), r.Duplicates)
	}
}

func TestMappingInTheIDCell(t *testing.T) {
	r := soaOf(t, soaTable("| Control | Applicable | Justification |", "| 5.15 (formerly A.9.1.1) | yes | RSK-001 |\n", "yes | RSK-001", "5.15"))
	if len(r.Entries) != 93 {
		t.Errorf("%d entries", len(r.Entries))
	}
}

func TestMeasureInTheOption(t *testing.T) {
	text := "# Risk treatment plan\n\nWhat we do about our risks, and by when it will be done here.\n\n| Risk | Option | Owner | Status |\n|---|---|---|---|\n| RSK-001 | Mitigate by signing in with keys | CTO | open |\n| RSK-002 | Mitigate | CTO | open |\n"
	m, err := Model(context.Background(), []File{Parse("risk-treatment-plan.md", text)}, Options{AsOf: "2026-11-24", Settings: &config.Settings{}, Jobs: 1})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range m.Registers {
		if r.Kind != "treatments" {
			continue
		}
		if len(r.Entries) != 2 || textOf(r.Entries[0].Fields, "action") == "" || textOf(r.Entries[1].Fields, "action") != "" {
			t.Errorf("%+v", r.Entries)
		}
	}
}

func TestStatementsForAll(t *testing.T) {
	tests := []struct {
		text string
		want map[string]bool
	}{
		{"All controls are implemented.", map[string]bool{"implemented-all": true}},
		{"This document lists every control, why it is necessary and whether it is implemented.", nil},
		{"Alle Controls sind umgesetzt.", map[string]bool{"implemented-all": true}},
		{"Alle Controls mit der Angabe, ob sie umgesetzt sind.", nil},
		{"All controls are included because the risk assessment calls for them.", map[string]bool{"reason-all": true}},
		{"No controls are excluded.", map[string]bool{"exclusions": true}},
	}
	for _, tt := range tests {
		r := soaOf(t, strings.Replace(soaTable("| Control | Applicable | Justification |", "", "yes | RSK-001"), "\n\n|", "\n\n"+tt.text+"\n\n|", 1))
		got := map[string]bool{}
		for _, s := range r.Statements {
			got[s.Name] = true
		}
		for _, name := range []string{"implemented-all", "reason-all", "exclusions"} {
			if got[name] != tt.want[name] {
				t.Errorf("%q: %s is %v", tt.text, name, got[name])
			}
		}
	}
}

// TestHostileControls: a few bytes a row that each name all of Annex A, and
// exclusions of one control over and over, stay bounded.
func TestHostileControls(t *testing.T) {
	rows := strings.Repeat("| 5.1-8.34 | no | |\n", 20_000) + strings.Repeat("| A.5 | no | |\n", 2_000)
	after := "\n## Excluded controls\n\n| Control | Reason |\n|---|---|\n" + strings.Repeat("| 5.1 | None |\n", 20_000)
	r := soaOf(t, soaTable("| Control | Applicable | Justification |", rows, "yes | RSK-001")+after)
	if len(r.Entries) > mostControls+93 {
		t.Errorf("%d entries", len(r.Entries))
	}
}
