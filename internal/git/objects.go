package git

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"strconv"
	"strings"
)

// ErrNoRevision says that a revision is not in the repository.
var ErrNoRevision = errors.New("there is no such revision here")

// Object is a file of a commit or of the index.
type Object struct {
	// Path is relative to the top level, with "/".
	Path string
	// Mode is 100644 or 100755 for a file, 120000 for a symbolic link, 160000 for
	// a submodule.
	Mode string
	// ID names the content.
	ID string
}

// Regular is true for a file, as opposed to a link or a submodule.
func (o *Object) Regular() bool { return strings.HasPrefix(o.Mode, "100") }

// Resolve finds the commit that a revision names: a branch, a tag, a hash, HEAD~1.
func (r *Repository) Resolve(ctx context.Context, revision string) (string, error) {
	if err := plainRevision(revision); err != nil {
		return "", err
	}
	out, err := answer(ctx, r.Top, "rev-parse", "--verify", "--quiet", revision+"^{commit}")
	var exit *exec.ExitError
	switch {
	case errors.As(err, &exit):
		return "", fmt.Errorf("%w: %q", ErrNoRevision, printable(revision))
	case err != nil:
		return "", fmt.Errorf("looking for the revision %q: %w", printable(revision), err)
	}
	return strings.TrimSpace(out), nil
}

// plainRevision keeps a revision from being taken for an option or for more than
// one: names come from events that strangers cause.
func plainRevision(revision string) error {
	if revision == "" || strings.HasPrefix(revision, "-") || strings.ContainsAny(revision, "\x00\n :?*[\\") || strings.Contains(revision, "..") {
		return fmt.Errorf("%w: %q is no name of a branch, tag or commit", ErrNoRevision, printable(revision))
	}
	return nil
}

// MergeBase is the newest commit that two have in common; ErrNoRevision where the
// clone does not hold one.
func (r *Repository) MergeBase(ctx context.Context, a, b string) (string, error) {
	for _, revision := range []string{a, b} {
		if err := plainRevision(revision); err != nil {
			return "", err
		}
	}
	out, err := answer(ctx, r.Top, "merge-base", a, b)
	var exit *exec.ExitError
	switch {
	case errors.As(err, &exit):
		return "", fmt.Errorf("%w: %q and %q have no commit in common in this clone", ErrNoRevision, printable(a), printable(b))
	case err != nil:
		return "", fmt.Errorf("looking for what %q and %q have in common: %w", printable(a), printable(b), err)
	}
	return strings.TrimSpace(out), nil
}

// Commit lists the files of a commit.
func (r *Repository) Commit(ctx context.Context, commit string) ([]Object, error) {
	if err := plainRevision(commit); err != nil {
		return nil, err
	}
	objects, err := r.objects(ctx, "ls-tree", "-r", "-z", "--full-tree", commit)
	if err != nil {
		return nil, fmt.Errorf("listing the files of %s: %w", commit, err)
	}
	return objects, nil
}

// Staged lists the files of the index: what the next commit will hold.
func (r *Repository) Staged(ctx context.Context) ([]Object, error) {
	objects, err := r.objects(ctx, "ls-files", "-z", "--stage")
	if err != nil {
		return nil, fmt.Errorf("listing what is staged: %w", err)
	}
	return objects, nil
}

// objects reads records "MODE [TYPE] ID [STAGE]\tPATH". Of a file in conflict the
// first of its versions counts.
func (r *Repository) objects(ctx context.Context, args ...string) ([]Object, error) {
	var objects []Object
	err := run(ctx, r.Top, func(out io.Reader) error {
		return records(out, maxListing, func(record string) error {
			head, path, ok := strings.Cut(record, "\t")
			fields := strings.Fields(head)
			if !ok || len(fields) != 3 {
				return nil
			}
			id := fields[1]
			if args[0] == "ls-tree" {
				id = fields[2]
			}
			if n := len(objects); n > 0 && objects[n-1].Path == path {
				return nil
			}
			objects = append(objects, Object{Path: path, Mode: fields[0], ID: id})
			return nil
		})
	}, args...)
	return objects, err
}

// Contents reads objects, each of no more than limit bytes, and gives them to each
// in their order. A larger one comes without content, with its size.
func (r *Repository) Contents(ctx context.Context, ids []string, limit int64, each func(id string, content []byte, size int64) error) error {
	if len(ids) == 0 {
		return nil
	}
	err := runWith(ctx, r.Top, strings.NewReader(strings.Join(ids, "\n")+"\n"), func(out io.Reader) error {
		in := bufio.NewReaderSize(out, 64<<10)
		for _, id := range ids {
			if err := oneContent(in, id, limit, each); err != nil {
				return err
			}
		}
		return nil
	}, "cat-file", "--batch")
	if err != nil {
		return fmt.Errorf("reading files from Git: %w", err)
	}
	return nil
}

// oneContent reads "ID blob SIZE\n" and what follows.
func oneContent(in *bufio.Reader, id string, limit int64, each func(id string, content []byte, size int64) error) error {
	head, err := in.ReadString('\n')
	if err != nil {
		return err
	}
	fields := strings.Fields(head)
	if len(fields) != 3 || fields[1] != "blob" {
		return fmt.Errorf("%s is not in this clone", printable(id))
	}
	size, err := strconv.ParseInt(fields[2], 10, 64)
	if err != nil {
		return fmt.Errorf("the size of %s: %w", printable(id), err)
	}
	var content []byte
	if size <= limit {
		content = make([]byte, size)
		if _, err := io.ReadFull(in, content); err != nil {
			return err
		}
	} else if _, err := io.CopyN(io.Discard, in, size); err != nil {
		return err
	}
	if _, err := in.Discard(1); err != nil { // the newline behind it
		return err
	}
	return each(id, content, size)
}
