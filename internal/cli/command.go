// Package cli is the command line: the verbs, their flags and the exit status.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime/debug"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"github.com/ismslint/ismslint/internal/report"
)

// The exit statuses, contract 4 of docs/architecture.md.
const (
	statusOK       = 0
	statusFindings = 1
	statusInput    = 2 // could not evaluate: usage, settings, nothing to read
	statusFault    = 3 // a fault of ours, a failed rule included
)

const issues = "https://github.com/ismslint/ismslint/issues"

// Command is the program with all that it touches.
type Command struct {
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	Getenv         func(string) string
	// IsTerminal and ErrIsTerminal say whether people read Stdout and Stderr.
	IsTerminal, ErrIsTerminal bool
	// Width of the terminal in columns; 0 for 80.
	Width int
	// Version of the program; "" for that of the build.
	Version string
	// Now is the time of the run; nil for the clock. It is asked once.
	Now func() time.Time

	// pipeline makes a report; nil for the real one.
	pipeline pipeline
	status   int
}

// inputError is something that the user can put right.
type inputError struct {
	err  error
	hint string
}

func (e *inputError) Error() string { return e.err.Error() }
func (e *inputError) Unwrap() error { return e.err }

// badInput makes an error that ends in exit status 2.
func badInput(hint, format string, args ...any) error {
	return &inputError{fmt.Errorf(format, args...), hint}
}

// Main runs the program and returns the exit status.
func (c *Command) Main(ctx context.Context, args []string) (status int) {
	c.setDefaults()
	defer func() {
		if fault := recover(); fault != nil {
			status = c.fault(fmt.Sprintf("%v", fault), debug.Stack())
		}
	}()
	root := c.root()
	root.SetArgs(args)
	return c.statusOf(root.ExecuteContext(ctx))
}

func (c *Command) setDefaults() {
	if c.Getenv == nil {
		c.Getenv = func(string) string { return "" }
	}
	if c.Now == nil {
		c.Now = time.Now
	}
	if c.Width <= 0 {
		c.Width = 80
	}
	if c.pipeline == nil {
		c.pipeline = newPipeline()
	}
}

func (c *Command) statusOf(err error) int {
	var input *inputError
	switch {
	case err == nil:
		return c.status
	case errors.Is(err, syscall.EPIPE):
		return c.status // the reader has seen enough
	case errors.Is(err, context.Canceled):
		c.say("ismslint: interrupted")
		return statusInput
	case errors.As(err, &input):
		c.say("ismslint: " + err.Error())
		if input.hint != "" {
			c.say(input.hint)
		}
		return statusInput
	}
	return c.fault(err.Error(), nil)
}

// fault reports what should not have happened.
func (c *Command) fault(what string, stack []byte) int {
	c.say("ismslint: internal error: " + what)
	c.say("This is a fault of ismslint. Please report it: " + issues)
	if stack != nil && c.Getenv("ISMSLINT_DEBUG") != "" {
		fmt.Fprintf(c.Stderr, "%s", stack)
	}
	return statusFault
}

// say writes lines to stderr; what a document holds may be in them.
func (c *Command) say(lines string) {
	for line := range strings.SplitSeq(lines, "\n") {
		fmt.Fprintln(c.Stderr, report.Clean(line))
	}
}

func (c *Command) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "ismslint",
		Short: "Check an ISMS kept as markdown, YAML and CSV",
		Long: "ismslint reads an information security management system (ISMS) kept as markdown,\n" +
			"YAML and CSV, evaluates it clause by clause of ISO/IEC 27001 along the guidance of\n" +
			"ISO/IEC 27003:2017, and says at file, line and column what it found.",
		SilenceErrors: true, SilenceUsage: true, SuggestionsMinimumDistance: 2,
		CompletionOptions: cobra.CompletionOptions{HiddenDefaultCmd: true},
	}
	root.Args = unknownCommand
	root.RunE = func(cmd *cobra.Command, _ []string) error { return cmd.Help() }
	root.SetIn(c.Stdin)
	root.SetOut(c.Stdout)
	root.SetErr(c.Stderr)
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return badInput(usageHint(cmd.CommandPath()), "%w", err)
	})
	root.AddCommand(c.checkVerb(), c.baselineVerb(), c.dueVerb(), c.documentsVerb(), c.inspectVerb(), c.rulesVerb(), c.explainVerb(), c.versionVerb(), c.actionVerb())
	return root
}

func unknownCommand(root *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	hint := usageHint("ismslint")
	if near := root.SuggestionsFor(args[0]); len(near) > 0 {
		hint = "Did you mean `ismslint " + near[0] + "`?"
	}
	return badInput(hint, "unknown command %q", args[0])
}

func usageHint(command string) string { return "See `" + command + " --help`." }

// atMostOne is for verbs that take a path.
func atMostOne(cmd *cobra.Command, args []string) error {
	if len(args) > 1 {
		return badInput(usageHint(cmd.CommandPath()), "%s takes one path, not %d", cmd.Name(), len(args))
	}
	return nil
}

func (c *Command) versionVerb() *cobra.Command {
	return &cobra.Command{
		Use: "version", Short: "Print the version",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return badInput("", "version takes no arguments")
			}
			return nil
		},
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintln(c.Stdout, "ismslint", c.version())
			return err
		},
	}
}

// version is the one given at build time, else that of the module.
func (c *Command) version() string {
	if c.Version != "" {
		return c.Version
	}
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(devel)"
}
