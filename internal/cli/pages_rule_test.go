package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/ismslint/ismslint/internal/catalogue"
	"github.com/ismslint/ismslint/internal/policy"
	"github.com/ismslint/ismslint/internal/report"
	"github.com/ismslint/ismslint/internal/verdict"
)

// rulePage is the page of a rule; dir is a folder for its bad example.
func rulePage(engine *policy.Engine, m *policy.Meta, dir string) (string, error) {
	var b strings.Builder
	b.WriteString(pageOrigin + "# " + m.Title + "\n\n")
	anchor := "../README.md#" + anchorOf(clauseHeading(m))
	how := m.Certainty
	if m.Strength != "shall" {
		how += ", advice"
	}
	fmt.Fprintf(&b, "`%s` · [%s](%s) · %s · %s\n\n", m.ID, clauseHeading(m), anchor, m.Level, how)
	b.WriteString(m.Description + "\n")
	if m.Dir != "" {
		if err := exampleParts(&b, engine, m, dir); err != nil {
			return "", err
		}
	}
	b.WriteString("\n## What to do\n\n" + m.Remedy + "\n")
	b.WriteString("\n## How it decides\n\n")
	for _, line := range decisionLines(m) {
		b.WriteString("- " + line + "\n")
	}
	activityLines(&b, m)
	b.WriteString("\n## What it cannot tell\n\n")
	for _, limit := range append(limitsOf(m), generalLimits(m)...) {
		b.WriteString("- " + limit + "\n")
	}
	if m.Dir != "" {
		b.WriteString("\n## Switching it off\n\nIn `isms.yaml`; `error`, `warning` or `note` instead of `off` changes its level.\n\n" +
			"```yaml\nlint:\n  levels:\n    " + m.ID + ": off\n```\n\n" +
			"The rule itself: [rule.rego](../../../policies/" + m.Dir + "/rule.rego).\n")
	}
	return b.String(), nil
}

// generalLimits are said of a rule of which nothing else is.
func generalLimits(m *policy.Meta) []string {
	if len(limitsOf(m)) > 0 {
		return nil
	}
	var out []string
	for _, l := range catalogue.Limits() {
		out = append(out, l.Text)
	}
	return out
}

func activityLines(b *strings.Builder, m *policy.Meta) {
	if len(m.Activities) == 0 {
		return
	}
	if m.FormsVerdict() {
		b.WriteString("\nIt has its part in the verdicts on these activities:\n\n")
	} else if m.OfChange() {
		b.WriteString("\nIt belongs to these activities, and has no part in their verdicts:\n\n")
	} else {
		b.WriteString("\nIt is advice on these activities, and has no part in their verdicts:\n\n")
	}
	for _, id := range m.Activities {
		a, _ := catalogue.ActivityByID(id)
		b.WriteString("- **" + id + "** " + a.Text + "\n")
	}
}

// exampleParts show the bad example with what is said of it, and the good one.
func exampleParts(b *strings.Builder, engine *policy.Engine, m *policy.Meta, dir string) error {
	bad, err := exampleOf(m, "bad")
	if err != nil {
		return err
	}
	good, err := exampleOf(m, "good")
	if err != nil {
		return err
	}
	said, err := saidOf(engine, m, bad, dir)
	if err != nil {
		return err
	}
	b.WriteString("\n## What it finds\n\n")
	b.WriteString(exampleBlocks(m, bad))
	if !hasSettings(bad) && strings.Contains(said, "isms.yaml:") {
		b.WriteString("Beside it stands an `isms.yaml` that says nothing but `" + bareSettings + "`. ")
	}
	option := ""
	if m.OfChange() {
		option = " --base main"
	}
	b.WriteString("As of " + pinned + ", `ismslint check" + option + " --rule " + m.ID + " --excerpt` says\n\n```text\n" + said + "\n```\n")
	b.WriteString("\n## What it is content with\n")
	if m.OfChange() {
		b.WriteString("\n" + strings.TrimSuffix(exampleBlocks(m, good), "\n"))
		return nil
	}
	for _, f := range good {
		if slices.Contains(bad, f) {
			b.WriteString("\n`" + f.name + "` as above.\n")
			continue
		}
		b.WriteString("\n" + strings.TrimSuffix(f.block(), "\n"))
	}
	return nil
}

// exampleFile is a file of an example.
type exampleFile struct{ name, text string }

func exampleOf(m *policy.Meta, which string) ([]exampleFile, error) {
	var files []exampleFile
	root := os.DirFS(filepath.Join("../../policies", filepath.FromSlash(m.Dir), which))
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(root, name)
		files = append(files, exampleFile{name, strings.ReplaceAll(string(data), "\r\n", "\n")})
		return err
	})
	if err == nil && len(files) == 0 {
		err = errors.New("it has no " + which + " example")
	}
	return files, err
}

var ticks = regexp.MustCompile("`{3,}")

// block shows the file behind its name, in a fence that nothing in it ends.
func (f exampleFile) block() string {
	fence := "```"
	for _, inside := range ticks.FindAllString(f.text, -1) {
		if len(inside) >= len(fence) {
			fence = inside + "`"
		}
	}
	language := map[string]string{".md": "markdown", ".yaml": "yaml", ".yml": "yaml", ".csv": "csv"}[filepath.Ext(f.name)]
	if language == "" && strings.TrimSpace(f.text) == "" {
		return "`" + f.name + "` is empty.\n\n"
	}
	return "`" + f.name + "`\n\n" + fence + language + "\n" + strings.TrimRight(f.text, "\n") + "\n" + fence + "\n\n"
}

// bareSettings make a folder an ISMS and say nothing more.
const bareSettings = "# Settings of this ISMS."

func hasSettings(files []exampleFile) bool {
	return slices.ContainsFunc(files, func(f exampleFile) bool { return f.name == "isms.yaml" })
}

// saidOf is the findings of the text report on a bad example. One without
// isms.yaml gets a bare one.
func saidOf(engine *policy.Engine, m *policy.Meta, files []exampleFile, dir string) (string, error) {
	folders := []string{""}
	if m.OfChange() {
		folders = []string{"base/", "head/"}
	}
	for _, folder := range folders {
		if !hasSettings(files) {
			files = append(slices.Clip(files), exampleFile{folder + "isms.yaml", bareSettings + "\n"})
		}
	}
	for _, f := range files {
		file := filepath.Join(dir, filepath.FromSlash(f.name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			return "", err
		}
		if err := os.WriteFile(file, []byte(f.text), 0o600); err != nil {
			return "", err
		}
	}
	ctx := context.Background()
	run, err := exampleRun(ctx, m, dir)
	if err != nil {
		return "", err
	}
	results, err := engine.Evaluate(ctx, run.model, policy.EvalOptions{Rules: []string{m.ID}, Jobs: 1})
	if err != nil {
		return "", err
	}
	r := verdict.Judge(verdict.Input{
		Model: run.model, Standard: standard(), Results: results, Rules: engine.Rules(),
		Lines: run.line, Text: run.text,
	})
	r.Restrict(verdict.Scope{Rules: []string{m.ID}})
	if len(r.Findings) == 0 {
		return "", errors.New("its bad example has no finding")
	}
	return findingsText(r)
}

// countsLine is the first line of the summary.
var countsLine = regexp.MustCompile(`(?m)^\d+ errors?, `)

// findingsText is the part of the text report between the stand and the summary.
func findingsText(r verdict.Report) (string, error) {
	var out bytes.Buffer
	if err := report.Text(&out, r, report.TextOptions{Name: "example", Width: 80, Excerpt: true, All: true, FailOn: "error"}); err != nil {
		return "", err
	}
	text := out.String()
	end := countsLine.FindStringIndex(text)
	start := -1
	for i := range r.Findings {
		if at := strings.Index(text, fmt.Sprintf("\n%s:%d:%d", r.Findings[i].Path, r.Findings[i].Line, r.Findings[i].Column)); at >= 0 && (start < 0 || at < start) {
			start = at
		}
	}
	if end == nil || start < 0 || start > end[0] {
		return "", fmt.Errorf("the findings are not where they were looked for in\n%s", text)
	}
	return strings.Trim(text[start:end[0]], "\n"), nil
}

// kindSentences say what rules of a kind compare.
var kindSentences = map[string]string{
	"presence":    "It looks whether something is there.",
	"field":       "It looks whether a field is there and filled with something that counts.",
	"coverage":    "It looks whether all that ought to be covered is.",
	"freshness":   "It compares dates with the date of the evaluation and with the planned interval.",
	"xref":        "It follows references from one place to another.",
	"sequence":    "It looks whether things happened in their order.",
	"consistency": "It compares what two places say of the same thing.",
	"enum":        "It looks whether a value is one of those that there are.",
	"heading":     "It looks for headings, rows and sentences that speak of each part.",
	"metadata":    "It looks at the head of documents: version, approval, dates.",
	"separation":  "It looks whether two duties are in one hand.",
	"diff":        "It compares the state before and after a change.",
}

// decisionLines say in sentences what the metadata says in keys.
func decisionLines(m *policy.Meta) []string {
	var lines []string
	add := func(line string) {
		if line != "" {
			lines = append(lines, line)
		}
	}
	add(kindSentences[m.Kind])
	if m.Certainty == "decides" {
		add("It goes by declared or structured data.")
	} else {
		add("It goes by names, headings and wording: it indicates, and may err.")
	}
	if len(m.For) > 0 {
		add("It looks at each document of type " + codes(m.For, "or") + " that counts as evidence.")
	} else if m.Scope == "document" {
		add("It looks at each document.")
	}
	if m.OfChange() {
		add("It is silent where there is no base to compare with, and has no part in verdicts.")
	}
	add(neededSentence(m))
	add(levelSentence(m))
	if m.ColumnAbsent != nil {
		add("Where the register `" + m.ColumnAbsent.Register + "` has no field " + codes(m.ColumnAbsent.Fields, "or") + " at all, " + columnAbsentWords(m.ColumnAbsent.Level))
	}
	if m.Fold != nil {
		add(foldSentence(m.Fold))
	}
	switch m.SmallOrganization {
	case "relax":
		add("It asks less of an organisation of fewer than ten persons.")
	case "off":
		add("It is not evaluated for an organisation of fewer than ten persons.")
	}
	if m.Strength != "" {
		add("What it looks for is a " + strengthWords(m) + ".")
	}
	return lines
}

func neededSentence(m *policy.Meta) string {
	var there []string
	for _, need := range m.Needs {
		if !strings.HasSuffix(need, "?") {
			there = append(there, need)
		}
	}
	switch len(there) {
	case 0:
		return ""
	case 1:
		return "It is silent where the register " + codes(there, "") + " is not there or cannot be read."
	}
	return "It is silent where one of the registers " + codes(there, "and") + " is not there or cannot be read."
}

func levelSentence(m *policy.Meta) string { return "Its level: " + levelWords(m) + "." }

func columnAbsentWords(level string) string {
	if level == "quiet" {
		return "it says nothing."
	}
	return "there is one finding for that, not one for each row."
}

func foldSentence(f *policy.Fold) string {
	if f.When == "always" {
		return "It has one finding for a register, not one for each row."
	}
	return "Where most rows have the same gap, there is one finding for the register, and at most a warning."
}

// codes lists names: `a`, `b` or `c`.
func codes(names []string, last string) string {
	quoted := make([]string, len(names))
	for i, name := range names {
		quoted[i] = "`" + name + "`"
	}
	if len(quoted) < 2 {
		return strings.Join(quoted, "")
	}
	return strings.Join(quoted[:len(quoted)-1], ", ") + " " + last + " " + quoted[len(quoted)-1]
}
