package recognise

import (
	"strings"

	"github.com/ismslint/ismslint/internal/isms"
	"github.com/ismslint/ismslint/internal/syntax"
)

// raggedRow is the first row of a table whose cells are not as many as its
// columns.
type raggedRow struct {
	table     *syntax.Table
	row, rows int
}

// ragged finds rows that have more cells than the header, of which something is
// lost, or fewer. A row of one cell is a heading inside the table, blank cells too
// many are nothing, and a table in which most rows are so is written that way.
func ragged(t *syntax.Table) (raggedRow, bool) {
	found := raggedRow{table: t, row: -1}
	for i := range t.Rows {
		if !isRagged(t, &t.Rows[i]) {
			continue
		}
		if found.row < 0 {
			found.row = i
		}
		found.rows++
	}
	return found, found.row >= 0 && found.rows*2 <= len(t.Rows)
}

func isRagged(t *syntax.Table, row *syntax.Row) bool {
	columns := len(t.Header.Cells)
	switch {
	case columns < 2:
		return false
	case row.Surplus > 0:
		for i := columns; i < len(row.Cells); i++ {
			if strings.TrimSpace(row.Cells[i].Text) != "" {
				return true
			}
		}
		return false
	case row.Lacking > 0:
		filled := 0
		for i := range row.Cells {
			if strings.TrimSpace(row.Cells[i].Text) != "" {
				filled++
			}
		}
		return filled > 1
	}
	return false
}

func (r *raggedRow) fill(s *isms.Slip) {
	row := &r.table.Rows[r.row]
	columns := len(r.table.Header.Cells)
	s.Label, s.Rows = shorten(row.Cells[0].Text), r.rows
	s.Said, s.Counted = float64(columns+row.Surplus-row.Lacking), float64(columns)
}
