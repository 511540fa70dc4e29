package recognise

import (
	"path"
	"slices"
	"strings"

	"github.com/ismslint/ismslint/internal/catalogue"
	"github.com/ismslint/ismslint/internal/isms"
)

// linkTopManagement marks ids of the roles register as top management: roles
// whose titles say so, the persons who hold them, and what isms.yaml declares.
func (b *builder) linkTopManagement() {
	for _, reg := range b.model.Registers {
		if reg.Kind == "roles" {
			b.topRoles(reg)
		}
	}
	for _, d := range b.model.Documents {
		markTop(b.reader, d.Metadata)
		for i := range d.History {
			markTop(b.reader, d.History[i].Fields)
		}
	}
	for _, reg := range b.model.Registers {
		markTop(b.reader, reg.Header)
		for i := range reg.Entries {
			markTop(b.reader, reg.Entries[i].Fields)
		}
	}
}

func (b *builder) topRoles(reg *isms.Register) {
	// Twice: a person listed before the role that makes them top management.
	for range 2 {
		for i := range reg.Entries {
			e := &reg.Entries[i]
			if !b.isTopEntry(e) {
				continue
			}
			b.top[normalise(e.ID)] = true
			for _, name := range []string{"title", "name", "role"} {
				if f := fieldOf(e.Fields, name); f != nil && f.Raw != "" {
					b.top[normalise(f.Raw)] = true
				}
			}
			if f := fieldOf(e.Fields, "holders"); f != nil {
				for _, key := range b.peopleIn(f.Raw).Keys {
					b.top[key] = true
				}
			}
		}
	}
}

func (b *builder) isTopEntry(e *isms.Entry) bool {
	if e.ID != "" && b.top[normalise(e.ID)] {
		return true
	}
	for _, name := range []string{"title", "name", "role"} {
		if f := fieldOf(e.Fields, name); f != nil && f.Raw != "" && b.isTop(normalise(f.Raw)) {
			return true
		}
	}
	return false
}

func markTop(r *reader, fields []isms.Field) {
	for i := range fields {
		p, ok := fields[i].Value.(isms.People)
		if !ok || p.Top {
			continue
		}
		for _, key := range p.Keys {
			p.Top = p.Top || r.isTop(key)
		}
		fields[i].Value = p
	}
}

// statementKinds are the registers that a sentence in a document of a type
// speaks for.
var statementKinds = map[string]string{"soa": "soa", "risks": "risks", "methodology.risk": "risks", "treatments": "treatments"}

func (b *builder) linkStatements() {
	for i := range b.scans {
		for _, s := range b.scans[i].statements {
			kind := statementKinds[s.Text]
			for _, reg := range b.model.Registers {
				if reg.Kind == kind && kind != "" {
					reg.Statements = append(reg.Statements, s)
				}
			}
		}
	}
	for _, reg := range b.model.Registers {
		for i := range reg.Statements {
			if reg.Statements[i].Name != climateChange {
				reg.Statements[i].Text = ""
			}
		}
	}
}

// linkReferences makes the paths of references relative to the tree and says
// whether they exist; a reference whose text is an id of the register it refers
// to keeps that id.
func (b *builder) linkReferences() {
	for _, reg := range b.model.Registers {
		for i := range reg.Header {
			b.linkField(reg.Path, &reg.Header[i])
		}
		for i := range reg.Entries {
			e := &reg.Entries[i]
			for j := range e.Fields {
				b.linkField(e.Path, &e.Fields[j])
			}
		}
	}
	for _, d := range b.model.Documents {
		for j := range d.Metadata {
			b.linkField(d.Path, &d.Metadata[j])
		}
	}
}

func (b *builder) linkField(from string, f *isms.Field) {
	refs, ok := f.Value.(isms.Refs)
	if !ok {
		return
	}
	for i := range refs {
		if refs[i].Path == "" {
			continue
		}
		p, exists := b.resolve(from, refs[i].Path)
		if only := b.onlyFile(refs[i].Path); !exists && only != "" {
			p, exists = only, true
		}
		if p == "" {
			// It leads out of the tree, where nothing is read.
			refs[i].Path = ""
			continue
		}
		refs[i].Path, refs[i].Exists = strings.TrimPrefix(p, "/"), exists
	}
}

// onlyFile is the one file of the tree that has a bare name; "" where there are
// several or none, or the name says where it stands. Registers name documents as
// people do, without the folder.
func (b *builder) onlyFile(name string) string {
	name, _, _ = strings.Cut(name, "#")
	if name == "" || strings.Contains(name, "/") {
		return ""
	}
	if b.byName == nil {
		b.byName = map[string]string{}
		for i := range b.files {
			base := path.Base(b.files[i].Path)
			if _, several := b.byName[base]; several {
				b.byName[base] = ""
				continue
			}
			b.byName[base] = b.files[i].Path
		}
	}
	return b.byName[name]
}

// peopleIDs gives for each name, title or id the ids of the roles register that
// it stands for: a role stands for itself and for the persons who hold it, a
// person for themselves and for the roles they hold. Two names that share an id
// may be the same person.
func (b *builder) peopleIDs() map[string][]string {
	ids := map[string][]string{}
	add := func(name, id string) {
		if key := normalise(name); key != "" && id != "" && !slices.Contains(ids[key], id) {
			ids[key] = append(ids[key], id)
		}
	}
	for _, reg := range b.model.Registers {
		if reg.Kind != "roles" {
			continue
		}
		for i := range reg.Entries {
			b.entryNames(&reg.Entries[i], add)
		}
	}
	for _, list := range ids {
		slices.Sort(list)
	}
	return ids
}

func (b *builder) entryNames(e *isms.Entry, add func(name, id string)) {
	names := []string{e.ID}
	for _, field := range []string{"role", "title", "name"} {
		if f := fieldOf(e.Fields, field); f != nil {
			names = append(names, f.Raw)
		}
	}
	for _, name := range names {
		add(name, e.ID)
	}
	f := fieldOf(e.Fields, "holders")
	if f == nil {
		return
	}
	for _, holder := range splitPeople(f.Raw) {
		add(holder, e.ID)
		for _, name := range names {
			add(name, strings.TrimSpace(holder))
		}
		add(holder, strings.TrimSpace(holder))
	}
}

// canonicalClauses turns the clause numbers that documents of the 2022 edition
// name into the catalogue's: 10.1 and 10.2 are the other way round there.
func (b *builder) canonicalClauses() {
	if b.model.Edition == catalogue.Edition2013 {
		return
	}
	swap := func(id string) string {
		switch id {
		case "10.1":
			return "10.2"
		case "10.2":
			return "10.1"
		}
		return id
	}
	for _, d := range b.model.Documents {
		for i := range d.Clauses {
			d.Clauses[i].ID = swap(d.Clauses[i].ID)
		}
		for i := range d.Sections {
			for j, id := range d.Sections[i].Clauses {
				d.Sections[i].Clauses[j] = swap(id)
			}
		}
	}
}
