package config

import (
	"strconv"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/ismslint/ismslint/internal/isms"
	"github.com/ismslint/ismslint/internal/syntax"
	"github.com/ismslint/ismslint/internal/syntax/yaml"
)

// Known are the names that a settings file may use. An empty list is not
// checked against.
type Known struct {
	Types, Topics, Registers, Clauses, Activities, Rules []string
}

// Load reads a settings file. What is wrong with it is a Problems; the settings
// are nil then.
func Load(src *syntax.Source, known Known) (*Settings, error) {
	c := newCollector(src.Path)
	s := &Settings{Path: src.Path, Declared: true, at: map[string]isms.Pos{}}
	s.pos = isms.Pos{Line: 1, Column: 1, EndLine: 1, EndColumn: 1}
	root, err := document(src, theSchema, c, nil)
	if err != nil {
		return nil, err
	}
	if root == nil {
		return s, nil
	}
	s.read(root)
	s.places(root)
	s.checkNames(root, known, c)
	if err := c.err(); err != nil {
		return nil, err
	}
	return s, nil
}

// document is the mapping of a settings file that its schema accepts; nil for a
// file that says nothing.
func document(src *syntax.Source, of func() (*schema, error), c *collector, forgiven func(*jsonschema.ValidationError) bool) (*yaml.Node, error) {
	file := yaml.Parse(src)
	for _, p := range file.Problems {
		c.add(p.Range, nil, "%s", withoutControls(p.Message))
	}
	if len(file.Documents) > 1 {
		c.add(file.Documents[1].Range, nil, "expected one document, found another after ---")
	}
	if err := c.err(); err != nil {
		return nil, err
	}
	if len(file.Documents) == 0 || file.Documents[0].Kind == yaml.Null {
		return nil, nil
	}
	root := file.Documents[0]
	schema, err := of()
	if err != nil {
		return nil, err
	}
	if depth(root) > maxDepth {
		c.add(root.Range, nil, "nested too deeply")
		return nil, c.err()
	}
	schema.check(root, c, forgiven)
	if err := c.err(); err != nil {
		return nil, err
	}
	return root, nil
}

// maxDepth is more than a schema has levels.
const maxDepth = 16

func depth(n *yaml.Node) int {
	deepest := 0
	if n == nil {
		return deepest
	}
	for _, p := range n.Pairs {
		deepest = max(deepest, depth(p.Value))
	}
	for _, item := range n.Items {
		deepest = max(deepest, depth(item))
	}
	return deepest + 1
}

// read fills in the settings from a document that the schema accepts.
func (s *Settings) read(root *yaml.Node) {
	org, lint := root.Get("organization"), root.Get("lint")
	s.Edition = text(root.Get("edition"))
	s.Name = text(org.Get("name"))
	s.Persons = number(org.Get("persons"))
	s.TopManagement = texts(org.Get("top_management"))
	s.IntendedOutcomes = texts(org.Get("intended_outcomes"))
	s.Languages = texts(org.Get("languages"))
	s.StartedOn = text(org.Get("started_on"))
	s.AuditCycleYears = number(org.Get("audit_cycle_years"))
	for _, p := range pairs(root.Get("intervals")) {
		if value, ok := Duration(text(p.Value)); ok {
			s.Intervals = append(s.Intervals, isms.NamedInterval{Name: p.Key, Value: value, Raw: text(p.Value)})
		}
	}
	s.Determined = texts(root.Get("determined"))
	s.readDocuments(root.Get("documents"))
	s.OutsideStated = root.Get("outside") != nil
	for _, n := range items(root.Get("outside")) {
		s.Outside = append(s.Outside, isms.Outside{Item: text(n.Get("item")), Where: text(n.Get("where"))})
	}
	for _, n := range items(root.Get("not_applicable")) {
		s.NotApplicable = append(s.NotApplicable, isms.NotApplicable{Item: text(n.Get("item")), Reason: text(n.Get("reason"))})
	}
	s.Approval = text(root.Get("approval"))
	s.Versions = text(root.Get("versions"))
	s.Public = text(root.Get("public")) == "true" || text(org.Get("public")) == "true"
	s.Index = s.inTree(text(root.Get("index")))
	for _, p := range pairs(lint.Get("levels")) {
		if s.Lint.Levels == nil {
			s.Lint.Levels = map[string]string{}
		}
		s.Lint.Levels[p.Key] = text(p.Value)
	}
	s.Lint.Ignore = texts(lint.Get("ignore"))
	s.Lint.LongestWaiver = text(lint.Get("longest_waiver"))
	for _, p := range texts(lint.Get("policies")) {
		s.Lint.Policies = append(s.Lint.Policies, s.inTree(p))
	}
}

func (s *Settings) readDocuments(n *yaml.Node) {
	for _, p := range pairs(n) {
		rule := DocumentRule{Glob: p.Key, Pos: position(p.Value.Range)}
		if p.Value.Kind == yaml.Scalar {
			rule.Type = text(p.Value)
		}
		if p.Value.Kind == yaml.Mapping {
			rule.Type, rule.Topic = text(p.Value.Get("type")), text(p.Value.Get("topic"))
			rule.Clauses = texts(p.Value.Get("clauses"))
			rule.Ignore = text(p.Value.Get("ignore"))
		}
		s.Documents = append(s.Documents, rule)
	}
}

// inTree makes a path of the file one of the tree.
func (s *Settings) inTree(p string) string {
	p = strings.TrimPrefix(p, "./")
	if dir := s.Dir(); dir != "" && p != "" {
		return dir + "/" + p
	}
	return p
}

// places notes where each value stands.
func (s *Settings) places(root *yaml.Node) {
	s.pos = position(root.Range)
	var walk func(n *yaml.Node, key string)
	walk = func(n *yaml.Node, key string) {
		if n == nil {
			return
		}
		if key != "" {
			s.place(key, position(n.Range))
			key += "/"
		}
		for _, p := range n.Pairs {
			walk(p.Value, key+p.Key)
		}
		for i, item := range n.Items {
			walk(item, key+strconv.Itoa(i))
		}
	}
	walk(root, "")
}

func (s *Settings) place(key string, pos isms.Pos) {
	s.at[key] = pos
	if strings.HasPrefix(key, "documents/") || strings.HasPrefix(key, "lint/") {
		return
	}
	s.parts = append(s.parts, isms.Part{Key: strings.TrimPrefix(key, "organization/"), Pos: pos})
}

// checkNames checks what a schema cannot: names of the catalogue, patterns and
// paths.
func (s *Settings) checkNames(root *yaml.Node, known Known, c *collector) {
	records := join(known.Types, known.Registers)
	for i, n := range items(root.Get("determined")) {
		name(c, n, []string{"determined", strconv.Itoa(i)}, "document type or register", records)
	}
	for i, n := range items(root.Get("outside")) {
		name(c, n.Get("item"), []string{"outside", strconv.Itoa(i), "item"},
			"document type, register, clause or activity", join(records, known.Clauses, known.Activities))
	}
	for i, n := range items(root.Get("not_applicable")) {
		name(c, n.Get("item"), []string{"not_applicable", strconv.Itoa(i), "item"},
			"clause, activity or rule", join(known.Clauses, known.Activities, known.Rules))
	}
	for _, p := range pairs(root.Get("documents")) {
		key := []string{"documents", p.Key}
		pattern(c, p.Key, p.KeyRange, key)
		typ := p.Value
		if typ.Kind == yaml.Mapping {
			typ, key = p.Value.Get("type"), append(key, "type")
		}
		name(c, typ, key, "document type", records)
		name(c, p.Value.Get("topic"), []string{"documents", p.Key, "topic"}, "topic", known.Topics)
		for i, n := range items(p.Value.Get("clauses")) {
			name(c, n, []string{"documents", p.Key, "clauses", strconv.Itoa(i)}, "clause", known.Clauses)
		}
	}
	lint := root.Get("lint")
	for _, p := range pairs(lint.Get("levels")) {
		if len(known.Rules) > 0 && !contains(known.Rules, p.Key) {
			c.add(p.KeyRange, []string{"lint", "levels"}, "no rule is called %q%s", printable(p.Key), didYouMean(p.Key, known.Rules))
		}
	}
	for i, n := range items(lint.Get("ignore")) {
		pattern(c, n.Text, n.Range, []string{"lint", "ignore", strconv.Itoa(i)})
	}
	for i, n := range items(lint.Get("policies")) {
		inside(c, n, []string{"lint", "policies", strconv.Itoa(i)})
	}
	inside(c, root.Get("index"), []string{"index"})
	interval(c, lint.Get("longest_waiver"), []string{"lint", "longest_waiver"})
	for _, p := range pairs(root.Get("intervals")) {
		interval(c, p.Value, []string{"intervals", p.Key})
	}
}

func interval(c *collector, n *yaml.Node, key []string) {
	if _, ok := Duration(text(n)); !ok && text(n) != "" {
		c.add(n.Range, key, "expected a duration longer than nothing and shorter than a century, found %s", described(n))
	}
}

func name(c *collector, n *yaml.Node, key []string, what string, known []string) {
	if n == nil || n.Kind != yaml.Scalar || len(known) == 0 || contains(known, n.Text) {
		return
	}
	c.add(n.Range, key, "no %s is called %s%s", what, described(n), didYouMean(n.Text, known))
}

func didYouMean(word string, known []string) string {
	if near := Nearest(word, known); near != "" {
		return "; did you mean \"" + near + "\"?"
	}
	return ""
}

func pattern(c *collector, glob string, r syntax.Range, key []string) {
	if !doublestar.ValidatePattern(glob) {
		c.add(r, key, "not a path pattern; ** is any folders, * any part of a name")
	}
}

func inside(c *collector, n *yaml.Node, key []string) {
	for _, part := range strings.Split(text(n), "/") {
		if part == ".." {
			c.add(n.Range, key, "leads out of the folder of isms.yaml")
			return
		}
	}
}
