package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/ismslint/ismslint/internal/verdict"
)

// azurePerType is how many issues of a type a step of Azure Pipelines shows.
const azurePerType = 10

var (
	azureData     = strings.NewReplacer("%", "%AZP25", "\r", "%0D", "\n", "%0A")
	azureProperty = strings.NewReplacer("%", "%AZP25", "\r", "%0D", "\n", "%0A", "]", "%5D", ";", "%3B")
)

// Azure writes errors and warnings as logging commands of Azure Pipelines, which
// knows no notes: they are counted, as are those that a step does not show.
func Azure(w io.Writer, r verdict.Report) error {
	b := bufio.NewWriter(w)
	issue := func(level, properties, message string) {
		fmt.Fprintf(b, "##vso[task.logissue type=%s;%s]%s\n", level, properties, azureData.Replace(message))
	}
	left := map[string]int{"error": azurePerType, "warning": azurePerType - 1}
	for _, rule := range failedOf(r) {
		if left["error"] > 0 {
			left["error"]--
			issue("error", "", bounded("The rule "+rule.ID+" could not be evaluated: "+rule.Reason, maxAnnotation))
		}
	}
	held := verdict.FindingCounts{}
	for _, f := range ranked(r) {
		if left[f.Level] <= 0 {
			countLevel(&held, f.Level)
			continue
		}
		left[f.Level]--
		path, line := placeOf(r, f)
		properties := fmt.Sprintf("sourcepath=%s;linenumber=%d;columnnumber=%d;code=%s;",
			azureProperty.Replace(Clean(path)), line, max(f.Column, 1), azureProperty.Replace(Clean(f.Rule)))
		issue(f.Level, properties, bounded(fmt.Sprintf("%s: %s [%s]", place(f.Path, f.Line, f.Column), f.Message, f.Rule), maxAnnotation))
	}
	switch {
	case !r.ISMSRecognised:
		issue("warning", "", bounded("No ISMS was recognised. "+whyNot(&r), maxAnnotation))
	case held.Error+held.Warning > 0:
		issue("warning", "", "Not shown here: "+findingsOf(held)+". The log has them.")
	}
	if err := b.Flush(); err != nil {
		return fmt.Errorf("writing the report for Azure Pipelines: %w", err)
	}
	return nil
}
