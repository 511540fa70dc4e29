package syntax

import (
	"strings"
	"unicode/utf8"
)

// Cursor turns byte offsets into positions like Source does, counting on from
// the last one where both are in the same line: that keeps a file of one long
// line linear. It is for one goroutine.
type Cursor struct {
	src    *Source
	last   Position
	offset int
}

// NewCursor returns a cursor over a source.
func NewCursor(src *Source) *Cursor { return &Cursor{src: src, last: Position{1, 1}} }

// Position is Source.Position.
func (c *Cursor) Position(offset int) Position {
	offset = min(max(offset, 0), len(c.src.Text))
	if offset < len(c.src.Text) && !utf8.RuneStart(c.src.Text[offset]) {
		// Inside a character: nothing to count on from.
		return c.src.Position(offset)
	}
	from, to, sign := c.offset, offset, 1
	if to < from {
		from, to, sign = to, from, -1
	}
	between := c.src.Text[from:to]
	if strings.ContainsAny(between, "\r\n") {
		c.last, c.offset = c.src.Position(offset), offset
		return c.last
	}
	if strings.HasPrefix(c.src.Text[offset:], "\n") && offset > 0 && c.src.Text[offset-1] == '\r' {
		// Inside a line terminator: the end of its line.
		return c.src.Position(offset)
	}
	c.last.Column += sign * utf8.RuneCountInString(between)
	c.offset = offset
	return c.last
}

// Range is Source.Range.
func (c *Cursor) Range(start, end int) Range {
	first := c.Position(start)
	return Range{Start: first, End: c.Position(max(start, end))}
}
