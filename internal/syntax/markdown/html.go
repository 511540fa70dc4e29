package markdown

import "strings"

// tag is an HTML tag: text[start:end].
type tag struct {
	name    string // in lower case
	closing bool
	start   int
	end     int
	attrs   string
}

// maxTag bounds a tag; what is longer is text.
const maxTag = 1 << 16

// readTag reads the tag at the "<" at i. On failure, end says how far it looked.
func readTag(text string, i int) (tag, bool) {
	t := tag{start: i, end: i + 1}
	j := i + 1
	if j < len(text) && text[j] == '/' {
		t.closing = true
		j++
	}
	from := j
	for j < len(text) && (isLetter(text[j]) || j > from && (text[j] >= '0' && text[j] <= '9' || text[j] == '-')) {
		j++
	}
	if j == from {
		return t, false
	}
	t.name = strings.ToLower(text[from:j])
	attrs := j
	limit := min(len(text), i+maxTag)
	if j < limit && strings.IndexByte(" \t\n\r/>", text[j]) < 0 {
		t.end = j
		return t, false
	}
	for j < limit {
		switch c := text[j]; c {
		case '>':
			t.attrs, t.end = text[attrs:j], j+1
			return t, true
		case '<':
			t.end = j
			return t, false
		case '"', '\'':
			shut := strings.IndexByte(text[j+1:limit], c)
			if shut < 0 || text[j-1] != '=' && text[j-1] != ' ' {
				t.end = limit
				return t, false
			}
			j += shut + 2
		default:
			j++
		}
	}
	t.end = limit
	return t, false
}

// attr is the value of an attribute of a tag, and where it stands in the text.
func (t tag) attr(name string) (value string, start, end int) {
	base := t.end - 1 - len(t.attrs)
	for i := 0; i < len(t.attrs); {
		key := i
		for i < len(t.attrs) && strings.IndexByte(" \t\r\n=/\"'", t.attrs[i]) < 0 {
			i++
		}
		found := strings.EqualFold(t.attrs[key:i], name)
		i = skipSpace(t.attrs, i)
		if i >= len(t.attrs) || t.attrs[i] != '=' {
			i = max(i, key+1)
			continue
		}
		i = skipSpace(t.attrs, i+1)
		from, to, next := attrValue(t.attrs, i)
		if found {
			return resolve(t.attrs[from:to]), base + from, base + to
		}
		i = next
	}
	return "", -1, -1
}

func attrValue(attrs string, i int) (from, to, next int) {
	if i < len(attrs) && (attrs[i] == '"' || attrs[i] == '\'') {
		if shut := strings.IndexByte(attrs[i+1:], attrs[i]); shut >= 0 {
			return i + 1, i + 1 + shut, i + shut + 2
		}
	}
	to = i
	for to < len(attrs) && strings.IndexByte(" \t\r\n", attrs[to]) < 0 {
		to++
	}
	return i, to, to
}

func skipSpace(s string, i int) int {
	for i < len(s) && strings.IndexByte(" \t\r\n", s[i]) >= 0 {
		i++
	}
	return i
}

// angle reads a "<": a comment, a tag, a link in pointed brackets, or a sign.
func (s *scanner) angle(i int) int {
	rest := s.text[i:]
	switch {
	case strings.HasPrefix(rest, "<!--"):
		return s.comment(i)
	case strings.HasPrefix(rest, "<?"):
		return s.skipTo(i, "?>")
	case strings.HasPrefix(rest, "<!"):
		return s.skipTo(i, ">")
	}
	if s.mode != modeHTML {
		if end, ok := s.pointed(i); ok {
			return end
		}
	}
	if s.fuel <= 0 {
		return i + 1
	}
	t, ok := readTag(s.text, i)
	if !ok {
		s.fuel -= t.end - i
		return i + 1
	}
	return s.tag(t)
}

func (s *scanner) comment(i int) int {
	end, ok := s.find(i+2, "-->")
	if !ok {
		return i + 1
	}
	s.in.comments = append(s.in.comments, remark{start: min(i+4, end), end: end})
	return s.emit(tokMark, i, end+3, "")
}

func (s *scanner) skipTo(i int, shut string) int {
	end, ok := s.find(i+2, shut)
	if !ok {
		return i + 1
	}
	return s.emit(tokMark, i, end+len(shut), "")
}

// find looks for a closer, and remembers where there is none.
func (s *scanner) find(i int, shut string) (int, bool) {
	if strings.Contains(s.noClose, shut+" ") {
		return 0, false
	}
	at := strings.Index(s.text[i:], shut)
	if at < 0 {
		s.noClose += shut + " "
		return 0, false
	}
	return i + at, true
}

// pointed reads a link in pointed brackets: <https://…> or <a@b.example>.
func (s *scanner) pointed(i int) (int, bool) {
	j := i + 1
	for j < len(s.text) && s.text[j] > ' ' && s.text[j] != '<' && s.text[j] != '>' {
		j++
	}
	inner := s.text[i+1 : j]
	if j >= len(s.text) || s.text[j] != '>' {
		return 0, false
	}
	target := inner
	if !isAbsolute(inner) {
		if !isMail(inner) {
			return 0, false
		}
		target = "mailto:" + inner
	}
	s.emit(tokMark, i, i+1, "")
	s.emit(tokOut, i+1, j, inner)
	s.emit(tokMark, j, j+1, "")
	s.in.anchors = append(s.in.anchors, anchor{target: target, start: i + 1, end: j, outer: i, targetAt: i + 1, targetEnd: j})
	return j + 1, true
}

func isAbsolute(s string) bool {
	colon := strings.IndexByte(s, ':')
	if colon < 2 || colon > 32 || !isLetter(s[0]) {
		return false
	}
	for i := range colon {
		if c := s[i]; !isLetter(c) && (c < '0' || c > '9') && c != '+' && c != '.' && c != '-' {
			return false
		}
	}
	return true
}

func isMail(s string) bool {
	name, host, ok := strings.Cut(s, "@")
	return ok && name != "" && host != "" && !strings.ContainsAny(s, "/\\\"'()`,;: ") && !strings.Contains(host, "@")
}

// blockTags set their text off from what stands before and after.
var blockTags = map[string]bool{
	"address": true, "article": true, "blockquote": true, "center": true, "dd": true, "details": true, "div": true, "dl": true, "dt": true,
	"figure": true, "footer": true, "form": true, "h1": true, "h2": true, "h3": true, "h4": true, "h5": true, "h6": true, "header": true,
	"hr": true, "li": true, "main": true, "nav": true, "ol": true, "p": true, "pre": true, "section": true, "summary": true, "table": true,
	"tbody": true, "td": true, "tfoot": true, "th": true, "thead": true, "tr": true, "ul": true,
}

// tag reads one tag.
func (s *scanner) tag(t tag) int {
	s.in.tags = append(s.in.tags, t)
	switch t.name {
	case "br":
		return s.emit(tokHard, t.start, t.end, "\n")
	case "img":
		return s.image(t)
	case "a":
		s.anchorTag(t)
	case "s", "del", "strike":
		s.struckTag(t)
	case "script", "style":
		if !t.closing {
			if end, ok := s.find(t.end, "</"+t.name); ok {
				return s.emit(tokMark, t.start, end, "")
			}
		}
	}
	if blockTags[t.name] {
		return s.emit(tokHard, t.start, t.end, "\n")
	}
	return s.emit(tokMark, t.start, t.end, "")
}

func (s *scanner) image(t tag) int {
	alt, _, _ := t.attr("alt")
	src, from, to := t.attr("src")
	if src != "" {
		s.in.anchors = append(s.in.anchors, anchor{
			target: src, alt: alt, start: t.start, end: t.end, outer: t.start, targetAt: from, targetEnd: to, image: true,
		})
	}
	return s.emit(tokOut, t.start, t.end, alt)
}

// anchorTag opens a link with <a href> and closes it with </a>.
func (s *scanner) anchorTag(t tag) {
	if !t.closing {
		href, from, to := t.attr("href")
		s.opened = append(s.opened[:0], anchor{target: href, start: t.end, outer: t.start, targetAt: from, targetEnd: to})
		return
	}
	if len(s.opened) == 0 {
		return
	}
	a := s.opened[0]
	s.opened = s.opened[:0]
	if a.targetAt < 0 {
		return
	}
	a.end = t.start
	s.in.anchors = append(s.in.anchors, a)
}

// struckTag takes <s> and <del> for strikethrough.
func (s *scanner) struckTag(t tag) {
	if !t.closing {
		s.in.strike = append(s.in.strike, mark{outerStart: t.start, innerStart: t.end, innerEnd: -1})
		return
	}
	for i := len(s.in.strike) - 1; i >= 0 && i >= len(s.in.strike)-8; i-- {
		if m := &s.in.strike[i]; m.innerEnd < 0 {
			m.innerEnd, m.outerEnd = t.start, t.end
			return
		}
	}
}
