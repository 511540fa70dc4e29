package report

import (
	"regexp"
	"strings"
	"unicode"
)

// Text of documents is written by strangers and printed on terminals and in the
// logs of CI services: it must not move a cursor, colour a line, hide what
// follows, or give the service a command.

// escapes are whole terminal sequences: CSI, OSC and the other strings, and
// two-byte escapes.
var escapes = regexp.MustCompile(
	"(?:\x1b\\[|\u009b)[0-?]*[ -/]*[@-~]?" +
		"|(?:\x1b[\\]PX^_]|[\u009d\u0090\u0098\u009e\u009f])[^\x07\x1b\u009c\n]*(?:\x07|\x1b\\\\|\u009c)?" +
		"|\x1b[ -/]*[0-~]?")

// ignorable are characters that Clean keeps and that a comparison by the rules
// of a culture, which runners use, does not see.
const ignorable = `[\x{200c}\x{200d}\x{34f}\x{115f}\x{1160}\x{17b4}\x{17b5}\x{180b}-\x{180f}\x{3164}\x{fe00}-\x{fe0f}\x{ffa0}\x{e0100}-\x{e01ef}]*`

// prefixes are what follows "##" in a command.
const prefixes = `(?:\[|(?i:v` + ignorable + `s` + ignorable + `o` + ignorable + `\[))`

// commands are what CI services take for an instruction, at the start of a word
// or anywhere.
var commands = regexp.MustCompile(
	`(^|[\s\p{Z}])` + ignorable + `:` + ignorable + `:` +
		`|#` + ignorable + `#` + ignorable + prefixes)

// Clean makes a text fit to be printed on one line: without terminal sequences,
// control and formatting characters and line breaks, and without what a CI
// service would obey.
func Clean(s string) string {
	if plain(s) {
		return s
	}
	s = escapes.ReplaceAllString(strings.ToValidUTF8(s, "\uFFFD"), "")
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029' || r == '\u0085':
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r) && r != '\u200c' && r != '\u200d':
			return -1
		}
		return r
	}, s)
	return commands.ReplaceAllStringFunc(s, func(m string) string {
		if at := strings.IndexByte(m, '#'); at >= 0 {
			return "# " + m[at+1:]
		}
		return m[:strings.IndexByte(m, ':')] + ": :"
	})
}

// plain says whether a text has nothing that Clean looks at.
func plain(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < ' ' || c > '~' || c == ':' && i+1 < len(s) && s[i+1] == ':' || c == '#' && i+1 < len(s) && s[i+1] == '#' {
			return false
		}
	}
	return true
}

// bounded is a clean text of at most so many characters.
func bounded(s string, most int) string {
	s = Clean(s)
	if len(s) <= most {
		return s
	}
	runes := []rune(s)
	if len(runes) <= most {
		return s
	}
	return strings.TrimRight(string(runes[:most-1]), " ") + "…"
}

// sentence is a text with a full stop.
func sentence(s string) string {
	if s == "" || strings.HasSuffix(s, ".") || strings.HasSuffix(s, "…") || strings.HasSuffix(s, "?") {
		return s
	}
	return s + "."
}
