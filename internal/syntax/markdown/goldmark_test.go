package markdown

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"

	"github.com/ismslint/ismslint/internal/syntax"
)

var reference = goldmark.New(goldmark.WithExtensions(extension.Strikethrough)).Parser()

// goldmarkText is what goldmark takes a paragraph's text to be; false where
// the source is no single paragraph.
func goldmarkText(source string) (string, bool) {
	raw := []byte(source)
	root := reference.Parse(text.NewReader(raw))
	if root.ChildCount() != 1 || root.FirstChild().Kind() != ast.KindParagraph {
		return "", false
	}
	var b strings.Builder
	_ = ast.Walk(root.FirstChild(), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			writeNode(&b, n, raw)
		}
		return ast.WalkContinue, nil
	})
	return tidy(b.String()), true
}

func writeNode(b *strings.Builder, n ast.Node, raw []byte) {
	switch n := n.(type) {
	case *ast.Text:
		value := string(n.Value(raw))
		if !n.IsRaw() {
			value = unescape(value)
		}
		b.WriteString(strings.ReplaceAll(value, "\n", " "))
		if n.HardLineBreak() {
			b.WriteString("\n")
		} else if n.SoftLineBreak() {
			b.WriteString(" ")
		}
	case *ast.AutoLink:
		b.Write(n.Label(raw))
	case *ast.RawHTML:
		html := string(n.Segments.Value(raw))
		if strings.HasPrefix(html, "<br") {
			b.WriteString("\n")
		}
		if t, ok := readTag(html, 0); ok && t.name == "img" {
			alt, _, _ := t.attr("alt")
			b.WriteString(alt)
		}
	}
}

// TestAgainstGoldmark compares the inline scanner with goldmark's, paragraph by
// paragraph. Reference links are left out: their definitions are elsewhere.
func TestAgainstGoldmark(t *testing.T) {
	for _, in := range []string{
		"*a **b** c*", "**a*b**c*", "***a** b*", "***a* b**", "a * b*c*", "*a*b", "_a_b _c_", "__a_b__c", "*(a)*b", "**\"a\"**b", "*a `*` b*",
		"[a *b](c) d*", "*[a*](b)", "[a](<b c> 'd \"e')", "[a](b(c(d)))", "[a] (b)", "[a](b c)", "![a ![b](c)](d)", "`` ` ``", "`a\nb`", "\\`a`", "`a\\`",
		"<a href='b'>c</a>", "<a href=b c>d", "< a>", "<a b='c\nd'>e", "<!-- a -- b --> c", "~~a *b~~ c*", "a\\\nb  \nc", "&amp;&#0;&x;",
		"<https://a.b> <http:c d> <e@f.g>", "**a:** b **c**: d", "2*3*4", "*日本*語", "**Köln**er", "«*a*»", "€*a*€",
	} {
		compare(t, in, parse(in).Sections[0].Blocks)
	}
	root := os.Getenv("ISMS_CORPORA")
	if root == "" {
		t.Log("ISMS_CORPORA is not set: compared a list of paragraphs only")
		return
	}
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".md") {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		d := Parse(syntax.NewSource(path, string(data)))
		for _, s := range d.Sections {
			for _, b := range s.Blocks {
				source := trimLines(d.Source.Slice(b.Range))
				if b.Kind < Quote && !strings.Contains(source, "][") {
					compare(t, source, []Block{b})
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func compare(t *testing.T, source string, blocks []Block) {
	t.Helper()
	want, ok := goldmarkText(source)
	if ok && (len(blocks) != 1 || blocks[0].Text != want) {
		t.Errorf("%q: got %+v, goldmark says %q", source, blocks, want)
	}
}

func trimLines(s string) string {
	lines := strings.Split(s, "\n")
	for i := range lines {
		lines[i] = strings.TrimLeft(lines[i], " \t")
	}
	return strings.Join(lines, "\n")
}
