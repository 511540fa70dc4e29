package markdown

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/ismslint/ismslint/internal/syntax"
)

func FuzzParse(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.md")
	for _, path := range files {
		data, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(data))
		f.Add(strings.ReplaceAll(string(data), "\n", "\r"))
	}
	for _, text := range hostile(60) {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) || len(text) > 1<<14 {
			t.Skip()
		}
		d := &Document{Source: syntax.NewSource("fuzz.md", text)}
		d.read() // and not Parse, which would hide a panic
		checkInvariants(t, d)
	})
}

// FuzzTOML reads front matter as TOML.
func FuzzTOML(f *testing.F) {
	for _, text := range []string{"a = \"b\"", "a.b = ['c', {d = 1}]", "[a]\nb = '''\nc'''", "[[a]]\nb = 1 # c"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) || len(text) > 1<<12 || strings.Contains(text, "+++") {
			t.Skip()
		}
		d := &Document{Source: syntax.NewSource("fuzz.md", "+++\n"+text+"\n+++\n# T\n")}
		d.read()
		checkInvariants(t, d)
		if d.Front == nil || d.Front.Mapping == nil {
			t.Fatalf("no front matter of %q", text)
		}
	})
}
