package recognise

import (
	"slices"
	"strings"

	"github.com/ismslint/ismslint/internal/isms"
)

// matchStep finds the step that a text names: by key, by label or number, or by
// a label that the text holds ("4 - Likely", "High (15)"). A text that names two
// steps names none.
func matchStep(steps []isms.Step, text string) int {
	for _, key := range []string{normalise(text), normalise(stripBrackets(text)), normalise(lettersOf(text))} {
		if key == "" {
			continue
		}
		for i := range steps {
			if key == steps[i].Key || key == bareLabel(&steps[i]) {
				return i
			}
		}
	}
	if at := heldStep(steps, text); at >= 0 {
		return at
	}
	if n, ok := leadingNumberOf(text); ok && bareNumber.MatchString(text) {
		return numberedStep(steps, n)
	}
	return translatedStep(steps, text)
}

// bareLabel is a label without the number that stands beside it: "1 - Rare".
func bareLabel(s *isms.Step) string {
	if key := normalise(lettersOf(stripBrackets(s.Label))); key != "" {
		return key
	}
	return normalise(s.Label)
}

var bareNumber = lazily(`^\s*\d+(?:[.,]\d+)?\s*(?:/\s*\d+\s*)?$`)

func numberedStep(steps []isms.Step, n float64) int {
	return slices.IndexFunc(steps, func(s isms.Step) bool { return s.Number != nil && *s.Number == n })
}

// heldStep finds the one label that a text holds. "Medium to high" holds two, and
// "very high" is another word than "high".
func heldStep(steps []isms.Step, text string) int {
	key := normalise(text)
	best, from, to := -1, 0, 0
	for i := range steps {
		label := bareLabel(&steps[i])
		if at := phraseAt(key, label); at >= 0 && len(label) > to-from {
			best, from, to = i, at, at+len(label)
		}
	}
	if best < 0 || negated(key[:from]) {
		return -1
	}
	rest := key[:from] + "|" + key[to:]
	for i := range steps {
		if i != best && phraseAt(strings.ReplaceAll(rest, "|", " "), bareLabel(&steps[i])) >= 0 {
			return -1
		}
	}
	word, own := wordRank(lettersOf(text)), wordRank(steps[best].Label)
	if word > 0 && own > 0 && word != own && from > 0 {
		return -1
	}
	return best
}

func negated(before string) bool {
	words := strings.Fields(before)
	return len(words) > 0 && slices.Contains([]string{"not", "nicht", "non", "no", "niet", "kein"}, words[len(words)-1])
}

// phraseAt is where whole words stand in a normalised text, or -1.
func phraseAt(text, phrase string) int {
	if phrase == "" {
		return -1
	}
	for start := 0; ; {
		at := strings.Index(text[start:], phrase)
		if at < 0 {
			return -1
		}
		at += start
		end := at + len(phrase)
		if isSolid(phrase) || (at == 0 || text[at-1] == ' ') && (end == len(text) || text[end] == ' ') {
			return at
		}
		start = at + 1
	}
}

// translatedStep finds the step whose word is the same in another language of
// the vocabulary: "hoch" on a scale that has "high".
func translatedStep(steps []isms.Step, text string) int {
	v := vocab()
	word := normalise(lettersOf(text))
	languages, rank := v.levelLanguages[word], wordRank(word)
	if len(languages) == 0 || rank == 0 {
		return -1
	}
	found := -1
	for i := range steps {
		label := bareLabel(&steps[i])
		if slices.ContainsFunc(v.levelLanguages[label], func(l string) bool { return slices.Contains(languages, l) }) {
			return -1
		}
		if wordRank(label) != rank {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = i
	}
	return found
}

// criteriaLink gives the levels of risks their steps once the criteria are known.
type criteriaLink struct{ criteria *isms.Criteria }

func (c *criteriaLink) entry(e *isms.Entry) {
	for i := range e.Fields {
		f := &e.Fields[i]
		l, ok := f.Value.(isms.Level)
		if !ok {
			continue
		}
		switch {
		case strings.HasSuffix(f.Name, "likelihood"):
			f.Value = judged(c.criteria.Likelihood.Steps, f.Raw, l)
		case strings.HasSuffix(f.Name, "consequence"):
			f.Value = judged(c.criteria.Consequence.Steps, f.Raw, l)
		default:
			f.Value = c.level(f.Raw, l)
		}
	}
}

// judged gives a value of likelihood or consequence its step.
func judged(steps []isms.Step, raw string, l isms.Level) isms.Level {
	at := matchStep(steps, raw)
	if n, ok := leadingNumberOf(raw); ok && at >= 0 {
		// "4 - Unlikely" names two steps.
		if other := numberedStep(steps, n); other >= 0 && other != at {
			at = -1
		}
	}
	if at < 0 && bareNumber.MatchString(raw) && l.Number != nil {
		at = rankedStep(steps, *l.Number)
	}
	if at < 0 {
		at = highestOf(steps, raw)
	}
	return onStep(steps, at, raw, l)
}

// rankedStep counts the steps of a scale that has no numbers.
func rankedStep(steps []isms.Step, n float64) int {
	return slices.IndexFunc(steps, func(s isms.Step) bool { return s.Number == nil && s.Rank > 0 && float64(s.Rank) == n })
}

var dimension = lazily(`\pL+\s*[:=]?\s*(\d+)`)

// highestOf reads a value for each dimension, "C: 3, I: 2, A: 4": the highest
// counts.
func highestOf(steps []isms.Step, raw string) int {
	found := dimension.FindAllStringSubmatch(raw, 8)
	if len(found) < 2 {
		return -1
	}
	best := -1
	for _, m := range found {
		n, _ := leadingNumberOf(m[1])
		at := numberedStep(steps, n)
		if at < 0 {
			return -1
		}
		if best < 0 || *steps[at].Number > *steps[best].Number {
			best = at
		}
	}
	return best
}

// level gives a level of risk its step: by name, or as the score that the bounds
// of a level hold. A number that may be either is left alone.
func (c *criteriaLink) level(raw string, l isms.Level) isms.Level {
	steps := c.criteria.Levels.Steps
	if !bareNumber.MatchString(raw) || l.Number == nil {
		at := matchStep(steps, raw)
		if at < 0 && l.Number != nil {
			at = levelOfScore(steps, *l.Number)
		}
		return onStep(steps, at, raw, l)
	}
	scored, numbered := levelOfScore(steps, *l.Number), numberedStep(steps, *l.Number)
	switch {
	case c.scores() && numbered >= 0 && scored != numbered:
		return isms.Level{}
	case scored >= 0:
		return onStep(steps, scored, raw, l)
	}
	return onStep(steps, numbered, raw, l)
}

// scores says whether the levels of the criteria are those of scores.
func (c *criteriaLink) scores() bool {
	return c.criteria.Combination == "product" || c.criteria.Combination == "sum" ||
		slices.ContainsFunc(c.criteria.Levels.Steps, func(s isms.Step) bool { return s.Min != nil || s.Max != nil })
}

func onStep(steps []isms.Step, at int, raw string, l isms.Level) isms.Level {
	if at >= 0 {
		l.Step, l.Rank = steps[at].Key, steps[at].Rank
		return l
	}
	l.Step, l.Rank = "", 0
	if len(steps) == 0 {
		l.Rank = wordRank(raw)
	}
	return l
}

var numbersIn = lazily(`\d+(?:[.,]\d+)?`)

// levelNumber is the number of a level: one that it begins with, or the only one
// ("High (15)"). Shares and money are no numbers of steps.
func levelNumber(raw string) *float64 {
	if strings.ContainsAny(raw, "%€$£") {
		return nil
	}
	n, ok := leadingNumberOf(raw)
	if !ok {
		if found := numbersIn.FindAllString(raw, 2); len(found) == 1 {
			n, ok = leadingNumberOf(found[0])
		}
	}
	if !ok {
		return nil
	}
	return &n
}
