package report

import (
	"fmt"
	"strings"

	"github.com/ismslint/ismslint/internal/verdict"
)

// The reports that the tests render: none comes from a run, so that each shows
// what a run seldom does.

const longPath = "a-folder-with-a-long-name/another-one-below-it/and-one-more/information-security-risk-register.yaml"

// clause makes a clause from a picture of its activities: D decided, I
// indicated, P in part, C contradiction, O overdue, F not found, R not
// recognised, U optional, X outside, N not decidable, A not applicable.
func clause(id, number, title, picture string) verdict.Clause {
	c := verdict.Clause{ID: id, Number: number, Title: title, Verdict: verdict.NotApplicable, Counts: map[string]int{}}
	names := map[rune]string{
		'D': verdict.EvidenceFound, 'I': verdict.EvidenceFound, 'P': verdict.EvidencePartial, 'C': verdict.Contradiction,
		'O': verdict.Overdue, 'F': verdict.NotFound, 'R': verdict.NotRecognised, 'U': verdict.NotEvidencedOptional,
		'X': verdict.Outside, 'N': verdict.NotDecidable, 'A': verdict.NotApplicable,
	}
	for i, letter := range picture {
		a := verdict.Activity{
			ID: fmt.Sprintf("%s-%c", id, 'a'+i), Text: "Do what the clause asks", Mode: "mandatory",
			Verdict: names[letter], Evidence: []verdict.Evidence{},
		}
		switch letter {
		case 'D':
			a.By = verdict.Decided
			a.Evidence = append(a.Evidence, verdict.Evidence{Path: "policies/isms.md", Line: 3, Column: 1, Rule: "policy/recognised", Signal: "declared", By: "decided", Date: "2026-03-01"})
		case 'I':
			a.By = verdict.Indicated
		}
		c.Activities = append(c.Activities, a)
		c.Counts[a.Verdict]++
	}
	for _, v := range verdict.WorstFirst() {
		if c.Counts[v] > 0 {
			c.Verdict = v
			break
		}
	}
	return c
}

func base(clauses ...verdict.Clause) verdict.Report {
	r := verdict.Report{
		Schema: "1", Tool: verdict.Tool{Name: "ismslint", Version: "v0.0.0"}, AsOf: "2026-11-24",
		Edition: "2022", EditionSignal: "declared in isms.yaml", ISMSRecognised: true,
		Clauses: clauses, Findings: []verdict.Finding{}, Documents: []verdict.Document{}, Registers: []verdict.Register{},
		Rules: []verdict.Rule{},
	}
	return r
}

// counted fills in the summary as a run does.
func counted(r verdict.Report, documents, registers, rules int) verdict.Report {
	for i := range documents {
		r.Documents = append(r.Documents, verdict.Document{Path: fmt.Sprintf("d%03d.md", i), Type: "policy.topic", Signal: "file name", Clauses: []string{"5.2"}, Evidence: true})
	}
	for i := range registers {
		r.Registers = append(r.Registers, verdict.Register{Kind: fmt.Sprintf("kind%d", i), State: "present", Columns: []string{"id"}})
	}
	for i := range rules {
		r.Rules = append(r.Rules, verdict.Rule{ID: fmt.Sprintf("category/rule-%d", i), State: "evaluated"})
	}
	r.Restrict(verdict.Scope{})
	return r
}

func finding(rule, level, path string, line int, message string) verdict.Finding {
	return verdict.Finding{
		Rule: rule, Level: level, Certainty: "decides", Clause: "6.1.2", Activities: []string{"6.1.2-i"},
		Subject: "risks/R", Path: path, Line: line, Column: 3, EndLine: line, EndColumn: 14, Message: message,
		Remedy: "Record a treatment for the risk, or who accepted it, when and why.", Related: []verdict.Related{},
		Fingerprint: strings.Repeat("0", 64), LineHash: strings.Repeat("1", 64),
		Excerpt: "  level: high # agreed in the workshop",
	}
}

func rich() verdict.Report {
	r := base(
		clause("4.1", "4.1", "Understanding the organization and its context", "DDA"),
		clause("4.3", "4.3", "Determining the scope of the information security management system", "DIPXU"),
		clause("6.1.2", "6.1.2", "Information security risk assessment", "DDDCPRR"),
		clause("7.2", "7.2", "Competence", "NNN"),
		clause("9.2", "9.2.1–9.2.2", "Internal audit", "ODDF"),
		clause("9.3", "9.3.1–9.3.3", "Management review", "RRRI"),
		clause("10.1", "10.2", "Nonconformity and corrective action", "NN"),
		clause("10.2", "10.1", "Continual improvement", "I"),
		clause("6.3", "6.3", "Planning of changes (27001:2022 only)", "U"),
	)
	risk := finding("risk-assessment/risk-above-acceptance", "error", "registers/risks.yaml", 88,
		"RSK-007 is high, above what is accepted, and neither a treatment nor an acceptance of it is recorded")
	risk.Related = []verdict.Related{{Path: "registers/risk-criteria.yaml", Line: 31, Column: 5, Message: "high is to be treated"}}
	r.Findings = append(r.Findings,
		finding("scope/boundaries", "warning", "policies/isms.md", 12, "no boundaries recognised in the scope"),
		finding("documents/review-date", "note", "policies/isms.md", 1, "no review date recognised"),
		finding("documents/review-date", "note", "policies/backup.md", 1, "no review date recognised"),
		finding("objectives/measurable", "note", "objectives.md", 40, "OBJ-2 names no measure"),
		risk,
		finding("risk-assessment/risk-owner", "warning", longPath, 7, "RSK-001 names no owner"),
	)
	for i := range 10 {
		f := finding("supplier/review-due", "warning", "registers/suppliers.csv", 2+i, fmt.Sprintf("SUP-%02d was to be reviewed by 2026-10-31", i+1))
		f.Excerpt = "SUP," + strings.Repeat("a very long cell of a register, ", 8) + "2026-10-31"
		f.Column, f.EndColumn = 261, 271
		r.Findings = append(r.Findings, f)
	}
	return counted(r, 54, 12, 40)
}

// full has rules for all clauses: more than fit on a screen.
func full() verdict.Report {
	var clauses []verdict.Clause
	pictures := []string{"DDD", "DDI", "DPRRX", "RRRR", "CDDDDDDD", "PPPDDDDD", "DDD"}
	for i := range 28 {
		id := fmt.Sprintf("%d.%d", 4+i/5, 1+i%5)
		clauses = append(clauses, clause(id, id, "Clause with a title that says what it is about", pictures[i%len(pictures)]))
	}
	return counted(base(clauses...), 120, 20, 150)
}

func everyClause(v string) verdict.Report {
	letters := map[string]string{verdict.Contradiction: "C", verdict.NotDecidable: "N"}
	var clauses []verdict.Clause
	for i := range 28 {
		id := fmt.Sprintf("%d.%d.%d–%d.%d.%d", 4+i/5, 1+i%5, 1, 4+i/5, 1+i%5, 9)
		clauses = append(clauses, clause(id, id, "Clause", "D"+letters[v]))
	}
	return counted(base(clauses...), 1, 1, 1)
}

func clean() verdict.Report {
	r := base(
		clause("4.1", "4.1", "Understanding the organization and its context", "DD"),
		clause("5.2", "5.2", "Policy", "DDDDDDIIIIDD"),
		clause("7.2", "7.2", "Competence", "DDXN"),
		clause("7.3", "7.3", "Awareness", "NNN"),
	)
	r.Edition, r.EditionSignal = "2022+amd1", "inferred: the statement of applicability uses its control ids"
	return counted(r, 1, 1, 37)
}

func notRecognised() verdict.Report {
	r := base()
	r.ISMSRecognised, r.NotRecognised = false, "It looks like a SOC 2 programme: narratives and trust service criteria"
	r.Clauses = []verdict.Clause{}
	return counted(r, 31, 0, 0)
}

func hostile() verdict.Report {
	evil := "\x1b[31mred\x1b[0m\r\n::set-output name=x::y\u202e ##[error]z \x1b]0;title\x07" + strings.Repeat("x", 300) + "漢字"
	c := clause("4.1", "4.1", evil, "DR")
	r := base(c)
	r.EditionSignal = evil
	f := finding("context/\x1b[1m", "error", "a\n::error::b.md", 3, evil)
	f.Remedy, f.Excerpt, f.Column, f.EndColumn = evil, "\t\x1b[31m漢字 ##[error]::x\u202e"+strings.Repeat("long ", 100), 7, 9
	f.Related = []verdict.Related{{Path: "b\x07.md", Line: 1, Column: 1, Message: evil}}
	r.Findings = append(r.Findings, f)
	r.Rules = append(r.Rules, verdict.Rule{ID: "context/broken", State: "failed", Reason: evil})
	return counted(r, 1, 1, 1)
}
