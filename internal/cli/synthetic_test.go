package cli

import (
	"context"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ismslint/ismslint/internal/isms"
	"github.com/ismslint/ismslint/internal/synthetic"
)

// The tree that is measured is what it says: an ISMS with its registers.
func TestTheSyntheticTreeIsRecognised(t *testing.T) {
	o := synthetic.Options{Documents: 60, Risks: 80, BytesPerDocument: 2000}
	dir := t.TempDir()
	if err := synthetic.Write(dir, o); err != nil {
		t.Fatal(err)
	}
	run, err := openOne(request{path: dir, asOf: synthetic.AsOf}, silent)
	if err != nil {
		t.Fatal(err)
	}
	if err := run.recognise(context.Background()); err != nil {
		t.Fatal(err)
	}
	if !run.model.Recognised {
		t.Fatalf("no ISMS is recognised: %s", run.model.Why)
	}
	entries := map[string]int{}
	for _, r := range run.model.Registers {
		if r.State == isms.Present && r.Decided {
			entries[r.Kind] = len(r.Entries)
		}
	}
	for kind, want := range map[string]int{
		"risks": 80, "treatments": 53, "soa": 93, "suppliers": 20, "assets": 40, "incidents": 15, "nonconformities": 12,
		"objectives": 6, "measurements": 8, "roles": 12,
	} {
		if entries[kind] != want {
			t.Errorf("%d entries of %s, want %d", entries[kind], kind, want)
		}
	}
	if len(run.model.Criteria.Cells) != 16 || !run.model.Criteria.Complete {
		t.Errorf("the risk criteria were not read: %d cells", len(run.model.Criteria.Cells))
	}
	if len(run.model.Unreadable) > 0 {
		t.Errorf("unreadable: %v", run.model.Unreadable)
	}
}

// ruleOf are the rules that look for planted defects.
var ruleOf = map[string]string{
	"risk-above-acceptance":           "risk-assessment/risk-above-acceptance",
	"risk-level-contradicts-criteria": "risk-assessment/level-follows-criteria",
	"risk-owner-missing":              "risk-assessment/risk-has-owner",
	"exclusion-without-reason":        "risk-treatment/exclusion-justified",
}

// What was planted is found, and nothing else by the same rules.
func TestPlantedDefectsAreFound(t *testing.T) {
	for _, planted := range []bool{false, true} {
		o := synthetic.Options{Documents: 60, Risks: 60, BytesPerDocument: 2000, Defects: planted}
		dir := t.TempDir()
		if err := synthetic.Write(dir, o); err != nil {
			t.Fatal(err)
		}
		report, err := newPipeline().check(context.Background(), request{path: dir, asOf: synthetic.AsOf}, silent)
		if err != nil {
			t.Fatal(err)
		}
		got, want := map[string][]string{}, map[string][]string{}
		for _, f := range report.Findings {
			got[f.Rule] = append(got[f.Rule], f.Subject)
		}
		for _, d := range synthetic.Generate(o).Defects {
			if rule := ruleOf[d.Kind]; rule != "" {
				want[rule] = append(want[rule], d.Subject)
			}
		}
		for _, rule := range ruleOf {
			slices.Sort(got[rule])
			slices.Sort(want[rule])
			if diff := cmp.Diff(want[rule], got[rule]); diff != "" {
				t.Errorf("planted %v: %s (-planted +found):\n%s", planted, rule, diff)
			}
		}
		if planted && len(want) == 0 {
			t.Error("no rule looks for a planted defect")
		}
	}
}
