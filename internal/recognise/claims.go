package recognise

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/ismslint/ismslint/internal/isms"
	"github.com/ismslint/ismslint/internal/syntax/yaml"
)

// claim is a number of entries that a document states of the register it holds:
// of all, of the part below a heading, or of those that a SoA decides on in one
// way.
type claim struct {
	kind  string
	state string // "", "yes" or "no": whether controls apply
	what  string // as written: "risks"
	said  int
	pos   isms.Pos
	// from and to are the lines that it is about; 0 for all.
	from, to int
}

// claims are the numbers that a document states of its registers. A number
// counts only where nothing but the name of the entries stands beside it: "12
// risks above acceptance" is about some of them.
func (p *page) claims(candidates []candidate) []claim {
	kinds := map[string]bool{}
	for i := range candidates {
		if candidates[i].decided && candidates[i].why == "" {
			kinds[candidates[i].kind] = true
		}
	}
	var found []claim
	for _, kind := range slices.Sorted(maps.Keys(kinds)) {
		for i := range p.md.Sections {
			found = append(found, p.claimsOfSection(kind, i)...)
		}
		for i := range p.md.Fields {
			f := &p.md.Fields[i]
			if c, ok := p.v.keyed(kind, f.Key, f.Value); ok {
				c.pos = toPos(f.Range)
				found = append(found, c)
			}
		}
		for i := range p.md.Tables {
			t := &p.md.Tables[i]
			for j := range t.Rows {
				cells := t.Rows[j].Cells
				if len(t.Header.Cells) > 3 || len(cells) < 2 {
					break
				}
				if c, ok := p.v.keyed(kind, cells[0].Text, cells[1].Text); ok {
					c.pos = toPos(cells[1].Range)
					found = append(found, c)
				}
			}
		}
	}
	return found
}

func (p *page) claimsOfSection(kind string, i int) []claim {
	s := &p.md.Sections[i]
	var found []claim
	if n, what, ok := p.v.inBrackets(kind, s.Heading); ok {
		end := s.Range.End.Line
		if last := p.subtree[i] - 1; last > i {
			end = p.md.Sections[last].Range.End.Line
		}
		found = append(found, claim{kind: kind, what: what, said: n, pos: toPos(s.HeadingRange), from: s.HeadingRange.Start.Line, to: end})
	}
	for j := range s.Blocks {
		for _, at := range sentences(s.Blocks[j].Text) {
			text := s.Blocks[j].Text[at.start:at.end]
			c, ok := p.v.saysAll(kind, text)
			if !ok && kind == "soa" {
				c, ok = p.v.saysHowMany(text)
			}
			if ok {
				c.kind, c.pos = kind, toPos(within(p.md.Source, s.Blocks[j].Range, strings.TrimSpace(text)))
				found = append(found, c)
			}
		}
	}
	return found
}

// keyed reads "Total risks: 26" and "Number of controls | 93".
func (v *vocabulary) keyed(kind, key, value string) (claim, bool) {
	n, ok := wholeNumber(value)
	if !ok {
		return claim{}, false
	}
	name := normalise(key)
	if kind == "soa" {
		for _, state := range []string{"yes", "no"} {
			if v.is("soa-"+state, v.afterNumberOf(name)) {
				return claim{kind: kind, state: state, what: strings.TrimSpace(key), said: n}, true
			}
		}
	}
	rest := v.afterNumberOf(name)
	if rest == name || !v.names(kind, rest) {
		return claim{}, false
	}
	return claim{kind: kind, what: rest, said: n}, true
}

// afterNumberOf is what follows "number of", "total" and the like, or the whole.
func (v *vocabulary) afterNumberOf(name string) string {
	p := v.hints["number-of"]
	if p == nil {
		return name
	}
	words, end := strings.Fields(name), 0
	for _, m := range p.find(name) {
		if m.start == 0 {
			end = max(end, m.end)
		}
	}
	return strings.Join(words[end:], " ")
}

func (v *vocabulary) names(kind, name string) bool {
	return v.is("entries-"+kind, name) || v.is("entries-any", name)
}

// inBrackets reads the end of "Organizational controls (37 controls)".
func (v *vocabulary) inBrackets(kind, heading string) (int, string, bool) {
	open := strings.LastIndexByte(heading, '(')
	if open < 0 || !strings.HasSuffix(strings.TrimSpace(heading), ")") {
		return 0, "", false
	}
	number, what, ok := strings.Cut(strings.Trim(strings.TrimSpace(heading[open:]), "()"), " ")
	n, whole := wholeNumber(number)
	if !ok || !whole || !v.names(kind, normalise(what)) {
		return 0, "", false
	}
	return n, strings.TrimSpace(what), true
}

// saysAll reads "this register lists 26 risks." where the sentence, or a part of
// it, ends with the name of the entries.
func (v *vocabulary) saysAll(kind, text string) (claim, bool) {
	p := v.hints["says-all"]
	part, _, _ := strings.Cut(text, " (")
	part, _, _ = strings.Cut(part, ",")
	part, _, _ = strings.Cut(part, ":")
	if p == nil || len(part) > longestClaim {
		return claim{}, false
	}
	name := normalise(part)
	words := strings.Fields(name)
	for _, m := range p.find(name) {
		i := m.end
		for i < len(words) && v.is("filler", words[i]) {
			i++
		}
		if i+1 >= len(words) {
			continue
		}
		if n, ok := v.number(words[i]); ok {
			if what := strings.Join(words[i+1:], " "); v.names(kind, what) {
				return claim{what: what, said: n}, true
			}
		}
	}
	return claim{}, false
}

// longestClaim is how long a sentence is that says no more than a number.
const longestClaim = 200

// saysHowMany reads "Four controls are excluded." of a Statement of Applicability.
func (v *vocabulary) saysHowMany(text string) (claim, bool) {
	words := strings.Fields(normalise(text[:min(len(text), longestClaim)]))
	if len(text) > longestClaim || len(words) < 4 || len(words) > 5 {
		return claim{}, false
	}
	n, ok := v.number(words[0])
	if !ok || !v.names("soa", words[1]) || !v.is("are", words[2]) {
		return claim{}, false
	}
	how := strings.Join(words[3:], " ")
	for _, state := range []string{"yes", "no"} {
		if v.is("soa-"+state, how) {
			return claim{state: state, what: strings.Join(words[1:2], " ") + " " + how, said: n}, true
		}
	}
	return claim{}, false
}

// number reads a number in digits, or a word for one.
func (v *vocabulary) number(word string) (int, bool) {
	if n, ok := wholeNumber(word); ok {
		return n, true
	}
	for n := 1; n <= 12; n++ {
		if v.is("number-"+strconv.Itoa(n), word) {
			return n, true
		}
	}
	return 0, false
}

func wholeNumber(text string) (int, bool) {
	text = strings.Trim(strings.TrimSpace(text), "*_")
	if text == "" || len(text) > 5 || strings.Trim(text, "0123456789") != "" {
		return 0, false
	}
	n, err := strconv.Atoi(text)
	return n, err == nil
}

// yamlClaims are numbers beside the entries of a YAML register: "total_risks: 26".
func (v *vocabulary) yamlClaims(root *yaml.Node, candidates []candidate) []claim {
	var found []claim
	if root.Kind != yaml.Mapping {
		return nil
	}
	for i := range candidates {
		for j := range root.Pairs {
			pair := &root.Pairs[j]
			if c, ok := v.keyed(candidates[i].kind, pair.Key, pair.Value.Text); ok && pair.Value.Kind == yaml.Scalar {
				c.pos = toPos(pair.Value.Range)
				found = append(found, c)
			}
		}
	}
	return found
}

// judgeClaims compares what documents state of their registers with the entries.
// Registers of several files, and those in which ids come twice, are not counted.
func (b *builder) judgeClaims(s *scan) []isms.Slip {
	var found []isms.Slip
	seen := map[claim]bool{}
	for i := range s.claims {
		c := &s.claims[i]
		reg := b.registerOf(c.kind)
		if reg == nil || reg.State != isms.Present || !reg.Decided || reg.Path != s.path || len(reg.Duplicates) > 0 {
			continue
		}
		// A table of two columns is read as fields too.
		once := claim{kind: c.kind, state: c.state, said: c.said, pos: isms.Pos{Line: c.pos.Line}}
		n, ok := c.count(reg)
		if !ok || n == c.said || n == 0 || seen[once] {
			continue
		}
		seen[once] = true
		found = append(found, isms.Slip{
			Place: isms.Place{Path: s.path, Pos: c.pos}, Subject: "register/" + c.kind, Title: reg.Title, Label: c.what, Field: c.state,
			Said: float64(c.said), Counted: float64(n), Other: isms.Place{Path: reg.Path, Pos: reg.Pos},
		})
	}
	return found
}

func (c *claim) count(reg *isms.Register) (int, bool) {
	n := 0
	for i := range reg.Entries {
		e := &reg.Entries[i]
		if e.Path != reg.Path {
			return 0, false
		}
		if c.from > 0 && (e.Pos.Line < c.from || e.Pos.Line > c.to) {
			continue
		}
		if c.state != "" {
			f := fieldOf(e.Fields, "applicable")
			if f == nil || f.Value == nil {
				return 0, false
			}
			if f.Value != isms.Enum(c.state) {
				continue
			}
		}
		n++
	}
	return n, true
}

func (b *builder) registerOf(kind string) *isms.Register {
	for _, reg := range b.model.Registers {
		if reg.Kind == kind {
			return reg
		}
	}
	return nil
}
