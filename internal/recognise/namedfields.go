package recognise

import (
	"slices"
	"strings"

	"github.com/ismslint/ismslint/internal/syntax"
	"github.com/ismslint/ismslint/internal/syntax/markdown"
)

// naming are the fields that say what an entry is, of kinds whose entries are
// called by one.
var naming = []string{"name", "title", "statement", "what", "topic"}

// namingField is the field by which entries of the kind are called, "" where the
// catalogue has more than one way.
func (v *vocabulary) namingField(kind string) string {
	k := v.kinds[kind]
	if k == nil || len(k.Requires) < 2 || len(k.Requires[0]) != 1 || !slices.Contains(naming, k.Requires[0][0]) {
		return ""
	}
	return k.Requires[0][0]
}

// namedFields are the fields of a table that is known to be of the kind. Where no
// header names the entries, the first column does, or the one behind the ids: in
// a register of assets it may be called "Service", "Domain" or "Project".
func (v *vocabulary) namedFields(kind string, t *syntax.Table, headers []string) []string {
	fields := v.tableFields(kind, t, headers)
	name := v.namingField(kind)
	if name != "" {
		v.byLastWord(kind, headers, fields)
	}
	if name == "" || slices.Contains(fields, name) || len(fields) < 3 {
		return fields
	}
	at := 0
	if fields[0] == "id" {
		at = 1
	}
	if (fields[at] == "" || fields[at] == "category" || fields[at] == "scope_level") && allDiffer(t, at) {
		fields[at] = name
	}
	return fields
}

// byLastWord gives fields to headers that end in the name of one: "2026 target",
// "Phase 1 baseline". Outside of a table that is known to be a register that would
// be a guess.
func (v *vocabulary) byLastWord(kind string, headers, fields []string) {
	for i, h := range headers {
		words := strings.Fields(normalise(stripBrackets(h)))
		if fields[i] != "" || len(words) < 2 || len(words) > 3 {
			continue
		}
		if f := v.columns[kind][words[len(words)-1]]; f != "" && !slices.Contains(fields, f) {
			fields[i] = f
		}
	}
}

// allDiffer says whether each row has a text of its own in the column.
func allDiffer(t *syntax.Table, column int) bool {
	seen := map[string]bool{}
	for i := range t.Rows {
		if column >= len(t.Rows[i].Cells) {
			continue
		}
		key := normalise(t.Rows[i].Cells[column].Text)
		if key == "" || seen[key] {
			return false
		}
		seen[key] = true
	}
	return len(seen) > 0
}

// fewestNamed is how many columns of a register have fields at least where not
// all that the kind requires is there.
const fewestNamed = 3

// fitsNamed says whether a table under the name of a register may be one: its
// columns fit, or its entries are named and half of its columns are fields.
func (v *vocabulary) fitsNamed(kind string, t *syntax.Table, headers []string) bool {
	fields := v.namedFields(kind, t, headers)
	if v.fits(kind, fields) {
		return true
	}
	name := v.namingField(kind)
	if name == "" || !slices.Contains(fields, name) {
		return false
	}
	n := 0
	for _, f := range fields {
		if f != "" {
			n++
		}
	}
	return n >= fewestNamed && n*2 >= len(fields)
}

// fewestFiles is how many files of the tree a table names at least, most of its
// rows, for it to be their list.
const fewestFiles = 5

// listsFiles says whether a table lists documents of this tree: most of its rows
// link to one.
func (p *page) listsFiles(t *markdown.Table) bool {
	n := 0
	for i := range t.Rows {
		if len(t.Rows[i].Cells) == 0 {
			continue
		}
		for _, l := range t.Rows[i].Cells[0].Links {
			if file, exists := p.resolve(p.path, l); file != "" && exists {
				n++
				break
			}
		}
	}
	return n >= fewestFiles && n*5 >= len(t.Rows)*4
}
