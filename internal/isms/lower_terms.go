package isms

import (
	"math"

	"github.com/open-policy-agent/opa/v1/ast"
)

// Terms that every model shares. Terms are never changed once made.
var (
	null        = ast.NullTerm()
	emptyString = ast.StringTerm("")
	emptyArray  = ast.ArrayTerm()
	emptyObject = ast.ObjectTerm()
	// emptyField is a field that is absent.
	emptyField = ast.ObjectTerm(ast.Item(keyRaw, emptyString), ast.Item(keyValue, null))
)

func str(s string) *ast.Term   { return ast.InternedTerm(s) }
func boolean(b bool) *ast.Term { return ast.InternedTerm(b) }
func integer(i int) *ast.Term  { return ast.InternedTerm(i) }
func array(t []*ast.Term) *ast.Term {
	if len(t) == 0 {
		return emptyArray
	}
	return ast.ArrayTerm(t...)
}

func strOrNull(s string) *ast.Term {
	if s == "" {
		return null
	}
	return str(s)
}

// number is null for what JSON cannot write.
func number(f float64) *ast.Term {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return null
	}
	if i := int(f); float64(i) == f && i >= -1<<31 && i <= 1<<31 {
		return integer(i)
	}
	return ast.FloatNumberTerm(f)
}

func numberOrNull(f *float64) *ast.Term {
	if f == nil {
		return null
	}
	return number(*f)
}

func stringArray(list []string) *ast.Term {
	if len(list) == 0 {
		return emptyArray
	}
	terms := make([]*ast.Term, len(list))
	for i, s := range list {
		terms[i] = str(s)
	}
	return ast.ArrayTerm(terms...)
}

func intArray(list []int) *ast.Term {
	if len(list) == 0 {
		return emptyArray
	}
	terms := make([]*ast.Term, len(list))
	for i, n := range list {
		terms[i] = integer(n)
	}
	return ast.ArrayTerm(terms...)
}

// distinct collects the items of an object whose keys the repository chose. The
// first of equal keys counts: an ast.Object made of equal keys is broken.
type distinct struct {
	seen  map[string]struct{}
	items [][2]*ast.Term
}

func newDistinct(n int) *distinct {
	return &distinct{seen: make(map[string]struct{}, n), items: make([][2]*ast.Term, 0, n)}
}

func (d *distinct) has(key string) bool {
	_, ok := d.seen[key]
	return ok
}

func (d *distinct) add(key string, value *ast.Term) {
	if d.has(key) {
		return
	}
	d.seen[key] = struct{}{}
	d.items = append(d.items, ast.Item(str(key), value))
}

func (d *distinct) term() *ast.Term {
	if len(d.items) == 0 {
		return emptyObject
	}
	return ast.ObjectTerm(d.items...)
}

// grouped collects lists under keys that the repository chose.
type grouped struct {
	index map[string]int
	keys  []string
	lists [][]*ast.Term
}

func newGrouped() *grouped { return &grouped{index: make(map[string]int)} }

func (g *grouped) add(key string, value *ast.Term) {
	i, ok := g.index[key]
	if !ok {
		i = len(g.keys)
		g.index[key] = i
		g.keys = append(g.keys, key)
		g.lists = append(g.lists, nil)
	}
	g.lists[i] = append(g.lists[i], value)
}

func (g *grouped) term() *ast.Term {
	if len(g.keys) == 0 {
		return emptyObject
	}
	items := make([][2]*ast.Term, len(g.keys))
	for i, key := range g.keys {
		items[i] = ast.Item(str(key), array(g.lists[i]))
	}
	return ast.ObjectTerm(items...)
}

// placeIndex is `input.isms.ids`.
type placeIndex = grouped

func newPlaceIndex() *placeIndex { return newGrouped() }

// nameSet is a set of names as an object, {name: true}.
func nameSet(names []string) *ast.Term {
	if len(names) == 0 {
		return emptyObject
	}
	out := newDistinct(len(names))
	for _, name := range names {
		out.add(name, boolean(true))
	}
	return out.term()
}
