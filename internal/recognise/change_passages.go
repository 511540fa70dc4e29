package recognise

import (
	"slices"
	"strings"

	"github.com/ismslint/ismslint/internal/isms"
	"github.com/ismslint/ismslint/internal/syntax/markdown"
)

// passagesOf are the passages in which two texts differ.
func (c *comparison) passagesOf(before, after *markdown.Document) []isms.Passage {
	was, is := unitsOf(before, c.reader), unitsOf(after, c.reader)
	moved := keysOfBoth(was, is)
	var out []isms.Passage
	for _, g := range gaps(unitKeys(was), unitKeys(is)) {
		out = append(out, c.passagesIn(after, was[g.a0:g.a1], is, g, moved)...)
	}
	return out
}

// keysOfBoth counts the units that both texts have and that stand elsewhere now:
// that a text was put in another order changes nothing that it says.
func keysOfBoth(was, is []unit) map[string]bool {
	count := map[string]int{}
	for i := range was {
		count[was[i].key]++
	}
	both := map[string]bool{}
	for i := range is {
		if count[is[i].key] > 0 {
			both[is[i].key] = true
		}
	}
	return both
}

func unitKeys(units []unit) []string {
	keys := make([]string, len(units))
	for i := range units {
		keys[i] = units[i].key
	}
	return keys
}

// passagesIn pairs what is gone with what came in one gap: a sentence that has
// most of its words still is a changed one.
func (c *comparison) passagesIn(md *markdown.Document, was, is []unit, g gap, moved map[string]bool) []isms.Passage {
	if sameWords(was, is[g.b0:g.b1]) {
		return nil
	}
	var out []isms.Passage
	gone := slices.DeleteFunc(slices.Clone(was), func(u unit) bool { return moved[u.key] })
	for i := g.b0; i < g.b1; i++ {
		u := &is[i]
		if moved[u.key] {
			continue
		}
		best, most := -1, 0.5
		for k := range gone {
			if s := similarity(gone[k].words, u.words); s >= most && gone[k].kind == u.kind {
				best, most = k, s
			}
		}
		if best < 0 {
			out = append(out, placedPassage(md, u, isms.Passage{How: isms.Added, Unit: u.kind.String(), Text: u.text, Material: c.weighs(u)}, 0, len(u.words)))
			continue
		}
		old := gone[best]
		gone = slices.Delete(gone, best, best+1)
		first, last, material := c.compareWords(&old, u)
		out = append(out, placedPassage(md, u, isms.Passage{How: isms.Changed, Unit: u.kind.String(), Was: old.text, Text: u.text, Material: material}, first, last))
	}
	for k := range gone {
		out = append(out, c.removedPassage(md, &gone[k], is, g))
	}
	return out
}

func sameWords(a, b []unit) bool {
	var x, y []string
	for i := range a {
		x = append(x, a[i].words...)
	}
	for i := range b {
		y = append(y, b[i].words...)
	}
	return slices.Equal(x, y)
}

// removedPassage stands at what stood before it and is still there, else at what
// follows.
func (c *comparison) removedPassage(md *markdown.Document, u *unit, is []unit, g gap) isms.Passage {
	p := isms.Passage{How: isms.Removed, Unit: u.kind.String(), Was: u.text, Material: c.weighs(u)}
	switch {
	case g.b0 > 0:
		at := &is[g.b0-1]
		return placedPassage(md, at, p, len(at.words)-1, len(at.words))
	case len(is) > 0:
		return placedPassage(md, &is[0], p, 0, 1)
	}
	p.Place = isms.Place{Path: md.Source.Path, Pos: toPos(md.Source.Range(0, 0))}
	return p
}

// placedPassage puts a passage at some words of a unit.
func placedPassage(md *markdown.Document, u *unit, p isms.Passage, first, last int) isms.Passage {
	starts, ends := u.places()
	from, to := u.start, u.end
	if first < len(starts) && starts[first] >= 0 {
		from = starts[first]
		if to = ends[first]; last > first && ends[last-1] > from {
			to = ends[last-1]
		}
	}
	s := &md.Sections[u.section]
	p.Place = isms.Place{Path: md.Source.Path, Pos: toPos(md.Source.Range(from, to))}
	p.Section, p.Heading = s.Slug, s.Heading
	return p
}

// weighs says whether it is a material change that a unit comes or goes.
func (c *comparison) weighs(u *unit) bool {
	const aFew = 3
	return u.kind != unitHeading && !u.links && (u.kind != unitSentence || len(u.words) >= aFew || c.binds(u.words))
}

// binds says whether there is a word that changes what is demanded: how often, how
// many, who, unless.
func (c *comparison) binds(words []string) bool {
	return c.v.hinted("binding", strings.Join(words, " ")) || c.demands(words)
}

// demands says whether a sentence is a requirement, or has a number.
func (c *comparison) demands(words []string) bool {
	text := strings.Join(words, " ")
	return c.v.hinted("must", text) || c.v.hinted("demands", text) || slices.ContainsFunc(words, isNumeral)
}

func isNumeral(word string) bool { return strings.ContainsAny(word, "0123456789") }

// compareWords gives the words of the second unit that differ from the first, and
// whether the difference is material: a measure or a word that binds is another
// one, or a sentence that binds has another word. A corrected spelling, an article
// and a reworded description are not.
func (c *comparison) compareWords(was, is *unit) (first, last int, material bool) {
	first, last = len(is.words), 0
	var gone, came []string
	spelling := true
	for _, g := range gaps(was.words, is.words) {
		first, last = min(first, g.b0), max(last, g.b1)
		a, b := was.words[g.a0:g.a1], is.words[g.b0:g.b1]
		if !sameSpelling(a, b) {
			spelling = false
		}
		gone, came = append(gone, a...), append(came, b...)
	}
	if first >= last { // words are gone only
		first = min(max(first-1, 0), len(is.words)-1)
		last = first + 1
	}
	switch {
	case is.kind == unitHeading || is.links && was.links || spelling:
		return first, last, false
	case c.binds(gone) || c.binds(came):
		return first, last, true
	case c.empty(gone) && c.empty(came):
		return first, last, false
	case is.kind != unitSentence:
		return first, last, true
	}
	return first, last, c.demands(was.words) || c.demands(is.words)
}

// empty says whether words carry no meaning of their own.
func (c *comparison) empty(words []string) bool {
	return !slices.ContainsFunc(words, func(w string) bool { return !c.v.hinted("particle", w) })
}

// sameSpelling says whether words differ in spelling only: each by one letter, or
// in the blanks between them.
func sameSpelling(a, b []string) bool {
	if strings.Join(a, "") == strings.Join(b, "") {
		return true
	}
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if !misspelt(a[i], b[i]) {
			return false
		}
	}
	return true
}

// misspelt says whether two words of some length differ by one letter or by two
// that changed places.
func misspelt(a, b string) bool {
	const short = 5
	x, y := []rune(a), []rune(b)
	if a == b {
		return true
	}
	if isNumeral(a) || isNumeral(b) || min(len(x), len(y)) < short {
		return false
	}
	for len(x) > 0 && len(y) > 0 && x[0] == y[0] {
		x, y = x[1:], y[1:]
	}
	for len(x) > 0 && len(y) > 0 && x[len(x)-1] == y[len(y)-1] {
		x, y = x[:len(x)-1], y[:len(y)-1]
	}
	return max(len(x), len(y)) == 1 || len(x) == 2 && len(y) == 2 && x[0] == y[1] && x[1] == y[0]
}

// similarity is the share of words that two texts have in common.
func similarity(a, b []string) float64 {
	count := map[string]int{}
	for _, w := range a {
		count[w]++
	}
	common := 0
	for _, w := range b {
		if count[w] > 0 {
			count[w]--
			common++
		}
	}
	return 2 * float64(common) / float64(len(a)+len(b))
}

// gap is what stands between two things that both lists have: a[a0:a1] was there,
// b[b0:b1] is there now.
type gap struct{ a0, a1, b0, b1 int }

// mostCells bounds the table of the comparison; beyond it, lists that have hardly
// anything in common are one gap.
const mostCells = 4_000_000

// gaps compares two lists by their longest common subsequence.
func gaps(a, b []string) []gap {
	start := 0
	for start < len(a) && start < len(b) && a[start] == b[start] {
		start++
	}
	endA, endB := len(a), len(b)
	for endA > start && endB > start && a[endA-1] == b[endB-1] {
		endA, endB = endA-1, endB-1
	}
	switch {
	case start == endA && start == endB:
		return nil
	case start == endA || start == endB || (endA-start)*(endB-start) > mostCells:
		return []gap{{start, endA, start, endB}}
	}
	x, y := a[start:endA], b[start:endB]
	width := len(y) + 1
	length := make([]int32, (len(x)+1)*width)
	for i := len(x) - 1; i >= 0; i-- {
		for k := len(y) - 1; k >= 0; k-- {
			if x[i] == y[k] {
				length[i*width+k] = length[(i+1)*width+k+1] + 1
			} else {
				length[i*width+k] = max(length[(i+1)*width+k], length[i*width+k+1])
			}
		}
	}
	var out []gap
	i, k := 0, 0
	for i < len(x) || k < len(y) {
		g := gap{a0: i, b0: k}
		for i < len(x) && k < len(y) && x[i] != y[k] {
			if length[(i+1)*width+k] >= length[i*width+k+1] {
				i++
			} else {
				k++
			}
		}
		if i == len(x) || k == len(y) {
			i, k = len(x), len(y)
		}
		if g.a1, g.b1 = i, k; g.a0 < i || g.b0 < k {
			out = append(out, gap{g.a0 + start, i + start, g.b0 + start, k + start})
		}
		for i < len(x) && k < len(y) && x[i] == y[k] {
			i, k = i+1, k+1
		}
	}
	return out
}
