package yaml

import (
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/ismslint/ismslint/internal/syntax"
)

// text is the stretch of a source that is read, with every line terminator
// made "\n", and the way back from its offsets to positions in the source.
// Every offset in this package is one of it.
type text struct {
	src  *syntax.Source
	base int
	norm string
	// cuts are the offsets in norm before which a carriage return was left out.
	cuts   []int
	cursor *syntax.Cursor
}

func newText(src *syntax.Source, start, end int) *text {
	start = min(max(start, 0), len(src.Text))
	end = min(max(end, start), len(src.Text))
	for start < end && !utf8.RuneStart(src.Text[start]) {
		start++
	}
	t := &text{src: src, cursor: syntax.NewCursor(src), base: start, norm: src.Text[start:end]}
	if strings.IndexByte(t.norm, '\r') < 0 {
		return t
	}
	raw := t.norm
	b := make([]byte, 0, len(raw))
	for i := 0; i < len(raw); i++ {
		switch {
		case raw[i] != '\r':
			b = append(b, raw[i])
		case i+1 < len(raw) && raw[i+1] == '\n':
			t.cuts = append(t.cuts, len(b))
		default:
			b = append(b, '\n')
		}
	}
	t.norm = string(b)
	return t
}

// source is the byte offset in the source of an offset in norm. The end of a
// line is before its carriage return.
func (t *text) source(offset int) int {
	return t.base + offset + sort.SearchInts(t.cuts, offset)
}

func (t *text) position(offset int) syntax.Position {
	return t.cursor.Position(t.source(offset))
}

func (t *text) rng(start, end int) syntax.Range {
	first := t.position(start)
	return syntax.Range{Start: first, End: t.position(max(start, end))}
}

// spaces is the offset of the first byte from offset on that is no space or
// tab.
func (t *text) spaces(offset int) int {
	for offset < len(t.norm) && isBlank(t.norm[offset]) {
		offset++
	}
	return offset
}

// at is the byte at an offset, a line feed past the end.
func (t *text) at(offset int) byte {
	if offset < 0 || offset >= len(t.norm) {
		return '\n'
	}
	return t.norm[offset]
}

// indicator is true where a "-", "?" or ":" at offset is followed by white
// space, which makes it mean something in a block.
func (t *text) indicator(offset int) bool {
	next := t.at(offset + 1)
	return isBlank(next) || next == '\n'
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' }
