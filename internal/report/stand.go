package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ismslint/ismslint/internal/verdict"
)

// standLines is how long the first block may be.
const standLines = 25

// words of the verdicts, for a number of activities.
var verdictWords = map[string]string{
	verdict.Contradiction:        "contradictory",
	verdict.NotFound:             "not found",
	verdict.Overdue:              "overdue",
	verdict.EvidencePartial:      "in part",
	verdict.NotRecognised:        "not recognised",
	verdict.NotEvidencedOptional: "optional",
	verdict.Outside:              "outside",
	verdict.NotDecidable:         "not decidable",
	verdict.EvidenceFound:        "evidence found",
	verdict.NotApplicable:        "not applicable",
}

// stand is the first block: where the ISMS stands.
func (t *text) stand() {
	r := t.report
	t.flow("", "  ", span{t.name(), bold, true})
	t.flow("", "  ", span{text: Clean(basis(r))})
	t.blank()
	t.activityCounts()
	rows, open := t.clauseRows()
	if len(rows) > 0 {
		t.blank()
	}
	budget := standLines - t.lines - 3 // legend, open clauses
	if t.options.All {
		budget = len(rows)
	}
	kept, groups := fold(rows, budget)
	t.table(kept)
	for _, g := range groups {
		t.group(g)
	}
	if len(open) > 0 {
		line := fmt.Sprintf("%d %s no rule yet", len(open), plural(len(open), "clause has", "clauses have"))
		if t.options.All || len(open) <= 5 {
			line += ": " + strings.Join(open, ", ")
		}
		t.flow("  ", "    ", span{line + ".", dim, false})
	}
	if len(kept) > 0 {
		t.legend()
	}
}

// basis is the edition and the date of the evaluation.
func basis(r *verdict.Report) string {
	edition := "ISO/IEC 27001:" + strings.Replace(r.Edition, "+amd1", " with Amendment 1", 1)
	if r.EditionSignal != "" {
		edition += " (" + r.EditionSignal + ")"
	}
	return edition + ", as of " + r.AsOf
}

// activityCounts never says a number without its denominator.
func (t *text) activityCounts() {
	n := t.report.Summary.Activities
	t.flow("", "", span{evidenceFor(n) + ":", bold, false}, span{text: howSure(n)})
	if rest := theOthers(n); rest != "" {
		t.flow("", "", span{text: rest})
	}
}

func evidenceFor(n verdict.ActivityCounts) string {
	return fmt.Sprintf("Evidence found for %d of %d required activities", n.EvidenceFound, n.Total)
}

func howSure(n verdict.ActivityCounts) string {
	return fmt.Sprintf("%d decided, %d indicated.", n.Decided, n.Indicated)
}

// theOthers counts the activities without evidence; "" where there are none.
func theOthers(n verdict.ActivityCounts) string {
	rest := n.Total - n.EvidenceFound
	if rest == 0 {
		return ""
	}
	var parts []string
	for _, p := range []struct {
		n    int
		what string
	}{
		{n.Contradiction, "contradictory"},
		{n.NotFound, "not found where it ought to be"},
		{n.Overdue, "overdue"},
		{n.EvidencePartial, "with evidence in part"},
		{n.NotRecognised, "not recognised"},
		{n.NotEvidencedOptional, "optional and not shown"},
		{n.Outside, "outside the repository"},
		{n.NotDecidable, "not decidable"},
	} {
		if p.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", p.n, p.what))
		}
	}
	return fmt.Sprintf("Of the other %d: %s.", rest, strings.Join(parts, ", "))
}

// clauseRows are the clauses with a verdict that a rule gave, and the numbers of
// those that no rule is for yet.
func (t *text) clauseRows() (rows []verdict.Clause, open []string) {
	for _, c := range t.report.Clauses {
		if c.Counts[verdict.NotDecidable] == total(c) && total(c) > 0 {
			open = append(open, Clean(c.Number))
			continue
		}
		if total(c) > 0 {
			rows = append(rows, c)
		}
	}
	return rows, open
}

// total is the number of activities that apply.
func total(c verdict.Clause) int {
	n := 0
	for name, k := range c.Counts {
		if name != verdict.NotApplicable {
			n += k
		}
	}
	return n
}

// fold keeps at most budget lines: clauses with the same worst verdict become
// one, the best verdicts first.
func fold(rows []verdict.Clause, budget int) (kept []verdict.Clause, groups [][]verdict.Clause) {
	kept = rows
	order := verdict.WorstFirst()
	slices.Reverse(order)
	for _, v := range order {
		if len(kept)+2*len(groups) <= budget {
			break
		}
		var group, rest []verdict.Clause
		for _, c := range kept {
			if c.Verdict == v {
				group = append(group, c)
			} else {
				rest = append(rest, c)
			}
		}
		if len(group) > 1 {
			kept, groups = rest, append(groups, group)
		}
	}
	slices.Reverse(groups)
	return kept, groups
}

// group is a line for clauses with the same worst verdict.
func (t *text) group(g []verdict.Clause) {
	if g[0].Verdict == verdict.EvidenceFound {
		numbers := make([]string, len(g))
		for i, c := range g {
			numbers[i] = Clean(c.Number)
		}
		t.flow("  ", "    ", span{text: "evidence for each activity: " + strings.Join(numbers, ", ")})
		return
	}
	parts := []span{{text: verdictWords[g[0].Verdict] + ":"}}
	for i, c := range g {
		part := fmt.Sprintf("%s (%d of %d)", Clean(c.Number), c.Counts[verdict.EvidenceFound], total(c))
		if i < len(g)-1 {
			part += ","
		}
		parts = append(parts, span{text: part, whole: true})
	}
	t.flow("  ", "    ", parts...)
}

// minTitle is how wide a title must be to be worth a bar beside it.
const minTitle = 16

// table has a line for each clause: number, title, bar, count, worst verdict.
func (t *text) table(rows []verdict.Clause) {
	numbers, bars, counts, worsts := 0, 0, 0, 0
	for _, c := range rows {
		numbers = max(numbers, width(Clean(c.Number)))
		bars = max(bars, min(total(c), maxBar))
		counts = max(counts, len(evidenceOf(c)))
		worsts = max(worsts, width(worst(c)))
	}
	const gaps = 2 + 4*2
	titles := t.width - gaps - numbers - bars - counts - worsts
	if titles < minTitle {
		titles, bars = titles+bars, 0
	}
	for _, c := range rows {
		bar := bar(c)
		if bars == 0 {
			bar = ""
		}
		t.line("  ",
			span{text: pad(Clean(c.Number), numbers) + "  "},
			span{text: pad(cut(shortTitle(Clean(c.Title)), titles), titles) + "  "},
			span{pad(bar, bars) + "  ", dim, false},
			span{text: strings.Repeat(" ", counts-len(evidenceOf(c))) + evidenceOf(c) + "  "},
			span{worst(c), verdictStyle(c.Verdict), false})
	}
}

func evidenceOf(c verdict.Clause) string {
	return fmt.Sprintf("%d of %d", c.Counts[verdict.EvidenceFound], total(c))
}

// worst is the worst verdict with the number of its activities; nothing where
// each has evidence.
func worst(c verdict.Clause) string {
	if c.Verdict == verdict.EvidenceFound || c.Verdict == verdict.NotApplicable {
		return ""
	}
	return fmt.Sprintf("%d %s", c.Counts[c.Verdict], verdictWords[c.Verdict])
}

func verdictStyle(v string) style {
	switch v {
	case verdict.Contradiction, verdict.NotFound:
		return red
	case verdict.Overdue, verdict.EvidencePartial:
		return yellow
	}
	return plainText
}

// shortTitle leaves out how titles of the standard begin.
func shortTitle(s string) string {
	for _, lead := range []string{"Understanding the ", "Determining the ", "Information security ", "Actions to address ", "Documented information - "} {
		if rest, ok := strings.CutPrefix(s, lead); ok && rest != "" {
			return strings.ToUpper(rest[:1]) + rest[1:]
		}
	}
	return strings.TrimSuffix(s, " - General")
}

// maxBar is the most cells that a bar has; a clause with more activities than
// that is scaled.
const maxBar = 10

// bar has a cell for each activity: what has evidence first.
func bar(c verdict.Clause) string {
	var decided, indicated, part, against int
	for _, a := range c.Activities {
		switch a.Verdict {
		case verdict.EvidenceFound:
			if a.By == verdict.Decided {
				decided++
			} else {
				indicated++
			}
		case verdict.EvidencePartial:
			part++
		case verdict.Contradiction, verdict.Overdue, verdict.NotFound:
			against++
		}
	}
	n := total(c)
	counts := []int{decided, indicated, part, against, n - decided - indicated - part - against}
	if n > maxBar {
		scale(counts, n)
	}
	var b strings.Builder
	for i, cell := range []string{"█", "▓", "▒", "!", "·"} {
		b.WriteString(strings.Repeat(cell, max(counts[i], 0)))
	}
	return b.String()
}

// scale makes counts add up to the longest bar; none that is not zero becomes
// zero.
func scale(counts []int, n int) {
	sum := 0
	for i, k := range counts {
		if k > 0 {
			counts[i] = max(1, k*maxBar/n)
			sum += counts[i]
		}
	}
	for ; sum != maxBar; sum = sumOf(counts) {
		largest := slices.Index(counts, slices.Max(counts))
		if sum < maxBar {
			counts[largest]++
		} else {
			counts[largest]--
		}
	}
}

func sumOf(counts []int) int {
	sum := 0
	for _, k := range counts {
		sum += k
	}
	return sum
}

func (t *text) legend() {
	var parts []span
	for _, p := range []string{"█ decided ", "▓ indicated ", "▒ partly ", "! contradictory, overdue, not found ", "· rest"} {
		parts = append(parts, span{p, dim, true})
	}
	t.flow("  ", "  ", parts...)
}
