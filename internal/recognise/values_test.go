package recognise

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/ismslint/ismslint/internal/isms"
)

// testReader evaluates as of 2026-11-24; "management.md" and "evidence/log.pdf" exist.
func testReader() *reader {
	asOf := time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC)
	exists := func(p string) bool { return p == "docs/management.md" || p == "evidence/log.pdf" }
	return &reader{calendar: calendar{asOf: asOf, v: vocab()}, exists: exists, top: map[string]bool{}}
}

func TestDate(t *testing.T) {
	tests := []struct{ text, from, until string }{
		{"2026-03-01", "2026-03-01", "2026-03-01"},
		{"2026/03/01", "2026-03-01", "2026-03-01"},
		{"2026-03-01T14:00:00Z", "2026-03-01", "2026-03-01"},
		{"2026-08-05 14:30 (UTC)", "2026-08-05", "2026-08-05"},
		{"2026-08-05 (UTC)", "2026-08-05", "2026-08-05"},
		{"approved 2026-08-05", "2026-08-05", "2026-08-05"},
		{"06.03.2023", "2023-03-06", "2023-03-06"},
		{"11. 01. 2023", "2023-01-11", "2023-01-11"},
		{"am 6.3.2023", "2023-03-06", "2023-03-06"},
		{"14/07/2026", "2026-07-14", "2026-07-14"},
		{"07/14/2026", "2026-07-14", "2026-07-14"},
		{"05/05/2026", "2026-05-05", "2026-05-05"},
		{"03/04/2026", "", ""},
		{"03-04-2026", "", ""},
		{"28 June 2026", "2026-06-28", "2026-06-28"},
		{"June 28, 2026", "2026-06-28", "2026-06-28"},
		{"28th of June 2026", "2026-06-28", "2026-06-28"},
		{"1st March 2026", "2026-03-01", "2026-03-01"},
		{"3rd Mar 2026", "2026-03-03", "2026-03-03"},
		{"Jan 1 2020", "2020-01-01", "2020-01-01"},
		{"1. März 2026", "2026-03-01", "2026-03-01"},
		{"1. Maerz 2026", "2026-03-01", "2026-03-01"},
		{"15. Dez. 2025", "2025-12-15", "2025-12-15"},
		{"Juni 2026", "2026-06-01", "2026-06-30"},
		{"September 2025", "2025-09-01", "2025-09-30"},
		{"Feb 2024", "2024-02-01", "2024-02-29"},
		{"2026-03", "2026-03-01", "2026-03-31"},
		{"03/2026", "2026-03-01", "2026-03-31"},
		{"Q3 2026", "2026-07-01", "2026-09-30"},
		{"Q3/2026", "2026-07-01", "2026-09-30"},
		{"2026-Q1", "2026-01-01", "2026-03-31"},
		{"3. Quartal 2026", "2026-07-01", "2026-09-30"},
		{"2026", "2026-01-01", "2026-12-31"},
		{"2026年3月1日", "2026-03-01", "2026-03-01"},
		{"2026年3月", "2026-03-01", "2026-03-31"},
		{"2026-02-30", "", ""},
		{"31.06.2026", "", ""},
		{"annually", "", ""},
		{"YYYY-MM-DD", "", ""},
		{"version 1.2.2026", "2026-02-01", "2026-02-01"},
		{"10.0.0.2023", "", ""},
		{"2026-03-01 or later, once the board of directors has met and the minutes have been signed by everybody", "", ""},
		{"May the 2 teams meet", "", ""},
		{"", "", ""},
	}
	r := testReader()
	for _, tt := range tests {
		d, _ := r.date(tt.text)
		if d.From != tt.from || d.Until != tt.until {
			t.Errorf("date(%q) = %q..%q, want %q..%q", tt.text, d.From, d.Until, tt.from, tt.until)
		}
	}
}

func TestAge(t *testing.T) {
	r := testReader()
	for text, age := range map[string]int{"2026-11-24": 0, "2026-11-23": 1, "2026-11-25": -1, "2026-12": -37, "2025-11-24": 365} {
		if d, ok := r.date(text); !ok || d.Age != age {
			t.Errorf("the age of %s is %d, want %d", text, d.Age, age)
		}
	}
}

func TestInterval(t *testing.T) {
	tests := []struct {
		text         string
		months, days int
	}{
		{"P12M", 12, 0},
		{"p1y", 12, 0},
		{"P2W", 0, 14},
		{"P1Y6M", 18, 0},
		{"annually", 12, 0},
		{"Annual", 12, 0},
		{"Annually or after significant change", 12, 0},
		{"every 6 months", 6, 0},
		{"24 months", 24, 0},
		{"2 years", 24, 0},
		{"90 days", 0, 90},
		{"quarterly", 3, 0},
		{"jährlich", 12, 0},
		{"alle 6 Monate", 6, 0},
		{"halbjährlich", 6, 0},
		{"vierteljährlich", 3, 0},
		{"monthly", 1, 0},
		{"12", 0, 0},
		{"on demand", 0, 0},
		{"P", 0, 0},
		{"", 0, 0},
	}
	r := testReader()
	for _, tt := range tests {
		got, ok := r.interval(tt.text)
		want := isms.Interval{Months: tt.months, Days: tt.days}
		if got != want || ok != (want != isms.Interval{}) {
			t.Errorf("interval(%q) = %+v, %v, want %+v", tt.text, got, ok, want)
		}
	}
}

func TestPeople(t *testing.T) {
	tests := []struct {
		text string
		keys []string
		top  bool
	}{
		{"Jane Doe", []string{"jane do"}, false},
		{"CISO / CTO", []string{"ciso", "cto"}, true},
		{"CISO / Head of IT", []string{"ciso", "head of it"}, false},
		{"CEO", []string{"ceo"}, true},
		{"role:ceo", []string{"ceo"}, true},
		{"CEO, CISO and Head of Operations", []string{"ceo", "ciso", "head of operations"}, true},
		{"Geschäftsführung und ISB", []string{"geschaftsfuhrung", "isb"}, true},
		{"Geschäftsführerin", []string{"geschaftsfuhrerin"}, true},
		{"Managing Director", []string{"managing director"}, true},
		{"Vice President Engineering", []string{"vice president engineering"}, false},
		{"Assistant to the CEO", []string{"assistant to the ceo"}, false},
		{"Assistenz der Geschäftsführung", []string{"assistenz der geschaftsfuhrung"}, false},
		{"Deputy Managing Director", []string{"deputy managing director"}, false},
		{"Jane Doe (CEO)", []string{"jane do ceo"}, true},
		{"TBD", nil, false},
		{"-", nil, false},
		{"pending", nil, false},
		{"", nil, false},
		{"Sandy Anders", []string{"sandy anders"}, false},
		{"Gorm Underwood", []string{"gorm underwood"}, false},
		{"Director of Engineering", []string{"director of engineering"}, false},
		{"Director", []string{"director"}, true},
		{"Leitung IT", []string{"leitung it"}, false},
		{"Leitung", []string{"leitung"}, true},
		{"IT + HR", []string{"it", "hr"}, false},
	}
	r := testReader()
	for _, tt := range tests {
		got := r.peopleIn(tt.text)
		if !slices.Equal(got.Keys, tt.keys) || got.Top != tt.top {
			t.Errorf("peopleIn(%q) = %q, top %v, want %q, top %v", tt.text, got.Keys, got.Top, tt.keys, tt.top)
		}
	}
}

func TestRefs(t *testing.T) {
	tests := []struct {
		name  string
		text  string
		links []string
		want  []isms.Ref
	}{
		{"an id", "RSK-007", nil, []isms.Ref{{Raw: "RSK-007", ID: "RSK-007"}}},
		{"several ids", "RSK-007, RSK-008; T-1", nil, []isms.Ref{{Raw: "RSK-007", ID: "RSK-007"}, {Raw: "RSK-008", ID: "RSK-008"}, {Raw: "T-1", ID: "T-1"}}},
		{"an id with words", "RSK-007 Ransomware", nil, []isms.Ref{{Raw: "RSK-007 Ransomware", ID: "RSK-007"}}},
		{"a path", "evidence/log.pdf", nil, []isms.Ref{{Raw: "evidence/log.pdf", Path: "evidence/log.pdf"}}},
		{"a path up", "../evidence/log.pdf", nil, []isms.Ref{{Raw: "../evidence/log.pdf", Path: "../evidence/log.pdf"}}},
		{"a url", "https://example.org/a,b", nil, []isms.Ref{{Raw: "https://example.org/a,b", URL: true}}},
		{"a link", "Review minutes", []string{"../management.md"}, []isms.Ref{{Raw: "../management.md", Path: "../management.md"}}},
		{"a link whose text is an id", "RSK-007", []string{"risks.md#rsk-007"}, []isms.Ref{{Raw: "RSK-007", ID: "RSK-007"}, {Raw: "risks.md#rsk-007", Path: "risks.md#rsk-007"}}},
		{"text", "see the minutes of the board", nil, []isms.Ref{{Raw: "see the minutes of the board"}}},
		{"nothing", "–", nil, nil},
		{"to be done", "TBD", nil, nil},
	}
	r := testReader()
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			v, at := r.refs(cell{text: tt.text, links: tt.links})
			got, _ := v.(isms.Refs)
			if diff := cmp.Diff(tt.want, []isms.Ref(got)); diff != "" {
				t.Error(diff)
			}
			if len(at) != len(got) {
				t.Errorf("%d positions for %d references", len(at), len(got))
			}
		})
	}
}

func TestResolve(t *testing.T) {
	tests := []struct {
		from, target, path string
		exists             bool
	}{
		{"docs/a.md", "management.md", "docs/management.md", true},
		{"docs/a.md", "management.md#top", "docs/management.md", true},
		{"docs/a.md", "../evidence/log.pdf", "evidence/log.pdf", true},
		{"docs/a.md", "evidence/log.pdf", "evidence/log.pdf", true},
		{"docs/a.md", "/evidence/log.pdf", "evidence/log.pdf", true},
		{"docs/a.md", "gone.md", "docs/gone.md", false},
		{"docs/a.md", "../../etc/passwd", "", false},
		{"docs/a.md", "https://example.org/x.md", "", false},
		{"docs/a.md", "#here", "", false},
		{"docs/a.md", "management%2Emd", "docs/management.md", true},
	}
	r := testReader()
	for _, tt := range tests {
		got, exists := r.resolve(tt.from, tt.target)
		if got != tt.path || exists != tt.exists {
			t.Errorf("resolve(%q, %q) = %q, %v, want %q, %v", tt.from, tt.target, got, exists, tt.path, tt.exists)
		}
	}
}

func TestControls(t *testing.T) {
	four := []string{"5.15", "5.16", "5.17", "5.18"}
	tests := []struct {
		text string
		want []string
	}{
		{"5.15", []string{"5.15"}},
		{"A.5.15", []string{"5.15"}},
		{"A 5.15", []string{"5.15"}},
		{"A5.15", []string{"5.15"}},
		{"a.5.15", []string{"5.15"}},
		{"Annex A 5.15", []string{"5.15"}},
		{"Annex A: A.8.9", []string{"8.9"}},
		{"ISO 27001:2022 A.8.24", []string{"8.24"}},
		{"iso27001:A.8.24", []string{"8.24"}},
		{"A.5.15-A.5.18", four},
		{"A.5.15–A.5.18", four},
		{"A.5.15 — A.5.18", four},
		{"A.5.15‑A.5.18", four},
		{"5.15–5.18", four},
		{"5.15 to 5.18", four},
		{"A.5.15 bis A.5.18", four},
		{"A.5.15–A.5.18, A.8.2", append(slices.Clone(four), "8.2")},
		{"A.5.15–5.18", four},
		{"A.5.15–18", four},
		{"A.5.15, A.5.15", []string{"5.15"}},
		{"A.5.18–A.5.15", []string{"5.18", "5.15"}},
		{"A.5.36–A.6.2", []string{"5.36", "5.37", "6.1", "6.2"}},
		{"A.9.2.3", []string{"A.9.2.3"}},
		{"9.2.3", []string{"A.9.2.3"}},
		{"A.9.2.1–A.9.2.3", []string{"A.9.2.1", "A.9.2.2", "A.9.2.3"}},
		{"5.1 GHz", nil},
		{"version 5.1", nil},
		{"v5.1.2", nil},
		{"TLS 1.2", nil},
		{"A.5.99", nil},
		{"8.8.8.8", nil},
		{"5.10 %", nil},
		{"2026-05-15", nil},
		{"15.5.2026", nil},
		{"none", nil},
		{"", nil},
	}
	for _, tt := range tests {
		list, at := readControls(tt.text)
		var got []string
		for _, c := range list {
			got = append(got, c.ID)
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("readControls(%q) = %q, want %q", tt.text, got, tt.want)
		}
		if len(at) != len(list) {
			t.Errorf("readControls(%q): %d places for %d controls", tt.text, len(at), len(list))
		}
	}
}

func TestClauses(t *testing.T) {
	tests := []struct {
		text string
		bare bool
		want []string
	}{
		{"9.3", true, []string{"9.3"}},
		{"9.3.2", true, []string{"9.3"}},
		{"Management review (clause 9.3)", false, []string{"9.3"}},
		{"Management review (ISO/IEC 27001:2022, 9.3)", false, []string{"9.3"}},
		{"Bewertung (§ 9.3)", false, []string{"9.3"}},
		{"9.3 Management review", false, nil},
		{"iso27001:6.1.2", true, []string{"6.1.2"}},
		{"clauses 4.1 and 4.2", false, []string{"4.1", "4.2"}},
		{"iso27001:A.8.3", true, nil},
		{"Annex A 8.3", true, nil},
		{"A.5.1, 5.2", true, nil},
		{"11.4", true, nil},
	}
	for _, tt := range tests {
		if got := findClauses(tt.text, tt.bare); !slices.Equal(got, tt.want) {
			t.Errorf("findClauses(%q, %v) = %q, want %q", tt.text, tt.bare, got, tt.want)
		}
	}
}

func TestUnfilled(t *testing.T) {
	r := testReader()
	for _, text := range []string{
		"", "-", "–", "—", "...", "…", "____", "________", "TBD", "tbd", "TBC", "TODO", "[Owner]", "[Name]", "[DATE]", "[TBD]",
		"{{ owner }}", "${OWNER}", "<name>", "YYYY-MM-DD", "TT.MM.JJJJ", "**[DATE]**", "?", "n.n.", "[POLICY_OWNER_ROLE, e.g. Security Officer]",
	} {
		if !r.isUnfilled(text) {
			t.Errorf("%q is taken for filled", text)
		}
	}
	for _, text := range []string{
		"0", "none", "n/a", "No", "x", "✓", "CEO", "2026-01-01", "[RSK-1](risks.md)", "R&D", "Todor Ivanov", "See [1]", "A - B", "C#",
	} {
		if r.isUnfilled(text) {
			t.Errorf("%q is taken for unfilled", text)
		}
	}
}

func TestEnums(t *testing.T) {
	tests := []struct{ list, text, want string }{
		{"yes_no", "Yes", "yes"},
		{"yes_no", "✓", "yes"},
		{"yes_no", "✅", "yes"},
		{"yes_no", "✅ Yes", "yes"},
		{"yes_no", "x", "yes"},
		{"yes_no", "true", "yes"},
		{"yes_no", "Yes – see 5.1", "yes"},
		{"yes_no", "Yes (partially)", "yes"},
		{"yes_no", "Ja, seit 2024", "yes"},
		{"yes_no", "Applicable", "yes"},
		{"yes_no", "anwendbar", "yes"},
		{"yes_no", "No", "no"},
		{"yes_no", "❌", "no"},
		{"yes_no", "❌ No", "no"},
		{"yes_no", "N/A", "no"},
		{"yes_no", "Not applicable", "no"},
		{"yes_no", "nicht anwendbar", "no"},
		{"yes_no", "excluded", "no"},
		{"yes_no", "Nobody knows", ""},
		{"yes_no", "Yesterday", ""},
		{"implementation", "implemented", "implemented"},
		{"implementation", "Implemented (2024)", "implemented"},
		{"implementation", "✅ Implemented", "implemented"},
		{"implementation", "not implemented", "not-implemented"},
		{"implementation", "Not yet implemented", "not-implemented"},
		{"implementation", "Partially implemented", "partial"},
		{"implementation", "🟡 Partial", "partial"},
		{"implementation", "umgesetzt", "implemented"},
		{"implementation", "nicht umgesetzt", "not-implemented"},
		{"implementation", "teilweise umgesetzt", "partial"},
		{"implementation", "geplant", "planned"},
		{"implementation", "Implemented?", "implemented"},
		{"work_status", "In Progress", "in-progress"},
		{"work_status", "in Bearbeitung", "in-progress"},
		{"work_status", "Closed – verified 2025", "closed"},
		{"work_status", "🟢 Done", "done"},
		{"option", "Mitigate", "modify"},
		{"option", "Accept (residual)", "retain"},
		{"option", "akzeptieren", "retain"},
		{"effectiveness", "not effective", "not-effective"},
		{"effectiveness", "wirksam", "effective"},
		{"document_status", "Approved", "approved"},
		{"document_status", "Draft – not approved", "draft"},
		{"document_status", "freigegeben", "approved"},
		{"finding_grade", "Minor NC", "minor"},
		{"finding_grade", "Hauptabweichung", "major"},
	}
	for _, tt := range tests {
		if got, _ := vocab().value(tt.list, tt.text); got != tt.want {
			t.Errorf("%s: %q is read as %q, want %q", tt.list, tt.text, got, tt.want)
		}
	}
}

func TestNumbers(t *testing.T) {
	for text, want := range map[string]float64{"12": 12, "12.5": 12.5, "0,5 %": 0.5, "≥ 95 %": 95, "-3": -3, "15 (High)": 15, "3/5": 3} {
		if n, ok := leadingNumberOf(text); !ok || n != want {
			t.Errorf("the number of %q is %v, %v, want %v", text, n, ok, want)
		}
	}
	for _, text := range []string{"High (15)", "", "none", "Q3", "99999999999999999999"} {
		if n, ok := leadingNumberOf(text); ok {
			t.Errorf("%q is taken for the number %v", text, n)
		}
	}
}
