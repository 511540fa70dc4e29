package recognise

import "github.com/ismslint/ismslint/internal/isms"

// judgeForm leaves out records whose tables are there and hold no filled row: a
// form. The register stays, as an empty one.
func (p *page) judgeForm(candidates []candidate) {
	d := p.doc
	kind := p.v.registerOf(d.Type)
	if !d.Evidence || !isRecordKind(d.Kind) || d.Signal == isms.SignalDeclared || p.idHeadingsBelow(0) > 0 {
		return
	}
	tables, filled := 0, 0
	for i := range candidates {
		if c := &candidates[i]; c.kind == kind && kind != "" && len(c.columns) > 0 {
			tables++
			filled += len(c.entries)
		}
	}
	if kind == "" {
		tables, filled = p.filledRows()
	}
	if tables > 0 && filled == 0 {
		d.Evidence, d.Why = false, "it is a form: its table has no filled row"
	}
}

// filledRows counts the wide tables of a record and their rows that are filled
// by half at least: in a form what is to be done stands there, and no result.
func (p *page) filledRows() (tables, filled int) {
	for i := range p.md.Tables {
		t := &p.md.Tables[i]
		if len(t.Header.Cells) < fewestFormColumns || p.isHistory(i) {
			continue
		}
		tables++
		for j := range t.Rows {
			cells := 0
			for k := range t.Rows[j].Cells {
				if !p.isUnfilled(t.Rows[j].Cells[k].Text) {
					cells++
				}
			}
			if cells*2 >= len(t.Header.Cells) {
				filled++
			}
		}
	}
	return tables, filled
}

// fewestFormColumns is how many columns a form for records has at least.
const fewestFormColumns = 5
