package catalogue

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Normalise brings a term into the form in which the vocabulary keeps it: NFKC,
// lower case, without diacritics, one blank between words. Punctuation stays.
func Normalise(text string) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(text) {
		switch {
		case unicode.Is(unicode.Mn, r) && !isVoicingMark(r):
		case r == 'ß':
			b.WriteString("ss")
		case r == 'œ', r == 'Œ':
			b.WriteString("oe")
		case r == '’':
			b.WriteByte('\'')
		default:
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return norm.NFC.String(strings.Join(strings.Fields(b.String()), " "))
}

// isVoicingMark tells the marks that NFKD splits from kana: they are part of the
// letter, not an accent.
func isVoicingMark(r rune) bool { return r == '\u3099' || r == '\u309a' }
