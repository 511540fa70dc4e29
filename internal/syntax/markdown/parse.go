package markdown

import (
	"sort"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"github.com/ismslint/ismslint/internal/syntax"
)

// blocks finds the blocks of a document. It has no inline parsers: see inline.go.
var blocks = parser.NewParser(
	parser.WithBlockParsers(parser.DefaultBlockParsers()...),
	parser.WithParagraphTransformers(
		util.Prioritized(definitionTransformer{}, 100),
		util.Prioritized(tableTransformer{}, 200),
	),
)

// Parse reads a document. It never fails: what could not be read is among the
// document's problems, and the rest is read all the same.
func Parse(src *syntax.Source) (doc *Document) {
	doc = &Document{Source: src}
	defer func() {
		if recover() == nil {
			return
		}
		doc = &Document{Source: src, Sections: []Section{{Parent: -1, Range: src.Range(0, len(src.Text))}}}
		doc.problem(0, 0, "the document could not be read: its markdown is broken in an unforeseen way")
	}()
	doc.read()
	return doc
}

func (d *Document) read() {
	start := d.readFront()
	body := prepare(d, start)
	context := parser.NewContext()
	root := blocks.Parse(text.NewReader(body), parser.WithContext(context))
	w := &walker{doc: d, source: d.Source.Text, cells: maxCells}
	if refs, ok := context.Get(definitionsKey).(definitions); ok {
		w.refs = refs
	}
	d.Sections = []Section{{Parent: -1, HeadingRange: d.Source.Range(0, 0)}}
	w.children(root, place{})
	w.finish()
}

func (d *Document) problem(start, end int, message string) {
	const most = 100
	if len(d.Problems) < most {
		d.Problems = append(d.Problems, syntax.Problem{Range: d.Source.Range(start, end), Message: message})
	}
}

// place is where the walk through the tree is.
type place struct {
	depth int
	quote bool
	item  ast.Node // the list item, for its first block only
}

// maxDepth bounds the nesting of blocks that is read.
const maxDepth = 100

// walker turns goldmark's tree into a document.
type walker struct {
	doc      *Document
	source   string
	refs     references
	scratch  scanner
	slugs    map[string]int
	starts   []int // the source offset of each section
	linkAt   []int // the source offset of each link
	parents  []int // the open sections, outermost first
	title    int   // the section under the document's title, 0 for none
	fields   []candidate
	skip     int // blocks before this offset are part of an HTML table
	cells    int // how many more cells may be made up for short rows
	tangled  bool
	headings int
}

func (w *walker) children(n ast.Node, at place) {
	at.depth++
	if at.depth > maxDepth {
		start, end := extent(n)
		w.doc.problem(start, end, "lists and quotes are nested too deeply here; what is inside was not read")
		return
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		w.visit(c, at)
		at.item = nil
	}
}

func (w *walker) visit(n ast.Node, at place) {
	if start, _ := extent(n); start >= 0 && start < w.skip {
		return
	}
	switch n := n.(type) {
	case *ast.Heading:
		w.heading(n)
	case *ast.Paragraph, *ast.TextBlock:
		w.paragraph(n, at)
	case *ast.Blockquote:
		at.quote, at.item = true, nil
		w.children(n, at)
	case *ast.ListItem:
		w.item(n, at)
	case *ast.CodeBlock:
		if isList(w.source, n) {
			w.points(n)
		} else {
			w.code(n)
		}
	case *ast.FencedCodeBlock:
		w.code(n)
	case *ast.HTMLBlock:
		w.html(n)
	case *tableNode:
		w.table(n)
	default:
		w.children(n, at)
	}
}

// extent is the stretch of the source that a node's own lines cover; -1 where
// it has none.
func extent(n ast.Node) (int, int) {
	if n.Type() != ast.TypeBlock || n.Lines() == nil || n.Lines().Len() == 0 {
		return n.Pos(), n.Pos()
	}
	lines := n.Lines()
	return lines.At(0).Start, lines.At(lines.Len() - 1).Stop
}

func (w *walker) item(n *ast.ListItem, at place) {
	if n.FirstChild() == nil {
		start := max(n.Pos(), 0)
		w.block(Block{Kind: Item, Range: w.doc.Source.Range(start, start)})
		return
	}
	at.item, at.quote = n, false
	w.children(n, at)
}

func (w *walker) block(b Block) {
	section := &w.doc.Sections[len(w.doc.Sections)-1]
	section.Blocks = append(section.Blocks, b)
}

// scan reads a flow and hands its links and comments to the document. The
// result is valid until the next scan.
func (w *walker) scan(f *flow, m mode) *inline {
	in := w.scratch.scan(f, m, w.refs)
	w.collect(in)
	return in
}

// scanBlock is scan for a result that is kept.
func (w *walker) scanBlock(f *flow, m mode) *inline {
	in := scanInline(f, m, w.refs)
	w.collect(in)
	return in
}

// collect takes the links and comments of an inline text.
func (w *walker) collect(in *inline) {
	f := in.flow
	for _, a := range in.anchors {
		w.doc.Links = append(w.doc.Links, w.link(in, a))
		w.linkAt = append(w.linkAt, in.flow.offset(a.outer))
	}
	for _, c := range in.comments {
		from, to := trimSpace(f.text, c.start, c.end)
		w.doc.Comments = append(w.doc.Comments, Comment{Text: f.text[from:to], Range: w.rangeOf(f, from, to)})
	}
	if in.tangled && !w.tangled {
		w.tangled = true
		start, end := f.span(0, len(f.text))
		w.doc.problem(start, end, "too many brackets that are never closed; some links here were not read")
	}
}

func (w *walker) rangeOf(f *flow, from, to int) syntax.Range {
	return w.doc.Source.Range(f.span(from, to))
}

func (w *walker) link(in *inline, a anchor) Link {
	l := Link{Target: a.target, Text: a.alt, Image: a.image}
	from, to := trimSpace(in.flow.text, a.start, a.end)
	if l.Text == "" {
		l.Text = in.read(from, to)
	}
	if from == to && a.targetAt >= 0 {
		from, to = a.targetAt, a.targetEnd
	}
	l.Range = w.rangeOf(in.flow, from, to)
	return l
}

func (w *walker) paragraph(n ast.Node, at place) {
	f := newFlow(w.source, n.Lines())
	b := Block{Kind: Paragraph}
	switch {
	case at.quote:
		b.Kind = Quote
	case at.item != nil:
		b.Kind = Item
	}
	in := w.scan(f, modeMarkdown)
	from := 0
	if b.Kind == Item {
		if box := checkBox(f.text); box > 0 {
			b.Kind, b.Checked, from = Task, f.text[1] != ' ', box
		}
	}
	b.Text = in.read(from, len(f.text))
	start, end := trimSpace(f.text, from, len(f.text))
	b.Range = w.rangeOf(f, start, end)
	if b.Text != "" || at.item != nil {
		w.block(b)
	}
	if b.Text != "" {
		w.lineFields(in, from, b.Kind)
	}
	w.cutOff(n, f)
}

// checkBox is the length of the check box that a text begins with, or 0.
func checkBox(s string) int {
	if len(s) < 3 || s[0] != '[' || s[2] != ']' || s[1] != ' ' && s[1] != 'x' && s[1] != 'X' {
		return 0
	}
	if len(s) > 3 && s[3] != ' ' && s[3] != '\t' {
		return 0
	}
	return min(4, len(s))
}

func (w *walker) code(n ast.Node) {
	start, end := extent(n)
	if n.Lines().Len() == 0 {
		w.block(Block{Kind: Code, Range: w.doc.Source.Range(max(start, 0), max(start, 0))})
		return
	}
	end = start + len(strings.TrimRight(w.source[start:end], "\r\n"))
	w.block(Block{Kind: Code, Text: newFlow(w.source, n.Lines()).text, Range: w.doc.Source.Range(start, end)})
}

// finish fills in what is known only when all was read.
func (w *walker) finish() {
	d := w.doc
	starts := append(w.starts, len(w.source))
	d.Sections[0].Range = d.Source.Range(0, starts[0])
	for i := 1; i < len(d.Sections); i++ {
		d.Sections[i].Range = d.Source.Range(starts[i-1], starts[i])
	}
	for i := range d.Links {
		d.Links[i].Section = sort.SearchInts(w.starts, w.linkAt[i]+1)
	}
	for i := range d.Tables {
		d.Tables[i].Section = w.sectionAt(d.Tables[i].Range.Start)
	}
	w.keepFields()
}

// sectionAt is the section in which a position stands. What was cut out of the
// lines above a heading that is underlined, such as a table, was read before the
// heading and stands inside its section.
func (w *walker) sectionAt(p syntax.Position) int {
	return sort.SearchInts(w.starts, w.doc.Source.Offset(p)+1)
}

// trimSpace narrows text[from:to] to what is not white space.
func trimSpace(text string, from, to int) (int, int) {
	for from < to && isSpace(text[from]) {
		from++
	}
	for to > from && isSpace(text[to-1]) {
		to--
	}
	return from, to
}

func isSpace(c byte) bool {
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v'
}
