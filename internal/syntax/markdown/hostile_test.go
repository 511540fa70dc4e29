package markdown

import (
	"strings"
	"testing"
	"time"

	"github.com/ismslint/ismslint/internal/syntax"
)

// hostile are texts of about n bytes on which a careless parser takes
// quadratic time or memory.
func hostile(n int) map[string]string {
	rep := func(s string) string { return strings.Repeat(s, n/len(s)) }
	half := func(s string) string { return strings.Repeat(s, n/2/len(s)) }
	shapes := map[string]string{}
	for _, s := range []string{
		"[", "]", "![", "[a](", "[a](<", "[a](b ", "[a](b \"", "[](", "[[a]", "[a][b", "[a]", "[a] ", "`a ``b ", "*a ", "_a ", "*a _b ",
		"a**b c* ", "**a *b ", "~~a ", "~a ", "*", "*_", "<a ", "<a", "<!-- ", "<? ", "<!A ", "<![CDATA[", "<a b='", "<a b=\"' ", "&a", "&", "\\",
		"<a:", "http://", "http://a) ", "> ", "- ", ">", "1. ", "* ", "+ >", "> a\n", "# a\n", "a\n=\n", "a\n-\n", "a\n", "a |\n-|\n", "\t", "-\t",
		"<div>\n", "<div>\n\n", "```\n\n", "~~~\n", "<table>", "<table><tr><td>", "<td colspan=1000>", "<td rowspan=1000><tr>", "<h1>", "<h1>a</h1>\n",
		"<s>", "<s>a</s>", "<a href=b>", "<script>", "**a:** ", "**a:**|", "**a:**\n", "> a: b\n", "> **a:** b\n", "[a]: b\n", "[a]: <b", "[a]: b \"",
		"|", "|a\n", "|a|\n|-|\n", "|a|\n|-|\n\n|b|\n\n", "# a | b\n", "---\n", "- a: b\n", "a: b. ", "a: b\n", "a", "\r", "\x00", "é", "$", "(", "![a](b)\n", "[a](b)",
		"- a\n\n", "* * *\n", "  - a\n",
	} {
		shapes[s] = rep(s)
	}
	var ticks, indent strings.Builder
	for i := 1; ticks.Len() < n; i++ {
		ticks.WriteString(strings.Repeat("`", i) + "a ")
	}
	for i := 0; indent.Len() < n; i++ {
		indent.WriteString(strings.Repeat(" ", 2*i) + "- a\n")
	}
	shapes["runs of backticks"] = ticks.String()
	shapes["indented lists"] = indent.String()
	shapes["indented lists, then blank"] = indent.String()[:indent.Len()/2] + half("\n")
	shapes["nested lists, then blank"] = half("- ") + "a" + half("\n")
	shapes["nested quotes, then lazy"] = half(">") + "a\n" + half("b\n")
	shapes["wide table"] = half("|a") + "|\n" + half("|-") + "|\n" + half("|a")
	shapes["wide table, short rows"] = strings.Repeat("|a", n/8) + "|\n" + strings.Repeat("|-", n/8) + "|\n" + half("|a|\n")
	shapes["1000 columns, short rows"] = strings.Repeat("|a", 1000) + "|\n" + strings.Repeat("|-", 1000) + "|\n" + rep("|a|\n")
	shapes["escaped pipes"] = "|a|\n|-|\n" + rep("|`\\|`")
	shapes["defined references"] = "[a]: b\n\n" + rep("[a] ")
	shapes["defined, nested"] = "[a]: b\n\n" + half("[") + half("a]")
	shapes["brackets, defined"] = "[a]: b\n\n" + half("[a") + half("]")
	shapes["emphasis in links"] = rep("[*a](b)*")
	shapes["emphasis, nested"] = half("*a **b") + half("** *")
	shapes["quote in code"] = "a: b\n---\n" + rep("> ```\n")
	shapes["front, no end"] = "---\n" + rep("a: b\n")
	shapes["title, plain lines"] = "# a\n" + rep("a: b ")
	shapes["title, italics"] = "# a\n*" + rep("a: b. ") + "*"
	shapes["title, bold"] = "# a\n**" + rep("a: b\n") + "**"
	shapes["same headings"] = rep("# a\n# a-1\n")
	shapes["html table, links"] = "<table><tr>" + rep("<td><a href=x>b</a>")
	return shapes
}

// TestHostileShapes holds the work on hostile input near linear: a bound that
// quadratic work misses by far, even on a slow machine.
func TestHostileShapes(t *testing.T) {
	const size, bound = 50_000, 2 * time.Second
	for name, text := range hostile(size) {
		began := time.Now()
		d := Parse(syntax.NewSource("hostile.md", text))
		if took := time.Since(began); took > bound {
			t.Errorf("%q: %v", name, took)
		}
		if d.Sections == nil {
			t.Errorf("%q: no sections", name)
		}
	}
}
