package recognise

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/ismslint/ismslint/internal/syntax"
	"github.com/ismslint/ismslint/internal/syntax/markdown"
)

// unit is what a text is compared by: a sentence, an item, a row or a heading. Two
// with the same words are the same, whatever lines and markup they are written in.
type unit struct {
	kind    unitKind
	section int
	key     string
	words   []string
	text    string
	// src and span are where it stands; places of its words are looked for when
	// one is asked for.
	src        *syntax.Source
	start, end int
	// skipped are words of the same block that stand before it.
	skipped []string
	// links is true where it holds nothing but links.
	links bool
}

type unitKind uint8

const (
	unitSentence unitKind = iota
	unitItem
	unitRow
	unitHeading
)

func (k unitKind) String() string { return [...]string{"sentence", "item", "row", "heading"}[k] }

// unitsOf are the units of a document's text in its order: without its front
// matter, the lines that say what the head says, and the version history.
func unitsOf(md *markdown.Document, r *reader) []unit {
	p := &page{reader: r, md: md, historyTable: -1}
	heads := p.headLines()
	var out []unit
	for i := range md.Sections {
		s := &md.Sections[i]
		if i > 0 {
			out = appendUnits(out, md.Source, unitHeading, i, s.Heading, s.HeadingRange)
		}
		for k := range s.Blocks {
			b := &s.Blocks[k]
			if heads(b.Range) {
				continue
			}
			kind := unitSentence
			if b.Kind == markdown.Item || b.Kind == markdown.Task {
				kind = unitItem
			}
			from := len(out)
			out = appendUnits(out, md.Source, kind, i, b.Text, b.Range)
			if p.onlyLinks(b) {
				for j := range out[from:] {
					out[from+j].links = true
				}
			}
		}
	}
	for i := range md.Tables {
		t := &md.Tables[i]
		if p.historyColumns(t) != nil || heads(t.Range) {
			continue
		}
		out = appendRow(out, md.Source, unitHeading, t.Section, &t.Header)
		for k := range t.Rows {
			out = appendRow(out, md.Source, unitRow, t.Section, &t.Rows[k])
		}
	}
	slices.SortStableFunc(out, func(a, b unit) int { return cmp.Compare(a.start, b.start) })
	return out
}

// headLines says of a range whether it holds fields of the document's head.
func (p *page) headLines() func(syntax.Range) bool {
	var lines []int
	for i := range p.md.Fields {
		f := &p.md.Fields[i]
		if p.v.field(f.Key) != "" && (f.AtEnd || f.KeyRange.Start.Line <= headerLines+p.frontLines()) {
			lines = append(lines, f.KeyRange.Start.Line)
		}
	}
	return func(r syntax.Range) bool {
		return slices.ContainsFunc(lines, func(n int) bool { return r.Start.Line <= n && n <= r.End.Line })
	}
}

// onlyLinks says whether a block lists links and says nothing itself.
func (p *page) onlyLinks(b *markdown.Block) bool {
	text, found := b.Text, false
	for i := range p.md.Links {
		l := &p.md.Links[i]
		if l.Range.Start.Line >= b.Range.Start.Line && l.Range.End.Line <= b.Range.End.Line && l.Text != "" {
			text, found = strings.Replace(text, l.Text, "", 1), true
		}
	}
	return found && normalise(text) == ""
}

func appendRow(out []unit, src *syntax.Source, kind unitKind, section int, r *syntax.Row) []unit {
	cells := make([]string, len(r.Cells))
	keys := make([]string, len(r.Cells))
	var words []string
	for i := range r.Cells {
		cells[i] = strings.Join(strings.Fields(r.Cells[i].Text), " ")
		own := wordsOf(cells[i])
		keys[i] = strings.Join(own, " ")
		words = append(words, own...)
	}
	if len(words) == 0 {
		return out
	}
	return append(out, unit{
		kind: kind, section: section, key: strings.Join(keys, "|"), words: words, text: strings.Join(cells, " | "),
		src: src, start: src.Offset(r.Range.Start), end: src.Offset(r.Range.End),
	})
}

// appendUnits divides a text into sentences.
func appendUnits(out []unit, src *syntax.Source, kind unitKind, section int, text string, at syntax.Range) []unit {
	var before []string
	for _, s := range sentencesOf(text) {
		words := wordsOf(s)
		if len(words) == 0 {
			continue
		}
		out = append(out, unit{
			kind: kind, section: section, key: strings.Join(words, " "), words: words, text: s,
			src: src, start: src.Offset(at.Start), end: src.Offset(at.End), skipped: before,
		})
		before = append(slices.Clip(before), words...)
	}
	return out
}

// sentencesOf divides a text where a full stop is followed by what begins a
// sentence. Line breaks are blanks: they move when a text is reflowed.
func sentencesOf(text string) []string {
	runes := []rune(strings.Join(strings.Fields(text), " "))
	var out []string
	from := 0
	for i, r := range runes {
		if !endsSentence(r, runes[i+1:]) {
			continue
		}
		out = append(out, strings.TrimSpace(string(runes[from:i+1])))
		from = i + 1
	}
	return append(out, strings.TrimSpace(string(runes[from:])))
}

func endsSentence(r rune, rest []rune) bool {
	switch r {
	case '。', '！', '？':
		return true
	case '.', '!', '?':
		return len(rest) > 1 && rest[0] == ' ' && !unicode.IsLower(rest[1])
	}
	return false
}

// wordsOf are the words of a text in the form in which they are compared. Scripts
// without blanks are compared by their signs.
func wordsOf(text string) []string {
	var out []string
	for _, word := range strings.Fields(normalise(text)) {
		if !isSolid(word) {
			out = append(out, word)
			continue
		}
		for _, r := range word {
			out = append(out, string(r))
		}
	}
	return out
}

// lookAhead is how many words of the source are passed over to find the next one
// of the text: those of a link's target.
const lookAhead = 80

// places are the offsets of the words of a unit in its source, -1 where one was
// not found: as it is written there, a word may stand between marks.
func (u *unit) places() (starts, ends []int) {
	words := append(slices.Clip(u.skipped), u.words...)
	starts, ends = make([]int, len(words)), make([]int, len(words))
	tokens := sourceWords(u.src.Text[u.start:u.end], u.start)
	next := 0
	for i, word := range words {
		starts[i], ends[i] = -1, -1
		for k := next; k < min(len(tokens), next+lookAhead); k++ {
			if tokens[k].text == word {
				starts[i], ends[i], next = tokens[k].start, tokens[k].end, k+1
				break
			}
		}
	}
	return starts[len(u.skipped):], ends[len(u.skipped):]
}

type sourceWord struct {
	text       string
	start, end int
}

func sourceWords(text string, offset int) []sourceWord {
	var out []sourceWord
	from := -1
	flush := func(to int) {
		if from < 0 {
			return
		}
		if word := normalise(text[from:to]); word != "" {
			out = append(out, sourceWord{word, offset + from, offset + to})
		}
		from = -1
	}
	for i, r := range text {
		solid := isSolid(string(r))
		if solid || !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.M, r) && !strings.ContainsRune("'’+#", r) {
			flush(i)
		}
		switch {
		case solid:
			out = append(out, sourceWord{normalise(string(r)), offset + i, offset + i + len(string(r))})
		case from < 0 && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			from = i
		}
	}
	flush(len(text))
	return out
}
