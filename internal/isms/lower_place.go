package isms

import "github.com/open-policy-agent/opa/v1/ast"

const subjectISMS = "isms"

// placed is a lowered place: the three keys that every object with a place has.
type placed struct{ path, pos, subject *ast.Term }

func (p placed) items(more ...[2]*ast.Term) [][2]*ast.Term {
	return append(more, ast.Item(keyUnderPath, p.path), ast.Item(keyUnderPos, p.pos), ast.Item(keyUnderSubject, p.subject))
}

func (p placed) object(more ...[2]*ast.Term) *ast.Term {
	return ast.ObjectTerm(p.items(more...)...)
}

// at is the place of a part of an object that has only a position.
func (p placed) at(pos Pos) placed {
	if !pos.IsZero() {
		p.pos = ast.ObjectTerm(ast.Item(keyDot, ast.StringTerm(pos.String())))
	}
	return p
}

// start is where something stands of which only the file is known.
var start = Pos{Line: 1, Column: 1, EndLine: 1, EndColumn: 1}

// within is p, or the outer place where p is not set: an object without a place
// of its own stands where the one around it stands.
func (p Place) within(outer Place) Place {
	if p.Path == "" {
		p.Path = outer.Path
		if p.Pos.IsZero() {
			p.Pos = outer.Pos
		}
	}
	if p.Pos.IsZero() {
		p.Pos = start
	}
	return p
}

func (l *lowering) place(p Place, subject string) placed {
	return l.placeAt(p, str(subject))
}

func (l *lowering) placeAt(p Place, subject *ast.Term) placed {
	p = p.within(l.anchor)
	ps := l.positions(p.Pos)
	ps.addParts(p.Parts)
	return placed{path: str(p.Path), pos: ps.term(), subject: subject}
}

// address lowers an address.
func (l *lowering) address(a *Address) *ast.Term {
	return l.place(a.Place, a.Subject).object(
		ast.Item(keySection, str(a.Section)),
		ast.Item(keyTitle, str(a.Title)),
		ast.Item(keyDate, strOrNull(a.Date)),
		ast.Item(keySignal, str(string(a.Signal))),
		ast.Item(keyCertainty, str(string(a.Certainty))),
		ast.Item(keyWhy, str(a.Why)),
		ast.Item(keyPoints, str(a.Points)),
	)
}

func (l *lowering) addresses(list []Address) *ast.Term {
	terms := make([]*ast.Term, len(list))
	for i := range list {
		terms[i] = l.address(&list[i])
	}
	return array(terms)
}
