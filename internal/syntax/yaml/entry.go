package yaml

import (
	"sort"
	"strings"
)

// continued scans a line that goes on with a plain scalar. An entry cannot
// stand there ("a: 1", and below it "  b: 2"): it is left out, so that the
// scalar is kept. It is false for an entry below text that belongs to no key.
func (s *structure) continued(l *line) bool {
	if _, key := s.plain(l, l.from); !key {
		s.stray = false
		if s.ended {
			s.leaveOut(l, "text cannot go on below a comment; put it in quotes or behind \"|\"")
		}
		s.ended = s.ended || l.comment < l.end
		return true
	}
	if !s.valued {
		return false
	}
	if s.stray {
		l.kind, l.comment = comment, l.from
	} else {
		s.leaveOut(l, "this does not belong to the value before it; check the indentation, or put the value in quotes")
	}
	s.stray = true
	return true
}

// leaveOut reports a line and makes nothing of it, so that the library does not
// make something else of what stands around it.
func (s *structure) leaveOut(l *line, message string) {
	s.problem(l.from, l.end, message)
	l.kind, l.comment = comment, l.from
}

// plainEnd notes a plain scalar that ends with its line.
func (s *structure) plainEnd(l *line, pos int, pushed bool) {
	if pos == l.from && !s.pending {
		s.leaveOut(l, "a key with a colon is expected here")
		return
	}
	s.ended = l.comment < l.end
	s.plainOpen, s.valued = pushed || s.pending, pushed
	s.pending = false
}

// second reports an entry behind a key, which has to be on a line of its own.
func (s *structure) second(l *line, pos int, message string) {
	l.bad = true
	s.problem(pos, pos+1, message)
}

// mayBegin is true where an entry may be indented like that: as the entries
// of a collection that it can belong to, or deeper than a key without a value.
func (s *structure) mayBegin(indent int) bool {
	i := sort.SearchInts(s.stack, indent)
	if i < len(s.stack) {
		return s.stack[i] == indent
	}
	return s.pending
}

func (s *structure) push(l *line, pos int) {
	if pos == l.from && !s.expected {
		s.problem(pos, pos+1, "the indentation of this line matches no entry above it")
	}
	s.pending = true
	s.parent = pos - l.start
	s.stack = append(s.stack[:sort.SearchInts(s.stack, s.parent)], s.parent)
	l.deep = l.deep || len(s.stack)+len(s.flow) > maxDepth
}

// looksLikeEntry tells a line that begins an entry from one that goes on with
// a quoted scalar or flow collection though it is not indented as it should be.
func (s *structure) looksLikeEntry(l *line) bool {
	if s.at(l.from) == '-' && s.indicator(l.from) {
		return true
	}
	for i := l.from; i < l.end; i++ {
		c := s.norm[i]
		if c == ':' {
			return i > l.from && s.indicator(i) && s.norm[l.end-1] != ','
		}
		if strings.IndexByte("\"'[]{},#&*!|>%@`", c) >= 0 {
			return false
		}
	}
	return false
}
