package recognise

import (
	"math"
	"strconv"
	"strings"

	"github.com/ismslint/ismslint/internal/isms"
	"github.com/ismslint/ismslint/internal/syntax"
)

// wrongTotal is a cell of a row of totals that is not the sum of those above it.
type wrongTotal struct {
	cell          *syntax.Cell
	column        string
	said, counted float64
}

func (w *wrongTotal) fill(s *isms.Slip) {
	s.Label, s.Said, s.Counted = shorten(w.column), w.said, w.counted
}

// fewestAddends is how many rows stand above a row of totals at least.
const fewestAddends = 2

// wrongTotals are the cells of the last row, which says to hold totals, that are
// no sums. Only columns of plain numbers are added up, not those of averages or
// per cent; a number that is the mean or the most of its column is taken for that,
// and tables with totals in between are left alone.
func (v *vocabulary) wrongTotals(t *syntax.Table) []wrongTotal {
	last := v.totalsRow(t)
	if last < fewestAddends {
		return nil
	}
	var found []wrongTotal
	for j := 1; j < len(t.Header.Cells); j++ {
		header := t.Header.Cells[j].Text
		if v.hinted("no-sum", normalise(header)) || strings.ContainsAny(header, "%Ø") {
			continue
		}
		said, ok := plainNumber(t.Rows[last].Cells[j].Text)
		if !ok {
			continue
		}
		sum, most, n, ok := addUp(t, j, last)
		if !ok || n < fewestAddends || near(said, sum) || near(said, most) || math.Abs(said-sum/float64(n)) < 1 {
			continue
		}
		found = append(found, wrongTotal{&t.Rows[last].Cells[j], header, said, sum})
	}
	return found
}

// totalsRow is the row of totals where it is the last and the only one, else -1.
func (v *vocabulary) totalsRow(t *syntax.Table) int {
	for i := range t.Rows {
		if len(t.Rows[i].Cells) < len(t.Header.Cells) || t.Rows[i].Surplus > 0 || t.Rows[i].Lacking > 0 {
			return -1
		}
		if label := normalise(t.Rows[i].Cells[0].Text); v.hinted("total", label) {
			if i == len(t.Rows)-1 && v.is("total", label) {
				return i
			}
			return -1
		}
	}
	return -1
}

// addUp adds the cells of a column above a row. A cell that is no number, and not
// blank either, leaves the sum open.
func addUp(t *syntax.Table, column, below int) (sum, most float64, n int, ok bool) {
	for i := range below {
		text := t.Rows[i].Cells[column].Text
		if isBlank(text) {
			continue
		}
		x, ok := plainNumber(text)
		if !ok {
			return 0, 0, 0, false
		}
		sum, most, n = sum+x, max(most, x), n+1
	}
	return sum, most, n, true
}

func near(a, b float64) bool { return math.Abs(a-b) < 0.005 }

// plainNumber reads a number of digits with at most one point in it.
func plainNumber(text string) (float64, bool) {
	text = strings.Trim(strings.TrimSpace(text), "*_")
	if text == "" || len(text) > 12 || strings.Trim(text, "0123456789.") != "" || strings.HasPrefix(text, ".") {
		return 0, false
	}
	x, err := strconv.ParseFloat(text, 64)
	return x, err == nil
}
