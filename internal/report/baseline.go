package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/ismslint/ismslint/internal/verdict"
)

// baselineLine says how many findings are in the baseline, and how many of its
// entries no longer apply.
func baselineLine(b *verdict.Baseline) string {
	n := b.Known.Error + b.Known.Warning + b.Known.Note
	line := fmt.Sprintf("%s in the baseline of %s.", count(n, "finding")+plural(n, " is", " are"), Clean(b.AsOf))
	if gone := len(b.Gone); gone > 0 {
		line += fmt.Sprintf(" %d %s of it no longer %s: `ismslint baseline --ratchet` takes %s out.", gone, plural(gone, "entry", "entries"),
			plural(gone, "applies", "apply"), plural(gone, "it", "them"))
	}
	return line
}

// BaselineJSON writes a baseline: one finding after the other, so that a change
// of it can be read.
func BaselineJSON(w io.Writer, b verdict.BaselineFile) error { return writeJSON(w, "a baseline", b) }

// shownGone is how many entries that no longer apply are listed with --all.
const shownGone = 50

func (t *text) baseline() {
	b := t.report.Baseline
	if b == nil {
		return
	}
	t.flow("", "", span{text: baselineLine(b)})
	if !t.options.All {
		return
	}
	for _, e := range b.Gone[:min(len(b.Gone), shownGone)] {
		t.flow("  ", indent, span{"gone", green, true}, span{Clean(e.Path), plainText, true}, span{text: bounded(e.Message, maxReason)},
			span{"[" + Clean(e.Rule) + "]", dim, true})
	}
	if more := len(b.Gone) - shownGone; more > 0 {
		t.flow("  ", indent, span{fmt.Sprintf("and %d more gone", more), dim, false})
	}
}

// baseline says the same in markdown.
func (s *sheet) baseline(r verdict.Report) {
	if r.Baseline != nil {
		s.write(markdown(strings.ReplaceAll(baselineLine(r.Baseline), "`", "")) + "\n\n")
	}
}
