package report

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/ismslint/ismslint/internal/verdict"
)

// What code scanning accepts: a file above any of these is refused as a whole.
const (
	maxSARIFResults  = 25000
	maxSARIFText     = 1000
	maxSARIFRelated  = 10
	sarifSchema      = "https://json.schemastore.org/sarif-2.1.0.json"
	informationURI   = "https://github.com/ismslint/ismslint"
	sourceRoot       = "%SRCROOT%"
	lineHashProperty = "primaryLocationLineHash"
)

// SARIF writes the report as SARIF 2.1.0, as code scanning reads it.
func SARIF(w io.Writer, r verdict.Report) error {
	s := &sarif{report: r, rules: []sarifRule{}, index: map[string]int{}}
	for _, rule := range r.Rules {
		s.addRule(rule.ID, rule.About)
	}
	run := sarifRun{
		Tool:              sarifTool{sarifDriver{Name: r.Tool.Name, Version: sarifVersion(r.Tool.Version), InformationURI: informationURI}},
		AutomationDetails: sarifID{automationID(r.Root)},
		ColumnKind:        "unicodeCodePoints",
		OriginalURIBaseIDs: map[string]sarifBase{
			sourceRoot: {Description: sarifMessage{"The top of the repository."}},
		},
		Invocations: []sarifInvocation{s.invocation()},
		Results:     s.results(),
	}
	run.Tool.Driver.Rules = s.rules
	return writeJSON(w, "SARIF", sarifLog{Schema: sarifSchema, Version: "2.1.0", Runs: []sarifRun{run}})
}

// sarifVersion is a version that begins with a number; "" where there is none.
func sarifVersion(v string) string {
	v = strings.TrimPrefix(v, "v")
	if v == "" || v[0] < '0' || v[0] > '9' {
		return ""
	}
	return v
}

// automationID is the category under which code scanning keeps the results: one
// for each ISMS of a repository.
func automationID(root string) string {
	id := "ismslint/"
	if root = strings.Trim(root, "/"); root != "" && root != "." {
		id += uri(root) + "/"
	}
	return id
}

type sarif struct {
	report verdict.Report
	rules  []sarifRule
	index  map[string]int
	hashes map[string]map[int]string // path, line
}

func (s *sarif) addRule(id string, about *verdict.Meta) int {
	if i, ok := s.index[id]; ok {
		return i
	}
	if about == nil {
		about = verdict.OwnRule(id)
	}
	if about == nil {
		about = &verdict.Meta{ID: id, Title: id, Level: "warning"}
	}
	s.index[id] = len(s.rules)
	s.rules = append(s.rules, s.rule(id, about))
	return s.index[id]
}

func (s *sarif) rule(id string, m *verdict.Meta) sarifRule {
	title := bounded(cmp.Or(m.Title, id), 250)
	full := cmp.Or(m.Description, m.Title, id)
	text, md := inert(full), markdown(full)
	if m.Remedy != "" {
		text += "\n\nWhat to do: " + inert(m.Remedy)
		md += "\n\n**What to do:** " + markdown(m.Remedy)
	}
	explain := "`ismslint explain " + strings.ReplaceAll(Clean(id), "`", "'") + "`"
	text += "\n\n" + inert(explain) + " says how it decides."
	md += "\n\n" + explain + " says how it decides."
	tags := []string{"isms"}
	if m.Clause != "" {
		number := numberOf(s.report, m.Clause)
		md += "\n\nClause " + markdown(number) + " of ISO/IEC 27001."
		tags = append(tags, "clause "+Clean(number))
	}
	for _, tag := range []string{m.Kind, m.Strength} {
		if tag = bounded(tag, 50); tag != "" {
			tags = append(tags, tag)
		}
	}
	return sarifRule{
		ID: id, Name: title,
		ShortDescription:     sarifMessage{sentence(inert(title))},
		FullDescription:      sarifMessage{sentence(bounded(inert(full), maxSARIFText))},
		Help:                 sarifHelp{Text: text, Markdown: md},
		DefaultConfiguration: sarifConfiguration{sarifLevel(m.Level)},
		Properties:           sarifProperties{Tags: tags, Precision: precision(m.Certainty), Severity: problemSeverity(m.Level)},
	}
}

func sarifLevel(level string) string {
	if level == "error" || level == "warning" {
		return level
	}
	return "note"
}

func problemSeverity(level string) string {
	if level == "error" || level == "warning" {
		return level
	}
	return "recommendation"
}

func precision(certainty string) string {
	if certainty == "decides" {
		return "very-high"
	}
	return "medium"
}

// results are in the order of the report; where there are too many the louder
// ones are kept.
func (s *sarif) results() []sarifResult {
	found := slices.Clone(s.report.Findings)
	if len(found) > maxSARIFResults {
		found = ranked(s.report)
		found = found[:min(len(found), maxSARIFResults)]
	}
	s.hashLines(found)
	waived := slices.ContainsFunc(found, func(f verdict.Finding) bool { return f.Waiver != nil })
	out := make([]sarifResult, 0, len(found))
	for _, f := range found {
		out = append(out, s.result(f, waived))
	}
	return out
}

func (s *sarif) result(f verdict.Finding, waived bool) sarifResult {
	path, line := placeOf(s.report, f)
	start, end := firstLine(f)
	if path != f.Path {
		start, end = 1, 1
	}
	r := sarifResult{
		RuleID: f.Rule, RuleIndex: s.addRule(f.Rule, nil), Level: sarifLevel(f.Level),
		Message: sarifMessage{sentence(inert(f.Message))},
		Locations: []sarifLocation{{Physical: sarifPhysical{
			Artifact: sarifArtifact{uri(path), sourceRoot},
			Region:   &sarifRegion{line, start, line, end},
		}}},
		Fingerprints: map[string]string{"ismslint/v1": f.Fingerprint},
		Properties:   &sarifResultProperties{Subject: Clean(f.Subject), Certainty: f.Certainty, Activities: f.Activities},
	}
	if s.report.Base != nil || s.report.Baseline != nil {
		r.BaselineState = map[string]string{verdict.Introduced: "new", verdict.Existing: "unchanged"}[f.Change]
	}
	if hash := s.hashes[path][line]; hash != "" {
		r.PartialFingerprints = map[string]string{lineHashProperty: hash}
	}
	for i, at := range f.Related[:min(len(f.Related), maxSARIFRelated)] {
		id, message := i+1, sarifMessage{sentence(inert(at.Message))}
		line, column := max(at.Line, 1), max(at.Column, 1)
		r.Related = append(r.Related, sarifLocation{ID: &id, Message: &message, Physical: sarifPhysical{
			Artifact: sarifArtifact{uri(at.Path), sourceRoot}, Region: &sarifRegion{line, column, line, column},
		}})
	}
	if waived {
		r.Suppressions = &[]sarifSuppression{}
		if f.Waiver != nil {
			*r.Suppressions = append(*r.Suppressions, suppression(f.Waiver))
		}
	}
	return r
}

func suppression(w *verdict.Waiver) sarifSuppression {
	why := inert(w.Reason)
	if w.Owner != "" || w.Until != "" {
		why = fmt.Sprintf("%s (%s, until %s)", why, inert(w.Owner), inert(w.Until))
	}
	if w.Risk != "" {
		why += ", with the risk " + inert(w.Risk)
	}
	s := sarifSuppression{Kind: "external", Status: "accepted", Justification: why}
	if w.Inline {
		s.Kind = "inSource"
	}
	if w.Path != "" {
		line := max(w.Line, 1)
		s.Location = &sarifLocation{Physical: sarifPhysical{
			Artifact: sarifArtifact{uri(w.Path), sourceRoot}, Region: &sarifRegion{line, 1, line, 1},
		}}
	}
	return s
}

// hashLines finds the line hashes of the findings, each file read once.
func (s *sarif) hashLines(found []verdict.Finding) {
	s.hashes = map[string]map[int]string{}
	if s.report.Text == nil {
		return
	}
	lines := map[string][]int{}
	for _, f := range found {
		path, line := placeOf(s.report, f)
		lines[path] = append(lines[path], line)
	}
	for path, wanted := range lines {
		s.hashes[path] = lineHashes(s.report.Text(path), wanted)
	}
}

// invocation says whether all rules could be evaluated.
func (s *sarif) invocation() sarifInvocation {
	failed := failedOf(s.report)
	i := sarifInvocation{Successful: len(failed) == 0}
	for _, rule := range failed {
		i.Notifications = append(i.Notifications, sarifNotification{"error",
			sarifMessage{sentence(inert("The rule " + rule.ID + " could not be evaluated: " + rule.Reason))}})
	}
	if n := len(s.report.Findings) - maxSARIFResults; n > 0 {
		i.Notifications = append(i.Notifications, sarifNotification{"warning",
			sarifMessage{fmt.Sprintf("%d findings are left out: code scanning accepts %d.", n, maxSARIFResults)}})
	}
	return i
}
