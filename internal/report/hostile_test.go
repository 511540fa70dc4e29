package report

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/ismslint/ismslint/internal/policy"
	"github.com/ismslint/ismslint/internal/verdict"
)

// hostileTexts are what a stranger may write into a document so that a service
// which shows our report does something. Each is fed through every field of
// every format.
var hostileTexts = []string{
	// commands of CI services
	"::error::pwned", "x\n::set-output name=a::b", "x\r::add-mask::e", "x\r\n::stop-commands::t", "\u00a0::warning::x", "\u3000::error::x",
	"\u200d::error::x", ":\u200d:error:\u200c:x", "##[error]x", "#\u200d#[warning]x", "#\ufe0f#[group]x", "###[error]x", "\x1b##\x1b[error]x",
	"##vso[task.setvariable variable=a]b", "#\u200c#vso[task.complete result=Failed]", "##VSO[task.logissue type=error]x", "##v\u200dso[task.x]y",
	"a,file=/etc/passwd,line=1::b", "]x;type=error", "100%0A::error::x", "%25%0D%0A##vso[x.y]z", "%AZP25", "_GitHubActionsFileCommandDelimeter_",
	"errors<<EOF\n9\nEOF", strings.Repeat("a", 72) + "::error::x", strings.Repeat("w", 75) + "##[error]x",
	// printf
	"%s%d%n%!", "%!s(MISSING)",
	// markdown
	"| a | b |\n|---|---|", "a | b", "\\| x", "[click](https://evil.example)", "![x](https://evil.example/p.png)", "[a]: https://evil.example",
	"[a][b]", "\\[a](b)", "\\\\[a](https://evil.example)", "<https://evil.example>", "https://evil.example/a?b=c", "www.evil.example", "mailto:a@evil.example",
	"https://www.https://evil.example", "@everyone look", "cc @org/team.", "(@user)", "-@user", "a@b.example", "#123", "GH-12", "org/repo#1", "closes #1",
	"<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</details>", "<!-- ", "-->", "&lt;b&gt;", "&#64;user", "`code`", "``` \n fence", "~~~",
	"# heading", "- item", "1. item", "1) x", "> quote", "***", "---", "===", "**bold** _it_ ~~x~~", "$x$ $$y$$", ":tada:", "[^1]", "a\\", "\\", "`", "**",
	// XML, SVG, JSON, templates
	"]]>", "<![CDATA[x]]>", "</testcase>", "\"'&<>", "\x00\x01\x08\x0b\x0c\ufffe\uffff", "\ud7ff\ue000", "${{ secrets.X }}", "{0} {{0}}", "</svg>",
	// terminals, hidden text, bytes that are no text
	"\x1b[2J\x1b]0;t\x07", "\u009b31m", "\u202etxt.exe", "\u2066a\u2069", "\ufeffx", "a\u2028b\u2029c", "\xff\xfe\xc0", "\U000e0041tag", "a\u0085b",
	// paths
	"../../etc/passwd", "/abs", "javascript:alert(1)", "file:///etc/passwd", "a b#c?d%e.md", "a)b](c", "C:\\x", "data:text/html,x", "", " ", "\t",
	strings.Repeat("long ", 3000), strings.Repeat("漢", 3000), strings.Repeat("\u0300", 200),
}

// closed are fields that hold one of our own words.
var closed = map[string]bool{
	"Schema": true, "AsOf": true, "Edition": true, "Verdict": true, "Level": true, "Certainty": true, "State": true, "By": true, "Mode": true,
	"Fingerprint": true, "LineHash": true, "Change": true, "Counts": true, "Summary": true, "Scope": true, "Kind": true, "Strength": true, "Source": true,
	"Levels": true, "ColumnAbsent": true, "Fold": true,
}

// poison puts a text into every open string of a value.
func poison(v reflect.Value, text string) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(text)
	case reflect.Pointer:
		if !v.IsNil() {
			poison(v.Elem(), text)
		}
	case reflect.Slice:
		for i := range v.Len() {
			poison(v.Index(i), text)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if !closed[v.Type().Field(i).Name] {
				poison(v.Field(i), text)
			}
		}
	}
}

// everything is a report in which every field is filled.
func everything() verdict.Report {
	r := rich()
	r.Findings = slices.Clone(r.Findings[:7])
	r.Clauses, r.Documents, r.Registers, r.Rules = r.Clauses[:3], r.Documents[:2], r.Registers[:2], r.Rules[:2]
	r.Findings[0].Waiver = &verdict.Waiver{Reason: "agreed", Owner: "CISO", Until: "2027-01-31", Path: "isms.yaml", Line: 4, Risk: "RSK-007"}
	r.Waivers = []verdict.RecordedWaiver{{Waiver: *r.Findings[0].Waiver, Rule: r.Findings[0].Rule, Place: "RSK-001", Column: 3, State: "active", Findings: 1}}
	r.Findings[1].Baseline, r.Findings[1].Change = true, verdict.Existing
	r.Baseline = &verdict.Baseline{Path: "ismslint-baseline.json", AsOf: "2026-01-31", Entries: 2, Gone: []verdict.BaselineEntry{
		{Path: "a.md", Rule: "context/x", Message: "mended", Fingerprint: "0f"},
	}}
	why := "a template"
	r.Documents = append(r.Documents, verdict.Document{Path: "t.md", Section: "scope", Title: "T", Type: "scope", Signal: "title", WhyNot: &why})
	about := &policy.Meta{
		ID: "context/broken", Title: "T", Description: "D", Clause: "6.1.2", Kind: "xref", Strength: "shall",
		Level: "error", Certainty: "decides", Remedy: "R", Activities: []string{"6.1.2-i"},
	}
	for _, state := range []string{"failed", "silent", "not-applicable", "evaluated"} {
		r.Rules = append(r.Rules, verdict.Rule{ID: "context/" + state, State: state, Reason: "because", About: about})
	}
	r.Restrict(verdict.Scope{})
	return r
}

func poisoned(text string) verdict.Report {
	r := everything()
	about := *r.Rules[len(r.Rules)-1].About
	for i := range r.Rules {
		if r.Rules[i].About != nil {
			r.Rules[i].About = &about
		}
	}
	r.Text = func(string) string { return text }
	poison(reflect.ValueOf(&r).Elem(), text)
	r.Root = ""
	return r
}

// written is a report in every format, by name.
func written(t testing.TB, r verdict.Report) map[string]string {
	t.Helper()
	out := map[string]string{}
	write := func(name string, f func(io.Writer) error) {
		var b bytes.Buffer
		if err := f(&b); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		out[name] = b.String()
	}
	files := map[string]string{
		"GITHUB_STEP_SUMMARY": filepath.Join(t.TempDir(), "summary"), "GITHUB_OUTPUT": filepath.Join(t.TempDir(), "output"),
		"GITHUB_SERVER_URL": "https://github.example", "GITHUB_REPOSITORY": "example/isms", "GITHUB_SHA": "0123abcd",
	}
	getenv := func(name string) string { return files[name] }
	write("text", func(w io.Writer) error {
		return Text(w, r, TextOptions{Name: "example-isms", Width: 80, Excerpt: true, All: true})
	})
	write("short-text", func(w io.Writer) error { return Text(w, r, TextOptions{Name: "example-isms", Width: 80}) })
	due := Due{AsOf: "2026-11-24", Until: "2026-12-24", Overdue: r.Findings, Ending: r.Waivers}
	write("due", func(w io.Writer) error { return DueText(w, due) })
	write("due-markdown", func(w io.Writer) error { return DueMarkdown(w, due, Links{}) })
	write("github", func(w io.Writer) error { return GitHub(w, r, GitHubOptions{Getenv: getenv, Annotations: true}) })
	for name, key := range map[string]string{"summary": "GITHUB_STEP_SUMMARY", "output": "GITHUB_OUTPUT"} {
		data, err := os.ReadFile(files[key])
		if err != nil {
			t.Fatal(err)
		}
		out[name] = string(data)
	}
	write("json", func(w io.Writer) error { return JSON(w, r) })
	write("sarif", func(w io.Writer) error { return SARIF(w, r) })
	write("junit", func(w io.Writer) error { return JUnit(w, r, "") })
	write("gitlab", func(w io.Writer) error { return GitLab(w, r) })
	write("azure", func(w io.Writer) error { return Azure(w, r) })
	write("rdjson", func(w io.Writer) error { return RDJSON(w, r) })
	write("markdown", func(w io.Writer) error { return Markdown(w, r, MarkdownOptions{}) })
	write("badge", func(w io.Writer) error { return Badge(w, r) })
	write("badge-svg", func(w io.Writer) error { return BadgeSVG(w, r) })
	bitbucket, err := Bitbucket(r, "")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range bitbucket {
		out["bitbucket-"+f.Name] = string(f.Data)
	}
	return out
}

func TestHostileTexts(t *testing.T) {
	tame := written(t, everything())
	for i, text := range hostileTexts {
		checkHostile(t, fmt.Sprintf("%d %.30q", i, text), tame, written(t, poisoned(text)))
	}
}

// checkHostile holds that a hostile text changes nothing but text.
func checkHostile(t *testing.T, name string, tame, got map[string]string) {
	t.Helper()
	for format, out := range got {
		where := name + " in " + format
		checkCharacters(t, where, out)
		want := []command{}
		if format == "github" {
			want = runnerReads(tame[format], true)
		}
		for _, cultural := range []bool{true, false} {
			checkCommands(t, where, runnerReads(out, cultural), want)
		}
		want = nil
		if format == "azure" {
			want = azureReads(tame[format])
		}
		checkCommands(t, where, azureReads(out), want)
		switch {
		case format == "junit":
			// All rules and findings have one name now: a case for each rule.
			if n, want := elements(t, out)["testcase"], len(everything().Rules); n != want {
				t.Errorf("%s: %d cases, want %d", where, n, want)
			}
		case format == "badge-svg", format == "badge", format == "output":
			if out != tame[format] {
				t.Errorf("%s: it has text of a document:\n%s", where, out)
			}
		case format == "summary" || format == "markdown" || format == "due-markdown":
			checkMarkdown(t, where, out)
		case !slices.Contains([]string{"text", "short-text", "due", "github", "azure"}, format):
			checkJSON(t, where, format, out)
		}
	}
}

func checkCharacters(t *testing.T, where, out string) {
	t.Helper()
	if !utf8.ValidString(out) {
		t.Errorf("%s: no UTF-8", where)
	}
	if i := strings.IndexFunc(out, func(r rune) bool {
		return r != '\n' && (unicode.IsControl(r) || r == '\u2028' || r == '\u2029' || unicode.Is(unicode.Cf, r) && r != '\u200c' && r != '\u200d')
	}); i >= 0 {
		t.Errorf("%s: control character in %.40q", where, out[max(i-10, 0):])
	}
}

// checkCommands holds that there are as many commands of each name as without
// the hostile text, and of the same levels.
func checkCommands(t *testing.T, where string, got, want []command) {
	t.Helper()
	names := func(all []command) string {
		var out []string
		for _, c := range all {
			out = append(out, c.name+c.properties["type"])
		}
		slices.Sort(out)
		return strings.Join(out, " ")
	}
	if names(got) != names(want) {
		t.Errorf("%s: commands %q, want %q", where, names(got), names(want))
	}
	for _, c := range got {
		for key := range c.properties {
			if !slices.Contains([]string{"file", "line", "endline", "col", "endcolumn", "title", "type", "sourcepath", "linenumber", "columnnumber", "code"}, key) {
				t.Errorf("%s: property %q", where, key)
			}
		}
		for _, key := range []string{"line", "linenumber"} {
			if v := c.properties[key]; v != "" && !regexp.MustCompile(`^\d+$`).MatchString(v) {
				t.Errorf("%s: %s is %q", where, key, v)
			}
		}
	}
}

func elements(t *testing.T, doc string) map[string]int {
	t.Helper()
	n := map[string]int{}
	decoder := xml.NewDecoder(strings.NewReader(doc))
	for {
		token, err := decoder.Token()
		if err == io.EOF {
			return n
		}
		if err != nil {
			t.Fatalf("%v in\n%.2000s", err, doc)
		}
		switch token := token.(type) {
		case xml.StartElement:
			n[token.Name.Local]++
			if !slices.Contains([]string{"testsuites", "testsuite", "testcase", "failure", "error", "skipped", "system-out"}, token.Name.Local) {
				t.Errorf("unexpected <%s>", token.Name.Local)
			}
		case xml.Comment, xml.Directive:
			t.Errorf("unexpected %T", token)
		}
	}
}

var acts = regexp.MustCompile(`\]\(|\]\[|!\[|<[a-zA-Z/!]|(^|[^\pL\pN])@[\pL\pN]|\{\d`)

// checkJSON holds that it is JSON, that places are relative, and that nothing of
// a message acts where messages are shown as markdown.
func checkJSON(t *testing.T, where, format, out string) {
	t.Helper()
	var v any
	if err := json.Unmarshal([]byte(out), &v); err != nil {
		t.Errorf("%s: %v", where, err)
		return
	}
	if format == "json" {
		return
	}
	walk(v, "", func(key, s string) {
		switch key {
		case "uri":
			if regexp.MustCompile(`^[a-zA-Z][a-zA-Z0-9+.-]*:|[^!-~]`).MatchString(s) {
				t.Errorf("%s: URI %q", where, s)
			}
		case "text", "message", "description", "summary", "details", "justification":
			if acts.MatchString(s) {
				t.Errorf("%s: %s acts: %.80q", where, key, s)
			}
		}
	})
}

func walk(v any, key string, visit func(key, s string)) {
	switch v := v.(type) {
	case string:
		visit(key, v)
	case []any:
		for _, e := range v {
			walk(e, key, visit)
		}
	case map[string]any:
		for k, e := range v {
			walk(e, k, visit)
		}
	}
}
