package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/ismslint/ismslint/internal/verdict"
)

// unwaived are the findings that nobody decided to leave alone.
func unwaived(found []verdict.Finding) []verdict.Finding {
	return slices.DeleteFunc(slices.Clone(found), func(f verdict.Finding) bool { return f.Waiver != nil })
}

// waivedOf are the others, the next to come back first.
func waivedOf(r *verdict.Report) []verdict.Finding {
	found := slices.DeleteFunc(slices.Clone(r.Findings), func(f verdict.Finding) bool { return f.Waiver == nil })
	slices.SortStableFunc(found, func(a, b verdict.Finding) int { return strings.Compare(a.Waiver.Until, b.Waiver.Until) })
	return found
}

// maxReason is how much of a reason is shown.
const maxReason = 300

// waived says which findings are waived, by whom and until when: in one line, or
// each.
func (t *text) waived() {
	found := waivedOf(t.report)
	if len(found) == 0 {
		return
	}
	if !t.options.All {
		t.flow("", "", span{text: waivedLine(found)}, span{"--all shows each.", dim, false})
		return
	}
	t.blank()
	t.flow("", "", span{fmt.Sprintf("%s waived:", count(len(found), "finding")), bold, false})
	for _, f := range found {
		w := f.Waiver
		t.flow("  ", indent,
			span{place(f.Path, f.Line, f.Column), plainText, true},
			span{" " + f.Level + " ", levelStyle(f.Level), true},
			span{text: Clean(f.Message)},
			span{"[" + Clean(f.Rule) + "]", dim, true})
		t.flow(indent+"until ", indent+"  ", span{text: waiverWords(w)}, span{"(" + waiverPlace(w) + ")", dim, true})
	}
	t.blank()
}

// waivedLine names who waived how many until when, those that end first.
func waivedLine(found []verdict.Finding) string {
	type decision struct{ until, owner string }
	const most = 3
	counts := map[decision]int{}
	var order []decision
	for _, f := range found {
		d := decision{f.Waiver.Until, f.Waiver.Owner}
		if counts[d]++; counts[d] == 1 {
			order = append(order, d)
		}
	}
	var parts []string
	for _, d := range order[:min(len(order), most)] {
		part := fmt.Sprintf("until %s by %s", Clean(d.until), bounded(d.owner, 60))
		if len(order) > 1 {
			part = fmt.Sprintf("%d %s", counts[d], part)
		}
		parts = append(parts, part)
	}
	if len(order) > most {
		parts = append(parts, "others later")
	}
	return fmt.Sprintf("%s waived: %s.", count(len(found), "finding")+plural(len(found), " is", " are"), strings.Join(parts, ", "))
}

// waiverWords are "2027-01-31 by CISO: the reason, with the risk RSK-007".
func waiverWords(w *verdict.Waiver) string {
	words := fmt.Sprintf("%s by %s: %s", Clean(w.Until), bounded(w.Owner, 60), bounded(w.Reason, maxReason))
	if w.Risk != "" {
		words += ", with the risk " + bounded(w.Risk, 60)
	}
	return words
}

func waiverPlace(w *verdict.Waiver) string {
	return fmt.Sprintf("%s:%d", cmp.Or(Clean(w.Path), "."), max(w.Line, 1))
}

// waived lists the findings that are waived, with who, why and until when.
func (s *sheet) waived(r verdict.Report, links Links) {
	found := waivedOf(&r)
	s.table("### Waived\n\n| until | who | what | why | rule |\n|---|---|---|---|---|\n", len(found), "finding", func(i int) string {
		f, w := found[i], found[i].Waiver
		why := markdown(bounded(w.Reason, maxReason))
		if w.Risk != "" {
			why += ", with the risk " + markdown(w.Risk)
		}
		return fmt.Sprintf("| %s | %s | %s %s | %s (%s) | %s |\n", markdown(w.Until), markdown(w.Owner),
			links.link(f.Path, f.Line), markdown(f.Message), why, links.link(w.Path, w.Line), markdown(f.Rule))
	})
}
