package recognise

import (
	"strings"

	"github.com/ismslint/ismslint/internal/syntax/markdown"
)

// fewestStates is how many states a table counts at least to be a tally.
const fewestStates = 2

// isTally says whether a table counts things by state ("Completed", "In
// progress"): it shows how far work is and is no register of it.
func (p *page) isTally(t *markdown.Table) bool {
	states := map[string]bool{}
	for i := range t.Header.Cells {
		if state := p.v.values["work_status"][normalise(t.Header.Cells[i].Text)]; state != "" && i > 0 && counts(t, i) {
			states[state] = true
		}
	}
	return len(states) >= fewestStates
}

// counts says whether a column holds whole numbers, and not only noughts.
func counts(t *markdown.Table, column int) bool {
	some := false
	for i := range t.Rows {
		if column >= len(t.Rows[i].Cells) {
			continue
		}
		text := strings.Trim(strings.TrimSpace(t.Rows[i].Cells[column].Text), "*_")
		if isBlank(text) {
			continue
		}
		if strings.Trim(text, "0123456789") != "" || len(text) > 6 {
			return false
		}
		some = some || strings.Trim(text, "0") != ""
	}
	return some
}

// talliedBelow says whether a section counts by state how far things are.
func (p *page) talliedBelow(i int) bool {
	for k := range p.md.Tables {
		t := &p.md.Tables[k]
		if t.Section >= i && t.Section < p.subtree[i] && p.isTally(t) {
			return true
		}
	}
	return false
}
