package syntax

import (
	"math/rand/v2"
	"testing"
)

func TestCursor(t *testing.T) {
	src := NewSource("x", "ä\tö\r\n\r\nüü\rx\n\n日本語 text\r\n")
	cursor := NewCursor(src)
	random := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		offset := random.IntN(len(src.Text)+3) - 1
		for offset > 0 && offset < len(src.Text) && src.Text[offset]&0xC0 == 0x80 {
			offset--
		}
		if got, want := cursor.Position(offset), src.Position(offset); got != want {
			t.Fatalf("offset %d is %v, want %v", offset, got, want)
		}
	}
}
