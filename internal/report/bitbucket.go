package report

import (
	"bytes"
	"fmt"

	"github.com/ismslint/ismslint/internal/verdict"
)

// What Bitbucket accepts.
const (
	annotationsPerReport  = 1000
	annotationsPerRequest = 100
	maxBitbucketSummary   = 450
	maxBitbucketDetails   = 2000
)

// BitbucketFiles is how many files of annotations there are at most.
const BitbucketFiles = annotationsPerReport / annotationsPerRequest

// BitbucketAnnotations is the name of the nth file of annotations.
func BitbucketAnnotations(n int) string { return fmt.Sprintf("annotations-%02d.json", n) }

// File is a file of a report that has several.
type File struct {
	Name string
	Data []byte
}

type (
	bitbucketReport struct {
		Title    string          `json:"title"`
		Details  string          `json:"details"`
		Type     string          `json:"report_type"`
		Reporter string          `json:"reporter"`
		Result   string          `json:"result"`
		Data     []bitbucketData `json:"data"`
	}
	bitbucketData struct {
		Title string `json:"title"`
		Type  string `json:"type"`
		Value int    `json:"value"`
	}
	bitbucketAnnotation struct {
		ID       string `json:"external_id"`
		Type     string `json:"annotation_type"`
		Path     string `json:"path"`
		Line     int    `json:"line"`
		Summary  string `json:"summary"`
		Details  string `json:"details,omitempty"`
		Severity string `json:"severity"`
		Result   string `json:"result"`
	}
)

// Bitbucket makes the bodies of the requests by which a report and its
// annotations come to Code Insights: report.json, and annotations-01.json to
// annotations-10.json, as many as there are findings for.
func Bitbucket(r verdict.Report, failOn string) ([]File, error) {
	found := ranked(r)
	n := r.Summary
	details := whyNot(&r)
	if r.ISMSRecognised {
		details = evidenceFor(n.Activities) + ": " + howSure(n.Activities) + " " + theOthers(n.Activities)
	}
	if more := len(found) - annotationsPerReport; more > 0 {
		details += fmt.Sprintf(" %d findings are not shown at their lines.", more)
	}
	report := bitbucketReport{
		Title: "ISMS", Details: bounded(inert(details), maxBitbucketDetails), Type: "BUG", Reporter: "ismslint", Result: "PASSED",
		Data: []bitbucketData{
			{"Activities with evidence", "NUMBER", n.Activities.EvidenceFound},
			{"Activities that apply", "NUMBER", n.Activities.Total},
			{"Errors", "NUMBER", n.Findings.Error},
			{"Warnings", "NUMBER", n.Findings.Warning},
			{"Notes", "NUMBER", n.Findings.Note},
		},
	}
	if Failing(n.Findings, failOn) > 0 || n.Rules.Failed > 0 {
		report.Result = "FAILED"
	}
	var files []File
	add := func(name string, v any) error {
		var b bytes.Buffer
		err := writeJSON(&b, "Bitbucket "+name, v)
		files = append(files, File{name, b.Bytes()})
		return err
	}
	if err := add("report.json", report); err != nil {
		return nil, err
	}
	all := bitbucketAnnotations(r, found[:min(len(found), annotationsPerReport)])
	for i := 0; i*annotationsPerRequest < len(all); i++ {
		part := all[i*annotationsPerRequest : min((i+1)*annotationsPerRequest, len(all))]
		if err := add(BitbucketAnnotations(i+1), part); err != nil {
			return nil, err
		}
	}
	return files, nil
}

func bitbucketAnnotations(r verdict.Report, found []verdict.Finding) []bitbucketAnnotation {
	out := make([]bitbucketAnnotation, 0, len(found))
	unique := uniquely()
	for _, f := range found {
		path, line := placeOf(r, f)
		a := bitbucketAnnotation{
			ID: unique(f.Fingerprint), Type: "CODE_SMELL", Path: path, Line: line,
			Summary: bounded(inert(f.Message)+" ["+inert(f.Rule)+"]", maxBitbucketSummary),
			Details: bounded(inert(f.Remedy), maxBitbucketDetails), Severity: "LOW", Result: "FAILED",
		}
		switch f.Level {
		case "error":
			a.Severity = "HIGH"
		case "warning":
			a.Severity = "MEDIUM"
		}
		out = append(out, a)
	}
	return out
}
