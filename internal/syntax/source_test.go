package syntax

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestPosition(t *testing.T) {
	tests := []struct {
		name, text string
		offset     int
		want       Position
	}{
		{"empty text", "", 0, Position{1, 1}},
		{"empty text, past the end", "", 9, Position{1, 1}},
		{"before the start", "ab", -3, Position{1, 1}},
		{"start", "ab", 0, Position{1, 1}},
		{"end without line end", "ab", 2, Position{1, 3}},
		{"past the end", "ab", 99, Position{1, 3}},
		{"past the end, line end", "ab\n", 99, Position{2, 1}},
		{"on LF", "ab\ncd", 2, Position{1, 3}},
		{"after LF", "ab\ncd", 3, Position{2, 1}},
		{"on CR of CRLF", "ab\r\ncd", 2, Position{1, 3}},
		{"inside CRLF", "ab\r\ncd", 3, Position{1, 3}},
		{"after CRLF", "ab\r\ncd", 4, Position{2, 1}},
		{"after lone CR", "ab\rcd", 3, Position{2, 1}},
		{"two CR", "a\r\rb", 3, Position{3, 1}},
		{"CR before CRLF", "a\r\r\nb", 4, Position{3, 1}},
		{"LF CR", "a\n\rb", 3, Position{3, 1}},
		{"CR at the end", "a\r", 2, Position{2, 1}},
		{"after multi-byte", "äß€😀x", len("äß€😀"), Position{1, 5}},
		{"combining marks count", "e\u0301x", 3, Position{1, 3}},
		{"a tab is one", "\t\tx", 2, Position{1, 3}},
		{"blank lines", "\n\n\n", 2, Position{3, 1}},
		{"line separator is no line end", "a\u2028b", 4, Position{1, 3}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := NewSource("f", test.text).Position(test.offset); got != test.want {
				t.Errorf("Position(%d) = %v, want %v", test.offset, got, test.want)
			}
		})
	}
}

func TestOffset(t *testing.T) {
	text := "äb\r\n\tc\rd\n"
	tests := []struct {
		at   Position
		want int
	}{
		{Position{0, 5}, 0},
		{Position{-1, -1}, 0},
		{Position{1, 0}, 0},
		{Position{1, 1}, 0},
		{Position{1, 2}, 2},
		{Position{1, 3}, 3},
		{Position{1, 99}, 3},
		{Position{2, 1}, 5},
		{Position{2, 3}, 7},
		{Position{3, 1}, 8},
		{Position{3, 2}, 9},
		{Position{4, 1}, 10},
		{Position{4, 7}, 10},
		{Position{5, 1}, 10},
	}
	src := NewSource("f", text)
	for _, test := range tests {
		if got := src.Offset(test.at); got != test.want {
			t.Errorf("Offset(%v) = %d, want %d", test.at, got, test.want)
		}
	}
}

func TestLines(t *testing.T) {
	src := NewSource("f", "a\r\nbb\rccc\n")
	if src.Lines() != 4 {
		t.Fatalf("%d lines, want 4", src.Lines())
	}
	for n, want := range []string{"", "a", "bb", "ccc", "", ""} {
		if got := src.Line(n); got != want {
			t.Errorf("Line(%d) = %q, want %q", n, got, want)
		}
	}
	for n, want := range []int{0, 0, 3, 6, 10, 10} {
		if got := src.LineStart(n); got != want {
			t.Errorf("LineStart(%d) = %d, want %d", n, got, want)
		}
	}
}

func TestSlice(t *testing.T) {
	src := NewSource("f", "ä€\nxy\n")
	for _, test := range []struct {
		r    Range
		want string
	}{
		{src.Range(0, 5), "ä€"},
		{src.Range(2, 7), "€\nx"},
		{src.Range(4, 2), ""},
		{src.Range(0, 99), "ä€\nxy\n"},
		{Range{Position{2, 2}, Position{1, 1}}, ""},
	} {
		if got := src.Slice(test.r); got != test.want {
			t.Errorf("Slice(%v) = %q, want %q", test.r, got, test.want)
		}
	}
}

// The counts of code points must not show: long lines are read like short ones.
func TestLongLine(t *testing.T) {
	text := "é\n" + strings.Repeat("aé€😀", 700) + "\n" + strings.Repeat("x", 3*block) + "\nend"
	checkSource(t, text)
}

func FuzzSource(f *testing.F) {
	for _, seed := range []string{"", "a", "\r", "\r\n\r", "é\n\t€\r\n", "😀\r\r\n", strings.Repeat("é", block) + "\rx"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) || len(text) > 4*block {
			t.Skip()
		}
		checkSource(t, text)
	})
}

// checkSource compares every offset with a plain walk through the text.
func checkSource(t *testing.T, text string) {
	t.Helper()
	src := NewSource("f", text)
	want := Position{1, 1}
	for offset := 0; offset < len(text); {
		r, size := utf8.DecodeRuneInString(text[offset:])
		got := src.Position(offset)
		if got != want {
			t.Fatalf("Position(%d) = %v, want %v", offset, got, want)
		}
		inside := r == '\n' && offset > 0 && text[offset-1] == '\r'
		if back := src.Offset(got); back != offset && !inside {
			t.Fatalf("Offset(Position(%d)) = %d", offset, back)
		}
		offset += size
		switch {
		case r == '\n', r == '\r' && !strings.HasPrefix(text[offset:], "\n"):
			want = Position{want.Line + 1, 1}
		case r != '\r':
			want.Column++
		}
	}
	if got := src.Position(len(text)); got != want || got.Line != src.Lines() {
		t.Fatalf("the end is %v, want %v; %d lines", got, want, src.Lines())
	}
}
