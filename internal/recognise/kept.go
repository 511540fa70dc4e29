package recognise

import (
	"slices"

	"github.com/ismslint/ismslint/internal/isms"
)

// keptAs are the registers that an ISMS may keep in several documents: one for
// each site, year or group.
var keptAs = []string{
	"risks", "treatments", "assets", "suppliers", "incidents", "nonconformities", "improvements", "legal", "competence", "awareness",
	"measurements", "objectives", "changes", "parties", "issues",
}

// isFurther says whether a candidate is a further document of the same register:
// both documents are called by its name, most columns are the same, and no entry
// of one is in the other. What has the same ids again is another state of it.
func isFurther(kind string, first, c *candidate, ofFirst []isms.Entry) bool {
	if !slices.Contains(keptAs, kind) || !ofDocument(first) || !ofDocument(c) || len(c.entries) == 0 {
		return false
	}
	same := 0
	for _, col := range c.columns {
		if col.Field != "" && slices.ContainsFunc(first.columns, func(x isms.Column) bool { return x.Field == col.Field }) {
			same++
		}
	}
	if same*2 < len(c.columns) {
		return false
	}
	known := map[string]bool{}
	for i := range ofFirst {
		known[keyOf(&ofFirst[i])] = true
	}
	return !slices.ContainsFunc(c.entries, func(e isms.Entry) bool { return known[keyOf(&e)] })
}

// ofDocument says whether the whole document was taken for the register.
func ofDocument(c *candidate) bool {
	return c.signal == isms.SignalFileName || c.signal == isms.SignalTitle || c.signal == isms.SignalClause
}
