package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/ismslint/ismslint/internal/verdict"
)

// Due is what is overdue at a date, and what falls due until a later one where
// nothing is recorded in the meantime.
type Due struct {
	AsOf, Until   string
	Overdue, Soon []verdict.Finding
	// Ending are the waivers that end in between.
	Ending []verdict.RecordedWaiver
	// notRecognised says why nothing was looked at.
	notRecognised string
}

// DueBetween compares two reports on the same files: one as of today, one as of
// a later date. What both say is overdue now; what only the later one says falls
// due in between.
func DueBetween(now, later verdict.Report) Due {
	d := Due{AsOf: now.AsOf, Until: later.AsOf, Overdue: late(now)}
	if !now.ISMSRecognised {
		d.notRecognised = whyNot(&now)
	}
	already := map[string]bool{}
	for _, f := range d.Overdue {
		already[f.Fingerprint] = true
	}
	for _, f := range late(later) {
		if !already[f.Fingerprint] && f.Rule != verdict.WaiverExpired.ID {
			d.Soon = append(d.Soon, f)
		}
	}
	for _, w := range now.Waivers {
		if w.State == verdict.WaiverActive && w.Until <= later.AsOf {
			d.Ending = append(d.Ending, w)
		}
	}
	return d
}

// late are the findings that a date makes, in the order of a report.
func late(r verdict.Report) []verdict.Finding {
	dated := map[string]bool{verdict.WaiverExpired.ID: true}
	for _, rule := range r.Rules {
		dated[rule.ID] = rule.About != nil && rule.About.Kind == "freshness"
	}
	var found []verdict.Finding
	for _, f := range r.Findings {
		if dated[f.Rule] && f.Waiver == nil {
			found = append(found, f)
		}
	}
	return found
}

// Nothing says that nothing is overdue or falls due.
func (d Due) Nothing() bool { return len(d.Overdue)+len(d.Soon)+len(d.Ending) == 0 }

func (d Due) headline() string {
	switch {
	case d.notRecognised != "":
		return "No ISMS was recognised"
	case d.Nothing():
		return "Nothing is overdue, and nothing falls due until " + d.Until
	}
	line := fmt.Sprintf("%d overdue on %s, %d more until %s", len(d.Overdue), d.AsOf, len(d.Soon), d.Until)
	if n := len(d.Ending); n > 0 {
		line += fmt.Sprintf(", and %s %s", count(n, "waiver"), plural(n, "ends", "end"))
	}
	return line
}

// DueText writes what is due for people at a terminal.
func DueText(w io.Writer, d Due) error {
	var b strings.Builder
	b.WriteString(sentence(d.headline()) + "\n")
	if d.notRecognised != "" {
		b.WriteString(sentence(Clean(d.notRecognised)) + "\n")
	}
	for _, part := range d.parts() {
		if len(part.findings) == 0 {
			continue
		}
		b.WriteString("\n" + part.title + "\n")
		for _, f := range part.findings {
			fmt.Fprintf(&b, "  %s  %s [%s]\n", place(f.Path, f.Line, f.Column), Clean(f.Message), Clean(f.Rule))
		}
	}
	if len(d.Ending) > 0 {
		b.WriteString("\n" + d.ending() + "\n")
	}
	for _, waiver := range d.Ending {
		fmt.Fprintf(&b, "  %s  %s\n", place(waiver.Path, waiver.Line, waiver.Column), endingWords(waiver))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// DueMarkdown writes what is due for an issue or a page.
func DueMarkdown(w io.Writer, d Due, links Links) error {
	s := &sheet{limit: MaxComment}
	s.write("## " + d.headline() + "\n\n")
	if d.notRecognised != "" {
		s.write(markdown(d.notRecognised) + "\n")
	}
	for _, part := range d.parts() {
		if len(part.findings) == 0 {
			continue
		}
		s.write("### " + part.title + "\n\n")
		s.table("| where | what |\n|---|---|\n", len(part.findings), "finding", func(i int) string {
			f := part.findings[i]
			return "| " + links.link(f.Path, f.Line) + " | " + markdown(sentence(f.Message)) + " " + markdown(sentence(f.Remedy)) + " |\n"
		})
	}
	s.table("### "+d.ending()+"\n\n| where | what |\n|---|---|\n", len(d.Ending), "waiver", func(i int) string {
		waiver := d.Ending[i]
		return "| " + links.link(waiver.Path, waiver.Line) + " | " + markdown(sentence(endingWords(waiver))) + " |\n"
	})
	_, err := io.WriteString(w, strings.TrimRight(s.b.String(), "\n")+"\n")
	return err
}

type duePart struct {
	title    string
	findings []verdict.Finding
}

func (d Due) parts() []duePart {
	return []duePart{
		{"Overdue on " + d.AsOf, d.Overdue},
		{"Overdue by " + d.Until + ", if nothing is recorded until then", d.Soon},
	}
}

func (d Due) ending() string { return "Waivers that end by " + d.Until }

// endingWords say what comes back when a waiver ends, and whom to ask.
func endingWords(w verdict.RecordedWaiver) string {
	return fmt.Sprintf("%s: the waiver of %s for %s ends, with %s; %s owns it",
		Clean(w.Until), Clean(w.Rule), bounded(w.Place, 200), count(w.Findings, "finding"), bounded(w.Owner, 60))
}
