package policy

import (
	"fmt"
	"strings"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
)

// ruleText is a rule that keeps its contract, in the folder, with more text.
func ruleText(dir, more string) string {
	folder, name, _ := strings.Cut(dir, "/")
	clause, category := splitFolder(folder)
	return fmt.Sprintf(`# METADATA
# title: A title
# description: What it is about.
# custom:
#   scope: repository
#   clause: %q
#   activities: ["5.2-a"]
#   checks: ["5.2-1"]
#   kind: presence
#   strength: shall
#   level: warning
#   certainty: decides
#   small_organization: keep
#   source: practice
#   remedy: Do it.
package ismslint.rules.%s.%s

import data.ismslint.lib

evidence contains lib.evidence(input.isms.anchor, ".") if input.isms.declared

findings contains lib.finding(input.isms.anchor, ".", "no") if not input.isms.declared

%s
`, clause, identifier(category), identifier(name), more)
}

func TestCheck(t *testing.T) {
	const dir = "5.2-policy/a-rule"
	good := ruleText(dir, "")
	add := func(line string) string { return strings.Replace(good, "#   remedy:", "#   "+line+"\n#   remedy:", 1) }
	swap := func(old, text string) string {
		if !strings.Contains(good, old) {
			t.Fatalf("%s is not in the rule", old)
		}
		return strings.Replace(good, old, text, 1)
	}
	tests := []struct {
		name, text, want string
	}{
		{"good", good, ""},
		{"helpers", ruleText(dir, "_limit := 3\n\n_f(x) := x + _limit"), ""},
		{"all keys", add(`needs: [risks, "audits?"]`), ""},
		{"folded", add(`fold: {when: most, field: owner, message: "{n} of {m}"}`), ""},
		{"no metadata", good[strings.Index(good, "package"):], "no metadata"},
		{"unknown key", add("lvel: note"), `unknown field "lvel"`},
		{"unknown key of a mechanism", add("fold: {wen: most}"), `unknown field "wen"`},
		{"other annotation", strings.Replace(good, "# custom:", "# authors: [A]\n# custom:", 1), "beside title, description and custom"},
		{"wrong type", swap(`"5.2"`, "5.2"), "cannot unmarshal number"},
		{"missing title", swap("# title: A title\n", ""), "title: is missing"},
		{"missing remedy", swap("#   remedy: Do it.\n", ""), "remedy: is missing"},
		{"unknown clause", swap(`"5.2"`, `"5.9"`), `clause: the catalogue has no "5.9"`},
		{"clause of another folder", swap(`"5.2"`, `"5.1"`), "but the folder is that of 5.2"},
		{"unknown activity", swap("5.2-a", "5.2-zz"), `no "5.2-zz"`},
		{"no activities", swap(`["5.2-a"]`, "[]"), "activities: name at least one"},
		{"bad check", swap(`["5.2-1"]`, `["check one"]`), "not the id of a check"},
		{"kind", swap("kind: presence", "kind: absence"), `kind: "absence"`},
		{"strength", swap("shall", "must"), `strength: "must"`},
		{"level", swap("warning", "fatal"), `level: "fatal"`},
		{"indicates an error", strings.Replace(swap("warning", "error"), "decides", "indicates", 1), "never an error"},
		{"levels", add(`levels: {"2005": note}`), `levels: "2005"`},
		{"off", add(`levels: {"2013": "off"}`), ""},
		{"level of another kind", add("level_undeclared: loud"), `level_undeclared: "loud"`},
		{"needs", add("needs: [riskz]"), `no register "riskz"`},
		{"for in a repository rule", add("for: [policy.infosec]"), "only a rule of scope document"},
		{"unknown type", add("for: [policy.nonsense]"), `no "policy.nonsense"`},
		{"column of another register", add("column_absent: {register: risks, fields: [auditor], level: quiet}"), `risks has no field "auditor"`},
		{"placeholder", add(`fold: {when: most, field: owner, message: "{count} of {m}"}`), "{count} is not filled in"},
		{"package", swap("policy.a_rule", "policy.other_rule"), "the folder asks for ismslint.rules.policy.a_rule"},
		{"public name", ruleText(dir, "limit := 3"), "limit is public"},
		{"public function", ruleText(dir, "f(x) := x"), "f is public"},
		{"not a set", ruleText(dir, "") + "\nevidence := 1\n", "evidence is a set"},
		{"no findings", swap("findings contains", "_findings contains"), "the set findings is missing"},
		{"field", swap(`lib.evidence(input.isms.anchor, ".")`, `lib.evidence(input.isms.anchor, "ownr")`), `no field "ownr"`},
		{"field in a term", ruleText(dir, `_x := [lib.place(input.isms.anchor, "ownr", "m")]`), `no field "ownr"`},
		{"field with index", ruleText(dir, `_x := lib.place(input.isms.anchor, "controls/1", "m")`), ""},
		{"other rule", ruleText(dir, `_x := data.ismslint.rules.policy.other.findings`), "reads data.catalogue and data.ismslint.lib only"},
		{"all of data", ruleText(dir, `_x := data[input.isms.edition]`), "reads data.catalogue"},
		{"catalogue", ruleText(dir, `_x := data.catalogue.activities`), ""},
		{"with", ruleText(dir, `_x if input.isms.declared with input.isms.declared as true`), "with is for tests"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := ReadMetas(Source{FS: mapFS(map[string]string{dir + "/rule.rego": tt.text})}, Builtin())
			if tt.want == "" {
				if err != nil {
					t.Error(err)
				}
				return
			}
			if err == nil || !strings.Contains(err.Error(), tt.want) || !strings.Contains(err.Error(), "rule.rego") {
				t.Errorf("got %v, want %s", err, tt.want)
			}
		})
	}
}

func TestSameID(t *testing.T) {
	fs := mapFS(map[string]string{
		"5.2-policy/a/rule.rego": ruleText("5.2-policy/a", ""),
		"5.1-policy/a/rule.rego": ruleText("5.1-policy/a", ""),
	})
	if _, err := ReadMetas(Source{FS: fs}, Builtin()); err == nil || !strings.Contains(err.Error(), "has the id policy/a of") {
		t.Errorf("got %v", err)
	}
}

func TestSplitFolder(t *testing.T) {
	for folder, want := range map[string][2]string{
		"6.1.2-risk-assessment":    {"6.1.2", "risk-assessment"},
		"annex-a-policy-framework": {"Annex A", "policy-framework"},
		"changes":                  {"", "changes"},
	} {
		if clause, category := splitFolder(folder); clause != want[0] || category != want[1] {
			t.Errorf("%s: %q, %q", folder, clause, category)
		}
	}
}

func TestNoForbiddenBuiltins(t *testing.T) {
	for _, call := range []string{
		`http.send({"method": "get", "url": "http://localhost"})`, `time.now_ns()`, `opa.runtime()`, `rand.intn("a", 3)`,
		`walk(input)`, `net.lookup_ip_addr("localhost")`, `regex.match("a", "b")`, `json.unmarshal("{}")`, `isms.parse({})`,
		`graph.reachable({}, [])`, `numbers.range(1, 1000000000)`, `io.jwt.decode("")`, `uuid.rfc4122("")`, `trace("")`,
	} {
		fs := mapFS(map[string]string{"5.2-policy/a/rule.rego": ruleText("5.2-policy/a", "_x := "+call)})
		if _, err := New(Options{Sources: []Source{{FS: fs}}}); err == nil || !strings.Contains(err.Error(), "undefined function") {
			t.Errorf("%s: %v", call, err)
		}
	}
}

// TestCapabilitiesExist finds names of builtins that OPA does not have.
func TestCapabilitiesExist(t *testing.T) {
	have := map[string]bool{}
	for _, b := range capabilities().Builtins {
		have[b.Name] = true
	}
	for _, name := range allowedBuiltins {
		if !have[name] {
			t.Errorf("OPA has no %s", name)
		}
	}
	if _, ok := ast.BuiltinMap[parseName]; !ok {
		t.Errorf("%s is not registered", parseName)
	}
}
