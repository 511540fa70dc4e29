package recognise

import (
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/ismslint/ismslint/internal/catalogue"
	"github.com/ismslint/ismslint/internal/config"
	"github.com/ismslint/ismslint/internal/isms"
)

// fewestWords is how many words a document or section of its own has at least.
const fewestWords = 12

// mostPlaceholders is how many blanks a document in use may have left; a
// template has more, and one at least for each wordsPerPlaceholder words.
const (
	mostPlaceholders    = 3
	wordsPerPlaceholder = 250
)

// judgeEvidence says whether the document counts as evidence, and if not, why.
// Only a declaration overrides what the words say.
func (p *page) judgeEvidence(settings *config.Settings) {
	d := p.doc
	if entry := declaredFor(settings, p.path); entry != nil && entry.Ignore != "" {
		d.Why = entry.Ignore
		return
	}
	d.Template = p.isTemplate()
	d.Foreign = p.foreign()
	if p.isNothing() {
		p.nothing, d.Type, d.Kind, d.About, d.Signal = true, "", "", "", ""
	}
	for _, reason := range []func() string{p.retired, p.noteWords, p.lessonReason, p.decisionReason, p.templateReason, p.foreignReason, p.stub, p.hollow} {
		if why := reason(); why != "" {
			d.Why = why
			return
		}
	}
	d.Evidence = true
}

// isNothing says whether the document is none of an ISMS, whatever its words are:
// of another system, about the repository, or a list to tick.
func (p *page) isNothing() bool {
	if p.doc.Signal == isms.SignalDeclared {
		return false
	}
	// A template is one of something; a checklist or guide is not.
	note, _ := p.note()
	return p.doc.Foreign != "" || isForReports(p.path) || isPrompt(p.path) || p.isLesson() || note != "" && !p.v.hinted("sample", note)
}

// names are what the document is called: by its file, its title, its folder.
func (p *page) names() []string {
	var keys []string
	for _, text := range []string{fileName(p.path), p.doc.Title, path.Base(p.path)} {
		keys = append(keys, normalise(strings.TrimSuffix(text, path.Ext(p.path))))
	}
	return keys
}

func (p *page) retired() string {
	if s := enumOf(p.doc.Metadata, "status"); s == "superseded" || s == "withdrawn" {
		return fmt.Sprintf("its status is %s", quoted(textOf(p.doc.Metadata, "status")))
	}
	return p.putAway(p.path)
}

// putAway says whether a file lies in a folder of what is in force no more.
func (r *reader) putAway(file string) string {
	for _, segment := range strings.Split(path.Dir(file), "/") {
		if r.v.is("retired", normalise(segment)) {
			return fmt.Sprintf("it lies in %s", quoted(segment))
		}
	}
	return ""
}

func quoted(s string) string { return "\"" + s + "\"" }

func enumOf(fields []isms.Field, name string) string {
	if f := fieldOf(fields, name); f != nil {
		if e, ok := f.Value.(isms.Enum); ok {
			return string(e)
		}
	}
	return ""
}

// noteWords finds words such as "checklist" in title or name, unless they are
// part of the title of a type ("onboarding checklist") or the type is declared.
func (p *page) noteWords() string {
	if p.doc.Signal == isms.SignalDeclared {
		return ""
	}
	if isForReports(p.path) {
		return "it tells where to report a vulnerability of the software"
	}
	if isPrompt(p.path) {
		return "it tells an assistant what to do"
	}
	if note, ok := p.note(); ok {
		return fmt.Sprintf("its name or title says %s", quoted(note))
	}
	return ""
}

// note is the first word of name or title that says that this is no evidence.
func (p *page) note() (string, bool) {
	for _, key := range p.names() {
		for _, m := range p.v.notes.find(key) {
			if m.text == "readme" && p.isManual {
				// A one-file ISMS may well be the README.
				continue
			}
			if !p.insideTitle(key, m) {
				return m.text, true
			}
		}
	}
	return "", false
}

func (p *page) lessonReason() string {
	if !p.isLesson() {
		return ""
	}
	return "it is learning material"
}

// weighed are headings of decision records.
var weighed = []string{"alternatives considered", "considered alternatives", "options considered", "considered options"}

// decisionReason finds decisions between alternatives that are called a scope:
// which standards to follow, what to build first.
func (p *page) decisionReason() string {
	if p.doc.Type != "scope" || p.doc.Signal == isms.SignalDeclared {
		return ""
	}
	for i := range p.md.Sections {
		if slices.Contains(weighed, normalise(p.md.Sections[i].Heading)) {
			return "it records a decision between alternatives"
		}
	}
	return ""
}

// isForReports says whether a file is the one that code hosts show to those who
// found a vulnerability.
func isForReports(file string) bool {
	dir := path.Dir(file)
	return path.Base(file) == "SECURITY.md" && (dir == "." || dir == ".github" || dir == "docs")
}

func (p *page) insideTitle(key string, note match) bool {
	for _, m := range p.v.titles.find(key) {
		if m.start <= note.start && note.end <= m.end {
			return true
		}
	}
	return false
}

// amongSamples says whether a folder of the path is one of templates or examples.
func (r *reader) amongSamples(dir string) bool {
	for _, segment := range strings.Split(dir, "/") {
		if r.v.hinted("sample", normalise(segment)) {
			return true
		}
	}
	return false
}

func (p *page) isTemplate() bool {
	if normalise(textOf(p.doc.Metadata, "status")) == "template" {
		return true
	}
	if p.doc.Signal == isms.SignalDeclared && len(p.unfilled) <= mostPlaceholders {
		return false
	}
	if p.amongSamples(path.Dir(p.path)) {
		return true
	}
	return p.manyPlaceholders() || p.blankHistory()
}

// blankHistory says whether the change history holds nothing but blanks: it is
// filled in when a template becomes a document.
func (p *page) blankHistory() bool {
	blanks := 0
	for i := range p.doc.History {
		for j := range p.doc.History[i].Fields {
			switch f := &p.doc.History[i].Fields[j]; {
			case f.Name != "date" && f.Name != "author" && f.Name != "approved_by":
			case wholePlaceholder(f.Raw) || strings.HasPrefix(f.Raw, "[") && strings.HasSuffix(f.Raw, "]"):
				blanks++
			case f.Raw != "":
				return false
			}
		}
	}
	return blanks > 0
}

func (p *page) manyPlaceholders() bool {
	n := len(p.unfilled)
	for _, f := range p.doc.Metadata {
		if f.Value == nil && f.Raw != "" && mayHoldPlaceholder(f.Raw) {
			n++
		}
	}
	return n > mostPlaceholders && n*wordsPerPlaceholder > p.totalWords()
}

func (p *page) totalWords() int {
	n := 0
	for i := range p.all {
		if i == 0 || p.md.Sections[i].Parent <= 0 {
			n += p.all[i].Words
		}
	}
	return n
}

func (p *page) templateReason() string {
	switch {
	case !p.doc.Template:
		return ""
	case p.manyPlaceholders():
		return fmt.Sprintf("it has %d blanks that are not filled in, as a template has", len(p.unfilled))
	case p.blankHistory():
		return "its change history holds only blanks, as that of a template does"
	}
	return "its folder or status says that it is a template or an example"
}

// foreignMatchers are the patterns of the catalogue's other systems.
var foreignMatchers = sync.OnceValue(func() []*regexp.Regexp {
	systems := catalogue.OtherSystems()
	out := make([]*regexp.Regexp, len(systems))
	for i := range systems {
		out[i] = regexp.MustCompile(systems[i].Pattern)
	}
	return out
})

var (
	ownSystem   = lazily(`27001|\bisms\b|\bsgsi\b|\bsmsi\b|information security management`)
	isoStandard = lazily(`\biso(?:[ /]iec)?[ -]?(\d{4,5})\b`)
)

// foreign names another management system that the document belongs to: one that
// its title or folder names while nothing there names information security.
func (p *page) foreign() string {
	for _, text := range []string{p.doc.Title, strings.ReplaceAll(p.path, "_", " ")} {
		key := foldUmlauts(strings.ToLower(text))
		if ownSystem.MatchString(key) {
			return ""
		}
		for i, m := range foreignMatchers() {
			if m.MatchString(key) {
				return catalogue.OtherSystems()[i].Name
			}
		}
		// The family of ISO/IEC 27001 and the guideline on risk are not foreign.
		if m := isoStandard.FindStringSubmatch(key); m != nil && !strings.HasPrefix(m[1], "27") && m[1] != "31000" {
			return "ISO " + m[1]
		}
	}
	return ""
}

func (p *page) foreignReason() string {
	if p.doc.Foreign == "" {
		return ""
	}
	return "it belongs to " + p.doc.Foreign
}

func (p *page) tableRows() int {
	n := 0
	for i := range p.all {
		if i == 0 || p.md.Sections[i].Parent <= 0 {
			n += p.all[i].Rows
		}
	}
	return n
}

func (p *page) hollow() string {
	if p.totalWords() >= fewestWords || p.tableRows() > 0 {
		return ""
	}
	return "it has no content of its own"
}

// citations are the clauses and controls that the header or a heading names.
func (p *page) citations(settings *config.Settings) (clauses, controls []isms.Citation) {
	if entry := declaredFor(settings, p.path); entry != nil {
		for _, id := range entry.Clauses {
			clauses = append(clauses, isms.Citation{ID: id, Raw: id, Pos: p.doc.Pos, Declared: true})
		}
	}
	if f := fieldOf(p.doc.Metadata, "clauses"); f != nil {
		for _, id := range findClauses(f.Raw, true) {
			clauses = append(clauses, isms.Citation{ID: id, Raw: f.Raw, Pos: f.Pos, Declared: true})
		}
		for _, c := range findControls(f.Raw, false) {
			controls = append(controls, isms.Citation{ID: c.id, Raw: c.raw, Pos: f.Pos, Declared: true})
		}
	}
	if f := fieldOf(p.doc.Metadata, "controls"); f != nil {
		list, _ := f.Value.(isms.Controls)
		for i, c := range list {
			pos := f.Pos
			if i < len(f.Items) {
				pos = f.Items[i]
			}
			controls = append(controls, isms.Citation{ID: c.ID, Raw: c.Raw, Pos: pos, Declared: true})
		}
	}
	for i := range p.md.Sections {
		s := &p.md.Sections[i]
		for _, id := range findClauses(s.Heading, false) {
			clauses = append(clauses, isms.Citation{ID: id, Raw: s.Heading, Pos: toPos(s.HeadingRange)})
		}
	}
	return clauses, controls
}

// mentions counts what a file says about which management system it belongs to,
// and which edition of ISO/IEC 27001 it cites.
type mentions struct {
	own, foreign int
	editions     map[string]int
	schemes      map[string]int
}

// The words by which texts name a management system.
var (
	ownMentions = newSpotter(`iso(?:[ /]iec)?[ -]?27001(?::\s?(20\d\d))?|ISMS\b|information security management system|informationssicherheits-?management-?system|SGSI\b|SMSI\b`,
		"iso", `\bisms`, "information", `\bsgsi`, `\bsmsi`)
	foreignMentions = newSpotter(`(SOC ?2|TSC|trust services criteria)\b|HIPAA\b`, `\bsoc`, `\btsc`, `\btrust`, `\bhipaa`)
)

// mostMentions bounds the search in one file.
const mostMentions = 20

func countMentions(text string) mentions {
	m := mentions{editions: map[string]int{}, schemes: map[string]int{}}
	for _, found := range ownMentions.find(text) {
		m.own++
		if year := found[1]; year == "2013" || year == "2022" {
			m.editions[year]++
		}
	}
	for _, found := range foreignMentions.find(text) {
		m.foreign++
		if found[1] != "" {
			m.schemes["SOC 2"]++
		} else {
			m.schemes["HIPAA"]++
		}
	}
	return m
}

// statements are sentences that hold for a whole register.
func (p *page) statements(docs []*isms.Document) []isms.Statement {
	var out []isms.Statement
	for _, d := range docs {
		for _, c := range d.Cues {
			name, ok := statementCues[c.Name]
			if !ok {
				continue
			}
			out = append(out, isms.Statement{
				Place: isms.Place{Path: p.path, Pos: c.Pos}, Name: name, Text: d.Type, Date: d.Date,
			})
		}
	}
	return out
}

// statementCues are the cues that make a statement of a register.
var statementCues = map[string]string{
	"soa-implemented-all": "implemented-all", "soa-reason-all": "reason-all", "soa-exclusions-none": "exclusions", "owner-all": "owner-all",
}
