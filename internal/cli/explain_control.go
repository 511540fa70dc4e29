package cli

import (
	"slices"
	"strings"

	"github.com/ismslint/ismslint/internal/catalogue"
	"github.com/ismslint/ismslint/internal/policy"
)

// controlName is the id as people write it: the catalogue has those of 2022
// without their letter.
func controlName(id string) string {
	if strings.HasPrefix(id, "A.") {
		return id
	}
	return "A." + id
}

func isControl(id string) bool {
	_, ok := catalogue.ControlByID(catalogue.Edition2022, id)
	return ok
}

// findControl looks an id up in both editions: A.5.15 and 5.15 of 2022, A.9.2.3
// of 2013.
func findControl(name string) (control catalogue.Control, edition string, ok bool) {
	id := strings.TrimPrefix(strings.ToUpper(name), "A.")
	if control, ok = catalogue.ControlByID(catalogue.Edition2022, id); ok {
		return control, catalogue.Edition2022, true
	}
	control, ok = catalogue.ControlByID(catalogue.Edition2013, "A."+id)
	return control, catalogue.Edition2013, ok
}

// explainControl says what a control of Annex A is about, where it is in the
// other edition, and what looks at it.
func explainControl(l *leaflet, name string, rules []*policy.Meta) bool {
	control, edition, ok := findControl(name)
	if !ok {
		return false
	}
	l.paragraph("", "", controlName(control.ID)+" "+control.Label)
	l.blank()
	l.field("Annex A", "of ISO/IEC 27001:"+edition)
	other := catalogue.Edition2013
	if edition == catalogue.Edition2013 {
		other = catalogue.Edition2022
	}
	l.field("in "+other, otherControls(control, other))
	if control.AsksPolicy {
		policyOn := "its text names a policy"
		if control.Topic != "" {
			policyOn += ", on " + strings.ReplaceAll(control.Topic, "-", " ")
		}
		l.field("policy", policyOn)
	}
	l.field("usually in", placesWords(control.Evidence))
	l.blank()
	l.paragraph("", "", "Rules look at a control in the Statement of Applicability, and wherever a register names it. None asks for a control as such: the organisation decides which it needs (6.1.3).")
	rulesList(l, rulesOnControls(rules))
	l.heading("What no rule can tell")
	for _, limit := range catalogue.Limits("6.1.3-d2", "6.1.3-d3") {
		l.item(limit.Text)
	}
	return true
}

// otherControls are those of the other edition with their labels.
func otherControls(control catalogue.Control, edition string) string {
	if len(control.Other) == 0 {
		if edition == catalogue.Edition2013 {
			return "it is new in 2022"
		}
		return "it has no successor"
	}
	names := make([]string, len(control.Other))
	for i, id := range control.Other {
		names[i] = controlName(id)
		if o, ok := catalogue.ControlByID(edition, id); ok {
			names[i] += " " + o.Label
		}
	}
	return strings.Join(names, "; ")
}

// rulesOnControls are the rules that need the Statement of Applicability.
func rulesOnControls(rules []*policy.Meta) []*policy.Meta {
	var out []*policy.Meta
	for _, m := range rules {
		if slices.Contains(m.Needs, "soa") {
			out = append(out, m)
		}
	}
	slices.SortStableFunc(out, func(a, b *policy.Meta) int { return rank(a) - rank(b) })
	return out
}
