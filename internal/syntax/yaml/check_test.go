package yaml

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	goyaml "github.com/goccy/go-yaml"

	"github.com/ismslint/ismslint/internal/syntax"
)

// check asserts that every range is in the file and points at its own text.
func check(t *testing.T, f *File) {
	t.Helper()
	for _, p := range f.Problems {
		inside(t, f.Source, p.Range)
		if p.Message == "" || strings.Contains(p.Message, "\n") {
			t.Errorf("message %q", p.Message)
		}
	}
	for _, d := range f.Documents {
		walk(d, func(n *Node) {
			inside(t, f.Source, n.Range)
			slice := strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(f.Source.Slice(n.Range))
			for _, p := range n.Pairs {
				inside(t, f.Source, p.KeyRange)
			}
			if n.Kind == Scalar && !n.Quoted && !strings.HasPrefix(slice, "*") && fold(slice) != n.Text {
				t.Errorf("range of %q is %q", n.Text, slice)
			}
		})
	}
}

func inside(t *testing.T, src *syntax.Source, r syntax.Range) {
	t.Helper()
	if src.Range(src.Offset(r.Start), src.Offset(r.End)) != r || r.Start.Line < 1 {
		t.Errorf("range %v is not in the file", r)
	}
}

// TestCorpora runs over real files where ISMS_CORPORA names a folder of them.
func TestCorpora(t *testing.T) {
	root := os.Getenv("ISMS_CORPORA")
	if root == "" {
		t.Skip("ISMS_CORPORA is not set")
	}
	err := filepath.WalkDir(root, func(path string, d os.DirEntry, err error) error {
		if ext := filepath.Ext(path); err != nil || d.IsDir() || ext != ".yaml" && ext != ".yml" {
			return err
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		src := syntax.NewSource(path, strings.TrimPrefix(strings.ToValidUTF8(string(text), "?"), "\ufeff"))
		file := Parse(src)
		check(t, file)
		compare(t, file)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// compare compares with the library's decoder, as far as decoding says
// something: shapes, keys and strings.
func compare(t *testing.T, f *File) {
	t.Helper()
	if len(f.Documents) != 1 || len(f.Problems) > 0 {
		return
	}
	var want any
	if goyaml.Unmarshal([]byte(f.Source.Text), &want) == nil {
		same(t, f.Source.Path, f.Documents[0], want)
	}
}

func same(t *testing.T, path string, n *Node, want any) {
	t.Helper()
	switch want := want.(type) {
	case nil:
		if n.Kind != Null {
			t.Errorf("%s: %+v, want null", path, n)
		}
	case string:
		if n.Text != want {
			t.Errorf("%s: %q, want %q", path, n.Text, want)
		}
	case []any:
		if len(n.Items) != len(want) {
			t.Errorf("%s: %d items, want %d", path, len(n.Items), len(want))
			return
		}
		for i := range want {
			same(t, fmt.Sprintf("%s[%d]", path, i), n.Items[i], want[i])
		}
	case map[string]any:
		for key, value := range want {
			if n.Get(key) == nil {
				t.Errorf("%s: no %s", path, key)
				continue
			}
			same(t, path+"."+key, n.Get(key), value)
		}
	default:
		if n.Kind != Scalar {
			t.Errorf("%s: %+v, want %v", path, n, want)
		}
	}
}

func TestAgainstDecoder(t *testing.T) {
	for _, name := range []string{"scalars as written", "quotes", "block scalars in lists", "lists under keys", "flow", "anchors and merge keys", "keys", "comments", "JSON"} {
		file := Parse(syntax.NewSource(name, fixtures[name].text))
		if len(file.Documents) != 1 {
			t.Fatalf("%s: %d documents", name, len(file.Documents))
		}
		compare(t, file)
	}
}

// TestLinear fails where four times the text takes far more than four times
// as long.
func TestLinear(t *testing.T) {
	for _, shape := range shapes {
		took := func(n int) time.Duration {
			src := syntax.NewSource(shape.name, shape.text(n))
			start := time.Now()
			Parse(src)
			return time.Since(start)
		}
		first := took(shape.n / 16)
		if second := took(shape.n / 4); second > time.Second && second > 12*first {
			t.Errorf("%s: %v, then %v", shape.name, first, second)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, fixture := range fixtures {
		f.Add(fixture.text)
	}
	for _, seed := range []string{
		"a: \"x\n- b: [\n", "\t- x", "? ? a\n: b", "- &a *a", "{a: [}", "<<: *a", "|\n", "a: |9\n", "--- >\n\n---", "'", "\"\\", "!", "&", "*", "a: !!str", "- -\t-", "x: [a,\n#b\n]", "\r\n\r", ": :", "[\"a\"b]", "{\"a\":'b'}",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "?")
		start := time.Now()
		src := syntax.NewSource("x.yaml", text)
		check(t, Parse(src))
		check(t, ParseAt(src, len(text)/3, len(text)))
		if d := time.Since(start); d > 5*time.Second {
			t.Errorf("%d bytes took %v", len(text), d)
		}
	})
}
