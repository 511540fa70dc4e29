package recognise

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/ismslint/ismslint/internal/isms"
)

// assembleRegisters makes one register of each kind from its candidates.
func (b *builder) assembleRegisters() {
	byKind := map[string][]*candidate{}
	for i := range b.scans {
		for j := range b.scans[i].candidates {
			c := &b.scans[i].candidates[j]
			byKind[c.kind] = append(byKind[c.kind], c)
		}
	}
	for _, id := range b.kindOrder {
		kind := b.v.kinds[id]
		reg := b.register(kind, byKind[id])
		b.model.Registers = append(b.model.Registers, reg)
	}
}

// register chooses among the candidates. Those that are no evidence make none;
// those decided by their columns alone, and those that are excerpts of another,
// are shown as possible.
func (b *builder) register(kind *isms.RegisterKind, all []*candidate) *isms.Register {
	reg := &isms.Register{Kind: kind.ID, State: isms.Absent, Title: kind.Title}
	var sure, possible []*candidate
	for _, c := range all {
		switch {
		case c.why != "":
		case kind.ID == "soa" && !coversAnnexA(c, all):
			// A few controls are no Statement of Applicability, nor a possible one.
		case !c.decided:
			possible = append(possible, c)
		default:
			sure = append(sure, c)
		}
	}
	slices.SortStableFunc(sure, func(x, y *candidate) int {
		return cmp.Or(cmp.Compare(strength(x.signal), strength(y.signal)), cmp.Compare(emptyLast(x), emptyLast(y)),
			cmp.Compare(x.path, y.path), cmp.Compare(x.pos.Line, y.pos.Line))
	})
	used := b.chosen(kind, sure)
	for _, c := range used {
		merge(reg, c)
	}
	for _, c := range append(possible, without(sure, used)...) {
		reg.Possible = append(reg.Possible, b.possible(c))
	}
	if b.unreadable(kind, reg) {
		return reg
	}
	b.finishRegister(kind, reg)
	return reg
}

func emptyLast(c *candidate) int {
	if len(c.entries) == 0 {
		return 1
	}
	return 0
}

// coversAnnexA keeps a table with a few controls from being taken for the
// Statement of Applicability: its tables together hold at least a fifth of
// Annex A, or it says that it is one.
func coversAnnexA(c *candidate, all []*candidate) bool {
	if strength(c.signal) <= strength(isms.SignalTitle) {
		return true
	}
	ids := map[string]bool{}
	for _, other := range all {
		if other.path == c.path {
			for i := range other.entries {
				if id := other.entries[i].ID; editionOf(id) != "" {
					ids[id] = true
				}
			}
		}
	}
	return len(ids) >= 20
}

// chosen are the candidates that make up the register: all of the strongest
// one's file, the other files of its folder where each file is an entry, and the
// records of other files where each is one review.
func (b *builder) chosen(kind *isms.RegisterKind, sure []*candidate) []*candidate {
	if len(sure) == 0 {
		return nil
	}
	first := sure[0]
	if kind.ID != "reviews" {
		first = fullest(sure)
	}
	isExcerpt := excerpts(sure)
	var used []*candidate
	var ofFirst []isms.Entry
	for _, c := range sure {
		if c.path == first.path {
			ofFirst = append(ofFirst, c.entries...)
		}
	}
	for _, c := range sure {
		switch {
		case c.path == first.path && !isExcerpt[c]:
		case c.signal == isms.SignalDeclared && !isExcerpt[c]:
			// Whoever declares several tables means all of them.
		case first.folder != "" && c.folder == first.folder:
		case kind.ID == "reviews" || kind.ID == "audits":
		case !isExcerpt[c] && isFurther(kind.ID, first, c, ofFirst):
			ofFirst = append(ofFirst, c.entries...)
		default:
			continue
		}
		used = append(used, c)
	}
	// The strongest comes first and gives the register its place.
	elsewhere := func(c *candidate) int {
		if c.path == first.path || first.folder != "" && c.folder == first.folder {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(used, func(x, y *candidate) int {
		return cmp.Or(elsewhere(x)-elsewhere(y), cmp.Compare(x.path, y.path), cmp.Compare(x.pos.Line, y.pos.Line))
	})
	return used
}

// fullest is the candidate with the strongest signal whose file has entries; of
// equally strong ones the file with the most.
func fullest(sure []*candidate) *candidate {
	count := map[string]int{}
	for _, c := range sure {
		count[c.path] += len(c.entries)
	}
	best := sure[0]
	for _, c := range sure[1:] {
		if strength(c.signal) == strength(best.signal) && count[c.path] > count[best.path] {
			best = c
		}
	}
	return best
}

// keyOf is by what an entry of one table is found again in another.
func keyOf(e *isms.Entry) string {
	if e.ID != "" {
		return normalise(e.ID)
	}
	return normalise(e.Label)
}

// excerpts are the candidates whose ids or names, all but one in five, stand in a longer
// one of the same kind: top risks, a summary.
func excerpts(all []*candidate) map[*candidate]bool {
	holders := map[string][]int{}
	for at, c := range all {
		seen := map[string]bool{}
		for i := range c.entries {
			if id := keyOf(&c.entries[i]); id != "" && !seen[id] {
				seen[id] = true
				holders[id] = append(holders[id], at)
			}
		}
	}
	found := map[*candidate]bool{}
	for _, c := range all {
		found[c] = isExcerpt(c, all, holders)
	}
	return found
}

func isExcerpt(c *candidate, all []*candidate, holders map[string][]int) bool {
	shared := make([]int, len(all))
	for i := range c.entries {
		for _, at := range holders[keyOf(&c.entries[i])] {
			if len(all[at].entries) <= len(c.entries) {
				continue
			}
			if shared[at]++; shared[at]*5 >= len(c.entries)*4 {
				return true
			}
		}
	}
	return false
}

func without(all, used []*candidate) []*candidate {
	var rest []*candidate
	for _, c := range all {
		if !slices.Contains(used, c) && len(c.entries) > 0 {
			rest = append(rest, c)
		}
	}
	return rest
}

func (b *builder) possible(c *candidate) isms.Address {
	why := "its columns look like it, and nothing else says that it is one"
	if c.decided {
		why = "another table is the register"
	}
	return isms.Address{
		Place: isms.Place{Path: c.path, Pos: c.pos}, Subject: c.path, Section: c.section, Title: c.title,
		Signal: c.signal, Certainty: isms.Indicates, Why: why,
	}
}

// merge adds the rows of a candidate to a register; the first one gives it its place.
func merge(reg *isms.Register, c *candidate) {
	if reg.State == isms.Absent {
		reg.Place = isms.Place{Path: c.path, Pos: c.pos}
		reg.Signal, reg.Decided, reg.Header, reg.None = c.signal, true, c.header, c.none
		reg.Parts = append(reg.Parts, isms.Part{Key: "columns", Pos: c.colPos}, isms.Part{Key: "end", Pos: c.endPos})
		if c.title != "" {
			reg.Title = c.title
		}
		reg.State = isms.Empty
	}
	for _, col := range c.columns {
		if !hasColumn(reg, col.Field) || col.Field == "" {
			reg.Columns = append(reg.Columns, col)
		}
	}
	if c.path == reg.Path {
		for i := range reg.Parts {
			if reg.Parts[i].Key == "end" && c.endPos.Line > reg.Parts[i].Pos.Line {
				reg.Parts[i].Pos = c.endPos
			}
		}
	}
	reg.Entries = append(reg.Entries, c.entries...)
	reg.Statements = append(reg.Statements, c.statements...)
}

func hasColumn(reg *isms.Register, field string) bool {
	for i := range reg.Columns {
		if reg.Columns[i].Field == field {
			return true
		}
	}
	return false
}

// unreadable finds a file that is named as the register and could not be read.
func (b *builder) unreadable(kind *isms.RegisterKind, reg *isms.Register) bool {
	if reg.State == isms.Present || len(reg.Entries) > 0 {
		return false
	}
	for i := range b.files {
		f := &b.files[i]
		if !f.Unread && !(f.YAML != nil && len(f.Problems) > 0) && !(f.CSV != nil && len(f.Problems) > 0) {
			continue
		}
		if g, ok := b.v.byFileName(f.Path); ok && b.v.registerOf(g.typ) == kind.ID {
			reg.State, reg.Signal, reg.Decided = isms.Unreadable, g.signal, true
			reg.Place = isms.Place{Path: f.Path, Pos: isms.Pos{Line: 1, Column: 1, EndLine: 1, EndColumn: 1}}
			if len(f.Problems) > 0 {
				reg.Pos = toPos(f.Problems[0].Range)
			}
			return true
		}
	}
	return false
}

func (b *builder) finishRegister(kind *isms.RegisterKind, reg *isms.Register) {
	if reg.State == isms.Absent {
		reg.Place = b.model.Anchor
		return
	}
	switch kind.ID {
	case "reviews":
		b.settleReviews(reg)
	case "awareness", "communication":
		b.policyLines(reg)
	case "issues", "parties":
		b.settleSides(reg)
	}
	b.entryWords(reg)
	if len(reg.Entries) > 0 {
		reg.State = isms.Present
	}
	if kind.ID == "soa" {
		b.settleControls(reg)
	}
	settleMeasures(reg)
	b.settleResults(reg)
	b.settleCoverage(reg)
	b.citedIDs(reg)
	seen := map[string]int{}
	positions := map[string][]int{}
	for i := range reg.Entries {
		e := &reg.Entries[i]
		e.Index = i
		e.Subject = entrySubject(kind.ID, e)
		if n := seen[e.Subject]; n > 0 {
			e.Subject = fmt.Sprintf("%s~%d", e.Subject, n+1)
		}
		seen[entrySubject(kind.ID, e)]++
		if e.ID != "" {
			positions[e.ID] = append(positions[e.ID], i)
		}
	}
	for i := range reg.Entries {
		id := reg.Entries[i].ID
		if at := positions[id]; len(at) > 1 && at[0] == i {
			reg.Duplicates = append(reg.Duplicates, isms.Duplicate{ID: id, Entries: at})
		}
	}
	if kind.ID == "soa" {
		reg.Edition = soaEdition(reg)
	}
	for _, col := range reg.Columns {
		// A column of another file has no place in this one.
		if col.Field != "" && col.Path == reg.Path {
			reg.Parts = append(reg.Parts, isms.Part{Key: "columns/" + col.Field, Pos: col.Pos})
		}
	}
}

// entrySubject is the stable name of an entry: by its id, else by its label.
func entrySubject(kind string, e *isms.Entry) string {
	name := e.ID
	if name == "" {
		name = strings.ReplaceAll(normalise(e.Label), " ", "-")
	}
	if name == "" {
		name = path.Base(e.Path)
	}
	return kind + "/" + name
}

func soaEdition(reg *isms.Register) string {
	count := map[string]int{}
	for i := range reg.Entries {
		count[editionOf(reg.Entries[i].ID)]++
	}
	switch a, c := count["2013"], count["2022"]; {
	case a > c:
		return "2013"
	case c > 0:
		return "2022"
	}
	return ""
}
