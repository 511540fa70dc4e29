package policy

import (
	"fmt"
	"strconv"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/topdown"
	"github.com/open-policy-agent/opa/v1/types"

	"github.com/ismslint/ismslint/internal/isms"
)

// The functions that rules have beside OPA's own.
const (
	plusName  = "isms.plus"
	daysName  = "isms.days"
	parseName = "isms.parse"
	// changeName is for tests only, as parseName is.
	changeName = "isms.change"
)

// ParseForTests makes a model of documents given as text, by path. It is set by
// the harness that runs the tests of rules, so that they show documents and not
// models made by hand; nothing else calls it.
var ParseForTests func(files map[string]string, asOf, edition string) (*isms.Model, error)

// ChangeForTests says what differs between two models made of texts; set as
// ParseForTests is.
var ChangeForTests func(before, after map[string]string, base, head *isms.Model) *isms.Change

// The arguments of plus and days are of any type: what is not a date or an
// interval gives no result, so that no value in a document can fail a rule.
func init() {
	register(&ast.Builtin{
		Name:        plusName,
		Description: "The date an interval after a date; the last day of the month where the day does not exist.",
		Decl: types.NewFunction(types.Args(
			types.Named("date", types.A).Description("ISO 8601"),
			types.Named("interval", types.A).Description("{months, days}"),
		), types.Named("output", types.S)),
		CanSkipBctx: true,
	}, plus)
	register(&ast.Builtin{
		Name:        daysName,
		Description: "The number of days from one date to another, negative where the other is earlier.",
		Decl: types.NewFunction(types.Args(
			types.Named("from", types.A).Description("ISO 8601"),
			types.Named("to", types.A).Description("ISO 8601"),
		), types.Named("output", types.N)),
		CanSkipBctx: true,
	}, days)
	register(&ast.Builtin{
		Name:        parseName,
		Description: "Tests only: the model of documents given as text by path.",
		Decl: types.NewFunction(types.Args(
			types.Named("files", types.NewObject(nil, types.NewDynamicProperty(types.S, types.S))),
		), types.Named("output", types.A)),
	}, parse)
	register(&ast.Builtin{
		Name:        changeName,
		Description: "Tests only: the model of documents compared with a base, both given as text by path.",
		Decl: types.NewFunction(types.Args(
			types.Named("base", types.NewObject(nil, types.NewDynamicProperty(types.S, types.S))),
			types.Named("head", types.NewObject(nil, types.NewDynamicProperty(types.S, types.S))),
		), types.Named("output", types.A)),
	}, changed)
}

func register(b *ast.Builtin, f topdown.BuiltinFunc) {
	ast.RegisterBuiltin(b)
	topdown.RegisterBuiltinFunc(b.Name, f)
}

func plus(_ topdown.BuiltinContext, args []*ast.Term, iter func(*ast.Term) error) error {
	from, ok := dateOf(args[0])
	if !ok {
		return nil
	}
	interval, ok := args[1].Value.(ast.Object)
	if !ok {
		return nil
	}
	months, ok := smallInt(interval, "months")
	if !ok {
		return nil
	}
	days, ok := smallInt(interval, "days")
	if !ok {
		return nil
	}
	to := addMonths(from, months).AddDate(0, 0, days)
	if to.Year() < 1 || to.Year() > 9999 {
		return nil
	}
	return iter(ast.StringTerm(to.Format(time.DateOnly)))
}

func days(_ topdown.BuiltinContext, args []*ast.Term, iter func(*ast.Term) error) error {
	from, ok := dateOf(args[0])
	if !ok {
		return nil
	}
	to, ok := dateOf(args[1])
	if !ok {
		return nil
	}
	return iter(ast.IntNumberTerm(int((to.Unix() - from.Unix()) / 86400)))
}

func parse(_ topdown.BuiltinContext, args []*ast.Term, iter func(*ast.Term) error) error {
	_, m, err := parsed(parseName, args[0])
	if err != nil {
		return err
	}
	return iter(testInput(m, Builtin().Lowering))
}

func changed(_ topdown.BuiltinContext, args []*ast.Term, iter func(*ast.Term) error) error {
	before, base, err := parsed(changeName, args[0])
	if err != nil {
		return err
	}
	after, head, err := parsed(changeName, args[1])
	if err != nil {
		return err
	}
	head.Change = ChangeForTests(before, after, base, head)
	return iter(testInput(head, Builtin().Lowering))
}

// parsed is the model of the files that an argument holds.
func parsed(name string, arg *ast.Term) (map[string]string, *isms.Model, error) {
	if ParseForTests == nil {
		return nil, nil, fmt.Errorf("%s is for tests of rules, and no parser is set", name)
	}
	object, ok := arg.Value.(ast.Object)
	if !ok {
		return nil, nil, fmt.Errorf("%s: the files are not an object", name)
	}
	files := map[string]string{}
	object.Foreach(func(k, v *ast.Term) {
		path, _ := k.Value.(ast.String)
		text, _ := v.Value.(ast.String)
		files[string(path)] = string(text)
	})
	asOf, edition := files["as_of"], files["edition"]
	delete(files, "as_of")
	delete(files, "edition")
	m, err := ParseForTests(files, asOf, edition)
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", name, err)
	}
	return files, m, nil
}

func dateOf(t *ast.Term) (time.Time, bool) {
	s, ok := t.Value.(ast.String)
	if !ok || len(s) != len(time.DateOnly) {
		return time.Time{}, false
	}
	d, err := time.Parse(time.DateOnly, string(s))
	return d, err == nil
}

// smallInt is a whole number that cannot carry a date out of the calendar.
func smallInt(o ast.Object, key string) (int, bool) {
	t := o.Get(ast.InternedTerm(key))
	if t == nil {
		return 0, false
	}
	n, ok := t.Value.(ast.Number)
	if !ok {
		return 0, false
	}
	i, err := strconv.Atoi(string(n))
	const limit = 4_000_000
	return i, err == nil && i > -limit && i < limit
}

// addMonths keeps the day of the month, or takes the last one: a month after
// 31 January is 28 February.
func addMonths(d time.Time, months int) time.Time {
	first := time.Date(d.Year(), d.Month()+time.Month(months), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return first.AddDate(0, 0, min(d.Day(), last)-1)
}
