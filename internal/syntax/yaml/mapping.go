package yaml

import (
	"fmt"

	"github.com/goccy/go-yaml/ast"

	"github.com/ismslint/ismslint/internal/syntax"
)

// mapping collects pairs until the merge keys can be applied: an explicit key
// goes before a merged one, wherever it stands.
type mapping struct {
	*reader
	node   *Node
	merges []merge
}

type merge struct {
	before int // index of the pair that stands behind it
	key    syntax.Range
	value  *Node
}

func (r *reader) newMapping(start int) *mapping {
	return &mapping{reader: r, node: &Node{Kind: Mapping, Range: r.rng(start, start)}}
}

func (m *mapping) add(p Pair) {
	m.node.Pairs = append(m.node.Pairs, p)
	m.extend(p.Value.Range.End)
}

func (m *mapping) merge(key syntax.Range, value *Node) {
	m.merges = append(m.merges, merge{before: len(m.node.Pairs), key: key, value: value})
	m.extend(value.Range.End)
}

func (m *mapping) extend(end syntax.Position) {
	last := m.node.Range.End
	if end.Line > last.Line || end.Line == last.Line && end.Column > last.Column {
		m.node.Range.End = end
	}
}

// finish reports repeated keys and applies merge keys.
func (m *mapping) finish() *Node {
	seen := make(map[string]int, len(m.node.Pairs))
	for i := range m.node.Pairs {
		p := &m.node.Pairs[i]
		if first, ok := seen[p.Key]; ok {
			m.report(p.KeyRange, fmt.Sprintf("key %q stands twice; first in line %d", p.Key, first))
			continue
		}
		seen[p.Key] = p.KeyRange.Start.Line
	}
	if len(m.merges) == 0 {
		return m.node
	}
	var pairs []Pair
	next := 0
	for _, merge := range m.merges {
		pairs = append(pairs, m.node.Pairs[next:merge.before]...)
		next = merge.before
		for _, p := range m.merged(merge) {
			if _, ok := seen[p.Key]; ok {
				continue
			}
			seen[p.Key] = p.KeyRange.Start.Line
			pairs = append(pairs, p)
		}
	}
	m.node.Pairs = append(pairs, m.node.Pairs[next:]...)
	return m.node
}

// merged is the pairs that a merge key brings in: of a mapping, or of a
// sequence of mappings.
func (m *mapping) merged(from merge) []Pair {
	switch from.value.Kind {
	case Mapping:
		return from.value.Pairs
	case Sequence:
		var pairs []Pair
		for _, item := range from.value.Items {
			pairs = append(pairs, item.Pairs...)
		}
		return pairs
	case Null:
		return nil
	}
	m.report(from.key, "\"<<\" merges mappings, and this value is none")
	return nil
}

func (r *reader) report(at syntax.Range, message string) {
	if len(r.problems) < maxProblems {
		r.problems = append(r.problems, syntax.Problem{Range: at, Message: message})
	}
}

// alias is a copy of what an anchor names.
func (p *piece) alias(n *ast.AliasNode, depth int) *Node {
	at := p.places[n.Start]
	name := p.name(n.Value.GetToken())
	at.end += len(name)
	if name == "" {
		p.problem(at.start, at.end, messages["undefined alias name"])
		return &Node{Kind: Null, Range: p.rng(at.start, at.end)}
	}
	target, ok := p.anchors[name]
	if !ok {
		p.problem(at.start, at.end, fmt.Sprintf("no anchor \"&%s\" stands before this alias", name))
		return &Node{Kind: Null, Range: p.rng(at.start, at.end)}
	}
	node := p.expand(target, p.rng(at.start, at.end), depth)
	node.Comment = p.commentAfter(at.end)
	return node
}

// expand copies a node to the place of an alias, within bounds.
func (r *reader) expand(n *Node, at syntax.Range, depth int) *Node {
	r.expanded++
	if r.expanded > maxExpanded {
		r.onceAt(at, fmt.Sprintf("aliases expand to more than %d values; the rest is left out", maxExpanded))
		return &Node{Kind: Null, Range: at}
	}
	if depth > maxDepth {
		r.onceAt(at, tooDeep)
		return &Node{Kind: Null, Range: at}
	}
	c := &Node{Kind: n.Kind, Text: n.Text, Quoted: n.Quoted, Range: at}
	for _, p := range n.Pairs {
		if r.expanded > maxExpanded {
			break
		}
		c.Pairs = append(c.Pairs, Pair{Key: p.Key, KeyRange: at, Value: r.expand(p.Value, at, depth+1)})
	}
	for _, item := range n.Items {
		if r.expanded > maxExpanded {
			break
		}
		c.Items = append(c.Items, r.expand(item, at, depth+1))
	}
	return c
}

func (r *reader) onceAt(at syntax.Range, message string) {
	if r.said[message] {
		return
	}
	if r.said == nil {
		r.said = map[string]bool{}
	}
	r.said[message] = true
	r.report(at, message)
}
