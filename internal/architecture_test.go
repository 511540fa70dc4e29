// Package architecture holds the project to what docs/architecture.md says of
// it: which room may know which, and how long files and functions are.
package architecture

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/ismslint/ismslint/"

// mayImport says which rooms of ours a room may import. What is below a folder
// of syntax, git or policies is one room with it.
var mayImport = map[string][]string{
	"cmd/ismslint": {"cli"},
	"synthetic":    {"catalogue"},
	"cli":          {"catalogue", "config", "isms", "policy", "recognise", "report", "syntax", "tree", "verdict"},
	"report":       {"catalogue", "verdict"},
	"verdict":      {"catalogue", "isms", "policy"},
	"policy":       {"catalogue", "isms", "policies", "syntax"},
	"recognise":    {"catalogue", "config", "isms", "syntax"},
	"config":       {"catalogue", "isms", "syntax"},
	"catalogue":    {"isms"},
	"isms":         {},
	"syntax":       {"syntax"},
	"tree":         {"git"},
	"git":          {},
	"policies":     {},
}

// goFile is a parsed file of ours.
type goFile struct {
	path      string // relative to the module
	room      string
	lines     int
	generated bool
	set       *token.FileSet
	syntax    *ast.File
}

var generatedMark = regexp.MustCompile(`(?m)^// Code generated .* DO NOT EDIT\.$`)

func goFiles(t *testing.T) []goFile {
	t.Helper()
	var files []goFile
	err := filepath.WalkDir("..", func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == "testdata" || strings.HasPrefix(d.Name(), ".") && p != "..") {
			return filepath.SkipDir
		}
		if filepath.Ext(p) != ".go" {
			return nil
		}
		text, err := os.ReadFile(p)
		if err != nil {
			return err
		}
		set := token.NewFileSet()
		syntax, err := parser.ParseFile(set, p, text, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		name := filepath.ToSlash(strings.TrimPrefix(p, ".."+string(filepath.Separator)))
		files = append(files, goFile{
			path: name, room: roomOf(filepath.ToSlash(filepath.Dir(name))), lines: bytes.Count(text, []byte("\n")),
			generated: generatedMark.Match(text), set: set, syntax: syntax,
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(files) < 20 {
		t.Fatalf("only %d files found", len(files))
	}
	return files
}

// roomOf is the room of a folder or import path within the module.
func roomOf(dir string) string {
	dir = strings.TrimPrefix(dir, "internal/")
	for _, room := range []string{"syntax", "git", "policies"} {
		if strings.HasPrefix(dir, room+"/") {
			return room
		}
	}
	return dir
}

func TestImportsPointOneWay(t *testing.T) {
	for _, f := range goFiles(t) {
		if strings.HasSuffix(f.path, "_test.go") {
			continue
		}
		allowed, known := mayImport[f.room]
		if !known {
			t.Errorf("%s is in the room %q, which docs/architecture.md does not have", f.path, f.room)
			continue
		}
		for _, spec := range f.syntax.Imports {
			imported, _ := strconv.Unquote(spec.Path.Value)
			own, ok := strings.CutPrefix(imported, module)
			if ok && !slices.Contains(allowed, roomOf(own)) {
				t.Errorf("%s imports %s: %s may import only %v", f.path, own, f.room, allowed)
			}
		}
	}
}

const (
	maxFileLines     = 400
	maxFunctionLines = 60
	maxDependencies  = 16
)

func TestFilesAreReadAtASitting(t *testing.T) {
	for _, f := range goFiles(t) {
		if !f.generated && f.lines > maxFileLines {
			t.Errorf("%s has %d lines, more than %d", f.path, f.lines, maxFileLines)
		}
	}
}

func TestFunctionsFitOnAScreen(t *testing.T) {
	for _, f := range goFiles(t) {
		if f.generated || strings.HasSuffix(f.path, "_test.go") {
			continue
		}
		for _, decl := range f.syntax.Decls {
			fn, ok := decl.(*ast.FuncDecl)
			if !ok {
				continue
			}
			if n := f.set.Position(fn.End()).Line - f.set.Position(fn.Pos()).Line + 1; n > maxFunctionLines {
				t.Errorf("%s: %s has %d lines, more than %d", f.path, fn.Name.Name, n, maxFunctionLines)
			}
		}
	}
}

// Direct dependencies are the modules that our own files import; each has its
// reason in docs/architecture.md.
func TestFewDependencies(t *testing.T) {
	mod, err := os.ReadFile("../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	var modules []string
	for _, m := range regexp.MustCompile(`(?m)^\s*(?:require\s+)?(\S+\.\S+/?\S*) v\S+`).FindAllStringSubmatch(string(mod), -1) {
		modules = append(modules, m[1])
	}
	slices.SortFunc(modules, func(a, b string) int { return len(b) - len(a) })
	direct := map[string]bool{}
	for _, f := range goFiles(t) {
		for _, spec := range f.syntax.Imports {
			imported, _ := strconv.Unquote(spec.Path.Value)
			for _, m := range modules {
				if imported == m || strings.HasPrefix(imported, m+"/") {
					direct[m] = true
					break
				}
			}
		}
	}
	if len(direct) == 0 || len(direct) > maxDependencies {
		t.Errorf("%d direct dependencies, want 1 to %d: %v", len(direct), maxDependencies, direct)
	}
	page, err := os.ReadFile("../docs/dependencies.md")
	if err != nil {
		t.Fatal(err)
	}
	for m := range direct {
		if !strings.Contains(string(page), "| "+m+" |") {
			t.Errorf("docs/dependencies.md does not say why %s is there", m)
		}
	}
}
