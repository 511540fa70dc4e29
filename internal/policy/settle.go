package policy

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/ismslint/ismslint/internal/isms"
)

// facts are what a rule says of a finding, beside what Finding holds.
type facts struct {
	base            string // level before anything else; "" for the rule's own
	atMost          string
	defaultInterval bool
}

// found is a finding as decoded, not settled yet.
type found struct {
	Finding
	facts
}

var loudness = map[string]int{"note": 1, "warning": 2, "error": 3}

// quieter is the less loud of two levels.
func quieter(a, b string) string {
	if loudness[b] < loudness[a] {
		return b
	}
	return a
}

// editionLevel is the rule's level in the edition of the model.
func (s *situation) editionLevel(m *Meta) string {
	if level, ok := m.Levels[s.m.Edition]; ok {
		return level
	}
	if s.m.Edition == "2022+amd1" {
		if level, ok := m.Levels["2022"]; ok {
			return level
		}
	}
	return m.Level
}

// level of a finding: first what replaces the rule's level, then what caps it.
// That the organisation determined something outweighs that it has not said
// what it keeps elsewhere.
func (s *situation) level(f *Finding, x facts) string {
	m := f.Rule
	level := x.base
	if level == "" {
		level = s.editionLevel(m)
	}
	if x.defaultInterval && m.LevelNoInterval != "" {
		level = m.LevelNoInterval
	}
	if f.Absent != "" {
		switch {
		case s.determined[f.Absent] && m.LevelDetermined != "":
			level = m.LevelDetermined
		case !s.m.Organization.OutsideStated && m.LevelUndeclared != "":
			level = m.LevelUndeclared
			f.Certainty = string(isms.Indicates)
		}
		if !s.m.Organization.Declared {
			level = quieter(level, "warning")
		}
	}
	if x.atMost != "" {
		level = quieter(level, x.atMost)
	}
	if f.Certainty == string(isms.Indicates) {
		level = quieter(level, "warning")
	}
	return level
}

// settle makes the findings and evidence of a rule final: levels, activities of
// the edition, what is kept elsewhere, folding, order.
func (s *situation) settle(m *Meta, raw []found, evidence []Evidence) ([]Finding, []Evidence) {
	var findings []Finding
	for i := range raw {
		f := &raw[i].Finding
		f.Rule = m
		f.Certainty = weaker(m.Certainty, f.Certainty)
		if f.Activities = s.applicable(orAll(f.Activities, m)); len(f.Activities) == 0 {
			continue
		}
		if f.Absent != "" && s.isOutside(f) {
			continue
		}
		f.Level = s.level(f, raw[i].facts)
		f.DefaultInterval = raw[i].defaultInterval
		findings = append(findings, *f)
	}
	findings = s.fold(m, distinct(findings))
	slices.SortFunc(findings, compareFindings)
	return findings, s.settleEvidence(m, evidence)
}

func (s *situation) settleEvidence(m *Meta, evidence []Evidence) []Evidence {
	kept := evidence[:0]
	for _, e := range evidence {
		e.Rule = m
		e.Certainty = weaker(m.Certainty, e.Certainty)
		if e.Activities = s.applicable(orAll(e.Activities, m)); len(e.Activities) > 0 {
			kept = append(kept, e)
		}
	}
	slices.SortFunc(kept, compareEvidence)
	return slices.CompactFunc(kept, func(a, b Evidence) bool { return compareEvidence(a, b) == 0 })
}

func orAll(activities []string, m *Meta) []string {
	if len(activities) == 0 {
		return m.Activities
	}
	return activities
}

func weaker(a, b string) string {
	if a == string(isms.Indicates) || b == string(isms.Indicates) {
		return string(isms.Indicates)
	}
	return string(isms.Decides)
}

func (s *situation) isOutside(f *Finding) bool {
	if _, ok := s.outside[f.Absent]; ok {
		return true
	}
	for _, a := range f.Activities {
		if _, ok := s.outside[a]; !ok {
			return false
		}
	}
	return true
}

// distinct keeps one finding for each subject, field and message of a rule.
func distinct(findings []Finding) []Finding {
	type key struct{ subject, field, message string }
	slices.SortFunc(findings, compareFindings)
	seen := make(map[key]bool, len(findings))
	return slices.DeleteFunc(findings, func(f Finding) bool {
		k := key{f.Subject, f.Field, f.Message}
		dup := seen[k]
		seen[k] = true
		return dup
	})
}

// giveWay drops what a rule says of a place that another rule speaks of: one
// finding for one cause.
func giveWay(results []RuleResult) {
	type place struct{ subject, at string }
	spoken := map[place]bool{}
	for i := range results {
		if results[i].Rule.GivesWay {
			continue
		}
		for _, f := range results[i].Findings {
			spoken[place{f.Subject, f.Field}] = true
			spoken[place{f.Subject, f.Pos}] = true
		}
	}
	for i := range results {
		if results[i].Rule.GivesWay {
			results[i].Findings = slices.DeleteFunc(results[i].Findings, func(f Finding) bool {
				return spoken[place{f.Subject, f.Field}] || spoken[place{f.Subject, f.Pos}]
			})
		}
	}
}

// fold makes one finding of many about entries of one register.
func (s *situation) fold(m *Meta, findings []Finding) []Finding {
	if m.Fold == nil {
		return findings
	}
	groups := map[*isms.Register][]Finding{}
	var rest []Finding
	var order []*isms.Register
	for _, f := range findings {
		at, ok := s.entries[f.Subject]
		if !ok {
			rest = append(rest, f)
			continue
		}
		if groups[at.register] == nil {
			order = append(order, at.register)
		}
		groups[at.register] = append(groups[at.register], f)
	}
	for _, r := range order {
		rest = append(rest, s.foldRegister(m, r, groups[r])...)
	}
	return rest
}

func (s *situation) foldRegister(m *Meta, r *isms.Register, group []Finding) []Finding {
	entries := s.entriesOf(group)
	n, total := len(entries), len(r.Entries)
	most := m.Fold.When == "most"
	// One entry is named where it stands.
	if n < 2 || most && (n < 3 || 2*n <= total) {
		return group
	}
	path, pos := columnPlace(r, m.Fold.Field)
	f := Finding{
		Rule: m, Subject: "register/" + r.Kind, Field: m.Fold.Field, Path: path, Pos: pos,
		Message: fill(m.Fold.Message, map[string]string{
			"register": s.registerName(r), "n": strconv.Itoa(n), "m": strconv.Itoa(total), "ids": names(entries),
		}),
		Level: "note", Certainty: group[0].Certainty,
	}
	for _, g := range group {
		if loudness[g.Level] > loudness[f.Level] {
			f.Level = g.Level
		}
		f.Certainty = weaker(f.Certainty, g.Certainty)
		for _, a := range g.Activities {
			if !slices.Contains(f.Activities, a) {
				f.Activities = append(f.Activities, a)
			}
		}
	}
	slices.Sort(f.Activities)
	if most || f.Certainty == string(isms.Indicates) {
		f.Level = quieter(f.Level, "warning")
	}
	return []Finding{f}
}

// entriesOf are the entries that findings are about, in the register's order.
func (s *situation) entriesOf(group []Finding) []*isms.Entry {
	var entries []*isms.Entry
	seen := map[*isms.Entry]bool{}
	for _, f := range group {
		if e := s.entries[f.Subject].entry; !seen[e] {
			seen[e] = true
			entries = append(entries, e)
		}
	}
	slices.SortFunc(entries, func(a, b *isms.Entry) int { return cmp.Compare(a.Index, b.Index) })
	return entries
}

// names are the first ten entries, and how many more there are.
func names(entries []*isms.Entry) string {
	const shown = 10
	var b strings.Builder
	for i, e := range entries[:min(shown, len(entries))] {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(cmp.Or(e.ID, e.Subject))
	}
	if more := len(entries) - shown; more > 0 {
		b.WriteString(" and " + strconv.Itoa(more) + " more")
	}
	return b.String()
}

func compareFindings(a, b Finding) int {
	return cmp.Or(
		strings.Compare(a.Path, b.Path), comparePos(a.Pos, b.Pos),
		strings.Compare(a.Subject, b.Subject), strings.Compare(a.Field, b.Field), strings.Compare(a.Message, b.Message),
		strings.Compare(a.Level, b.Level), slices.Compare(a.Activities, b.Activities), strings.Compare(a.Certainty, b.Certainty),
		strings.Compare(a.Absent, b.Absent), slices.CompareFunc(a.Related, b.Related, compareRelated),
	)
}

func compareRelated(a, b Related) int {
	return cmp.Or(strings.Compare(a.Path, b.Path), comparePos(a.Pos, b.Pos), strings.Compare(a.Message, b.Message))
}

func compareEvidence(a, b Evidence) int {
	return cmp.Or(
		strings.Compare(a.Path, b.Path), comparePos(a.Pos, b.Pos), strings.Compare(a.Section, b.Section),
		strings.Compare(a.Signal, b.Signal), strings.Compare(a.Certainty, b.Certainty), strings.Compare(a.Date, b.Date),
		slices.Compare(a.Activities, b.Activities),
	)
}

// comparePos orders "9:1:9:2" before "10:1:10:2".
func comparePos(a, b string) int {
	for a != "" || b != "" {
		var x, y string
		x, a, _ = strings.Cut(a, ":")
		y, b, _ = strings.Cut(b, ":")
		if c := cmp.Or(cmp.Compare(len(x), len(y)), strings.Compare(x, y)); c != 0 {
			return c
		}
	}
	return 0
}

// longest is how many code points of a message are kept: a message quotes what
// a stranger wrote.
const longest = 600

// oneLine is a text without control characters, and not endless.
func oneLine(s string) string {
	clean := true
	for _, r := range s {
		if unicode.IsControl(r) || r == '\u2028' || r == '\u2029' {
			clean = false
			break
		}
	}
	if clean && len(s) <= longest {
		return s
	}
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == '\u2028' || r == '\u2029' {
			return ' '
		}
		return r
	}, s)
	if runes := []rune(s); len(runes) > longest {
		return string(runes[:longest-1]) + "…"
	}
	return s
}
