package cli

import (
	"strings"

	"github.com/ismslint/ismslint/internal/catalogue"
	"github.com/ismslint/ismslint/internal/isms"
	"github.com/ismslint/ismslint/internal/syntax"
	"github.com/ismslint/ismslint/internal/syntax/markdown"
)

func (tr *trial) document(l *label) found {
	run, rest := tr.open(l.Path)
	for _, d := range run.model.Documents {
		if d.Path == rest && d.Section == "" {
			return documentFound(d)
		}
	}
	return found{what: "none", why: "not read"}
}

func documentFound(d *isms.Document) found {
	f := found{what: d.Type, counts: d.Evidence && d.Type != "", why: d.Why + " [" + string(d.Signal) + "]"}
	if f.what == "" {
		f.what = "none"
	}
	return f
}

// section is what the tool says of a heading: its unit, or the unit or document of
// the same type that it is a part of.
func (tr *trial) section(l *label) found {
	run, rest := tr.open(l.Path)
	seen, f := false, found{what: "none"}
	for _, d := range run.model.Documents {
		if d.Path != rest {
			continue
		}
		for i := range d.Sections {
			s := &d.Sections[i]
			if sameSlug(s.Slug, l.Heading) {
				seen = true
				if s.Type == d.Type && d.Type != "" && d.Evidence {
					f = documentFound(d)
				}
			}
		}
		if sameSlug(d.Section, l.Heading) {
			if f = documentFound(d); d.Type == "procedure" && l.Expect.Type.has(d.About) && !l.Expect.Counts.has("true") {
				// It says how the record is made, and is none.
				f.what, f.counts = d.About, false
			}
			break
		}
	}
	if !seen {
		f.why = "no such heading"
	}
	f.entries = tr.rowsBelow(run, rest, l.At, f.what)
	return f
}

// sameSlug compares anchors but for the invisible variation selectors of emoji.
func sameSlug(a, b string) bool {
	return strings.ReplaceAll(a, "\ufe0f", "") == strings.ReplaceAll(b, "\ufe0f", "")
}

// rowsBelow counts the entries of the register of a type that stand in the
// section with its heading on the line.
func (tr *trial) rowsBelow(run *run, rest string, line int, typ string) int {
	sections := markdown.Parse(run.sources[rest]).Sections
	from, to := 0, 0
	for i := range sections {
		if at := sections[i].HeadingRange.Start.Line; from == 0 && at == line {
			from, to = i, 1<<30
		} else if from > 0 && to == 1<<30 && sections[i].Level <= sections[from].Level {
			to = at
		}
	}
	kind := ""
	for _, t := range catalogue.DocumentTypes() {
		if t.ID == typ {
			kind = t.Register
		}
	}
	n := 0
	for _, reg := range run.model.Registers {
		for i := range reg.Entries {
			if e := &reg.Entries[i]; reg.Kind == kind && e.Path == rest && e.Pos.Line > line && e.Pos.Line < to {
				n++
			}
		}
	}
	return n
}

func (tr *trial) table(l *label) found {
	run, rest := tr.open(l.Path)
	last := lastLine(run.sources[rest], l.Line)
	for _, reg := range run.model.Registers {
		for _, a := range reg.Possible {
			if a.Path == rest && a.Pos.Line == l.Line {
				return found{what: "possible", why: reg.Kind + " " + a.Why}
			}
		}
		n := 0
		for i := range reg.Entries {
			if e := &reg.Entries[i]; e.Path == rest && e.Pos.Line > l.Line && e.Pos.Line <= last {
				n++
			}
		}
		if n > 0 {
			return found{what: reg.Kind, counts: true, entries: n, why: "[" + string(reg.Signal) + "]"}
		}
	}
	for _, scale := range []isms.Scale{run.model.Criteria.Likelihood, run.model.Criteria.Consequence, run.model.Criteria.Levels} {
		n := 0
		for i := range scale.Steps {
			if st := &scale.Steps[i]; st.Path == rest && st.Pos.Line > l.Line && st.Pos.Line <= last {
				n++
			}
		}
		if n > 0 {
			return found{what: "risk_criteria", counts: true, entries: n}
		}
	}
	return found{what: "none"}
}

// lastLine is where the table with its header on the line ends.
func lastLine(src *syntax.Source, line int) int {
	md := markdown.Parse(src)
	for i := range md.Tables {
		t := &md.Tables[i]
		if t.Header.Range.Start.Line == line && len(t.Rows) > 0 {
			return t.Rows[len(t.Rows)-1].Range.End.Line
		}
	}
	return line
}

func (tr *trial) yamlFile(l *label) found {
	run, rest := tr.open(l.Path)
	for _, reg := range run.model.Registers {
		n := 0
		for i := range reg.Entries {
			if reg.Entries[i].Path == rest {
				n++
			}
		}
		if n > 0 || reg.Path == rest && reg.Decided {
			return found{what: reg.Kind, counts: n > 0, entries: n}
		}
		for _, a := range reg.Possible {
			if a.Path == rest {
				return found{what: "possible", why: reg.Kind + " " + a.Why}
			}
		}
	}
	return found{what: "none"}
}
