package recognise

import (
	"slices"

	"github.com/ismslint/ismslint/internal/isms"
)

// statusStems are the beginnings of words that say in running text whether a
// control is implemented. Others of the vocabulary ("open", "live") say so in a
// cell of their own only.
var statusStems = lazily(`implement|umgesetzt|umsetz|in place|planned|geplant|gepland|in progress|operational|deployed|im einsatz|in betrieb|en place|mis en|en oeuvre|ingevoerd|implantad|en marcha|実施|導入`)

// settleStatus takes the status from a status word of the description, the
// remark or the reason where no column says it. A word in few rows is a title
// ("operational systems") and no status.
func (b *builder) settleStatus(reg *isms.Register) {
	for _, name := range []string{"description", "comment", "justification"} {
		found := map[int]isms.Field{}
		open := 0
		for i := range reg.Entries {
			e := &reg.Entries[i]
			if enumOf(e.Fields, "applicable") != "yes" || b.saysStatus(e) {
				continue
			}
			open++
			if f, ok := b.statusIn(fieldOf(e.Fields, name)); ok {
				found[i] = f
			}
		}
		if len(found) == 0 || len(found)*fewStatuses < open {
			continue
		}
		for i, f := range found {
			e := &reg.Entries[i]
			e.Fields = slices.DeleteFunc(e.Fields, func(f isms.Field) bool { return f.Name == "implementation" })
			e.Fields = append(e.Fields, f)
		}
		addStatusColumn(reg, name)
	}
}

// fewStatuses: one row in so many has a status word where they are no accident.
const fewStatuses = 5

// saysStatus says whether an entry has a status of its own. A blank says
// nothing; other words than ours say something.
func (b *builder) saysStatus(e *isms.Entry) bool {
	f := fieldOf(e.Fields, "implementation")
	if f == nil {
		return false
	}
	if f.Value == nil && b.isUnfilled(f.Raw) {
		f.Raw = ""
	}
	return f.Raw != ""
}

// statusIn is the implementation that the longest status word of a text says.
func (b *builder) statusIn(f *isms.Field) (isms.Field, bool) {
	long := b.v.longVals["implementation"]
	if f == nil || f.Value == nil || long == nil {
		return isms.Field{}, false
	}
	best, size := -1, 0
	for _, m := range long.find(normalise(f.Raw)) {
		if n := m.end - m.start; n > size && statusStems.MatchString(m.text) {
			best, size = m.value, n
		}
	}
	if best < 0 {
		return isms.Field{}, false
	}
	value := isms.Enum(b.v.valNames["implementation"][best])
	return isms.Field{Name: "implementation", Raw: f.Raw, Value: value, Pos: f.Pos}, true
}

// addStatusColumn records that the column of another field holds the status.
func addStatusColumn(reg *isms.Register, field string) {
	if hasColumn(reg, "implementation") {
		return
	}
	for _, c := range reg.Columns {
		if c.Field == field {
			c.Field = "implementation"
			reg.Columns = append(reg.Columns, c)
			return
		}
	}
}
