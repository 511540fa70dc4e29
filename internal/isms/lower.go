package isms

import (
	"github.com/open-policy-agent/opa/v1/ast"
)

// Catalogue is what lowering must know to make objects total.
type Catalogue struct {
	Kinds    []RegisterKind
	Types    []string    // ids of document types
	Metadata []FieldSpec // of documents
	// Intervals are the names of the organisation's intervals.
	Intervals    []string
	Cues         []string
	ReviewInputs []string

	// shared is made by Prepared.
	shared *shared
}

// Intervals are the names of the intervals that isms.yaml may state.
func Intervals() []string {
	return []string{
		"risk_assessment", "internal_audit", "management_review", "policy_review",
		"context_review", "soa_review", "supplier_review", "access_review",
	}
}

// Prepared is the catalogue with the terms that all models and documents share
// already made. A catalogue that is not prepared gives the same terms, slower.
func (c Catalogue) Prepared() Catalogue {
	if c.shared == nil {
		c.shared = newShared(c)
	}
	return c
}

// shared are terms made from the catalogue alone. It is never changed.
type shared struct {
	kinds     map[string]*fieldSet
	headers   map[string]*fieldSet
	metadata  *fieldSet
	intervals *fieldSet
	cues      []*ast.Term // names
	cueIndex  map[string]int
	inputs    map[string]*ast.Term
}

func newShared(c Catalogue) *shared {
	s := &shared{
		kinds:    make(map[string]*fieldSet, len(c.Kinds)),
		headers:  make(map[string]*fieldSet, len(c.Kinds)),
		metadata: newFieldSet(c.Metadata, nil),
		cueIndex: make(map[string]int, len(c.Cues)),
		inputs:   make(map[string]*ast.Term, len(c.ReviewInputs)),
	}
	for _, kind := range c.Kinds {
		if s.kinds[kind.ID] != nil {
			continue
		}
		s.kinds[kind.ID] = newFieldSet(kind.Fields, entryKeys)
		s.headers[kind.ID] = newFieldSet(kind.Header, nil)
	}
	intervals := make([]FieldSpec, 0, len(c.Intervals))
	for _, name := range c.Intervals {
		intervals = append(intervals, FieldSpec{Name: name, Type: TypeInterval})
	}
	s.intervals = newFieldSet(intervals, nil)
	for _, name := range c.Cues {
		if _, ok := s.cueIndex[name]; ok {
			continue
		}
		s.cueIndex[name] = len(s.cues)
		s.cues = append(s.cues, ast.StringTerm(name))
	}
	for _, key := range c.ReviewInputs {
		s.inputs[key] = ast.StringTerm(key)
	}
	return s
}

// Term is the model as `input.isms`. It may be called by many goroutines.
func (m *Model) Term(c Catalogue) *ast.Term {
	l := newLowering(c.Prepared(), m.Anchor)
	registers := l.registers(m.Registers)
	return ast.ObjectTerm(
		ast.Item(keyAsOf, str(m.AsOf)),
		ast.Item(keyEdition, str(m.Edition)),
		ast.Item(keyEditionSignal, str(m.EditionSignal)),
		ast.Item(keyDeclared, boolean(m.Organization.Declared)),
		ast.Item(keyRoot, str(m.Root)),
		ast.Item(keyRecognised, boolean(m.Recognised)),
		ast.Item(keyAnchor, ast.ObjectTerm(l.place(m.Anchor, subjectISMS).items()...)),
		ast.Item(keyOrganization, l.organization(&m.Organization)),
		ast.Item(keyRegisters, registers),
		ast.Item(keyTypes, l.types(m.Types)),
		ast.Item(keyDocuments, l.heads(m.Documents)),
		ast.Item(keyCriteria, l.criteria(&m.Criteria)),
		ast.Item(keySlips, l.slips(&m.Slips)),
		ast.Item(keyPeople, people(m.People)),
		ast.Item(keyIDs, l.ids.term()),
		ast.Item(keySectionsByClause, l.sectionsByClause(m.Documents)),
		ast.Item(keyFiles, files(m.Files)),
		ast.Item(keyChange, l.change(m.Change)),
	)
}

// Term is the document as `input.document`. It may be called by many
// goroutines.
func (d *Document) Term(c Catalogue) *ast.Term {
	l := newLowering(c.Prepared(), d.Place)
	return l.document(d)
}

// lowering makes the terms of one model or document. It is for one goroutine.
type lowering struct {
	c      Catalogue
	anchor Place
	ids    *placeIndex
	// memo holds fields that occur often: owners, dates, levels, states.
	memo    map[memoKey]*ast.Term
	slots   []*Field
	items   [][2]*ast.Term
	scratch positions
}

func newLowering(c Catalogue, anchor Place) *lowering {
	if anchor.Pos.IsZero() {
		anchor.Pos = start
	}
	return &lowering{
		c: c, anchor: anchor, ids: newPlaceIndex(),
		memo:    make(map[memoKey]*ast.Term),
		scratch: positions{elements: make(map[element]*ast.Term)},
	}
}

func people(list []Person) *ast.Term {
	out := newDistinct(len(list))
	for i := range list {
		p := &list[i]
		if out.has(p.Key) {
			continue
		}
		out.add(p.Key, ast.ObjectTerm(
			ast.Item(keyName, str(p.Name)),
			ast.Item(keyTop, boolean(p.Top)),
			ast.Item(keyLikeID, boolean(p.LikeID)),
			ast.Item(keyTitle, boolean(p.Title)),
			ast.Item(keyIDs, stringArray(p.IDs)),
		))
	}
	return out.term()
}

func files(list []File) *ast.Term {
	out := newDistinct(len(list))
	for i := range list {
		f := &list[i]
		if out.has(f.Path) {
			continue
		}
		out.add(f.Path, ast.ObjectTerm(
			ast.Item(keyChangedOn, strOrNull(f.ChangedOn)),
			ast.Item(keyChangedBy, strOrNull(f.ChangedBy)),
		))
	}
	return out.term()
}
