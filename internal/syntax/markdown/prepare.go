package markdown

import (
	"bytes"
	"strings"

	"github.com/ismslint/ismslint/internal/syntax"
	"github.com/ismslint/ismslint/internal/syntax/yaml"
)

const (
	maxMarkers = 16 // marks of lists and quotes at the start of one line
	maxIndent  = 64 // columns of indentation before such a mark
	maxBlank   = 8  // blank lines in a row
)

// prepare is the text for goldmark: as long as the source, so that offsets are
// the same. The front matter, up to offset start, is blank; line ends are "\n";
// marks of lists and quotes beyond a bound are made harmless, and long runs of
// blank lines are one line, because goldmark takes time and memory for each
// line at each level of nesting.
func prepare(d *Document, start int) []byte {
	body := []byte(d.Source.Text)
	for i := range start {
		if body[i] != '\n' && body[i] != '\r' {
			body[i] = ' '
		}
	}
	for i, c := range body {
		if c != '\r' {
			continue
		}
		body[i] = '\n'
		if i+1 < len(body) && body[i+1] == '\n' {
			body[i] = ' '
		}
	}
	flattened, blank := -1, 0
	for line := start; line < len(body); {
		end := bytes.IndexByte(body[line:], '\n')
		if end < 0 {
			end = len(body) - line
		}
		end += line
		if flatten(body[line:end]) && flattened < 0 {
			flattened = line
		}
		if blank++; len(bytes.TrimSpace(body[line:end])) > 0 {
			blank = 0
		}
		if blank > maxBlank {
			body[line-1] = ' '
		}
		line = end + 1
	}
	if flattened >= 0 {
		d.problem(flattened, flattened, "lists or quotes are nested too deeply; the innermost ones were read as text")
	}
	return body
}

// flatten makes the marks at the start of a line harmless beyond the bounds.
func flatten(line []byte) bool {
	if len(bytes.Trim(line, "- \t")) == 0 || len(bytes.Trim(line, "* \t")) == 0 {
		return false // a thematic break
	}
	markers, column := 0, 0
	for i := 0; i < len(line); {
		if line[i] == ' ' || line[i] == '\t' {
			column++
			if line[i] == '\t' {
				column += 3
			}
			i++
			continue
		}
		n := marker(line[i:])
		if n == 0 {
			return false
		}
		if markers++; markers > maxMarkers || column > maxIndent {
			line[i] = 'x'
			return true
		}
		i += n
		column += n
	}
	return false
}

// marker is the length of the mark of a quote or list item at the start of a
// text, 0 where there is none.
func marker(line []byte) int {
	n := 1
	switch c := line[0]; {
	case c == '>':
		return 1
	case c == '-' || c == '+' || c == '*':
	case c >= '0' && c <= '9':
		for n < len(line) && n < 10 && line[n] >= '0' && line[n] <= '9' {
			n++
		}
		if n == len(line) || line[n] != '.' && line[n] != ')' {
			return 0
		}
		n++
	default:
		return 0
	}
	if n < len(line) && line[n] != ' ' && line[n] != '\t' {
		return 0
	}
	return n
}

// readFront reads the front matter and returns the offset at which the body
// begins.
func (d *Document) readFront() int {
	first := strings.TrimRight(d.Source.Line(1), " \t")
	switch {
	case first == "---":
		return d.fenced(first)
	case first == "+++":
		return d.fenced(first)
	case isKeyLine(first):
		return d.unfenced()
	}
	return 0
}

// fenced reads front matter between two fences.
func (d *Document) fenced(fence string) int {
	for n := 2; n <= d.Source.Lines(); n++ {
		line := strings.TrimRight(d.Source.Line(n), " \t")
		if line == fence || fence == "---" && line == "..." {
			end := d.Source.LineStart(n) + len(d.Source.Line(n))
			d.setFront(d.Source.LineStart(2), d.Source.LineStart(n), end, fence == "---")
			return end
		}
	}
	if fence == "---" && !isKeyLine(d.Source.Line(2)) {
		return 0 // a thematic break, no front matter was meant
	}
	d.problem(0, len(fence), "the front matter has no closing "+fence+"; it was read as text")
	return 0
}

// unfenced reads front matter that has only a closing fence.
func (d *Document) unfenced() int {
	const most = 60
	for n := 1; n <= min(most, d.Source.Lines()); n++ {
		line := d.Source.Line(n)
		if strings.TrimRight(line, " \t") == "---" {
			end := d.Source.LineStart(n) + len(line)
			d.setFront(0, d.Source.LineStart(n), end, true)
			return end
		}
		if !isYAMLLine(line) {
			return 0
		}
	}
	return 0
}

func (d *Document) setFront(start, end, fenceEnd int, isYAML bool) {
	d.Front = &Front{Range: d.Source.Range(0, fenceEnd)}
	if !isYAML {
		root, problems := parseTOML(d.Source, start, end)
		d.Front.Mapping, d.Problems = root, append(d.Problems, problems...)
		return
	}
	file := yaml.ParseAt(d.Source, start, end)
	if file == nil {
		return
	}
	d.Problems = append(d.Problems, file.Problems...)
	if len(file.Documents) == 0 {
		return
	}
	if root := file.Documents[0]; root.Kind == yaml.Mapping {
		d.Front.Mapping = root
		return
	}
	if len(file.Problems) == 0 {
		d.Problems = append(d.Problems, syntax.Problem{
			Range:   file.Documents[0].Range,
			Message: "the front matter is not a list of keys and values",
		})
	}
}

// isKeyLine is true for a line like "owner: CISO".
func isKeyLine(line string) bool {
	colon := strings.IndexByte(line, ':')
	if colon < 1 || line[0] >= '0' && line[0] <= '9' || line[0] == '-' {
		return false
	}
	for i := range colon {
		if c := line[i]; !isLetter(c) && (c < '0' || c > '9') && c != '_' && c != '-' {
			return false
		}
	}
	return colon+1 == len(line) || line[colon+1] == ' ' || line[colon+1] == '\t'
}

func isYAMLLine(line string) bool {
	if strings.TrimSpace(line) == "" {
		return true
	}
	return line[0] == ' ' || line[0] == '#' || line == "-" || strings.HasPrefix(line, "- ") || isKeyLine(line)
}
