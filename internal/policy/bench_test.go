package policy

import (
	"fmt"
	"strings"
	"testing"

	"github.com/ismslint/ismslint/internal/isms"
)

// generatedRules are n rules in thirty categories, half of them for documents.
func generatedRules(n int) Source {
	files := map[string]string{}
	var metas []Meta
	for i := range n {
		dir := fmt.Sprintf("6.1.2-category-%d/rule-%d", i%30, i)
		body := fmt.Sprintf(`findings contains lib.with_related(lib.finding(risk, "level", sprintf("%%s is %%s", [risk.id, risk.level.raw])), [lib.place(audit, ".", "m")]) if {
	some risk in input.isms.registers.risks.entries
	risk.level.value.rank > 2
	not _treated(risk)
	some audit in input.isms.registers.audits.entries
	audit.date.value.age > %d
}

_treated(risk) if count(risk.treatments.value) > 0

_treated(risk) if {
	risk.decision.value == "accept"
	lib.filled(risk.owner)
}`, i)
		scope := "repository"
		if i%2 == 0 {
			scope = "document"
			body = fmt.Sprintf(`findings contains lib.finding(input.document, "approved_by", sprintf("%%s %d", [input.document.title])) if {
	not lib.filled(input.document.metadata.approved_by)
	some section in input.document.sections
	section.level > 2
	not section.empty
}`, i)
		}
		category := fmt.Sprintf("category-%d", i%30)
		name := fmt.Sprintf("rule-%d", i)
		text := ruleText(dir, body)
		if scope == "document" {
			text = strings.ReplaceAll(text, "if input.isms.declared\n", "if input.document.kind == \"minutes\"\n")
		}
		files[dir+"/rule.rego"] = text
		var types []string
		if scope == "document" && i%4 == 0 {
			types = []string{"policy.infosec"}
		}
		metas = append(metas, Meta{
			For: types,
			ID:  category + "/" + name, Category: category, Name: name, Dir: dir, Scope: scope, Clause: "6.1.2",
			Activities: []string{"6.1.2-a"}, Level: "error", Certainty: "decides", SmallOrganization: "keep",
		})
	}
	return Source{FS: mapFS(files), Metas: metas}
}

func BenchmarkNew(b *testing.B) {
	Builtin()
	for _, n := range []int{50, 150, 300} {
		source := []Source{generatedRules(n)}
		b.Run(fmt.Sprintf("rules=%d", n), func(b *testing.B) {
			for b.Loop() {
				if _, err := New(Options{Sources: source}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkBuiltin is what the catalogue costs at each start.
func BenchmarkBuiltin(b *testing.B) {
	for b.Loop() {
		lowering := Lowering().Prepared()
		_, _ = lowering, dataCatalogue()
	}
}

func BenchmarkEvaluate(b *testing.B) {
	e, err := New(Options{Sources: []Source{generatedRules(150)}})
	if err != nil {
		b.Fatal(err)
	}
	m := withPolicies(withRisks(model(), 300, 30), 300)
	for i, d := range m.Documents {
		if i%10 > 0 {
			d.Type = "policy.topic"
		}
		for s := range 12 {
			d.Sections = append(d.Sections, isms.Section{Slug: fmt.Sprint(s), Heading: "Heading", Level: 2, Words: 40, Pos: at(s)})
		}
	}
	for _, jobs := range []int{1, 2} {
		b.Run(fmt.Sprintf("jobs=%d", jobs), func(b *testing.B) {
			for b.Loop() {
				if _, err := e.Evaluate(b.Context(), m, EvalOptions{Jobs: jobs}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
