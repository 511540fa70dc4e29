package recognise

import (
	"strings"

	"github.com/ismslint/ismslint/internal/isms"
	"github.com/ismslint/ismslint/internal/syntax"
	"github.com/ismslint/ismslint/internal/syntax/markdown"
	"github.com/ismslint/ismslint/internal/syntax/yaml"
)

// reviewInputs finds the inputs of the review in headings, rows, list items and
// paragraphs, but not among its decisions. An input is filled where something
// stands behind its name.
func (p *page) reviewInputs(from, to int) []isms.ReviewInput {
	c := inputCollector{page: p}
	results := make([]bool, to-from)
	for i := from; i < to; i++ {
		s := &p.md.Sections[i]
		if p.isResult(i) && i != from {
			for j := i; j < p.subtree[i] && j < to; j++ {
				results[j-from] = true
			}
			i = p.subtree[i] - 1
			continue
		}
		if i != p.titleSection() && s.Level > 0 {
			c.add(s.Heading, p.all[i].Words > 0 && p.sectionText(i) != "", toPos(s.HeadingRange))
		}
		for j := range s.Blocks {
			if p.looksBack(i) {
				// Actions of earlier reviews are on anything.
				break
			}
			if b := &s.Blocks[j]; b.Kind != markdown.Code && b.Kind != markdown.HTML {
				c.addBlock(b)
			}
		}
	}
	for i := range p.md.Tables {
		t := &p.md.Tables[i]
		if t.Section < from || t.Section >= to || results[t.Section-from] || p.looksBack(t.Section) {
			continue
		}
		for j := range t.Rows {
			c.addRow(&t.Rows[j])
		}
	}
	return c.found
}

// isResult says whether a section holds what came out of the review.
func (p *page) isResult(i int) bool {
	heading := p.md.Sections[i].Heading
	switch p.reviewPart(i) {
	case "decisions", "actions", "conclusion", "participants", "chair", "approved_by":
		return len(p.v.inputs.find(normalise(heading))) == 0
	}
	return false
}

type inputCollector struct {
	*page
	found []isms.ReviewInput
}

// addBlock looks at each sentence: minutes in prose name their subjects in
// running text. A label with nothing behind it fills nothing.
func (c *inputCollector) addBlock(b *markdown.Block) {
	text := strings.TrimSpace(b.Text)
	_, behind, labelled := strings.Cut(text, ":")
	filled := !labelled || !c.isUnfilled(behind)
	for _, s := range sentences(b.Text) {
		c.add(strings.TrimSpace(b.Text[s.start:s.end]), filled, toPos(b.Range))
	}
}

// addRow takes the first cell that names an input as the row's label; the cells
// after it fill it.
func (c *inputCollector) addRow(row *syntax.Row) {
	for i := range row.Cells {
		named := c.v.inputs.find(normalise(row.Cells[i].Text))
		if len(named) == 0 {
			continue
		}
		filled := len(row.Cells) == 1
		for j := i + 1; j < len(row.Cells); j++ {
			filled = filled || !c.isUnfilled(row.Cells[j].Text)
		}
		if i == len(row.Cells)-1 && i > 0 {
			filled = true
		}
		c.add(row.Cells[i].Text, filled, toPos(row.Cells[i].Range))
		return
	}
}

func (c *inputCollector) add(text string, filled bool, pos isms.Pos) {
	if text == "" {
		return
	}
	for _, m := range c.v.inputs.find(normalise(text)) {
		c.record(c.v.inputKeys[m.value], filled, pos)
	}
}

func (c *inputCollector) record(key string, filled bool, pos isms.Pos) {
	for i := range c.found {
		if c.found[i].Key == key {
			if filled && !c.found[i].Filled {
				c.found[i] = isms.ReviewInput{Key: key, Filled: true, Pos: pos}
			}
			return
		}
	}
	c.found = append(c.found, isms.ReviewInput{Key: key, Filled: filled, Pos: pos})
}

// structuredInputs reads `inputs` of a review kept as data: a mapping by input,
// or a list of {input, summary}.
func (y *yamlReader) structuredInputs(n *yaml.Node) []isms.ReviewInput {
	inputs := n.Get("inputs")
	if inputs == nil {
		return nil
	}
	c := inputCollector{page: &page{reader: y.reader}}
	for i := range inputs.Pairs {
		pair := &inputs.Pairs[i]
		c.structured(pair.Key, y.yamlCell(pair.Value).text, toPos(pair.KeyRange))
	}
	for _, item := range inputs.Items {
		if item.Kind == yaml.Scalar {
			c.structured(item.Text, item.Text, toPos(item.Range))
			continue
		}
		name := textOfNode(item.Get("input"))
		if name == "" {
			name = textOfNode(item.Get("topic"))
		}
		var said []string
		for i := range item.Pairs {
			if p := &item.Pairs[i]; p.Key != "input" && p.Key != "topic" {
				said = append(said, y.yamlCell(p.Value).text)
			}
		}
		c.structured(name, strings.Join(said, " "), toPos(item.Range))
	}
	return c.found
}

func (c *inputCollector) structured(name, said string, pos isms.Pos) {
	filled := !c.isUnfilled(said)
	key := ""
	for _, k := range c.v.inputKeys {
		if normalise(k) == normalise(name) {
			key = k
		}
	}
	if key != "" {
		c.record(key, filled, pos)
	} else {
		c.add(name, filled, pos)
	}
	if filled && c.v.saysNoNonconformity(said, true) {
		c.sayNone(pos)
	}
}

func (c *inputCollector) sayNone(pos isms.Pos) {
	for i := range c.found {
		if c.found[i].Key == "nonconformities" && c.found[i].Pos == pos {
			c.found[i].None = true
		}
	}
}
