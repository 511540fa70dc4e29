package report

import (
	"iter"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
)

// A reader of what we print, after the rules of GitHub's runner: a line is cut
// at CR and LF; a command begins it, after blanks, or stands anywhere in it in
// the older form. Names of commands and properties are compared without case.

type command struct {
	name       string
	properties map[string]string
	data       string
}

var runnerCommands = []string{
	"internal-set-repo-path", "set-env", "set-output", "save-state", "add-path", "add-mask", "add-matcher", "remove-matcher",
	"warning", "error", "notice", "debug", "group", "endgroup", "echo", "stop-commands",
}

var (
	unescapeData     = []string{"%0D", "\r", "%0A", "\n", "%25", "%"}
	unescapeProperty = []string{"%0D", "\r", "%0A", "\n", "%3A", ":", "%2C", ",", "%25", "%"}
	unescapeOld      = []string{"%3B", ";", "%0D", "\r", "%0A", "\n", "%5D", "]", "%25", "%"}
)

func unescape(s string, pairs []string) string {
	for i := 0; i < len(pairs); i += 2 {
		s = strings.ReplaceAll(s, pairs[i], pairs[i+1])
	}
	return s
}

// runnerReads are the commands in an output. A comparison by culture, as the
// runner makes it, does not see some characters: cultural leaves them out first.
func runnerReads(output string, cultural bool) []command {
	var found []command
	if cultural {
		output = uncultured(output)
	}
	for line := range lines(output) {
		if c, ok := newCommand(line); ok {
			found = append(found, c)
		} else if c, ok := oldCommand(line); ok {
			found = append(found, c)
		}
	}
	return found
}

// lines ends a line at CR, LF and both.
func lines(s string) iter.Seq[string] {
	return strings.SplitSeq(strings.ReplaceAll(s, "\r", "\n"), "\n")
}

var unseenByCulture = regexp.MustCompile(`^[\p{Cf}\x00-\x08\x0e-\x1f\x7f-\x9f\x{34f}\x{115f}\x{1160}\x{17b4}\x{17b5}\x{180b}-\x{180f}\x{3164}\x{fe00}-\x{fe0f}\x{ffa0}\x{e0100}-\x{e01ef}]$`)

func uncultured(s string) string {
	return strings.Map(func(r rune) rune {
		if (r < ' ' && r != '\n' && r != '\r' && r != '\t' || r > '~' && r < 0x4e00 || r > 0x9fff) && unseenByCulture.MatchString(string(r)) {
			return -1
		}
		return r
	}, s)
}

func newCommand(line string) (command, bool) {
	line = strings.TrimLeftFunc(line, unicode.IsSpace)
	rest, ok := strings.CutPrefix(line, "::")
	if !ok {
		return command{}, false
	}
	info, data, ok := strings.Cut(rest, "::")
	if !ok {
		return command{}, false
	}
	return commandOf(info, data, ",", unescapeProperty, unescapeData)
}

func oldCommand(line string) (command, bool) {
	_, rest, ok := strings.Cut(line, "##[")
	if !ok {
		return command{}, false
	}
	info, data, ok := strings.Cut(rest, "]")
	if !ok {
		return command{}, false
	}
	return commandOf(info, data, ";", unescapeOld, unescapeOld)
}

func commandOf(info, data, separator string, property, message []string) (command, bool) {
	name, properties, _ := strings.Cut(info, " ")
	if !slices.Contains(runnerCommands, strings.ToLower(name)) {
		return command{}, false
	}
	c := command{name: strings.ToLower(name), properties: map[string]string{}, data: unescape(data, message)}
	for p := range strings.SplitSeq(strings.TrimSpace(properties), separator) {
		if k, v, ok := strings.Cut(p, "="); ok && v != "" {
			c.properties[strings.ToLower(k)] = unescape(v, property)
		}
	}
	return c, true
}

var azureCommand = regexp.MustCompile(`(?i)##vso\[([\w.]+)([^\]]*)\](.*)`)

// azureReads are the logging commands that an agent of Azure Pipelines finds,
// anywhere in a line.
func azureReads(output string) []command {
	var found []command
	for line := range lines(uncultured(output)) {
		if !strings.Contains(line, "##") {
			continue
		}
		m := azureCommand.FindStringSubmatch(line)
		if m == nil {
			continue
		}
		c := command{name: m[1], properties: map[string]string{}, data: azureDecode(m[3])}
		for p := range strings.SplitSeq(m[2], ";") {
			if k, v, ok := strings.Cut(strings.TrimSpace(p), "="); ok {
				c.properties[k] = azureDecode(v)
			}
		}
		found = append(found, c)
	}
	return found
}

func azureDecode(s string) string {
	return unescape(s, []string{"%3B", ";", "%0D", "\r", "%0A", "\n", "%5D", "]", "%AZP25", "%"})
}

// The reader itself must find what there is.
func TestRunnerReads(t *testing.T) {
	for in, want := range map[string]string{
		"::error::x":                        "error x",
		"  \u00a0::Set-Output name=a::b":    "set-output b",
		"text ##[warning]y":                 "warning y",
		"a\r::debug::z":                     "debug z",
		"\u200d::error::x":                  "error x",
		"#\u200d#[group]x":                  "group x",
		"::nothing::x":                      "",
		"a ::error::x":                      "",
		"::error file=a%2Cb,line=3::100%25": "error 100%",
	} {
		got := ""
		if all := runnerReads(in, true); len(all) == 1 {
			got = all[0].name + " " + all[0].data
		}
		if got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
	if got := azureReads("x ##vso[task.setvariable variable=a;]b")[0]; got.name != "task.setvariable" || got.properties["variable"] != "a" || got.data != "b" {
		t.Errorf("%+v", got)
	}
}
