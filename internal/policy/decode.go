package policy

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/ismslint/ismslint/internal/isms"
)

// output is what one rule gave in one query.
type output struct {
	findings []found
	evidence []Evidence
}

// decode reads the output of a rule from the report of a query. It accepts what
// the library makes and nothing else: a rule that does not keep its contract
// fails, rather than say something that nobody meant.
func decode(report *ast.Term, r *rule) (output, error) {
	var out output
	category, ok := report.Value.(ast.Object)
	if !ok {
		return out, errors.New("the report is not an object")
	}
	rules := category.Get(r.category)
	if rules == nil {
		return out, errNothing
	}
	object, ok := rules.Value.(ast.Object)
	if !ok {
		return out, errNothing
	}
	sets := object.Get(r.name)
	if sets == nil {
		return out, errNothing
	}
	err := each(sets, "evidence", func(o ast.Object) error {
		e, err := decodeEvidence(o, r.meta)
		out.evidence = append(out.evidence, e)
		return err
	})
	if err != nil {
		return out, fmt.Errorf("evidence: %w", err)
	}
	err = each(sets, "findings", func(o ast.Object) error {
		f, err := decodeFinding(o, r.meta)
		out.findings = append(out.findings, f)
		return err
	})
	if err != nil {
		return out, fmt.Errorf("findings: %w", err)
	}
	return out, nil
}

var errNothing = errors.New("it gave neither evidence nor findings")

func each(sets *ast.Term, name string, f func(ast.Object) error) error {
	object, ok := sets.Value.(ast.Object)
	if !ok {
		return errNothing
	}
	t := object.Get(ast.InternedTerm(name))
	if t == nil {
		return errNothing
	}
	members, ok := t.Value.(ast.Set)
	if !ok {
		return errors.New("not a set")
	}
	return members.Iter(func(t *ast.Term) error {
		o, ok := t.Value.(ast.Object)
		if !ok {
			return fmt.Errorf("%s is not an object", ast.TypeName(t.Value))
		}
		return f(o)
	})
}

func decodeEvidence(o ast.Object, m *Meta) (Evidence, error) {
	r := reader{o: o}
	e := Evidence{
		Path: r.text("path", true), Pos: r.pos(),
		Section: r.text("section", false), Signal: r.text("signal", false),
		Certainty: r.certainty(), Date: r.text("date", false),
		Activities: r.activities(m),
	}
	return e, r.done()
}

func decodeFinding(o ast.Object, m *Meta) (found, error) {
	r := reader{o: o}
	f := found{
		Finding: Finding{
			Subject: r.text("subject", true), Field: r.text("field", true),
			Path: r.text("path", true), Pos: r.pos(), Message: oneLine(r.text("message", true)),
			Related: r.related(), Activities: r.activities(m),
			Certainty: r.certainty(), Absent: r.text("absent", false),
		},
		facts: facts{atMost: r.text("at_most", false), defaultInterval: r.flag("default_interval")},
	}
	if f.Subject == "" || f.Message == "" {
		r.failf("the subject or the message is empty")
	}
	if f.atMost != "" && loudness[f.atMost] == 0 {
		r.failf("at_most: %q is no level", f.atMost)
	}
	return f, r.done()
}

// reader takes keys out of an object and remembers the first thing wrong.
type reader struct {
	o    ast.Object
	seen int
	err  error
}

func (r *reader) failf(format string, args ...any) {
	if r.err == nil {
		r.err = fmt.Errorf(format, args...)
	}
}

func (r *reader) get(key string, required bool) *ast.Term {
	t := r.o.Get(ast.InternedTerm(key))
	if t != nil {
		r.seen++
	} else if required {
		r.failf("%s is missing", key)
	}
	return t
}

// text is a string; null where the model has no value.
func (r *reader) text(key string, required bool) string {
	t := r.get(key, required)
	if t == nil {
		return ""
	}
	switch v := t.Value.(type) {
	case ast.String:
		return string(v)
	case ast.Null:
		if !required {
			return ""
		}
	}
	r.failf("%s is %s, not a string", key, ast.TypeName(t.Value))
	return ""
}

func (r *reader) flag(key string) bool {
	t := r.get(key, false)
	if t == nil {
		return false
	}
	b, ok := t.Value.(ast.Boolean)
	if !ok {
		r.failf("%s is %s, not a boolean", key, ast.TypeName(t.Value))
	}
	return bool(b)
}

func (r *reader) pos() string {
	pos := r.text("pos", true)
	if !isPos(pos) {
		r.failf("pos: %q is no position", pos)
	}
	return pos
}

func isPos(s string) bool {
	parts := 1
	digits := 0
	for i := range len(s) {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			digits++
		case c == ':' && digits > 0:
			parts, digits = parts+1, 0
		default:
			return false
		}
	}
	return parts == 4 && digits > 0
}

func (r *reader) certainty() string {
	c := r.text("certainty", false)
	if c != "" && c != string(isms.Decides) && c != string(isms.Indicates) {
		r.failf("certainty: %q is none", c)
	}
	return c
}

func (r *reader) activities(m *Meta) []string {
	t := r.get("activities", false)
	if t == nil {
		return nil
	}
	var list []string
	add := func(t *ast.Term) {
		a, _ := t.Value.(ast.String)
		if !slices.Contains(m.Activities, string(a)) {
			r.failf("activities: %s is none of the rule's", t)
		}
		list = append(list, string(a))
	}
	switch v := t.Value.(type) {
	case *ast.Array:
		v.Foreach(add)
	case ast.Set:
		v.Foreach(add)
	default:
		r.failf("activities is %s, not an array", ast.TypeName(t.Value))
	}
	if len(list) == 0 {
		r.failf("activities: none")
	}
	slices.SortFunc(list, strings.Compare)
	return slices.Compact(list)
}

func (r *reader) related() []Related {
	t := r.get("related", true)
	if t == nil {
		return nil
	}
	var list []Related
	add := func(t *ast.Term) {
		o, ok := t.Value.(ast.Object)
		if !ok {
			r.failf("related: %s is not a place", ast.TypeName(t.Value))
			return
		}
		p := reader{o: o}
		list = append(list, Related{Path: p.text("path", true), Pos: p.pos(), Message: oneLine(p.text("message", true))})
		if err := p.done(); err != nil {
			r.failf("related: %w", err)
		}
	}
	switch v := t.Value.(type) {
	case *ast.Array:
		v.Foreach(add)
	case ast.Set:
		v.Foreach(add)
	default:
		r.failf("related is %s, not an array", ast.TypeName(t.Value))
	}
	return list
}

// done says what was wrong; keys that nobody asked for are.
func (r *reader) done() error {
	if r.err == nil && r.seen != r.o.Len() {
		return fmt.Errorf("it has keys that the library does not make: %v", r.o.Keys())
	}
	return r.err
}
