package cli

import (
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/ismslint/ismslint/internal/report"
	"github.com/ismslint/ismslint/internal/verdict"
)

// format is a form of the report.
type format struct {
	name string
	// lines says that it is lines among others: it may share standard output.
	lines bool
	// folder says that it has several files.
	folder bool
	write  func(c *Command, w io.Writer, f *checkFlags, r verdict.Report) error
}

// formats are those of --format beside text, which depends on where it goes.
var formats = []format{
	{name: "text"},
	{name: "json", write: func(_ *Command, w io.Writer, _ *checkFlags, r verdict.Report) error { return report.JSON(w, r) }},
	{name: "github", lines: true, write: func(c *Command, w io.Writer, f *checkFlags, r verdict.Report) error {
		return c.github(w, f, r, true)
	}},
	{name: "github-summary", lines: true, write: func(c *Command, w io.Writer, f *checkFlags, r verdict.Report) error {
		return c.github(w, f, r, false)
	}},
	{name: "sarif", write: func(_ *Command, w io.Writer, _ *checkFlags, r verdict.Report) error { return report.SARIF(w, r) }},
	{name: "junit", write: func(_ *Command, w io.Writer, f *checkFlags, r verdict.Report) error {
		return report.JUnit(w, r, f.failOn)
	}},
	{name: "gitlab", write: func(_ *Command, w io.Writer, _ *checkFlags, r verdict.Report) error { return report.GitLab(w, r) }},
	{name: "azure", lines: true, write: func(_ *Command, w io.Writer, _ *checkFlags, r verdict.Report) error { return report.Azure(w, r) }},
	{name: "bitbucket", folder: true},
	{name: "rdjson", write: func(_ *Command, w io.Writer, _ *checkFlags, r verdict.Report) error { return report.RDJSON(w, r) }},
	{name: "markdown", write: func(c *Command, w io.Writer, f *checkFlags, r verdict.Report) error {
		return report.Markdown(w, r, report.MarkdownOptions{Links: report.NewLinks(c.Getenv), FailOn: f.failOn})
	}},
	{name: "badge", write: func(_ *Command, w io.Writer, _ *checkFlags, r verdict.Report) error { return report.Badge(w, r) }},
	{name: "badge-svg", write: func(_ *Command, w io.Writer, _ *checkFlags, r verdict.Report) error { return report.BadgeSVG(w, r) }},
}

// formatNames is the list for people.
func formatNames() string {
	names := make([]string, len(formats))
	for i, f := range formats {
		names[i] = f.name
	}
	return strings.Join(names[:len(names)-1], ", ") + " or " + names[len(names)-1]
}

func formatNamed(name string) (format, bool) {
	i := slices.IndexFunc(formats, func(f format) bool { return f.name == name })
	if i < 0 {
		return format{}, false
	}
	return formats[i], true
}

func (c *Command) github(w io.Writer, f *checkFlags, r verdict.Report, annotations bool) error {
	o := report.GitHubOptions{Getenv: c.Getenv, Annotations: annotations, FailOn: f.failOn}
	if info, err := os.Stat(c.Getenv("GITHUB_STEP_SUMMARY")); err == nil {
		o.SummaryUsed = int(info.Size())
	}
	return report.GitHub(w, r, o)
}

// systems are the CI services that a run recognises by their environment, with
// the formats that it then writes beside text, or a hint where a format needs a
// file that the service is told of.
var systems = []struct {
	variable string
	formats  []string
	hint     string
}{
	{"GITHUB_ACTIONS", []string{"github"}, ""},
	{"TF_BUILD", []string{"azure"}, ""},
	{"GITLAB_CI", nil, "For findings in merge requests: --format text --format gitlab=gl-code-quality-report.json, see docs/ci.md."},
	{"BITBUCKET_BUILD_NUMBER", nil, "For findings in pull requests: --format text --format bitbucket=FOLDER, see docs/ci.md."},
}

// formatsHere are the formats of a run that names none.
func (c *Command) formatsHere() (names []string, hint string) {
	for _, s := range systems {
		if v := c.Getenv(s.variable); v != "" && !strings.EqualFold(v, "false") {
			return append(slices.Clone(s.formats), "text"), s.hint
		}
	}
	return []string{"text"}, ""
}

// writeFolder writes the files of a format that has several, and takes away
// those of an earlier run.
func writeFolder(dir string, files []report.File) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	written := map[string]bool{}
	for _, f := range files {
		written[f.Name] = true
		err := writeFile(filepath.Join(dir, f.Name), func(w io.Writer) error {
			_, err := w.Write(f.Data)
			return err
		})
		if err != nil {
			return err
		}
	}
	for n := range report.BitbucketFiles {
		name := report.BitbucketAnnotations(n + 1)
		if written[name] {
			continue
		}
		if err := os.Remove(filepath.Join(dir, name)); err != nil && !os.IsNotExist(err) {
			return err
		}
	}
	return nil
}
