package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

func itoa(n int) string { return strconv.Itoa(n) }

// writeJSON writes a value as JSON. What a terminal or the log of a CI service
// would obey is written as an escape of JSON, so that nothing of it is lost.
func writeJSON(w io.Writer, what string, v any) error {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	err := encoder.Encode(v)
	if err == nil {
		_, err = w.Write(escapeJSON(b.Bytes()))
	}
	if err != nil {
		return fmt.Errorf("writing the report as %s: %w", what, err)
	}
	return nil
}

var unseenRunes = regexp.MustCompile("^" + ignorable[:len(ignorable)-1] + "$")

// escapeJSON escapes control and formatting characters, and "##" by which
// commands begin. Both stand in strings only.
func escapeJSON(in []byte) []byte {
	if !bytes.Contains(in, []byte("##")) && bytes.IndexFunc(in, obeyed) < 0 {
		return in
	}
	out := make([]byte, 0, len(in)+64)
	var last rune
	for len(in) > 0 {
		r, size := utf8.DecodeRune(in)
		switch {
		case obeyed(r), r == '#' && last == '#':
			out = appendEscape(out, r)
		default:
			out = append(out, in[:size]...)
		}
		last, in = r, in[size:]
	}
	return out
}

func obeyed(r rune) bool {
	if r < 0x7f {
		return false
	}
	return r <= 0x9f || r == '\u2028' || r == '\u2029' || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Mn, r) && unseenRunes.MatchString(string(r))
}

func appendEscape(out []byte, r rune) []byte {
	if r > 0xffff {
		high, low := utf16.EncodeRune(r)
		return fmt.Appendf(out, `\u%04x\u%04x`, high, low)
	}
	return fmt.Appendf(out, `\u%04x`, r)
}
