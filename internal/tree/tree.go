// Package tree finds the files of a repository, keeps them within bounds, reads
// and decodes them. Git says which files there are; where it cannot, the folder
// is walked. Symbolic links are not followed and nothing outside the tree is
// read.
package tree

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/ismslint/ismslint/internal/git"
)

const (
	defaultMaxFileBytes = 8 << 20
	defaultMaxFiles     = 50_000
)

// Options bound what a tree may hold. The zero value has the defaults.
type Options struct {
	// MaxFileBytes is the size above which a file is not read; 8 MiB where 0.
	MaxFileBytes int64
	// MaxFiles is the number of readable files above which a tree is not opened;
	// 50,000 where 0.
	MaxFiles int
	// Ignore are globs as in .gitignore, relative to the top of the tree. An
	// ignored file is not read, but exists as the target of a link.
	Ignore []string
}

func (o Options) withDefaults() Options {
	if o.MaxFileBytes <= 0 {
		o.MaxFileBytes = defaultMaxFileBytes
	}
	if o.MaxFiles <= 0 {
		o.MaxFiles = defaultMaxFiles
	}
	return o
}

// Change is the last commit that changed a file.
type Change = git.Change

// Skipped is a file or folder that would have been read, and why it is not.
type Skipped struct{ Path, Reason string }

// Tree is the files of a repository, or of a folder outside Git. It is safe for
// concurrent use.
type Tree struct {
	options    Options
	source     source
	top        string
	prefix     string
	paths      []string
	skipped    []Skipped
	listing    *listing // nil where the folder is walked
	repository *git.Repository
	withoutGit error
	history    func() (map[string]Change, error)
}

// ErrTooManyFiles says that a tree has more readable files than its bound.
var ErrTooManyFiles = errors.New("too many files")

// TooLargeError says that a file is larger than the bound; it was not read.
type TooLargeError struct {
	Path        string
	Size, Limit int64
}

func (e *TooLargeError) Error() string {
	return fmt.Sprintf("%s has %s, more than the limit of %s; it was not read", e.Path, bytesText(e.Size), bytesText(e.Limit))
}

// extensions of the files that the tool can read, lower case.
var extensions = map[string]bool{
	".md": true, ".markdown": true, ".mdx": true, ".mkd": true, ".yaml": true, ".yml": true, ".csv": true, ".tsv": true,
}

func readable(p string) bool { return extensions[strings.ToLower(path.Ext(p))] }

// Open finds the files below dir, which is a folder or a file, anywhere inside a
// repository or outside Git.
func Open(dir string, o Options) (*Tree, error) {
	o = o.withDefaults()
	ignored, err := newIgnore(o.Ignore)
	if err != nil {
		return nil, err
	}
	folder, file, err := locate(dir)
	if err != nil {
		return nil, fmt.Errorf("opening %s: %w", dir, err)
	}
	t := &Tree{options: o}
	t.history = sync.OnceValues(t.readHistory)
	if err := t.find(context.Background(), folder, file, ignored); err != nil {
		return nil, fmt.Errorf("opening %s: %w", dir, err)
	}
	return t, nil
}

// locate resolves what the user pointed at: the folder, and the name of the file
// in it or "". Symbolic links up to there are the user's own choice.
func locate(dir string) (folder, file string, err error) {
	if dir == "" {
		dir = "."
	}
	if dir, err = filepath.Abs(dir); err != nil {
		return "", "", err
	}
	if dir, err = filepath.EvalSymlinks(dir); err != nil {
		return "", "", err
	}
	info, err := os.Stat(dir)
	switch {
	case err != nil:
		return "", "", err
	case info.IsDir():
		return dir, "", nil
	case info.Mode().IsRegular():
		return filepath.Dir(dir), filepath.Base(dir), nil
	}
	return "", "", errors.New("neither a folder nor a regular file")
}

// find lists by Git, and walks where Git is missing, refuses, or ignores what
// the user pointed at.
func (t *Tree) find(ctx context.Context, folder, file string, ignored *ignore) error {
	repository, err := git.Open(ctx, folder)
	if err == nil {
		err = t.list(ctx, repository, file, ignored)
		if err == nil || errors.Is(err, ErrTooManyFiles) {
			return err
		}
	}
	t.withoutGit = err
	top := folder
	if !errors.Is(err, errIgnored) {
		// Paths are then the same with and without git.
		top = git.FindTop(folder)
	}
	prefix, err := filepath.Rel(top, folder)
	if err != nil {
		return err
	}
	t.place(top, path.Join(filepath.ToSlash(prefix), file))
	w := &walker{tree: t, ignored: ignored}
	if err := w.walk(t.prefix); err != nil {
		return err
	}
	slices.Sort(t.paths)
	return nil
}

func (t *Tree) place(top, prefix string) {
	if prefix == "." {
		prefix = ""
	}
	t.top, t.prefix = top, prefix
	t.source = newWorkTree(top)
	t.paths, t.skipped, t.listing, t.repository = nil, nil, nil, nil
}

// add takes a file into the tree where it is readable and within the bounds.
func (t *Tree) add(p string) error {
	if !utf8.ValidString(p) {
		t.skip(strings.ToValidUTF8(p, "\uFFFD"), "its name is not valid UTF-8")
		return nil
	}
	if len(t.paths) >= t.options.MaxFiles {
		return fmt.Errorf("%w: there are more than %d to read; name a folder or ignore some", ErrTooManyFiles, t.options.MaxFiles)
	}
	t.paths = append(t.paths, p)
	return nil
}

func (t *Tree) skip(p, reason string) {
	t.skipped = append(t.skipped, Skipped{Path: p, Reason: reason})
}

// below reports whether p is what the user pointed at or stands below it.
func (t *Tree) below(p string) bool {
	return t.prefix == "" || p == t.prefix || strings.HasPrefix(p, t.prefix+"/")
}

// Top is the absolute path of the Git top level, or of the folder outside Git.
func (t *Tree) Top() string { return t.top }

// Prefix is what the user pointed at, relative to Top; "" for all.
func (t *Tree) Prefix() string { return t.prefix }

// Paths are the files that the tool can read, below Prefix, relative to Top with
// "/", sorted.
func (t *Tree) Paths() []string { return slices.Clone(t.paths) }

// Skipped are the readable files and the folders that were left out.
func (t *Tree) Skipped() []Skipped { return slices.Clone(t.skipped) }

// Git reports whether Git listed the files.
func (t *Tree) Git() bool { return t.repository != nil }

// WithoutGit is why the folder was walked; nil where Git listed the files.
func (t *Tree) WithoutGit() error { return t.withoutGit }

// Exists reports whether there is such a file or folder anywhere in the tree,
// also outside Prefix. Upper and lower case count on every system.
func (t *Tree) Exists(p string) bool {
	asFolder := strings.HasSuffix(p, "/")
	if p == "" || strings.ContainsRune(p, 0) {
		return false
	}
	p = path.Clean(p)
	if !fs.ValidPath(p) || t.hidden(p) {
		return false
	}
	if t.listing != nil && !t.listing.has(p) {
		return false
	}
	if t.listing != nil && t.listing.sparse[p] {
		return !asFolder || t.listing.folders[p]
	}
	kind := t.source.kind(p)
	return kind == folder || kind != absent && !asFolder
}

// hidden reports whether p stands in a folder that holds no files of the tree.
func (t *Tree) hidden(p string) bool {
	for part := range strings.SplitSeq(p, "/") {
		if part == ".git" || t.listing == nil && notWalked[part] {
			return true
		}
	}
	return false
}

// Read reads and decodes a file of the tree. What is odd about its content is in
// the file's problems; an error means that there is no content.
func (t *Tree) Read(p string) (File, error) {
	if !t.Exists(p) {
		return File{}, fmt.Errorf("reading %s: %w", p, fs.ErrNotExist)
	}
	p = path.Clean(p)
	data, size, err := t.source.read(p, t.options.MaxFileBytes)
	if err != nil {
		return File{}, err
	}
	text, encoding, problems := Decode(data)
	return File{Path: p, ID: contentID(data), Text: text, Encoding: encoding, Size: size, Problems: problems}, nil
}

// History is the last change of each of Paths. Where there is none, or not the
// whole, the error is the reason; the map is never more than what is known.
func (t *Tree) History() (map[string]Change, error) { return t.history() }

func (t *Tree) readHistory() (map[string]Change, error) {
	if t.repository == nil {
		return nil, fmt.Errorf("no history: %w", t.withoutGit)
	}
	return t.repository.LastChanges(context.Background(), t.paths)
}

func bytesText(n int64) string {
	switch {
	case n < 1<<10:
		return fmt.Sprintf("%d bytes", n)
	case n < 1<<20:
		return fmt.Sprintf("%.1f KiB", float64(n)/(1<<10))
	}
	return fmt.Sprintf("%.1f MiB", float64(n)/(1<<20))
}
