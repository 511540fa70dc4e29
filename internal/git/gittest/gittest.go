// Package gittest makes real repositories for tests. It needs no configuration
// of Git and reads none.
package gittest

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// Repo is a work tree in a temporary folder, or below one.
type Repo struct {
	t   testing.TB
	Dir string
}

// New makes a repository without a commit. The test is skipped without git.
func New(t testing.TB) *Repo {
	t.Helper()
	return At(t, Folder(t))
}

// Folder is a temporary folder without symbolic links in its path, in no
// repository.
func Folder(t testing.TB) string {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// At makes a repository in a folder.
func At(t testing.TB, dir string) *Repo {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not installed")
	}
	r := &Repo{t: t, Dir: dir}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	r.Git("init", "-q")
	return r
}

// Git runs git in the repository and returns its output.
func (r *Repo) Git(args ...string) string {
	r.t.Helper()
	return r.GitAs("Erika Muster", "2026-01-02", args...)
}

// GitAs runs git as an author, on a day.
func (r *Repo) GitAs(author, day string, args ...string) string {
	r.t.Helper()
	cmd := exec.Command("git", append([]string{"-c", "protocol.file.allow=always", "-c", "init.defaultBranch=main"}, args...)...)
	cmd.Dir = r.Dir
	for _, variable := range os.Environ() {
		if !strings.HasPrefix(variable, "GIT_") {
			cmd.Env = append(cmd.Env, variable)
		}
	}
	date := day + "T12:00:00+0100"
	cmd.Env = append(cmd.Env, "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_NOSYSTEM=1", "LC_ALL=C",
		"GIT_AUTHOR_NAME="+author, "GIT_AUTHOR_EMAIL=a@example.org", "GIT_AUTHOR_DATE="+date,
		"GIT_COMMITTER_NAME="+author, "GIT_COMMITTER_EMAIL=a@example.org", "GIT_COMMITTER_DATE="+date)
	out, err := cmd.CombinedOutput()
	if err != nil {
		r.t.Fatalf("git %v: %v\n%s", args, err, out)
	}
	return string(out)
}

// Write writes a file of the repository, and the folders above it.
func (r *Repo) Write(path, text string) {
	r.t.Helper()
	Write(r.t, r.Dir, path, text)
}

// Commit commits all there is, as an author and on a day.
func (r *Repo) Commit(author, day string) {
	r.t.Helper()
	r.Git("add", "-A")
	r.GitAs(author, day, "commit", "-q", "-m", "x")
}

// Write writes a file below a folder, and the folders above it.
func Write(t testing.TB, dir, path, text string) {
	t.Helper()
	name := filepath.Join(dir, filepath.FromSlash(path))
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
