package markdown

import (
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

// pointPattern is a point of a list that is numbered by letters or Roman numbers,
// with the words of a sentence. Markdown knows no such lists: what is indented
// below "a." is code to it.
var pointPattern = regexp.MustCompile(`^(?:[ivx]{1,5}|[a-z]|[0-9]{1,2})[.)][ \t]+[*_]{0,2}[\p{L}\[][\p{L}\p{N}'’*_,;:\[\]()/-]*(?:[ \t]|$)`)

// isList says whether every stretch between empty lines of an indented code block
// is a point of such a list.
func isList(source string, n *ast.CodeBlock) bool {
	any, begins := false, true
	for _, s := range n.Lines().Sliced(0, n.Lines().Len()) {
		line := strings.TrimSpace(source[s.Start:s.Stop])
		switch {
		case line == "":
			begins = true
		case begins && !pointPattern.MatchString(line):
			return false
		default:
			any, begins = true, false
		}
	}
	return any
}

// points reads such a list point by point.
func (w *walker) points(n *ast.CodeBlock) {
	lines := n.Lines()
	for i := 0; i < lines.Len(); {
		point := text.NewSegments()
		for ; i < lines.Len(); i++ {
			s := lines.At(i)
			s = s.TrimLeftSpace([]byte(w.source))
			if s.IsEmpty() {
				break
			}
			if point.Len() > 0 && pointPattern.MatchString(w.source[s.Start:s.Stop]) {
				break
			}
			point.Append(s)
		}
		if point.Len() == 0 {
			i++
			continue
		}
		f := newFlow(w.source, point)
		in := w.scan(f, modeMarkdown)
		from := strings.IndexAny(f.text, ".)") + 1
		start, end := trimSpace(f.text, from, len(f.text))
		w.block(Block{Kind: Item, Text: in.read(start, end), Range: w.rangeOf(f, start, end)})
	}
}
