package cli

import (
	"strings"

	"github.com/ismslint/ismslint/internal/catalogue"
	"github.com/ismslint/ismslint/internal/policy"
	"github.com/ismslint/ismslint/internal/verdict"
)

// explainRule is what the metadata of a rule says, in sentences.
func explainRule(l *leaflet, id string, rules []*policy.Meta) bool {
	m := ruleNamed(rules, id)
	if m == nil {
		return false
	}
	l.paragraph("", "", m.Title)
	l.paragraph("", "", m.ID)
	l.blank()
	l.paragraph("", "", m.Description)
	l.blank()
	if clause, ok := catalogue.ClauseByID(m.Clause); ok {
		l.field("clause", m.Clause+" "+clause.Title)
	} else {
		l.field("clause", m.Clause)
	}
	for i, id := range m.Activities {
		name := ""
		if i == 0 {
			name = "activities"
		}
		if a, ok := catalogue.ActivityByID(id); ok {
			id += " " + a.Text
		}
		l.field(name, id)
	}
	l.field("level", levelWords(m))
	l.field("strength", strengthWords(m))
	l.field("decides by", decisionWords(m))
	l.field("needs", needsWords(m))
	l.field("looks at", strings.Join(m.For, ", "))
	switch m.SmallOrganization {
	case "relax":
		l.field("if small", "it asks less of fewer than 10 persons")
	case "off":
		l.field("if small", "it is not evaluated for fewer than 10 persons")
	}
	l.field("remedy", m.Remedy)
	if verdict.OwnRule(m.ID) == nil {
		l.field("switch off", "lint.levels in isms.yaml: "+m.ID+": off")
	}
	if limits := limitsOf(m); len(limits) > 0 {
		l.heading("What it cannot tell")
		for _, limit := range limits {
			l.item(limit)
		}
	}
	return true
}

func ruleNamed(rules []*policy.Meta, id string) *policy.Meta {
	for _, m := range rules {
		if m.ID == id {
			return m
		}
	}
	return nil
}

// needsWords says without which registers a rule is silent. A need with a
// question mark must only not be unreadable.
func needsWords(m *policy.Meta) string {
	var there []string
	for _, need := range m.Needs {
		if !strings.HasSuffix(need, "?") {
			there = append(there, need)
		}
	}
	if len(there) == 0 {
		return ""
	}
	return strings.Join(there, ", ") + "; it is silent where they are not there or cannot be read"
}

// limitsOf are what a rule cannot tell: what no rule can of its activities, and
// what comes of how it decides.
func limitsOf(m *policy.Meta) []string {
	var out []string
	if len(m.Activities) > 0 {
		for _, l := range catalogue.Limits(m.Activities...) {
			out = append(out, l.Text)
		}
	}
	if m.Certainty == "indicates" {
		out = append(out, "whether something is said in other words than it knows, or a word stands there for another reason: it goes by names, headings and wording")
	}
	if m.Kind == "freshness" {
		out = append(out, "whether a date is true: it compares those that are written down")
	}
	return out
}

func levelWords(m *policy.Meta) string {
	words := m.Level
	for _, edition := range editions() {
		if level, ok := m.Levels[edition]; ok {
			words += "; " + level + " in the " + edition + " edition"
		}
	}
	for _, other := range []struct{ level, when string }{
		{m.LevelUndeclared, "while isms.yaml does not say what is kept elsewhere"},
		{m.LevelDetermined, "where isms.yaml lists it under determined"},
		{m.LevelNoInterval, "where no interval is stated and 12 months are compared with"},
	} {
		if other.level != "" {
			words += "; " + other.level + " " + other.when
		}
	}
	return words
}

func strengthWords(m *policy.Meta) string {
	what := map[string]string{
		"shall": "required activity", "should": "recommendation", "can": "possibility", "may": "permission",
	}[m.Strength]
	return strings.TrimSuffix(what+" ("+sourceWords[m.Source]+")", " ()")
}

var sourceWords = map[string]string{
	"seed": "ISO/IEC 27003:2017", "27003": "ISO/IEC 27003:2017", "27001:2022": "ISO/IEC 27001:2022", "practice": "practice, not a standard",
}

func decisionWords(m *policy.Meta) string {
	if m.Certainty == "decides" {
		return "declared or structured data (" + m.Kind + ")"
	}
	return "names, headings and wording (" + m.Kind + "): it indicates, and may err"
}
