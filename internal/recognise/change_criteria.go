package recognise

import (
	"slices"
	"strconv"

	"github.com/ismslint/ismslint/internal/isms"
)

// criteria compares the risk criteria by what they do. Steps are the same by their
// place in the scale, so that other names for them change nothing.
func (c *comparison) criteria() {
	was, is := &c.base.Model.Criteria, &c.head.Model.Criteria
	c.out.Criteria.Version = was.Version
	if was.State != isms.Present || is.State != isms.Present || !c.changed[is.Path] && !c.changed[was.Path] {
		return
	}
	for _, s := range []struct {
		what string
		a, b *isms.Scale
	}{{"likelihood", &was.Likelihood, &is.Likelihood}, {"consequence", &was.Consequence, &is.Consequence}, {"levels", &was.Levels, &is.Levels}} {
		if len(s.a.Steps) != len(s.b.Steps) {
			c.criterion(isms.CriterionChange{
				Place: s.b.Place, What: s.what, Part: "step", Before: strconv.Itoa(len(s.a.Steps)), After: strconv.Itoa(len(s.b.Steps)),
			})
			return
		}
	}
	c.acceptance(was, is)
	c.bounds(was, is)
	c.cells(was, is)
}

func (c *comparison) criterion(x isms.CriterionChange) {
	if x.Path == "" {
		x.Path = c.head.Model.Criteria.Path
	}
	if x.Pos.IsZero() {
		x.Pos = c.head.Model.Criteria.Pos
	}
	c.out.Criteria.Changes = append(c.out.Criteria.Changes, x)
}

// acceptances from the one that asks most to the one that asks least.
var acceptances = []string{"treat", "conditional", "accept"}

func (c *comparison) acceptance(was, is *isms.Criteria) {
	for i := range is.Levels.Steps {
		a, b := &was.Levels.Steps[i], &is.Levels.Steps[i]
		if a.Acceptance == b.Acceptance || a.Acceptance == "" || b.Acceptance == "" {
			continue
		}
		c.criterion(isms.CriterionChange{
			Place: partOf(b, "acceptance"), What: b.Label, Part: "acceptance", Before: a.AcceptanceRaw, After: b.AcceptanceRaw,
			Loosened: slices.Index(acceptances, b.Acceptance) > slices.Index(acceptances, a.Acceptance),
		})
	}
}

// partOf is the place of a part of a step, else the step.
func partOf(s *isms.Step, key string) isms.Place {
	for _, p := range s.Parts {
		if p.Key == key {
			return isms.Place{Path: s.Path, Pos: p.Pos}
		}
	}
	return isms.Place{Path: s.Path, Pos: s.Pos}
}

// bounds compares from which score a level begins, or at which it ends where that
// is what is written: a higher one lets risks sink.
func (c *comparison) bounds(was, is *isms.Criteria) {
	for i := range is.Levels.Steps {
		a, b := &was.Levels.Steps[i], &is.Levels.Steps[i]
		key, part, x, y := "min", "bound", a.Min, b.Min
		if x == nil && y == nil {
			key, part, x, y = "max", "limit", a.Max, b.Max
		}
		if x == nil || y == nil || *x == *y {
			continue
		}
		c.criterion(isms.CriterionChange{
			Place: partOf(b, key), What: b.Label, Part: part, Before: numberText(*x), After: numberText(*y), Loosened: *y > *x,
		})
	}
}

func numberText(f float64) string { return strconv.FormatFloat(f, 'g', -1, 64) }

// cells compares the level of each pair of steps. Those that scores and bounds give
// have changed with these.
func (c *comparison) cells(was, is *isms.Criteria) {
	if was.Combination != "matrix" || is.Combination != "matrix" {
		return
	}
	before := map[[2]int]int{}
	for i := range was.Cells {
		x := &was.Cells[i]
		before[[2]int{rankIn(&was.Likelihood, x.Likelihood), rankIn(&was.Consequence, x.Consequence)}] = rankIn(&was.Levels, x.Level)
	}
	for i := range is.Cells {
		x := &is.Cells[i]
		l, q, level := rankIn(&is.Likelihood, x.Likelihood), rankIn(&is.Consequence, x.Consequence), rankIn(&is.Levels, x.Level)
		old, ok := before[[2]int{l, q}]
		if !ok || old == level || min(l, q, level, old) < 0 {
			continue
		}
		c.criterion(isms.CriterionChange{
			Place: isms.Place{Path: is.Path, Pos: x.Pos}, Part: "cell",
			What:   is.Likelihood.Steps[l].Label + " with " + is.Consequence.Steps[q].Label,
			Before: was.Levels.Steps[old].Label, After: is.Levels.Steps[level].Label, Loosened: is.Ordered && level < old,
		})
	}
}

// rankIn is the place of a step in its scale, -1 for none.
func rankIn(s *isms.Scale, key string) int {
	return slices.IndexFunc(s.Steps, func(x isms.Step) bool { return x.Key == key })
}
