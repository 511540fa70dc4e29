package policy

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/cover"
	"github.com/open-policy-agent/opa/v1/format"
	"github.com/open-policy-agent/opa/v1/storage"
	"github.com/open-policy-agent/opa/v1/tester"

	"github.com/ismslint/ismslint/internal/isms"
)

// coverageFloor is how many of a hundred lines of rules and library the tests
// in Rego must reach.
const coverageFloor = 95

// regoFiles are the files of Rego under policies, by path.
func regoFiles(t *testing.T) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := fs.WalkDir(root, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".rego") {
			return err
		}
		text, err := fs.ReadFile(root, path)
		files["policies/"+path] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// schema is that of the input. Models in tests are of any shape.
func schema(t testing.TB) any {
	t.Helper()
	var v any
	if err := json.Unmarshal(isms.Schema(Builtin().Lowering), &v); err != nil {
		t.Fatal(err)
	}
	return v
}

// TestStrict compiles the rules against the schema of the model: a misspelt
// field does not compile.
func TestStrict(t *testing.T) {
	s := schema(t)
	if _, err := New(Options{Core: root, Sources: []Source{{FS: root}}, Check: true, Schema: s}); err != nil {
		t.Error(err)
	}
	fixture := mapFS(map[string]string{"5.2-policy/x/rule.rego": ruleText("5.2-policy/x", `findings contains lib.finding(input.isms.anchor, ".", x) if x := input.isms.edtion`)})
	_, err := New(Options{Sources: []Source{{FS: fixture}}, Schema: s})
	if err == nil || !strings.Contains(err.Error(), "edtion") {
		t.Errorf("a misspelt field compiles: %v", err)
	}
}

func TestFormatted(t *testing.T) {
	for path, text := range regoFiles(t) {
		want, err := format.SourceWithOpts(path, []byte(text), format.Opts{RegoVersion: ast.RegoV1})
		if err != nil {
			t.Errorf("%s: %v", path, err)
			continue
		}
		if !bytes.Equal(want, []byte(text)) && *update {
			if err := os.WriteFile(filepath.Join("../..", path), want, 0o644); err != nil {
				t.Error(err)
			}
			continue
		}
		if !bytes.Equal(want, []byte(text)) {
			t.Errorf("%s is not formatted: run this test with -update: %s", path, cmp.Diff(text, string(want)))
		}
	}
}

// TestRego runs the tests in Rego, each as a test of its own.
func TestRego(t *testing.T) {
	modules := map[string]*ast.Module{}
	covered := map[string]*ast.Module{}
	for path, text := range regoFiles(t) {
		m, err := ast.ParseModuleWithOpts(path, text, ast.ParserOptions{RegoVersion: ast.RegoV1, Capabilities: testCapabilities()})
		if err != nil {
			t.Fatal(err)
		}
		modules[path] = m
		if !strings.HasSuffix(path, "_test.rego") {
			covered[path] = m
		}
	}
	coverage := cover.New()
	for r := range runRego(t, modules, coverage) {
		t.Run(strings.TrimPrefix(r.Package, "data.ismslint.")+"/"+r.Name, func(t *testing.T) {
			if r.Error != nil {
				t.Errorf("%s: %v", r.Location, r.Error)
			}
			if r.Fail {
				t.Errorf("%s: failed\n%s", r.Location, r.Output)
			}
		})
	}
	report := coverage.Report(covered)
	t.Logf("coverage of the rules by tests in Rego: %.1f %%", report.Coverage)
	if report.Coverage >= coverageFloor {
		return
	}
	t.Errorf("%.1f %% is below %d %%", report.Coverage, coverageFloor)
	for path, f := range report.Files {
		for _, r := range f.NotCovered {
			t.Logf("not reached: %s:%d-%d", path, r.Start.Row, r.End.Row)
		}
	}
}

func runRego(t *testing.T, modules map[string]*ast.Module, coverage *cover.Cover) chan *tester.Result {
	t.Helper()
	compiler := ast.NewCompiler().WithCapabilities(testCapabilities()).WithDefaultRegoVersion(ast.RegoV1).
		WithStrict(true).WithEnablePrintStatements(true)
	e := &Engine{std: Builtin()}
	if err := e.openStore(); err != nil {
		t.Fatal(err)
	}
	txn, err := e.store.NewTransaction(t.Context(), storage.WriteParams)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { e.store.Abort(t.Context(), txn) })
	results, err := tester.NewRunner().SetCompiler(compiler).SetStore(e.store).SetModules(modules).SetParallel(1).
		SetCoverageQueryTracer(coverage).CapturePrintOutput(true).RaiseBuiltinErrors(true).RunTests(t.Context(), txn)
	if err != nil {
		t.Fatal(err)
	}
	return results
}
