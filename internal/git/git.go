// Package git asks the git command what a repository knows: where its top level
// is, which files belong to it, and when each was last changed. Nothing else in
// the program runs git.
//
// Every call is hardened (see run.go), limited in time and output, and only
// reads. Git 2.20 is enough. Every error means that a caller can go on without
// what it asked for.
package git

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"unicode"
)

var (
	// ErrNotInstalled says that there is no git command.
	ErrNotInstalled = errors.New("git is not installed")
	// ErrNoRepository says that a folder is not in a work tree of Git.
	ErrNoRepository = errors.New("not in a work tree of Git")
	// ErrNoCommit says that nothing was committed yet.
	ErrNoCommit = errors.New("the repository has no commit yet")
	// ErrShallow says that the clone holds only the newest commits: the dates in
	// it would be those of the clone.
	ErrShallow = errors.New("the clone is shallow, so dates of changes are not known; " +
		"fetch the whole history (fetch-depth: 0, GIT_DEPTH: 0 or git fetch --unshallow)")
	// ErrBound says that git took too long or wrote too much.
	ErrBound = errors.New("git was stopped")
)

// OwnerError says that an old Git refuses a repository that another user owns, as
// is usual in containers; see trusting.
type OwnerError struct{ Top string }

func (e *OwnerError) Error() string {
	return fmt.Sprintf("Git refuses to read %s, which another user owns; if you trust it: "+
		"git config --global --add safe.directory '%s'", e.Top, filepath.ToSlash(e.Top))
}

// Repository is a work tree of Git.
type Repository struct {
	// Top is the absolute path of the top level.
	Top string
	// Prefix is the folder that was opened, relative to Top, with "/" between
	// its parts; "" for Top itself.
	Prefix string
	// Shallow is true where the clone does not have the whole history.
	Shallow bool
}

const (
	maxListing = 256 << 20
	maxRecord  = 64 << 10
)

// Open finds the repository of a folder, given as an absolute path without
// symbolic links.
func Open(ctx context.Context, dir string) (*Repository, error) {
	// The prefix comes last, since the name of a folder may hold a newline.
	out, err := answer(ctx, dir, "rev-parse", "--is-inside-work-tree", "--is-shallow-repository", "--show-prefix")
	if err != nil {
		return nil, err
	}
	fields := strings.SplitN(out, "\n", 3)
	if len(fields) < 3 || fields[0] != "true" {
		return nil, fmt.Errorf("%w: %s", ErrNoRepository, dir)
	}
	prefix := strings.TrimSuffix(fields[2], "\n")
	// The top level is counted from dir, not asked for: git spells paths in its
	// own way on Windows, and core.worktree could name any folder.
	top := dir
	for range strings.Count(prefix, "/") {
		top = filepath.Dir(top)
	}
	if _, err := os.Lstat(filepath.Join(top, ".git")); err != nil {
		return nil, fmt.Errorf("%w: %s", ErrNoRepository, dir)
	}
	return &Repository{Top: top, Prefix: strings.TrimSuffix(prefix, "/"), Shallow: fields[1] == "true"}, nil
}

// FindTop finds the top level without asking git: the nearest folder that has a
// .git, else the folder itself.
func FindTop(folder string) string {
	for at := folder; ; at = filepath.Dir(at) {
		if _, err := os.Lstat(filepath.Join(at, ".git")); err == nil {
			return at
		}
		if filepath.Dir(at) == at {
			return folder
		}
	}
}

// Entry is something that Git lists.
type Entry struct {
	// Path is relative to the top level, with "/".
	Path string
	// Tracked is true for what is in the index.
	Tracked bool
	// Sparse is true for a tracked file that a sparse checkout leaves out.
	Sparse bool
	// Repository is true for an untracked folder that is a repository of its
	// own. A submodule is tracked, and is a folder on disk.
	Repository bool
}

// Files lists what is tracked, or neither tracked nor ignored, below a folder of
// the top level ("" for all), each path once. A tracked file that was deleted
// from the work tree is left out.
func (r *Repository) Files(ctx context.Context, below string) ([]Entry, error) {
	args := []string{"--literal-pathspecs", "ls-files", "-z", "-t", "--cached", "--others", "--exclude-standard", "--"}
	if below != "" {
		args = append(args, below)
	}
	var entries []Entry
	seen := map[string]bool{}
	err := run(ctx, r.Top, func(out io.Reader) error {
		return records(out, maxListing, func(record string) error {
			tag, path, ok := strings.Cut(record, " ")
			if !ok || path == "" || seen[path] {
				return nil
			}
			seen[path] = true
			entry := Entry{Path: path, Tracked: tag != "?", Sparse: tag == "S"}
			if trimmed := strings.TrimSuffix(path, "/"); trimmed != path {
				entry.Path, entry.Repository = trimmed, true
			}
			entries = append(entries, entry)
			return nil
		})
	}, args...)
	if err != nil {
		return nil, fmt.Errorf("listing the files of %s: %w", r.Top, err)
	}
	return r.withoutDeleted(entries), nil
}

// Ignored reports whether a folder of the top level is ignored.
func (r *Repository) Ignored(ctx context.Context, path string) (bool, error) {
	// "./" keeps git from reading a leading ":" as pathspec magic.
	_, err := answer(ctx, r.Top, "check-ignore", "-q", "--", "./"+path)
	var exit *exec.ExitError
	switch {
	case err == nil:
		return true, nil
	case errors.As(err, &exit) && exit.ExitCode() == 1:
		return false, nil
	}
	return false, fmt.Errorf("asking whether %s is ignored: %w", path, err)
}

func (r *Repository) withoutDeleted(entries []Entry) []Entry {
	kept := entries[:0]
	for _, entry := range entries {
		if entry.Tracked && !entry.Sparse && !r.present(entry.Path) {
			continue
		}
		kept = append(kept, entry)
	}
	return kept
}

func (r *Repository) present(path string) bool {
	_, err := os.Lstat(filepath.Join(r.Top, filepath.FromSlash(path)))
	return err == nil
}

// records calls each for every NUL-terminated record, of which none may be
// longer than any path and all together no longer than limit.
func records(out io.Reader, limit int64, each func(string) error) error {
	limited := &io.LimitedReader{R: out, N: limit}
	scanner := bufio.NewScanner(limited)
	scanner.Buffer(make([]byte, 0, 4096), maxRecord)
	scanner.Split(splitNUL)
	for scanner.Scan() {
		if err := each(scanner.Text()); err != nil {
			return err
		}
	}
	if err := scanner.Err(); err != nil {
		return fmt.Errorf("%w: reading its output: %w", ErrBound, err)
	}
	if limited.N <= 0 {
		return fmt.Errorf("%w: it wrote more than %d bytes", ErrBound, limit)
	}
	return nil
}

func splitNUL(data []byte, atEOF bool) (advance int, token []byte, err error) {
	if i := bytes.IndexByte(data, 0); i >= 0 {
		return i + 1, data[:i], nil
	}
	if atEOF && len(data) > 0 {
		return len(data), data, nil
	}
	return 0, nil, nil
}

// printable replaces what could move a terminal's cursor, and cuts to a length
// that fits a line.
func printable(text string) string {
	var b strings.Builder
	for i, r := range strings.ToValidUTF8(text, "\uFFFD") {
		if i > 300 {
			b.WriteString("...")
			break
		}
		if unicode.IsControl(r) {
			r = ' '
		}
		b.WriteRune(r)
	}
	return strings.TrimSpace(b.String())
}
