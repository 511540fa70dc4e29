package cli

import (
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/ismslint/ismslint/internal/report"
)

// actionVerb is the entry point of action.yml. GitHub hands the inputs over as
// variables such as INPUT_FAIL-ON, whose names no shell can read; here nothing
// of an input passes through a shell, and none can become another flag.
func (c *Command) actionVerb() *cobra.Command {
	return &cobra.Command{
		Use: "action", Short: "Run as a GitHub Action, with inputs from the environment", Hidden: true,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return badInput("Its inputs are variables of the environment, see action.yml.", "action takes no arguments")
			}
			err := c.action(cmd)
			if err != nil {
				// A log is long, and the person who set the input looks at the annotations.
				report.GitHubError(c.Stdout, "ismslint: "+err.Error())
			}
			return err
		},
	}
}

func (c *Command) action(cmd *cobra.Command) error {
	args, err := actionArgs(c.Getenv)
	if err != nil {
		return err
	}
	if dir := input(c.Getenv, "working-directory"); dir != "" {
		if err := os.Chdir(dir); err != nil {
			return badInput(insideHint, "the working directory: %w", plainly(err))
		}
	}
	if c.Version == "" {
		// Built from the action's source, which is no module and no repository.
		c.Version = report.Clean(c.Getenv("GITHUB_ACTION_REF"))
	}
	root := c.root()
	root.SetArgs(args)
	return root.ExecuteContext(cmd.Context())
}

const insideHint = "Paths are relative to the checkout: the container does not have those of the runner."

// input is an input of action.yml, as the runner names it.
func input(getenv func(string) string, name string) string {
	return strings.TrimSpace(getenv("INPUT_" + strings.ToUpper(name)))
}

// inputList is an input with several values, one a line or between commas.
func inputList(getenv func(string) string, name string) []string {
	values := strings.FieldsFunc(input(getenv, name), func(r rune) bool { return r == '\n' || r == ',' })
	for i := range values {
		values[i] = strings.TrimSpace(values[i])
	}
	return slices.DeleteFunc(values, func(v string) bool { return v == "" })
}

// actionArgs are the arguments of `check` for the inputs of action.yml. Every
// value is joined to its flag with "=", so that a leading hyphen means nothing.
func actionArgs(getenv func(string) string) ([]string, error) {
	args := []string{"check"}
	for _, name := range []string{"edition", "fail-on", "base", "scope", "as-of", "config"} {
		if value := input(getenv, name); value != "" {
			args = append(args, "--"+name+"="+value)
		}
	}
	for _, name := range []string{"clause", "rule"} {
		for _, value := range inputList(getenv, name) {
			args = append(args, "--"+name+"="+value)
		}
	}
	formats, err := actionFormats(getenv)
	if err != nil {
		return nil, err
	}
	for _, format := range formats {
		args = append(args, "--format="+format)
	}
	for line := range strings.SplitSeq(input(getenv, "args"), "\n") {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		if !strings.HasPrefix(line, "--") || line == "--" {
			return nil, badInput("", "the input args has one flag a line, such as --all, not %q", line)
		}
		args = append(args, line)
	}
	if path := input(getenv, "path"); path != "" {
		args = append(args, "--", path)
	}
	return args, nil
}

// actionFormats are text, what GitHub shows, and what the input formats asks for.
func actionFormats(getenv func(string) string) ([]string, error) {
	github := "github"
	switch strings.ToLower(input(getenv, "annotations")) {
	case "", "true", "on", "yes":
	case "false", "off", "no":
		github = "github-summary"
	default:
		return nil, badInput("", "the input annotations is true or false, not %q", input(getenv, "annotations"))
	}
	formats := []string{github, "text"}
	for _, format := range inputList(getenv, "formats") {
		if format == "github" || format == "github-summary" || format == "text" {
			continue // written anyway
		}
		formats = append(formats, format)
	}
	return formats, nil
}
