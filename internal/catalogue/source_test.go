package catalogue

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"

	"github.com/ismslint/ismslint/internal/isms"
)

// This file reads policies/catalogue. Only the generator uses it: a run parses
// none of the YAML.

const sourceDir = "../../policies/catalogue"

type clauseSource struct {
	ID                string           `yaml:"id"`
	Title             string           `yaml:"title"`
	IDs2022           []string         `yaml:"ids_2022"`
	EditionOnly       string           `yaml:"edition_only"`
	Changes2022       string           `yaml:"changes_2022"`
	Mode              string           `yaml:"mode"`
	What              []string         `yaml:"what"`
	Evidence          []string         `yaml:"evidence"`
	Activities        []activitySource `yaml:"activities"`
	Guidance          []guidanceSource `yaml:"guidance"`
	SmallOrganization string           `yaml:"small_organization"`
}

type activitySource struct {
	ID          string `yaml:"id"`
	Text        string `yaml:"text"`
	EditionOnly string `yaml:"edition_only"`
	Mode        string `yaml:"mode"`
	Unseen      string `yaml:"unseen"`
}

type limitSource struct {
	Text       string   `yaml:"text"`
	Activities []string `yaml:"activities"`
}

type guidanceSource struct {
	Strength string `yaml:"strength"`
	Source   string `yaml:"source"`
	Text     string `yaml:"text"`
}

type controlSource struct {
	ID         string   `yaml:"id"`
	Label      string   `yaml:"label"`
	Theme      string   `yaml:"theme"`
	Other      []string `yaml:"other"`
	AsksPolicy bool     `yaml:"asks_policy"`
	Topic      string   `yaml:"topic"`
	Evidence   []string `yaml:"evidence"`
}

type annexASource struct {
	Controls2013 []controlSource `yaml:"2013"`
	Controls2022 []controlSource `yaml:"2022"`
}

type fieldSource struct {
	Name   string   `yaml:"name"`
	Type   string   `yaml:"type"`
	Label  string   `yaml:"label"`
	Need   string   `yaml:"need"`
	Serves []string `yaml:"serves"`
}

type registerSource struct {
	ID      string   `yaml:"id"`
	Title   string   `yaml:"title"`
	Entry   string   `yaml:"entry"`
	Plural  string   `yaml:"plural"`
	Path    string   `yaml:"path"`
	Clauses []string `yaml:"clauses"`
	Mode    string   `yaml:"mode"`
	// Requires are the fields by which a table is taken for the register.
	Requires [][]string    `yaml:"requires"`
	Fields   []fieldSource `yaml:"fields"`
}

type registersSource struct {
	Enums     yaml.MapSlice    `yaml:"enums"`
	Metadata  []fieldSource    `yaml:"metadata"`
	Header    []fieldSource    `yaml:"header"`
	Registers []registerSource `yaml:"registers"`
}

type typeSource struct {
	ID        string   `yaml:"id"`
	Clauses   []string `yaml:"clauses"`
	Mandatory bool     `yaml:"mandatory"`
	Kind      string   `yaml:"kind"`
	Files     []string `yaml:"files"`
	Register  string   `yaml:"register"`
	Process   string   `yaml:"process"`
}

type otherSystemSource struct {
	Name    string `yaml:"name"`
	Pattern string `yaml:"pattern"`
}

type topicSource struct {
	ID           string   `yaml:"id"`
	Controls2013 []string `yaml:"controls_2013"`
	Controls2022 []string `yaml:"controls_2022"`
}

type reviewInputSource struct {
	Key         string `yaml:"key"`
	Activity    string `yaml:"activity"`
	Label       string `yaml:"label"`
	EditionOnly string `yaml:"edition_only"`
}

type typesSource struct {
	Types        []typeSource        `yaml:"types"`
	Topics       []topicSource       `yaml:"topics"`
	OtherSystems []otherSystemSource `yaml:"other_systems"`
	Placeholders []string            `yaml:"placeholders"`
	ReviewInputs []reviewInputSource `yaml:"review_inputs"`
}

type cueSource struct {
	Name string       `yaml:"name"`
	In   []string     `yaml:"in"`
	Any  [][][]string `yaml:"any"`
}

type vocabularySource struct {
	Language      string        `yaml:"language"`
	Name          string        `yaml:"name"`
	Titles        yaml.MapSlice `yaml:"titles"`
	TitleOnly     yaml.MapSlice `yaml:"title_only"`
	Headings      yaml.MapSlice `yaml:"headings"`
	Topics        yaml.MapSlice `yaml:"topics"`
	Kinds         yaml.MapSlice `yaml:"kinds"`
	NotEvidence   []string      `yaml:"not_evidence"`
	Metadata      yaml.MapSlice `yaml:"metadata"`
	Columns       yaml.MapSlice `yaml:"columns"`
	Values        yaml.MapSlice `yaml:"values"`
	LevelWords    yaml.MapSlice `yaml:"level_words"`
	TopManagement []string      `yaml:"top_management"`
	ISMSManagers  []string      `yaml:"isms_managers"`
	Cues          []cueSource   `yaml:"cues"`
	Elements      yaml.MapSlice `yaml:"elements"`
	ReviewInputs  yaml.MapSlice `yaml:"review_inputs"`
	EmptyReasons  []string      `yaml:"empty_reasons"`
	NotApproved   []string      `yaml:"not_approved"`
	Unfilled      []string      `yaml:"unfilled"`
	Months        [][]string    `yaml:"months"`
	Intervals     yaml.MapSlice `yaml:"intervals"`
	Quarters      []string      `yaml:"quarters"`
	Hints         yaml.MapSlice `yaml:"hints"`
	Common        []string      `yaml:"common"`
}

func decodeFile(t *testing.T, name string, into any) {
	t.Helper()
	src, err := os.ReadFile(filepath.Join(sourceDir, name))
	if err != nil {
		t.Fatalf("reading the catalogue: %v", err)
	}
	if err := yaml.NewDecoder(bytes.NewReader(src), yaml.Strict(), yaml.UseOrderedMap()).Decode(into); err != nil {
		t.Fatalf("reading %s: %v", name, err)
	}
}

// catalogueSource is everything that catalogue_gen.go holds, by variable.
type catalogueSource struct {
	clauses                    []Clause
	controls2013, controls2022 []Control
	enumLists                  []EnumList
	metadataFields             []isms.FieldSpec
	headerFields               []isms.FieldSpec
	registers                  []isms.RegisterKind
	documentTypes              []DocumentType
	topics                     []Topic
	otherSystems               []OtherSystem
	placeholderPatterns        []string
	reviewInputs               []ReviewInputKey
	limits                     []Limit
	vocabularies               []Vocabulary
}

func loadSource(t *testing.T) catalogueSource {
	t.Helper()
	var s catalogueSource
	var clauses []clauseSource
	decodeFile(t, "clauses.yaml", &clauses)
	for _, c := range clauses {
		s.clauses = append(s.clauses, c.build())
	}
	var limits []limitSource
	decodeFile(t, "limits.yaml", &limits)
	for _, l := range limits {
		s.limits = append(s.limits, Limit(l))
	}
	var annexA annexASource
	decodeFile(t, "annex-a.yaml", &annexA)
	for _, c := range annexA.Controls2013 {
		s.controls2013 = append(s.controls2013, Control(c))
	}
	for _, c := range annexA.Controls2022 {
		s.controls2022 = append(s.controls2022, Control(c))
	}
	s.loadRegisters(t)
	s.loadTypes(t)
	s.loadVocabularies(t)
	return s
}

func (s *catalogueSource) loadRegisters(t *testing.T) {
	var src registersSource
	decodeFile(t, "registers.yaml", &src)
	for _, w := range words(t, "registers.yaml: enums", src.Enums) {
		s.enumLists = append(s.enumLists, EnumList{Name: w.Key, Values: w.Terms})
	}
	s.metadataFields = fields(src.Metadata)
	s.headerFields = fields(src.Header)
	for _, r := range src.Registers {
		s.registers = append(s.registers, isms.RegisterKind{
			ID: r.ID, Title: r.Title, Entry: r.Entry, Plural: r.Plural, Path: r.Path, Clauses: r.Clauses, Mode: r.Mode, Requires: r.Requires,
			Fields: fields(r.Fields), Header: s.headerFields,
		})
	}
}

func (s *catalogueSource) loadTypes(t *testing.T) {
	var src typesSource
	decodeFile(t, "types.yaml", &src)
	for _, x := range src.Types {
		s.documentTypes = append(s.documentTypes, DocumentType(x))
	}
	for _, x := range src.Topics {
		s.topics = append(s.topics, Topic(x))
	}
	for _, x := range src.OtherSystems {
		s.otherSystems = append(s.otherSystems, OtherSystem(x))
	}
	for _, x := range src.ReviewInputs {
		s.reviewInputs = append(s.reviewInputs, ReviewInputKey{Key: x.Key, Activity: x.Activity, EditionOnly: x.EditionOnly, Label: x.Label})
	}
	s.placeholderPatterns = src.Placeholders
}

// loadVocabularies reads a file a language, English first: where two languages
// disagree about a word, the first one wins.
func (s *catalogueSource) loadVocabularies(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(sourceDir, "vocabulary", "*.yaml"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no vocabularies in %s: %v", sourceDir, err)
	}
	slices.SortFunc(files, func(a, b string) int { return strings.Compare(languageRank(a), languageRank(b)) })
	for _, file := range files {
		var v vocabularySource
		name := filepath.Join("vocabulary", filepath.Base(file))
		decodeFile(t, name, &v)
		if want := strings.TrimSuffix(filepath.Base(file), ".yaml"); v.Language != want {
			t.Errorf("%s: language is %q, want %q", name, v.Language, want)
		}
		s.vocabularies = append(s.vocabularies, v.build(t, name))
	}
}

func languageRank(file string) string {
	base := filepath.Base(file)
	if base == "en.yaml" {
		return ""
	}
	return base
}

func (c clauseSource) build() Clause {
	out := Clause{
		ID: c.ID, Title: c.Title, IDs2022: c.IDs2022, EditionOnly: c.EditionOnly, Changes2022: c.Changes2022,
		Mode: c.Mode, What: c.What, Evidence: c.Evidence, SmallOrganization: c.SmallOrganization,
	}
	for _, a := range c.Activities {
		out.Activities = append(out.Activities, Activity(a))
	}
	for _, g := range c.Guidance {
		out.Guidance = append(out.Guidance, Guidance(g))
	}
	return out
}

func (v vocabularySource) build(t *testing.T, name string) Vocabulary {
	section := func(key string, m yaml.MapSlice) []Words { return normalised(words(t, name+": "+key, m)) }
	out := Vocabulary{
		Language: v.Language, Name: v.Name,
		Titles: section("titles", v.Titles), TitleOnly: section("title_only", v.TitleOnly),
		Headings: section("headings", v.Headings), Topics: section("topics", v.Topics), Kinds: section("kinds", v.Kinds),
		NotEvidence: terms(v.NotEvidence), Metadata: section("metadata", v.Metadata), Columns: section("columns", v.Columns),
		LevelWords: section("level_words", v.LevelWords), TopManagement: terms(v.TopManagement), ISMSManagers: terms(v.ISMSManagers),
		Elements: section("elements", v.Elements), ReviewInputs: section("review_inputs", v.ReviewInputs),
		EmptyReasons: terms(v.EmptyReasons), NotApproved: terms(v.NotApproved), Unfilled: terms(v.Unfilled),
		Intervals: section("intervals", v.Intervals), Quarters: terms(v.Quarters), Hints: section("hints", v.Hints), Common: terms(v.Common),
	}
	for _, list := range v.Values {
		values, ok := list.Value.(yaml.MapSlice)
		if !ok {
			t.Fatalf("%s: values: %v is no mapping", name, list.Key)
		}
		for _, w := range section(fmt.Sprintf("values: %v", list.Key), values) {
			out.Values = append(out.Values, Words{Key: fmt.Sprintf("%v=%s", list.Key, w.Key), Terms: w.Terms})
		}
	}
	for i, m := range v.Months {
		out.Months = append(out.Months, Words{Key: fmt.Sprintf("%02d", i+1), Terms: terms(m)})
	}
	for _, c := range v.Cues {
		out.Cues = append(out.Cues, Cue{Name: c.Name, In: c.In, Any: normalisedCue(c.Any)})
	}
	return out
}

func words(t *testing.T, where string, m yaml.MapSlice) []Words {
	var out []Words
	for _, item := range m {
		w := Words{Key: fmt.Sprint(item.Key)}
		list, ok := item.Value.([]any)
		if !ok {
			t.Fatalf("%s: %v is no list", where, item.Key)
		}
		for _, x := range list {
			term, ok := x.(string)
			if !ok {
				t.Fatalf("%s: %v: %v is no text: quote it", where, item.Key, x)
			}
			w.Terms = append(w.Terms, term)
		}
		out = append(out, w)
	}
	return out
}

func fields(src []fieldSource) []isms.FieldSpec {
	var out []isms.FieldSpec
	for _, f := range src {
		out = append(out, isms.FieldSpec{Name: f.Name, Type: isms.FieldType(f.Type), Label: f.Label, Need: f.Need, Serves: f.Serves})
	}
	return out
}

func normalised(list []Words) []Words {
	for i := range list {
		list[i].Terms = terms(list[i].Terms)
	}
	return list
}

func terms(list []string) []string {
	var out []string
	for _, term := range list {
		out = append(out, Normalise(term))
	}
	return out
}

func normalisedCue(any [][][]string) [][][]string {
	for _, groups := range any {
		for i := range groups {
			groups[i] = terms(groups[i])
		}
	}
	return any
}
