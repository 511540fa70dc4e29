// Package isms is the model of an information security management system: what
// the rules see as `input.isms` and `input.document`. It is contract 2 of
// docs/architecture.md. The types here are its source; its JSON Schema and its
// OPA terms are made from them.
//
// Three things hold for every object of the model:
//
//   - it is total: every register kind, document type, field and lookup that
//     the catalogue knows is there, whatever the repository holds, so that a
//     rule never meets an undefined reference;
//   - it has a place (`_path`, `_pos`), an absent one too: where it is, or where
//     it ought to be;
//   - its values are read: a date, number, level or reference is
//     {raw, value}, with a null value where it is not filled or cannot be read.
package isms

import "strconv"

// Pos is a range in a file: 1-based lines and columns, code points, the end
// exclusive.
type Pos struct{ Line, Column, EndLine, EndColumn int }

// String is the form in which the rules see a position.
func (p Pos) String() string {
	return string(p.append(make([]byte, 0, 24)))
}

func (p Pos) append(b []byte) []byte {
	b = strconv.AppendInt(b, int64(p.Line), 10)
	b = append(b, ':')
	b = strconv.AppendInt(b, int64(p.Column), 10)
	b = append(b, ':')
	b = strconv.AppendInt(b, int64(p.EndLine), 10)
	b = append(b, ':')
	return strconv.AppendInt(b, int64(p.EndColumn), 10)
}

// IsZero says whether no position was set.
func (p Pos) IsZero() bool { return p.Line == 0 }

// Place is where an object is: its file, its own position (the key "." of
// `_pos`) and those of its parts.
type Place struct {
	Path string
	Pos  Pos
	// Parts are the positions of fields ("owner") and list elements
	// ("controls/1"). Those of an object's Fields need not be repeated here.
	Parts []Part
}

// Part is the position of one part of an object.
type Part struct {
	Key string
	Pos Pos
}

// Model is the whole: `input.isms`.
type Model struct {
	// AsOf is the date of the evaluation, ISO 8601.
	AsOf string
	// Edition is 2013, 2022 or 2022+amd1; EditionSignal says how it was found.
	Edition       string
	EditionSignal string
	// Root is the folder of the ISMS relative to the tree, "" for all of it.
	Root string
	// Roots are the folders that hold an ISMS each, where there are several: then
	// each is to be recognised by itself, and this model says nothing of them.
	Roots []string
	// Recognised is false for a repository that is no ISMS; Why says what was
	// seen instead, in one sentence.
	Recognised bool
	Why        string
	// Anchor is where findings stand that have no place of their own: isms.yaml,
	// else the first line of the index document.
	Anchor Place

	Organization Organization
	Registers    []*Register // one for each kind of the catalogue, in its order
	Types        []*Type     // one for each document type of the catalogue
	Documents    []*Document // all that was read, whether evidence or not
	Criteria     Criteria
	Slips        Slips
	People       []Person
	Files        []File
	// Change is what differs from the base; nil where there is none.
	Change *Change

	// Unreadable are files that could not be read at all or only in part.
	Unreadable []FileProblem
	// Vain are declarations that point at nothing: patterns that no file matches,
	// types that there are not.
	Vain []FileProblem
	// Differ are fields of which two carriers of one document give different
	// values.
	Differ []FileProblem
}

// FileProblem is something wrong with a file itself, found while reading it.
type FileProblem struct {
	Place
	Message string
	// Related are the other places of the same cause.
	Related []FileProblem
}

// Organization is what isms.yaml says. Declared is false where there is none.
type Organization struct {
	Place
	Declared bool
	Name     string
	// Persons is the number of persons doing work under the organisation's
	// control, 0 where unknown. Small is true for 1 to 9.
	Persons       int
	Small         bool
	TopManagement []string
	Intervals     []NamedInterval
	// Determined is the documented information that the organisation decided it
	// needs (7.5.1 b): document types and register kinds.
	Determined []string
	// OutsideStated is true where isms.yaml has the key `outside`, be it an
	// empty list: it says that the rest is here.
	OutsideStated bool
	Outside       []Outside
	// NotApplicable are clauses, activities or rules switched off with a reason.
	NotApplicable []NotApplicable
	// Approval is "recorded" or "pull-request"; Versions is "recorded" or "git".
	Approval string
	Versions string
	// Public is true where isms.yaml says that everybody can read the repository.
	Public bool
	// Languages are those that isms.yaml lists, as codes; none says nothing.
	Languages []string
	StartedOn string
	// AuditCycleYears is in how many years the audits cover the whole, 0 where it
	// is not said.
	AuditCycleYears int
}

// NamedInterval is an interval of isms.yaml.
type NamedInterval struct {
	Name  string // risk_assessment, internal_audit, management_review, …
	Value Interval
	Raw   string
}

// Outside is documented information kept elsewhere.
type Outside struct {
	Item  string // a document type, a register kind or an activity id
	Where string
}

// NotApplicable is a clause, activity or rule that the organisation set aside.
type NotApplicable struct{ Item, Reason string }

// Signal says why something was taken for what it is.
type Signal string

// The signals, strongest first.
const (
	SignalDeclared Signal = "declared"  // front matter or isms.yaml
	SignalClause   Signal = "clause"    // a declared clause that one type serves
	SignalFileName Signal = "file name" //
	SignalTitle    Signal = "title"     // title of the front matter, or first H1
	SignalHeading  Signal = "heading"   // the heading of a section
	SignalHeadings Signal = "headings"  // cue headings further down
	SignalColumns  Signal = "columns"   // the columns of a table, alone
	SignalFolder   Signal = "folder"    // tie-break only
)

// Certainty says how sure a finding or a piece of evidence is.
type Certainty string

// The certainties.
const (
	Decides   Certainty = "decides"
	Indicates Certainty = "indicates"
)

// Type is a document type of the catalogue with what was recognised as it.
type Type struct {
	Place // the first item; else the model's anchor
	ID    string
	// Items are documents and sections with content of their own.
	Items []Address
	// Others were taken for the type but are no evidence: templates, stubs,
	// plans. Their Why says so.
	Others []Address
	// Cues are the names of the cues that any of the items holds, CueAt the place
	// of each: a heading where there is one.
	Cues  []string
	CueAt []Address
	// Promised is true where nothing was recognised and an index links to a file
	// of that name that is not there. The type's place is then that link.
	Promised bool
}

// Address is a document or a section of one.
type Address struct {
	Place
	Subject   string // policies/isms.md, policies/isms.md#scope, doc/ISMS-POL-001
	Section   string // slug; "" for the whole document
	Title     string // the document's title or the section's heading
	Date      string // newest date in force of the document, ISO 8601, or ""
	Signal    Signal
	Certainty Certainty
	// Why is the reason why it does not count as evidence; "" where it does.
	Why string
	// Points is where the text says that the substance is, if it is elsewhere.
	Points string
}

// File is a path of the tree.
type File struct {
	Path string
	// ChangedOn is the date of the last commit that changed it, ISO 8601; ""
	// where there is no history, or only a shallow one.
	ChangedOn string
	ChangedBy string
}

// Person is a person, role or team named anywhere in the ISMS.
type Person struct {
	Key  string // normalised
	Name string
	// Top is true for declared members of top management and for titles of the
	// vocabulary.
	Top bool
	// Title is true for a title, role or team rather than a name.
	Title bool
	// IDs of roles and persons of the roles register that it resolves to.
	IDs []string
	// LikeID is true where it is written in the form of the ids of that register;
	// Name is then as written.
	LikeID bool
}
