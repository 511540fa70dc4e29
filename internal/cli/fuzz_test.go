package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/ismslint/ismslint/internal/catalogue"
	"github.com/ismslint/ismslint/internal/config"
	"github.com/ismslint/ismslint/internal/policy"
	"github.com/ismslint/ismslint/internal/recognise"
	"github.com/ismslint/ismslint/internal/report"
	"github.com/ismslint/ismslint/internal/syntax"
	"github.com/ismslint/ismslint/internal/tree"
	"github.com/ismslint/ismslint/internal/verdict"
)

// FuzzPipeline checks a small tree of hostile files: no fault, no rule that
// fails, each finding inside its file, and JSON that can be read.
func FuzzPipeline(f *testing.F) {
	read := func(name string) string {
		text, err := os.ReadFile(filepath.Join("../../testdata/complete", name))
		if err != nil {
			f.Fatal(err)
		}
		return string(text)
	}
	head := func(s string, lines int) string {
		return strings.Join(strings.SplitAfterN(s, "\n", lines+1)[:lines], "")
	}
	policyText, soa := read("policies/information-security-policy.md"), head(read("registers/soa.md"), 40)
	risks, criteria := head(read("registers/risks.yaml"), 60), read("registers/risk-criteria.yaml")
	minutes := read("records/management-reviews/2026-11-10.md")
	f.Add(policyText, risks, soa, criteria, minutes, "edition: \"2022\"\noutside: []\n")
	f.Add("# Policy\n", "risks:\n  R-1: {owner: x}\n", "| Control | Applicable |\n|-|-|\n| A.5.1 | yes |\n", "levels: [a, b]\n", "# Management review 2026-01-01\n", "")
	f.Add("---\ntype: policy.infosec\n---\n", "- {id: 1}\n", "a,b\n", "matrix: {a: {b: c}}\n", "| a |\n", "organization: {persons: 3}\n")
	f.Fuzz(func(t *testing.T, policy, risks, soa, criteria, minutes, settings string) {
		checkInMemory(t, map[string]string{
			"information-security-policy.md": policy, "risks.yaml": risks, "soa.md": soa, "risk-criteria.yaml": criteria,
			"management-review.md": minutes, "isms.yaml": settings, "suppliers.csv": soa,
			"scope.md": "# Scope of the ISMS\n\nOur ISMS follows ISO/IEC 27001:2022 and covers all that we do, at each site.\n",
		})
	})
}

var sharedEngine = sync.OnceValues(func() (*policy.Engine, error) { return policy.New(policy.Options{}) })

// checkInMemory is the pipeline without the disk, and with rules compiled once.
func checkInMemory(t *testing.T, texts map[string]string) {
	sources := map[string]*syntax.Source{}
	var files []recognise.File
	settings := &config.Settings{}
	for name, text := range texts {
		decoded, _, _ := tree.Decode([]byte(text))
		file := recognise.Parse(name, decoded)
		files, sources[name] = append(files, file), file.Source
		if name != "isms.yaml" {
			continue
		}
		loaded, err := config.Load(file.Source, config.Known{})
		if err != nil {
			return // settings that do not load end the run
		}
		settings = loaded
	}
	model, err := recognise.Model(context.Background(), files, recognise.Options{
		AsOf: pinned, Settings: settings, Jobs: 1, Exists: func(p string) bool { return sources[p] != nil },
	})
	if err != nil {
		t.Fatal(err)
	}
	engine, err := sharedEngine()
	if err != nil {
		t.Fatal(err)
	}
	results, err := engine.Evaluate(context.Background(), model, policy.EvalOptions{Jobs: 1})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range results {
		if r.State == policy.Failed {
			t.Errorf("%s: %s", r.Rule.ID, r.Reason)
		}
	}
	r := verdict.Judge(verdict.Input{
		Model:    model,
		Standard: verdict.Standard{Clauses: catalogue.Clauses(), Types: catalogue.DocumentTypes(), Kinds: catalogue.Registers()},
		Results:  results, Rules: engine.Rules(), Version: "v0", Lines: func(p string, n int) string { return sources[p].Line(n) },
	})
	for _, f := range r.Findings {
		if src := sources[f.Path]; src == nil || f.Line < 1 || f.EndLine > src.Lines() {
			t.Errorf("%s:%d is outside its file [%s]", f.Path, f.Line, f.Rule)
		}
	}
	var out bytes.Buffer
	if err := report.JSON(&out, r); err != nil || !json.Valid(out.Bytes()) {
		t.Errorf("the JSON cannot be read: %v", err)
	}
	if err := report.Text(io.Discard, r, report.TextOptions{Width: 80, All: true, Excerpt: true}); err != nil {
		t.Error(err)
	}
	if err := report.SARIF(io.Discard, r); err != nil {
		t.Error(err)
	}
}
