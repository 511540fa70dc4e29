package verdict

import (
	"cmp"
	"fmt"
	"math"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/ismslint/ismslint/internal/isms"
	"github.com/ismslint/ismslint/internal/policy"
)

// Waiver is a recorded, expiring decision not to act on a finding.
type Waiver struct {
	Reason string `json:"reason"`
	Owner  string `json:"owner"`
	Until  string `json:"until"`
	Path   string `json:"path"`
	Line   int    `json:"line"`
	// Risk is the id of the risk that was accepted with it.
	Risk string `json:"risk,omitempty"`
	// Inline is true for a comment beside what it waives.
	Inline bool `json:"inline,omitempty"`
}

// What became of a waiver.
const (
	WaiverActive  = "active"
	WaiverPending = "not-in-base"
)

// RecordedWaiver is a waiver with what became of it: active, not-in-base, or the
// name of the rule that says why it waives nothing.
type RecordedWaiver struct {
	Waiver
	Rule   string `json:"rule"`
	Place  string `json:"place"`
	Column int    `json:"column"`
	State  string `json:"state"`
	// Findings is how many it waives, or would waive.
	Findings int `json:"findings"`
}

// Waiving is what a report needs to know of waivers.
type Waiving struct {
	// Dir is the folder that places are relative to.
	Dir string
	// Longest is how far ahead an end may lie, LongestRaw as it is written.
	Longest    isms.Interval
	LongestRaw string
	// Partial is true where not all of the ISMS was read: then nothing is said of
	// waivers without a finding.
	Partial bool
	Waivers []WaiverInput
}

// WaiverInput is a waiver as it was recorded.
type WaiverInput struct {
	Waiver
	Rule, Place string
	// Pos is where a field stands, the whole waiver for "" and what is not there.
	Pos func(field string) isms.Pos
	// From and To are the lines that an inline one covers, both included.
	From, To int
	// Fault is why it cannot be used.
	Fault string
	// Pending is true where the base of a comparison does not have it.
	Pending bool
}

// waiverFinding is a finding on a waiver itself.
type waiverFinding struct {
	rule    *policy.Meta
	finding policy.Finding
}

// waive gives findings the waivers that cover them, and says what became of each
// waiver.
func (in *Input) waive(found []Finding) (waivers []RecordedWaiver, on []waiverFinding) {
	byRule := map[string][]*Finding{}
	if len(in.Waiving.Waivers) > 0 {
		for i := range found {
			byRule[found[i].Rule] = append(byRule[found[i].Rule], &found[i])
		}
	}
	for i := range in.Waiving.Waivers {
		w := &in.Waiving.Waivers[i]
		state := RecordedWaiver{Waiver: w.Waiver, Rule: w.Rule, Place: w.Place, Column: w.Pos("").Column, State: WaiverActive}
		say := func(rule *policy.Meta, field, format string, args ...any) {
			on = append(on, w.finding(rule, field, fmt.Sprintf(format, args...)))
			if rule != WaiverRisk {
				state.State = rule.Name
			}
		}
		in.judgeWaiver(w, say)
		covers := in.coverage(w)
		for _, f := range byRule[w.Rule] {
			if w.Fault != "" || !covers(f) {
				continue
			}
			state.Findings++
			if state.State == WaiverActive && !w.Pending && f.Waiver == nil {
				f.Waiver = &w.Waiver
			}
		}
		switch {
		case state.State != WaiverActive:
		case state.Findings == 0 && !in.Waiving.Partial:
			say(WaiverUnused, "", "no finding of %s stands at %s: the waiver is not needed", w.Rule, w.Place)
		case w.Pending:
			state.State = WaiverPending
		}
		waivers = append(waivers, state)
	}
	slices.SortStableFunc(waivers, compareWaivers)
	return waivers, on
}

// judgeWaiver says what is wrong with a waiver, whatever it covers.
func (in *Input) judgeWaiver(w *WaiverInput, say func(rule *policy.Meta, field, format string, args ...any)) {
	asOf := in.Model.AsOf
	switch {
	case w.Fault != "":
		say(WaiverIncomplete, "", "the waiver %s; it waives nothing", w.Fault)
		return
	case !in.waivable(w.Rule):
		say(WaiverUnknownRule, "rule", "no rule that can be waived is called %s", w.Rule)
		return
	case w.Until < asOf:
		say(WaiverExpired, "until", "the waiver of %s for %s ended on %s; %s owns it", w.Rule, w.Place, w.Until, w.Owner)
	case w.Until > in.latest():
		say(WaiverTooLong, "until", "the waiver of %s for %s ends more than %s from now; it waives nothing", w.Rule, w.Place, in.Waiving.LongestRaw)
	}
	if w.Risk != "" && !in.hasRisk(w.Risk) {
		say(WaiverRisk, "risk", "the risk %s, which the waiver of %s for %s names, is not in the register", w.Risk, w.Rule, w.Place)
	}
}

// latest is the last day on which a waiver may end.
func (in *Input) latest() string {
	day, err := time.Parse(time.DateOnly, in.Model.AsOf)
	if err != nil || in.Waiving.Longest == (isms.Interval{}) {
		return "9999-12-31"
	}
	return day.AddDate(0, in.Waiving.Longest.Months, in.Waiving.Longest.Days).Format(time.DateOnly)
}

// waivable says whether there is a rule whose findings may be waived: not those
// on waivers, nor what a change allows itself.
func (in *Input) waivable(id string) bool {
	if own := OwnRule(id); own != nil {
		return own.Category != waiverCategory && own != LooseningRule
	}
	return slices.ContainsFunc(in.Rules, func(m *policy.Meta) bool { return m.ID == id })
}

func (in *Input) hasRisk(id string) bool {
	for _, r := range in.Model.Registers {
		if r.Kind != "risks" {
			continue
		}
		if slices.ContainsFunc(r.Entries, func(e isms.Entry) bool { return e.ID == id }) {
			return true
		}
	}
	return false
}

func (w *WaiverInput) finding(rule *policy.Meta, field, message string) waiverFinding {
	return waiverFinding{rule, policy.Finding{
		Subject: "waiver/" + w.Rule + "@" + w.Place, Field: rule.Name, Path: w.Path, Pos: w.Pos(field).String(),
		Message: message, Level: rule.Level, Certainty: rule.Certainty,
	}}
}

// coverage says of findings whether a waiver covers them: by the lines of a
// comment; else by a pattern of paths, a section, or the id of what they are on.
func (in *Input) coverage(w *WaiverInput) func(*Finding) bool {
	if w.Inline {
		return func(f *Finding) bool { return f.Path == w.Path && f.Line >= w.From && f.Line <= w.To }
	}
	glob, slug, section := strings.Cut(w.Place, "#")
	if glob != "" {
		glob = path.Join(in.Waiving.Dir, glob)
	}
	if !section {
		named := in.named(w.Place)
		return func(f *Finding) bool { return named(f.Subject) || matches(glob, f.Path) }
	}
	spans := map[string][2]int{} // by path
	for _, d := range in.Model.Documents {
		if d.Section == "" && (glob == "" || matches(glob, d.Path)) {
			if from, to := sectionLines(d.Sections, slug); from > 0 {
				spans[d.Path] = [2]int{from, to}
			}
		}
	}
	return func(f *Finding) bool {
		span, ok := spans[f.Path]
		return ok && f.Line >= span[0] && f.Line <= span[1]
	}
}

func matches(glob, path string) bool {
	if glob == path {
		return true
	}
	match, err := doublestar.Match(glob, path)
	return err == nil && match
}

// named says of subjects whether they are what an id names: RSK-007 is
// risks/RSK-007, and A.5.15 is soa/5.15.
func (in *Input) named(id string) func(subject string) bool {
	return func(subject string) bool {
		kind, name, _ := strings.Cut(subject, "/")
		switch {
		case subject == id:
			return true
		case name != id && (kind != "soa" || strings.TrimPrefix(name, "A.") != strings.TrimPrefix(id, "A.")):
			return false
		}
		return kind == "doc" || slices.ContainsFunc(in.Standard.Kinds, func(k isms.RegisterKind) bool { return k.ID == kind })
	}
}

// sectionLines are the lines of a section with those in it, 0 where there is
// none.
func sectionLines(sections []isms.Section, slug string) (from, to int) {
	for i := range sections {
		if sections[i].Slug != slug || slug == "" {
			continue
		}
		from, to = sections[i].Pos.Line, math.MaxInt
		for _, next := range sections[i+1:] {
			if next.Level <= sections[i].Level {
				return from, next.Pos.Line - 1
			}
		}
		return from, to
	}
	return 0, 0
}

// compareWaivers is the order in which waivers are listed: the next to end first.
func compareWaivers(a, b RecordedWaiver) int {
	return cmp.Or(strings.Compare(a.Until, b.Until), strings.Compare(a.Path, b.Path), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
}
