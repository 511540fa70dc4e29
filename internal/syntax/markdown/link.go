package markdown

import "strings"

// bracket is a "[" or "![" that may open a link.
type bracket struct {
	token  int
	start  int
	text   int // where its text begins
	image  bool
	delims int // the last delimiter before it
}

// maxLabel is the longest label of a reference, by CommonMark.
const maxLabel = 999

func (s *scanner) open(i, end int, image bool) int {
	s.flush(i)
	s.in.tokens = append(s.in.tokens, token{kind: tokText, start: i, end: end})
	s.run = end
	s.brackets = append(s.brackets, bracket{token: len(s.in.tokens) - 1, start: i, text: end, image: image, delims: s.last})
	return end
}

// close reads a "]": the end of a link's text, or just a bracket.
func (s *scanner) close(i int) int {
	n := len(s.brackets)
	if n == 0 {
		return i + 1
	}
	b := s.brackets[n-1]
	s.brackets = s.brackets[:n-1]
	if !b.image && n-1 < s.inactive {
		s.inactive = n - 1
		return i + 1
	}
	s.inactive = min(s.inactive, n-1)
	a, end, ok := s.target(b, i)
	if !ok {
		return i + 1
	}
	a.outer, a.start, a.end, a.image = b.start, b.text, i, b.image
	s.in.anchors = append(s.in.anchors, a)
	s.in.tokens[b.token].kind = tokMark
	s.emit(tokMark, i, end, "")
	s.emphasis(b.delims)
	if !b.image {
		s.inactive = len(s.brackets)
	}
	return end
}

// target reads what follows the "]" at i.
func (s *scanner) target(b bracket, i int) (anchor, int, bool) {
	rest := i + 1
	if rest < len(s.text) && s.text[rest] == '(' && s.fuel > 0 {
		if a, end, ok := s.destination(rest + 1); ok {
			return a, end, true
		}
	}
	if s.refs == nil {
		return anchor{}, 0, false
	}
	label, end := s.text[b.text:min(i, b.text+maxLabel+1)], rest
	if rest < len(s.text) && s.text[rest] == '[' {
		if shut := strings.IndexAny(s.text[rest+1:min(rest+maxLabel+2, len(s.text))], "[]"); shut >= 0 && s.text[rest+1+shut] == ']' {
			if named := s.text[rest+1 : rest+1+shut]; strings.TrimSpace(named) != "" {
				label = named
			}
			end = rest + shut + 2
		}
	}
	s.fuel -= len(label)
	if len(label) > maxLabel || s.fuel <= 0 || strings.IndexByte(label, '[') >= 0 {
		return anchor{}, 0, false
	}
	target, ok := s.refs.target(label)
	return anchor{target: target, targetAt: -1}, end, ok
}

// destination reads the target and title of an inline link, after its "(".
func (s *scanner) destination(i int) (anchor, int, bool) {
	from := i
	at := skipBlank(s.text, i)
	start, end, i, ok := bareOrPointed(s.text, at)
	if ok {
		i = skipBlank(s.text, i)
		if i < len(s.text) && s.text[i] != ')' && i > end {
			i, ok = title(s.text, i)
			i = skipBlank(s.text, i)
		}
	}
	if !ok || i >= len(s.text) || s.text[i] != ')' {
		s.fuel -= i - from + 1
		return anchor{}, 0, false
	}
	return anchor{target: unescape(s.text[start:end]), targetAt: start, targetEnd: end}, i + 1, true
}

// bareOrPointed finds a destination, in pointed brackets or without.
func bareOrPointed(text string, i int) (start, end, next int, ok bool) {
	if i < len(text) && text[i] == '<' {
		for j := i + 1; j < len(text); j++ {
			switch text[j] {
			case '\\':
				j++
			case '>':
				return i + 1, j, j + 1, true
			case '<', '\n':
				return i, j, j, false
			}
		}
		return i, i, len(text), false
	}
	depth, j := 0, i
	for ; j < len(text); j++ {
		c := text[j]
		if c == '\\' && j+1 < len(text) && isPunct(text[j+1]) {
			j++
			continue
		}
		if c == '(' {
			depth++
		}
		if c == ')' {
			if depth == 0 {
				break
			}
			depth--
		}
		if c <= ' ' || depth > 32 {
			break
		}
	}
	j = min(j, len(text))
	return i, j, j, depth == 0
}

// title skips the title of a link.
func title(text string, i int) (int, bool) {
	shut := text[i]
	switch shut {
	case '"', '\'':
	case '(':
		shut = ')'
	default:
		return i, false
	}
	for j := i + 1; j < len(text); j++ {
		if text[j] == '\\' {
			j++
			continue
		}
		if text[j] == shut {
			return j + 1, true
		}
	}
	return len(text), false
}

func skipBlank(text string, i int) int {
	for i < len(text) && (text[i] == ' ' || text[i] == '\t' || text[i] == '\n') {
		i++
	}
	return i
}

// unescape resolves the escapes and entities of a link's target.
func unescape(s string) string {
	s = resolve(s)
	if strings.IndexByte(s, '\\') < 0 {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) && isPunct(s[i+1]) {
			i++
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// bareURL reads a URL that stands in the text as it is, at its colon.
func (s *scanner) bareURL(i int) int {
	if !strings.HasPrefix(s.text[i:], "://") {
		return i + 1
	}
	start := i
	for start > s.run && start > i-6 && isLetter(s.text[start-1]) {
		start--
	}
	if scheme := s.text[start:i]; scheme != "http" && scheme != "https" {
		return i + 1
	}
	end := i + 3
	for end < len(s.text) && s.text[end] > ' ' && !strings.ContainsRune("<>[]`*|\"", rune(s.text[end])) {
		end++
	}
	end = trimURL(s.text, i+3, end)
	if end == i+3 {
		return end
	}
	s.in.anchors = append(s.in.anchors, anchor{target: s.text[start:end], start: start, end: end, outer: start, targetAt: start, targetEnd: end})
	return end
}

// trimURL takes off what ends a sentence and not the URL.
func trimURL(text string, start, end int) int {
	surplus := strings.Count(text[start:end], ")") - strings.Count(text[start:end], "(")
	for end > start {
		switch c := text[end-1]; {
		case strings.IndexByte("?!.,:;_~'", c) >= 0:
			end--
		case c == ')' && surplus > 0:
			surplus--
			end--
		default:
			return end
		}
	}
	return end
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
