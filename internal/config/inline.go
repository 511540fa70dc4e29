package config

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"

	"github.com/ismslint/ismslint/internal/isms"
	"github.com/ismslint/ismslint/internal/syntax"
	"github.com/ismslint/ismslint/internal/syntax/markdown"
	"github.com/ismslint/ismslint/internal/syntax/yaml"
)

// InlineWaivers are the waivers in the comments of a file: HTML comments of
// markdown, and comments of YAML, front matter included. One of md and file is
// set.
func InlineWaivers(src *syntax.Source, md *markdown.Document, file *yaml.File) []Waiver {
	if !strings.Contains(src.Text, marker) {
		return nil
	}
	var list []Waiver
	add := func(r syntax.Range, cover func(*Waiver, syntax.Range)) {
		w, ok := inlineWaiver(src, r)
		if !ok || len(list) > maxInline {
			return
		}
		if cover(&w, r); len(list) == maxInline {
			w.Fault = fmt.Sprintf("is one of more than %d in the file, and the others are not read", maxInline)
		}
		list = append(list, w)
	}
	if md != nil {
		if md.Front != nil {
			front := yaml.ParseAt(src, src.Offset(md.Front.Range.Start), src.Offset(md.Front.Range.End))
			lines := lineSpan{md.Front.Range.Start.Line, md.Front.Range.End.Line}
			for _, r := range yamlComments(front) {
				add(r, func(w *Waiver, r syntax.Range) { coverNode(w, src, r, lines) })
			}
		}
		for _, c := range md.Comments {
			add(c.Range, func(w *Waiver, r syntax.Range) { coverSection(w, md, r) })
		}
	}
	if file != nil {
		for _, r := range yamlComments(file) {
			add(r, func(w *Waiver, r syntax.Range) { coverNode(w, src, r, lineSpan{1, src.Lines()}) })
		}
	}
	return list
}

// words of a waiver: key=value, key="a value", or a bare word.
var inlineWord = regexp.MustCompile(`([a-z]+)=(?:"([^"]*)"|“([^”]*)”|([^\s"“]\S*))|(\S+)`)

// inlineWaiver reads a comment; false for one that is no waiver.
func inlineWaiver(src *syntax.Source, r syntax.Range) (Waiver, bool) {
	start, end := src.Offset(r.Start), src.Offset(r.End)
	text := src.Text[start:max(start, end)]
	at := len(text) - len(strings.TrimLeft(text, "# \t\r\n"))
	if rest, ok := strings.CutPrefix(text[at:], marker); !ok || rest != "" && !strings.ContainsAny(rest[:1], " \t\r\n") {
		return Waiver{}, false
	}
	w := Waiver{Inline: true, At: isms.Place{Path: src.Path, Pos: position(r)}}
	if len(text) > maxInlineText {
		w.Fault = fmt.Sprintf("is longer than %d bytes", maxInlineText)
		return w, true
	}
	at += len(marker)
	for _, m := range inlineWord.FindAllStringSubmatchIndex(text[at:], -1) {
		if fault := w.word(src, text[at:], start+at, m); fault != "" && w.Fault == "" {
			w.Fault = fault
		}
	}
	if w.Until != "" && !isDate(w.Until) && w.Fault == "" {
		w.Fault = fmt.Sprintf("ends on no day: expected until=2026-03-31 or the like, found \"%s\"", printable(w.Until))
	}
	if w.Fault == "" {
		w.Fault = w.lacks()
	}
	return w, true
}

// word takes in one word of a waiver and says what is wrong with it.
func (w *Waiver) word(src *syntax.Source, text string, offset int, m []int) (fault string) {
	group := func(i int) string {
		if m[2*i] < 0 {
			return ""
		}
		return text[m[2*i]:m[2*i+1]]
	}
	key, at, value := group(1), 5, group(5)
	if key == "" {
		if value == ">" { // the mark of a quotation, at the start of a further line
			return ""
		}
		if w.Rule != "" || strings.Contains(value, "=") {
			return fmt.Sprintf("says \"%s\", which is no key=value of those known: reason, owner, until, risk", printable(value))
		}
		key = "rule"
	} else {
		at = slices.IndexFunc([]int{2, 3, 4}, func(i int) bool { return m[2*i] >= 0 }) + 2
		value = group(at)
	}
	field := w.field(key)
	switch {
	case field == nil || key == "place":
		return fmt.Sprintf("has the unknown key \"%s\"; known are reason, owner, until, risk", printable(key))
	case *field != "":
		return "says " + key + " twice"
	}
	*field = strings.TrimSpace(value)
	w.At.Parts = append(w.At.Parts, isms.Part{Key: key, Pos: position(src.Range(offset+m[2*at], offset+m[2*at+1]))})
	return ""
}

// coverSection makes a comment that stands for itself cover its section with
// those in it, and one beside text its line. Above the first heading below the
// title it covers the document.
func coverSection(w *Waiver, md *markdown.Document, r syntax.Range) {
	src := md.Source
	from, to := src.LineStart(r.Start.Line), src.LineStart(r.End.Line)+len(src.Line(r.End.Line))
	before := strings.TrimSuffix(strings.TrimRight(src.Text[from:src.Offset(r.Start)], " \t"), "<!--")
	after := strings.TrimPrefix(strings.TrimLeft(src.Text[src.Offset(r.End):to], " \t\r\n"), "-->")
	if strings.Trim(before, " \t>") != "" || strings.TrimSpace(after) != "" {
		w.coverLines(md.Source.Path, r.Start.Line, r.End.Line, firstWords(before, after))
		return
	}
	in := 0
	for i, s := range md.Sections {
		if s.HeadingRange.Start.Line <= r.Start.Line {
			in = i
		}
	}
	s := md.Sections[in]
	if s.Level == 0 || in == 1 && s.Level == 1 {
		w.coverFile(src.Path)
		return
	}
	end := math.MaxInt
	for _, next := range md.Sections[in+1:] {
		if next.Level <= s.Level {
			end = next.HeadingRange.Start.Line - 1
			break
		}
	}
	w.From, w.To, w.Covers, w.Place = s.HeadingRange.Start.Line, end, "#"+s.Slug, src.Path+"#"+s.Slug
}

func (w *Waiver) coverFile(path string) { w.From, w.To, w.Place = 1, math.MaxInt, path }

func (w *Waiver) coverLines(path string, from, to int, words string) {
	w.From, w.To, w.Covers, w.Place = from, to, words, path+" ("+words+")"
}

// lineSpan is a stretch of lines, both ends included.
type lineSpan struct{ first, last int }

// coverNode makes a comment in YAML cover the value on its line, or else the one
// below it, with all that is indented further. Above the first value it covers
// the file.
func coverNode(w *Waiver, src *syntax.Source, r syntax.Range, within lineSpan) {
	content := func(n int) string {
		line := strings.TrimSpace(src.Line(n))
		if strings.HasPrefix(line, "#") || line == "---" {
			return ""
		}
		return line
	}
	line := r.Start.Line
	if strings.TrimSpace(src.Text[src.LineStart(line):src.Offset(r.Start)]) == "" {
		above := line - 1
		for above >= within.first && content(above) == "" {
			above--
		}
		if above < within.first {
			w.coverFile(src.Path)
			return
		}
		for line < within.last && content(line) == "" {
			line++
		}
	}
	depth := func(n int) int { return len(src.Line(n)) - len(strings.TrimLeft(src.Line(n), " ")) }
	last := line
	for n := line + 1; n <= within.last && (content(n) == "" || depth(n) > depth(line)); n++ {
		if content(n) != "" {
			last = n
		}
	}
	text, _, _ := strings.Cut(src.Line(line), " #")
	w.coverLines(src.Path, line, last, firstWords(text, ""))
}

// firstWords name a line: its first cell, or its beginning.
func firstWords(parts ...string) string {
	const most = 60
	for _, part := range parts {
		for cell := range strings.SplitSeq(part, "|") {
			if cell = strings.TrimLeft(strings.Join(strings.Fields(cell), " "), "-*> "); cell != "" {
				runes := []rune(withoutControls(cell))
				return string(runes[:min(len(runes), most)])
			}
		}
	}
	return ""
}
