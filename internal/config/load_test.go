package config

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ismslint/ismslint/internal/isms"
	"github.com/ismslint/ismslint/internal/syntax"
)

var known = Known{
	Types:      []string{"policy.infosec", "policy.topic", "scope", "competence"},
	Topics:     []string{"access-control", "backup"},
	Registers:  []string{"risks", "soa", "competence"},
	Clauses:    []string{"4.1", "5.2", "9.3", "10.1"},
	Activities: []string{"4.1-a", "7.2-d"},
	Rules:      []string{"risk-assessment/risk-owner", "scope/recognised"},
}

func TestSchemaIsPublished(t *testing.T) {
	for name, own := range map[string][]byte{"isms.schema.json": Schema(), "waivers.schema.json": WaiversSchema()} {
		published, err := os.ReadFile("../../docs/schemas/" + name)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(published, own) {
			t.Errorf("docs/schemas/%s differs from internal/config/%[1]s: copy it", name)
		}
	}
}

func TestEveryKeyIsDescribed(t *testing.T) {
	for _, of := range []func() (*schema, error){theSchema, waiversSchema} {
		s, err := of()
		if err != nil {
			t.Fatal(err)
		}
		everyKeyIsDescribed(t, s)
	}
}

func everyKeyIsDescribed(t *testing.T, s *schema) {
	t.Helper()
	var walk func(at string, node map[string]any)
	walk = func(at string, node map[string]any) {
		properties, _ := node["properties"].(map[string]any)
		for key, child := range properties {
			child := child.(map[string]any)
			if child["description"] == nil {
				t.Errorf("%s/%s has no description", at, key)
			}
			if s.resolve(child)["errorMessage"] == nil {
				t.Errorf("%s/%s has no error message", at, key)
			}
			walk(at+"/"+key, child)
		}
		if items, ok := node["items"].(map[string]any); ok {
			walk(at+"/items", items)
		}
		if rest, ok := node["additionalProperties"].(map[string]any); ok {
			walk(at+"/*", rest)
		}
	}
	walk("", s.raw)
}

const full = `# what ismslint is told
edition: 2022
organization:
  name: Example Ltd
  persons: 8
  top_management: [CEO, "person-001"]
  intended_outcomes:
    - customers trust us
  languages: [en, de]
  started_on: 2025-01-15
  audit_cycle_years: 3
intervals:
  risk_assessment: P12M
  access_review: P1Y6M2W
determined: [scope]
documents:
  policies/*.md: policy.topic
  "handbook/backup.md":
    type: policy.topic
    topic: backup
    clauses: [9.3, 10.1]
  drafts/**:
    ignore: drafts of the works council
outside:
  - item: competence
    where: HR system
not_applicable:
  - item: 4.1
    reason: kept by the group
approval: pull-request
versions: git
public: true
index: README.md
lint:
  levels:
    risk-assessment/risk-owner: off
  ignore: ["archive/**"]
  policies: [./own-rules]
  longest_waiver: P6M
`

func TestLoad(t *testing.T) {
	s := load(t, "isms/isms.yaml", full)
	got := *s
	got.pos, got.parts, got.at = isms.Pos{}, nil, nil
	for i := range got.Documents {
		got.Documents[i].Pos = isms.Pos{}
	}
	want := Settings{
		Path: "isms/isms.yaml", Declared: true, Edition: "2022",
		Name: "Example Ltd", Persons: 8, TopManagement: []string{"CEO", "person-001"},
		IntendedOutcomes: []string{"customers trust us"}, Languages: []string{"en", "de"},
		StartedOn: "2025-01-15", AuditCycleYears: 3,
		Intervals: []isms.NamedInterval{
			{Name: "risk_assessment", Value: isms.Interval{Months: 12}, Raw: "P12M"},
			{Name: "access_review", Value: isms.Interval{Months: 18, Days: 14}, Raw: "P1Y6M2W"},
		},
		Determined: []string{"scope"},
		Documents: []DocumentRule{
			{Glob: "policies/*.md", Type: "policy.topic"},
			{Glob: "handbook/backup.md", Type: "policy.topic", Topic: "backup", Clauses: []string{"9.3", "10.1"}},
			{Glob: "drafts/**", Ignore: "drafts of the works council"},
		},
		OutsideStated: true,
		Outside:       []isms.Outside{{Item: "competence", Where: "HR system"}},
		NotApplicable: []isms.NotApplicable{{Item: "4.1", Reason: "kept by the group"}},
		Approval:      "pull-request", Versions: "git", Public: true, Index: "isms/README.md",
		Lint: Lint{
			Levels: map[string]string{"risk-assessment/risk-owner": "off"},
			Ignore: []string{"archive/**"}, Policies: []string{"isms/own-rules"}, LongestWaiver: "P6M",
		},
	}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(Settings{})); diff != "" {
		t.Errorf("settings (-want +got):\n%s", diff)
	}
	org := s.Organization()
	if !org.Small || !org.OutsideStated || org.Path != "isms/isms.yaml" {
		t.Errorf("organization: %+v", org)
	}
}

// Each position covers the value's own text.
func TestPositions(t *testing.T) {
	src := syntax.NewSource("isms.yaml", full)
	s := load(t, "isms.yaml", full)
	for key, want := range map[string]string{
		"edition":                       "2022",
		"organization/persons":          "8",
		"organization/top_management/0": "CEO",
		"determined/0":                  "scope",
		"intervals/access_review":       "P1Y6M2W",
		"outside/0/where":               "HR system",
		"documents/policies/*.md":       "policy.topic",
	} {
		pos, ok := s.Pos(key)
		if !ok {
			t.Errorf("%s has no position", key)
			continue
		}
		r := syntax.Range{
			Start: syntax.Position{Line: pos.Line, Column: pos.Column},
			End:   syntax.Position{Line: pos.EndLine, Column: pos.EndColumn},
		}
		if got := src.Slice(r); got != want {
			t.Errorf("%s is %q, want %q", key, got, want)
		}
	}
	parts := map[string]bool{}
	for _, p := range s.Organization().Parts {
		parts[p.Key] = true
	}
	for _, key := range []string{"edition", "persons", "top_management/1", "determined/0", "intervals/risk_assessment", "outside/0"} {
		if !parts[key] {
			t.Errorf("the organisation has no position for %s", key)
		}
	}
}

func TestProblems(t *testing.T) {
	for _, test := range []struct{ name, in, want string }{
		{"interval in words", "edition: 2022\nintervals:\n  risk_assessment: yearly\n",
			`isms.yaml:3:20: intervals.risk_assessment: expected an ISO 8601 duration such as P12M, found "yearly"`},
		{"interval of nothing", "intervals: {soa_review: P0M}\n",
			`isms.yaml:1:25: intervals.soa_review: expected a duration longer than nothing and shorter than a century, found "P0M"`},
		{"edition", "edition: 2005\n", `isms.yaml:1:10: edition: expected 2013, 2022 or 2022+amd1, found "2005"`},
		{"mistyped key", "organisation:\n  name: X\n", `isms.yaml:1:1: unknown key "organisation"; did you mean "organization"?`},
		{"key too deep", "organization:\n  edition: 2022\n", `isms.yaml:2:3: organization: unknown key "edition"; it belongs at the top level`},
		{"key too high", "persons: 4\n", `isms.yaml:1:1: unknown key "persons"; it belongs under "organization"`},
		{"key of nowhere", "lint:\n  xxxxxxxxxx: 1\n", `isms.yaml:2:3: lint: unknown key "xxxxxxxxxx"; known here: ignore, levels, longest_waiver, policies`},
		{"persons in words", "organization:\n  persons: eight\n", `isms.yaml:2:12: organization.persons: expected a number of persons, 1 or more, found "eight"`},
		{"no persons", "organization: {persons: 0}\n", `isms.yaml:1:25: organization.persons: expected a number of persons, 1 or more, found "0"`},
		{"list for a text", "organization:\n  name: [a]\n", `isms.yaml:2:9: organization.name: expected text, found a list`},
		{"text for a list", "organization:\n  top_management: CEO\n", `isms.yaml:2:19: organization.top_management: expected a list of texts, found "CEO"`},
		{"day that is none", "organization:\n  started_on: 2026-02-30\n", `isms.yaml:2:15: organization.started_on: expected a date such as 2026-03-31, found "2026-02-30"`},
		{"flag", "public: yes please\n", `isms.yaml:1:9: public: expected true or false, found "yes please"`},
		{"outside lacks where", "outside:\n  - item: competence\n", `isms.yaml:2:5: outside[0]: lacks the key where`},
		{"level", "lint:\n  levels:\n    scope/recognised: fatal\n", `isms.yaml:3:23: lint.levels["scope/recognised"]: expected error, warning, note or off, found "fatal"`},
		{"rule", "lint:\n  levels:\n    scope/recognized: off\n", `isms.yaml:3:5: lint.levels: no rule is called "scope/recognized"; did you mean "scope/recognised"?`},
		{"type", "documents:\n  a.md: policy.infosek\n", `isms.yaml:2:9: documents["a.md"]: no document type is called "policy.infosek"; did you mean "policy.infosec"?`},
		{"glob", "lint:\n  ignore: [\"a[\"]\n", `isms.yaml:2:12: lint.ignore[0]: not a path pattern; ** is any folders, * any part of a name`},
		{"waivers for ever", "lint: {longest_waiver: P200Y}\n", `isms.yaml:1:24: lint.longest_waiver: expected a duration longer than nothing and shorter than a century, found "P200Y"`},
		{"way out", "lint:\n  policies: [a/../../b]\n", `isms.yaml:2:14: lint.policies[0]: leads out of the folder of isms.yaml`},
		{"absolute", "index: /etc/passwd\n", `isms.yaml:1:8: index: expected a path relative to the folder of isms.yaml, found "/etc/passwd"`},
		{"no mapping", "just a sentence\n", `isms.yaml:1:1: expected keys and values such as "edition: 2022", found "just a sentence"`},
		{"two documents", "edition: 2022\n---\nedition: 2013\n", `isms.yaml:3:1: expected one document, found another after ---`},
		{"hostile text", "edition: \"\\e[31mred\"\n", `isms.yaml:1:10: edition: expected 2013, 2022 or 2022+amd1, found "\x1b[31mred"`},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := Load(syntax.NewSource("isms.yaml", test.in), known)
			if err == nil {
				t.Fatal("no problem")
			}
			if diff := cmp.Diff(test.want, err.Error()); diff != "" {
				t.Errorf("problem (-want +got):\n%s", diff)
			}
		})
	}
}

func TestOutsideWithoutAValueIsAProblem(t *testing.T) {
	_, err := Load(syntax.NewSource("isms.yaml", "outside:\nedition: 2022\n"), known)
	if err == nil || !strings.Contains(err.Error(), "[] says that nothing is kept elsewhere, found nothing") {
		t.Errorf("got %v", err)
	}
}

func TestSeveralProblemsInTheOrderOfTheFile(t *testing.T) {
	_, err := Load(syntax.NewSource("isms.yaml", "public: 3\nedition: x\nintervalls: {}\n"), known)
	lines := strings.Split(err.Error(), "\n")
	if len(lines) != 3 {
		t.Fatalf("want 3 problems, got:\n%v", err)
	}
	for i, line := range lines {
		if want := "isms.yaml:" + string(rune('1'+i)); !strings.HasPrefix(line, want) {
			t.Errorf("problem %d is %q", i, line)
		}
	}
}

func TestNothingSaidIsNoProblem(t *testing.T) {
	for _, in := range []string{"", "# later\n", "organization:\nlint:\n", "organization:\n  name:\n"} {
		s, err := Load(syntax.NewSource("isms.yaml", in), known)
		if err != nil {
			t.Errorf("%q: %v", in, err)
			continue
		}
		if !s.Declared || s.OutsideStated || s.Organization().Approval != "recorded" {
			t.Errorf("%q: %+v", in, s)
		}
	}
}

func TestFind(t *testing.T) {
	for _, test := range []struct {
		name string
		in   []string
		want []string
	}{
		{"none", []string{"README.md", "a/isms.yaml.md"}, nil},
		{"shallowest hides what is below it", []string{"examples/x/isms.yaml", "isms.yaml"}, []string{"isms.yaml"}},
		{"in different folders", []string{"b/c/isms.yml", "a/isms.yaml"}, []string{"a/isms.yaml", "b/c/isms.yml"}},
		{"side by side", []string{"isms.yml", "isms.yaml"}, []string{"isms.yaml", "isms.yml"}},
		{"below another", []string{"a/isms.yaml", "a/b/c/isms.yaml", "ab/isms.yaml"}, []string{"a/isms.yaml", "ab/isms.yaml"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, Find(test.in)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestNearest(t *testing.T) {
	words := []string{"edition", "intervals", "outside"}
	for in, want := range map[string]string{"editoin": "edition", "interval": "intervals", "zzz": "", "": "", strings.Repeat("e", 5000): ""} {
		if got := Nearest(in, words); got != want {
			t.Errorf("Nearest(%.20q) is %q, want %q", in, got, want)
		}
	}
}

func FuzzConfig(f *testing.F) {
	f.Add(full)
	f.Add("outside:\n")
	f.Add("documents: {a: , b: {}, ? c}\n")
	f.Add("lint: &a {levels: *a}\n")
	f.Fuzz(func(t *testing.T, in string) {
		src := syntax.NewSource("isms.yaml", in)
		s, err := Load(src, known)
		if err == nil {
			s.Organization()
			return
		}
		for _, p := range err.(Problems) {
			if p.Line < 1 || p.Line > src.Lines() || p.Column < 1 {
				t.Errorf("problem outside the file: %v", p)
			}
			if strings.ContainsAny(p.Error(), "\n\x1b") {
				t.Errorf("control characters in %q", p.Error())
			}
		}
	})
}

func load(t *testing.T, path, text string) *Settings {
	t.Helper()
	s, err := Load(syntax.NewSource(path, text), known)
	if err != nil {
		t.Fatal(err)
	}
	return s
}
