package recognise

import (
	"context"
	"testing"

	"github.com/ismslint/ismslint/internal/config"
	"github.com/ismslint/ismslint/internal/isms"
)

// A bare name of a file leads to the one file that has it; where several have it,
// it leads nowhere.
func TestBareFileNames(t *testing.T) {
	files := map[string]string{
		"isms.yaml":         "edition: \"2022\"\n",
		"registers/soa.md":  "---\ntype: soa\n---\n# Statement of Applicability\n\n| Control | Applicable | Implementation | Evidence |\n|---|---|---|---|\n| A.5.2 | yes | implemented | roles.md |\n| A.5.15 | yes | implemented | access.md |\n",
		"handbook/roles.md": "# Roles\n\nWho does what.\n",
		"a/access.md":       "# Access\n\nOne.\n",
		"b/access.md":       "# Access\n\nTwo.\n",
	}
	exists := func(p string) bool { _, ok := files[p]; return ok }
	var parsed []File
	for p, text := range files {
		if p != "isms.yaml" {
			parsed = append(parsed, Parse(p, text))
		}
	}
	m, err := Model(context.Background(), parsed, Options{AsOf: "2026-11-24", Settings: &config.Settings{}, Exists: exists})
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]isms.Ref{}
	for _, reg := range m.Registers {
		for i := range reg.Entries {
			if f := fieldOf(reg.Entries[i].Fields, "evidence"); f != nil && reg.Kind == "soa" {
				for _, ref := range f.Value.(isms.Refs) {
					got[reg.Entries[i].ID] = ref
				}
			}
		}
	}
	if r := got["5.2"]; !r.Exists || r.Path != "handbook/roles.md" {
		t.Errorf("the only roles.md: %+v", r)
	}
	if r := got["5.15"]; r.Exists {
		t.Errorf("one of two access.md: %+v", r)
	}
}
