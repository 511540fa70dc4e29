package recognise

import (
	"strings"
	"sync"

	"github.com/ismslint/ismslint/internal/catalogue"
	"github.com/ismslint/ismslint/internal/isms"
	"github.com/ismslint/ismslint/internal/syntax"
	"github.com/ismslint/ismslint/internal/syntax/markdown"
)

// placeholderAt is a blank that was not filled in and the section it stands in.
type placeholderAt struct {
	isms.Placeholder
	section int
}

type placeholderPatterns struct{ anywhere, inValues blankPattern }

// inValuesOnly are patterns of dates and lines to write on: in running text they
// explain a form.
var inValuesOnly = lazily(`YYYY|JJJJ|_\{`)

var placeholderSet = sync.OnceValue(func() placeholderPatterns {
	var anywhere, values []string
	for _, p := range catalogue.PlaceholderPatterns() {
		values = append(values, "(?:"+p+")")
		if !inValuesOnly.MatchString(p) {
			anywhere = append(anywhere, "(?:"+p+")")
		}
	}
	return placeholderPatterns{
		anywhere: newBlankPattern(anywhere),
		inValues: newBlankPattern(values),
	}
})

// wholePlaceholder says whether a text is nothing but a placeholder.
func wholePlaceholder(text string) bool {
	text = strings.Trim(strings.TrimSpace(text), "*_ ")
	if !mayHoldPlaceholder(text) {
		return false
	}
	at := placeholderSet().inValues.all.FindStringIndex(text)
	return at != nil && at[0] == 0 && at[1] >= len(text)-1
}

// placeholders finds the blanks of the text that were not filled in. Code,
// comments, links, check boxes and citations hold none, and neither do sections
// that show a template or an example.
func (p *page) placeholders() []placeholderAt {
	var out []placeholderAt
	sample := p.sampleSections()
	for i := range p.md.Sections {
		if sample[i] {
			continue
		}
		for j := range p.md.Sections[i].Blocks {
			b := &p.md.Sections[i].Blocks[j]
			if b.Kind != markdown.Code {
				out = p.placeholdersOf(out, b.Range, i, placeholderSet().anywhere)
			}
		}
	}
	for i := range p.md.Tables {
		t := &p.md.Tables[i]
		if sample[t.Section] {
			continue
		}
		for j := range t.Rows {
			for k := range t.Rows[j].Cells {
				out = p.placeholdersOf(out, t.Rows[j].Cells[k].Range, t.Section, placeholderSet().inValues)
			}
		}
	}
	return out
}

func (p *page) placeholdersOf(out []placeholderAt, r syntax.Range, section int, pattern blankPattern) []placeholderAt {
	text := p.md.Source.Slice(r)
	if !mayHoldPlaceholder(text) {
		return out
	}
	start := p.md.Source.Offset(r.Start)
	for _, at := range pattern.find(text, 50) {
		if notPlaceholder(text, at[0], at[1]) {
			continue
		}
		out = append(out, placeholderAt{section: section, Placeholder: isms.Placeholder{
			Text: text[at[0]:at[1]], Pos: toPos(p.md.Source.Range(start+at[0], start+at[1])),
		}})
	}
	return out
}

// notPlaceholder tells brackets that mean something else: links, references,
// check boxes, admonitions, citations, footnotes, code.
func notPlaceholder(text string, from, to int) bool {
	found := text[from:to]
	if strings.HasPrefix(found, "[") {
		if to < len(text) && strings.ContainsRune("([:", rune(text[to])) {
			return true
		}
		if from > 0 && (text[from-1] == ']' || text[from-1] == '!') {
			return true
		}
	}
	return strings.Count(text[:from], "`")%2 == 1
}

// sampleSections marks the sections that show a template or an example, with
// those below them.
func (p *page) sampleSections() []bool {
	if p.samples != nil {
		return p.samples
	}
	sample := make([]bool, len(p.md.Sections))
	for i := range p.md.Sections {
		s := &p.md.Sections[i]
		if s.Level > 1 && len(p.v.notes.find(normalise(s.Heading))) > 0 {
			for j := i; j < p.subtree[i]; j++ {
				sample[j] = true
			}
		}
	}
	p.samples = sample
	return sample
}

func (p *page) placeholdersIn(from, to int) []isms.Placeholder {
	var out []isms.Placeholder
	for _, x := range p.unfilled {
		if x.section >= from && x.section < to {
			out = append(out, x.Placeholder)
		}
	}
	return out
}

// content is how much a section says by itself.
type content struct{ words, items int }

func (p *page) ownContent(i int) content {
	var c content
	for j := range p.md.Sections[i].Blocks {
		b := &p.md.Sections[i].Blocks[j]
		if b.Kind == markdown.HTML && countWords(b.Text) == 0 || p.isUnfilled(b.Text) {
			continue
		}
		if b.Kind == markdown.Item || b.Kind == markdown.Task {
			c.items++
		}
		c.words += countWords(b.Text)
	}
	return c
}

// rowContent counts the rows of a table that say something besides their first
// cell.
func (p *page) rowContent(t *markdown.Table) (rows, words int) {
	for i := range t.Rows {
		filled := 0
		for j := range t.Rows[i].Cells {
			if text := t.Rows[i].Cells[j].Text; !p.isUnfilled(text) {
				words += countWords(text)
				if j > 0 || len(t.Rows[i].Cells) == 1 {
					filled++
				}
			}
		}
		if filled > 0 {
			rows++
		}
	}
	return rows, words
}

// sections summarises the sections [from,to): what stands in each and below it.
func (p *page) sections(from, to int) []isms.Section {
	out := make([]isms.Section, 0, to-from)
	for i := from; i < to && i < len(p.all); i++ {
		if i == 0 && p.all[0].Words == 0 && p.all[0].Rows == 0 {
			continue
		}
		out = append(out, p.all[i])
	}
	return out
}

func (p *page) summaries() []isms.Section {
	md := p.md
	all := make([]isms.Section, len(md.Sections))
	for i := range md.Sections {
		s := &md.Sections[i]
		own := p.ownContent(i)
		all[i] = isms.Section{
			Slug: s.Slug, Heading: s.Heading, Number: s.Number, Level: s.Level,
			Words: own.words, Items: own.items, Pos: toPos(s.HeadingRange),
			Clauses: p.headingClauses(s),
		}
	}
	for i := range md.Tables {
		rows, words := p.rowContent(&md.Tables[i])
		all[md.Tables[i].Section].Rows += rows
		all[md.Tables[i].Section].Words += words
	}
	for _, x := range p.unfilled {
		all[x.section].Placeholders++
	}
	for i := len(all) - 1; i > 0; i-- {
		if parent := md.Sections[i].Parent; parent > 0 {
			all[parent].Words += all[i].Words
			all[parent].Items += all[i].Items
			all[parent].Rows += all[i].Rows
			all[parent].Placeholders += all[i].Placeholders
		}
	}
	for i := range all {
		all[i].Empty = all[i].Words < 3
	}
	return all
}

// headingClauses are the clauses that a heading names. Its own number is one only
// where the document as a whole follows the clauses.
func (p *page) headingClauses(s *markdown.Section) []string {
	if clauses := findClauses(s.Heading, false); len(clauses) > 0 {
		return clauses
	}
	if p.followsClauses && s.Number != "" {
		if c := canonicalClause(s.Number); c != "" {
			return []string{c}
		}
	}
	return nil
}

func (p *page) links() []isms.Link {
	out := make([]isms.Link, 0, len(p.md.Links))
	for i := range p.md.Links {
		l := &p.md.Links[i]
		if l.Image {
			continue
		}
		file, exists := p.resolve(p.path, l.Target)
		out = append(out, isms.Link{Target: l.Target, Path: file, Exists: exists, Pos: toPos(l.Range)})
	}
	return out
}

// cuesIn finds what the sections [from,to) of a document of the type speak of.
func (p *page) cuesIn(typ string, from, to int) []isms.Cue {
	var wanted []*cueMatcher
	for i := range p.v.cues {
		if p.v.cues[i].in[typ] {
			wanted = append(wanted, &p.v.cues[i])
		}
	}
	if len(wanted) == 0 {
		return nil
	}
	c := cueFinder{page: p, wanted: wanted, seen: map[string]int{}}
	for i := from; i < to; i++ {
		s := &p.md.Sections[i]
		c.look(s.Heading, func() syntax.Range { return s.HeadingRange }, s.Slug)
		for j := range s.Blocks {
			if s.Blocks[j].Kind != markdown.Code {
				c.block(&s.Blocks[j], s.Slug)
			}
		}
	}
	for i := range p.md.Tables {
		t := &p.md.Tables[i]
		if t.Section < from || t.Section >= to {
			continue
		}
		slug := p.md.Sections[t.Section].Slug
		c.row(&t.Header, slug)
		for j := range t.Rows {
			c.row(&t.Rows[j], slug)
		}
	}
	return c.found
}

// mostCues bounds how often one cue is recorded.
const mostCues = 5

type cueFinder struct {
	*page
	wanted []*cueMatcher
	seen   map[string]int
	found  []isms.Cue
}

// look finds the cues of a text. Where it stands is asked for what is found only:
// in a long paragraph that is a search.
func (c *cueFinder) look(text string, place func() syntax.Range, slug string) {
	normalised := normalise(text)
	words := strings.Fields(normalised)
	for _, m := range c.wanted {
		if c.seen[m.name] < mostCues && m.matches(normalised, words) && !(statementCues[m.name] != "" && onlyAnnounces(words)) {
			c.seen[m.name]++
			c.found = append(c.found, isms.Cue{Name: m.name, Section: slug, Pos: toPos(place())})
		}
	}
}

// onlyAnnounces says whether a sentence tells what a document says rather than
// saying it: "lists every control and whether it is implemented" holds for none.
func onlyAnnounces(words []string) bool {
	for _, w := range words {
		switch w {
		case "whether", "lists", "declares", "identifies", "describes", "documents", "shows", "ob", "listet", "nennt", "beschreibt":
			return true
		}
	}
	return false
}

func (c *cueFinder) block(b *markdown.Block, slug string) {
	for _, s := range sentences(b.Text) {
		text := strings.TrimSpace(b.Text[s.start:s.end])
		c.look(text, func() syntax.Range { return within(c.md.Source, b.Range, text) }, slug)
	}
}

func (c *cueFinder) row(row *syntax.Row, slug string) {
	texts := make([]string, 0, len(row.Cells))
	for i := range row.Cells {
		texts = append(texts, row.Cells[i].Text)
	}
	c.look(strings.Join(texts, " "), func() syntax.Range { return row.Range }, slug)
}
