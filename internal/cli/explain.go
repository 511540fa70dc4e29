package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/ismslint/ismslint/internal/catalogue"
	"github.com/ismslint/ismslint/internal/config"
	"github.com/ismslint/ismslint/internal/policy"
	"github.com/ismslint/ismslint/internal/report"
)

// readable is how wide a text of several paragraphs is set.
const readable = 80

func (c *Command) explainVerb() *cobra.Command {
	return &cobra.Command{
		Use: "explain RULE|ACTIVITY|CLAUSE|CONTROL", Short: "Say what a rule, activity, clause or control asks, and what looks at it",
		Example: "  ismslint explain risk-assessment/risk-has-owner\n  ismslint explain 6.1.2-d\n" +
			"  ismslint explain 6.1.2\n  ismslint explain A.5.15",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return badInput("`ismslint rules` lists the rules, `ismslint rules --coverage` the activities.",
					"explain takes a rule, an activity, a clause or a control")
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return c.explain(strings.Join(args, " ")) },
	}
}

// explain says what is known of the first that has the name: "5.1" is a clause
// and, as "A.5.1", a control.
func (c *Command) explain(name string) error {
	rules := c.rulesKnown()
	page := &leaflet{columns: min(c.Width, readable)}
	name = strings.TrimSpace(name)
	if !explainRule(page, name, rules) && !explainActivity(page, name, rules) &&
		!explainClauses(page, name, rules) && !explainControl(page, name, rules) {
		return c.unknownName(name, rules)
	}
	_, err := fmt.Fprint(c.Stdout, page.String())
	return err
}

// unknownName says what was probably meant.
func (c *Command) unknownName(name string, rules []*policy.Meta) error {
	if !strings.ContainsAny(name, "0123456789") {
		return unknownRule(name, rules)
	}
	var candidates []string
	for _, a := range catalogue.Activities("") {
		candidates = append(candidates, a.ID)
	}
	for _, clause := range catalogue.Clauses() {
		candidates = append(append(candidates, clause.ID), clause.IDs2022...)
	}
	for _, control := range catalogue.Controls(catalogue.Edition2022) {
		candidates = append(candidates, controlName(control.ID))
	}
	for _, control := range catalogue.Controls(catalogue.Edition2013) {
		candidates = append(candidates, control.ID)
	}
	for _, m := range rules {
		candidates = append(candidates, m.ID)
	}
	hint := "`ismslint rules --coverage` lists the clauses, their activities and the rules."
	if near := config.Nearest(name, candidates); near != "" {
		hint = "Did you mean " + near + "?"
	}
	return badInput(hint, "there is no rule, activity, clause or control %q", name)
}

func unknownRule(id string, rules []*policy.Meta) error {
	ids := make([]string, len(rules))
	for i, m := range rules {
		ids[i] = m.ID
	}
	hint := "`ismslint rules` lists them."
	if near := config.Nearest(id, ids); near != "" {
		hint = "Did you mean " + near + "?"
	} else if i := slices.IndexFunc(ids, func(s string) bool { return strings.HasSuffix(s, "/"+id) }); i >= 0 {
		hint = "Did you mean " + ids[i] + "?"
	}
	return badInput(hint, "there is no rule %q", id)
}

// leaflet is a text for people: a title, paragraphs, lists with headings.
type leaflet struct {
	strings.Builder
	columns int
}

func (l *leaflet) paragraph(first, rest, text string) {
	l.WriteString(report.Paragraph(l.columns, first, rest, text))
}

func (l *leaflet) blank() { l.WriteString("\n") }

func (l *leaflet) heading(text string) {
	l.blank()
	l.paragraph("", "", text)
}

const fieldWidth = 13

// field is a line with a name before it; without a text there is none.
func (l *leaflet) field(name, text string) {
	if text != "" {
		l.paragraph(fmt.Sprintf("%-*s", fieldWidth, name), strings.Repeat(" ", fieldWidth), text)
	}
}

func (l *leaflet) item(text string) { l.paragraph("  - ", "    ", text) }
