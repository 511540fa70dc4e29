package report

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/ismslint/ismslint/internal/verdict"
)

// extension of the golden file of a format, for those that open it.
var extensions = map[string]string{
	"github": "txt", "summary": "md", "output": "txt", "sarif": "sarif.json", "junit": "xml", "gitlab": "json", "azure": "txt",
	"rdjson": "json", "markdown": "md", "badge": "json", "badge-svg": "svg",
	"due": "txt", "due-markdown": "md", "short-text": "txt",
	"bitbucket-report.json": "json", "bitbucket-annotations-01.json": "json",
}

func TestFormats(t *testing.T) {
	for name, r := range map[string]verdict.Report{
		"everything": everything(), "clean": clean(), "not-recognised": notRecognised(), "hostile": hostile(),
	} {
		if name == "everything" {
			r.Text = func(path string) string { return strings.Repeat("line of "+path+"\n", 100) }
		}
		for format, got := range written(t, r) {
			if format == "text" || format == "json" {
				continue // text_test.go, json_test.go
			}
			t.Run(name+"/"+format, func(t *testing.T) {
				golden(t, fmt.Sprintf("%s-%s.%s.golden", name, strings.TrimSuffix(format, ".json"), extensions[format]), got)
				for _, word := range []string{"certified", "compliant", "conformant", "score", "maturity"} {
					if strings.Contains(strings.ToLower(got), word) {
						t.Errorf("it says %q", word)
					}
				}
			})
		}
	}
}

// The same report gives the same bytes.
func TestFormatsAreStable(t *testing.T) {
	first := written(t, everything())
	for range 3 {
		for format, got := range written(t, everything()) {
			if got != first[format] {
				t.Errorf("%s differs", format)
			}
		}
	}
}

func annotations(t *testing.T, r verdict.Report) []command {
	t.Helper()
	var b bytes.Buffer
	if err := GitHub(&b, r, GitHubOptions{Getenv: func(string) string { return "" }, Annotations: true}); err != nil {
		t.Fatal(err)
	}
	return runnerReads(b.String(), false)
}

func tally(all []command) map[string]int {
	n := map[string]int{}
	for _, c := range all {
		n[c.name+c.properties["type"]]++
	}
	return n
}

// many has far more findings than a step shows: of each level, and of one rule
// more than of all others.
func many() verdict.Report {
	r := base(clause("5.2", "5.2", "Policy", "DR"))
	for i := range 60 {
		for _, level := range []string{"note", "warning", "error"} {
			rule := "supplier/review-due"
			if i >= 56 {
				rule = fmt.Sprintf("policy/rule-%d", i)
			}
			r.Findings = append(r.Findings, finding(rule, level, fmt.Sprintf("f%02d.md", i), i+1, "100% of it; one::two"))
		}
	}
	return counted(r, 3, 1, 1)
}

func TestAnnotationsAreTenOfEachLevel(t *testing.T) {
	all := annotations(t, many())
	if n := tally(all); n["error"] != 10 || n["warning"] != 10 || n["notice"] != 10 || len(all) != 30 {
		t.Errorf("%v", n)
	}
	last := all[len(all)-1]
	if want := "151 findings are not shown at their lines (50 errors, 50 warnings, 51 notes)"; !strings.HasPrefix(last.data, want) {
		t.Errorf("%q", last.data)
	}
	if all[0].name != "error" || all[9].name != "error" || all[10].name != "warning" {
		t.Error("not ranked by level")
	}
	rules := map[string]bool{}
	for _, c := range all[:10] {
		rules[c.data[strings.LastIndex(c.data, "["):]] = true
	}
	if len(rules) != 5 {
		t.Errorf("a rule with many findings hides the others: %v", rules)
	}
	first := all[0]
	if !strings.HasPrefix(first.data, "f00.md:1:3: 100% of it; one::two [supplier/review-due]\nRecord a treatment") {
		t.Errorf("%q", first.data)
	}
	want := map[string]string{"file": "f00.md", "line": "1", "endline": "1", "col": "3", "endcolumn": "14", "title": "supplier/review-due"}
	if fmt.Sprint(first.properties) != fmt.Sprint(want) {
		t.Errorf("%v", first.properties)
	}
}

func TestAzureShowsTenOfEachLevel(t *testing.T) {
	var b bytes.Buffer
	if err := Azure(&b, many()); err != nil {
		t.Fatal(err)
	}
	all := azureReads(b.String())
	if n := tally(all); n["task.logissueerror"] != 10 || n["task.logissuewarning"] != 10 || len(all) != 20 {
		t.Errorf("%v", n)
	}
	if got := all[0]; got.properties["sourcepath"] != "f00.md" || got.properties["linenumber"] != "1" || got.properties["code"] != "supplier/review-due" {
		t.Errorf("%v", got.properties)
	}
	if got := all[len(all)-1].data; got != "Not shown here: 50 errors, 51 warnings, 60 notes. The log has them." {
		t.Errorf("%q", got)
	}
}

func TestAFailedRuleIsAnError(t *testing.T) {
	r := clean()
	r.Rules = append(r.Rules, verdict.Rule{ID: "context/broken", State: "failed", Reason: "out of time"})
	all := annotations(t, r)
	if len(all) != 1 || all[0].name != "error" || !strings.Contains(all[0].data, "context/broken could not be evaluated: out of time") {
		t.Errorf("%+v", all)
	}
}

func TestOneOfManyLinesIsAnnotated(t *testing.T) {
	r := clean()
	f := finding("policy/x", "error", "a.md", 3, "m")
	f.EndLine, f.EndColumn = 9, 1
	r.Findings = append(r.Findings, f)
	got := annotations(t, r)[0].properties
	if got["line"] != "3" || got["endline"] != "3" || got["endcolumn"] != itoa(len(f.Excerpt)+1) {
		t.Errorf("%v", got)
	}
}

// The library panics where a file cannot be written.
func TestGitHubDoesNotPanic(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"GITHUB_STEP_SUMMARY", "GITHUB_OUTPUT"} {
		err := GitHub(&bytes.Buffer{}, clean(), GitHubOptions{Getenv: func(key string) string {
			return map[string]string{name: filepath.Join(dir, "no", "such", "folder")}[key]
		}})
		if !errors.Is(err, os.ErrNotExist) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := GitHub(closedPipe{}, rich(), GitHubOptions{Getenv: func(string) string { return "" }, Annotations: true}); !errors.Is(err, syscall.EPIPE) {
		t.Errorf("%v", err)
	}
}

type closedPipe struct{}

func (closedPipe) Write([]byte) (int, error) { return 0, syscall.EPIPE }

func TestTheSummaryFitsBesideWhatIsThere(t *testing.T) {
	r := many()
	for i := range 30000 {
		r.Findings = append(r.Findings, finding("supplier/review-due", "note", "a.md", i+1, strings.Repeat("word ", 20)))
	}
	for _, used := range []int{0, MaxSummary / 2, MaxSummary - minSheet/2} {
		path := filepath.Join(t.TempDir(), "summary")
		if err := os.WriteFile(path, bytes.Repeat([]byte{'x'}, used), 0o600); err != nil {
			t.Fatal(err)
		}
		err := GitHub(&bytes.Buffer{}, r, GitHubOptions{SummaryUsed: used, Getenv: func(key string) string {
			return map[string]string{"GITHUB_STEP_SUMMARY": path}[key]
		}})
		info, statErr := os.Stat(path)
		if err != nil || statErr != nil || info.Size() > MaxSummary {
			t.Errorf("%d used: %v, %v, %d bytes", used, err, statErr, info.Size())
		}
	}
}

func TestRanked(t *testing.T) {
	r := verdict.Report{}
	for _, f := range []struct{ rule, level, certainty, change string }{
		{"a/1", "note", "decides", ""}, {"a/1", "error", "indicates", "introduced"}, {"a/1", "error", "decides", "existing"},
		{"a/1", "error", "decides", "introduced"}, {"a/1", "error", "decides", "introduced"}, {"b/2", "error", "decides", "introduced"},
	} {
		r.Findings = append(r.Findings, verdict.Finding{Rule: f.rule, Level: f.level, Certainty: f.certainty, Change: f.change, Line: len(r.Findings)})
	}
	r.Findings = append(r.Findings, verdict.Finding{Rule: "c/3", Level: "error", Waiver: &verdict.Waiver{}})
	var got []int
	for _, f := range ranked(r) {
		got = append(got, f.Line)
	}
	if want := []int{3, 5, 4, 1, 2, 0}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestBadges(t *testing.T) {
	for _, test := range []struct {
		name           string
		report         verdict.Report
		message, color string
	}{
		{"rich", rich(), "8 + 3 of 29", "blue"},
		{"no ISMS", notRecognised(), "no ISMS recognised", "lightgrey"},
		{"no rule", counted(base(clause("4.1", "4.1", "Context", "NN")), 1, 0, 0), "nothing evaluated", "lightgrey"},
		{"no activity", counted(base(), 1, 0, 3), "nothing evaluated", "lightgrey"},
	} {
		var b, svg bytes.Buffer
		if err := errors.Join(Badge(&b, test.report), BadgeSVG(&svg, test.report)); err != nil {
			t.Fatal(err)
		}
		var got shieldsEndpoint
		// The service refuses keys that it does not know.
		decoder := json.NewDecoder(&b)
		decoder.DisallowUnknownFields()
		if err := decoder.Decode(&got); err != nil {
			t.Fatal(err)
		}
		if want := (shieldsEndpoint{1, "evidence", test.message, test.color}); got != want {
			t.Errorf("%s: %+v, want %+v", test.name, got, want)
		}
		if grey := strings.Contains(svg.String(), "#6b7280"); !strings.Contains(svg.String(), test.message) || grey != (test.color == "lightgrey") {
			t.Errorf("%s: %s", test.name, svg.String())
		}
		for _, word := range []string{"script", "href", "style", "foreignObject", "http://", "%!"} {
			if strings.Contains(strings.Replace(svg.String(), "http://www.w3.org/2000/svg", "", 1), word) {
				t.Errorf("%s: %q in it", test.name, word)
			}
		}
	}
}
