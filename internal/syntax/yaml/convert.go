package yaml

import (
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"
)

func (r *reader) null(gap int) *Node {
	end := max(min(r.spaces(gap), r.commentOrEnd(gap)), gap)
	return &Node{Kind: Null, Range: r.rng(gap, end), Comment: r.commentAfter(gap)}
}

// commentAfter is the comment behind a value that ends at an offset.
func (r *reader) commentAfter(offset int) string {
	for isBlank(r.at(offset)) || r.at(offset) == ',' || r.at(offset) == ']' || r.at(offset) == '}' {
		offset++
	}
	if r.at(offset) != '#' {
		return ""
	}
	l := &r.lines[r.lineOf(offset)]
	if l.comment != offset {
		return ""
	}
	return strings.TrimSpace(strings.TrimLeft(r.norm[l.comment:l.end], "#"))
}

// headComment gives a collection the comment behind its key or dash.
func (r *reader) headComment(n *Node, gap int) {
	if n.Comment == "" && (n.Kind == Mapping || n.Kind == Sequence) {
		n.Comment = r.commentAfter(gap)
	}
}

func (r *reader) blockNode(b *block) *Node {
	text, start, end := r.blockText(b)
	return &Node{
		Kind: Scalar, Quoted: true, Text: text,
		Range: r.rng(start, end), Comment: r.commentAfter(r.headerEnd(b)),
	}
}

func (r *reader) headerEnd(b *block) int {
	end := b.header
	for !r.indicator(end) {
		end++
	}
	return end + 1
}

func (r *reader) quotedNode(start, end int) *Node {
	n := &Node{Kind: Scalar, Quoted: true, Range: r.rng(start, end), Comment: r.commentAfter(end)}
	raw := r.norm[start+1 : max(end, start+1)]
	if strings.HasSuffix(raw, r.norm[start:start+1]) {
		raw = raw[:len(raw)-1]
	}
	if r.norm[start] == '\'' {
		n.Text = single(raw)
		return n
	}
	text, bad := double(raw)
	n.Text = text
	if bad >= 0 {
		at := start + 1 + bad
		r.problem(at, at+2, "YAML does not know this escape; write \\\\ for a backslash, or use single quotes")
	}
	return n
}

// scalar is the node of a token.
func (p *piece) scalar(tk *token.Token, gap int) *Node {
	at, ok := p.places[tk]
	if !ok {
		return p.null(gap)
	}
	if tk.Type == token.SingleQuoteType || tk.Type == token.DoubleQuoteType {
		if _, ok := p.quotes[at.start]; ok {
			return p.quotedNode(at.start, at.end)
		}
	}
	text := fold(p.norm[at.start:at.end])
	n := &Node{Kind: Scalar, Text: text, Range: p.rng(at.start, at.end), Comment: p.commentAfter(at.end)}
	if isNull(text) {
		n.Kind, n.Text = Null, ""
	}
	return n
}

// node converts a value of the library. gap is the offset behind the colon or
// dash before it.
func (p *piece) node(n ast.Node, gap, depth int) *Node {
	if depth > maxDepth {
		p.once(gap, gap+1, tooDeep)
		return p.null(gap)
	}
	switch n := n.(type) {
	case *ast.MappingNode:
		return p.mappingNode(n, gap, depth)
	case *ast.MappingValueNode:
		b := p.newMapping(p.keyStart(n, gap))
		p.pair(b, n, depth)
		return b.finish()
	case *ast.SequenceNode:
		return p.sequenceNode(n, depth)
	case *ast.AnchorNode:
		after := p.end(n.Name.GetToken(), gap)
		value := p.node(n.Value, after, depth)
		p.anchors[p.name(n.Name.GetToken())] = value
		return value
	case *ast.AliasNode:
		return p.alias(n, depth)
	case *ast.TagNode:
		value := p.node(n.Value, p.end(n.Start, gap), depth)
		p.tag(value, n.Start.Value)
		return value
	case *ast.LiteralNode:
		if b := p.blocks[p.places[n.Start].start]; b != nil {
			return p.blockNode(b)
		}
		return p.null(gap)
	case nil, *ast.CommentGroupNode, *ast.DirectiveNode:
		return p.null(gap)
	}
	return p.scalar(n.GetToken(), gap)
}

// tag applies the two tags that change what a scalar is here.
func (p *piece) tag(n *Node, tag string) {
	switch {
	case tag == "!!str" && n.Kind == Null:
		n.Kind, n.Quoted, n.Text = Scalar, true, strings.TrimSpace(p.src.Slice(n.Range))
	case tag == "!!null" && n.Kind == Scalar:
		n.Kind, n.Quoted, n.Text = Null, false, ""
	}
}

// end is the offset behind a token, otherwise where it has no place.
func (p *piece) end(tk *token.Token, otherwise int) int {
	if at, ok := p.places[tk]; ok {
		return at.end
	}
	return otherwise
}

// name is the name of an anchor or alias.
func (p *piece) name(tk *token.Token) string {
	at := p.places[tk]
	name := p.norm[at.start:at.end]
	if i := strings.IndexAny(name, " \t\n"); i >= 0 {
		name = name[:i]
	}
	return name
}

func (p *piece) sequenceNode(n *ast.SequenceNode, depth int) *Node {
	start := p.places[n.Start]
	node := &Node{Kind: Sequence, Range: p.rng(start.start, start.end)}
	node.Items = make([]*Node, 0, len(n.Values))
	for i, value := range n.Values {
		gap := start.end
		if i < len(n.Entries) {
			gap = p.end(n.Entries[i].Start, gap)
		}
		item := p.node(value, gap, depth+1)
		node.Items = append(node.Items, item)
		node.Range.End = item.Range.End
	}
	if n.IsFlowStyle {
		end := p.end(n.End, start.end)
		node.Range.End = p.position(end)
		node.Comment = p.commentAfter(end)
	}
	return node
}

func (p *piece) mappingNode(n *ast.MappingNode, gap, depth int) *Node {
	start := gap
	switch {
	case n.IsFlowStyle:
		start = p.places[n.Start].start
	case len(n.Values) > 0:
		start = p.keyStart(n.Values[0], gap)
	}
	b := p.newMapping(start)
	for _, pair := range n.Values {
		p.pair(b, pair, depth)
	}
	node := b.finish()
	if n.IsFlowStyle {
		end := p.end(n.End, start+1)
		node.Range.End = p.position(end)
		node.Comment = p.commentAfter(end)
	}
	return node
}

func (p *piece) keyStart(n *ast.MappingValueNode, otherwise int) int {
	if at, ok := p.places[n.Key.GetToken()]; ok {
		return at.start
	}
	return otherwise
}

// pairs adds the pairs of an entry that was read by itself.
func (p *piece) pairs(b *mapping, n ast.Node, depth int) {
	switch n := n.(type) {
	case *ast.MappingNode:
		for _, pair := range n.Values {
			p.pair(b, pair, depth)
		}
	case *ast.MappingValueNode:
		p.pair(b, n, depth)
	default:
		if n != nil {
			at := p.places[n.GetToken()]
			p.problem(at.start, at.end, "a key with a colon is expected here")
		}
	}
}

// pair adds a key with its value.
func (p *piece) pair(b *mapping, n *ast.MappingValueNode, depth int) {
	gap := p.end(n.Start, p.end(n.Key.GetToken(), 0))
	value := p.node(n.Value, gap, depth+1)
	p.headComment(value, gap)
	p.addPair(b, n.Key, value, depth)
}

// pairWith adds the key of a piece that is nothing but a key.
func (p *piece) pairWith(b *mapping, value *Node, depth int) {
	switch n := p.root.(type) {
	case *ast.MappingNode:
		if len(n.Values) > 0 {
			p.addPair(b, n.Values[0].Key, value, depth)
		}
	case *ast.MappingValueNode:
		p.addPair(b, n.Key, value, depth)
	}
}

func (p *piece) addPair(b *mapping, key ast.MapKeyNode, value *Node, depth int) {
	var inner ast.Node = key
	if explicit, ok := key.(*ast.MappingKeyNode); ok {
		inner = explicit.Value
	}
	at := p.places[key.GetToken()]
	if _, ok := inner.(*ast.MergeKeyNode); ok {
		b.merge(p.rng(at.start, at.end), value)
		return
	}
	n := p.node(inner, at.end, depth+1)
	if n.Kind == Mapping || n.Kind == Sequence {
		p.problem(at.start, at.end, "this key is no plain text; the entry is left out")
		return
	}
	if n.Kind == Null {
		n.Text = p.src.Slice(n.Range)
	}
	b.add(Pair{Key: strings.TrimSpace(n.Text), KeyRange: n.Range, Value: value})
}
