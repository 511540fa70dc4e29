package catalogue

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/ismslint/ismslint/internal/isms"
)

func TestNormalise(t *testing.T) {
	for in, want := range map[string]string{
		"Nächste  Überprüfung":     "nachste uberprufung",
		"Maßnahmen":                "massnahmen",
		"Mise en œuvre":            "mise en oeuvre",
		"Risk ID":                  "risk id",
		"contexte de l’organisme":  "contexte de l'organisme",
		"ガイド":                      "ガイド",
		"ＩＳＭＳ方針":                   "isms方針",
		"n/a":                      "n/a",
		"":                         "",
		"\u00a0Controls\tapplied ": "controls applied",
	} {
		if got := Normalise(in); got != want {
			t.Errorf("Normalise(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzNormalise(f *testing.F) {
	f.Add("Überprüfung")
	f.Add("ガ")
	f.Add("\xff")
	f.Fuzz(func(t *testing.T, s string) {
		once := Normalise(s)
		if strings.Contains(once, "  ") {
			t.Errorf("%q holds two blanks", once)
		}
	})
}

func eachVocabulary(t *testing.T, check func(t *testing.T, v *Vocabulary)) {
	for i := range vocabularies {
		t.Run(vocabularies[i].Language, func(t *testing.T) { check(t, &vocabularies[i]) })
	}
}

func TestEnglishFirst(t *testing.T) {
	if vs := Vocabularies(); len(vs) < 6 || vs[0].Language != "en" {
		t.Errorf("%d vocabularies, the first is %s", len(vs), vs[0].Language)
	}
}

// TestTermsNormalised holds that what the YAML says is what a look-up compares.
func TestTermsNormalised(t *testing.T) {
	eachVocabulary(t, func(t *testing.T, v *Vocabulary) {
		for name, list := range map[string][]Words{
			"titles": v.Titles, "title_only": v.TitleOnly, "headings": v.Headings, "topics": v.Topics, "kinds": v.Kinds,
			"metadata": v.Metadata, "columns": v.Columns, "values": v.Values, "level_words": v.LevelWords,
			"elements": v.Elements, "review_inputs": v.ReviewInputs, "months": v.Months, "intervals": v.Intervals, "hints": v.Hints,
		} {
			for _, w := range list {
				checkTerms(t, name+": "+w.Key, w.Terms)
			}
		}
		for name, list := range map[string][]string{
			"not_evidence": v.NotEvidence, "top_management": v.TopManagement, "isms_managers": v.ISMSManagers,
			"empty_reasons": v.EmptyReasons, "not_approved": v.NotApproved, "unfilled": v.Unfilled,
			"quarters": v.Quarters, "common": v.Common,
		} {
			checkTerms(t, name, list)
		}
	})
}

func checkTerms(t *testing.T, where string, terms []string) {
	t.Helper()
	if len(terms) == 0 {
		t.Errorf("%s has no terms", where)
	}
	seen := map[string]bool{}
	for _, term := range terms {
		if term == "" || seen[term] || term != Normalise(term) {
			t.Errorf("%s: term %q is empty, there twice or not normalised", where, term)
		}
		seen[term] = true
	}
}

// checkUnique holds that a term stands under one key only.
func checkUnique(t *testing.T, what string, lists ...[]Words) {
	t.Helper()
	of := map[string]string{}
	for _, list := range lists {
		for _, w := range list {
			for _, term := range w.Terms {
				if was, ok := of[term]; ok && was != w.Key {
					t.Errorf("%s: %q belongs to %s and to %s", what, term, was, w.Key)
				}
				of[term] = w.Key
			}
		}
	}
}

func TestTermsUnique(t *testing.T) {
	eachVocabulary(t, func(t *testing.T, v *Vocabulary) {
		checkUnique(t, "titles", v.Titles)
		checkUnique(t, "title_only", v.TitleOnly)
		checkUnique(t, "topics", v.Topics)
		checkUnique(t, "kinds", v.Kinds)
		checkUnique(t, "metadata", v.Metadata)
		checkUnique(t, "level_words", v.LevelWords)
		checkUnique(t, "review_inputs", v.ReviewInputs)
		checkUnique(t, "months", v.Months)
		checkUnique(t, "intervals", v.Intervals)
		byList := map[string][]Words{}
		for _, w := range v.Values {
			list, _, _ := strings.Cut(w.Key, "=")
			byList[list] = append(byList[list], w)
		}
		for list, values := range byList {
			checkUnique(t, list, values)
		}
	})
}

// TestStrengths holds that a term is either a title or a title only.
func TestStrengths(t *testing.T) {
	eachVocabulary(t, func(t *testing.T, v *Vocabulary) {
		titles := map[string]string{}
		for _, w := range v.Titles {
			for _, term := range w.Terms {
				titles[term] = w.Key
			}
		}
		for _, w := range v.TitleOnly {
			for _, term := range w.Terms {
				if was, ok := titles[term]; ok {
					t.Errorf("%q is a title of %s and a title only of %s", term, was, w.Key)
				}
			}
		}
	})
}

// TestKeys holds that every key names something that exists.
func TestKeys(t *testing.T) {
	inputs := map[string]bool{}
	for _, k := range ReviewInputs("") {
		inputs[k.Key] = true
	}
	duration := regexp.MustCompile(`^P[0-9]+[DM]$`)
	eachVocabulary(t, func(t *testing.T, v *Vocabulary) {
		expect := func(what string, list []Words, ok func(string) bool) {
			for _, w := range list {
				if !ok(w.Key) {
					t.Errorf("%s: nothing is called %q", what, w.Key)
				}
			}
		}
		isType := func(id string) bool { return second(TypeByID(id)) }
		expect("titles", v.Titles, isType)
		expect("title_only", v.TitleOnly, isType)
		expect("headings", v.Headings, isType)
		expect("topics", v.Topics, isTopic)
		expect("metadata", v.Metadata, func(f string) bool { return hasField(MetadataFields(), f) })
		expect("columns", v.Columns, isColumn)
		expect("values", v.Values, func(key string) bool {
			list, value, _ := strings.Cut(key, "=")
			return slices.Contains(EnumValues(list), value)
		})
		expect("review_inputs", v.ReviewInputs, func(k string) bool { return inputs[k] })
		expect("intervals", v.Intervals, duration.MatchString)
		if len(v.Months) != 12 {
			t.Errorf("%d months", len(v.Months))
		}
		for _, k := range []string{"very-low", "low", "medium", "high", "very-high"} {
			if !slices.ContainsFunc(v.LevelWords, func(w Words) bool { return w.Key == k }) {
				t.Errorf("level_words lacks %s", k)
			}
		}
	})
}

func hasField(fields []isms.FieldSpec, name string) bool {
	return slices.ContainsFunc(fields, func(f isms.FieldSpec) bool { return f.Name == name })
}

func isColumn(key string) bool {
	if kind, field, ok := strings.Cut(key, "."); ok {
		k, _ := RegisterByID(kind)
		return hasField(k.Fields, field)
	}
	return slices.ContainsFunc(Registers(), func(k isms.RegisterKind) bool { return hasField(k.Fields, key) })
}

// TestColumns holds that in one language a header of one register is one field:
// terms of its own win over those of the plain field and over field names.
func TestColumns(t *testing.T) {
	eachVocabulary(t, func(t *testing.T, v *Vocabulary) {
		for _, k := range Registers() {
			own, plain := map[string]string{}, map[string]string{}
			for _, w := range v.Columns {
				kind, field, ok := strings.Cut(w.Key, ".")
				switch {
				case ok && kind == k.ID:
					claim(t, k.ID, own, field, w.Terms)
				case !ok && hasField(k.Fields, w.Key):
					claim(t, k.ID, plain, w.Key, slices.DeleteFunc(slices.Clone(w.Terms), func(term string) bool {
						return own[term] != "" || slices.Contains(ownTerms(v, k.ID), term)
					}))
				}
			}
			for _, f := range k.Fields {
				name := strings.ReplaceAll(f.Name, "_", " ")
				if was := own[name]; was != "" && was != f.Name {
					t.Errorf("%s: %q is the name of a field and a header of %s", k.ID, name, was)
				}
			}
		}
	})
}

func ownTerms(v *Vocabulary, kind string) []string {
	var out []string
	for _, w := range v.Columns {
		if strings.HasPrefix(w.Key, kind+".") {
			out = append(out, w.Terms...)
		}
	}
	return out
}

func claim(t *testing.T, kind string, of map[string]string, field string, terms []string) {
	t.Helper()
	for _, term := range terms {
		if was, ok := of[term]; ok && was != field {
			t.Errorf("%s: header %q is %s and %s", kind, term, was, field)
		}
		of[term] = field
	}
}

// TestHeaders are headers that the corpora of markdown registers have most.
func TestHeaders(t *testing.T) {
	for _, tc := range []struct{ kind, header, want string }{
		{"risks", "inherent risk", "inherent_level"},
		{"risks", "residual risk", "residual_level"},
		{"risks", "risk owner", "owner"},
		{"risks", "date identified", "identified_on"},
		{"risks", "treatment", "treatment_text"},
		{"soa", "status", "implementation"},
		{"soa", "applicability", "applicable"},
		{"soa", "justification for exclusion", "exclusion_reason"},
		{"soa", "reference", "id"},
		{"treatments", "target", "due"},
		{"objectives", "target", "target"},
		{"objectives", "target date", "due"},
		{"audits", "classification", "grade"},
		{"assets", "classification", "classification"},
		{"nonconformities", "ref", "id"},
		{"soa", "begrundung", "justification"},
		{"risks", "restrisiko", "residual_level"},
	} {
		if got := columnField(tc.kind, tc.header); got != tc.want {
			t.Errorf("%s: %q is %q, want %q", tc.kind, tc.header, got, tc.want)
		}
	}
}

func columnField(kind, header string) string {
	for _, prefix := range []string{kind + ".", ""} {
		for _, v := range Vocabularies() {
			for _, w := range v.Columns {
				field, ok := strings.CutPrefix(w.Key, prefix)
				if ok && !strings.Contains(field, ".") && slices.Contains(w.Terms, header) {
					return field
				}
			}
		}
	}
	return ""
}

func TestCues(t *testing.T) {
	required := []string{
		"commitment-requirements", "commitment-improvement", "objectives", "published", "signed", "method-criteria",
		"method-acceptance", "method-identification", "method-owners", "method-analysis", "method-evaluation",
		"treatment-options", "treatment-controls", "treatment-annex-a", "treatment-plan", "treatment-approval",
		"review-conclusion", "review-no-decision", "soa-implemented-all", "soa-reason-all", "soa-exclusions-none",
		"climate-change", "owner-all", "review-decision", "review-no-nonconformities", "outside-parties",
		"context-external", "context-internal", "performance-to-top", "security-message",
		"scope-organisation", "scope-systems", "scope-places", "scope-services", "scope-interfaces",
		"scope-issues", "scope-parties", "scope-exclusion", "scope-reason", "taken-on-all", "names-security",
		"duty-conformity", "duty-reporting", "leadership-support", "leadership-resources",
		"leadership-integration", "processes-interact", "process-assessment", "process-treatment",
		"process-competence", "process-documents", "process-monitoring", "process-audit", "process-review",
		"process-correction", "review-resources", "competence-kept", "competence-needed",
		"awareness-policy", "awareness-contribution", "awareness-consequences", "communication-what",
		"communication-when", "communication-whom", "communication-who", "communication-how",
		"whom-authority", "whom-customer", "whom-insurer", "documents-available", "documents-format",
		"documents-approval", "documents-identification", "documents-protection", "documents-access",
		"documents-storage", "documents-changes", "documents-retention", "documents-external",
		"competence-held",
	}
	eachVocabulary(t, func(t *testing.T, v *Vocabulary) {
		names := map[string]bool{}
		for _, c := range v.Cues {
			if names[c.Name] || len(c.Any) == 0 {
				t.Errorf("cue %s", c.Name)
			}
			names[c.Name] = true
			for _, in := range c.In {
				if !second(TypeByID(in)) && !second(RegisterByID(in)) {
					t.Errorf("%s: no document type or register %s", c.Name, in)
				}
			}
			for _, groups := range c.Any {
				for _, g := range groups {
					checkTerms(t, c.Name, g)
				}
			}
		}
		if v.Language != "en" && v.Language != "de" {
			return
		}
		for _, name := range required {
			if !names[name] {
				t.Errorf("cue %s is missing", name)
			}
		}
	})
}
