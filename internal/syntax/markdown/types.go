// Package markdown parses a markdown document into sections, tables, fields
// and links with positions. It knows nothing of an ISMS.
package markdown

import (
	"github.com/ismslint/ismslint/internal/syntax"
	"github.com/ismslint/ismslint/internal/syntax/yaml"
)

// Document is one parsed file.
type Document struct {
	Source *syntax.Source
	// Front is the front matter; nil where there is none.
	Front *Front
	// Sections are all headings in document order. Sections[0] is always there:
	// it is the text before the first heading and has Level 0.
	Sections []Section
	// Tables, in document order.
	Tables []Table
	// Fields are the key-value pairs that a reader takes for metadata: bold
	// header lines, control tables, block quotes, plain lines under the title,
	// and the same at the document's end.
	Fields []Field
	// Links of the body, images included.
	Links []Link
	// Comments are HTML comments.
	Comments []Comment
	Problems []syntax.Problem
}

// Front is front matter, YAML or TOML: its mapping and the lines it covers, fences
// included. Mapping is nil where it could not be read; what was wrong is among
// the document's problems.
type Front struct {
	Mapping *yaml.Node
	Range   syntax.Range
}

// Section is a heading with the blocks between it and the next heading of any
// level.
type Section struct {
	// Level is 1 to 6; 0 for the text before the first heading.
	Level int
	// Heading is the heading as a reader sees it, without emoji and markup;
	// its leading number, if any, is in Number too ("4.3", "A.5.1", "2.1.3").
	Heading string
	Number  string
	// Slug is the anchor that GitHub gives the heading, unique in the document;
	// "" for the text before the first heading.
	Slug string
	// Parent is the index of the enclosing section, -1 for those at the top.
	Parent int
	// HeadingRange is the heading's text; for Sections[0] the document's start.
	HeadingRange syntax.Range
	// Range runs from the heading to the next heading of any level.
	Range syntax.Range
	// Blocks are the section's own paragraphs, list items and the like. Tables
	// are in Document.Tables.
	Blocks []Block
}

// BlockKind says what a block is.
type BlockKind uint8

// The kinds of blocks.
const (
	Paragraph BlockKind = iota
	Item                // a list item
	Task                // a list item with a check box
	Quote
	Code
	HTML
)

// Block is a paragraph or the like: its text as a reader sees it.
type Block struct {
	Kind    BlockKind
	Text    string
	Checked bool // of a Task
	Range   syntax.Range
}

// Table is a table and the index of the section it stands in.
type Table struct {
	syntax.Table
	Section int
	// HTML is true for a table written as HTML.
	HTML bool
}

// Carrier says how a document writes down its metadata.
type Carrier string

// The carriers.
const (
	CarrierFrontMatter  Carrier = "front matter"
	CarrierControlTable Carrier = "control table"
	CarrierBoldLine     Carrier = "bold line"
	CarrierQuote        Carrier = "block quote"
	CarrierPlainLine    Carrier = "plain line"
)

// Field is a key with its value in the body of a document.
type Field struct {
	Carrier  Carrier
	Key      string // as a reader sees it, without emoji, markup and the colon
	KeyRange syntax.Range
	Value    string
	Range    syntax.Range // of the value; where it is empty, the gap after the key
	Section  int
	// AtEnd is true for fields in the document's last section, where footers
	// repeat the header.
	AtEnd bool
}

// Link is a link or an image.
type Link struct {
	Target  string
	Text    string
	Range   syntax.Range
	Section int
	Image   bool
}

// Comment is an HTML comment: its inner text, trimmed.
type Comment struct {
	Text  string
	Range syntax.Range
}
