package recognise

import (
	"maps"
	"path"
	"slices"
	"testing"
)

// miniISMS are the documents of an ISMS, by folder and language.
func miniISMS(dir, language string) tree {
	texts := tree{
		"policy.md":           "# Information security policy\n\nThe management protects what customers entrust to it, and improves the ISMS by ISO/IEC 27001 continually and without exception.\n",
		"scope.md":            "# Scope of the ISMS\n\nThe ISMS covers all services, the people who run them and the office in which they work. The factory is left out.\n",
		"registers/risks.md":  "# Risk register\n\n| ID | Risk | Likelihood | Impact | Owner |\n|---|---|---|---|---|\n| R-1 | Fire in the office | Low | High | CTO |\n",
		"registers/goals.md":  "# Information security objectives\n\n| ID | Objective | Target | Due | Owner |\n|---|---|---|---|---|\n| O-1 | Fewer lost devices | 0 | 2027-01-31 | CTO |\n",
		"records/meetings.md": "# Management review minutes\n\n**Date:** 2026-03-03\n\nPresent: CEO, CTO. Decision: a second backup site is set up until autumn.\n",
	}
	if language == "de" {
		texts = tree{
			"policy.md":           "# Informationssicherheitsleitlinie\n\nDie Leitung schützt, was die Kunden ihr anvertrauen, und verbessert das ISMS nach ISO/IEC 27001 stetig und ohne Ausnahme.\n",
			"scope.md":            "# Geltungsbereich des ISMS\n\nDas ISMS umfasst alle Dienste, die Menschen, die sie betreiben, und das Büro, in dem sie arbeiten. Die Fabrik gehört nicht dazu.\n",
			"registers/risks.md":  "# Risikoregister\n\n| ID | Risiko | Eintrittswahrscheinlichkeit | Auswirkung | Verantwortlich |\n|---|---|---|---|---|\n| R-1 | Feuer im Büro | niedrig | hoch | CTO |\n",
			"registers/goals.md":  "# Informationssicherheitsziele\n\n| ID | Ziel | Zielwert | Termin | Verantwortlich |\n|---|---|---|---|---|\n| O-1 | Weniger verlorene Geräte | 0 | 2027-01-31 | CTO |\n",
			"records/meetings.md": "# Protokoll der Managementbewertung\n\n**Datum:** 2026-03-03\n\nAnwesend: CEO, CTO. Beschluss: ein zweiter Standort für Sicherungen bis zum Herbst.\n",
		}
	}
	placed := tree{}
	for name, text := range texts {
		placed[path.Join(dir, name)] = text
	}
	return placed
}

// TestRoots: which folders hold an ISMS of their own.
func TestRoots(t *testing.T) {
	join := func(trees ...tree) tree {
		all := tree{}
		for _, x := range trees {
			maps.Copy(all, x)
		}
		return all
	}
	for _, test := range []struct {
		name  string
		files tree
		want  []string
	}{
		{"one at the top", miniISMS("", "en"), nil},
		{"one in a folder", miniISMS("docs/isms", "en"), nil},
		{"side by side", join(miniISMS("a/isms", "en"), miniISMS("b/isms", "en")), []string{"a", "b"}},
		{"deeper than a folder that they share", join(miniISMS("units/a", "en"), miniISMS("units/b", "en"), tree{"README.md": "# Units\n"}), []string{"units/a", "units/b"}},
		{"one of each country, in one language", join(miniISMS("de", "en"), miniISMS("it", "en")), []string{"de", "it"}},
		{"one in two languages", join(miniISMS("de", "de"), miniISMS("en", "en")), nil},
		{"one of two years", join(miniISMS("2025", "en"), miniISMS("2026", "en")), nil},
		{"one in two versions", join(miniISMS("v1.0", "en"), miniISMS("v2.0", "en")), nil},
		{"an archived one", join(miniISMS("isms", "en"), miniISMS("archive", "en")), nil},
		{"a company and its subsidiary", join(miniISMS("", "en"), miniISMS("subsidiary", "en")), []string{"", "subsidiary"}},
		{"three", join(miniISMS("a", "en"), miniISMS("b", "de"), miniISMS("c", "en")), []string{"a", "b", "c"}},
		{"a template of one beside it", join(miniISMS("isms", "en"), miniISMS("templates/isms", "en")), nil},
		{"a site with risks of its own", join(miniISMS("", "en"), tree{"sites/lisbon/risks.md": miniISMS("", "en")["registers/risks.md"]}), nil},
		{"declared at the top", join(miniISMS("a", "en"), miniISMS("b", "en"), tree{"isms.yaml": "edition: \"2022\"\n"}), nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := test.files.model(t).Roots; !slices.Equal(got, test.want) {
				t.Errorf("the roots are %q, want %q", got, test.want)
			}
		})
	}
}
