package policy

import (
	"sync"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/ismslint/ismslint/internal/catalogue"
	"github.com/ismslint/ismslint/internal/isms"
)

// Builtin is the standard as the program's own catalogue has it.
var Builtin = sync.OnceValue(func() *Standard {
	s := &Standard{
		Lowering: Lowering(),
		Clauses:  catalogue.Clauses(),
		Data:     dataCatalogue(),
	}
	return s.index()
})

// Lowering is what the catalogue says to the lowering of models.
func Lowering() isms.Catalogue {
	c := isms.Catalogue{
		Kinds:     catalogue.Registers(),
		Metadata:  catalogue.MetadataFields(),
		Intervals: isms.Intervals(),
	}
	for _, t := range catalogue.DocumentTypes() {
		c.Types = append(c.Types, t.ID)
	}
	for _, input := range catalogue.ReviewInputs("") {
		c.ReviewInputs = append(c.ReviewInputs, input.Key)
	}
	seen := map[string]bool{}
	for _, v := range catalogue.Vocabularies() {
		for _, cue := range v.Cues {
			if !seen[cue.Name] {
				seen[cue.Name] = true
				c.Cues = append(c.Cues, cue.Name)
			}
		}
	}
	return c
}

var editions = []string{catalogue.Edition2013, catalogue.Edition2022, catalogue.Edition2022Amd1}

// dataCatalogue is data.catalogue.
func dataCatalogue() *ast.Term {
	controls := map[string]*ast.Term{
		catalogue.Edition2013: controlsTerm(catalogue.Controls(catalogue.Edition2013)),
		catalogue.Edition2022: controlsTerm(catalogue.Controls(catalogue.Edition2022)),
	}
	controls[catalogue.Edition2022Amd1] = controls[catalogue.Edition2022]
	inputs := map[string]*ast.Term{}
	for _, edition := range editions {
		inputs[edition] = reviewInputsTerm(catalogue.ReviewInputs(edition))
	}
	activities := map[string]*ast.Term{}
	for _, c := range catalogue.Clauses() {
		for _, a := range c.Activities {
			activities[a.ID] = object(map[string]*ast.Term{"text": text(a.Text), "mode": text(a.Mode)})
		}
	}
	return object(map[string]*ast.Term{
		"controls":      object(controls),
		"review_inputs": object(inputs),
		"activities":    object(activities),
		"registers":     registersTerm(catalogue.Registers()),
	})
}

func controlsTerm(list []catalogue.Control) *ast.Term {
	controls := make(map[string]*ast.Term, len(list))
	for _, c := range list {
		controls[c.ID] = object(map[string]*ast.Term{
			"label": text(c.Label), "other": texts(c.Other), "asks_policy": ast.InternedTerm(c.AsksPolicy), "topic": text(c.Topic),
		})
	}
	return object(controls)
}

func reviewInputsTerm(list []catalogue.ReviewInputKey) *ast.Term {
	inputs := make([]*ast.Term, len(list))
	for i, k := range list {
		inputs[i] = object(map[string]*ast.Term{"key": text(k.Key), "activity": text(k.Activity), "label": text(k.Label)})
	}
	return ast.ArrayTerm(inputs...)
}

func registersTerm(list []isms.RegisterKind) *ast.Term {
	kinds := make(map[string]*ast.Term, len(list))
	for _, k := range list {
		fields := make(map[string]*ast.Term, len(k.Fields))
		for _, f := range k.Fields {
			fields[f.Name] = text(f.Label)
		}
		kinds[k.ID] = object(map[string]*ast.Term{
			"title": text(k.Title), "entry": text(k.Entry), "plural": text(k.Plural), "path": text(k.Path), "fields": object(fields),
		})
	}
	return object(kinds)
}

func text(s string) *ast.Term { return ast.InternedTerm(s) }

func texts(list []string) *ast.Term {
	terms := make([]*ast.Term, len(list))
	for i, s := range list {
		terms[i] = text(s)
	}
	return ast.ArrayTerm(terms...)
}

func object(m map[string]*ast.Term) *ast.Term {
	pairs := make([][2]*ast.Term, 0, len(m))
	for k, v := range m {
		pairs = append(pairs, [2]*ast.Term{text(k), v})
	}
	return ast.ObjectTerm(pairs...)
}
