package git

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ismslint/ismslint/internal/git/gittest"
)

func TestMain(m *testing.M) {
	os.Setenv("GIT_CONFIG_GLOBAL", os.DevNull)
	os.Exit(m.Run())
}

func open(t *testing.T, dir string) *Repository {
	t.Helper()
	r, err := Open(context.Background(), dir)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func paths(t *testing.T, r *Repository, below string) []string {
	t.Helper()
	entries, err := r.Files(context.Background(), below)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, e := range entries {
		all = append(all, e.Path)
	}
	slices.Sort(all)
	return all
}

// fakeGit puts a script in the place of git.
func fakeGit(t *testing.T, script string) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("needs a shell")
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "git"), []byte("#!/bin/sh\n"+script), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", dir+string(os.PathListSeparator)+os.Getenv("PATH"))
}

func TestOpenFindsTheTopLevel(t *testing.T) {
	repo := gittest.New(t)
	for _, prefix := range []string{"", "a", "a/b", "-dash", "new\nline/x", `quo"te`, "sp ace", ":(top)x"} {
		if runtime.GOOS == "windows" && strings.ContainsAny(prefix, "\n\":") {
			continue
		}
		dir := filepath.Join(repo.Dir, filepath.FromSlash(prefix))
		if err := os.MkdirAll(dir, 0o755); err != nil {
			t.Fatal(err)
		}
		got := open(t, dir)
		if want := (Repository{Top: repo.Dir, Prefix: prefix}); *got != want {
			t.Errorf("Open(%q) = %+v, want %+v", prefix, *got, want)
		}
	}
}

func TestOpenErrors(t *testing.T) {
	repo := gittest.New(t)
	bare := gittest.New(t)
	bare.Git("init", "-q", "--bare", "inner")
	bare.Git("-C", "inner", "config", "core.worktree", "/")
	bare.Git("-C", "inner", "config", "core.bare", "false")
	tests := map[string]string{
		"outside":              gittest.Folder(t),
		"in .git":              filepath.Join(repo.Dir, ".git"),
		"bare, committed":      filepath.Join(bare.Dir, "inner"),
		"below bare committed": filepath.Join(bare.Dir, "inner", "refs"),
	}
	for name, dir := range tests {
		if got, err := Open(context.Background(), dir); !errors.Is(err, ErrNoRepository) {
			t.Errorf("%s: %+v, %v; want ErrNoRepository", name, got, err)
		}
	}
}

func TestOpenWithoutGit(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	if _, err := Open(context.Background(), t.TempDir()); !errors.Is(err, ErrNotInstalled) {
		t.Errorf("got %v, want ErrNotInstalled", err)
	}
}

func TestOtherOwner(t *testing.T) {
	for _, message := range []string{
		"fatal: detected dubious ownership in repository at '/x'",
		"fatal: unsafe repository ('/x' is owned by someone else)",
	} {
		t.Run(message, func(t *testing.T) {
			fakeGit(t, `echo "`+message+`" >&2; exit 128`)
			_, err := Open(context.Background(), t.TempDir())
			var owner *OwnerError
			if !errors.As(err, &owner) || !strings.Contains(err.Error(), "safe.directory") {
				t.Errorf("got %v", err)
			}
		})
	}
}

// A checkout in a container belongs to somebody else; a repository in it that was
// not pointed at stays refused.
func TestTreeOfAnotherOwner(t *testing.T) {
	if os.Getuid() != 0 {
		t.Skip("only root can give a folder away")
	}
	repo := gittest.New(t)
	repo.Write("isms/a.md", "a")
	repo.Commit("A", "2025-01-01")
	for _, name := range []string{repo.Dir, filepath.Join(repo.Dir, ".git")} {
		if err := os.Chown(name, 4242, 4242); err != nil {
			t.Skip(err)
		}
	}
	t.Setenv("HOME", "")
	ctx := context.Background()
	r, err := Open(ctx, filepath.Join(repo.Dir, "isms"))
	var owner *OwnerError
	if errors.As(err, &owner) {
		t.Skip("this git takes no permission from the command line")
	}
	if err != nil {
		t.Fatal(err)
	}
	changes, err := r.LastChanges(ctx, []string{"isms/a.md"})
	if err != nil || changes["isms/a.md"].Author != "A" || len(paths(t, r, "isms")) != 1 {
		t.Errorf("%v, %v", changes, err)
	}
	_, err = answer(ctx, t.TempDir(), "-C", filepath.ToSlash(repo.Dir), "rev-parse", "--git-dir")
	if !errors.As(err, &owner) {
		t.Errorf("another tree than the one of the folder was read: %v", err)
	}
}

func TestFiles(t *testing.T) {
	repo := gittest.New(t)
	repo.Write(".gitignore", "*.tmp\nout/\n")
	repo.Write("a.md", "a")
	repo.Write("docs/b.md", "b")
	repo.Write("gone.md", "g")
	repo.Commit("A", "2026-01-01")
	repo.Write("untracked.md", "u")
	repo.Write("docs/x.tmp", "ignored")
	repo.Write("out/y.md", "ignored")
	repo.Write("docsier/z.md", "z")
	if err := os.Remove(filepath.Join(repo.Dir, "gone.md")); err != nil {
		t.Fatal(err)
	}
	inner := gittest.At(t, filepath.Join(repo.Dir, "inner"))
	inner.Write("i.md", "i")
	inner.Commit("A", "2026-01-01")

	r := open(t, repo.Dir)
	want := []string{".gitignore", "a.md", "docs/b.md", "docsier/z.md", "inner", "untracked.md"}
	if diff := cmp.Diff(want, paths(t, r, "")); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"docs/b.md"}, paths(t, r, "docs")); diff != "" {
		t.Error(diff)
	}
	if got := paths(t, r, "*.md"); len(got) != 0 {
		t.Errorf("a path was taken for a pattern: %q", got)
	}
}

func TestFilesOfAConflictAreListedOnce(t *testing.T) {
	repo := gittest.New(t)
	repo.Write("a.md", "base\n")
	repo.Commit("A", "2026-01-01")
	repo.Git("checkout", "-q", "-b", "other")
	repo.Write("a.md", "theirs\n")
	repo.Commit("A", "2026-01-02")
	repo.Git("checkout", "-q", "-")
	repo.Write("a.md", "ours\n")
	repo.Commit("A", "2026-01-03")
	repo.Git("-c", "alias.m=!git merge other || true", "m")
	if diff := cmp.Diff([]string{"a.md"}, paths(t, open(t, repo.Dir), "")); diff != "" {
		t.Error(diff)
	}
}

func TestIgnored(t *testing.T) {
	repo := gittest.New(t)
	repo.Write(".gitignore", "out\n/:x\n")
	repo.Write("out/a.md", "")
	repo.Write("in/a.md", "")
	want := map[string]bool{"out": true, "out/a.md": true, "in": false, ":x": true, ":(top)in": false, "-q": false}
	for path, want := range want {
		got, err := open(t, repo.Dir).Ignored(context.Background(), path)
		if err != nil || got != want {
			t.Errorf("Ignored(%q) = %v, %v; want %v", path, got, err, want)
		}
	}
}

func TestLastChanges(t *testing.T) {
	repo := gittest.New(t)
	repo.Write("old.md", "a text that is moved\n")
	repo.Write("b.md", "b")
	repo.Write("same.md", "s")
	repo.Commit("Änne Öz", "2025-01-01")
	repo.Write("b.md", "b2")
	repo.Commit("Bo", "2025-02-01")
	repo.Git("mv", "old.md", "new.md")
	repo.Commit("Mover", "2025-03-01")
	repo.Write("old.md", "another of the name\n")
	repo.Write("-x.md", "x")
	repo.Commit("Zoe", "2025-04-01")

	wanted := []string{"new.md", "old.md", "b.md", "same.md", "-x.md", "never.md"}
	got, err := open(t, repo.Dir).LastChanges(context.Background(), wanted)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]Change{
		"new.md":  {"2025-01-01", "Änne Öz"},
		"old.md":  {"2025-04-01", "Zoe"},
		"b.md":    {"2025-02-01", "Bo"},
		"same.md": {"2025-01-01", "Änne Öz"},
		"-x.md":   {"2025-04-01", "Zoe"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestLastChangesErrors(t *testing.T) {
	repo := gittest.New(t)
	repo.Write("a.md", "a")
	if _, err := open(t, repo.Dir).LastChanges(context.Background(), []string{"a.md"}); !errors.Is(err, ErrNoCommit) {
		t.Errorf("without a commit: %v", err)
	}
	repo.Commit("A", "2025-01-01")
	repo.Write("a.md", "b")
	repo.Commit("A", "2025-01-02")
	clone := filepath.Join(gittest.Folder(t), "clone")
	repo.Git("clone", "-q", "--depth=1", "file://"+filepath.ToSlash(repo.Dir), clone)
	got, err := open(t, clone).LastChanges(context.Background(), []string{"a.md"})
	if !errors.Is(err, ErrShallow) || len(got) != 0 {
		t.Errorf("shallow clone: %v, %v", got, err)
	}
}

// A repository's configuration must not start anything.
func TestHostileConfiguration(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("needs a shell")
	}
	repo := gittest.New(t)
	repo.Write("a.md", "a")
	repo.Write(".gitattributes", "*.md diff=evil filter=evil\n")
	repo.Commit("A", "2025-01-01")
	repo.Write("a.md", "b")
	repo.Commit("A", "2025-01-02")
	mark := filepath.Join(t.TempDir(), "mark")
	script := filepath.Join(t.TempDir(), "evil.sh")
	if err := os.WriteFile(script, []byte("#!/bin/sh\necho ran >> '"+mark+"'\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{
		"core.fsmonitor", "core.pager", "pager.log", "pager.ls-files", "core.sshCommand", "diff.external", "diff.evil.textconv",
		"diff.evil.command", "filter.evil.clean", "filter.evil.process", "core.askPass", "gpg.program", "core.editor",
	} {
		repo.Git("config", key, script)
	}
	repo.Git("config", "log.showSignature", "true")
	repo.Write("a.md", "changed")

	ctx := context.Background()
	r := open(t, repo.Dir)
	paths(t, r, "")
	if _, err := r.Ignored(ctx, "a.md"); err != nil {
		t.Error(err)
	}
	if _, err := r.LastChanges(ctx, []string{"a.md", "none"}); err != nil {
		t.Error(err)
	}
	if ran, err := os.ReadFile(mark); err == nil {
		t.Errorf("the repository's configuration started a program: %s", ran)
	}
}

func TestEnvironment(t *testing.T) {
	got := environment([]string{
		"HOME=/h", "GIT_DIR=/evil", "git_work_tree=/evil", "GIT_EXTERNAL_DIFF=x", "GIT_CONFIG_GLOBAL=/g",
		"GIT_CONFIG_KEY_0=safe.directory", "GIT_TRACE=/t", "LC_ALL=de_DE",
	})
	want := append([]string{"HOME=/h", "GIT_CONFIG_GLOBAL=/g", "GIT_CONFIG_KEY_0=safe.directory"}, forced...)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestBounds(t *testing.T) {
	t.Run("records", func(t *testing.T) {
		err := records(strings.NewReader("aa\x00bb\x00cc\x00"), 5, func(string) error { return nil })
		if !errors.Is(err, ErrBound) {
			t.Errorf("got %v", err)
		}
	})
	t.Run("one record", func(t *testing.T) {
		err := records(strings.NewReader(strings.Repeat("a", maxRecord+1)), maxListing, func(string) error { return nil })
		if !errors.Is(err, ErrBound) {
			t.Errorf("got %v", err)
		}
	})
	t.Run("answer", func(t *testing.T) {
		fakeGit(t, "while :; do echo aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa; done")
		if _, err := answer(context.Background(), t.TempDir(), "x"); !errors.Is(err, ErrBound) {
			t.Errorf("got %v", err)
		}
	})
	t.Run("stop", func(t *testing.T) {
		fakeGit(t, "exec sleep 20")
		err := run(context.Background(), t.TempDir(), func(io.Reader) error { return errStop }, "x")
		if err != nil {
			t.Errorf("got %v", err)
		}
	})
	t.Run("message", func(t *testing.T) {
		fakeGit(t, `printf 'fatal: \033[31mx\n' >&2; exit 3`)
		_, err := answer(context.Background(), t.TempDir(), "--y", "x")
		if err == nil || strings.ContainsRune(err.Error(), 0x1b) || !strings.Contains(err.Error(), "git x in") {
			t.Errorf("got %q", err)
		}
	})
}

func FuzzHistory(f *testing.F) {
	f.Add("\x012025-01-01 A\x00\nR100\x00a\x00b\x00M\x00c\x00")
	f.Add("\x01\x00\nD\x00b\x00\x00\x00R\x00")
	f.Fuzz(func(t *testing.T, out string) {
		w := newWalk([]string{"a", "b", "c"})
		err := records(strings.NewReader(out), maxListing, w.token)
		w.fillMoves()
		if errors.Is(err, errStop) && len(w.today) != 0 {
			t.Error("stopped early")
		}
		for path := range w.changes {
			if !slices.Contains([]string{"a", "b", "c"}, path) {
				t.Errorf("changed: %q", path)
			}
		}
	})
}
