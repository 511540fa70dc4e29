package tree

import "unicode/utf8"

// maxLetterRun is the number of accented letters in a row above which a text is
// in no language of Western Europe, but in another encoding (Cyrillic, Greek,
// Chinese).
const maxLetterRun = 3

// isWindows1252 decides whether text that is no UTF-8 reads well as windows-1252
// (of which Latin-1 is a part). It does not where the file has also more than a
// few proper sequences of UTF-8: then it is UTF-8 with damage. Nor where a byte
// has no meaning in windows-1252, or stands where its character would surprise,
// as in text from an old Mac or DOS.
func isWindows1252(data []byte) bool {
	proper, invalid, run := 0, 0, 0
	for at := 0; at < len(data); {
		b := data[at]
		if b == 0 {
			return false
		}
		if b < utf8.RuneSelf {
			at, run = at+1, 0
			continue
		}
		if surprises(data, at) {
			return false
		}
		r, size := utf8.DecodeRune(data[at:])
		if r != utf8.RuneError || size > 1 {
			proper, at, run = proper+1, at+size, 0
			continue
		}
		invalid, at = invalid+1, at+1
		if b < 0xC0 {
			run = 0
			continue
		}
		if run++; run > maxLetterRun {
			return false
		}
	}
	return invalid > 0 && proper*10 <= invalid
}

// surprises reports whether the byte at a place is none of windows-1252 (0xFF is one,
// but a letter of hardly any text), or is
// punctuation or a rare capital in the middle of a word. Proper UTF-8 passes: its
// later bytes are not asked about.
func surprises(data []byte, at int) bool {
	switch data[at] {
	case 0x81, 0x8D, 0x8F, 0x90, 0x9D, 0xFF:
		return true
	case 0x80, 0x82, 0x84, 0x86, 0x87, 0x89, 0x93, 0x94, 0x95, 0x98, 0x9F:
		return at > 0 && at+1 < len(data) && isSmall(data[at-1]) && isSmall(data[at+1])
	}
	return false
}

func isSmall(b byte) bool { return 'a' <= b && b <= 'z' }
