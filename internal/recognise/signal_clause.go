package recognise

import (
	"strings"

	"github.com/ismslint/ismslint/internal/config"
	"github.com/ismslint/ismslint/internal/isms"
)

// byClause decides where the front matter names one clause that exactly one type
// of document serves.
func (p *page) byClause(*config.Settings) (guess, bool) {
	f := fieldOf(p.doc.Metadata, "clauses")
	if f == nil || f.Value == nil || strings.Contains(f.Raw, ",") {
		return guess{}, false
	}
	clauses := findClauses(f.Raw, true)
	if len(clauses) != 1 {
		return guess{}, false
	}
	typ := p.v.servedBy(clauses, false)
	return guess{typ: typ, signal: isms.SignalClause}, typ != ""
}

// servedBy is the one type that serves the one clause, or the one that is
// mandatory; "" where there are more.
func (v *vocabulary) servedBy(clauses []string, mandatory bool) string {
	if len(clauses) != 1 {
		return ""
	}
	typ := ""
	for i := range v.types {
		if mandatory && !v.types[i].Mandatory {
			continue
		}
		for _, c := range v.types[i].Clauses {
			if c != clauses[0] {
				continue
			}
			if typ != "" {
				return ""
			}
			typ = v.types[i].ID
		}
	}
	return typ
}
