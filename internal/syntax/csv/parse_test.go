package csv

import (
	"encoding/csv"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/ismslint/ismslint/internal/syntax"
)

func texts(row syntax.Row) string {
	var cells []string
	for _, c := range row.Cells {
		cells = append(cells, c.Text)
	}
	out := strings.Join(cells, "|")
	if row.Surplus > 0 {
		out += fmt.Sprintf(" +%d", row.Surplus)
	}
	if row.Lacking > 0 {
		out += fmt.Sprintf(" -%d", row.Lacking)
	}
	return out
}

func dump(f *File) []string {
	if len(f.Table.Header.Cells) == 0 {
		return nil
	}
	out := []string{texts(f.Table.Header)}
	for _, row := range f.Table.Rows {
		out = append(out, texts(row))
	}
	return out
}

func problems(f *File) []string {
	var out []string
	for _, p := range f.Problems {
		out = append(out, fmt.Sprintf("%d:%d %s", p.Range.Start.Line, p.Range.Start.Column, p.Message))
	}
	return out
}

var tests = map[string]struct {
	text           string
	want, problems []string
}{
	"comma":     {"id,name\n1,x\n", []string{"id|name", "1|x"}, nil},
	"semicolon": {"id;name\r\n1;a, b\r\n2;1,5\r\n", []string{"id|name", "1|a, b", "2|1,5"}, nil},
	"semicolons over decimal commas": {
		"id;a;b\n1;1,5;2,5\n2;1,5;2,5\n", []string{"id|a|b", "1|1,5|2,5", "2|1,5|2,5"}, nil,
	},
	"tab":              {"id\tname\n1\tx, y\n2\t\n", []string{"id|name", "1|x, y", "2|"}, nil},
	"sep":              {"sep=;\r\na,b;c\r\n1,2;3\r\n", []string{"a,b|c", "1,2|3"}, nil},
	"sep in quotes":    {"\"sep=\t\"\na\tb\n", []string{"a|b"}, nil},
	"quotes":           {"a,b\n\"x, \"\"y\"\"\",\" z \"\n", []string{"a|b", "x, \"y\"|z"}, nil},
	"line breaks":      {"a,b\r\n\"one\r\ntwo\",2\r\n3,4", []string{"a|b", "one\ntwo|2", "3|4"}, nil},
	"CR":               {"a,b\r1,2\r", []string{"a|b", "1|2"}, nil},
	"delimiter quoted": {"\"a;b;c\",x\n\"d;e;f\",y\n", []string{"a;b;c|x", "d;e;f|y"}, nil},
	"blank rows":       {"\n\na,b\n\n,\n1,2\n  \n", []string{"a|b", "1|2"}, nil},
	"comments above":   {"# about, this\n#\nid,name\n# 1,x\n", []string{"id|name", "# 1|x"}, nil},
	"number column":    {"#,Risk\n1,x\n", []string{"#|Risk", "1|x"}, nil},
	"titles":           {"Risk register\nas of May;;\n\nid;name;owner\n1;x;y\n", []string{"id|name|owner", "1|x|y"}, nil},
	"one column":       {"id\nx\ny\n", []string{"id", "x", "y"}, nil},
	"ragged":           {"a,b,c\n1,2\n1,2,3,4,5\n", []string{"a|b|c", "1|2| -1", "1|2|3|4|5 +2"}, nil},
	"empty":            {"", nil, nil},
	"white space":      {" a , b \n 1 , \"x\" \n", []string{"a|b", "1|x"}, nil},
	"unclosed": {
		"a,b\n1,\"x\n2,y\n", []string{"a|b", "1|x", "2|y"}, []string{"2:3 this quote is not closed"},
	},
	"unclosed before another quoted cell": {
		"a,b\n\"x,1\n\"y\",2\n", []string{"a|b", "x,1| -1", "y|2"}, []string{"2:1 this quote is not closed"},
	},
	"quote not doubled": {
		"a,b\n\"x \"y\" z\",2\n", []string{"a|b", "x \"y\" z|2"}, []string{"2:6 a quote inside quotes must be doubled"},
	},
	"quote inside": {"a,b\n5\" disk,x\"y\n", []string{"a|b", "5\" disk|x\"y"}, nil},
	"umlauts":      {"ä,b\nö,\"ü\n", []string{"ä|b", "ö|ü"}, []string{"2:3 this quote is not closed"}},
}

func TestParse(t *testing.T) {
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			file := Parse(syntax.NewSource("x.csv", test.text))
			if diff := cmp.Diff(test.want, dump(file)); diff != "" {
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
	file := Parse(syntax.NewSource("x.csv", "ä;b;c\r\n \"ö\" ;  ; x y \r\n1\r\n"))
	first, second := file.Table.Rows[0], file.Table.Rows[1]
	for i, want := range []string{"ö", "  ", "x y"} {
		if got := file.Source.Slice(first.Cells[i].Range); got != want {
			t.Errorf("range of cell %d is %q, want %q", i, got, want)
		}
	}
	if got := first.Cells[0].Range.Start; got != (syntax.Position{Line: 2, Column: 3}) {
		t.Errorf("first cell at %v", got)
	}
	end := syntax.Position{Line: 3, Column: 2}
	if got := second.Cells[2].Range; got != (syntax.Range{Start: end, End: end}) || second.Lacking != 2 {
		t.Errorf("lacking cell at %v", got)
	}
	if got := file.Table.Range; got != (syntax.Range{Start: syntax.Position{Line: 1, Column: 1}, End: end}) {
		t.Errorf("table at %v", got)
	}
}

func TestTooWide(t *testing.T) {
	file := Parse(syntax.NewSource("x.csv", strings.Repeat("a,", 5000)+"a\nb\n"))
	if n := len(file.Table.Header.Cells); n != maxColumns {
		t.Errorf("%d columns", n)
	}
	want := []string{"1:2001 rows have more than 1000 columns; the rest is left out"}
	if diff := cmp.Diff(want, problems(file)); diff != "" {
		t.Error(diff)
	}
	if got := file.Table.Header.Surplus; got != 4001 {
		t.Errorf("surplus %d", got)
	}
}

func TestTooShort(t *testing.T) {
	file := Parse(syntax.NewSource("x.csv", strings.Repeat("a,", 999)+"a\n"+strings.Repeat("b\n", 5000)))
	want := []string{"1003:1 too many rows are shorter than the header; from here on they are left out"}
	if diff := cmp.Diff(want, problems(file)); diff != "" {
		t.Error(diff)
	}
}

// check asserts that ranges are in the file and point at the cells' own text.
func check(t *testing.T, f *File) {
	t.Helper()
	inside := func(r syntax.Range) {
		if f.Source.Range(f.Source.Offset(r.Start), f.Source.Offset(r.End)) != r || r.Start.Line < 1 {
			t.Errorf("range %v is not in the file", r)
		}
	}
	for _, p := range f.Problems {
		inside(p.Range)
	}
	if len(f.Table.Header.Cells) == 0 {
		return
	}
	columns := len(f.Table.Header.Cells)
	for _, row := range append([]syntax.Row{f.Table.Header}, f.Table.Rows...) {
		inside(row.Range)
		if len(row.Cells) < columns {
			t.Errorf("%d cells, header has %d", len(row.Cells), columns)
		}
		for _, c := range row.Cells {
			inside(c.Range)
			slice := lineBreaks.Replace(f.Source.Slice(c.Range))
			if got := strings.TrimSpace(slice); got != c.Text && !strings.Contains(got, `""`) {
				t.Errorf("range of %q is %q", c.Text, slice)
			}
		}
	}
}

// TestAgainstLibrary compares with encoding/csv on what it can read.
func TestAgainstLibrary(t *testing.T) {
	for _, name := range []string{"comma", "quotes", "line breaks", "delimiter quoted", "number column"} {
		text := tests[name].text
		want, err := csv.NewReader(strings.NewReader(text)).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		got := dump(Parse(syntax.NewSource(name, text)))
		for i, row := range want {
			for j := range row {
				row[j] = strings.TrimSpace(row[j])
			}
			if joined := strings.Join(row, "|"); got[i] != joined {
				t.Errorf("%s: row %d is %q, want %q", name, i, got[i], joined)
			}
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, test := range tests {
		f.Add(test.text)
	}
	f.Add("\"\"\"\n\"\"\"\n\"")
	f.Add("sep=\n")
	f.Fuzz(func(t *testing.T, text string) {
		start := time.Now()
		check(t, Parse(syntax.NewSource("x.csv", strings.ToValidUTF8(text, "?"))))
		if d := time.Since(start); d > 5*time.Second {
			t.Errorf("%d bytes took %v", len(text), d)
		}
	})
}

var shapes = map[string]func(n int) string{
	"rows": func(n int) string {
		return "id,title,owner,score\n" + strings.Repeat("RSK-1,\"Loss, of data\",Jo,5.10\n", n)
	},
	"unclosed": func(n int) string { return "a,b\n" + strings.Repeat("\"x,\n", n) },
	"tripled":  func(n int) string { return strings.Repeat("\"\"\"\n", n) },
	"wide":     func(n int) string { return strings.Repeat("x,", n) },
	"short":    func(n int) string { return strings.Repeat("a,", 999) + "a\n" + strings.Repeat("b\n", n/100) },
}

func BenchmarkParse(b *testing.B) {
	for name, text := range shapes {
		for _, n := range []int{10_000, 40_000} {
			b.Run(fmt.Sprintf("%s-%d", name, n), func(b *testing.B) {
				src := syntax.NewSource("x.csv", text(n))
				b.SetBytes(int64(len(src.Text)))
				for b.Loop() {
					Parse(src)
				}
			})
		}
	}
}
