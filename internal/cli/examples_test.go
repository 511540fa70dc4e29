package cli

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
)

const examples = "../../examples"

func text(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(string(data), "\r\n", "\n")
}

// exampleFiles are the workflows to copy, by their path in examples.
func exampleFiles(t *testing.T) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(examples, func(path string, entry os.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			name, _ := filepath.Rel(examples, path)
			files[filepath.ToSlash(name)] = text(t, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

var (
	// shown is a block of a page that an example is copied into.
	shown = regexp.MustCompile("(?s)<!-- (examples/[^ ]+) -->\n```[a-z]*\n(.*?)```\n")
	// comment is what a page leaves out: it says the same in its own text.
	comment = regexp.MustCompile(`(?m)^(#|//) .*\n`)
)

// A page shows the examples as they are.
func TestExamplesAreShown(t *testing.T) {
	files := exampleFiles(t)
	seen := map[string]bool{}
	for _, page := range []string{"../../README.md", "../../docs/ci.md"} {
		have := text(t, page)
		want := shown.ReplaceAllStringFunc(have, func(block string) string {
			name := shown.FindStringSubmatch(block)[1]
			example, ok := files[strings.TrimPrefix(name, "examples/")]
			if !ok {
				t.Errorf("%s shows %s, which is not there", page, name)
				return block
			}
			seen[name] = true
			fence := block[strings.Index(block, "```"):]
			return "<!-- " + name + " -->\n" + fence[:strings.Index(fence, "\n")+1] + comment.ReplaceAllString(example, "") + "```\n"
		})
		if *update {
			if err := os.WriteFile(page, []byte(want), 0o644); err != nil {
				t.Fatal(err)
			}
			have = want
		}
		if have != want {
			t.Errorf("%s is stale: run go test ./internal/cli -run TestExamplesAreShown -update", page)
		}
	}
	for name := range files {
		if path := "examples/" + name; !seen[path] && !strings.Contains(text(t, "../../docs/ci.md"), path) {
			t.Errorf("docs/ci.md does not mention %s", path)
		}
	}
}

func TestExamplesAreYAML(t *testing.T) {
	for name, content := range exampleFiles(t) {
		if strings.HasSuffix(name, "Jenkinsfile") {
			continue
		}
		var any map[string]any
		if err := yaml.Unmarshal([]byte(content), &any); err != nil || len(any) == 0 {
			t.Errorf("%s: %v", name, err)
		}
	}
}

var (
	command = regexp.MustCompile(`(?:^|[\s"'(])ismslint"? ((?:check|due)\b[^|>#'\n]*)`)
	// continued is the end of a line of shell that goes on.
	continued = regexp.MustCompile(`\\\n\s*`)
)

// Every command that an example or a page shows is one that the program takes.
func TestExampleCommands(t *testing.T) {
	places := exampleFiles(t)
	places["README.md"] = text(t, "../../README.md")
	places["docs/ci.md"] = text(t, "../../docs/ci.md")
	n := 0
	t.Chdir(t.TempDir())
	for place, content := range places {
		content = continued.ReplaceAllString(content, " ")
		for _, m := range command.FindAllStringSubmatch(content, -1) {
			line := strings.NewReplacer(`"`, "", "`", "", "$RUNNER_TEMP/", "", "$AGENT_TEMPDIRECTORY/", "").Replace(m[1])
			fields, _, _ := strings.Cut(line, "||")
			status, _, stderr := execute(&Command{pipeline: fake{report: withFindings()}}, strings.Fields(fields)...)
			if n++; status != statusOK {
				t.Errorf("%s: ismslint %s: status %d, %s", place, fields, status, stderr)
			}
		}
	}
	if n < 12 {
		t.Errorf("only %d commands were found", n)
	}
}

// Inputs of the action in an example are inputs that it has.
func TestExampleInputs(t *testing.T) {
	var file actionFile
	if err := yaml.Unmarshal([]byte(text(t, "../../action.yml")), &file); err != nil {
		t.Fatal(err)
	}
	used := 0
	for name, content := range exampleFiles(t) {
		for _, step := range stepsOf(t, content) {
			if !strings.HasPrefix(step.Uses, "ismslint/ismslint@") {
				continue
			}
			used++
			for input := range step.With {
				if _, ok := file.Inputs[input]; !ok {
					t.Errorf("%s: the action has no input %s", name, input)
				}
			}
		}
	}
	if used < 2 {
		t.Errorf("%d examples use the action", used)
	}
}

// step is a step of a workflow.
type step struct {
	Name, Uses, Run string
	With            map[string]any
	Env             map[string]string
}

func stepsOf(t *testing.T, workflow string) []step {
	t.Helper()
	var file struct {
		Jobs map[string]struct{ Steps []step }
	}
	if err := yaml.Unmarshal([]byte(workflow), &file); err != nil {
		return nil // of another system
	}
	var steps []step
	for _, job := range file.Jobs {
		steps = append(steps, job.Steps...)
	}
	return steps
}
