package recognise

import (
	"testing"

	"github.com/ismslint/ismslint/internal/catalogue"
	"github.com/ismslint/ismslint/internal/config"
)

// TestALanguageIsData: a language that no code knows is recognised once its words
// are in a vocabulary.
func TestALanguageIsData(t *testing.T) {
	words := func(key string, terms ...string) catalogue.Words { return catalogue.Words{Key: key, Terms: terms} }
	esperanto := catalogue.Vocabulary{
		Language:  "eo",
		Titles:    []catalogue.Words{words("risks", "registro de riskoj elektita")},
		TitleOnly: []catalogue.Words{words("policy.topic", "regularo")},
		Topics:    []catalogue.Words{words("backup", "savkopioj")},
		Metadata:  []catalogue.Words{words("owner", "posedanto"), words("next_review", "sekva revizio")},
		Columns:   []catalogue.Words{words("risks.title", "risko"), words("risks.likelihood", "probableco"), words("risks.consequence", "efiko"), words("risks.owner", "respondeculo")},
		Months:    []catalogue.Words{words("01", "januaro")},
		Common:    []string{"la", "kaj", "estas", "de", "por", "ne"},
	}
	files := tree{
		"r.md": "# Registro de riskoj elektita\n\nLa riskoj estas de la firmao kaj ne de la klientoj.\n\n" +
			"| ID | Risko | Probableco | Efiko | Respondeculo |\n|---|---|---|---|---|\n| R-1 | Fajro | 1 | 3 | CTO |\n",
		"s.md": "# Regularo pri savkopioj\n\n**Posedanto:** CTO | **Sekva revizio:** 3 januaro 2027\n\nLa savkopioj estas faritaj kaj provitaj por ne perdi la datumojn.\n",
	}
	before, after := buildVocabulary(), buildVocabulary()
	after.addLanguage(&esperanto)
	after.addColumnsOf(append(catalogue.Vocabularies(), esperanto))
	for name, want := range map[string]string{"r.md": "risks", "s.md": "policy.topic"} {
		if got := scanned(t, before, files, name).docs[0].Type; got == want {
			t.Errorf("%s is %s before its words are known", name, got)
		}
		if got := scanned(t, after, files, name).docs[0].Type; got != want {
			t.Errorf("%s is %q, want %s", name, got, want)
		}
	}
	policy := scanned(t, after, files, "s.md").docs[0]
	if policy.Language != "eo" || policy.Topic != "backup" || textOf(policy.Metadata, "owner") != "CTO" || textOf(policy.Metadata, "next_review") == "" {
		t.Errorf("language %q, topic %q, metadata %v", policy.Language, policy.Topic, policy.Metadata)
	}
	risks := scanned(t, after, files, "r.md").candidates
	if len(risks) != 1 || risks[0].kind != "risks" || len(risks[0].entries) != 1 || textOf(risks[0].entries[0].Fields, "title") != "Fajro" {
		t.Errorf("the register is %+v", risks)
	}
}

func scanned(t *testing.T, v *vocabulary, files tree, name string) scan {
	t.Helper()
	r := &reader{calendar: calendar{v: v}, exists: files.options(t).Exists, top: map[string]bool{}}
	f := Parse(name, files[name])
	return r.scanMarkdown(&f, &config.Settings{})
}
