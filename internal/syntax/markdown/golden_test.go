package markdown

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ismslint/ismslint/internal/syntax"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func TestGolden(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.md")
	if len(files) == 0 {
		t.Fatal("no documents in testdata")
	}
	for _, path := range files {
		t.Run(filepath.Base(path), func(t *testing.T) {
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			got := dump(Parse(syntax.NewSource(path, string(data))))
			golden := strings.TrimSuffix(path, ".md") + ".golden"
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// dump writes all of a document down, one thing a line.
func dump(d *Document) string {
	var b strings.Builder
	if d.Front != nil {
		fmt.Fprintf(&b, "front %s mapping=%t\n", at(d.Front.Range), d.Front.Mapping != nil)
	}
	for i, s := range d.Sections {
		fmt.Fprintf(&b, "section %d level=%d parent=%d %s heading=%s %q number=%q slug=%q\n",
			i, s.Level, s.Parent, at(s.Range), at(s.HeadingRange), s.Heading, s.Number, s.Slug)
		for _, block := range s.Blocks {
			fmt.Fprintf(&b, "  %s %s checked=%t %q\n", kindNames[block.Kind], at(block.Range), block.Checked, block.Text)
		}
	}
	for i, t := range d.Tables {
		fmt.Fprintf(&b, "table %d section=%d html=%t %s\n", i, t.Section, t.HTML, at(t.Range))
		for _, row := range append([]syntax.Row{t.Header}, t.Rows...) {
			fmt.Fprintf(&b, "  row %s surplus=%d lacking=%d\n", at(row.Range), row.Surplus, row.Lacking)
			for _, c := range row.Cells {
				fmt.Fprintf(&b, "    %s %q links=%q struck=%t\n", at(c.Range), c.Text, c.Links, c.Struck)
			}
		}
	}
	for _, f := range d.Fields {
		fmt.Fprintf(&b, "field %s section=%d end=%t %s %q %s %q\n", f.Carrier, f.Section, f.AtEnd, at(f.KeyRange), f.Key, at(f.Range), f.Value)
	}
	for _, l := range d.Links {
		fmt.Fprintf(&b, "link section=%d image=%t %s %q %q\n", l.Section, l.Image, at(l.Range), l.Text, l.Target)
	}
	for _, c := range d.Comments {
		fmt.Fprintf(&b, "comment %s %q\n", at(c.Range), c.Text)
	}
	for _, p := range d.Problems {
		fmt.Fprintf(&b, "problem %s %s\n", at(p.Range), p.Message)
	}
	return b.String()
}

var kindNames = map[BlockKind]string{Paragraph: "paragraph", Item: "item", Task: "task", Quote: "quote", Code: "code", HTML: "html"}

func at(r syntax.Range) string {
	return fmt.Sprintf("%d:%d-%d:%d", r.Start.Line, r.Start.Column, r.End.Line, r.End.Column)
}
