package policy

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"path"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// custom is the custom block of an annotation: what a rule may say of itself.
// The other fields of Meta follow from the folder.
type custom struct {
	Scope             string            `json:"scope"`
	Clause            string            `json:"clause"`
	Activities        []string          `json:"activities"`
	Checks            []string          `json:"checks"`
	Kind              string            `json:"kind"`
	Strength          string            `json:"strength"`
	Source            string            `json:"source"`
	Level             string            `json:"level"`
	Levels            map[string]string `json:"levels"`
	Certainty         string            `json:"certainty"`
	SmallOrganization string            `json:"small_organization"`
	Remedy            string            `json:"remedy"`
	LevelUndeclared   string            `json:"level_undeclared"`
	LevelDetermined   string            `json:"level_determined"`
	LevelNoInterval   string            `json:"level_no_interval"`
	For               []string          `json:"for"`
	Needs             []string          `json:"needs"`
	ColumnAbsent      *ColumnAbsent     `json:"column_absent"`
	GivesWay          bool              `json:"gives_way"`
	Fold              *Fold             `json:"fold"`
}

// readMeta makes a rule's meta from its folder and its annotation.
func readMeta(file string, module *ast.Module) (*Meta, error) {
	a, err := packageAnnotation(module)
	if err != nil {
		return nil, err
	}
	text, err := json.Marshal(a.Custom)
	if err != nil {
		return nil, fmt.Errorf("metadata: %w", err)
	}
	var c custom
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&c); err != nil {
		return nil, fmt.Errorf("metadata: %s", strings.TrimPrefix(err.Error(), "json: "))
	}
	m := c.meta()
	m.Title, m.Description = a.Title, strings.TrimSpace(a.Description)
	m.Dir = path.Dir(file)
	m.Name = path.Base(m.Dir)
	_, m.Category = splitFolder(path.Dir(m.Dir))
	m.ID = m.Category + "/" + m.Name
	return m, nil
}

func packageAnnotation(module *ast.Module) (*ast.Annotations, error) {
	var found *ast.Annotations
	for _, a := range module.Annotations {
		if a.Scope != "package" {
			return nil, fmt.Errorf("metadata of scope %s: only the package has metadata", a.Scope)
		}
		if found != nil {
			return nil, errors.New("the package has two blocks of metadata")
		}
		found = a
	}
	if found == nil {
		return nil, errors.New("the package has no metadata")
	}
	if found.Entrypoint || len(found.Organizations)+len(found.RelatedResources)+len(found.Authors)+len(found.Schemas) > 0 || found.Compile != nil {
		return nil, errors.New("metadata: beside title, description and custom there are no keys")
	}
	return found, nil
}

func (c *custom) meta() *Meta {
	return &Meta{
		Scope: c.Scope, Clause: c.Clause, Activities: c.Activities, Checks: c.Checks,
		Kind: c.Kind, Strength: c.Strength, Source: c.Source,
		Level: c.Level, Levels: c.Levels, Certainty: c.Certainty,
		SmallOrganization: c.SmallOrganization, Remedy: c.Remedy,
		LevelUndeclared: c.LevelUndeclared, LevelDetermined: c.LevelDetermined, LevelNoInterval: c.LevelNoInterval,
		For: c.For, Needs: c.Needs, ColumnAbsent: c.ColumnAbsent, GivesWay: c.GivesWay, Fold: c.Fold,
	}
}

// splitFolder reads the name of a folder of rules: its clause ("" where it is of
// none, such as changes) and its category.
func splitFolder(name string) (clause, category string) {
	if rest, ok := strings.CutPrefix(name, "annex-a-"); ok {
		return "Annex A", rest
	}
	if name == "" || name[0] < '0' || name[0] > '9' {
		return "", name
	}
	clause, category, _ = strings.Cut(name, "-")
	return clause, category
}

// packageOf is the package that a rule's folder asks for.
func packageOf(m *Meta) string {
	return "data.ismslint.rules." + identifier(m.Category) + "." + identifier(m.Name)
}

func identifier(s string) string { return strings.ReplaceAll(s, "-", "_") }
