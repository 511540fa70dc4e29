package report

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
)

// slowHashes are the hashes as they are described, without a rolling window.
func slowHashes(text string) map[int]string {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	lines := strings.Split(strings.ReplaceAll(text, "\r", "\n"), "\n")
	hashes, counts := map[int]string{}, map[uint64]int{}
	for i := range lines {
		rest := strings.NewReplacer(" ", "", "\t", "").Replace(strings.Join(lines[i:], "\n"))
		units := append(utf16.Encode([]rune(rest)), 0xffff)
		var sum uint64
		for k := range 100 {
			sum *= 37
			if k < len(units) {
				sum += uint64(units[k])
			}
		}
		counts[sum]++
		hashes[i+1] = strconv.FormatUint(sum, 16) + ":" + strconv.Itoa(counts[sum])
	}
	return hashes
}

func TestLineHashes(t *testing.T) {
	for _, text := range []string{
		"", "\n", "a", " a\nb\n  \t\tc\n d", "one\r\ntwo\r\rthree\r \n four\n", strings.Repeat("the same line\n", 40),
		strings.Repeat("x", 250) + "\n" + strings.Repeat("x", 99) + "\n漢字 👩‍👩‍👧 ä\n", strings.Repeat("\n", 130), "\ufeffa\nb",
	} {
		want := slowHashes(text)
		got := lineHashes(text, slices.Collect(maps.Keys(want)))
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%.40q (-want +got):\n%s", text, diff)
		}
	}
	// What the uploading action itself computes for an empty file.
	if got := lineHashes("", []int{1})[1]; got != "c129715d7a2bc9a3:1" {
		t.Errorf("empty: %s", got)
	}
	if got := lineHashes("a\n", []int{9})[9]; got != "" {
		t.Errorf("a line that there is not: %s", got)
	}
}

func FuzzLineHashes(f *testing.F) {
	f.Add("a\r\n\tb c\n\n漢\r")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 2000 {
			return
		}
		text = strings.ToValidUTF8(text, "")
		want := slowHashes(text)
		if diff := cmp.Diff(want, lineHashes(text, slices.Collect(maps.Keys(want)))); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	})
}
