package verdict

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ismslint/ismslint/internal/policy"
)

func oneOf(root string, activities ...Activity) Report {
	r := Report{
		Root: root, Edition: "2022", ISMSRecognised: true,
		Clauses:   []Clause{{ID: "5.2", Number: "5.2", Activities: activities}},
		Findings:  []Finding{{Path: root + "/policy.md", Line: 1, Level: "error", Fingerprint: root}},
		Documents: []Document{{Path: root + "/policy.md"}},
		Registers: []Register{{Kind: "risks", State: "absent"}, {Kind: "soa", State: "present", Path: root + "/soa.md"}},
		Rules:     []Rule{{ID: "a/b", State: string(policy.Silent)}},
		Text:      func(path string) string { return map[string]string{root + "/policy.md": root}[path] },
	}
	r.count()
	return r
}

// TestSeveral: what one ISMS lacks, another one's evidence does not make up for.
func TestSeveral(t *testing.T) {
	found := func(id, by, path string) Activity {
		return Activity{ID: id, Verdict: EvidenceFound, By: by, Evidence: []Evidence{{Path: path, By: by, Line: 1}}}
	}
	b := oneOf("b", found("5.2-a", Indicated, "b/1"), found("5.2-b", Decided, "b/2"), Activity{ID: "5.2-c", Verdict: EvidenceFound, By: Decided}, Activity{ID: "5.2-d", Verdict: NotApplicable, Reason: "why"})
	a := oneOf("a", found("5.2-a", Decided, "a/1"), Activity{ID: "5.2-b", Verdict: NotRecognised}, Activity{ID: "5.2-c", Verdict: NotApplicable}, Activity{ID: "5.2-d", Verdict: NotApplicable})
	b.Rules[0].State, b.Rules[0].Findings = string(policy.Evaluated), 2
	r := Several([]Report{b, a})
	type activity struct{ ID, Verdict, By string }
	var got []activity
	for _, x := range r.Clauses[0].Activities {
		got = append(got, activity{x.ID, x.Verdict, x.By})
	}
	want := []activity{{"5.2-a", EvidenceFound, Indicated}, {"5.2-b", NotRecognised, ""}, {"5.2-c", EvidenceFound, Decided}, {"5.2-d", NotApplicable, ""}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if r.Clauses[0].Verdict != NotRecognised || len(r.Clauses[0].Activities[0].Evidence) != 2 {
		t.Errorf("the clause is %+v", r.Clauses[0])
	}
	s := r.Summary
	if s.Activities.Total != 3 || s.Activities.EvidenceFound != 2 || s.Findings.Error != 2 || s.Documents != 2 || s.Registers != 2 {
		t.Errorf("the summary is %+v", s)
	}
	if len(r.Registers) != 3 || r.Rules[0].State != string(policy.Evaluated) || r.Rules[0].Findings != 2 {
		t.Errorf("registers %+v, rules %+v", r.Registers, r.Rules)
	}
	if r.ISMS[0].Root != "a" || r.ISMS[1].Root != "b" || r.Root != "" || r.Text("b/policy.md") != "b" {
		t.Errorf("parts %q %q, root %q", r.ISMS[0].Root, r.ISMS[1].Root, r.Root)
	}
	r.Restrict(Scope{Rules: []string{"other"}})
	if len(r.Findings) != 0 || len(r.ISMS[0].Report.Findings) != 0 || r.ISMS[1].Summary.Findings.Error != 0 {
		t.Errorf("after restricting there are %+v, %+v", r.Findings, r.ISMS)
	}
}
