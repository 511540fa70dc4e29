package isms

import "github.com/open-policy-agent/opa/v1/ast"

func (l *lowering) slips(s *Slips) *ast.Term {
	return ast.ObjectTerm(
		ast.Item(keyRagged, l.slipList(s.Ragged)),
		ast.Item(keyTotals, l.slipList(s.Totals)),
		ast.Item(keyDates, l.slipList(s.Dates)),
		ast.Item(keyCounts, l.slipList(s.Counts)),
		ast.Item(keyDiffering, l.slipList(s.Differing)),
		ast.Item(keyUnknown, l.slipList(s.Unknown)),
		ast.Item(keyDurations, l.slipList(s.Durations)),
	)
}

func (l *lowering) slipList(list []Slip) *ast.Term {
	terms := make([]*ast.Term, len(list))
	for i := range list {
		s := &list[i]
		own := l.place(s.Place, s.Subject)
		terms[i] = own.object(
			ast.Item(keyTitle, str(s.Title)),
			ast.Item(keyLabel, str(s.Label)),
			ast.Item(keyField, str(s.Field)),
			ast.Item(keySaid, number(s.Said)),
			ast.Item(keyCounted, number(s.Counted)),
			ast.Item(keyRows, integer(s.Rows)),
			ast.Item(keyHere, str(s.Here)),
			ast.Item(keyThere, str(s.There)),
			ast.Item(keyOther, l.place(s.Other.within(s.Place), s.Subject).object()),
		)
	}
	return array(terms)
}

func slipsDefs(defs schema) {
	defs["slip"] = placedObject(schema{
		"said": typed("number"), "counted": typed("number"), "rows": count(), "other": ref("place"),
	}.add(text, "title", "label", "field", "here", "there"))
	defs["slips"] = closed(schema{}.add(func() schema { return list(ref("slip")) },
		"ragged", "totals", "dates", "counts", "differing", "unknown", "durations"))
}
