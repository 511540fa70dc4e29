package report

import (
	"cmp"
	"slices"

	"github.com/ismslint/ismslint/internal/verdict"
)

// ranked are the findings that are not waived, in the order in which to see them
// where there is room for a few: the louder first; then what a change brought;
// then what is sure; and the first of each rule before the second of any.
func ranked(r verdict.Report) []verdict.Finding {
	found := unwaived(r.Findings)
	group := func(f verdict.Finding) int {
		return loudness(f.Level)*4 + after(f.Change == "existing")*2 + after(f.Certainty != "decides")
	}
	type key struct {
		group int
		rule  string
	}
	seen := map[key]int{}
	groups, turns, order := make([]int, len(found)), make([]int, len(found)), make([]int, len(found))
	for i, f := range found {
		k := key{group(f), f.Rule}
		groups[i], turns[i], order[i] = k.group, seen[k], i
		seen[k]++
	}
	slices.SortStableFunc(order, func(i, k int) int {
		return cmp.Or(cmp.Compare(groups[i], groups[k]), cmp.Compare(turns[i], turns[k]))
	})
	out := make([]verdict.Finding, len(found))
	for i, k := range order {
		out[i] = found[k]
	}
	return out
}

func loudness(level string) int {
	switch level {
	case "error":
		return 0
	case "warning":
		return 1
	}
	return 2
}

func after(later bool) int {
	if later {
		return 1
	}
	return 0
}

// firstLine is the part of a finding on its first line: columns in code points, the
// end exclusive.
func firstLine(f verdict.Finding) (start, end int) {
	start = max(f.Column, 1)
	end = f.EndColumn
	if f.EndLine > f.Line {
		end = len([]rune(f.Excerpt)) + 1
	}
	return start, max(end, start)
}

// placeOf is a place that exists: services refuse a whole report for one finding
// without any.
func placeOf(r verdict.Report, f verdict.Finding) (path string, line int) {
	path, line = f.Path, max(f.Line, 1)
	if path != "" && path != "." {
		return path, line
	}
	if len(r.Documents) > 0 {
		return r.Documents[0].Path, 1
	}
	return "isms.yaml", 1
}

// numberOf is the number of a clause in the edition of the report.
func numberOf(r verdict.Report, id string) string {
	for _, c := range r.Clauses {
		if c.ID == id {
			return c.Number
		}
	}
	return id
}

// failedOf are the rules that could not be evaluated.
func failedOf(r verdict.Report) []verdict.Rule {
	return slices.DeleteFunc(slices.Clone(r.Rules), func(rule verdict.Rule) bool { return rule.State != "failed" })
}
