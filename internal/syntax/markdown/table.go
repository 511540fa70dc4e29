package markdown

import (
	"bytes"
	"sort"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"github.com/ismslint/ismslint/internal/syntax"
)

const (
	maxColumns = 1000
	maxCells   = 200000 // cells made up for short rows, in one document
)

// tableNode is a pipe table in goldmark's tree: its lines, the header first,
// without the delimiter row. goldmark's own table extension is not used: it
// loses surplus cells, and takes quadratic time for wide tables.
type tableNode struct {
	ast.BaseBlock
	columns int
}

var kindTable = ast.NewNodeKind("IsmslintTable")

// Kind implements ast.Node.
func (n *tableNode) Kind() ast.NodeKind { return kindTable }

// IsRaw keeps goldmark from looking for inline markup.
func (n *tableNode) IsRaw() bool { return true }

// Dump implements ast.Node.
func (n *tableNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// tableTransformer finds pipe tables in paragraphs.
type tableTransformer struct{}

// Transform implements parser.ParagraphTransformer.
func (tableTransformer) Transform(node *ast.Paragraph, reader text.Reader, _ parser.Context) {
	lines, source := node.Lines(), reader.Source()
	for i := 1; i < lines.Len(); i++ {
		line := lines.At(i)
		if !mayDelimit(line.Value(source)) {
			continue
		}
		columns := delimiterColumns(string(line.Value(source)))
		if columns == 0 {
			continue
		}
		header := lines.At(i - 1)
		if countCells(string(header.Value(source))) != columns {
			return
		}
		table := &tableNode{columns: columns}
		table.Lines().Append(header)
		for j := i + 1; j < lines.Len(); j++ {
			table.Lines().Append(lines.At(j))
		}
		table.SetPos(header.Start)
		parent := node.Parent()
		parent.InsertAfter(parent, node, table)
		lines.SetSliced(0, i-1)
		if lines.Len() == 0 {
			parent.RemoveChild(parent, node)
		}
		return
	}
}

// mayDelimit is false for most lines that are no delimiter row.
func mayDelimit(line []byte) bool {
	line = bytes.TrimLeft(line, " \t")
	return len(line) > 0 && (line[0] == '|' || line[0] == '-' || line[0] == ':')
}

// delimiterColumns is the number of columns of a delimiter row, 0 for any other
// line.
func delimiterColumns(line string) int {
	line = strings.TrimSpace(line)
	if line == "" || strings.Trim(line, "-:| \t") != "" || strings.Trim(line, "-") == "" {
		return 0
	}
	line = strings.TrimPrefix(line, "|")
	line = strings.TrimSuffix(line, "|")
	n := 0
	for {
		cell, rest, more := strings.Cut(line, "|")
		cell = strings.TrimSpace(cell)
		cell = strings.TrimPrefix(cell, ":")
		cell = strings.TrimSuffix(cell, ":")
		if cell == "" || strings.Trim(cell, "-") != "" {
			return 0
		}
		n++
		if !more {
			return n
		}
		line = rest
	}
}

func countCells(line string) int {
	n := 0
	eachCell(line, func(int, int) bool { n++; return true })
	return n
}

// eachCell calls yield with the gap between the pipes of each cell of a row.
func eachCell(line string, yield func(from, to int) bool) {
	from, to := trimSpace(line, 0, len(line))
	if from < to && line[from] == '|' {
		from++
	}
	start := from
	for i := from; i < to; i++ {
		switch line[i] {
		case '\\':
			i++
		case '|':
			if !yield(start, i) {
				return
			}
			start = i + 1
		}
	}
	if start < to || start == from {
		yield(start, to)
	}
}

func (w *walker) table(n *tableNode) {
	lines := n.Lines()
	first, last := lines.At(0), lines.At(lines.Len()-1)
	t := Table{Section: len(w.doc.Sections) - 1}
	columns := n.columns
	if columns > maxColumns {
		w.doc.problem(first.Start, first.Stop, "the table has more than 1000 columns; those beyond were not read")
		columns = maxColumns
	}
	t.Header = w.row(first, columns)
	for i := 1; i < lines.Len(); i++ {
		if strings.TrimSpace(w.source[lines.At(i).Start:lines.At(i).Stop]) == "" {
			continue // a form feed, which ends no table and is no row
		}
		row := w.row(lines.At(i), columns)
		if w.cells -= row.Lacking; w.cells < 0 {
			w.doc.problem(lines.At(i).Start, last.Stop, "too many short rows in wide tables; the rows from here on were not read")
			break
		}
		t.Rows = append(t.Rows, row)
	}
	end := first.Start + len(strings.TrimRight(w.source[first.Start:last.Stop], "\r\n"))
	if lines.Len() == 1 {
		end = w.delimiterEnd(first.Stop)
	}
	t.Range = w.doc.Source.Range(first.Start, end)
	w.doc.Tables = append(w.doc.Tables, t)
	w.tableFields(&w.doc.Tables[len(w.doc.Tables)-1])
}

// delimiterEnd is where the line after a header ends.
func (w *walker) delimiterEnd(offset int) int {
	next := w.doc.Source.Position(offset).Line
	if next < w.doc.Source.Lines() && w.doc.Source.Position(offset).Column > 1 {
		next++
	}
	return w.doc.Source.LineStart(next) + len(w.doc.Source.Line(next))
}

// row reads the cells of one line of a table.
func (w *walker) row(s text.Segment, columns int) syntax.Row {
	line := w.source[s.Start:s.Stop]
	from, to := trimSpace(line, 0, len(line))
	row := syntax.Row{Range: w.doc.Source.Range(s.Start+from, s.Start+to), Cells: make([]syntax.Cell, 0, columns)}
	eachCell(line, func(from, to int) bool {
		if len(row.Cells) < maxColumns {
			row.Cells = append(row.Cells, w.cell(line, s.Start, from, to))
		}
		return len(row.Cells) < maxColumns
	})
	if row.Surplus = len(row.Cells) - columns; row.Surplus < 0 {
		row.Surplus, row.Lacking = 0, columns-len(row.Cells)
	}
	if row.Lacking > w.cells {
		return row
	}
	for len(row.Cells) < columns {
		row.Cells = append(row.Cells, syntax.Cell{Range: syntax.Range{Start: row.Range.End, End: row.Range.End}})
	}
	return row
}

// cell reads the cell in the gap line[from:to]; the line begins at base.
func (w *walker) cell(line string, base, from, to int) syntax.Cell {
	start, end := trimSpace(line, from, to)
	if start == end {
		return syntax.Cell{Range: w.doc.Source.Range(base+from, base+to)}
	}
	if isPlain(line[start:end]) {
		return syntax.Cell{Text: tidy(line[start:end]), Range: w.doc.Source.Range(base+start, base+end)}
	}
	in := w.scan(sliceFlow(w.source, base+start, base+end), modeCell)
	return syntax.Cell{
		Text:   in.all(),
		Links:  targets(in, 0, end-start),
		Struck: in.struck(),
		Range:  w.doc.Source.Range(base+start, base+end),
	}
}

// isPlain is true for a text without any markup.
func isPlain(s string) bool {
	for i := range len(s) {
		if special[s[i]] {
			return false
		}
	}
	return true
}

// targets are the targets of the links in text[from:to].
func targets(in *inline, from, to int) []string {
	var out []string
	first := sort.Search(len(in.anchors), func(i int) bool { return in.anchors[i].outer >= from })
	for _, a := range in.anchors[first:] {
		if a.outer >= to {
			break
		}
		out = append(out, a.target)
	}
	return out
}

// cutOff reports rows that a blank line has cut off from their table.
func (w *walker) cutOff(n ast.Node, f *flow) {
	before, ok := n.PreviousSibling().(*tableNode)
	if !ok {
		return
	}
	first, _, _ := strings.Cut(f.text, "\n")
	first = strings.TrimSpace(first)
	if len(first) < 2 || first[0] != '|' || first[len(first)-1] != '|' {
		return
	}
	lines := before.Lines()
	last := w.doc.Source.Position(max(lines.At(lines.Len()-1).Stop-1, 0)).Line
	if lines.Len() == 1 {
		last++
	}
	start, end := f.span(0, len(f.text))
	if w.doc.Source.Position(start).Line == last+2 {
		w.doc.problem(start, end, "a blank line cuts these rows off from their table; they are not part of it")
	}
}
