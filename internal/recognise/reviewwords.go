package recognise

import (
	"slices"
	"strings"

	"github.com/ismslint/ismslint/internal/isms"
	"github.com/ismslint/ismslint/internal/syntax"
	"github.com/ismslint/ismslint/internal/syntax/markdown"
	"github.com/ismslint/ismslint/internal/syntax/yaml"
)

// mostMentioned bounds how many names an entry mentions.
const mostMentioned = 300

// passage is a sentence or row of a record, with the input that it stands under.
type passage struct {
	text    string
	pos     isms.Pos
	section int
	// under are the inputs that the heading above or the row itself names.
	under []string
	// bare is true for a row with nothing behind what it is about.
	bare bool
}

// passages are the sentences and rows of the sections [from,to).
func (p *page) passages(from, to int) []passage {
	var out []passage
	under := make([][]string, to-from)
	for i := from; i < to; i++ {
		s := &p.md.Sections[i]
		if i != p.titleSection() {
			under[i-from] = p.v.inputsNamed(s.Heading)
		}
		if parent := s.Parent; len(under[i-from]) == 0 && parent >= from && parent < i {
			under[i-from] = under[parent-from]
		}
		for j := range s.Blocks {
			b := &s.Blocks[j]
			if b.Kind == markdown.Code {
				continue
			}
			for _, x := range sentences(b.Text) {
				out = append(out, passage{text: strings.TrimSpace(b.Text[x.start:x.end]), pos: toPos(b.Range), section: i, under: under[i-from]})
			}
		}
	}
	for i := range p.md.Tables {
		t := &p.md.Tables[i]
		if t.Section < from || t.Section >= to {
			continue
		}
		for j := range t.Rows {
			out = append(out, p.rowPassage(&t.Rows[j], t.Section, under[t.Section-from]))
		}
	}
	return out
}

func (p *page) rowPassage(row *syntax.Row, section int, under []string) passage {
	x := passage{text: strings.Join(headerTexts(row), " "), pos: toPos(row.Range), section: section, under: under}
	filled := 0
	for i := range row.Cells {
		if !p.isUnfilled(row.Cells[i].Text) {
			filled++
		}
	}
	x.bare = filled < 2
	for i := range row.Cells {
		if named := p.v.inputsNamed(row.Cells[i].Text); len(named) > 0 {
			x.under = named
			break
		}
	}
	return x
}

func (v *vocabulary) inputsNamed(text string) []string {
	var keys []string
	for _, m := range v.inputs.find(normalise(text)) {
		keys = append(keys, v.inputKeys[m.value])
	}
	return keys
}

// reviewWords reads what minutes say in running text: a decision or conclusion
// without a heading of its own, that there were no nonconformities, and the ids
// that they name.
func (p *page) reviewWords(e *isms.Entry, from, to int) {
	passages := p.passages(from, to)
	p.saidInText(e, "decisions", passages, "review-decision", "review-no-decision")
	p.saidInText(e, "conclusion", passages, "review-conclusion")
	for i := range passages {
		x := &passages[i]
		for j := range e.Inputs {
			if in := &e.Inputs[j]; in.Key == "nonconformities" && p.v.saysNoNonconformity(x.text, slices.Contains(x.under, in.Key)) {
				in.None, in.Pos = true, x.pos
			}
		}
		e.Mentions = p.v.mentionsIn(e.Mentions, x)
		if !x.bare && len(strings.Fields(x.text)) >= fewestSaid && p.v.says(x.text, reviewResources) {
			mention(e, reviewResources, x.pos)
		}
	}
	e.DecisionList = p.decisionList(from, to)
}

// fewestSaid is how many words say something about resources; fewer name them.
const fewestSaid = 4

// saidInText fills a field that no heading names from the first sentence that
// says it.
func (p *page) saidInText(e *isms.Entry, name string, passages []passage, cues ...string) {
	if fieldOf(e.Fields, name) != nil {
		return
	}
	for i := range passages {
		if p.v.says(passages[i].text, cues...) {
			e.Fields = append(e.Fields, isms.Field{Name: name, Raw: passages[i].text, Value: isms.Text(passages[i].text), Pos: passages[i].pos})
			return
		}
	}
}

// says whether a sentence holds one of the cues.
func (v *vocabulary) says(text string, cues ...string) bool {
	key := normalise(text)
	words := strings.Fields(key)
	for i := range v.cues {
		if slices.Contains(cues, v.cues[i].name) && v.cues[i].matches(key, words) {
			return true
		}
	}
	return false
}

// reserves are words with which a sentence speaks of a period, a site, a source
// or a grade, and so not of all nonconformities.
var reserves = func() map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(`since during period quarter year month in from by at within until new major minor critical overdue
		audit audits auditor auditors supplier suppliers vendor vendors site office customer repeat
		seit im in aus bei durch bis zeitraum quartal jahr monat neue neuen wesentliche kritische lieferanten kunden standort wiederholte`) {
		set[w] = true
	}
	return set
}()

// saysNoNonconformity says whether a sentence says without reserve that there
// are none. A bare "none" says so under the input.
func (v *vocabulary) saysNoNonconformity(text string, under bool) bool {
	key := normalise(text)
	if under {
		switch key {
		case "none", "no", "nil", "none open", "keine", "keine offen", "keine offenen":
			return true
		}
	}
	for _, w := range strings.Fields(key) {
		if reserves[w] {
			return false
		}
	}
	return v.says(text, "review-no-nonconformities")
}

// aheadWords speak of something that is to come or not final.
var aheadWords = []string{
	"plan", "next", "upcoming", "schedul", "will", "preliminar", "interim", "draft", "forthcoming", "before", "prepar",
	"geplant", "nachst", "naechst", "vorlaufig", "vorlaeufig", "anstehend", "wird", "werden", "vorbereit",
}

func isAhead(text string) bool {
	for _, w := range strings.Fields(normalise(text)) {
		for _, stem := range aheadWords {
			if strings.HasPrefix(w, stem) {
				return true
			}
		}
	}
	return false
}

// mentionsIn adds the ids that a passage names. The one that reports results wins.
func (v *vocabulary) mentionsIn(list []isms.Mention, x *passage) []isms.Mention {
	results := slices.Contains(x.under, "audit_results") || slices.Contains(x.under, "risk_results")
	for _, at := range idToken.FindAllString(x.text, mostMentioned) {
		if strings.Contains(at, " ") {
			// "May 2026" is no id.
			continue
		}
		m := isms.Mention{Name: at, Reported: results && !isAhead(x.text), Pos: x.pos}
		i := slices.IndexFunc(list, func(o isms.Mention) bool { return o.Name == at })
		switch {
		case i >= 0 && m.Reported && !list[i].Reported:
			list[i] = m
		case i < 0 && len(list) < mostMentioned:
			list = append(list, m)
		}
	}
	return list
}

// decisionList reads the decisions that have ids: rows of a table of decisions,
// and list items that begin with an id.
func (p *page) decisionList(from, to int) []isms.Decision {
	var out []isms.Decision
	for i := range p.md.Tables {
		if t := &p.md.Tables[i]; t.Section >= from && t.Section < to && !p.looksBack(t.Section) {
			out = append(out, p.decisionRows(t)...)
		}
	}
	for i := max(from, 1); i < to; i++ {
		if part := p.reviewPart(i); part != "decisions" && part != "actions" {
			continue
		}
		for j := i; j < p.subtree[i]; j++ {
			for k := range p.md.Sections[j].Blocks {
				b := &p.md.Sections[j].Blocks[k]
				if id := headingID(b.Text); id != "" && (b.Kind == markdown.Item || b.Kind == markdown.Task) {
					out = append(out, isms.Decision{ID: id, Open: !b.Checked, Pos: toPos(b.Range)})
				}
			}
		}
	}
	return out
}

// looksBack says whether a section speaks of the actions of earlier reviews.
func (p *page) looksBack(section int) bool {
	for i := section; i > 0; i = p.md.Sections[i].Parent {
		if slices.Contains(p.v.inputsNamed(p.md.Sections[i].Heading), "previous_actions") {
			return true
		}
	}
	return false
}

// decisionRows are the rows of a table that has columns for an id and for the
// decision or action, and none for where things stand in words.
func (p *page) decisionRows(t *markdown.Table) []isms.Decision {
	fields := p.v.mapColumns("reviews", headerTexts(&t.Header))
	id, status := slices.Index(fields, "id"), slices.Index(fields, "status")
	if id < 0 || !slices.Contains(fields, "decisions") && !slices.Contains(fields, "actions") {
		return nil
	}
	var out []isms.Decision
	for i := range t.Rows {
		cells := t.Rows[i].Cells
		if id >= len(cells) || idToken.FindString(cells[id].Text) == "" {
			continue
		}
		d := isms.Decision{ID: idToken.FindString(cells[id].Text), Open: true, Pos: toPos(cells[id].Range)}
		if status >= 0 && status < len(cells) {
			d.Open = p.v.isOpen(cells[status].Text)
		}
		d.Lacks = p.lacking(fields, cells)
		out = append(out, d)
	}
	return out
}

// lacking are the columns of decisions that say nothing in a row.
func (p *page) lacking(fields []string, cells []syntax.Cell) []string {
	var names []string
	for _, column := range [][2]string{{"decisions", "decision"}, {"actions", "decision"}, {"owner", "owner"}, {"due", "due"}} {
		if i := slices.Index(fields, column[0]); i >= 0 && (i >= len(cells) || cells[i].Text == "" || p.isUnfilled(cells[i].Text)) {
			names = append(names, column[1])
		}
	}
	return names
}

// isOpen says whether a status is not one of work that is done or dropped.
func (v *vocabulary) isOpen(status string) bool {
	value, _ := v.value("work_status", status)
	return value != "done" && value != "closed" && value != "cancelled"
}

// structuredWords reads decisions and mentions of a review kept as data.
func (y *yamlReader) structuredWords(e *isms.Entry, n *yaml.Node) {
	for _, key := range []string{"decisions", "actions"} {
		list := n.Get(key)
		if list == nil {
			continue
		}
		if fieldOf(e.Fields, key) == nil {
			// A list of one mapping was read as fields of the entry itself.
			e.Fields = append(e.Fields, y.field(specOf(y.v.kinds["reviews"], key), y.yamlCell(list)))
		}
		for _, item := range list.Items {
			id := textOfNode(item.Get("id"))
			if id == "" && item.Kind == yaml.Scalar {
				id = headingID(item.Text)
			}
			if id != "" {
				e.DecisionList = append(e.DecisionList, isms.Decision{ID: id, Open: y.v.isOpen(textOfNode(item.Get("status"))), Pos: toPos(item.Range)})
			}
		}
	}
	y.eachText(n, nil, 0, func(text string, pos isms.Pos, under []string) {
		e.Mentions = y.v.mentionsIn(e.Mentions, &passage{text: text, pos: pos, under: under})
	})
}

// eachText visits the scalars of an entry with the inputs that the keys above
// them name.
func (y *yamlReader) eachText(n *yaml.Node, under []string, depth int, visit func(text string, pos isms.Pos, under []string)) {
	if n == nil || depth > 6 {
		return
	}
	if n.Kind == yaml.Scalar {
		visit(n.Text, toPos(n.Range), under)
		return
	}
	if name := textOfNode(n.Get("input")) + textOfNode(n.Get("topic")); name != "" {
		under = y.v.inputsNamed(name)
	}
	for i := range n.Pairs {
		below := under
		if keys := y.v.inputsNamed(n.Pairs[i].Key); len(keys) > 0 && depth < 2 {
			below = keys
		}
		y.eachText(n.Pairs[i].Value, below, depth+1, visit)
	}
	for _, item := range n.Items {
		y.eachText(item, under, depth+1, visit)
	}
}
