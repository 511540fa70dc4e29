package report

import (
	"fmt"
	"strings"

	"github.com/ismslint/ismslint/internal/verdict"
)

// shownPerRule is how many findings of one rule a file shows.
const shownPerRule = 3

// findings are grouped by file; notes are folded to one line a rule.
func (t *text) findings() {
	var notes []verdict.Finding
	shown := map[string]int{}
	all := map[string]int{}
	concerned := unwaived(concerning(*t.report, t.options.All))
	for _, f := range concerned {
		if f.Level != "note" {
			all[f.Path+"\x00"+f.Rule]++
		}
	}
	last, first := "", true
	for _, f := range concerned {
		if f.Level == "note" && !t.options.All {
			notes = append(notes, f)
			continue
		}
		key := f.Path + "\x00" + f.Rule
		shown[key]++
		if shown[key] > shownPerRule && !t.options.All {
			continue
		}
		if first || f.Path != last {
			t.blank()
		}
		last, first = f.Path, false
		t.finding(f, shown[key] == 1)
		if more := all[key] - shownPerRule; shown[key] == shownPerRule && more > 0 && !t.options.All {
			t.more(more)
		}
	}
	t.notes(notes)
}

// more counts what is not shown.
func (t *text) more(n int) {
	t.flow(indent, indent, span{fmt.Sprintf("… and %d more of this kind in this file; --all shows them", n), dim, false})
}

const indent = "    "

// finding is "path:line:col  level  message [rule]", with what belongs to it
// below.
func (t *text) finding(f verdict.Finding, withRemedy bool) {
	t.flow("", indent,
		span{place(f.Path, f.Line, f.Column), bold, true},
		span{" " + f.Level + " ", levelStyle(f.Level), true},
		span{text: Clean(f.Message)},
		span{"[" + Clean(f.Rule) + "]", dim, true})
	if t.options.Excerpt {
		t.excerpt(f)
	}
	for _, r := range f.Related {
		t.flow(indent, indent+"  ",
			span{"see", dim, false}, span{place(r.Path, r.Line, r.Column), plainText, true}, span{text: Clean(r.Message)})
	}
	if withRemedy && f.Remedy != "" {
		t.flow(indent+"→ ", indent+"  ", span{text: Clean(f.Remedy)})
	}
}

// notes are one line a rule: the first of them, and how many more there are.
func (t *text) notes(notes []verdict.Finding) {
	if len(notes) == 0 {
		return
	}
	counts := map[string]int{}
	for _, f := range notes {
		counts[f.Rule]++
	}
	t.blank()
	t.flow("", "", span{fmt.Sprintf("%s, the first of each kind:", count(len(notes), "note")), bold, false},
		span{"--all shows each", dim, false})
	seen := map[string]bool{}
	for _, f := range notes {
		if seen[f.Rule] {
			continue
		}
		seen[f.Rule] = true
		more := ""
		if n := counts[f.Rule] - 1; n > 0 {
			more = fmt.Sprintf("and %d more", n)
		}
		t.flow("  ", indent,
			span{place(f.Path, f.Line, f.Column), plainText, true},
			span{" " + f.Level + " ", levelStyle(f.Level), true},
			span{text: Clean(f.Message)},
			span{"[" + Clean(f.Rule) + "]", dim, true},
			span{more, dim, false})
	}
}

func place(path string, line, column int) string {
	path = Clean(path)
	if path == "" {
		path = "."
	}
	return fmt.Sprintf("%s:%d:%d", path, line, column)
}

func levelStyle(level string) style {
	switch level {
	case "error":
		return red
	case "warning":
		return yellow
	}
	return blue
}

// excerpt is the line of a finding with a mark below what is meant.
func (t *text) excerpt(f verdict.Finding) {
	if strings.TrimSpace(f.Excerpt) == "" {
		return
	}
	number := fmt.Sprintf("%d", f.Line)
	gutter := indent + number + " │ "
	end := f.EndColumn
	if f.EndLine != f.Line {
		end = 0
	}
	line, before, marked := window(f.Excerpt, f.Column, end, t.width-width(gutter))
	t.line("", span{gutter, dim, false}, span{text: line})
	blanks := strings.Repeat(" ", width(indent+number)) + " │ "
	t.line("", span{blanks, dim, false}, span{strings.Repeat(" ", before), plainText, false},
		span{"^" + strings.Repeat("~", marked-1), levelStyle(f.Level), false})
}
