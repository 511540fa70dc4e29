package cli

import (
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/google/go-cmp/cmp"

	"github.com/ismslint/ismslint/internal/report"
	"github.com/ismslint/ismslint/internal/verdict"
)

func inputs(set map[string]string) func(string) string {
	return func(name string) string { return set[name] }
}

func TestActionArgs(t *testing.T) {
	for name, test := range map[string]struct {
		inputs map[string]string
		want   []string
	}{
		"defaults of action.yml": {
			map[string]string{"INPUT_PATH": ".", "INPUT_FAIL-ON": "error", "INPUT_ANNOTATIONS": "true", "INPUT_EDITION": ""},
			[]string{"check", "--fail-on=error", "--format=github", "--format=text", "--", "."},
		},
		"all": {
			map[string]string{
				"INPUT_PATH": "isms", "INPUT_EDITION": "2022", "INPUT_FAIL-ON": "never", "INPUT_AS-OF": "2026-11-24",
				"INPUT_CONFIG": "other.yaml", "INPUT_CLAUSE": "6.1.2, 9.3\n", "INPUT_RULE": "a/b",
				"INPUT_ANNOTATIONS": "off", "INPUT_FORMATS": "sarif=a b.sarif\n text \n,badge=badge.json", "INPUT_ARGS": "--all\n\n --jobs=2\n",
			},
			[]string{
				"check", "--edition=2022", "--fail-on=never", "--as-of=2026-11-24", "--config=other.yaml", "--clause=6.1.2", "--clause=9.3",
				"--rule=a/b", "--format=github-summary", "--format=text", "--format=sarif=a b.sarif", "--format=badge=badge.json",
				"--all", "--jobs=2", "--", "isms",
			},
		},
		"hostile": {
			map[string]string{
				"INPUT_PATH": "--help", "INPUT_EDITION": "2022 --fail-on=never", "INPUT_CONFIG": "$(id)", "INPUT_CLAUSE": "--all; id",
				"INPUT_FORMATS": "--help",
			},
			[]string{
				"check", "--edition=2022 --fail-on=never", "--config=$(id)", "--clause=--all; id", "--format=github", "--format=text",
				"--format=--help", "--", "--help",
			},
		},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := actionArgs(inputs(test.inputs))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestActionInputsThatAreWrong(t *testing.T) {
	for name, set := range map[string]map[string]string{
		"annotations":       {"INPUT_ANNOTATIONS": "perhaps"},
		"args are flags":    {"INPUT_ARGS": "--all\nsecond/path"},
		"args end no flags": {"INPUT_ARGS": "--"},
		"working directory": {"INPUT_WORKING-DIRECTORY": "no/such/folder"},
		"edition":           {"INPUT_EDITION": "2022\n::add-mask::x"},
	} {
		t.Run(name, func(t *testing.T) {
			c := &Command{pipeline: fake{report: withFindings()}, Getenv: inputs(set)}
			status, stdout, stderr := execute(c, "action")
			if status != statusInput || !strings.HasPrefix(stderr, "ismslint: ") {
				t.Errorf("status %d, %q", status, stderr)
			}
			if !strings.HasPrefix(stdout, "::error::ismslint: ") || strings.Count(stdout, "\n") != 1 {
				t.Errorf("the annotation is %q", stdout)
			}
		})
	}
}

func TestActionHasTheVersionOfItsSource(t *testing.T) {
	var asked request
	c := &Command{pipeline: fake{asked: &asked, report: withFindings()}, Getenv: inputs(map[string]string{"GITHUB_ACTION_REF": "0123abc"})}
	if execute(c, "action"); asked.version != "0123abc" {
		t.Errorf("the version is %q", asked.version)
	}
}

// actionFile is action.yml.
type actionFile struct {
	Inputs, Outputs map[string]struct{ Description, Default string }
	Runs            struct {
		Using, Image string
		Args         []string
	}
}

// action.yml and what reads it say the same.
func TestActionFile(t *testing.T) {
	data, err := os.ReadFile("../../action.yml")
	if err != nil {
		t.Fatal(err)
	}
	var file actionFile
	if err := yaml.Unmarshal(data, &file); err != nil {
		t.Fatal(err)
	}
	asked := map[string]bool{}
	set := func(name string) string {
		name, ok := strings.CutPrefix(name, "INPUT_")
		if ok {
			asked[strings.ToLower(name)] = true
		}
		return ""
	}
	c := &Command{pipeline: fake{report: withFindings()}, Getenv: set}
	if status, _, stderr := execute(c, file.Runs.Args...); status != 0 {
		t.Fatalf("status %d, %s", status, stderr)
	}
	if diff := cmp.Diff(slices.Sorted(maps.Keys(asked)), slices.Sorted(maps.Keys(file.Inputs))); diff != "" {
		t.Errorf("inputs: -read +declared\n%s", diff)
	}
	var outputs []string
	for _, output := range report.Outputs(verdict.Report{}) {
		outputs = append(outputs, output.Name)
	}
	slices.Sort(outputs)
	if diff := cmp.Diff(outputs, slices.Sorted(maps.Keys(file.Outputs))); diff != "" {
		t.Errorf("outputs: -written +declared\n%s", diff)
	}
	if file.Runs.Using != "docker" || file.Runs.Image != "Dockerfile" && !strings.HasPrefix(file.Runs.Image, "docker://") {
		t.Errorf("it runs %+v", file.Runs)
	}
}
