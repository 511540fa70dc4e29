// Package yaml parses YAML into nodes with positions. It knows nothing of an
// ISMS.
package yaml

import "github.com/ismslint/ismslint/internal/syntax"

// File is one parsed file; several documents where "---" divides them. Empty
// documents are left out.
type File struct {
	Source    *syntax.Source
	Documents []*Node
	// Comments are where comments stand, from the "#" to the end of the line.
	Comments []syntax.Range
	Problems []syntax.Problem
}

// Kind says what a node is.
type Kind uint8

// The kinds of nodes.
const (
	Null Kind = iota
	Scalar
	Mapping
	Sequence
)

// Node is a value with its place. Aliases are resolved, within bounds, and
// point at the place of their use.
type Node struct {
	Kind Kind
	// Text is a scalar as written: quotes and escapes resolved, block scalars
	// folded, but numbers, dates and booleans never decoded (5.10 stays "5.10").
	// "" for a null.
	Text string
	// Quoted is true for scalars in quotes and for block scalars.
	Quoted bool
	// Pairs of a mapping, in the file's order. A repeated key is kept, and is a
	// problem.
	Pairs []Pair
	// Items of a sequence.
	Items []*Node
	// Range is the value's own text; of an empty value, the gap after its key.
	Range syntax.Range
	// Comment is the comment on the value's own line, without "#".
	Comment string
}

// Pair is an entry of a mapping.
type Pair struct {
	Key      string
	KeyRange syntax.Range
	Value    *Node
}

// Get is the value of a key, nil where a mapping does not have it or n is no
// mapping.
func (n *Node) Get(key string) *Node {
	if n == nil {
		return nil
	}
	for i := range n.Pairs {
		if n.Pairs[i].Key == key {
			return n.Pairs[i].Value
		}
	}
	return nil
}
