package csv

import (
	"fmt"
	"strings"

	"github.com/ismslint/ismslint/internal/syntax"
)

const (
	maxColumns  = 1000
	maxProblems = 200
	// maxFilled bounds the empty cells that short rows are filled up with: one
	// wide header would multiply every row below it.
	maxFilled = 1_000_000
)

// Parse reads a delimited file. It never fails: what could not be read is in
// Problems.
//
// The delimiter is what a first line "sep=;" says, else the one of comma,
// semicolon and tab that divides the first rows most evenly. The header is the
// first row that is neither blank, nor a comment ("# ..."), nor a title (one
// filled cell above wider rows). Rows without any text are left out.
//
// Ranges: a quoted cell's is the text between the quotes; another's is its
// trimmed text, and the gap between the delimiters where it is empty.
func Parse(src *syntax.Source) *File {
	r := &reader{text: src.Text, cursor: syntax.NewCursor(src)}
	file := &File{Source: src}
	start := r.delimiter()
	records := r.records(start)
	header := r.header(records)
	if header < len(records) {
		file.Table = r.table(records[header:])
	}
	file.Problems = r.problems
	return file
}

// field is one cell: the offsets of its text, and of its delimiters.
type field struct {
	start, end int
	quoted     bool
}

// record is one row, which may go over several lines.
type record struct {
	start, end int
	fields     []field
	surplus    int // of fields beyond maxColumns
}

type reader struct {
	text     string
	cursor   *syntax.Cursor
	comma    byte
	problems []syntax.Problem
	quiet    bool
	unclosed int
	wide     bool
}

func (r *reader) problem(start, end int, message string) {
	if r.quiet || len(r.problems) >= maxProblems {
		return
	}
	r.problems = append(r.problems, syntax.Problem{Range: r.cursor.Range(start, end), Message: message})
}

// records reads all rows that hold some text.
func (r *reader) records(pos int) []record {
	var records []record
	for pos < len(r.text) {
		var rec record
		if r.comment(pos, len(records) == 0) {
			pos = r.nextLine(r.lineEnd(pos))
			continue
		}
		rec, pos = r.record(pos)
		if r.filled(rec) > 0 {
			records = append(records, rec)
		}
	}
	return records
}

// comment is true for a comment above the header. A first column named "#" is
// none.
func (r *reader) comment(pos int, leading bool) bool {
	if !leading || r.text[pos] != '#' {
		return false
	}
	line := r.text[pos:r.lineEnd(pos)]
	cell, _, more := strings.Cut(line, string(r.comma))
	return !more || strings.TrimSpace(cell) != "#"
}

// filled is the number of cells that hold text.
func (r *reader) filled(rec record) int {
	n := 0
	for _, f := range rec.fields {
		if strings.TrimSpace(r.text[f.start:f.end]) != "" {
			n++
		}
	}
	return n
}

// header is the index of the header among the rows.
func (r *reader) header(records []record) int {
	const titles = 10
	for i := 0; i < min(len(records), titles); i++ {
		if r.filled(records[i]) > 1 {
			return i
		}
	}
	return 0
}

func (r *reader) table(records []record) syntax.Table {
	columns := len(records[0].fields)
	table := syntax.Table{Header: r.row(records[0], columns)}
	table.Rows = make([]syntax.Row, 0, len(records)-1)
	table.Range = table.Header.Range
	filled := 0
	for _, rec := range records[1:] {
		filled += max(columns-len(rec.fields), 0)
		if filled > maxFilled {
			r.problem(rec.start, rec.end, "too many rows are shorter than the header; from here on they are left out")
			break
		}
		row := r.row(rec, columns)
		table.Rows = append(table.Rows, row)
		table.Range.End = row.Range.End
	}
	return table
}

func (r *reader) row(rec record, columns int) syntax.Row {
	row := syntax.Row{
		Surplus: max(len(rec.fields)-columns, 0) + rec.surplus,
		Lacking: max(columns-len(rec.fields), 0),
		Cells:   make([]syntax.Cell, 0, max(columns, len(rec.fields))),
	}
	row.Range.Start = r.cursor.Position(rec.start)
	for _, f := range rec.fields {
		row.Cells = append(row.Cells, syntax.Cell{Text: r.cell(f), Range: r.cursor.Range(f.start, f.end)})
	}
	row.Range.End = r.cursor.Position(rec.end)
	for range row.Lacking {
		row.Cells = append(row.Cells, syntax.Cell{Range: syntax.Range{Start: row.Range.End, End: row.Range.End}})
	}
	return row
}

var lineBreaks = strings.NewReplacer("\r\n", "\n", "\r", "\n")

func (r *reader) cell(f field) string {
	text := r.text[f.start:f.end]
	if f.quoted {
		text = lineBreaks.Replace(strings.ReplaceAll(text, `""`, `"`))
	}
	return strings.TrimSpace(text)
}

func (r *reader) tooWide(pos int) {
	if r.wide || r.quiet {
		return
	}
	r.wide = true
	r.problem(pos, pos+1, fmt.Sprintf("rows have more than %d columns; the rest is left out", maxColumns))
}
