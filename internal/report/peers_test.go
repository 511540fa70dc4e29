package report

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ismslint/ismslint/internal/verdict"
)

// Other people's programs read what we write. They are on PATH in CI; where one
// is not, its test says so.

func peer(t *testing.T, name, from string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Skipf("NOT TESTED: %s is not on PATH (%s)", name, from)
	}
	return path
}

// peerFiles are the reports of a format, a file each.
func peerFiles(t *testing.T, format, extension string) []string {
	t.Helper()
	evil := strings.Join(hostileTexts[:90], " ")
	var files []string
	for name, r := range map[string]verdict.Report{
		"everything": everything(), "clean": clean(), "not-recognised": notRecognised(), "hostile": hostile(), "poisoned": poisoned(evil),
	} {
		path := filepath.Join(t.TempDir(), name+extension)
		if err := os.WriteFile(path, []byte(written(t, r)[format]), 0o600); err != nil {
			t.Fatal(err)
		}
		files = append(files, path)
	}
	return files
}

func TestPeerSARIF(t *testing.T) {
	tool := peer(t, "sarif-multitool", "npm: @microsoft/sarif-multitool")
	files := peerFiles(t, "sarif", ".sarif")
	if found := multitool(t, tool, "Sarif", files...); found != "" {
		t.Errorf("errors:\n%s", found)
	}
	if found := multitool(t, tool, "Ghas", files...); found != "" {
		t.Errorf("code scanning would refuse it:\n%s", found)
	}
	// It finds what is wrong.
	data, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	broken := filepath.Join(t.TempDir(), "broken.sarif")
	text := strings.ReplaceAll(string(data), `"ruleIndex": 0`, `"ruleIndex": 99999`)
	text = strings.ReplaceAll(text, `"version": "2.1.0"`, `"version": "2.1.0", "unknown": {}`)
	if err := os.WriteFile(broken, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	if multitool(t, tool, "Sarif", broken) == "" {
		t.Error("a broken report is valid")
	}
}

// multitool returns the errors that the validator finds.
func multitool(t *testing.T, tool, kind string, files ...string) string {
	t.Helper()
	out := filepath.Join(t.TempDir(), "validation.sarif")
	args := append([]string{"validate"}, files...)
	args = append(args, "--rule-kind", kind, "--level", "Error", "--output", out, "--log", "ForceOverwrite")
	said, runErr := exec.Command(tool, args...).CombinedOutput()
	data, err := os.ReadFile(out)
	if err != nil {
		t.Fatalf("%v, %v\n%s", runErr, err, said)
	}
	var log struct {
		Runs []struct {
			Results     []json.RawMessage
			Invocations []struct{ ExecutionSuccessful bool }
		}
	}
	if err := json.Unmarshal(data, &log); err != nil || len(log.Runs) != 1 {
		t.Fatalf("%d runs, %v", len(log.Runs), err)
	}
	var found []string
	for _, result := range log.Runs[0].Results {
		found = append(found, string(result))
	}
	if len(found) == 0 && runErr != nil {
		t.Fatalf("%v\n%s", runErr, said)
	}
	return strings.Join(found, "\n")
}

func TestPeerJUnit(t *testing.T) {
	tool := peer(t, "xmllint", "Debian: libxml2-utils")
	args := append([]string{"--noout"}, peerFiles(t, "junit", ".xml")...)
	if out, err := exec.Command(tool, args...).CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

func TestPeerSVG(t *testing.T) {
	tool := peer(t, "xmllint", "Debian: libxml2-utils")
	args := append([]string{"--noout"}, peerFiles(t, "badge-svg", ".svg")...)
	if out, err := exec.Command(tool, args...).CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

func TestPeerRDFormat(t *testing.T) {
	tool := peer(t, "rdformat-validator", "npm: @umbrelladocs/rdformat-validator")
	for _, file := range peerFiles(t, "rdjson", ".json") {
		if out, err := exec.Command(tool, "--strict", file).CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", filepath.Base(file), err, out)
		}
	}
	wrong := filepath.Join(t.TempDir(), "wrong.json")
	if err := os.WriteFile(wrong, []byte(`{"diagnostics": [{"message": 3}]}`), 0o600); err != nil {
		t.Fatal(err)
	}
	if exec.Command(tool, "--strict", wrong).Run() == nil {
		t.Error("a broken report is valid")
	}
}

func TestPeerReviewdog(t *testing.T) {
	tool := peer(t, "reviewdog", "go install github.com/reviewdog/reviewdog/cmd/reviewdog@v0.21.0")
	r := everything()
	cmd := exec.Command(tool, "-f=rdjson", "-reporter=local", "-filter-mode=nofilter", "-diff=", "-name=ismslint")
	cmd.Dir = t.TempDir()
	cmd.Stdin = strings.NewReader(written(t, r)["rdjson"])
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, f := range r.Findings {
		if f.Waiver == nil && !strings.Contains(string(out), f.Message) {
			t.Errorf("%q is not in\n%s", f.Message, out)
		}
	}
}
