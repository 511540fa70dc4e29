package catalogue

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/ismslint/ismslint/internal/isms"
)

func TestCounts(t *testing.T) {
	for _, tc := range []struct {
		what      string
		got, want int
	}{
		{"clauses", len(Clauses()), 28},
		{"activities", len(Activities("")), 153},
		{"activities of 2013", len(Activities(Edition2013)), 147},
		{"activities of 2022", len(Activities(Edition2022)), 151},
		{"activities of 2022+amd1", len(Activities(Edition2022Amd1)), 152},
		{"controls of 2013", len(Controls(Edition2013)), 114},
		{"controls of 2022", len(Controls(Edition2022)), 93},
		{"controls of 2022+amd1", len(Controls(Edition2022Amd1)), 93},
		{"register kinds", len(Registers()), 27},
		{"review inputs of 2013", len(ReviewInputs(Edition2013)), 10},
		{"review inputs of 2022", len(ReviewInputs(Edition2022)), 11},
	} {
		if tc.got != tc.want {
			t.Errorf("%s: %d, want %d", tc.what, tc.got, tc.want)
		}
	}
}

func TestApplies(t *testing.T) {
	for _, tc := range []struct {
		only, edition string
		want          bool
	}{
		{"", Edition2013, true},
		{Edition2013, Edition2022, false},
		{Edition2022, Edition2013, false},
		{Edition2022, Edition2022, true},
		{Edition2022, Edition2022Amd1, true},
		{Edition2022Amd1, Edition2022, false},
		{Edition2022Amd1, Edition2022Amd1, true},
	} {
		if got := Applies(tc.only, tc.edition); got != tc.want {
			t.Errorf("Applies(%q, %q) = %v", tc.only, tc.edition, got)
		}
	}
}

func TestLookups(t *testing.T) {
	if c, ok := ClauseOf("9.3-d"); !ok || c.ID != "9.3" {
		t.Errorf("ClauseOf(9.3-d) = %q, %v", c.ID, ok)
	}
	if a, ok := ActivityByID("4.1-c"); !ok || a.EditionOnly != Edition2022Amd1 {
		t.Errorf("ActivityByID(4.1-c) = %+v, %v", a, ok)
	}
	if c, ok := ControlByID(Edition2013, "A.9.2.3"); !ok || !slices.Equal(c.Other, []string{"8.2"}) {
		t.Errorf("ControlByID(2013, A.9.2.3) = %+v, %v", c, ok)
	}
	if _, ok := ControlByID(Edition2022, "A.9.2.3"); ok {
		t.Error("A.9.2.3 is a control of 2013 only")
	}
	for _, found := range []bool{
		second(ClauseByID("4.9")), second(ClauseOf("4.1-z")), second(RegisterByID("risk")), second(TypeByID("policy")),
	} {
		if found {
			t.Error("a lookup found an id that does not exist")
		}
	}
}

func second[T any](_ T, ok bool) bool { return ok }

func TestClauses(t *testing.T) {
	modes := []string{"mandatory", "conditional", "extent", "as-determined"}
	seen := map[string]bool{}
	for _, c := range Clauses() {
		if !slices.Contains(modes, c.Mode) {
			t.Errorf("%s: mode %q", c.ID, c.Mode)
		}
		checkEvidence(t, c.ID, c.Evidence)
		for _, a := range c.Activities {
			if seen[a.ID] || !strings.HasPrefix(a.ID, c.ID+"-") || a.Text == "" || !slices.Contains(modes, a.Mode) {
				t.Errorf("%s: activity %+v", c.ID, a)
			}
			seen[a.ID] = true
		}
		for _, g := range c.Guidance {
			if !slices.Contains([]string{"should", "can", "may", "explains"}, g.Strength) || g.Text == "" {
				t.Errorf("%s: guidance %+v", c.ID, g)
			}
		}
	}
}

// checkEvidence holds that each item is a document type, a register kind or the
// policy on a topic.
func checkEvidence(t *testing.T, where string, items []string) {
	t.Helper()
	for _, item := range items {
		if topic, ok := strings.CutPrefix(item, "policy.topic."); ok && isTopic(topic) {
			continue
		}
		if !second(TypeByID(item)) && !second(RegisterByID(item)) {
			t.Errorf("%s: evidence %q is neither document type nor register", where, item)
		}
	}
}

func isTopic(id string) bool {
	return slices.ContainsFunc(Topics(), func(t Topic) bool { return t.ID == id })
}

func TestControls(t *testing.T) {
	for edition, other := range map[string]string{Edition2013: Edition2022, Edition2022: Edition2013} {
		seen := map[string]bool{}
		for _, c := range Controls(edition) {
			if seen[c.ID] || c.Label == "" || c.Theme == "" {
				t.Errorf("%s: %+v", edition, c)
			}
			seen[c.ID] = true
			for _, id := range c.Other {
				back, ok := ControlByID(other, id)
				if !ok || !slices.Contains(back.Other, c.ID) {
					t.Errorf("%s of %s maps to %s of %s, which does not map back", c.ID, edition, id, other)
				}
			}
			if c.Topic != "" && !isTopic(c.Topic) {
				t.Errorf("%s: no topic %q", c.ID, c.Topic)
			}
			checkEvidence(t, c.ID, c.Evidence)
		}
	}
	for _, topic := range Topics() {
		for _, id := range topic.Controls2013 {
			if !second(ControlByID(Edition2013, id)) {
				t.Errorf("topic %s: no control %s", topic.ID, id)
			}
		}
		for _, id := range topic.Controls2022 {
			if !second(ControlByID(Edition2022, id)) {
				t.Errorf("topic %s: no control %s", topic.ID, id)
			}
		}
	}
}

// reservedFields are keys of an entry in the model that are no fields.
var reservedFields = []string{"index", "section", "group", "structured", "other", "inputs"}

func TestRegisters(t *testing.T) {
	seen := map[string]bool{}
	for _, k := range Registers() {
		if seen[k.ID] || k.Title == "" || k.Entry == "" || k.Plural == "" || k.Path == "" {
			t.Errorf("register %+v lacks a word", k)
		}
		seen[k.ID] = true
		for _, id := range k.Clauses {
			if !second(ClauseByID(id)) {
				t.Errorf("%s: no clause %s", k.ID, id)
			}
		}
		checkFields(t, k.ID, k.Fields)
		checkFields(t, k.ID+" header", k.Header)
		for _, f := range k.Fields {
			if slices.Contains(reservedFields, f.Name) {
				t.Errorf("%s: %s is a key of the model", k.ID, f.Name)
			}
		}
	}
	checkFields(t, "metadata", MetadataFields())
}

var fieldName = regexp.MustCompile(`^[a-z]+(_[a-z]+)*$`)

func checkFields(t *testing.T, where string, fields []isms.FieldSpec) {
	t.Helper()
	plain := []isms.FieldType{
		isms.TypeID, isms.TypeText, isms.TypeDate, isms.TypeInterval, isms.TypeNumber, isms.TypePeople, isms.TypeRefs,
		isms.TypeControls, isms.TypeLevel, isms.TypeVersion, isms.TypeReason, isms.TypeProperties,
	}
	seen := map[string]bool{}
	for _, f := range fields {
		if seen[f.Name] || !fieldName.MatchString(f.Name) || f.Label == "" {
			t.Errorf("%s: field %+v", where, f)
		}
		seen[f.Name] = true
		list, isEnum := strings.CutPrefix(string(f.Type), "enum:")
		if isEnum && EnumValues(list) == nil || !isEnum && !slices.Contains(plain, f.Type) {
			t.Errorf("%s: %s has type %q", where, f.Name, f.Type)
		}
		if !slices.Contains([]string{"shall", "should", "may"}, f.Need) || len(f.Serves) == 0 {
			t.Errorf("%s: %s: need %q, serves %v", where, f.Name, f.Need, f.Serves)
		}
		for _, a := range f.Serves {
			if !second(ActivityByID(a)) {
				t.Errorf("%s: %s serves no activity %s", where, f.Name, a)
			}
		}
	}
}

func TestDocumentTypes(t *testing.T) {
	kinds := []string{"document", "policy", "plan", "procedure", "record", "minutes", "report", "register"}
	seen, files := map[string]bool{}, map[string]string{}
	for _, d := range DocumentTypes() {
		if seen[d.ID] || !slices.Contains(kinds, d.Kind) || len(d.Clauses) == 0 {
			t.Errorf("%+v", d)
		}
		seen[d.ID] = true
		for _, id := range d.Clauses {
			if !second(ClauseByID(id)) {
				t.Errorf("%s: no clause %s", d.ID, id)
			}
		}
		if d.Register != "" && !second(RegisterByID(d.Register)) {
			t.Errorf("%s: no register %s", d.ID, d.Register)
		}
		for _, f := range d.Files {
			if was, ok := files[f]; ok {
				t.Errorf("pattern %s belongs to %s and to %s", f, was, d.ID)
			}
			files[f] = d.ID
			name := strings.Trim(strings.TrimSuffix(f, ".*"), "*")
			if name == "" || strings.ContainsAny(name, "*.") || name != Normalise(name) {
				t.Errorf("%s: pattern %q", d.ID, f)
			}
		}
	}
	for _, k := range Registers() {
		if k.ID == "organization" {
			continue
		}
		if !slices.ContainsFunc(DocumentTypes(), func(d DocumentType) bool { return d.Register == k.ID }) {
			t.Errorf("no document type leads to the register %s", k.ID)
		}
	}
}

func TestReviewInputs(t *testing.T) {
	for _, k := range ReviewInputs("") {
		a, ok := ActivityByID(k.Activity)
		if !ok || a.EditionOnly != k.EditionOnly || k.Label == "" {
			t.Errorf("%+v, activity %+v", k, a)
		}
	}
}

// TestLimits: of every activity it is said what no rule can tell, and nothing is
// said of what does not exist.
func TestLimits(t *testing.T) {
	if len(Limits()) == 0 {
		t.Error("no limit holds for every activity")
	}
	for _, l := range limits {
		if !strings.HasPrefix(l.Text, "wh") || strings.HasSuffix(l.Text, ".") {
			t.Errorf("%q does not complete \"No rule can tell …\"", l.Text)
		}
		for _, a := range l.Activities {
			if _, ok := ActivityByID(a); !ok {
				t.Errorf("%q: there is no activity %s", l.Text, a)
			}
		}
	}
	for _, a := range Activities("") {
		if len(Limits(a.ID)) == 0 {
			t.Errorf("%s: nothing says what no rule can tell of it", a.ID)
		}
	}
}

func TestPlaceholders(t *testing.T) {
	var all []*regexp.Regexp
	for _, p := range PlaceholderPatterns() {
		re, err := regexp.Compile(p)
		if err != nil {
			t.Errorf("%s: %v", p, err)
			continue
		}
		all = append(all, re)
	}
	matches := func(s string) bool {
		return slices.ContainsFunc(all, func(re *regexp.Regexp) bool { return re.MatchString(s) })
	}
	for _, blank := range []string{"[Company Name]", "{{ owner }}", "${NAME}", "<name>", "TBD", "YYYY-MM-DD", "______", "Muster GmbH", "[FIRMA]"} {
		if !matches(blank) {
			t.Errorf("%q is not recognised as a blank", blank)
		}
	}
	for _, text := range []string{"ISO 27001", "Acme Ltd", "2026-03-01", "the todo list", "[1]", "<b>", "a..b"} {
		if matches(text) {
			t.Errorf("%q is taken for a blank", text)
		}
	}
}

type checkSource struct {
	ID            string   `yaml:"id"`
	Clause        string   `yaml:"clause"`
	Register      string   `yaml:"register"`
	RegisterRules []string `yaml:"register_rules"`
	Strength      string   `yaml:"strength"`
	Activities    []string `yaml:"activities"`
	Dropped       string   `yaml:"dropped"`
}

func TestChecks(t *testing.T) {
	var checks []checkSource
	decodeFile(t, "checks.yaml", &checks)
	seen, served := map[string]bool{}, map[string]bool{}
	for _, c := range checks {
		if seen[c.ID] {
			t.Errorf("check %s is there twice", c.ID)
		}
		seen[c.ID] = true
		if c.Register != "" && !second(RegisterByID(c.Register)) || c.Clause != "" && !second(ClauseByID(c.Clause)) {
			t.Errorf("check %+v", c)
		}
		if (c.Dropped == "") == (c.Strength == "") {
			t.Errorf("check %s: either a strength or why it was dropped", c.ID)
		}
		for _, a := range c.Activities {
			if !second(ActivityByID(a)) {
				t.Errorf("check %s: no activity %s", c.ID, a)
			}
			served[a] = served[a] || c.Strength == "shall"
		}
	}
	for _, a := range Activities("") {
		if !served[a.ID] {
			t.Errorf("no check of strength shall serves %s", a.ID)
		}
	}
}
