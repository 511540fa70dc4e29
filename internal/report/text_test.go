package report

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ismslint/ismslint/internal/verdict"
)

var update = flag.Bool("update", false, "write golden files and schemas anew")

func TestText(t *testing.T) {
	for _, test := range []struct {
		name    string
		report  verdict.Report
		options TextOptions
	}{
		{"rich", rich(), TextOptions{Name: "example-isms", Excerpt: true}},
		{"rich-all", rich(), TextOptions{Name: "example-isms", All: true, FailOn: "never"}},
		{"rich-plain", rich(), TextOptions{Name: "example-isms", FailOn: "warning"}},
		{"full", full(), TextOptions{Name: "example-isms"}},
		{"clean", clean(), TextOptions{Name: "example-isms"}},
		{"not-recognised", notRecognised(), TextOptions{Name: "handbook"}},
		{"hostile", hostile(), TextOptions{Name: "a\x1b[2Jb\n::error::c", Excerpt: true}},
	} {
		for _, columns := range []int{60, 80} {
			name := fmt.Sprintf("%s-%d", test.name, columns)
			t.Run(name, func(t *testing.T) {
				test.options.Width = columns
				got := render(t, test.report, test.options)
				golden(t, name+".golden", got)
				checkLines(t, got, columns)
			})
		}
	}
}

func render(t *testing.T, r verdict.Report, o TextOptions) string {
	t.Helper()
	var b bytes.Buffer
	if err := Text(&b, r, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// checkLines holds what is true of every text report: no line wider than asked
// unless a path is, nothing that moves a cursor or commands a CI service, none
// of the words that the product does not use.
func checkLines(t *testing.T, text string, columns int) {
	t.Helper()
	for i, line := range strings.Split(text, "\n") {
		if width(line) > columns && !strings.Contains(line, longPath) {
			t.Errorf("line %d is %d columns wide: %s", i+1, width(line), line)
		}
		if strings.TrimRight(line, " ") != line {
			t.Errorf("line %d ends in blanks", i+1)
		}
		if strings.ContainsFunc(line, func(r rune) bool { return r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0 || r == 0x202e }) {
			t.Errorf("line %d has control characters: %q", i+1, line)
		}
		if strings.HasPrefix(strings.TrimSpace(line), "::") || strings.Contains(line, "##[") || strings.Contains(line, "##vso[") {
			t.Errorf("line %d is a command: %q", i+1, line)
		}
		for _, word := range []string{"certified", "compliant", "conformant", "score", "maturity", "passed", "%"} {
			if strings.Contains(strings.ToLower(line), word) {
				t.Errorf("line %d says %q", i+1, word)
			}
		}
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", name, diff)
	}
}

// The first block fits on a screen, however many clauses there are and whatever
// their verdicts.
func TestWhereYouStandFitsOnAScreen(t *testing.T) {
	for _, r := range []verdict.Report{rich(), full(), clean(), everyClause(verdict.Contradiction), everyClause(verdict.NotDecidable)} {
		for _, columns := range []int{60, 80, 120} {
			r.Findings = nil
			p := &text{page: newPage(&bytes.Buffer{}, columns, false), report: &r, options: TextOptions{Name: "x"}}
			p.stand()
			if p.lines > standLines {
				t.Errorf("%d lines at %d columns", p.lines, columns)
			}
		}
	}
}

// No number of activities stands without the number that there are.
func TestNumbersHaveDenominators(t *testing.T) {
	got := render(t, rich(), TextOptions{Width: 80})
	for _, want := range []string{"Evidence found for 11 of 29 required activities: 8 decided, 3 indicated.", "Of the other 18:"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
}

func TestColoursOnlyWhenAsked(t *testing.T) {
	if got := render(t, rich(), TextOptions{Width: 80}); strings.Contains(got, "\x1b") {
		t.Error("colours without being asked")
	}
	coloured := render(t, rich(), TextOptions{Width: 80, Color: true})
	if !strings.Contains(coloured, codes[red]+" error \x1b[0m") {
		t.Error("no colours")
	}
	if bare := escapes.ReplaceAllString(coloured, ""); bare != render(t, rich(), TextOptions{Width: 80}) {
		t.Error("colours change the text")
	}
}

func TestAtMostThreeOfARuleInAFile(t *testing.T) {
	got := render(t, rich(), TextOptions{Width: 80})
	if n := strings.Count(got, "[supplier/review-due]"); n != 3 {
		t.Errorf("%d findings shown", n)
	}
	if !strings.Contains(got, "… and 7 more of this kind in this file; --all shows them") {
		t.Error("what is not shown is not counted")
	}
	if n := strings.Count(render(t, rich(), TextOptions{Width: 80, All: true}), "[supplier/review-due]"); n != 10 {
		t.Errorf("%d findings shown with --all", n)
	}
}

func TestFailing(t *testing.T) {
	n := verdict.FindingCounts{Error: 1, Warning: 2, Note: 4, Waived: 8}
	for level, want := range map[string]int{"": 1, "error": 1, "warning": 3, "note": 7, "never": 0} {
		if got := Failing(n, level); got != want {
			t.Errorf("%q: %d, want %d", level, got, want)
		}
	}
}

func TestWriteErrorsAreReported(t *testing.T) {
	if err := Text(brokenWriter{}, rich(), TextOptions{}); err == nil {
		t.Error("no error")
	}
	if err := JSON(brokenWriter{}, rich()); err == nil {
		t.Error("no error")
	}
}

type brokenWriter struct{}

func (brokenWriter) Write([]byte) (int, error) { return 0, os.ErrClosed }

func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"plain":                                "plain",
		"a\x1b[31mred\x1b[0m":                  "ared",
		"\x1b]0;title\x07x":                    "x",
		"\x1b]8;;http://a\x1b\\link\x1b]8;;\a": "link",
		"\u009b2Jx":                            "x",
		"a\r\nb\tc":                            "a  b c",
		"x\u202egpj.exe":                       "xgpj.exe",
		"\x00\x7f\u0085z":                      " z",
		"::error file=x::y":                    ": :error file=x::y",
		"a ::warning::":                        "a : :warning::",
		"std::vector":                          "std::vector",
		"##[error]x ##vso[task]":               "# #[error]x # #vso[task]",
		"\xff\xfe":                             "\uFFFD",
		"\x1b":                                 "",
		"naïve 漢字 👩‍👩‍👧":                       "naïve 漢字 👩‍👩‍👧",
	} {
		if got := Clean(in); got != want {
			t.Errorf("Clean(%q) is %q, want %q", in, got, want)
		}
	}
}

func FuzzClean(f *testing.F) {
	f.Add("a\x1b[31mred ::error ##[x")
	f.Add("\x1b\x1b[[3131mm####[[")
	f.Fuzz(func(t *testing.T, in string) {
		got := Clean(in)
		if strings.ContainsAny(got, "\x1b\n\r\x00\u009b") || strings.Contains(got, "##[") || strings.HasPrefix(strings.TrimSpace(got), "::") {
			t.Errorf("Clean(%q) is %q", in, got)
		}
		for _, cultural := range []bool{true, false} {
			if found := runnerReads(got+"\n"+"x "+got, cultural); len(found) > 0 {
				t.Errorf("Clean(%q) commands %v", in, found)
			}
		}
		if found := azureReads(got); len(found) > 0 {
			t.Errorf("Clean(%q) commands %v", in, found)
		}
	})
}

func TestWindow(t *testing.T) {
	long := strings.Repeat("abcdefghi ", 30) + "HERE" + strings.Repeat(" tail", 30)
	for _, test := range []struct {
		name       string
		text       string
		start, end int
		most       int
		line, mark string
	}{
		{"short", "owner: CISO", 8, 12, 40, "owner: CISO", "CISO"},
		{"tabs", "\towner: x", 2, 7, 40, "    owner: x", "owner"},
		{"wide", "漢字: 値", 5, 6, 40, "漢字: 値", "値"},
		{"to the end", "a: bc", 4, 0, 40, "a: bc", "bc"},
		{"empty", "a:", 3, 3, 40, "a:", ""},
		{"past the end", "a", 90, 99, 40, "a", ""},
		{"escape", "a\x1b[31mb", 1, 2, 40, "a[31mb", "a"},
	} {
		t.Run(test.name, func(t *testing.T) {
			line, before, marked := window(test.text, test.start, test.end, test.most)
			if line != test.line {
				t.Errorf("line %q, want %q", line, test.line)
			}
			rest := line
			for before > 0 && rest != "" {
				r := []rune(rest)[0]
				before -= width(string(r))
				rest = rest[len(string(r)):]
			}
			if !strings.HasPrefix(rest, test.mark) || test.mark != "" && marked != width(test.mark) {
				t.Errorf("marks %q, %d wide, want %q", rest, marked, test.mark)
			}
		})
	}
	line, before, marked := window(long, 301, 305, 60)
	if width(line) > 60 || !strings.HasPrefix(line, "…") || !strings.HasSuffix(line, "…") {
		t.Errorf("window %q of %d columns", line, width(line))
	}
	if got := string([]rune(line)[before : before+marked]); got != "HERE" {
		t.Errorf("marks %q", got)
	}
}

func FuzzWindow(f *testing.F) {
	f.Add("a\tb漢", 2, 3, 20)
	f.Add(strings.Repeat("x", 400), 390, 395, 60)
	f.Fuzz(func(t *testing.T, text string, start, end, most int) {
		if most < 20 || most > 200 {
			return
		}
		line, before, marked := window(text, start, end, most)
		if width(line) > most || before < 0 || before > most || marked < 1 || marked > most {
			t.Errorf("window(%q, %d, %d, %d) is %q, %d, %d", text, start, end, most, line, before, marked)
		}
	})
}
