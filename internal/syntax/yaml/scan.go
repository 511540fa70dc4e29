package yaml

import (
	"sort"
	"strings"

	"github.com/ismslint/ismslint/internal/syntax"
)

// maxDepth bounds nesting: the parser and whoever walks the nodes recurse.
const maxDepth = 64

type lineKind uint8

const (
	blank   lineKind = iota
	comment          // nothing but a comment
	fresh            // begins in a block: an entry, or more of a plain scalar
	inner            // continues a quoted scalar or a flow collection
	content          // of a block scalar
)

type line struct {
	start, end int // without the line feed
	from       int // its first byte that is no indentation
	comment    int // of its comment; end where there is none
	kind       lineKind
	deep       bool // nests deeper than maxDepth
	bad        bool // holds a second entry behind a key
}

func (l *line) indent() int { return l.from - l.start }

// block is a block scalar ("|" or ">").
type block struct {
	header      int // offset of the indicator
	line        int // index of the first line of content
	to          int
	parent      int // indentation of the collection that it is in
	folded      bool
	chomp       byte // '-', '+' or 0
	indent      int  // of the content, 0 while it is not known
	indentation int  // that the header states, 0 for none
}

func (b *block) setIndent(l *line) {
	if b.indent > 0 {
		return
	}
	b.indent = l.indent()
	if b.indentation > 0 {
		b.indent = max(b.parent, 0) + b.indentation
	}
}

// structure is what one pass over the lines finds out: where quoted and block
// scalars and comments are. It is linear, never fails, and says how a text may
// be cut into pieces.
type structure struct {
	*text
	lines    []line
	quotes   map[int]int // start to end of quoted scalars
	blocks   map[int]*block
	problems []syntax.Problem

	// State between lines.
	quote  int // offset of an open quote, -1 for none
	flow   []int
	parent int // indentation of the collection that the open scalar is in
	token  bool
	open   *block
	stack  []int
	tabbed bool
	keyed  bool // the line that is scanned has a key
	// plainOpen is true where the line before ends in a plain scalar, valued
	// where that began behind a key or dash in its line.
	plainOpen, valued bool
	ended             bool // a comment has ended the plain scalar
	stray             bool // the line before was left out
	// pending is true where the last key or dash has no value yet, expected
	// where an entry may begin at the indentation of the line that is scanned.
	pending, expected bool
}

func newStructure(t *text) *structure {
	s := &structure{text: t, quotes: map[int]int{}, blocks: map[int]*block{}, quote: -1, parent: -1, pending: true}
	for start := 0; start < len(t.norm); {
		end := len(t.norm)
		if i := strings.IndexByte(t.norm[start:], '\n'); i >= 0 {
			end = start + i
		}
		from := start
		for from < end && t.norm[from] == ' ' {
			from++
		}
		s.lines = append(s.lines, line{start: start, end: end, from: from, comment: end})
		start = end + 1
	}
	return s
}

func (s *structure) problem(start, end int, message string) {
	if len(s.problems) < maxProblems {
		s.problems = append(s.problems, syntax.Problem{Range: s.rng(start, end), Message: message})
	}
}

// reset forgets what is open: a document ends here.
func (s *structure) reset(end int) {
	s.abandon(end)
	s.open, s.stack, s.parent = nil, s.stack[:0], -1
	s.plainOpen, s.valued, s.stray, s.tabbed, s.pending = false, false, false, false, true
}

// scan classifies line i, given those before it.
func (s *structure) scan(i int) {
	l := &s.lines[i]
	if s.open != nil && s.isContent(l) {
		l.kind = content
		s.open.to = i + 1
		return
	}
	s.open = nil
	if s.spaces(l.from) >= l.end {
		l.kind = blank
		return
	}
	if s.quote >= 0 || len(s.flow) > 0 {
		if l.indent() > s.parent || !s.looksLikeEntry(l) {
			l.kind = inner
			s.rest(l, l.from, i)
			return
		}
		s.abandon(s.lines[i-1].end)
	}
	if first := s.spaces(l.from); s.norm[first] == '#' {
		l.kind, l.comment = comment, first
		s.ended = true
		return
	}
	l.kind = fresh
	s.tabs(l)
	if s.plainOpen && l.indent() > s.parent && s.continued(l) {
		return
	}
	s.stray = false
	s.block(l, i)
}

// tabs reports a tab in the indentation, once per run of such lines, and goes
// on as if it were a space.
func (s *structure) tabs(l *line) {
	from := s.spaces(l.from)
	if from == l.from {
		s.tabbed = false
		return
	}
	if !s.tabbed {
		s.problem(l.from, l.from+1, "a tab indents this line; YAML allows only spaces there")
	}
	s.tabbed, l.from = true, from
}

func (s *structure) isContent(l *line) bool {
	if s.spaces(l.start) >= l.end {
		return true
	}
	if l.indent() > s.open.parent && l.indent() >= s.open.indent {
		s.open.setIndent(l)
		return true
	}
	if s.spaces(l.from)-l.start <= s.open.parent || s.at(l.from) != '\t' {
		return false
	}
	s.problem(l.from, l.from+1, "a tab indents this line of a block scalar; YAML allows only spaces there")
	return true
}

// abandon ends a quoted scalar or a flow collection that nothing closes.
func (s *structure) abandon(end int) {
	if s.quote >= 0 {
		start := s.quote
		// Only its own line is taken for the scalar: what follows is more
		// likely meant to be something else.
		if i := strings.IndexByte(s.norm[start:end], '\n'); i >= 0 {
			end = start + i
		}
		s.quotes[start] = end
		s.problem(start, end, "this quote is not closed")
	} else if len(s.flow) > 0 {
		start := s.flow[len(s.flow)-1]
		s.problem(start, start+1, "this \""+s.norm[start:start+1]+"\" is not closed")
	}
	s.quote, s.flow = -1, s.flow[:0]
}

// block scans a line, or the rest of one, in a block.
func (s *structure) block(l *line, i int) {
	pos := l.from
	s.expected = s.mayBegin(l.indent())
	if s.parent = -1; len(s.stack) > 0 {
		if outer := sort.SearchInts(s.stack, l.indent()); outer > 0 {
			s.parent = s.stack[outer-1]
		}
	}
	s.keyed, s.valued, s.plainOpen = false, false, false
	pushed := false
	for pos < l.end {
		switch c := s.norm[pos]; {
		case c == '-' && s.keyed && s.indicator(pos):
			s.second(l, pos, "a list must begin on the line below its key; put the value in quotes if it is text")
			return
		case (c == '-' || c == '?' || c == ':') && s.indicator(pos):
			s.push(l, pos)
			pos, pushed = pos+1, true
		case isBlank(c):
			pos++
		case c == '#':
			l.comment = pos
			return
		case c == '&' || c == '!' || c == '*':
			for pos < l.end && !isBlank(s.norm[pos]) {
				pos++
			}
			s.pending = s.pending && c != '*'
		case c == '"' || c == '\'' || c == '[' || c == '{':
			s.rest(l, pos, i)
			return
		case (c == '|' || c == '>') && s.blockScalar(l, pos, i):
			return
		default:
			next, key := s.plain(l, pos)
			if !key {
				s.plainEnd(l, pos, pushed)
				return
			}
			if s.keyed {
				s.second(l, next-1, secondColon)
				return
			}
			s.push(l, pos)
			pos, s.keyed, pushed = next, true, true
		}
	}
}

const secondColon = "a second \": \" stands on this line; put the value in quotes"

// plain is the end of a plain scalar on its line; true with the offset after
// the colon where it is a key.
func (s *structure) plain(l *line, pos int) (int, bool) {
	for i := pos; i < l.end; i++ {
		switch {
		case s.norm[i] == ':' && s.indicator(i):
			return i + 1, true
		case s.norm[i] == '#' && i > pos && isBlank(s.norm[i-1]):
			l.comment = i
			return i, false
		}
	}
	return l.end, false
}

// rest scans a quoted scalar or flow collection, from its start or on a
// further line, and what stands behind it.
func (s *structure) rest(l *line, pos, i int) {
	start := pos
	s.pending = false
	pos, closed := s.flowText(l, pos)
	if !closed {
		return
	}
	pos = s.spaces(pos)
	if pos >= l.end {
		return
	}
	if s.norm[pos] == ':' {
		// What was quoted is a key.
		if l.kind == fresh && s.keyed {
			s.second(l, pos, secondColon)
			return
		}
		if l.kind == fresh {
			s.push(l, start)
		}
		after := *l
		after.from = pos + 1
		s.value(l, &after, i)
		return
	}
	s.plain(l, pos)
	if s.norm[pos] == '#' && isBlank(s.norm[pos-1]) {
		l.comment = pos
	}
}

// value scans what stands behind the colon of a quoted key.
func (s *structure) value(l, after *line, i int) {
	pos := s.spaces(after.from)
	for pos < l.end && (s.norm[pos] == '&' || s.norm[pos] == '!') {
		for pos < l.end && !isBlank(s.norm[pos]) {
			pos++
		}
		pos = s.spaces(pos)
	}
	if pos >= l.end {
		return
	}
	if s.norm[pos] == '#' {
		l.comment = pos
		return
	}
	s.pending = false
	switch c := s.norm[pos]; {
	case c == '"' || c == '\'' || c == '[' || c == '{':
		if p, closed := s.flowText(l, pos); closed && p < l.end {
			if p = s.spaces(p); l.kind == fresh && s.at(p) == ':' && s.indicator(p) {
				s.second(l, p, secondColon)
				return
			}
			if s.at(p) == '#' && isBlank(s.at(p-1)) {
				l.comment = p
				return
			}
			s.plain(l, min(p, l.end))
		}
	case (c == '|' || c == '>') && s.blockScalar(l, pos, i):
	default:
		s.plain(l, pos)
		s.plainOpen, s.valued, s.ended = true, true, l.comment < l.end
	}
}
