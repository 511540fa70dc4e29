package yaml

import (
	"slices"
	"sort"
	"strings"

	"github.com/ismslint/ismslint/internal/syntax"
)

const (
	// maxProblems bounds what is reported of one file.
	maxProblems = 200
	// maxExpanded bounds the nodes that aliases and merge keys add to a file.
	maxExpanded = 100_000
)

// Parse reads all documents of a file. It never fails: what could not be read
// is in Problems.
//
// Ranges: a quoted scalar's includes its quotes; a block scalar's begins at its
// first line of content (at its "|" or ">" where it has none); a block
// collection's reaches from its first key or dash to the end of its last value;
// a flow collection's includes the brackets; that of an empty value is the
// white space behind its colon or dash, which may have no width. What aliases
// and merge keys bring in stands at the place of their use.
func Parse(src *syntax.Source) *File { return ParseAt(src, 0, len(src.Text)) }

// ParseAt reads only the bytes [start,end) of a source, such as the front
// matter of a markdown file. Positions are those in the whole source.
func ParseAt(src *syntax.Source, start, end int) *File {
	r := &reader{structure: newStructure(newText(src, start, end))}
	file := &File{Source: src}
	for _, d := range r.documents() {
		r.anchors = map[string]*Node{}
		if node := r.value(d, d.s, 1); node != nil {
			file.Documents = append(file.Documents, node)
		}
	}
	for i := range r.lines {
		if l := &r.lines[i]; l.comment < l.end && r.norm[l.comment] == '#' {
			file.Comments = append(file.Comments, src.Range(r.source(l.comment), r.source(l.end)))
		}
	}
	file.Problems = r.problems
	sort.SliceStable(file.Problems, func(i, j int) bool {
		a, b := file.Problems[i].Range.Start, file.Problems[j].Range.Start
		return a.Line < b.Line || a.Line == b.Line && a.Column < b.Column
	})
	file.Problems = slices.CompactFunc(file.Problems, func(a, b syntax.Problem) bool {
		return a.Range.Start == b.Range.Start // found by the scan and by the library
	})
	return file
}

// region is a stretch of the text that holds one value, or a few entries of a
// collection; s is its first byte that is no white space.
type region struct {
	s, e       int
	line, last int // indices of its first line and of the line behind it
}

// documents scans all lines and divides them at the markers. Documents without
// content are left out.
func (r *reader) documents() []region {
	var docs []region
	first := 0
	directives := true
	finish := func(end int) {
		if end > 0 {
			r.reset(r.lines[end-1].end)
		}
		if d, ok := r.region(first, end); ok {
			docs = append(docs, d)
		}
		first = end
	}
	for i := range r.lines {
		l := &r.lines[i]
		text := r.norm[l.start:l.end]
		switch {
		case isMarker(text, "---"):
			finish(i)
			directives = false
			// What stands behind the marker belongs to the document.
			l.from = r.spaces(l.start + 3)
			if l.from < l.end {
				r.scanBehindMarker(i)
			}
		case isMarker(text, "..."):
			finish(i)
			directives = true
			first = i + 1
		case directives && strings.HasPrefix(text, "%"):
			l.kind, l.comment = comment, l.start
		default:
			r.scan(i)
			directives = directives && (l.kind == blank || l.kind == comment)
		}
	}
	finish(len(r.lines))
	return docs
}

func (s *structure) scanBehindMarker(i int) {
	l := &s.lines[i]
	if s.norm[l.from] == '#' {
		l.kind, l.comment = comment, l.from
		return
	}
	l.kind = fresh
	s.block(l, i)
	// Its column is no indentation that other lines are measured by.
	s.stack, s.parent, s.valued = s.stack[:0], -1, false
	if s.open != nil {
		s.open.parent = -1
	}
}

func isMarker(text, marker string) bool {
	return strings.HasPrefix(text, marker) && (len(text) == len(marker) || isBlank(text[len(marker)]))
}

// region is the content of the lines [first,last); false where there is none.
func (r *reader) region(first, last int) (region, bool) {
	for i := first; i < last; i++ {
		if l := &r.lines[i]; l.kind != blank && l.kind != comment {
			return region{s: l.from, e: r.lines[last-1].end, line: i, last: last}, true
		}
	}
	return region{}, false
}
