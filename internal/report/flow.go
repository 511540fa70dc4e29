package report

import (
	"bufio"
	"io"
	"strings"

	"github.com/mattn/go-runewidth"
)

// narrow counts ambiguous characters as one column, whatever the locale.
var narrow = &runewidth.Condition{EastAsianWidth: false, StrictEmojiNeutral: true}

func width(s string) int { return narrow.StringWidth(s) }

// style is how a piece of text looks.
type style uint8

const (
	plainText style = iota
	bold
	dim
	red
	yellow
	blue
	green
)

var codes = [...]string{bold: "\x1b[1m", dim: "\x1b[2m", red: "\x1b[31m", yellow: "\x1b[33m", blue: "\x1b[34m", green: "\x1b[32m"}

// span is a piece of text. A whole one is never broken, however long it is.
type span struct {
	text  string
	style style
	whole bool
}

// page writes lines of bounded width.
type page struct {
	w     *bufio.Writer
	width int
	color bool
	lines int
}

const minWidth = 60

func newPage(w io.Writer, width int, color bool) *page {
	return &page{w: bufio.NewWriter(w), width: max(width, minWidth), color: color}
}

func (p *page) blank() { p.line("") }

// line writes spans as they are.
func (p *page) line(indent string, spans ...span) {
	for last := len(spans) - 1; last >= 0; last-- { // no blanks at the end, coloured or not
		spans[last].text = strings.TrimRight(spans[last].text, " ")
		if spans[last].text != "" {
			break
		}
	}
	var b strings.Builder
	b.WriteString(indent)
	for _, s := range spans {
		b.WriteString(p.paint(s))
	}
	p.lines++
	p.w.WriteString(b.String() + "\n") // bufio keeps the error for Flush
}

func (p *page) paint(s span) string {
	if !p.color || s.style == plainText || s.text == "" {
		return s.text
	}
	return codes[s.style] + s.text + "\x1b[0m"
}

// flow writes spans as a paragraph: the first line indented by first, the others
// by rest. Words too long for a line are broken.
func (p *page) flow(first, rest string, spans ...span) {
	line, used := []span{{text: first}}, width(first)
	empty := true
	flush := func() {
		p.line("", line...)
		line, used, empty = []span{{text: rest}}, width(rest), true
	}
	for _, word := range words(spans) {
		w := width(word.text)
		if !empty && used+1+w > p.width {
			flush()
			word.text = strings.TrimLeft(word.text, " ")
		}
		for !word.whole && used+w > p.width && p.width > used {
			head := narrow.Truncate(word.text, p.width-used, "")
			if head == "" {
				break
			}
			line = append(line, span{head, word.style, true})
			word.text = Clean(word.text[len(head):]) // it begins a line now
			w = width(word.text)
			flush()
		}
		if !empty {
			line, used = append(line, span{text: " "}), used+1
		}
		line, used, empty = append(line, word), used+w, false
	}
	if !empty {
		flush()
	}
}

// words divides spans at their blanks; a whole one is one word.
func words(spans []span) []span {
	var out []span
	for _, s := range spans {
		if s.whole {
			if s.text != "" {
				out = append(out, s)
			}
			continue
		}
		for _, word := range strings.Fields(s.text) {
			out = append(out, span{word, s.style, false})
		}
	}
	return out
}

// cut shortens a text to a width, at a blank where there is one near.
func cut(s string, most int) string {
	if width(s) <= most {
		return s
	}
	if most < 2 {
		return ""
	}
	s = narrow.Truncate(s, most-1, "")
	if at := strings.LastIndexByte(s, ' '); at > len(s)*2/3 {
		s = s[:at]
	}
	return strings.TrimRight(s, " ,-") + "…"
}

// pad fills a text up with blanks.
func pad(s string, most int) string {
	return s + strings.Repeat(" ", max(most-width(s), 0))
}

// Paragraph is a text wrapped to a width: its first line indented by first, the
// others by rest. It ends in a newline.
func Paragraph(columns int, first, rest, text string) string {
	var b strings.Builder
	p := newPage(&b, columns, false)
	p.flow(first, rest, span{text: Clean(text)})
	p.w.Flush() // a Builder does not fail
	return b.String()
}

// Cut shortens a text to a width.
func Cut(text string, most int) string { return cut(Clean(text), most) }
