package recognise

import (
	"slices"
	"strings"

	"github.com/ismslint/ismslint/internal/isms"
)

// clausesFollowed is how many different clauses the headings' numbers must name
// for a document to follow the standard's order; clausesNamed is how many of them
// have a heading that speaks of that clause: any long document has a section 9.2.
const (
	clausesFollowed = 5
	clausesNamed    = 3
)

func (p *page) numbersAreClauses() bool {
	seen := map[string]bool{}
	others, named := 0, 0
	for i := range p.md.Sections {
		n := p.md.Sections[i].Number
		if strings.Count(n, ".") < 1 || strings.HasPrefix(n, "A") {
			continue
		}
		c := canonicalClause(n)
		switch {
		case c == "":
			// The numbers of Annex A, or of the document's own order.
			others++
		case !seen[c]:
			seen[c] = true
			if p.speaksOf(i, c) {
				named++
			}
		}
	}
	if others > len(seen) || named < clausesNamed {
		return false
	}
	return len(seen) >= clausesFollowed && seen["9.3"] || len(seen) > 2*clausesFollowed
}

// speaksOf says whether a heading names a type that serves the clause.
func (p *page) speaksOf(section int, clause string) bool {
	at, ok := p.v.typeIndex[p.commonType(section)]
	return ok && slices.Contains(p.v.types[at].Clauses, clause)
}

// commonType is the type that a heading names, common words included.
func (p *page) commonType(section int) string {
	heading := strings.TrimSpace(stripTitle(normalise(clausePrefix.ReplaceAllString(p.md.Sections[section].Heading, ""))))
	return p.namedType(heading, outermost(append(p.v.titles.find(heading), p.v.cautious.find(heading)...)))
}

// clausesServed is how many clauses the headings of a document serve for it to
// be the ISMS itself.
const clausesServed = 5

// findManual says whether the document is the ISMS itself, in one file: its
// headings are numbered as the standard's clauses, or what they name serves five
// clauses, among them one that no policy speaks of.
func (p *page) findManual() {
	p.isManual = p.followsClauses
	if t := p.doc.Type; !p.isManual && (t == "" || t == "isms-manual") && p.doc.Signal != isms.SignalDeclared {
		p.isManual = p.servesClauses()
	}
	p.isManual = p.isManual || p.doc.Type == "isms-manual" && p.doc.Signal == isms.SignalDeclared
	if p.isManual && p.doc.Type == "" {
		p.doc.Type, p.doc.Signal = "isms-manual", isms.SignalHeadings
	}
}

func (p *page) servesClauses() bool {
	served := map[string]bool{}
	for i := range p.md.Sections {
		if p.all[i].Words < fewestWords && p.all[i].Rows == 0 || i == p.titleSection() || p.isPointer(i) {
			continue
		}
		typ := p.commonType(i)
		if at, ok := p.v.typeIndex[typ]; ok && !generic(typ) {
			for _, c := range p.v.types[at].Clauses {
				served[c] = true
			}
		}
	}
	return len(served) >= clausesServed && (served["6.1.3"] || served["9.2"]) && (served["4.3"] || served["9.3"])
}

// pointerWords is how many words a section has at most that only points to the
// document which has the substance.
const pointerWords = 40

// isPointer says whether a section is little more than a link to another file.
func (p *page) isPointer(i int) bool {
	s := &p.md.Sections[i]
	if p.all[i].Words > pointerWords || p.all[i].Rows > 0 {
		return false
	}
	for k := range p.md.Links {
		l := &p.md.Links[k]
		line := l.Range.Start.Line
		if line < s.Range.Start.Line || line > s.Range.End.Line || l.Image || strings.HasPrefix(l.Target, "#") {
			continue
		}
		if file, exists := p.resolve(p.path, l.Target); file != "" && exists {
			return true
		}
	}
	return false
}

// namedType is the type that the matches name with two of three words of the
// heading at least: "Key Risk Register" is the register, "Risk Register Review
// Workflow" is not.
func (p *page) namedType(heading string, found []match) string {
	n := headingWords(heading)
	words := strings.Fields(heading)
	best, size := "", 0
	for _, m := range found {
		typ := p.v.types[m.value].ID
		length := m.end - m.start
		switch {
		case isSolid(m.text):
			length = n
		case p.v.aboutAnother(words[:m.start]) || p.v.ofAnotherSubject(typ, words[:m.start]):
			continue
		}
		if length*3 >= n*2 && length > size {
			best, size = typ, length
		}
	}
	return best
}

// fewestItems is how many points a list has that serves as a register.
const fewestItems = 3

// mayBeProse says whether a section of a record's type shows it without rows: the
// context, and risks and opportunities of the ISMS, in running text, parties and
// documents in a list.
func mayBeProse(typ string, s *isms.Section) bool {
	switch typ {
	case "context", "context.parties", "planning":
		return true
	case "documents":
		return s.Items >= fewestItems
	}
	return false
}

// isOwnPart says whether a type names an ordinary part of the document: its scope,
// who does what in it. In the information security policy these are those of the
// ISMS.
func (p *page) isOwnPart(typ string) bool {
	switch typ {
	case "scope":
		return p.hasOwnScope()
	case "roles":
		return p.hasOwnScope() && p.doc.Type != "policy.infosec"
	}
	return false
}

// onlyRules says whether a section of a policy demands a thing and does not have
// it: running text in which at least half of the sentences say "must".
func (p *page) onlyRules(typ string, i int) bool {
	if p.isManual || p.doc.Kind != "policy" || p.all[i].Rows > 0 {
		return false
	}
	switch typ {
	case "context", "context.parties", "awareness", "communication", "competence", "resources":
	default:
		return false
	}
	all, rules := 0, 0
	for j := i; j < p.subtree[i]; j++ {
		for k := range p.md.Sections[j].Blocks {
			text := p.md.Sections[j].Blocks[k].Text
			for _, s := range sentences(text) {
				words := normalise(text[s.start:s.end])
				if strings.Count(words, " ") < 3 {
					continue
				}
				all++
				if p.v.hinted("must", words) {
					rules++
				}
			}
		}
	}
	return rules > 0 && rules*2 >= all
}

// hasOwnScope says whether the document is of a kind that has a scope of its own:
// a heading "Scope" in it is not that of the ISMS.
func (p *page) hasOwnScope() bool {
	switch p.doc.Kind {
	case "policy", "procedure", "plan", "report", "minutes":
		return true
	}
	return false
}
