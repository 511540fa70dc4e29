package verdict

import (
	"cmp"
	"slices"
	"strings"
)

// BaselineFile is what is recorded of the findings of a day, so that later runs
// fail by new ones only.
type BaselineFile struct {
	Schema   string          `json:"schema"`
	AsOf     string          `json:"as_of"`
	Findings []BaselineEntry `json:"findings"`
}

// BaselineEntry is a recorded finding. The fingerprint is what it is known by;
// the rest is for readers.
type BaselineEntry struct {
	Path        string `json:"path"`
	Rule        string `json:"rule"`
	Message     string `json:"message"`
	Fingerprint string `json:"fingerprint"`
}

// Baseline is what came of a baseline in a run.
type Baseline struct {
	Path    string `json:"path"`
	AsOf    string `json:"as_of"`
	Entries int    `json:"entries"`
	// Known counts the findings of the report that are in it.
	Known FindingCounts `json:"known"`
	// Gone are entries without a finding: what they recorded is mended.
	Gone []BaselineEntry `json:"gone"`
}

// NewBaseline records the findings of a report. Those that are waived stay with
// their waivers, and what is said of waivers and of a change is for now only.
func NewBaseline(r *Report) BaselineFile {
	b := BaselineFile{Schema: SchemaVersion, AsOf: r.AsOf, Findings: []BaselineEntry{}}
	for i := range r.Findings {
		f := &r.Findings[i]
		if f.Waiver == nil && recordable(f.Rule) {
			b.Findings = append(b.Findings, BaselineEntry{f.Path, f.Rule, f.Message, f.Fingerprint})
		}
	}
	slices.SortFunc(b.Findings, func(a, b BaselineEntry) int {
		return cmp.Or(strings.Compare(a.Path, b.Path), strings.Compare(a.Rule, b.Rule),
			strings.Compare(a.Message, b.Message), strings.Compare(a.Fingerprint, b.Fingerprint))
	})
	return b
}

func recordable(rule string) bool {
	own := OwnRule(rule)
	return own == nil || own.Category != waiverCategory && own != LooseningRule
}

// Without are the entries that another baseline does not have.
func (b *BaselineFile) Without(other *BaselineFile) []BaselineEntry {
	have := other.prints()
	return slices.DeleteFunc(slices.Clone(b.Findings), func(e BaselineEntry) bool { return have[e.Fingerprint] })
}

func (b *BaselineFile) prints() map[string]bool {
	prints := make(map[string]bool, len(b.Findings))
	for _, e := range b.Findings {
		prints[e.Fingerprint] = true
	}
	return prints
}

// ApplyBaseline marks the findings that a baseline has: they are existing, and
// fail no run. Entries are said to be gone where read says that their file, or
// where it would stand, was looked at.
func (r *Report) ApplyBaseline(b *BaselineFile, path string, read func(path string) bool) {
	r.Baseline = &Baseline{Path: path, AsOf: b.AsOf, Entries: len(b.Findings), Gone: []BaselineEntry{}}
	have, found := b.prints(), map[string]bool{}
	for i := range r.Findings {
		f := &r.Findings[i]
		found[f.Fingerprint] = true
		switch {
		case have[f.Fingerprint] && recordable(f.Rule):
			f.Baseline, f.Change = true, Existing
		case r.Base == nil:
			f.Change = Introduced
		}
	}
	for _, e := range b.Findings {
		if !found[e.Fingerprint] && read(e.Path) {
			r.Baseline.Gone = append(r.Baseline.Gone, e)
		}
	}
	for i := range r.ISMS {
		r.ISMS[i].Report.takeChanges(r.Findings)
	}
	r.count()
}

// Decides says whether a finding can fail the run: one that is not waived, not in
// a baseline and, in a comparison, introduced.
func (r *Report) Decides(f *Finding) bool {
	return f.Waiver == nil && !f.Baseline && (r.Base == nil || r.Base.All || f.Change == Introduced)
}

// Deciding counts the findings by which a run fails.
func (r *Report) Deciding() FindingCounts {
	switch {
	case r.Base != nil && !r.Base.All:
		return r.Base.Introduced
	case r.Baseline != nil:
		n, known := r.Summary.Findings, r.Baseline.Known
		return FindingCounts{n.Error - known.Error, n.Warning - known.Warning, n.Note - known.Note, n.Waived - known.Waived}
	}
	return r.Summary.Findings
}

// countBaseline fills in the number of findings that are in the baseline.
func (r *Report) countBaseline() {
	if r.Baseline == nil {
		return
	}
	r.Baseline.Known = FindingCounts{}
	for i := range r.Findings {
		if r.Findings[i].Baseline {
			r.Baseline.Known.add(r.Findings[i])
		}
	}
}

// restrictBaseline leaves the entries of the rules asked for.
func (r *Report) restrictBaseline(s Scope) {
	if r.Baseline != nil && len(s.Rules) > 0 {
		r.Baseline.Gone = slices.DeleteFunc(r.Baseline.Gone, func(e BaselineEntry) bool { return !slices.Contains(s.Rules, e.Rule) })
	}
}
