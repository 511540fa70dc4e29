package synthetic

import (
	"fmt"
	"strings"
)

// documents writes the documents that every ISMS has, and as many more as asked
// for: out of ten four policies, two procedures, one management review, one audit
// report and two other records.
func (g *generator) documents() {
	fixed := []func(){g.statementOfApplicability, g.policy, g.scope, g.riskMethod, g.documentControl, g.auditProcedure}
	for i := range g.o.Documents {
		if i < len(fixed) {
			fixed[i]()
			continue
		}
		n := i - len(fixed)
		switch n % 10 {
		case 0, 3, 6, 8:
			g.topicPolicy(n/10*4 + map[int]int{0: 0, 3: 1, 6: 2, 8: 3}[n%10])
		case 1, 5:
			g.procedure(n/10*2 + n%10/5)
		case 2:
			g.managementReview(n / 10)
		case 4:
			g.auditReport(n / 10)
		default:
			g.record(n/10*2 + (n%10)/9)
		}
	}
}

// begin starts a document with front matter and its title.
func (g *generator) begin(path, id, title, typ string, more ...[2]string) *document {
	d := &document{source: g.random(path)}
	pairs := [][2]string{{"id", id}, {"title", title}, {"type", typ}}
	d.frontMatter(append(pairs, more...)...)
	d.heading(1, title)
	return d
}

// controlled are the metadata of a document that is approved and reviewed.
func controlled(s *source) [][2]string {
	since := s.between(20, 300)
	return [][2]string{
		{"version", fmt.Sprintf("%q", fmt.Sprintf("1.%d", s.between(2, 9)))}, {"status", "approved"}, {"owner", s.pick(roles)}, {"author", s.pick(roles)},
		{"approved_by", "Chief Executive Officer"}, {"approved_on", day(since)},
		{"next_review", day(since - 364)}, {"review_interval", "P12M"}, {"classification", "Internal"}, {"audience", "All staff"},
	}
}

func without(pairs [][2]string, key string) [][2]string {
	for i := range pairs {
		if pairs[i][0] == key {
			pairs[i][1] = ""
		}
	}
	return pairs
}

func (g *generator) end(path string, d *document) {
	d.details(g.o.BytesPerDocument - 700)
	d.versions(3)
	g.files[path] = strings.TrimRight(d.String(), "\n") + "\n"
}

func (g *generator) policy() {
	const path = "policies/information-security-policy.md"
	d := g.begin(path, "ISMS-POL-000", "Information security policy", "policy.infosec", controlled(g.random(path+"#"))...)
	d.section("Purpose", 2)
	d.heading(2, "Commitment")
	d.text("Top management is committed to satisfying the requirements that apply to information security and to the\ncontinual improvement of the ISMS.")
	d.heading(2, "Objectives")
	d.text("The objectives are kept in the [register](../registers/objectives.yaml) and set anew each year.")
	d.section("Responsibilities", 3)
	g.end(path, d)
}

func (g *generator) scope() {
	const path = "context/scope.md"
	d := g.begin(path, "ISMS-CTX-001", "Scope of the ISMS", "scope", controlled(g.random(path+"#"))...)
	d.text("The ISMS covers the planning service with all that is needed to run and support it, in both offices.")
	d.section("Boundaries", 3)
	d.section("Interfaces and dependencies", 3)
	d.section("Exclusions", 1)
	g.end(path, d)
}

func (g *generator) riskMethod() {
	const path = "processes/risk-management.md"
	d := g.begin(path, "ISMS-PRC-001", "Risk assessment and treatment", "methodology.risk", controlled(g.random(path+"#"))...)
	d.section("When risks are assessed", 2)
	d.section("Identifying risks", 3)
	d.section("Analysing risks", 3)
	d.section("Evaluating risks", 2)
	d.section("Treating risks", 3)
	g.end(path, d)
}

func (g *generator) documentControl() {
	const path = "processes/document-control.md"
	d := g.begin(path, "ISMS-PRC-002", "Control of documents", "procedure.document-control", controlled(g.random(path+"#"))...)
	d.section("Creating and approving", 3)
	d.section("Distribution and access", 2)
	d.section("Retention and disposal", 2)
	g.end(path, d)
}

func (g *generator) auditProcedure() {
	const path = "processes/internal-audit-procedure.md"
	d := g.begin(path, "ISMS-PRC-003", "Internal audit procedure", "procedure.audit", controlled(g.random(path+"#"))...)
	d.section("Programme", 2)
	d.section("Criteria and scope of an audit", 2)
	d.section("Auditors", 2)
	d.section("Reporting", 2)
	g.end(path, d)
}

// topicPolicy is a policy on a topic, of the organisation or of one of its units.
func (g *generator) topicPolicy(n int) {
	topic := topics[n%len(topics)]
	title, path := topic+" policy", "policies/"+slug(topic)+"-policy.md"
	if n >= len(topics) {
		unit := unitName(n / len(topics))
		title, path = title+" of "+unit, "policies/"+slug(unit)+"-"+slug(topic)+"-policy.md"
	}
	id := fmt.Sprintf("ISMS-POL-%03d", n+1)
	meta := controlled(g.random(path + "#"))
	if g.defect("document-approval-missing", n, 2, "doc/"+id, path) {
		meta = without(without(meta, "approved_by"), "approved_on")
	}
	if g.defect("document-review-overdue", n, 6, "doc/"+id, path) {
		meta = append(without(meta, "next_review"), [2]string{"next_review", day(40)})
	}
	d := g.begin(path, id, title, "policy.topic", meta...)
	for _, heading := range []string{"Summary", "Purpose", "Scope"} {
		d.section(heading, 2)
	}
	d.heading(2, "Rules")
	d.list(d.between(4, 8), true)
	d.section("Responsibilities", 2)
	if g.defect("placeholder", n, 4, "doc/"+id, path) {
		d.text("The deputy is TBD.")
	}
	if g.defect("link-broken", n, 8, "doc/"+id, path) {
		d.text("More is said [elsewhere](../policies/missing-page.md).")
	}
	g.end(path, d)
}

func (g *generator) procedure(n int) {
	topic, unit := topics[n%len(topics)], unitName(n/len(topics))
	title := topic + " procedure of " + unit
	path := "processes/" + slug(unit) + "-" + slug(topic) + "-procedure.md"
	d := g.begin(path, fmt.Sprintf("ISMS-PRC-%03d", n+10), title, "", controlled(g.random(path+"#"))...)
	d.section("Purpose", 2)
	d.heading(2, "Steps")
	d.list(d.between(6, 12), true)
	d.section("Records", 2)
	g.end(path, d)
}

func (g *generator) managementReview(n int) {
	before, unit := 20+180*(n%6), unitName(n/6)
	on := day(before)
	path := "records/" + slug(unit) + "-management-review-" + on + ".md"
	d := g.begin(path, fmt.Sprintf("ISMS-MR-%03d", n+1), "Management review of "+unit+" of "+on, "minutes.management-review",
		[2]string{"date", on}, [2]string{"owner", roles[0]}, [2]string{"approved_by", "Chief Executive Officer"}, [2]string{"approved_on", day(before - 5)})
	d.text("**Chair:** Chief Executive Officer\n\n**Participants:** Chief Executive Officer, Chief Technology Officer, " + d.pick(roles))
	inputs := []string{
		"Status of actions from previous reviews", "External and internal changes", "Changes in needs of interested parties",
		"Nonconformities and corrective actions", "Monitoring and measurement results", "Audit results", "Fulfilment of objectives",
		"Feedback from interested parties", "Results of risk assessment", "Risk treatment plan status", "Opportunities for improvement",
	}
	for _, input := range inputs {
		d.section(input, d.between(2, 4))
	}
	d.heading(2, "Decisions")
	var rows [][]string
	for i := range d.between(3, 6) {
		rows = append(rows, []string{fmt.Sprintf("MR-%03d-D%d", n+1, i+1), d.sentence(), d.pick(roles), day(-60), "open"})
	}
	d.table([]string{"ID", "Decision", "Owner", "Due", "Status"}, rows)
	g.end(path, d)
}

func (g *generator) auditReport(n int) {
	on, unit := day(40+180*(n%6)), unitName(n/6)
	path := "records/" + slug(unit) + "-internal-audit-report-" + on + ".md"
	d := g.begin(path, fmt.Sprintf("ISMS-AUD-%03d", n+1), "Internal audit report of "+unit+" of "+on, "report.audit",
		[2]string{"date", on}, [2]string{"owner", "Internal Auditor"}, [2]string{"author", "Internal Auditor"})
	d.section("Scope and criteria", 2)
	d.section("Method", 2)
	d.heading(2, "Findings")
	var rows [][]string
	for i := range d.between(4, 9) {
		rows = append(rows, []string{fmt.Sprintf("AUD-%03d-F%d", n+1, i+1), "minor", fmt.Sprintf("5.%d", d.between(1, 37)), d.sentence()})
	}
	d.table([]string{"ID", "Grade", "Control", "Finding"}, rows)
	d.section("Conclusion", 3)
	g.end(path, d)
}

// record is a page that no clause asks for.
func (g *generator) record(n int) {
	kinds := []string{"Restore test", "Access review", "Tabletop exercise", "Project notes", "Office inspection"}
	kind, on, unit := kinds[n%len(kinds)], day(10+37*(n%30)), unitName(n/30)
	path := "records/" + slug(unit) + "-" + slug(kind) + "-" + on + ".md"
	d := g.begin(path, "", kind+" of "+unit+" of "+on, "", [2]string{"date", on}, [2]string{"owner", roles[n%len(roles)]})
	d.section("What was done", 4)
	d.section("Result", 3)
	g.end(path, d)
}

func unitName(n int) string {
	name := units[n%len(units)]
	if round := n / len(units); round > 0 {
		name = fmt.Sprintf("%s %d", name, round+1)
	}
	return name
}

func slug(text string) string { return strings.ReplaceAll(strings.ToLower(text), " ", "-") }
