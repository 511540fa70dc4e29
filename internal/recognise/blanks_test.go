package recognise

import "testing"

func TestMaskedIsNoPlaceholder(t *testing.T) {
	for text, want := range map[string]int{
		"192.168.1.100 becomes 192.168.255.XXX": 0, "4532-XXX": 0, "Owner: XXX": 1, "XXX": 1,
	} {
		if got := len(placeholderSet().anywhere.find(text, 5)); got != want {
			t.Errorf("%q: %d placeholders, want %d", text, got, want)
		}
	}
}
