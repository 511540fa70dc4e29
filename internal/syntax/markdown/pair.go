package markdown

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// pair is a key and its value in an inline text.
type pair struct {
	key              string
	keyFrom, keyTo   int
	value            string
	valFrom, valueTo int
}

// boldPairs finds "**Key:** value", as often as there are bold keys, in a text
// that begins with one.
func boldPairs(in *inline, from, to int) []pair {
	var pairs []pair
	var starts []int
	end := from
	first := sort.Search(len(in.strong), func(i int) bool { return in.strong[i].outerStart >= from })
	for _, m := range in.strong[first:] {
		if m.outerStart >= to {
			break
		}
		if m.outerStart < end {
			continue
		}
		p, after, ok := boldKey(in, m)
		if !ok || after > to { // bold may go on into the next line
			if len(pairs) == 0 {
				return nil
			}
			continue
		}
		if len(pairs) == 0 && withoutEmoji(in.read(from, m.outerStart)) != "" {
			return nil
		}
		p.valFrom = after
		pairs = append(pairs, p)
		starts = append(starts, m.outerStart)
		end = after
	}
	var all []pair
	for i := range pairs {
		limit := to
		if i+1 < len(pairs) {
			limit = starts[i+1]
		}
		setValue(in, &pairs[i], limit, i+1 < len(pairs))
		all = append(all, pairs[i])
		all = append(all, pipedPairs(in, pairs[i].valueTo, limit)...)
	}
	return all
}

// pipedPairs reads what follows a value behind pipes, as in
// "**Status:** open | Owner: CEO | Due: 2026-03-31".
func pipedPairs(in *inline, from, to int) []pair {
	var pairs []pair
	start := from
	for start < to {
		end, next := lineEnd(in, start, to)
		if start > from && in.flow.text[start-1] == '|' {
			// "Step 2: …" is a text with a number, no field.
			if p, ok := plainPair(in, start, end); ok && !strings.ContainsAny(p.key, "0123456789") {
				pairs = append(pairs, p)
			}
		}
		start = next
	}
	return pairs
}

// boldKey reads a bold stretch as a key: its colon stands inside or just after.
func boldKey(in *inline, m mark) (pair, int, bool) {
	text := in.flow.text
	after := m.outerEnd
	from, to := trimSpace(text, m.innerStart, m.innerEnd)
	inside := to > from && text[to-1] == ':'
	if inside {
		to--
	} else {
		at := after
		for at < len(text) && at < after+2 && text[at] == ' ' {
			at++
		}
		if at >= len(text) || text[at] != ':' {
			return pair{}, 0, false
		}
		after = at + 1
	}
	p, ok := newKey(in, from, to, maxKeyWords)
	return p, after, ok
}

// newKey reads text[from:to] as the key of a field.
func newKey(in *inline, from, to, words int) (pair, bool) {
	from, to = trimEmoji(in.flow.text, from, to)
	key := cleanKey(in.read(from, to))
	return pair{key: key, keyFrom: from, keyTo: to}, isKey(key, words)
}

// cleanKey is a key as a reader sees it, without emoji and colon.
func cleanKey(key string) string {
	return strings.TrimSpace(strings.TrimRight(withoutEmoji(key), ": "))
}

func isKey(key string, words int) bool {
	if key == "" || utf8.RuneCountInString(key) > maxKeyLength || len(strings.Fields(key)) > words {
		return false
	}
	return strings.IndexFunc(key, unicode.IsLetter) >= 0 && !strings.ContainsAny(key, "\n;?!")
}

// trimEmoji narrows text[from:to] to what is neither emoji nor white space.
func trimEmoji(text string, from, to int) (int, int) {
	for from < to {
		r, n := utf8.DecodeRuneInString(text[from:to])
		if !unicode.IsSpace(r) && !isEmoji(r) && !followedBySelector(text[from+n:to]) {
			break
		}
		from += n
	}
	for from < to {
		r, n := utf8.DecodeLastRuneInString(text[from:to])
		if !unicode.IsSpace(r) && !isEmoji(r) {
			break
		}
		to -= n
	}
	return from, to
}

func followedBySelector(rest string) bool {
	return strings.HasPrefix(rest, "\ufe0f") || strings.HasPrefix(rest, "\u20e3")
}

// setValue finds the value after a key: up to the next key, a pipe or a line
// break, whichever comes first.
func setValue(in *inline, p *pair, limit int, keyFollows bool) {
	from, to := p.valFrom, limit
	first := tokenAt(in, from)
	for _, t := range in.tokens[first:] {
		if t.start >= to {
			break
		}
		if t.kind == tokHard && in.read(from, t.start) != "" {
			to, keyFollows = t.start, false
			break
		}
		if t.kind != tokText {
			continue
		}
		lo := max(t.start, from)
		if pipe := strings.IndexByte(in.flow.text[lo:min(t.end, to)], '|'); pipe >= 0 {
			to, keyFollows = lo+pipe, false
			break
		}
	}
	from = skipBreaks(in, from, to)
	from, to = trimSpace(in.flow.text, from, to)
	if keyFollows {
		to = trimSeparators(in.flow.text, from, to)
	}
	p.valFrom, p.valueTo = from, to
	p.value = in.read(from, to)
}

// tokenAt is the index of the token that holds index i of the text.
func tokenAt(in *inline, i int) int {
	lo, hi := 0, len(in.tokens)
	for lo < hi {
		mid := (lo + hi) / 2
		if in.tokens[mid].end > i {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	return lo
}

// skipBreaks steps over blanks and line breaks before a value.
func skipBreaks(in *inline, from, to int) int {
	for _, t := range in.tokens[tokenAt(in, from):] {
		start := max(t.start, from)
		if start >= to {
			break
		}
		blank := t.kind == tokText && strings.TrimSpace(in.flow.text[start:min(t.end, to)]) == ""
		if !blank && t.kind != tokHard && t.kind != tokSoft {
			break
		}
		from = min(t.end, to)
	}
	return from
}

// trimSeparators takes off what stands between a value and the next key.
func trimSeparators(text string, from, to int) int {
	end := to
	for end > from {
		r, n := utf8.DecodeLastRuneInString(text[from:end])
		if !strings.ContainsRune("·•;,–—-/", r) && !unicode.IsSpace(r) && !isEmoji(r) {
			return end
		}
		end -= n
	}
	return to
}

// plainPairs reads lines of "Key: value" in text[from:to]; nothing where the
// first line is neither that nor a subtitle.
func plainPairs(in *inline, from, to int) []pair {
	var pairs []pair
	for start, lines := from, 0; start < to; lines++ {
		end, next := lineEnd(in, start, to)
		p, ok := plainPair(in, start, end)
		if !ok && len(pairs) == 0 && !(lines < subtitleLines && isSubtitle(in.flow.text[start:end])) {
			return nil
		}
		if ok {
			pairs = append(pairs, p)
		}
		start = next
	}
	return pairs
}

// Before the fields below a title there may be a line or two that go on with it.
const (
	subtitleLines = 2
	subtitleWords = 12
)

// isSubtitle says whether a line is short and no sentence, or opens a callout.
func isSubtitle(line string) bool {
	line = strings.TrimSpace(line)
	if strings.HasPrefix(line, "[!") {
		return true
	}
	return line != "" && len(strings.Fields(line)) <= subtitleWords && !strings.HasSuffix(line, ".") && !strings.HasSuffix(line, ",") &&
		!strings.HasSuffix(line, ":") && !strings.HasSuffix(line, ";")
}

// lineEnd is where a line, or the part of it before a pipe, ends, and where the
// next one begins.
func lineEnd(in *inline, start, to int) (int, int) {
	for _, t := range in.tokens[tokenAt(in, start):] {
		if t.start >= to {
			break
		}
		if t.kind == tokHard || t.kind == tokSoft {
			return max(t.start, start), max(min(t.end, to), start+1)
		}
		if t.kind != tokText {
			continue
		}
		lo, hi := max(t.start, start), min(t.end, to)
		if pipe := strings.IndexByte(in.flow.text[lo:hi], '|'); pipe >= 0 {
			return lo + pipe, lo + pipe + 1
		}
	}
	return to, to
}

// plainPair reads one "Key: value".
func plainPair(in *inline, from, to int) (pair, bool) {
	from, to = trimSpace(in.flow.text, from, to)
	line := in.flow.text[from:to]
	colon := strings.IndexByte(line, ':')
	if colon < 1 || colon > 4*maxKeyLength {
		return pair{}, false
	}
	after := line[colon+1:]
	if after != "" && after[0] != ' ' && after[0] != '\t' && after[0] != '*' && after[0] != '_' {
		return pair{}, false // a URL, a time, a control's mark
	}
	p, ok := newKey(in, from, from+colon, plainKeyWords)
	first, _ := utf8.DecodeRuneInString(p.key)
	if !ok || !unicode.IsLetter(first) || strings.ContainsAny(p.key, ",\"") {
		return pair{}, false
	}
	start := from + colon + 1
	if closes := strings.TrimLeft(after, "*_"); closes != after {
		start += len(after) - len(closes) // "*Owner:* CEO"
	}
	p.valFrom, p.valueTo = trimSpace(in.flow.text, start, to)
	p.value = in.read(p.valFrom, p.valueTo)
	return p, !isSentence(p.value)
}

func isSentence(s string) bool {
	words := len(strings.Fields(s))
	return words > 25 || words > 8 && (strings.HasSuffix(s, ".") || strings.Contains(s, ". "))
}

// sentencePairs reads "Key: value. Key: value." in text[from:to]; nothing where
// a sentence is none.
func sentencePairs(in *inline, from, to int) []pair {
	var pairs []pair
	text := in.flow.text
	for start := from; start < to; {
		end, next := sentenceEnd(text, start, to)
		if strings.TrimSpace(text[start:end]) == "" {
			start = next
			continue
		}
		p, ok := plainPair(in, start, end)
		if !ok {
			return nil
		}
		pairs = append(pairs, p)
		start = next
	}
	return pairs
}

// sentenceEnd finds the end of a sentence that a new key follows, or the last.
func sentenceEnd(text string, start, to int) (int, int) {
	for i := start; i < to; i++ {
		switch {
		case text[i] == '\n' || text[i] == '|':
			return i, i + 1
		case text[i] != '.' || i > start && text[i-1] == '\\':
		case strings.TrimSpace(text[i+1:to]) == "":
			return i, to
		case isSpace(text[i+1]) && beginsPair(text[i+1:to]):
			return i, i + 1
		}
	}
	return to, to
}

// beginsPair is true for a text that begins with a key and its colon.
func beginsPair(text string) bool {
	window := text[:min(len(text), 2*maxKeyLength)]
	key, _, ok := strings.Cut(window, ":")
	return ok && !strings.Contains(key, ".") && isKey(strings.TrimSpace(key), plainKeyWords)
}
