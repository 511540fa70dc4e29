package recognise

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/ismslint/ismslint/internal/isms"
)

// settleCoverage reads what each audit looks at: from its clauses and controls,
// and from what its scope says in words.
func (b *builder) settleCoverage(reg *isms.Register) {
	if reg.Kind != "audits" {
		return
	}
	for i := range reg.Entries {
		e := &reg.Entries[i]
		c := &isms.Coverage{}
		if f := fieldOf(e.Fields, "controls"); f != nil {
			if list, ok := f.Value.(isms.Controls); ok {
				for _, control := range list {
					c.Controls = addName(c.Controls, control.ID)
				}
			}
		}
		if f := fieldOf(e.Fields, "clauses"); f != nil {
			b.coverText(c, f.Raw, f.Raw)
		}
		for _, name := range []string{"scope", "title"} {
			if f := fieldOf(e.Fields, name); f != nil {
				b.coverText(c, f.Raw, b.afterClauseWord(f.Raw))
			}
		}
		e.Covers = c
	}
}

// coverText adds what a text names; numbers are the part of it that lists clauses.
func (b *builder) coverText(c *isms.Coverage, text, numbers string) {
	key := normalise(text)
	whole := b.v.hinted("whole", key)
	c.AllClauses = c.AllClauses || whole || b.v.hinted("all-clauses", key)
	c.AllControls = c.AllControls || whole || b.v.hinted("all-controls", key)
	for _, found := range findControls(text, false) {
		c.Controls = addName(c.Controls, found.id)
	}
	for _, m := range mainClauses.FindAllStringSubmatch(withoutControls(numbers), 64) {
		from, _ := strconv.Atoi(m[1])
		to := from
		if m[2] != "" {
			to, _ = strconv.Atoi(m[2])
		}
		for n := from; n <= to; n++ {
			c.Clauses = addName(c.Clauses, strconv.Itoa(n))
		}
	}
}

func addName(list []string, name string) []string {
	if slices.Contains(list, name) {
		return list
	}
	return append(list, name)
}

// afterClauseWord is what follows "clauses" in a text, "" without it.
func (b *builder) afterClauseWord(text string) string {
	for at := 0; at < len(text); {
		end := strings.IndexByte(text[at:], ' ')
		if end < 0 {
			return ""
		}
		if b.v.is("clause", normalise(text[at:at+end])) {
			return text[at+end:]
		}
		at += end + 1
	}
	return ""
}

// mainClauses finds clauses 4 to 10 with what follows their number, and ranges.
var mainClauses = regexp.MustCompile(`(?:^|[^\w.])(10|[4-9])(?:\.\d{1,2}){0,3}(?:\s*(?:-|–|—|to|bis)\s*(10|[4-9])(?:\.\d{1,2}){0,3})?\b`)

var annexNumbers = regexp.MustCompile(`(?i)\bA\.\d[\d.]*(?:\s*(?:-|–|—|to|bis)\s*(?:A\.)?\d[\d.]*)?`)

func withoutControls(text string) string { return annexNumbers.ReplaceAllString(text, " ") }
