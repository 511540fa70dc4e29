package cli

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ismslint/ismslint/internal/git/gittest"
)

// shellStep is a step of the nightly workflow, to be run as a runner does.
type shellStep struct {
	step
	dir, temp string
	env       []string
}

// needsBash skips where the workflows do not run either.
func needsBash(t *testing.T) {
	t.Helper()
	if _, err := exec.LookPath("bash"); err != nil || runtime.GOOS == "windows" {
		t.Skip("no bash, or that of Windows")
	}
}

func nightlyStep(t *testing.T, name, dir string, env ...string) shellStep {
	t.Helper()
	needsBash(t)
	steps := stepsOf(t, text(t, examples+"/github/nightly.yml"))
	i := slices.IndexFunc(steps, func(s step) bool { return s.Name == name })
	if i < 0 {
		t.Fatalf("the nightly workflow has no step %q", name)
	}
	return shellStep{steps[i], dir, t.TempDir(), env}
}

func (s shellStep) write(t *testing.T, file, content string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(s.temp, file), []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

func (s shellStep) command() *exec.Cmd {
	cmd := exec.Command("bash", "-e", "-c", s.Run)
	cmd.Dir = s.dir
	cmd.Env = append(os.Environ(), "RUNNER_TEMP="+filepath.ToSlash(s.temp), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_NOSYSTEM=1")
	for name, value := range s.Env {
		cmd.Env = append(cmd.Env, name+"="+value)
	}
	cmd.Env = append(cmd.Env, s.env...)
	return cmd
}

func (s shellStep) run(t *testing.T) (string, error) {
	t.Helper()
	out, err := s.command().CombinedOutput()
	return string(out), err
}

// badges are the checkouts of two jobs, and their bare remote.
type badges struct {
	remote *gittest.Repo
	jobs   []shellStep
}

func newBadges(t *testing.T, jobs int) badges {
	t.Helper()
	source := gittest.New(t)
	source.Write("isms.yaml", "edition: \"2022\"\n")
	source.Commit("A", "2026-01-01")
	remote := gittest.At(t, filepath.Join(gittest.Folder(t), "remote"))
	remote.Git("config", "core.bare", "true")
	b := badges{remote: remote}
	source.Git("push", "-q", remote.Dir, "HEAD:refs/heads/main")
	for range jobs {
		clone := filepath.Join(gittest.Folder(t), "clone")
		source.Git("clone", "-q", "-b", "main", remote.Dir, clone)
		b.jobs = append(b.jobs, nightlyStep(t, "Publish the badge", clone))
	}
	return b
}

func (b badges) publish(t *testing.T, job int, message string) {
	t.Helper()
	s := b.jobs[job]
	s.write(t, "badge.json", message)
	s.write(t, "badge.svg", "<svg>"+message+"</svg>")
	if out, err := s.run(t); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
}

func TestNightlyBadge(t *testing.T) {
	t.Parallel()
	b := newBadges(t, 1)
	b.publish(t, 0, "1 of 2")
	if got := b.remote.Git("ls-tree", "--name-only", "isms-badge"); got != "badge.json\nbadge.svg\n" {
		t.Errorf("the branch has %q", got)
	}
	if got := b.remote.Git("rev-list", "--count", "isms-badge"); got != "1\n" {
		t.Errorf("the first run makes %s commits", got)
	}
	b.publish(t, 0, "1 of 2")
	if got := b.remote.Git("rev-list", "--count", "isms-badge"); got != "1\n" {
		t.Errorf("a run that changes nothing leaves %s commits", got)
	}
	b.publish(t, 0, "2 of 2")
	if got := b.remote.Git("show", "isms-badge:badge.json"); got != "2 of 2" {
		t.Errorf("the badge says %q", got)
	}
	checkout := gittest.Repo{Dir: b.jobs[0].dir}
	if left, _ := os.ReadDir(checkout.Dir); len(left) != 2 {
		t.Errorf("the checkout has %d entries", len(left))
	}
}

// Two runs at once: each one's state is a commit of the branch, and the
// badge of somebody else on it stays.
func TestNightlyBadgesAtOnce(t *testing.T) {
	t.Parallel()
	const n = 2
	for _, first := range []bool{true, false} {
		b := newBadges(t, n)
		want := n
		if !first {
			b.publish(t, 0, "before")
			want++
			b.remote.Git("update-ref", "refs/heads/isms-badge", otherFile(t, b))
			want++
		}
		cmds := make([]*exec.Cmd, n)
		outs := make([]strings.Builder, n)
		for i, s := range b.jobs {
			message := strings.Repeat("x", i+1)
			s.write(t, "badge.json", message)
			s.write(t, "badge.svg", message)
			cmds[i] = s.command()
			cmds[i].Stdout, cmds[i].Stderr = &outs[i], &outs[i]
			if err := cmds[i].Start(); err != nil {
				t.Fatal(err)
			}
		}
		for i, cmd := range cmds {
			if err := cmd.Wait(); err != nil {
				t.Errorf("%v\n%s", err, outs[i].String())
			}
		}
		if got := strings.Fields(b.remote.Git("rev-list", "isms-badge")); len(got) != want {
			t.Errorf("%d commits, want %d", len(got), want)
		}
		var said []string
		for _, commit := range strings.Fields(b.remote.Git("rev-list", "isms-badge")) {
			said = append(said, b.remote.Git("show", commit+":badge.json"))
		}
		for i := range n {
			if !slices.Contains(said, strings.Repeat("x", i+1)) {
				t.Errorf("what run %d published is lost: %q", i, said)
			}
		}
		if !first && b.remote.Git("show", "isms-badge:other.json") != "theirs" {
			t.Error("a file of somebody else is lost")
		}
	}
}

// otherFile is a commit on top of the branch with a file that is not ours.
func otherFile(t *testing.T, b badges) string {
	t.Helper()
	clone := filepath.Join(gittest.Folder(t), "other")
	b.remote.Git("clone", "-q", "-b", "isms-badge", b.remote.Dir, clone)
	other := gittest.At(t, clone)
	other.Write("other.json", "theirs")
	other.Commit("B", "2026-01-03")
	other.Git("push", "-q", "origin", "HEAD:refs/heads/other")
	return strings.TrimSpace(other.Git("rev-parse", "HEAD"))
}

// A remote that takes nothing is an error, and an annotation says so.
func TestNightlyBadgeThatCannotBePushed(t *testing.T) {
	t.Parallel()
	b := newBadges(t, 1)
	s := b.jobs[0]
	s.Run = strings.ReplaceAll(s.Run, `sleep "$try"`, ":")
	s.write(t, "badge.json", "x")
	s.write(t, "badge.svg", "x")
	hook := filepath.Join(b.remote.Dir, ".git", "hooks", "pre-receive")
	if err := os.MkdirAll(filepath.Dir(hook), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(hook, []byte("#!/bin/sh\nexit 1\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	if out, err := s.run(t); err == nil || !strings.Contains(out, "::error::the badge could not be pushed") {
		t.Errorf("%v\n%s", err, out)
	}
}

// ghScript stands in for the gh command: it writes down what it is asked, and
// knows an issue where there is one.
const ghScript = `#!/bin/sh
echo "$*" >> "$GH_LOG"
case "$1 $2" in
"issue list") echo "$GH_ISSUE" ;;
esac
`

func TestNightlyIssue(t *testing.T) {
	const list = "issue list --label isms-due --state open --limit 1 --json number --jq .[0].number // empty"
	for _, test := range []struct {
		name, due, issue string
		want             []string
	}{
		{"first", "1", "", []string{
			list, "label create isms-due --description Kept up to date by the nightly check of the ISMS --force",
			"issue create --title ISMS: overdue, or due within 30 days --label isms-due --body-file TEMP/due.md",
		}},
		{"again", "1", "7", []string{list, "issue edit 7 --body-file TEMP/due.md"}},
		{"done", "0", "7", []string{
			list, "issue edit 7 --body-file TEMP/due.md",
			"issue close 7 --comment Nothing is overdue, and nothing falls due within 30 days.",
		}},
		{"nothing", "0", "", []string{list}},
	} {
		t.Run(test.name, func(t *testing.T) {
			bin := t.TempDir()
			if err := os.WriteFile(filepath.Join(bin, "gh"), []byte(ghScript), 0o755); err != nil {
				t.Fatal(err)
			}
			log := filepath.Join(bin, "log")
			s := nightlyStep(t, "Keep the issue up to date", t.TempDir(), "GH_LOG="+log, "GH_ISSUE="+test.issue, "DUE="+test.due,
				"PATH="+bin+string(os.PathListSeparator)+os.Getenv("PATH"))
			if out, err := s.run(t); err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
			got := strings.Split(strings.TrimSpace(strings.ReplaceAll(text(t, log), filepath.ToSlash(s.temp), "TEMP")), "\n")
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// What is due is passed on as a number; a failure of ismslint is one of the step.
func TestNightlyDue(t *testing.T) {
	for _, test := range []struct {
		status, output string
		fails          bool
	}{{"0", "due=0\n", false}, {"1", "due=1\n", false}, {"2", "", true}, {"3", "", true}} {
		bin := t.TempDir()
		if err := os.WriteFile(filepath.Join(bin, "ismslint"), []byte("#!/bin/sh\necho \"## $*\"\nexit "+test.status+"\n"), 0o755); err != nil {
			t.Fatal(err)
		}
		files := t.TempDir()
		s := nightlyStep(t, "What is due", t.TempDir(), "PATH="+bin+string(os.PathListSeparator)+os.Getenv("PATH"),
			"GITHUB_OUTPUT="+files+"/output", "GITHUB_STEP_SUMMARY="+files+"/summary")
		_, err := s.run(t)
		output, _ := os.ReadFile(files + "/output")
		if (err != nil) != test.fails || string(output) != test.output {
			t.Errorf("status %s: %v, %q", test.status, err, output)
		}
		if !test.fails && text(t, s.temp+"/due.md") != "## due --within 30 --format markdown\n" {
			t.Errorf("due.md: %q", text(t, s.temp+"/due.md"))
		}
	}
}

// The tag of a release stands on a commit of its own, in which the action is the
// image; the branch does not move, and a version is never tagged twice.
func TestReleaseTag(t *testing.T) {
	t.Parallel()
	needsBash(t)
	repo := gittest.New(t)
	repo.Write("action.yml", text(t, "../../action.yml"))
	repo.Write("scripts/release_tag.sh", text(t, "../../scripts/release_tag.sh"))
	repo.Commit("A", "2026-01-01")
	remote := gittest.At(t, filepath.Join(gittest.Folder(t), "remote"))
	remote.Git("config", "core.bare", "true")
	head := repo.Git("rev-parse", "HEAD")
	image := "ghcr.io/ismslint/ismslint@sha256:" + strings.Repeat("0a", 32)
	tag := func(version, image string) error {
		cmd := exec.Command("bash", "scripts/release_tag.sh", version, image)
		cmd.Dir = repo.Dir
		cmd.Env = append(os.Environ(), "REMOTE="+remote.Dir, "GIT_CONFIG_GLOBAL="+os.DevNull)
		return cmd.Run()
	}
	if err := tag("v1.2.3", image); err != nil {
		t.Fatal(err)
	}
	if err := tag("v1.3.0-rc.1", image); err != nil {
		t.Fatal(err)
	}
	if got := remote.Git("for-each-ref", "--format=%(refname)"); got != "refs/tags/v1\nrefs/tags/v1.2.3\nrefs/tags/v1.3.0-rc.1\n" {
		t.Errorf("the remote has\n%s", got)
	}
	if got := remote.Git("diff", "--stat", "v1.2.3~1", "v1"); !strings.Contains(got, "1 file changed, 1 insertion(+), 1 deletion(-)") {
		t.Errorf("the release differs by\n%s", got)
	}
	if !strings.Contains(remote.Git("show", "v1.2.3:action.yml"), "\n  image: docker://"+image+"\n") {
		t.Error("the action does not name the image")
	}
	if remote.Git("rev-parse", "v1.2.3~1") != head || repo.Git("rev-parse", "HEAD") != head || repo.Git("status", "--porcelain") != "" {
		t.Error("the branch or the checkout has changed")
	}
	before := remote.Git("rev-parse", "v1.2.3")
	repo.Write("more.md", "x")
	repo.Commit("A", "2026-01-02")
	for _, bad := range [][2]string{{"v1.2.3", image}, {"1.2.3", image}, {"v1.2.4", "ghcr.io/ismslint/ismslint:v1.2.4"}, {"v1.2.4", "x|e id@sha256:" + strings.Repeat("0", 64)}} {
		if tag(bad[0], bad[1]) == nil {
			t.Errorf("%q was taken", bad)
		}
	}
	if remote.Git("rev-parse", "v1.2.3") != before {
		t.Error("a tag was moved")
	}
}
