package isms

// Slips are places where what is written cannot be so, found while reading:
// rules read no text. What does not show beyond doubt is none.
type Slips struct {
	// Ragged are tables with rows that have more or fewer cells than the header:
	// the first such row of each. Label is its first cell, Said the number of its
	// cells, Counted that of the columns, Rows how many rows there are like it.
	Ragged []Slip
	// Totals are rows that say to be the total of the rows above and are not.
	// Label is the column.
	Totals []Slip
	// Dates are days that no calendar has. Label is the day as written.
	Dates []Slip
	// Counts are numbers of entries that the document of a register states and
	// the register does not have. Label says of what ("risks"), Other is where
	// the register begins. Field is "yes" or "no" where it is about controls that
	// apply or do not.
	Counts []Slip
	// Differing are entries that another table of the same kind repeats with
	// something else in one field. Label is the entry, Field the field, Here and
	// There what the other table and the register say; Other is the register's.
	Differing []Slip
	// Unknown are ids in the text, written as those of a register are, that
	// nothing in the tree has, and titles of documents in quotation marks or italics
	// where most of them lead to one. Label is the id or title, Title that of the
	// register; Field is "title" for titles.
	Unknown []Slip
	// Durations are sentences that say the same as another one but for how long or
	// how often. Label is the sentence, Here and There the two durations, Other the
	// place of the other one.
	Durations []Slip
}

// Slip is one of them.
type Slip struct {
	Place
	Subject string // the document or register
	Title   string // of the document, section or register
	Label   string
	Field   string
	// Said is the number that is written, Counted what there is.
	Said, Counted float64
	Rows          int
	Here, There   string
	Other         Place
}
