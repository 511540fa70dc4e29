package recognise

import (
	"slices"
	"strings"

	"github.com/ismslint/ismslint/internal/isms"
)

const infosecPolicy = "policy.infosec"

// policyLines marks the lines of a register on awareness or communication that
// name the information security policy, with the newest date of each line.
func (b *builder) policyLines(reg *isms.Register) {
	for i := range reg.Entries {
		e := &reg.Entries[i]
		for j := range e.Fields {
			if f := &e.Fields[j]; b.namesPolicy(f) {
				e.Mentions = append(e.Mentions, isms.Mention{Name: infosecPolicy, Date: b.newestIn(e), Pos: f.Pos})
				break
			}
		}
	}
}

// namesPolicy looks at what a line is about: its words, its messages and its
// material.
func (b *builder) namesPolicy(f *isms.Field) bool {
	switch f.Name {
	case "messages":
		return slices.ContainsFunc(strings.FieldsFunc(f.Raw, func(r rune) bool { return strings.ContainsRune(",;\n", r) }), func(item string) bool {
			return normalise(item) == "policy" || b.titled(item, infosecPolicy)
		})
	case "topic", "what", "material":
		return b.titled(f.Raw, infosecPolicy)
	}
	return false
}

// titled says whether a text holds the title of a document type.
func (b *builder) titled(text, typ string) bool {
	for _, m := range b.v.titles.find(normalise(text)) {
		if b.v.types[m.value].ID == typ {
			return true
		}
	}
	return false
}

// newestIn is the newest date that a line says something was done on. Dates to
// come and plans are none.
func (b *builder) newestIn(e *isms.Entry) string {
	newest := ""
	take := func(d isms.Date) {
		if d.Age >= 0 {
			newest = max(newest, d.Until)
		}
	}
	for i := range e.Fields {
		if d, ok := e.Fields[i].Value.(isms.Date); ok && e.Fields[i].Name != "planned_on" {
			take(d)
		}
	}
	for i := range e.Other {
		if d, ok := b.date(e.Other[i].Text); ok {
			take(d)
		}
	}
	return newest
}

// titleWords are words of functions, roles and teams.
var titleWords = func() map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(`manager managers officer head director lead leader leadership chief team department engineer administrator
		admin developer owner coordinator auditor management security operations compliance office counsel representative board
		leitung leiter leiterin beauftragter beauftragte abteilung verantwortlicher verantwortliche geschaftsfuhrung geschaeftsfuehrung vorstand`) {
		set[w] = true
	}
	return set
}()

// isTitle tells a title, role or team from a name.
func (r *reader) isTitle(key string) bool {
	if len(r.v.people.find(key)) > 0 || len(r.v.managers.find(key)) > 0 {
		return true
	}
	return slices.ContainsFunc(strings.Fields(key), func(w string) bool { return titleWords[w] })
}

// audienceCues read from the header whom a policy is handed to: parties outside
// are named there as well as in the text, by its distribution or its class.
func (p *page) audienceCues() {
	if p.doc.Type != infosecPolicy {
		return
	}
	for _, name := range []string{"audience", "classification"} {
		f := fieldOf(p.doc.Metadata, name)
		if f == nil || strings.Contains(normalise(f.Raw), "not public") || strings.Contains(normalise(f.Raw), "non public") {
			continue
		}
		if p.v.says(f.Raw, "outside-parties") {
			p.doc.Cues = append(p.doc.Cues, isms.Cue{Name: "published", Pos: f.Pos})
		}
	}
}

var editorialWord = lazily(`(?i)\b(editorial|typos?|spelling|wording|formatting|layout|redaktionell\w*|tippfehler|rechtschreib\w*|formatierung)\b`)

// editorial marks a revision that says of itself that it changed no rule.
func editorial(rev *isms.Revision) {
	if f := fieldOf(rev.Fields, "change"); f != nil && editorialWord.MatchString(f.Raw) {
		rev.Fields = append(rev.Fields, isms.Field{Name: "editorial", Raw: f.Raw, Value: isms.Text(f.Raw), Pos: f.Pos})
	}
}
