package recognise

import (
	"strconv"
	"strings"

	"github.com/ismslint/ismslint/internal/catalogue"
	"github.com/ismslint/ismslint/internal/isms"
	"github.com/ismslint/ismslint/internal/syntax"
)

// reader turns what is written into values. It keeps nothing but what it was
// made with, so that files are read in parallel.
type reader struct {
	calendar
	exists func(path string) bool
	// top are declared members of top management, normalised.
	top map[string]bool
}

// cell is a text with its place: a cell of a table, a value of YAML, a field of
// a document's header.
type cell struct {
	text  string
	pos   isms.Pos
	links []string
	// items are the elements of a YAML sequence.
	items []cell
	// src and start place parts of the text where it stands unchanged in the
	// source.
	src   *syntax.Source
	start int
}

func toPos(r syntax.Range) isms.Pos {
	return isms.Pos{Line: r.Start.Line, Column: r.Start.Column, EndLine: r.End.Line, EndColumn: r.End.Column}
}

// partPos is the position of text[from:to] of the cell, if the source has it
// there.
func (c *cell) partPos(from, to int) isms.Pos {
	if c.src == nil {
		return c.pos
	}
	raw := c.text[from:to]
	if at := c.start + from; at+len(raw) <= len(c.src.Text) && c.src.Text[at:at+len(raw)] == raw {
		return toPos(c.src.Range(at, at+len(raw)))
	}
	end := c.src.Offset(syntax.Position{Line: c.pos.EndLine, Column: c.pos.EndColumn})
	if c.start <= end && end <= len(c.src.Text) {
		if at := strings.Index(c.src.Text[c.start:end], raw); at >= 0 {
			return toPos(c.src.Range(c.start+at, c.start+at+len(raw)))
		}
	}
	return c.pos
}

// field reads a cell as the field's type.
func (r *reader) field(spec isms.FieldSpec, c cell) isms.Field {
	f := isms.Field{Name: spec.Name, Raw: strings.TrimSpace(c.text), Pos: c.pos}
	if f.Raw == "" && len(c.items) == 0 {
		return f
	}
	if r.isUnfilled(f.Raw) && len(c.items) == 0 {
		return f
	}
	list, isEnum := strings.CutPrefix(string(spec.Type), "enum:")
	switch {
	case isEnum:
		x, ok := r.v.value(list, f.Raw)
		if at := strings.LastIndexByte(f.Raw, ':'); !ok && at >= 0 {
			x, ok = r.v.value(list, f.Raw[at+1:]) // "Confidentiality: Public", as badges say it
		}
		if ok {
			f.Value = isms.Enum(x)
		}
	case spec.Type == isms.TypeRefs:
		f.Value, f.Items = r.refs(c)
	case spec.Type == isms.TypeControls:
		f.Value, f.Items = r.controls(c)
	default:
		f.Value = r.scalar(spec.Type, f.Raw)
	}
	return f
}

func (r *reader) scalar(t isms.FieldType, raw string) isms.Value {
	switch t {
	case isms.TypeDate:
		if d, ok := r.date(raw); ok {
			return d
		}
	case isms.TypeInterval:
		if i, ok := r.interval(raw); ok {
			return i
		}
	case isms.TypeNumber:
		if n, ok := leadingNumberOf(raw); ok {
			return isms.Number(n)
		}
	case isms.TypePeople:
		if p := r.peopleIn(raw); len(p.Keys) > 0 {
			return p
		}
	case isms.TypeLevel:
		// The criteria are not known yet; link.go gives the step.
		return isms.Level{Number: levelNumber(raw)}
	case isms.TypeProperties:
		if p, ok := propertiesIn(raw, true); ok {
			return p
		}
	case isms.TypeVersion:
		return isms.Version(versionOf(raw))
	case isms.TypeReason:
		if !r.v.emptyReasons[normalise(raw)] {
			return isms.Text(raw)
		}
	default:
		return isms.Text(raw)
	}
	return nil
}

// versionOf is a version as others write the same: "v1", "Version 1.0" and
// "1.0.0" are one.
func versionOf(raw string) string {
	text := strings.ToLower(strings.Trim(strings.TrimSpace(raw), "*_`"))
	for _, word := range []string{"version", "ver.", "rev.", "revision", "v.", "v"} {
		if rest, ok := strings.CutPrefix(text, word); ok {
			if rest = strings.TrimSpace(rest); rest != "" && rest[0] >= '0' && rest[0] <= '9' {
				text = rest
				break
			}
		}
	}
	if text == "" || text[0] < '0' || text[0] > '9' {
		return text
	}
	for {
		shorter, ok := strings.CutSuffix(text, ".0")
		if !ok {
			return text
		}
		text = shorter
	}
}

// isBlank says whether a text has nothing but dashes, dots and the like.
func isBlank(text string) bool {
	for _, r := range text {
		if !strings.ContainsRune("\t\n\f\r -–—_.…?·•|/\\*", r) {
			return false
		}
	}
	return true
}

// bracketed is a value that is nothing but words in brackets: "[Owner]".
var bracketed = lazily(`^\[\pL[^\[\]]{2,}\]$`)

// isUnfilled says whether a cell holds a dash, a blank to fill in, or a phrase
// that says that nothing is there yet.
func (r *reader) isUnfilled(text string) bool {
	if isBlank(text) {
		return true
	}
	if !longerThan(text, r.v.unfilledLength) && r.v.unfilled[normalise(text)] {
		return true
	}
	return len(text) < 120 && (wholePlaceholder(text) || bracketed.MatchString(strings.TrimSpace(text)))
}

// longerThan says whether a text is longer than n once it is normalised, which
// keeps every letter but an e after a, o or u. It need not look at all of it.
func longerThan(text string, n int) bool {
	letters := 0
	for i := 0; i < len(text); i++ {
		if c := text[i] | 0x20; c >= 'a' && c <= 'z' {
			if letters++; letters > 2*n {
				return true
			}
		}
	}
	return false
}

var numberAtStart = lazily(`^[^\d\pL]*?(-?\d{1,9}(?:[.,]\d{1,6})?)(?:\D|$)`)

func leadingNumberOf(text string) (float64, bool) {
	m := numberAtStart.FindStringSubmatch(strings.TrimSpace(text))
	if m == nil {
		return 0, false
	}
	n, err := strconv.ParseFloat(strings.Replace(m[1], ",", ".", 1), 64)
	return n, err == nil
}

var peopleSplit = lazily(`\s*(?:[,;/|&\n]|\band\b|\bund\b|\bet\b|\bor\b|\boder\b|\+)\s*`)

// splitPeople divides a text that names several. Most name one, and are not
// searched.
func splitPeople(raw string) []string {
	const most = 32
	if strings.ContainsAny(raw, ",;/|&\n+") {
		return peopleSplit.Split(raw, most)
	}
	for _, word := range []string{"and", "und", "et", "or", "oder"} {
		if strings.Contains(raw, word) {
			return peopleSplit.Split(raw, most)
		}
	}
	return []string{raw}
}

// peopleIn reads the persons, roles or teams that a text names.
func (r *reader) peopleIn(raw string) isms.People {
	var p isms.People
	for _, part := range splitPeople(strings.TrimPrefix(raw, "role:")) {
		part = strings.TrimSpace(strings.TrimPrefix(part, "role:"))
		key := normalise(part)
		if key == "" || r.isUnfilled(part) || r.v.notApproved[key] {
			continue
		}
		p.Keys = append(p.Keys, key)
		p.Top = p.Top || r.isTop(key)
	}
	return p
}

// isTop says whether a normalised name or title is top management.
func (r *reader) isTop(key string) bool {
	if r.top[key] {
		return true
	}
	for _, m := range r.v.people.find(key) {
		w := strings.Fields(key)
		// "Director" is one of top management, "Director of Engineering" is not.
		if m.text != key && r.v.is("alone", m.text) {
			continue
		}
		// A vice president is no president, an assistant to the CEO no CEO.
		if m.start > 0 && m.start <= len(w) && r.v.hinted("deputy", strings.Join(w[:m.start], " ")) {
			continue
		}
		return true
	}
	return false
}

// controls reads a cell that names controls of Annex A.
func (r *reader) controls(c cell) (isms.Value, []isms.Pos) {
	if len(c.items) == 0 {
		list, spans := readControls(c.text)
		var at []isms.Pos
		for _, s := range spans {
			at = append(at, c.partPos(s.start, s.end))
		}
		if list == nil {
			return nil, nil
		}
		return list, at
	}
	var list isms.Controls
	var at []isms.Pos
	for i := range c.items {
		item := &c.items[i]
		found, _ := readControls(item.text)
		if found == nil && strings.TrimSpace(item.text) != "" {
			found = isms.Controls{{ID: strings.TrimSpace(item.text), Raw: item.text}}
		}
		for _, x := range found {
			list = append(list, x)
			at = append(at, item.pos)
		}
	}
	if list == nil {
		return nil, nil
	}
	return list, at
}

// editionOf is the edition of a control id of the catalogue, "" for an own id.
func editionOf(id string) string {
	for _, edition := range []string{catalogue.Edition2022, catalogue.Edition2013} {
		if _, ok := controlSets()[edition].index[id]; ok {
			return edition
		}
	}
	return ""
}
