package tree

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// utf16le encodes a text of the basic plane.
func utf16le(s string) string {
	var b strings.Builder
	for _, r := range s {
		b.WriteByte(byte(r))
		b.WriteByte(byte(r >> 8))
	}
	return b.String()
}

func utf16be(s string) string {
	var b strings.Builder
	for _, r := range s {
		b.WriteByte(byte(r >> 8))
		b.WriteByte(byte(r))
	}
	return b.String()
}

func TestDecode(t *testing.T) {
	tests := map[string]struct {
		data, text, encoding string
		problem              string // a part of the only problem's message
		offset               int
	}{
		"empty":                    {"", "", UTF8, "", 0},
		"ascii, crlf":              {"a\r\nb\r", "a\r\nb\r", UTF8, "", 0},
		"utf-8":                    {"Prüfung – „gut“", "Prüfung – „gut“", UTF8, "", 0},
		"utf-8 with its mark":      {"\xEF\xBB\xBF# Ü", "# Ü", UTF8BOM, "", 0},
		"only the mark":            {"\xEF\xBB\xBF", "", UTF8BOM, "", 0},
		"damage after the mark":    {"\xEF\xBB\xBFa\xFCb", "a\uFFFDb", UTF8BOM, "0xFC", 1},
		"utf-16le, mark":           {"\xFF\xFE" + utf16le("Größe\r\n"), "Größe\r\n", UTF16LE, "", 0},
		"utf-16be, mark":           {"\xFE\xFF" + utf16be("Größe"), "Größe", UTF16BE, "", 0},
		"utf-16le, no mark":        {utf16le("# Maßnahmen – Liste"), "# Maßnahmen – Liste", UTF16LE, "", 0},
		"utf-16be, no mark":        {utf16be("# Maßnahmen – Liste"), "# Maßnahmen – Liste", UTF16BE, "", 0},
		"utf-16le, emoji":          {"\xFF\xFE\x3D\xD8\x00\xDE", "😀", UTF16LE, "", 0},
		"utf-16le, lone half":      {"\xFF\xFEa\x00\x3D\xD8b\x00", "a\uFFFDb", UTF16LE, "UTF-16", 1},
		"utf-16le, odd end":        {"\xFF\xFEa\x00b", "a\uFFFD", UTF16LE, "UTF-16", 1},
		"utf-16le, its own U+FFFD": {"\xFF\xFE\xFD\xFF", "\uFFFD", UTF16LE, "", 0},
		"utf-16le, NUL":            {"\xFF\xFEa\x00\x00\x00", "", Binary, "NUL", 0},
		"binary":                   {"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "", Binary, "byte 9", 0},
		"utf-8, then utf-16":       {"# Title of it all\n" + utf16le("added"), "", Binary, "two encodings", 0},
		"windows-1252":             {"Pr\xFCfung der Ma\xDFnahmen \x96 \x84gut\x93, 5 \x80", "Prüfung der Maßnahmen – „gut“, 5 €", Windows1252, "", 0},
		"latin-1, capitals":        {"GR\xD6\xDFE \xC4\xD6\xDC", "GRÖßE ÄÖÜ", Windows1252, "", 0},
		"windows-1252, apostrophe": {"the company\x92s caf\xE9", "the company’s café", Windows1252, "", 0},
		"damaged utf-8":            {"Prüfung, Größe, \xFC", "Prüfung, Größe, \uFFFD", UTF8, "0xFC", 19},
		"no meaning in 1252":       {"a\x81b", "a\uFFFDb", UTF8, "0x81", 1},
		"dos":                      {"Ma\xE1nahmen f\x84llig", "Ma\uFFFDnahmen f\uFFFDllig", UTF8, "0xE1", 2},
		"old mac":                  {"Pr\x9Ffung", "Pr\uFFFDfung", UTF8, "0x9F", 2},
		"cyrillic (1251)":          {"\xCF\xEE\xEB\xE8\xF2\xE8\xEA\xE0", "\uFFFD", UTF8, "0xCF", 0},
		"shift-jis":                {"\x8F\xEE\x95\xF1", "\uFFFD", UTF8, "0x8F", 0},
		"git lfs":                  {"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n", "", UTF8, "Git LFS", 0},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			text, encoding, problems := Decode([]byte(test.data))
			if text != test.text || encoding != test.encoding {
				t.Errorf("got %q in %s, want %q in %s", text, encoding, test.text, test.encoding)
			}
			switch {
			case test.problem == "" && len(problems) > 0:
				t.Errorf("problems: %v", problems)
			case test.problem == "":
			case len(problems) != 1 || !strings.Contains(problems[0].Message, test.problem) || problems[0].Offset != test.offset:
				t.Errorf("problems: %v, want one with %q at %d", problems, test.problem, test.offset)
			}
		})
	}
}

func FuzzDecode(f *testing.F) {
	for _, seed := range []string{"", "ä\xFF", "\xFF\xFE\x00\xD8", "\xFE\xFFa", "a\x00b\x00", "\x80a\xC3\xA4", "\xEF\xBB\xBF\xEF\xBB\xBF"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		text, encoding, problems := Decode(data)
		if !utf8.ValidString(text) {
			t.Errorf("the text is not UTF-8: %q", text)
		}
		if strings.ContainsRune(text, 0) {
			t.Errorf("the text holds NUL: %q", text)
		}
		if len(text) > 3*len(data) {
			t.Errorf("%d bytes became %d", len(data), len(text))
		}
		if encoding == Binary && (text != "" || len(problems) == 0) {
			t.Errorf("binary with text %q, problems %v", text, problems)
		}
		if utf8.Valid(data) && encoding == UTF8 && len(problems) == 0 && text != string(data) {
			t.Errorf("%q became %q", data, text)
		}
		for _, p := range problems {
			if p.Offset < 0 || p.Offset > len(text) || p.Message == "" {
				t.Errorf("problem %+v in a text of %d bytes", p, len(text))
			}
		}
	})
}
