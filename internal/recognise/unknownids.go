package recognise

import (
	"strings"

	"github.com/ismslint/ismslint/internal/isms"
	"github.com/ismslint/ismslint/internal/syntax/markdown"
)

// citedID is an id in the prose of a document.
type citedID struct {
	id      string
	title   string // of its section
	pos     isms.Pos
	subject string
}

// strictID is an id that nobody writes by chance: capitals, a hyphen, digits.
var strictID = lazily(`\b[A-ZÄÖÜ][A-ZÄÖÜ0-9]{1,9}(?:-[A-Z0-9]{1,9}){0,3}-\d{1,6}\b`)

// mostCited bounds the ids of one document.
const mostCited = 500

// cited are the ids in the paragraphs and items of a document: not in code, links, or
// what shows an example.
func (p *page) cited() []citedID {
	var found []citedID
	sample := p.sampleSections()
	for i := range p.md.Sections {
		s := &p.md.Sections[i]
		for j := range s.Blocks {
			b := &s.Blocks[j]
			if sample[i] || b.Kind == markdown.Code || b.Kind == markdown.HTML || !mayHoldID(b.Text) {
				continue
			}
			for _, at := range strictID.FindAllStringIndex(b.Text, mostCited) {
				if len(found) >= mostCited || partOfID(b.Text, at[0], at[1]) {
					continue
				}
				id := b.Text[at[0]:at[1]]
				found = append(found, citedID{id, s.Heading, toPos(within(p.md.Source, b.Range, id)), p.doc.Subject})
			}
		}
	}
	return found
}

// mayHoldID is a cheap test: a hyphen between a capital or digit and a digit.
func mayHoldID(text string) bool {
	for i := 1; i+1 < len(text); i++ {
		if c := text[i-1]; text[i] == '-' && isDigit(text[i+1]) && (isDigit(c) || c >= 'A' && c <= 'Z') {
			return true
		}
	}
	return false
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// partOfID says whether more of an id, a path or a range stands beside it.
func partOfID(text string, from, to int) bool {
	if from > 0 && strings.ContainsRune("-/_.#=`…–", rune(text[from-1])) {
		return true
	}
	return to < len(text) && strings.ContainsRune("-/_`…–*", rune(text[to])) || strings.HasPrefix(text[to:], "–") || strings.HasPrefix(text[to:], "…")
}

// idSeries is the ids of one form, of a register or of the documents.
type idSeries struct {
	title string
	n     int
	width map[int]bool
	// cited and missing count the ids of the form in prose.
	cited, missing int
}

// fewestInSeries is how many ids make a series.
const fewestInSeries = 3

// unknownIDs are ids in prose that are written as those of a register or of the
// documents, where nothing in the tree has the id. A series of which many are
// missing is kept elsewhere, at least in part.
func (b *builder) unknownIDs() []isms.Slip {
	series := b.idSeries()
	if len(series) == 0 {
		return nil
	}
	known := b.registeredIDs()
	var found []isms.Slip
	missing := map[string]map[string]bool{}
	for i := range b.scans {
		s := &b.scans[i]
		if !s.counts() || len(s.docs) > 0 && ofOneDay(s.docs[0]) {
			continue
		}
		for _, c := range s.cited {
			stem, number := splitID(c.id)
			one := series[stem]
			if one == nil || one.n < fewestInSeries || !one.width[len(number)] {
				continue
			}
			one.cited++
			if known[c.id] {
				continue
			}
			if missing[stem] == nil {
				missing[stem] = map[string]bool{}
			}
			missing[stem][c.id] = true
			one.missing++
			found = append(found, isms.Slip{Place: isms.Place{Path: s.path, Pos: c.pos}, Subject: c.subject, Label: c.id, Field: stem, Title: one.title})
		}
	}
	kept := found[:0]
	looked := map[string]bool{}
	defines := func(id string) bool {
		there, ok := looked[id]
		if !ok {
			there = b.defines(id)
			looked[id] = there
		}
		return there
	}
	for _, f := range found {
		if len(kept) >= mostSlips {
			break
		}
		one, ids := series[f.Field], len(missing[f.Field])
		// One id that nothing has, among many that are there, is a slip; several
		// may be a series of their own.
		if (one.missing*4 <= one.cited || ids == 1) && ids*4 <= one.n && !defines(f.Label) {
			kept = append(kept, f)
		}
	}
	return kept
}

// idSeries are the forms of the ids of registers and documents.
func (b *builder) idSeries() map[string]*idSeries {
	series := map[string]*idSeries{}
	add := func(id, title string) {
		stem, number := splitID(id)
		if stem == "" || strictID.FindString(id) != id {
			return
		}
		if series[stem] == nil {
			series[stem] = &idSeries{title: title, width: map[int]bool{}}
		}
		series[stem].n++
		series[stem].width[len(number)] = true
	}
	for _, reg := range b.model.Registers {
		if reg.Kind == "soa" || !reg.Decided {
			continue
		}
		for i := range reg.Entries {
			add(reg.Entries[i].ID, reg.Title)
		}
	}
	for _, d := range b.model.Documents {
		if d.Section == "" {
			add(d.ID, "")
		}
	}
	return series
}

// registeredIDs are the ids of registers and documents.
func (b *builder) registeredIDs() map[string]bool {
	known := map[string]bool{}
	for _, d := range b.model.Documents {
		known[d.ID] = true
	}
	for _, reg := range b.model.Registers {
		for i := range reg.Entries {
			known[reg.Entries[i].ID] = true
		}
	}
	return known
}

// defines says whether an id stands anywhere but in prose: in a file of data or its
// name, in a table, a heading, front matter, or at the start of an item.
func (b *builder) defines(id string) bool {
	for i := range b.files {
		f := &b.files[i]
		if strings.Contains(f.Path, id) {
			return true
		}
		if f.Source == nil || !strings.Contains(f.Source.Text, id) {
			continue
		}
		if f.YAML != nil || f.CSV != nil {
			return true
		}
		for line := range strings.SplitSeq(f.Source.Text, "\n") {
			if strings.Contains(line, id) && definesHere(line, id) {
				return true
			}
		}
	}
	return false
}

func definesHere(line, id string) bool {
	trimmed := strings.TrimLeft(line, " \t-*+>_`[|#")
	key, _, isField := strings.Cut(trimmed, ":")
	return strings.HasPrefix(strings.TrimSpace(line), "|") || strings.HasPrefix(line, "#") || strings.HasPrefix(trimmed, id) ||
		isField && len(key) < 30 && !strings.Contains(key, id)
}

// splitID divides an id into what comes before its last number, and that number.
func splitID(id string) (stem, number string) {
	stem = strings.TrimRight(id, "0123456789")
	return stem, id[len(stem):]
}
