package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/ismslint/ismslint/internal/report"
	"github.com/ismslint/ismslint/internal/verdict"
)

type baselineFlags struct {
	run     runFlags
	file    string
	ratchet bool
}

func (c *Command) baselineVerb() *cobra.Command {
	f := &baselineFlags{}
	cmd := &cobra.Command{
		Use: "baseline [PATH]", Short: "Record the findings of today, so that later runs fail by new ones only",
		Long: "baseline writes " + baselineName + " beside isms.yaml, to be committed. check finds it\n" +
			"by itself and fails by findings only that are not in it. With --ratchet the file only\n" +
			"becomes shorter: exit status 1 says that there are findings that it does not have.",
		Example: "  ismslint baseline\n  ismslint baseline --ratchet",
		Args:    atMostOne,
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.baseline(cmd.Context(), f, args)
		},
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.StringVar(&f.file, "file", "", "another file to write; check needs --baseline FILE then")
	flags.BoolVar(&f.ratchet, "ratchet", false, "only take out what no longer applies")
	f.run.add(flags)
	return cmd
}

func (c *Command) baseline(ctx context.Context, f *baselineFlags, args []string) error {
	req, err := f.run.request(c, args)
	if err != nil {
		return err
	}
	req.withoutBaseline = true
	progress := c.startProgress()
	r, err := c.pipeline.check(ctx, req, progress.stage)
	progress.stop()
	switch {
	case err != nil:
		return err
	case !r.ISMSRecognised:
		return badInput("", "there is nothing to record: no ISMS was recognised in %s", treeName(req.path))
	case r.Summary.Rules.Failed > 0:
		c.status = statusFault
		c.say("ismslint: a rule could not be evaluated, and the baseline is left as it is")
		return nil
	}
	now := verdict.NewBaseline(&r)
	name := f.file
	if name == "" {
		name = r.BaselineAt
	}
	before, err := baselineBefore(name, f.ratchet)
	if err != nil {
		return err
	}
	if f.ratchet {
		return c.ratchet(name, &now, before)
	}
	line := fmt.Sprintf("Recorded %s in %s.", findings(len(now.Findings)), filepath.Base(name))
	if before != nil {
		line += fmt.Sprintf(" It had %d.", len(before.Findings))
	}
	return c.record(name, &now, line)
}

// baselineBefore is the baseline that is there; nil for none, or where it is to be
// written anew anyway and cannot be read.
func baselineBefore(name string, needed bool) (*verdict.BaselineFile, error) {
	text, err := readBounded(name)
	switch {
	case errors.Is(err, fs.ErrNotExist) && needed:
		return nil, badInput("Run `ismslint baseline` first.", "there is no baseline %s", name)
	case err != nil && needed:
		return nil, badInput("", "reading the baseline: %w", err)
	}
	var before *verdict.BaselineFile
	if err == nil {
		before, err = parseBaseline(filepath.Base(name), text)
	}
	if needed {
		return before, err
	}
	return before, nil
}

// shownNew is how many findings are named that a baseline does not have.
const shownNew = 10

// ratchet writes the baseline where it becomes shorter, and refuses where it would
// have to grow.
func (c *Command) ratchet(name string, now, before *verdict.BaselineFile) error {
	if added := now.Without(before); len(added) > 0 {
		c.status = statusFindings
		c.say(fmt.Sprintf("ismslint: not in the baseline of %s, which is left as it is: %s", before.AsOf, findings(len(added))))
		for _, e := range added[:min(len(added), shownNew)] {
			c.say(fmt.Sprintf("  %s  %s [%s]", e.Path, e.Message, e.Rule))
		}
		return nil
	}
	gone := len(before.Findings) - len(now.Findings)
	if gone == 0 {
		_, err := fmt.Fprintf(c.Stdout, "The baseline of %s still holds: %s.\n", before.AsOf, findings(len(before.Findings)))
		return err
	}
	return c.record(name, now, fmt.Sprintf("Took %d out of the baseline; it has %s now.", gone, findings(len(now.Findings))))
}

// record writes the file and says so.
func (c *Command) record(name string, b *verdict.BaselineFile, line string) error {
	var data bytes.Buffer
	if err := report.BaselineJSON(&data, *b); err != nil {
		return err
	}
	if data.Len() > maxBaseline {
		return badInput("", "the baseline would be larger than 8 MiB, and check would not read it")
	}
	err := writeFile(name, func(w io.Writer) error {
		_, err := data.WriteTo(w)
		return err
	})
	if err != nil {
		return badInput("", "writing the baseline: %w", err)
	}
	_, err = fmt.Fprintln(c.Stdout, report.Clean(line))
	return err
}

func findings(n int) string {
	if n == 1 {
		return "1 finding"
	}
	return fmt.Sprintf("%d findings", n)
}
