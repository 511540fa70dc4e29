package recognise

import (
	"github.com/ismslint/ismslint/internal/isms"
	"github.com/ismslint/ismslint/internal/syntax"
	"github.com/ismslint/ismslint/internal/syntax/markdown"
)

// slips puts together what was found in the files that count: templates,
// examples and what is no part of the ISMS are not judged.
func (b *builder) slips() {
	all := &b.model.Slips
	for i := range b.scans {
		s := &b.scans[i]
		if !s.counts() {
			continue
		}
		all.Ragged = append(all.Ragged, s.slips.Ragged...)
		all.Totals = append(all.Totals, s.slips.Totals...)
		all.Dates = append(all.Dates, s.slips.Dates...)
		all.Counts = append(all.Counts, b.judgeClaims(s)...)
	}
	all.Differing = b.differing()
	all.Unknown = append(b.unknownIDs(), b.unknownTitles()...)
	all.Durations = b.twoDurations()
}

// counts says whether a file is one that is judged: a document that counts, or a
// register of its own.
func (s *scan) counts() bool {
	if len(s.docs) > 0 {
		return s.docs[0].Evidence
	}
	for i := range s.candidates {
		if s.candidates[i].why == "" && s.candidates[i].decided {
			return true
		}
	}
	return len(s.scales) > 0
}

// slipAt is a slip of a document that stands in a range of it.
func (p *page) slipAt(r syntax.Range, section int) isms.Slip {
	title := p.doc.Title
	if s := &p.md.Sections[section]; s.Heading != "" {
		title = s.Heading
	}
	return isms.Slip{Place: isms.Place{Path: p.path, Pos: toPos(r)}, Subject: p.doc.Subject, Title: title}
}

// formSlips are the slips in the form of a document.
func (p *page) formSlips() isms.Slips {
	var found isms.Slips
	sample := p.sampleSections()
	for i := range p.md.Tables {
		t := &p.md.Tables[i]
		if t.HTML || sample[t.Section] {
			// Cells of HTML may span several columns.
			continue
		}
		if slip, ok := ragged(&t.Table); ok {
			at := p.slipAt(toRange(&t.Table, slip.row), t.Section)
			slip.fill(&at)
			found.Ragged = append(found.Ragged, at)
		}
		for _, total := range p.v.wrongTotals(&t.Table) {
			at := p.slipAt(total.cell.Range, t.Section)
			total.fill(&at)
			found.Totals = append(found.Totals, at)
		}
	}
	var code []syntax.Range
	for i := range p.md.Sections {
		for j := range p.md.Sections[i].Blocks {
			if b := &p.md.Sections[i].Blocks[j]; b.Kind == markdown.Code {
				code = append(code, b.Range)
			}
		}
	}
	found.Dates = p.impossibleDates(p.md.Source, code)
	for i := range found.Dates {
		found.Dates[i].Subject, found.Dates[i].Title = p.doc.Subject, p.doc.Title
	}
	return found
}

// csvSlips are the slips in the form of a CSV file.
func (r *reader) csvSlips(f *File) isms.Slips {
	found := isms.Slips{Dates: r.impossibleDates(f.Source, nil)}
	t := &f.CSV.Table
	if slip, ok := ragged(t); ok {
		at := isms.Slip{Place: isms.Place{Path: f.Path, Pos: toPos(toRange(t, slip.row))}, Subject: f.Path}
		slip.fill(&at)
		found.Ragged = append(found.Ragged, at)
	}
	return found
}

func toRange(t *syntax.Table, row int) syntax.Range { return t.Rows[row].Range }
