package report

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/ismslint/ismslint/internal/verdict"
)

// CoverageJSON writes which rules look at what as JSON.
func CoverageJSON(w io.Writer, c verdict.Coverage) error { return writeJSON(w, "JSON", c) }

// CoverageText writes it for people at a terminal.
func CoverageText(w io.Writer, c verdict.Coverage, columns int) error {
	p := newPage(w, columns, false)
	p.flow("", "", span{text: "Which rules look at which required activity, whatever a repository holds."})
	p.blank()
	for _, row := range editionTable(c) {
		p.line("", span{text: fmt.Sprintf("%-10s %11s %8s %10s %7s %5s", row[0], row[1], row[2], row[3], row[4], row[5])})
	}
	p.blank()
	for _, line := range coverageWords {
		p.flow("", "             ", span{text: fmt.Sprintf("%-12s", line[0]), whole: true}, span{text: line[1]})
	}
	for _, clause := range c.Clauses {
		p.blank()
		p.flow("", "  ", span{text: clause.ID + " " + clause.Title})
		for _, a := range clause.Activities {
			p.flow(fmt.Sprintf("  %-9s", a.ID), strings.Repeat(" ", 11), span{text: a.Text + onlyIn(c, a)})
			coverageLines(p, c, a)
		}
	}
	if err := p.w.Flush(); err != nil {
		return fmt.Errorf("writing the coverage: %w", err)
	}
	return nil
}

// coverageWords say what the columns mean.
var coverageWords = [][2]string{
	{"decided", "a rule goes by declared or structured data"},
	{"indicated", "rules go by names, headings and wording alone, and may err"},
	{"unseen", "no repository can show it, and the catalogue says why"},
	{"none", "no rule yet: the verdict is not-decidable"},
	{"advice", "what is recommended or practice; no part in the verdict"},
}

// editionTable counts the activities of each edition, under a header.
func editionTable(c verdict.Coverage) [][]string {
	rows := [][]string{{"edition", "activities", "decided", "indicated", "unseen", "none"}}
	for _, n := range c.Editions {
		rows = append(rows, []string{n.Edition, itoa(n.Activities), itoa(n.Decided), itoa(n.Indicated), itoa(n.Unseen), itoa(n.None)})
	}
	return rows
}

func coverageLines(p *page, c verdict.Coverage, a verdict.CoveredActivity) {
	for _, group := range coverageGroups(a) {
		var ids []span
		for i, r := range group.rules {
			id := r.ID + notIn(c, a, r)
			if i < len(group.rules)-1 {
				id += ","
			}
			ids = append(ids, span{text: id, whole: true})
		}
		p.flow(fmt.Sprintf("%11s%-11s", "", group.name), strings.Repeat(" ", 22), ids...)
	}
	if a.Unseen != "" {
		p.flow(fmt.Sprintf("%11s%-11s", "", "unseen"), strings.Repeat(" ", 22), span{text: a.Unseen})
	} else if missing := editionsWith(c, a, verdict.CoverNone); len(missing) > 0 {
		p.flow(fmt.Sprintf("%11s%-11s", "", "none"), strings.Repeat(" ", 22), span{text: "in " + strings.Join(missing, ", ")})
	}
}

// coverageGroup are the rules that look at an activity in one way.
type coverageGroup struct {
	name  string
	rules []verdict.CoveringRule
}

// coverageGroups are the rules that form a verdict, surest first, and those that
// only advise.
func coverageGroups(a verdict.CoveredActivity) []coverageGroup {
	groups := []coverageGroup{{name: "decided"}, {name: "indicated"}, {name: "advice"}}
	for _, r := range a.Rules {
		at := 2
		if r.Verdict() {
			at = 1
			if r.Certainty == "decides" {
				at = 0
			}
		}
		groups[at].rules = append(groups[at].rules, r)
	}
	return slices.DeleteFunc(groups, func(g coverageGroup) bool { return len(g.rules) == 0 })
}

// onlyIn says which editions have an activity, "" where all do.
func onlyIn(c verdict.Coverage, a verdict.CoveredActivity) string {
	if len(a.Covered) == len(c.Editions) {
		return ""
	}
	var have []string
	for _, n := range c.Editions {
		if a.Covered[n.Edition] != "" {
			have = append(have, n.Edition)
		}
	}
	return " (only " + strings.Join(have, ", ") + ")"
}

// notIn says in which editions of an activity a rule is off.
func notIn(c verdict.Coverage, a verdict.CoveredActivity, r verdict.CoveringRule) string {
	var off []string
	for _, n := range c.Editions {
		if a.Covered[n.Edition] != "" && !slices.Contains(r.Editions, n.Edition) {
			off = append(off, n.Edition)
		}
	}
	if len(off) == 0 {
		return ""
	}
	return " (not in " + strings.Join(off, ", ") + ")"
}

func editionsWith(c verdict.Coverage, a verdict.CoveredActivity, state string) []string {
	var list []string
	for _, n := range c.Editions {
		if a.Covered[n.Edition] == state {
			list = append(list, n.Edition)
		}
	}
	return list
}

// CoverageMarkdown writes it as tables. link makes of the id of a rule what
// stands in a cell; nil for the id alone.
func CoverageMarkdown(w io.Writer, c verdict.Coverage, link func(id string) string) error {
	if link == nil {
		link = func(id string) string { return "`" + id + "`" }
	}
	var b strings.Builder
	for i, row := range editionTable(c) {
		b.WriteString("| " + strings.Join(row, " | ") + " |\n")
		if i == 0 {
			b.WriteString("|---|---:|---:|---:|---:|---:|\n")
		}
	}
	b.WriteString("\n")
	for _, line := range coverageWords {
		b.WriteString("- **" + line[0] + "**: " + line[1] + "\n")
	}
	for _, clause := range c.Clauses {
		b.WriteString("\n## " + clause.ID + " " + clause.Title + "\n\n| activity | | rules |\n|---|---|---|\n")
		for _, a := range clause.Activities {
			b.WriteString("| " + a.ID + " | " + markdown(a.Text+onlyIn(c, a)) + " | " + coverageCell(c, a, link) + " |\n")
		}
	}
	if _, err := io.WriteString(w, b.String()); err != nil {
		return fmt.Errorf("writing the coverage as markdown: %w", err)
	}
	return nil
}

func coverageCell(c verdict.Coverage, a verdict.CoveredActivity, link func(string) string) string {
	var parts []string
	for _, group := range coverageGroups(a) {
		ids := make([]string, len(group.rules))
		for i, r := range group.rules {
			ids[i] = link(r.ID) + notIn(c, a, r)
		}
		parts = append(parts, "**"+group.name+"**: "+strings.Join(ids, ", "))
	}
	if a.Unseen != "" {
		parts = append(parts, "**unseen**: "+markdown(a.Unseen))
	} else if missing := editionsWith(c, a, verdict.CoverNone); len(missing) > 0 {
		parts = append(parts, "**none** in "+strings.Join(missing, ", "))
	}
	return strings.Join(parts, "<br>")
}
