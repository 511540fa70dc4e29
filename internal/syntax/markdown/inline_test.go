package markdown

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ismslint/ismslint/internal/syntax"
)

func parse(text string) *Document { return Parse(syntax.NewSource("test.md", text)) }

func TestText(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"plain", "a b", "a b"},
		{"emphasis", "*a* _b_ **c** __d__ ***e***", "a b c d e"},
		{"nested", "**a *b* c**", "a b c"},
		{"unbalanced", "**a* b", "*a b"},
		{"inside words", "snake_case_name a*b*c", "snake_case_name abc"},
		{"no emphasis", "2 * 3 * 4 and a ** b", "2 * 3 * 4 and a ** b"},
		{"rule of three", "*foo**bar*", "foo**bar"},
		{"uneven runs", "foo***bar**baz", "foo*barbaz"},
		{"struck", "~~a~~ ~b~ ~~~c", "a b ~~~c"},
		{"code", "`a*b*` ``c ` d`` ` e `", "a*b* c ` d e"},
		{"open code", "`a *b*", "`a b"},
		{"escapes", `\*a\* \\ \d 1\.`, `*a* \ \d 1.`},
		{"entities", "&lt;&amp;&#65;&#x42; &nosuch; AT&T &copy", "<&AB &nosuch; AT&T &copy"},
		{"ampersand and later entity", "a & b *c* &amp; d", "a & b c & d"},
		{"no-break space", "a&nbsp;b", "a b"},
		{"line break", "a<br>b<br/>c", "a\nb\nc"},
		{"hard break", "a  \nb\\\nc\nd", "a\nb\nc d"},
		{"tags", "<b>a</b> <span class=\"x>y\">b</span> 1 < 2", "a b 1 < 2"},
		{"comment", "a <!-- b --> c", "a c"},
		{"link", "[a *b*](c \"t\") [d](<e f>)", "a b d"},
		{"brackets", "[a] [ ] [b](c", "[a] [ ] [b](c"},
		{"image", "![alt *x*](u) <img src=u alt='other'>", "alt x other"},
		{"badge in a link", "[![build](b.svg)](ci)", "build"},
		{"link in a link", "[a [b](c) d](e)", "[a b d](e)"},
		{"autolink", "<https://a.example/x_y_z> <me@a.example>", "https://a.example/x_y_z me@a.example"},
		{"bare URL", "https://a.example/x_y_z_.", "https://a.example/x_y_z_."},
		{"emoji stay", "🔥 hot", "🔥 hot"},
		{"umlauts", "**Geltungsbereich:** Büro in Köln", "Geltungsbereich: Büro in Köln"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			blocks := parse(test.in).Sections[0].Blocks
			if len(blocks) != 1 || blocks[0].Text != test.want {
				t.Errorf("%q: got %+v, want %q", test.in, blocks, test.want)
			}
		})
	}
}

func TestLinks(t *testing.T) {
	tests := []struct {
		name, in string
		want     []Link // Section and the raw text as Text of the range
		raw      []string
	}{
		{"inline", "[a](b.md \"t\")", []Link{{Target: "b.md", Text: "a"}}, []string{"a"}},
		{"parentheses", "[a](b_(c).md)", []Link{{Target: "b_(c).md", Text: "a"}}, []string{"a"}},
		{"escapes", `[a](b\)c&amp;d)`, []Link{{Target: "b)c&d", Text: "a"}}, []string{"a"}},
		{"query", "[a](b?x=1&copy=2)", []Link{{Target: "b?x=1&copy=2", Text: "a"}}, []string{"a"}},
		{"no text", "[](b.md)", []Link{{Target: "b.md"}}, []string{"b.md"}},
		{"no target", "[a]()", []Link{{Text: "a"}}, []string{"a"}},
		{"image", "![a](b.png)", []Link{{Target: "b.png", Text: "a", Image: true}}, []string{"a"}},
		{"image, no alt", "![](b.png)", []Link{{Target: "b.png", Image: true}}, []string{"b.png"}},
		{"reference", "[a][B]\n\n[b]: c.md", []Link{{Target: "c.md", Text: "a"}}, []string{"a"}},
		{"collapsed", "[b][]\n\n[b]: c.md", []Link{{Target: "c.md", Text: "b"}}, []string{"b"}},
		{"shortcut", "[b]\n\n[b]: c.md", []Link{{Target: "c.md", Text: "b"}}, []string{"b"}},
		{"undefined", "[a][b]", nil, nil},
		{"first wins", "[b]\n\n[b]: c.md\n[b]: d.md", []Link{{Target: "c.md", Text: "b"}}, []string{"b"}},
		{"with titles", "[b] [c]\n\n[b]: <d e> 'f'\n[c]:\n  g.md\n  \"h\"", []Link{{Target: "d e", Text: "b"}, {Target: "g.md", Text: "c"}}, []string{"b", "c"}},
		{"no definition", "[b]\n\n[b]: c d\n\ntext\n[b]: e", nil, nil},
		{"in code", "`[a](b)`", nil, nil},
		{"pointed", "<https://a.example>", []Link{{Target: "https://a.example", Text: "https://a.example"}}, []string{"https://a.example"}},
		{"mail", "<me@a.example>", []Link{{Target: "mailto:me@a.example", Text: "me@a.example"}}, []string{"me@a.example"}},
		{"bare", "(see https://a.example/b).", []Link{{Target: "https://a.example/b", Text: "https://a.example/b"}}, []string{"https://a.example/b"}},
		{"bare in a link", "[https://a.example](b)", []Link{{Target: "b", Text: "https://a.example"}}, []string{"https://a.example"}},
		{"badge", "[![a](b.svg)](c)", []Link{{Target: "c", Text: "a"}, {Target: "b.svg", Text: "a", Image: true}}, []string{"![a](b.svg)", "a"}},
		{"HTML", `x <a href="b.md">a</a>`, []Link{{Target: "b.md", Text: "a"}}, []string{"a"}},
		{"multi-byte before", "äöü [é](b.md)", []Link{{Target: "b.md", Text: "é"}}, []string{"é"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := parse(test.in)
			var raw []string
			for i := range d.Links {
				raw = append(raw, d.Source.Slice(d.Links[i].Range))
				d.Links[i].Range = syntax.Range{}
			}
			if diff := cmp.Diff(test.want, d.Links); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(test.raw, raw); diff != "" {
				t.Errorf("ranges (-want +got):\n%s", diff)
			}
		})
	}
}

func TestDefinitionsAreNoText(t *testing.T) {
	d := parse("[a]: b\n[c]: d 'e'\ntext\n\n[f]: g\n\n| h |\n|---|\n| [f] |\n")
	if blocks := d.Sections[0].Blocks; len(blocks) != 1 || blocks[0].Text != "text" || len(d.Links) != 1 {
		t.Errorf("blocks %+v, links %+v", blocks, d.Links)
	}
}

func TestLinkSections(t *testing.T) {
	d := parse("[a](a)\n\n<h1><a href=\"b\">B</a></h1>\n\n[c](c)\n\n## [d](d)\n")
	var got []int
	for _, l := range d.Links {
		got = append(got, l.Section)
	}
	if diff := cmp.Diff([]int{0, 1, 1, 2}, got); diff != "" {
		t.Error(diff)
	}
}

func TestComments(t *testing.T) {
	d := parse("<!-- one -->\n\na <!-- two\nlines --> b\n\n- x <!----> y\n\n<!-- open")
	var got []string
	for _, c := range d.Comments {
		got = append(got, c.Text)
	}
	if diff := cmp.Diff([]string{"one", "two\nlines", ""}, got); diff != "" {
		t.Error(diff)
	}
	if text := d.Sections[0].Blocks[0].Text; text != "a b" {
		t.Errorf("text %q", text)
	}
}

func TestBlocks(t *testing.T) {
	in := strings.Join([]string{
		"one", "two", "", "- a", "  - b", "- [x] c", "- [ ] d", "- [y] e", "-", "", "> q", ">", "> - r", "",
		"```go", "x := 1", "", "```", "", "    indented", "", "<div>", "<b>h</b> &lt;", "</div>", "", "***",
	}, "\n")
	want := []Block{
		{Kind: Paragraph, Text: "one two"},
		{Kind: Item, Text: "a"},
		{Kind: Item, Text: "b"},
		{Kind: Task, Text: "c", Checked: true},
		{Kind: Task, Text: "d"},
		{Kind: Item, Text: "[y] e"},
		{Kind: Item},
		{Kind: Quote, Text: "q"},
		{Kind: Item, Text: "r"},
		{Kind: Code, Text: "x := 1\n"},
		{Kind: Code, Text: "indented"},
		{Kind: HTML, Text: "h <"},
	}
	d := parse(in)
	got := d.Sections[0].Blocks
	for i := range got {
		got[i].Range = syntax.Range{}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
