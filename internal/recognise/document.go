package recognise

import (
	"path"
	"strings"

	"github.com/ismslint/ismslint/internal/config"
	"github.com/ismslint/ismslint/internal/isms"
	"github.com/ismslint/ismslint/internal/syntax/markdown"
)

// scan is what recognition keeps of one file; its syntax tree is dropped.
type scan struct {
	path string
	// docs is the document and, after it, its sections that are of a type of
	// their own.
	docs       []*isms.Document
	candidates []candidate
	scales     []scaleTable
	statements []isms.Statement
	// exclusions are controls that a Statement of Applicability leaves out, by
	// what its sections on exclusions say.
	exclusions []exclusion
	// body stands for the text of a document: copies of it have the same.
	body uint64
	// differ is what the document's carriers say differently.
	differ []isms.FileProblem
	// mentions counts words that tell an ISMS from another management system.
	mentions mentions
	isYAML   bool
	// slips are places where what is written cannot be so.
	slips isms.Slips
	// claims are numbers that the document states of its registers.
	claims []claim
	// cited are ids in its prose, titles those of documents.
	cited, titles []citedID
	// durations are sentences that say how long or how often.
	durations []timedRule
	// loose are tables that may repeat entries of a register.
	loose []looseTable
}

// page is a markdown document while it is being recognised.
type page struct {
	*reader
	md       *markdown.Document
	path     string
	doc      *isms.Document
	subtree  []int          // per section: index after its last descendant
	all      []isms.Section // summaries of all sections
	unfilled []placeholderAt
	// followsClauses is true where the headings are numbered as the standard's
	// clauses are.
	followsClauses bool
	// isManual is true where the document is the ISMS itself, in one file.
	isManual bool
	// nothing is true where the document is of no type whatever its words are.
	nothing bool
	// declared are the sections of which isms.yaml speaks.
	declared map[int]*config.DocumentRule
	// ofPart is true while fields are read that stand below a further heading:
	// they may be those of what is there.
	ofPart     bool
	partFields []string // those that were read so
	// differ is what two carriers of the document say differently.
	differ []isms.FileProblem
	// about is, for sections that describe how records are made, their type.
	about map[int]string
	// historyTable is the table of the version history, -1 for none.
	historyTable int
	// samples marks the sections that show a template or an example.
	samples []bool
}

func (r *reader) scanMarkdown(f *File, settings *config.Settings) scan {
	p := &page{reader: r, md: f.Markdown, path: f.Path, historyTable: -1}
	p.subtree = subtrees(f.Markdown.Sections)
	p.doc = &isms.Document{
		Place:    isms.Place{Path: f.Path, Pos: p.titlePos()},
		Metadata: p.metadata(),
	}
	d := p.doc
	d.Title = p.title()
	d.Language = r.language(f.Markdown)
	d.Carrier = p.carrier()
	d.History = p.history()
	p.fillFromHistory()
	d.ID = textOf(d.Metadata, "id")
	d.Clauses, d.Controls = p.citations(settings)
	p.unfilled = p.placeholders()
	p.followsClauses = p.numbersAreClauses()
	p.all = p.summaries()
	p.decideType(settings)
	p.findManual()
	p.typeSections()
	p.declareSections(settings)
	d.Sections = p.sections(0, len(f.Markdown.Sections))
	d.Date = newestDate(d)
	d.Subject = subjectOf(d)
	d.Links = p.links()
	d.Placeholders = p.placeholdersIn(0, len(f.Markdown.Sections))
	p.judgeEvidence(settings)
	d.Addresses = p.addresses()
	d.Elements = p.elements()
	d.Topics = p.topics(0, len(f.Markdown.Sections))
	d.Cues = p.cuesIn(d.Type, 0, len(f.Markdown.Sections))
	p.audienceCues()

	s := scan{path: f.Path, docs: []*isms.Document{d}, body: p.bodyKey(), differ: p.differ, mentions: countMentions(f.Source.Text)}
	s.docs = append(s.docs, p.units()...)
	s.candidates = p.tableCandidates()
	s.candidates = append(s.candidates, p.headingCandidates()...)
	s.candidates = append(s.candidates, p.minutesCandidates(s.docs)...)
	p.judgeForm(s.candidates)
	s.scales = p.scaleTables()
	s.statements = p.statements(s.docs)
	s.exclusions = p.exclusions()
	s.slips = p.formSlips()
	s.claims = p.claims(s.candidates)
	s.cited = p.cited()
	s.titles = p.citedTitles()
	s.durations = p.durations()
	s.loose = p.looseTables(s.candidates)
	return s
}

// subtrees gives for each section the index after its last descendant.
func subtrees(sections []markdown.Section) []int {
	ends := make([]int, len(sections))
	var open []int
	for i := range sections {
		for len(open) > 0 && sections[open[len(open)-1]].Level >= sections[i].Level && i > 0 {
			ends[open[len(open)-1]] = i
			open = open[:len(open)-1]
		}
		if i > 0 {
			open = append(open, i)
		}
	}
	for _, i := range open {
		ends[i] = len(sections)
	}
	if len(ends) > 0 {
		ends[0] = min(1, len(sections))
	}
	return ends
}

// titleSection is the index of the section whose heading is the document's
// title, -1 for none.
func (p *page) titleSection() int {
	for i, s := range p.md.Sections {
		if s.Level == 1 {
			return i
		}
	}
	if len(p.md.Sections) > 1 {
		return 1
	}
	return -1
}

func (p *page) titlePos() isms.Pos {
	if i := p.titleSection(); i > 0 {
		return toPos(p.md.Sections[i].HeadingRange)
	}
	return toPos(p.md.Source.Range(0, len(p.md.Source.Line(1))))
}

func (p *page) title() string {
	if t := textOf(p.doc.Metadata, "title"); t != "" {
		return t
	}
	if i := p.titleSection(); i > 0 {
		return p.md.Sections[i].Heading
	}
	return ""
}

// name is the file's name as words; that of its folder where the file itself has
// none of its own (index.md, README.md).
func fileName(file string) string {
	base := strings.TrimSuffix(path.Base(file), path.Ext(file))
	switch strings.ToLower(strings.TrimLeft(base, "_")) {
	case "index", "readme", "main":
		if dir := path.Base(path.Dir(file)); dir != "." && dir != "/" {
			return dir
		}
	}
	return base
}

func subjectOf(d *isms.Document) string {
	s := d.Path
	if d.ID != "" {
		s = "doc/" + d.ID
	}
	if d.Section != "" {
		s += "#" + d.Section
	}
	return s
}

// textOf is the text of a field of the metadata, "" where it is not filled.
func textOf(fields []isms.Field, name string) string {
	for i := range fields {
		if fields[i].Name == name && fields[i].Value != nil {
			return fields[i].Raw
		}
	}
	return ""
}

func fieldOf(fields []isms.Field, name string) *isms.Field {
	for i := range fields {
		if fields[i].Name == name {
			return &fields[i]
		}
	}
	return nil
}

// newestDate is the newest of approval, change, review and history that is not
// in the future.
func newestDate(d *isms.Document) string {
	newest := ""
	take := func(fields []isms.Field, names ...string) {
		for _, name := range names {
			if f := fieldOf(fields, name); f != nil {
				if x, ok := f.Value.(isms.Date); ok && x.Age >= 0 && x.Until > newest {
					newest = x.Until
				}
			}
		}
	}
	take(d.Metadata, "approved_on", "date", "last_reviewed")
	for i := range d.History {
		take(d.History[i].Fields, "date")
	}
	return newest
}
