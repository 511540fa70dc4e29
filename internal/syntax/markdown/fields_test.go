package markdown

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// fieldLines writes the fields of a document as "carrier: key = value".
func fieldLines(d *Document) []string {
	var out []string
	for _, f := range d.Fields {
		out = append(out, string(f.Carrier)+": "+f.Key+" = "+f.Value)
	}
	return out
}

func TestFields(t *testing.T) {
	filler := strings.Repeat("\n\nfiller", 40)
	tests := []struct {
		name, in string
		want     []string
	}{
		{"bold, colon inside", "**Owner:** CEO", []string{"bold line: Owner = CEO"}},
		{"bold, colon outside", "**Owner**: CEO", []string{"bold line: Owner = CEO"}},
		{"bold, colon apart", "**Owner** : CEO", []string{"bold line: Owner = CEO"}},
		{"underscores", "__Owner:__ CEO", []string{"bold line: Owner = CEO"}},
		{"pipes", "**Owner:** CEO | **Version:** 3.9", []string{"bold line: Owner = CEO", "bold line: Version = 3.9"}},
		{"pipes, first key bold", "**Status:** open | Owner: CEO | see below | Step 2: wait",
			[]string{"bold line: Status = open", "bold line: Owner = CEO"}},
		{"two blanks", "**Owner:** CEO  **Version:** 3.9", []string{"bold line: Owner = CEO", "bold line: Version = 3.9"}},
		{"breaks", "**Owner:** CEO<br>**Version:** 3.9  \n**Date:** today\\\n**Next:** later",
			[]string{"bold line: Owner = CEO", "bold line: Version = 3.9", "bold line: Date = today", "bold line: Next = later"}},
		{"soft breaks", "**Owner:** CEO\n**Version:** 3.9", []string{"bold line: Owner = CEO", "bold line: Version = 3.9"}},
		{"dots", "**Owner:** CEO · **Version:** 3.9", []string{"bold line: Owner = CEO", "bold line: Version = 3.9"}},
		{"emoji", "📋 **Owner:** CEO 📅 **🔄 Review:** 2027 ✅", []string{"bold line: Owner = CEO", "bold line: Review = 2027 ✅"}},
		{"empty", "**Owner:** | **Version:**", []string{"bold line: Owner = ", "bold line: Version = "}},
		{"value after a break", "**Owner:**<br>CEO", []string{"bold line: Owner = CEO"}},
		{"prose after a break", "**Owner:** CEO  \nThe owner decides.", []string{"bold line: Owner = CEO"}},
		{"value with markup", "**Owner:** [the *CEO*](people.md)", []string{"bold line: Owner = the CEO"}},
		{"list items", "- **Owner:** CEO\n- **Version**: 2", []string{"bold line: Owner = CEO", "bold line: Version = 2"}},
		{"task", "- [x] **Owner:** CEO", []string{"bold line: Owner = CEO"}},
		{"anywhere", "# T" + filler + "\n\n## A.5.1 X\n\n**Applicable:** Yes", []string{"bold line: Applicable = Yes"}},
		{"long key", "**A key of more than five words:** x", nil},
		{"no colon", "**Owner** CEO", nil},
		{"not at the start", "# T\n\n## U\n\nThe **Owner:** CEO", nil},
		{"all bold", "# T\n\n**Version: 1.0 | Owner: CEO**", []string{"bold line: Version = 1.0", "bold line: Owner = CEO"}},
		{"quote", "# T\n\n> Owner: CEO\n> **Version:** 2", []string{"block quote: Owner = CEO", "block quote: Version = 2"}},
		{"quote, bold first", "# T" + filler + "\n\n> **Owner:** CEO\n> of us\n> Version: 2\n\n# U",
			[]string{"block quote: Owner = CEO of us", "block quote: Version = 2"}},
		{"quote in the text", "# T" + filler + "\n\n> Note: take care\n\n# U", nil},
		{"callout", "# T\n\n> [!NOTE]\n> Owner: CEO", []string{"block quote: Owner = CEO"}},
		{"plain", "# T\nOwner: CEO\nNext review date: 2027-01-01", []string{"plain line: Owner = CEO", "plain line: Next review date = 2027-01-01"}},
		{"plain, em key", "# T\n*Owner:* CEO", []string{"plain line: Owner = CEO"}},
		{"plain, URL", "# T\nhttps://a.example", nil},
		{"plain, sentence", "# T\nNote: this text is for all of those who work here or visit us.", nil},
		{"plain, long key", "# T\nThe people who decide are: CEO", nil},
		{"plain, not under the title", "# T\n\n## U\nOwner: CEO", nil},
		{"plain, far below", "# T" + filler + "\n\nOwner: CEO", nil},
		{"italics", "# T\n\n*Status: draft. Owner: role:CISO. Next review: 2027-01-01.*",
			[]string{"plain line: Status = draft", "plain line: Owner = role:CISO", "plain line: Next review = 2027-01-01"}},
		{"italics, version", "# T\n\n_Version: 1.2. Owner: J. Smith_", []string{"plain line: Version = 1.2", "plain line: Owner = J. Smith"}},
		{"italics, prose", "# T\n\n*This is a draft.*", nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := parse(test.in)
			if diff := cmp.Diff(test.want, fieldLines(d)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			checkInvariants(t, d)
		})
	}
}

func TestControlTables(t *testing.T) {
	filler := strings.Repeat("\n\nfiller", 40)
	tests := []struct {
		name, in string
		want     []string
	}{
		{"generic", "| Field | Value |\n|---|---|\n| Owner | CEO |\n| **Site:** | Bonn |", []string{"control table: Owner = CEO", "control table: Site = Bonn"}},
		{"empty header", "| | |\n|---|---|\n| Owner | CEO |", []string{"control table: Owner = CEO"}},
		{"header is a pair", "| Owner | CEO |\n|---|---|\n| Version | 2 |", []string{"control table: Owner = CEO", "control table: Version = 2"}},
		{"four columns", "| Field | Value | Field | Value |\n|---|---|---|---|\n| Owner | CEO | Version | 2 |\n| Date | x | | |",
			[]string{"control table: Owner = CEO", "control table: Version = 2", "control table: Date = x"}},
		{"horizontal", "| Version | Date | Owner |\n|---|---|---|\n| 2 | x | CEO |",
			[]string{"control table: Version = 2", "control table: Date = x", "control table: Owner = CEO"}},
		{"horizontal, two", "| Version | Date |\n|---|---|\n| 2 | x |", []string{"control table: Version = 2", "control table: Date = x"}},
		{"HTML", "<table><tr><th>Owner</th><td>CEO</td></tr><tr><th>Version</th><td>2</td></tr></table>",
			[]string{"control table: Owner = CEO", "control table: Version = 2"}},
		{"changes", "| Version | Date | Author | Change |\n|---|---|---|---|\n| 1 | x | y | z |", nil},
		{"an empty register", "| Date | Owner | Status |\n|---|---|---|\n| | | |", nil},
		{"roles", "| Role | Duty |\n|---|---|\n| CISO | keeps the ISMS |\n| CEO | decides |", nil},
		{"glossary", "| Item | Description |\n|---|---|\n| Asset | what has value |", nil},
		{"long keys", "| Field | Value |\n|---|---|\n| One two three four five six | x |", nil},
		{"repeated keys", "| Field | Value |\n|---|---|\n| Owner | x |\n| Owner | y |", nil},
		{"far below", "# T" + filler + "\n\n| Field | Value |\n|---|---|\n| Owner | CEO |\n\n# U", nil},
		{"at the end", "# T" + filler + "\n\n# U\n\n| Field | Value |\n|---|---|\n| Owner | CEO |", []string{"control table: Owner = CEO"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := parse(test.in)
			if diff := cmp.Diff(test.want, fieldLines(d)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if len(d.Tables) != 1 {
				t.Errorf("%d tables", len(d.Tables))
			}
			checkInvariants(t, d)
		})
	}
}

func TestAtEnd(t *testing.T) {
	d := parse("# T\n\n**Owner:** CEO\n\n## Scope\n\nall\n\n## Control\n\n**Owner:** CISO\n\n---\n\n> Version: 2\n")
	var got []bool
	for _, f := range d.Fields {
		got = append(got, f.AtEnd)
	}
	if diff := cmp.Diff([]bool{false, true, true}, got); diff != "" {
		t.Error(diff)
	}
	if d := parse("# T\n\n**Owner:** CEO\n"); d.Fields[0].AtEnd {
		t.Error("the header of a document without sections is at its end")
	}
}

func TestFieldRanges(t *testing.T) {
	d := parse("# T\n\n**📋 Owner:** [Zoë](z.md) | **Date:**   | **Version**: `1.0`\n")
	var got []string
	for _, f := range d.Fields {
		got = append(got, d.Source.Slice(f.KeyRange)+"="+d.Source.Slice(f.Range))
	}
	if diff := cmp.Diff([]string{"Owner=[Zoë](z.md)", "Date=", "Version=`1.0`"}, got); diff != "" {
		t.Error(diff)
	}
}
