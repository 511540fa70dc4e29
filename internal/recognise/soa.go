package recognise

import (
	"slices"
	"strings"

	"github.com/ismslint/ismslint/internal/catalogue"
	"github.com/ismslint/ismslint/internal/isms"
	"github.com/ismslint/ismslint/internal/syntax/markdown"
)

// exclusion is a control that a section on exclusions names, with the reason
// that stands beside it.
type exclusion struct {
	control foundControl
	reason  string
	pos     isms.Pos
	section string
	row     bool
}

// exclusionHeading names sections and groups on what is left out.
var exclusionHeading = lazily(`(?i)exclu|not applicable|non-applicab|not included|ausgeschlossen|ausschl[uü]|nicht anwendbar|nicht zutreffend|uitgesloten|uitsluiting|niet van toepassing|no aplica|non applicab|除外|適用しない`)

// fewestReasonWords is how many words beside the id make a reason in running
// text.
const fewestReasonWords = 3

// exclusions reads the sections on exclusions of a Statement of Applicability:
// a second table, a list, a paragraph.
func (p *page) exclusions() []exclusion {
	if !p.holdsSoA() {
		return nil
	}
	inside := make([]bool, len(p.md.Sections))
	for i := range p.md.Sections {
		if p.md.Sections[i].Level > 0 && i != p.titleSection() && exclusionHeading.MatchString(p.md.Sections[i].Heading) {
			for j := i; j < p.subtree[i]; j++ {
				inside[j] = true
			}
		}
	}
	var out []exclusion
	for i := range p.md.Tables {
		if t := &p.md.Tables[i]; inside[t.Section] {
			out = append(out, p.excludedRows(t)...)
		}
	}
	for i := range p.md.Sections {
		if inside[i] {
			out = append(out, p.excludedInText(i)...)
		}
	}
	return out
}

func (p *page) holdsSoA() bool {
	if p.doc.Type == "soa" {
		return true
	}
	return slices.ContainsFunc(p.all, func(s isms.Section) bool { return s.Type == "soa" })
}

// excludedRows reads a table of a section on exclusions: the id in one cell, the
// reason in the longest of the others.
func (p *page) excludedRows(t *markdown.Table) []exclusion {
	id := controlColumn(&t.Table)
	if id < 0 {
		return nil
	}
	var out []exclusion
	for i := range t.Rows {
		row := &t.Rows[i]
		if id >= len(row.Cells) {
			continue
		}
		reason := -1
		for j := range row.Cells {
			if j != id && (reason < 0 || len(row.Cells[j].Text) > len(row.Cells[reason].Text)) {
				reason = j
			}
		}
		if reason < 0 {
			continue
		}
		text, pos := strings.TrimSpace(row.Cells[reason].Text), toPos(row.Cells[reason].Range)
		if p.isUnfilled(text) || p.v.emptyReasons[normalise(text)] {
			text = ""
		}
		for _, c := range findControls(row.Cells[id].Text, true) {
			out = append(out, exclusion{control: c, reason: text, pos: pos, section: p.md.Sections[t.Section].Slug, row: true})
		}
	}
	return out
}

// excludedInText reads paragraphs and list items. A number without "A." is an id
// at the start of one only.
func (p *page) excludedInText(section int) []exclusion {
	var out []exclusion
	s := &p.md.Sections[section]
	for i := range s.Blocks {
		b := &s.Blocks[i]
		if b.Kind == markdown.Code || b.Kind == markdown.HTML {
			continue
		}
		found := findControls(b.Text, startsWithControl(b.Text))
		if len(found) == 0 || countWords(b.Text) < len(strings.Fields(found[0].raw))+fewestReasonWords {
			continue
		}
		for _, c := range found {
			out = append(out, exclusion{control: c, reason: strings.TrimSpace(b.Text), pos: toPos(b.Range), section: s.Slug})
		}
	}
	return out
}

// settleControls completes the entries of the Statement of Applicability from
// what the document says elsewhere and in other words.
func (b *builder) settleControls(reg *isms.Register) {
	// The Statement is called by its own title, not by the heading of its first
	// table.
	for _, d := range b.model.Documents {
		if d.Path == reg.Path && d.Section == "" && d.Type == "soa" && d.Title != "" {
			reg.Title = d.Title
		}
	}
	b.expandThemes(reg)
	for i := range reg.Entries {
		e := &reg.Entries[i]
		// Entries of one range share their fields.
		e.Fields = slices.Clone(e.Fields)
		b.settleApplicability(e)
		b.settleExclusion(e)
	}
	b.addExclusions(reg)
	b.settleStatus(reg)
}

var themeID = lazily(`(?i)^(?:annex\s*)?(a\.?)?\s*(\d{1,2}(?:\.\d{1,2})?)\.?$`)

// expandThemes takes rows that decide on a whole theme ("A.7") apart into its
// controls that have no row of their own. Those that decide nothing are headings.
func (b *builder) expandThemes(reg *isms.Register) {
	have := map[string]bool{}
	for i := range reg.Entries {
		have[reg.Entries[i].ID] = true
	}
	edition := soaEdition(reg)
	var out []isms.Entry
	for _, e := range reg.Entries {
		m := themeID.FindStringSubmatch(e.ID)
		if m == nil || editionOf(e.ID) != "" {
			out = append(out, e)
			continue
		}
		if f := fieldOf(e.Fields, "applicable"); f == nil || f.Value == nil {
			continue
		}
		for _, id := range themeControls(edition, m[2]) {
			if !have[id] {
				have[id] = true
				one := e
				one.ID, one.Label = id, id
				out = append(out, one)
			}
		}
	}
	reg.Entries = out
}

func themeControls(edition, number string) []string {
	if edition == "" {
		edition = catalogue.Edition2022
	}
	var out []string
	for _, id := range controlSets()[edition].ids {
		if strings.HasPrefix(strings.TrimPrefix(id, "A."), number+".") {
			out = append(out, id)
		}
	}
	return out
}

// settleApplicability decides on rows of tables without a column for it: a row
// that says something is a control that applies, unless it says the opposite.
func (b *builder) settleApplicability(e *isms.Entry) {
	if fieldOf(e.Fields, "applicable") != nil {
		return
	}
	set := func(value string, from *isms.Field) {
		e.Fields = append(e.Fields, isms.Field{Name: "applicable", Raw: from.Raw, Value: isms.Enum(value), Pos: from.Pos})
	}
	for _, name := range []string{"implementation", "justification", "comment"} {
		if f := fieldOf(e.Fields, name); f != nil && f.Value == nil || f != nil && name == "justification" {
			if v, ok := b.v.value("yes_no", f.Raw); ok && v == "no" && f.Raw != "" && !isBareNo(f.Raw) {
				set("no", f)
				return
			}
		}
	}
	if f := fieldOf(e.Fields, "exclusion_reason"); f != nil && f.Value != nil {
		if in := fieldOf(e.Fields, "inclusion_reason"); in == nil || in.Value == nil {
			set("no", f)
			return
		}
	}
	for _, name := range []string{"inclusion_reason", "justification", "implementation", "reasons", "description"} {
		if f := fieldOf(e.Fields, name); f != nil && f.Value != nil {
			set("yes", f)
			return
		}
	}
}

// isBareNo keeps "no", which begins many a sentence, from excluding a control.
func isBareNo(raw string) bool {
	key := normalise(raw)
	return key == "n" || key == "0" || key == "false" || strings.HasPrefix(key+" ", "no ")
}

// settleExclusion takes the reason for an exclusion from the cell that excludes
// the control ("no: no offices") or from its group.
func (b *builder) settleExclusion(e *isms.Entry) {
	f := fieldOf(e.Fields, "applicable")
	if f == nil || f.Value != isms.Enum("no") || hasReason(e) {
		return
	}
	switch {
	case len(strings.Fields(normalise(f.Raw))) > fewestReasonWords+1:
		setReason(e, f.Raw, f.Pos)
	case exclusionHeading.MatchString(e.Group) && countWords(e.Group) > fewestReasonWords+2:
		setReason(e, e.Group, e.Pos)
	}
}

func hasReason(e *isms.Entry) bool {
	for _, name := range []string{"justification", "exclusion_reason"} {
		if f := fieldOf(e.Fields, name); f != nil && f.Value != nil {
			return true
		}
	}
	return false
}

func setReason(e *isms.Entry, text string, pos isms.Pos) {
	field := isms.Field{Name: "exclusion_reason", Raw: text, Value: isms.Text(text), Pos: pos}
	if f := fieldOf(e.Fields, "exclusion_reason"); f != nil {
		*f = field
		return
	}
	e.Fields = append(e.Fields, field)
}

// addExclusions gives excluded controls the reasons that a section on exclusions
// has for them, and adds those that have no row elsewhere.
func (b *builder) addExclusions(reg *isms.Register) {
	byID := map[string][]int{}
	for i := range reg.Entries {
		byID[reg.Entries[i].ID] = append(byID[reg.Entries[i].ID], i)
	}
	for i := range b.scans {
		if b.scans[i].path != reg.Path {
			continue
		}
		for _, x := range onceEach(b.scans[i].exclusions) {
			settled := false
			for _, j := range byID[x.control.id] {
				settled = x.exclude(&reg.Entries[j]) || settled
			}
			// A row for a control that applies elsewhere is a second decision; a
			// sentence may only mention it.
			if !settled && (x.row || byID[x.control.id] == nil) {
				byID[x.control.id] = append(byID[x.control.id], len(reg.Entries))
				reg.Entries = append(reg.Entries, x.entry(reg.Path))
			}
		}
	}
}

// onceEach keeps one exclusion for each control, the first with a reason.
func onceEach(list []exclusion) []exclusion {
	at := map[string]int{}
	var out []exclusion
	for _, x := range list {
		i, seen := at[x.control.id]
		if !seen {
			at[x.control.id] = len(out)
			out = append(out, x)
			continue
		}
		row := out[i].row || x.row
		if out[i].reason == "" {
			out[i] = x
		}
		out[i].row = row
	}
	return out
}

func (x *exclusion) entry(path string) isms.Entry {
	e := isms.Entry{
		Place: isms.Place{Path: path, Pos: x.pos}, ID: x.control.id, Label: controlLabel(x.control), Section: x.section, Structured: true,
		Fields: []isms.Field{{Name: "applicable", Raw: "no", Value: isms.Enum("no"), Pos: x.pos}},
	}
	if x.reason != "" {
		setReason(&e, x.reason, x.pos)
	}
	return e
}

// exclude completes an entry that is excluded, or does not say whether it is.
func (x *exclusion) exclude(e *isms.Entry) bool {
	f := fieldOf(e.Fields, "applicable")
	switch {
	case f == nil || f.Raw == "":
		e.Fields = slices.DeleteFunc(e.Fields, func(f isms.Field) bool { return f.Name == "applicable" })
		e.Fields = append(e.Fields, isms.Field{Name: "applicable", Raw: "no", Value: isms.Enum("no"), Pos: x.pos})
	case f.Value != isms.Enum("no"):
		return false
	}
	if x.reason != "" && !hasReason(e) {
		setReason(e, x.reason, x.pos)
	}
	return true
}
