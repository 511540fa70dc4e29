package recognise

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/ismslint/ismslint/internal/config"
	"github.com/ismslint/ismslint/internal/isms"
)

func modelOfTexts(t *testing.T, texts map[string]string) *isms.Model {
	t.Helper()
	var files []File
	for name, text := range texts {
		files = append(files, Parse(name, text))
	}
	m, err := Model(context.Background(), files, Options{AsOf: "2026-11-24", Settings: &config.Settings{}})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func reviewsOf(t *testing.T, texts map[string]string) []isms.Entry {
	t.Helper()
	for _, reg := range modelOfTexts(t, texts).Registers {
		if reg.Kind == "reviews" {
			return reg.Entries
		}
	}
	t.Fatal("no register of reviews")
	return nil
}

// filledInputs are the inputs of a review behind whose name something stands.
func filledInputs(e *isms.Entry) string {
	var keys []string
	for _, in := range e.Inputs {
		if in.Filled {
			keys = append(keys, in.Key)
		}
	}
	slices.Sort(keys)
	return strings.Join(keys, " ")
}

const filler = "We met in the office to look at how things went since the last meeting.\n\n"

func TestReviewRecords(t *testing.T) {
	tests := []struct {
		name, file, text string
		want             []string // labels
	}{
		{"date line", "management-review.md", "# Management review\n\nDate: 2026-03-02\n\n" + filler, []string{"2026-03-02"}},
		{"file name", "management-reviews/2026-03-02.md", "# Management review\n\n" + filler, []string{"2026-03-02"}},
		{"month", "management-review.md", "# Management review March 2026\n\n" + filler, []string{"2026-03"}},
		{"year with content", "management-review-2026.md", "# Management review\n\n" + filler + "## Decisions\n\nGo on.\n", []string{"2026"}},
		{"year without content", "management-review-2026.md", "# Management review\n\n" + filler, nil},
		{"date of the text only", "management-review.md", "# Management review\n\nLast updated: 2026-03-02\n\n" + filler, nil},
		{"procedure", "management-review-procedure.md", "# Management review procedure\n\nDate: 2026-03-02\n\n" + filler, nil},
		{"template", "templates/management-review.md", "# Management review\n\nDate: 2026-03-02\n\n" + filler, nil},
		{"running record", "management-reviews.md", "# Management reviews\n\n## 2026-03-02\n\n" + filler + "## Review of 2025-03-04\n\n" + filler, []string{"2026-03-02", "2025-03-04"}},
		{"dated action", "management-review.md", "# Management review 2026-03-02\n\n" + filler + "## What has to be done about backups until 2026-05-01\n\nTest them.\n", []string{"2026-03-02"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, e := range reviewsOf(t, map[string]string{tt.file: tt.text}) {
				got = append(got, e.Label)
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestReviewInputs(t *testing.T) {
	const header = "# Management review\n\nDate: 2026-03-02\n\n" + filler
	tests := []struct{ name, text, want string }{
		{"heading", "## Audit results\n\nFine.\n", "audit_results"},
		{"heading with nothing below", "## Audit results\n\n## Decisions\n\nGo on.\n", ""},
		{"row", "| Input | Said |\n|---|---|\n| Audit results | Fine |\n| Feedback | |\n", "audit_results"},
		{"row with a number", "| No | Input | Said |\n|---|---|---|\n| 1 | Audit results | See objectives |\n", "audit_results"},
		{"item", "- Audit results: none\n- Feedback: ____\n- Metrics\n", "audit_results measurements"},
		{"sentence", "The risk assessment showed nothing new.\n", "risk_results"},
		{"decision", "## Decisions\n\n### Resources\n\nThe internal audit gets a day more.\n", ""},
		{"earlier actions", "## Status of actions from previous reviews\n\nObjectives were set.\n", "previous_actions"},
		{"German", "## Auditergebnisse\n\nKeine Feststellung.\n", "audit_results"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			entries := reviewsOf(t, map[string]string{"management-review.md": header + tt.text})
			if len(entries) != 1 {
				t.Fatalf("%d entries", len(entries))
			}
			if got := filledInputs(&entries[0]); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestReviewOfOneDay(t *testing.T) {
	entries := reviewsOf(t, map[string]string{
		"registers/reviews.yaml":       "register: reviews\nentries:\n  - {id: MR-1, date: 2026-03-02, participants: [CEO]}\n",
		"records/management-review.md": "# Management review\n\nDate: 2026-03-02\n\n" + filler + "## Audit results\n\nAUD-1 was fine.\n\n## Decisions\n\n- D-1: go on\n",
	})
	if len(entries) != 1 {
		t.Fatalf("%d entries", len(entries))
	}
	e := &entries[0]
	if fieldOf(e.Fields, "decisions") == nil || fieldOf(e.Fields, "participants") == nil || filledInputs(e) != "audit_results" {
		t.Errorf("%+v", e)
	}
	if len(e.DecisionList) != 1 || e.DecisionList[0].ID != "D-1" {
		t.Errorf("decisions: %+v", e.DecisionList)
	}
	i := slices.IndexFunc(e.Mentions, func(m isms.Mention) bool { return m.Name == "AUD-1" })
	if i < 0 || !e.Mentions[i].Reported {
		t.Errorf("mentions: %+v", e.Mentions)
	}
}

func TestReviewTableRows(t *testing.T) {
	entries := reviewsOf(t, map[string]string{"management-reviews.md": `# Management reviews

| Date | Participants | Topics | Decisions |
|---|---|---|---|
| 2026-03-02 | CEO | Audit results, feedback | Go on |
| 2025-03-04 | CEO | Objectives | Go on |
`})
	if len(entries) != 2 || entries[0].Structured || filledInputs(&entries[0]) != "audit_results feedback" {
		t.Errorf("%+v", entries)
	}
}

func TestBlankSignature(t *testing.T) {
	entries := reviewsOf(t, map[string]string{"management-review.md": "# Management review\n\nDate: 2026-03-02\n\n" + filler + "## Approval\n\nApproved by: ____________ (CEO)\n"})
	if len(entries) != 1 {
		t.Fatalf("%d entries", len(entries))
	}
	if f := fieldOf(entries[0].Fields, "approved_by"); f != nil && f.Value != nil {
		t.Errorf("a line to sign on was read as %v", f.Value)
	}
}

func TestPolicyLines(t *testing.T) {
	m := modelOfTexts(t, map[string]string{
		"registers/awareness.yaml": `register: awareness
entries:
  - {id: A-1, topic: First day, messages: [policy, consequences], delivered_on: 2026-03-02}
  - {id: A-2, topic: Information security policy, planned_on: 2026-04-01}
  - {id: A-3, topic: Phishing, messages: ["topic:policy-of-truth"], delivered_on: 2026-05-01}
`,
	})
	var got []string
	for _, reg := range m.Registers {
		if reg.Kind != "awareness" {
			continue
		}
		for _, e := range reg.Entries {
			for _, mention := range e.Mentions {
				if mention.Name == "policy.infosec" {
					got = append(got, e.ID+" "+mention.Name+" "+mention.Date)
				}
			}
		}
	}
	if want := []string{"A-1 policy.infosec 2026-03-02", "A-2 policy.infosec "}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestTitleOrName(t *testing.T) {
	r := &reader{calendar: calendar{v: vocab()}, top: map[string]bool{}}
	for key, want := range map[string]bool{
		"ceo": true, "head of platform": true, "isms manager": true, "it leiter": true, "jane roe": false, "p 01": false, "": false,
	} {
		if got := r.isTitle(key); got != want {
			t.Errorf("%q: got %v", key, got)
		}
	}
}

func TestNoNonconformity(t *testing.T) {
	for text, want := range map[string]bool{
		"There are no nonconformities.": true, "No open non-conformities": true, "Es gibt keine Abweichungen.": true,
		"No nonconformities in the audit": false, "No major nonconformities": false, "Keine Abweichungen im Zeitraum": false,
		"Two nonconformities": false, "None": false, "": false,
	} {
		if got := vocab().saysNoNonconformity(text, false); got != want {
			t.Errorf("%q: got %v", text, got)
		}
	}
	if !vocab().saysNoNonconformity("None.", true) {
		t.Error("a bare none below the heading says nothing")
	}
}
