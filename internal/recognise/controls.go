package recognise

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/ismslint/ismslint/internal/catalogue"
	"github.com/ismslint/ismslint/internal/isms"
)

// controlSet is Annex A of one edition, ready for look-ups and ranges.
type controlSet struct {
	ids   []string
	index map[string]int
}

var controlSets = sync.OnceValue(func() map[string]*controlSet {
	sets := map[string]*controlSet{}
	for _, edition := range []string{catalogue.Edition2013, catalogue.Edition2022} {
		s := &controlSet{index: map[string]int{}}
		for i, c := range catalogue.Controls(edition) {
			s.ids = append(s.ids, c.ID)
			s.index[c.ID] = i
		}
		sets[edition] = s
	}
	return sets
})

// controlToken is one id, with or without "A.", "Annex A" or a framework's name
// before it. Only two or three numbers with dots are ids.
var controlToken = lazily(`(\b(?i:annexe?|anhang|anexo|bijlage)\s*(?i:a)[\s.:]*(?:A[\s.]?)?|\bA[\s.]?\s?|\ba\.)?(\d{1,2}\.\d{1,2}(?:\.\d{1,2})?)`)

// Numbers with a unit, versions and ids of other frameworks are no controls.
var (
	unitAfter   = lazily(`(?i)^\s*(?:%|€|\$|[kmgt]?i?hz\b|[kmgt]i?b\b|eur\b|usd\b|hours?\b|days?\b|months?\b|years?\b|stunden?\b|tagen?\b|jahren?\b)`)
	otherBefore = lazily(`(?i)(?:\b(?:v|version|release|tls|ssl|cvss|clauses?|sections?|chapter|klauseln?|kapitel|abschnitt|cis|csc|nist|pci[ -]?dss|cobit|tisax|isa)[\s.:]*|§\s*)$`)
	shortEnd    = lazily(`^[-–—‑](\d{1,2})(?:$|[^\d.\pL])`)
)

var rangeDash = lazily(`^\s*(?:–|—|-|‑|to|bis|through)\s*$`)

// canonicalControl is the catalogue's form of an id and the edition it belongs
// to; "" where neither edition has it.
func canonicalControl(number string) (id, edition string) {
	if strings.Count(number, ".") == 2 {
		id = "A." + number
		if _, ok := controlSets()[catalogue.Edition2013].index[id]; ok {
			return id, catalogue.Edition2013
		}
		return "", ""
	}
	if _, ok := controlSets()[catalogue.Edition2022].index[number]; ok {
		return number, catalogue.Edition2022
	}
	return "", ""
}

// found is a control in a text, by byte offsets.
type foundControl struct {
	id, edition, raw string
	prefixed         bool
	start, end       int
}

// findControls finds the Annex A ids of a text and expands ranges. bare says
// whether the context makes an id of a number without "A.".
func findControls(text string, bare bool) []foundControl {
	if !strings.ContainsAny(text, "0123456789") {
		return nil
	}
	var out []foundControl
	tokens := controlToken.FindAllStringSubmatchIndex(text, 256)
	for i := 0; i < len(tokens); i++ {
		c, ok := controlAt(text, tokens[i], bare)
		if !ok {
			continue
		}
		if last, end := rangeEnd(text, tokens, i); last != "" {
			if expanded := expandRange(c.id, last, c.edition); expanded != nil {
				if i+1 < len(tokens) && end == tokens[i+1][1] {
					i++
				}
				c.end, c.raw = end, text[c.start:end]
				for _, id := range expanded {
					c.id = id
					out = append(out, c)
				}
				continue
			}
		}
		out = append(out, c)
	}
	return out
}

// controlAt reads one token.
func controlAt(text string, t []int, bare bool) (foundControl, bool) {
	prefixed := t[2] >= 0
	if !prefixed && !bare || !standsAlone(text, t[0], t[1]) {
		return foundControl{}, false
	}
	if !prefixed && (unitAfter.MatchString(text[t[1]:]) || otherBefore.MatchString(text[max(0, t[0]-24):t[0]])) {
		return foundControl{}, false
	}
	id, edition := canonicalControl(text[t[4]:t[5]])
	return foundControl{id: id, edition: edition, raw: text[t[0]:t[1]], prefixed: prefixed, start: t[0], end: t[1]}, id != ""
}

// standsAlone says whether a number is not a part of a longer word, number or
// date.
func standsAlone(text string, start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:start])
	if start > 0 && (unicode.IsLetter(before) || unicode.IsDigit(before) || before == '.') {
		return false
	}
	rest := strings.TrimPrefix(text[end:], ".")
	after, _ := utf8.DecodeRuneInString(rest)
	if rest != "" && unicode.IsDigit(after) {
		return false
	}
	return len(rest) < len(text[end:]) || rest == "" || !unicode.IsLetter(after)
}

// rangeEnd is the last id of a range that token i begins, and where it ends.
func rangeEnd(text string, tokens [][]int, i int) (last string, end int) {
	t := tokens[i]
	if m := shortEnd.FindStringSubmatchIndex(text[t[1]:]); m != nil {
		number := text[t[4]:t[5]]
		id, _ := canonicalControl(number[:strings.LastIndex(number, ".")+1] + text[t[1]+m[2]:t[1]+m[3]])
		return id, t[1] + m[3]
	}
	if i+1 < len(tokens) && rangeDash.MatchString(text[t[1]:tokens[i+1][0]]) {
		next := tokens[i+1]
		id, _ := canonicalControl(text[next[4]:next[5]])
		return id, next[1]
	}
	return "", 0
}

// expandRange lists the ids from first to last where both stand in one edition
// in that order.
func expandRange(first, last, edition string) []string {
	set := controlSets()[edition]
	from, ok1 := set.index[first]
	to, ok2 := set.index[last]
	if !ok1 || !ok2 || from >= to {
		return nil
	}
	return set.ids[from : to+1]
}

// controls reads a cell that names controls.
func readControls(text string) (isms.Controls, []sentence) {
	var list isms.Controls
	var at []sentence
	seen := map[string]bool{}
	for _, f := range findControls(text, true) {
		if seen[f.id] {
			continue
		}
		seen[f.id] = true
		list = append(list, isms.Control{ID: f.id, Raw: strings.TrimSpace(f.raw)})
		at = append(at, sentence{f.start, f.end})
	}
	return list, at
}

var clauseToken = lazily(`\b(\d{1,2}\.\d{1,2}(?:\.\d{1,2})?)\b`)

// clauseContext are the words after which a number is a clause.
var clauseContext = lazily(`(?i)(clauses?|klauseln?|kapitel|abschnitt|§|27001(?::20\d\d)?[\s:,.-]*|cl\.)\s*$`)

// clauseList goes on with an enumeration.
var clauseList = lazily(`^\s*(?:[,;&/+]|and|und|to|bis|-|–)\s*$`)

var annexBefore = lazily(`(?:(?i:annexe?|anhang|anexo|bijlage)\s*(?i:a)[\s.:]*|\bA[\s.]\s?|\ba\.)$`)

// findClauses finds the clause numbers of a heading or a value. bare says
// whether the context makes a clause of any number. Controls of Annex A and what
// is enumerated after them are none.
func findClauses(text string, bare bool) []string {
	var out []string
	last, isClause := -1, false
	for _, t := range clauseToken.FindAllStringIndex(text, 32) {
		before := text[:t[0]]
		goesOn := last >= 0 && clauseList.MatchString(text[last:t[0]])
		switch {
		case annexBefore.MatchString(before):
			isClause = false
		case !goesOn:
			isClause = bare || clauseContext.MatchString(before)
		}
		last = t[1]
		if id := canonicalClause(text[t[0]:t[1]]); id != "" && isClause {
			out = append(out, id)
		}
	}
	return out
}

// canonicalClause is the catalogue's clause of a number: 9.3.2 belongs to 9.3.
func canonicalClause(number string) string {
	for n := number; n != ""; {
		if c, ok := catalogue.ClauseByID(n); ok {
			return c.ID
		}
		dot := strings.LastIndex(n, ".")
		if dot < 0 {
			return ""
		}
		n = n[:dot]
	}
	return ""
}
