package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ismslint/ismslint/internal/verdict"
)

// shownChanges is how many verdicts and fixed findings the text report lists.
const shownChanges = 10

// comparedWith is the first line on a comparison, in numbers.
func comparedWith(b *verdict.Base) string {
	commit := b.Commit[:min(len(b.Commit), 10)]
	name := Clean(b.Revision)
	if commit != "" && !strings.HasPrefix(b.Revision, commit) {
		name += " (" + commit + ")"
	}
	n := func(c verdict.FindingCounts) int { return c.Error + c.Warning + c.Note }
	return fmt.Sprintf("Compared with %s, this change introduces %s, mends %d and leaves %d as %s.",
		name, count(n(b.Introduced), "finding"), len(b.Fixed), n(b.Existing), plural(n(b.Existing), "it was", "they were"))
}

// change says what a change does: verdicts that differ, and what it mends.
func (t *text) change() {
	b := t.report.Base
	if b == nil {
		return
	}
	t.blank()
	t.flow("", "", span{comparedWith(b), bold, false})
	for _, a := range b.Activities[:min(len(b.Activities), shownChanges)] {
		style := red
		if a.Better {
			style = green
		}
		t.flow("  ", indent, span{a.ID, bold, false}, span{Clean(a.Text) + ":", plainText, false},
			span{turned(a), style, false})
	}
	if more := len(b.Activities) - shownChanges; more > 0 {
		t.flow("  ", indent, span{fmt.Sprintf("and %d more verdicts", more), dim, false})
	}
	for _, f := range b.Fixed[:min(len(b.Fixed), shownChanges)] {
		t.flow("  ", indent, span{"mended", green, true}, span{text: Clean(f.Message)}, span{"[" + Clean(f.Rule) + "]", dim, true})
	}
	if more := len(b.Fixed) - shownChanges; more > 0 {
		t.flow("  ", indent, span{fmt.Sprintf("and %d more mended", more), dim, false})
	}
}

func turned(a verdict.ActivityChange) string {
	return verdictWords[a.Before] + " → " + verdictWords[a.After]
}

// concerning are the findings that a reader is shown: those that a change
// introduces, and that are not in a baseline; all where there is neither.
func concerning(r verdict.Report, all bool) []verdict.Finding {
	if all || r.Baseline == nil && (r.Base == nil || r.Base.All) {
		return r.Findings
	}
	return slices.DeleteFunc(slices.Clone(r.Findings), func(f verdict.Finding) bool { return f.Waiver == nil && !r.Decides(&f) })
}

// change opens the summary of a pull request: clauses that it touches, verdicts
// before and after, what it introduces and mends.
func (s *sheet) change(r verdict.Report, links Links) {
	b := r.Base
	if b == nil {
		return
	}
	s.write("## What this change does to the ISMS\n\n" + markdown(comparedWith(b)) + "\n\n")
	s.loosened(r, links)
	s.table("| activity | | before | after |\n|---|---|---|---|\n", len(b.Activities), "verdict", func(i int) string {
		a := b.Activities[i]
		return fmt.Sprintf("| %s | %s | %s | %s |\n", markdown(a.ID), markdown(a.Text), verdictWords[a.Before], verdictWords[a.After])
	})
	introduced := slices.DeleteFunc(ranked(r), func(f verdict.Finding) bool { return f.Change != verdict.Introduced })
	s.table("**Introduced**\n\n| level | finding | place |\n|---|---|---|\n", len(introduced), "finding", func(i int) string {
		f := introduced[i]
		return fmt.Sprintf("| %s | %s | %s |\n", f.Level, markdown(f.Message), links.link(f.Path, f.Line))
	})
	s.table("**Mended**\n\n| finding |\n|---|\n", len(b.Fixed), "finding", func(i int) string {
		return fmt.Sprintf("| %s |\n", markdown(b.Fixed[i].Message))
	})
}

// loosened lists what the change would allow itself, above all else.
func (s *sheet) loosened(r verdict.Report, links Links) {
	var list []verdict.Finding
	for _, f := range r.Findings {
		if f.Rule == verdict.LooseningRule.ID {
			list = append(list, f)
		}
	}
	s.table("**The change makes the settings more lenient.** It is judged by those before it.\n\n| | place |\n|---|---|\n", len(list), "setting", func(i int) string {
		return fmt.Sprintf("| %s | %s |\n", markdown(list[i].Message), links.link(list[i].Path, list[i].Line))
	})
}
