package isms

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/open-policy-agent/opa/v1/ast"
)

// JSON is the model as the rules see it: "isms" is `input.isms`, and each of
// "documents" is an `input.document`. It is indented and its keys are sorted.
func (m *Model) JSON(c Catalogue) ([]byte, error) {
	c = c.Prepared()
	documents := make([]*ast.Term, 0, len(m.Documents))
	for _, d := range m.Documents {
		if d != nil {
			documents = append(documents, d.Term(c))
		}
	}
	whole := ast.NewObject(
		ast.Item(str("isms"), m.Term(c)),
		ast.Item(keyDocuments, array(documents)),
	)
	value, err := ast.JSON(whole)
	if err != nil {
		return nil, fmt.Errorf("writing the model as JSON: %w", err)
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(value); err != nil {
		return nil, fmt.Errorf("writing the model as JSON: %w", err)
	}
	return b.Bytes(), nil
}
