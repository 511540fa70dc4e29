package recognise

import (
	"strings"

	"github.com/ismslint/ismslint/internal/config"
	"github.com/ismslint/ismslint/internal/isms"
)

// guess is what one signal says of a document's type.
type guess struct {
	typ    string
	signal isms.Signal
	// size is the number of words that said so: the longest wins.
	size int
	// after are the normalised words behind the match, in which a kind word
	// ("… procedure") changes what the document is.
	after string
	// term is the term of the vocabulary, "" for a pattern of file names.
	term string
	// whole is the text in which it was found.
	whole string
}

// generic are types that any document of a kind has: a guess at something more
// special from a weaker signal wins over them.
func generic(typ string) bool {
	return typ == "policy.topic" || typ == "procedure" || typ == "training"
}

// vague are types whose words stand beside those of a more special one: "ISMS
// document control".
func vague(typ string) bool { return generic(typ) || typ == "isms-manual" }

// decideType asks the signals in the order of their strength.
func (p *page) decideType(settings *config.Settings) {
	d := p.doc
	d.Certainty = isms.Indicates
	p.decideTopic(settings)
	for _, signal := range []func(*page, *config.Settings) (guess, bool){
		(*page).byDeclaration, (*page).byClause, (*page).byName, (*page).byHeadings,
	} {
		g, ok := signal(p, settings)
		if !ok {
			continue
		}
		d.Type, d.Signal = g.typ, g.signal
		if g.signal == isms.SignalDeclared {
			d.Certainty = isms.Decides
		} else {
			d.Type = p.asProcess(g)
		}
		break
	}
	if i, ok := p.v.typeIndex[d.Type]; ok {
		d.Kind = p.v.types[i].Kind
	}
	if d.Kind == "procedure" && p.tellsResult() {
		d.Kind = "record"
	}
}

// tellsResult says whether the title is that of something done, such as a
// summary of a test, rather than of how it is done.
func (p *page) tellsResult() bool {
	result := false
	for _, m := range p.v.docKinds.find(normalise(p.doc.Title)) {
		switch p.v.kindIDs[m.value] {
		case "record", "report", "minutes":
			result = true
		default:
			return false
		}
	}
	return result
}

// decideTopic finds the subject of a topic-specific policy.
func (p *page) decideTopic(settings *config.Settings) {
	if entry := declaredFor(settings, p.path); entry != nil && entry.Topic != "" {
		p.doc.Topic = entry.Topic
		return
	}
	for _, text := range []string{p.doc.Title, fileName(p.path)} {
		if found := p.v.topics.find(p.v.parted(normalise(text))); len(found) > 0 {
			p.doc.Topic = p.v.topicIDs[longest(found).value]
			return
		}
	}
}

func longest(found []match) match {
	best := found[0]
	for _, m := range found[1:] {
		if m.end-m.start > best.end-best.start {
			best = m
		}
	}
	return best
}

// byName takes the better of file name and title: the file name, unless it only
// says something generic.
func (p *page) byName(*config.Settings) (guess, bool) {
	if isControlName(fileName(p.path)) {
		return guess{typ: "procedure", signal: isms.SignalFileName}, true
	}
	file, okFile := p.byFileName()
	title, okTitle := p.byTitle()
	switch {
	case okFile && okTitle && generic(file.typ) && !generic(title.typ):
		return title, true
	case okFile && okTitle && title.size > file.size && strings.HasPrefix(title.typ, file.typ):
		return title, true
	case okFile:
		return file, true
	}
	return title, okTitle
}

// isControlName says whether a file is named after a control: it says how that
// one is carried out, whatever else the control speaks of.
func isControlName(name string) bool {
	found := findControls(name, false)
	return len(found) == 1 && found[0].start == 0 && len(found[0].raw) == len(name)
}

// asProcess turns a record or register into the process on the same subject
// where the words say so ("management review procedure") or where there is
// nothing recorded: prose alone is about the subject.
func (p *page) asProcess(g guess) string {
	i, ok := p.v.typeIndex[g.typ]
	if !ok {
		return g.typ
	}
	process := p.v.types[i].Process
	if !isRecordKind(p.v.types[i].Kind) {
		return p.planAsProcess(g, process)
	}
	if process == "" {
		process = "procedure"
	}
	for _, m := range p.v.docKinds.find(g.after) {
		switch p.v.kindIDs[m.value] {
		case "procedure", "policy", "process", "guideline", "methodology", "document", "standard":
			p.doc.About = g.typ
			return process
		}
	}
	// A report may be prose alone; a register is not.
	if g.signal != isms.SignalDeclared && p.recordless() && p.v.types[i].Process != "" && p.v.types[i].Kind != "report" {
		return process
	}
	return g.typ
}

// planAsProcess tells "risk treatment procedure" from the plan itself, which may
// be prose alone.
func (p *page) planAsProcess(g guess, process string) string {
	if process == "" {
		return g.typ
	}
	for _, m := range p.v.docKinds.find(g.after) {
		if p.v.kindIDs[m.value] == "procedure" {
			p.doc.About = g.typ
			return process
		}
	}
	return g.typ
}

func isRecordKind(kind string) bool {
	switch kind {
	case "register", "record", "minutes", "report":
		return true
	}
	return false
}

// recordless says whether the document holds neither filled rows of a table nor
// headings with ids.
func (p *page) recordless() bool {
	for i := range p.md.Tables {
		t := &p.md.Tables[i]
		if len(t.Header.Cells) < 3 || p.isHistory(i) {
			continue
		}
		if rows, _ := p.rowContent(t); rows > 0 {
			return false
		}
	}
	ids := 0
	for i := range p.md.Sections {
		if headingID(p.md.Sections[i].Heading) != "" {
			ids++
		}
	}
	return ids < 2
}

func (p *page) isHistory(table int) bool { return table == p.historyTable }
