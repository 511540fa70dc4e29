package report

import (
	"bytes"
	"encoding/json"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"
	generate "github.com/google/jsonschema-go/jsonschema"
	validate "github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/ismslint/ismslint/internal/verdict"
)

const schemaPath = "../../docs/schemas/report.schema.json"

func TestJSON(t *testing.T) {
	var first, second bytes.Buffer
	if err := JSON(&first, clean()); err != nil {
		t.Fatal(err)
	}
	if err := JSON(&second, clean()); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("the same report gave other bytes")
	}
	golden(t, "clean.json.golden", first.String())
}

func TestJSONHasNoExcerpt(t *testing.T) {
	var b bytes.Buffer
	if err := JSON(&b, rich()); err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(b.Bytes(), []byte("agreed in the workshop")) {
		t.Error("the text of a document is in the JSON")
	}
}

// The schema is generated from the Go types; -update writes it.
func TestSchemaIsGenerated(t *testing.T) {
	schema, err := generate.For[verdict.Report](nil)
	if err != nil {
		t.Fatal(err)
	}
	schema.Schema = "https://json-schema.org/draft/2020-12/schema"
	schema.ID = "https://ismslint.github.io/schemas/report.schema.json"
	schema.Title = "Report of ismslint"
	schema.Description = "The outcome of a run. Lines and columns are 1-based, columns count Unicode code points, ends are exclusive."
	enum(schema.Properties["edition"], "2013", "2022", "2022+amd1")
	verdicts := verdict.WorstFirst()
	clauses := schema.Properties["clauses"].Items
	enum(clauses.Properties["verdict"], verdicts...)
	enum(clauses.Properties["activities"].Items.Properties["verdict"], verdicts...)
	enum(schema.Properties["findings"].Items.Properties["level"], "error", "warning", "note")
	enum(schema.Properties["findings"].Items.Properties["certainty"], "decides", "indicates")
	got, err := json.MarshalIndent(schema, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	got = append(got, '\n')
	if *update {
		if err := os.WriteFile(schemaPath, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(schemaPath)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("run the test with -update (-published +generated):\n%s", diff)
	}
}

func enum(s *generate.Schema, values ...string) {
	for _, v := range values {
		s.Enum = append(s.Enum, v)
	}
}

func TestReportsMatchTheSchema(t *testing.T) {
	schema, err := validate.NewCompiler().Compile(schemaPath)
	if err != nil {
		t.Fatal(err)
	}
	for name, r := range map[string]verdict.Report{"rich": rich(), "clean": clean(), "not recognised": notRecognised(), "hostile": hostile()} {
		var b bytes.Buffer
		if err := JSON(&b, r); err != nil {
			t.Fatal(err)
		}
		doc, err := validate.UnmarshalJSON(&b)
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(doc); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	broken := rich()
	broken.Findings[0].Level = "fatal"
	var b bytes.Buffer
	if err := JSON(&b, broken); err != nil {
		t.Fatal(err)
	}
	if doc, _ := validate.UnmarshalJSON(&b); schema.Validate(doc) == nil {
		t.Error("a level that there is not is valid")
	}
}
