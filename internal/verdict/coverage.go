package verdict

import (
	"slices"

	"github.com/ismslint/ismslint/internal/catalogue"
	"github.com/ismslint/ismslint/internal/policy"
)

// What the rules can say of an activity, whatever a repository holds.
const (
	CoverDecided   = "decided"   // a rule on declared or structured data
	CoverIndicated = "indicated" // rules on names, headings and wording alone
	CoverUnseen    = "unseen"    // the catalogue says why no repository can show it
	CoverNone      = "none"      // neither a rule nor a reason
)

// Coverage is which rules look at which activity in which edition.
type Coverage struct {
	Editions []EditionCoverage `json:"editions"`
	Clauses  []CoveredClause   `json:"clauses"`
}

// EditionCoverage counts the activities of an edition. The last four add up to
// the first.
type EditionCoverage struct {
	Edition    string `json:"edition"`
	Activities int    `json:"activities"`
	Decided    int    `json:"decided"`
	Indicated  int    `json:"indicated"`
	Unseen     int    `json:"unseen"`
	None       int    `json:"none"`
}

// CoveredClause is a clause with its activities.
type CoveredClause struct {
	ID         string            `json:"id"`
	Title      string            `json:"title"`
	Activities []CoveredActivity `json:"activities"`
}

// CoveredActivity is an activity with the rules that look at it.
type CoveredActivity struct {
	ID   string `json:"id"`
	Text string `json:"text"`
	// Covered is one of the words above, by edition; an edition that does not have
	// the activity is not there.
	Covered map[string]string `json:"covered"`
	Rules   []CoveringRule    `json:"rules"`
	Unseen  string            `json:"unseen,omitempty"`
}

// CoveringRule is a rule that looks at an activity. Only one of strength shall
// has a part in its verdict, and none that looks at a change.
type CoveringRule struct {
	ID        string   `json:"id"`
	Certainty string   `json:"certainty"`
	Strength  string   `json:"strength"`
	Editions  []string `json:"editions"`
	verdict   bool
}

// Verdict says whether the rule has a part in the verdict.
func (r CoveringRule) Verdict() bool { return r.verdict }

// Cover says which rules look at what in the editions.
func Cover(rules []*policy.Meta, clauses []catalogue.Clause, editions []string) Coverage {
	out := Coverage{Clauses: []CoveredClause{}}
	counts := map[string]*EditionCoverage{}
	out.Editions = make([]EditionCoverage, len(editions))
	for i, edition := range editions {
		out.Editions[i].Edition = edition
		counts[edition] = &out.Editions[i]
	}
	for i := range clauses {
		c := CoveredClause{ID: clauses[i].ID, Title: clauses[i].Title}
		for _, a := range clauses[i].Activities {
			covered := coverActivity(rules, a, editions)
			if len(covered.Covered) == 0 {
				continue
			}
			c.Activities = append(c.Activities, covered)
			for edition, state := range covered.Covered {
				counts[edition].add(state)
			}
		}
		if len(c.Activities) > 0 {
			out.Clauses = append(out.Clauses, c)
		}
	}
	return out
}

func coverActivity(rules []*policy.Meta, a catalogue.Activity, editions []string) CoveredActivity {
	out := CoveredActivity{ID: a.ID, Text: a.Text, Unseen: a.Unseen, Covered: map[string]string{}, Rules: []CoveringRule{}}
	for _, edition := range editions {
		if inEdition(a.EditionOnly, edition) {
			out.Covered[edition] = CoverNone
			if a.Unseen != "" {
				out.Covered[edition] = CoverUnseen
			}
		}
	}
	for _, m := range rules {
		if !slices.Contains(m.Activities, a.ID) {
			continue
		}
		r := CoveringRule{ID: m.ID, Certainty: m.Certainty, Strength: m.Strength, verdict: m.FormsVerdict()}
		for _, edition := range editions {
			if out.Covered[edition] == "" || !appliesIn(m, edition) {
				continue
			}
			r.Editions = append(r.Editions, edition)
			if r.Verdict() {
				out.Covered[edition] = surer(out.Covered[edition], certainty(m.Certainty))
			}
		}
		if len(r.Editions) > 0 {
			out.Rules = append(out.Rules, r)
		}
	}
	return out
}

// surer is the more certain of two words; both decide in the same words as the
// evidence of a report.
func surer(have, found string) string {
	if have == CoverDecided {
		return have
	}
	return found
}

// appliesIn says whether a rule is evaluated in an edition. What is said of 2022
// holds for 2022+amd1 unless that has a word of its own.
func appliesIn(m *policy.Meta, edition string) bool {
	level, ok := m.Levels[edition]
	if !ok && edition == catalogue.Edition2022Amd1 {
		level = m.Levels[catalogue.Edition2022]
	}
	return level != "off"
}

func (n *EditionCoverage) add(state string) {
	n.Activities++
	switch state {
	case CoverDecided:
		n.Decided++
	case CoverIndicated:
		n.Indicated++
	case CoverUnseen:
		n.Unseen++
	default:
		n.None++
	}
}
