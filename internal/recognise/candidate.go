package recognise

import (
	"slices"

	"github.com/ismslint/ismslint/internal/isms"
)

// candidate is a table, a file or a run of headings that may be a register.
type candidate struct {
	kind    string
	signal  isms.Signal
	decided bool
	path    string
	section string
	title   string
	// folder is set for one file of a folder that holds an entry a file.
	folder string
	// why says why it is no evidence, "" where it is.
	why     string
	pos     isms.Pos // of the register as a whole
	columns []isms.Column
	colPos  isms.Pos // of the header row
	endPos  isms.Pos // of the last row
	header  []isms.Field
	entries []isms.Entry
	// rows is the number of rows, blank ones included.
	rows int
	none *isms.Statement
	// statements hold for all entries.
	statements []isms.Statement
}

// strength orders signals: the smaller, the stronger.
func strength(s isms.Signal) int {
	for i, x := range []isms.Signal{
		isms.SignalDeclared, isms.SignalClause, isms.SignalFileName, isms.SignalTitle, isms.SignalHeading,
		isms.SignalHeadings, isms.SignalFolder, isms.SignalColumns,
	} {
		if s == x {
			return i
		}
	}
	return 9
}

// mapColumns gives each header its field in a register of the kind; the first
// header of a field has it.
func (v *vocabulary) mapColumns(kind string, headers []string) []string {
	fields := make([]string, len(headers))
	taken := map[string]bool{}
	for pass := range 2 {
		for i, h := range headers {
			if fields[i] != "" {
				continue
			}
			// Exact headers first: "owner" is not lost to "action owner" before it.
			f := v.exactColumn(kind, h)
			if pass == 1 {
				f = v.column(kind, h)
			}
			if f != "" && !taken[f] {
				fields[i], taken[f] = f, true
			}
		}
	}
	if kind == "risks" {
		v.markFactors(headers, fields, taken)
		readStages(fields, taken)
	}
	dropLoneLetters(headers, fields, taken)
	return fields
}

// markFactors keeps a second column of likelihood or consequence ("Impact (C)",
// "Impact (I)") as a further factor of the level: how they combine is not known.
func (v *vocabulary) markFactors(headers, fields []string, taken map[string]bool) {
	for i, h := range headers {
		if fields[i] != "" || taken["factor"] {
			continue
		}
		if f := v.column("risks", h); f == "likelihood" || f == "consequence" {
			fields[i], taken["factor"] = "factor", true
		}
	}
}

// readStages tells the stages of a risk apart: where the register has one level
// before treatment beside plain likelihood and consequence, it is their level.
func readStages(fields []string, taken map[string]bool) {
	if taken["level"] || taken["inherent_likelihood"] || !taken["likelihood"] {
		return
	}
	for i, f := range fields {
		if f == "inherent_level" {
			fields[i] = "level"
			taken["level"] = true
			return
		}
	}
}

// dropLoneLetters takes back what one letter was read as ("L", "I") where the
// table does not hold likelihood and consequence side by side.
func dropLoneLetters(headers, fields []string, taken map[string]bool) {
	if taken["likelihood"] && taken["consequence"] {
		return
	}
	for i, h := range headers {
		if len(normalise(h)) == 1 && fields[i] != "id" {
			fields[i] = ""
		}
	}
}

// fits says whether the fields of a table are enough for the kind: one of each
// group that the catalogue requires.
func (v *vocabulary) fits(kind string, fields []string) bool {
	k := v.kinds[kind]
	if k == nil || len(k.Requires) == 0 {
		return false
	}
	have := map[string]bool{}
	for _, f := range fields {
		have[f] = true
	}
	for _, group := range k.Requires {
		hit := false
		for _, f := range group {
			hit = hit || have[f]
		}
		if !hit {
			return false
		}
	}
	return true
}

// byColumns is the one kind whose columns a table has, "" where none or several
// fit equally well.
func (v *vocabulary) byColumns(headers []string) string {
	best, score, tie := "", 0, false
	for id := range v.kinds {
		fields := v.mapColumns(id, headers)
		if !v.fits(id, fields) {
			continue
		}
		n := 0
		for _, f := range fields {
			if f != "" {
				n++
			}
		}
		switch {
		case n > score:
			best, score, tie = id, n, false
		case n == score:
			tie = true
		}
	}
	if tie || score*2 < len(headers) || !v.telling(best, headers) {
		return ""
	}
	return best
}

// mostSpread is how many kinds of registers have a header at most that tells what
// a table is: "description" and "status" tell nothing.
const mostSpread = 4

// telling says whether two headers at least are special to the kind. Likelihood
// and consequence side by side are those of risks.
func (v *vocabulary) telling(kind string, headers []string) bool {
	fields := v.mapColumns(kind, headers)
	if kind == "risks" && slices.Contains(fields, "likelihood") && slices.Contains(fields, "consequence") {
		return true
	}
	n := 0
	for i, h := range headers {
		if fields[i] != "" && v.spreadOf(h) <= mostSpread {
			n++
		}
	}
	return n >= 2
}

func (v *vocabulary) spreadOf(header string) int {
	return max(v.spread[normalise(header)], v.spread[normalise(stripBrackets(header))])
}

// registerOf is the register kind that a document type holds, "" for none.
func (v *vocabulary) registerOf(typ string) string {
	if i, ok := v.typeIndex[typ]; ok {
		return v.types[i].Register
	}
	return ""
}
