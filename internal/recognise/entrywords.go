package recognise

import (
	"slices"
	"strings"

	"github.com/ismslint/ismslint/internal/isms"
	"github.com/ismslint/ismslint/internal/syntax/yaml"
)

// entryCues are the cues that are looked for in the words of entries, by register.
var entryCues = map[string][]string{
	"issues":   {climateChange},
	"parties":  {climateChange},
	"planning": {climateChange},
	"risks":    {climateChange},
	"roles":    {dutyConformity, "duty-reporting"},
	"reviews":  {reviewResources},
	"awareness": {
		"awareness-policy", "awareness-contribution", "awareness-consequences", securityMessage,
	},
	"communication": {whomAuthority, whomCustomer, whomInsurer, "performance-to-top", securityMessage},
	"legal":         {whomAuthority, whomCustomer, whomInsurer},
	"processes": {
		"process-assessment", "process-treatment", "process-competence", "process-documents", "process-monitoring",
		"process-audit", "process-review", "process-correction",
	},
}

const (
	climateChange   = "climate-change"
	securityMessage = "security-message"
	dutyConformity  = "duty-conformity"
	reviewResources = "review-resources"
	whomAuthority   = "whom-authority"
	whomCustomer    = "whom-customer"
	whomInsurer     = "whom-insurer"
)

// entryCueFields are the fields that the cues are looked for in, where not all
// words of an entry count.
var entryCueFields = map[string][]string{
	"awareness":     {"messages", "topic"},
	"communication": {"what", "with"},
	"legal":         {"notification"},
	"processes":     {"name", "description", "process_kind", "process_outputs"},
}

// entryWords marks entries whose words hold a cue. A role with the title of one
// who runs an ISMS carries that duty.
func (b *builder) entryWords(reg *isms.Register) {
	cues := entryCues[reg.Kind]
	if len(cues) == 0 {
		return
	}
	only := entryCueFields[reg.Kind]
	for i := range reg.Entries {
		e := &reg.Entries[i]
		b.markLine(e, cues)
		for j := range e.Fields {
			f := &e.Fields[j]
			if only != nil && !slices.Contains(only, f.Name) {
				continue
			}
			if _, ok := f.Value.(isms.Text); ok {
				b.markWords(e, f.Raw, f.Pos, cues)
			}
			if (f.Name == "role" || f.Name == "role_kind") && len(b.v.managers.find(normalise(f.Raw))) > 0 {
				mention(e, dutyConformity, f.Pos)
			}
		}
		for j := range e.Other {
			if only != nil {
				break
			}
			b.markWords(e, e.Other[j].Text, e.Other[j].Pos, cues)
		}
	}
}

// markLine looks at what a line of a plan says to whom as one sentence.
func (b *builder) markLine(e *isms.Entry, cues []string) {
	what, to := fieldOf(e.Fields, "what"), fieldOf(e.Fields, "with")
	if what != nil && to != nil {
		b.markWords(e, what.Raw+" "+to.Raw, what.Pos, cues)
	}
}

func (b *builder) markWords(e *isms.Entry, text string, pos isms.Pos, cues []string) {
	key := normalise(text)
	words := strings.Fields(key)
	for i := range b.v.cues {
		if m := &b.v.cues[i]; slices.Contains(cues, m.name) && m.matches(key, words) {
			mention(e, m.name, pos)
		}
	}
}

func mention(e *isms.Entry, name string, pos isms.Pos) {
	if !slices.ContainsFunc(e.Mentions, func(m isms.Mention) bool { return m.Name == name }) {
		e.Mentions = append(e.Mentions, isms.Mention{Name: name, Pos: pos})
	}
}

// settleSides reads the side of issues and parties from the heading or group row
// above them where no column gives it.
func (b *builder) settleSides(reg *isms.Register) {
	if hasColumn(reg, "side") {
		return
	}
	for i := range reg.Entries {
		e := &reg.Entries[i]
		if side := b.v.sideNamed(e.Group); side != "" {
			e.Fields = append(e.Fields, isms.Field{Name: "side", Raw: e.Group, Value: isms.Text(side), Pos: e.Pos})
		}
	}
}

// sideNamed is the one side that a heading names, "" for none or both.
func (v *vocabulary) sideNamed(heading string) string {
	side := ""
	for _, m := range v.longVals["side"].find(normalise(heading)) {
		found := v.valNames["side"][m.value]
		switch {
		case len(m.text) < 2:
		case side != "" && side != found:
			return ""
		default:
			side = found
		}
	}
	return side
}

// climateStatement reads `climate_determination: {relevant, decided_on}` above the
// entries of the issues.
func (y *yamlReader) climateStatement(c *candidate) {
	n := y.root.Get("climate_determination")
	if n == nil || y.kind != "issues" {
		return
	}
	said := n
	if n.Kind == yaml.Mapping {
		said = n.Get("relevant")
	}
	if said == nil || said.Kind != yaml.Scalar {
		return
	}
	// "No, because …" is a decision, "no decision yet" is none.
	word := said.Text
	if i := strings.IndexAny(word, ",;.:("); i > 0 {
		word = word[:i]
	}
	decision := y.v.values["yes_no"][normalise(word)]
	if decision == "" {
		return
	}
	s := isms.Statement{Place: isms.Place{Path: y.file.Path, Pos: toPos(said.Range)}, Name: climateChange, Text: decision}
	for _, key := range []string{"decided_on", "date"} {
		if d, ok := y.date(textOfNode(n.Get(key))); ok && s.Date == "" {
			s.Date = d.Until
		}
	}
	c.statements = append(c.statements, s)
}
