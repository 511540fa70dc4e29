package recognise

import (
	"strings"

	"github.com/ismslint/ismslint/internal/isms"
)

// registers compares the registers of both states, as far as their files differ.
func (c *comparison) registers() {
	known := map[string]*isms.Register{}
	for _, r := range c.base.Model.Registers {
		known[r.Kind] = r
	}
	ids := c.idsOf(c.head.Model)
	for _, r := range c.head.Model.Registers {
		before := known[r.Kind]
		if before == nil {
			before = &isms.Register{Kind: r.Kind, State: isms.Absent}
		}
		change := isms.RegisterChange{Kind: r.Kind, Before: before, Entries: c.entries(before, r, ids)}
		c.out.Registers = append(c.out.Registers, change)
	}
}

// idsOf are all ids of a state.
func (c *comparison) idsOf(m *isms.Model) map[string]bool {
	ids := map[string]bool{}
	for _, d := range m.Documents {
		ids[d.ID] = true
	}
	for _, r := range m.Registers {
		for i := range r.Entries {
			ids[r.Entries[i].ID] = true
		}
	}
	return ids
}

// entryKeys are the entries of a register by what they are known by: their id,
// else what they are called. One that two have stands for none.
func (c *comparison) entryKeys(r *isms.Register) map[string]*isms.Entry {
	out := map[string]*isms.Entry{}
	for i := range r.Entries {
		e := &r.Entries[i]
		key := keyOfEntry(e)
		if _, twice := out[key]; twice {
			e = nil
		}
		out[key] = e
	}
	delete(out, "")
	return out
}

func keyOfEntry(e *isms.Entry) string {
	if e.ID != "" {
		return "id " + e.ID
	}
	return normalise(e.Label)
}

func (c *comparison) entries(before, after *isms.Register, ids map[string]bool) []isms.EntryChange {
	was, is := c.entryKeys(before), c.entryKeys(after)
	var out []isms.EntryChange
	for i := range after.Entries {
		e := &after.Entries[i]
		key := keyOfEntry(e)
		if is[key] != e {
			continue
		}
		old, there := was[key]
		switch {
		case there && old == nil:
		case !there:
			if c.changed[e.Path] {
				out = append(out, isms.EntryChange{Place: e.Place, Subject: e.Subject, How: isms.Added, After: e, Outer: after.Place})
			}
		case c.changed[e.Path] || c.changed[old.Path]:
			if fields := entryFields(old, e); len(fields) > 0 {
				out = append(out, isms.EntryChange{
					Place: e.Place, Subject: e.Subject, How: isms.Changed, Before: old, After: e, Outer: after.Place, Fields: fields,
				})
			}
		}
	}
	for i := range before.Entries {
		e := &before.Entries[i]
		key := keyOfEntry(e)
		if _, still := is[key]; still || was[key] != e || !c.changed[e.Path] {
			continue
		}
		out = append(out, isms.EntryChange{
			Place: c.whereItStood(before, after, i), Subject: e.Subject, How: isms.Removed, Before: e, Outer: before.Place,
			Kept: ids[e.ID] && e.ID != "" || c.keptElsewhere(e),
		})
	}
	return out
}

func entryFields(before, after *isms.Entry) []string {
	out := fieldsThatDiffer(before.Fields, after.Fields)
	others := map[string]string{}
	for i := range before.Other {
		others[before.Other[i].Header] = before.Other[i].Text
	}
	for i := range after.Other {
		if normalise(others[after.Other[i].Header]) != normalise(after.Other[i].Text) {
			return append(out, "other")
		}
	}
	return out
}

// whereItStood is the entry that stood before a removed one, else the register,
// else the file, else where findings stand that have no place.
func (c *comparison) whereItStood(before, after *isms.Register, index int) isms.Place {
	is := c.entryKeys(after)
	for i := index - 1; i >= 0; i-- {
		if e := is[keyOfEntry(&before.Entries[i])]; e != nil && e.Path == before.Entries[index].Path {
			return isms.Place{Path: e.Path, Pos: e.Pos}
		}
	}
	switch file := before.Entries[index].Path; {
	case after.Path == file && after.State != isms.Absent:
		return isms.Place{Path: file, Pos: after.Pos}
	case c.head.Texts[file] != nil:
		return isms.Place{Path: file, Pos: isms.Pos{Line: 1, Column: 1, EndLine: 1, EndColumn: 1}}
	}
	return c.head.Model.Anchor
}

// keptElsewhere says whether the change has written the id of a removed entry into
// another place than it had: an archive, another form.
func (c *comparison) keptElsewhere(e *isms.Entry) bool {
	if len(e.ID) < 3 {
		return false
	}
	for p := range c.changed {
		var was, is int
		if src := c.base.Texts[p]; src != nil {
			was = strings.Count(src.Text, e.ID)
		}
		if src := c.head.Texts[p]; src != nil {
			is = strings.Count(src.Text, e.ID)
		}
		if is > was {
			return true
		}
	}
	return false
}
