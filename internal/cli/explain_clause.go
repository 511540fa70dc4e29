package cli

import (
	"slices"
	"strings"

	"github.com/ismslint/ismslint/internal/catalogue"
	"github.com/ismslint/ismslint/internal/policy"
	"github.com/ismslint/ismslint/internal/verdict"
)

// modeWords say what the standard expects in writing.
var modeWords = map[string]string{
	"mandatory":     "in writing, as the standard says",
	"conditional":   "in writing once the case occurs",
	"extent":        "in writing as far as the organisation needs it to be confident",
	"as-determined": "in writing where the organisation decides so",
}

// explainActivity says what an activity asks and what looks at it.
func explainActivity(l *leaflet, name string, rules []*policy.Meta) bool {
	id := strings.ToLower(name)
	a, ok := catalogue.ActivityByID(id)
	clause, _ := catalogue.ClauseOf(id)
	if !ok {
		return false
	}
	l.paragraph(a.ID+"  ", strings.Repeat(" ", len(a.ID)+2), a.Text)
	l.blank()
	l.field("clause", clause.ID+" "+clause.Title+numberedElsewhere(clause))
	l.field("editions", editionWords(a.EditionOnly))
	l.field("evidence", modeWords[a.Mode])
	l.field("usually in", placesWords(clause.Evidence))
	l.field("if small", clause.SmallOrganization)
	about := rulesOn(rules, []string{a.ID})
	rulesList(l, about)
	if len(about) == 0 {
		l.heading("Rules that look at it")
		none := "None yet: its verdict is not-decidable."
		if a.Unseen != "" {
			none = "None: " + a.Unseen
		}
		l.paragraph("  ", "  ", none)
	}
	limitsList(l, about, a.ID)
	guidanceList(l, clause)
	return true
}

// explainClauses explains a clause, or lists those that a number holds. A number
// is that of 2013, as in the ids of activities, else that of 2022.
func explainClauses(l *leaflet, name string, rules []*policy.Meta) bool {
	number := strings.TrimSuffix(name, ".")
	if strings.EqualFold(number, "A") || strings.EqualFold(number, "annex-a") || strings.EqualFold(number, "Annex A") {
		number = "Annex A"
	}
	ids := []string{number}
	if _, ok := catalogue.ClauseByID(number); !ok {
		ids = append(verdict.Canonical(number, catalogue.Edition2013, catalogue.Clauses()),
			verdict.Canonical(number, catalogue.Edition2022Amd1, catalogue.Clauses())...)
		slices.SortFunc(ids, verdict.CompareClauses)
		ids = slices.Compact(ids)
	}
	switch len(ids) {
	case 0:
		return false
	case 1:
		clause, _ := catalogue.ClauseByID(ids[0])
		explainClause(l, clause, rules)
		return true
	}
	l.paragraph("", "", number+" has these clauses; `ismslint explain "+ids[0]+"` says more of one.")
	l.blank()
	for _, id := range ids {
		clause, _ := catalogue.ClauseByID(id)
		l.field(id, clause.Title+numberedElsewhere(clause))
	}
	return true
}

func explainClause(l *leaflet, clause catalogue.Clause, rules []*policy.Meta) {
	l.paragraph("", "", clause.ID+" "+clause.Title+numberedElsewhere(clause))
	l.blank()
	l.field("editions", editionWords(clause.EditionOnly))
	l.field("changes", clause.Changes2022)
	l.field("evidence", modeWords[clause.Mode]+": "+strings.Join(clause.What, "; "))
	l.field("usually in", placesWords(clause.Evidence))
	l.field("if small", clause.SmallOrganization)
	if other := otherNumbered(clause); other != "" {
		l.field("not", "the clause that 2022 numbers "+clause.ID+": `ismslint explain "+other+"`")
	}
	if clause.ID == "Annex A" {
		l.field("not", "the controls of Annex A of ISO/IEC 27001: `ismslint explain A.5.15`")
	}
	if isControl(clause.ID) {
		l.field("not", "the control: `ismslint explain "+controlName(clause.ID)+"`")
	}
	var activities []string
	if len(clause.Activities) > 0 {
		l.heading("What it asks")
	}
	for _, a := range clause.Activities {
		activities = append(activities, a.ID)
		text := a.Text
		if a.EditionOnly != "" && a.EditionOnly != clause.EditionOnly {
			text += " (" + editionWords(a.EditionOnly) + ")"
		}
		l.paragraph("  "+a.ID+strings.Repeat(" ", max(11-len(a.ID), 2)), strings.Repeat(" ", fieldWidth), text)
	}
	about := rulesOn(rules, activities)
	for _, m := range rules {
		if m.Clause == clause.ID && !slices.Contains(about, m) {
			about = append(about, m)
		}
	}
	rulesList(l, about)
	if len(about) == 0 {
		l.heading("No rule looks at it.")
	}
	if len(activities) > 0 {
		limitsList(l, about, activities...)
	}
	guidanceList(l, clause)
}

// numberedElsewhere says which numbers the 2022 edition gives a clause, "" where
// they are the same.
func numberedElsewhere(clause catalogue.Clause) string {
	if len(clause.IDs2022) == 0 || slices.Equal(clause.IDs2022, []string{clause.ID}) {
		return ""
	}
	return " (" + verdict.Number(&clause, catalogue.Edition2022) + " in the 2022 edition)"
}

// otherNumbered is the clause to which the 2022 edition gives the number of this
// one, "" for none.
func otherNumbered(clause catalogue.Clause) string {
	for _, other := range catalogue.Clauses() {
		if other.ID != clause.ID && slices.Contains(other.IDs2022, clause.ID) {
			return other.ID
		}
	}
	return ""
}

func editionWords(only string) string {
	switch only {
	case "":
		return ""
	case catalogue.Edition2022:
		return "2022 and its amendment only"
	case catalogue.Edition2022Amd1:
		return "2022 with Amendment 1 only"
	}
	return only + " only"
}

// placesWords are the document types and registers that usually show a clause.
func placesWords(items []string) string {
	places := make([]string, len(items))
	for i, item := range items {
		places[i] = item
		if kind, ok := catalogue.RegisterByID(item); ok && kind.Path != "" {
			places[i] += " (" + kind.Path + ")"
		}
	}
	return strings.Join(places, ", ")
}

// rulesOn are the rules on some of the activities: those that form verdicts
// first, and of those the surest.
func rulesOn(rules []*policy.Meta, activities []string) []*policy.Meta {
	var out []*policy.Meta
	for _, m := range rules {
		if slices.ContainsFunc(m.Activities, func(a string) bool { return slices.Contains(activities, a) }) {
			out = append(out, m)
		}
	}
	slices.SortStableFunc(out, func(a, b *policy.Meta) int { return rank(a) - rank(b) })
	return out
}

// How a rule counts.
const (
	rankDecides = iota
	rankIndicates
	rankAdvice
	rankChange
)

func rank(m *policy.Meta) int {
	switch {
	case m.OfChange():
		return rankChange
	case m.Strength != "shall":
		return rankAdvice
	case m.Certainty != "decides":
		return rankIndicates
	}
	return rankDecides
}

var rankWords = [...]string{
	rankDecides:   "Rules that decide, by declared or structured data",
	rankIndicates: "Rules that indicate, by names, headings and wording; they may err",
	rankAdvice:    "Rules on what is recommended or practice; no part in the verdict",
	rankChange:    "Rules on what a change does, with check --base; no part in the verdict",
}

// rulesList says of each rule what it holds and how loud it is, those together
// that decide in the same way.
func rulesList(l *leaflet, rules []*policy.Meta) {
	for at, words := range rankWords {
		first := true
		for _, m := range rules {
			if rank(m) != at {
				continue
			}
			if first {
				l.heading(words)
				first = false
			}
			l.paragraph("  ", "    ", m.ID+" ("+m.Level+")")
			l.paragraph("      ", "      ", m.Title)
		}
	}
}

func limitsList(l *leaflet, rules []*policy.Meta, activities ...string) {
	l.heading("What no rule can tell")
	for _, limit := range catalogue.Limits(activities...) {
		l.item(limit.Text)
	}
	if len(rules) > 0 && !slices.ContainsFunc(rules, func(m *policy.Meta) bool { return rank(m) == rankDecides }) {
		l.item("whether it is said in other words than the rules know: they go by names, headings and wording alone")
	}
}

func guidanceList(l *leaflet, clause catalogue.Clause) {
	if len(clause.Guidance) == 0 {
		return
	}
	l.heading("Guidance on clause " + clause.ID)
	for _, g := range clause.Guidance {
		l.paragraph("  "+g.Strength+strings.Repeat(" ", max(fieldWidth-2-len(g.Strength), 1)), strings.Repeat(" ", fieldWidth),
			g.Text+" ["+guidanceSources[g.Source]+"]")
	}
}

var guidanceSources = map[string]string{
	"seed": "27003", "27003": "27003", "27001:2022": "27001:2022", "practice": "practice",
}
