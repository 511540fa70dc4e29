package policy

import (
	"strings"
	"testing"
)

// TestNew builds the engine as a run does: our own rules, unchecked.
func TestNew(t *testing.T) {
	e, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(e.Rules()) != len(generated) {
		t.Errorf("%d rules, %d generated", len(e.Rules()), len(generated))
	}
	results, err := e.Evaluate(t.Context(), model(), EvalOptions{})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range results {
		if r.State == Failed {
			t.Errorf("a model with nothing in it: %s", r.Reason)
		}
	}
}

func TestBrokenRules(t *testing.T) {
	const path = "5.2-policy/a/rule.rego"
	for name, tt := range map[string]struct{ text, want string }{
		"empty":      {"", "empty module"},
		"comment":    {"# nothing\n", "empty"},
		"syntax":     {"package a\n\nx := ", "rule.rego:3"},
		"unsafe":     {ruleText("5.2-policy/a", "_x if y > 1"), "var y is unsafe"},
		"unused":     {ruleText("5.2-policy/a", "_x if {\n\ty := 1\n}"), "assigned var y unused"},
		"recursive":  {ruleText("5.2-policy/a", "_f(x) := _f(x)"), "recursive"},
		"not a rule": {"package ismslint.lib\n\nlist(_) := 1\n", "no metadata"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := New(Options{Sources: []Source{{FS: mapFS(map[string]string{path: tt.text}), Name: "own"}}, Check: true})
			if err == nil || !strings.Contains(err.Error(), tt.want) || !strings.Contains(err.Error(), "own/5.2-policy/a/rule.rego") {
				t.Errorf("got %v, want %s", err, tt.want)
			}
		})
	}
}
