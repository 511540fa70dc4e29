package yaml

import "fmt"

// reader reads regions. It cuts block collections into their entries along
// their lines and leaves what is small to the YAML library: that keeps the
// time linear, which the library's is not, and confines a mistake to the entry
// that it is in.
type reader struct {
	*structure
	anchors  map[string]*Node
	expanded int
	said     map[string]bool
}

// A region up to this size is given to the library as it is.
const (
	smallLines = 40
	smallBytes = 4096
)

func (r *reader) small(g region) bool {
	return g.last-g.line <= smallLines && g.e-g.s <= smallBytes
}

// state says of a region whether it has a line that nests too deep, and one
// that the library would read otherwise than it should.
func (r *reader) state(g region) (deep, bad bool) {
	for i := g.line; i < g.last; i++ {
		deep, bad = deep || r.lines[i].deep, bad || r.lines[i].bad
	}
	return deep, bad
}

// once reports a problem of which one per file is enough.
func (r *reader) once(start, end int, message string) {
	r.onceAt(r.rng(start, end), message)
}

var tooDeep = fmt.Sprintf("this is nested more than %d levels deep and is left out", maxDepth)

// value reads what stands in a region. gap is the offset behind the colon or
// dash before it.
func (r *reader) value(g region, gap, depth int) *Node {
	if depth > maxDepth {
		r.once(g.s, g.s+1, tooDeep)
		return r.null(gap)
	}
	deep, bad := r.state(g)
	if r.small(g) && !deep && !bad {
		if p, failure := r.parsePiece(g); failure == nil {
			return p.node(p.root, gap, depth)
		}
	}
	if r.at(g.s) == '-' && r.indicator(g.s) {
		return r.sequence(g, depth)
	}
	if r.colon(g) >= 0 || r.at(g.s) == '?' && r.indicator(g.s) {
		return r.mapping(g, depth)
	}
	if node := r.lone(g); node != nil {
		return node
	}
	if !deep {
		if node := r.flow(g, depth); node != nil {
			return node
		}
	}
	return r.leaf(g, gap, depth, deep)
}

// leaf reads a region that cannot be divided.
func (r *reader) leaf(g region, gap, depth int, deep bool) *Node {
	if deep {
		r.once(g.s, r.filledEnd(g), tooDeep)
		return r.null(gap)
	}
	p, failure := r.parsePiece(g)
	if failure != nil {
		r.problem(failure.start, failure.end, failure.message)
		return r.null(gap)
	}
	return p.node(p.root, gap, depth)
}

// lone reads a region that is one quoted or block scalar and nothing else.
func (r *reader) lone(g region) *Node {
	if b := r.blocks[g.s]; b != nil && b.to >= r.lastFilled(g) {
		return r.blockNode(b)
	}
	end, ok := r.quotes[g.s]
	if !ok {
		return r.plainNode(g)
	}
	if r.spaces(end) < r.commentOrEnd(end) || r.lineOf(end) < r.lastFilled(g)-1 {
		return nil
	}
	return r.quotedNode(g.s, end)
}

// lastFilled is the index behind the last line of a region that holds more
// than a comment.
func (r *reader) lastFilled(g region) int {
	i := g.last
	for i > g.line && (r.lines[i-1].kind == blank || r.lines[i-1].kind == comment) {
		i--
	}
	return i
}

// column is the number of bytes before the region on its first line.
func (r *reader) column(g region) int { return g.s - r.lines[g.line].start }

// entries cuts a region at the lines that are indented like its first or less.
// attached says of such a line that it belongs to the entry before.
func (r *reader) entries(g region, attached func(previous region, l *line) bool) []region {
	column := r.column(g)
	var entries []region
	current := region{s: g.s, line: g.line}
	for i := g.line + 1; i < g.last; i++ {
		l := &r.lines[i]
		if l.kind != fresh || l.indent() > column || attached(current, l) {
			continue
		}
		current.last, current.e = i, r.lines[i-1].end
		entries = append(entries, current)
		current = region{s: l.from, line: i}
	}
	current.last, current.e = g.last, g.e
	return append(entries, current)
}

func (r *reader) sequence(g region, depth int) *Node {
	items := r.entries(g, func(region, *line) bool { return false })
	node := &Node{Kind: Sequence, Range: r.rng(g.s, g.s+1)}
	node.Items = make([]*Node, 0, len(items))
	for _, item := range items {
		if r.at(item.s) != '-' || !r.indicator(item.s) {
			r.problem(item.s, r.filledEnd(item), "this stands in a list and does not begin with \"- \"")
			continue
		}
		gap := item.s + 1
		value := r.null(gap)
		if inside, ok := r.behind(item, gap); ok {
			value = r.value(inside, gap, depth+1)
		}
		node.Items = append(node.Items, value)
		node.Range.End = value.Range.End
	}
	return node
}

// filledEnd is the end of the text of a region's first line.
func (r *reader) filledEnd(g region) int {
	l := &r.lines[g.line]
	end := l.comment
	for end > g.s && isBlank(r.norm[end-1]) {
		end--
	}
	return end
}

// behind is the part of an entry behind an offset on its first line.
func (r *reader) behind(g region, offset int) (region, bool) {
	if s := r.spaces(offset); s < r.lines[g.line].comment {
		return region{s: s, e: g.e, line: g.line, last: g.last}, true
	}
	inside, ok := r.region(g.line+1, g.last)
	inside.e = g.e
	return inside, ok
}

func (r *reader) mapping(g region, depth int) *Node {
	entries := r.entries(g, func(previous region, l *line) bool {
		if r.at(l.from) == ':' && r.indicator(l.from) {
			return true // the value of an explicit key
		}
		return r.at(l.from) == '-' && r.indicator(l.from) && l.indent() == r.column(g) && r.openValue(previous)
	})
	b := r.newMapping(g.s)
	for _, entry := range entries {
		r.entry(b, entry, depth)
	}
	return b.finish()
}

// openValue is true for an entry whose value does not stand on the line of its
// key.
func (r *reader) openValue(g region) bool {
	colon := r.colon(region{s: g.s, line: g.line})
	if colon < 0 {
		return false
	}
	s := r.skipAnchor(colon + 1)
	return s >= r.lines[g.line].comment
}

// entry reads one key and its value.
func (r *reader) entry(b *mapping, g region, depth int) {
	deep, bad := r.state(g)
	var failure *failure
	colon := r.colon(g)
	if !deep && (colon < 0 || r.small(g) && !bad) {
		var p *piece
		if p, failure = r.parsePiece(g); failure == nil {
			p.pairs(b, p.root, depth)
			return
		}
	}
	if colon < 0 {
		if failure == nil {
			failure = r.failAt(g.s, r.filledEnd(g), "this is neither a key with a value nor part of a value")
		}
		r.problem(failure.start, failure.end, failure.message)
		return
	}
	key, failed := r.parsePiece(region{s: g.s, e: colon + 1, line: g.line, last: g.line + 1})
	if failed != nil {
		r.problem(failed.start, failed.end, failed.message)
		return
	}
	r.openEntry(b, g, key, colon+1, depth)
}

// openEntry reads the value of a key by itself.
func (r *reader) openEntry(b *mapping, g region, key *piece, gap, depth int) {
	name := ""
	if after := r.skipAnchor(gap); after > r.spaces(gap) {
		if s := r.spaces(gap); after >= r.lines[g.line].comment && r.at(s) == '&' {
			name = anchorName(r.norm[s+1 : min(after, r.lines[g.line].end)])
			gap = s + 1 + len(name)
		}
	}
	value := r.null(gap)
	if inside, ok := r.behind(g, gap); ok {
		if inside.line == g.line && r.lines[g.line].bad {
			value = r.lineText(inside)
		} else {
			value = r.value(inside, gap, depth+1)
			r.headComment(value, gap)
		}
	}
	if name != "" {
		r.anchors[name] = value
	}
	key.pairWith(b, value, depth)
}

// lineText takes the rest of a line for a plain scalar: most likely it lacks
// quotes.
func (r *reader) lineText(g region) *Node {
	end := r.filledEnd(g)
	return &Node{Kind: Scalar, Text: r.norm[g.s:end], Range: r.rng(g.s, end), Comment: r.commentAfter(end)}
}

// skipAnchor is the offset behind an anchor, or behind the white space where
// there is none.
func (r *reader) skipAnchor(offset int) int {
	offset = r.spaces(offset)
	if r.at(offset) != '&' {
		return offset
	}
	for !r.indicator(offset - 1) {
		offset++
	}
	return r.spaces(offset)
}

func anchorName(s string) string {
	for i := 0; i < len(s); i++ {
		if isBlank(s[i]) {
			return s[:i]
		}
	}
	return s
}

// colon is the offset of the colon behind the key that a region begins with,
// -1 where it begins with none.
func (r *reader) colon(g region) int {
	l := &r.lines[g.line]
	i := g.s
	if end, ok := r.quotes[i]; ok {
		i = r.spaces(end)
		if i < l.end && r.norm[i] == ':' && r.indicator(i) {
			return i
		}
		return -1
	}
	switch r.at(i) {
	case '[', '{', '|', '>', '&', '!', '?', '"', '\'':
		return -1
	}
	for ; i < l.comment; i++ {
		if r.norm[i] == ':' && r.indicator(i) {
			return i
		}
	}
	return -1
}
