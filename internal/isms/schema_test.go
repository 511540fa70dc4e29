package isms_test

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/ismslint/ismslint/internal/isms"
)

const schemaURL = "https://example.org/model.schema.json"

func decode(t *testing.T, b []byte) any {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// validator gives the schema of a definition.
func validator(t *testing.T, c isms.Catalogue) func(def string) *jsonschema.Schema {
	t.Helper()
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource(schemaURL, decode(t, isms.Schema(c))); err != nil {
		t.Fatal(err)
	}
	return func(def string) *jsonschema.Schema {
		s, err := compiler.Compile(schemaURL + def)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
}

func TestModelsAreOfTheSchema(t *testing.T) {
	c := sampleCatalogue()
	schema := validator(t, c)
	models := map[string]*isms.Model{"sample": sampleModel(), "empty": {}}
	for name, m := range models {
		out, err := m.JSON(c)
		if err != nil {
			t.Fatal(err)
		}
		whole := decode(t, out).(map[string]any)
		documents := whole["documents"].([]any)
		input := map[string]any{"rules": []any{[]any{"context", "issues"}}, "isms": whole["isms"]}
		if err := schema("").Validate(input); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		for _, d := range documents {
			input["document"] = d
			if err := schema("").Validate(input); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
}

func TestSchemaRejects(t *testing.T) {
	c := sampleCatalogue()
	out, err := sampleModel().JSON(c)
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct{ name, old, new string }{
		{"a key too many", `"as_of"`, `"as_off": 1, "as_of"`},
		{"a key too few", `"as_of"`, `"as_off"`},
		{"a position that is none", `"4:9:4:13"`, `"4"`},
		{"a value of another type", `"months": 6`, `"months": "6"`},
		{"a state that is none", `"state": "absent"`, `"state": "lost"`},
		{"a field too few", `"review_every": {`, `"reviewed_every": {`},
	}
	whole := validator(t, c)("")
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			changed := strings.Replace(string(out), tt.old, tt.new, 1)
			if changed == string(out) {
				t.Fatalf("%s is not in the model", tt.old)
			}
			v := decode(t, []byte(changed)).(map[string]any)
			if whole.Validate(map[string]any{"rules": []any{}, "isms": v["isms"]}) == nil {
				t.Error("the schema lets it pass")
			}
		})
	}
}

// Every closed object of the schema requires all that it has, and the sample has
// an object of each definition: so what is lowered is what the schema says.
func TestSchemaIsTotal(t *testing.T) {
	var root map[string]any
	if err := json.Unmarshal(isms.Schema(sampleCatalogue()), &root); err != nil {
		t.Fatal(err)
	}
	optional := map[string]bool{"/": true, "review-inputs": true, "columns": true}
	walkObjects(root, "/", func(name string, object map[string]any) {
		properties, ok := object["properties"].(map[string]any)
		if !ok {
			return
		}
		if object["additionalProperties"] != false {
			t.Errorf("%s is not closed", name)
		}
		if optional[name] {
			return
		}
		required := []string{}
		if list, ok := object["required"].([]any); ok {
			for _, key := range list {
				required = append(required, key.(string))
			}
		}
		if diff := cmp.Diff(slices.Sorted(maps.Keys(properties)), required); diff != "" && len(properties) > 0 {
			t.Errorf("%s does not require all that it has:\n%s", name, diff)
		}
	})
}

func walkObjects(v any, name string, visit func(string, map[string]any)) {
	object, ok := v.(map[string]any)
	if !ok {
		return
	}
	if _, ok := object["type"]; ok {
		visit(name, object)
	}
	for _, part := range []string{"properties", "$defs"} {
		children, ok := object[part].(map[string]any)
		if !ok {
			continue
		}
		for key, child := range children {
			walkObjects(child, key, visit)
		}
	}
	walkObjects(object["items"], name+"[]", visit)
	walkObjects(object["additionalProperties"], name+"{}", visit)
}

func compile(t testing.TB, schemas *ast.SchemaSet, body string) error {
	t.Helper()
	module, err := ast.ParseModuleWithOpts("test.rego", "package test\n\n"+body, ast.ParserOptions{ProcessAnnotation: true})
	if err != nil {
		t.Fatal(err)
	}
	c := ast.NewCompiler().WithSchemas(schemas).WithUseTypeCheckAnnotations(true)
	c.Compile(map[string]*ast.Module{"test.rego": module})
	if c.Failed() {
		return c.Errors
	}
	return nil
}

func schemaSet(t testing.TB, c isms.Catalogue) *ast.SchemaSet {
	t.Helper()
	var raw any
	if err := json.Unmarshal(isms.Schema(c), &raw); err != nil {
		t.Fatal(err)
	}
	set := ast.NewSchemaSet()
	set.Put(ast.SchemaRootRef, raw)
	return set
}

// What the compiler of the rules finds with the schema, and what it lets pass.
func TestCompilerFindsMisspeltFields(t *testing.T) {
	schemas := schemaSet(t, sampleCatalogue())
	tests := []struct {
		name, body string
		fails      bool
	}{
		{"field of an entry", `p contains e.id if { some e in input.isms.registers.risks.entries; e.owner.value.top }`, false},
		{"misspelt field of an entry", `p contains e.id if { some e in input.isms.registers.risks.entries; e.ownr }`, true},
		{"misspelt part of a value", `p contains e.id if { some e in input.isms.registers.risks.entries; e.due.value.untl < "2026" }`, true},
		{"part of a value of another type", `p contains e.id if { some e in input.isms.registers.risks.entries; e.title.value.top }`, true},
		{"misspelt register", `p if input.isms.registers.risk.state == "present"`, true},
		{"misspelt column", `p if input.isms.registers.risks.columns.ownr`, true},
		{"column", `p if not input.isms.registers.risks.columns.owner`, false},
		{"input of a review", `p if { some e in input.isms.registers.management_reviews.entries; not e.inputs.audit_results.filled }`, false},
		{"misspelt input", `p if { some e in input.isms.registers.management_reviews.entries; not e.inputs.audit_result.filled }`, true},
		{"field of a register by a variable", `p contains k if { some k in ["risks"]; input.isms.registers[k].state == "absent" }`, false},
		{"document", `p if { some s in input.document.sections; s.empty; count(input.document.cues.objectives) > 0 }`, false},
		{"misspelt cue", `p if count(input.document.cues.objectivs) > 0`, true},
		{"section of a head", `p if { some d in input.isms.documents; d.sections }`, true},
		{"open maps", `p if { input.isms.people.ciso.name; input.isms.ids["A"][0]._path; input.isms.registers.risks.row["X"] == 1 }`, false},
		{"step of a scale", `p if { some s in input.isms.criteria.levels.steps; s.acceptance == "accept" }`, false},
		{"misspelt part of a step", `p if { some s in input.isms.criteria.levels.steps; s.acceptence == "accept" }`, true},
		{"not null", `p if { some e in input.isms.registers.risks.entries; e.due.value != null; e.title.value != null }`, false},
		{"is_null", `p if { some e in input.isms.registers.risks.entries; is_null(e.due.value); is_null(e.title.value) }`, false},
		{"null within a function", "f(x) if is_null(x)\n\np if { some e in input.isms.registers.risks.entries; f(e.due.value) }", false},
		{"null of a field within a function", "f(x) if x.value == null\n\np if { some e in input.isms.registers.risks.entries; f(e.due) }", false},
		{"equal to null within a function", "f(x) if x == null\n\np if { some e in input.isms.registers.risks.entries; f(e.due.value) }", true},
		{"equal to null", `p if { some e in input.isms.registers.risks.entries; e.due.value == null }`, true},
		{"place", `p contains x if x := [input.isms.registers.risks._pos["."], input.document._subject]`, false},
		{"rules", `p if ["a", "b"] in input.rules`, false},
		{"another part of the input", `p if input.ismss`, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			err := compile(t, schemas, tt.body)
			if (err != nil) != tt.fails {
				t.Errorf("fails = %v, want %v: %v", err != nil, tt.fails, err)
			}
			if err != nil && (!strings.Contains(err.Error(), "rego_type_error") || strings.Contains(err.Error(), "the schema")) {
				t.Errorf("fails for another reason: %v", err)
			}
		})
	}
}
