package config

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"sort"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write docs/settings.md")

// TestSettingsPage makes the page of all keys from the schema, so that neither
// can say what the other does not.
func TestSettingsPage(t *testing.T) {
	var b strings.Builder
	b.WriteString(`# Settings

<!-- Generated from the schemas in internal/config by go test ./internal/config -update; do not edit. -->

` + "`isms.yaml`" + ` at the root of the ISMS is part of the ISMS, and an auditor may read it. Every key is optional: without the file everything
still works. Paths and patterns are relative to its folder. For completion and checks in an editor, begin the file with

` + "```yaml" + `
# yaml-language-server: $schema=https://raw.githubusercontent.com/ismslint/ismslint/main/docs/schemas/isms.schema.json
` + "```" + `

What is wrong with the file is said with line, column and what was expected; nothing is evaluated then (exit status 2).

`)
	writeTable(t, &b, Schema())
	b.WriteString(`
## Waivers

` + "`waivers.yaml` beside `isms.yaml`" + ` records decisions not to act on findings for some time; [Waivers and baseline](waivers.md) says how they work. Its schema is
[waivers.schema.json](schemas/waivers.schema.json).

`)
	writeTable(t, &b, WaiversSchema())
	const page = "../../docs/settings.md"
	if *update {
		if err := os.WriteFile(page, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	have, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	if string(have) != b.String() {
		t.Error("docs/settings.md is stale: run go test ./internal/config -update")
	}
}

func writeTable(t *testing.T, b *strings.Builder, schema []byte) {
	t.Helper()
	var root map[string]any
	if err := json.Unmarshal(schema, &root); err != nil {
		t.Fatal(err)
	}
	b.WriteString("| key | what it says | value |\n|---|---|---|\n")
	writeKeys(b, root, root, "")
}

func writeKeys(b *strings.Builder, root, node map[string]any, prefix string) {
	properties, _ := node["properties"].(map[string]any)
	var keys []string
	for key := range properties {
		keys = append(keys, key)
	}
	sort.Strings(keys)
	for _, key := range keys {
		property := resolved(root, properties[key].(map[string]any))
		fmt.Fprintf(b, "| `%s%s` | %s | %s |\n", prefix, key, property["description"], valueOf(property))
		writeKeys(b, root, property, prefix+key+".")
		for _, inner := range []struct{ key, mark string }{{"items", "[]."}, {"additionalProperties", ".*."}} {
			if child, ok := property[inner.key].(map[string]any); ok {
				writeKeys(b, root, resolved(root, child), prefix+key+inner.mark)
			}
		}
	}
}

// resolved is the node with what its $ref refers to; what stands beside it wins.
func resolved(root, node map[string]any) map[string]any {
	ref, ok := node["$ref"].(string)
	if !ok {
		return node
	}
	target, _ := root["$defs"].(map[string]any)[strings.TrimPrefix(ref, "#/$defs/")].(map[string]any)
	merged := map[string]any{}
	for k, v := range target {
		merged[k] = v
	}
	for k, v := range node {
		merged[k] = v
	}
	return merged
}

func valueOf(node map[string]any) string {
	message, _ := node["errorMessage"].(string)
	return strings.ReplaceAll(strings.TrimPrefix(message, "expected "), "|", `\|`)
}
