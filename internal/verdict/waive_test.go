package verdict

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ismslint/ismslint/internal/isms"
	"github.com/ismslint/ismslint/internal/policy"
)

// waived is a run with findings of two rules and the waivers of a test.
func waived(waivers ...WaiverInput) Report {
	b := newBench()
	a := b.rule("field", policy.Evaluated)
	for _, f := range []policy.Finding{
		{Subject: "risks/RSK-001", Path: "isms/risks.yaml", Pos: "3:1:3:5"},
		{Subject: "soa/5.15", Path: "isms/soa.md", Pos: "12:1:12:5"},
		{Subject: "doc/POL-1#scope", Path: "isms/policies/a.md", Pos: "7:1:7:5"},
		{Subject: "isms/policies/b.md", Path: "isms/policies/b.md", Pos: "1:1:1:5"},
	} {
		f.Level, f.Message = "error", "m"
		a.Findings = append(a.Findings, f)
	}
	b.rule("field", policy.Evaluated)
	b.in.Results[1].Findings = []policy.Finding{{Subject: "risks/RSK-001", Path: "isms/risks.yaml", Pos: "3:1:3:5", Level: "error"}}
	for i := range b.in.Results {
		b.in.Rules = append(b.in.Rules, b.in.Results[i].Rule)
	}
	b.in.Standard.Kinds = append(b.in.Standard.Kinds, isms.RegisterKind{ID: "risks"}, isms.RegisterKind{ID: "soa"})
	b.in.Model.Registers = []*isms.Register{{Kind: "risks", Entries: []isms.Entry{{ID: "RSK-001"}}}}
	b.in.Model.Documents = []*isms.Document{{Place: isms.Place{Path: "isms/policies/a.md"}, Sections: []isms.Section{
		{Slug: "title", Level: 1, Pos: isms.Pos{Line: 1}}, {Slug: "scope", Level: 2, Pos: isms.Pos{Line: 5}},
		{Slug: "in", Level: 3, Pos: isms.Pos{Line: 6}}, {Slug: "end", Level: 2, Pos: isms.Pos{Line: 9}},
	}}}
	b.in.Waiving = Waiving{Dir: "isms", Longest: isms.Interval{Months: 12}, LongestRaw: "P12M", Waivers: waivers}
	return Judge(b.in)
}

// waiver is a sound one.
func waiver(place string, change ...func(*WaiverInput)) WaiverInput {
	w := WaiverInput{
		Waiver: Waiver{Reason: "r", Owner: "CISO", Until: "2027-01-31", Path: "isms/waivers.yaml", Line: 2},
		Rule:   "context/r0", Place: place,
		Pos: func(field string) isms.Pos {
			return isms.Pos{Line: 2 + len(field), Column: 3, EndLine: 2 + len(field), EndColumn: 9}
		},
	}
	for _, f := range change {
		f(&w)
	}
	return w
}

// subjects are those of the waived findings, and what is said of waivers.
func subjects(r Report) (out []string) {
	for _, f := range r.Findings {
		switch {
		case f.Waiver != nil:
			out = append(out, f.Subject)
		case strings.HasPrefix(f.Rule, waiverCategory+"/"):
			out = append(out, fmt.Sprintf("%d %s %s", f.Line, f.Rule, f.Message))
		}
	}
	return out
}

func TestWaiverCovers(t *testing.T) {
	inline := func(from, to int) func(*WaiverInput) {
		return func(w *WaiverInput) { w.Inline, w.Path, w.From, w.To = true, "isms/policies/a.md", from, to }
	}
	for _, test := range []struct {
		name string
		w    WaiverInput
		want []string
	}{
		{"id", waiver("RSK-001"), []string{"risks/RSK-001"}},
		{"subject", waiver("risks/RSK-001"), []string{"risks/RSK-001"}},
		{"control", waiver("A.5.15"), []string{"soa/5.15"}},
		{"path", waiver("policies/b.md"), []string{"isms/policies/b.md"}},
		{"pattern", waiver("policies/*"), []string{"doc/POL-1#scope", "isms/policies/b.md"}},
		{"section", waiver("policies/a.md#scope"), []string{"doc/POL-1#scope"}},
		{"slug", waiver("#in"), []string{"doc/POL-1#scope"}},
		{"comment", waiver("", inline(5, 8)), []string{"doc/POL-1#scope"}},
		{"other section", waiver("#end"), []string{"2 waivers/unused no finding of context/r0 stands at #end: the waiver is not needed"}},
		{"other lines", waiver("x", inline(1, 6)), []string{"2 waivers/unused no finding of context/r0 stands at x: the waiver is not needed"}},
		{"a file's name is no id", waiver("b.md"), []string{"2 waivers/unused no finding of context/r0 stands at b.md: the waiver is not needed"}},
		{"a path from the top", waiver("isms/policies/b.md"), []string{"isms/policies/b.md"}}, // its subject
	} {
		t.Run(test.name, func(t *testing.T) {
			r := waived(test.w)
			if diff := cmp.Diff(test.want, subjects(r)); diff != "" {
				t.Errorf("waived (-want +got):\n%s", diff)
			}
			if r.Summary.Findings.Waived+r.Summary.Findings.Error != 5 {
				t.Errorf("counts: %+v", r.Summary.Findings)
			}
		})
	}
}

func TestWaiversThatDoNotHold(t *testing.T) {
	until := func(day string) func(*WaiverInput) { return func(w *WaiverInput) { w.Until = day } }
	rule := func(id string) func(*WaiverInput) { return func(w *WaiverInput) { w.Rule = id } }
	for _, test := range []struct {
		name  string
		w     WaiverInput
		state string
		want  []string
	}{
		{"its last day", waiver("RSK-001", until("2026-11-24")), WaiverActive, []string{"risks/RSK-001"}},
		{"the day after", waiver("RSK-001", until("2026-11-23")), "expired",
			[]string{"7 waivers/expired the waiver of context/r0 for RSK-001 ended on 2026-11-23; CISO owns it"}},
		{"the longest", waiver("RSK-001", until("2027-11-24")), WaiverActive, []string{"risks/RSK-001"}},
		{"longer", waiver("RSK-001", until("2027-11-25")), "too-long",
			[]string{"7 waivers/too-long the waiver of context/r0 for RSK-001 ends more than P12M from now; it waives nothing"}},
		{"rule", waiver("RSK-001", rule("context/x")), "unknown-rule",
			[]string{"6 waivers/unknown-rule no rule that can be waived is called context/x"}},
		{"waivers of waivers", waiver("RSK-001", rule(WaiverExpired.ID)), "unknown-rule",
			[]string{"6 waivers/unknown-rule no rule that can be waived is called waivers/expired"}},
		{"what a change allows itself", waiver("RSK-001", rule(LooseningRule.ID)), "unknown-rule",
			[]string{"6 waivers/unknown-rule no rule that can be waived is called change/settings-loosened"}},
		{"fault", waiver("RSK-001", func(w *WaiverInput) { w.Fault = "has no owner" }), "incomplete",
			[]string{"2 waivers/incomplete the waiver has no owner; it waives nothing"}},
		{"risk", waiver("RSK-001", func(w *WaiverInput) { w.Risk = "RSK-009" }), WaiverActive,
			[]string{"risks/RSK-001", "6 waivers/risk-not-found the risk RSK-009, which the waiver of context/r0 for RSK-001 names, is not in the register"}},
		{"a risk that is there", waiver("RSK-001", func(w *WaiverInput) { w.Risk = "RSK-001" }), WaiverActive, []string{"risks/RSK-001"}},
		{"added by a change", waiver("RSK-001", func(w *WaiverInput) { w.Pending = true }), WaiverPending, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := waived(test.w)
			if diff := cmp.Diff(test.want, subjects(r)); diff != "" {
				t.Errorf("waived (-want +got):\n%s", diff)
			}
			if r.Waivers[0].State != test.state {
				t.Errorf("it is %s, want %s", r.Waivers[0].State, test.state)
			}
		})
	}
}

// A waiver has no part in the fingerprint of what it waives, and those on waivers
// are told apart.
func TestFingerprintsOfWaivers(t *testing.T) {
	prints := func(r Report) (of []string) {
		for _, f := range r.Findings {
			of = append(of, f.Fingerprint)
		}
		return of
	}
	bare := prints(waived())
	r := waived(waiver("RSK-001"), waiver("x"), waiver("y"), waiver("x"))
	all := prints(r)
	for _, p := range bare {
		if !slices.Contains(all, p) {
			t.Errorf("%s is gone", p)
		}
	}
	if slices.Sort(all); len(slices.Compact(all)) != len(r.Findings) {
		t.Error("two findings have one fingerprint")
	}
}
