package recognise

import (
	"cmp"
	"slices"

	"github.com/ismslint/ismslint/internal/isms"
)

// mostPairs bounds what is computed for scales that nobody would use.
const mostPairs = 400

// cellsComplete says whether there is a level of the scale for each pair.
func cellsComplete(c *isms.Criteria) bool {
	want := len(c.Likelihood.Steps) * len(c.Consequence.Steps)
	if want == 0 || len(c.Cells) != want {
		return false
	}
	seen := make(map[[2]string]bool, want)
	for i := range c.Cells {
		cell := &c.Cells[i]
		pair := [2]string{cell.Likelihood, cell.Consequence}
		if seen[pair] || stepIndex(c.Likelihood.Steps, cell.Likelihood) < 0 ||
			stepIndex(c.Consequence.Steps, cell.Consequence) < 0 || stepIndex(c.Levels.Steps, cell.Level) < 0 {
			return false
		}
		seen[pair] = true
	}
	return true
}

// closeBounds ends each level that only says where it begins, where the next
// one begins.
func closeBounds(levels []isms.Step) {
	for i := range levels {
		if levels[i].Min == nil || levels[i].Max != nil {
			return
		}
	}
	order := make([]*isms.Step, len(levels))
	for i := range levels {
		order[i] = &levels[i]
	}
	slices.SortFunc(order, func(a, b *isms.Step) int { return cmp.Compare(*a.Min, *b.Min) })
	for i := 0; i+1 < len(order); i++ {
		// Scores are whole numbers.
		end := *order[i+1].Min - 1
		order[i].Max = &end
	}
}

// gapsOf are the pairs of steps for which declared criteria give no level or
// several. Nothing is said where a matrix names steps that the scales do not
// have, or levels have no bounds for the scores.
func gapsOf(c *isms.Criteria) []isms.CriteriaGap {
	if len(c.Cells) == 0 || len(c.Likelihood.Steps)*len(c.Consequence.Steps) > mostPairs || len(c.Cells) > 4*mostPairs {
		return nil
	}
	given := map[[2]string][]string{}
	places, rows := map[[2]string]isms.Pos{}, map[string]isms.Pos{}
	for i := range c.Cells {
		cell := &c.Cells[i]
		if stepIndex(c.Likelihood.Steps, cell.Likelihood) < 0 || stepIndex(c.Consequence.Steps, cell.Consequence) < 0 {
			return nil
		}
		pair := [2]string{cell.Likelihood, cell.Consequence}
		if cell.Score != nil {
			given[pair] = levelsOfScore(c.Levels.Steps, *cell.Score)
		} else if at := stepIndex(c.Levels.Steps, cell.Level); at >= 0 && !slices.Contains(given[pair], c.Levels.Steps[at].Label) {
			given[pair] = append(given[pair], c.Levels.Steps[at].Label)
		}
		places[pair] = cell.Pos
		if _, ok := rows[cell.Likelihood]; !ok {
			rows[cell.Likelihood] = cell.Pos
		}
	}
	if c.Combination != "matrix" && !bounded(c.Levels.Steps) {
		return nil
	}
	var gaps []isms.CriteriaGap
	for i := range c.Likelihood.Steps {
		for j := range c.Consequence.Steps {
			l, k := &c.Likelihood.Steps[i], &c.Consequence.Steps[j]
			pair := [2]string{l.Key, k.Key}
			if len(given[pair]) == 1 {
				continue
			}
			gap := isms.CriteriaGap{Place: c.Place, Likelihood: l.Label, Consequence: k.Label, Levels: given[pair]}
			// A pair that is not there is shown at the row that lacks it.
			for _, p := range []isms.Pos{places[pair], rows[l.Key]} {
				if !p.IsZero() {
					gap.Pos = p
					break
				}
			}
			gap.Likelihood, gap.Consequence = cmp.Or(l.Label, l.Key), cmp.Or(k.Label, k.Key)
			gaps = append(gaps, gap)
		}
	}
	return gaps
}

func bounded(levels []isms.Step) bool {
	for i := range levels {
		if levels[i].Min == nil && levels[i].Max == nil {
			return false
		}
	}
	return len(levels) > 0
}

func levelsOfScore(levels []isms.Step, score float64) []string {
	var labels []string
	for i := range levels {
		if levelOfScore(levels[i:i+1], score) == 0 {
			labels = append(labels, levels[i].Label)
		}
	}
	return labels
}
