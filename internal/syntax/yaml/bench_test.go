package yaml

import (
	"fmt"
	"strings"
	"testing"

	"github.com/ismslint/ismslint/internal/syntax"
)

// shapes are the texts whose reading must stay near linear in n.
var shapes = []struct {
	name string
	n    int
	text func(n int) string
}{
	{"sequence", 10_000, func(n int) string {
		return "entries:\n" + repeat(n, "  - id: RSK-%d\n    title: Loss of \"data\"\n    owner: Jo Doe # who\n    score: 5.10\n    tags: [a, b]\n    text: |\n      one\n      two\n")
	}},
	{"mapping", 10_000, func(n int) string {
		return "entries:\n" + repeat(n, "  RSK-%d:\n    title: Loss of data\n    owner: Jo Doe\n    score: 5.10\n")
	}},
	{"keys", 20_000, func(n int) string { return repeat(n, "key%d: value\n") }},
	{"nestedKeys", 20_000, func(n int) string { return "entries:\n" + repeat(n, "  key%d: value\n") }},
	{"documents", 5_000, func(n int) string { return repeat(n, "---\nid: %d\ntitle: x\n") }},
	{"anchors", 5_000, func(n int) string { return repeat(n, "a%[1]d: &n%[1]d {x: 1}\nb%[1]d: *n%[1]d\n") }},
	{"merges", 5_000, func(n int) string { return "base: &b {x: 1, y: 2}\n" + repeat(n, "m%d:\n  <<: *b\n  y: 3\n") }},
	{"brackets", 2_000, func(n int) string { return "a: " + strings.Repeat("[", n) + strings.Repeat("]", n) + "\nb: 1\n" }},
	{"dashes", 20_000, func(n int) string { return strings.Repeat("- ", n) + "x\n" }},
	{"indents", 1_000, func(n int) string {
		var b strings.Builder
		for i := range n {
			b.WriteString(strings.Repeat(" ", i) + "a:\n")
		}
		return b.String()
	}},
	{"flowSequence", 20_000, func(n int) string { return "a: [" + repeat(n, "x%d, ") + "]\n" }},
	{"flowMapping", 20_000, func(n int) string { return "a: {" + repeat(n, "x%d: 1, ") + "}\n" }},
	{"json", 5_000, func(n int) string { return "{\"a\": [" + repeat(n, "{\"id\": %d, \"t\": \"x y\"},\n") + "]}\n" }},
	{"jsonLine", 10_000, func(n int) string { return "{\"a\": [" + repeat(n, "{\"id\": %d, \"t\": \"x y\"},") + "]} # c\n" }},
	{"bigJSON", 5_000, func(n int) string {
		return "{\"a\": {" + repeat(n, "\"k%d\": {\"id\": [1,2], \"t\": \"x y\"},\n") + "}}\n"
	}},
	{"literal", 20_000, func(n int) string { return "a: |\n" + repeat(n, "  some text %d\n") }},
	{"plain", 20_000, func(n int) string { return "a:\n" + repeat(n, "  some text %d\n") }},
	{"quoted", 20_000, func(n int) string { return "a: \"" + repeat(n, "\tsome text %d\n  ") + "\"\n" }},
	{"comments", 50_000, func(n int) string { return "a: 1\n" + repeat(n, "# comment %d\n") + "b: 2\n" }},
	{"longLine", 200_000, func(n int) string { return "a: " + strings.Repeat("x ", n) + "\n" }},
	{"unclosed", 5_000, func(n int) string { return "e:\n" + repeat(n, "- id: %d\n  t: \"x\n  u: [y\n") }},
	{"openBrackets", 20_000, func(n int) string { return repeat(n, "a%d: [\n") }},
	{"tabs", 20_000, func(n int) string { return "a:\n" + repeat(n, "\tb%d: x\n") }},
	{"twice", 20_000, func(n int) string { return repeat(n, "a: %d\n") }},
	{"colons", 20_000, func(n int) string { return strings.Repeat("a: ", n) + "\n" }},
	{"questions", 5_000, func(n int) string { return repeat(n, "? a%d\n: b\n") }},
}

func repeat(n int, format string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

func BenchmarkParse(b *testing.B) {
	for _, shape := range shapes {
		for _, n := range []int{shape.n / 4, shape.n} {
			text := shape.text(n)
			b.Run(fmt.Sprintf("%s-%d", shape.name, n), func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					Parse(syntax.NewSource("x.yaml", text))
				}
			})
		}
	}
}
