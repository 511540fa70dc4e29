package isms

import "github.com/open-policy-agent/opa/v1/ast"

// sectionsByClause lists, for each clause, the documents that declare it and the
// sections whose heading names it, as far as they count as evidence.
func (l *lowering) sectionsByClause(list []*Document) *ast.Term {
	out := newGrouped()
	seen := make(map[clauseAddress]struct{})
	for _, d := range list {
		if d == nil || !d.Evidence {
			continue
		}
		l.documentByClause(out, seen, d)
	}
	for _, d := range list {
		if d == nil || !d.Evidence {
			continue
		}
		l.sectionByClause(out, seen, d)
	}
	return out.term()
}

type clauseAddress struct{ clause, path, slug string }

func (l *lowering) documentByClause(out *grouped, seen map[clauseAddress]struct{}, d *Document) {
	inSections := make(map[string]struct{})
	for i := range d.Sections {
		for _, clause := range d.Sections[i].Clauses {
			inSections[clause] = struct{}{}
		}
	}
	for i := range d.Clauses {
		c := &d.Clauses[i]
		// A heading speaks for its own section, which may be empty.
		if _, ok := inSections[c.ID]; ok && !c.Declared && d.Section == "" {
			continue
		}
		key := clauseAddress{c.ID, d.Path, d.Section}
		if _, ok := seen[key]; ok {
			continue
		}
		seen[key] = struct{}{}
		a := Address{
			Place: d.Place, Subject: d.Subject, Section: d.Section, Title: d.Title, Date: d.Date,
			Signal: SignalHeading, Certainty: Indicates, Points: d.Points,
		}
		a.Parts = nil
		if c.Declared {
			a.Signal, a.Certainty = SignalDeclared, Decides
		}
		out.add(c.ID, l.address(&a))
	}
}

func (l *lowering) sectionByClause(out *grouped, seen map[clauseAddress]struct{}, d *Document) {
	for i := range d.Sections {
		s := &d.Sections[i]
		if s.Empty || len(s.Clauses) == 0 {
			continue
		}
		var term *ast.Term
		for _, clause := range s.Clauses {
			key := clauseAddress{clause, d.Path, s.Slug}
			if _, ok := seen[key]; ok {
				continue
			}
			seen[key] = struct{}{}
			if term == nil {
				term = l.sectionAddress(d, s)
			}
			out.add(clause, term)
		}
	}
}

func (l *lowering) sectionAddress(d *Document, s *Section) *ast.Term {
	return l.address(&Address{
		Place:   Place{Path: d.Path, Pos: s.Pos},
		Subject: d.Path + "#" + s.Slug, Section: s.Slug, Title: s.Heading, Date: d.Date,
		Signal: SignalHeading, Certainty: Indicates, Points: d.Points,
	})
}
