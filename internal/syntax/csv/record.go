package csv

import "strings"

// maxUnclosed is the number of unclosed quotes from which on every quote must
// be closed in its own line: each costs a look at the lines below it.
const maxUnclosed = 100

// record reads one row and returns the offset of the next.
func (r *reader) record(pos int) (record, int) {
	rec := record{start: pos}
	for {
		f, next := r.field(pos)
		if len(rec.fields) < maxColumns {
			rec.fields = append(rec.fields, f)
		} else {
			r.tooWide(f.start)
			rec.surplus++
		}
		if next >= len(r.text) || r.text[next] != r.comma {
			rec.end = next
			return rec, r.nextLine(next)
		}
		pos = next + 1
	}
}

// field reads one cell and returns the offset of the delimiter or line
// terminator behind it.
func (r *reader) field(pos int) (field, int) {
	start := r.blanks(pos)
	if start < len(r.text) && r.text[start] == '"' {
		if f, next, ok := r.quoted(start); ok {
			return f, next
		}
		// The cell ends with its line.
		r.unclosed++
		end := r.lineEnd(start)
		r.problem(start, end, "this quote is not closed")
		return field{start: start + 1, end: end, quoted: true}, end
	}
	end := pos
	for end < len(r.text) && r.text[end] != r.comma && !isBreak(r.text[end]) {
		end++
	}
	text := r.text[pos:end]
	if strings.TrimSpace(text) == "" {
		return field{start: pos, end: end}, end
	}
	left := len(text) - len(strings.TrimLeft(text, " \t"))
	right := len(text) - len(strings.TrimRight(text, " \t"))
	return field{start: pos + left, end: end - right}, end
}

// quoted reads a cell in quotes; false where they are not closed. A quote in
// the middle of its own line that is not doubled is kept as text.
func (r *reader) quoted(open int) (field, int, bool) {
	sameLine := true
	limit := len(r.text)
	if r.unclosed >= maxUnclosed {
		limit = r.lineEnd(open)
	}
	stray := -1
	for i := open + 1; i < limit; i++ {
		switch c := r.text[i]; {
		case isBreak(c):
			sameLine = false
		case c != '"':
		case i+1 < len(r.text) && r.text[i+1] == '"':
			i++
		default:
			next := r.blanks(i + 1)
			if next >= len(r.text) || r.text[next] == r.comma || isBreak(r.text[next]) {
				if stray >= 0 {
					r.problem(stray, stray+1, "a quote inside quotes must be doubled")
				}
				return field{start: open + 1, end: i, quoted: true}, next, true
			}
			if !sameLine {
				// Most likely the opening quote of another cell.
				return field{}, 0, false
			}
			stray = i
		}
	}
	return field{}, 0, false
}

// blanks is the offset behind the spaces at pos, and behind tabs where they do
// not divide cells.
func (r *reader) blanks(pos int) int {
	for pos < len(r.text) && (r.text[pos] == ' ' || r.text[pos] == '\t' && r.comma != '\t') {
		pos++
	}
	return pos
}

func (r *reader) lineEnd(pos int) int {
	if i := strings.IndexAny(r.text[pos:], "\r\n"); i >= 0 {
		return pos + i
	}
	return len(r.text)
}

// nextLine is the offset behind the line terminator at pos.
func (r *reader) nextLine(pos int) int {
	switch rest := r.text[pos:]; {
	case rest == "":
		return pos
	case strings.HasPrefix(rest, "\r\n"):
		return pos + 2
	}
	return pos + 1
}

func isBreak(c byte) bool { return c == '\n' || c == '\r' }

// delimiter finds out what divides the cells, and returns where the rows
// begin.
func (r *reader) delimiter() int {
	end := r.lineEnd(0)
	if line := strings.Trim(r.text[:end], `"`); len(line) == 5 && strings.EqualFold(line[:4], "sep=") {
		r.comma = line[4]
		return r.nextLine(end)
	}
	best, bestRows, bestCells := byte(','), 0, 0
	for _, comma := range []byte{',', ';', '\t'} {
		rows, cells := r.evenness(comma)
		if rows > bestRows || rows == bestRows && cells > bestCells {
			best, bestRows, bestCells = comma, rows, cells
		}
	}
	r.comma = best
	return 0
}

// evenness is the number of the first rows that have the most frequent number
// of cells above one, and that number.
func (r *reader) evenness(comma byte) (rows, cells int) {
	const sample, sampleBytes = 20, 64 << 10
	trial := &reader{text: r.text[:min(len(r.text), sampleBytes)], comma: comma, quiet: true}
	counts := map[int]int{}
	for pos, n := 0, 0; pos < len(trial.text) && n < sample; {
		if trial.comment(pos, true) {
			pos = trial.nextLine(trial.lineEnd(pos))
			continue
		}
		var rec record
		rec, pos = trial.record(pos)
		if trial.filled(rec) > 0 {
			n++
			counts[len(rec.fields)]++
		}
	}
	for c, n := range counts {
		if c > 1 && (n > rows || n == rows && c > cells) {
			rows, cells = n, c
		}
	}
	return rows, cells
}
