package verdict

import (
	"slices"
	"strings"
)

// What a finding is in a comparison with a base.
const (
	Introduced = "introduced"
	Existing   = "existing"
)

// Base is what a report is compared with, and what came of it.
type Base struct {
	// Revision is what was asked for, Commit the commit that was compared.
	Revision string `json:"revision"`
	Commit   string `json:"commit"`
	// Introduced and Existing count the findings of the report.
	Introduced FindingCounts `json:"introduced"`
	Existing   FindingCounts `json:"existing"`
	// Fixed are findings of the base that are gone, at their places there.
	Fixed []Finding `json:"fixed"`
	// Activities are those whose verdict differs.
	Activities []ActivityChange `json:"activities"`
	// All is whether existing findings fail the run too.
	All bool `json:"all"`
}

// ActivityChange is an activity whose verdict is another one than in the base.
type ActivityChange struct {
	ID     string `json:"id"`
	Text   string `json:"text"`
	Before string `json:"before"`
	After  string `json:"after"`
	Better bool   `json:"better"`
}

// Compare says of each finding of a report whether the base has it too, which of
// the base's are gone, and which verdicts differ. Findings are matched by their
// fingerprints: rule, subject and field, not line or wording. Both were judged at
// the same date, so that what only time causes is existing.
func Compare(head, base *Report, revision, commit string, all bool) {
	b := &Base{Revision: revision, Commit: commit, Fixed: []Finding{}, Activities: []ActivityChange{}, All: all}
	before := map[string]bool{}
	for i := range base.Findings {
		before[base.Findings[i].Fingerprint] = true
	}
	after := map[string]bool{}
	for i := range head.Findings {
		f := &head.Findings[i]
		after[f.Fingerprint] = true
		f.Change = Introduced
		if before[f.Fingerprint] {
			f.Change = Existing
		}
	}
	for _, f := range base.Findings {
		if !after[f.Fingerprint] {
			b.Fixed = append(b.Fixed, f)
		}
	}
	b.Activities = changedActivities(head.Clauses, base.Clauses)
	head.Base = b
	for i := range head.ISMS {
		head.ISMS[i].Report.takeChanges(head.Findings)
	}
	head.count()
}

// takeChanges gives the findings of one of several ISMS what is said of them in
// the whole.
func (r *Report) takeChanges(findings []Finding) {
	whole := map[string]*Finding{}
	for i := range findings {
		whole[findings[i].Fingerprint] = &findings[i]
	}
	for i := range r.Findings {
		if f := whole[r.Findings[i].Fingerprint]; f != nil {
			r.Findings[i].Change, r.Findings[i].Baseline = f.Change, f.Baseline
		}
	}
}

func changedActivities(head, base []Clause) []ActivityChange {
	before := map[string]string{}
	for _, c := range base {
		for _, a := range c.Activities {
			before[a.ID] = a.Verdict
		}
	}
	out := []ActivityChange{}
	for _, c := range head {
		for _, a := range c.Activities {
			was, ok := before[a.ID]
			if ok && was != a.Verdict {
				out = append(out, ActivityChange{ID: a.ID, Text: a.Text, Before: was, After: a.Verdict, Better: rankOf(a.Verdict) > rankOf(was)})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b ActivityChange) int {
		if a.Better != b.Better {
			if b.Better {
				return -1
			}
			return 1
		}
		return strings.Compare(a.ID, b.ID)
	})
	return out
}

// rankOf is the place of a verdict from worst to best.
func rankOf(verdict string) int {
	return slices.Index([]string{
		Contradiction, NotFound, Overdue, EvidencePartial, NotRecognised, NotEvidencedOptional, NotDecidable, Outside, EvidenceFound, NotApplicable,
	}, verdict)
}

// countChanges fills in the numbers of a comparison.
func (r *Report) countChanges() {
	if r.Base == nil {
		return
	}
	r.Base.Introduced, r.Base.Existing = FindingCounts{}, FindingCounts{}
	for _, f := range r.Findings {
		if f.Change == Introduced {
			r.Base.Introduced.add(f)
		} else {
			r.Base.Existing.add(f)
		}
	}
}

// restrictBase leaves what is in the scope of the fixed findings and verdicts.
func (r *Report) restrictBase(s Scope, concerned func(Finding) bool) {
	if r.Base == nil {
		return
	}
	r.Base.Fixed = slices.DeleteFunc(r.Base.Fixed, func(f Finding) bool { return !concerned(f) })
	if len(s.Clauses) > 0 {
		r.Base.Activities = slices.DeleteFunc(r.Base.Activities, func(a ActivityChange) bool {
			clause, _, _ := strings.Cut(a.ID, "-")
			return !slices.Contains(s.Clauses, clause)
		})
	}
}
