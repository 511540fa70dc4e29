package tree

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"sync"
)

// kind is what stands at a path.
type kind int

const (
	absent kind = iota
	folder
	regular
	link
	special
)

const nestedReason = "it is a repository of its own"

// reason says why a path of this kind is not read.
func (k kind) reason() string {
	switch k {
	case link:
		return "it is a symbolic link"
	case special:
		return "it is not a regular file"
	case folder:
		return "it is a folder"
	case regular:
		return "it is a regular file"
	case absent:
		return "it is not there, or cannot be reached without a symbolic link"
	}
	return ""
}

// source is where a tree takes its bytes from. There is the work tree; the Git
// index and a commit fit behind the same three methods. "." is the top.
type source interface {
	// kind is what stands at a path, without following a symbolic link anywhere
	// on the way. Upper and lower case count.
	kind(path string) kind
	// names are what stands in a folder.
	names(dir string) (map[string]kind, error)
	// read reads a regular file that has no more than limit bytes.
	read(path string, limit int64) (data []byte, size int64, err error)
}

// workTree is a folder on disk. Each of its folders is listed once, when first
// asked for.
type workTree struct {
	top     string
	mu      sync.Mutex
	folders map[string]contents
}

type contents struct {
	names map[string]kind
	err   error
}

func newWorkTree(top string) *workTree {
	return &workTree{top: top, folders: map[string]contents{}}
}

func (w *workTree) kind(p string) kind {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.kindLocked(p)
}

func (w *workTree) names(dir string) (map[string]kind, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	c := w.contentsLocked(dir)
	return c.names, c.err
}

func (w *workTree) kindLocked(p string) kind {
	if p == "." {
		return folder
	}
	return w.contentsLocked(path.Dir(p)).names[path.Base(p)]
}

func (w *workTree) contentsLocked(dir string) contents {
	if c, known := w.folders[dir]; known {
		return c
	}
	var c contents
	if k := w.kindLocked(dir); k == folder {
		c = w.list(dir)
	} else {
		c.err = fmt.Errorf("listing %s: %s", dir, k.reason())
	}
	w.folders[dir] = c
	return c
}

func (w *workTree) list(dir string) contents {
	entries, err := os.ReadDir(filepath.Join(w.top, filepath.FromSlash(dir)))
	if err != nil {
		return contents{err: fmt.Errorf("listing %s: %w", dir, err)}
	}
	names := make(map[string]kind, len(entries))
	for _, entry := range entries {
		names[entry.Name()] = kindOf(entry.Type())
	}
	return contents{names: names}
}

func kindOf(mode fs.FileMode) kind {
	switch {
	case mode.IsRegular():
		return regular
	case mode.IsDir():
		return folder
	case mode&fs.ModeSymlink != 0:
		return link
	}
	return special
}

// read opens through os.Root, which never leaves the top, whatever happens to
// the tree meanwhile.
func (w *workTree) read(p string, limit int64) ([]byte, int64, error) {
	if k := w.kind(p); k != regular {
		return nil, 0, fmt.Errorf("reading %s: %s", p, k.reason())
	}
	root, err := os.OpenRoot(w.top)
	if err != nil {
		return nil, 0, fmt.Errorf("reading %s: %w", p, err)
	}
	defer root.Close()
	// Opening a pipe would wait for a writer, so what is there is looked at once
	// more before.
	name := filepath.FromSlash(p)
	if info, err := root.Lstat(name); err != nil {
		return nil, 0, fmt.Errorf("reading %s: %w", p, err)
	} else if k := kindOf(info.Mode()); k != regular {
		return nil, 0, fmt.Errorf("reading %s: %s", p, k.reason())
	}
	file, err := root.Open(name)
	if err != nil {
		return nil, 0, fmt.Errorf("reading %s: %w", p, err)
	}
	defer file.Close()
	return readBounded(file, p, limit)
}

func readBounded(file *os.File, p string, limit int64) ([]byte, int64, error) {
	info, err := file.Stat()
	if err != nil {
		return nil, 0, fmt.Errorf("reading %s: %w", p, err)
	}
	if info.Size() > limit {
		return nil, info.Size(), &TooLargeError{Path: p, Size: info.Size(), Limit: limit}
	}
	var buffer bytes.Buffer
	buffer.Grow(int(info.Size()) + bytes.MinRead)
	n, err := buffer.ReadFrom(io.LimitReader(file, limit+1))
	if err != nil {
		return nil, 0, fmt.Errorf("reading %s: %w", p, err)
	}
	if n > limit {
		return nil, n, &TooLargeError{Path: p, Size: n, Limit: limit}
	}
	return buffer.Bytes(), n, nil
}
