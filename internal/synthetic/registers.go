package synthetic

import (
	"fmt"
	"strings"

	"github.com/ismslint/ismslint/internal/catalogue"
)

func (g *generator) registers() {
	g.files["registers/risk-criteria.yaml"] = criteria
	g.register("risks", "Information security risks", g.o.Risks, g.risk)
	g.register("treatments", "Risk treatment plan", g.o.Treatments, g.treatment)
	g.register("suppliers", "Suppliers", g.o.Suppliers, g.supplier)
	g.register("assets", "Assets", g.o.Assets, g.asset)
	g.register("incidents", "Incidents", g.o.Incidents, g.incident)
	g.register("nonconformities", "Nonconformities", g.o.Nonconformities, g.nonconformity)
	g.register("objectives", "Information security objectives", g.o.Objectives, g.objective)
	g.register("measurements", "Monitoring and measurement", g.o.Measurements, g.measurement)
	g.register("roles", "Roles and responsibilities", len(roles)+2, g.role)
}

// entry writes the fields of one entry.
type entry struct {
	*source
	b     *strings.Builder
	index int
	path  string
}

func (e *entry) field(name, format string, args ...any) {
	fmt.Fprintf(e.b, "    %s: %s\n", name, fmt.Sprintf(format, args...))
}

func (g *generator) register(kind, title string, n int, write func(*entry)) {
	path := "registers/" + kind + ".yaml"
	var b strings.Builder
	fmt.Fprintf(&b, "register: %s\ntitle: %s\nversion: \"2.1\"\nowner: %s\n", kind, title, roles[0])
	fmt.Fprintf(&b, "approved_by: Chief Executive Officer\napproved_on: %s\nlast_reviewed: %s\nnext_review: %s\n\nentries:\n", day(45), day(50), day(-310))
	for i := range n {
		var fields strings.Builder
		write(&entry{source: g.random(fmt.Sprint(path, "/", i)), b: &fields, index: i, path: path})
		// The first field of an entry begins its list item.
		b.WriteString("  - " + strings.TrimPrefix(fields.String(), "    "))
	}
	g.files[path] = b.String()
}

// The scales of the criteria, lowest first, and the level of each pair.
var (
	likelihoods  = []string{"rare", "unlikely", "possible", "likely"}
	consequences = []string{"minor", "moderate", "major", "severe"}
	matrix       = [][]string{
		{"low", "low", "low", "medium"},
		{"low", "medium", "medium", "high"},
		{"low", "medium", "high", "critical"},
		{"medium", "high", "critical", "critical"},
	}
)

const criteria = `register: risk_criteria
title: Risk criteria
version: "1.2"
owner: Information Security Manager
approved_by: Chief Executive Officer
approved_on: 2026-09-23
last_reviewed: 2026-09-22
next_review: 2027-09-21
likelihood:
  - {step: 1, label: rare, meaning: Less than once in ten years}
  - {step: 2, label: unlikely, meaning: About once in three to ten years}
  - {step: 3, label: possible, meaning: About once in one to three years}
  - {step: 4, label: likely, meaning: Once a year or more often}
consequence:
  - {step: 1, label: minor, meaning: Up to 10 000 euro}
  - {step: 2, label: moderate, meaning: Up to 50 000 euro}
  - {step: 3, label: major, meaning: Up to 250 000 euro}
  - {step: 4, label: severe, meaning: More than 250 000 euro}
combination: matrix
matrix:
  rare: {minor: low, moderate: low, major: low, severe: medium}
  unlikely: {minor: low, moderate: medium, major: medium, severe: high}
  possible: {minor: low, moderate: medium, major: high, severe: critical}
  likely: {minor: medium, moderate: high, major: critical, severe: critical}
levels:
  - {label: low, meaning: Everyday risk}
  - {label: medium, meaning: Worth an action where the effort is small}
  - {label: high, meaning: Endangers goals of the year}
  - {label: critical, meaning: Endangers the organisation}
acceptance:
  - {level: low, rule: accept, who_may_accept: the risk owner}
  - {level: medium, rule: conditional, who_may_accept: the risk owner}
  - {level: high, rule: treat, who_may_accept: Chief Executive Officer}
  - {level: critical, rule: treat, who_may_accept: Chief Executive Officer}
`

func riskID(i int) string { return fmt.Sprintf("RSK-%04d", i+1) }

// treatmentOf is the treatment of a risk, "" for the third that is accepted.
func (g *generator) treatmentOf(risk int) string {
	if risk%3 == 2 {
		return ""
	}
	return fmt.Sprintf("RT-%04d", (risk-risk/3)%g.o.Treatments+1)
}

// untreatedTurn is the place in ten risks of the one that is planted untreated.
const untreatedTurn = 2

func (g *generator) risk(e *entry) {
	id, subject := riskID(e.index), "risks/"+riskID(e.index)
	likelihood, consequence := e.IntN(4), e.IntN(4)
	treatment := g.treatmentOf(e.index)
	if treatment == "" { // accepted, so it is low
		likelihood, consequence = 0, e.IntN(3)
	}
	untreated := g.defect("risk-above-acceptance", e.index, untreatedTurn, subject, e.path)
	if untreated {
		likelihood, consequence, treatment = 3, 2, ""
	}
	level := matrix[likelihood][consequence]
	if g.defect("risk-level-contradicts-criteria", e.index, 3, subject, e.path) {
		level = matrix[3-likelihood][3-consequence]
		if level == matrix[likelihood][consequence] {
			level = map[string]string{"low": "medium", "medium": "low", "high": "critical", "critical": "high"}[level]
		}
	}
	e.field("id", "%s", id)
	e.field("title", "%s concerning %s", e.pick(threats), e.pick(targets))
	e.field("description", "%s", e.sentence())
	if !g.defect("risk-owner-missing", e.index, 4, subject, e.path) {
		e.field("owner", "%s", e.pick(roles))
	}
	e.field("likelihood", "%s", likelihoods[likelihood])
	e.field("consequence", "%s", consequences[consequence])
	e.field("level", "%s", level)
	e.field("rationale", "%s", e.sentence())
	e.field("assessed_on", "%s", day(e.between(20, 300)))
	e.field("assessed_by", "%s", roles[0])
	switch {
	case untreated:
		e.field("status", "assessed")
	case treatment == "":
		e.field("decision", "retain")
		e.field("accepted_by", "%s", e.pick(roles))
		e.field("accepted_on", "%s", day(20))
		e.field("status", "accepted")
	default:
		if g.defect("risk-treatment-unknown", e.index, 6, subject, e.path) {
			treatment = "RT-" + fmt.Sprint(900000+e.index)
		}
		e.field("decision", "modify")
		e.field("treatments", "[%s]", treatment)
		e.field("residual", "{likelihood: rare, consequence: %s, level: low}", consequences[min(consequence, 2)])
		e.field("status", "treated")
	}
}

func (g *generator) treatment(e *entry) {
	id := fmt.Sprintf("RT-%04d", e.index+1)
	// Two risks of three have a treatment: 0, 1, 3, 4, 6, …
	risk := min(e.index/2*3+e.index%2, g.o.Risks-1)
	if g.o.Defects && risk%10 == untreatedTurn {
		risk = max(0, risk-2)
	}
	e.field("id", "%s", id)
	e.field("risks", "[%s]", riskID(risk))
	e.field("option", "modify")
	e.field("controls", "[A.%s, A.%s]", e.control(), e.control())
	e.field("action", "%s", e.sentence())
	e.field("owner", "%s", e.pick(roles))
	e.field("resources", "%d days of work", e.between(2, 40))
	if g.defect("treatment-overdue", e.index, 5, "treatments/"+id, e.path) {
		e.field("due", "%s", day(60))
	} else {
		e.field("due", "%s", day(-e.between(10, 300)))
	}
	e.field("expected_residual", "low")
	e.field("approved_by", "%s", e.pick(roles))
	e.field("approved_on", "%s", day(e.between(20, 200)))
	e.field("status", "in progress")
}

func (g *generator) supplier(e *entry) {
	id := fmt.Sprintf("SUP-%03d", e.index+1)
	e.field("id", "%s", id)
	e.field("name", "Provider %d", e.index+1)
	e.field("service", "Hosting of %s", e.pick(targets))
	e.field("criticality", "%s", e.pick([]string{"low", "medium", "high"}))
	e.field("agreement", "AGR-%04d", e.index+1)
	e.field("security_terms", "%s", e.sentence())
	reviewed := e.between(20, 300)
	if g.defect("supplier-review-overdue", e.index, 5, "suppliers/"+id, e.path) {
		reviewed = 700
	}
	e.field("reviewed_on", "%s", day(reviewed))
	e.field("review_result", "Meets the terms")
	e.field("next_review", "%s", day(reviewed-364))
	e.field("risks", "[%s]", riskID(e.IntN(g.o.Risks)))
	e.field("owner", "%s", e.pick(roles))
	e.field("status", "active")
}

func (g *generator) asset(e *entry) {
	e.field("id", "AST-%04d", e.index+1)
	e.field("name", "%s %d", e.pick([]string{"Server", "Laptop", "Database", "Service", "Archive"}), e.index+1)
	e.field("kind", "system")
	e.field("classification", "Confidential")
	e.field("owner", "%s", e.pick(roles))
	e.field("location", "%s", e.pick(units))
}

func (g *generator) incident(e *entry) {
	e.field("id", "INC-%04d", e.index+1)
	e.field("title", "%s", e.pick(threats))
	e.field("detected_on", "%s", day(e.between(60, 600)))
	e.field("severity", "%s", e.pick([]string{"low", "medium", "high"}))
	e.field("description", "%s", e.sentence())
	e.field("owner", "Incident Manager")
	e.field("risks", "[%s]", riskID(e.IntN(g.o.Risks)))
	e.field("cause", "%s", e.sentence())
	e.field("lessons", "%s", e.sentence())
	e.field("status", "closed")
	e.field("closed_on", "%s", day(30))
}

func (g *generator) nonconformity(e *entry) {
	id := fmt.Sprintf("NC-%04d", e.index+1)
	e.field("id", "%s", id)
	e.field("raised_on", "%s", day(e.between(200, 500)))
	e.field("source", "internal audit")
	e.field("description", "%s", e.sentence())
	e.field("requirement", "control 5.%d", e.between(1, 37))
	e.field("correction", "%s", e.sentence())
	if !g.defect("nonconformity-cause-missing", e.index, 3, "nonconformities/"+id, e.path) {
		e.field("cause", "%s", e.sentence())
	}
	e.field("corrective_action", "%s", e.sentence())
	e.field("action_owner", "%s", e.pick(roles))
	e.field("due", "%s", day(150))
	e.field("done_on", "%s", day(160))
	e.field("effectiveness", "effective")
	e.field("effectiveness_reviewed_on", "%s", day(60))
	e.field("status", "closed")
	e.field("closed_on", "%s", day(60))
}

func (g *generator) objective(e *entry) {
	id := fmt.Sprintf("OBJ-%03d", e.index+1)
	e.field("id", "%s", id)
	e.field("statement", "%s", e.sentence())
	e.field("metric", "M-%02d", e.index%g.o.Measurements+1)
	if !g.defect("objective-target-missing", e.index, 4, "objectives/"+id, e.path) {
		e.field("target", "at least %d %%", e.between(80, 99))
	}
	e.field("actions", "%s", e.sentence())
	e.field("resources", "%d days of work", e.between(5, 30))
	e.field("owner", "%s", e.pick(roles))
	e.field("due", "%s", day(-60))
	e.field("evaluation", "At the management review")
}

func (g *generator) measurement(e *entry) {
	e.field("id", "M-%02d", e.index+1)
	e.field("name", "Measure %d", e.index+1)
	e.field("what", "control 8.%d", e.between(1, 34))
	e.field("method", "%s", e.sentence())
	e.field("measure_when", "quarterly")
	e.field("measure_by", "%s", e.pick(roles))
	e.field("evaluate_when", "quarterly")
	e.field("evaluate_by", "%s", roles[0])
	e.field("target", "at least %d", e.between(80, 99))
}

func (g *generator) role(e *entry) {
	name := append([]string{"Chief Executive Officer", "Chief Technology Officer"}, roles...)[e.index]
	e.field("id", "ROLE-%02d", e.index+1)
	e.field("role", "%s", name)
	e.field("responsibilities", "[%s]", strings.TrimSuffix(e.sentence(), "."))
	e.field("authorities", "[%s]", strings.TrimSuffix(e.sentence(), "."))
	e.field("holders", "[Person %d]", e.index+1)
}

// The places in ten controls of the SoA of the one that is excluded, and of the
// one that a defect leaves out.
const excludedTurn, missingTurn = 9, 7

// control is a control that is applicable whatever is planted.
func (e *entry) control() string {
	controls := catalogue.Controls(catalogue.Edition2022)
	i := e.IntN(len(controls))
	if i%10 == excludedTurn || i%10 == missingTurn {
		i--
	}
	return controls[i].ID
}

// statementOfApplicability is a table of all controls.
func (g *generator) statementOfApplicability() {
	const path = "registers/soa.md"
	d := g.begin(path, "ISMS-SOA-001", "Statement of Applicability", "soa", append(controlled(g.random(path+"#")), [2]string{"edition", `"2022"`})...)
	var rows [][]string
	for i, c := range catalogue.Controls(catalogue.Edition2022) {
		subject := "soa/" + c.ID
		if g.defect("control-missing", i, missingTurn, subject, path) {
			continue
		}
		row := []string{c.ID, c.Label, "yes", riskID(d.IntN(g.o.Risks)), "implemented"}
		if i%10 == excludedTurn {
			row = []string{c.ID, c.Label, "no", "We have no premises or systems of this sort.", "not applicable"}
		}
		if g.defect("exclusion-without-reason", i, excludedTurn, subject, path) {
			row[3] = ""
		}
		rows = append(rows, row)
	}
	d.table([]string{"Control", "Title", "Applicable", "Justification", "Implementation"}, rows)
	d.versions(3)
	g.files[path] = strings.TrimRight(d.String(), "\n") + "\n"
}
