package yaml

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// fold joins the lines of a plain or quoted scalar: a line break is a space,
// an empty line a line break.
func fold(raw string) string {
	if strings.IndexByte(raw, '\n') < 0 {
		return raw
	}
	var b strings.Builder
	lines, blanks := strings.Split(raw, "\n"), 0
	for i, l := range lines {
		if i > 0 {
			l = strings.TrimLeft(l, " \t")
		}
		if i < len(lines)-1 {
			l = trimRightEscaped(l)
		}
		switch {
		case i == 0:
		case l == "" && i < len(lines)-1:
			blanks++
			continue
		case blanks > 0:
			b.WriteString(strings.Repeat("\n", blanks))
		default:
			b.WriteByte(' ')
		}
		b.WriteString(l)
		blanks = 0
	}
	return b.String()
}

// trimRightEscaped trims trailing white space, but none that a backslash
// keeps.
func trimRightEscaped(l string) string {
	trimmed := strings.TrimRight(l, " \t")
	if len(trimmed) < len(l) && oddBackslashes(trimmed) {
		return l[:len(trimmed)+1]
	}
	return trimmed
}

func oddBackslashes(s string) bool {
	return (len(s)-len(strings.TrimRight(s, `\`)))%2 == 1
}

// single is the text of what stands between single quotes.
func single(raw string) string {
	// A backslash means nothing here, so it must keep no white space either.
	raw = strings.ReplaceAll(raw, `\`, "\x00")
	raw = strings.ReplaceAll(fold(raw), "\x00", `\`)
	return strings.ReplaceAll(raw, "''", "'")
}

// double is the text of what stands between double quotes. The second result
// is the offset of the first escape that YAML does not know, -1 for none; it is
// kept as written.
func double(raw string) (string, int) {
	bad := badEscape(raw)
	if strings.IndexByte(raw, '\n') >= 0 {
		raw = fold(joinEscaped(raw))
	}
	if strings.IndexByte(raw, '\\') < 0 {
		return raw, bad
	}
	var b strings.Builder
	for i := 0; i < len(raw); {
		if raw[i] != '\\' {
			b.WriteByte(raw[i])
			i++
			continue
		}
		text, size, _ := escape(raw[i:])
		b.WriteString(text)
		i += size
	}
	return b.String(), bad
}

func badEscape(raw string) int {
	for i := 0; i < len(raw); {
		if raw[i] != '\\' {
			i++
			continue
		}
		_, size, ok := escape(raw[i:])
		if !ok {
			return i
		}
		i += size
	}
	return -1
}

// joinEscaped joins lines that end in a backslash.
func joinEscaped(raw string) string {
	lines := strings.Split(raw, "\n")
	var b strings.Builder
	joined := false
	for i, l := range lines {
		if joined {
			l = strings.TrimLeft(l, " \t")
		}
		joined = i < len(lines)-1 && oddBackslashes(l)
		if joined {
			b.WriteString(l[:len(l)-1])
			continue
		}
		b.WriteString(l)
		if i < len(lines)-1 {
			b.WriteByte('\n')
		}
	}
	return b.String()
}

const escapes = "0\x00a\ab\bt\t\t\tn\nv\vf\fr\re\x1b  \"\"//\\\\"

// escape reads the escape that s begins with, and how long it is.
func escape(s string) (string, int, bool) {
	if len(s) < 2 {
		return s, len(s), false
	}
	for i := 0; i < len(escapes); i += 2 {
		if escapes[i] == s[1] {
			return escapes[i+1 : i+2], 2, true
		}
	}
	switch s[1] {
	case '\n':
		return "", 2, true
	case 'N':
		return "\u0085", 2, true
	case '_':
		return "\u00a0", 2, true
	case 'L':
		return "\u2028", 2, true
	case 'P':
		return "\u2029", 2, true
	case 'x':
		return hex(s, 2)
	case 'u':
		return hex(s, 4)
	case 'U':
		return hex(s, 8)
	}
	_, size := utf8.DecodeRuneInString(s[1:])
	return s[:1+size], 1 + size, false
}

func hex(s string, digits int) (string, int, bool) {
	value, err := hexDigits(s, digits)
	if err != nil {
		return s[:2], 2, false
	}
	size := 2 + digits
	if utf16.IsSurrogate(rune(value)) && digits == 4 && strings.HasPrefix(s[size:], `\u`) {
		if low, err := hexDigits(s[size:], 4); err == nil {
			if r := utf16.DecodeRune(rune(value), rune(low)); r != utf8.RuneError {
				return string(r), size + 6, true
			}
		}
	}
	if value > utf8.MaxRune || !utf8.ValidRune(rune(value)) {
		return s[:size], size, false
	}
	return string(rune(value)), size, true
}

func hexDigits(s string, digits int) (uint64, error) {
	if len(s) < 2+digits {
		return 0, strconv.ErrSyntax
	}
	return strconv.ParseUint(s[2:2+digits], 16, 32)
}

// isNull is true for the plain scalars that mean null.
func isNull(text string) bool {
	switch text {
	case "", "~", "null", "Null", "NULL":
		return true
	}
	return false
}
