package recognise

import (
	"slices"
	"strings"

	"github.com/ismslint/ismslint/internal/isms"
	"github.com/ismslint/ismslint/internal/syntax/markdown"
)

// longestPart is how many words a heading has at most that names a part of a
// policy by one word among others: "Purpose and scope".
const longestPart = 6

// elements are the parts of a policy that the headings of a document name.
func (p *page) elements() []string {
	if !strings.HasPrefix(p.doc.Type, "policy.") {
		return nil
	}
	var names []string
	title := p.titleSection()
	for i := range p.md.Sections {
		key := normalise(p.md.Sections[i].Heading)
		// Where the title stands in the front matter, the first heading may be a part.
		if i == title && p.md.Sections[i].Heading == p.doc.Title {
			if p.hasLead(i) {
				names = addName(names, "introduction")
			}
			for _, m := range p.v.elements.find(key) {
				if name := p.v.partNames[m.value]; name == "responsibilities" {
					names = addName(names, name)
				}
			}
			continue
		}
		for _, m := range p.v.elements.find(key) {
			// "Policy" and "rules" alone name a part; "other rules and policies" does not.
			whole := m.text == strings.TrimLeft(key, "0123456789 ")
			if whole || len(strings.Fields(key)) <= longestPart && !p.v.hinted("rules", m.text) {
				names = addName(names, p.v.partNames[m.value])
			}
		}
	}
	for line := range strings.Lines(p.md.Source.Text) {
		if lead := normalise(leadIn(line)); lead != "" {
			for _, m := range p.v.elements.find(lead) {
				if m.text == lead {
					names = addName(names, p.v.partNames[m.value])
				}
			}
		}
	}
	if len(p.doc.History) > 0 {
		names = addName(names, "administrative")
	}
	return names
}

// leadWords is how many words a paragraph has at least that introduces a policy.
const leadWords = 20

// hasLead says whether a sentence stands between the title and a heading below it.
func (p *page) hasLead(title int) bool {
	return title+1 < len(p.md.Sections) && slices.ContainsFunc(p.md.Sections[title].Blocks, func(b markdown.Block) bool {
		return b.Kind == markdown.Paragraph && strings.HasSuffix(b.Text, ".") && len(strings.Fields(b.Text)) >= leadWords
	})
}

// leadIn is what a paragraph or list item says in bold before its text, as in
// "**Scope:** all systems".
func leadIn(line string) string {
	at := strings.Index(line, "**")
	if at < 0 || strings.TrimLeft(line[:at], " \t-*+0123456789.") != "" {
		return ""
	}
	lead, text, found := strings.Cut(line[at+2:], "**")
	if !found || len(strings.TrimSpace(text)) < 2 || !strings.HasSuffix(strings.TrimSpace(lead), ":") && !strings.HasPrefix(text, ":") {
		return ""
	}
	return lead
}

// topics are the subjects that the headings of sections with content name, and
// that of the document itself.
func (p *page) topics(from, to int) []string {
	var names []string
	if !p.doc.Evidence {
		return nil
	}
	for i := from; i < to; i++ {
		if p.all[i].Empty {
			continue
		}
		for _, m := range p.v.topics.find(normalise(p.md.Sections[i].Heading)) {
			names = addName(names, p.v.topicIDs[m.value])
		}
	}
	if from == 0 && p.doc.Topic != "" {
		names = addName(names, p.doc.Topic)
	}
	return names
}

// citing are the registers whose entries are asked which other entries they name.
var citing = []string{"nonconformities", "improvements", "changes"}

// citedIDs marks the ids that the words of an entry name.
func (b *builder) citedIDs(reg *isms.Register) {
	if !slices.Contains(citing, reg.Kind) {
		return
	}
	for i := range reg.Entries {
		e := &reg.Entries[i]
		for j := range e.Fields {
			f := &e.Fields[j]
			for _, id := range idToken.FindAllString(f.Raw, mostMentioned) {
				if id != e.ID && !strings.Contains(id, " ") && len(e.Mentions) < mostMentioned {
					mention(e, id, f.Pos)
				}
			}
		}
	}
}

// linkReports marks audits whose report says to whom it was reported.
func (b *builder) linkReports() {
	said := map[string]bool{}
	for _, d := range b.model.Documents {
		for i := range d.Cues {
			said[d.Path] = said[d.Path] || d.Cues[i].Name == auditReported
		}
	}
	for _, reg := range b.model.Registers {
		if reg.Kind != "audits" {
			continue
		}
		for i := range reg.Entries {
			e := &reg.Entries[i]
			f := fieldOf(e.Fields, "report")
			if f == nil {
				continue
			}
			refs, _ := f.Value.(isms.Refs)
			for _, ref := range refs {
				if said[ref.Path] {
					mention(e, auditReported, f.Pos)
				}
			}
		}
	}
}

const auditReported = "audit-reported"
