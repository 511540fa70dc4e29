package report

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/sethvargo/go-githubactions"

	"github.com/ismslint/ismslint/internal/verdict"
)

// What a step of GitHub Actions shows: further annotations of a type are dropped
// without a word, longer messages are cut.
const (
	annotationsPerType = 10
	maxAnnotation      = 4000
)

// MaxSummary is how large the job summary of a step may be; a larger one is not
// shown at all.
const MaxSummary = 1 << 20

// GitHubOptions say what GitHub Actions is told.
type GitHubOptions struct {
	// Getenv is the environment, which names the files for summary and outputs.
	Getenv func(string) string
	// Annotations shows findings at their lines. Summary and outputs do not
	// depend on it.
	Annotations bool
	// SummaryUsed is how many bytes the summary of this step has already.
	SummaryUsed int
	// FailOn is the level from which findings fail the run.
	FailOn string
}

// GitHub writes annotations as workflow commands, the job summary, and outputs
// for later steps.
func GitHub(w io.Writer, r verdict.Report, o GitHubOptions) (err error) {
	defer func() {
		// The library panics with the error of a write.
		if fault := recover(); fault != nil {
			cause, ok := fault.(error)
			if !ok {
				panic(fault)
			}
			err = fmt.Errorf("writing for GitHub Actions: %w", cause)
		}
	}()
	action := githubactions.New(githubactions.WithWriter(w), githubactions.WithGetenv(o.Getenv))
	if o.Annotations {
		annotate(action, r)
	}
	// Room for the line end that the library adds.
	if room := MaxSummary - o.SummaryUsed - 2; o.Getenv("GITHUB_STEP_SUMMARY") != "" && room > minSheet {
		action.AddStepSummary(sheetOf(r, MarkdownOptions{Links: NewLinks(o.Getenv), Limit: room, FailOn: o.FailOn}))
	}
	if o.Getenv("GITHUB_OUTPUT") != "" {
		for _, output := range Outputs(r) {
			action.SetOutput(output.Name, output.Value)
		}
	}
	return nil
}

// GitHubError writes one annotation without a place: why nothing was evaluated.
// Where it cannot be written, standard error has the same words.
func GitHubError(w io.Writer, message string) {
	defer func() { _ = recover() }() // the library panics with the error of a write
	githubactions.New(githubactions.WithWriter(w)).Errorf("%s", bounded(message, maxAnnotation))
}

// Output is a value for later steps of a workflow.
type Output struct{ Name, Value string }

// Outputs are numbers and truth values only, never text of a document: a
// workflow may put them into a shell.
func Outputs(r verdict.Report) []Output {
	n := r.Summary
	introduced, fixed := r.Deciding(), 0
	if r.Base != nil {
		introduced, fixed = r.Base.Introduced, len(r.Base.Fixed)
	}
	return []Output{
		{"introduced", itoa(introduced.Error + introduced.Warning + introduced.Note)},
		{"fixed", itoa(fixed)},
		{"errors", itoa(n.Findings.Error)},
		{"warnings", itoa(n.Findings.Warning)},
		{"notes", itoa(n.Findings.Note)},
		{"evidence-found", itoa(n.Activities.EvidenceFound)},
		{"activities", itoa(n.Activities.Total)},
		{"isms-recognised", strconv.FormatBool(r.ISMSRecognised)},
	}
}

// annotate writes the annotations that a step shows, and counts the others.
func annotate(action *githubactions.Action, r verdict.Report) {
	if !r.ISMSRecognised {
		action.Noticef("%s", bounded("No ISMS was recognised. "+whyNot(&r), maxAnnotation))
	}
	left := map[string]int{"error": annotationsPerType, "warning": annotationsPerType, "note": annotationsPerType}
	failed := failedOf(r)
	for _, rule := range failed[:min(len(failed), annotationsPerType)] {
		left["error"]--
		action.Errorf("%s", bounded("The rule "+rule.ID+" could not be evaluated: "+rule.Reason, maxAnnotation))
	}
	r.Findings = concerning(r, false)
	found := ranked(r)
	if hidden(found, left) > 0 || !r.ISMSRecognised {
		left["note"]-- // the count, or the notice above, takes the place of one
	}
	titles := titlesOf(r)
	held := verdict.FindingCounts{}
	for _, f := range found {
		if left[f.Level] <= 0 {
			countLevel(&held, f.Level)
			continue
		}
		left[f.Level]--
		annotation(action, f, titles[f.Rule])
	}
	if n := held.Error + held.Warning + held.Note; n > 0 {
		action.Noticef("%s", fmt.Sprintf("%s not shown at their lines (%s): GitHub shows ten of each level a step. The job summary has them.",
			count(n, "finding")+plural(n, " is", " are"), findingCounts(held)))
	}
}

// hidden is how many findings there is no annotation for.
func hidden(found []verdict.Finding, left map[string]int) int {
	n := verdict.FindingCounts{}
	for _, f := range found {
		countLevel(&n, f.Level)
	}
	return max(n.Error-left["error"], 0) + max(n.Warning-left["warning"], 0) + max(n.Note-left["note"], 0)
}

func countLevel(n *verdict.FindingCounts, level string) {
	switch level {
	case "error":
		n.Error++
	case "warning":
		n.Warning++
	default:
		n.Note++
	}
}

func annotation(action *githubactions.Action, f verdict.Finding, title string) {
	fields := map[string]string{"title": bounded(title, 250)}
	if f.Path != "" && f.Path != "." {
		start, end := firstLine(f)
		line := itoa(max(f.Line, 1))
		fields["file"], fields["line"], fields["endLine"] = Clean(f.Path), line, line
		fields["col"], fields["endColumn"] = itoa(start), itoa(end)
	}
	message := bounded(fmt.Sprintf("%s: %s [%s]", place(f.Path, f.Line, f.Column), f.Message, f.Rule), maxAnnotation*3/4)
	if f.Remedy != "" {
		message += "\n" + bounded(f.Remedy, maxAnnotation/4-1)
	}
	action = action.WithFieldsMap(fields)
	switch f.Level {
	case "error":
		action.Errorf("%s", message)
	case "warning":
		action.Warningf("%s", message)
	default:
		action.Noticef("%s", message)
	}
}

// titlesOf are the titles of rules by id; a rule that says nothing of itself is
// called by its id.
func titlesOf(r verdict.Report) map[string]string {
	titles := map[string]string{}
	for _, f := range r.Findings {
		titles[f.Rule] = f.Rule
	}
	for _, own := range verdict.OwnRules() {
		titles[own.ID] = own.Title
	}
	for _, rule := range r.Rules {
		if rule.About != nil && strings.TrimSpace(rule.About.Title) != "" {
			titles[rule.ID] = rule.About.Title
		}
	}
	return titles
}
