package policy

import (
	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/ismslint/ismslint/internal/catalogue"
	"github.com/ismslint/ismslint/internal/isms"
)

// Standard is what the engine knows of the standard: to check metadata, to make
// the model total, to leave out what an edition does not have, and as
// data.catalogue.
type Standard struct {
	Lowering isms.Catalogue
	Clauses  []catalogue.Clause
	// Checks are the checks that rules may say they encode; nil for any.
	Checks []string
	// Data is data.catalogue.
	Data *ast.Term

	clauses    map[string]bool
	activities map[string]string // id: edition that alone has it, or ""
	types      map[string]bool
	kinds      map[string]*isms.RegisterKind
	fields     map[string]bool
	checks     map[string]bool
}

// index prepares the lookups. It is called once, before the standard is shared.
func (s *Standard) index() *Standard {
	s.Lowering = s.Lowering.Prepared()
	s.clauses = map[string]bool{}
	s.activities = map[string]string{}
	for _, c := range s.Clauses {
		s.clauses[c.ID] = true
		for _, a := range c.Activities {
			edition := a.EditionOnly
			if edition == "" {
				edition = c.EditionOnly
			}
			s.activities[a.ID] = edition
		}
	}
	s.types, s.checks = set(s.Lowering.Types), set(s.Checks)
	s.kinds = map[string]*isms.RegisterKind{}
	s.fields = set(structural)
	s.addFields(s.Lowering.Metadata)
	for i := range s.Lowering.Kinds {
		kind := &s.Lowering.Kinds[i]
		s.kinds[kind.ID] = kind
		s.addFields(kind.Fields)
		s.addFields(kind.Header)
	}
	return s
}

func (s *Standard) addFields(fields []isms.FieldSpec) {
	for _, f := range fields {
		s.fields[f.Name] = true
	}
}

func set(list []string) map[string]bool {
	m := make(map[string]bool, len(list))
	for _, s := range list {
		m[s] = true
	}
	return m
}

// structural are the parts that objects have beside the fields of the catalogue.
var structural = []string{
	".", "id", "title", "type", "columns", "end", "header", "statements", "none", "entries", "inputs",
	"clauses", "controls", "sections", "links", "placeholders", "history", "addresses", "cues", "metadata",
	"likelihood", "consequence", "levels", "steps", "key", "label", "number", "meaning", "min", "max", "acceptance",
	"cells", "combination", "version", "date", "author", "approved_by", "change",
	"name", "persons", "top_management", "intervals", "determined", "outside", "approval", "versions", "public", "started_on",
}

// inEdition says whether something of only an edition is in an edition. "2022"
// includes 2022+amd1.
func inEdition(only, edition string) bool {
	return only == "" || only == edition ||
		only == catalogue.Edition2022 && edition == catalogue.Edition2022Amd1
}
