package markdown

import (
	"html"
	"strings"
)

// The inline scanner is ours and not goldmark's, for two reasons: it keeps the
// place of every mark, and its work is bounded by the length of the text.
// goldmark's own takes minutes for 50 KB of unclosed brackets.

// tokenKind says what a token is.
type tokenKind uint8

const (
	tokText      tokenKind = iota
	tokOut                 // its out is what a reader sees: escapes, entities, code
	tokMark                // markup, invisible
	tokDelimiter           // *, _ or ~; the part from lo to hi is left as text
	tokSoft                // a line end that is read as a blank
	tokHard                // a line break
)

type token struct {
	kind       tokenKind
	start, end int
	lo, hi     int
	out        string
}

// mark is a stretch of emphasis: with and without its marks.
type mark struct {
	outerStart, innerStart, innerEnd, outerEnd int
}

// anchor is a link or an image in an inline text.
type anchor struct {
	target     string
	alt        string // of an HTML image
	start, end int    // its text
	outer      int    // where it begins
	targetAt   int    // where its target begins, -1 where it is written elsewhere
	targetEnd  int
	image      bool
}

// remark is an HTML comment in an inline text.
type remark struct{ start, end int }

// inline is the result of scanning a flow.
type inline struct {
	flow     *flow
	tokens   []token
	strong   []mark
	em       []mark
	strike   []mark
	anchors  []anchor
	comments []remark
	tags     []tag
	tangled  bool // the bound on looking ahead was hit
}

// mode says what the scanner takes for markup.
type mode uint8

const (
	modeMarkdown mode = iota
	modeCell          // a cell of a pipe table: "\|" is a pipe in code, too
	modeHTML          // an HTML block: no markdown
)

// scanner turns a flow into tokens.
type scanner struct {
	own      inline
	in       *inline // &own
	text     string
	mode     mode
	refs     references
	delims   []delimiter
	last     int // the last delimiter in the list, -1 for none
	brackets []bracket
	inactive int // brackets below this index cannot become links
	opened   []anchor
	fuel     int
	ticks    map[int]int // run length of backticks to its last place
	noClose  string      // closers known not to come
	run      int         // where the current run of text began
}

// references are the link reference definitions of a document.
type references interface {
	target(label string) (string, bool)
}

var special = func() (t [256]bool) {
	for _, c := range []byte("\\`*_~[]!<&\n:") {
		t[c] = true
	}
	return t
}()

// scanInline reads the inline markup of a flow.
func scanInline(f *flow, m mode, refs references) *inline {
	return new(scanner).scan(f, m, refs)
}

// scan reads a flow into the memory of the one before it, whose inline is then
// no longer valid.
func (s *scanner) scan(f *flow, m mode, refs references) *inline {
	in := &s.own
	*in = inline{
		flow: f, tokens: in.tokens[:0], strong: in.strong[:0], em: in.em[:0], strike: in.strike[:0],
		anchors: in.anchors[:0], comments: in.comments[:0], tags: in.tags[:0],
	}
	*s = scanner{
		own: *in, text: f.text, mode: m, refs: refs, last: -1, fuel: 16*len(f.text) + 4096,
		delims: s.delims[:0], brackets: s.brackets[:0], opened: s.opened[:0],
	}
	s.in = &s.own
	for i := 0; i < len(s.text); {
		if !special[s.text[i]] {
			i++
			continue
		}
		i = s.step(i)
	}
	s.flush(len(s.text))
	s.emphasis(-1)
	s.in.finish()
	s.in.tangled = s.fuel <= 0
	return s.in
}

// step reads the markup at i and returns the index after it.
func (s *scanner) step(i int) int {
	c := s.text[i]
	switch c {
	case '\n':
		return s.lineEnd(i)
	case '&':
		return s.entity(i)
	case '<':
		return s.angle(i)
	}
	if s.mode == modeHTML {
		return i + 1
	}
	switch c {
	case '\\':
		return s.escape(i)
	case '`':
		return s.code(i)
	case '*', '_', '~':
		return s.delimiter(i)
	case '[':
		return s.open(i, i+1, false)
	case '!':
		if strings.HasPrefix(s.text[i:], "![") {
			return s.open(i, i+2, true)
		}
	case ']':
		return s.close(i)
	case ':':
		return s.bareURL(i)
	}
	return i + 1
}

// flush ends the run of text before index end.
func (s *scanner) flush(end int) {
	if end > s.run {
		s.in.tokens = append(s.in.tokens, token{kind: tokText, start: s.run, end: end})
	}
	s.run = end
}

// emit adds a token and returns the index after it.
func (s *scanner) emit(kind tokenKind, start, end int, out string) int {
	s.flush(start)
	s.in.tokens = append(s.in.tokens, token{kind: kind, start: start, end: end, out: out})
	s.run = end
	return end
}

func (s *scanner) lineEnd(i int) int {
	if s.mode != modeHTML && i >= 2 && s.text[i-1] == ' ' && s.text[i-2] == ' ' {
		return s.emit(tokHard, i, i+1, "\n")
	}
	return s.emit(tokSoft, i, i+1, " ")
}

func (s *scanner) escape(i int) int {
	if i+1 >= len(s.text) {
		return i + 1
	}
	next := s.text[i+1]
	if next == '\n' {
		return s.emit(tokHard, i, i+2, "\n")
	}
	if !isPunct(next) {
		return i + 1
	}
	return s.emit(tokOut, i, i+2, s.text[i+1:i+2])
}

// maxEntity is the longest entity of HTML with its "&" and ";".
const maxEntity = 40

func (s *scanner) entity(i int) int {
	out, n := entityAt(s.text, i)
	if n == 0 {
		return i + 1
	}
	return s.emit(tokOut, i, i+n, out)
}

// entityAt is the text of the entity at i and its length; 0 where there is none.
func entityAt(text string, i int) (string, int) {
	j := i + 1
	for j < len(text) && j < i+maxEntity && (isLetter(text[j]) || text[j] >= '0' && text[j] <= '9' || text[j] == '#') {
		j++
	}
	if j < i+2 || j >= len(text) || text[j] != ';' {
		return "", 0
	}
	raw := text[i : j+1]
	out := html.UnescapeString(raw)
	if out == raw || strings.HasSuffix(out, ";") && raw != "&semi;" && raw != "&#59;" {
		return "", 0
	}
	return strings.ReplaceAll(out, "\u00a0", " "), len(raw)
}

// resolve replaces the entities of a text.
func resolve(s string) string {
	if strings.IndexByte(s, '&') < 0 {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		if out, n := entityAt(s, i); s[i] == '&' && n > 0 {
			b.WriteString(out)
			i += n
			continue
		}
		b.WriteByte(s[i])
		i++
	}
	return b.String()
}

// code reads a code span, or a run of backticks that opens none.
func (s *scanner) code(i int) int {
	n := runLength(s.text, i)
	if s.ticks == nil {
		s.ticks = lastRuns(s.text)
	}
	if s.ticks[n] <= i {
		return i + n
	}
	for j := i + n; j < len(s.text); {
		next := strings.IndexByte(s.text[j:], '`')
		if next < 0 {
			break
		}
		j += next
		m := runLength(s.text, j)
		if m == n {
			s.emit(tokOut, i, j+m, s.codeText(s.text[i+n:j]))
			return j + m
		}
		j += m
	}
	return i + n
}

func (s *scanner) codeText(raw string) string {
	raw = strings.ReplaceAll(raw, "\n", " ")
	if s.mode == modeCell {
		raw = strings.ReplaceAll(raw, `\|`, "|")
	}
	if len(raw) > 2 && raw[0] == ' ' && raw[len(raw)-1] == ' ' && strings.TrimSpace(raw) != "" {
		raw = raw[1 : len(raw)-1]
	}
	return raw
}

func runLength(text string, i int) int {
	n := 1
	for i+n < len(text) && text[i+n] == text[i] {
		n++
	}
	return n
}

// lastRuns is, for each length of a run of backticks, where the last one is.
func lastRuns(text string) map[int]int {
	last := map[int]int{}
	for i := strings.IndexByte(text, '`'); i >= 0 && i < len(text); {
		n := runLength(text, i)
		last[n] = i
		next := strings.IndexByte(text[i+n:], '`')
		if next < 0 {
			break
		}
		i += n + next
	}
	return last
}
