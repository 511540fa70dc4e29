package tree

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/ismslint/ismslint/internal/git"
	"github.com/ismslint/ismslint/internal/git/gittest"
)

func TestMain(m *testing.M) {
	os.Setenv("GIT_CONFIG_GLOBAL", os.DevNull)
	os.Exit(m.Run())
}

func mustOpen(t testing.TB, dir string, o Options) *Tree {
	t.Helper()
	tree, err := Open(dir, o)
	if err != nil {
		t.Fatal(err)
	}
	return tree
}

func wantPaths(t *testing.T, tree *Tree, want ...string) {
	t.Helper()
	if diff := cmp.Diff(append([]string{}, want...), append([]string{}, tree.Paths()...)); diff != "" {
		t.Errorf("paths: %s", diff)
	}
}

func wantExists(t *testing.T, tree *Tree, want map[string]bool) {
	t.Helper()
	for path, want := range want {
		if got := tree.Exists(path); got != want {
			t.Errorf("Exists(%q) = %v", path, got)
		}
	}
}

func sample(t *testing.T) *gittest.Repo {
	repo := gittest.New(t)
	repo.Write(".gitignore", "out/\n*.tmp.md\n")
	repo.Write("README.md", "# Read")
	repo.Write("isms/policy.MD", "# Policy")
	repo.Write("isms/risks.csv", "id\n")
	repo.Write("isms/deep/soa.yaml", "a: 1")
	repo.Write("isms/logo.png", "x")
	repo.Write("isms2/other.md", "x")
	repo.Write("gone.md", "x")
	repo.Commit("Änne", "2025-05-06")
	repo.Write("isms/new.markdown", "untracked")
	repo.Write("isms/x.tmp.md", "ignored")
	repo.Write("out/o.md", "ignored")
	if err := os.Remove(filepath.Join(repo.Dir, "gone.md")); err != nil {
		t.Fatal(err)
	}
	return repo
}

func TestGitTree(t *testing.T) {
	repo := sample(t)
	tree := mustOpen(t, repo.Dir, Options{})
	wantPaths(t, tree, "README.md", "isms/deep/soa.yaml", "isms/new.markdown", "isms/policy.MD", "isms/risks.csv", "isms2/other.md")
	if !tree.Git() || tree.WithoutGit() != nil || tree.Top() != repo.Dir || tree.Prefix() != "" {
		t.Errorf("Git %v, %v, Top %q, Prefix %q", tree.Git(), tree.WithoutGit(), tree.Top(), tree.Prefix())
	}
	wantExists(t, tree, map[string]bool{
		"README.md": true, "readme.md": false, "isms": true, "isms/": true, "isms/deep": true, "./isms/../README.md": true,
		"isms/logo.png": true, "isms/new.markdown": true, "README.md/": false, "README.md/x": false, ".": true, "": false,
		"..": false, "../x": false, "/etc/passwd": false, "gone.md": false, "out/o.md": false, "out": false, ".git": false,
		".git/config": false, "isms/none.md": false, "a\x00b": false,
	})
	history, err := tree.History()
	if err != nil {
		t.Fatal(err)
	}
	if got := history["isms/policy.MD"]; got != (Change{Date: "2025-05-06", Author: "Änne"}) {
		t.Errorf("history: %+v", got)
	}
	if _, known := history["isms/new.markdown"]; known {
		t.Error("an untracked file has a history")
	}
}

func TestPrefix(t *testing.T) {
	repo := sample(t)
	tree := mustOpen(t, filepath.Join(repo.Dir, "isms"), Options{})
	wantPaths(t, tree, "isms/deep/soa.yaml", "isms/new.markdown", "isms/policy.MD", "isms/risks.csv")
	wantExists(t, tree, map[string]bool{"README.md": true, "isms2/other.md": true})
	if tree.Prefix() != "isms" || tree.Top() != repo.Dir {
		t.Errorf("Prefix %q, Top %q", tree.Prefix(), tree.Top())
	}
	file := mustOpen(t, filepath.Join(repo.Dir, "isms", "risks.csv"), Options{})
	wantPaths(t, file, "isms/risks.csv")
	wantExists(t, file, map[string]bool{"README.md": true})
	if _, err := Open(filepath.Join(repo.Dir, "none"), Options{}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a folder that is not there: %v", err)
	}
}

func TestIgnoredByTheOuterRepository(t *testing.T) {
	repo := sample(t)
	out := filepath.Join(repo.Dir, "out")
	tree := mustOpen(t, out, Options{})
	wantPaths(t, tree, "o.md")
	if tree.Git() || tree.Top() != out || !errors.Is(tree.WithoutGit(), errIgnored) {
		t.Errorf("Git %v, Top %q, %v", tree.Git(), tree.Top(), tree.WithoutGit())
	}
	if history, err := tree.History(); err == nil || len(history) != 0 {
		t.Errorf("history %v, %v", history, err)
	}
	wantPaths(t, mustOpen(t, filepath.Join(repo.Dir, "isms", "x.tmp.md"), Options{}), "x.tmp.md")
}

func TestWalk(t *testing.T) {
	dir := gittest.Folder(t)
	for _, path := range []string{
		"a.md", ".github/b.yml", "c/d.csv", "c/e.txt", "vendor/supplier.md", "node_modules/p/README.md", ".venv/x.md",
		"nested/.git/HEAD", "nested/n.md",
	} {
		gittest.Write(t, dir, path, "x")
	}
	tree := mustOpen(t, dir, Options{Ignore: []string{"/c/*.tsv"}})
	wantPaths(t, tree, ".github/b.yml", "a.md", "c/d.csv", "vendor/supplier.md")
	if tree.Git() || !errors.Is(tree.WithoutGit(), git.ErrNoRepository) && !errors.Is(tree.WithoutGit(), git.ErrNotInstalled) {
		t.Errorf("Git %v, %v", tree.Git(), tree.WithoutGit())
	}
	wantExists(t, tree, map[string]bool{
		"c": true, "c/e.txt": true, "C": false, "node_modules/p": false, "nested/n.md": true, "nested/.git/HEAD": false, "../x": false,
	})
	if diff := cmp.Diff([]Skipped{{"nested", nestedReason}}, tree.Skipped()); diff != "" {
		t.Error(diff)
	}
	one := mustOpen(t, filepath.Join(dir, "c", "d.csv"), Options{})
	wantPaths(t, one, "d.csv")
	wantExists(t, one, map[string]bool{"e.txt": true})
}

// Paths are the same with and without git.
func TestWithoutGit(t *testing.T) {
	repo := sample(t)
	isms := filepath.Join(repo.Dir, "isms")
	t.Setenv("PATH", t.TempDir())
	tree := mustOpen(t, isms, Options{})
	wantPaths(t, tree, "isms/deep/soa.yaml", "isms/new.markdown", "isms/policy.MD", "isms/risks.csv", "isms/x.tmp.md")
	wantExists(t, tree, map[string]bool{"README.md": true, ".git/config": false})
	if tree.Top() != repo.Dir || !errors.Is(tree.WithoutGit(), git.ErrNotInstalled) {
		t.Errorf("Top %q, %v", tree.Top(), tree.WithoutGit())
	}
	if _, err := tree.History(); !errors.Is(err, git.ErrNotInstalled) {
		t.Errorf("history: %v", err)
	}
}

func TestOtherOwner(t *testing.T) {
	repo := sample(t)
	if os.Getuid() != 0 {
		t.Skip("only root can give a folder away")
	}
	for _, name := range []string{repo.Dir, filepath.Join(repo.Dir, ".git")} {
		if err := os.Chown(name, 4242, 4242); err != nil {
			t.Skip(err)
		}
	}
	asked := mustOpen(t, filepath.Join(repo.Dir, "isms"), Options{})
	if !asked.Git() || asked.WithoutGit() != nil {
		t.Errorf("git was not asked: %v", asked.WithoutGit())
	}
	// An old git does not take our word for it; the files are found all the same.
	bin := t.TempDir()
	script := "#!/bin/sh\necho \"fatal: detected dubious ownership in repository at '/x'\" >&2\nexit 128\n"
	if err := os.WriteFile(filepath.Join(bin, "git"), []byte(script), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", bin+string(os.PathListSeparator)+os.Getenv("PATH"))
	refused := mustOpen(t, filepath.Join(repo.Dir, "isms"), Options{})
	var owner *git.OwnerError
	if !errors.As(refused.WithoutGit(), &owner) || len(refused.Paths()) != 5 || refused.Top() != repo.Dir {
		t.Errorf("%v, %q", refused.WithoutGit(), refused.Paths())
	}
}

func TestNestedRepositories(t *testing.T) {
	repo := gittest.New(t)
	repo.Write("a.md", "a")
	repo.Commit("A", "2025-01-01")
	inner := gittest.At(t, filepath.Join(repo.Dir, "inner"))
	inner.Write("i.md", "i")
	inner.Commit("A", "2025-01-01")
	// What "git submodule add" leaves in the index, without its many processes.
	sub := gittest.At(t, filepath.Join(repo.Dir, "sub.v2"))
	sub.Write("i.md", "i")
	sub.Commit("A", "2025-01-01")
	repo.Git("add", "sub.v2")

	tree := mustOpen(t, repo.Dir, Options{})
	wantPaths(t, tree, "a.md")
	wantExists(t, tree, map[string]bool{
		"inner": true, "inner/i.md": true, "inner/none.md": false, "inner/.git/HEAD": false, "sub.v2": true, "sub.v2/i.md": true, "sub.v2/x": false,
	})
	skipped := map[string]string{}
	for _, s := range tree.Skipped() {
		skipped[s.Path] = s.Reason
	}
	if diff := cmp.Diff(map[string]string{"inner": nestedReason, "sub.v2": nestedReason}, skipped); diff != "" {
		t.Error(diff)
	}
	for _, name := range []string{"inner", "sub.v2"} {
		pointed := mustOpen(t, filepath.Join(repo.Dir, name), Options{})
		wantPaths(t, pointed, "i.md")
		if !pointed.Git() {
			t.Errorf("%s: %v", name, pointed.WithoutGit())
		}
	}
}

func TestSparseCheckout(t *testing.T) {
	repo := sample(t)
	repo.Git("checkout", "--", "gone.md")
	repo.Git("update-index", "--skip-worktree", "isms/deep/soa.yaml")
	if err := os.RemoveAll(filepath.Join(repo.Dir, "isms", "deep")); err != nil {
		t.Fatal(err)
	}
	tree := mustOpen(t, repo.Dir, Options{})
	wantExists(t, tree, map[string]bool{"isms/deep/soa.yaml": true, "isms/deep": true, "isms/deep/": true, "isms/deep/soa.yaml/": false})
	for _, path := range tree.Paths() {
		if path == "isms/deep/soa.yaml" {
			t.Error("a file that is not checked out is to be read")
		}
	}
	if _, err := tree.Read("isms/deep/soa.yaml"); err == nil {
		t.Error("a file that is not checked out was read")
	}
}

func TestBounds(t *testing.T) {
	repo := sample(t)
	repo.Write("big.md", strings.Repeat("x", 2000))
	tree := mustOpen(t, repo.Dir, Options{MaxFileBytes: 1024})
	var large *TooLargeError
	_, err := tree.Read("big.md")
	if !errors.As(err, &large) || large.Size != 2000 || large.Limit != 1024 {
		t.Errorf("too large: %v", err)
	}
	if want := "big.md has 2.0 KiB, more than the limit of 1.0 KiB; it was not read"; err.Error() != want {
		t.Errorf("got %q, want %q", err, want)
	}
	repo.Write("fits.md", strings.Repeat("x", 1024))
	if _, err := mustOpen(t, repo.Dir, Options{MaxFileBytes: 1024}).Read("fits.md"); err != nil {
		t.Error(err)
	}
	if _, err := Open(repo.Dir, Options{MaxFiles: 3}); !errors.Is(err, ErrTooManyFiles) {
		t.Errorf("too many files: %v", err)
	}
	if _, err := Open(filepath.Join(repo.Dir, "out"), Options{MaxFiles: 1}); err != nil {
		t.Errorf("one file: %v", err)
	}
	if _, err := Open(repo.Dir, Options{Ignore: []string{"[a"}}); err == nil {
		t.Error("a bad pattern is no error")
	}
}

func TestIgnoreOption(t *testing.T) {
	repo := sample(t)
	tree := mustOpen(t, repo.Dir, Options{Ignore: []string{"isms/deep/", "*.csv"}})
	wantPaths(t, tree, "README.md", "isms/new.markdown", "isms/policy.MD", "isms2/other.md")
	wantExists(t, tree, map[string]bool{"isms/deep/soa.yaml": true, "isms/risks.csv": true})
}

func TestRead(t *testing.T) {
	repo := gittest.New(t)
	repo.Write("a.csv", "Gr\xF6\xDFe\r\n")
	tree := mustOpen(t, repo.Dir, Options{})
	got, err := tree.Read("a.csv")
	want := File{Path: "a.csv", ID: "23a3695e79da74397c9785428341b4c17f6944ae", Text: "Größe\r\n", Encoding: Windows1252, Size: 7}
	if err != nil || cmp.Diff(want, got) != "" {
		t.Errorf("%v, %s", err, cmp.Diff(want, got))
	}
	for _, path := range []string{"none.md", "../a.csv", ".git/config", ".", ""} {
		if _, err := tree.Read(path); err == nil {
			t.Errorf("%q was read", path)
		}
	}
}

func TestConcurrentUse(t *testing.T) {
	tree := mustOpen(t, sample(t).Dir, Options{})
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for _, path := range tree.Paths() {
				if _, err := tree.Read(path); err != nil {
					t.Error(err)
				}
				tree.Exists(path + "/x")
			}
			if _, err := tree.History(); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
}

func BenchmarkOpen10000(b *testing.B) {
	repo := gittest.New(b)
	for i := range 10_000 {
		repo.Write(fmt.Sprintf("d%d/e%d/f%d.md", i%20, i%300, i), "x")
	}
	repo.Commit("A", "2025-01-01")
	for b.Loop() {
		start := time.Now()
		if got := len(mustOpen(b, repo.Dir, Options{}).Paths()); got != 10_000 {
			b.Fatal(got)
		}
		b.ReportMetric(float64(time.Since(start).Milliseconds()), "last-ms")
	}
}
