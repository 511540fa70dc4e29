package cli

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/ismslint/ismslint/internal/policy"
	"github.com/ismslint/ismslint/internal/verdict"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"ismslint": func() {
			c := &Command{
				Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Getenv: os.Getenv, Version: "v0.0.0-test",
				Now: func() time.Time { return time.Date(2026, 11, 24, 23, 59, 0, 0, time.UTC) },
			}
			os.Exit(c.Main(context.Background(), os.Args[1:]))
		},
	})
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{Dir: "testdata", RequireExplicitExec: true})
}

// fake is a pipeline that returns what a test wants.
type fake struct {
	report verdict.Report
	err    error
	panics bool
	asked  *request
	metas  []*policy.Meta
	wait   time.Duration
}

func (f fake) check(_ context.Context, r request, stage func(string)) (verdict.Report, error) {
	stage("working")
	time.Sleep(f.wait)
	if f.panics {
		panic("something is odd")
	}
	if f.asked != nil {
		*f.asked = r
	}
	return f.report, f.err
}

func (f fake) inspect(context.Context, request, func(string)) ([]byte, error) {
	return []byte("{}\n"), f.err
}

func (f fake) documents(context.Context, request, func(string)) (listing, error) {
	return listing{}, f.err
}

func (f fake) register(context.Context, request, func(string)) (documentRegister, error) {
	return documentRegister{}, f.err
}

func (f fake) rules() []*policy.Meta { return f.metas }

// withFindings is a report of an ISMS with a finding of each of the levels.
func withFindings(levels ...string) verdict.Report {
	r := verdict.Report{ISMSRecognised: true, Edition: "2022", AsOf: "2026-11-24"}
	for _, level := range levels {
		r.Findings = append(r.Findings, verdict.Finding{
			Rule: "scope/boundaries", Level: level, Path: "a.md", Line: 1, Column: 1, Message: "m", Excerpt: "the line itself",
		})
	}
	r.Restrict(verdict.Scope{})
	return r
}

func execute(c *Command, args ...string) (status int, stdout, stderr string) {
	var out, errs bytes.Buffer
	if c.Stdout == nil {
		c.Stdout = &out
	}
	c.Stderr = &errs
	status = c.Main(context.Background(), args)
	return status, out.String(), errs.String()
}

func TestExitStatus(t *testing.T) {
	failed := withFindings("error")
	failed.Rules = []verdict.Rule{{ID: "scope/broken", State: "failed", Reason: "out of time"}}
	failed.Restrict(verdict.Scope{})
	for _, test := range []struct {
		name   string
		fake   fake
		args   string
		status int
		stderr string
	}{
		{"no finding", fake{report: withFindings()}, "check", 0, ""},
		{"warning", fake{report: withFindings("warning")}, "check", 0, ""},
		{"error", fake{report: withFindings("error")}, "check", 1, ""},
		{"fail on warning", fake{report: withFindings("warning", "note")}, "check --fail-on warning", 1, ""},
		{"fail on note", fake{report: withFindings("note")}, "check --fail-on note", 1, ""},
		{"never", fake{report: withFindings("error")}, "check --fail-on never", 0, ""},
		{"no ISMS", fake{report: verdict.Report{NotRecognised: "A handbook."}}, "check", 0, ""},
		{"bad input", fake{err: badInput("Look there.", "cannot")}, "check", 2, "ismslint: cannot\nLook there.\n"},
		{"fault", fake{err: errors.New("oops")}, "check", 3, "ismslint: internal error: oops\nThis is a fault of ismslint. Please report it: " + issues + "\n"},
		{"panic", fake{panics: true}, "check", 3, "ismslint: internal error: something is odd\nThis is a fault of ismslint. Please report it: " + issues + "\n"},
		{"failed rule", fake{report: failed}, "check", 3, "ismslint: the rule scope/broken could not be evaluated: out of time\n"},
		{"interrupted", fake{err: context.Canceled}, "check", 2, "ismslint: interrupted\n"},
		{"inspect", fake{}, "inspect", 0, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			status, _, stderr := execute(&Command{pipeline: test.fake}, strings.Fields(test.args)...)
			if status != test.status || stderr != test.stderr {
				t.Errorf("status %d, stderr %q; want %d, %q", status, stderr, test.status, test.stderr)
			}
		})
	}
}

func TestStackOnlyForDebugging(t *testing.T) {
	c := &Command{pipeline: fake{panics: true}, Getenv: func(name string) string { return map[string]string{"ISMSLINT_DEBUG": "1"}[name] }}
	if _, _, stderr := execute(c, "check"); !strings.Contains(stderr, "goroutine") {
		t.Errorf("no stack in %q", stderr)
	}
}

func TestAFaultDoesNotControlTheTerminal(t *testing.T) {
	_, _, stderr := execute(&Command{pipeline: fake{err: errors.New("x\x1b[2Jy\n::error::z")}}, "check")
	if strings.Contains(stderr, "\x1b") || strings.Contains(stderr, "\n::") {
		t.Errorf("%q", stderr)
	}
}

func TestToday(t *testing.T) {
	var asked request
	now := func() time.Time { return time.Date(2026, 1, 1, 1, 0, 0, 0, time.FixedZone("east", 2*3600)) }
	execute(&Command{pipeline: fake{asked: &asked}, Now: now}, "check", "x", "--edition", "2022+amd1")
	if asked.asOf != "2025-12-31" || asked.path != "x" || asked.edition != "2022+amd1" {
		t.Errorf("%+v", asked)
	}
}

func TestExcerptAndColourOnlyOnATerminal(t *testing.T) {
	for _, test := range []struct {
		name            string
		terminal        bool
		env             string
		args            []string
		excerpt, colour bool
	}{
		{"terminal", true, "", nil, true, true},
		{"no terminal", false, "", nil, false, false},
		{"asked for", false, "", []string{"--excerpt"}, true, false},
		{"NO_COLOR", true, "1", nil, true, false},
		{"--no-color", true, "", []string{"--no-color"}, true, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := &Command{pipeline: fake{report: withFindings("error")}, IsTerminal: test.terminal, Getenv: func(name string) string {
				return map[string]string{"NO_COLOR": test.env}[name]
			}}
			_, stdout, _ := execute(c, append([]string{"check"}, test.args...)...)
			if got := strings.Contains(stdout, "the line itself"); got != test.excerpt {
				t.Errorf("excerpt: %v", got)
			}
			if got := strings.Contains(stdout, "\x1b["); got != test.colour {
				t.Errorf("colour: %v", got)
			}
		})
	}
}

func TestFilesAreWrittenAsAWhole(t *testing.T) {
	path := filepath.Join(t.TempDir(), "report.json")
	if err := os.WriteFile(path, []byte("before"), 0o600); err != nil {
		t.Fatal(err)
	}
	err := writeFile(path, func(w io.Writer) error {
		io.WriteString(w, strings.Repeat("half", 10000))
		return errors.New("full")
	})
	if got, _ := os.ReadFile(path); err == nil || string(got) != "before" {
		t.Errorf("%v, %.20q", err, got)
	}
	if err := writeFile(path, func(w io.Writer) error { _, err := io.WriteString(w, "after"); return err }); err != nil {
		t.Fatal(err)
	}
	if got, _ := os.ReadFile(path); string(got) != "after" {
		t.Errorf("%q", got)
	}
	if left, _ := os.ReadDir(filepath.Dir(path)); len(left) != 1 {
		t.Errorf("%d files are left", len(left))
	}
}

type pipe struct{}

func (pipe) Write([]byte) (int, error) { return 0, syscall.EPIPE }

func TestAClosedPipeIsNoFault(t *testing.T) {
	for _, args := range [][]string{{"check"}, {"check", "--format", "json"}, {"rules"}, {"version"}, {"inspect"}} {
		status, _, stderr := execute(&Command{pipeline: fake{report: withFindings()}, Stdout: pipe{}}, args...)
		if status != 0 || stderr != "" {
			t.Errorf("%v: status %d, %q", args, status, stderr)
		}
	}
}

func TestProgress(t *testing.T) {
	slow := fake{report: withFindings(), wait: patience + 200*time.Millisecond}
	if _, _, stderr := execute(&Command{pipeline: slow, ErrIsTerminal: true}, "check"); !strings.HasPrefix(stderr, "\rworking …") || !strings.HasSuffix(stderr, "\r") {
		t.Errorf("%q", stderr)
	}
	if _, _, stderr := execute(&Command{pipeline: fake{report: withFindings()}, ErrIsTerminal: true}, "check"); stderr != "" {
		t.Errorf("a quick run shows %q", stderr)
	}
}

func TestExplain(t *testing.T) {
	rule := &policy.Meta{
		ID: "risk-assessment/risk-owner", Title: "Each risk has an owner", Description: "Who may accept it.",
		Clause: "6.1.2", Activities: []string{"6.1.2-e"}, Kind: "field", Strength: "shall", Source: "27003",
		Level: "error", Levels: map[string]string{"2013": "warning"}, LevelUndeclared: "note", Certainty: "decides",
		SmallOrganization: "relax", Remedy: "Name the owner.", Needs: []string{"risks"},
	}
	c := &Command{pipeline: fake{metas: []*policy.Meta{rule}}}
	_, stdout, _ := execute(c, "explain", rule.ID)
	for _, want := range []string{
		rule.Title, rule.Description, "6.1.2-e ", "error; warning in the 2013 edition; note while isms.yaml",
		"required activity (ISO/IEC 27003:2017)", "declared or structured data", "Name the owner.", "it asks less",
	} {
		if !strings.Contains(strings.Join(strings.Fields(stdout), " "), want) {
			t.Errorf("%q is not in\n%s", want, stdout)
		}
	}
	for in, want := range map[string]string{
		"risk-assessment/risk-ownr": "Did you mean risk-assessment/risk-owner?", "risk-owner": "Did you mean risk-assessment/risk-owner?",
		"nonsense": "`ismslint rules` lists them.",
	} {
		status, _, stderr := execute(&Command{pipeline: fake{metas: []*policy.Meta{rule}}}, "explain", in)
		if status != 2 || !strings.Contains(stderr, want) {
			t.Errorf("%s: status %d, %q", in, status, stderr)
		}
	}
}

func TestLevelsOfTheSettings(t *testing.T) {
	result := func(id string) policy.RuleResult {
		return policy.RuleResult{
			Rule: &policy.Meta{ID: id}, State: policy.Evaluated,
			Findings: []policy.Finding{{Level: "error"}}, Evidence: []policy.Evidence{{}},
		}
	}
	results := []policy.RuleResult{result("a/off"), result("a/note"), result("a/other")}
	applyLevels(results, map[string]string{"a/off": "off", "a/note": "note"})
	if r := results[0]; r.State != policy.NotApplicable || r.Findings != nil || r.Evidence != nil {
		t.Errorf("off: %+v", r)
	}
	if results[1].Findings[0].Level != "note" || results[2].Findings[0].Level != "error" {
		t.Errorf("%+v", results[1:])
	}
}
