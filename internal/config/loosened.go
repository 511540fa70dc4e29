package config

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"github.com/ismslint/ismslint/internal/isms"
)

// Loosened says what settings allow that those before them did not, each at its
// place: a level lowered, files left out, documented information declared
// elsewhere, not applicable or no longer determined, an interval lengthened.
func (s *Settings) Loosened(before *Settings) []isms.FileProblem {
	l := &loosening{now: s, before: before}
	if !s.Declared {
		l.add("", "%s is gone, with all that it declares", before.Path)
		return l.found
	}
	l.lint()
	l.tailoring()
	l.intervals()
	return l.found
}

type loosening struct {
	now, before *Settings
	found       []isms.FileProblem
}

func (l *loosening) add(key, format string, args ...any) {
	pos, ok := l.now.Pos(key)
	if !ok {
		pos = isms.Pos{Line: 1, Column: 1, EndLine: 1, EndColumn: 1}
	}
	place := isms.Place{Path: cmp.Or(l.now.Path, l.before.Path), Pos: pos}
	l.found = append(l.found, isms.FileProblem{Place: place, Message: fmt.Sprintf(format, args...)})
}

// loudness of levels; a rule without a level of its own here may be anything.
var loudness = map[string]int{"off": 1, "note": 2, "warning": 3, "error": 4}

func (l *loosening) lint() {
	for _, rule := range slices.Sorted(maps.Keys(l.now.Lint.Levels)) {
		now, before := l.now.Lint.Levels[rule], l.before.Lint.Levels[rule]
		switch {
		case before == "" && (now == "off" || now == "note"):
			l.add("lint/levels/"+rule, "the level of %s becomes %s", rule, now)
		case loudness[now] < loudness[before]:
			l.add("lint/levels/"+rule, "the level of %s becomes %s; it was %s", rule, now, before)
		}
	}
	for i, glob := range l.now.Lint.Ignore {
		if !slices.Contains(l.before.Lint.Ignore, glob) {
			l.add("lint/ignore/"+strconv.Itoa(i), "files that match %q are no longer read", glob)
		}
	}
	for _, dir := range l.before.Lint.Policies {
		if !slices.Contains(l.now.Lint.Policies, dir) {
			l.add("lint/policies", "the rules in %s are no longer used", dir)
		}
	}
	longest, raw := l.now.LongestWaiver()
	if before, was := l.before.LongestWaiver(); days(longest) > days(before) {
		l.add("lint/longest_waiver", "a waiver may hold for %s; it was %s", raw, was)
	}
	for _, d := range l.now.Documents {
		ignored := func(o DocumentRule) bool { return o.Glob == d.Glob && o.Ignore != "" }
		if d.Ignore != "" && !slices.ContainsFunc(l.before.Documents, ignored) {
			l.add("documents/"+d.Glob, "files that match %q are declared to be no part of the ISMS: %s", d.Glob, d.Ignore)
		}
	}
}

func (l *loosening) tailoring() {
	for i, o := range l.now.Outside {
		if !slices.ContainsFunc(l.before.Outside, func(b isms.Outside) bool { return b.Item == o.Item }) {
			l.add("outside/"+strconv.Itoa(i), "%s is declared to be kept elsewhere: %s", o.Item, o.Where)
		}
	}
	for i, n := range l.now.NotApplicable {
		if !slices.ContainsFunc(l.before.NotApplicable, func(b isms.NotApplicable) bool { return b.Item == n.Item }) {
			l.add("not_applicable/"+strconv.Itoa(i), "%s is declared not applicable: %s", n.Item, n.Reason)
		}
	}
	for _, item := range l.before.Determined {
		if !slices.Contains(l.now.Determined, item) {
			l.add("determined", "%s is no longer determined to be needed", item)
		}
	}
	if small(l.now.Persons) && !small(l.before.Persons) {
		l.add("organization/persons", "the organisation becomes one of fewer than 10 persons, for which some guidance is left aside")
	}
}

// small is true for a stated number of persons below ten.
func small(persons int) bool { return persons > 0 && persons < 10 }

func (l *loosening) intervals() {
	for _, before := range l.before.Intervals {
		at := slices.IndexFunc(l.now.Intervals, func(n isms.NamedInterval) bool { return n.Name == before.Name })
		switch {
		case at < 0:
			l.add("intervals", "the interval %s is gone; it was %s", before.Name, before.Raw)
		case days(l.now.Intervals[at].Value) > days(before.Value):
			l.add("intervals/"+before.Name, "the interval %s becomes %s; it was %s", before.Name, l.now.Intervals[at].Raw, before.Raw)
		}
	}
	if before, now := cmp.Or(l.before.AuditCycleYears, 3), cmp.Or(l.now.AuditCycleYears, 3); now > before {
		l.add("organization/audit_cycle_years", "the audit cycle becomes %d years; it was %d", now, before)
	}
}

// days makes intervals comparable; a month has 30.4 of them.
func days(i isms.Interval) float64 { return float64(i.Months)*30.4 + float64(i.Days) }
