package markdown

import (
	"strings"

	"github.com/ismslint/ismslint/internal/syntax"
	"github.com/ismslint/ismslint/internal/syntax/yaml"
)

// tomlReader reads front matter written as TOML into the nodes of YAML: keys,
// tables, strings, lists and what else is on one line. What it cannot read is a
// problem of its line, and the next line goes on.
type tomlReader struct {
	src      *syntax.Source
	at, end  int
	root     *yaml.Node
	problems []syntax.Problem
}

// tomlDepth bounds lists in lists and tables in tables, tomlLines how many keys
// and tables there are.
const (
	tomlDepth = 16
	tomlLines = 2000
)

func parseTOML(src *syntax.Source, start, end int) (*yaml.Node, []syntax.Problem) {
	r := tomlReader{src: src, at: start, end: end}
	r.root = &yaml.Node{Kind: yaml.Mapping, Range: src.Range(start, max(start, end-1))}
	table, lines := r.root, 0
	for r.skip(" \t\r\n"); r.at < r.end; r.skip(" \t\r\n") {
		line, before := r.at, len(r.problems)
		if lines++; lines > tomlLines {
			r.problem(line, "the front matter goes on for too long; the rest was not read")
			break
		}
		switch r.src.Text[r.at] {
		case '#':
		case '[':
			table = r.header()
		default:
			r.pair(table, 0)
		}
		if r.skip(" \t\r"); r.at < r.end && r.src.Text[r.at] != '\n' && r.src.Text[r.at] != '#' && len(r.problems) == before {
			r.problem(line, "this line of the front matter is no TOML")
		}
		r.toLineEnd()
	}
	return r.root, r.problems
}

func (r *tomlReader) skip(set string) {
	for r.at < r.end && strings.IndexByte(set, r.src.Text[r.at]) >= 0 {
		r.at++
	}
}

// skipAll skips blanks, line ends and comments, as inside a list.
func (r *tomlReader) skipAll() {
	for r.skip(" \t\r\n"); r.at < r.end && r.src.Text[r.at] == '#'; r.skip(" \t\r\n") {
		r.toLineEnd()
	}
}

func (r *tomlReader) toLineEnd() {
	for r.at < r.end && r.src.Text[r.at] != '\n' {
		r.at++
	}
}

func (r *tomlReader) is(c byte) bool { return r.at < r.end && r.src.Text[r.at] == c }

func (r *tomlReader) problem(from int, message string) {
	to := from
	for to < r.end && r.src.Text[to] != '\n' && r.src.Text[to] != '\r' {
		to++
	}
	r.problems = append(r.problems, syntax.Problem{Range: r.src.Range(from, to), Message: message})
}

// header reads [table] or [[list of tables]] and gives the table that the next
// lines fill.
func (r *tomlReader) header() *yaml.Node {
	start := r.at
	r.at++
	list := r.is('[')
	if list {
		r.at++
	}
	keys := r.keys()
	if len(keys) == 0 || !r.is(']') {
		r.problem(start, "this line of the front matter is no TOML")
		return &yaml.Node{Kind: yaml.Mapping, Range: r.src.Range(start, r.at)}
	}
	for r.is(']') {
		r.at++
	}
	last := len(keys) - 1
	if !list {
		return r.tableAt(r.root, keys)
	}
	parent := r.tableAt(r.root, keys[:last])
	sequence := parent.Get(keys[last].name)
	if sequence == nil || sequence.Kind != yaml.Sequence {
		sequence = &yaml.Node{Kind: yaml.Sequence, Range: keys[last].at}
		parent.Pairs = append(parent.Pairs, yaml.Pair{Key: keys[last].name, KeyRange: keys[last].at, Value: sequence})
	}
	item := &yaml.Node{Kind: yaml.Mapping, Range: keys[last].at}
	sequence.Items = append(sequence.Items, item)
	return item
}

// tableAt is the table below another one, made where it is not there.
func (r *tomlReader) tableAt(table *yaml.Node, keys []tomlKey) *yaml.Node {
	for _, key := range keys {
		next := table.Get(key.name)
		if next == nil || next.Kind != yaml.Mapping {
			next = &yaml.Node{Kind: yaml.Mapping, Range: key.at}
			table.Pairs = append(table.Pairs, yaml.Pair{Key: key.name, KeyRange: key.at, Value: next})
		}
		table = next
	}
	return table
}

type tomlKey struct {
	name string
	at   syntax.Range
}

// keys reads a key, or several with dots between them.
func (r *tomlReader) keys() []tomlKey {
	var keys []tomlKey
	for len(keys) < tomlDepth {
		r.skip(" \t")
		start := r.at
		if r.is('"') || r.is('\'') {
			text, at, ok := r.quoted()
			if !ok {
				return nil
			}
			keys = append(keys, tomlKey{text, at})
		} else {
			for r.at < r.end && isTOMLKey(r.src.Text[r.at]) {
				r.at++
			}
			if r.at == start {
				return nil
			}
			keys = append(keys, tomlKey{r.src.Text[start:r.at], r.src.Range(start, r.at)})
		}
		if r.skip(" \t"); !r.is('.') {
			return keys
		}
		r.at++
	}
	return nil
}

func isTOMLKey(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_' || c >= 0x80
}

// pair reads key = value into a table.
func (r *tomlReader) pair(table *yaml.Node, depth int) bool {
	start := r.at
	keys := r.keys()
	if len(keys) == 0 || !r.is('=') {
		r.problem(start, "this line of the front matter is no TOML")
		return false
	}
	r.at++
	r.skip(" \t")
	value, ok := r.value(depth)
	if !ok {
		r.problem(start, "the value on this line of the front matter is no TOML")
		return false
	}
	last := len(keys) - 1
	parent := r.tableAt(table, keys[:last])
	parent.Pairs = append(parent.Pairs, yaml.Pair{Key: keys[last].name, KeyRange: keys[last].at, Value: value})
	return true
}

func (r *tomlReader) value(depth int) (*yaml.Node, bool) {
	switch {
	case r.at >= r.end || depth > tomlDepth:
		return nil, false
	case r.is('"') || r.is('\''):
		text, at, ok := r.quoted()
		return &yaml.Node{Kind: yaml.Scalar, Text: text, Quoted: true, Range: at}, ok
	case r.is('['):
		return r.list(depth)
	case r.is('{'):
		return r.inline(depth)
	}
	start := r.at
	for r.at < r.end && !strings.ContainsRune(",]}#\r\n", rune(r.src.Text[r.at])) {
		r.at++
	}
	text := strings.TrimRight(r.src.Text[start:r.at], " \t")
	return &yaml.Node{Kind: yaml.Scalar, Text: text, Range: r.src.Range(start, start+len(text))}, text != ""
}

func (r *tomlReader) list(depth int) (*yaml.Node, bool) {
	start := r.at
	n := &yaml.Node{Kind: yaml.Sequence}
	for r.at++; ; {
		r.skipAll()
		if r.is(']') {
			r.at++
			n.Range = r.src.Range(start, r.at)
			return n, true
		}
		item, ok := r.value(depth + 1)
		if !ok {
			return nil, false
		}
		n.Items = append(n.Items, item)
		if r.skipAll(); r.is(',') {
			r.at++
		} else if !r.is(']') {
			return nil, false
		}
	}
}

func (r *tomlReader) inline(depth int) (*yaml.Node, bool) {
	start := r.at
	n := &yaml.Node{Kind: yaml.Mapping}
	for r.at++; ; {
		r.skip(" \t")
		if r.is('}') {
			r.at++
			n.Range = r.src.Range(start, r.at)
			return n, true
		}
		before := len(r.problems)
		if !r.pair(n, depth+1) {
			r.problems = r.problems[:before] // the line says it once
			return nil, false
		}
		if r.skip(" \t"); r.is(',') {
			r.at++
		} else if !r.is('}') {
			return nil, false
		}
	}
}

// tomlEscapes are what stands for what behind a backslash.
var tomlEscapes = strings.NewReplacer(`\\`, `\`, `\"`, `"`, `\n`, "\n", `\t`, "\t", `\r`, "")

// quoted reads a string and gives its text and place, without the quotes.
func (r *tomlReader) quoted() (string, syntax.Range, bool) {
	quote := r.src.Text[r.at : r.at+1]
	basic := quote == `"`
	if long := strings.Repeat(quote, 3); strings.HasPrefix(r.src.Text[r.at:r.end], long) {
		quote = long
	}
	start := r.at + len(quote)
	for i := start; i+len(quote) <= r.end; i++ {
		switch {
		case basic && r.src.Text[i] == '\\':
			i++
		case len(quote) == 1 && r.src.Text[i] == '\n':
			return "", syntax.Range{}, false
		case strings.HasPrefix(r.src.Text[i:r.end], quote):
			r.at = i + len(quote)
			text := r.src.Text[start:i]
			if basic {
				text = tomlEscapes.Replace(text)
			}
			return text, r.src.Range(start, i), true
		}
	}
	return "", syntax.Range{}, false
}
