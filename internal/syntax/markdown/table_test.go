package markdown

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ismslint/ismslint/internal/syntax"
)

// cells are the texts and the raw texts of a row.
func cells(d *Document, row syntax.Row) (texts, raws []string) {
	for _, c := range row.Cells {
		texts = append(texts, c.Text)
		raws = append(raws, d.Source.Slice(c.Range))
	}
	return texts, raws
}

func TestRows(t *testing.T) {
	tests := []struct {
		name, row        string
		texts, raws      []string
		surplus, lacking int
	}{
		{"full", "| a | b |", []string{"a", "b"}, []string{"a", "b"}, 0, 0},
		{"no outer pipes", "a | b", []string{"a", "b"}, []string{"a", "b"}, 0, 0},
		{"tight", "|a|b|", []string{"a", "b"}, []string{"a", "b"}, 0, 0},
		{"tabs", "|\ta\t|\tb |", []string{"a", "b"}, []string{"a", "b"}, 0, 0},
		{"empty", "|  | b |", []string{"", "b"}, []string{"  ", "b"}, 0, 0},
		{"no gap", "||b|", []string{"", "b"}, []string{"", "b"}, 0, 0},
		{"surplus", "| a | b | c |  |", []string{"a", "b", "c", ""}, []string{"a", "b", "c", "  "}, 2, 0},
		{"lacking", "| a |", []string{"a", ""}, []string{"a", ""}, 0, 1},
		{"escaped pipe", `| a \| b | c |`, []string{"a | b", "c"}, []string{`a \| b`, "c"}, 0, 0},
		{"escaped pipe in code", "| `a \\| b` | c |", []string{"a | b", "c"}, []string{"`a \\| b`", "c"}, 0, 0},
		{"pipe in code splits", "| `a | b` |", []string{"`a", "b`"}, []string{"`a", "b`"}, 0, 0},
		{"escaped backslash", `| a \\| b |`, []string{`a \`, "b"}, []string{`a \\`, "b"}, 0, 0},
		{"escaped last pipe", `| a | b \|`, []string{"a", "b |"}, []string{"a", `b \|`}, 0, 0},
		{"markup", "| **a** | [b](c) |", []string{"a", "b"}, []string{"**a**", "[b](c)"}, 0, 0},
		{"multi-byte", "| ä€ | 😀 |", []string{"ä€", "😀"}, []string{"ä€", "😀"}, 0, 0},
		{"break", "| a<br>b | c |", []string{"a\nb", "c"}, []string{"a<br>b", "c"}, 0, 0},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := parse("| H | I |\n|---|:-:|\n" + test.row + "\n")
			if len(d.Tables) != 1 || len(d.Tables[0].Rows) != 1 {
				t.Fatalf("tables %+v", d.Tables)
			}
			row := d.Tables[0].Rows[0]
			texts, raws := cells(d, row)
			if diff := cmp.Diff(test.texts, texts); diff != "" {
				t.Errorf("texts (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(test.raws, raws); diff != "" {
				t.Errorf("ranges (-want +got):\n%s", diff)
			}
			if row.Surplus != test.surplus || row.Lacking != test.lacking {
				t.Errorf("surplus %d, lacking %d", row.Surplus, row.Lacking)
			}
			if end := row.Cells[len(row.Cells)-1].Range.End; test.lacking > 0 && end != row.Range.End {
				t.Errorf("the lacking cell is at %v, the row ends at %v", end, row.Range.End)
			}
			checkInvariants(t, d)
		})
	}
}

func TestTables(t *testing.T) {
	tests := []struct {
		name, in string
		tables   int
		rows     int
	}{
		{"header only", "| a |\n|---|", 1, 0},
		{"one column", "| a |\n|---|\n| b |", 1, 1},
		{"after a paragraph", "text\n| a | b |\n|---|---|\n| c | d |", 1, 1},
		{"ended by a blank line", "a | b\n-|-\nc | d\n\ne | f", 1, 1},
		{"ended by a heading", "a | b\n-|-\nc | d\n# e", 1, 1},
		{"in a list", "- x\n\n  | a | b |\n  |---|---|\n  | c | d |", 1, 1},
		{"in a quote", "> | a | b |\n> |---|---|\n> | c | d |\n> | e | f |", 1, 2},
		{"other width", "| a | b |\n|---|\n| c | d |", 0, 0},
		{"no delimiter row", "| a | b |\n| c | d |", 0, 0},
		{"in code", "```\n| a |\n|---|\n```", 0, 0},
		{"CRLF", "| a |\r\n|---|\r\n| b |\r\n| c |\r\n", 1, 2},
		{"lone CR", "| a |\r|---|\r| b |\r", 1, 1},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := parse(test.in)
			if len(d.Tables) != test.tables || test.tables > 0 && len(d.Tables[0].Rows) != test.rows {
				t.Fatalf("tables %+v", d.Tables)
			}
			checkInvariants(t, d)
		})
	}
}

func TestStruck(t *testing.T) {
	for in, want := range map[string]bool{
		"~~a~~": true, "~~a~~ ~~b~~": true, "**~~a~~**": true, "~~a~~ b": false, "b ~~a~~": false, "a": false, "~~~~": false,
		"<del>a</del>": true, "<s>a": false, "~~a": false,
	} {
		d := parse("| H |\n|---|\n| " + in + " |\n")
		if got := d.Tables[0].Rows[0].Cells[0].Struck; got != want {
			t.Errorf("%q: struck %t", in, got)
		}
	}
}

func TestCutOffRows(t *testing.T) {
	table := "| a | b |\n|---|---|\n| c | d |\n"
	for name, test := range map[string]struct {
		in   string
		want int
	}{
		"cut off":          {table + "\n| e | f |\n| g | h |\n", 1},
		"after the header": {"| a |\n|---|\n\n| e |\n", 1},
		"two blank lines":  {table + "\n\n| e | f |\n", 0},
		"another table":    {table + "\n" + table, 0},
		"a paragraph":      {table + "\ne | f\n", 0},
	} {
		d := parse(test.in)
		if len(d.Problems) != test.want {
			t.Errorf("%s: problems %+v", name, d.Problems)
		}
	}
}

func TestTableBounds(t *testing.T) {
	d := parse(strings.Repeat("|a", 5000) + "|\n" + strings.Repeat("|-", 5000) + "|\n" + strings.Repeat("|b", 5000) + "\n")
	if len(d.Tables) != 1 || len(d.Tables[0].Header.Cells) != maxColumns || len(d.Tables[0].Rows[0].Cells) != maxColumns {
		t.Fatal("a wide table was not cut at its bound")
	}
	if len(d.Problems) != 1 || !strings.Contains(d.Problems[0].Message, "1000 columns") {
		t.Errorf("problems %+v", d.Problems)
	}
	d = parse(strings.Repeat("|a", 1000) + "|\n" + strings.Repeat("|-", 1000) + "|\n" + strings.Repeat("|b|\n", 1000))
	if rows := len(d.Tables[0].Rows); rows > maxCells/999+1 || len(d.Problems) != 1 {
		t.Errorf("%d short rows, problems %+v", rows, d.Problems)
	}
}

func TestHTMLTables(t *testing.T) {
	tests := []struct {
		name, in string
		want     [][]string
	}{
		{"simple", "<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>", [][]string{{"a", "b"}, {"1", "2"}}},
		{"sections", "<table>\n<thead><tr><th>a</th></tr></thead>\n<tbody><tr><td>1</td></tr></tbody>\n</table>", [][]string{{"a"}, {"1"}}},
		{"unclosed cells", "<table><tr><td>a<td>b<tr><td>1<td>2</table>", [][]string{{"a", "b"}, {"1", "2"}}},
		{"colspan", "<table><tr><th colspan=2>a</th><th>b</th></tr></table>", [][]string{{"a", "a", "b"}}},
		{"rowspan", "<table><tr><th rowspan=2>a</th><th>b</th></tr><tr><td>2</td></tr></table>", [][]string{{"a", "b"}, {"a", "2"}}},
		{"both", "<table><tr><td>h</td><td>i</td><td>j</td></tr><tr><td rowspan=2 colspan=2>x</td><td>1</td></tr><tr><td>2</td></tr></table>",
			[][]string{{"h", "i", "j"}, {"x", "x", "1"}, {"x", "x", "2"}}},
		{"lacking", "<table><tr><td>a</td><td>b</td></tr><tr><td>1</td></tr></table>", [][]string{{"a", "b"}, {"1", ""}}},
		{"blank lines", "<table>\n<tr><td>a</td></tr>\n\n<tr><td>\n\n**b**\n\n</td></tr>\n\n</table>\n\nafter", [][]string{{"a"}, {"b"}}},
		{"never closed", "<table><tr><td>a</td></tr>", [][]string{{"a"}}},
		{"entities", "<table><tr><td>a &amp;<br>b</td></tr></table>", [][]string{{"a &\nb"}}},
		{"nested", "<table><tr><td>a<table><tr><td>x</td></tr></table></td></tr></table>", [][]string{{"a\nx"}}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := parse(test.in)
			if len(d.Tables) != 1 || !d.Tables[0].HTML {
				t.Fatalf("tables %+v", d.Tables)
			}
			var got [][]string
			for _, row := range append([]syntax.Row{d.Tables[0].Header}, d.Tables[0].Rows...) {
				texts, _ := cells(d, row)
				got = append(got, texts)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			checkInvariants(t, d)
		})
	}
}

func TestTextAfterHTMLTable(t *testing.T) {
	d := parse("<table>\n<tr><td>a</td></tr>\n\n<tr><td>b</td></tr>\n</table>\n\nafter\n")
	if blocks := d.Sections[0].Blocks; len(blocks) != 1 || blocks[0].Text != "after" {
		t.Errorf("blocks %+v", blocks)
	}
}
