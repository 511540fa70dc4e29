package synthetic

import (
	"fmt"
	"strings"
)

var (
	roles = []string{
		"Information Security Manager", "Head of Platform", "Head of Engineering", "Head of People", "Head of Finance",
		"Head of Customer Success", "Data Protection Officer", "Office Coordinator", "Incident Manager", "Head of Procurement",
	}
	topics = []string{
		"Access control", "Acceptable use", "Backup", "Change management", "Classification", "Cryptography", "Data protection",
		"Endpoint", "Logging", "Network security", "Physical security", "Remote working", "Secure development", "Supplier security",
		"Vulnerability management", "Information transfer",
	}
	units   = []string{"Platform", "Engineering", "Finance", "People", "Support", "Sales", "Logistics", "Research", "Legal", "Facilities"}
	actors  = []string{"The system owner", "Each team lead", "The service desk", "The platform team", "Every member of staff", "The supplier manager", "The owner of the information", "The deputy"}
	actions = []string{
		"records", "reviews", "approves", "keeps", "removes", "reports", "renews", "compares", "limits", "documents", "tests", "restores",
	}
	objects = []string{
		"the accounts of leavers", "the list of privileged accounts", "the backup of production data", "the settings of the firewall",
		"the keys of the signing service", "the agreement with the provider", "the log of administrative changes", "the inventory of laptops",
		"the results of the last restore", "the exceptions that were granted", "the data that customers hand over", "the open flaws of components",
		"the visitors of the office", "the copies on removable media", "the rights of service accounts", "the plan for the standby region",
	}
	times = []string{
		"once a month", "within two working days", "before a release", "at the end of each quarter", "after every change of role",
		"at least once a year", "as soon as it is known", "on the first working day of the month", "within the agreed time",
	}
	reasons = []string{
		"so that nothing depends on one person", "because customers expect it", "and keeps the record for three years",
		"and informs those concerned", "unless an exception was granted", "together with the owner of the process",
		"so that a mistake is seen early", "and says so in the ticket", "as far as the agreement allows it",
	}
	threats = []string{
		"Outage of a cloud region", "Loss of a laptop", "Misuse of a privileged account", "Phishing of staff", "Flaw in a component",
		"Error in a change", "Fire in the office", "Failure of a supplier", "Disclosure through a wrong recipient", "Theft of backup media",
		"Loss of a key person", "Tampering with a build", "Denial of service", "Unreadable backups",
	}
	targets = []string{"customer data", "payroll data", "source code", "the planning service", "the support desk", "the data warehouse", "the billing system", "the office network"}
)

// sentence is a sentence that somebody might have written.
func (s *source) sentence() string {
	text := s.pick(actors) + " " + s.pick(actions) + " " + s.pick(objects) + " " + s.pick(times)
	if s.IntN(2) == 0 {
		text += " " + s.pick(reasons)
	}
	return text + "."
}

func (s *source) paragraph(sentences int) string {
	parts := make([]string, sentences)
	for i := range parts {
		parts[i] = s.sentence()
	}
	return wrap(strings.Join(parts, " "), 110)
}

// wrap breaks a text into lines, as people keep them in Git.
func wrap(text string, width int) string {
	var b strings.Builder
	column := 0
	for i, word := range strings.Fields(text) {
		if i > 0 && column+1+len(word) > width {
			b.WriteByte('\n')
			column = 0
		} else if i > 0 {
			b.WriteByte(' ')
			column++
		}
		b.WriteString(word)
		column += len(word)
	}
	return b.String()
}

// document is markdown under construction.
type document struct {
	strings.Builder
	*source
}

func (d *document) frontMatter(pairs ...[2]string) {
	d.WriteString("---\n")
	for _, p := range pairs {
		if p[1] != "" {
			fmt.Fprintf(d, "%s: %s\n", p[0], p[1])
		}
	}
	d.WriteString("---\n\n")
}

func (d *document) heading(level int, text string) {
	d.WriteString(strings.Repeat("#", level) + " " + text + "\n\n")
}

func (d *document) text(text string) { d.WriteString(text + "\n\n") }

func (d *document) section(heading string, sentences int) {
	d.heading(2, heading)
	d.text(d.paragraph(sentences))
}

// list is a list of n sentences, numbered or not.
func (d *document) list(n int, numbered bool) {
	for i := range n {
		mark := "- "
		if numbered {
			mark = fmt.Sprintf("%d. ", i+1)
		}
		d.WriteString(mark + d.sentence() + "\n")
	}
	d.WriteString("\n")
}

func (d *document) table(header []string, rows [][]string) {
	d.WriteString("| " + strings.Join(header, " | ") + " |\n|" + strings.Repeat("---|", len(header)) + "\n")
	for _, row := range rows {
		d.WriteString("| " + strings.Join(row, " | ") + " |\n")
	}
	d.WriteString("\n")
}

// details fills the document up to a size with sections of its own subject.
func (d *document) details(bytes int) {
	for n := 1; d.Len() < bytes; n++ {
		object := strings.TrimPrefix(d.pick(objects), "the ")
		d.heading(3, fmt.Sprintf("%d. %s", n, strings.ToUpper(object[:1])+object[1:]))
		switch d.IntN(4) {
		case 0:
			d.list(d.between(3, 6), true)
		case 1:
			d.list(d.between(3, 6), false)
		case 2:
			var rows [][]string
			for range d.between(3, 6) {
				rows = append(rows, []string{d.pick(actors), d.pick(objects), d.pick(times)})
			}
			d.table([]string{"Who", "What", "When"}, rows)
		}
		d.text(d.paragraph(d.between(2, 5)) + " See [the risk method](" + d.pick(linkTargets) + ").")
	}
}

// linkTargets are files that every tree has, from a folder one level down.
var linkTargets = []string{"../registers/risks.yaml", "../registers/treatments.yaml", "../isms.yaml"}

func (d *document) versions(n int) {
	d.heading(2, "Version history")
	rows := make([][]string, n)
	for i := range rows {
		rows[i] = []string{fmt.Sprintf("1.%d", i), day(120 + 200*(n-1-i)), d.pick(roles), "Chief Executive Officer", d.sentence()}
	}
	d.table([]string{"Version", "Date", "Author", "Approved by", "Change"}, rows)
}
