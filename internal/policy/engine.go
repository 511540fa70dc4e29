package policy

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/storage"
	"github.com/open-policy-agent/opa/v1/storage/inmem"

	"github.com/ismslint/ismslint/policies"
)

// Options say which rules an engine has.
type Options struct {
	// Core holds main.rego and lib; nil for our own.
	Core fs.FS
	// Sources are folders of rules; nil for our own.
	Sources []Source
	// Standard is the catalogue; nil for our own.
	Standard *Standard
	// Check holds the rules to their contract, beyond what the compiler sees.
	// Our own are checked by tests; rules of a user need it.
	Check bool
	// Schema is the JSON Schema of the input, against which types are checked.
	// It costs time: for tests and for those who write rules.
	Schema any
}

// Engine is a compiled set of rules. It may be used by many goroutines.
type Engine struct {
	std      *Standard
	rules    []*rule
	compiler *ast.Compiler
	store    storage.Store
	query    ast.Body
}

// rule is a rule as the engine holds it.
type rule struct {
	meta  *Meta
	index int
	// pair is its [category, name] in input.rules, as packages spell them.
	pair           *ast.Term
	category, name *ast.Term
	types          map[string]bool // nil for all
}

// New loads, parses and compiles the rules. It touches nothing of the
// repository: call it beside the reading of files.
func New(o Options) (*Engine, error) {
	files, core, err := load(o)
	if err != nil {
		return nil, err
	}
	std := o.Standard
	if std == nil {
		std = Builtin()
	}
	if o.Check {
		if err := checkFiles(files, std); err != nil {
			return nil, err
		}
	}
	e := &Engine{std: std}
	if err := e.compile(append(core, files...), o); err != nil {
		return nil, err
	}
	slices.SortFunc(files, func(a, b *file) int { return strings.Compare(a.meta.ID, b.meta.ID) })
	for i, f := range files {
		if i > 0 && f.meta.ID == files[i-1].meta.ID {
			return nil, fmt.Errorf("%s and %s have the same id %s", files[i-1].name, f.name, f.meta.ID)
		}
		e.rules = append(e.rules, newRule(i, f.meta))
	}
	return e, nil
}

// load lists and parses all files of an engine.
func load(o Options) (files, core []*file, err error) {
	if o.Core == nil {
		o.Core = policies.FS
	}
	if o.Sources == nil {
		o.Sources = []Source{Embedded()}
	}
	core, err = coreFiles(Source{FS: o.Core})
	if err != nil {
		return nil, nil, err
	}
	for _, s := range o.Sources {
		more, err := ruleFiles(s)
		if err != nil {
			return nil, nil, err
		}
		files = append(files, more...)
	}
	return files, core, parseAll(append(slices.Clone(core), files...))
}

func newRule(index int, m *Meta) *rule {
	r := &rule{
		meta: m, index: index,
		category: ast.StringTerm(identifier(m.Category)),
		name:     ast.StringTerm(identifier(m.Name)),
	}
	r.pair = ast.ArrayTerm(r.category, r.name)
	if len(m.For) > 0 {
		r.types = set(m.For)
	}
	return r
}

// reportVar is the variable that a query binds.
const reportVar = ast.Var("report")

// provenStages find mistakes and change nothing. Tests run them over our own
// rules, so that a run need not.
var provenStages = []ast.StageID{
	ast.StageCheckUnusedImports, ast.StageCheckKeywordOverrides, ast.StageCheckDuplicateImports, ast.StageCheckVoidCalls,
	ast.StageCheckRuleConflicts, ast.StageCheckSafetyRuleHeads, ast.StageCheckRecursion, ast.StageCheckTypes,
	ast.StageCheckUnsafeBuiltins, ast.StageCheckDeprecatedBuiltins, ast.StageBuildRequiredCapabilities,
}

func (e *Engine) compile(files []*file, o Options) error {
	modules := make(map[string]*ast.Module, len(files))
	for _, f := range files {
		if modules[f.name] != nil {
			return fmt.Errorf("compile the rules: two files are named %s", f.name)
		}
		modules[f.name] = f.module
	}
	c := ast.NewCompiler().
		WithCapabilities(capabilities()).
		WithDefaultRegoVersion(ast.RegoV1).
		WithStrict(true)
	if o.Sources == nil && o.Core == nil && o.Schema == nil && !o.Check {
		c = c.WithSkipStages(provenStages...)
	}
	if o.Schema != nil {
		schemas := ast.NewSchemaSet()
		schemas.Put(ast.SchemaRootRef, o.Schema)
		c = c.WithSchemas(schemas).WithUseTypeCheckAnnotations(true)
	}
	if c.Compile(modules); c.Failed() {
		return fmt.Errorf("compile the rules: %w", c.Errors)
	}
	body := ast.NewBody(ast.Equality.Expr(
		ast.VarTerm(string(reportVar)),
		ast.NewTerm(ast.MustParseRef("data.ismslint.main.report")),
	))
	query, err := c.QueryCompiler().Compile(body)
	if err != nil {
		return fmt.Errorf("compile the query: %w", err)
	}
	e.compiler, e.query = c, query
	return e.openStore()
}

// openStore puts the catalogue where rules find it as data.catalogue.
func (e *Engine) openStore() error {
	data := e.std.Data
	if data == nil {
		data = ast.ObjectTerm()
	}
	store := inmem.NewWithOpts(inmem.OptReturnASTValuesOnRead(true), inmem.OptRoundTripOnWrite(false))
	ctx := context.Background()
	txn, err := store.NewTransaction(ctx, storage.WriteParams)
	if err != nil {
		return fmt.Errorf("open the catalogue: %w", err)
	}
	err = store.Write(ctx, txn, storage.AddOp, storage.Path{"catalogue"}, data.Value)
	if err = errors.Join(err, store.Commit(ctx, txn)); err != nil {
		return fmt.Errorf("open the catalogue: %w", err)
	}
	e.store = store
	return nil
}

// Rules are the rules of the engine, by id.
func (e *Engine) Rules() []*Meta {
	metas := make([]*Meta, len(e.rules))
	for i, r := range e.rules {
		metas[i] = r.meta
	}
	return metas
}
