package policy

import (
	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/ismslint/ismslint/internal/isms"
)

// Inputs are objects of shared terms: the model is lowered once, and each query
// puts its own few keys around it.

func input(ismsTerm, documentTerm, rules *ast.Term) *ast.Term {
	pairs := make([][2]*ast.Term, 0, 3)
	pairs = append(pairs,
		[2]*ast.Term{ast.InternedTerm("isms"), ismsTerm},
		[2]*ast.Term{ast.InternedTerm("rules"), rules},
	)
	if documentTerm != nil {
		pairs = append(pairs, [2]*ast.Term{ast.InternedTerm("document"), documentTerm})
	}
	return ast.ObjectTerm(pairs...)
}

// testInput is what isms.parse gives: the model, and every document in full by
// its subject.
func testInput(m *isms.Model, c isms.Catalogue) *ast.Term {
	documents := make([][2]*ast.Term, 0, len(m.Documents))
	for _, d := range m.Documents {
		documents = append(documents, [2]*ast.Term{ast.StringTerm(d.Subject), d.Term(c)})
	}
	return ast.ObjectTerm(
		[2]*ast.Term{ast.InternedTerm("isms"), m.Term(c)},
		[2]*ast.Term{ast.InternedTerm("documents"), ast.ObjectTerm(documents...)},
	)
}

// rulesTerm is input.rules: the packages to evaluate.
func rulesTerm(rules []*rule) *ast.Term {
	pairs := make([]*ast.Term, len(rules))
	for i, r := range rules {
		pairs[i] = r.pair
	}
	return ast.ArrayTerm(pairs...)
}
