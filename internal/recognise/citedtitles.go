package recognise

import (
	"strings"

	"github.com/ismslint/ismslint/internal/isms"
	"github.com/ismslint/ismslint/internal/syntax/markdown"
)

// titleQuoted is a title in quotation marks or italics: capitals at its start, and
// no more than a title has.
var titleQuoted = lazily(`(?:^|[\s(])(?:\*([^*\n]{6,80})\*|_([^_\n]{6,80})_|"([^"\n]{6,80})"|“([^”\n]{6,80})”|„([^“\n]{6,80})“)(?:$|[\s).,;:])`)

// citedTitles are the titles of documents that the text names in quotation marks or
// italics: two words and more, of which the last says what sort of document it is.
func (p *page) citedTitles() []citedID {
	var found []citedID
	sample := p.sampleSections()
	for i := range p.md.Sections {
		s := &p.md.Sections[i]
		for j := range s.Blocks {
			b := &s.Blocks[j]
			if sample[i] || b.Kind == markdown.Code || b.Kind == markdown.HTML {
				continue
			}
			raw := p.md.Source.Slice(b.Range)
			if !strings.ContainsAny(raw, "*_\"“„") {
				continue
			}
			for _, m := range titleQuoted.FindAllStringSubmatch(raw, mostCited) {
				title := strings.Join(m[1:], "")
				if len(found) < mostCited && p.v.namesDocument(title) {
					found = append(found, citedID{title, s.Heading, toPos(within(p.md.Source, b.Range, title)), p.doc.Subject})
				}
			}
		}
	}
	return found
}

// namesDocument says whether a text is written as the title of a document.
func (v *vocabulary) namesDocument(text string) bool {
	words := strings.Fields(text)
	if len(words) < 2 || len(words) > 7 || strings.ContainsAny(text, "[](){}<>|/`.,:;?!") || strings.ToLower(words[0]) == words[0] {
		return false
	}
	last := normalise(words[len(words)-1])
	for _, m := range v.docKinds.find(last) {
		switch v.kindIDs[m.value] {
		case "policy", "procedure", "process", "plan", "guideline", "methodology", "standard":
			return m.text == last
		}
	}
	return false
}

// fewestCited is how many citations of titles lead to a document, three of four, for
// the others to be slips: else documents are kept elsewhere.
const fewestCited = 3

// unknownTitles are cited titles that no document, section, file or list has.
func (b *builder) unknownTitles() []isms.Slip {
	var found []isms.Slip
	var known []string
	resolved := 0
	seen := map[string]bool{}
	for i := range b.scans {
		s := &b.scans[i]
		if len(s.titles) == 0 || !s.counts() || ofOneDay(s.docs[0]) {
			continue
		}
		if known == nil {
			known = b.knownTitles()
		}
		for _, c := range s.titles {
			switch key := normalise(c.id); {
			case among(known, key):
				resolved++
			case !seen[s.path+key]:
				seen[s.path+key] = true
				found = append(found, isms.Slip{Place: isms.Place{Path: s.path, Pos: c.pos}, Subject: c.subject, Label: c.id, Field: "title"})
			}
		}
	}
	if resolved < fewestCited || len(found)*3 > resolved {
		return nil
	}
	return found[:min(len(found), mostSlips)]
}

func (b *builder) knownTitles() []string {
	known := []string{}
	add := func(text string) {
		if key := normalise(text); key != "" {
			known = append(known, " "+key+" ")
		}
	}
	for i := range b.files {
		add(fileName(b.files[i].Path))
	}
	for _, d := range b.model.Documents {
		add(d.Title)
		for i := range d.Sections {
			add(d.Sections[i].Heading)
		}
	}
	for _, reg := range b.model.Registers {
		add(reg.Title)
		for i := range reg.Entries {
			if f := fieldOf(reg.Entries[i].Fields, "title"); f != nil && (reg.Kind == "documents" || reg.Kind == "legal") {
				add(f.Raw)
			}
		}
	}
	for _, o := range b.model.Organization.Outside {
		add(o.Item)
		add(o.Where)
	}
	return known
}

// among says whether a title is one of those known, or part of one, or has one in it.
func among(known []string, title string) bool {
	title = " " + title + " "
	for _, k := range known {
		if strings.Contains(k, title) || len(strings.Fields(k)) > 1 && strings.Contains(title, k) {
			return true
		}
	}
	return false
}
