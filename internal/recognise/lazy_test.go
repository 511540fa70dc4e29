package recognise

import (
	"strings"
	"testing"
)

func TestPatternsCompile(t *testing.T) {
	if len(allPatterns) < 20 {
		t.Fatalf("only %d patterns", len(allPatterns))
	}
	for _, p := range allPatterns {
		p.compiled() // panics where one does not
	}
}

// The quick searches find what the plain expressions find.
func TestSpotterFindsWhatTheExpressionFinds(t *testing.T) {
	for _, test := range []struct {
		text string
		want []string
	}{
		{"ISO/IEC 27001:2022 and iso-27001", []string{"ISO/IEC 27001:2022", "iso-27001"}},
		{"The ISMS of isms_x, xISMS and SMSI.", []string{"ISMS", "SMSI"}},
		{"An Information Security Management System", []string{"Information Security Management System"}},
		{"isolated information", nil},
		{"ISO 2700", nil},
		{"isms", []string{"isms"}},
		{"ISMSISMS ISMS", []string{"ISMS"}},
	} {
		var got []string
		for _, m := range ownMentions.find(test.text) {
			got = append(got, m[0])
		}
		if strings.Join(got, "|") != strings.Join(test.want, "|") {
			t.Errorf("%q: %q, want %q", test.text, got, test.want)
		}
	}
	if got := ownMentions.find("ISO 27001: 2013"); len(got) != 1 || got[0][1] != "2013" {
		t.Errorf("the edition is not read: %q", got)
	}
	if got := ownMentions.find(strings.Repeat("ISMS ", 50)); len(got) != mostMentions {
		t.Errorf("%d mentions, want %d", len(got), mostMentions)
	}
}

func FuzzBlanksAtBrackets(f *testing.F) {
	for _, s := range []string{
		"[the risk method](x.md)", "{{company}} and ${X}", "<insert name> [Company]", "[TBD] [x]", "a [DATE] b [NAME, e.g. x]", "[[Name]]", "YOUR ORGANISATION [x]",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, p := range []blankPattern{placeholderSet().anywhere, placeholderSet().inValues} {
			if holdsBlankWord(strings.ToUpper(text)) || holdsBlankWord(strings.ToLower(text)) {
				return // words in odd case are found or not as the brackets beside them
			}
			quick, plain := p.find(text, 50), p.all.FindAllStringIndex(text, 50)
			if len(quick) != len(plain) {
				t.Fatalf("%q: %v, want %v", text, quick, plain)
			}
			for i := range quick {
				if quick[i][0] != plain[i][0] || quick[i][1] != plain[i][1] {
					t.Fatalf("%q: %v, want %v", text, quick, plain)
				}
			}
		}
	})
}

func FuzzNormaliseASCII(f *testing.F) {
	for _, s := range []string{"", "Maßnahmen", "a'e", "Aue", "aee", "A-e", "Straße & Co. #1", "oe OE o'e", "  x  "} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !isASCII(text) {
			return
		}
		if got, want := normaliseASCII(text), plainNormalise(text); got != want {
			t.Fatalf("%q: %q, want %q", text, got, want)
		}
	})
}

// plainNormalise says for ASCII what normalise is to do, as plainly as can be.
func plainNormalise(text string) string {
	lower := strings.ReplaceAll(strings.ToLower(text), "'", "")
	words := strings.FieldsFunc(lower, func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '#' || r == '+')
	})
	return strings.NewReplacer("ae", "a", "oe", "o", "ue", "u").Replace(strings.Join(words, " "))
}
