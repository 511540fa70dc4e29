package verdict

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ismslint/ismslint/internal/catalogue"
	"github.com/ismslint/ismslint/internal/policy"
)

var editions = []string{catalogue.Edition2013, catalogue.Edition2022, catalogue.Edition2022Amd1}

// TestEveryActivityIsCovered: each activity of each edition has a rule that forms
// its verdict, or the catalogue says why no repository can show it.
func TestEveryActivityIsCovered(t *testing.T) {
	var rules []*policy.Meta
	metas := policy.Embedded().Metas
	for i := range metas {
		rules = append(rules, &metas[i])
	}
	coverage := Cover(rules, catalogue.Clauses(), editions)
	for _, c := range coverage.Clauses {
		for _, a := range c.Activities {
			for edition, state := range a.Covered {
				if state == CoverNone {
					t.Errorf("%s %s: no rule of strength shall in the %s edition, and no key unseen in policies/catalogue/clauses.yaml", a.ID, a.Text, edition)
				}
			}
			if a.Unseen != "" && len(a.Rules) > 0 {
				t.Errorf("%s: the catalogue says that no repository can show it, and %s does", a.ID, a.Rules[0].ID)
			}
		}
	}
	for _, n := range coverage.Editions {
		if want := len(catalogue.Activities(n.Edition)); n.Activities != want || n.Decided+n.Indicated+n.Unseen+n.None != want {
			t.Errorf("%s: %+v of %d activities", n.Edition, n, want)
		}
	}
}

func TestCover(t *testing.T) {
	clauses := []catalogue.Clause{
		{ID: "4.1", Title: "Context", Activities: []catalogue.Activity{
			{ID: "4.1-a", Text: "Find out"}, {ID: "4.1-b", Text: "Decide", EditionOnly: "2022"},
			{ID: "4.1-c", Text: "Feel", Unseen: "it is in the heart"}, {ID: "4.1-d", Text: "Forgotten"},
		}},
		{ID: "Annex A"},
	}
	rules := []*policy.Meta{
		{ID: "c/words", Activities: []string{"4.1-a", "4.1-b"}, Certainty: "indicates", Strength: "shall"},
		{ID: "c/data", Activities: []string{"4.1-a"}, Certainty: "decides", Strength: "shall", Levels: map[string]string{"2013": "off"}},
		{ID: "c/later", Activities: []string{"4.1-b"}, Certainty: "decides", Strength: "shall", Levels: map[string]string{"2022": "off", "2022+amd1": "note"}},
		{ID: "c/advice", Activities: []string{"4.1-d"}, Certainty: "decides", Strength: "should"},
	}
	got := Cover(rules, clauses, editions)
	covered := map[string]map[string]string{}
	for _, a := range got.Clauses[0].Activities {
		covered[a.ID] = a.Covered
	}
	want := map[string]map[string]string{
		"4.1-a": {"2013": "indicated", "2022": "decided", "2022+amd1": "decided"},
		"4.1-b": {"2022": "indicated", "2022+amd1": "decided"},
		"4.1-c": {"2013": "unseen", "2022": "unseen", "2022+amd1": "unseen"},
		"4.1-d": {"2013": "none", "2022": "none", "2022+amd1": "none"},
	}
	if diff := cmp.Diff(want, covered); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(EditionCoverage{Edition: "2022", Activities: 4, Decided: 1, Indicated: 1, Unseen: 1, None: 1}, got.Editions[1]); diff != "" {
		t.Error(diff)
	}
	if len(got.Clauses) != 1 {
		t.Errorf("a clause without activities is listed: %+v", got.Clauses[1])
	}
}
