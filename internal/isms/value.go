package isms

// Field is a field of an entry or of a document's metadata: what was written
// and what it was read as.
type Field struct {
	Name string
	// Raw is the text as written, trimmed. A field that the entry does not have
	// is not in the list; one that is there and empty has Raw "".
	Raw string
	// Value is nil where the field is empty, a placeholder, or cannot be read as
	// its type.
	Value Value
	Pos   Pos
	// Items are the positions of the elements of Refs and Controls.
	Items []Pos
	// Carrier is where a document's metadata was found ("front matter", …); ""
	// in entries.
	Carrier string
}

// Value is what a field was read as: Text, Enum, Date, Interval, Number, People,
// Refs, Controls, Level, Properties or Version.
type Value interface{ isValue() }

// Text is free text that says something: never empty, never a placeholder.
type Text string

// Enum is a value of a closed list of the catalogue, such as "implemented".
type Enum string

// Version is a version made comparable: "v1.0" and "1" are one, "1.10" stays "1.10".
type Version string

// Date is a day, or a longer stretch where only a month, quarter or year is
// given. From and Until are ISO 8601 and inclusive; a year counts until its last
// day. Age is the number of days from Until to the date of the evaluation,
// negative for dates to come.
type Date struct {
	From, Until string
	Age         int
}

// Interval is a duration in months and days.
type Interval struct{ Months, Days int }

// Number is a number.
type Number float64

// People are the persons, roles or teams that a text names.
type People struct {
	Keys []string // of Model.People
	Top  bool     // whether one of them is top management
}

// Refs are ids of other entries or documents, paths, or links.
type Refs []Ref

// Ref is one reference as written. Target says what it was resolved to.
type Ref struct {
	Raw string
	// ID is the id as the register writes it; "" for paths and links.
	ID string
	// Path is a path of the tree, relative to its top; "" for ids and urls.
	Path string
	// Exists is whether Path is in the tree.
	Exists bool
	URL    bool
}

// Controls are Annex A controls, ranges expanded.
type Controls []Control

// Control is one control as its canonical id ("5.15" of 2022, "A.9.2.3" of
// 2013; an own id as written), with the text that named it.
type Control struct {
	ID  string
	Raw string
}

// Level is a step of a scale or a level of risk. Step is the key of the step in
// the criteria; "" where the criteria do not have it. Number is set where the
// text is a number. Rank orders the levels; 0 where the order is not known.
type Level struct {
	Step   string
	Rank   int
	Number *float64
}

// Properties are those of information that a text names.
type Properties struct{ Confidentiality, Integrity, Availability bool }

func (Text) isValue()     {}
func (Enum) isValue()     {}
func (Version) isValue()  {}
func (Date) isValue()     {}
func (Interval) isValue() {}
func (Number) isValue()   {}
func (People) isValue()   {}
func (Refs) isValue()     {}
func (Controls) isValue() {}
func (Level) isValue()    {}

func (Properties) isValue() {}

// FieldType says as what a field is read.
type FieldType string

// The types of fields. An enum is written "enum:NAME", NAME being a list of the
// catalogue's values.
const (
	TypeID       FieldType = "id"
	TypeText     FieldType = "text"
	TypeDate     FieldType = "date"
	TypeInterval FieldType = "interval"
	TypeNumber   FieldType = "number"
	TypePeople   FieldType = "people"
	TypeRefs     FieldType = "refs"
	TypeControls FieldType = "controls"
	TypeLevel    FieldType = "level"
	TypeVersion  FieldType = "version"
	// TypeProperties is text in which confidentiality, integrity and availability
	// are looked for.
	TypeProperties FieldType = "properties"
	// TypeReason is text in which an empty phrase ("n/a", "not needed") is no
	// value.
	TypeReason FieldType = "reason"
)

// FieldSpec describes a field of a register kind or of metadata.
type FieldSpec struct {
	Name string
	Type FieldType
	// Label is the field in the words of a reader ("owner", "target date").
	Label string
	// Need is shall, should or may; Serves are the activities that it is for.
	Need   string
	Serves []string
}

// RegisterKind describes a register of the catalogue.
type RegisterKind struct {
	ID     string // risks
	Title  string // Information security risks
	Entry  string // one entry of it, in words: "risk"
	Plural string // "risks"
	// Path is where it ought to be (registers/risks.yaml).
	Path    string
	Clauses []string
	Mode    string // mandatory, as-determined, conditional, extent
	Fields  []FieldSpec
	// Requires are the fields by which a table is taken for this register: one of
	// each group must be there.
	Requires [][]string
	// Header are the fields of the register as a whole.
	Header []FieldSpec
}
