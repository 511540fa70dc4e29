package recognise

import (
	"github.com/ismslint/ismslint/internal/config"
	"github.com/ismslint/ismslint/internal/isms"
)

// byHeadings decides where at least half of the cue headings of one type, and
// three at least, stand in the document, and no other type has as many.
func (p *page) byHeadings(*config.Settings) (guess, bool) {
	best, bestHits, tie := "", 0, false
	for i := range p.v.types {
		id := p.v.types[i].ID
		cues := p.v.headings[id]
		if cues == nil {
			continue
		}
		hits, of := p.headingHits(cues)
		if hits < 3 || hits*2 < of {
			continue
		}
		switch {
		case hits > bestHits:
			best, bestHits, tie = id, hits, false
		case hits == bestHits:
			tie = true
		}
	}
	return guess{typ: best, signal: isms.SignalHeadings}, best != "" && !tie
}

// headingHits counts the different cues that the headings hold, of those that a
// language has.
func (p *page) headingHits(cues *phrases) (hits, of int) {
	seen := map[int]bool{}
	for i := range p.md.Sections {
		for _, m := range cues.find(normalise(p.md.Sections[i].Heading)) {
			seen[m.value] = true
		}
	}
	values := map[int]bool{}
	for _, list := range cues.byFirst {
		for _, ph := range list {
			values[ph.value] = true
		}
	}
	return len(seen), len(values)
}
