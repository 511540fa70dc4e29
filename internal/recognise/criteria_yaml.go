package recognise

import (
	"strings"

	"github.com/ismslint/ismslint/internal/isms"
	"github.com/ismslint/ismslint/internal/syntax/yaml"
)

// scanCriteria reads risk criteria that are kept as data.
func (y *yamlReader) scanCriteria() scaleTable {
	root := y.root
	if inner := root.Get("risk_criteria"); inner != nil && inner.Kind == yaml.Mapping {
		root = inner
	}
	place := isms.Place{Path: y.file.Path, Pos: toPos(root.Range)}
	place.Pos.EndLine, place.Pos.EndColumn = place.Pos.Line, endOfLine(y.file, place.Pos.Line)
	c := isms.Criteria{Place: place, State: isms.Present}
	c.Likelihood = y.scale(firstOf(root, "likelihood", "probability", "eintrittswahrscheinlichkeit"))
	c.Consequence = y.scale(firstOf(root, "consequence", "impact", "severity", "auswirkung"))
	c.Levels = y.scale(firstOf(root, "levels", "risk_levels", "level", "risikostufen"))
	for i := range c.Levels.Steps {
		c.AcceptanceColumn = c.AcceptanceColumn || c.Levels.Steps[i].AcceptanceRaw != ""
	}
	y.acceptance(&c, firstOf(root, "acceptance", "acceptance_criteria", "akzeptanz"))
	y.combination(&c, root)
	t := scaleTable{path: y.file.Path, why: y.why, declared: true, criteria: c, header: y.header()}
	if f := fieldOf(t.header, "version"); f != nil {
		t.criteria.Version = f.Raw
	}
	return t
}

func firstOf(n *yaml.Node, keys ...string) *yaml.Node {
	for _, k := range keys {
		if v := n.Get(k); v != nil && v.Kind != yaml.Null {
			return v
		}
	}
	return nil
}

// scale reads the steps of a scale: a list of mappings or labels, or a mapping
// from step to label or meaning.
func (y *yamlReader) scale(n *yaml.Node) isms.Scale {
	if n == nil {
		return isms.Scale{}
	}
	s := isms.Scale{Place: isms.Place{Path: y.file.Path, Pos: toPos(n.Range)}}
	if inner := firstOf(n, "steps", "levels", "scale"); inner != nil {
		n = inner
	}
	for _, item := range n.Items {
		s.Steps = append(s.Steps, y.step(item))
	}
	for i := range n.Pairs {
		pair := &n.Pairs[i]
		step := y.step(pair.Value)
		step.Pos = toPos(pair.KeyRange)
		if number, ok := leadingNumberOf(pair.Key); ok {
			step.Number = &number
		} else {
			if pair.Value.Kind == yaml.Scalar {
				step.Meaning = pair.Value.Text
			}
			step.Label = pair.Key
		}
		step.Key = stepKey(&step)
		s.Steps = append(s.Steps, step)
	}
	for i := range s.Steps {
		s.MeaningColumn = s.MeaningColumn || s.Steps[i].Meaning != ""
	}
	return s
}

func (y *yamlReader) step(n *yaml.Node) isms.Step {
	step := isms.Step{Place: isms.Place{Path: y.file.Path, Pos: toPos(n.Range)}}
	step.Pos.EndLine, step.Pos.EndColumn = step.Pos.Line, endOfLine(y.file, step.Pos.Line)
	if n.Kind == yaml.Scalar {
		step.Label = n.Text
		if number, ok := leadingNumberOf(n.Text); ok {
			step.Number = &number
		}
	}
	for i := range n.Pairs {
		pair := &n.Pairs[i]
		y.stepPart(&step, strings.ToLower(pair.Key), pair)
	}
	step.Key = stepKey(&step)
	return step
}

func (y *yamlReader) stepPart(step *isms.Step, key string, pair *yaml.Pair) {
	value := y.yamlCell(pair.Value)
	number := func() *float64 {
		if n, ok := leadingNumberOf(value.text); ok {
			return &n
		}
		return nil
	}
	switch key {
	case "step", "number", "value", "rank", "stufe", "score", "level":
		if step.Number = number(); step.Number == nil && step.Label == "" {
			step.Label = value.text
		}
	case "label", "name", "id", "title", "bezeichnung":
		step.Label = value.text
	case "meaning", "description", "definition", "bedeutung", "beschreibung":
		if !y.isUnfilled(value.text) {
			step.Meaning = value.text
		}
		step.Parts = append(step.Parts, isms.Part{Key: "meaning", Pos: value.pos})
	case "min", "from", "von":
		step.Min = number()
	case "max", "to", "bis":
		step.Max = number()
	case "range", "scores", "bereich":
		step.Min, step.Max = readBounds(value.text)
	case "acceptance", "rule", "accept", "response", "akzeptanz":
		y.setAcceptance(step, value)
	}
}

func (y *yamlReader) setAcceptance(step *isms.Step, value cell) {
	step.Parts = append(step.Parts, isms.Part{Key: "acceptance", Pos: value.pos})
	if y.isUnfilled(value.text) {
		return
	}
	step.AcceptanceRaw = value.text
	step.Acceptance, _ = y.v.value("acceptance", value.text)
}

func stepKey(s *isms.Step) string {
	if key := normalise(s.Label); key != "" {
		return key
	}
	if s.Number != nil {
		return formatNumber(*s.Number)
	}
	return ""
}

// acceptance reads the rules by level: a list of {level, rule}, a mapping from
// level to rule, or a threshold.
func (y *yamlReader) acceptance(c *isms.Criteria, n *yaml.Node) {
	if n == nil {
		return
	}
	if limit := firstOf(n, thresholdKeys...); limit != nil || n.Kind == yaml.Scalar {
		if limit == nil {
			limit = n
		}
		y.acceptUpTo(c, y.yamlCell(limit))
		return
	}
	c.AcceptanceColumn = true
	for _, item := range n.Items {
		level := firstOf(item, "level", "levels", "label", "stufe")
		rule := firstOf(item, "rule", "decision", "response", "regel")
		if level != nil && rule != nil {
			y.accept(c, y.yamlCell(level), y.yamlCell(rule))
		}
	}
	for i := range n.Pairs {
		pair := &n.Pairs[i]
		rule := y.yamlCell(pair.Value)
		if inner := firstOf(pair.Value, "rule", "decision"); inner != nil {
			rule = y.yamlCell(inner)
		}
		y.accept(c, cell{text: pair.Key, pos: toPos(pair.KeyRange)}, rule)
	}
}

func (y *yamlReader) accept(c *isms.Criteria, level, rule cell) {
	names := level.items
	if len(names) == 0 {
		names = []cell{level}
	}
	for _, name := range names {
		if at := matchStep(c.Levels.Steps, name.text); at >= 0 {
			y.setAcceptance(&c.Levels.Steps[at], rule)
		}
	}
}

var thresholdKeys = []string{"threshold", "accept_up_to", "up_to", "max", "appetite", "schwelle"}

// acceptUpTo reads one threshold for all levels. One that names no level and
// cannot be compared with scores leaves open what is accepted.
func (y *yamlReader) acceptUpTo(c *isms.Criteria, limit cell) {
	steps := c.Levels.Steps
	at := matchStep(steps, limit.text)
	if n, ok := leadingNumberOf(limit.text); ok && at < 0 {
		at = levelOfScore(steps, n)
	}
	s := isms.Scale{Steps: steps}
	rankSteps(&s)
	if at < 0 || !ordered(steps) {
		return
	}
	for i := range steps {
		steps[i].AcceptanceRaw, steps[i].Acceptance = limit.text, "treat"
		if steps[i].Rank <= steps[at].Rank {
			steps[i].Acceptance = "accept"
		}
		steps[i].Parts = append(steps[i].Parts, isms.Part{Key: "acceptance", Pos: limit.pos})
	}
}

// combination reads how likelihood and consequence give the level.
func (y *yamlReader) combination(c *isms.Criteria, root *yaml.Node) {
	n := root.Get("combination")
	matrix := firstOf(root, "matrix", "risk_matrix", "risikomatrix")
	if n != nil && n.Kind == yaml.Mapping {
		if matrix == nil {
			matrix = firstOf(n, "matrix", "cells", "table")
		}
		n = firstOf(n, "kind", "method", "type")
	}
	switch key := normalise(textOfNode(n)); {
	case matrix != nil:
		c.Combination = "matrix"
		y.matrix(c, matrix)
	case strings.Contains(key, "product") || strings.Contains(key, "multipl") || strings.Contains(key, "produkt"):
		c.Combination = "product"
	case strings.Contains(key, "sum"):
		c.Combination = "sum"
	case strings.Contains(key, "quantitativ"):
		c.Combination = "quantitative"
	}
}

// matrix reads rows by likelihood whose cells are by consequence: by name, or in
// the order of the scale; or a list of triples.
func (y *yamlReader) matrix(c *isms.Criteria, n *yaml.Node) {
	row := func(likelihood string, value *yaml.Node) {
		for j := range value.Pairs {
			c.Cells = append(c.Cells, isms.CriteriaCell{Likelihood: normalise(likelihood), Consequence: normalise(value.Pairs[j].Key), Level: normalise(value.Pairs[j].Value.Text), Pos: toPos(value.Pairs[j].Value.Range)})
		}
		for j, item := range value.Items {
			if j < len(c.Consequence.Steps) {
				c.Cells = append(c.Cells, isms.CriteriaCell{Likelihood: normalise(likelihood), Consequence: c.Consequence.Steps[j].Key, Level: normalise(item.Text), Pos: toPos(item.Range)})
			}
		}
	}
	for i := range n.Pairs {
		row(n.Pairs[i].Key, n.Pairs[i].Value)
	}
	for i, item := range n.Items {
		switch {
		case item.Kind == yaml.Sequence && i < len(c.Likelihood.Steps):
			row(c.Likelihood.Steps[i].Key, item)
		case item.Get("level") != nil:
			c.Cells = append(c.Cells, isms.CriteriaCell{
				Likelihood:  normalise(textOfNode(item.Get("likelihood"))),
				Consequence: normalise(textOfNode(firstOf(item, "consequence", "impact"))),
				Level:       normalise(textOfNode(item.Get("level"))),
				Pos:         toPos(item.Range),
			})
		}
	}
}
