package recognise

import "github.com/ismslint/ismslint/internal/isms"

// byTitle reads the title of the front matter, else the first heading.
func (p *page) byTitle() (guess, bool) {
	if p.doc.Title == "" {
		return guess{}, false
	}
	g, ok := p.v.byWords(p.v.parted(stripTitle(normalise(p.doc.Title))), isms.SignalTitle)
	return g, ok && p.inItsLanguage(g)
}

// inItsLanguage says whether a common word is of the document's language or of
// English: "directive" in an English title is not the French policy.
func (p *page) inItsLanguage(g guess) bool {
	language := p.v.wordLanguage[g.term]
	return language == "" || p.doc.Language == "" || p.doc.Language == language
}
