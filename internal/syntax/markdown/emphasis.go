package markdown

import (
	"unicode"
	"unicode/utf8"
)

// delimiter is a run of *, _ or ~ that may open or close emphasis. Delimiters
// form a list by index; next and prev are -1 at its ends.
type delimiter struct {
	token      int
	char       byte
	count      int
	original   int
	open       bool
	close      bool
	prev, next int
}

// delimiter reads a run of emphasis marks.
func (s *scanner) delimiter(i int) int {
	n := runLength(s.text, i)
	c := s.text[i]
	if c == '~' && n > 2 {
		return i + n
	}
	open, shut := s.flanks(i, n)
	s.flush(i)
	s.in.tokens = append(s.in.tokens, token{kind: tokDelimiter, start: i, end: i + n, lo: i, hi: i + n})
	s.run = i + n
	if !open && !shut {
		return i + n
	}
	d := delimiter{token: len(s.in.tokens) - 1, char: c, count: n, original: n, open: open, close: shut, prev: s.last, next: -1}
	s.delims = append(s.delims, d)
	at := len(s.delims) - 1
	if s.last >= 0 {
		s.delims[s.last].next = at
	}
	s.last = at
	return i + n
}

// flanks says whether a run of n marks at i can open and can close emphasis.
func (s *scanner) flanks(i, n int) (open, shut bool) {
	before, after := ' ', ' '
	if i > 0 {
		before, _ = utf8.DecodeLastRuneInString(s.text[:i])
	}
	if i+n < len(s.text) {
		after, _ = utf8.DecodeRuneInString(s.text[i+n:])
	}
	spaceBefore, spaceAfter := unicode.IsSpace(before), unicode.IsSpace(after)
	punctBefore, punctAfter := isPunctuation(before), isPunctuation(after)
	left := !spaceAfter && (!punctAfter || spaceBefore || punctBefore)
	right := !spaceBefore && (!punctBefore || spaceAfter || punctAfter)
	if s.text[i] == '_' {
		return left && (!right || punctBefore), right && (!left || punctAfter)
	}
	return left, right
}

func isPunctuation(r rune) bool {
	if r < utf8.RuneSelf {
		return isPunct(byte(r))
	}
	return unicode.IsPunct(r) || unicode.IsSymbol(r)
}

// emphasis pairs the delimiters after the one with index bottom. floor keeps
// the search for openers linear: below it, none is to be found for the key.
func (s *scanner) emphasis(bottom int) {
	if s.last <= bottom {
		return
	}
	floor := map[[3]int]int{}
	closer := s.firstAfter(bottom)
	for closer >= 0 {
		d := &s.delims[closer]
		if !d.close {
			closer = d.next
			continue
		}
		key := [3]int{int(d.char), d.original % 3, 0}
		if d.open {
			key[2] = 1
		}
		low, known := floor[key]
		if !known {
			low = bottom
		}
		opener := d.prev
		for opener > low && !s.pairs(opener, closer) {
			opener = s.delims[opener].prev
		}
		if opener > low {
			closer = s.pair(opener, closer)
			continue
		}
		floor[key] = d.prev
		next := d.next
		if !d.open {
			s.remove(closer)
		}
		closer = next
	}
	s.cut(bottom)
}

func (s *scanner) firstAfter(bottom int) int {
	first := s.last
	if first <= bottom {
		return -1
	}
	for s.delims[first].prev > bottom {
		first = s.delims[first].prev
	}
	return first
}

// cut drops the delimiters after bottom.
func (s *scanner) cut(bottom int) {
	for s.last > bottom {
		s.last = s.delims[s.last].prev
	}
	if s.last >= 0 {
		s.delims[s.last].next = -1
	}
}

// pairs says whether two delimiters make emphasis together.
func (s *scanner) pairs(opener, closer int) bool {
	o, c := s.delims[opener], s.delims[closer]
	if o.char != c.char || !o.open {
		return false
	}
	if o.char == '~' {
		return o.count == c.count
	}
	odd := (o.close || c.open) && (o.original+c.original)%3 == 0
	return !odd || o.original%3 == 0 && c.original%3 == 0
}

// pair records the emphasis between two delimiters and returns the next closer.
func (s *scanner) pair(opener, closer int) int {
	o, c := &s.delims[opener], &s.delims[closer]
	n := 1
	if o.char == '~' {
		n = o.count
	} else if o.count >= 2 && c.count >= 2 {
		n = 2
	}
	from, to := &s.in.tokens[o.token], &s.in.tokens[c.token]
	m := mark{outerStart: from.hi - n, innerStart: from.hi, innerEnd: to.lo, outerEnd: to.lo + n}
	from.hi -= n
	to.lo += n
	o.count -= n
	c.count -= n
	switch {
	case o.char == '~':
		s.in.strike = append(s.in.strike, m)
	case n == 2:
		s.in.strong = append(s.in.strong, m)
	default:
		s.in.em = append(s.in.em, m)
	}
	o.next, c.prev = closer, opener
	if o.count == 0 {
		s.remove(opener)
	}
	if c.count > 0 {
		return closer
	}
	next := c.next
	s.remove(closer)
	return next
}

// remove takes a delimiter out of the list.
func (s *scanner) remove(i int) {
	d := s.delims[i]
	if d.prev >= 0 {
		s.delims[d.prev].next = d.next
	}
	if d.next >= 0 {
		s.delims[d.next].prev = d.prev
	}
	if s.last == i {
		s.last = d.prev
	}
}
