package isms

import (
	"github.com/open-policy-agent/opa/v1/ast"
)

// types lowers one type for each document type of the catalogue.
func (l *lowering) types(list []*Type) *ast.Term {
	byID := make(map[string]*Type, len(list))
	for _, t := range list {
		if t != nil && byID[t.ID] == nil {
			byID[t.ID] = t
		}
	}
	out := newDistinct(len(l.c.Types))
	for _, id := range l.c.Types {
		t := byID[id]
		if t == nil {
			t = &Type{}
		}
		out.add(id, l.place(t.Place, "type/"+id).object(
			ast.Item(keyItems, l.addresses(t.Items)),
			ast.Item(keyOthers, l.addresses(t.Others)),
			ast.Item(keyCues, l.cuePlaces(t)),
		))
	}
	return out.term()
}

func (l *lowering) cuePlaces(t *Type) *ast.Term {
	out := newDistinct(len(t.Cues))
	for i, name := range t.Cues {
		at := Address{Place: t.Place, Subject: "type/" + t.ID}
		if i < len(t.CueAt) {
			at = t.CueAt[i]
		}
		out.add(name, l.address(&at))
	}
	return out.term()
}

// heads lowers documents without what stands in their text, and adds them to
// the index of ids.
func (l *lowering) heads(list []*Document) *ast.Term {
	terms := make([]*ast.Term, 0, len(list))
	for _, d := range list {
		if d == nil {
			continue
		}
		own := l.documentPlace(d)
		terms = append(terms, ast.ObjectTerm(l.head(d, own)...))
		if d.ID != "" {
			l.ids.add(d.ID, own.object())
		}
	}
	return array(terms)
}

func (l *lowering) documentPlace(d *Document) placed {
	at := d.Place.within(l.anchor)
	fs := l.c.shared.metadata
	ps := l.positions(at.Pos)
	ps.addParts(at.Parts)
	for i, field := range l.slotsOf(fs, d.Metadata) {
		if field != nil {
			named(ps, "metadata/", fs.specs[i].Name, field)
		}
	}
	return placed{path: str(at.Path), pos: ps.term(), subject: str(d.Subject)}
}

func (l *lowering) head(d *Document, own placed) [][2]*ast.Term {
	fs := l.c.shared.metadata
	metadata := l.fields(make([][2]*ast.Term, 0, len(fs.specs)), fs, l.slotsOf(fs, d.Metadata))
	return own.items(
		ast.Item(keySection, str(d.Section)),
		ast.Item(keyID, str(d.ID)),
		ast.Item(keyTitle, str(d.Title)),
		ast.Item(keyType, str(d.Type)),
		ast.Item(keyTopic, str(d.Topic)),
		ast.Item(keyKind, str(d.Kind)),
		ast.Item(keySignal, str(string(d.Signal))),
		ast.Item(keyCertainty, str(string(d.Certainty))),
		ast.Item(keyEvidence, boolean(d.Evidence)),
		ast.Item(keyWhy, str(d.Why)),
		ast.Item(keyTemplate, boolean(d.Template)),
		ast.Item(keyStub, boolean(d.Stub)),
		ast.Item(keyForeign, str(d.Foreign)),
		ast.Item(keyPoints, str(d.Points)),
		ast.Item(keyLanguage, str(d.Language)),
		ast.Item(keyCarrier, str(d.Carrier)),
		ast.Item(keyDate, strOrNull(d.Date)),
		ast.Item(keyMetadata, ast.ObjectTerm(metadata...)),
		ast.Item(keyClauses, citations(d.Clauses, own)),
		ast.Item(keyControls, citations(d.Controls, own)),
		ast.Item(keyAddresses, declaredAddresses(d.Addresses, own)),
		ast.Item(keyElements, nameSet(d.Elements)),
		ast.Item(keyTopics, nameSet(d.Topics)),
	)
}

func (l *lowering) document(d *Document) *ast.Term {
	own := l.documentPlace(d)
	links := make([]*ast.Term, len(d.Links))
	for i := range d.Links {
		links[i] = link(&d.Links[i], own)
	}
	placeholders := make([]*ast.Term, len(d.Placeholders))
	for i := range d.Placeholders {
		p := &d.Placeholders[i]
		placeholders[i] = own.at(p.Pos).object(ast.Item(keyText, str(p.Text)))
	}
	items := append(l.head(d, own),
		ast.Item(keySections, sections(d, own)),
		ast.Item(keyCues, l.cues(d, own)),
		ast.Item(keyLinks, array(links)),
		ast.Item(keyPlaceholders, array(placeholders)),
		ast.Item(keyHistory, l.history(d, own)),
	)
	return ast.ObjectTerm(items...)
}

func citations(list []Citation, own placed) *ast.Term {
	terms := make([]*ast.Term, len(list))
	for i := range list {
		c := &list[i]
		terms[i] = own.at(c.Pos).object(
			ast.Item(keyID, str(c.ID)),
			ast.Item(keyRaw, str(c.Raw)),
			ast.Item(keyDeclared, boolean(c.Declared)),
		)
	}
	return array(terms)
}

func declaredAddresses(list []DeclaredAddress, own placed) *ast.Term {
	out := newDistinct(len(list))
	for i := range list {
		a := &list[i]
		if out.has(a.Activity) {
			continue
		}
		out.add(a.Activity, own.at(a.Pos).object(
			ast.Item(keyAnchor, str(a.Anchor)),
			ast.Item(keySection, str(a.Section)),
			ast.Item(keyEmpty, boolean(a.Empty)),
		))
	}
	return out.term()
}

// inSection is the place of something in a section of the document.
func inSection(d *Document, own placed, slug string, pos Pos) placed {
	own = own.at(pos)
	if slug != "" {
		own.subject = str(d.Path + "#" + slug)
	}
	return own
}

func sections(d *Document, own placed) *ast.Term {
	terms := make([]*ast.Term, len(d.Sections))
	for i := range d.Sections {
		s := &d.Sections[i]
		terms[i] = inSection(d, own, s.Slug, s.Pos).object(
			ast.Item(keySlug, str(s.Slug)),
			ast.Item(keyHeading, str(s.Heading)),
			ast.Item(keyNumber, str(s.Number)),
			ast.Item(keyLevel, integer(s.Level)),
			ast.Item(keyType, str(s.Type)),
			ast.Item(keyClauses, stringArray(s.Clauses)),
			ast.Item(keyWords, integer(s.Words)),
			ast.Item(keyItems, integer(s.Items)),
			ast.Item(keyRows, integer(s.Rows)),
			ast.Item(keyPlaceholders, integer(s.Placeholders)),
			ast.Item(keyEmpty, boolean(s.Empty)),
		)
	}
	return array(terms)
}

// cues has every cue of the catalogue; others are left out.
func (l *lowering) cues(d *Document, own placed) *ast.Term {
	names := l.c.shared.cues
	found := make([][]*ast.Term, len(names))
	for i := range d.Cues {
		cue := &d.Cues[i]
		at, ok := l.c.shared.cueIndex[cue.Name]
		if !ok {
			continue
		}
		place := inSection(d, own, cue.Section, cue.Pos)
		found[at] = append(found[at], place.object(ast.Item(keySection, str(cue.Section))))
	}
	items := make([][2]*ast.Term, len(names))
	for i, name := range names {
		items[i] = ast.Item(name, array(found[i]))
	}
	return ast.ObjectTerm(items...)
}

func link(l *Link, own placed) *ast.Term {
	return own.at(l.Pos).object(
		ast.Item(keyTarget, str(l.Target)),
		ast.Item(keyPath, str(l.Path)),
		ast.Item(keyExists, boolean(l.Exists)),
	)
}

// revision is what a row of a version history has.
var revision = newFieldSet([]FieldSpec{
	{Name: "version", Type: TypeVersion},
	{Name: "date", Type: TypeDate},
	{Name: "author", Type: TypePeople},
	{Name: "approved_by", Type: TypePeople},
	{Name: "change", Type: TypeText},
	{Name: "editorial", Type: TypeText},
}, nil)

func (l *lowering) history(d *Document, own placed) *ast.Term {
	terms := make([]*ast.Term, len(d.History))
	for i := range d.History {
		r := &d.History[i]
		at := r.Place.within(d.Place.within(l.anchor))
		slots := l.slotsOf(revision, r.Fields)
		ps := l.positions(at.Pos)
		fieldPositions(ps, revision, slots)
		ps.addParts(at.Parts)
		row := placed{path: str(at.Path), pos: ps.term(), subject: own.subject}
		terms[i] = row.object(l.fields(nil, revision, slots)...)
	}
	return array(terms)
}
