package recognise

import (
	"strings"

	"github.com/ismslint/ismslint/internal/isms"
)

// mostDependents is how many places that refer to a document are listed.
const mostDependents = 20

// dependents are the documents and entries that refer to a document and did not
// change with it. What only lists documents does not depend on them.
func (c *comparison) dependents(d *isms.DocumentChange) []isms.Dependent {
	m := c.head.Model
	var out []isms.Dependent
	for _, doc := range m.Documents {
		if doc.Section != "" || doc.Path == d.Path || c.changed[doc.Path] || isReadme(doc.Path) || doc.Path == m.Anchor.Path || len(out) >= mostDependents {
			continue
		}
		for i := range doc.Links {
			if doc.Links[i].Path == d.Path {
				out = append(out, isms.Dependent{Place: isms.Place{Path: doc.Path, Pos: doc.Links[i].Pos}, Label: doc.Title})
				break
			}
		}
	}
	for _, reg := range m.Registers {
		for i := range reg.Entries {
			e := &reg.Entries[i]
			if reg.Kind == "documents" || c.changed[e.Path] || len(out) >= mostDependents {
				continue
			}
			if pos, ok := refersTo(e, d.After); ok && !hasPath(out, e.Path) {
				out = append(out, isms.Dependent{Place: isms.Place{Path: e.Path, Pos: pos}, Label: calledAs(e)})
			}
		}
	}
	return out
}

// hasPath says whether a file is listed: one place of each is enough.
func hasPath(list []isms.Dependent, p string) bool {
	for i := range list {
		if list[i].Path == p {
			return true
		}
	}
	return false
}

func calledAs(e *isms.Entry) string {
	if e.Label != "" {
		return e.Label
	}
	return e.ID
}

func refersTo(e *isms.Entry, d *isms.Document) (isms.Pos, bool) {
	for i := range e.Fields {
		refs, _ := e.Fields[i].Value.(isms.Refs)
		for k := range refs {
			target, _, _ := strings.Cut(refs[k].Path, "#")
			if target == d.Path || d.ID != "" && refs[k].ID == d.ID {
				pos := e.Fields[i].Pos
				if k < len(e.Fields[i].Items) && !e.Fields[i].Items[k].IsZero() {
					pos = e.Fields[i].Items[k]
				}
				return pos, true
			}
		}
	}
	return isms.Pos{}, false
}
