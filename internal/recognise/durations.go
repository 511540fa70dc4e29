package recognise

import (
	"strconv"
	"strings"

	"github.com/ismslint/ismslint/internal/isms"
	"github.com/ismslint/ismslint/internal/syntax/markdown"
)

// timedRule is a sentence that says how long something lasts or how often it comes:
// what it says but for the number, and the number.
type timedRule struct {
	rule    string // "backups are kept for #"
	raw     string // "90 days"
	amount  int    // in hours or months
	months  bool
	section string
	title   string
	text    string
	place   isms.Place
	subject string
}

// units are the hours or months of each unit.
var units = []struct {
	hint   string
	amount int
	months bool
}{{"unit-hour", 1, false}, {"unit-day", 24, false}, {"unit-week", 7 * 24, false}, {"unit-month", 1, true}, {"unit-year", 12, true}}

const (
	// fewestRuleWords is how many words a rule has at least beside its duration.
	fewestRuleWords = 4
	mostDurations   = 200
)

// durations are the sentences of a document with one number, which is a duration,
// and a subject of their own: "this policy" is another one in each document.
func (p *page) durations() []timedRule {
	if ofOneDay(p.doc) {
		return nil
	}
	var found []timedRule
	sample := p.sampleSections()
	for i := range p.md.Sections {
		s := &p.md.Sections[i]
		for j := range s.Blocks {
			b := &s.Blocks[j]
			if sample[i] || b.Kind == markdown.Code || b.Kind == markdown.HTML {
				continue
			}
			for _, at := range sentences(b.Text) {
				text := strings.TrimSpace(b.Text[at.start:at.end])
				if len(text) > longestClaim || len(found) >= mostDurations {
					continue
				}
				d, ok := p.v.timedRule(text)
				if !ok {
					continue
				}
				d.section, d.title, d.text, d.subject = s.Slug, s.Heading, text, p.doc.Subject
				d.place = isms.Place{Path: p.path, Pos: toPos(within(p.md.Source, b.Range, text))}
				found = append(found, d)
			}
		}
	}
	return found
}

func (v *vocabulary) timedRule(text string) (timedRule, bool) {
	words := strings.Fields(normalise(text))
	at := -1
	for i, w := range words {
		if _, ok := v.number(w); ok {
			if at >= 0 {
				return timedRule{}, false
			}
			at = i
		} else if hasDigit(w) {
			return timedRule{}, false
		}
	}
	if at < 0 || at+1 >= len(words) || len(words)-2 < fewestRuleWords {
		return timedRule{}, false
	}
	n, _ := v.number(words[at])
	for _, u := range units {
		if !v.is(u.hint, words[at+1]) {
			continue
		}
		rest := append(append(append([]string{}, words[:at]...), "#"), words[at+2:]...)
		if !v.hasSubject(rest) {
			break
		}
		raw := strconv.Itoa(n) + " " + words[at+1]
		if written := strings.Fields(text); len(written) == len(words) {
			raw = written[at] + " " + strings.Trim(written[at+1], ".,;:()!?")
		}
		return timedRule{rule: strings.Join(rest, " "), raw: raw, amount: n * u.amount, months: u.months}, true
	}
	return timedRule{}, false
}

// hasSubject says whether a sentence names what it is about: before its verb, and
// nowhere by a pronoun.
func (v *vocabulary) hasSubject(words []string) bool {
	verb := false
	for i, w := range words {
		if v.is("self", w) {
			return false
		}
		verb = verb || i > 0 && v.is("verb", w)
	}
	return verb
}

// twoDurations are sentences that are alike but for their duration, in two documents
// or in one section. What has three durations depends on something else.
func (b *builder) twoDurations() []isms.Slip {
	first := map[string]*timedRule{}
	values := map[string]map[int]bool{}
	var found []isms.Slip
	var rules []string
	for i := range b.scans {
		s := &b.scans[i]
		if !s.counts() {
			continue
		}
		for j := range s.durations {
			d := &s.durations[j]
			was := first[d.rule]
			if was == nil {
				first[d.rule], values[d.rule] = d, map[int]bool{d.amount: true}
				continue
			}
			values[d.rule][d.amount] = true
			if was.amount == d.amount || was.months != d.months || was.place.Path == d.place.Path && was.section != d.section {
				continue
			}
			rules = append(rules, d.rule)
			found = append(found, isms.Slip{
				Place: d.place, Subject: d.subject, Title: d.title, Label: shorten(d.text), Here: d.raw, There: was.raw, Other: was.place,
			})
		}
	}
	kept := found[:0]
	for i := range found {
		if len(values[rules[i]]) == 2 && len(kept) < mostSlips {
			kept = append(kept, found[i])
		}
	}
	return kept
}
