package tree

import (
	"strings"
	"testing"
)

func TestIgnore(t *testing.T) {
	tests := []struct {
		globs  string
		path   string
		folder bool
		want   bool
	}{
		{"", "a.md", false, false},
		{"*.md", "a.md", false, true},
		{"*.md", "x/y/a.md", false, true},
		{"/*.md", "x/a.md", false, false},
		{"/*.md", "a.md", false, true},
		{"./a.md", "a.md", false, true},
		{"drafts/", "drafts/a.md", false, true},
		{"drafts/", "x/drafts/a.md", false, true},
		{"drafts/", "drafts", false, false},
		{"drafts/", "drafts", true, true},
		{"x/drafts", "y/x/drafts/a.md", false, false},
		{"x/drafts", "x/drafts/a.md", false, true},
		{"**/drafts/*.md", "y/x/drafts/a.md", false, true},
		{"archive/**", "archive/2020/a.md", false, true},
		{"*.md !keep.md", "keep.md", false, false},
		{"*.md !keep.md", "other.md", false, true},
		{"!keep.md *.md", "keep.md", false, true},
		{"old/ !old/keep.md", "old/keep.md", false, true},
		{"A.md", "a.md", false, false},
		{"-x.md", "-x.md", false, true},
		{"[ab].md", "b.md", false, true},
	}
	for _, test := range tests {
		i, err := newIgnore(strings.Fields(test.globs))
		if err != nil {
			t.Fatal(err)
		}
		if got := i.match(test.path, test.folder); got != test.want {
			t.Errorf("%q of %q (folder %v): %v", test.globs, test.path, test.folder, got)
		}
	}
}

func TestIgnoreErrors(t *testing.T) {
	for _, glob := range []string{"", "/", "!", "[a", "{a,b}", strings.Repeat("a", maxPatternLength+1), strings.Repeat("*a", maxWildcards+1)} {
		if _, err := newIgnore([]string{glob}); err == nil {
			t.Errorf("%q is no error", glob)
		}
	}
	if _, err := newIgnore(make([]string, maxPatterns+1)); err == nil {
		t.Error("too many patterns are no error")
	}
}
