package isms

import (
	"cmp"
	"runtime"
	"strconv"
	"sync"

	"github.com/open-policy-agent/opa/v1/ast"
)

// registers lowers one register for each kind of the catalogue; those of other
// kinds are left out.
func (l *lowering) registers(list []*Register) *ast.Term {
	byKind := make(map[string]*Register, len(list))
	for _, r := range list {
		if r != nil && byKind[r.Kind] == nil {
			byKind[r.Kind] = r
		}
	}
	out := newDistinct(len(l.c.Kinds))
	for i := range l.c.Kinds {
		kind := &l.c.Kinds[i]
		if out.has(kind.ID) {
			continue
		}
		r := byKind[kind.ID]
		if r == nil {
			r = &Register{Kind: kind.ID, State: Absent}
		}
		out.add(kind.ID, l.register(kind, r))
	}
	return out.term()
}

func (l *lowering) register(kind *RegisterKind, r *Register) *ast.Term {
	at := r.Place.within(l.anchor)
	subject := str("register/" + kind.ID)
	header, fields := l.c.shared.headers[kind.ID], l.c.shared.kinds[kind.ID]
	own := placed{path: str(at.Path), pos: l.registerPos(at, r, header, fields), subject: subject}

	entries, row := l.entries(fields, r, at)
	slots := l.slotsOf(header, r.Header)
	headerItems := l.fields(make([][2]*ast.Term, 0, len(slots)), header, slots)
	return own.object(
		ast.Item(keyKind, str(kind.ID)),
		ast.Item(keyTitle, str(cmp.Or(r.Title, kind.Title))),
		ast.Item(keyState, stateTerm(r.State)),
		ast.Item(keySignal, str(string(r.Signal))),
		ast.Item(keyDecided, boolean(r.Decided)),
		ast.Item(keyEdition, str(r.Edition)),
		ast.Item(keyColumns, columns(fields, r.Columns)),
		ast.Item(keyHeader, ast.ObjectTerm(headerItems...)),
		ast.Item(keyEntries, entries),
		ast.Item(keyRow, row),
		ast.Item(keyDuplicates, duplicates(r.Duplicates)),
		ast.Item(keyNone, l.statementOrNull(r.None, at, subject)),
		ast.Item(keyStatements, l.statements(r.Statements, at, subject)),
		ast.Item(keyPossible, l.addresses(r.Possible)),
	)
}

// registerPos has "columns" and "end" always. A field of the header is found by
// its own name too, as in an entry.
func (l *lowering) registerPos(at Place, r *Register, header, fields *fieldSet) *ast.Term {
	ps := l.positions(at.Pos)
	ps.addParts(at.Parts)
	for _, column := range r.Columns {
		// A column of another file has no place in this one.
		if _, ok := fields.columns[column.Field]; ok && (column.Path == "" || column.Path == at.Path) {
			ps.addNew("columns/"+column.Field, column.Pos)
		}
	}
	ps.addOwn("columns")
	ps.addOwn("end")
	for i, field := range l.slotsOf(header, r.Header) {
		if field != nil {
			named(ps, "header/", header.specs[i].Name, field)
		}
	}
	return ps.term()
}

// named adds the position of a field under its path and under its name.
func named(ps *positions, path, name string, field *Field) {
	for _, key := range []string{path + name, name} {
		ps.addNew(key, field.Pos)
		for i, pos := range field.Items {
			ps.addNew(key+"/"+strconv.Itoa(i), pos)
		}
	}
}

func columns(fields *fieldSet, list []Column) *ast.Term {
	out := newDistinct(len(list))
	for _, column := range list {
		if _, ok := fields.columns[column.Field]; ok {
			out.add(column.Field, boolean(true))
		}
	}
	return out.term()
}

func duplicates(list []Duplicate) *ast.Term {
	terms := make([]*ast.Term, len(list))
	for i := range list {
		terms[i] = ast.ObjectTerm(
			ast.Item(keyID, str(list[i].ID)),
			ast.Item(keyEntries, intArray(list[i].Entries)),
		)
	}
	return array(terms)
}

func (l *lowering) statementOrNull(s *Statement, outer Place, subject *ast.Term) *ast.Term {
	if s == nil {
		return null
	}
	return l.statement(s, outer, subject)
}

func (l *lowering) statement(s *Statement, outer Place, subject *ast.Term) *ast.Term {
	return l.placeAt(s.Place.within(outer), subject).object(
		ast.Item(keyText, str(s.Text)),
		ast.Item(keyDate, strOrNull(s.Date)),
	)
}

func (l *lowering) statements(list []Statement, outer Place, subject *ast.Term) *ast.Term {
	out := newDistinct(len(list))
	for i := range list {
		if !out.has(list[i].Name) {
			out.add(list[i].Name, l.statement(&list[i], outer, subject))
		}
	}
	return out.term()
}

// rows are the terms of the rows of a register and of their places.
type rows struct{ entries, places []*ast.Term }

// entries lowers the rows and makes the index of their ids.
func (l *lowering) entries(fields *fieldSet, r *Register, outer Place) (entries, row *ast.Term) {
	lowered := rows{make([]*ast.Term, len(r.Entries)), make([]*ast.Term, len(r.Entries))}
	l.eachChunk(len(r.Entries), func(l *lowering, from, to int) {
		for i := from; i < to; i++ {
			own := l.entryPlace(fields, &r.Entries[i], outer)
			lowered.entries[i] = l.entry(fields, &r.Entries[i], i, own)
			lowered.places[i] = own.object()
		}
	})
	index := newDistinct(len(r.Entries))
	for i := range r.Entries {
		if id := r.Entries[i].ID; id != "" {
			index.add(id, integer(i))
			l.ids.add(id, lowered.places[i])
		}
	}
	return array(lowered.entries), index.term()
}

// manyRows is the number of rows from which one more goroutine is worth it.
const manyRows = 1000

// eachChunk splits n rows among goroutines, each with a lowering of its own.
func (l *lowering) eachChunk(n int, lower func(l *lowering, from, to int)) {
	workers := min(runtime.GOMAXPROCS(0), n/manyRows)
	if workers < 2 {
		lower(l, 0, n)
		return
	}
	var wait sync.WaitGroup
	for w := range workers {
		wait.Go(func() { lower(newLowering(l.c, l.anchor), n*w/workers, n*(w+1)/workers) })
	}
	wait.Wait()
}

func (l *lowering) entryPlace(fields *fieldSet, e *Entry, outer Place) placed {
	at := e.Place.within(outer)
	slots := l.slotsOf(fields, e.Fields)
	ps := l.positions(at.Pos)
	fieldPositions(ps, fields, slots)
	for i := range e.Fields {
		name := e.Fields[i].Name
		if _, lowered := fields.index[name]; lowered {
			continue
		}
		if _, ok := fields.columns[name]; ok {
			ps.addNew(name, e.Fields[i].Pos)
		}
	}
	ps.addParts(at.Parts)
	for i := range e.Other {
		ps.addNew("other/"+e.Other[i].Header, e.Other[i].Pos)
	}
	for i := range e.Inputs {
		ps.addNew("inputs/"+e.Inputs[i].Key, e.Inputs[i].Pos)
	}
	return placed{path: str(at.Path), pos: ps.term(), subject: str(e.Subject)}
}

func (l *lowering) entry(fields *fieldSet, e *Entry, index int, own placed) *ast.Term {
	slots := l.slotsOf(fields, e.Fields)
	// An object copies its items, so they can be scratch.
	items := append(l.items[:0],
		ast.Item(keyID, str(e.ID)),
		ast.Item(keyLabel, str(cmp.Or(e.Label, e.ID, e.Subject))),
		ast.Item(keyIndex, integer(index)),
		ast.Item(keySection, str(e.Section)),
		ast.Item(keyGroup, str(e.Group)),
		ast.Item(keyStructured, boolean(e.Structured)),
		ast.Item(keyOther, other(e.Other)),
		ast.Item(keyInputs, l.inputs(e.Inputs, own)),
		ast.Item(keyDecisionList, decisionList(e.DecisionList, own)),
		ast.Item(keyMentions, mentions(e.Mentions, own)),
		ast.Item(keyResults, results(e.Results, own)),
		ast.Item(keyCovers, covers(e.Covers)),
	)
	items = own.items(items...)
	l.items = l.fields(items, fields, slots)
	return ast.ObjectTerm(l.items...)
}

func other(list []OtherField) *ast.Term {
	if len(list) == 0 {
		return emptyObject
	}
	out := newDistinct(len(list))
	for i := range list {
		out.add(list[i].Header, str(list[i].Text))
	}
	return out.term()
}

// inputs holds the inputs that were found. Those that were not are no keys: a
// heading that says nothing is not the same as none.
func (l *lowering) inputs(list []ReviewInput, own placed) *ast.Term {
	if len(list) == 0 {
		return emptyObject
	}
	out := newDistinct(len(list))
	for i := range list {
		input := &list[i]
		if l.c.shared.inputs[input.Key] == nil || out.has(input.Key) {
			continue
		}
		out.add(input.Key, own.at(input.Pos).object(
			ast.Item(keyFilled, boolean(input.Filled)),
			ast.Item(keyNone, boolean(input.None)),
		))
	}
	return out.term()
}

func decisionList(list []Decision, own placed) *ast.Term {
	terms := make([]*ast.Term, len(list))
	for i := range list {
		d := &list[i]
		terms[i] = own.at(d.Pos).object(ast.Item(keyID, str(d.ID)), ast.Item(keyOpen, boolean(d.Open)), ast.Item(keyLacks, stringArray(d.Lacks)))
	}
	return array(terms)
}

// mentions by name; the first of a name stands for it.
func mentions(list []Mention, own placed) *ast.Term {
	if len(list) == 0 {
		return emptyObject
	}
	out := newDistinct(len(list))
	for i := range list {
		m := &list[i]
		if m.Name != "" && !out.has(m.Name) {
			out.add(m.Name, own.at(m.Pos).object(
				ast.Item(keyReported, boolean(m.Reported)),
				ast.Item(keyDate, strOrNull(m.Date)),
			))
		}
	}
	return out.term()
}

func results(list []Result, own placed) *ast.Term {
	terms := make([]*ast.Term, len(list))
	for i := range list {
		r := &list[i]
		beyond := null
		if r.Beyond != nil {
			beyond = boolean(*r.Beyond)
		}
		terms[i] = own.at(r.Pos).object(
			ast.Item(keyRaw, str(r.Raw)),
			ast.Item(keyDate, strOrNull(r.Date)),
			ast.Item(keyBeyond, beyond),
			ast.Item(keySaid, boolean(r.Said)),
		)
	}
	return array(terms)
}

// nothingCovered is what is covered by all entries that are no audits.
var nothingCovered = covered(&Coverage{})

func covers(c *Coverage) *ast.Term {
	if c == nil {
		return nothingCovered
	}
	return covered(c)
}

func covered(c *Coverage) *ast.Term {
	return ast.ObjectTerm(
		ast.Item(keyClauses, nameSet(c.Clauses)),
		ast.Item(keyControls, nameSet(c.Controls)),
		ast.Item(keyAllClauses, boolean(c.AllClauses)),
		ast.Item(keyAllControls, boolean(c.AllControls)),
	)
}
