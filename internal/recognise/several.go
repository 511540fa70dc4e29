package recognise

import (
	"path"
	"slices"
	"strings"
)

// onlyOnce are the types of which an ISMS has one each: a second one of two of
// them, in a folder of its own, is that of another ISMS. leading are those
// that no site, year or team inside an ISMS has for itself.
var (
	onlyOnce = []string{"scope", "soa", "policy.infosec", "isms-manual", "methodology.risk", "context", "risks", "treatments"}
	leading  = []string{"scope", "soa", "policy.infosec", "isms-manual"}
)

// fewestTwice is how many such types two folders both have.
const fewestTwice = 2

// held is a piece of an ISMS: where it is, and of what type.
type held struct{ dir, typ, language string }

// roots are the folders that hold an ISMS each, sorted; nil where there is no
// more than one. A folder holds one of its own where it has what an ISMS has, and
// another one has the same once more.
func (b *builder) roots() []string {
	settings := b.options.Settings
	if settings.Path != "" && settings.Dir() == "" {
		return nil // who declares one ISMS at the top means all of the tree
	}
	found := b.divide("", b.holdings())
	if len(found) < 2 {
		return nil
	}
	if settings.Path != "" && !slices.ContainsFunc(found, func(dir string) bool { return standsIn(settings.Path, dir) }) {
		return nil
	}
	slices.Sort(found)
	return found
}

// standsIn says whether a path stands in a folder, "" for the top.
func standsIn(p, dir string) bool { return dir == "" || p == dir || strings.HasPrefix(p, dir+"/") }

// holdings are all documents and registers that count.
func (b *builder) holdings() []held {
	var all []held
	for i := range b.scans {
		s := &b.scans[i]
		dir := strings.TrimPrefix(path.Dir(s.path), ".")
		for _, d := range s.docs {
			if d.Section == "" && d.Evidence && d.Type != "" {
				all = append(all, held{dir, d.Type, d.Language})
			}
		}
		for k := range s.candidates {
			if c := &s.candidates[k]; c.why == "" && c.decided && len(c.entries) > 0 {
				if typ := b.holderOf(c.kind); typ != "" {
					all = append(all, held{dir, typ, ""})
				}
			}
		}
	}
	return all
}

// holderOf is the first document type that holds a register.
func (b *builder) holderOf(kind string) string {
	for i := range b.v.types {
		if b.v.types[i].Register == kind {
			return b.v.types[i].ID
		}
	}
	return ""
}

// share is what stands below one folder of a folder, or beside all of them.
type share struct {
	name  string
	holds []held
}

// divide gives the folders below dir that hold an ISMS of their own, dir itself
// for what stands beside them; nil where there are not two.
func (b *builder) divide(dir string, all []held) []string {
	shares := sharesBelow(dir, all)
	var found []string
	var whole []share // found as they are
	taken := map[string]bool{}
	for i := range shares {
		s := &shares[i]
		if s.name == "" || !holdsISMS(s.holds) {
			continue
		}
		deeper := b.divide(path.Join(dir, s.name), s.holds)
		switch {
		case len(deeper) > 0:
			found = append(found, deeper...)
		case b.hasTwin(s, shares):
			whole = append(whole, *s)
		default:
			continue
		}
		taken[s.name] = true
	}
	var rest []held
	for i := range shares {
		if !taken[shares[i].name] {
			rest = append(rest, shares[i].holds...)
		}
	}
	own := holdsISMS(rest)
	if !own {
		// One of them is a part of what stands beside it: policies here, registers
		// there.
		if i := complement(whole, rest); i >= 0 {
			whole, own = slices.Delete(whole, i, i+1), true
		}
	}
	for _, s := range whole {
		found = append(found, path.Join(dir, s.name))
	}
	if own && len(found) > 0 {
		found = append(found, dir)
	}
	if len(found) < 2 {
		return nil
	}
	return found
}

// sharesBelow groups by the folders right below dir, in their order; "" is what
// stands in dir itself.
func sharesBelow(dir string, all []held) []share {
	var shares []share
	for _, h := range all {
		name := ""
		if below, ok := strings.CutPrefix(h.dir, dir); ok && !strings.HasPrefix(h.dir, "/") {
			name, _, _ = strings.Cut(strings.TrimPrefix(below, "/"), "/")
		}
		i := slices.IndexFunc(shares, func(s share) bool { return s.name == name })
		if i < 0 {
			i, shares = len(shares), append(shares, share{name: name})
		}
		shares[i].holds = append(shares[i].holds, h)
	}
	return shares
}

// hasTwin says whether another folder beside it, or all that is no ISMS in a
// folder of its own, holds the same once more.
func (b *builder) hasTwin(s *share, shares []share) bool {
	var beside []held
	for i := range shares {
		other := &shares[i]
		switch {
		case other.name == s.name:
		case other.name != "" && holdsISMS(other.holds):
			if b.areTwo(s, other) {
				return true
			}
		default:
			beside = append(beside, other.holds...)
		}
	}
	return holdsISMS(beside) && !inSeries(s.name) && hasTwice(s.holds, beside)
}

// complement is the one share that has nothing twice with what is left over, -1
// where there is none or nothing is left over.
func complement(shares []share, left []held) int {
	if !slices.ContainsFunc(left, func(h held) bool { return coreTypes[h.typ] }) {
		return -1
	}
	at := -1
	for i := range shares {
		if twice, _ := inBoth(shares[i].holds, left); twice > 0 {
			continue
		}
		if at >= 0 {
			return -1
		}
		at = i
	}
	return at
}

// holdsISMS says whether there is enough for an ISMS: what leads it, what came of
// it, and further types that nothing else has.
func holdsISMS(all []held) bool {
	core := map[string]bool{}
	leads, results := false, false
	for _, h := range all {
		if coreTypes[h.typ] {
			core[h.typ] = true
		}
		leads = leads || slices.Contains(leading, h.typ)
		results = results || h.typ == "risks" || h.typ == "soa" || h.typ == "treatments"
	}
	return len(core) >= fewestCore && leads && results
}

// hasTwice says whether both hold what one ISMS has once.
func hasTwice(a, c []held) bool {
	twice, leads := inBoth(a, c)
	return twice >= fewestTwice && leads
}

// inBoth counts the types that an ISMS has once and both have; leads says whether
// a leading one is among them.
func inBoth(a, c []held) (twice int, leads bool) {
	has := func(all []held, typ string) bool {
		return slices.ContainsFunc(all, func(h held) bool { return h.typ == typ })
	}
	for _, typ := range onlyOnce {
		if has(a, typ) && has(c, typ) {
			twice++
			leads = leads || slices.Contains(leading, typ)
		}
	}
	return twice, leads
}

// areTwo says whether two folders side by side hold two ISMS, and not one in two
// languages or two states.
func (b *builder) areTwo(a, c *share) bool {
	if !hasTwice(a.holds, c.holds) || inSeries(a.name) || inSeries(c.name) {
		return false
	}
	isLanguage := func(name string) bool { return slices.Contains(b.v.languages, strings.ToLower(name)) }
	return !isLanguage(a.name) || !isLanguage(c.name) || mostly(a.holds) == mostly(c.holds)
}

// series are names of states of one thing: years and versions.
var series = lazily(`(?:^|\D)(?:19|20)\d\d(?:\D|$)|^v?\d+(?:\.\d+)*$`)

func inSeries(name string) bool { return series.MatchString(name) }

// mostly is the language of most.
func mostly(all []held) string {
	count := map[string]int{}
	best := ""
	for _, h := range all {
		if h.language == "" {
			continue
		}
		count[h.language]++
		if n := count[h.language]; n > count[best] || n == count[best] && h.language < best {
			best = h.language
		}
	}
	return best
}
