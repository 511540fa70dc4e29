package recognise

import (
	"sort"
	"strings"

	"github.com/ismslint/ismslint/internal/isms"
)

// typeSections says of each section below the title what its heading names.
func (p *page) typeSections() {
	title := p.titleSection()
	for i := range p.md.Sections {
		if i != title && i > 0 {
			p.all[i].Type = p.headingType(i)
		}
	}
}

// headingType is the type that a heading names with most of its words. Common
// words ("scope", "policy") name the type only in a document that is itself the
// ISMS: elsewhere they name a part of that document.
func (p *page) headingType(i int) string {
	heading := stripTitle(normalise(clausePrefix.ReplaceAllString(p.md.Sections[i].Heading, "")))
	heading = strings.TrimSpace(stripTitle(heading))
	if headingWords(heading) == 0 {
		return ""
	}
	found := p.v.titles.find(heading)
	if p.isManual {
		found = outermost(append(found, p.v.cautious.find(heading)...))
	} else if len(found) == 0 {
		for _, m := range p.v.cautious.find(heading) {
			if isRecordKind(p.v.types[m.value].Kind) || p.v.types[m.value].Kind == "plan" || p.holdsRegister(m.value, i) {
				found = append(found, m)
			}
		}
	}
	best := p.namedType(heading, found)
	if best == "" && p.isManual {
		clauses := p.headingClauses(&p.md.Sections[i])
		if best = p.v.servedBy(clauses, false); best == "" {
			best = p.v.servedBy(clauses, true)
		}
	}
	if best == "" || generic(best) || p.isOwnPart(best) && !ownSystem.MatchString(heading) || p.onlyRules(best, i) {
		return ""
	}
	return p.asSectionType(best, i)
}

// holdsRegister says whether the register of a type stands below a heading: then a
// common word in it ("security objectives") is meant as the type.
func (p *page) holdsRegister(typ, i int) bool {
	kind := p.v.types[typ].Register
	if kind == "" || kind == "risk_criteria" {
		return false
	}
	for k := range p.md.Tables {
		t := &p.md.Tables[k]
		if t.Section < i || t.Section >= p.subtree[i] || p.isHistory(k) {
			continue
		}
		if rows, _ := p.rowContent(t); rows > 0 && p.v.fitsNamed(kind, &t.Table, headerTexts(&t.Header)) {
			return true
		}
	}
	return false
}

// aboutAnother says whether the words before a match make the heading speak about
// the thing: "Relationship to the Risk Register".
func (v *vocabulary) aboutAnother(before []string) bool {
	return len(before) > 0 && v.hinted("about", strings.Join(before, " "))
}

var clausePrefix = lazily(`(?i)\((?:clause|klausel|kapitel|iso|§)[^)]*\)`)

// headingWords counts the words of a heading that carry meaning.
func headingWords(heading string) int {
	n := 0
	for _, w := range strings.Fields(heading) {
		switch w {
		case "the", "of", "our", "and", "a", "an", "for", "der", "die", "das", "des", "und", "table", "tabelle":
		default:
			n++
		}
	}
	return n
}

// asSectionType keeps a record's type only where the section records something.
func (p *page) asSectionType(typ string, i int) string {
	t := p.v.types[p.v.typeIndex[typ]]
	if !isRecordKind(t.Kind) && typ != "treatments" && typ != "soa" || mayBeProse(typ, &p.all[i]) || p.recordsBelow(typ, i) ||
		typ == "treatments" && p.talliedBelow(i) {
		return typ
	}
	if t.Process != "" && p.isRecord() || t.Process == "methodology.risk" && !p.isManual && !p.describesMethod(i) {
		return ""
	}
	if t.Process != "" {
		return t.Process
	}
	if t.Kind == "minutes" || t.Kind == "report" {
		if p.about == nil {
			p.about = map[int]string{}
		}
		p.about[i] = typ
		return "procedure"
	}
	if p.isManual && typ != "soa" {
		return typ
	}
	return ""
}

// isRecord says whether the document is minutes or a report: they speak of a
// subject, they do not say how it is done.
func (p *page) isRecord() bool {
	i, ok := p.v.typeIndex[p.doc.Type]
	return ok && (p.v.types[i].Kind == "minutes" || p.v.types[i].Kind == "report")
}

// fewestSteps is how many things a section on risks speaks of at least to be the
// method and not only a word on it.
const fewestSteps = 2

func (p *page) describesMethod(i int) bool {
	names := map[string]bool{}
	for _, c := range p.cuesIn("methodology.risk", i, p.subtree[i]) {
		names[c.Name] = true
	}
	return len(names) >= fewestSteps
}

// recordsBelow says whether a section holds records: headings with ids, or rows.
// Those of risks, treatments and the SoA have the columns of their register too.
func (p *page) recordsBelow(typ string, i int) bool {
	if p.idHeadingsBelow(i) > 1 {
		return true
	}
	if typ != "risks" && typ != "treatments" && typ != "soa" {
		return p.all[i].Rows > 0
	}
	if p.v.hinted("digest", normalise(p.md.Sections[i].Heading)) {
		return false
	}
	first := sort.Search(len(p.md.Tables), func(k int) bool { return p.md.Tables[k].Section >= i })
	for k := first; k < len(p.md.Tables) && p.md.Tables[k].Section < p.subtree[i]; k++ {
		t := &p.md.Tables[k]
		kind := p.v.registerOf(typ)
		if rows, _ := p.rowContent(t); rows > 0 && p.v.fits(kind, p.v.tableFields(kind, &t.Table, headerTexts(&t.Header))) {
			return true
		}
	}
	return false
}

func (p *page) idHeadingsBelow(i int) int {
	n := 0
	for j := i + 1; j < p.subtree[i]; j++ {
		if headingID(p.md.Sections[j].Heading) != "" {
			n++
		}
	}
	return n
}

// units are the sections that are of a type of their own.
func (p *page) units() []*isms.Document {
	var out []*isms.Document
	sample := p.sampleSections()
	for i := 1; i < len(p.all); i++ {
		typ := p.all[i].Type
		if typ == "" || p.nothing || typ == p.doc.Type || sample[i] || p.insideUnit(i, typ) {
			continue
		}
		out = append(out, p.unit(i, typ))
	}
	return out
}

// insideUnit says whether a section above is of the same type.
func (p *page) insideUnit(i int, typ string) bool {
	for up := p.md.Sections[i].Parent; up > 0; up = p.md.Sections[up].Parent {
		if p.all[up].Type == typ {
			return true
		}
	}
	return false
}

func (p *page) unit(i int, typ string) *isms.Document {
	d := *p.doc
	s := &p.all[i]
	d.Place = isms.Place{Path: p.path, Pos: s.Pos}
	d.Section, d.Title, d.Type = s.Slug, s.Heading, typ
	d.Kind = p.v.types[p.v.typeIndex[typ]].Kind
	d.Signal, d.Certainty = isms.SignalHeading, isms.Indicates
	d.Topic, d.About = "", p.about[i]
	d.Subject = subjectOf(&d)
	d.Sections = p.sections(i, p.subtree[i])
	d.Topics = p.topics(i, p.subtree[i])
	d.Clauses = nil
	for _, c := range s.Clauses {
		d.Clauses = append(d.Clauses, isms.Citation{ID: c, Raw: c, Pos: s.Pos})
	}
	if entry := p.declared[i]; entry != nil && entry.Type != "" {
		d.Signal, d.Certainty, d.Topic = isms.SignalDeclared, isms.Decides, entry.Topic
		for _, c := range entry.Clauses {
			d.Clauses = append(d.Clauses, isms.Citation{ID: c, Raw: c, Pos: s.Pos, Declared: true})
		}
	}
	d.Placeholders = p.placeholdersIn(i, p.subtree[i])
	d.Cues = p.cuesIn(typ, i, p.subtree[i])
	d.History = nil
	d.Links = linksBetween(p.doc.Links, s.Pos.Line, p.md.Sections[p.subtree[i]-1].Range.End.Line)
	if d.Evidence && s.Words < fewestWords && s.Rows == 0 && !p.sectionHasIDs(i) {
		d.Evidence, d.Why = false, "the section says nothing of its own"
	}
	return &d
}

func (p *page) sectionHasIDs(i int) bool { return p.idHeadingsBelow(i) > 0 }

func linksBetween(links []isms.Link, from, to int) []isms.Link {
	var out []isms.Link
	for _, l := range links {
		if l.Pos.Line >= from && l.Pos.Line <= to {
			out = append(out, l)
		}
	}
	return out
}

var idHeading = lazily(`^[^\pL\d]*((?:A\.\d{1,2}\.\d{1,2}(?:\.\d{1,2})?)|(?:[A-Z][A-Z0-9]{0,11}(?:[-_][A-Z0-9]{1,20}){0,4}[-_]\d{1,6}))(?:[^\pL\d]|$)`)

// headingID is the id with which a heading begins: "R-AWS-001: …", "A.5.1 - …".
func headingID(heading string) string {
	if m := idHeading.FindStringSubmatch(heading); m != nil {
		return m[1]
	}
	return ""
}
