package verdict

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ismslint/ismslint/internal/catalogue"
	"github.com/ismslint/ismslint/internal/isms"
	"github.com/ismslint/ismslint/internal/policy"
)

// bench is a run about one activity, 4.1-a, that a test arranges.
type bench struct {
	in       Input
	activity *catalogue.Activity
}

const subject = "4.1-a"

func newBench() *bench {
	b := &bench{in: Input{
		Model: &isms.Model{AsOf: "2026-11-24", Edition: "2022", Recognised: true},
		Standard: Standard{
			Clauses: []catalogue.Clause{{ID: "4.1", Title: "Context", Activities: []catalogue.Activity{
				{ID: subject, Text: "Find out", Mode: "mandatory"},
			}}},
			Types: []catalogue.DocumentType{{ID: "context", Clauses: []string{"4.1"}}},
			Kinds: []isms.RegisterKind{{ID: "issues", Clauses: []string{"4.1"}}},
		},
	}}
	b.activity = &b.in.Standard.Clauses[0].Activities[0]
	return b
}

func (b *bench) rule(kind string, state policy.State) *policy.RuleResult {
	meta := &policy.Meta{
		ID: fmt.Sprintf("context/r%d", len(b.in.Results)), Kind: kind, Strength: "shall",
		Clause: "4.1", Activities: []string{subject}, Remedy: "Do it.",
	}
	b.in.Results = append(b.in.Results, policy.RuleResult{Rule: meta, State: state})
	return &b.in.Results[len(b.in.Results)-1]
}

func (b *bench) finding(kind string) {
	r := b.rule(kind, policy.Evaluated)
	r.Findings = append(r.Findings, policy.Finding{Subject: "x", Path: "a.md", Pos: "3:1:3:5", Message: "m", Level: "warning"})
}

func (b *bench) evidence(certainty string) {
	r := b.rule("presence", policy.Evaluated)
	r.Evidence = append(r.Evidence, policy.Evidence{Rule: r.Rule, Path: "a.md", Pos: "1:1:1:5", Certainty: certainty})
}

func (b *bench) judged() Activity { return Judge(b.in).Clauses[0].Activities[0] }

func (b *bench) outside(item string) {
	b.in.Model.Organization.OutsideStated = true
	b.in.Model.Organization.Outside = append(b.in.Model.Organization.Outside, isms.Outside{Item: item, Where: "the wiki"})
}

// branches are the cases of contract 4, in its order. Each arranges what makes
// it match.
var branches = []struct {
	want    string
	arrange func(*bench)
}{
	{NotApplicable, func(b *bench) {
		b.in.Model.Organization.NotApplicable = []isms.NotApplicable{{Item: "4", Reason: "group"}}
	}},
	{Outside, func(b *bench) { b.outside(subject) }},
	{NotDecidable, func(b *bench) {
		for i := range b.in.Results {
			b.in.Results[i].State = policy.NotApplicable
		}
	}},
	{Contradiction, func(b *bench) { b.finding("consistency") }},
	{Overdue, func(b *bench) { b.finding("freshness") }},
	{EvidencePartial, func(b *bench) { b.finding("field"); b.evidence("decides") }},
	{EvidenceFound, func(b *bench) { b.evidence("decides") }},
	{NotFound, func(b *bench) {
		b.rule("presence", policy.Evaluated)
		b.in.Model.Organization.OutsideStated = true
	}},
}

func TestEachBranch(t *testing.T) {
	for _, branch := range branches {
		b := newBench()
		branch.arrange(b)
		if got := b.judged().Verdict; got != branch.want {
			t.Errorf("got %s, want %s", got, branch.want)
		}
	}
}

// With two conditions at once the earlier one decides: this fails if the order
// is permuted.
func TestOrderOfTheBranches(t *testing.T) {
	for i, first := range branches {
		for _, second := range branches[i+1:] {
			b := newBench()
			second.arrange(b) // what rules say comes before what takes them away
			first.arrange(b)
			if got := b.judged().Verdict; got != first.want {
				t.Errorf("%s and %s give %s, want the first", first.want, second.want, got)
			}
		}
	}
}

func TestVerdicts(t *testing.T) {
	for _, test := range []struct {
		name    string
		want    string
		arrange func(*bench)
	}{
		{"activity of another edition", NotApplicable, func(b *bench) { b.activity.EditionOnly = "2022+amd1"; b.evidence("decides") }},
		{"no rule", NotDecidable, func(*bench) {}},
		{"only a recommendation has a rule", NotDecidable, func(b *bench) { b.finding("consistency"); b.in.Results[0].Rule.Strength = "should" }},
		{"a failed rule is none", NotDecidable, func(b *bench) { b.rule("presence", policy.Failed) }},
		{"a failed rule's findings are none", EvidenceFound, func(b *bench) {
			b.evidence("decides")
			b.finding("consistency")
			b.in.Results[1].State = policy.Failed
		}},
		{"silence is no evidence", NotRecognised, func(b *bench) { b.evidence("decides"); b.in.Results[0].State = policy.Silent }},
		{"the finding of a silent rule counts", EvidencePartial, func(b *bench) {
			b.evidence("decides")
			b.finding("field")
			b.in.Results[1].State = policy.Silent
		}},
		{"a recommendation lowers nothing", EvidenceFound, func(b *bench) {
			b.evidence("decides")
			b.finding("consistency")
			b.in.Results[1].Rule.Strength = "should"
		}},
		{"the default interval is nobody's own", EvidencePartial, func(b *bench) {
			b.evidence("decides")
			b.finding("freshness")
			b.in.Results[1].Findings[0].DefaultInterval = true
		}},
		{"a finding about another activity", EvidenceFound, func(b *bench) {
			b.evidence("decides")
			b.finding("consistency")
			b.in.Results[1].Findings[0].Activities = []string{"4.1-b"}
		}},
		{"a document type kept elsewhere", Outside, func(b *bench) { b.rule("presence", policy.Evaluated); b.outside("context") }},
		{"kept elsewhere, and yet evidence here", EvidenceFound, func(b *bench) { b.evidence("decides"); b.outside("context") }},
		{"another clause's type kept elsewhere", NotFound, func(b *bench) { b.rule("presence", policy.Evaluated); b.outside("scope") }},
		{"all that was found points elsewhere", Outside, func(b *bench) {
			b.rule("presence", policy.Evaluated)
			b.in.Model.Types = []*isms.Type{{ID: "context", Others: []isms.Address{{Points: "the wiki"}}}}
		}},
		{"one of them does not", NotRecognised, func(b *bench) {
			b.rule("presence", policy.Evaluated)
			b.in.Model.Types = []*isms.Type{{ID: "context", Items: []isms.Address{{}}, Others: []isms.Address{{Points: "the wiki"}}}}
		}},
		{"mandatory, nobody says where", NotRecognised, func(b *bench) { b.rule("presence", policy.Evaluated) }},
		{"mandatory, an index says where", NotFound, func(b *bench) {
			b.finding("presence")
			b.in.Results[0].Findings[0].Absent = "context"
			b.in.Model.Types = []*isms.Type{{ID: "context", Promised: true, Place: isms.Place{Path: "README.md"}}}
		}},
		{"mandatory, a procedure is no index", NotRecognised, func(b *bench) {
			b.finding("presence")
			b.in.Results[0].Findings[0].Absent = "context"
		}},
		{"as-determined", NotEvidencedOptional, func(b *bench) { b.rule("presence", policy.Evaluated); b.activity.Mode = "as-determined" }},
		{"as-determined and determined", NotRecognised, func(b *bench) {
			b.rule("presence", policy.Evaluated)
			b.activity.Mode = "as-determined"
			b.in.Model.Organization.Determined = []string{"issues"}
		}},
		{"conditional", NotRecognised, func(b *bench) { b.finding("presence"); b.activity.Mode = "conditional"; b.outside("scope") }},
	} {
		t.Run(test.name, func(t *testing.T) {
			b := newBench()
			test.arrange(b)
			if got := b.judged(); got.Verdict != test.want {
				t.Errorf("got %s (%s), want %s", got.Verdict, got.Reason, test.want)
			}
		})
	}
}

func TestByDecidedOrIndicated(t *testing.T) {
	b := newBench()
	b.evidence("indicates")
	if got := b.judged().By; got != Indicated {
		t.Errorf("got %q", got)
	}
	b.evidence("decides")
	if got := b.judged().By; got != Decided {
		t.Errorf("got %q", got)
	}
}

// A register is for the activities that its fields name in a clause, not for all
// of the clause.
func TestARegisterServesWhatItsFieldsName(t *testing.T) {
	b := newBench()
	b.in.Standard.Kinds[0].Fields = []isms.FieldSpec{{Name: "x", Serves: []string{"4.1-b"}}}
	b.rule("presence", policy.Evaluated)
	b.outside("issues")
	if got := b.judged().Verdict; got == Outside {
		t.Errorf("got %s", got)
	}
}

func TestEvidenceIsSortedBoundedAndDistinct(t *testing.T) {
	b := newBench()
	r := b.rule("presence", policy.Evaluated)
	for i := range 60 {
		r.Evidence = append(r.Evidence, policy.Evidence{
			Rule: r.Rule, Path: "a.md", Pos: fmt.Sprintf("%d:1:1:1", i/2+1), Certainty: "indicates", Date: fmt.Sprintf("2026-01-%02d", i/2+1),
		})
	}
	r.Evidence = append(r.Evidence, policy.Evidence{Rule: r.Rule, Path: "b.md", Pos: "1:1:1:1", Certainty: "decides"})
	got := b.judged().Evidence
	if len(got) != 20 || got[0].Path != "b.md" || got[1].Date != "2026-01-30" || got[2].Date != "2026-01-29" {
		t.Errorf("%d pieces, first three %+v", len(got), got[:min(3, len(got))])
	}
}

func TestClauses(t *testing.T) {
	one := func(id, only string) []catalogue.Activity {
		return []catalogue.Activity{{ID: id + "-a", EditionOnly: only}}
	}
	standard := Standard{Clauses: []catalogue.Clause{
		{ID: "10.1", IDs2022: []string{"10.2"}, Activities: one("10.1", "")},
		{ID: "10.2", IDs2022: []string{"10.1"}, Activities: one("10.2", "")},
		{ID: "9.3", IDs2022: []string{"9.3.1", "9.3.2", "9.3.3"}, Activities: one("9.3", "")},
		{ID: "9.2", IDs2022: []string{"9.2.1", "9.2.2"}, Activities: one("9.2", "")},
		{ID: "4.1", IDs2022: []string{"4.1"}, Activities: append(one("4.1", ""), one("4.1x", "2022+amd1")...)},
		{ID: "Annex A"},
		{ID: "6.3", IDs2022: []string{"6.3"}, EditionOnly: "2022", Activities: one("6.3", "2022")},
	}}
	for edition, want := range map[string]string{
		"2013":      "4.1=4.1 9.2=9.2 9.3=9.3 10.1=10.1 10.2=10.2; 5 of 6",
		"2022":      "4.1=4.1 6.3=6.3 9.2=9.2.1–9.2.2 9.3=9.3.1–9.3.3 10.1=10.2 10.2=10.1; 6 of 7",
		"2022+amd1": "4.1=4.1 6.3=6.3 9.2=9.2.1–9.2.2 9.3=9.3.1–9.3.3 10.1=10.2 10.2=10.1; 7 of 7",
	} {
		r := Judge(Input{Model: &isms.Model{Edition: edition, Recognised: true}, Standard: standard})
		var got []string
		for _, c := range r.Clauses {
			got = append(got, c.ID+"="+c.Number)
		}
		n := r.Summary.Activities
		line := fmt.Sprintf("%s; %d of %d", strings.Join(got, " "), n.Total, n.Total+n.NotApplicable)
		if line != want {
			t.Errorf("%s:\n got %s\nwant %s", edition, line, want)
		}
	}
	for _, test := range []struct{ number, edition, want string }{
		{"10.1", "2022", "10.2"}, {"10.1", "2013", "10.1"}, {"9.2", "2022", "9.2"}, {"9.3.2", "2022", "9.3"},
		{"9.3.2", "2013", ""}, {"10", "2022", "10.1 10.2"}, {"6.3", "2013", ""}, {"1", "2022", ""}, {"", "2022", ""},
	} {
		if got := strings.Join(Canonical(test.number, test.edition, standard.Clauses), " "); got != test.want {
			t.Errorf("%s of %s is %q, want %q", test.number, test.edition, got, test.want)
		}
	}
}

func TestWorstOfAClause(t *testing.T) {
	b := newBench()
	b.in.Standard.Clauses[0].Activities = append(b.in.Standard.Clauses[0].Activities, catalogue.Activity{ID: "4.1-b"})
	b.evidence("decides")
	c := Judge(b.in).Clauses[0]
	if c.Verdict != NotDecidable || c.Counts[EvidenceFound] != 1 || c.Counts[NotDecidable] != 1 {
		t.Errorf("%+v", c)
	}
	all := []string{NotApplicable, EvidenceFound, NotDecidable, Outside, NotEvidencedOptional, NotRecognised, EvidencePartial, Overdue, NotFound, Contradiction}
	slices.Reverse(all)
	if diff := cmp.Diff(all, WorstFirst()); diff != "" {
		t.Error(diff)
	}
}

func TestFindings(t *testing.T) {
	b := newBench()
	b.in.Lines = func(path string, line int) string { return fmt.Sprintf("\t%s  line %d", path, line) }
	r := b.rule("field", policy.Evaluated)
	for _, pos := range []string{"10:1:10:4", "2:7:2:9", "2:3:2:9", "nonsense"} {
		r.Findings = append(r.Findings, policy.Finding{Subject: "risks/R1", Field: "owner", Path: "b.md", Pos: pos, Message: pos, Level: "error"})
	}
	r.Findings = append(r.Findings, policy.Finding{Subject: "risks/R2", Path: "a.md", Pos: "9:1:9:1", Level: "note"})
	b.in.Model.Unreadable = []isms.FileProblem{{Place: isms.Place{Path: "a.md", Pos: isms.Pos{Line: 1, Column: 1}}, Message: "broken"}}
	report := Judge(b.in)
	var got []string
	seen := map[string]bool{}
	for _, f := range report.Findings {
		got = append(got, fmt.Sprintf("%s:%d:%d %s", f.Path, f.Line, f.Column, f.Rule))
		if seen[f.Fingerprint] || len(f.Fingerprint) != 64 {
			t.Errorf("fingerprint %q", f.Fingerprint)
		}
		seen[f.Fingerprint] = true
	}
	want := []string{"a.md:1:1 reading/file-not-read", "a.md:9:1 context/r0", "b.md:1:1 context/r0", "b.md:2:3 context/r0", "b.md:2:7 context/r0", "b.md:10:1 context/r0"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if n := report.Summary.Findings; n != (FindingCounts{Error: 4, Warning: 1, Note: 1}) {
		t.Errorf("counts %+v", n)
	}
	last := report.Findings[len(report.Findings)-1]
	if last.Remedy != "Do it." || last.LineHash != lineHash("b.md line 10") || last.Excerpt != "\tb.md  line 10" {
		t.Errorf("%+v", last)
	}
}

// A fingerprint does not change with the place, the message or other findings.
func TestFingerprintIsStable(t *testing.T) {
	print := func(pos, message string) string {
		b := newBench()
		r := b.rule("field", policy.Evaluated)
		r.Findings = []policy.Finding{{Subject: "risks/R1", Field: "owner", Path: "b.md", Pos: pos, Message: message}}
		return Judge(b.in).Findings[0].Fingerprint
	}
	if print("1:1:1:2", "3 days") != print("90:1:90:2", "4 days") {
		t.Error("the fingerprint changed with place and message")
	}
}

func TestNotRecognised(t *testing.T) {
	b := newBench()
	b.finding("consistency")
	b.in.Model.Recognised, b.in.Model.Why = false, "It looks like a SOC 2 programme."
	r := Judge(b.in)
	if len(r.Clauses) != 0 || len(r.Findings) != 0 || r.NotRecognised != "It looks like a SOC 2 programme." {
		t.Errorf("%+v", r)
	}
}

func TestRestrict(t *testing.T) {
	arrange := func() Report {
		b := newBench()
		b.in.Standard.Clauses = append(b.in.Standard.Clauses, catalogue.Clause{ID: "4.2", Activities: []catalogue.Activity{{ID: "4.2-a"}}})
		b.finding("consistency")
		b.finding("field")
		b.in.Results[1].Rule.Clause, b.in.Results[1].Rule.Activities = "4.2", []string{"4.2-a"}
		return Judge(b.in)
	}
	r := arrange()
	r.Restrict(Scope{Clauses: []string{"4.1"}})
	if len(r.Clauses) != 1 || len(r.Findings) != 1 || r.Summary.Activities.Total != 1 || r.Summary.Findings.Warning != 1 {
		t.Errorf("by clause: %+v", r.Summary)
	}
	r = arrange()
	r.Restrict(Scope{Rules: []string{"context/r1"}})
	if len(r.Findings) != 1 || len(r.Rules) != 1 || r.Summary.Activities.Contradiction != 1 {
		t.Errorf("by rule: %+v", r.Summary)
	}
}

func TestListsAreLists(t *testing.T) {
	b := newBench()
	b.evidence("decides")
	b.in.Model.Documents = []*isms.Document{{Why: "it is a template", Type: "context"}}
	b.in.Model.Registers = []*isms.Register{{Kind: "issues", State: isms.Absent}}
	b.in.Rules = []*policy.Meta{{ID: "a/never-run"}}
	r := Judge(b.in)
	if text, err := json.Marshal(r); err != nil || strings.Contains(string(text), `"clauses":null`) ||
		strings.Contains(string(text), `"evidence":null`) || strings.Contains(string(text), `"columns":null`) {
		t.Errorf("%v in %s", err, text)
	}
	if d := r.Documents[0]; d.WhyNot == nil || *d.WhyNot != "it is a template" || d.Clauses[0] != "4.1" {
		t.Errorf("%+v", d)
	}
	if r.Summary.Registers != 0 || r.Summary.Rules.Evaluated != 1 || r.Summary.Rules.Silent != 1 {
		t.Errorf("%+v", r.Summary)
	}
}

func TestCompareClauses(t *testing.T) {
	got := []string{"Annex A", "10.1", "9.2", "4", "4.10", "changes", "4.2"}
	slices.SortFunc(got, CompareClauses)
	if diff := cmp.Diff([]string{"4", "4.2", "4.10", "9.2", "10.1", "Annex A", "changes"}, got); diff != "" {
		t.Error(diff)
	}
}
