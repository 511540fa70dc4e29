package tree

import (
	"context"
	"crypto/sha1" //nolint:gosec // it names contents as Git does, and protects nothing
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing/fstest"

	"github.com/ismslint/ismslint/internal/git"
)

// ErrNoRevision says that a revision is not in the clone.
var ErrNoRevision = git.ErrNoRevision

// OpenRevision opens what a commit holds at the place of dir, without touching
// the work tree. Paths are those of Open. Commit is its hash.
func OpenRevision(dir, revision string, o Options) (t *Tree, commit string, err error) {
	t, err = openObjects(dir, o, func(ctx context.Context, r *git.Repository) ([]git.Object, error) {
		if commit, err = r.Resolve(ctx, revision); err != nil {
			return nil, err
		}
		return r.Commit(ctx, commit)
	})
	return t, commit, err
}

// OpenStaged opens what the next commit will hold at the place of dir.
func OpenStaged(dir string, o Options) (*Tree, error) {
	return openObjects(dir, o, func(ctx context.Context, r *git.Repository) ([]git.Object, error) {
		return r.Staged(ctx)
	})
}

// Commit is the hash of the commit that a revision names in the repository around
// dir.
func Commit(dir, revision string) (string, error) {
	repository, err := around(dir)
	if err != nil {
		return "", err
	}
	return repository.Resolve(context.Background(), revision)
}

func around(dir string) (*git.Repository, error) {
	folder, _, err := locate(dir)
	if err != nil {
		return nil, fmt.Errorf("opening %s: %w", dir, err)
	}
	return git.Open(context.Background(), folder)
}

// MergeBase is the newest commit that two revisions of the repository around dir
// have in common.
func MergeBase(dir, a, b string) (string, error) {
	repository, err := around(dir)
	if err != nil {
		return "", err
	}
	return repository.MergeBase(context.Background(), a, b)
}

func openObjects(dir string, o Options, list func(context.Context, *git.Repository) ([]git.Object, error)) (*Tree, error) {
	o = o.withDefaults()
	ignored, err := newIgnore(o.Ignore)
	if err != nil {
		return nil, err
	}
	folder, file, err := locate(dir)
	if err != nil {
		return nil, fmt.Errorf("opening %s: %w", dir, err)
	}
	ctx := context.Background()
	repository, err := git.Open(ctx, folder)
	if err != nil {
		return nil, fmt.Errorf("opening %s: %w", dir, err)
	}
	found, err := list(ctx, repository)
	if err != nil {
		return nil, err
	}
	t := &Tree{options: o}
	t.place(repository.Top, path.Join(repository.Prefix, file))
	t.source = newObjects(repository, found)
	t.history = func() (map[string]Change, error) { return nil, errors.New("no history: it is not the work tree") }
	for i := range found {
		if err := t.takeObject(&found[i], ignored); err != nil {
			return nil, err
		}
	}
	t.repository = repository
	slices.Sort(t.paths)
	return t, nil
}

func (t *Tree) takeObject(o *git.Object, ignored *ignore) error {
	if !t.below(o.Path) || ignored.match(o.Path, false) {
		return nil
	}
	switch kind := kindOfMode(o.Mode); {
	case kind == folder:
		t.skip(o.Path, nestedReason)
	case !readable(o.Path):
	case kind == regular:
		return t.add(o.Path)
	default:
		t.skip(o.Path, kind.reason())
	}
	return nil
}

// kindOfMode is what a mode of Git stands for; a submodule is a folder.
func kindOfMode(mode string) kind {
	switch mode {
	case "120000":
		return link
	case "160000":
		return folder
	}
	return regular
}

// objects are the files of a commit or of the index.
type objects struct {
	repository *git.Repository
	ids        map[string]string
	folders    map[string]map[string]kind
	mu         sync.Mutex
	contents   map[string]content
}

type content struct {
	data []byte
	size int64
}

func newObjects(repository *git.Repository, list []git.Object) *objects {
	o := &objects{repository: repository, ids: map[string]string{}, folders: map[string]map[string]kind{".": {}}, contents: map[string]content{}}
	for _, f := range list {
		o.put(f.Path, kindOfMode(f.Mode))
		if f.Regular() {
			o.ids[f.Path] = f.ID
		}
	}
	return o
}

// put enters a path and the folders above it.
func (o *objects) put(p string, k kind) {
	for {
		dir := path.Dir(p)
		names, known := o.folders[dir]
		if !known {
			names = map[string]kind{}
			o.folders[dir] = names
		}
		names[path.Base(p)] = k
		if known {
			return
		}
		p, k = dir, folder
	}
}

func (o *objects) kind(p string) kind {
	if p == "." {
		return folder
	}
	return o.folders[path.Dir(p)][path.Base(p)]
}

func (o *objects) names(dir string) (map[string]kind, error) {
	names, ok := o.folders[dir]
	if !ok {
		return nil, fmt.Errorf("listing %s: %s", dir, o.kind(dir).reason())
	}
	return names, nil
}

func (o *objects) read(p string, limit int64) ([]byte, int64, error) {
	id, ok := o.ids[p]
	if !ok {
		return nil, 0, fmt.Errorf("reading %s: %s", p, o.kind(p).reason())
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	c, ok := o.contents[id]
	if !ok {
		if err := o.load([]string{id}, limit); err != nil {
			return nil, 0, fmt.Errorf("reading %s: %w", p, err)
		}
		c = o.contents[id]
	}
	if c.size > limit {
		return nil, c.size, &TooLargeError{Path: p, Size: c.size, Limit: limit}
	}
	return c.data, c.size, nil
}

func (o *objects) load(ids []string, limit int64) error {
	return o.repository.Contents(context.Background(), ids, limit, func(id string, data []byte, size int64) error {
		o.contents[id] = content{data, size}
		return nil
	})
}

// Prepare fetches the contents of files in one go, where they are not on disk.
func (t *Tree) Prepare(paths []string) error {
	o, ok := t.source.(*objects)
	if !ok {
		return nil
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	var ids []string
	for _, p := range paths {
		if id := o.ids[p]; id != "" {
			ids = append(ids, id)
		}
	}
	return o.load(ids, t.options.MaxFileBytes)
}

// ID names the content of a file as Git does, where that is known without
// reading it; else "".
func (t *Tree) ID(p string) string {
	if o, ok := t.source.(*objects); ok {
		return o.ids[p]
	}
	return ""
}

// Folder is a folder of a commit or of the index, with all its files.
func (t *Tree) Folder(dir string) (fs.FS, error) {
	o, ok := t.source.(*objects)
	if !ok {
		return nil, errors.New("it is not in Git")
	}
	dir = path.Clean(dir)
	files := fstest.MapFS{}
	for p := range o.ids {
		name, below := strings.CutPrefix(p, dir+"/")
		if dir == "." {
			name, below = p, true
		}
		if !below {
			continue
		}
		data, _, err := o.read(p, t.options.MaxFileBytes)
		if err != nil {
			return nil, err
		}
		files[name] = &fstest.MapFile{Data: data, Mode: 0o444}
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("%s: %w", dir, fs.ErrNotExist)
	}
	return files, nil
}

// contentID is the name that Git gives a content.
func contentID(data []byte) string {
	h := sha1.New() //nolint:gosec // see above
	h.Write([]byte("blob " + strconv.Itoa(len(data)) + "\x00"))
	h.Write(data)
	return hex.EncodeToString(h.Sum(nil))
}
