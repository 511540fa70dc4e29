package yaml

import "strings"

// flowText scans a quoted scalar or flow collection as far as it goes on this
// line. It is true, with the offset behind it, where it ends here.
func (s *structure) flowText(l *line, pos int) (int, bool) {
	s.token = true
	for pos < l.end {
		if s.quote >= 0 {
			end, closed := s.quoteEnd(l, pos)
			if !closed {
				return l.end, false
			}
			s.quotes[s.quote], s.quote = end, -1
			pos, s.token = end, false
			if len(s.flow) == 0 {
				return pos, true
			}
			continue
		}
		switch c := s.norm[pos]; c {
		case '[', '{':
			s.flow = append(s.flow, pos)
			l.deep = l.deep || len(s.stack)+len(s.flow) > maxDepth
			s.token = true
		case ']', '}':
			s.flow = s.flow[:max(len(s.flow)-1, 0)]
			s.token = false
			if len(s.flow) == 0 {
				return pos + 1, true
			}
		case '"', '\'':
			if s.token {
				s.quote = pos
			}
		case ',', ':':
			s.token = true
		case ' ', '\t':
		case '#':
			if pos == l.from || isBlank(s.norm[pos-1]) {
				l.comment = pos
				return l.end, false
			}
		case '&', '!', '*':
			if s.token {
				for pos+1 < l.end && strings.IndexByte(" \t,]}", s.norm[pos+1]) < 0 {
					pos++
				}
			}
		default:
			s.token = false
		}
		pos++
	}
	return l.end, false
}

// quoteEnd finds the end of the open quote on a line.
func (s *structure) quoteEnd(l *line, pos int) (int, bool) {
	quote := s.norm[s.quote]
	if quote == '\'' {
		for ; pos < l.end; pos++ {
			if s.norm[pos] != '\'' {
				continue
			}
			if s.at(pos+1) != '\'' {
				return pos + 1, true
			}
			pos++
		}
		return l.end, false
	}
	for ; pos < l.end; pos++ {
		switch s.norm[pos] {
		case '\\':
			pos++
		case '"':
			return pos + 1, true
		}
	}
	return l.end, false
}

// blockScalar reads the header of a block scalar; false where it is none.
func (s *structure) blockScalar(l *line, pos, i int) bool {
	b := &block{header: pos, line: i + 1, to: i + 1, parent: s.parent, folded: s.norm[pos] == '>'}
	at := pos + 1
	for ; at < l.end && !isBlank(s.norm[at]); at++ {
		switch c := s.norm[at]; {
		case (c == '-' || c == '+') && b.chomp == 0:
			b.chomp = c
		case c >= '1' && c <= '9' && b.indentation == 0:
			b.indentation = int(c - '0')
		default:
			return false
		}
	}
	at = s.spaces(at)
	if at < l.end {
		if s.norm[at] != '#' {
			return false
		}
		l.comment = at
	}
	s.blocks[pos], s.open, s.pending = b, b, false
	return true
}

// blockText is the text of a block scalar, and where its content stands.
func (s *structure) blockText(b *block) (text string, start, end int) {
	lines := s.lines[b.line:b.to]
	start, end = b.header, b.header+1
	indent, last, found := s.blockIndent(b, lines), -1, false
	for i := range lines {
		l := &lines[i]
		if s.spaces(l.start) >= l.end {
			continue
		}
		if !found {
			start, found = min(max(l.start+indent, l.start), l.from), true
		}
		last, end = i, l.end
	}
	parts := make([]string, len(lines))
	for i := range lines {
		l := &lines[i]
		parts[i] = s.norm[min(max(l.start+min(indent, l.indent()), l.start), l.end):l.end]
	}
	trailing := len(parts) - 1 - last
	body := joinBlock(parts[:last+1], b.folded)
	switch {
	case b.chomp == '+':
		body += strings.Repeat("\n", min(max(last+1, 0), 1)+trailing)
	case b.chomp == 0 && last >= 0:
		body += "\n"
	}
	return body, start, end
}

func (s *structure) blockIndent(b *block, lines []line) int {
	if b.indentation > 0 {
		return max(b.parent, 0) + b.indentation
	}
	for i := range lines {
		if s.spaces(lines[i].start) < lines[i].end {
			return lines[i].indent()
		}
	}
	return 0
}

// joinBlock joins the lines of a block scalar; folding leaves alone those that
// are indented further.
func joinBlock(parts []string, folded bool) string {
	if !folded {
		return strings.Join(parts, "\n")
	}
	var b strings.Builder
	blanks, first, wasMore := 0, true, false
	for _, part := range parts {
		if part == "" {
			blanks++
			continue
		}
		more := isBlank(part[0])
		switch {
		case first:
			b.WriteString(strings.Repeat("\n", blanks))
		case more || wasMore:
			b.WriteString(strings.Repeat("\n", blanks+1))
		case blanks > 0:
			b.WriteString(strings.Repeat("\n", blanks))
		default:
			b.WriteByte(' ')
		}
		b.WriteString(part)
		blanks, first, wasMore = 0, false, more
	}
	return b.String()
}
