package recognise

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// normalise brings a heading, a key or a file name into the form in which the
// vocabulary keeps its terms: lower case, without diacritics, punctuation and
// emoji, one blank between words. "ae", "oe" and "ue" are folded as well, since
// German is written both ways; terms go through the same function, so that it
// need only be consistent.
func normalise(text string) string {
	if isASCII(text) {
		return normaliseASCII(text)
	}
	var b strings.Builder
	b.Grow(len(text))
	pendingBlank := false
	put := func(r rune) {
		if pendingBlank && b.Len() > 0 {
			b.WriteByte(' ')
		}
		pendingBlank = false
		b.WriteRune(r)
	}
	for _, r := range norm.NFKD.String(text) {
		switch {
		case unicode.Is(unicode.Mn, r):
			if isKanaMark(r) {
				b.WriteRune(r)
			}
		case r == 'ß':
			put('s')
			put('s')
		case unicode.IsLetter(r) || unicode.IsDigit(r) || r == '#' || r == '+':
			put(unicode.ToLower(r))
		case isTick(r):
			put(r)
		case r == '\'' || r == '’':
		default:
			pendingBlank = true
		}
	}
	return foldUmlauts(norm.NFC.String(b.String()))
}

// asciiForm is what a byte becomes: itself in lower case, a blank between words
// (0), or nothing (an apostrophe).
var asciiForm = func() (form [128]byte) {
	for c := range byte(128) {
		switch {
		case c >= 'A' && c <= 'Z':
			form[c] = c + 'a' - 'A'
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9', c == '#', c == '+', c == '\'':
			form[c] = c
		}
	}
	return form
}()

// normaliseASCII is normalise for what nearly every text is, in one pass.
func normaliseASCII(text string) string {
	var short [128]byte
	out := short[:0]
	blank, folds := false, false
	for i := 0; i < len(text); i++ {
		c := asciiForm[text[i]]
		switch {
		case c == '\'':
			continue
		case c == 0:
			blank = true
			continue
		case blank && len(out) > 0:
			out = append(out, ' ')
			folds = false
		}
		blank = false
		if c == 'e' && folds {
			folds = false
			continue
		}
		out = append(out, c)
		folds = c == 'a' || c == 'o' || c == 'u'
	}
	if string(out) == text {
		return text
	}
	return string(out)
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// isKanaMark keeps the voicing marks that NFKD splits from kana: they are
// letters, not accents.
func isKanaMark(r rune) bool { return r == '\u3099' || r == '\u309a' }

// isTick keeps the symbols that stand for yes and no.
func isTick(r rune) bool { return strings.ContainsRune("✓✔✅✗✘❌☑○●〇×", r) }

var umlauts = strings.NewReplacer("ae", "a", "oe", "o", "ue", "u")

func foldUmlauts(s string) string {
	if !strings.Contains(s, "e") {
		return s
	}
	return umlauts.Replace(s)
}

var (
	leadingNumber = lazily(`^(?:[a-z]{1,7}\s){0,2}(?:\d+\s)+`)
	trailingNoise = lazily(`\s(?:v\s?\d+(?:\s\d+)*|version \d+(?:\s\d+)*|final|draft|entwurf|rev\s?\d+|\d{4}(?:\s\d{2}){0,2}|en|de|fr|es|nl|ja)$`)
)

// stripTitle drops what a heading or file name carries besides its words: a leading
// id or number, a trailing version, date or language.
func stripTitle(normalised string) string {
	if !mayCarryNoise(normalised) {
		return normalised
	}
	s := strings.TrimSpace(leadingNumber.ReplaceAllString(normalised+" ", ""))
	for range 3 {
		t := trailingNoise.ReplaceAllString(s, "")
		if t == s || t == "" {
			break
		}
		s = t
	}
	if s == "" {
		return normalised
	}
	return s
}

// mayCarryNoise is a cheap test: most titles are words only.
func mayCarryNoise(normalised string) bool {
	if strings.ContainsAny(normalised, "0123456789") {
		return true
	}
	switch normalised[strings.LastIndexByte(normalised, ' ')+1:] {
	case "final", "draft", "entwurf", "en", "de", "fr", "es", "nl", "ja":
		return true
	}
	return false
}

var brackets = lazily(`\s*[(\[][^()\[\]]*[)\]]`)

// stripBrackets drops remarks in brackets: "Likelihood (1-5)".
func stripBrackets(text string) string {
	if !strings.ContainsAny(text, "([") {
		if s := strings.TrimSpace(text); s != "" {
			return s
		}
		return text
	}
	if s := strings.TrimSpace(brackets.ReplaceAllString(text, "")); s != "" {
		return s
	}
	return text
}

// countWords is the number of words of a text, counting each Japanese or Chinese
// character pair as one.
func countWords(text string) int {
	n, cjk, inWord := 0, 0, false
	for _, r := range text {
		switch {
		case r >= 0x80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana):
			cjk++
			inWord = false
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if !inWord {
				n++
			}
			inWord = true
		case r == '\'' || r == '’' || r == '-':
		default:
			inWord = false
		}
	}
	return n + (cjk+1)/2
}
