package recognise

import (
	"path"
	"strings"
	"sync"

	"github.com/ismslint/ismslint/internal/catalogue"
	"github.com/ismslint/ismslint/internal/config"
	"github.com/ismslint/ismslint/internal/isms"
	"github.com/ismslint/ismslint/internal/syntax/yaml"
)

var headerSpecs = sync.OnceValue(func() map[string]isms.FieldSpec {
	m := map[string]isms.FieldSpec{}
	for _, f := range catalogue.HeaderFields() {
		m[f.Name] = f
	}
	return m
})

// list is a sequence, or a mapping by id, of mappings in a YAML file.
type list struct {
	key   string // "" for the root
	node  *yaml.Node
	byID  bool
	items []*yaml.Node
	ids   []yaml.Pair
}

// scanYAML finds the registers of a YAML file: one list of entries, several
// (roles and persons), or one entry that is the whole file.
func (r *reader) scanYAML(f *File, settings *config.Settings) scan {
	s := scan{path: f.Path, isYAML: true, mentions: countMentions(f.Source.Text)}
	if len(f.YAML.Documents) == 0 {
		if g, ok := r.v.byFileName(f.Path); ok && r.v.registerOf(g.typ) != "" {
			first := isms.Pos{Line: 1, Column: 1, EndLine: 1, EndColumn: 1}
			s.candidates = append(s.candidates, candidate{kind: r.v.registerOf(g.typ), signal: g.signal, decided: true, path: f.Path, pos: first, colPos: first, endPos: first})
		}
		return s
	}
	root := f.YAML.Documents[0]
	y := yamlReader{reader: r, file: f, root: root, why: r.fileWhy(f.Path, settings)}
	lists := listsOf(root)
	y.kind, y.signal, y.decided = r.yamlKind(f, root, lists, settings)
	if y.kind == "risk_criteria" {
		s.scales = append(s.scales, y.scanCriteria())
		return s
	}
	if y.kind == "" || y.kind == "organization" {
		return s
	}
	s.candidates = append(s.candidates, y.candidate(lists))
	s.claims = r.v.yamlClaims(root, s.candidates)
	return s
}

// fileWhy says why a register file is no evidence: isms.yaml leaves it out, or it
// lies among templates, examples or what was put away.
func (r *reader) fileWhy(file string, settings *config.Settings) string {
	if entry := declaredFor(settings, file); entry != nil && (entry.Ignore != "" || entry.Type != "") {
		return entry.Ignore
	}
	if r.amongSamples(file) {
		return "its folder or name says that it is a template or an example"
	}
	return r.putAway(file)
}

// listsOf are the lists of entries at the top of a file.
func listsOf(root *yaml.Node) []list {
	if root.Kind == yaml.Sequence {
		if l, ok := asList("", root); ok {
			return []list{l}
		}
		return nil
	}
	if l, ok := asList("", root); ok {
		return []list{l}
	}
	var out []list
	for i := range root.Pairs {
		if l, ok := asList(root.Pairs[i].Key, root.Pairs[i].Value); ok {
			out = append(out, l)
		}
	}
	return out
}

func asList(key string, n *yaml.Node) (list, bool) {
	l := list{key: key, node: n}
	switch n.Kind {
	case yaml.Sequence:
		for _, item := range n.Items {
			if item.Kind == yaml.Mapping {
				l.items = append(l.items, item)
			}
		}
		return l, len(l.items) > 0 || len(n.Items) == 0
	case yaml.Mapping:
		l.byID = true
		for i := range n.Pairs {
			if n.Pairs[i].Value.Kind != yaml.Mapping || headingID(n.Pairs[i].Key) == "" && len(findControls(n.Pairs[i].Key, true)) == 0 {
				return l, false
			}
			l.items = append(l.items, n.Pairs[i].Value)
			l.ids = append(l.ids, n.Pairs[i])
		}
		return l, len(l.items) > 0
	}
	return l, false
}

// yamlKind says which register a file is: isms.yaml, its own `register` or
// `type` key, its name, the key of its list, its folder, or its keys alone.
func (r *reader) yamlKind(f *File, root *yaml.Node, lists []list, settings *config.Settings) (string, isms.Signal, bool) {
	if entry := declaredFor(settings, f.Path); entry != nil && entry.Type != "" {
		if k := r.kindNamed(entry.Type); k != "" {
			return k, isms.SignalDeclared, true
		}
	}
	for _, key := range []string{"register", "type", "kind"} {
		if n := root.Get(key); n != nil && n.Kind == yaml.Scalar {
			if k := r.kindNamed(n.Text); k != "" {
				return k, isms.SignalDeclared, true
			}
		}
	}
	if g, ok := r.v.byFileName(f.Path); ok {
		if k := r.v.registerOf(g.typ); k != "" && (len(lists) > 0 || k == "risk_criteria") {
			return k, g.signal, true
		}
	}
	for _, l := range lists {
		if k := r.kindNamed(l.key); k != "" && len(l.items) > 0 && r.v.fits(k, r.v.mapColumns(k, keysOf(l.items))) {
			return k, isms.SignalTitle, true
		}
	}
	if root.Kind == yaml.Mapping && (len(lists) == 0 || root.Get("id") != nil) {
		if g, ok := r.v.byFileName(path.Dir(f.Path) + ".yaml"); ok {
			if k := r.v.registerOf(g.typ); k != "" && r.v.fits(k, r.v.mapColumns(k, keysOf([]*yaml.Node{root}))) {
				return k, isms.SignalFolder, true
			}
		}
		if len(lists) == 0 {
			return "", "", false
		}
	}
	for _, l := range lists {
		if k := r.v.byColumns(keysOf(l.items)); k != "" {
			return k, isms.SignalColumns, false
		}
	}
	return "", "", false
}

// kindNamed is the register kind that a word names: its id, or a type that it
// holds.
func (r *reader) kindNamed(text string) string {
	key := strings.ReplaceAll(strings.TrimSpace(text), "-", "_")
	if r.v.kinds[key] != nil {
		return key
	}
	if typ, ok := r.v.typeNamed(text); ok {
		return r.v.registerOf(typ)
	}
	return ""
}

// keysOf are the keys of entries, nested ones joined.
func keysOf(items []*yaml.Node) []string {
	var keys []string
	seen := map[string]bool{}
	for i, item := range items {
		if i == 25 {
			break
		}
		eachLeaf(item, "", func(key string, _ *yaml.Pair, _ *yaml.Node) {
			if !seen[key] {
				seen[key] = true
				keys = append(keys, key)
			}
		})
	}
	return keys
}

// eachLeaf visits the values of an entry; nested mappings are flattened:
// residual: {level: …} is residual_level. Of a list of mappings (results by date)
// the last one is the newest and gives the fields.
func eachLeaf(n *yaml.Node, prefix string, visit func(key string, pair *yaml.Pair, value *yaml.Node)) {
	if len(prefix) > 120 {
		return
	}
	for i := range n.Pairs {
		pair := &n.Pairs[i]
		key, value := prefix+pair.Key, pair.Value
		if n := len(value.Items); value.Kind == yaml.Sequence && n > 0 && value.Items[n-1].Kind == yaml.Mapping {
			if n > 1 {
				visit(key, pair, value)
			}
			value = value.Items[n-1]
		}
		if value.Kind == yaml.Mapping && len(value.Pairs) > 0 {
			eachLeaf(value, key+"_", visit)
			continue
		}
		visit(key, pair, pair.Value)
	}
}

type yamlReader struct {
	*reader
	file    *File
	root    *yaml.Node
	why     string
	kind    string
	signal  isms.Signal
	decided bool
}

func (y *yamlReader) candidate(lists []list) candidate {
	c := candidate{kind: y.kind, signal: y.signal, decided: y.decided, path: y.file.Path, why: y.why,
		pos: toPos(y.root.Range), header: y.header(), title: textOfNode(y.root.Get("title"))}
	c.pos.EndLine, c.pos.EndColumn = c.pos.Line, max(c.pos.Column, 1)+1
	c.colPos, c.endPos = c.pos, c.pos
	if y.signal == isms.SignalFolder || len(lists) == 0 && y.root.Kind == yaml.Mapping && y.root.Get("id") != nil {
		c.folder, c.header = path.Dir(y.file.Path), nil
		y.entry(&c, y.root, nil, "")
		// Lists within the one entry, such as who was notified, are part of it.
		lists = nil
	}
	for _, l := range lists {
		c.rows += len(l.items)
		group := ""
		if len(lists) > 1 {
			group = l.key
		}
		for i, item := range l.items {
			var id *yaml.Pair
			if l.byID {
				id = &l.ids[i]
			}
			y.entry(&c, item, id, group)
		}
	}
	y.noneStated(&c)
	y.climateStatement(&c)
	return c
}

func textOfNode(n *yaml.Node) string {
	if n == nil {
		return ""
	}
	return n.Text
}

func (y *yamlReader) header() []isms.Field {
	if y.root.Kind != yaml.Mapping {
		return nil
	}
	var out []isms.Field
	for i := range y.root.Pairs {
		pair := &y.root.Pairs[i]
		name := pair.Key
		if headerSpecs()[name].Name == "" {
			name = y.v.field(pair.Key)
		}
		spec := headerSpecs()[name]
		if spec.Name == "" || pair.Value.Kind == yaml.Mapping || fieldOf(out, name) != nil {
			continue
		}
		out = append(out, y.field(spec, y.yamlCell(pair.Value)))
	}
	return out
}

func (y *yamlReader) entry(c *candidate, n *yaml.Node, id *yaml.Pair, group string) {
	kind := y.v.kinds[y.kind]
	e := isms.Entry{Place: isms.Place{Path: y.file.Path, Pos: toPos(n.Range)}, Group: group, Structured: true}
	if id != nil {
		e.Fields = append(e.Fields, isms.Field{Name: "id", Raw: id.Key, Value: isms.Text(id.Key), Pos: toPos(id.KeyRange)})
	}
	eachLeaf(n, "", func(key string, pair *yaml.Pair, value *yaml.Node) {
		name := y.v.column(y.kind, key)
		if name == "" || fieldOf(e.Fields, name) != nil {
			if text := y.yamlCell(value).text; text != "" {
				e.Other = append(e.Other, isms.OtherField{Header: key, Text: text, Pos: toPos(value.Range)})
			}
			return
		}
		c.addColumn(name, key, y.file.Path, toPos(pair.KeyRange))
		e.Fields = append(e.Fields, y.field(specOf(kind, name), y.yamlCell(value)))
	})
	y.results(&e, n)
	if y.kind == "reviews" {
		e.Inputs = y.structuredInputs(n)
		// A review that lists no inputs as data may do so in its minutes.
		e.Structured = len(e.Inputs) > 0
		y.structuredWords(&e, n)
	}
	if len(e.Fields) == 0 {
		return
	}
	// The place of an entry is its first line: a finding about the whole entry
	// does not mark all of it.
	e.Pos.EndLine, e.Pos.EndColumn = e.Pos.Line, endOfLine(y.file, e.Pos.Line)
	c.endPos = e.Pos
	c.entries = append(c.entries, identify(kind, e)...)
}

func endOfLine(f *File, line int) int { return len([]rune(f.Source.Line(line))) + 1 }

// noneStated reads `none: {stated_on, stated_by, period}`: a dated statement that
// there was nothing to record.
func (y *yamlReader) noneStated(c *candidate) {
	n := y.root.Get("none")
	if n == nil || n.Kind == yaml.Null {
		return
	}
	s := isms.Statement{Place: isms.Place{Path: y.file.Path, Pos: toPos(n.Range)}, Name: "none", Text: y.yamlCell(n).text}
	for _, key := range []string{"stated_on", "on", "date"} {
		if d, ok := y.date(textOfNode(n.Get(key))); ok {
			s.Date = d.Until
		}
	}
	c.none = &s
}

// scanCSV reads a CSV file whose name says which register it is, or whose columns
// do.
func (r *reader) scanCSV(f *File, settings *config.Settings) scan {
	s := scan{path: f.Path, isYAML: true}
	headers := headerTexts(&f.CSV.Table.Header)
	if len(headers) < 2 {
		return s
	}
	kind, signal, decided := "", isms.SignalColumns, false
	if entry := declaredFor(settings, f.Path); entry != nil && entry.Type != "" {
		kind, signal, decided = r.kindNamed(entry.Type), isms.SignalDeclared, true
	}
	if g, ok := r.v.byFileName(f.Path); kind == "" && ok {
		if k := r.v.registerOf(g.typ); k != "" && r.v.fits(k, r.v.tableFields(k, &f.CSV.Table, headers)) {
			kind, signal, decided = k, g.signal, true
		}
	}
	if kind == "" {
		if kind = r.v.byContent(&f.CSV.Table, headers); kind == "" {
			return s
		}
	}
	c := r.rowsCandidate(f.Path, f.Source, kind, &f.CSV.Table, headers, r.v.tableFields(kind, &f.CSV.Table, headers))
	c.signal, c.decided, c.why = signal, decided, r.fileWhy(f.Path, settings)
	s.candidates = append(s.candidates, c)
	return s
}
