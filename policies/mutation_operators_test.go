package policies_test

import (
	"path"
	"regexp"
	"slices"
	"strings"
)

// operators are the ways in which an ISMS goes wrong: what an auditor would ask
// about, whether or not there is a rule for it.
var operators = []struct {
	name string
	seed func(*seeder)
}{
	{"drop", func(s *seeder) { s.eachAsked(s.dropOne) }},
	{"blank", func(s *seeder) { s.eachAsked(s.blankOne) }},
	{"head", dropFromHead},
	{"reference", breakReference},
	{"link", breakLink},
	{"duplicate", duplicateID},
	{"overdue", makeOverdue},
	{"old", makeOld},
	{"order", disorder},
	{"status", swapStatus},
	{"level", changeLevel},
	{"exclude", exclude},
	{"row", removeRow},
	{"file", removeFile},
	{"section", removeSection},
	{"placeholder", leavePlaceholder},
	{"version", contradictHistory},
	{"column", emptyColumn},
	{"empty", emptyRegister},
	{"person", wrongPerson},
	{"table", breakTable},
}

// asked are the fields that the standard asks for, by the register of the
// exemplary ISMS: what has to be determined, decided, planned or retained.
var asked = []struct {
	kind   string
	fields []string
}{
	{"issues", []string{"title", "effect", "side"}},
	{"parties", []string{"party", "requirement", "taken_on", "met_by"}},
	{"isms-processes", []string{"criteria", "interacts_with", "owner"}},
	{"roles", []string{"role", "responsibilities", "authorities", "holders", "communicated_on"}},
	{"likelihood", []string{"meaning"}},
	{"consequence", []string{"label"}},
	{"acceptance", []string{"rule"}},
	{"risks", []string{"title", "affects", "owner", "likelihood", "consequence", "level", "decision", "treatments", "assessed_on", "residual.level", "residual.accepted_by"}},
	{"planning", []string{"statement", "action", "integrated_in", "evaluate_by", "owner", "due"}},
	{"treatments", []string{"risks", "option", "controls", "action", "owner", "resources", "due", "approved_by", "status"}},
	{"soa", []string{"applicable", "justification", "implementation"}},
	{"objectives", []string{"statement", "policy_ref", "target", "actions", "resources", "owner", "due", "evaluation", "results", "communicated"}},
	{"resources", []string{"need", "provided"}},
	{"competence", []string{"competence", "evidence"}},
	{"awareness", []string{"messages", "audience", "delivered_on"}},
	{"communication", []string{"what", "when", "with", "who", "how"}},
	{"measurements", []string{"what", "method", "measure_when", "measure_by", "evaluate_when", "evaluate_by", "results"}},
	{"programme", []string{"planned_on", "frequency", "methods"}},
	{"audits", []string{"criteria", "scope", "auditors", "performed_on", "conclusion", "reported_to", "reported_on"}},
	{"Decisions", []string{"decision", "owner", "due"}},
	{"nonconformities", []string{"raised_on", "description", "requirement", "correction", "cause", "similar_cases", "corrective_action", "action_owner", "due", "effectiveness", "status"}},
	{"improvements", []string{"text", "owner", "due", "result"}},
	{"changes", []string{"what", "purpose", "consequences", "responsible", "approved_by", "mitigation"}},
	{"suppliers", []string{"service", "agreement", "security_terms", "reviewed_on", "owner"}},
	{"legal", []string{"title", "obligation", "addressed_by"}},
	{"incidents", []string{"summary", "severity", "cause", "owner"}},
	{"exceptions", []string{"reason", "approved_by", "expires_on"}},
	{"assets", []string{"name", "owner", "classification"}},
}

// inUse leaves out what is over: nobody completes an exception that ended.
func inUse(kind string) func(row) bool {
	return func(r row) bool { return kind != "exceptions" || r.value("status") == "open" }
}

func (s *seeder) eachAsked(f func(kind, field string)) {
	for _, a := range asked {
		for _, field := range a.fields {
			f(a.kind, field)
		}
	}
}

func (s *seeder) dropOne(kind, field string) {
	for _, r := range s.where(2, kind, field, inUse(kind)) {
		s.drop(r, field)
	}
}

// blankOne leaves a cell with nothing in it.
func (s *seeder) blankOne(kind, field string) {
	for _, r := range s.where(1, kind, field, inUse(kind)) {
		switch text := s.tree[r.file]; {
		case strings.HasPrefix(r.value(field), "["):
			s.set(r, field, "[]")
		case path.Ext(r.file) == ".yaml" && text[r.from] != '-':
			s.set(r, field, []string{`""`, `"-"`, "TBD"}[rank(kind, field)%3])
		default:
			s.set(r, field, []string{"-", "TBD"}[rank(kind, field)%2])
		}
	}
}

// dropFromHead takes away what the procedure on documents asks of each head, with
// what else says it: the author for the owner, the history for the version.
func dropFromHead(s *seeder) {
	also := map[string]string{"owner": "author", "next_review": "review_interval", "approved_by": "approved_on"}
	for _, key := range []string{"id", "version", "owner", "classification", "approved_by", "next_review"} {
		for _, r := range s.inForce(3, key) {
			s.dropAll(r, key, also[key], key == "version" || key == "owner" || key == "approved_by")
		}
	}
	for _, key := range []string{"version", "owner", "approved_by", "next_review"} {
		for _, r := range s.where(1, "head of register", key, nil) {
			s.dropAll(r, key, also[key], false)
		}
	}
}

var references = map[string][]string{
	"risks": {"treatments", "source", "assets", "owner"}, "treatments": {"risks", "owner", "approved_by"}, "objectives": {"derived_from", "owner"},
	"planning": {"source", "integrated_in"}, "competence": {"role", "person"}, "audits": {"programme_ref", "auditors"},
	"improvements": {"source_ref"}, "nonconformities": {"source_ref"}, "incidents": {"risks", "improvements"},
	"issues": {"risk_refs", "planning_refs"}, "legal": {"party"}, "exceptions": {"risk", "approved_by"}, "suppliers": {"risks", "processes"},
	"soa": {"justification"}, "isms-processes": {"interacts_with", "owner"}, "roles": {"holders", "competences"}, "measurements": {"measure_by"},
}

var (
	digits = regexp.MustCompile(`\d{2,3}$`)
	role   = regexp.MustCompile(`ROLE-[A-Z]+`)
	file   = regexp.MustCompile(`[a-z]+/[a-z0-9/-]+\.(?:md|yaml|csv)`)
)

// breakReference points at ids, controls and files that are not there.
func breakReference(s *seeder) {
	for _, a := range sortedKeys(references) {
		for _, field := range references[a] {
			for _, r := range s.where(1, a, field, func(r row) bool { return id.MatchString(r.value(field)) || role.MatchString(r.value(field)) }) {
				if old := id.FindString(r.value(field)); old != "" {
					s.replace(r, field, old, digits.ReplaceAllString(old, "97"), s.mentions(old)...)
				} else {
					s.replace(r, field, role.FindString(r.value(field)), "ROLE-XYZ")
				}
			}
		}
	}
	for _, at := range [][2]string{{"treatments", "controls"}, {"legal", "controls"}, {"programme", "controls"}} {
		for _, r := range s.where(1, at[0], at[1], nil) {
			s.set(r, at[1], "[A.8.97]")
		}
	}
	for _, at := range [][2]string{{"treatments", "evidence"}, {"isms-processes", "evidence"}, {"isms-processes", "documents"}, {"legal", "addressed_by"}, {"audits", "report"}, {"changes", "risk_assessment"}, {"awareness", "material"}, {"objectives", "policy_ref"}, {"head of document", "based_on"}, {"soa", "evidence"}} {
		for _, r := range s.where(1, at[0], at[1], func(r row) bool { return file.MatchString(r.value(at[1])) }) {
			old := file.FindString(r.value(at[1]))
			s.replace(r, at[1], old, strings.Replace(old, ".", "-old.", 1))
		}
	}
}

var link = regexp.MustCompile(`\]\(([a-z0-9./-]+)\.(md|yaml|csv)\)`)

// breakLink points a link of each document at nothing.
func breakLink(s *seeder) {
	for _, p := range append(s.documents(), "README.md") {
		text := s.tree[p]
		found := link.FindAllStringSubmatchIndex(text, -1)
		if len(found) == 0 {
			continue
		}
		m := found[int(rank(p))%len(found)]
		n := lineAt(text, m[0])
		s.add(text[m[2]:m[3]], p, text[:m[3]]+"-gone"+text[m[3]:], spot{p, n, n})
	}
}

// duplicateID gives an entry, and a document, the id of another one: expected at
// either, or where the id that is gone is used.
func duplicateID(s *seeder) {
	byKind := map[string][]row{}
	for _, r := range s.rows {
		if _, ok := r.cell("id"); ok && r.kind != "head of register" || r.kind == "soa" {
			byKind[r.kind] = append(byKind[r.kind], r)
		}
	}
	for _, kind := range sortedKeys(byKind) {
		picked := pick(byKind[kind], 2, "duplicate", rowName)
		if len(picked) < 2 {
			continue
		}
		key, at := "id", s.mentions(picked[0].id)
		if kind == "soa" {
			key, at = "control", []spot{{file: picked[0].file}}
		}
		other := picked[1]
		s.set(picked[0], key, other.id, append(at, other.entry(s.tree[other.file], s.tree[other.file]))...)
	}
}

func sortedKeys[V any](m map[string]V) []string {
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// exclude decides on controls the other way: one that is applied is left out, one
// that nobody applies is in.
func exclude(s *seeder) {
	for _, r := range s.where(6, "soa", "applicable", has("applicable", "yes")) {
		s.set(r, "applicable", "no", spot{file: "registers/treatments.yaml"}, spot{file: "registers/legal.yaml"})
	}
	for _, r := range s.where(2, "soa", "applicable", has("applicable", "no")) {
		s.set(r, "applicable", "yes")
	}
}
