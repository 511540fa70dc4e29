package recognise

import (
	"github.com/ismslint/ismslint/internal/isms"
)

// scaleTable is a part of the risk criteria as one file has it.
type scaleTable struct {
	path string
	why  string
	// declared is true for YAML: its structure is said, not guessed at.
	declared bool
	// rank orders where tables stand: the methodology, the register of risks, a
	// section of another document.
	rank     int
	criteria isms.Criteria
	header   []isms.Field
}

// mergeCriteria makes one set of criteria from the parts: declared ones win, then
// parts fill each other's gaps in the order of their files. Parts that are no
// evidence are left out.
func mergeCriteria(parts []scaleTable) (isms.Criteria, *scaleTable) {
	var first *scaleTable
	for i := range parts {
		p := &parts[i]
		if p.why == "" && (first == nil || p.declared && !first.declared || p.declared == first.declared && p.rank < first.rank) {
			first = p
		}
	}
	if first == nil {
		return isms.Criteria{State: isms.Absent}, nil
	}
	c := first.criteria
	if !first.declared {
		for i := range parts {
			if p := &parts[i]; p != first && p.why == "" && p.rank <= max(first.rank, 1) {
				fillCriteria(&c, &p.criteria)
			}
		}
	}
	c.State = isms.Present
	finishCriteria(&c)
	if first.declared {
		c.Gaps = gapsOf(&c)
	}
	return c, first
}

func fillCriteria(c, more *isms.Criteria) {
	if len(c.Levels.Steps) == 0 {
		c.AcceptanceColumn = more.AcceptanceColumn
	}
	for _, pair := range [][2]*isms.Scale{{&c.Likelihood, &more.Likelihood}, {&c.Consequence, &more.Consequence}, {&c.Levels, &more.Levels}} {
		if len(pair[0].Steps) == 0 {
			*pair[0] = *pair[1]
		}
	}
	if len(c.Cells) == 0 && len(more.Cells) > 0 {
		c.Cells, c.Combination = more.Cells, more.Combination
	}
}

// finishCriteria gives scales that only the matrix names their steps, computes
// products and sums, and says whether all of it is known.
func finishCriteria(c *isms.Criteria) {
	for _, axis := range []struct {
		scale *isms.Scale
		of    func(isms.CriteriaCell) string
	}{
		{&c.Likelihood, func(x isms.CriteriaCell) string { return x.Likelihood }},
		{&c.Consequence, func(x isms.CriteriaCell) string { return x.Consequence }},
		{&c.Levels, func(x isms.CriteriaCell) string { return x.Level }},
	} {
		if len(axis.scale.Steps) == 0 {
			*axis.scale = impliedScale(c, axis.of)
		}
		rankSteps(axis.scale)
		axis.scale.State = isms.Present
		if len(axis.scale.Steps) == 0 {
			axis.scale.State = isms.Absent
		}
		if axis.scale.Pos.IsZero() {
			axis.scale.Place = c.Place
		}
	}
	closeBounds(c.Levels.Steps)
	alignCells(c)
	if c.Combination == "product" || c.Combination == "sum" {
		computeCells(c)
	}
	c.Ordered = ordered(c.Levels.Steps)
	c.Complete = cellsComplete(c)
	for _, s := range c.Levels.Steps {
		c.AcceptanceKnown = c.AcceptanceKnown || s.Acceptance != ""
	}
}

func impliedScale(c *isms.Criteria, of func(isms.CriteriaCell) string) isms.Scale {
	s := isms.Scale{Place: c.Place}
	for _, cell := range c.Cells {
		if key := of(cell); key != "" && stepIndex(s.Steps, key) < 0 {
			s.Steps = append(s.Steps, isms.Step{Place: c.Place, Key: key, Label: key})
		}
	}
	return s
}

func stepIndex(steps []isms.Step, key string) int {
	for i := range steps {
		if steps[i].Key == key {
			return i
		}
	}
	return -1
}

// rankSteps orders a scale: by its numbers or bounds, by the words of the
// vocabulary, else as it is written where the first or last word is one of the
// vocabulary's.
func rankSteps(s *isms.Scale) {
	values := make([]float64, len(s.Steps))
	for _, read := range []func(*isms.Step) (float64, bool){stepNumber, stepMin, stepWord} {
		ok := len(s.Steps) > 0
		for i := range s.Steps {
			var has bool
			values[i], has = read(&s.Steps[i])
			ok = ok && has
		}
		if !ok || !distinct(values) {
			continue
		}
		for i := range s.Steps {
			rank := 1
			for j := range values {
				if values[j] < values[i] {
					rank++
				}
			}
			s.Steps[i].Rank = rank
		}
		return
	}
}

func distinct(values []float64) bool {
	for i := range values {
		for j := range i {
			if values[i] == values[j] {
				return false
			}
		}
	}
	return true
}

func stepNumber(s *isms.Step) (float64, bool) {
	if s.Number == nil {
		return 0, false
	}
	return *s.Number, true
}

func stepMin(s *isms.Step) (float64, bool) {
	if s.Min == nil {
		return 0, false
	}
	return *s.Min, true
}

func stepWord(s *isms.Step) (float64, bool) {
	if rank := wordRank(s.Label); rank > 0 {
		return float64(rank), true
	}
	return 0, false
}

// wordRank is the place of a word among the vocabulary's words for levels, which
// run from the lowest to the highest; 0 for a word that is not there.
func wordRank(text string) int {
	v := vocab()
	word, ok := v.value("level_words", text)
	if !ok {
		return 0
	}
	return v.levelRanks[word]
}

func ordered(steps []isms.Step) bool {
	if len(steps) == 0 {
		return false
	}
	for i := range steps {
		if steps[i].Rank == 0 {
			return false
		}
	}
	return true
}

// alignCells writes the cells of a matrix with the keys of the scales, whichever
// way the matrix names the steps.
func alignCells(c *isms.Criteria) {
	for i := range c.Cells {
		cell := &c.Cells[i]
		cell.Likelihood = alignKey(c.Likelihood.Steps, cell.Likelihood)
		cell.Consequence = alignKey(c.Consequence.Steps, cell.Consequence)
		cell.Level = alignKey(c.Levels.Steps, cell.Level)
	}
}

func alignKey(steps []isms.Step, key string) string {
	if i := matchStep(steps, key); i >= 0 {
		return steps[i].Key
	}
	return key
}

// computeCells gives each pair of numbered steps its product or sum, and the
// level whose bounds hold it.
func computeCells(c *isms.Criteria) {
	c.Cells = nil
	for i := range c.Likelihood.Steps {
		for j := range c.Consequence.Steps {
			l, k := &c.Likelihood.Steps[i], &c.Consequence.Steps[j]
			if l.Number == nil || k.Number == nil {
				return
			}
			score := *l.Number * *k.Number
			if c.Combination == "sum" {
				score = *l.Number + *k.Number
			}
			cell := isms.CriteriaCell{Likelihood: l.Key, Consequence: k.Key, Score: &score}
			if at := levelOfScore(c.Levels.Steps, score); at >= 0 {
				cell.Level = c.Levels.Steps[at].Key
			}
			c.Cells = append(c.Cells, cell)
		}
	}
}

func levelOfScore(levels []isms.Step, score float64) int {
	for i := range levels {
		l := &levels[i]
		if (l.Min != nil || l.Max != nil) && (l.Min == nil || score >= *l.Min) && (l.Max == nil || score <= *l.Max) {
			return i
		}
	}
	return -1
}

var scoreRange = lazily(`(\d+(?:[.,]\d+)?)\s*(?:-|–|—|to|bis|\.\.)\s*(\d+(?:[.,]\d+)?)`)

var scoreBound = lazily(`(<=|>=|≤|≥|<|>)\s*(\d+(?:[.,]\d+)?)`)

// readBounds reads "5-9", ">= 15", "<5" or a single number.
func readBounds(text string) (low, high *float64) {
	num := func(s string) *float64 {
		if n, ok := leadingNumberOf(s); ok {
			return &n
		}
		return nil
	}
	if m := scoreRange.FindStringSubmatch(text); m != nil {
		return num(m[1]), num(m[2])
	}
	if m := scoreBound.FindStringSubmatch(text); m != nil {
		n := num(m[2])
		if n == nil {
			return nil, nil
		}
		// Scores are whole numbers where a bound is strict.
		switch m[1] {
		case "<=", "≤":
			return nil, n
		case ">=", "≥":
			return n, nil
		case "<":
			x := *n - 1
			return nil, &x
		default:
			x := *n + 1
			return &x, nil
		}
	}
	n := num(text)
	return n, n
}
