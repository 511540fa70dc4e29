package recognise

import "strings"

// phrases finds terms of one or more words in a text. Latin terms match whole
// words; terms in scripts without blanks match anywhere.
type phrases struct {
	byFirst map[string][]phrase
	solid   []phrase
}

type phrase struct {
	words []string
	text  string
	value int
}

// match is a phrase found in a text: words [start,end).
type match struct {
	value      int
	text       string
	start, end int
}

func (p *phrases) add(term string, value int) {
	term = normalise(term)
	if term == "" {
		return
	}
	if isSolid(term) {
		p.solid = append(p.solid, phrase{text: term, value: value})
		return
	}
	if p.byFirst == nil {
		p.byFirst = map[string][]phrase{}
	}
	w := strings.Fields(term)
	p.byFirst[w[0]] = append(p.byFirst[w[0]], phrase{words: w, text: term, value: value})
}

func isSolid(term string) bool {
	for _, r := range term {
		if r >= 0x3040 && r <= 0x9fff || r >= 0xac00 && r <= 0xd7a3 {
			return true
		}
	}
	return false
}

// find returns the matches of a normalised text that are not inside a longer
// one.
func (p *phrases) find(normalised string) []match {
	w := strings.Fields(normalised)
	var found []match
	for i := 0; i < len(w); i++ {
		for _, ph := range p.byFirst[w[i]] {
			if i+len(ph.words) <= len(w) && equalWords(ph.words, w[i:i+len(ph.words)]) {
				found = append(found, match{value: ph.value, text: ph.text, start: i, end: i + len(ph.words)})
			}
		}
	}
	for _, ph := range p.solid {
		if at := strings.Index(normalised, ph.text); at >= 0 {
			// A solid script has no words: the place in bytes orders the matches.
			found = append(found, match{value: ph.value, text: ph.text, start: at, end: at + len(ph.text)})
		}
	}
	return outermost(found)
}

func outermost(found []match) []match {
	kept := found[:0]
	for i, m := range found {
		inside := false
		for j, other := range found {
			if i != j && other.start <= m.start && m.end <= other.end && other.end-other.start > m.end-m.start {
				inside = true
				break
			}
		}
		if !inside {
			kept = append(kept, m)
		}
	}
	return kept
}

func equalWords(a, b []string) bool {
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}
