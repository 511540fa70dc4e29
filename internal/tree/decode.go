package tree

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// The encodings that Decode tells apart.
const (
	UTF8        = "utf-8"
	UTF8BOM     = "utf-8-bom"
	UTF16LE     = "utf-16le"
	UTF16BE     = "utf-16be"
	Windows1252 = "windows-1252"
	Binary      = "binary"
)

// File is a file of the tree, decoded.
type File struct {
	// Path is relative to the top of the tree, with "/".
	Path string
	// ID names the content as Git does, with SHA-1.
	ID string
	// Text is valid UTF-8 without a byte order mark and without NUL; line
	// terminators are as in the file. It is "" for a binary file.
	Text string
	// Encoding is how the text was stored.
	Encoding string
	// Size is the number of bytes on disk.
	Size     int64
	Problems []Problem
}

// Problem is something odd about the content of a file as a whole.
type Problem struct {
	// Offset is the byte of Text that it is about.
	Offset  int
	Message string
}

var (
	markUTF8    = []byte("\xEF\xBB\xBF")
	markUTF16LE = []byte("\xFF\xFE")
	markUTF16BE = []byte("\xFE\xFF")
	markLFS     = []byte("version https://git-lfs.github.com/spec/")
)

// maxPointer is the size above which no file is a pointer of Git LFS.
const maxPointer = 1024

// Decode turns the bytes of a file into text. A byte order mark decides; then
// NUL in every other byte is UTF-16; then what is no UTF-8 but reads well as
// windows-1252, in which many an editor of Western Europe still saves, is that.
// In all else, bytes that are no UTF-8 become U+FFFD.
func Decode(data []byte) (text, encoding string, problems []Problem) {
	switch {
	case bytes.HasPrefix(data, markUTF8):
		return decodeUTF8(data[len(markUTF8):], UTF8BOM)
	case bytes.HasPrefix(data, markUTF16LE):
		return decodeUTF16(data[len(markUTF16LE):], UTF16LE)
	case bytes.HasPrefix(data, markUTF16BE):
		return decodeUTF16(data[len(markUTF16BE):], UTF16BE)
	case bytes.HasPrefix(data, markLFS) && len(data) <= maxPointer:
		return "", UTF8, []Problem{{Message: "the file is a pointer of Git LFS, its content is not checked out; run git lfs pull"}}
	}
	if encoding := guessUTF16(data); encoding != "" {
		return decodeUTF16(data, encoding)
	}
	if isWindows1252(data) {
		return decodeWindows1252(data)
	}
	return decodeUTF8(data, UTF8)
}

func decodeUTF8(data []byte, encoding string) (string, string, []Problem) {
	if at := bytes.IndexByte(data, 0); at >= 0 {
		return "", Binary, []Problem{{Message: fmt.Sprintf(
			"the file is not text: byte %d is NUL (a binary file, or two encodings in one file)", at+1)}}
	}
	if utf8.Valid(data) {
		return string(data), encoding, nil
	}
	at := firstInvalid(data)
	problem := Problem{Offset: at, Message: fmt.Sprintf(
		"the file is not valid UTF-8: the first such byte is 0x%02X; unreadable bytes were replaced by U+FFFD", data[at])}
	return strings.ToValidUTF8(string(data), "\uFFFD"), encoding, []Problem{problem}
}

func firstInvalid(data []byte) int {
	for at := 0; at < len(data); {
		r, size := utf8.DecodeRune(data[at:])
		if r == utf8.RuneError && size <= 1 {
			return at
		}
		at += size
	}
	return len(data)
}

// guessUTF16 recognises UTF-16 without a byte order mark where at least half of
// its characters are ASCII or Latin-1: their upper bytes are NUL, and no lower
// byte is.
func guessUTF16(data []byte) string {
	if len(data) < 4 || len(data)%2 != 0 {
		return ""
	}
	var even, odd int
	for i := 0; i < len(data); i += 2 {
		if data[i] == 0 {
			even++
		}
		if data[i+1] == 0 {
			odd++
		}
	}
	switch half := len(data) / 4; {
	case even == 0 && odd >= half && odd > 0:
		return UTF16LE
	case odd == 0 && even >= half && even > 0:
		return UTF16BE
	}
	return ""
}

func decodeUTF16(data []byte, encoding string) (string, string, []Problem) {
	var order binary.ByteOrder = binary.LittleEndian
	if encoding == UTF16BE {
		order = binary.BigEndian
	}
	var b strings.Builder
	b.Grow(len(data))
	bad := -1
	for len(data) >= 2 {
		r, size := rune(order.Uint16(data)), 2
		if utf16.IsSurrogate(r) {
			r, size = surrogate(data, order)
		}
		if r == 0 {
			return "", Binary, []Problem{{Message: "the file is not text: it begins as UTF-16 and holds NUL"}}
		}
		if r == utf8.RuneError && bad < 0 && order.Uint16(data) != utf8.RuneError {
			bad = b.Len()
		}
		b.WriteRune(r)
		data = data[size:]
	}
	if len(data) > 0 {
		if bad < 0 {
			bad = b.Len()
		}
		b.WriteRune(utf8.RuneError)
	}
	if bad < 0 {
		return b.String(), encoding, nil
	}
	return b.String(), encoding, []Problem{{Offset: bad, Message: "the file is not valid UTF-16; unreadable parts were replaced by U+FFFD"}}
}

func surrogate(data []byte, order binary.ByteOrder) (rune, int) {
	if len(data) >= 4 {
		if r := utf16.DecodeRune(rune(order.Uint16(data)), rune(order.Uint16(data[2:]))); r != utf8.RuneError {
			return r, 4
		}
	}
	return utf8.RuneError, 2
}

func decodeWindows1252(data []byte) (string, string, []Problem) {
	text, err := charmap.Windows1252.NewDecoder().Bytes(data)
	if err != nil {
		return decodeUTF8(data, UTF8)
	}
	return string(text), Windows1252, nil
}
