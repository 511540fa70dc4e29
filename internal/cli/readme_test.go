package cli

import (
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var (
	exampleBlock = regexp.MustCompile(`(?s)<!-- example: readme -->.*?<!-- end of example -->`)
	mainJob      = regexp.MustCompile(`go run \./cmd/ismslint (check testdata/complete [^\n]*)`)
)

// TestREADME runs what the README shows: the example with its exact output, and
// the command of the main job.
func TestREADME(t *testing.T) {
	const readme = "../../README.md"
	text, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	var want string
	t.Run("example", func(t *testing.T) { want = exampleText(t) })
	have := exampleBlock.FindString(string(text))
	if *update {
		replaced := exampleBlock.ReplaceAllLiteralString(string(text), want)
		if err := os.WriteFile(readme, []byte(replaced), 0o644); err != nil {
			t.Fatal(err)
		}
		have = want
	}
	if have != want {
		t.Error("the example of the README is stale: run go test ./internal/cli -run TestREADME -update")
	}
	command := mainJob.FindStringSubmatch(string(text))
	if command == nil {
		t.Fatal("the README does not show the main job")
	}
	t.Chdir("../..")
	if out := runCommand(t, strings.Fields(command[1])); out.status != statusOK || !strings.Contains(string(out.stdout), "Evidence found for") {
		t.Errorf("the main job gives exit status %d:\n%s%s", out.status, out.stdout, out.stderr)
	}
}

// exampleText shows the two files of testdata/readme and what is said of them.
func exampleText(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "example")
	if err := os.CopyFS(dir, os.DirFS("../../testdata/readme")); err != nil {
		t.Fatal(err)
	}
	risks, err := os.ReadFile(filepath.Join(dir, "registers/risks.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	c := &Command{Stdout: &out, Stderr: &out, Version: "v0"}
	t.Chdir(dir)
	c.Main(context.Background(), []string{"check", "--as-of", pinned, "--clause", "6.1.2", "--excerpt"})
	return "<!-- example: readme -->\n" +
		"```yaml\n# registers/risks.yaml\n" + string(risks) + "```\n\n" +
		"```console\n$ ismslint check --clause 6.1.2 --excerpt\n" + out.String() + "```\n<!-- end of example -->"
}
