package recognise

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ismslint/ismslint/internal/isms"
)

// compared are the fields of which a document has one value, wherever it says it.
var compared = map[string]string{
	"id": "id", "version": "version", "owner": "owner", "approved_by": "approver", "approved_on": "date of approval",
	"next_review": "next review", "status": "status", "classification": "classification",
}

// differing keeps that two carriers of a document give a field different values.
func (p *page) differing(old, other *isms.Field) {
	name, ok := compared[old.Name]
	if !ok || slices.Contains(p.partFields, old.Name) || old.Value == nil || other.Value == nil || agree(old, other) {
		return
	}
	p.differ = append(p.differ, isms.FileProblem{
		Place:   isms.Place{Path: p.path, Pos: other.Pos},
		Message: fmt.Sprintf("the %s is %s in one place of the document and %s in another", name, quoted(shorten(old.Raw)), quoted(shorten(other.Raw))),
		Related: []isms.FileProblem{{
			Place: isms.Place{Path: p.path, Pos: old.Pos}, Message: fmt.Sprintf("the %s says %s", old.Carrier, quoted(shorten(old.Raw))),
		}},
	})
}

// agree says whether two values are the same, or one says more of the same:
// "CISO" and "CISO (Jane Roe)", a quarter and a day of it.
func agree(a, b *isms.Field) bool {
	if x, ok := a.Value.(isms.Date); ok {
		y, ok := b.Value.(isms.Date)
		return ok && x.From <= y.Until && y.From <= x.Until
	}
	switch x := a.Value.(type) {
	case isms.Version:
		if y, ok := b.Value.(isms.Version); ok && x == y {
			return true
		}
	case isms.Enum:
		if y, ok := b.Value.(isms.Enum); ok && x == y {
			return true
		}
	case isms.People:
		if y, ok := b.Value.(isms.People); ok && slices.ContainsFunc(x.Keys, func(key string) bool { return slices.Contains(y.Keys, key) }) {
			return true
		}
	}
	x, y := normalise(a.Raw), normalise(b.Raw)
	return strings.Contains(x, y) || strings.Contains(y, x)
}

// carriersDiffer collects what documents that count say in two ways.
func (b *builder) carriersDiffer() {
	for i := range b.scans {
		s := &b.scans[i]
		if len(s.docs) > 0 && s.docs[0].Evidence && s.docs[0].Type != "" {
			b.model.Differ = append(b.model.Differ, s.differ...)
		}
	}
}
