package markdown

const (
	maxKeyWords   = 5
	maxKeyLength  = 40
	plainKeyWords = 4
	plainLines    = 12 // below the title
)

// candidate is a field that may turn out to be none: one that counts only at
// the end of the document.
type candidate struct {
	Field
	endOnly bool
}

// keepFields puts the fields that count into the document.
func (w *walker) keepFields() {
	last := len(w.doc.Sections) - 1
	for _, c := range w.fields {
		c.Section = w.sectionAt(c.KeyRange.Start)
		c.AtEnd = c.Section == last && last > max(w.title, 1)
		if !c.endOnly || c.AtEnd {
			w.doc.Fields = append(w.doc.Fields, c.Field)
		}
	}
}

func (w *walker) addPairs(in *inline, pairs []pair, carrier Carrier, endOnly bool) {
	for _, p := range pairs {
		w.fields = append(w.fields, candidate{endOnly: endOnly, Field: Field{
			Carrier:  carrier,
			Key:      p.key,
			KeyRange: w.rangeOf(in.flow, p.keyFrom, p.keyTo),
			Value:    p.value,
			Range:    w.rangeOf(in.flow, p.valFrom, p.valueTo),
		}})
	}
}

// lineFields finds the fields of a paragraph, list item or quote.
func (w *walker) lineFields(in *inline, from int, kind BlockKind) {
	nearTitle := w.nearTitle(in.flow.offset(from))
	if kind == Quote {
		w.quoteFields(in, from, nearTitle)
		return
	}
	if pairs := boldPairs(in, from, len(in.flow.text)); len(pairs) > 0 {
		w.addPairs(in, pairs, CarrierBoldLine, false)
		return
	}
	if inner, ok := wholeMark(in.strong, in, from); ok {
		w.addPairs(in, plainPairs(in, inner.innerStart, inner.innerEnd), CarrierBoldLine, !nearTitle)
		return
	}
	if kind != Paragraph || !nearTitle {
		return
	}
	if inner, ok := wholeMark(in.em, in, from); ok {
		w.addPairs(in, sentencePairs(in, inner.innerStart, inner.innerEnd), CarrierPlainLine, false)
		return
	}
	w.addPairs(in, plainPairs(in, from, len(in.flow.text)), CarrierPlainLine, false)
}

// quoteFields finds the fields of a quote: each line that begins with a key
// ends the value before it.
func (w *walker) quoteFields(in *inline, from int, certain bool) {
	size := len(in.flow.text)
	for start := from; start < size; {
		end, next := lineEnd(in, start, size)
		for next < size && !beginsField(in, next, size) {
			end, next = lineEnd(in, next, size)
		}
		if pairs := boldPairs(in, start, end); len(pairs) > 0 {
			w.addPairs(in, pairs, CarrierQuote, false)
			certain = true // one bold key shows what the lines are
		} else {
			w.addPairs(in, plainPairs(in, start, end), CarrierQuote, !certain)
		}
		start = next
	}
}

// beginsField is true for a line that begins with a key.
func beginsField(in *inline, start, size int) bool {
	end, _ := lineEnd(in, start, size)
	if _, ok := plainPair(in, start, end); ok {
		return true
	}
	return len(boldPairs(in, start, end)) > 0
}

// nearTitle is true for the first lines of the section under the title, or of a
// document that has not got one so far.
func (w *walker) nearTitle(offset int) bool {
	section := len(w.doc.Sections) - 1
	if section != w.title {
		return false
	}
	if section == 0 && w.doc.Front != nil {
		return false
	}
	line := w.doc.Source.Position(offset).Line
	return line <= w.doc.Sections[section].HeadingRange.End.Line+plainLines
}

// wholeMark is the emphasis that covers all of a text.
func wholeMark(marks []mark, in *inline, from int) (mark, bool) {
	if len(marks) == 0 {
		return mark{}, false
	}
	start, end := trimSpace(in.flow.text, from, len(in.flow.text))
	m := marks[0]
	return m, m.outerStart == start && m.outerEnd == end
}
