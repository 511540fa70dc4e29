package policies_test

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
)

// defect is testdata/complete with one thing wrong.
type defect struct {
	id, operator string
	tree         files
	// at is where a reader expects to be told.
	at []spot
}

// spot is lines of a file; last 0 is all of it.
type spot struct {
	file        string
	first, last int
}

func (d *defect) expects(file string, n int) bool {
	return slices.ContainsFunc(d.at, func(s spot) bool {
		return s.file == file && (s.last == 0 || s.first <= n && n <= s.last)
	})
}

// seeder makes the defects.
type seeder struct {
	tree     files
	rows     []row
	operator string
	defects  []defect
	taken    map[string]bool
}

func seed(tree files) []defect {
	s := &seeder{tree: tree, rows: rowsOf(tree), taken: map[string]bool{}}
	for _, o := range operators {
		s.operator = o.name
		o.seed(s)
	}
	return s.defects
}

// rank orders places as if by chance, and always alike: a new entry takes the
// place of few others.
func rank(words ...string) uint32 {
	h := fnv.New32a()
	fmt.Fprint(h, strings.Join(words, "\x00"))
	return h.Sum32()
}

// pick takes n things by chance.
func pick[T any](things []T, n int, salt string, name func(T) string) []T {
	sorted := slices.Clone(things)
	slices.SortStableFunc(sorted, func(a, b T) int { return cmp.Compare(rank(salt, name(a)), rank(salt, name(b))) })
	return sorted[:min(n, len(sorted))]
}

func rowName(r row) string { return r.file + r.id }

// where are n rows of a kind for which the field is filled and the test holds.
func (s *seeder) where(n int, kind, field string, test func(r row) bool) []row {
	var rows []row
	for _, r := range s.rows {
		if r.kind != kind {
			continue
		}
		if _, filled := r.cell(field); filled && (test == nil || test(r)) {
			rows = append(rows, r)
		}
	}
	return pick(rows, n, s.operator+kind+field, rowName)
}

func has(key, value string) func(row) bool {
	return func(r row) bool { return strings.EqualFold(r.value(key), value) }
}

// add seeds a text for a file: unless it says nothing new, or was seeded before.
func (s *seeder) add(what, file, text string, at ...spot) {
	id := s.operator + ": " + what + ", " + file
	if s.taken[id] || text == s.tree[file] {
		return
	}
	s.taken[id] = true
	tree := maps.Clone(s.tree)
	tree[file] = text
	s.defects = append(s.defects, defect{id, s.operator, tree, at})
}

// lineAt is the number of the line in which the offset is.
func lineAt(text string, offset int) int { return strings.Count(text[:offset], "\n") + 1 }

// entry are the lines of a row in a changed text. Of the head of a document the
// title is part.
func (r *row) entry(before, after string) spot {
	to := r.to + len(after) - len(before)
	if r.kind == "head of document" {
		if i := strings.Index(after[to:], "\n# "); i >= 0 {
			to += i + 3
		}
	}
	return spot{r.file, lineAt(after, r.from), lineAt(after, max(r.from, to-1))}
}

// drop takes a field away: its lines, or what the cell says.
func (s *seeder) drop(r row, key string) {
	c, filled := r.cell(key)
	if !filled {
		return
	}
	text := s.tree[r.file]
	from, to := c.from, c.to
	if c.lineTo > 0 {
		if from, to = c.lineFrom, c.lineTo; strings.HasPrefix(text[from:], "  - ") {
			return
		}
	}
	after := text[:from] + text[to:]
	s.add(key+" of "+r.id, r.file, after, append(s.scale(r), r.entry(text, after))...)
}

// scale are the lines that use a step of the risk criteria.
func (s *seeder) scale(r row) []spot {
	if r.file == "registers/risk-criteria.yaml" && r.kind != "head of register" {
		return s.mentions(r.id)
	}
	return nil
}

// dropAll takes a key away, another one that says the same, and with history the
// version history.
func (s *seeder) dropAll(r row, key, also string, history bool) {
	text := s.tree[r.file]
	if history {
		if i := strings.Index(text, "## Version history"); i >= 0 {
			text = text[:i]
		}
	}
	for i := len(r.cells) - 1; i >= 0; i-- {
		if c := r.cells[i]; c.key == key || c.key == also {
			text = text[:c.lineFrom] + text[c.lineTo:]
		}
	}
	last := lineAt(text, strings.Index(text, "\n# ")+2)
	if r.kind == "head of register" {
		last = lineAt(text, strings.Index(text, "\n  - "))
	}
	s.add(key+" of "+r.id, r.file, text, spot{r.file, 1, last})
}

// set gives a field another value: expected at its line or where its entry begins.
func (s *seeder) set(r row, key, value string, more ...spot) {
	c, ok := r.cell(key)
	if !ok {
		return
	}
	text := s.tree[r.file]
	if text[c.from-1] == ':' {
		value = " " + value
	}
	after := text[:c.from] + value + text[c.to:]
	n := lineAt(text, c.from)
	at := append(s.scale(r), append(more, spot{r.file, n, n}, spot{r.file, lineAt(text, r.from), lineAt(text, r.from)})...)
	if strings.HasPrefix(r.kind, "head of") || contradictory[s.operator] {
		at = append(at, r.entry(text, after))
	}
	s.add(fmt.Sprintf("%s of %s, %s", key, r.id, strings.TrimSpace(value)), r.file, after, at...)
}

// contradictory are the operators that make two values of an entry disagree:
// either may be the wrong one.
var contradictory = map[string]bool{"status": true, "level": true, "order": true, "old": true, "person": true, "overdue": true, "blank": true}

// elsewhere are the places that disagree with a field of another file: the
// treatments with a control, the registers that rely on a document.
func (s *seeder) elsewhere(r row) []spot {
	switch r.kind {
	case "head of document":
		return append(s.mentions(path.Base(r.file)), spot{"isms.yaml", 1, 1})
	case "soa":
		var at []spot
		for _, other := range s.rows {
			if slices.Contains([]string{"treatments", "legal"}, other.kind) && strings.Contains(other.value("controls"), "A."+r.id) {
				at = append(at, other.entry(s.tree[other.file], s.tree[other.file]))
			}
		}
		return at
	case "audits", "roles":
		return s.mentions(r.id)
	case "Version history":
		return []spot{{r.file, 1, 8}}
	}
	return nil
}

// replace changes a text that stands in a field.
func (s *seeder) replace(r row, key, old, with string, more ...spot) {
	s.set(r, key, strings.Replace(r.value(key), old, with, 1), more...)
}

// remove takes a row away: expected in its file, where its id is spoken of, or
// where what it spoke of stands.
func (s *seeder) remove(r row) {
	text := s.tree[r.file]
	after := text[:r.from] + text[r.to:]
	at := append(s.mentions(r.id), spot{file: r.file})
	for _, other := range id.FindAllString(text[r.from:r.to], -1) {
		at = append(at, s.mentions(other)...)
	}
	s.add(r.kind+" "+r.id, r.file, after, at...)
}

var id = regexp.MustCompile(`\b(?:[A-Z]{1,4}-)(?:\d{4}-)?[A-Z]?\d{2,3}\b`)

// mentions are the lines of other files that hold a word.
func (s *seeder) mentions(word string) []spot {
	var at []spot
	for file, text := range s.tree {
		if !strings.Contains(text, word) {
			continue
		}
		for n, l := range linesOf(text) {
			if strings.Contains(l.text, word) {
				at = append(at, spot{file, n + 1, n + 1})
			}
		}
	}
	return at
}

// section is a heading with what stands below it.
type section struct {
	file, heading string
	from, to      int
}

func (s *seeder) sections(file string) []section {
	var list []section
	text := s.tree[file]
	for _, l := range linesOf(text) {
		if strings.HasPrefix(l.text, "## ") {
			if len(list) > 0 {
				list[len(list)-1].to = l.from
			}
			list = append(list, section{file, l.text[3:], l.from, len(text)})
		}
	}
	return list
}

// inForce are the documents with a head that says they are approved.
func (s *seeder) inForce(n int, key string) []row {
	return s.where(n, "head of document", key, has("status", "approved"))
}

// documents are the paths of markdown files, registers aside.
func (s *seeder) documents() []string {
	var list []string
	for _, p := range sortedPaths(s.tree) {
		if path.Ext(p) == ".md" && kinds[p] == "" && p != "README.md" {
			list = append(list, p)
		}
	}
	return list
}
