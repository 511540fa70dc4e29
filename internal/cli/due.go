package cli

import (
	"context"
	"time"

	"github.com/spf13/cobra"

	"github.com/ismslint/ismslint/internal/report"
)

// maxWithin is how many days ahead one can look.
const maxWithin = 3660

type dueFlags struct {
	run    runFlags
	within int
	format string
}

func (c *Command) dueVerb() *cobra.Command {
	f := &dueFlags{}
	cmd := &cobra.Command{
		Use: "due [PATH]", Short: "Say what is overdue and what falls due soon",
		Long: "due evaluates the rules that compare dates twice: as of today, and as of the day\n" +
			"that --within is away. Exit status 1 says that something is overdue or falls due.",
		Example: "  ismslint due\n  ismslint due --within 60 --format markdown > due.md",
		Args:    atMostOne,
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.due(cmd.Context(), f, args)
		},
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.IntVar(&f.within, "within", 30, "how many days to look ahead")
	flags.StringVar(&f.format, "format", "text", "text or markdown")
	f.run.add(flags)
	return cmd
}

func (c *Command) due(ctx context.Context, f *dueFlags, args []string) error {
	now, err := f.run.request(c, args)
	if err != nil {
		return err
	}
	if f.within < 0 || f.within > maxWithin {
		return badInput("", "--within is 0 to %d days, not %d", maxWithin, f.within)
	}
	if f.format != "text" && f.format != "markdown" {
		return badInput("", "--format is text or markdown, not %q", f.format)
	}
	d, err := c.dueOf(ctx, now, f.within)
	if err != nil {
		return err
	}
	if !d.Nothing() {
		c.status = statusFindings
	}
	if f.format == "markdown" {
		return report.DueMarkdown(c.Stdout, d, report.NewLinks(c.Getenv))
	}
	return report.DueText(c.Stdout, d)
}

// dueOf runs the check of both dates.
func (c *Command) dueOf(ctx context.Context, now request, within int) (report.Due, error) {
	day, err := time.Parse(time.DateOnly, now.asOf)
	if err != nil {
		return report.Due{}, badInput("", "the date of the evaluation: %w", err)
	}
	later := now
	later.asOf = day.AddDate(0, 0, within).Format(time.DateOnly)
	progress := c.startProgress()
	defer progress.stop()
	today, err := c.pipeline.check(ctx, now, progress.stage)
	if err != nil {
		return report.Due{}, err
	}
	then, err := c.pipeline.check(ctx, later, progress.stage)
	return report.DueBetween(today, then), err
}
