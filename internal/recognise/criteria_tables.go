package recognise

import (
	"strconv"
	"strings"

	"github.com/ismslint/ismslint/internal/isms"
	"github.com/ismslint/ismslint/internal/syntax"
	"github.com/ismslint/ismslint/internal/syntax/markdown"
)

func formatNumber(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }

// scaleTables finds the matrix, the scales and the levels of risk in the tables
// of a document on risks.
func (p *page) scaleTables() []scaleTable {
	var out []scaleTable
	for i := range p.md.Tables {
		t := &p.md.Tables[i]
		if !p.aboutRisk(t.Section) || len(t.Rows) < 2 || len(t.Rows) > 12 || len(t.Header.Cells) < 2 {
			continue
		}
		s := scaleTable{path: p.path, why: p.doc.Why, criteria: isms.Criteria{Place: isms.Place{Path: p.path, Pos: toPos(t.Header.Range)}}}
		s.rank = p.criteriaRank()
		if p.readMatrix(t, &s.criteria) || p.readScale(t, &s.criteria) {
			s.header = p.headerFields()
			s.criteria.Version = textOf(p.doc.Metadata, "version")
			out = append(out, s)
		}
	}
	return out
}

func (p *page) criteriaRank() int {
	switch p.doc.Type {
	case "methodology.risk":
		return 0
	case "risks":
		return 1
	}
	return 2
}

// aboutRisk says whether a section belongs to the methodology or the register of
// risks.
func (p *page) aboutRisk(section int) bool {
	about := func(typ string) bool { return typ == "methodology.risk" || typ == "risks" }
	if about(p.doc.Type) {
		return true
	}
	for up := section; up > 0; up = p.md.Sections[up].Parent {
		if about(p.all[up].Type) {
			return true
		}
	}
	return false
}

// axis says which scale a text speaks of: "likelihood", "consequence" or "".
func (p *page) axis(text string) string {
	for _, w := range strings.Fields(normalise(text)) {
		switch p.v.columns["risks"][w] {
		case "likelihood", "inherent_likelihood":
			return "likelihood"
		case "consequence", "inherent_consequence":
			return "consequence"
		}
	}
	return ""
}

// readMatrix reads a matrix whose cells are all levels and whose axes are named:
// in the labels ("High Likelihood"), or in the corner ("Likelihood \ Impact").
func (p *page) readMatrix(t *markdown.Table, c *isms.Criteria) bool {
	if len(t.Header.Cells) < 3 {
		return false
	}
	for i := range t.Rows {
		if len(t.Rows[i].Cells) != len(t.Header.Cells) {
			return false
		}
		for _, x := range t.Rows[i].Cells[1:] {
			if wordRank(stripBrackets(x.Text)) == 0 && wordRank(lettersOf(x.Text)) == 0 {
				return false
			}
		}
	}
	rows := p.rowAxis(t)
	if rows == "" {
		return false
	}
	for i := range t.Rows {
		for j := 1; j < len(t.Header.Cells); j++ {
			row, column := p.axisLabel(t.Rows[i].Cells[0].Text), p.axisLabel(t.Header.Cells[j].Text)
			cell := isms.CriteriaCell{Likelihood: row, Consequence: column, Level: normalise(lettersOf(t.Rows[i].Cells[j].Text))}
			if rows == "consequence" {
				cell.Likelihood, cell.Consequence = column, row
			}
			c.Cells = append(c.Cells, cell)
		}
	}
	c.Combination = "matrix"
	return true
}

// rowAxis says which scale the rows of a matrix are.
func (p *page) rowAxis(t *markdown.Table) string {
	if a := p.axis(t.Rows[0].Cells[0].Text); a != "" {
		return a
	}
	if a := p.axis(t.Header.Cells[1].Text); a != "" {
		return otherAxis(a)
	}
	// A corner such as "Likelihood \ Impact" or "Likelihood ↓ / Impact →" names
	// the rows first.
	return p.axis(t.Header.Cells[0].Text)
}

func otherAxis(axis string) string {
	if axis == "likelihood" {
		return "consequence"
	}
	return "likelihood"
}

// axisLabel is the label of a step without the name of its scale.
func (p *page) axisLabel(text string) string {
	var kept []string
	for _, w := range strings.Fields(normalise(text)) {
		if p.axis(w) == "" {
			kept = append(kept, w)
		}
	}
	return strings.Join(kept, " ")
}

// lettersOf drops numbers, brackets and symbols: "🔴 High (15)" is "High".
func lettersOf(text string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || strings.ContainsRune("()[]≥≤<>=–", r) {
			return ' '
		}
		return r
	}, text))
}

// scaleFields are the columns of a table of steps.
type scaleFields struct{ number, label, meaning, bounds, low, high, acceptance int }

// readScale reads a table with a row for each step. Which scale it is, its
// heading or its first column says.
func (p *page) readScale(t *markdown.Table, c *isms.Criteria) bool {
	heading := ""
	if t.Section > 0 {
		heading = p.md.Sections[t.Section].Heading
	}
	f := p.scaleColumns(t)
	if f.label < 0 && f.number < 0 {
		return false
	}
	which := p.axis(t.Header.Cells[0].Text)
	if which == "" {
		which = p.axis(heading)
	}
	switch {
	case f.acceptance >= 0 || f.bounds >= 0 && which == "":
		which = "levels"
	case which == "" || f.meaning < 0:
		return false
	}
	scale := p.stepsOf(t, f)
	if len(scale.Steps) < 2 {
		return false
	}
	switch which {
	case "likelihood":
		c.Likelihood = scale
	case "consequence":
		c.Consequence = scale
	default:
		c.Levels, c.AcceptanceColumn = scale, f.acceptance >= 0
	}
	return true
}

func (p *page) scaleColumns(t *markdown.Table) scaleFields {
	f := scaleFields{-1, -1, -1, -1, -1, -1, -1}
	set := func(at *int, i int) {
		if *at < 0 {
			*at = i
		}
	}
	fields := p.v.mapColumns("risk_criteria", headerTexts(&t.Header))
	for i, name := range fields {
		switch name {
		case "level_number":
			set(&f.number, i)
		case "label", "scale", "id":
			set(&f.label, i)
		case "meaning", "probability_range":
			set(&f.meaning, i)
		case "range":
			set(&f.bounds, i)
		case "min":
			set(&f.low, i)
		case "max":
			set(&f.high, i)
		case "acceptance", "action":
			set(&f.acceptance, i)
		}
	}
	p.twoLabels(t, fields, &f)
	if f.label < 0 && fields[0] == "" && p.axis(t.Header.Cells[0].Text) != "" {
		f.label = 0
	}
	if f.meaning < 0 && len(fields) == 2 && f.acceptance < 0 && f.bounds < 0 {
		f.meaning = 1
	}
	return f
}

// twoLabels tells "Step | Name" apart, which both may be the label: the one that
// holds numbers only is the number.
func (p *page) twoLabels(t *markdown.Table, fields []string, f *scaleFields) {
	if f.label < 0 || f.number >= 0 {
		return
	}
	for i := range t.Rows {
		if f.label >= len(t.Rows[i].Cells) || !bareNumber.MatchString(t.Rows[i].Cells[f.label].Text) {
			return
		}
	}
	for i, name := range fields {
		if name == "" && p.v.column("risk_criteria", t.Header.Cells[i].Text) == "label" {
			f.number, f.label = f.label, i
			return
		}
	}
}

func (p *page) stepsOf(t *markdown.Table, f scaleFields) isms.Scale {
	s := isms.Scale{Place: isms.Place{Path: p.path, Pos: toPos(t.Header.Range)}, MeaningColumn: f.meaning >= 0}
	cellAt := func(row *syntax.Row, i int) (syntax.Cell, bool) {
		if i < 0 || i >= len(row.Cells) {
			return syntax.Cell{}, false
		}
		return row.Cells[i], true
	}
	for i := range t.Rows {
		row := &t.Rows[i]
		step := isms.Step{Place: isms.Place{Path: p.path, Pos: toPos(row.Range)}}
		if x, ok := cellAt(row, f.label); ok {
			step.Label = x.Text
			if n, ok := leadingNumberOf(x.Text); ok {
				step.Number = &n
			}
		}
		if x, ok := cellAt(row, f.number); ok {
			if n, ok := leadingNumberOf(x.Text); ok {
				step.Number = &n
			} else if step.Label == "" {
				step.Label = x.Text
			}
		}
		if x, ok := cellAt(row, f.meaning); ok && !p.isUnfilled(x.Text) {
			step.Meaning = x.Text
		}
		if x, ok := cellAt(row, f.bounds); ok {
			step.Min, step.Max = readBounds(x.Text)
		}
		if x, ok := cellAt(row, f.low); ok {
			step.Min, _ = readBounds(x.Text)
		}
		if x, ok := cellAt(row, f.high); ok {
			_, step.Max = readBounds(x.Text)
		}
		if x, ok := cellAt(row, f.acceptance); ok {
			if !p.isUnfilled(x.Text) {
				step.AcceptanceRaw = x.Text
				step.Acceptance, _ = p.v.value("acceptance", x.Text)
			}
			step.Parts = append(step.Parts, isms.Part{Key: "acceptance", Pos: toPos(x.Range)})
		}
		if step.Key = stepKey(&step); step.Key != "" {
			s.Steps = append(s.Steps, step)
		}
	}
	return s
}
