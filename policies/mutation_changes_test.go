package policies_test

import (
	"path"
	"slices"
	"strings"
)

// change gives the field of some rows of a kind another value.
type change struct {
	n           int
	kind, field string
	test        func(row) bool
	value       string
}

func (s *seeder) change(list []change) {
	for _, c := range list {
		for _, r := range s.where(c.n, c.kind, c.field, c.test) {
			s.set(r, c.field, c.value, s.elsewhere(r)...)
		}
	}
}

func lacks(key string) func(row) bool {
	return func(r row) bool { return r.value(key) == "" }
}

func is(id string) func(row) bool {
	return func(r row) bool { return r.id == id }
}

// makeOverdue moves what is still to come before the day of the evaluation.
func makeOverdue(s *seeder) {
	const past = "2026-10-16"
	open := lacks("done_on")
	s.change([]change{
		{2, "treatments", "due", open, past},
		{1, "planning", "due", open, past},
		{1, "improvements", "due", open, past},
		{2, "objectives", "due", has("status", "in-progress"), past},
		{1, "competence", "due", has("status", "in-progress"), past},
		{1, "nonconformities", "due", open, past},
		{1, "exceptions", "expires_on", has("status", "open"), past},
		{2, "suppliers", "next_review", nil, past},
		{1, "suppliers", "assurance_until", has("criticality", "high"), past},
		{1, "suppliers", "valid_until", has("criticality", "high"), past},
		{1, "legal", "next_review", nil, past},
		{1, "risks", "next_assessment", nil, past},
		{1, "programme", "planned_on", has("status", "open"), "2026-09"},
		{1, "awareness", "planned_on", has("status", "open"), past},
		{2, "competence", "expires_on", nil, past},
		{3, "head of register", "next_review", func(r row) bool { return r.value("last_reviewed") < past }, past},
	})
	for _, r := range s.inForce(5, "next_review") {
		s.set(r, "next_review", past)
	}
}

// makeOld moves what was done last so far back that it is no longer current.
func makeOld(s *seeder) {
	const before = "2023-05-16"
	s.change([]change{
		{2, "risks", "assessed_on", nil, before},
		{1, "suppliers", "reviewed_on", has("criticality", "high"), before},
		{1, "issues", "reviewed_on", nil, before},
		{1, "legal", "reviewed_on", nil, before},
		{1, "parties", "reviewed_on", nil, before},
		{1, "communication", "last_done", nil, before},
		{1, "assets", "reviewed_on", nil, before},
		{1, "audits", "performed_on", is("AUD-2026-01"), before},
		{1, "head of document", "date", is("ISMS-REC-MR-2026"), before},
		{1, "head of document", "date", is("ISMS-REG-001"), before},
		{1, "awareness", "delivered_on", nil, before},
	})
	for _, kind := range []string{"measurements", "objectives"} {
		for _, r := range s.where(1, kind, "results", func(r row) bool { return r.value("frequency") != "yearly" && r.value("measure_when") != "yearly" }) {
			s.set(r, "results", "\n      - {on: "+before+", value: 99}")
		}
	}
}

// disorder swaps what comes first and what comes after.
func disorder(s *seeder) {
	s.change([]change{
		{2, "changes", "approved_on", has("status", "done"), "2026-11-20"},
		{1, "nonconformities", "closed_on", has("status", "closed"), "2024-02-06"},
		{1, "nonconformities", "corrected_on", nil, "2024-02-06"},
		{1, "treatments", "done_on", nil, "2027-03-02"},
		{1, "treatments", "verified_on", nil, "2024-03-05"},
		{1, "treatments", "approved_on", has("status", "verified"), "2026-11-20"},
		{1, "risks", "residual.accepted_on", nil, "2024-03-05"},
		{1, "audits", "reported_on", nil, "2024-03-05"},
		{1, "audits", "performed_on", is("AUD-2026-01"), "2027-01-12"},
		{1, "incidents", "closed_on", nil, "2024-03-05"},
		{1, "improvements", "done_on", nil, "2027-03-02"},
		{1, "exceptions", "approved_on", nil, "2027-06-01"},
		{2, "head of document", "approved_on", has("status", "approved"), "2027-06-01"},
		{2, "Version history", "date", func(r row) bool { return r.id != "1.0" }, "2023-01-09"},
	})
}

// swapStatus says of a thing that it is where it is not.
func swapStatus(s *seeder) {
	s.change([]change{
		{4, "soa", "implementation", has("implementation", "implemented"), "planned"},
		{1, "soa", "implementation", has("implementation", "implemented"), "not implemented"},
		{2, "soa", "implementation", has("implementation", "partial"), "implemented"},
		{2, "treatments", "status", has("status", "verified"), "in-progress"},
		{2, "treatments", "status", has("status", "in-progress"), "done"},
		{2, "risks", "status", has("status", "in-treatment"), "treated"},
		{2, "nonconformities", "status", has("status", "closed"), "in progress"},
		{1, "nonconformities", "status", has("status", "in progress"), "closed"},
		{1, "nonconformities", "effectiveness", nil, "not effective"},
		{1, "improvements", "status", has("status", "done"), "open"},
		{1, "improvements", "status", has("status", "open"), "done"},
		{1, "planning", "status", has("status", "done"), "open"},
		{1, "objectives", "status", has("status", "in-progress"), "done"},
		{1, "exceptions", "status", has("status", "closed"), "open"},
		{1, "awareness", "status", has("status", "done"), "open"},
		{1, "programme", "status", has("status", "done"), "open"},
		{1, "changes", "status", has("status", "in progress"), "done"},
		{1, "incidents", "status", has("status", "closed"), "open"},
		{3, "head of document", "status", has("status", "approved"), "draft"},
		{1, "head of document", "status", has("type", "scope"), "withdrawn"},
	})
}

// changeLevel changes levels so that they no longer follow from each other.
func changeLevel(s *seeder) {
	s.change([]change{
		{2, "risks", "level", has("level", "high"), "low"},
		{2, "risks", "level", has("level", "medium"), "critical"},
		{1, "risks", "level", nil, "catastrophic"},
		{2, "risks", "likelihood", has("likelihood", "possible"), "rare"},
		{1, "risks", "likelihood", nil, "frequent"},
		{2, "risks", "consequence", has("consequence", "major"), "minor"},
		{3, "risks", "residual.level", has("residual.level", "medium"), "critical"},
		{1, "risks", "residual.likelihood", has("residual.likelihood", "rare"), "likely"},
		{1, "treatments", "expected_residual", nil, "tiny"},
		{1, "acceptance", "rule", has("level", "critical"), "accept"},
		{1, "head of register", "matrix.likely", nil, "{minor: low, moderate: high, major: critical}"},
		{1, "risks", "criteria_version", nil, `"1.0"`},
		{1, "risks", "decision", has("status", "in-treatment"), "retain"},
	})
}

// contradictHistory changes the version in the head, or in the history.
func contradictHistory(s *seeder) {
	for _, r := range s.inForce(5, "version") {
		s.set(r, "version", `"7.4"`, spot{file: r.file})
	}
}

// wrongPerson lets people do what they may not.
func wrongPerson(s *seeder) {
	s.change([]change{
		{2, "audits", "auditors", nil, "[P-03]"},
		{1, "roles", "holders", is("ROLE-AUD"), "[P-03]"},
		{1, "head of document", "approved_by", has("type", "policy.infosec"), "Head of Platform"},
		{1, "head of document", "approved_by", has("type", "scope"), "Head of Platform"},
		{2, "treatments", "approved_by", lacks("done_on"), "ROLE-OFF"},
		{1, "risks", "residual.accepted_by", nil, "ROLE-OFF"},
	})
	for _, r := range s.inForce(2, "approved_by") {
		s.set(r, "approved_by", "pending")
	}
}

// removeRow takes rows away: what others refer to, or the standard asks for.
func removeRow(s *seeder) {
	for _, at := range []struct {
		n    int
		kind string
	}{
		{4, "soa"}, {3, "roles"}, {2, "persons"}, {3, "risks"}, {3, "treatments"}, {1, "likelihood"}, {1, "consequence"}, {1, "levels"},
		{1, "acceptance"}, {1, "audits"}, {1, "programme"}, {1, "parties"}, {1, "issues"}, {1, "assets"}, {2, "suppliers"}, {1, "objectives"},
		{2, "nonconformities"}, {2, "competence"}, {1, "planning"}, {1, "isms-processes"}, {1, "Findings"}, {1, "Decisions"}, {1, "improvements"},
	} {
		key := map[string]string{"soa": "control", "acceptance": "level", "likelihood": "label", "consequence": "label", "levels": "label"}[at.kind]
		if key == "" {
			key = "id"
		}
		for _, r := range s.where(at.n, at.kind, key, nil) {
			s.remove(r)
		}
	}
}

// removeFile takes every second file away: expected where it is spoken of.
func removeFile(s *seeder) {
	for i, p := range sortedPaths(s.tree) {
		if i%2 != 1 || p == "isms.yaml" || p == "README.md" {
			continue
		}
		tree := files{}
		for other, text := range s.tree {
			if other != p {
				tree[other] = text
			}
		}
		at := append(s.mentions(strings.TrimSuffix(path.Base(p), path.Ext(p))), spot{file: "isms.yaml"})
		at = append(at, s.mentions(path.Dir(p)+"/)")...)
		s.defects = append(s.defects, defect{"file: " + p, "file", tree, at})
	}
}

// removeSection takes sections away that the standard asks for.
func removeSection(s *seeder) {
	for _, x := range []struct {
		file     string
		headings []string
	}{
		{"context/scope.md", []string{"What led to this scope", "Organisation", "Locations", "Systems and information", "Interfaces and dependencies"}},
		{"policies/information-security-policy.md", []string{"Objectives", "Commitments"}},
		{"processes/risk-management.md", []string{"Risk criteria", "Risk identification", "Risk owners", "Risk analysis", "Risk evaluation", "Risk treatment"}},
		{"processes/document-control.md", []string{"Creating and updating", "Access and distribution", "Storage and preservation", "Retention schedule", "Documents from outside"}},
		{"processes/internal-audit-procedure.md", []string{"Programme", "Reporting"}},
		{"processes/corrective-action.md", []string{"Steps"}},
		{"processes/incident-response-plan.md", []string{"Whom to inform"}},
		{"records/audits/2026-06-internal-audit-report.md", []string{"Criteria and scope", "Findings", "Conclusion"}},
		{"records/management-reviews/2026-11-10.md", []string{
			"Status of actions from previous reviews", "External and internal changes", "Changes in needs and requirements of interested parties",
			"Nonconformities and corrective actions", "Monitoring and measurement results", "Audit results", "Fulfilment of objectives",
			"Feedback from interested parties", "Results of risk assessment", "Risk treatment plan status", "Opportunities for improvement", "Decisions", "Conclusion",
		}},
	} {
		for _, section := range s.sections(x.file) {
			if slices.Contains(x.headings, section.heading) {
				text := s.tree[x.file]
				at := []spot{{file: x.file}, {"isms.yaml", 1, 1}}
				for _, other := range id.FindAllString(text[section.from:section.to], -1) {
					at = append(at, s.mentions(other)...)
				}
				s.add(section.heading, x.file, text[:section.from]+text[section.to:], at...)
			}
		}
	}
}

// leavePlaceholder leaves something to fill in, at the end of a paragraph.
func leavePlaceholder(s *seeder) {
	texts := []string{"[insert name]", "TBD", "<company name>", "TODO: ask the owner", "[date]", "XX days", "[Company Name]", "{{owner}}"}
	for i, r := range s.inForce(8, "version") {
		p := r.file
		text := s.tree[p]
		var prose []line
		for _, l := range linesOf(text) {
			if l.from > 500 && len(l.text) > 40 && strings.HasSuffix(l.text, ".") && l.text[0] >= 'A' && l.text[0] <= 'Z' {
				prose = append(prose, l)
			}
		}
		if len(prose) > 0 {
			l := prose[int(rank(p))%len(prose)]
			n := lineAt(text, l.from)
			s.add(texts[i], p, text[:l.to-1]+" See "+texts[i]+"."+text[l.to-1:], spot{p, n, n})
		}
	}
}

// emptyColumn empties one column of the registers that are tables.
func emptyColumn(s *seeder) {
	for _, at := range [][2]string{
		{"soa", "justification"}, {"soa", "implementation"}, {"parties", "requirement"}, {"nonconformities", "correction"},
		{"communication", "when"}, {"resources", "need"}, {"suppliers", "agreement"}, {"assets", "owner"},
	} {
		var file, text string
		for i := len(s.rows) - 1; i >= 0; i-- {
			if r := s.rows[i]; r.kind == at[0] {
				if c, _ := r.cell(at[1]); file == "" {
					file, text = r.file, s.tree[r.file][:c.from]+s.tree[r.file][c.to:]
				} else {
					text = text[:c.from] + text[c.to:]
				}
			}
		}
		s.add(at[1], file, text, spot{file: file})
	}
}

// emptyRegister takes all entries of a register away.
func emptyRegister(s *seeder) {
	for _, kind := range []string{"risks", "soa", "treatments", "objectives", "audits", "roles", "competence", "measurements", "isms-processes", "issues", "parties", "suppliers", "planning"} {
		var file, text string
		for i := len(s.rows) - 1; i >= 0; i-- {
			if r := s.rows[i]; r.kind == kind {
				if file == "" {
					file, text = r.file, s.tree[r.file]
				}
				text = text[:r.from] + text[r.to:]
			}
		}
		at := append(s.mentions(path.Base(file)), spot{file: file}, spot{file: "isms.yaml"})
		if kind == "audits" {
			at = append(at, spot{file: "records/audits/2026-06-internal-audit-report.md"})
		}
		s.add(kind, file, text, at...)
	}
}

// breakTable gives rows too few cells, and cuts rows off from their table.
func breakTable(s *seeder) {
	for i, kind := range []string{"soa", "parties", "nonconformities", "communication", "resources"} {
		for _, r := range s.where(1, kind, map[string]string{"soa": "control"}[kind]+map[bool]string{true: "id"}[kind != "soa"], nil) {
			text := s.tree[r.file]
			n := lineAt(text, r.from)
			if i%2 == 0 {
				c := r.cells[2]
				s.add("a cell less in "+r.id, r.file, text[:c.from-2]+text[c.to+1:], spot{r.file, n, n}, spot{file: "registers/soa.md"})
			} else {
				s.add("cut off before "+r.id, r.file, text[:r.from]+"\nAnd then:\n"+text[r.from:], spot{r.file, n, n + 5}, spot{file: r.file})
			}
		}
	}
}
