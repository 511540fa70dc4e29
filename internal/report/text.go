package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/ismslint/ismslint/internal/verdict"
)

// TextOptions say how a text report looks.
type TextOptions struct {
	// Name is what the tree is called, for the first line.
	Name string
	// Width of a line in columns; at least 60.
	Width int
	Color bool
	// Excerpt shows the line of each finding, with what is meant marked.
	Excerpt bool
	// All shows every finding and every clause.
	All bool
	// FailOn is the level from which findings fail the run: error, warning, note
	// or never.
	FailOn string
}

// Text writes the report for people.
func Text(w io.Writer, r verdict.Report, o TextOptions) error {
	t := &text{page: newPage(w, o.Width, o.Color), report: &r, options: o}
	switch {
	case len(r.ISMS) > 0:
		t.several()
	case !r.ISMSRecognised:
		t.notRecognised()
	default:
		t.stand()
		t.change()
		t.findings()
		t.summary()
	}
	if err := t.w.Flush(); err != nil {
		return fmt.Errorf("writing the report: %w", err)
	}
	return nil
}

type text struct {
	*page
	report  *verdict.Report
	options TextOptions
}

func (t *text) name() string {
	name := Clean(t.options.Name)
	if name == "" || name == "." {
		name = "this repository"
	}
	return name
}

// notRecognised is one paragraph, and no wall of absences.
func (t *text) notRecognised() {
	t.flow("", "", span{text: fmt.Sprintf("No ISMS was recognised in %s. %s", t.name(), whyNot(t.report))})
	t.failedRules()
}

// whyNot says what was seen instead of an ISMS.
func whyNot(r *verdict.Report) string {
	if why := Clean(r.NotRecognised); why != "" {
		return sentence(why)
	}
	return fmt.Sprintf("Looked at %s and %s.", count(r.Summary.Documents, "document"), count(r.Summary.Registers, "register"))
}

// count is "1 document" or "2 documents".
func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// plural is the form of a verb or noun for a number.
func plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// summary are the last lines: what there is in numbers, and what it means.
func (t *text) summary() {
	t.counts()
	t.failedRules()
	t.ending()
}

// counts says what there is in numbers.
func (t *text) counts() {
	s := t.report.Summary
	t.blank()
	if s.Findings == (verdict.FindingCounts{}) {
		t.flow("", "", span{text: fmt.Sprintf("No finding in the %s that applied, in %s and %s.",
			count(s.Rules.Evaluated, "check"), count(s.Documents, "document"), count(s.Registers, "register"))})
	} else {
		t.flow("", "", span{text: findingCounts(s.Findings) + fmt.Sprintf(" in %s and %s.",
			count(s.Documents, "document"), count(s.Registers, "register"))})
	}
	t.waived()
	t.baseline()
	t.notDecidable()
}

// ending says what it comes to, and what it is.
func (t *text) ending() {
	t.nextStep()
	t.flow("", "", span{text: "An own-words reading of ISO/IEC 27003:2017; not an audit.", style: dim})
}

func findingCounts(n verdict.FindingCounts) string {
	line := fmt.Sprintf("%s, %s, %s", count(n.Error, "error"), count(n.Warning, "warning"), count(n.Note, "note"))
	if n.Waived > 0 {
		line += fmt.Sprintf(", %d waived", n.Waived)
	}
	return line
}

// notDecidable names the activities that no check could decide. Where there are
// findings the table says enough.
func (t *text) notDecidable() {
	n := t.report.Summary.Activities
	if n.NotDecidable == 0 {
		return
	}
	line := fmt.Sprintf("%d of %d %s could not be decided by any check",
		n.NotDecidable, n.Total, plural(n.Total, "activity", "activities"))
	if t.report.Summary.Findings != (verdict.FindingCounts{}) && !t.options.All {
		t.flow("", "", span{text: line + "."})
		return
	}
	var names []string
	for _, c := range t.report.Clauses {
		names = append(names, undecided(c)...)
	}
	t.flow("", "  ", span{text: line + ": " + strings.Join(names, ", ") + "."})
}

// undecided are the activities of a clause that no check could decide, or "all
// of 7.3".
func undecided(c verdict.Clause) []string {
	var ids []string
	for _, a := range c.Activities {
		if a.Verdict == verdict.NotDecidable {
			ids = append(ids, a.ID)
		}
	}
	if len(ids) > 1 && len(ids) == total(c) {
		return []string{"all of " + Clean(c.Number)}
	}
	return ids
}

func (t *text) failedRules() {
	for _, rule := range t.report.Rules {
		if rule.State == "failed" {
			t.flow("", "  ", span{"The rule " + Clean(rule.ID) + " could not be evaluated: " + Clean(rule.Reason), red, false})
		}
	}
}

// nextStep says what the exit status will be, and what helps.
func (t *text) nextStep() {
	n := t.report.Summary.Findings
	line := ""
	switch fails := Failing(t.report.Deciding(), t.options.FailOn); {
	case t.report.Summary.Rules.Failed > 0:
		line = "Exit status 3: a rule could not be evaluated."
	case fails > 0:
		line = fmt.Sprintf("Exit status 1: %s at or above the level %s.", count(fails, "finding"), failOn(t.options.FailOn))
	case n != (verdict.FindingCounts{}):
		line = "Exit status 0: no finding at or above the level " + failOn(t.options.FailOn) + "."
		if t.options.FailOn == "never" {
			line = "Exit status 0: findings do not fail this run."
		}
	}
	if n != (verdict.FindingCounts{}) {
		line += " `ismslint explain RULE` says more of a rule."
	}
	t.flow("", "", span{text: line})
}

func failOn(level string) string {
	if level == "" {
		return "error"
	}
	return level
}

// Failing is the number of findings at or above a level; "" is error, "never"
// none.
func Failing(n verdict.FindingCounts, level string) int {
	switch level {
	case "note":
		return n.Error + n.Warning + n.Note
	case "warning":
		return n.Error + n.Warning
	case "never":
		return 0
	}
	return n.Error
}
