package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/ismslint/ismslint/internal/verdict"
)

// MaxComment is how long a comment on GitHub may be.
const MaxComment = 65536

// minSheet is the least room in which a report in markdown says anything useful.
const minSheet = 8 << 10

// MarkdownOptions say how a report in markdown looks.
type MarkdownOptions struct {
	Links Links
	// Limit in bytes; 0 for MaxComment. What does not fit is counted.
	Limit  int
	FailOn string
}

// Markdown writes the report for a comment or a page.
func Markdown(w io.Writer, r verdict.Report, o MarkdownOptions) error {
	if _, err := io.WriteString(w, sheetOf(r, o)); err != nil {
		return fmt.Errorf("writing the report as markdown: %w", err)
	}
	return nil
}

// sheet is a text of bounded length. It is cut between rows only.
type sheet struct {
	b     strings.Builder
	limit int
}

// ending is the room kept for what stands below a table: its end, and how many
// rows of it and of later tables are left out.
const ending = 2 << 10

func (s *sheet) write(text string) { s.b.WriteString(text) }

// table writes as many of n rows as fit and counts the others.
func (s *sheet) table(head string, n int, what string, row func(int) string) {
	if n == 0 {
		return
	}
	s.write(head)
	for i := range n {
		line := row(i)
		if s.b.Len()+len(line) > s.limit-ending {
			s.write(fmt.Sprintf("\n%s not listed here.\n", count(n-i, what)+plural(n-i, " is", " are")))
			break
		}
		s.write(line)
	}
	s.write("\n")
}

func sheetOf(r verdict.Report, o MarkdownOptions) string {
	s := &sheet{limit: o.Limit}
	if s.limit <= 0 {
		s.limit = MaxComment
	}
	s.limit = max(s.limit, minSheet)
	if len(r.ISMS) > 0 {
		s.several(r, o)
		return s.b.String()
	}
	if !r.ISMSRecognised {
		s.write("## No ISMS was recognised\n\n" + markdown(whyNot(&r)) + "\n\n")
		s.failedRules(r)
		return s.b.String()
	}
	s.change(r, o.Links)
	s.stand(r, "## ")
	if fails := Failing(r.Deciding(), o.FailOn); fails > 0 {
		s.write(fmt.Sprintf("**%s at or above the level %s.**\n\n", count(fails, "finding"), failOn(o.FailOn)))
	}
	s.failedRules(r)
	s.baseline(r)
	s.findings(r, o.Links)
	s.waived(r, o.Links)
	s.clauses(r)
	s.taken(r, o.Links)
	s.write(reading)
	return s.b.String()
}

// reading says what the report rests on.
const reading = "An own-words reading of ISO/IEC 27003:2017; not an audit.\n"

// stand says where the ISMS stands, in numbers.
func (s *sheet) stand(r verdict.Report, level string) {
	n := r.Summary
	s.write(level + evidenceFor(n.Activities) + "\n\n")
	s.write(howSure(n.Activities))
	if rest := theOthers(n.Activities); rest != "" {
		s.write(" " + rest)
	}
	s.write("\n\n" + sentence(markdown(basis(&r))) + " ")
	s.write(fmt.Sprintf("%s in %s and %s.\n\n", findingCounts(n.Findings), count(n.Documents, "document"), count(n.Registers, "register")))
}

func (s *sheet) failedRules(r verdict.Report) {
	failed := failedOf(r)
	s.table("**Rules that could not be evaluated**\n\n| rule | why |\n|---|---|\n", len(failed), "rule", func(i int) string {
		return fmt.Sprintf("| %s | %s |\n", markdown(failed[i].ID), markdown(failed[i].Reason))
	})
}

func (s *sheet) findings(r verdict.Report, links Links) {
	found := ranked(r)
	s.table("### Findings\n\n| level | where | what | rule |\n|---|---|---|---|\n", len(found), "finding", func(i int) string {
		f := found[i]
		what := markdown(f.Message)
		for k, at := range f.Related {
			if k == 3 {
				break
			}
			what += "<br>see " + links.link(at.Path, at.Line) + " " + markdown(at.Message)
		}
		return fmt.Sprintf("| %s | %s | %s | %s |\n", markdown(f.Level), links.link(f.Path, f.Line), what, markdown(f.Rule))
	})
}

// clauses has all clauses, those without a rule too: the count of them is part of
// where the ISMS stands.
func (s *sheet) clauses(r verdict.Report) {
	s.table("### By clause\n\n| clause | title | evidence found for | worst |\n|---|---|---|---|\n", len(r.Clauses), "clause", func(i int) string {
		c := r.Clauses[i]
		return fmt.Sprintf("| %s | %s | %s | %s |\n", markdown(c.Number), markdown(c.Title), evidenceOf(c), worst(c))
	})
}

// taken says what each document and register was taken for.
func (s *sheet) taken(r verdict.Report, links Links) {
	if s.b.Len() > s.limit-ending || len(r.Documents)+len(r.Registers) == 0 {
		return
	}
	s.write("<details><summary>What was taken for what</summary>\n\n")
	var registers []verdict.Register
	for _, reg := range r.Registers {
		if reg.State != "absent" {
			registers = append(registers, reg)
		}
	}
	s.table("| register | where | state | entries | because |\n|---|---|---|---|---|\n", len(registers), "register", func(i int) string {
		reg := registers[i]
		return fmt.Sprintf("| %s | %s | %s | %d | %s |\n", markdown(reg.Kind), links.link(reg.Path, reg.Line), markdown(reg.State), reg.Entries, markdown(reg.Signal))
	})
	s.table("| document | taken for | because | no evidence, because |\n|---|---|---|---|\n", len(r.Documents), "document", func(i int) string {
		d := r.Documents[i]
		where, why := links.link(d.Path, 0), ""
		if d.Section != "" {
			where += " " + markdown("#"+d.Section)
		}
		if d.WhyNot != nil {
			why = *d.WhyNot
		}
		return fmt.Sprintf("| %s | %s | %s | %s |\n", where, markdown(d.Type), markdown(d.Signal), markdown(why))
	})
	s.write("</details>\n\n")
}
