package policy

import (
	"strings"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
)

func TestDecode(t *testing.T) {
	r := newRule(0, &Meta{Category: "a-b", Name: "c-d", Activities: []string{"9.2-a", "9.2-b"}})
	const (
		evidence = `{"path": "p", "pos": "1:2:3:4", "section": "", "signal": "title", "certainty": "decides", "date": null}`
		finding  = `{"subject": "s", "field": ".", "path": "p", "pos": "1:2:3:4", "message": "m", "related": []}`
	)
	with := func(object, key, value string) string {
		o := ast.MustParseTerm(object).Value.(ast.Object)
		o.Insert(ast.StringTerm(key), ast.MustParseTerm(value))
		return o.String()
	}
	without := func(object, key string) string {
		o := ast.MustParseTerm(object).Value.(ast.Object)
		kept := ast.NewObject()
		o.Foreach(func(k, v *ast.Term) {
			if k.Value.String() != `"`+key+`"` {
				kept.Insert(k, v)
			}
		})
		return kept.String()
	}
	report := func(evidence, findings string) string {
		return `{"a_b": {"c_d": {"evidence": {` + evidence + `}, "findings": {` + findings + `}}}}`
	}
	tests := []struct{ name, report, want string }{
		{"good", report(evidence, finding), ""},
		{"evidence with activities", report(with(evidence, "activities", `["9.2-b"]`), finding), ""},
		{"finding with all", report(evidence, with(with(with(with(with(with(finding, "activities", `{"9.2-a"}`), "at_most", `"note"`),
			"absent", `"audits"`), "default_interval", "true"), "certainty", `"indicates"`), "related", `[{"path": "q", "pos": "1:1:1:1", "message": "n"}]`)), ""},
		{"no report", `1`, "not an object"},
		{"no category", `{}`, "neither evidence nor findings"},
		{"no rule", `{"a_b": {}}`, "neither evidence nor findings"},
		{"no findings", `{"a_b": {"c_d": {"evidence": {` + evidence + `}}}}`, "findings: it gave neither"},
		{"not a set", `{"a_b": {"c_d": {"evidence": [], "findings": []}}}`, "evidence: not a set"},
		{"not an object", report(evidence, `"text"`), "findings: string is not an object"},
		{"key missing", report(evidence, without(finding, "subject")), "subject is missing"},
		{"related missing", report(evidence, without(finding, "related")), "related is missing"},
		{"unknown key", report(evidence, with(finding, "severity", `"high"`)), "severity"},
		{"unknown key of evidence", report(with(evidence, "message", `"m"`), finding), "message"},
		{"wrong type", report(evidence, with(finding, "message", `7`)), "message is number, not a string"},
		{"null message", report(evidence, with(finding, "message", `null`)), "message is null"},
		{"empty message", report(evidence, with(finding, "message", `""`)), "is empty"},
		{"position", report(evidence, with(finding, "pos", `"1:2"`)), `pos: "1:2" is no position`},
		{"position of text", report(with(evidence, "pos", `"1:2:3:x"`), finding), "is no position"},
		{"activity of another rule", report(evidence, with(finding, "activities", `["9.3-a"]`)), "none of the rule's"},
		{"no activities", report(evidence, with(finding, "activities", `[]`)), "activities: none"},
		{"level", report(evidence, with(finding, "at_most", `"fatal"`)), "is no level"},
		{"certainty", report(evidence, with(finding, "certainty", `"maybe"`)), "certainty"},
		{"flag", report(evidence, with(finding, "default_interval", `"yes"`)), "not a boolean"},
		{"related", report(evidence, with(finding, "related", `["x"]`)), "is not a place"},
		{"related with a key", report(evidence, with(finding, "related", `[{"path": "q", "pos": "1:1:1:1", "message": "n", "level": "x"}]`)), "related: it has keys"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			out, err := decode(ast.MustParseTerm(tt.report), r)
			if tt.want == "" {
				if err != nil || len(out.findings) != 1 || len(out.evidence) != 1 {
					t.Errorf("%+v, %v", out, err)
				}
				return
			}
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want %s", err, tt.want)
			}
		})
	}
}
