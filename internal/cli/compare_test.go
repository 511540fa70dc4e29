package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/ismslint/ismslint/internal/git/gittest"
	"github.com/ismslint/ismslint/internal/verdict"
)

// Registers of a small ISMS with one risk that has no owner.
const (
	comparedSettings = "edition: \"2022\"\norganization: {name: Example Ltd, persons: 40}\n"
	comparedRisks    = "register: risks\nentries:\n  - id: RSK-001\n    title: Ransomware\n    owner: Head of IT\n    level: high\n    status: assessed\n" +
		"  - id: RSK-002\n    title: A laptop is stolen\n    owner: \"\"\n    level: low\n    status: assessed\n"
	ownerRule = "risk-assessment/risk-has-owner"
)

// comparedRepo has the small ISMS on its main branch.
func comparedRepo(t *testing.T) *gittest.Repo {
	t.Helper()
	r := gittest.New(t)
	r.Write("isms.yaml", comparedSettings)
	r.Write("registers/risks.yaml", comparedRisks)
	r.Write("README.md", "# ISMS\n\nWhat we keep here.\n")
	r.Commit("Erika Muster", "2026-01-02")
	return r
}

// branch begins a branch that takes the owner from the first risk and gives one to
// the second.
func branch(r *gittest.Repo) {
	r.Git("checkout", "-q", "-b", "change")
	text := strings.Replace(comparedRisks, "owner: Head of IT", "owner: \"\"", 1)
	text = strings.Replace(text, "stolen\n    owner: \"\"", "stolen\n    owner: Head of IT", 1)
	r.Write("registers/risks.yaml", text)
}

// compared runs check in a repository and returns what it reports.
func compared(t *testing.T, dir string, env map[string]string, args ...string) (verdict.Report, outcome) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	c := &Command{
		Stdin: strings.NewReader(""), Stdout: &stdout, Stderr: &stderr, Version: "v0.0.0-test",
		Getenv: func(name string) string { return env[name] },
	}
	status := c.Main(context.Background(), append([]string{"check", dir, "--as-of", pinned, "--format", "json", "--fail-on", "warning"}, args...))
	var r verdict.Report
	if status < 2 {
		if err := json.Unmarshal(stdout.Bytes(), &r); err != nil {
			t.Fatalf("%v\n%s%s", err, stdout.Bytes(), stderr.Bytes())
		}
	}
	return r, outcome{stdout.Bytes(), stderr.Bytes(), status}
}

// changes are the subjects of a rule's findings by what a change does to them.
func changes(r verdict.Report, rule string) string {
	var list []string
	for _, f := range r.Findings {
		if f.Rule == rule {
			list = append(list, f.Change+" "+f.Subject)
		}
	}
	if r.Base != nil {
		for _, f := range r.Base.Fixed {
			if f.Rule == rule {
				list = append(list, "fixed "+f.Subject)
			}
		}
	}
	slices.Sort(list)
	return strings.Join(list, ", ")
}

const bothWays = "fixed risks/RSK-002, introduced risks/RSK-001"

func TestCompareWorkTree(t *testing.T) {
	r := comparedRepo(t)
	branch(r)
	got, out := compared(t, r.Dir, nil, "--base", "main")
	if changes(got, ownerRule) != bothWays || out.status != statusFindings {
		t.Errorf("%s, status %d", changes(got, ownerRule), out.status)
	}
	if got.Base.Revision != "main" || got.Base.Commit != strings.TrimSpace(r.Git("rev-parse", "main")) {
		t.Errorf("%+v", got.Base)
	}
	// What the work tree holds is what is judged, and nothing of it is touched.
	if status := r.Git("status", "--porcelain"); strings.TrimSpace(status) != "M registers/risks.yaml" {
		t.Errorf("status: %q", status)
	}
}

// TestCompareHistories: however a change came to be, it is compared with what it
// started from.
func TestCompareHistories(t *testing.T) {
	for name, arrange := range map[string]func(t *testing.T, r *gittest.Repo) (dir, base string){
		"commits of a branch": func(_ *testing.T, r *gittest.Repo) (string, string) {
			r.Commit("A", "2026-02-01")
			return r.Dir, "main"
		},
		"main went on": func(_ *testing.T, r *gittest.Repo) (string, string) {
			r.Commit("A", "2026-02-01")
			r.Git("checkout", "-q", "main")
			r.Write("registers/risks.yaml", strings.Replace(comparedRisks, "Head of IT", "\"\"", 1))
			r.Commit("B", "2026-02-02")
			r.Git("checkout", "-q", "change")
			return r.Dir, "main"
		},
		"squashed": func(_ *testing.T, r *gittest.Repo) (string, string) {
			r.Commit("A", "2026-02-01")
			r.Git("checkout", "-q", "main")
			r.Git("merge", "-q", "--squash", "change")
			r.Commit("A", "2026-02-03")
			return r.Dir, "HEAD~1"
		},
		"rebased": func(_ *testing.T, r *gittest.Repo) (string, string) {
			r.Commit("A", "2026-02-01")
			r.Git("checkout", "-q", "main")
			r.Write("other.md", "# Other\n")
			r.Commit("B", "2026-02-02")
			r.Git("checkout", "-q", "change")
			r.GitAs("A", "2026-02-03", "rebase", "-q", "main")
			return r.Dir, "main"
		},
		"detached": func(_ *testing.T, r *gittest.Repo) (string, string) {
			r.Commit("A", "2026-02-01")
			r.Git("checkout", "-q", "--detach")
			return r.Dir, "main"
		},
		"a second work tree": func(t *testing.T, r *gittest.Repo) (string, string) {
			r.Commit("A", "2026-02-01")
			r.Git("checkout", "-q", "main")
			dir := filepath.Join(gittest.Folder(t), "second")
			r.Git("worktree", "add", "-q", dir, "change")
			return dir, "main"
		},
		"a clone of depth 2 of the merge": func(t *testing.T, r *gittest.Repo) (string, string) {
			r.Commit("A", "2026-02-01")
			r.Git("checkout", "-q", "main")
			r.GitAs("A", "2026-02-03", "merge", "-q", "--no-ff", "-m", "merge", "change")
			return shallow(t, r, 2), "HEAD^1"
		},
		"a file renamed": func(_ *testing.T, r *gittest.Repo) (string, string) {
			r.Git("mv", "registers/risks.yaml", "risks.yaml")
			r.Commit("A", "2026-02-01")
			return r.Dir, "main"
		},
	} {
		t.Run(name, func(t *testing.T) {
			r := comparedRepo(t)
			branch(r)
			dir, base := arrange(t, r)
			got, out := compared(t, dir, nil, "--base", base)
			if got.Base == nil || changes(got, ownerRule) != bothWays {
				t.Errorf("%s\n%s", changes(got, ownerRule), out.stderr)
			}
		})
	}
}

// shallow clones the newest commits only.
func shallow(t *testing.T, r *gittest.Repo, depth int) string {
	t.Helper()
	dir := filepath.Join(gittest.Folder(t), "shallow")
	r.Git("clone", "-q", "--depth", fmt.Sprint(depth), "file://"+filepath.ToSlash(r.Dir), dir)
	return dir
}

// TestCompareBaseNotThere: every finding counts, and what to set is said.
func TestCompareBaseNotThere(t *testing.T) {
	r := comparedRepo(t)
	branch(r)
	r.Commit("A", "2026-02-01")
	event := eventOf(t, r, "main", "change")
	for name, run := range map[string]struct {
		dir  string
		env  map[string]string
		args []string
	}{
		"named":             {r.Dir, nil, []string{"--base", "nowhere"}},
		"an option":         {r.Dir, nil, []string{"--base", "--output=x"}},
		"a clone of depth1": {shallow(t, r, 1), event, nil},
	} {
		got, out := compared(t, run.dir, run.env, run.args...)
		if got.Base != nil || out.status != statusFindings || changes(got, ownerRule) != " risks/RSK-001" {
			t.Errorf("%s: status %d, %q", name, out.status, changes(got, ownerRule))
		}
		if !strings.Contains(string(out.stderr), "not compared with") {
			t.Errorf("%s: %s", name, out.stderr)
		}
	}
}

// eventOf is the environment of a workflow that runs for a pull request.
func eventOf(t *testing.T, r *gittest.Repo, base, head string) map[string]string {
	t.Helper()
	payload := fmt.Sprintf(`{"pull_request": {"base": {"ref": %q, "sha": %q}, "head": {"sha": %q}}}`,
		base, strings.TrimSpace(r.Git("rev-parse", base)), strings.TrimSpace(r.Git("rev-parse", head)))
	file := filepath.Join(t.TempDir(), "event.json")
	if err := os.WriteFile(file, []byte(payload), 0o600); err != nil {
		t.Fatal(err)
	}
	return map[string]string{"GITHUB_ACTIONS": "true", "GITHUB_EVENT_NAME": "pull_request", "GITHUB_EVENT_PATH": file}
}

// TestPullRequestOfGitHub: the base is that of the event, whatever is checked out.
func TestPullRequestOfGitHub(t *testing.T) {
	r := comparedRepo(t)
	branch(r)
	r.Commit("A", "2026-02-01")
	event := eventOf(t, r, "main", "change")
	got, out := compared(t, r.Dir, event)
	if got.Base == nil || got.Base.Revision != "main" || changes(got, ownerRule) != bothWays {
		t.Errorf("the head: %s\n%s", changes(got, ownerRule), out.stderr)
	}
	r.Git("checkout", "-q", "main")
	r.GitAs("A", "2026-02-03", "merge", "-q", "--no-ff", "-m", "merge", "change")
	got, out = compared(t, shallow(t, r, 2), event)
	if got.Base == nil || changes(got, ownerRule) != bothWays {
		t.Errorf("the merge in a shallow clone: %s\n%s", changes(got, ownerRule), out.stderr)
	}
	event["GITHUB_EVENT_NAME"] = "pull_request_target"
	if _, out = compared(t, r.Dir, event); out.status != statusInput || !strings.Contains(string(out.stderr), "pull_request_target") {
		t.Errorf("the head with the rights of the base: status %d %s", out.status, out.stderr)
	}
	r.Git("checkout", "-q", "HEAD^1")
	if _, out = compared(t, r.Dir, event); out.status == statusInput {
		t.Errorf("the base on pull_request_target: %s", out.stderr)
	}
	event["GITHUB_EVENT_NAME"] = "push"
	if got, _ = compared(t, r.Dir, event); got.Base != nil {
		t.Error("a push is compared with the base of a pull request")
	}
}

// TestCompareStaged looks at the index and not at the work tree.
func TestCompareStaged(t *testing.T) {
	r := comparedRepo(t)
	branch(r)
	r.Git("add", "-A")
	r.Write("registers/risks.yaml", comparedRisks)
	got, _ := compared(t, r.Dir, nil, "--staged")
	if got.Base == nil || changes(got, ownerRule) != bothWays {
		t.Errorf("staged: %s", changes(got, ownerRule))
	}
	r.Git("reset", "-q")
	if got, _ = compared(t, r.Dir, nil, "--staged"); changes(got, ownerRule) != "existing risks/RSK-002" {
		t.Errorf("nothing staged: %s", changes(got, ownerRule))
	}
}

// TestTheClockIntroducesNothing: base and head are judged at one date.
func TestTheClockIntroducesNothing(t *testing.T) {
	r := comparedRepo(t)
	r.Write("registers/reviews.yaml", "register: reviews\nentries:\n  - {id: MR-1, date: 2024-01-10, participants: [CEO], decisions: Go on}\n")
	r.Commit("A", "2026-01-05")
	r.Git("checkout", "-q", "-b", "change")
	r.Write("README.md", "# ISMS\n\nWhat we keep here, and why.\n")
	got, out := compared(t, r.Dir, nil, "--base", "main")
	for _, f := range got.Findings {
		if f.Change != verdict.Existing {
			t.Errorf("%s %s", f.Change, f.Message)
		}
	}
	if out.status != statusOK || len(got.Findings) == 0 {
		t.Errorf("status %d, %d findings", out.status, len(got.Findings))
	}
	if _, out = compared(t, r.Dir, nil, "--base", "main", "--scope", "all"); out.status != statusFindings {
		t.Errorf("--scope all: status %d", out.status)
	}
}

// TestTheBaseJudges: a change that switches off the rule that it breaks is judged
// by the rule, and what it would allow is said.
func TestTheBaseJudges(t *testing.T) {
	r := comparedRepo(t)
	branch(r)
	r.Write("isms.yaml", comparedSettings+"lint:\n  levels: {"+ownerRule+": off}\n  ignore: [registers/**]\n")
	r.Commit("A", "2026-02-01")
	got, out := compared(t, r.Dir, nil, "--base", "main")
	if changes(got, ownerRule) != bothWays || out.status != statusFindings {
		t.Errorf("%s, status %d", changes(got, ownerRule), out.status)
	}
	var said []string
	for _, f := range got.Findings {
		if f.Rule == verdict.LooseningRule.ID {
			said = append(said, fmt.Sprintf("%s:%d %s", f.Path, f.Line, f.Message))
		}
	}
	want := []string{
		`isms.yaml:4 the level of risk-assessment/risk-has-owner becomes off`,
		`isms.yaml:5 files that match "registers/**" are no longer read`,
	}
	if !slices.Equal(said, want) {
		t.Errorf("%q", said)
	}
	r.Git("rm", "-q", "isms.yaml")
	got, _ = compared(t, r.Dir, nil, "--base", "main")
	if changes(got, verdict.LooseningRule.ID) == "" || changes(got, ownerRule) != bothWays {
		t.Errorf("without settings: %s; %s", changes(got, verdict.LooseningRule.ID), changes(got, ownerRule))
	}
}
