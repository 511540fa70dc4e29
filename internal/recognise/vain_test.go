package recognise

import (
	"strings"
	"testing"
)

func TestVainDeclarations(t *testing.T) {
	const prose = "# Backups\n\nBackups are taken every night, kept for thirty days and restored once a quarter as a test.\n"
	tests := []struct {
		name  string
		files tree
		want  string
	}{
		{"pattern", tree{"isms.yaml": "documents:\n  \"polices/*.md\": policy.topic\n", "policies/a.md": prose},
			"isms.yaml:2:19 documents: no file matches \"polices/*.md\""},
		{"pattern that matches", tree{"isms.yaml": "documents:\n  \"policies/*.md\": policy.topic\n", "policies/a.md": prose}, ""},
		{"ignored file", tree{"isms.yaml": "documents:\n  \"a.md\": {ignore: not ours}\n", "a.md": prose}, ""},
		{"index", tree{"isms.yaml": "index: start.md\n", "a.md": prose}, "isms.yaml:1:8 index: there is no file \"start.md\""},
		{"misspelt type", tree{"a.md": "---\ntype: policy.topics\n---\n" + prose},
			"a.md:2:7 type: no document type is called \"policy.topics\"; did you mean \"policy.topic\"?"},
		{"unknown type of a known group", tree{"a.md": "---\ntype: policy.elephants\n---\n" + prose},
			"a.md:2:7 type: no document type is called \"policy.elephants\""},
		{"type of a site generator", tree{"a.md": "---\ntype: docs\n---\n" + prose}, ""},
		{"known type", tree{"a.md": "---\ntype: policy.topic\n---\n" + prose}, ""},
		{"activity", tree{"a.md": "---\nisms.addresses:\n  5.2-zz: \"#backups\"\n---\n" + prose},
			"a.md:3:11 isms.addresses: there is no activity \"5.2-zz\""},
		{"section", tree{"isms.yaml": "documents:\n  \"a.md#archive\": assets\n", "a.md": prose},
			"isms.yaml:2:19 documents: no heading has the anchor of \"a.md#archive\""},
		{"section that is there", tree{"isms.yaml": "documents:\n  \"a.md#backups\": procedure\n", "a.md": prose}, ""},
		{"clause", tree{"a.md": "---\nclauses: [\"9.2\", \"9.7\"]\n---\n" + prose}, "a.md:2:10 clauses: there is no clause \"9.7\""},
		{"control as a clause", tree{"a.md": "---\nclauses: 8.13\n---\n" + prose},
			"a.md:2:10 clauses: there is no clause \"8.13\"; controls of Annex A are named under controls"},
		{"clauses of either edition, and one that holds others", tree{"a.md": "---\nclauses: 9.3.2, 6.3, \"6.1\"\n---\n" + prose}, ""},
		{"clauses of another standard", tree{"a.md": "---\nframework_refs: [\"nis2:21.2\", \"iso22301:8.7\"]\n---\n" + prose}, ""},
		{"register", tree{"r.yaml": "register: suppliers\nentries: []\n"}, ""},
		{"misspelt register", tree{"r.yaml": "register: suppliers_\nentries:\n  - {id: S-1, name: Cloud Ltd}\n"},
			"r.yaml:1:11 register: no register is called \"suppliers_\"; did you mean \"suppliers\"?"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if _, ok := test.files["isms.yaml"]; !ok {
				test.files["isms.yaml"] = "edition: \"2022\"\n"
			}
			var got []string
			for _, p := range test.files.model(t).Vain {
				pos, _, _ := strings.Cut(p.Pos.String(), ":")
				got = append(got, p.Path+":"+pos+":"+strings.Split(p.Pos.String(), ":")[1]+" "+p.Message)
			}
			if strings.Join(got, "\n") != test.want {
				t.Errorf("got  %s\nwant %s", strings.Join(got, "\n"), test.want)
			}
		})
	}
}
