package isms

import (
	"slices"
	"strconv"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

func (l *lowering) organization(o *Organization) *ast.Term {
	slots := l.slotsOf(l.c.shared.intervals, intervalFields(o.Intervals))
	intervals := l.fields(nil, l.c.shared.intervals, slots)

	determined := newDistinct(len(o.Determined))
	for _, item := range o.Determined {
		determined.add(item, boolean(true))
	}
	outside := newDistinct(len(o.Outside))
	for _, item := range o.Outside {
		outside.add(item.Item, str(item.Where))
	}
	return l.place(withItems(o), subjectISMS).object(
		ast.Item(keyName, str(o.Name)),
		ast.Item(keyPersons, integer(o.Persons)),
		ast.Item(keySmall, boolean(o.Small)),
		ast.Item(keyTopManagement, stringArray(o.TopManagement)),
		ast.Item(keyIntervals, ast.ObjectTerm(intervals...)),
		ast.Item(keyDetermined, determined.term()),
		ast.Item(keyOutside, outside.term()),
		ast.Item(keyOutsideStated, boolean(o.OutsideStated)),
		ast.Item(keyApproval, str(o.Approval)),
		ast.Item(keyVersions, str(o.Versions)),
		ast.Item(keyPublic, boolean(o.Public)),
		ast.Item(keyLanguages, stringArray(o.Languages)),
		ast.Item(keyStartedOn, strOrNull(o.StartedOn)),
		ast.Item(keyAuditCycleYears, integer(o.AuditCycleYears)),
	)
}

// withItems is the place of the settings, where what the organisation determined
// is found by its name too.
func withItems(o *Organization) Place {
	place := o.Place
	place.Parts = slices.Clone(place.Parts)
	for _, part := range o.Place.Parts {
		n, ok := strings.CutPrefix(part.Key, "determined/")
		if i, err := strconv.Atoi(n); ok && err == nil && i >= 0 && i < len(o.Determined) {
			place.Parts = append(place.Parts, Part{Key: "determined/" + o.Determined[i], Pos: part.Pos})
		}
	}
	return place
}

// intervalFields are intervals as fields. One of no length is not filled.
func intervalFields(list []NamedInterval) []Field {
	fields := make([]Field, len(list))
	for i, interval := range list {
		fields[i] = Field{Name: interval.Name, Raw: interval.Raw}
		if interval.Value != (Interval{}) {
			fields[i].Value = interval.Value
		}
	}
	return fields
}

func (l *lowering) criteria(c *Criteria) *ast.Term {
	const subject = "criteria"
	at := c.Place.within(l.anchor)
	return l.place(at, subject).object(
		ast.Item(keyState, stateTerm(c.State)),
		ast.Item(keyVersion, str(c.Version)),
		ast.Item(keyLikelihood, l.scale(&c.Likelihood, at, subject+"/likelihood")),
		ast.Item(keyConsequence, l.scale(&c.Consequence, at, subject+"/consequence")),
		ast.Item(keyLevels, l.scale(&c.Levels, at, subject+"/levels")),
		ast.Item(keyOrdered, boolean(c.Ordered)),
		ast.Item(keyCombination, str(c.Combination)),
		ast.Item(keyComplete, boolean(c.Complete)),
		ast.Item(keyCells, cells(c.Cells)),
		ast.Item(keyGaps, l.gaps(c.Gaps, at, subject)),
		ast.Item(keyAcceptanceKnown, boolean(c.AcceptanceKnown)),
		ast.Item(keyAcceptanceColumn, boolean(c.AcceptanceColumn)),
	)
}

func stateTerm(s State) *ast.Term {
	if s == "" {
		s = Absent
	}
	return str(string(s))
}

func (l *lowering) scale(s *Scale, outer Place, subject string) *ast.Term {
	at := s.Place.within(outer)
	steps := make([]*ast.Term, len(s.Steps))
	index := newDistinct(len(s.Steps))
	for i := range s.Steps {
		step := &s.Steps[i]
		steps[i] = l.step(step, at, subject)
		index.add(step.Key, integer(i))
	}
	return l.place(at, subject).object(
		ast.Item(keyState, stateTerm(s.State)),
		ast.Item(keyMeaningColumn, boolean(s.MeaningColumn)),
		ast.Item(keySteps, array(steps)),
		ast.Item(keyIndex, index.term()),
	)
}

func (l *lowering) step(s *Step, outer Place, subject string) *ast.Term {
	return l.place(s.Place.within(outer), subject+"/"+s.Key).object(
		ast.Item(keyKey, str(s.Key)),
		ast.Item(keyLabel, str(s.Label)),
		ast.Item(keyRank, integer(s.Rank)),
		ast.Item(keyNumber, numberOrNull(s.Number)),
		ast.Item(keyMeaning, str(s.Meaning)),
		ast.Item(keyMin, numberOrNull(s.Min)),
		ast.Item(keyMax, numberOrNull(s.Max)),
		ast.Item(keyAcceptance, str(s.Acceptance)),
		ast.Item(keyAcceptanceRaw, str(s.AcceptanceRaw)),
	)
}

func (l *lowering) gaps(list []CriteriaGap, outer Place, subject string) *ast.Term {
	terms := make([]*ast.Term, len(list))
	for i := range list {
		gap := &list[i]
		terms[i] = l.place(gap.Place.within(outer), subject+"/"+gap.Likelihood+"/"+gap.Consequence).object(
			ast.Item(keyLikelihood, str(gap.Likelihood)),
			ast.Item(keyConsequence, str(gap.Consequence)),
			ast.Item(keyLevels, stringArray(gap.Levels)),
		)
	}
	return array(terms)
}

// cells are nested: by likelihood, then by consequence.
func cells(list []CriteriaCell) *ast.Term {
	rows := make(map[string]*distinct)
	order := make([]string, 0)
	for i := range list {
		cell := &list[i]
		row := rows[cell.Likelihood]
		if row == nil {
			row = newDistinct(0)
			rows[cell.Likelihood] = row
			order = append(order, cell.Likelihood)
		}
		if row.has(cell.Consequence) {
			continue
		}
		row.add(cell.Consequence, ast.ObjectTerm(
			ast.Item(keyLevel, str(cell.Level)),
			ast.Item(keyScore, numberOrNull(cell.Score)),
		))
	}
	out := newDistinct(len(order))
	for _, likelihood := range order {
		out.add(likelihood, rows[likelihood].term())
	}
	return out.term()
}
