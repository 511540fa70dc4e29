package cli

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// What docs/ci.md says to write is accepted, and every format is in it.
func TestFormatsAreDocumented(t *testing.T) {
	data, err := os.ReadFile("../../docs/ci.md")
	if err != nil {
		t.Fatal(err)
	}
	commands := regexp.MustCompile(`(?:ismslint"? check|\x60)[^\n|]*--format[^\n|'\x60]*`).FindAllString(string(data), -1)
	if len(commands) < 8 {
		t.Fatalf("only %d commands in docs/ci.md", len(commands))
	}
	named := map[string]bool{"text": true}
	for _, command := range commands {
		var values []string
		for _, m := range regexp.MustCompile(`--format ([^\s\x60']+)`).FindAllStringSubmatch(command, -1) {
			values = append(values, m[1])
			name, _, _ := strings.Cut(m[1], "=")
			named[name] = true
		}
		if _, err := parseFormats(values); err != nil {
			t.Errorf("%s: %v", command, err)
		}
	}
	for _, f := range formats {
		if !named[f.name] && !strings.Contains(string(data), "`"+f.name+"`") {
			t.Errorf("docs/ci.md does not say what %s is", f.name)
		}
	}
}

func TestFormatsOfTheService(t *testing.T) {
	for _, test := range []struct {
		variable, value, formats string
		hint                     bool
	}{
		{"", "", "text", false},
		{"GITHUB_ACTIONS", "true", "github text", false},
		{"GITHUB_ACTIONS", "false", "text", false},
		{"TF_BUILD", "True", "azure text", false},
		{"GITLAB_CI", "true", "text", true},
		{"BITBUCKET_BUILD_NUMBER", "7", "text", true},
	} {
		c := &Command{Getenv: func(name string) string {
			if name == test.variable {
				return test.value
			}
			return ""
		}}
		names, hint := c.formatsHere()
		if strings.Join(names, " ") != test.formats || (hint != "") != test.hint {
			t.Errorf("%s=%s: %v, %q", test.variable, test.value, names, hint)
		}
		if _, err := parseFormats(names); err != nil {
			t.Error(err)
		}
	}
}
