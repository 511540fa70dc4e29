package policy

import (
	"errors"
	"fmt"
	"io/fs"
	"runtime"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"golang.org/x/sync/errgroup"

	"github.com/ismslint/ismslint/policies"
)

// Source is a folder of rules.
type Source struct {
	FS fs.FS
	// Name is put before the paths of files in messages; "" for our own.
	Name string
	// Metas are the rules of the folder. Where nil, the folder is searched and
	// its annotations are read, which doubles the time to parse.
	Metas []Meta
}

// Embedded is the rules of the program itself.
func Embedded() Source {
	return Source{FS: policies.FS, Metas: generated}
}

// file is a file of Rego: its name in messages, and the meta of its rule.
type file struct {
	name   string
	source Source
	path   string
	meta   *Meta
	module *ast.Module
}

// ruleFiles lists the rules of a source.
func ruleFiles(s Source) ([]*file, error) {
	if s.Metas != nil {
		files := make([]*file, len(s.Metas))
		for i := range s.Metas {
			files[i] = newFile(s, s.Metas[i].Dir+"/rule.rego")
			files[i].meta = &s.Metas[i]
		}
		return files, nil
	}
	paths, err := fs.Glob(s.FS, "*/*/rule.rego")
	if err != nil {
		return nil, fmt.Errorf("list the rules of %s: %w", s.Name, err)
	}
	files := make([]*file, len(paths))
	for i, path := range paths {
		files[i] = newFile(s, path)
	}
	return files, nil
}

// coreFiles lists the router and the library.
func coreFiles(s Source) ([]*file, error) {
	paths, err := fs.Glob(s.FS, "lib/*.rego")
	if err != nil {
		return nil, fmt.Errorf("list the library: %w", err)
	}
	files := []*file{newFile(s, "main.rego")}
	for _, path := range paths {
		if !strings.HasSuffix(path, "_test.rego") {
			files = append(files, newFile(s, path))
		}
	}
	return files, nil
}

func newFile(s Source, path string) *file {
	name := "policies/" + path
	if s.Name != "" {
		name = strings.TrimSuffix(s.Name, "/") + "/" + path
	}
	return &file{name: name, source: s, path: path}
}

// parseAll parses in parallel. Files of rules whose meta is not known yet get
// it from their annotations.
func parseAll(files []*file) error {
	var g errgroup.Group
	workers := min(runtime.GOMAXPROCS(0), len(files))
	errs := make([]error, len(files))
	for w := range workers {
		g.Go(func() error {
			for i := w; i < len(files); i += workers {
				errs[i] = files[i].parse()
			}
			return nil
		})
	}
	_ = g.Wait() // the errors are in errs, in the order of the files
	return errors.Join(errs...)
}

func (f *file) parse() error {
	text, err := fs.ReadFile(f.source.FS, f.path)
	if err != nil {
		return fmt.Errorf("read %s: %w", f.name, err)
	}
	annotated := f.meta == nil && f.isRule()
	f.module, err = ast.ParseModuleWithOpts(f.name, string(text), ast.ParserOptions{
		RegoVersion:       ast.RegoV1,
		Capabilities:      capabilities(),
		ProcessAnnotation: annotated,
	})
	if err != nil {
		return fmt.Errorf("parse %s: %w", f.name, err)
	}
	if f.module == nil {
		return fmt.Errorf("parse %s: the file is empty", f.name)
	}
	if !annotated {
		return nil
	}
	f.meta, err = readMeta(f.path, f.module)
	if err != nil {
		return fmt.Errorf("%s: %w", f.name, err)
	}
	f.module.Annotations = nil
	return nil
}

func (f *file) isRule() bool { return strings.HasSuffix(f.path, "/rule.rego") }

// ReadMetas reads the metadata of all rules of a source from their annotations,
// checks them and orders them by id.
func ReadMetas(s Source, std *Standard) ([]Meta, error) {
	s.Metas = nil
	files, err := ruleFiles(s)
	if err != nil {
		return nil, err
	}
	if err := parseAll(files); err != nil {
		return nil, err
	}
	if err := checkFiles(files, std); err != nil {
		return nil, err
	}
	metas := make([]Meta, len(files))
	for i, f := range files {
		metas[i] = *f.meta
	}
	slices.SortFunc(metas, func(a, b Meta) int { return strings.Compare(a.ID, b.ID) })
	return metas, nil
}
