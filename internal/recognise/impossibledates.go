package recognise

import (
	"strings"

	"github.com/ismslint/ismslint/internal/isms"
	"github.com/ismslint/ismslint/internal/syntax"
)

// Only days of which the parts are those of a date by themselves: 30 February
// and 31 April, not 2026-99-01, which may be anything.
var (
	isoDayText    = lazily(`\b((?:19|20)\d\d)-(0[1-9]|1[0-2])-(29|30|31)\b`)
	dottedDayText = lazily(`\b(29|30|31)\.(0?[1-9]|1[0-2])\.((?:19|20)\d\d)\b`)
)

// mostSlips bounds the slips of one sort in one file.
const mostSlips = 50

// impossibleDates finds days in a text that no calendar has. What stands in code,
// a path or a longer number is no date.
func (c *calendar) impossibleDates(src *syntax.Source, skip []syntax.Range) []isms.Slip {
	var found []isms.Slip
	look := func(at []int, year, month, day string) {
		if _, ok := c.day(year, month, day); ok || len(found) >= mostSlips || inToken(src.Text, at[0], at[1]) {
			return
		}
		r := src.Range(at[0], at[1])
		for _, code := range skip {
			if r.Start.Line >= code.Start.Line && r.Start.Line <= code.End.Line {
				return
			}
		}
		found = append(found, isms.Slip{Place: isms.Place{Path: src.Path, Pos: toPos(r)}, Subject: src.Path, Label: src.Text[at[0]:at[1]]})
	}
	for _, m := range isoDayText.FindAllStringSubmatchIndex(src.Text, -1) {
		look(m, src.Text[m[2]:m[3]], src.Text[m[4]:m[5]], src.Text[m[6]:m[7]])
	}
	for _, m := range dottedDayText.FindAllStringSubmatchIndex(src.Text, -1) {
		look(m, src.Text[m[6]:m[7]], src.Text[m[4]:m[5]], src.Text[m[2]:m[3]])
	}
	return found
}

// inToken says whether a stretch of a text is part of something longer.
func inToken(text string, from, to int) bool {
	if from > 0 && strings.ContainsRune("-/_.#=`:@", rune(text[from-1])) {
		return true
	}
	if to+1 < len(text) && strings.ContainsRune("-/_.`:@", rune(text[to])) {
		// A full stop ends a sentence where a blank follows it.
		return text[to+1] != ' ' && text[to+1] != '\n'
	}
	return false
}
