package policy

import (
	"context"

	"github.com/ismslint/ismslint/internal/config"
	"github.com/ismslint/ismslint/internal/isms"
	"github.com/ismslint/ismslint/internal/recognise"
	"github.com/ismslint/ismslint/internal/syntax"
)

// The tests of rules parse real documents: isms.parse({"path": "text"}), with
// "as_of" and "edition" as further keys.
func init() { ParseForTests, ChangeForTests = modelOf, changeOf }

// changeOf is what isms.change(base, head) compares.
func changeOf(before, after map[string]string, base, head *isms.Model) *isms.Change {
	texts := func(files map[string]string) map[string]*syntax.Source {
		out := map[string]*syntax.Source{}
		for path, text := range files {
			out[path] = syntax.NewSource(path, text)
		}
		return out
	}
	return recognise.Change(recognise.State{Model: base, Texts: texts(before)}, recognise.State{Model: head, Texts: texts(after)}, "main")
}

func modelOf(files map[string]string, asOf, edition string) (*isms.Model, error) {
	o := recognise.Options{AsOf: asOf, Edition: edition, Settings: &config.Settings{}, Jobs: 1}
	if o.AsOf == "" {
		o.AsOf = "2026-11-24"
	}
	o.Exists = func(path string) bool { _, ok := files[path]; return ok }
	var parsed []recognise.File
	for path, text := range files {
		parsed = append(parsed, recognise.Parse(path, text))
		if path != "isms.yaml" {
			continue
		}
		settings, err := config.Load(syntax.NewSource(path, text), config.Known{})
		if err != nil {
			return nil, err
		}
		o.Settings = settings
	}
	return recognise.Model(context.Background(), parsed, o)
}
