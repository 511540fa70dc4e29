package tree

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ismslint/ismslint/internal/git/gittest"
)

func TestSymbolicLinks(t *testing.T) {
	outside := gittest.Folder(t)
	gittest.Write(t, outside, "secret.md", "secret")
	for _, withGit := range []bool{true, false} {
		t.Run(fmt.Sprintf("git %v", withGit), func(t *testing.T) {
			dir := gittest.Folder(t)
			var repo *gittest.Repo
			if withGit {
				repo = gittest.At(t, dir)
			}
			gittest.Write(t, dir, "docs/a.md", "a")
			gittest.Write(t, dir, "was/secret.md", "mine")
			if withGit {
				repo.Commit("A", "2025-01-01")
			}
			if err := os.RemoveAll(filepath.Join(dir, "was")); err != nil {
				t.Fatal(err)
			}
			for name, target := range map[string]string{
				"out.md": filepath.Join(outside, "secret.md"), "in.md": "docs/a.md", "folder": "docs", "was": outside, "loop.md": "loop.md",
			} {
				if err := os.Symlink(target, filepath.Join(dir, name)); err != nil {
					t.Skip(err)
				}
			}
			tree := mustOpen(t, dir, Options{})
			wantPaths(t, tree, "docs/a.md")
			wantExists(t, tree, map[string]bool{"in.md": true, "folder": true, "folder/a.md": false, "was/secret.md": false, "in.md/": false})
			for _, path := range []string{"out.md", "in.md", "was/secret.md", "folder/a.md", "loop.md"} {
				if f, err := tree.Read(path); err == nil {
					t.Errorf("%s was read: %q", path, f.Text)
				}
			}
		})
	}
}

// What changes after a tree was opened cannot lead outside either.
func TestLinkMadeAfterOpening(t *testing.T) {
	outside := gittest.Folder(t)
	gittest.Write(t, outside, "a.md", "secret")
	dir := gittest.Folder(t)
	gittest.Write(t, dir, "docs/a.md", "a")
	tree := mustOpen(t, dir, Options{})
	if err := os.RemoveAll(filepath.Join(dir, "docs")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(outside, filepath.Join(dir, "docs")); err != nil {
		t.Skip(err)
	}
	if f, err := tree.Read("docs/a.md"); err == nil {
		t.Errorf("read %q", f.Text)
	}
}

func TestHostileNames(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no such names")
	}
	names := []string{
		"-rf.md", "new\nline.md", `quo"te's.md`, ":(top)x.md", "\x1b[31m.md", "a\\b.md", "--/x.md", "tab\t.csv", "*.md", " .md", "[a].yaml", "\x01R100.md",
	}
	repo := gittest.New(t)
	for _, name := range names {
		repo.Write(name, "x")
	}
	repo.Write("bad\xff.md", "x")
	repo.Commit("A", "2025-01-01")
	tree := mustOpen(t, repo.Dir, Options{})
	if got := tree.Paths(); len(got) != len(names) {
		t.Errorf("paths: %q", got)
	}
	history, err := tree.History()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if f, err := tree.Read(name); err != nil || f.Text != "x" || !tree.Exists(name) {
			t.Errorf("%q: %+v, %v", name, f, err)
		}
		if history[name].Date != "2025-01-01" {
			t.Errorf("%q: history %+v", name, history[name])
		}
	}
	if diff := cmp.Diff([]Skipped{{"bad\uFFFD.md", "its name is not valid UTF-8"}}, tree.Skipped()); diff != "" {
		t.Error(diff)
	}
}
