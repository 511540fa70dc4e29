package isms

import (
	"strconv"

	"github.com/open-policy-agent/opa/v1/ast"
)

// positions collects a `_pos`. add is for keys known to be distinct; addNew is
// for keys that the repository chose, and must come after all add.
type positions struct {
	keys  []*ast.Term
	pos   []Pos
	seen  map[string]struct{}
	items [][2]*ast.Term
	text  []byte
	ends  []int
	// elements are the keys of list elements, made once.
	elements map[element]*ast.Term
}

type element struct {
	field string
	index int
}

// manyKeys is the number of keys from which a map is faster than looking at each.
const manyKeys = 48

// positions starts a `_pos`. The scratch is the lowering's: one at a time.
func (l *lowering) positions(own Pos) *positions {
	ps := &l.scratch
	ps.keys, ps.pos, ps.seen = ps.keys[:0], ps.pos[:0], nil
	if own.IsZero() {
		own = start
	}
	ps.keys, ps.pos = append(ps.keys, keyDot), append(ps.pos, own)
	return ps
}

func (ps *positions) add(key *ast.Term, pos Pos) {
	if pos.IsZero() {
		return
	}
	ps.keys, ps.pos = append(ps.keys, key), append(ps.pos, pos)
}

func (ps *positions) addNew(key string, pos Pos) {
	if pos.IsZero() || !ps.claim(key) {
		return
	}
	ps.add(str(key), pos)
}

// addOwn makes key stand where the object itself stands, where it is not known.
func (ps *positions) addOwn(key string) { ps.addNew(key, ps.pos[0]) }

func (ps *positions) addParts(parts []Part) {
	for i := range parts {
		ps.addNew(parts[i].Key, parts[i].Pos)
	}
}

// addElements adds the elements of a field of the catalogue, whose name has no
// "/": their keys are distinct.
func (ps *positions) addElements(field string, list []Pos) {
	for i, pos := range list {
		at := element{field, i}
		key := ps.elements[at]
		if key == nil {
			key = ast.StringTerm(field + "/" + strconv.Itoa(i))
			ps.elements[at] = key
		}
		ps.add(key, pos)
	}
}

// claim says whether key is new.
func (ps *positions) claim(key string) bool {
	if len(ps.keys) < manyKeys {
		for _, have := range ps.keys {
			if string(have.Value.(ast.String)) == key {
				return false
			}
		}
		return true
	}
	if ps.seen == nil {
		ps.seen = make(map[string]struct{}, 2*len(ps.keys))
		for _, have := range ps.keys {
			ps.seen[string(have.Value.(ast.String))] = struct{}{}
		}
	}
	if _, ok := ps.seen[key]; ok {
		return false
	}
	ps.seen[key] = struct{}{}
	return true
}

// term makes the object. The texts of all positions are parts of one string.
func (ps *positions) term() *ast.Term {
	ps.text, ps.ends, ps.items = ps.text[:0], ps.ends[:0], ps.items[:0]
	for _, pos := range ps.pos {
		ps.text = pos.append(ps.text)
		ps.ends = append(ps.ends, len(ps.text))
	}
	text, from := string(ps.text), 0
	terms := make([]ast.Term, len(ps.keys))
	for i, key := range ps.keys {
		terms[i].Value = ast.String(text[from:ps.ends[i]])
		from = ps.ends[i]
		ps.items = append(ps.items, ast.Item(key, &terms[i]))
	}
	return ast.ObjectTerm(ps.items...)
}
