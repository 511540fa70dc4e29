package isms_test

import (
	"os"
	"strings"
	"testing"

	"github.com/ismslint/ismslint/internal/catalogue"
	"github.com/ismslint/ismslint/internal/isms"
)

const committed = "../../docs/schemas/model.schema.json"

func TestCommittedSchema(t *testing.T) {
	got := isms.Schema(catalogue.ModelCatalogue())
	if *update {
		golden(t, committed, got)
		return
	}
	want, err := os.ReadFile(committed)
	if err != nil {
		t.Fatal(err)
	}
	have, made := definitions(want), definitions(got)
	for name := range have {
		if have[name] != made[name] {
			t.Errorf("%s in %s is not what the catalogue gives; run: go test ./internal/isms -update", name, committed)
		}
	}
	for name := range made {
		if _, ok := have[name]; !ok {
			t.Errorf("%s is not in %s; run: go test ./internal/isms -update", name, committed)
		}
	}
}

// definitions are the lines of a schema by what they define.
func definitions(schema []byte) map[string]string {
	lines := make(map[string]string)
	for line := range strings.Lines(string(schema)) {
		name, value, _ := strings.Cut(line, ": ")
		lines[name] = strings.TrimRight(value, ",\n")
	}
	return lines
}

// An empty repository, lowered with the real catalogue, is of the real schema:
// so every kind, field and cue is there.
func TestCatalogueIsTotal(t *testing.T) {
	c := catalogue.ModelCatalogue()
	whole := validator(t, c)("")
	m := &isms.Model{Documents: []*isms.Document{{}}}
	for _, kind := range c.Kinds {
		m.Registers = append(m.Registers, &isms.Register{Kind: kind.ID, Entries: []isms.Entry{{}}})
	}
	out, err := m.JSON(c)
	if err != nil {
		t.Fatal(err)
	}
	v := decode(t, out).(map[string]any)
	document := v["documents"].([]any)[0]
	if err := whole.Validate(map[string]any{"rules": []any{}, "isms": v["isms"], "document": document}); err != nil {
		t.Error(err)
	}
}

func BenchmarkCompileWithSchema(b *testing.B) {
	c := catalogue.ModelCatalogue()
	for b.Loop() {
		if err := compile(b, schemaSet(b, c), `p if input.isms.registers.risks.state == "present"`); err != nil {
			b.Fatal(err)
		}
	}
}
