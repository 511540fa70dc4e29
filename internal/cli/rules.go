package cli

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/ismslint/ismslint/internal/catalogue"
	"github.com/ismslint/ismslint/internal/policy"
	"github.com/ismslint/ismslint/internal/report"
	"github.com/ismslint/ismslint/internal/verdict"
)

// rulesKnown are the rules of the program, by clause and id, and what the
// reading of files reports. Nothing is compiled for it.
func (c *Command) rulesKnown() []*policy.Meta {
	rules := append(c.pipeline.rules(), verdict.OwnRules()...)
	slices.SortStableFunc(rules, func(a, b *policy.Meta) int {
		if order := verdict.CompareClauses(orLast(a.Clause), orLast(b.Clause)); order != 0 {
			return order
		}
		return strings.Compare(a.ID, b.ID)
	})
	return rules
}

func orLast(clause string) string {
	if clause == "" {
		return "~"
	}
	return clause
}

func (c *Command) rulesVerb() *cobra.Command {
	var format, edition string
	var coverage bool
	cmd := &cobra.Command{
		Use: "rules", Short: "List the rules, or with --coverage which activity each looks at",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return badInput("To read about one rule: `ismslint explain "+report.Clean(args[0])+"`.", "rules takes no arguments")
			}
			return nil
		},
		RunE: func(*cobra.Command, []string) error {
			if coverage {
				return c.coverage(format, edition)
			}
			if edition != "" {
				return badInput("Try `ismslint rules --coverage --edition "+report.Clean(edition)+"`.", "--edition goes with --coverage")
			}
			return c.rules(format)
		},
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.BoolVar(&coverage, "coverage", false, "which rules look at each required activity, and which activity has none")
	flags.StringVar(&edition, "edition", "", "with --coverage, only this edition of ISO/IEC 27001: 2013, 2022 or 2022+amd1")
	flags.StringVar(&format, "format", "text", "text or json; with --coverage also markdown")
	return cmd
}

func (c *Command) rules(format string) error {
	switch format {
	case "text":
		return c.ruleTable(c.rulesKnown())
	case "json":
		encoder := json.NewEncoder(c.Stdout)
		encoder.SetEscapeHTML(false)
		encoder.SetIndent("", "  ")
		return encoder.Encode(c.rulesKnown())
	}
	return badInput("", "--format is text or json, not %q", format)
}

// editions are those of ISO/IEC 27001, oldest first.
func editions() []string {
	return []string{catalogue.Edition2013, catalogue.Edition2022, catalogue.Edition2022Amd1}
}

func (c *Command) coverage(format, edition string) error {
	asked := editions()
	if edition != "" {
		if !slices.Contains(asked, edition) {
			return badInput("", "--edition is 2013, 2022 or 2022+amd1, not %q", edition)
		}
		asked = []string{edition}
	}
	coverage := verdict.Cover(c.pipeline.rules(), catalogue.Clauses(), asked)
	switch format {
	case "text":
		return report.CoverageText(c.Stdout, coverage, min(c.Width, maxWidth))
	case "json":
		return report.CoverageJSON(c.Stdout, coverage)
	case "markdown":
		return report.CoverageMarkdown(c.Stdout, coverage, nil)
	}
	return badInput("", "--format is text, json or markdown, not %q", format)
}

func (c *Command) ruleTable(rules []*policy.Meta) error {
	ids, clauses := len("rule"), len("clause")
	for _, m := range rules {
		ids, clauses = max(ids, len(m.ID)), max(clauses, len(m.Clause))
	}
	const levels = 7
	titles := max(min(c.Width, maxWidth)-ids-clauses-levels-6, 30)
	var b strings.Builder
	row := func(id, clause, level, title string) {
		line := fmt.Sprintf("%-*s  %-*s  %-*s  %s", ids, id, clauses, clause, levels, level, title)
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
	row("rule", "clause", "level", "title")
	for _, m := range rules {
		row(m.ID, m.Clause, m.Level, report.Cut(m.Title, titles))
	}
	_, err := fmt.Fprint(c.Stdout, b.String())
	return err
}
