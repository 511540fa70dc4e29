package tree

import (
	"context"
	"errors"
	"path"
	"slices"

	"github.com/ismslint/ismslint/internal/git"
)

// errIgnored says that a repository ignores what the user pointed at.
var errIgnored = errors.New("the repository ignores it (.gitignore)")

// listing is what Git says is there.
type listing struct {
	files   map[string]bool
	folders map[string]bool
	// sparse are the files that a sparse checkout leaves out, and the folders
	// above them: they exist, though not on disk.
	sparse map[string]bool
	// nested are untracked repositories and submodules: Git does not list what
	// is in them.
	nested map[string]bool
}

func newListing(entries []git.Entry) *listing {
	l := &listing{
		files: make(map[string]bool, len(entries)), folders: map[string]bool{".": true},
		sparse: map[string]bool{}, nested: map[string]bool{},
	}
	for _, entry := range entries {
		if entry.Repository {
			l.nested[entry.Path] = true
		}
		l.files[entry.Path] = true
		if entry.Sparse {
			l.sparse[entry.Path] = true
		}
		for at := path.Dir(entry.Path); !l.folders[at] || entry.Sparse && !l.sparse[at]; at = path.Dir(at) {
			l.folders[at] = true
			if entry.Sparse {
				l.sparse[at] = true
			}
		}
	}
	return l
}

func (l *listing) has(p string) bool {
	if l.files[p] || l.folders[p] {
		return true
	}
	for at := path.Dir(p); at != "." && len(l.nested) > 0; at = path.Dir(at) {
		if l.nested[at] {
			return true
		}
	}
	return false
}

// list takes the files of the tree from Git. It costs one call of git, and a
// second one only where nothing was found.
func (t *Tree) list(ctx context.Context, repository *git.Repository, file string, ignored *ignore) error {
	entries, err := repository.Files(ctx, "")
	if err != nil {
		return err
	}
	t.place(repository.Top, path.Join(repository.Prefix, file))
	t.listing = newListing(entries)
	for _, entry := range entries {
		if !t.below(entry.Path) || ignored.match(entry.Path, entry.Repository) {
			continue
		}
		if err := t.take(entry); err != nil {
			return err
		}
	}
	if len(t.paths) == 0 && t.prefix != "" {
		out, err := repository.Ignored(ctx, t.prefix)
		if err != nil {
			return err
		}
		if out {
			return errIgnored
		}
	}
	t.repository = repository
	slices.Sort(t.paths)
	return nil
}

// take decides about one entry of Git.
func (t *Tree) take(entry git.Entry) error {
	if entry.Repository {
		t.skip(entry.Path, nestedReason)
		return nil
	}
	if entry.Sparse {
		if readable(entry.Path) {
			t.skip(entry.Path, "the sparse checkout leaves it out")
		}
		return nil
	}
	switch kind := t.source.kind(entry.Path); {
	case kind == folder: // a submodule
		t.listing.nested[entry.Path] = true
		t.skip(entry.Path, nestedReason)
	case !readable(entry.Path):
	case kind == regular:
		return t.add(entry.Path)
	default:
		t.skip(entry.Path, kind.reason())
	}
	return nil
}
