package cli

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/ismslint/ismslint/internal/syntax"
)

// TestDeclareSettles: the line that is proposed for a doubtful item settles it,
// and leaves alone what was certain.
func TestDeclareSettles(t *testing.T) {
	names, err := filepath.Glob("../recognise/testdata/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("no fixtures: %v", err)
	}
	proposed := 0
	for _, name := range names {
		dir := t.TempDir()
		unpack(t, name, dir)
		before := listedIn(t, dir, "")
		for _, i := range before.Items {
			if i.Declare == "" {
				continue
			}
			proposed++
			after := listedIn(t, dir, "documents:\n  "+i.Declare+"\n")
			if got := unsettled(before, after, i); got != "" {
				t.Errorf("%s: %s\n%s", filepath.Base(name), i.Declare, got)
			}
		}
	}
	if proposed < 10 {
		t.Errorf("only %d lines were proposed: the fixtures do not show enough", proposed)
	}
}

func unpack(t *testing.T, name, dir string) {
	t.Helper()
	archive, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range archive.Files {
		if f.Name == "want" || filepath.Base(f.Name) == "isms.yaml" {
			continue
		}
		at := filepath.Join(dir, f.Name)
		if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(at, f.Data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// listedIn lists a folder with the settings, "" for none.
func listedIn(t *testing.T, dir, settings string) listing {
	t.Helper()
	run, err := openOne(request{path: dir, asOf: pinned}, func(string) {})
	if err != nil {
		t.Fatal(err)
	}
	if settings != "" {
		if run.settings, err = run.parseSettings("isms.yaml", settings, rooms{}.known()); err != nil {
			t.Fatalf("%s: %v", settings, err)
		}
		delete(run.sources, "isms.yaml")
	}
	run.sources = map[string]*syntax.Source{}
	if err := run.recognise(context.Background()); err != nil {
		t.Fatal(err)
	}
	if len(run.model.Vain) > 0 {
		t.Errorf("%s points at nothing: %s", settings, run.model.Vain[0].Message)
	}
	return list(run.model, "")
}

// unsettled says what the declaration of an item did not settle, "" for nothing.
func unsettled(before, after listing, item listed) string {
	declared := false
	for _, i := range after.Items {
		if i.Path != item.Path {
			continue
		}
		declared = declared || i.Signal == "declared"
		if i.Is == item.Is && i.Line == item.Line && i.Type == item.Type && i.Section == item.Section && i.Declare != "" && i.Signal != "declared" {
			return "it is in doubt still: " + i.Why
		}
	}
	if !declared {
		return "nothing of the file is declared"
	}
	if !strings.Contains(item.Declare, "#") {
		return ""
	}
	for _, i := range before.Items {
		if i.Path != item.Path || i.Is != isDocument || !i.Counts {
			continue
		}
		for _, k := range after.Items {
			if k.Path == i.Path && k.Is == isDocument && (k.Type != i.Type || !k.Counts) {
				return "the document became " + k.Type
			}
		}
	}
	return ""
}
