package markdown

import "testing"

func TestFront(t *testing.T) {
	tests := []struct {
		name, in string
		lines    int // of the front matter, 0 for none
		owner    string
		problems int
		headings int
	}{
		{"fenced", "---\nowner: CEO\n---\n# T\n", 3, "CEO", 0, 1},
		{"closed by dots", "---\nowner: CEO\n...\n# T\n", 3, "CEO", 0, 1},
		{"CRLF", "---\r\nowner: CEO\r\n---\r\n# T\r\n", 3, "CEO", 0, 1},
		{"fence with blanks", "--- \nowner: CEO\n---\t\n# T\n", 3, "CEO", 0, 1},
		{"empty", "---\n---\n# T\n", 2, "", 0, 1},
		{"no opening fence", "owner: CEO\nsatisfies:\n  TSC:\n    - A\n\n# note\n---\n# T\n", 7, "CEO", 0, 1},
		{"TOML", "+++\nowner = \"CEO\"\n+++\n# T\n", 3, "CEO", 0, 1},
		{"TOML, no value", "+++\nowner =\n+++\n# T\n", 3, "", 1, 1},
		{"TOML, no key", "+++\n= 3\nowner = 'CEO'\n+++\n# T\n", 4, "CEO", 1, 1},
		{"TOML, CRLF and a comment", "+++\r\n# who\r\nowner = CEO # still\r\n+++\r\n# T\r\n", 4, "CEO", 0, 1},
		{"TOML, not closed string", "+++\ntitle = \"T\nowner = \"CEO\"\n+++\n# T\n", 4, "CEO", 1, 1},
		{"unclosed", "---\nowner: CEO\n\n# T\n", 0, "", 1, 1},
		{"invalid", "---\nowner: [CEO\n---\n# T\n", 3, "", 1, 1},
		{"a sequence", "---\n- CEO\n---\n# T\n", 3, "", 1, 1},
		{"not on line 1", "\n---\nowner: CEO\n---\n# T\n", 0, "", 0, 2},
		{"a thematic break", "---\n\nowner\n\n# T\n", 0, "", 0, 1},
		{"prose and a rule", "Owner: CEO\n\nIt is so.\n\n---\n# T\n", 0, "", 0, 1},
		{"a fence too far", "owner: CEO\n" + string(make60()) + "---\n# T\n", 0, "", 0, 1},
		{"nothing else", "---\nowner: CEO\n---", 3, "CEO", 0, 0},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := parse(test.in)
			checkInvariants(t, d)
			if len(d.Sections)-1 != test.headings {
				t.Errorf("%d headings, want %d", len(d.Sections)-1, test.headings)
			}
			if test.problems == 0 && len(d.Problems) > 0 || test.problems > 0 && len(d.Problems) == 0 {
				t.Errorf("problems %+v", d.Problems)
			}
			if test.lines == 0 {
				if d.Front != nil {
					t.Errorf("front matter %+v", d.Front)
				}
				return
			}
			if d.Front == nil || d.Front.Range.Start.Line != 1 || d.Front.Range.End.Line != test.lines {
				t.Fatalf("front matter %+v", d.Front)
			}
			owner := d.Front.Mapping.Get("owner")
			if test.owner != "" && (owner == nil || owner.Text != test.owner || d.Source.Slice(owner.Range) != test.owner) {
				t.Errorf("owner %+v", owner)
			}
			if h := d.Sections; test.headings == 1 && h[1].Heading != "T" {
				t.Errorf("heading %q", h[1].Heading)
			}
		})
	}
}

// make60 is 60 blank lines.
func make60() []byte {
	lines := make([]byte, 60)
	for i := range lines {
		lines[i] = '\n'
	}
	return lines
}

// TestTOML: every value is read as it is written, and stands where it says.
func TestTOML(t *testing.T) {
	d := parse(`+++
title = "A \"quoted\" title"
version = 5.10
next_review = 2027-04-01
draft = false
controls = ["A.5.17", # the one
  'A.5.18',
]
text = """
two
lines"""
isms.type = "policy.topic"
params = { status = "approved", level = [1, 2] }

[isms.addresses]
"5.2-e" = "#reviews"

[[revisions]]
version = "1"
[[revisions]]
version = "2"
+++
# T
`)
	checkInvariants(t, d)
	if len(d.Problems) > 0 {
		t.Fatalf("problems %+v", d.Problems)
	}
	m := d.Front.Mapping
	for key, want := range map[string]string{
		"title": `A "quoted" title`, "version": "5.10", "next_review": "2027-04-01", "draft": "false", "text": "\ntwo\nlines",
	} {
		if n := m.Get(key); n == nil || n.Text != want {
			t.Errorf("%s is %+v, want %q", key, n, want)
		}
	}
	if c := m.Get("controls"); len(c.Items) != 2 || d.Source.Slice(c.Items[1].Range) != "A.5.18" {
		t.Errorf("controls are %+v", c)
	}
	if n := m.Get("isms").Get("addresses").Get("5.2-e"); n == nil || d.Source.Slice(n.Range) != "#reviews" {
		t.Errorf("the address is %+v", n)
	}
	if m.Get("isms").Get("type").Text != "policy.topic" || m.Get("params").Get("status").Text != "approved" || len(m.Get("params").Get("level").Items) != 2 {
		t.Errorf("dotted keys or tables are wrong: %+v", m)
	}
	if r := m.Get("revisions"); len(r.Items) != 2 || r.Items[1].Get("version").Text != "2" {
		t.Errorf("revisions are %+v", r)
	}
}
