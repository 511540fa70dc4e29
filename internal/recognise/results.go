package recognise

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ismslint/ismslint/internal/isms"
	"github.com/ismslint/ismslint/internal/syntax/yaml"
)

// mostResults bounds how many values of one measure are kept.
const mostResults = 400

// results reads the values of a measure kept as data: a list of mappings with a
// date and a value.
func (y *yamlReader) results(e *isms.Entry, n *yaml.Node) {
	if y.kind != "measurements" {
		return
	}
	for i := range n.Pairs {
		list := n.Pairs[i].Value
		if list.Kind != yaml.Sequence {
			continue
		}
		for _, item := range list.Items {
			if r, ok := y.result(item); ok && len(e.Results) < mostResults {
				e.Results = append(e.Results, r)
			}
		}
	}
}

func (y *yamlReader) result(item *yaml.Node) (isms.Result, bool) {
	r := isms.Result{Pos: toPos(item.Range)}
	r.Pos.EndLine, r.Pos.EndColumn = r.Pos.Line, endOfLine(y.file, r.Pos.Line)
	for i := range item.Pairs {
		key, text := item.Pairs[i].Key, textOfNode(item.Pairs[i].Value)
		switch field := y.v.column("measurements", key); {
		case key == "on" || field == "result_on" || field == "period":
			if d, ok := y.date(text); ok {
				r.Date = d.Until
			}
		case field == "result":
			r.Raw = strings.TrimSpace(text)
		case field == "evaluated_on" || field == "evaluated_by" || field == "unit":
		default:
			r.Said = r.Said || strings.ContainsFunc(text, unicode.IsLetter) && !y.isUnfilled(text)
		}
	}
	return r, r.Raw != "" && !y.isUnfilled(r.Raw)
}

// settleResults gives each measure its values: those of a list, else those of
// columns headed by a period, and the one of its result column. Then it compares
// them with the threshold.
func (b *builder) settleResults(reg *isms.Register) {
	if reg.Kind != "measurements" {
		return
	}
	for i := range reg.Entries {
		e := &reg.Entries[i]
		b.longestInterval(fieldOf(e.Fields, "measure_when"))
		if len(e.Results) == 0 {
			b.periodColumns(e)
			b.resultColumn(e)
		}
		l, ok := limitOf(b.v, e)
		for j := range e.Results {
			if ok {
				e.Results[j].Beyond = l.beyond(e.Results[j].Raw)
			}
		}
	}
}

// longestInterval reads "monthly (reported quarterly)" as quarterly: only what is
// later than the longest is late.
func (b *builder) longestInterval(f *isms.Field) {
	if f == nil {
		return
	}
	longest, ok := f.Value.(isms.Interval)
	if !ok {
		return
	}
	for _, w := range strings.Fields(normalise(f.Raw)) {
		if i, ok := isoDuration(b.v.intervals[w]); ok && i.Months*30+i.Days > longest.Months*30+longest.Days {
			longest = i
		}
	}
	f.Value = longest
}

func (b *builder) periodColumns(e *isms.Entry) {
	for i := range e.Other {
		o := &e.Other[i]
		d, ok := b.date(o.Header)
		if !ok || b.isUnfilled(o.Text) || len(e.Results) == mostResults {
			continue
		}
		e.Results = append(e.Results, isms.Result{Raw: o.Text, Date: d.Until, Said: saysMore(o.Text), Pos: o.Pos})
	}
	slices.SortStableFunc(e.Results, func(x, y isms.Result) int { return strings.Compare(x.Date, y.Date) })
}

func (b *builder) resultColumn(e *isms.Entry) {
	f := fieldOf(e.Fields, "result")
	if f == nil || f.Value == nil {
		return
	}
	r := isms.Result{Raw: f.Raw, Said: saysMore(f.Raw), Pos: f.Pos}
	for _, name := range []string{"result_on", "period"} {
		at := fieldOf(e.Fields, name)
		if at == nil || r.Date != "" {
			continue
		}
		if d, ok := b.date(at.Raw); ok {
			r.Date = d.Until
		}
	}
	e.Results = append(e.Results, r)
}

// saysMore says whether a cell has more words than a number and its unit.
func saysMore(text string) bool { return len(strings.Fields(normalise(text))) > 3 }

// limit is a threshold: the least or the most that a value may be.
type limit struct {
	least bool
	value float64
	unit  string
	// own is the unit that the measure has a field for.
	own string
}

// limitOf is the threshold of a measure, else its target. A threshold may be
// written as what is wanted or as what raises the alarm: where there is a target
// it says which.
func limitOf(v *vocabulary, e *isms.Entry) (limit, bool) {
	target, threshold := fieldOf(e.Fields, "target"), fieldOf(e.Fields, "threshold")
	l, directed := directionOf(v, target)
	if threshold != nil && threshold.Value != nil {
		own, ok := directionOf(v, threshold)
		switch {
		case directed:
			own.least = l.least
		case !ok || strings.ContainsAny(threshold.Raw, "<>"):
			return limit{}, false
		}
		l, directed = own, true
	}
	n, unit, ok := quantity(afterDirection(l.unit))
	l.value, l.unit, l.own = n, unit, textOf(e.Fields, "unit")
	return l, directed && ok
}

// directionOf reads whether a text names the least or the most: in the few words
// before its number. The text goes into the unit until the number is read from it.
func directionOf(v *vocabulary, f *isms.Field) (limit, bool) {
	if f == nil || f.Value == nil {
		return limit{}, false
	}
	before, _, _ := strings.Cut(f.Raw, afterDirection(f.Raw))
	key := normalise(before)
	least := strings.ContainsAny(before, ">≥") || v.hinted("at-least", key)
	most := strings.ContainsAny(before, "<≤") || v.hinted("at-most", key)
	return limit{least: least, unit: f.Raw}, least != most && len(strings.Fields(key)) <= 3
}

// afterDirection is a text from its first digit on.
func afterDirection(text string) string {
	at := strings.IndexFunc(text, unicode.IsDigit)
	if at < 0 {
		return ""
	}
	if at > 0 && text[at-1] == '-' {
		at--
	}
	return text[at:]
}

// beyond says whether a value is beyond the limit; nil where the two cannot be
// compared.
func (l *limit) beyond(raw string) *bool {
	if at := strings.IndexFunc(raw, unicode.IsLetter); at >= 0 && at < strings.IndexFunc(raw, unicode.IsDigit) {
		return nil
	}
	n, unit, ok := quantity(afterDirection(raw))
	if !ok || !sameUnit(unit, l.unit, l.own) {
		return nil
	}
	is := n > l.value
	if l.least {
		is = n < l.value
	}
	return &is
}

// sameUnit takes a unit that is not written for the other one, or for that of the
// measure's own field. A share without a sign may be one of hundred or of one.
func sameUnit(a, b, own string) bool {
	if a == b {
		return true
	}
	return own != "" && (a == "" || b == "")
}

// quantity reads a number and its unit at the start of a text. "1/3", a date, a
// range and a number that may have a mark for thousands are none.
func quantity(text string) (n float64, unit string, ok bool) {
	end := 0
	for end < len(text) && (text[end] >= '0' && text[end] <= '9' || (text[end] == '.' || text[end] == ',') && end > 0 || text[end] == '-' && end == 0) {
		end++
	}
	number := strings.TrimRight(text[:end], ".,")
	whole, part, cut := strings.Cut(strings.Replace(number, ",", ".", 1), ".")
	if cut && (len(part) == 3 || strings.ContainsAny(part, ".,")) || len(number) > 12 {
		return 0, "", false
	}
	n, err := strconv.ParseFloat(strings.TrimSuffix(whole+"."+part, "."), 64)
	if err != nil {
		return 0, "", false
	}
	rest := strings.TrimLeft(text[len(number):], " \t")
	if rest == "" {
		return n, "", true
	}
	if strings.HasPrefix(rest, "%") {
		return n, "%", true
	}
	first, _ := utf8.DecodeRuneInString(rest)
	if strings.ContainsRune("/:-.,–", first) || unicode.IsDigit(first) {
		return 0, "", false
	}
	if words := strings.Fields(normalise(rest[:min(len(rest), 40)])); len(words) > 0 && unicode.IsLetter(first) {
		unit = strings.TrimSuffix(words[0], "s")
	}
	return n, unit, true
}
