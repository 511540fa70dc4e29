package tree

import (
	"fmt"
	"path"
)

// notWalked are the folders that a walk leaves out: what tools keep beside the
// files of a project, under names that no ISMS gives a folder. "vendor" and
// "target" are not among them.
var notWalked = map[string]bool{
	".git": true, ".hg": true, ".svn": true, "node_modules": true, ".venv": true, "__pycache__": true,
}

const (
	maxDepth   = 64
	maxVisited = 1_000_000
)

// walker finds files where Git does not list them.
type walker struct {
	tree    *Tree
	ignored *ignore
	visited int
}

func (w *walker) walk(prefix string) error {
	if prefix == "" {
		return w.folder(".", 0)
	}
	kind := w.tree.source.kind(prefix)
	if kind == folder {
		return w.folder(prefix, 0)
	}
	return w.file(prefix, kind)
}

func (w *walker) folder(dir string, depth int) error {
	if depth > maxDepth {
		w.tree.skip(dir, fmt.Sprintf("it stands more than %d folders deep", maxDepth))
		return nil
	}
	names, err := w.tree.source.names(dir)
	if err != nil {
		w.tree.skip(dir, err.Error())
		return nil
	}
	if _, nested := names[".git"]; nested && depth > 0 {
		w.tree.skip(dir, nestedReason)
		return nil
	}
	w.visited += len(names)
	if w.visited > maxVisited {
		return fmt.Errorf("%w: the folder holds more than %d files; name one below it", ErrTooManyFiles, maxVisited)
	}
	for name, kind := range names {
		p := path.Join(dir, name)
		if kind == folder && notWalked[name] || w.ignored.match(p, kind == folder) {
			continue
		}
		if kind == folder {
			err = w.folder(p, depth+1)
		} else {
			err = w.file(p, kind)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (w *walker) file(p string, kind kind) error {
	if !readable(p) {
		return nil
	}
	if kind != regular {
		w.tree.skip(p, kind.reason())
		return nil
	}
	return w.tree.add(p)
}
