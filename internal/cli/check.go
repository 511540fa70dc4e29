package cli

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/ismslint/ismslint/internal/catalogue"
	"github.com/ismslint/ismslint/internal/policy"
	"github.com/ismslint/ismslint/internal/report"
	"github.com/ismslint/ismslint/internal/verdict"
)

// runFlags are those of the verbs that read a repository.
type runFlags struct {
	edition, asOf, config string
	jobs                  int
}

func (f *runFlags) add(set *pflag.FlagSet) {
	set.StringVar(&f.edition, "edition", "", "edition of ISO/IEC 27001: 2013, 2022 or 2022+amd1 (default: declared or inferred)")
	set.StringVar(&f.asOf, "as-of", "", "date of the evaluation, YYYY-MM-DD (default: today in UTC)")
	set.StringVar(&f.config, "config", "", "path of isms.yaml (default: the one of the tree)")
	set.IntVar(&f.jobs, "jobs", 0, "how much is done at a time (default: one for each processor)")
}

// request checks the flags and makes of them what the pipeline is asked.
func (f *runFlags) request(c *Command, args []string) (request, error) {
	r := request{path: ".", edition: f.edition, asOf: f.asOf, config: f.config, jobs: f.jobs, version: c.version()}
	if len(args) > 0 {
		r.path = args[0]
	}
	if r.path == "" {
		return r, badInput("", "the path is empty")
	}
	editions := append([]string{""}, editions()...)
	if !slices.Contains(editions, f.edition) {
		return r, badInput("", "--edition is 2013, 2022 or 2022+amd1, not %q", f.edition)
	}
	if r.asOf == "" {
		r.asOf = c.Now().UTC().Format(time.DateOnly)
	}
	if _, err := time.Parse(time.DateOnly, r.asOf); err != nil {
		return r, badInput("", "--as-of is a date such as 2026-03-31, not %q", f.asOf)
	}
	if f.jobs < 0 {
		return r, badInput("", "--jobs is 1 or more, not %d", f.jobs)
	}
	return r, nil
}

type checkFlags struct {
	run           runFlags
	formats       []string
	failOn        string
	clauses       []string
	rules         []string
	noColor       bool
	excerpt, all  bool
	base, scope   string
	staged        bool
	baseline      string
	outputs       []output
	failOnAllowed []string
}

func (c *Command) checkVerb() *cobra.Command {
	f := &checkFlags{failOnAllowed: []string{"error", "warning", "note", "never"}}
	cmd := &cobra.Command{
		Use: "check [PATH]", Short: "Evaluate an ISMS and report verdicts and findings",
		Example: "  ismslint check\n  ismslint check --format text --format json=report.json policies/",
		Args:    atMostOne,
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.check(cmd.Context(), f, args)
		},
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.StringArrayVar(&f.formats, "format", nil, formatNames()+";\nwith =PATH into a file; may be repeated (default: text, in CI also what the service shows)")
	flags.StringVar(&f.failOn, "fail-on", "error", "level from which findings give exit status 1: error, warning, note or never")
	flags.StringVar(&f.base, "base", "", "compare with this branch, tag or commit: what a change introduces and mends (default in a pull request: its base)")
	flags.StringVar(&f.scope, "scope", "introduced", "with a base, which findings decide the exit status: introduced or all")
	flags.BoolVar(&f.staged, "staged", false, "evaluate what is staged instead of the work tree, compared with HEAD unless --base says otherwise")
	flags.StringVar(&f.baseline, "baseline", "", "file of findings that fail no run (default: "+baselineName+" beside isms.yaml)")
	flags.StringArrayVar(&f.clauses, "clause", nil, "only this clause, numbered as in the edition; may be repeated")
	flags.StringArrayVar(&f.rules, "rule", nil, "only findings of this rule; may be repeated")
	flags.BoolVar(&f.all, "all", false, "show every finding and every clause")
	flags.BoolVar(&f.excerpt, "excerpt", false, "show the lines of findings (on a terminal they are shown anyway)")
	flags.BoolVar(&f.noColor, "no-color", false, "no colours")
	f.run.add(flags)
	return cmd
}

func (c *Command) check(ctx context.Context, f *checkFlags, args []string) error {
	req, err := f.run.request(c, args)
	if err != nil {
		return err
	}
	if !slices.Contains(f.failOnAllowed, f.failOn) {
		return badInput("", "--fail-on is %s, not %q", strings.Join(f.failOnAllowed, ", "), f.failOn)
	}
	hint := ""
	if len(f.formats) == 0 {
		f.formats, hint = c.formatsHere()
	}
	if f.outputs, err = parseFormats(f.formats); err != nil {
		return err
	}
	req.needRules, req.baseline = f.rules, f.baseline
	if err := c.compareWith(f, &req); err != nil {
		return err
	}
	progress := c.startProgress()
	r, err := c.pipeline.check(ctx, req, progress.stage)
	progress.stop()
	if err != nil {
		return err
	}
	if err := restrict(&r, f); err != nil {
		return err
	}
	c.status = statusFor(r, f.failOn)
	for _, rule := range r.Rules {
		if rule.State == string(policy.Failed) {
			c.say("ismslint: the rule " + rule.ID + " could not be evaluated: " + rule.Reason)
		}
	}
	if hint != "" {
		c.say(hint)
	}
	return c.writeAll(f, req, r)
}

// restrict narrows the report to the clauses and rules asked for.
func restrict(r *verdict.Report, f *checkFlags) error {
	scope := verdict.Scope{Rules: f.rules}
	for _, number := range f.clauses {
		ids := verdict.Canonical(number, r.Edition, catalogue.Clauses())
		if len(ids) == 0 {
			return badInput("", "there is no clause %q in the %s edition", number, r.Edition)
		}
		scope.Clauses = append(scope.Clauses, ids...)
	}
	r.Restrict(scope)
	return nil
}

func statusFor(r verdict.Report, failOn string) int {
	switch {
	case r.Summary.Rules.Failed > 0:
		return statusFault
	case report.Failing(r.Deciding(), failOn) > 0:
		return statusFindings
	}
	return statusOK
}
