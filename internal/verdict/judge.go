package verdict

import (
	"slices"

	"github.com/ismslint/ismslint/internal/catalogue"
	"github.com/ismslint/ismslint/internal/isms"
	"github.com/ismslint/ismslint/internal/policy"
)

// SchemaVersion is the version of the report's form.
const SchemaVersion = "1"

// Standard is what a verdict needs of the catalogue.
type Standard struct {
	Clauses []catalogue.Clause
	Types   []catalogue.DocumentType
	Kinds   []isms.RegisterKind
}

// Input is what a report is made from.
type Input struct {
	Model    *isms.Model
	Standard Standard
	Results  []policy.RuleResult
	// Loosened are settings that a change makes more lenient.
	Loosened []isms.FileProblem
	Waiving  Waiving
	// Rules are all rules there are, evaluated or not.
	Rules   []*policy.Meta
	Version string
	// Several is true where the tree holds further ISMS: ids such as RSK-001 are
	// then unique within their own only.
	Several bool
	// Lines gives the text of a line of a file, "" where there is none.
	Lines func(path string, line int) string
	// Text gives the text of a file, "" where there is none; nil for none at all.
	Text func(path string) string
}

// Judge makes the report of a run.
func Judge(in Input) Report {
	if in.Lines == nil {
		in.Lines = func(string, int) string { return "" }
	}
	m := in.Model
	r := Report{
		Schema: SchemaVersion,
		Tool:   Tool{Name: "ismslint", Version: in.Version},
		AsOf:   m.AsOf, Edition: m.Edition, EditionSignal: m.EditionSignal, Root: m.Root,
		ISMSRecognised: m.Recognised,
		Clauses:        []Clause{}, Findings: []Finding{},
		Documents: documents(m, in.Standard), Registers: registers(m),
		Rules: rules(in.Rules, in.Results),
		Text:  in.Text,
	}
	if m.Recognised {
		r.Clauses = newJudge(in).clauses()
		r.Findings, r.Waivers = findings(in)
	} else {
		r.NotRecognised = m.Why
	}
	r.count()
	return r
}

// Scope restricts a report. Empty lists restrict nothing.
type Scope struct {
	Clauses []string // canonical
	Rules   []string
}

// Restrict leaves what is in the scope. The verdicts stay those of the whole:
// with one rule alone they would say too much.
func (r *Report) Restrict(s Scope) {
	runs := make([]Report, len(r.ISMS))
	for i := range r.ISMS {
		runs[i] = r.ISMS[i].Report
		runs[i].Restrict(s)
	}
	r.restrict(s)
	if len(runs) > 0 {
		r.parts(runs)
	}
}

func (r *Report) restrict(s Scope) {
	kept := map[string]bool{} // activities
	if len(s.Clauses) > 0 {
		r.Clauses = slices.DeleteFunc(r.Clauses, func(c Clause) bool { return !slices.Contains(s.Clauses, c.ID) })
		for _, c := range r.Clauses {
			for _, a := range c.Activities {
				kept[a.ID] = true
			}
		}
	}
	concerned := func(f Finding) bool {
		clause := len(s.Clauses) == 0 || slices.Contains(s.Clauses, f.Clause) ||
			slices.ContainsFunc(f.Activities, func(a string) bool { return kept[a] })
		return clause && (len(s.Rules) == 0 || slices.Contains(s.Rules, f.Rule))
	}
	r.Findings = slices.DeleteFunc(r.Findings, func(f Finding) bool { return !concerned(f) })
	if len(s.Rules) > 0 {
		r.Rules = slices.DeleteFunc(r.Rules, func(rule Rule) bool { return !slices.Contains(s.Rules, rule.ID) })
	}
	r.restrictBase(s, concerned)
	r.restrictBaseline(s)
	r.count()
}

// count fills in the summary.
func (r *Report) count() {
	r.Summary = Summary{}
	for _, c := range r.Clauses {
		for _, a := range c.Activities {
			r.Summary.Activities.add(a)
		}
	}
	for _, f := range r.Findings {
		r.Summary.Findings.add(f)
	}
	r.countChanges()
	r.countBaseline()
	for _, rule := range r.Rules {
		r.Summary.Rules.add(policy.State(rule.State))
	}
	for _, d := range r.Documents {
		if d.Section == "" {
			r.Summary.Documents++
		}
	}
	for _, reg := range r.Registers {
		if reg.State != string(isms.Absent) {
			r.Summary.Registers++
		}
	}
}

func (c *ActivityCounts) add(a Activity) {
	if a.Verdict == NotApplicable {
		c.NotApplicable++
		return
	}
	c.Total++
	switch a.Verdict {
	case EvidenceFound:
		c.EvidenceFound++
		if a.By == Decided {
			c.Decided++
		} else {
			c.Indicated++
		}
	case EvidencePartial:
		c.EvidencePartial++
	case Contradiction:
		c.Contradiction++
	case Overdue:
		c.Overdue++
	case NotFound:
		c.NotFound++
	case NotRecognised:
		c.NotRecognised++
	case NotEvidencedOptional:
		c.NotEvidencedOptional++
	case Outside:
		c.Outside++
	case NotDecidable:
		c.NotDecidable++
	}
}

func (c *FindingCounts) add(f Finding) {
	switch {
	case f.Waiver != nil:
		c.Waived++
	case f.Level == "error":
		c.Error++
	case f.Level == "warning":
		c.Warning++
	default:
		c.Note++
	}
}

func (c *RuleCounts) add(s policy.State) {
	switch s {
	case policy.Evaluated:
		c.Evaluated++
	case policy.Silent:
		c.Silent++
	case policy.NotApplicable:
		c.NotApplicable++
	case policy.Failed:
		c.Failed++
	}
}
