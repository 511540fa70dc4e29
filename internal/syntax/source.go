// Package syntax holds what the parsers of markdown, YAML and CSV share: the
// decoded text of a file, and positions in it.
//
// Positions are contract 1 of docs/architecture.md. They are computed here,
// from byte offsets into the decoded text; no parser library's own line or
// column is trusted.
package syntax

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// Position is a place in a text. Line and Column are 1-based. A column counts
// Unicode code points of the decoded text; a tab is one. The byte order mark
// and line terminators are not counted.
type Position struct{ Line, Column int }

// Range is a stretch of text; End is exclusive.
type Range struct{ Start, End Position }

// Source is the decoded text of one file: valid UTF-8 without a byte order
// mark. Line terminators stay as they are in the file.
type Source struct {
	Path   string
	Text   string
	starts []int
	// runes is the number of code points before each block of the text: without
	// it, a line of a megabyte would cost its length for every position in it.
	runes []int
}

// block is the number of bytes between two counts of code points.
const block = 512

// NewSource indexes the lines of a decoded text.
func NewSource(path, text string) *Source {
	starts := make([]int, 1, strings.Count(text, "\n")+1)
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '\n':
			starts = append(starts, i+1)
		case '\r':
			if i+1 >= len(text) || text[i+1] != '\n' {
				starts = append(starts, i+1)
			}
		}
	}
	runes := make([]int, 1, len(text)/block+1)
	for at := block; at <= len(text); at += block {
		runes = append(runes, runes[len(runes)-1]+countRunes(text[at-block:at]))
	}
	return &Source{Path: path, Text: text, starts: starts, runes: runes}
}

// countRunes is the number of code points that begin in s, wherever s was cut.
func countRunes(s string) int {
	n := 0
	for i := range len(s) {
		if utf8.RuneStart(s[i]) {
			n++
		}
	}
	return n
}

// runesBefore is the number of code points that begin before an offset.
func (s *Source) runesBefore(offset int) int {
	n := offset / block
	return s.runes[n] + countRunes(s.Text[n*block:offset])
}

// Position turns a byte offset into a position. An offset past the end is the
// end of the text; one inside a line terminator is the end of its line.
func (s *Source) Position(offset int) Position {
	offset = min(max(offset, 0), len(s.Text))
	line := sort.SearchInts(s.starts, offset+1) - 1
	start := s.starts[line]
	offset = min(offset, start+len(s.lineText(line)))
	if offset-start < block {
		return Position{Line: line + 1, Column: countRunes(s.Text[start:offset]) + 1}
	}
	return Position{Line: line + 1, Column: s.runesBefore(offset) - s.runesBefore(start) + 1}
}

// Range turns two byte offsets, the second exclusive, into a range.
func (s *Source) Range(start, end int) Range {
	return Range{Start: s.Position(start), End: s.Position(max(start, end))}
}

// Offset is the inverse of Position: the byte offset of a position, clamped to
// its line and to the text.
func (s *Source) Offset(p Position) int {
	if p.Line < 1 {
		return 0
	}
	if p.Line > len(s.starts) {
		return len(s.Text)
	}
	offset := s.starts[p.Line-1]
	end := offset + len(s.lineText(p.Line-1))
	left := p.Column - 1
	if left >= block {
		wanted := s.runesBefore(offset) + left
		n := sort.SearchInts(s.runes, wanted) - 1
		if at := n * block; at > offset {
			offset, left = min(at, end), wanted-s.runes[n]
		}
	}
	for ; offset < end; offset++ {
		if !utf8.RuneStart(s.Text[offset]) {
			continue
		}
		if left <= 0 {
			return offset
		}
		left--
	}
	return end
}

// Slice is the text that a range covers.
func (s *Source) Slice(r Range) string {
	start, end := s.Offset(r.Start), s.Offset(r.End)
	return s.Text[start:max(start, end)]
}

// Lines is the number of lines; a text that ends in a line terminator has an
// empty last line.
func (s *Source) Lines() int { return len(s.starts) }

// Line is the text of the 1-based line n without its terminator, "" where
// there is no such line.
func (s *Source) Line(n int) string {
	if n < 1 || n > len(s.starts) {
		return ""
	}
	return s.lineText(n - 1)
}

// LineStart is the byte offset at which the 1-based line n begins.
func (s *Source) LineStart(n int) int {
	if n > len(s.starts) {
		return len(s.Text)
	}
	return s.starts[max(n, 1)-1]
}

func (s *Source) lineText(index int) string {
	end := len(s.Text)
	if index+1 < len(s.starts) {
		end = s.starts[index+1]
	}
	return strings.TrimRight(s.Text[s.starts[index]:end], "\r\n")
}

// Problem is something that a parser could not read; the rest of the file was
// read all the same.
type Problem struct {
	Range   Range
	Message string
}

// Cell is one cell of a table, from markdown or CSV.
type Cell struct {
	// Text is the cell as a reader sees it: markup, links' targets and escapes
	// are gone, white space is trimmed. Line breaks (<br>) are newlines.
	Text string
	// Links are the targets of links and images in the cell, as written.
	Links []string
	// Struck is true where all of the text is struck through.
	Struck bool
	// Range is the raw text of the cell without its padding; for an empty cell
	// the gap between its delimiters, and for a cell that a short row lacks the
	// end of that row.
	Range Range
}

// Row is one row of a table.
type Row struct {
	Cells []Cell
	Range Range
	// Surplus is the number of cells beyond the header's, counted from the raw
	// text. Cells holds them too.
	Surplus int
	// Lacking is the number of cells that the row has fewer than the header.
	// Cells is filled up with empty ones, placed at the row's end.
	Lacking int
}

// Table is a table of markdown or a CSV file.
type Table struct {
	Header Row
	Rows   []Row
	Range  Range
}
