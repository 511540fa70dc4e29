package isms

import (
	"cmp"

	"github.com/open-policy-agent/opa/v1/ast"
)

// change lowers what differs from the base: null where there is none.
func (l *lowering) change(c *Change) *ast.Term {
	if c == nil {
		return null
	}
	documents := make([]*ast.Term, len(c.Documents))
	for i := range c.Documents {
		documents[i] = l.documentChange(&c.Documents[i])
	}
	byKind := make(map[string]*RegisterChange, len(c.Registers))
	for i := range c.Registers {
		byKind[c.Registers[i].Kind] = &c.Registers[i]
	}
	registers := newDistinct(len(l.c.Kinds))
	for i := range l.c.Kinds {
		if kind := l.c.Kinds[i].ID; !registers.has(kind) {
			registers.add(kind, l.registerChange(kind, byKind[kind]))
		}
	}
	return ast.ObjectTerm(
		ast.Item(keyBase, str(c.Base)),
		ast.Item(keyDocuments, array(documents)),
		ast.Item(keyRegisters, registers.term()),
		ast.Item(keyCriteria, l.criteriaChange(&c.Criteria)),
	)
}

func (l *lowering) documentChange(d *DocumentChange) *ast.Term {
	own := l.place(d.Place, d.Subject)
	passages := make([]*ast.Term, len(d.Passages))
	for i := range d.Passages {
		passages[i] = l.passage(&d.Passages[i], d)
	}
	dependents := make([]*ast.Term, len(d.Dependents))
	for i := range d.Dependents {
		dependents[i] = l.place(d.Dependents[i].Place, d.Subject).object(ast.Item(keyLabel, str(d.Dependents[i].Label)))
	}
	return own.object(
		ast.Item(keyHow, str(string(d.How))),
		ast.Item(keyWasPath, str(d.WasPath)),
		ast.Item(keyBefore, l.headOrNull(d.Before)),
		ast.Item(keyAfter, l.headOrNull(d.After)),
		ast.Item(keyFields, nameSet(d.Fields)),
		ast.Item(keyHistoryAdded, boolean(d.HistoryAdded)),
		ast.Item(keyBodyChanged, boolean(len(d.Passages) > 0)),
		ast.Item(keyMaterial, boolean(d.Material())),
		ast.Item(keyPassages, array(passages)),
		ast.Item(keyDependents, array(dependents)),
	)
}

func (l *lowering) headOrNull(d *Document) *ast.Term {
	if d == nil {
		return null
	}
	return ast.ObjectTerm(l.head(d, l.documentPlace(d))...)
}

func (l *lowering) passage(p *Passage, d *DocumentChange) *ast.Term {
	return l.place(p.Place.within(d.Place), d.Subject).object(
		ast.Item(keyHow, str(string(p.How))),
		ast.Item(keyUnit, str(p.Unit)),
		ast.Item(keySection, str(p.Section)),
		ast.Item(keyHeading, str(p.Heading)),
		ast.Item(keyWas, str(p.Was)),
		ast.Item(keyText, str(p.Text)),
		ast.Item(keyMaterial, boolean(p.Material)),
	)
}

// registerChange is there for every kind, be it that nothing differs.
func (l *lowering) registerChange(kind string, r *RegisterChange) *ast.Term {
	before := &Register{Kind: kind, State: Absent}
	var list []EntryChange
	if r != nil {
		list = r.Entries
		if r.Before != nil {
			before = r.Before
		}
	}
	header := l.c.shared.headers[kind]
	entries := make([]*ast.Term, len(list))
	for i := range list {
		entries[i] = l.entryChange(kind, &list[i])
	}
	return ast.ObjectTerm(
		ast.Item(keyState, stateTerm(before.State)),
		ast.Item(keyEdition, str(before.Edition)),
		ast.Item(keyRows, integer(len(before.Entries))),
		ast.Item(keyHeader, ast.ObjectTerm(l.fields(nil, header, l.slotsOf(header, before.Header))...)),
		ast.Item(keyEntries, array(entries)),
	)
}

func (l *lowering) entryChange(kind string, e *EntryChange) *ast.Term {
	fields := l.c.shared.kinds[kind]
	lowered := func(x *Entry) *ast.Term {
		if x == nil {
			return null
		}
		return l.entry(fields, x, x.Index, l.entryPlace(fields, x, e.Outer))
	}
	// What the fields are at in the head is what a finding points at.
	own := l.place(e.Place, e.Subject)
	label := ""
	for _, x := range []*Entry{e.Before, e.After} {
		if x != nil {
			label = cmp.Or(x.Label, x.ID, x.Subject)
		}
	}
	if e.After != nil {
		own.pos = l.entryPlace(fields, e.After, e.Outer).pos
	}
	return own.object(
		ast.Item(keyHow, str(string(e.How))),
		ast.Item(keyLabel, str(label)),
		ast.Item(keyBefore, lowered(e.Before)),
		ast.Item(keyAfter, lowered(e.After)),
		ast.Item(keyFields, nameSet(e.Fields)),
		ast.Item(keyKept, boolean(e.Kept)),
	)
}

func (l *lowering) criteriaChange(c *CriteriaChange) *ast.Term {
	changes := make([]*ast.Term, len(c.Changes))
	for i := range c.Changes {
		x := &c.Changes[i]
		changes[i] = l.place(x.Place, "register/risk_criteria").object(
			ast.Item(keyWhat, str(x.What)),
			ast.Item(keyPart, str(x.Part)),
			ast.Item(keyBefore, str(x.Before)),
			ast.Item(keyAfter, str(x.After)),
			ast.Item(keyLoosened, boolean(x.Loosened)),
		)
	}
	return ast.ObjectTerm(
		ast.Item(keyVersion, str(c.Version)),
		ast.Item(keyChanges, array(changes)),
	)
}
