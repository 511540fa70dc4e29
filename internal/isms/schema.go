package isms

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
)

// schema is a JSON Schema, or a part of one.
type schema map[string]any

// Schema is the JSON Schema of the whole input of the rules: rules, isms and
// document. The compiler of the rules reads it too, and knows less of JSON
// Schema than a validator:
//
//   - of a type with null it takes the type alone. So a rule that asks whether a
//     value is null says `is_null(x)` or `x != null`; `x == null` does not
//     compile;
//   - an object with properties has these and no others, so a misspelt field is
//     an error; an open map has any key and any value;
//   - enums, patterns and bounds mean nothing to it.
func Schema(c Catalogue) []byte {
	c = c.Prepared()
	defs := fieldDefs()
	modelDefs(defs, c)
	documentDefs(defs, c)
	root := closed(schema{
		"rules": schema{
			"type":        "array",
			"description": "The rules to evaluate: category and name.",
			"items":       schema{"type": "array", "items": typed("string"), "minItems": 2, "maxItems": 2},
		},
		"isms":     ref("isms"),
		"document": ref("document"),
	})
	root["required"] = []string{"rules", "isms"}
	root["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	root["title"] = "What the rules of ismslint see"
	root["description"] = "Generated from internal/isms and the catalogue. input.document is there for rules of scope document."
	return root.render(defs)
}

// render writes one definition a line: a change of the catalogue is then a
// change of few lines.
func (s schema) render(defs schema) []byte {
	var b bytes.Buffer
	b.WriteString("{\n")
	for _, key := range sortedKeys(s) {
		fmt.Fprintf(&b, "%q: %s,\n", key, s.mustMarshal(key))
	}
	b.WriteString("\"$defs\": {\n")
	for i, key := range sortedKeys(defs) {
		if i > 0 {
			b.WriteString(",\n")
		}
		name, _ := json.Marshal(key)
		fmt.Fprintf(&b, "%s: %s", name, defs.mustMarshal(key))
	}
	b.WriteString("\n}\n}\n")
	return b.Bytes()
}

// mustMarshal cannot fail: only maps, slices and strings are in a schema, all
// made here.
func (s schema) mustMarshal(key string) []byte {
	out, err := json.Marshal(s[key])
	if err != nil {
		panic(fmt.Sprintf("writing %s of the schema of the model: %v", key, err))
	}
	return out
}

func typed(t string) schema    { return schema{"type": t} }
func nullable(t string) schema { return schema{"type": []string{t, "null"}} }
func ref(def string) schema    { return schema{"$ref": "#/$defs/" + def} }

func list(of schema) schema { return schema{"type": "array", "items": of} }

// open is a map whose keys the repository chose.
func open(values schema) schema {
	return schema{"type": "object", "additionalProperties": values}
}

// closed is an object that has these properties, all of them.
func closed(properties schema) schema {
	s := partial(properties)
	if len(properties) > 0 {
		s["required"] = sortedKeys(properties)
	}
	return s
}

// partial is an object that has some of these properties and no others.
func partial(properties schema) schema {
	return schema{"type": "object", "additionalProperties": false, "properties": properties}
}

func orNull(s schema) schema {
	s["type"] = []string{"object", "null"}
	return s
}

// placedObject is a closed object with a place.
func placedObject(properties schema) schema {
	properties["_path"] = typed("string")
	properties["_pos"] = ref("pos")
	properties["_subject"] = typed("string")
	return closed(properties)
}

// enum is a string of these values, or empty.
func enum[T ~string](values ...T) schema {
	return schema{"type": "string", "enum": values}
}

// add puts properties of one type into s.
func (s schema) add(property func() schema, names ...string) schema {
	for _, name := range names {
		s[name] = property()
	}
	return s
}

func text() schema      { return typed("string") }
func truth() schema     { return typed("boolean") }
func count() schema     { return typed("integer") }
func day() schema       { return nullable("string") }
func numeral() schema   { return nullable("number") }
func signals() schema   { return ref("signal") }
func certainty() schema { return ref("certainty") }

// fieldDefs are a field of each type and the parts that many objects have.
func fieldDefs() schema {
	position := schema{"type": "string", "pattern": `^\d+:\d+:\d+:\d+$`}
	pos := open(position)
	pos["required"] = []string{"."}
	signal := enum("", SignalDeclared, SignalClause, SignalFileName, SignalTitle, SignalHeading,
		SignalHeadings, SignalColumns, SignalFolder)

	control := closed(schema{}.add(text, "id", "raw"))
	reference := closed(schema{}.add(text, "raw", "id", "path").add(truth, "exists", "url"))
	return schema{
		"pos":              pos,
		"place":            placedObject(schema{}),
		"signal":           signal,
		"certainty":        enum("", Decides, Indicates),
		"state":            enum(Absent, Unreadable, Empty, Present),
		"field.text":       fieldSchema(nullable("string")),
		"field.date":       fieldSchema(orNull(closed(schema{"age": count()}.add(text, "from", "until")))),
		"field.interval":   fieldSchema(orNull(closed(schema{}.add(count, "months", "days")))),
		"field.number":     fieldSchema(nullable("number")),
		"field.people":     fieldSchema(orNull(closed(schema{"keys": list(text()), "top": truth()}))),
		"field.refs":       fieldSchema(schema{"type": []string{"array", "null"}, "items": reference}),
		"field.controls":   fieldSchema(schema{"type": []string{"array", "null"}, "items": control}),
		"field.level":      fieldSchema(orNull(closed(schema{"step": text(), "rank": count(), "number": numeral()}))),
		"field.properties": fieldSchema(orNull(closed(schema{}.add(truth, "confidentiality", "integrity", "availability")))),
	}
}

func fieldSchema(value schema) schema {
	return closed(schema{"raw": typed("string"), "value": value})
}

// fieldRef is the schema of a field of a type. Types that are not known are
// read as text, as lowering does.
func fieldRef(t FieldType) schema {
	if t == TypeID {
		return typed("string")
	}
	switch t {
	case TypeDate, TypeInterval, TypeNumber, TypePeople, TypeRefs, TypeControls, TypeLevel, TypeProperties:
		return ref("field." + string(t))
	}
	return ref("field.text")
}

// schema adds the fields of the set to properties.
func (fs *fieldSet) schema(properties schema) schema {
	for _, spec := range fs.specs {
		properties[spec.Name] = fieldRef(spec.Type)
	}
	return properties
}

// defName is an id as the name of a definition.
func defName(prefix, id string) string {
	return prefix + strings.NewReplacer("/", "-", "~", "-", "%", "-", "#", "-").Replace(id)
}
