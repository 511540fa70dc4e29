package recognise

import (
	"slices"

	"github.com/ismslint/ismslint/internal/isms"
)

// settleReviews reads rows of tables as reviews, and makes one entry of what
// several places record of one meeting: a row of the register and its minutes.
func (b *builder) settleReviews(reg *isms.Register) {
	byDay := map[string]int{}
	kept := reg.Entries[:0]
	for i := range reg.Entries {
		e := reg.Entries[i]
		if e.Structured && len(e.Inputs) == 0 {
			b.rowInputs(&e)
		}
		day := dayOfEntry(&e)
		if at, ok := byDay[day]; ok && day != "" {
			absorb(&kept[at], &e)
			continue
		}
		if e.ID == "" && day != "" {
			e.Label = day
		}
		byDay[day] = len(kept)
		kept = append(kept, e)
	}
	reg.Entries = kept
}

func dayOfEntry(e *isms.Entry) string {
	if f := fieldOf(e.Fields, "date"); f != nil {
		if d, ok := f.Value.(isms.Date); ok && d.From == d.Until {
			return d.From
		}
	}
	return ""
}

// rowInputs reads the inputs of a row: columns of their own are data, other
// cells are words.
func (b *builder) rowInputs(e *isms.Entry) {
	c := inputCollector{page: &page{reader: b.reader}}
	for i := range e.Other {
		o := &e.Other[i]
		c.add(o.Header, !b.isUnfilled(o.Text), o.Pos)
	}
	e.Structured = len(c.found) > 0
	for i := range e.Fields {
		f := &e.Fields[i]
		x := passage{text: f.Raw, pos: f.Pos, under: b.v.inputsNamed(f.Raw)}
		if f.Name == "inputs_text" || f.Name == "decisions" && !e.Structured {
			c.add(f.Raw, true, f.Pos)
		}
		if f.Name != "id" && f.Name != "minutes" {
			e.Mentions = b.v.mentionsIn(e.Mentions, &x)
		}
	}
	e.Inputs = c.found
}

// absorb adds to a review what another record of the same day says. What is
// added stands at the entry that keeps it, as positions are those of one file.
func absorb(e, other *isms.Entry) {
	place := func(pos isms.Pos) isms.Pos {
		if other.Path == e.Path {
			return pos
		}
		return e.Pos
	}
	for _, f := range other.Fields {
		f.Pos, f.Items = place(f.Pos), nil
		switch old := fieldOf(e.Fields, f.Name); {
		case old == nil:
			e.Fields = append(e.Fields, f)
		case old.Value == nil && f.Value != nil:
			*old = f
		}
	}
	c := inputCollector{found: e.Inputs}
	for _, in := range other.Inputs {
		c.record(in.Key, in.Filled, place(in.Pos))
	}
	e.Inputs = c.found
	e.Structured = e.Structured || len(e.Inputs) == len(other.Inputs) && other.Structured
	for _, d := range other.DecisionList {
		if !slices.ContainsFunc(e.DecisionList, func(x isms.Decision) bool { return x.ID == d.ID }) {
			d.Pos = place(d.Pos)
			e.DecisionList = append(e.DecisionList, d)
		}
	}
	for _, m := range other.Mentions {
		if len(e.Mentions) < mostMentioned && !slices.ContainsFunc(e.Mentions, func(x isms.Mention) bool { return x.Name == m.Name }) {
			m.Pos = place(m.Pos)
			e.Mentions = append(e.Mentions, m)
		}
	}
}

// describedTypes lists what only describes how records of a type are made among
// the things that were taken for the type and are no evidence of it.
func (b *builder) describedTypes(index map[string]*isms.Type) {
	for i := range b.scans {
		for _, d := range b.scans[i].docs {
			typ := index[d.About]
			if typ == nil || d.About == d.Type || d.Template {
				continue
			}
			typ.Others = append(typ.Others, isms.Address{
				Place: d.Place, Subject: d.Subject, Section: d.Section, Title: d.Title, Date: d.Date,
				Signal: d.Signal, Certainty: isms.Indicates, Why: describes, Points: d.Points,
			})
		}
	}
}

// describes is why a procedure is no record.
const describes = "it describes how this is done and records nothing"
