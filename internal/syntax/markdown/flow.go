package markdown

import (
	"sort"
	"strings"

	"github.com/yuin/goldmark/text"
)

// flow is the text of one block without the marks of the quotes and lists
// around it, and the way back from it to the source. Line ends are one "\n".
type flow struct {
	text   string
	pieces []piece
}

// piece says that the text from index at on stands in the source from src on.
type piece struct{ at, src int }

// newFlow joins the lines that goldmark found, read from the source itself.
func newFlow(source string, lines *text.Segments) *flow {
	if lines.Len() == 1 {
		s := lines.At(0)
		return sliceFlow(source, s.Start, s.Stop)
	}
	f := &flow{pieces: make([]piece, 0, lines.Len())}
	var b strings.Builder
	for i := range lines.Len() {
		s := lines.At(i)
		if b.Len() > 0 {
			b.WriteByte('\n')
		}
		f.pieces = append(f.pieces, piece{at: b.Len(), src: s.Start})
		b.WriteString(strings.TrimRight(source[s.Start:s.Stop], "\r\n"))
	}
	f.text = b.String()
	return f
}

// sliceFlow is the flow of one stretch of the source. Behind a tab in a quote the
// parser counts columns and may point past the end.
func sliceFlow(source string, start, end int) *flow {
	end = min(end, len(source))
	start = min(start, end)
	line := strings.TrimRight(source[start:end], "\r\n")
	return &flow{text: line, pieces: []piece{{at: 0, src: start}}}
}

// offset is the place in the source of index i of the text.
func (f *flow) offset(i int) int {
	if len(f.pieces) == 0 {
		return 0
	}
	n := max(sort.Search(len(f.pieces), func(n int) bool { return f.pieces[n].at > i })-1, 0)
	return f.pieces[n].src + i - f.pieces[n].at
}

// span is the stretch of the source for text[from:to].
func (f *flow) span(from, to int) (int, int) {
	if to <= from {
		at := f.offset(from)
		return at, at
	}
	return f.offset(from), f.offset(to-1) + 1
}
