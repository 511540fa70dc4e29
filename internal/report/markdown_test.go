package report

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	gmtext "github.com/yuin/goldmark/text"

	"github.com/ismslint/ismslint/internal/verdict"
)

// called is what GitHub acts on in text after it is rendered.
var called = regexp.MustCompile(`(^|[^\pL\pN])@[\pL\pN]|(^|\W)#\d|\bGH-\d`)

// checkMarkdown reads a report as GitHub does: only our tables, links and HTML.
func checkMarkdown(t *testing.T, where, source string) {
	t.Helper()
	src := []byte(source)
	doc := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote)).Parser().Parse(gmtext.NewReader(src))
	err := ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Link:
			if !strings.HasPrefix(string(n.Destination), "https://github.example/example/isms/blob/0123abcd/") {
				t.Errorf("%s: link to %s", where, n.Destination)
			}
		case *ast.AutoLink:
			if n.AutoLinkType != ast.AutoLinkEmail { // it leads where it says
				t.Errorf("%s: address %s", where, n.URL(src))
			}
		case *ast.RawHTML:
			if html := string(n.Segments.Value(src)); html != "<br>" {
				t.Errorf("%s: HTML %s", where, html)
			}
		case *ast.HTMLBlock:
			if html := strings.TrimSpace(string(n.Lines().Value(src))); html != "</details>" && html != "<details><summary>What was taken for what</summary>" {
				t.Errorf("%s: HTML %s", where, html)
			}
		case *ast.Text:
			if value := string(n.Segment.Value(src)); called.MatchString(value) {
				t.Errorf("%s: calls %.60q", where, value)
			}
		case *extast.TableRow:
			if cells, heads := n.ChildCount(), n.Parent().FirstChild().ChildCount(); cells != heads {
				t.Errorf("%s: row of %d cells, not %d", where, cells, heads)
			}
		case *ast.Document, *ast.Heading, *ast.Paragraph, *ast.TextBlock, *ast.Emphasis, *ast.String,
			*extast.Table, *extast.TableHeader, *extast.TableCell:
		default:
			t.Errorf("%s: %s", where, n.Kind())
		}
		return ast.WalkContinue, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	// Rows are cut off by the parser where they are too long, so count the source.
	for _, line := range strings.Split(source, "\n") {
		if strings.HasPrefix(line, "|") && !strings.HasSuffix(line, "|") {
			t.Errorf("%s: a broken row %.80q", where, line)
		}
	}
}

// The text of a document comes out of markdown as it went in, but for what is
// taken out on purpose.
func TestMarkdownShowsTheTextAsItIs(t *testing.T) {
	for _, in := range []string{
		"*a* _b_ `c` [d](e) <f> &amp; #g | h ~~i~~ \\j $k$ ![l](m)", "1. a", "- a", "6.1.2 Risk", "100 % of {0}", "a_b_c.md:12", "**", "\\", "`", "a@b.example",
	} {
		var b bytes.Buffer
		if err := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough)).Convert([]byte(markdown(in)), &b); err != nil {
			t.Fatal(err)
		}
		shown := strings.NewReplacer("<p>", "", "</p>\n", "", "&lt;", "<", "&gt;", ">", "&quot;", `"`, "&amp;", "&").Replace(b.String())
		if shown != in {
			t.Errorf("%q is shown as %q", in, shown)
		}
	}
}

// FuzzMarkdown holds that no text becomes more than text.
func FuzzMarkdown(f *testing.F) {
	for _, s := range hostileTexts {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, in string) {
		r := verdict.Report{ISMSRecognised: true, Findings: []verdict.Finding{
			{Rule: in, Level: "error", Path: in, Line: 1, Message: in, Related: []verdict.Related{{Path: in, Line: 2, Message: in}}},
		}}
		r.Restrict(verdict.Scope{})
		links := Links{"https://github.example/example/isms/blob/0123abcd/", "#L", ""}
		checkMarkdown(t, fmt.Sprintf("%q", in), sheetOf(r, MarkdownOptions{Links: links}))
	})
}

func TestMarkdownIsCutBetweenRows(t *testing.T) {
	r := rich()
	for i := range 20000 {
		r.Findings = append(r.Findings, finding("supplier/review-due", "note", "a.md", i+1, strings.Repeat("word ", 20)))
	}
	r.Restrict(verdict.Scope{})
	for _, limit := range []int{0, minSheet, 100_000, MaxSummary} {
		got := sheetOf(r, MarkdownOptions{Limit: limit})
		most := limit
		if limit == 0 {
			most = MaxComment
		}
		if len(got) > most {
			t.Errorf("%d bytes, at most %d", len(got), most)
		}
		if !strings.Contains(got, " findings are not listed here.") || !strings.HasSuffix(got, "not an audit.\n") {
			t.Errorf("limit %d: what is left out is not said", limit)
		}
		checkMarkdown(t, fmt.Sprint(limit), got)
	}
}

func TestLinks(t *testing.T) {
	for _, test := range []struct {
		name string
		env  map[string]string
		want string
	}{
		{"none", nil, "a \\[b\\] (c).md:7"},
		{"GitHub", map[string]string{"GITHUB_SERVER_URL": "https://github.com", "GITHUB_REPOSITORY": "o/r", "GITHUB_SHA": "abc"},
			"[a \\[b\\] (c).md:7](https://github.com/o/r/blob/abc/a%20%5Bb%5D%20%28c%29.md?plain=1#L7)"},
		{"GitLab", map[string]string{"CI_PROJECT_URL": "https://gitlab.com/o/r", "CI_COMMIT_SHA": "abc"},
			"[a \\[b\\] (c).md:7](https://gitlab.com/o/r/-/blob/abc/a%20%5Bb%5D%20%28c%29.md?plain=1#L7)"},
		{"Bitbucket", map[string]string{"BITBUCKET_GIT_HTTP_ORIGIN": "https://bitbucket.org/o/r", "BITBUCKET_COMMIT": "abc"},
			"[a \\[b\\] (c).md:7](https://bitbucket.org/o/r/src/abc/a%20%5Bb%5D%20%28c%29.md#lines-7)"},
		{"no address", map[string]string{"GITHUB_SERVER_URL": "javascript:x", "GITHUB_REPOSITORY": "o/r", "GITHUB_SHA": "abc"}, "a \\[b\\] (c).md:7"},
	} {
		links := NewLinks(func(name string) string { return test.env[name] })
		if got := links.link("a [b] (c).md", 7); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
}
