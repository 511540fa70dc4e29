package verdict

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/ismslint/ismslint/internal/catalogue"
)

// worstFirst orders the verdicts.
var worstFirst = []string{
	Contradiction, NotFound, Overdue, EvidencePartial, NotRecognised,
	NotEvidencedOptional, Outside, NotDecidable, EvidenceFound, NotApplicable,
}

// WorstFirst are the verdicts, worst first.
func WorstFirst() []string { return slices.Clone(worstFirst) }

// clauses are the clauses of the edition in canonical order, those without
// required activities left out.
func (j *judge) clauses() []Clause {
	sorted := slices.Clone(j.in.Standard.Clauses)
	slices.SortStableFunc(sorted, func(a, b catalogue.Clause) int { return CompareClauses(a.ID, b.ID) })
	out := []Clause{}
	for i := range sorted {
		c := &sorted[i]
		if len(c.Activities) == 0 || !inEdition(c.EditionOnly, j.edition) {
			continue
		}
		clause := Clause{ID: c.ID, Number: Number(c, j.edition), Title: c.Title, Verdict: NotApplicable, Counts: map[string]int{}}
		for k := range c.Activities {
			a := j.activity(c, &c.Activities[k])
			clause.Activities = append(clause.Activities, a)
			clause.Counts[a.Verdict]++
			if slices.Index(worstFirst, a.Verdict) < slices.Index(worstFirst, clause.Verdict) {
				clause.Verdict = a.Verdict
			}
		}
		out = append(out, clause)
	}
	return out
}

// Number is a clause's number in an edition: "9.3.1–9.3.3" where it is split.
func Number(c *catalogue.Clause, edition string) string {
	if edition == catalogue.Edition2013 || len(c.IDs2022) == 0 {
		return c.ID
	}
	if last := len(c.IDs2022) - 1; last > 0 {
		return c.IDs2022[0] + "–" + c.IDs2022[last]
	}
	return c.IDs2022[0]
}

// Canonical are the ids of the clauses that a number of the edition means: the
// clause itself, those that it holds, and the one that it is a part of.
func Canonical(number, edition string, clauses []catalogue.Clause) []string {
	var ids []string
	for i := range clauses {
		c := &clauses[i]
		if !inEdition(c.EditionOnly, edition) {
			continue
		}
		numbers := c.IDs2022
		if edition == catalogue.Edition2013 || len(numbers) == 0 {
			numbers = []string{c.ID}
		}
		if slices.ContainsFunc(numbers, func(n string) bool { return isOrHolds(number, n) }) {
			ids = append(ids, c.ID)
		}
	}
	return ids
}

// CompareClauses orders clause ids by their numbers, what is no number last.
func CompareClauses(a, b string) int {
	x, y := strings.Split(a, "."), strings.Split(b, ".")
	for i := 0; i < len(x) && i < len(y); i++ {
		m, errM := strconv.Atoi(x[i])
		n, errN := strconv.Atoi(y[i])
		switch {
		case errM != nil && errN != nil:
			if c := strings.Compare(x[i], y[i]); c != 0 {
				return c
			}
		case errM != nil:
			return 1
		case errN != nil:
			return -1
		case m != n:
			return cmp.Compare(m, n)
		}
	}
	return cmp.Compare(len(x), len(y))
}
