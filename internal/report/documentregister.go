package report

import (
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/ismslint/ismslint/internal/verdict"
)

// DocumentsJSON writes the document register as JSON.
func DocumentsJSON(w io.Writer, r verdict.DocumentRegister) error { return writeJSON(w, "JSON", r) }

// needWords say why something is in the register.
var needWords = map[string]string{
	verdict.NeedMandatory:   "the standard names it",
	verdict.NeedConditional: "the standard names it, once the case occurs",
	verdict.NeedDetermined:  "determined in isms.yaml",
}

// DocumentsText writes the document register for people at a terminal; tail is
// what stands below it. Paths are not broken, so that one can copy them.
func DocumentsText(w io.Writer, r verdict.DocumentRegister, tail string) error {
	var b strings.Builder
	b.WriteString(registerTitle(r) + "\n")
	shown := map[string]string{} // place: number of the clause that has it in full
	for _, c := range r.Clauses {
		b.WriteString("\n" + Clean(strings.TrimSpace(c.Number+" "+c.Title)) + "\n")
		if c.Mode == "mandatory" {
			b.WriteString(Paragraph(pageWidth, "  in writing: ", "    ", strings.Join(c.What, "; ")))
		}
		for _, item := range c.Items {
			see := allShown(item, shown)
			b.WriteString("  " + item.Type + itemWords(item, see) + "\n")
			if see != "" {
				continue
			}
			for _, d := range item.Documents {
				at := documentPlace(d)
				b.WriteString("    " + Clean(at) + "\n")
				facts := strings.Join(documentFacts(r, item, d), "; ")
				if first, ok := shown[at]; ok {
					facts = "see " + first
				} else {
					shown[at] = c.Number
				}
				if facts != "" {
					b.WriteString(Paragraph(pageWidth, "      ", "      ", facts))
				}
			}
		}
	}
	if tail != "" {
		b.WriteString("\n" + strings.TrimRight(tail, "\n") + "\n")
	}
	if _, err := io.WriteString(w, b.String()); err != nil {
		return fmt.Errorf("writing the document register: %w", err)
	}
	return nil
}

// pageWidth is how wide the lines below a path are.
const pageWidth = 80

// allShown is the clause under which all documents of an item stand already, ""
// where one does not.
func allShown(item verdict.DocumentedInformation, shown map[string]string) string {
	see := ""
	for _, d := range item.Documents {
		first := shown[documentPlace(d)]
		if first == "" || see != "" && first != see {
			return ""
		}
		see = first
	}
	return see
}

func registerTitle(r verdict.DocumentRegister) string {
	title := "Documented information"
	if r.Organization != "" {
		title += " of " + Clean(r.Organization)
	}
	title += ", ISO/IEC 27001:" + strings.Replace(r.Edition, "+amd1", " with Amendment 1", 1) + ", as of " + r.AsOf
	return title
}

// itemWords say why something is here, and where it is if not here.
func itemWords(item verdict.DocumentedInformation, see string) string {
	var parts []string
	if words := needWords[item.Need]; words != "" {
		parts = append(parts, words)
	}
	switch {
	case item.Outside != "":
		parts = append(parts, "kept elsewhere: "+Clean(item.Outside))
	case !slices.ContainsFunc(item.Documents, func(d verdict.RegisteredDocument) bool { return d.Counts }):
		parts = append(parts, "not recognised")
	}
	if see != "" {
		parts = append(parts, "see "+see)
	}
	if len(parts) == 0 {
		return ""
	}
	return "  (" + strings.Join(parts, "; ") + ")"
}

func documentPlace(d verdict.RegisteredDocument) string {
	if d.Section != "" {
		return d.Path + "#" + d.Section
	}
	return d.Path
}

// documentFacts are what identifies a document, and who approved and reviewed it
// when. Of records only what is there is said: they are made, not approved.
func documentFacts(r verdict.DocumentRegister, item verdict.DocumentedInformation, d verdict.RegisteredDocument) []string {
	var facts []string
	add := func(text, otherwise string) {
		if text == "" && !item.Record && !d.Part {
			text = otherwise
		}
		if text != "" {
			facts = append(facts, text)
		}
	}
	if d.WhyNot != "" || !d.Counts {
		add("not counted: "+d.WhyNot, "")
	}
	add(strings.TrimSpace(d.ID+" "+d.Title), "")
	if item.Record {
		add(d.Date, "")
	}
	if d.Version == "" && r.Versions == "git" && !d.Part {
		add(prefixed("version in Git, changed on ", d.ChangedOn), "version in Git")
	} else {
		add(prefixed("version ", d.Version), "no version")
	}
	if !d.Part {
		add(approvalWords(r, d), "no approval recorded")
	}
	switch {
	case d.NextReview != "":
		add("next review "+d.NextReview, "")
	case d.LastReviewed != "":
		add("reviewed "+d.LastReviewed, "")
	default:
		add("", "no review date")
	}
	return facts
}

func approvalWords(r verdict.DocumentRegister, d verdict.RegisteredDocument) string {
	if d.ApprovedBy == "" && d.ApprovedOn == "" {
		if r.Approval == "pull-request" {
			return "approved by pull request"
		}
		return ""
	}
	return "approved" + prefixed(" by ", d.ApprovedBy) + prefixed(" on ", d.ApprovedOn)
}

// prefixed is a text behind what introduces it, "" for none.
func prefixed(before, s string) string {
	if s == "" {
		return ""
	}
	return before + s
}

// registerColumns are those of the register as CSV. One row is one document on
// one clause, or what ought to be there and is not.
var registerColumns = []string{
	"clause", "clause_title", "need", "type", "state", "path", "section", "line", "id", "title", "version", "status", "date", "owner",
	"approved_by", "approved_on", "last_reviewed", "next_review", "classification", "language", "changed_on", "remark",
}

// DocumentsCSV writes the document register for spreadsheets.
func DocumentsCSV(w io.Writer, r verdict.DocumentRegister) error {
	out := csv.NewWriter(w)
	rows := [][]string{registerColumns}
	eachRow(r, func(c verdict.DocumentsOfClause, item verdict.DocumentedInformation, d verdict.RegisteredDocument, state string) {
		line, remark := "", d.WhyNot
		if d.Path != "" {
			line = strconv.Itoa(d.Line)
		} else {
			remark = item.Outside
		}
		rows = append(rows, []string{
			c.Number, c.Title, item.Need, item.Type, state, d.Path, d.Section, line, d.ID, d.Title, d.Version, d.Status, d.Date, d.Owner,
			d.ApprovedBy, d.ApprovedOn, d.LastReviewed, d.NextReview, d.Classification, d.Language, d.ChangedOn, remark,
		})
	})
	for _, row := range rows {
		for i := range row {
			row[i] = SpreadsheetCell(row[i])
		}
		if err := out.Write(row); err != nil {
			return fmt.Errorf("writing the document register as CSV: %w", err)
		}
	}
	out.Flush()
	if err := out.Error(); err != nil {
		return fmt.Errorf("writing the document register as CSV: %w", err)
	}
	return nil
}

// eachRow visits the documents of the register; what has none is visited with an
// empty one.
func eachRow(r verdict.DocumentRegister, visit func(verdict.DocumentsOfClause, verdict.DocumentedInformation, verdict.RegisteredDocument, string)) {
	for _, c := range r.Clauses {
		for _, item := range c.Items {
			for _, d := range item.Documents {
				state := "found"
				if !d.Counts {
					state = "not counted"
				}
				visit(c, item, d, state)
			}
			if len(item.Documents) == 0 {
				state := "not recognised"
				if item.Outside != "" {
					state = "kept elsewhere"
				}
				visit(c, item, verdict.RegisteredDocument{}, state)
			}
		}
	}
}

// SpreadsheetCell keeps a spreadsheet from taking a text of a document for a
// formula.
func SpreadsheetCell(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + Clean(s)
	}
	s = Clean(s)
	if s != "" && strings.ContainsRune("=+-@", rune(s[0])) { // behind what Clean took away
		return "'" + s
	}
	return s
}

// DocumentsMarkdown writes the document register as tables, one a clause.
func DocumentsMarkdown(w io.Writer, r verdict.DocumentRegister, links Links) error {
	var b strings.Builder
	b.WriteString("# " + markdown(registerTitle(r)) + "\n")
	last := ""
	eachRow(r, func(c verdict.DocumentsOfClause, item verdict.DocumentedInformation, d verdict.RegisteredDocument, state string) {
		if heading := strings.TrimSpace(c.Number + " " + c.Title); heading != last {
			last = heading
			b.WriteString("\n## " + markdown(heading) + "\n\n")
			if c.Mode == "mandatory" {
				b.WriteString("In writing: " + markdown(strings.Join(c.What, "; ")) + "\n\n")
			}
			b.WriteString("| what | need | where | version | approval | review |\n|---|---|---|---|---|---|\n")
		}
		where := state + prefixed(": ", markdown(item.Outside))
		if d.Path != "" {
			where = links.link(d.Path, 0) + markdown(prefixed("#", d.Section))
			if !d.Counts {
				where += " (not counted: " + markdown(d.WhyNot) + ")"
			}
		}
		what := "`" + item.Type + "`" + prefixed("<br>", markdown(strings.TrimSpace(d.ID+" "+d.Title)))
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %s | %s |\n", what, item.Need, where, markdown(d.Version), markdown(approvalWords(r, d)),
			markdown(reviewWords(d)))
	})
	if _, err := io.WriteString(w, b.String()); err != nil {
		return fmt.Errorf("writing the document register as markdown: %w", err)
	}
	return nil
}

func reviewWords(d verdict.RegisteredDocument) string {
	if d.NextReview != "" {
		return "next " + d.NextReview
	}
	return prefixed("last ", d.LastReviewed)
}
