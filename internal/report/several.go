package report

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/ismslint/ismslint/internal/verdict"
)

// rootName is the folder of an ISMS as people write it.
func rootName(root string) string { return cmp.Or(root, ".") }

// rootNames says in one line which folders hold an ISMS.
func rootNames(r *verdict.Report) string {
	names := make([]string, len(r.ISMS))
	for i := range r.ISMS {
		names[i] = rootName(r.ISMS[i].Root)
	}
	return fmt.Sprintf("%d ISMS in one tree, each evaluated by itself: %s.", len(names), strings.Join(names, ", "))
}

// several is a section for each ISMS, and what holds for all of them.
func (t *text) several() {
	whole, name := t.report, t.name()
	t.flow("", "  ", span{text: Clean(rootNames(whole))})
	for i := range whole.ISMS {
		part := whole.ISMS[i].Report
		t.blank()
		t.lines = 0
		t.report, t.options.Name = &part, cmp.Or(part.Root, name)
		if !part.ISMSRecognised {
			t.notRecognised()
			continue
		}
		shown := *whole
		shown.Findings = part.Findings
		part.Findings = concerning(shown, t.options.All)
		t.stand()
		t.findings()
		t.counts()
	}
	t.report = whole
	t.blank()
	t.failedRules()
	t.baseline()
	t.ending()
}

// several is a report for each ISMS, as much of it as fits.
func (s *sheet) several(r verdict.Report, o MarkdownOptions) {
	s.write("## " + markdown(strings.TrimSuffix(rootNames(&r), ".")) + "\n\n")
	if fails := Failing(r.Deciding(), o.FailOn); fails > 0 {
		s.write(fmt.Sprintf("**%s at or above the level %s.**\n\n", count(fails, "finding"), failOn(o.FailOn)))
	}
	s.failedRules(r)
	s.baseline(r)
	all := s.limit
	for i := range r.ISMS {
		part := r.ISMS[i].Report
		// Each has its share; what one leaves the next ones have.
		s.limit = s.b.Len() + (all-s.b.Len())/(len(r.ISMS)-i)
		s.write("## " + markdown(rootName(part.Root)) + "\n\n")
		if !part.ISMSRecognised {
			s.write("No ISMS was recognised. " + markdown(whyNot(&part)) + "\n\n")
			continue
		}
		s.stand(part, "### ")
		s.findings(part, o.Links)
		s.waived(part, o.Links)
		s.clauses(part)
		s.taken(part, o.Links)
	}
	s.limit = all
	s.write(reading)
}
