package cli

import (
	"errors"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/ismslint/ismslint/internal/catalogue"
	"github.com/ismslint/ismslint/internal/config"
	"github.com/ismslint/ismslint/internal/policy"
	"github.com/ismslint/ismslint/internal/syntax"
	"github.com/ismslint/ismslint/internal/tree"
)

func (p rooms) known() config.Known {
	var k config.Known
	for _, t := range catalogue.DocumentTypes() {
		k.Types = append(k.Types, t.ID)
	}
	for _, t := range catalogue.Topics() {
		k.Topics = append(k.Topics, t.ID)
	}
	for _, r := range catalogue.Registers() {
		k.Registers = append(k.Registers, r.ID)
	}
	seen := map[string]bool{"": true}
	for _, c := range catalogue.Clauses() {
		for _, id := range append([]string{c.ID}, c.IDs2022...) {
			for !seen[id] { // 6.1.2, 6.1, 6
				seen[id] = true
				k.Clauses = append(k.Clauses, id)
				id = id[:max(strings.LastIndexByte(id, '.'), 0)]
			}
		}
		for _, a := range c.Activities {
			k.Activities = append(k.Activities, a.ID)
		}
	}
	// Rules are not checked here: own ones are not known before the settings are.
	return k
}

// loadSettings finds and reads isms.yaml: the one named, the one of the tree, or
// one in a folder above what was asked for.
func (r *run) loadSettings(known config.Known) (*config.Settings, error) {
	if r.request.config != "" {
		return r.settingsFile(r.request.config, known)
	}
	found := config.Find(r.tree.Paths())
	if len(found) > 1 {
		return nil, badInput("Keep one of them, or name it with --config.", "more than one settings file: %s", strings.Join(found, ", "))
	}
	if len(found) == 0 {
		found = r.settingsAbove()
	}
	if len(found) == 0 {
		return &config.Settings{}, nil
	}
	return r.readSettings(found[0], known)
}

// readSettings reads an isms.yaml of the tree.
func (r *run) readSettings(name string, known config.Known) (*config.Settings, error) {
	file, err := r.tree.Read(name)
	if err != nil {
		return nil, badInput("", "reading %s: %w", name, err)
	}
	return r.parseSettings(file.Path, file.Text, known)
}

func (r *run) settingsAbove() []string {
	dir := r.tree.Prefix()
	for dir != "" && dir != "." {
		dir = path.Dir(dir)
		for _, name := range []string{"isms.yaml", "isms.yml"} {
			if p := path.Join(dir, name); r.tree.Exists(p) {
				return []string{p}
			}
		}
	}
	return nil
}

// settingsFile reads the settings that the user named; within the tree they are
// called as the tree calls them.
func (r *run) settingsFile(name string, known config.Known) (*config.Settings, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, badInput("", "reading the settings: %w", plainly(err))
	}
	text, _, _ := tree.Decode(data)
	shown := filepath.ToSlash(name)
	if abs, err := filepath.Abs(name); err == nil {
		if rel, err := filepath.Rel(r.tree.Top(), abs); err == nil && filepath.IsLocal(rel) {
			shown = filepath.ToSlash(rel)
		}
	}
	return r.parseSettings(shown, text, known)
}

func (r *run) parseSettings(name, text string, known config.Known) (*config.Settings, error) {
	src := syntax.NewSource(name, text)
	r.sources[name] = src
	settings, err := config.Load(src, known)
	var problems config.Problems
	if errors.As(err, &problems) {
		return nil, badInput("", "the settings do not load\n%w", problems)
	}
	return settings, err
}

// applyLevels gives findings the levels that isms.yaml gives their rules.
func applyLevels(results []policy.RuleResult, levels map[string]string) {
	for i := range results {
		result := &results[i]
		level, ok := levels[result.Rule.ID]
		switch {
		case !ok || result.State == policy.Failed:
		case level == "off":
			result.State, result.Reason = policy.NotApplicable, "switched off in isms.yaml"
			result.Findings, result.Evidence = nil, nil
		default:
			for k := range result.Findings {
				result.Findings[k].Level = level
			}
		}
	}
}
