package report

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/ismslint/ismslint/internal/policy"
	"github.com/ismslint/ismslint/internal/verdict"
)

func sarifOf(t *testing.T, r verdict.Report) sarifRun {
	t.Helper()
	var b bytes.Buffer
	if err := SARIF(&b, r); err != nil {
		t.Fatal(err)
	}
	var log sarifLog
	if err := json.Unmarshal(b.Bytes(), &log); err != nil {
		t.Fatal(err)
	}
	return log.Runs[0]
}

func TestSARIF(t *testing.T) {
	r := everything()
	r.Root = "security/isms (1)"
	text := strings.Repeat("line\n", 100)
	r.Text = func(path string) string { return map[string]string{"registers/risks.yaml": text}[path] }
	r.Findings[1].Path, r.Findings[1].Line = "", 0 // no place of its own
	r.Findings[2].Path = "a b/c#d:e.md"
	r.Findings[2].EndLine += 3
	run := sarifOf(t, r)
	if run.AutomationDetails.ID != "ismslint/security/isms%20%281%29/" || run.ColumnKind != "unicodeCodePoints" {
		t.Errorf("%+v", run.AutomationDetails)
	}
	hashes := 0
	for i, result := range run.Results {
		if id := run.Tool.Driver.Rules[result.RuleIndex].ID; id != result.RuleID {
			t.Errorf("rule %s has the index of %s", result.RuleID, id)
		}
		if len(result.Locations) != 1 {
			t.Fatalf("result %d has %d locations", i, len(result.Locations))
		}
		at := result.Locations[0].Physical
		if at.Region.StartLine < 1 || at.Region.StartLine != at.Region.EndLine || at.Region.EndColumn < at.Region.StartColumn || at.Artifact.URI == "" {
			t.Errorf("result %d is at %+v", i, at)
		}
		if result.Suppressions == nil || (len(*result.Suppressions) == 1) != (r.Findings[i].Waiver != nil) {
			t.Errorf("result %d: suppressions %v", i, result.Suppressions)
		}
		if h := result.PartialFingerprints[lineHashProperty]; at.Artifact.URI == "registers/risks.yaml" {
			if h != lineHashes(text, []int{at.Region.StartLine})[at.Region.StartLine] {
				t.Errorf("result %d: hash %q", i, h)
			}
			hashes++
		}
	}
	if hashes == 0 {
		t.Error("no line hash")
	}
	if got := run.Results[2].Locations[0].Physical; got.Artifact.URI != "a%20b/c%23d%3Ae.md" || got.Region.EndColumn != len(r.Findings[2].Excerpt)+1 {
		t.Errorf("%+v %+v", got.Artifact, got.Region)
	}
	if run.Invocations[0].Successful || len(run.Invocations[0].Notifications) != 1 {
		t.Errorf("a rule failed: %+v", run.Invocations)
	}
	if without := sarifOf(t, clean()); !without.Invocations[0].Successful || without.Results == nil {
		t.Error("no result: not an empty list")
	}
}

func TestSARIFRules(t *testing.T) {
	r := everything()
	run := sarifOf(t, r)
	for _, rule := range run.Tool.Driver.Rules {
		if rule.ShortDescription.Text == "" || rule.FullDescription.Text == "" || rule.Help.Text == "" || rule.Help.Markdown == "" {
			t.Errorf("%s lacks a text that code scanning requires", rule.ID)
		}
		if len(rule.Properties.Tags) > 10 || len(rule.Name) > 255 {
			t.Errorf("%s: %v", rule.ID, rule.Properties.Tags)
		}
	}
	last := run.Tool.Driver.Rules[len(r.Rules)-1]
	if fmt.Sprint(last.Properties) != "{[isms clause 6.1.2 xref shall] very-high error}" {
		t.Errorf("%v", last.Properties)
	}
}

// Code scanning refuses a report with more results.
func TestSARIFHasNoMoreResultsThanAccepted(t *testing.T) {
	r := clean()
	for i := range maxSARIFResults + 7 {
		level := "note"
		if i == maxSARIFResults+6 {
			level = "error"
		}
		r.Findings = append(r.Findings, finding("a/b", level, "a.md", i+1, "m"))
	}
	run := sarifOf(t, r)
	if len(run.Results) != maxSARIFResults || run.Results[0].Level != "error" {
		t.Errorf("%d results, the first is %s", len(run.Results), run.Results[0].Level)
	}
	if got := run.Invocations[0].Notifications[0].Message.Text; !strings.HasPrefix(got, "7 findings are left out") {
		t.Errorf("%q", got)
	}
}

func TestJUnit(t *testing.T) {
	r := base(clause("6.1.2", "6.1.2", "Information security risk assessment", "DR"), clause("10.2", "10.1", "Continual improvement", "R"))
	meta := func(clause string) *policy.Meta { return &policy.Meta{Clause: clause} }
	waived := finding("a/waived", "error", "a.md", 1, "m")
	waived.Waiver = &verdict.Waiver{Reason: "agreed"}
	r.Findings = append(r.Findings,
		finding("a/error", "error", "a.md", 2, "e"), finding("a/error", "note", "a.md", 3, "n"),
		finding("a/warning", "warning", "a.md", 4, "w"), waived, finding("reading/file-not-read", "warning", "b.md", 1, "b"))
	for id, state := range map[string]string{
		"a/error": "evaluated", "a/warning": "evaluated", "a/waived": "evaluated", "a/fine": "evaluated",
		"a/silent": "silent", "a/other": "not-applicable", "a/failed": "failed",
	} {
		r.Rules = append(r.Rules, verdict.Rule{ID: id, State: state, Reason: "because", About: meta("6.1.2")})
	}
	r.Rules = append(r.Rules, verdict.Rule{ID: "z/late", State: "evaluated", About: meta("10.2")})
	r.Restrict(verdict.Scope{})
	for _, test := range []struct{ failOn, want string }{
		{"error", "a/error=failure:error a/failed=error a/fine=ok a/other=skipped a/silent=skipped a/waived=skipped a/warning=output reading/file-not-read=output z/late=ok"},
		{"warning", "a/error=failure:error a/failed=error a/fine=ok a/other=skipped a/silent=skipped a/waived=skipped a/warning=failure:warning reading/file-not-read=failure:warning z/late=ok"},
		{"never", "a/error=output a/failed=error a/fine=ok a/other=skipped a/silent=skipped a/waived=skipped a/warning=output reading/file-not-read=output z/late=ok"},
	} {
		var b bytes.Buffer
		if err := JUnit(&b, r, test.failOn); err != nil {
			t.Fatal(err)
		}
		var got junitSuites
		if err := xml.Unmarshal(b.Bytes(), &got); err != nil {
			t.Fatal(err)
		}
		names, outcomes := junitOutcomes(t, got)
		if names != "6.1.2 Information security risk assessment, 10.1 Continual improvement, other" {
			t.Errorf("suites %s", names)
		}
		if outcomes != test.want {
			t.Errorf("%s:\n%s\nwant\n%s", test.failOn, outcomes, test.want)
		}
	}
}

func junitOutcomes(t *testing.T, suites junitSuites) (names, outcomes string) {
	t.Helper()
	var titles []string
	all := map[string]string{}
	tests := 0
	for _, s := range suites.Suites {
		titles = append(titles, s.Name)
		tests += s.Tests
		for _, c := range s.Cases {
			switch {
			case c.Error != nil:
				all[c.Name] = "error"
			case c.Failure != nil:
				all[c.Name] = "failure:" + c.Failure.Type
			case c.Skipped != nil:
				all[c.Name] = "skipped"
			case c.Output != "":
				all[c.Name] = "output"
			default:
				all[c.Name] = "ok"
			}
		}
	}
	if tests != len(all) || suites.Tests != tests {
		t.Errorf("%d tests are counted, there are %d", tests, len(all))
	}
	for _, name := range slices.Sorted(maps.Keys(all)) {
		outcomes += " " + name + "=" + all[name]
	}
	return strings.Join(titles, ", "), strings.TrimSpace(outcomes)
}

func TestFingerprintsAreUnique(t *testing.T) {
	var b bytes.Buffer
	if err := GitLab(&b, rich()); err != nil { // the fingerprints of this report are all the same
		t.Fatal(err)
	}
	var issues []codeQuality
	if err := json.Unmarshal(b.Bytes(), &issues); err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, issue := range issues {
		if seen[issue.Fingerprint] {
			t.Errorf("%s twice", issue.Fingerprint)
		}
		seen[issue.Fingerprint] = true
	}
	if len(issues) != len(rich().Findings) || issues[0].Fingerprint != strings.Repeat("0", 64) {
		t.Errorf("%d issues, the first is %s", len(issues), issues[0].Fingerprint)
	}
}

func TestBitbucketKeepsItsLimits(t *testing.T) {
	r := clean()
	for i := range 1234 {
		f := finding("a/b", "note", "a.md", i+1, strings.Repeat("word ", 200))
		f.Fingerprint = fmt.Sprintf("%064d", i)
		r.Findings = append(r.Findings, f)
	}
	r.Findings = append(r.Findings, finding("a/b", "error", "z.md", 1, "m"))
	r.Restrict(verdict.Scope{})
	files, err := Bitbucket(r, "")
	if err != nil || len(files) != 11 || files[10].Name != "annotations-10.json" {
		t.Fatalf("%d files, %v", len(files), err)
	}
	var report bitbucketReport
	if err := json.Unmarshal(files[0].Data, &report); err != nil || report.Result != "FAILED" || !strings.HasSuffix(report.Details, "235 findings are not shown at their lines.") {
		t.Errorf("%+v, %v", report, err)
	}
	for i, f := range files[1:] {
		var all []bitbucketAnnotation
		if err := json.Unmarshal(f.Data, &all); err != nil || len(all) != 100 {
			t.Errorf("%s: %d, %v", f.Name, len(all), err)
		}
		if i == 0 && all[0].Severity != "HIGH" {
			t.Error("the loudest is not the first")
		}
		for _, a := range all {
			if n := len([]rune(a.Summary)); n == 0 || n > 450 {
				t.Errorf("a summary of %d characters", n)
			}
		}
	}
}

func TestRDJSONCountsBytes(t *testing.T) {
	r := clean()
	f := finding("a/b", "warning", "a.md", 3, "m")
	f.Excerpt, f.Column, f.EndColumn = "aé漢𐐀b", 5, 6
	g := f
	g.Excerpt = ""
	r.Findings = append(r.Findings, f, g)
	var b bytes.Buffer
	if err := RDJSON(&b, r); err != nil {
		t.Fatal(err)
	}
	var got rdResult
	if err := json.Unmarshal(b.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	if at := got.Diagnostics[0].Location.Range; at.Start != (rdPosition{3, 11}) || *at.End != (rdPosition{3, 12}) {
		t.Errorf("%+v %+v", at.Start, at.End)
	}
	if at := got.Diagnostics[1].Location.Range; at.Start != (rdPosition{Line: 3}) || at.End != nil {
		t.Errorf("without the text of the line: %+v", at)
	}
}
