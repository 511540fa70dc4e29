package recognise

import (
	"fmt"
	"strings"
	"testing"
)

const sentenceOfPolicy = "\n\nAccess is given by role, reviewed every quarter and withdrawn on the last day of work of a person.\n"

// policiesOf is a tree of policies on the subjects.
func policiesOf(folder, more string, subjects ...string) tree {
	files := tree{}
	for i, s := range subjects {
		files[folder+strings.ReplaceAll(strings.ToLower(s), " ", "-")+"-policy.md"] = "# " + s + " policy" + sentenceOfPolicy + more + fmt.Sprintf("\nIt has %d rules.\n", i+3)
	}
	return files
}

func (files tree) with(more tree) tree {
	all := tree{}
	for name, text := range files {
		all[name] = text
	}
	for name, text := range more {
		all[name] = text
	}
	return all
}

var subjects = []string{"Access control", "Backup", "Cryptography", "Password", "Network security", "Remote working"}

var smallISMS = tree{
	"scope.md":             "# ISMS scope\n\nThe ISMS by ISO/IEC 27001 covers the hosting of the product and the persons who do it, in the office.\n",
	"risk-methodology.md":  "# Risk assessment methodology\n\nLikelihood and impact give the level of a risk, which is compared with what the ISMS accepts each year.\n",
	"risk-register.md":     "# Risk register\n\n| ID | Risk | Likelihood | Impact | Owner |\n|---|---|---|---|---|\n| R-1 | Fire | Low | High | CTO |\n",
	"management-review.md": "# Management review 2026-05-04\n\nThe directors looked at risks, audits and objectives of the ISMS and decided on two actions for the year.\n",
}

func TestWhether(t *testing.T) {
	inFolder := func(folder string, files tree) tree {
		moved := tree{}
		for name, text := range files {
			moved[folder+name] = text
		}
		return moved
	}
	product := tree{"README.md": "# Our product\n\nIt is fast and helps everybody.\n"}
	for i := range 120 {
		product[fmt.Sprintf("docs/page-%d.md", i)] = "# How to use it\n\nPress the button. We are SOC 2 and HIPAA ready.\n"
	}
	blanks := "[COMPANY NAME] and [ROLE NAME] and [COMPANY NAME] and [ROLE NAME] do it.\n"
	tests := []struct {
		name  string
		files tree
		is    bool
		root  string
		why   string
	}{
		{"nothing", tree{}, false, "", "no markdown, YAML or CSV file was found"},
		{"a cookbook", tree{"README.md": "# Cooking\n\nOnions come first.\n"}, false, "", "1 file was looked at, and none was recognised as part of an ISMS"},
		{"policies only", policiesOf("", "", subjects...).with(tree{"README.md": "# Our policies\n\nOne of them speaks of SOC 2.\n"}), false, "",
			"7 files were looked at, among them 6 policies, procedures and plans, but no ISMS scope, risk register, Statement of Applicability, internal audit report or management review minutes"},
		{"policies with a methodology", policiesOf("", "", subjects...).with(tree{"risk.md": smallISMS["risk-methodology.md"]}), false, "",
			"7 files were looked at, among them 6 policies, procedures and plans, but no ISMS scope, risk register, Statement of Applicability, internal audit report or management review minutes"},
		{"SOC 2 programme", policiesOf("policies/", "It serves CC6.1 of SOC 2.\n", subjects...), false, "",
			"6 files were looked at, and 6 of them speak of SOC 2, none of ISO/IEC 27001"},
		{"templates with blanks", policiesOf("", blanks, subjects...), false, "",
			"6 files were looked at, and 6 of the 6 documents that were recognised are templates"},
		{"templates by the README alone", policiesOf("", "", subjects...).with(tree{"README.md": "# Security policy templates\n\nUse them.\n",
			"templates/a-policy.md": "# Mail policy" + sentenceOfPolicy}), false, "",
			"8 files were looked at: by its README a collection of templates, with blanks that are not filled in"},
		{"parts of an ISMS", tree{"scope.md": smallISMS["scope.md"]}, false, "", "1 file was looked at, and of an ISMS only this was recognised: ISMS scope"},
		{"an ISMS", smallISMS, true, "", ""},
		{"an ISMS in a product's repository", product.with(inFolder("docs/isms/", smallISMS)), true, "docs/isms", ""},
		{"an ISMS beside SOC 2", policiesOf("policies/", "It serves the ISMS.\n", subjects...).with(smallISMS), true, "", ""},
		{"a German ISMS", tree{
			"geltungsbereich.md":          "# Geltungsbereich des ISMS\n\nDas ISMS nach ISO/IEC 27001 umfasst den Betrieb des Produkts und alle Personen, die daran arbeiten.\n",
			"risikomanagement.md":         "# Risikomanagement-Methodik\n\nAus Wahrscheinlichkeit und Auswirkung ergibt sich die Stufe, die mit den Kriterien verglichen wird.\n",
			"risikoregister.csv":          "ID;Risiko;Eintrittswahrscheinlichkeit;Auswirkung;Risikoeigentümer\nR-1;Feuer;niedrig;hoch;Leitung IT\n",
			"managementbewertung.md":      "# Managementbewertung 04.05.2026\n\nDie Geschäftsführung hat Risiken, Audits und Ziele betrachtet und zwei Maßnahmen beschlossen.\n",
			"richtlinien/zugriff.md":      "# Richtlinie Zugriff\n\nZugriffe werden nach Rollen vergeben und jedes Quartal durch die Leitung überprüft.\n",
			"richtlinien/verschlüssel.md": "# Richtlinie Kryptografie\n\nDaten werden nach dem Stand der Technik verschlüsselt, auf dem Weg und auf Platten.\n",
		}, true, "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m := tt.files.model(t)
			if m.Recognised != tt.is || m.Root != tt.root || m.Why != tt.why {
				t.Errorf("recognised %v, root %q, why %q\n want %v, %q, %q", m.Recognised, m.Root, m.Why, tt.is, tt.root, tt.why)
				t.Log(show([]string{"documents", "registers"}, m))
			}
		})
	}
}
