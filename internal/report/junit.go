package report

import (
	"cmp"
	"encoding/xml"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/ismslint/ismslint/internal/verdict"
)

// JUnit writes a suite for each clause and a case for each of its rules. A case
// fails where the rule has a finding at or above failOn that decides on the
// exit status; other findings stand in its output. A rule that had nothing to look
// at, does not apply or has waived findings only is skipped.
func JUnit(w io.Writer, r verdict.Report, failOn string) error {
	suites := junitSuites{Name: "ismslint", Suites: []*junitSuite{}}
	for _, s := range junitOf(r, failOn) {
		suites.Tests += s.Tests
		suites.Failures += s.Failures
		suites.Errors += s.Errors
		suites.Suites = append(suites.Suites, s)
	}
	out, err := xml.MarshalIndent(suites, "", "  ")
	if err == nil {
		_, err = io.WriteString(w, xml.Header+string(out)+"\n")
	}
	if err != nil {
		return fmt.Errorf("writing the report as JUnit: %w", err)
	}
	return nil
}

type (
	junitSuites struct {
		XMLName  xml.Name      `xml:"testsuites"`
		Name     string        `xml:"name,attr"`
		Tests    int           `xml:"tests,attr"`
		Failures int           `xml:"failures,attr"`
		Errors   int           `xml:"errors,attr"`
		Suites   []*junitSuite `xml:"testsuite"`
	}
	junitSuite struct {
		Name     string      `xml:"name,attr"`
		Tests    int         `xml:"tests,attr"`
		Failures int         `xml:"failures,attr"`
		Errors   int         `xml:"errors,attr"`
		Skipped  int         `xml:"skipped,attr"`
		Time     string      `xml:"time,attr"`
		Cases    []junitCase `xml:"testcase"`
		clause   string
	}
	junitCase struct {
		Class   string        `xml:"classname,attr"`
		Name    string        `xml:"name,attr"`
		Time    string        `xml:"time,attr"`
		Skipped *junitOutcome `xml:"skipped"`
		Error   *junitOutcome `xml:"error"`
		Failure *junitOutcome `xml:"failure"`
		Output  string        `xml:"system-out,omitempty"`
	}
	junitOutcome struct {
		Type    string `xml:"type,attr,omitempty"`
		Message string `xml:"message,attr"`
		Text    string `xml:",chardata"`
	}
)

// junitOf groups the rules by clause, in the order of the standard; what belongs
// to no clause comes last.
func junitOf(r verdict.Report, failOn string) []*junitSuite {
	findings := map[string][]verdict.Finding{}
	for _, f := range r.Findings {
		findings[f.Rule] = append(findings[f.Rule], f)
	}
	rules := slices.Clone(r.Rules)
	for _, id := range slices.Sorted(maps.Keys(findings)) {
		if slices.ContainsFunc(r.Rules, func(rule verdict.Rule) bool { return rule.ID == id }) {
			continue
		}
		rule := verdict.Rule{ID: id, State: "evaluated"} // the reading of the files is no rule that runs
		rule.About = verdict.OwnRule(id)
		rules = append(rules, rule)
	}
	suites := map[string]*junitSuite{}
	for _, rule := range rules {
		clause := clauseOf(rule, findings[rule.ID])
		s := suites[clause]
		if s == nil {
			s = &junitSuite{Name: suiteName(r, clause), Time: "0", clause: clause}
			suites[clause] = s
		}
		s.add(junitCaseOf(&r, s, rule, findings[rule.ID], failOn))
	}
	out := make([]*junitSuite, 0, len(suites))
	for _, s := range suites {
		out = append(out, s)
	}
	slices.SortFunc(out, func(a, b *junitSuite) int {
		return cmp.Or(cmp.Compare(after(a.clause == ""), after(b.clause == "")), verdict.CompareClauses(a.clause, b.clause))
	})
	return out
}

func clauseOf(rule verdict.Rule, found []verdict.Finding) string {
	if rule.About != nil {
		return rule.About.Clause
	}
	if len(found) > 0 {
		return found[0].Clause
	}
	return ""
}

func suiteName(r verdict.Report, id string) string {
	if id == "" {
		return "other"
	}
	for _, c := range r.Clauses {
		if c.ID == id {
			return bounded(c.Number+" "+c.Title, 200)
		}
	}
	return Clean(id)
}

func (s *junitSuite) add(c junitCase) {
	s.Tests++
	s.Skipped += after(c.Skipped != nil)
	s.Errors += after(c.Error != nil)
	s.Failures += after(c.Failure != nil)
	s.Cases = append(s.Cases, c)
}

func junitCaseOf(r *verdict.Report, s *junitSuite, rule verdict.Rule, found []verdict.Finding, failOn string) junitCase {
	// Dots in a class would become a tree of packages.
	class := "ismslint.clause-" + strings.ReplaceAll(Clean(s.clause), ".", "-")
	if s.clause == "" {
		class = "ismslint.other"
	}
	c := junitCase{Class: class, Name: Clean(rule.ID), Time: "0"}
	var waived, failing verdict.FindingCounts
	var lines []string
	for _, f := range found {
		if f.Waiver != nil {
			waived.Waived++
			continue
		}
		if r.Decides(&f) {
			countLevel(&failing, f.Level)
		}
		lines = append(lines, fmt.Sprintf("%s: %s: %s", place(f.Path, f.Line, f.Column), Clean(f.Level), bounded(f.Message, maxCell)))
	}
	text := strings.Join(lines, "\n")
	switch fails := Failing(failing, failOn); {
	case rule.State == "failed":
		c.Error = &junitOutcome{Type: "failed", Message: bounded("could not be evaluated: "+rule.Reason, maxCell)}
	case fails > 0:
		c.Failure = &junitOutcome{Type: loudest(failing), Message: findingsOf(failing), Text: text}
	case len(lines) > 0:
		c.Output = text
	case rule.State != "evaluated":
		c.Skipped = &junitOutcome{Type: Clean(rule.State), Message: bounded(cmp.Or(rule.Reason, rule.State), maxCell)}
	case waived.Waived > 0:
		c.Skipped = &junitOutcome{Type: "waived", Message: count(waived.Waived, "finding") + " waived"}
	}
	return c
}

func loudest(n verdict.FindingCounts) string {
	switch {
	case n.Error > 0:
		return "error"
	case n.Warning > 0:
		return "warning"
	}
	return "note"
}

// findingsOf counts the levels that there are.
func findingsOf(n verdict.FindingCounts) string {
	var parts []string
	for _, p := range []struct {
		n    int
		what string
	}{{n.Error, "error"}, {n.Warning, "warning"}, {n.Note, "note"}} {
		if p.n > 0 {
			parts = append(parts, count(p.n, p.what))
		}
	}
	return strings.Join(parts, ", ")
}
