package config

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ismslint/ismslint/internal/isms"
	"github.com/ismslint/ismslint/internal/syntax"
	"github.com/ismslint/ismslint/internal/syntax/markdown"
	"github.com/ismslint/ismslint/internal/syntax/yaml"
)

const waivers = `# decisions
waivers:
  - rule: scope/recognised
    place: policies/**
    reason: the new scope is agreed in March
    owner: CISO
    until: 2027-03-31
    risk: RSK-007
  - {rule: risk-assessment/risk-owner, place: RSK-002, until: 2027-01-31, owner: "  "}
`

func TestLoadWaivers(t *testing.T) {
	src := syntax.NewSource("isms/waivers.yaml", waivers)
	list, err := LoadWaivers(src)
	if err != nil {
		t.Fatal(err)
	}
	if len(list) != 2 {
		t.Fatalf("%d waivers", len(list))
	}
	first := list[0]
	for field, want := range map[string]string{
		"rule": "scope/recognised", "place": "policies/**", "reason": "the new scope is agreed in March",
		"owner": "CISO", "until": "2027-03-31", "risk": "RSK-007",
	} {
		if got := *first.field(field); got != want {
			t.Errorf("%s is %q, want %q", field, got, want)
		}
		if got := textAt(src, first.Pos(field)); got != want {
			t.Errorf("%s stands at %q", field, got)
		}
	}
	if first.Fault != "" || first.At.Path != "isms/waivers.yaml" || first.At.Pos.Line != 3 {
		t.Errorf("first: %+v", first)
	}
	if want := "has no reason and no owner"; list[1].Fault != want {
		t.Errorf("fault is %q, want %q", list[1].Fault, want)
	}
}

func textAt(src *syntax.Source, p isms.Pos) string {
	return src.Slice(syntax.Range{
		Start: syntax.Position{Line: p.Line, Column: p.Column}, End: syntax.Position{Line: p.EndLine, Column: p.EndColumn},
	})
}

func TestWaiverProblems(t *testing.T) {
	for _, test := range []struct{ name, in, want string }{
		{"a list", "- rule: x\n", `waivers.yaml:1:1: expected the key waivers with a list, found a list`},
		{"key", "waivers:\n  - {rule: a/b, place: x, reason: y, owner: z, untill: 2027-01-01}\n",
			`waivers.yaml:2:48: waivers[0]: unknown key "untill"; did you mean "until"?`},
		{"day", "waivers:\n  - {rule: a/b, place: x, reason: y, owner: z, until: next year}\n",
			`waivers.yaml:2:55: waivers[0].until: expected a date such as 2026-03-31, found "next year"`},
		{"place", "waivers:\n  - {rule: a/b, place: 'a[', reason: y, owner: z, until: 2027-01-01}\n",
			`waivers.yaml:2:24: waivers[0].place: not a path pattern; ** is any folders, * any part of a name`},
		{"words", "waivers:\n  - later\n", `waivers.yaml:2:5: waivers[0]: expected the keys rule, place, reason, owner and until, found "later"`},
		{"many", "waivers: [" + strings.Repeat("{rule: a/b}, ", 1001) + "]\n", ""},
		{"not YAML", "waivers: [\n", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := LoadWaivers(syntax.NewSource("waivers.yaml", test.in))
			if err == nil {
				t.Fatal("no problem")
			}
			if test.want != "" && err.Error() != test.want {
				t.Errorf("got  %s\nwant %s", err, test.want)
			}
		})
	}
	for _, in := range []string{"", "# none\n", "waivers:\n", "waivers: []\n"} {
		if list, err := LoadWaivers(syntax.NewSource("waivers.yaml", in)); err != nil || len(list) > 0 {
			t.Errorf("%q: %v, %v", in, list, err)
		}
	}
}

// brief is a waiver in a line: what it covers, and what is wrong with it.
func brief(w *Waiver) string {
	to := fmt.Sprint(w.To)
	if w.To == math.MaxInt {
		to = "end"
	}
	line := fmt.Sprintf("%s %d-%s %s", w.Rule, w.From, to, w.Place)
	if w.Fault != "" {
		line += ": " + w.Fault
	}
	return line
}

func inline(name, text string) []string {
	src := syntax.NewSource(name, text)
	var list []Waiver
	if strings.HasSuffix(name, ".md") {
		list = InlineWaivers(src, markdown.Parse(src), nil)
	} else {
		list = InlineWaivers(src, nil, yaml.Parse(src))
	}
	var out []string
	for i := range list {
		out = append(out, brief(&list[i]))
	}
	return out
}

const rest = ` until=2027-01-31 reason="later, all of it" owner=CISO`

func TestInlineWaivers(t *testing.T) {
	md := "<!-- ismslint:waive " + "a/b" + rest + " -->"
	yml := "# ismslint:waive a/b" + rest
	for _, test := range []struct {
		name, file, in string
		want           []string
	}{
		{"none", "a.md", "text\n", nil},
		{"another word", "a.md", "<!-- ismslint:waiver a/b -->\n", nil},
		{"spoken of", "a.md", "write `" + md + "`\n\n    " + md + "\n", nil},
		{"above all", "a.md", md + "\n# Title\n## Scope\n", []string{"a/b 1-end a.md"}},
		{"below the title", "a.md", "# Title\n" + md + "\n## Scope\n", []string{"a/b 1-end a.md"}},
		{"a section with those in it", "a.md", "# T\n## Scope\n### In\n## Out\n" + md + "\n\n### More\n## End\n", []string{"a/b 4-7 a.md#out"}},
		{"the last section", "a.md", "# T\n## Scope\n> " + md + "\n", []string{"a/b 2-end a.md#scope"}},
		{"a row", "a.md", "# T\n| id | o |\n|---|---|\n| R-1 | x " + md + " |\n", []string{"a/b 4-4 a.md (R-1)"}},
		{"lines", "a.md", "# T\n## S\n<!--\nismslint:waive a/b\n until=2027-01-31\n reason=x owner=y\n-->\n", []string{"a/b 2-end a.md#s"}},
		{"front matter", "a.md", "---\nowner: x\n" + yml + "\nversion: 1\n---\n# T\n", []string{"a/b 4-4 a.md (version: 1)"}},
		{"above the front matter", "a.md", "---\n" + yml + "\nowner: x\n---\n# T\n", []string{"a/b 1-end a.md"}},
		{"value", "a.yaml", "risks:\n  - id: R-1 " + yml + "\n    level: x\n\n  - id: R-2\n", []string{"a/b 2-3 a.yaml (id: R-1)"}},
		{"next", "a.yaml", "risks:\n  " + yml + "\n  # why\n\n  - id: R-1\n    level: x\n  - id: R-2\n", []string{"a/b 5-6 a.yaml (id: R-1)"}},
		{"file", "a.yaml", "# a register\n" + yml + "\n---\nrisks: []\n", []string{"a/b 1-end a.yaml"}},
		{"no comment", "a.yaml", "a: \"" + yml + "\"\nb: |\n  " + yml + "\n", nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, inline(test.file, test.in)); diff != "" {
				t.Errorf("waivers (-want +got):\n%s", diff)
			}
		})
	}
}

func TestInlineFaults(t *testing.T) {
	for _, test := range []struct{ in, fault string }{
		{"", "has no rule and no reason and no owner and no until"},
		{"a/b", "has no reason and no owner and no until"},
		{"a/b until=2027-02-30 reason=x owner=y", `ends on no day: expected until=2026-03-31 or the like, found "2027-02-30"`},
		{"a/b c/d" + rest, `says "c/d", which is no key=value of those known: reason, owner, until, risk`},
		{"a/b Owner=x" + rest, `says "Owner=x", which is no key=value of those known: reason, owner, until, risk`},
		{"a/b place=x" + rest, `has the unknown key "place"; known are reason, owner, until, risk`},
		{"a/b owner=x" + rest, "says owner twice"},
		{`a/b until=2027-01-31 owner=x reason="`, `says "reason=\"", which is no key=value of those known: reason, owner, until, risk`},
		{`a/b until=2027-01-31 owner=x reason=“it is so”`, ""},
		{"a/b " + strings.Repeat("x", maxInlineText), "is longer than 4096 bytes"},
	} {
		src := syntax.NewSource("a.yaml", "# ismslint:waive "+test.in+"\n")
		list := InlineWaivers(src, nil, yaml.Parse(src))
		if len(list) != 1 || list[0].Fault != test.fault {
			t.Errorf("%.60q: %+v", test.in, list)
		}
	}
	many := inline("a.yaml", strings.Repeat("# ismslint:waive a/b"+rest+"\n", maxInline+7))
	if len(many) != maxInline+1 || !strings.HasSuffix(many[maxInline], "the others are not read") {
		t.Errorf("%d are read", len(many))
	}
}

func TestInlinePositions(t *testing.T) {
	src := syntax.NewSource("a.md", "# Ä\n\n## B\n\nü <!-- ismslint:waive a/b owner=\"Ä Ö\" until=2027-01-31 reason=“ß x” risk=R-1 -->\n")
	w := InlineWaivers(src, markdown.Parse(src), nil)[0]
	for field, want := range map[string]string{"rule": "a/b", "owner": "Ä Ö", "until": "2027-01-31", "reason": "ß x", "risk": "R-1"} {
		if got := textAt(src, w.Pos(field)); got != want {
			t.Errorf("%s stands at %q", field, got)
		}
	}
}

func FuzzWaivers(f *testing.F) {
	f.Add(waivers)
	f.Add("# ismslint:waive a/b" + rest + "\n")
	f.Add("---\n# ismslint:waive a/b\n---\n# T\n<!-- ismslint:waive a/b until= -->\n|a <!-- ismslint:waive -->|\n")
	f.Fuzz(func(t *testing.T, in string) {
		src := syntax.NewSource("a.yaml", strings.ToValidUTF8(in, ""))
		list, _ := LoadWaivers(src)
		list = append(list, InlineWaivers(src, markdown.Parse(src), nil)...)
		list = append(list, InlineWaivers(src, nil, yaml.Parse(src))...)
		for i := range list {
			w := &list[i]
			for _, part := range append(w.At.Parts, isms.Part{Pos: w.At.Pos}) {
				if part.Pos.Line < 1 || part.Pos.Line > src.Lines() || part.Pos.Column < 1 {
					t.Errorf("%q stands outside the file: %+v", part.Key, part.Pos)
				}
			}
			if strings.ContainsAny(w.Fault, "\n\x1b") {
				t.Errorf("control characters in %q", w.Fault)
			}
		}
	})
}
