package recognise

import (
	"regexp"
	"slices"
	"strings"
)

// blankPattern finds placeholders. Nearly all that look like one are brackets of
// links, and most texts hold none of the words: then it is tried at brackets only.
type blankPattern struct{ all, here *regexp.Regexp }

func newBlankPattern(patterns []string) blankPattern {
	all := strings.Join(patterns, "|")
	return blankPattern{regexp.MustCompile(all), regexp.MustCompile("^(?:" + all + ")")}
}

// longestAtBrackets bounds the texts that are searched bracket by bracket: each
// try may look at all that follows.
const longestAtBrackets = 2000

func (p blankPattern) find(text string, most int) [][]int {
	if len(text) > longestAtBrackets || holdsBlankWord(text) {
		return slices.DeleteFunc(p.all.FindAllStringIndex(text, most), func(at []int) bool { return masked(text, at) })
	}
	var found [][]int
	for i := 0; i+1 < len(text) && len(found) < most; i++ {
		if !opensBlank(text[i], text[i+1]) {
			continue
		}
		if at := p.here.FindStringIndex(text[i:]); at != nil {
			found = append(found, []int{i, i + at[1]})
			i += at[1] - 1
		}
	}
	return found
}

// masked says whether a match is part of something masked, such as an address
// 192.168.255.XXX or a number 4532-XXX, and nothing that is still to be filled in.
func masked(text string, at []int) bool {
	return text[at[0]] == 'X' && at[0] > 0 && strings.IndexByte(".-*/0123456789", text[at[0]-1]) >= 0
}

// opensBlank says whether two bytes may begin a placeholder in brackets.
func opensBlank(c, next byte) bool {
	switch c {
	case '{', '$':
		return next == '{'
	case '<', '[':
		return next|0x20 >= 'a' && next|0x20 <= 'z'
	}
	return false
}

// holdsBlankWord says whether a text may hold a placeholder that is no bracket.
func holdsBlankWord(text string) bool {
	for _, word := range []string{
		"TBD", "TBC", "TODO", "FIXME", "XXX", "YYYY", "JJJJ", "....", "____", "orem ipsum", "our organi", "our Organi", "OUR ORGANI",
		"uster", "USTER", "eispiel", "EISPIEL",
	} {
		if strings.Contains(text, word) {
			return true
		}
	}
	return !isASCII(text) && (strings.ContainsAny(text, "○〇●") || strings.Contains(text, "株式会社"))
}

// mayHoldPlaceholder is a cheap test: nearly no text does.
func mayHoldPlaceholder(text string) bool {
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '{', '<', '[', '_', '$':
			return true
		}
	}
	return holdsBlankWord(text)
}
