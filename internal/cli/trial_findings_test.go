package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"

	"github.com/ismslint/ismslint/internal/verdict"
)

// findingFloor is how many of 100 judged findings that are still reported must
// be right.
const findingFloor = 95

// judged is one item of testdata/field-trial-findings.yaml, whose head explains it.
type judged struct {
	Folder, Rule, Path, Subject, Why, Words string

	Forced, Right, Open, Lost bool
}

// declaresISMS makes the rules look at a folder that is no ISMS.
const declaresISMS = "edition: \"2022\"\norganization: {name: X, persons: 40}\n"

// TestFieldTrialFindings replays the judgements on findings on the real
// repositories in ISMS_CORPORA.
func TestFieldTrialFindings(t *testing.T) {
	dir := os.Getenv("ISMS_CORPORA")
	if dir == "" {
		t.Skip("SKIPPED: the field trial of findings needs real repositories; ISMS_CORPORA names their folder")
	}
	text, err := os.ReadFile("../../testdata/field-trial-findings.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var items []judged
	if err := yaml.Unmarshal(text, &items); err != nil {
		t.Fatal(err)
	}
	config := filepath.Join(t.TempDir(), "isms.yaml")
	if err := os.WriteFile(config, []byte(declaresISMS), 0o600); err != nil {
		t.Fatal(err)
	}
	reports := map[string]verdict.Report{}
	var shown rate
	mended := 0
	for _, item := range items {
		key := item.Folder
		if _, ok := reports[key]; !ok {
			r := request{path: filepath.Join(dir, item.Folder), asOf: pinned}
			if item.Forced {
				r.config = config
			}
			reports[key], err = rooms{}.check(t.Context(), r, func(string) {})
			if err != nil {
				t.Fatalf("%s: %v", item.Folder, err)
			}
		}
		message := item.find(reports[key], config)
		right := item.Right || item.Words != "" && !strings.Contains(message, item.Words)
		where := item.Folder + ": " + item.Rule + " on " + item.Subject
		switch {
		case message == "" && item.Open:
			t.Errorf("%s is mended: take `open` out", where)
		case message == "" && !item.Right:
			mended++
		case message == "" && item.Lost:
			t.Logf("LOST %s", where)
		case message == "":
			t.Errorf("%s was judged right and is not reported any more", where)
		case item.Lost:
			t.Errorf("%s is reported again: take `lost` out", where)
		case !right && !item.Open:
			t.Errorf("%s was mended and is wrong again: %s", where, message)
		default:
			shown.all++
			if right {
				shown.right++
			} else {
				t.Logf("WRONG %s (%s): %s", where, item.Why, message)
			}
			if right && !item.Right {
				mended++
			}
		}
	}
	t.Logf("%d judged, %d wrong ones mended, %d still reported, %d of them right: %.1f of 100",
		len(items), mended, shown.all, shown.right, shown.percent())
	if shown.percent() < findingFloor {
		t.Errorf("%.1f of 100 findings are right, the floor is %d", shown.percent(), findingFloor)
	}
}

// find is the message of the finding in a report, "" where it is not there.
func (j judged) find(r verdict.Report, config string) string {
	for i := range r.Findings {
		f := &r.Findings[i]
		path := f.Path
		if path == config || filepath.IsAbs(path) {
			path = ""
		}
		if f.Rule == j.Rule && path == j.Path && f.Subject == j.Subject {
			return f.Message
		}
	}
	return ""
}
