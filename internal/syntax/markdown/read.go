package markdown

import (
	"slices"
	"sort"
	"strings"
)

// finish puts marks and anchors in the order of the text, and drops bare URLs
// inside of links.
func (in *inline) finish() {
	in.strike = slices.DeleteFunc(in.strike, func(m mark) bool { return m.innerEnd < 0 })
	for _, marks := range [][]mark{in.strong, in.em, in.strike} {
		if len(marks) > 1 {
			slices.SortFunc(marks, func(a, b mark) int { return a.outerStart - b.outerStart })
		}
	}
	if len(in.anchors) < 2 {
		return
	}
	slices.SortStableFunc(in.anchors, func(a, b anchor) int { return a.outer - b.outer })
	end := 0
	in.anchors = slices.DeleteFunc(in.anchors, func(a anchor) bool {
		inside := a.outer < end && a.outer == a.start && a.targetAt == a.start
		end = max(end, a.end)
		return inside
	})
}

// all is the whole text as a reader sees it.
func (in *inline) all() string { return in.read(0, len(in.flow.text)) }

// read is what a reader sees of the text from one index to another.
func (in *inline) read(from, to int) string {
	first := sort.Search(len(in.tokens), func(i int) bool { return in.tokens[i].end > from })
	if first < len(in.tokens) {
		if t := in.tokens[first]; t.kind == tokText && t.end >= to && t.start <= from {
			return tidy(in.flow.text[from:to])
		}
	}
	var b strings.Builder
	for _, t := range in.tokens[first:] {
		if t.start >= to {
			break
		}
		in.write(&b, t, from, to)
	}
	return tidy(b.String())
}

func (in *inline) write(b *strings.Builder, t token, from, to int) {
	switch t.kind {
	case tokText:
		b.WriteString(in.flow.text[max(t.start, from):min(t.end, to)])
	case tokDelimiter:
		if lo, hi := max(t.lo, from), min(t.hi, to); lo < hi {
			b.WriteString(in.flow.text[lo:hi])
		}
	case tokMark:
	default:
		// Of a code span that goes on beyond the stretch, what stands inside it.
		if t.start < from || t.end > to {
			b.WriteString(in.flow.text[max(t.start, from):min(t.end, to)])
			return
		}
		b.WriteString(t.out)
	}
}

// struck is true where all visible text is struck through.
func (in *inline) struck() bool {
	if len(in.strike) == 0 {
		return false
	}
	at, seen := 0, false
	for _, m := range in.strike {
		if m.outerStart < at {
			continue
		}
		if in.read(at, m.outerStart) != "" {
			return false
		}
		seen = seen || in.read(m.innerStart, m.innerEnd) != ""
		at = m.outerEnd
	}
	return seen && in.read(at, len(in.flow.text)) == ""
}

// tidy trims a text and makes one blank of several, line by line.
func tidy(s string) string {
	s = strings.TrimSpace(s)
	if isTidy(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	blank, broke := false, false
	for _, r := range s {
		switch r {
		case '\n':
			broke = true
		case ' ', '\t', '\r':
			blank = true
		case '\u00ad', '\u200b':
		default:
			if broke {
				b.WriteByte('\n')
			} else if blank {
				b.WriteByte(' ')
			}
			blank, broke = false, false
			b.WriteRune(r)
		}
	}
	return b.String()
}

// isTidy is true where tidy has nothing to do; it is cautious about text beyond
// ASCII.
func isTidy(s string) bool {
	for i := range len(s) {
		c := s[i]
		if c < ' ' || c == 0xad || c == 0x8b || c == ' ' && i > 0 && s[i-1] == ' ' {
			return false
		}
	}
	return true
}

func isPunct(c byte) bool {
	return c >= '!' && c <= '/' || c >= ':' && c <= '@' || c >= '[' && c <= '`' || c >= '{' && c <= '~'
}
