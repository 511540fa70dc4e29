package markdown

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
)

// maxHeadings bounds the sections of one document.
const maxHeadings = 20000

func (w *walker) heading(n *ast.Heading) {
	start := max(n.Pos(), 0)
	f := sliceFlow(w.source, start, start)
	if n.Lines().Len() > 0 {
		f = newFlow(w.source, n.Lines())
		start = min(start, n.Lines().At(0).Start)
	} else if start < len(w.source) {
		f = sliceFlow(w.source, start+n.Level, start+n.Level)
	}
	if !w.addSection(n.Level, start) {
		return
	}
	w.nameSection(w.scan(f, modeMarkdown), 0, len(f.text))
}

// addSection begins a section, unless there are too many.
func (w *walker) addSection(level, start int) bool {
	if w.headings++; w.headings > maxHeadings {
		if w.headings == maxHeadings+1 {
			w.doc.problem(start, start, "too many headings; those from here on were not read")
		}
		return false
	}
	w.doc.Sections = append(w.doc.Sections, Section{Level: level, Parent: w.parent(level)})
	w.starts = append(w.starts, start)
	index := len(w.doc.Sections) - 1
	w.parents = append(w.parents, index)
	if w.title == 0 || level == 1 && w.doc.Sections[w.title].Level > 1 {
		w.title = index
	}
	return true
}

// nameSection gives the last section its heading, text[from:to].
func (w *walker) nameSection(in *inline, from, to int) {
	visible := in.read(from, to)
	s := &w.doc.Sections[len(w.doc.Sections)-1]
	s.Heading = withoutEmoji(anchorPattern.ReplaceAllString(visible, ""))
	s.Number = leadingNumber(s.Heading)
	s.Slug = w.slug(strings.ReplaceAll(visible, "\n", " "))
	s.HeadingRange = w.rangeOf(in.flow, from, to)
}

// parent closes the sections that a heading of a level ends and returns the
// one around it.
func (w *walker) parent(level int) int {
	for n := len(w.parents); n > 0; n-- {
		if w.doc.Sections[w.parents[n-1]].Level < level {
			w.parents = w.parents[:n]
			return w.parents[n-1]
		}
	}
	w.parents = w.parents[:0]
	return -1
}

// slug is the anchor of a heading, made unique as GitHub does.
func (w *walker) slug(heading string) string {
	if w.slugs == nil {
		w.slugs = map[string]int{}
	}
	base := Slug(heading)
	slug := base
	for {
		n, taken := w.slugs[slug]
		if !taken {
			break
		}
		if slug != base {
			n = w.slugs[base]
		}
		w.slugs[base] = n + 1
		slug = base + "-" + strconv.Itoa(n+1)
	}
	w.slugs[slug] = 0
	return slug
}

// Slug is the anchor that GitHub gives a heading: lower case, blanks are
// hyphens, punctuation and emoji are gone, the invisible variation selectors
// of emoji too.
func Slug(heading string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(strings.TrimSpace(heading)) {
		switch {
		case r == ' ':
			b.WriteByte('-')
		case r == '-' || r == '_':
			b.WriteRune(r)
		case r >= '\ufe00' && r <= '\ufe0f' || r == '\u20e3':
		case unicode.IsLetter(r) || unicode.IsMark(r) || unicode.Is(unicode.Nd, r) || unicode.Is(unicode.Pc, r):
			b.WriteRune(r)
		}
	}
	return b.String()
}

// anchorPattern is an explicit anchor, as site generators have it: "{#scope}".
// GitHub shows it, so it stays in the slug.
var anchorPattern = regexp.MustCompile(`[ \t]*\{#[\w.:-]+\}$`)

var numberPattern = regexp.MustCompile(`^(?:§+ ?)?((?:[A-Z]\.)?\d{1,4}(?:\.\d{1,4}){0,6}(?:\.[a-z])?)([.):]*)(?:[ \t\x{a0}–—-]|$)`)

// leadingNumber is the number that a heading begins with: "4.3", "A.5.1".
func leadingNumber(heading string) string {
	if heading == "" || !strings.ContainsAny(heading[:min(8, len(heading))], "0123456789") {
		return ""
	}
	m := numberPattern.FindStringSubmatch(heading)
	if m == nil {
		return ""
	}
	number := m[1]
	bare := m[2] == "" && !strings.ContainsAny(number, ".") && !strings.HasPrefix(heading, "§")
	if len(number) == 4 && bare || strings.HasPrefix(heading[len(m[0]):], "-") {
		return "" // a year
	}
	if bare && len(m[0]) < len(heading) && heading[len(number)] == '-' {
		return "" // "3-year plan"
	}
	return number
}

// withoutEmoji drops emoji and the blanks that they leave behind.
func withoutEmoji(s string) string {
	if isASCII(s) {
		return s
	}
	runes := []rune(s)
	out := make([]rune, 0, len(runes))
	for i := 0; i < len(runes); i++ {
		r := runes[i]
		if isEmoji(r) {
			continue
		}
		if i+1 < len(runes) && (runes[i+1] == '\ufe0f' || runes[i+1] == '\u20e3') {
			continue
		}
		out = append(out, r)
	}
	if len(out) == len(runes) {
		return s
	}
	return tidy(string(out))
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

func isEmoji(r rune) bool {
	switch {
	case r < 0x200d:
		return false
	case r == 0x200d || r == 0x20e3 || r == 0xfe0f || r == 0x231a || r == 0x231b || r == 0x2328 || r == 0x23cf:
		return true
	}
	return r >= 0x23e9 && r <= 0x23fa || r >= 0x25fb && r <= 0x25fe || r >= 0x2600 && r <= 0x27bf || r >= 0x2b00 && r <= 0x2bff ||
		r >= 0x1f000 && r <= 0x1faff || r >= 0xe0020 && r <= 0xe007f
}
