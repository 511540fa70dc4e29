package verdict

import (
	"slices"
	"strings"

	"github.com/ismslint/ismslint/internal/catalogue"
	"github.com/ismslint/ismslint/internal/isms"
	"github.com/ismslint/ismslint/internal/policy"
)

// How evidence was found.
const (
	Decided   = "decided"
	Indicated = "indicated"
)

// judge holds what the rules found, by activity.
type judge struct {
	in       Input
	edition  string
	rules    map[string][]*policy.RuleResult // of strength shall
	findings map[string][]found              // of those
	evidence map[string][]Evidence           // of those that were evaluated
	serves   servers
}

// found is a finding with its rule.
type found struct {
	*policy.Finding
	rule *policy.Meta
}

func newJudge(in Input) *judge {
	j := &judge{
		in: in, edition: in.Model.Edition,
		rules:    map[string][]*policy.RuleResult{},
		findings: map[string][]found{},
		evidence: map[string][]Evidence{},
		serves:   newServers(in.Standard),
	}
	for i := range in.Results {
		if result := &in.Results[i]; result.Rule.FormsVerdict() {
			j.take(result)
		}
	}
	return j
}

func (j *judge) take(result *policy.RuleResult) {
	for _, a := range result.Rule.Activities {
		j.rules[a] = append(j.rules[a], result)
	}
	if result.State != policy.Evaluated && result.State != policy.Silent {
		return
	}
	for i := range result.Findings {
		f := &result.Findings[i]
		for _, a := range orAll(f.Activities, result.Rule) {
			j.findings[a] = append(j.findings[a], found{f, result.Rule})
		}
	}
	if result.State == policy.Silent {
		return
	}
	for i := range result.Evidence {
		e := &result.Evidence[i]
		for _, a := range orAll(e.Activities, result.Rule) {
			j.evidence[a] = append(j.evidence[a], newEvidence(e, result.Rule))
		}
	}
}

func orAll(activities []string, rule *policy.Meta) []string {
	if len(activities) == 0 {
		return rule.Activities
	}
	return activities
}

// activity decides the verdict of one activity: the first that matches, in the
// order of contract 4.
func (j *judge) activity(c *catalogue.Clause, a *catalogue.Activity) Activity {
	out := Activity{ID: a.ID, Text: a.Text, Mode: a.Mode, Evidence: []Evidence{}}
	verdict, reason := j.beforeRules(c, a)
	if verdict == "" {
		verdict, reason = j.byRules(c, a)
		out.Evidence = pointers(j.evidence[a.ID])
	}
	out.Verdict, out.Reason = verdict, reason
	if verdict == EvidenceFound {
		out.By = Indicated
		if slices.ContainsFunc(out.Evidence, func(e Evidence) bool { return e.By == Decided }) {
			out.By = Decided
		}
	}
	return out
}

// beforeRules are the verdicts that the rules have no part in: 1 to 3.
func (j *judge) beforeRules(c *catalogue.Clause, a *catalogue.Activity) (verdict, reason string) {
	if !inEdition(a.EditionOnly, j.edition) {
		return NotApplicable, "only the " + a.EditionOnly + " edition has it"
	}
	if reason, ok := j.setAside(c, a); ok {
		return NotApplicable, reason
	}
	if reason, ok := j.outside(c, a); ok {
		return Outside, reason
	}
	var failed, notApplied string
	for _, result := range j.rules[a.ID] {
		switch result.State {
		case policy.Failed:
			failed = "the rule " + result.Rule.ID + " could not be evaluated"
		case policy.NotApplicable:
			notApplied = result.Reason
		default:
			return "", ""
		}
	}
	if failed != "" {
		return NotDecidable, failed
	}
	if notApplied != "" {
		return NotDecidable, "no rule applies: " + notApplied
	}
	return NotDecidable, "there is no rule for it"
}

// byRules are the verdicts that findings and evidence give: 4 to 8.
func (j *judge) byRules(c *catalogue.Clause, a *catalogue.Activity) (verdict, reason string) {
	findings := j.findings[a.ID]
	if slices.ContainsFunc(findings, func(f found) bool { return f.rule.Kind == "consistency" }) {
		return Contradiction, ""
	}
	if slices.ContainsFunc(findings, func(f found) bool { return f.rule.Kind == "freshness" && !f.DefaultInterval }) {
		return Overdue, ""
	}
	if len(j.evidence[a.ID]) > 0 {
		if len(findings) > 0 {
			return EvidencePartial, ""
		}
		return EvidenceFound, ""
	}
	return j.withoutEvidence(c, a)
}

func (j *judge) withoutEvidence(c *catalogue.Clause, a *catalogue.Activity) (verdict, reason string) {
	switch a.Mode {
	case "mandatory":
		if j.in.Model.Organization.OutsideStated {
			return NotFound, "isms.yaml says what is kept elsewhere, and so that this is here"
		}
		if path := j.promised(a.ID); path != "" {
			return NotFound, path + " says that it is here"
		}
	case "as-determined":
		if !slices.ContainsFunc(j.in.Model.Organization.Determined, func(item string) bool {
			return j.serves.serves(item, c, a)
		}) {
			return NotEvidencedOptional, "the organisation decides whether to document it, and has not said that it does"
		}
	}
	return NotRecognised, ""
}

// promised is the index that says where something ought to be, "" for none.
func (j *judge) promised(activity string) string {
	for _, f := range j.findings[activity] {
		for _, t := range j.in.Model.Types {
			if t.ID == f.Absent && t.Promised {
				return t.Path
			}
		}
	}
	return ""
}

func (j *judge) setAside(c *catalogue.Clause, a *catalogue.Activity) (string, bool) {
	for _, n := range j.in.Model.Organization.NotApplicable {
		if n.Item == a.ID || isOrHolds(n.Item, c.ID) {
			return n.Reason, true
		}
	}
	return "", false
}

// isOrHolds says whether a clause is another one or part of it: 6.1.2 of 6.1.
func isOrHolds(whole, part string) bool {
	return whole != "" && (whole == part || strings.HasPrefix(part, whole+"."))
}

// outside says whether an activity is declared kept elsewhere, or everything
// found on it points elsewhere. A document or register that is kept elsewhere
// takes the activity with it unless something else here shows it.
func (j *judge) outside(c *catalogue.Clause, a *catalogue.Activity) (string, bool) {
	nothing := len(j.evidence[a.ID]) == 0
	for _, o := range j.in.Model.Organization.Outside {
		if o.Item == a.ID || isOrHolds(o.Item, c.ID) {
			return "kept elsewhere: " + o.Where, true
		}
		if nothing && (j.serves.serves(o.Item, c, a) || j.needed(o.Item, a.ID)) {
			return o.Item + " is kept elsewhere: " + o.Where, true
		}
	}
	if !nothing {
		return "", false
	}
	if where := j.pointsAway(c, a); where != "" {
		return "all that was found points to " + where, true
	}
	return "", false
}

// needed says whether every rule that could show the activity needs the
// register.
func (j *judge) needed(item, activity string) bool {
	results := j.rules[activity]
	return len(results) > 0 && !slices.ContainsFunc(results, func(r *policy.RuleResult) bool {
		return !slices.Contains(r.Rule.Needs, item)
	})
}

// pointsAway is where all documents and sections on an activity say that the
// substance is, "" where one of them has substance or there is none.
func (j *judge) pointsAway(c *catalogue.Clause, a *catalogue.Activity) string {
	where := ""
	for _, t := range j.in.Model.Types {
		if !j.serves.serves(t.ID, c, a) {
			continue
		}
		for _, address := range slices.Concat(t.Items, t.Others) {
			if address.Points == "" {
				return ""
			}
			where = address.Points
		}
	}
	return where
}

func inEdition(only, edition string) bool {
	switch only {
	case "":
		return true
	case catalogue.Edition2022:
		return edition == catalogue.Edition2022 || edition == catalogue.Edition2022Amd1
	}
	return only == edition
}

// servers says which clauses and activities a document type or register is for.
type servers struct {
	clauses    map[string][]string
	activities map[string][]string
}

func newServers(s Standard) servers {
	out := servers{clauses: map[string][]string{}, activities: map[string][]string{}}
	for _, t := range s.Types {
		out.clauses[t.ID] = t.Clauses
	}
	for _, k := range s.Kinds {
		out.clauses[k.ID] = append(slices.Clone(out.clauses[k.ID]), k.Clauses...)
		for _, f := range k.Fields {
			out.activities[k.ID] = append(out.activities[k.ID], f.Serves...)
		}
	}
	return out
}

// serves goes by the activities that the fields of a register name in the
// clause, else by the clauses.
func (s servers) serves(item string, c *catalogue.Clause, a *catalogue.Activity) bool {
	named := false
	for _, activity := range s.activities[item] {
		if activity == a.ID {
			return true
		}
		named = named || strings.HasPrefix(activity, c.ID+"-")
	}
	return !named && slices.Contains(s.clauses[item], c.ID)
}

// certainty in the words of the report.
func certainty(c string) string {
	if c == string(isms.Decides) {
		return Decided
	}
	return Indicated
}
