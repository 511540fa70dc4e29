package report

import (
	"regexp"
	"strings"
)

const tabStop = 4

// marker is what CI services obey inside a line; its stand-in is as wide.
var marker = regexp.MustCompile(`(#` + ignorable + `)#(` + ignorable + prefixes + `)`)

// window is the part of a line of text around a range of columns that fits into
// a width, with the number of blanks before the mark and the length of the
// mark. Columns are 1-based code points; end is exclusive, 0 for the line's end.
func window(text string, start, end, most int) (line string, before, marked int) {
	runes := []rune(text)
	from := min(max(start-1, 0), len(runes))
	to := min(end-1, len(runes))
	if end <= 0 {
		to = len(runes)
	}
	to = max(to, from)
	lead, tail := "", ""
	left := from
	for room := max(most/3, most-2-runesWidth(runes[from:], most)); left > 0 && room > 0; left-- {
		room -= width(cell(runes[left-1]))
	}
	if runesWidth(runes, most) <= most {
		left = 0
	}
	if left > 0 {
		lead = "…"
	}
	var b strings.Builder
	used, at, stop := width(lead), -1, -1
	i := left
	for ; i <= len(runes); i++ {
		if i == from {
			at = used
		}
		if i == to {
			stop = used
		}
		if i == len(runes) {
			break
		}
		c := cell(runes[i])
		w := width(c)
		if used+w > most-1 && (i < len(runes)-1 || used+w > most) {
			tail = "…"
			break
		}
		b.WriteString(c)
		used += w
	}
	if stop < 0 {
		stop = used
	}
	if at < 0 {
		at = used
	}
	line = marker.ReplaceAllString(b.String(), "$1·$2")
	return lead + line + tail, at, max(stop-at, 1)
}

// cell is how a rune of an excerpt is shown: a tab as blanks, nothing that
// Clean would take out.
func cell(r rune) string {
	if r == '\t' {
		return strings.Repeat(" ", tabStop)
	}
	if r < ' ' || r > '~' {
		return Clean(string(r))
	}
	return string(r)
}

// runesWidth is the width of a line, counted no further than just past most.
func runesWidth(runes []rune, most int) int {
	w := 0
	for _, r := range runes {
		if w += width(cell(r)); w > most {
			break
		}
	}
	return w
}
