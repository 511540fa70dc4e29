package synthetic_test

import (
	"encoding/json"
	"flag"
	"os"
	"testing"

	"github.com/ismslint/ismslint/internal/synthetic"
)

// The flags of TestWrite: go test ./internal/synthetic -run TestWrite -dir /tmp/isms
var (
	full    = flag.String("full", "", "TestPlain: what ismslint inspect printed")
	plainly = flag.String("plain", "", "TestPlain: file to write the same without what only ismslint needs")
	dir     = flag.String("dir", "", "TestWrite: folder to write a synthetic ISMS into")
	options synthetic.Options
)

func init() {
	for name, n := range map[string]*int{
		"documents": &options.Documents, "document-bytes": &options.BytesPerDocument, "risks": &options.Risks,
		"treatments": &options.Treatments, "suppliers": &options.Suppliers, "assets": &options.Assets, "incidents": &options.Incidents,
		"nonconformities": &options.Nonconformities, "objectives": &options.Objectives, "measurements": &options.Measurements,
	} {
		flag.IntVar(n, name, 0, "TestWrite: how many; 0 for the default")
	}
	flag.Uint64Var(&options.Seed, "seed", 0, "TestWrite: seed of the texts")
	flag.BoolVar(&options.Defects, "defects", false, "TestWrite: plant defects")
}

// TestWrite writes a tree where a folder is named: there is one main package, and
// it is not for this.
func TestWrite(t *testing.T) {
	if *dir == "" {
		t.Skip("no -dir")
	}
	if err := synthetic.Write(*dir, options); err != nil {
		t.Fatal(err)
	}
}

// TestPlain leaves out of the model what somebody who wrote rules for another
// tool would not put there: absent fields, empty lists, the places of fields.
func TestPlain(t *testing.T) {
	if *full == "" {
		t.Skip("no -full")
	}
	text, err := os.ReadFile(*full)
	if err != nil {
		t.Fatal(err)
	}
	var model any
	if err := json.Unmarshal(text, &model); err != nil {
		t.Fatal(err)
	}
	text, err = json.Marshal(plain(model))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(*plainly, text, 0o600); err != nil {
		t.Fatal(err)
	}
}

func plain(v any) any {
	switch v := v.(type) {
	case []any:
		for i := range v {
			v[i] = plain(v[i])
		}
	case map[string]any:
		if places, ok := v["_pos"].(map[string]any); ok {
			v["_pos"] = map[string]any{".": places["."]}
		}
		for key, value := range v {
			if value = plain(value); isNothing(value) {
				delete(v, key)
			} else {
				v[key] = value
			}
		}
	}
	return v
}

func isNothing(v any) bool {
	switch v := v.(type) {
	case nil:
		return true
	case string:
		return v == ""
	case []any:
		return len(v) == 0
	case map[string]any:
		return len(v) == 0
	}
	return false
}
