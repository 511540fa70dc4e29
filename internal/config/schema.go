package config

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/santhosh-tekuri/jsonschema/v6/kind"

	"github.com/ismslint/ismslint/internal/syntax/yaml"
)

//go:embed isms.schema.json
var schemaJSON []byte

//go:embed waivers.schema.json
var waiversJSON []byte

// Schema is the JSON Schema of isms.yaml, as docs/schemas/isms.schema.json has
// it.
func Schema() []byte { return bytes.Clone(schemaJSON) }

// WaiversSchema is that of waivers.yaml.
func WaiversSchema() []byte { return bytes.Clone(waiversJSON) }

// schema is the schema in both of its forms: compiled, and as read, which has
// the error messages.
type schema struct {
	compiled *jsonschema.Schema
	raw      map[string]any
}

var (
	theSchema     = sync.OnceValues(func() (*schema, error) { return newSchema("isms", schemaJSON) })
	waiversSchema = sync.OnceValues(func() (*schema, error) { return newSchema("waivers", waiversJSON) })
)

// newSchema compiles the schema of a settings file.
func newSchema(name string, text []byte) (*schema, error) {
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		return nil, fmt.Errorf("reading the schema of %s.yaml: %w", name, err)
	}
	url := name + ".schema.json"
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	if err := compiler.AddResource(url, doc); err != nil {
		return nil, fmt.Errorf("adding the schema of %s.yaml: %w", name, err)
	}
	compiled, err := compiler.Compile(url)
	if err != nil {
		return nil, fmt.Errorf("compiling the schema of %s.yaml: %w", name, err)
	}
	raw, _ := doc.(map[string]any)
	return &schema{compiled: compiled, raw: raw}, nil
}

// resolve follows a reference within the schema.
func (s *schema) resolve(node map[string]any) map[string]any {
	if ref, ok := node["$ref"].(string); ok {
		return s.lookup(strings.TrimPrefix(ref, "#"))
	}
	return node
}

// lookup finds a subschema by its JSON pointer.
func (s *schema) lookup(pointer string) map[string]any {
	node := s.raw
	for _, token := range strings.Split(pointer, "/")[1:] {
		node, _ = node[strings.NewReplacer("~1", "/", "~0", "~").Replace(token)].(map[string]any)
	}
	return node
}

// property is the subschema of a key, nil for one that is not known.
func (s *schema) property(node map[string]any, key string) map[string]any {
	if properties, ok := node["properties"].(map[string]any); ok {
		if child, ok := properties[key].(map[string]any); ok {
			return s.resolve(child)
		}
	}
	child, _ := node["additionalProperties"].(map[string]any)
	return s.resolve(child)
}

// value turns a YAML node into what the validator reads. A plain scalar is text
// unless the schema asks for something else: `item: 5.10` is the control, not
// the number 5.1. A key without a value is as good as absent, except that
// `outside` without one says too little.
func (s *schema) value(n *yaml.Node, node map[string]any) any {
	switch n.Kind {
	case yaml.Mapping:
		m := make(map[string]any, len(n.Pairs))
		for _, p := range n.Pairs {
			if p.Value == nil || p.Value.Kind == yaml.Null && p.Key != "outside" {
				if s.property(node, p.Key) != nil {
					continue
				}
				m[p.Key] = nil
				continue
			}
			m[p.Key] = s.value(p.Value, s.property(node, p.Key))
		}
		return m
	case yaml.Sequence:
		items, _ := node["items"].(map[string]any)
		list := make([]any, len(n.Items))
		for i, item := range n.Items {
			list[i] = s.value(item, s.resolve(items))
		}
		return list
	case yaml.Scalar:
		return scalar(n, node)
	}
	return nil
}

func scalar(n *yaml.Node, node map[string]any) any {
	switch {
	case n.Quoted:
	case node["type"] == "boolean" && (n.Text == "true" || n.Text == "false"):
		return n.Text == "true"
	case node["type"] == "integer":
		if i, err := strconv.Atoi(n.Text); err == nil {
			return json.Number(strconv.Itoa(i))
		}
	}
	return n.Text
}

// check validates a document and adds what is wrong with it, without what is
// forgiven.
func (s *schema) check(root *yaml.Node, c *collector, forgiven func(*jsonschema.ValidationError) bool) {
	err := s.compiled.Validate(s.value(root, s.raw))
	var invalid *jsonschema.ValidationError
	if !errors.As(err, &invalid) {
		return
	}
	leaves(invalid, func(e *jsonschema.ValidationError) {
		if forgiven == nil || !forgiven(e) {
			s.report(root, e, c)
		}
	})
}

// leaves visits the errors that have no deeper cause.
func leaves(e *jsonschema.ValidationError, visit func(*jsonschema.ValidationError)) {
	if len(e.Causes) == 0 {
		visit(e)
	}
	for _, cause := range e.Causes {
		leaves(cause, visit)
	}
}

func (s *schema) report(root *yaml.Node, e *jsonschema.ValidationError, c *collector) {
	n := find(root, e.InstanceLocation)
	_, pointer, _ := strings.Cut(e.SchemaURL, "#")
	node := s.lookup(pointer)
	switch k := e.ErrorKind.(type) {
	case *kind.AdditionalProperties:
		for _, p := range n.Pairs {
			if contains(k.Properties, p.Key) {
				c.add(p.KeyRange, e.InstanceLocation, "%s", s.unknownKey(node, p.Key))
			}
		}
	case *kind.Required:
		c.add(n.Range, e.InstanceLocation, "%s", "lacks the key "+strings.Join(k.Missing, " and the key "))
	case *kind.MaxLength:
		c.add(n.Range, e.InstanceLocation, "expected at most %d characters, found %d", k.Want, k.Got)
	default:
		expected, _ := node["errorMessage"].(string)
		c.add(n.Range, e.InstanceLocation, "%s, found %s", orDefault(expected, "expected something else"), described(n))
	}
}

// unknownKey says that a key is not known here, and where it belongs or what
// was probably meant.
func (s *schema) unknownKey(node map[string]any, key string) string {
	message := fmt.Sprintf("unknown key %q", printable(key))
	here, _ := node["properties"].(map[string]any)
	top := s.raw["properties"].(map[string]any)
	if _, ok := top[key]; ok {
		return message + "; it belongs at the top level"
	}
	for _, name := range keysOf(top) {
		under, _ := top[name].(map[string]any)["properties"].(map[string]any)
		if _, ok := under[key]; ok {
			return message + fmt.Sprintf("; it belongs under %q", name)
		}
	}
	if near := Nearest(key, keysOf(here)); near != "" {
		return message + fmt.Sprintf("; did you mean %q?", near)
	}
	return message + "; known here: " + strings.Join(keysOf(here), ", ")
}

// find is the node at a location, the nearest one above it where there is none.
func find(root *yaml.Node, location []string) *yaml.Node {
	n := root
	for _, token := range location {
		next := n.Get(token)
		if i, err := strconv.Atoi(token); err == nil && n.Kind == yaml.Sequence && i < len(n.Items) {
			next = n.Items[i]
		}
		if next == nil {
			return n
		}
		n = next
	}
	return n
}
