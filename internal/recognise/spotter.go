package recognise

import (
	"strings"
)

// spotter finds a regular expression in long texts where every match begins with
// one of a few words: it tries it only there, which is many times faster.
type spotter struct {
	here pattern
	// words by their first byte, in either case.
	words [256][]spotterWord
}

type spotterWord struct {
	text  string // lower case
	whole bool   // no letter or digit stands before it
}

// longestSpot bounds how much of the text is looked at from the beginning of a
// match on.
const longestSpot = 64

// newSpotter compiles a pattern whose matches all begin with one of the words,
// ASCII and in lower case. A word that begins with \b is not the end of another.
func newSpotter(pattern string, words ...string) *spotter {
	s := &spotter{here: lazily("^(?i:" + pattern + ")")}
	for _, w := range words {
		text, whole := strings.CutPrefix(w, `\b`)
		for _, first := range []byte{text[0], text[0] + 'A' - 'a'} {
			s.words[first] = append(s.words[first], spotterWord{text, whole})
		}
	}
	return s
}

// find returns the first matches with their groups, without overlaps.
func (s *spotter) find(text string) [][]string {
	var found [][]string
	for i := 0; i < len(text) && len(found) < mostMentions; i++ {
		if s.words[text[i]] == nil || !s.mayBegin(text, i) {
			continue
		}
		if m := s.here.FindStringSubmatch(text[i:min(i+longestSpot, len(text))]); m != nil {
			found = append(found, m)
			i += len(m[0]) - 1
		}
	}
	return found
}

func (s *spotter) mayBegin(text string, at int) bool {
	for _, w := range s.words[text[at]] {
		if at+len(w.text) <= len(text) && strings.EqualFold(text[at:at+len(w.text)], w.text) {
			return !w.whole || at == 0 || !isWordByte(text[at-1])
		}
	}
	return false
}

// isWordByte says what \b takes for part of a word.
func isWordByte(c byte) bool {
	return c == '_' || c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z'
}
