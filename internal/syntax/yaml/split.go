package yaml

import "github.com/goccy/go-yaml/ast"

// flowParts is a flow collection cut at its own commas.
type flowParts struct {
	entries []span
	close   int
}

// cut cuts the flow collection at offset; false where nothing closes it.
func (r *reader) cut(offset, limit int) (flowParts, bool) {
	var parts flowParts
	depth, start := 0, offset+1
	for i := offset; i < limit; i++ {
		switch c := r.norm[i]; c {
		case '"', '\'':
			if end, ok := r.quotes[i]; ok {
				i = end - 1
			}
		case '#':
			if l := &r.lines[r.lineOf(i)]; l.comment == i {
				i = l.end
			}
		case '[', '{':
			depth++
		case ']', '}':
			depth--
			if depth > 0 {
				continue
			}
			if s := r.skip(start); s < i {
				parts.entries = append(parts.entries, span{s, i})
			}
			parts.close = i
			return parts, (c == ']') == (r.norm[offset] == '[')
		case ',':
			if depth == 1 {
				parts.entries = append(parts.entries, span{r.skip(start), i})
				start = i + 1
			}
		}
	}
	return parts, false
}

// flow reads a flow collection entry by entry; nil where that cannot be done.
func (r *reader) flow(g region, depth int) *Node {
	if c := r.at(g.s); c != '[' && c != '{' {
		return nil
	}
	parts, ok := r.cut(g.s, g.e)
	if !ok || r.skip(parts.close+1) < g.e {
		return nil
	}
	if r.at(g.s) == '{' {
		b := r.newMapping(g.s)
		for _, entry := range parts.entries {
			r.flowPair(b, entry, depth)
		}
		return r.closeFlow(b.finish(), parts.close+1)
	}
	node := &Node{Kind: Sequence, Range: r.rng(g.s, g.s+1), Items: make([]*Node, 0, len(parts.entries))}
	for _, entry := range parts.entries {
		node.Items = append(node.Items, r.flowItem(entry, depth+1))
	}
	return r.closeFlow(node, parts.close+1)
}

func (r *reader) closeFlow(n *Node, end int) *Node {
	n.Range.End, n.Comment = r.position(end), r.commentAfter(end)
	return n
}

func (r *reader) spanRegion(at span) region {
	return region{s: at.start, e: at.end, line: r.lineOf(at.start), last: r.lineOf(max(at.end-1, at.start)) + 1}
}

func (r *reader) flowItem(at span, depth int) *Node {
	g := r.spanRegion(at)
	if depth > maxDepth {
		r.once(g.s, g.s+1, tooDeep)
		return r.null(g.s)
	}
	if !r.small(g) {
		if node := r.flow(g, depth); node != nil {
			return node
		}
	}
	p, failure := r.parseWrapped(g, "[", "]")
	if failure != nil {
		r.problem(failure.start, failure.end, failure.message)
		return r.null(at.start)
	}
	if list, ok := p.root.(*ast.SequenceNode); ok && len(list.Values) == 1 {
		return p.node(list.Values[0], at.start, depth)
	}
	r.problem(at.start, at.start+1, "a value is expected before this comma")
	return r.null(at.start)
}

func (r *reader) flowPair(b *mapping, at span, depth int) {
	g := r.spanRegion(at)
	if colon := r.flowColon(at); colon >= 0 && !r.small(g) {
		s := r.skip(colon + 1)
		if c := r.at(s); s < at.end && (c == '[' || c == '{') {
			head := r.spanRegion(span{at.start, colon + 1})
			if p, failure := r.parseWrapped(head, "{", "}"); failure == nil {
				p.pairWith(b, r.flowItem(span{s, at.end}, depth+1), depth)
				return
			}
		}
	}
	p, failure := r.parseWrapped(g, "{", "}")
	if failure != nil {
		r.problem(failure.start, failure.end, failure.message)
		return
	}
	p.pairs(b, p.root, depth)
}

// flowColon is the offset of the colon behind the key of a flow entry.
func (r *reader) flowColon(at span) int {
	for i := at.start; i < at.end; i++ {
		if end, ok := r.quotes[i]; ok {
			i = end
		}
		switch r.at(i) {
		case ':':
			return i
		case '[', '{', '\n':
			return -1
		}
	}
	return -1
}

// plainNode reads a region that is one plain scalar and nothing else.
func (r *reader) plainNode(g region) *Node {
	switch r.at(g.s) {
	case '[', ']', '{', '}', '|', '>', '&', '*', '!', '?', '"', '\'', '#', '%', '@', '`', ',', '-', ':':
		return nil
	}
	end, last := g.s, r.lastFilled(g)
	for i := g.line; i < last; i++ {
		l := &r.lines[i]
		if l.kind == blank {
			continue
		}
		if l.kind != fresh || i < last-1 && l.comment < l.end || r.lineColon(l, max(l.from, g.s)) {
			return nil
		}
		end = min(l.comment, g.e)
	}
	for end > g.s && isBlank(r.norm[end-1]) {
		end--
	}
	n := &Node{Kind: Scalar, Text: fold(r.norm[g.s:end]), Range: r.rng(g.s, end), Comment: r.commentAfter(end)}
	if isNull(n.Text) {
		n.Kind, n.Text = Null, ""
	}
	return n
}

func (r *reader) lineColon(l *line, from int) bool {
	for i := from; i < l.comment; i++ {
		if r.norm[i] == ':' && r.indicator(i) {
			return true
		}
	}
	return false
}
