package policy

import (
	"errors"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// checkFiles holds rules to their contract: what a compiler does not see.
func checkFiles(files []*file, std *Standard) error {
	var errs []error
	ids := map[string]string{}
	for _, f := range files {
		problems := checkMeta(f.meta, std)
		problems = append(problems, checkModule(f.meta, f.module, std)...)
		for _, p := range problems {
			errs = append(errs, fmt.Errorf("%s: %s", f.name, p))
		}
		if other, ok := ids[f.meta.ID]; ok {
			errs = append(errs, fmt.Errorf("%s: has the id %s of %s", f.name, f.meta.ID, other))
		}
		ids[f.meta.ID] = f.name
	}
	return errors.Join(errs...)
}

// problems gathers what is wrong with one rule.
type problems []string

func (p *problems) addf(format string, args ...any) { *p = append(*p, fmt.Sprintf(format, args...)) }

func (p *problems) oneOf(key, value string, allowed ...string) {
	if !slices.Contains(allowed, value) {
		p.addf("%s: %q is none of %s", key, value, strings.Join(allowed, ", "))
	}
}

func (p *problems) known(key string, values []string, known map[string]bool) {
	for _, v := range values {
		if !known[v] {
			p.addf("%s: the catalogue has no %q", key, v)
		}
	}
}

var (
	slug      = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	checkForm = regexp.MustCompile(`^([A0-9][A0-9.]*-[0-9]+[a-z]?|[A-Z]+(-[A-Z0-9]+)+)$`)
)

func checkMeta(m *Meta, std *Standard) problems {
	var p problems
	for _, t := range [][2]string{{"title", m.Title}, {"description", m.Description}, {"remedy", m.Remedy}} {
		if strings.TrimSpace(t[1]) == "" {
			p.addf("%s: is missing", t[0])
		}
	}
	if !slug.MatchString(m.Category) || !slug.MatchString(m.Name) {
		p.addf("the folder %s is not <clause>-<category>/<name> in lower case", m.Dir)
	}
	folder, _ := splitFolder(path.Dir(m.Dir))
	if !std.clauses[m.Clause] {
		p.addf("clause: the catalogue has no %q", m.Clause)
	} else if folder != m.Clause && folder != "" {
		p.addf("clause: %q, but the folder is that of %s", m.Clause, folder)
	}
	p.oneOf("scope", m.Scope, "document", "repository")
	p.oneOf("kind", m.Kind, "presence", "field", "coverage", "freshness", "xref", "sequence", "consistency",
		"enum", "heading", "metadata", "separation", "diff")
	p.oneOf("strength", m.Strength, "shall", "should", "can", "may")
	p.oneOf("source", m.Source, "seed", "27003", "27001:2022", "practice")
	p.oneOf("certainty", m.Certainty, "decides", "indicates")
	p.oneOf("small_organization", m.SmallOrganization, "keep", "relax", "off")
	checkReferences(&p, m, std)
	checkLevels(&p, m)
	checkMechanisms(&p, m, std)
	return p
}

func checkReferences(p *problems, m *Meta, std *Standard) {
	if len(m.Activities) == 0 {
		p.addf("activities: name at least one")
	}
	for _, a := range m.Activities {
		if _, ok := std.activities[a]; !ok {
			p.addf("activities: the catalogue has no %q", a)
		}
	}
	if std.Checks != nil {
		p.known("checks", m.Checks, std.checks)
	}
	for _, c := range m.Checks {
		if !checkForm.MatchString(c) {
			p.addf("checks: %q is not the id of a check", c)
		}
	}
	p.known("for", m.For, std.types)
	if len(m.For) > 0 && m.Scope != "document" {
		p.addf("for: only a rule of scope document chooses document types")
	}
	for _, need := range m.Needs {
		if name := strings.TrimSuffix(need, "?"); std.kinds[name] == nil {
			p.addf("needs: the catalogue has no register %q", name)
		}
	}
}

func checkLevels(p *problems, m *Meta) {
	levels := []string{"error", "warning", "note"}
	p.oneOf("level", m.Level, levels...)
	for edition, level := range m.Levels {
		p.oneOf("levels", edition, "2013", "2022", "2022+amd1")
		p.oneOf("levels of "+edition, level, "error", "warning", "note", "off")
	}
	for _, l := range [][2]string{
		{"level_undeclared", m.LevelUndeclared}, {"level_determined", m.LevelDetermined}, {"level_no_interval", m.LevelNoInterval},
	} {
		if l[1] != "" {
			p.oneOf(l[0], l[1], levels...)
		}
	}
	if m.Certainty != "indicates" {
		return
	}
	if m.Level == "error" || m.LevelDetermined == "error" || m.LevelUndeclared == "error" || m.LevelNoInterval == "error" {
		p.addf("level: a rule that indicates is never an error")
	}
}

func checkMechanisms(p *problems, m *Meta, std *Standard) {
	if c := m.ColumnAbsent; c != nil {
		p.oneOf("column_absent.level", c.Level, "error", "warning", "note", "quiet")
		if c.Message == "" && c.Level != "quiet" {
			p.addf("column_absent.message: is missing")
		}
		if c.Message != "" {
			checkPlaceholders(p, "column_absent.message", c.Message, "register")
		}
		if len(c.Fields) == 0 {
			p.addf("column_absent.fields: name at least one")
		}
		checkRegisterFields(p, "column_absent", c.Register, c.Fields, std)
	}
	if f := m.Fold; f != nil {
		p.oneOf("fold.when", f.When, "most", "always")
		p.known("fold.field", []string{f.Field}, std.fields)
		if f.Message == "" {
			p.addf("fold.message: is missing")
		}
		checkPlaceholders(p, "fold.message", f.Message, "register", "n", "m", "ids")
	}
}

func checkRegisterFields(p *problems, key, register string, fields []string, std *Standard) {
	kind := std.kinds[register]
	if kind == nil {
		p.addf("%s.register: the catalogue has no register %q", key, register)
		return
	}
	for _, field := range fields {
		has := field == "id"
		for _, f := range kind.Fields {
			has = has || f.Name == field
		}
		if !has {
			p.addf("%s.fields: %s has no field %q", key, register, field)
		}
	}
}

var placeholder = regexp.MustCompile(`\{[^}]*\}`)

func checkPlaceholders(p *problems, key, message string, allowed ...string) {
	for _, name := range placeholder.FindAllString(message, -1) {
		if !slices.Contains(allowed, strings.Trim(name, "{}")) {
			p.addf("%s: %s is not filled in", key, name)
		}
	}
}

func checkModule(m *Meta, module *ast.Module, std *Standard) problems {
	var p problems
	if got := module.Package.Path.String(); got != packageOf(m) {
		p.addf("package %s: the folder asks for %s", strings.TrimPrefix(got, "data."), strings.TrimPrefix(packageOf(m), "data."))
	}
	sets := map[string]bool{}
	for _, r := range module.Rules {
		checkRule(&p, r, sets)
	}
	for _, name := range []string{"evidence", "findings"} {
		if !sets[name] {
			p.addf("the set %s is missing", name)
		}
	}
	checkRefs(&p, module, std)
	return p
}

func checkRule(p *problems, r *ast.Rule, sets map[string]bool) {
	name := r.Head.Ref()[0].Value.String()
	switch {
	case name == "evidence" || name == "findings":
		if r.Head.RuleKind() != ast.MultiValue || len(r.Head.Args) > 0 || len(r.Head.Ref()) != 1 {
			p.addf("line %d: %s is a set: %s contains …", r.Loc().Row, name, name)
		}
		sets[name] = true
	case strings.HasPrefix(name, "_"):
	default:
		p.addf("line %d: %s is public; the name of a helper begins with _", r.Loc().Row, name)
	}
}

// dataRoots are what a rule may read beside its input and its own helpers.
var dataRoots = []string{"data.ismslint.lib", "data.catalogue"}

func checkRefs(p *problems, module *ast.Module, std *Standard) {
	own := module.Package.Path.String()
	check := func(r ast.Ref) {
		s := r.String()
		if !strings.HasPrefix(s, "data.") && s != "data" && !strings.HasPrefix(s, "data[") {
			return
		}
		for _, root := range append(dataRoots, own) {
			if s == root || strings.HasPrefix(s, root+".") || strings.HasPrefix(s, root+"[") {
				return
			}
		}
		p.addf("%s: a rule reads data.catalogue and data.ismslint.lib only", s)
	}
	for _, r := range module.Rules {
		ast.WalkRefs(r, func(ref ast.Ref) bool { check(ref); return false })
		ast.WalkExprs(r, func(e *ast.Expr) bool { checkCall(p, e.IsCall(), operands(e), e.Loc(), std); return false })
		ast.WalkTerms(r, func(t *ast.Term) bool {
			if call, ok := t.Value.(ast.Call); ok {
				checkCall(p, true, call, t.Loc(), std)
			}
			return false
		})
		ast.WalkWiths(r, func(*ast.With) bool { p.addf("line %d: with is for tests", r.Loc().Row); return false })
	}
	for _, i := range module.Imports {
		if ref, ok := i.Path.Value.(ast.Ref); ok {
			check(ref)
		}
	}
}

func operands(e *ast.Expr) []*ast.Term {
	terms, _ := e.Terms.([]*ast.Term)
	return terms
}

// checkCall checks names of fields that stand in strings, where no schema helps.
func checkCall(p *problems, isCall bool, call []*ast.Term, loc *ast.Location, std *Standard) {
	if !isCall || len(call) < 3 {
		return
	}
	switch call[0].Value.String() {
	case "lib.evidence", "lib.finding", "lib.place", "lib.column":
	default:
		return
	}
	s, ok := call[2].Value.(ast.String)
	if !ok {
		return
	}
	name, _, _ := strings.Cut(strings.TrimPrefix(string(s), "columns/"), "/")
	if !std.fields[name] {
		p.addf("line %d: the catalogue has no field %q", loc.Row, string(s))
	}
}
