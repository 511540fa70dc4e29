package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/ismslint/ismslint/internal/git/gittest"
	"github.com/ismslint/ismslint/internal/policy"
	"github.com/ismslint/ismslint/internal/verdict"
)

const changesDir = "../../testdata/changes"

// TestChanges makes each pull request of testdata/changes in a real repository:
// testdata/complete is the base, the patch the head. What it introduces is what its
// .want says, and together they trip every rule that looks at a change.
func TestChanges(t *testing.T) {
	patches, err := filepath.Glob(filepath.Join(changesDir, "*.patch"))
	if err != nil || len(patches) == 0 {
		t.Fatalf("there are no patches: %v", err)
	}
	engine, err := policy.New(policy.Options{}) // once: compiling is what takes long
	if err != nil {
		t.Fatal(err)
	}
	repo := gittest.New(t)
	if err := os.CopyFS(repo.Dir, os.DirFS("../../testdata/complete")); err != nil {
		t.Fatal(err)
	}
	repo.Commit("Erika Muster", "2026-11-20")
	repo.Git("tag", "base")
	tripped := map[string]bool{}
	for _, patch := range patches {
		name := strings.TrimSuffix(filepath.Base(patch), ".patch")
		t.Run(name, func(t *testing.T) {
			var got strings.Builder
			for _, f := range introducedBy(t, engine, repo, patch) {
				tripped[f.Rule] = true
				fmt.Fprintf(&got, "%s %s:%d\n", f.Rule, f.Path, f.Line)
			}
			want := strings.TrimSuffix(patch, ".patch") + ".want"
			if *update {
				if err := os.WriteFile(want, []byte(got.String()), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if got.String() != text(t, want) {
				t.Errorf("it introduces\n%sand %s says\n%s", got.String(), want, text(t, want))
			}
		})
	}
	metas := policy.Embedded().Metas
	for i := range metas {
		if metas[i].OfChange() && !tripped[metas[i].ID] {
			t.Errorf("no pull request of %s trips %s", changesDir, metas[i].ID)
		}
	}
}

// introducedBy are the findings that a patch introduces, by place.
func introducedBy(t *testing.T, engine *policy.Engine, repo *gittest.Repo, patch string) []verdict.Finding {
	t.Helper()
	path, err := filepath.Abs(patch)
	if err != nil {
		t.Fatal(err)
	}
	repo.Git("checkout", "-q", "-B", "change", "base")
	repo.Git("apply", "--index", path)
	repo.GitAs("Max Beispiel", "2026-11-23", "commit", "-q", "-m", "x")
	var out bytes.Buffer
	c := &Command{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &out, Version: "v0.0.0-test", pipeline: rooms{engine}}
	c.Main(t.Context(), []string{"check", repo.Dir, "--as-of", pinned, "--base", "base", "--format", "json"})
	var r verdict.Report
	if err := json.Unmarshal(out.Bytes(), &r); err != nil {
		t.Fatalf("%v\n%s", err, out.Bytes())
	}
	introduced := slices.DeleteFunc(r.Findings, func(f verdict.Finding) bool { return f.Change != verdict.Introduced })
	slices.SortStableFunc(introduced, func(a, b verdict.Finding) int { return strings.Compare(a.Rule, b.Rule) })
	return introduced
}
