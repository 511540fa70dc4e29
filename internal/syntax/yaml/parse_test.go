package yaml

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ismslint/ismslint/internal/syntax"
)

// dump writes a node as one line: quoted scalars in quotes, null as ~.
func dump(n *Node) string {
	var parts []string
	switch n.Kind {
	case Null:
		return "~"
	case Scalar:
		if n.Quoted {
			return fmt.Sprintf("%q", n.Text)
		}
		return n.Text
	case Sequence:
		for _, item := range n.Items {
			parts = append(parts, dump(item))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	}
	for _, p := range n.Pairs {
		parts = append(parts, p.Key+": "+dump(p.Value))
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

func dumpFile(f *File) string {
	var docs []string
	for _, d := range f.Documents {
		docs = append(docs, dump(d))
	}
	return strings.Join(docs, " --- ")
}

func problems(f *File) []string {
	var out []string
	for _, p := range f.Problems {
		out = append(out, fmt.Sprintf("%d:%d %s", p.Range.Start.Line, p.Range.Start.Column, p.Message))
	}
	return out
}

var fixtures = map[string]struct{ text, want string }{
	"scalars as written": {
		"a: 5.10\nb: 2026-01-01\nc: yes\nd: 0x1F\ne: 1_000\nf: ~\ng:\nh: null\ni: 1e3\nj: 0o7\nk: 12:30\nl: -1\nm: http://x.y/z#a\n",
		"{a: 5.10, b: 2026-01-01, c: yes, d: 0x1F, e: 1_000, f: ~, g: ~, h: ~, i: 1e3, j: 0o7, k: 12:30, l: -1, m: http://x.y/z#a}",
	},
	"quotes": {
		"a: 'it''s'\nb: \"x\\ty\\u00e4\\\"\\x41\\U0001F600\"\nc: ''\nd: \"\\ud83d\\ude00\"\ne: 'a\\b'\nf: \"~\"\n",
		`{a: "it's", b: "x\tyä\"A😀", c: "", d: "😀", e: "a\\b", f: "~"}`,
	},
	"over several lines": {
		"a: one\n  two\n\n  three\nb: 'x\n  y\n\n  z'\nc: \"x \\\n   y\\n\n  z\"\n",
		`{a: one two` + "\n" + `three, b: "x y\nz", c: "x y\n z"}`,
	},
	"block scalars": {
		"a: |\n  l1\n   l2\n\n  l3\n\nb: >\n  f1\n  f2\n\n  f3\n   more\n  f4\nc: |-\n  x\nd: >+\n  y\n\n\ne: |2\n    two\nf: |\n\ng: end\n",
		`{a: "l1\n l2\n\nl3\n", b: "f1 f2\nf3\n more\nf4\n", c: "x", d: "y\n\n\n", e: "  two\n", f: "", g: end}`,
	},
	"block scalar with what looks like YAML": {
		"a: |\n  b: 1\n  # no comment\n  - 'x\n\nc: 2\n",
		`{a: "b: 1\n# no comment\n- 'x\n", c: 2}`,
	},
	"block scalars in lists": {
		"- |\n a\n b\n- k: >\n    x\n    y\n  l: z\n- - |\n   deep\n  - z\n",
		`["a\nb\n", {k: "x y\n", l: z}, ["deep\n", z]]`,
	},
	"lists under keys": {
		"entries:\n- a: 1\n  b: 2\n- a: 3\n\n  # c\n  b: 4\nother:\n  - x\n  -\n  - y: z\n    w:\n    - 1\n    - 2\n    v: 3\n",
		"{entries: [{a: 1, b: 2}, {a: 3, b: 4}], other: [x, ~, {y: z, w: [1, 2], v: 3}]}",
	},
	"flow": {
		"a: [1, 2, {b: c, d: 'e, f'}]\ng: {\"h\":1, i: [], j: {}}\nk: [\n  a, b,\n  c\n]\nm: [\"a\",]\np: {a, b: }\n",
		`{a: [1, 2, {b: c, d: "e, f"}], g: {h: 1, i: [], j: {}}, k: [a, b, c], m: ["a"], p: {a: ~, b: ~}}`,
	},
	"anchors and merge keys": {
		"base: &b\n  x: 1\n  y: 2\nd:\n  <<: *b\n  y: 3\ne: *b\nf: &s text\ng: *s\ni:\n  - <<: [*b, {z: 1, x: 0}]\n    w: 9\n",
		"{base: {x: 1, y: 2}, d: {x: 1, y: 3}, e: {x: 1, y: 2}, f: text, g: text, i: [{x: 1, y: 2, z: 1, w: 9}]}",
	},
	"documents": {
		"%YAML 1.2\n---\na: 1\n---\nb: 2\n---\n# only a comment\n--- text\n--- |\n lit\n...\n---\n",
		`{a: 1} --- {b: 2} --- text --- "lit\n"`,
	},
	"CRLF": {
		"a: 1\r\nb:\r\n  - x\r\n  - |\r\n   l1\r\n   l2\r\nc: 'q\r\n  r'\r\n",
		`{a: 1, b: [x, "l1\nl2\n"], c: "q r"}`,
	},
	"CR":                   {"a: 1\rb: 2\r", "{a: 1, b: 2}"},
	"tags":                 {"a: !!str 1\nb: !own x\nc: !!map {a: 1}\nd: !!str\n", `{a: 1, b: x, c: {a: 1}, d: ""}`},
	"keys":                 {"\"a b\": 1\n'c': 2\n3: x\n? q\n: v\nü: ö\n\"x\" : y\n", "{a b: 1, c: 2, 3: x, q: v, ü: ö, x: y}"},
	"tabs between":         {"a:\tb\nc: d\t# x\ne: \"f\tg\"\n", `{a: b, c: d, e: "f\tg"}`},
	"indented all through": {"  a: 1\n  b:\n      c: 2\n      d:\n       - e\n", "{a: 1, b: {c: 2, d: [e]}}"},
	"quotes inside plain":  {"a: don't \"do\" it\nb: [don't, it's]\nc: x # 'y\n", "{a: don't \"do\" it, b: [don't, it's], c: x}"},
	"comments":             {"# h\na: 1 # x\nb: # z\n  # w\n  c: 1\n # odd\n  d: 2\ne: [1, # one\n  2 # [two\n  ] # end\n", "{a: 1, b: {c: 1, d: 2}, e: [1, 2]}"},
	"lists in lists":       {"- - a\n  - b\n- - - c\n- - x: 1\n    y: 2\n  - z\n", "[[a, b], [[c]], [{x: 1, y: 2}, z]]"},
	"text":                 {"just\n text\n", "just text"},
	"nothing":              {"# c\n\n", ""},
	"JSON":                 {"{\"a\": {\"b\": [1, {\"c\": null}]},\n \"d\": \"x\\ny\"}\n", `{a: {b: [1, {c: ~}]}, d: "x\ny"}`},
	"anchor before a list": {"a: &x\n- 1\nb: *x\nc: &y\nd: *y\n", "{a: [1], b: [1], c: ~, d: ~}"},
}

func TestParse(t *testing.T) {
	for name, f := range fixtures {
		t.Run(name, func(t *testing.T) {
			file := Parse(syntax.NewSource("x.yaml", f.text))
			if diff := cmp.Diff(f.want, dumpFile(file)); diff != "" {
				t.Error(diff)
			}
			if len(file.Problems) > 0 {
				t.Errorf("problems: %v", problems(file))
			}
			check(t, file)
		})
	}
}

func TestProblems(t *testing.T) {
	tests := map[string]struct {
		text, want string
		problems   []string
	}{
		"a key twice": {"a: 1\nb: 2\na: 3\n", "{a: 1, b: 2, a: 3}", []string{`3:1 key "a" stands twice; first in line 1`}},
		"a key twice in an entry": {
			"- a: 1\n  a: 2\n", "[{a: 1, a: 2}]", []string{`2:3 key "a" stands twice; first in line 1`},
		},
		"tab indents": {
			"entries:\n\t- id: 1\n\t  name: x\nb: 2\n", "{entries: [{id: 1, name: x}], b: 2}",
			[]string{"2:1 a tab indents this line; YAML allows only spaces there"},
		},
		"unclosed quote costs its own line": {
			"- id: R1\n  title: \"unclosed\n  owner: Jo\n- id: R2\n  title: x\n",
			`[{id: R1, title: "unclosed", owner: Jo}, {id: R2, title: x}]`,
			[]string{"2:10 this quote is not closed"},
		},
		"a broken entry costs only itself": {
			"version: 1\nentries:\n  - id: R1\n    title: [a, b\n    owner: Jo\n  - id: R2\n    title: x: y\n    owner: Al\n  - id: R3\n",
			"{version: 1, entries: [{id: R1, title: ~, owner: Jo}, {id: R2, title: x: y, owner: Al}, {id: R3}]}",
			[]string{
				`4:12 this "[" is not closed`,
				`7:13 a second ": " stands on this line; put the value in quotes`,
			},
		},
		"stray text": {
			"a: 1\nstray\nb: 2\n", "{a: 1, b: 2}", []string{"2:1 a key with a colon is expected here"},
		},
		"deeper than its key": {
			"a: 1\n  b: 2\nc: 3\n", "{a: 1, c: 3}",
			[]string{"2:3 this does not belong to the value before it; check the indentation, or put the value in quotes"},
		},
		"list on the line of its key": {
			"a: - b\nc: 1\n", "{a: - b, c: 1}",
			[]string{"1:4 a list must begin on the line below its key; put the value in quotes if it is text"},
		},
		"no key":    {"a: 1\n[x]: 2\nb: 3\n", "{a: 1, b: 3}", []string{"2:4 a key is expected before this colon"}},
		"no anchor": {"a: *x\nb: 1\n", "{a: ~, b: 1}", []string{`1:4 no anchor "&x" stands before this alias`}},
		"unknown escape": {
			"a: \"x\\qy\"\n", `{a: "x\\qy"}`,
			[]string{`1:6 YAML does not know this escape; write \\ for a backslash, or use single quotes`},
		},
		"reserved":      {"a: @x\nb: 1\n", "{a: ~, b: 1}", []string{`1:4 a value cannot begin with "@"; put it in quotes`}},
		"merge of text": {"<<: x\na: 1\n", "{a: 1}", []string{`1:1 "<<" merges mappings, and this value is none`}},
		"column after umlauts": {
			"ä: [ü, ö\nb: 1\n", "{ä: ~, b: 1}", []string{`1:4 this "[" is not closed`},
		},
		"line in a CRLF file": {
			"a: 1\r\nb: \"x\r\nc: 2\r\n", `{a: 1, b: "x", c: 2}`, []string{"2:4 this quote is not closed"},
		},
		"self": {"a: &x [*x]\n", "{a: [~]}", []string{`1:8 no anchor "&x" stands before this alias`}},
		"second document": {
			"a: 1\n---\nb: [\n---\nc: 3\n", "{a: 1} --- {b: ~} --- {c: 3}", []string{`3:4 this "[" is not closed`},
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			file := Parse(syntax.NewSource("x.yaml", test.text))
			if diff := cmp.Diff(test.want, dumpFile(file)); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff(test.problems, problems(file)); diff != "" {
				t.Error(diff)
			}
			check(t, file)
		})
	}
}

func TestRanges(t *testing.T) {
	const text = "ä: ö # who\r\nq: 'it''s'\r\nempty:   # later\r\nlast:\r\nblock: >- # fold\r\n  one\r\n  two\r\n\r\nlist:\r\n- a: 1\r\n  b: [x, {y: z}] # in\r\n-\r\n"
	file := Parse(syntax.NewSource("x.yaml", text))
	root := file.Documents[0]
	tests := []struct {
		node           *Node
		slice, comment string
	}{
		{root.Get("ä"), "ö", "who"},
		{root.Get("q"), "'it''s'", ""},
		{root.Get("empty"), "   ", "later"},
		{root.Get("last"), "", ""},
		{root.Get("block"), "one\r\n  two", "fold"},
		{root.Get("list"), "- a: 1\r\n  b: [x, {y: z}] # in\r\n-", ""},
		{root.Get("list").Items[0], "a: 1\r\n  b: [x, {y: z}]", ""},
		{root.Get("list").Items[0].Get("b"), "[x, {y: z}]", "in"},
		{root.Get("list").Items[0].Get("b").Items[1], "{y: z}", ""},
		{root.Get("list").Items[1], "", ""},
	}
	for _, test := range tests {
		if got := file.Source.Slice(test.node.Range); got != test.slice {
			t.Errorf("range is %q, want %q", got, test.slice)
		}
		if test.node.Comment != test.comment && test.comment != "" {
			t.Errorf("comment of %q is %q, want %q", test.slice, test.node.Comment, test.comment)
		}
	}
	if got := root.Get("last").Range.Start; got != (syntax.Position{Line: 4, Column: 6}) {
		t.Errorf("empty value at %v", got)
	}
}

func TestParseAt(t *testing.T) {
	const text = "---\r\nowner: Jo\r\nver: 5.10\r\n---\r\n# ä\r\n"
	start, end := strings.Index(text, "owner"), strings.LastIndex(text, "---")
	file := ParseAt(syntax.NewSource("x.md", text), start, end)
	got := file.Documents[0].Get("ver")
	want := syntax.Range{Start: syntax.Position{Line: 3, Column: 6}, End: syntax.Position{Line: 3, Column: 10}}
	if got.Range != want || got.Text != "5.10" {
		t.Errorf("got %+v", got)
	}
	if f := ParseAt(syntax.NewSource("x.md", text), 90, -3); len(f.Documents) > 0 {
		t.Error("documents outside the text")
	}
}

func TestBounds(t *testing.T) {
	bomb := "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
	for i := 1; i < 12; i++ {
		bomb += fmt.Sprintf("a%d: &a%d [%s]\n", i, i, strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*a%d, ", i-1), 10), ", "))
	}
	chain := "a0: &a0 [x]\n"
	for i := 1; i < 100; i++ {
		chain += fmt.Sprintf("a%d: &a%d [*a%d]\n", i, i, i-1)
	}
	tests := map[string]struct{ text, message string }{
		"bomb":     {bomb, "aliases expand to more than 100000 values"},
		"chain":    {chain, "this is nested more than 64 levels deep"},
		"brackets": {"a: " + strings.Repeat("[", 2000) + "\nb: 1\n", "this is nested more than 64 levels deep"},
		"dashes":   {strings.Repeat("- ", 2000) + "x\n", "this is nested more than 64 levels deep"},
		"braces":   {"a: " + strings.Repeat("{a: ", 70) + strings.Repeat("}", 70), "this is nested more than 64 levels deep"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			file := Parse(syntax.NewSource("x.yaml", test.text))
			if all := strings.Join(problems(file), "\n"); !strings.Contains(all, test.message) {
				t.Errorf("problems: %.300s", all)
			}
			if n := count(file); n > 2*maxExpanded {
				t.Errorf("%d nodes", n)
			}
		})
	}
}

func count(f *File) int {
	n := 0
	for _, d := range f.Documents {
		walk(d, func(*Node) { n++ })
	}
	return n
}

func walk(n *Node, visit func(*Node)) {
	visit(n)
	for _, p := range n.Pairs {
		walk(p.Value, visit)
	}
	for _, item := range n.Items {
		walk(item, visit)
	}
}
