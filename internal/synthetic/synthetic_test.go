package synthetic_test

import (
	"maps"
	"strings"
	"testing"

	"github.com/ismslint/ismslint/internal/synthetic"
)

func TestTheSameOptionsGiveTheSameBytes(t *testing.T) {
	o := synthetic.Options{Documents: 40, Risks: 50, Seed: 7, Defects: true}
	a, b := synthetic.Generate(o), synthetic.Generate(o)
	if !maps.Equal(a.Files, b.Files) {
		t.Error("two trees of the same options differ")
	}
	if len(a.Defects) == 0 || len(a.Defects) != len(b.Defects) {
		t.Errorf("%d and %d defects", len(a.Defects), len(b.Defects))
	}
	o.Seed = 8
	if maps.Equal(a.Files, synthetic.Files(o)) {
		t.Error("another seed gives the same tree")
	}
}

func TestSizes(t *testing.T) {
	const documents, risks, size = 60, 80, 5000
	o := synthetic.Options{Documents: documents, Risks: risks, BytesPerDocument: size}
	markdown, bytes := 0, 0
	for path, text := range synthetic.Files(o) {
		if strings.HasSuffix(path, ".md") {
			markdown++
			bytes += len(text)
		}
	}
	if markdown != documents {
		t.Errorf("%d documents, want %d", markdown, documents)
	}
	if mean := bytes / markdown; mean < size*9/10 || mean > size*5/4 {
		t.Errorf("%d bytes a document, want about %d", mean, size)
	}
	if n := strings.Count(synthetic.Files(o)["registers/risks.yaml"], "  - id: "); n != risks {
		t.Errorf("%d risks, want %d", n, risks)
	}
}

func TestALargerTreeHasTheSameDocuments(t *testing.T) {
	small, large := synthetic.Files(synthetic.Options{Documents: 30, Risks: 20}), synthetic.Files(synthetic.Options{Documents: 600, Risks: 20})
	for path, text := range small {
		if large[path] != text {
			t.Errorf("%s is another in the larger tree", path)
		}
	}
}

// Each defect is planted where it says, and nowhere where none is asked for.
func TestDefects(t *testing.T) {
	clean := synthetic.Generate(synthetic.Options{Documents: 100, Risks: 100})
	if len(clean.Defects) > 0 {
		t.Errorf("a clean tree has defects: %v", clean.Defects)
	}
	tree := synthetic.Generate(synthetic.Options{Documents: 100, Risks: 100, Defects: true})
	kinds := map[string]int{}
	changed := map[string]bool{}
	for _, d := range tree.Defects {
		kinds[d.Kind]++
		changed[d.Path] = true
		if tree.Files[d.Path] == clean.Files[d.Path] {
			t.Errorf("%s of %s changes nothing in %s", d.Kind, d.Subject, d.Path)
		}
	}
	if len(kinds) < 10 {
		t.Errorf("only %d kinds of defects: %v", len(kinds), kinds)
	}
	for path := range clean.Files {
		if !changed[path] && clean.Files[path] != tree.Files[path] {
			t.Errorf("%s has no defect and differs", path)
		}
	}
}
