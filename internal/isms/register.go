package isms

// State says what is known of a register.
type State string

// The states.
const (
	Absent     State = "absent"
	Unreadable State = "unreadable"
	Empty      State = "empty"
	Present    State = "present"
)

// Register is the rows of one kind, from one file, a folder of files, or tables.
type Register struct {
	Place // where it is, or ought to be
	Kind  string
	State State
	// Signal is why it was taken for this kind. Decided is false where that rests
	// on columns alone: it is shown as possible, and its rows are not checked.
	Signal  Signal
	Decided bool
	// Title is the file's title or the table's heading, as the user calls it.
	Title   string
	Columns []Column
	Header  []Field
	Entries []Entry
	// Duplicates are ids that several entries have.
	Duplicates []Duplicate
	// None is a dated statement that there was nothing to record.
	None *Statement
	// Statements are sentences that hold for the whole register, by name: those
	// of the SoA are "implemented-all", "reason-all" and "exclusions"; of any
	// register "owner-all" and "approved".
	Statements []Statement
	// Possible are tables that may be this register but were not decided.
	Possible []Address
	// Edition of the ids of a SoA: "2013", "2022" or "".
	Edition string
}

// Column is a column or key that a register has. Field is "" for one that the
// catalogue does not know.
type Column struct {
	Field  string
	Header string
	Path   string
	Pos    Pos
}

// Entry is one row.
type Entry struct {
	Place
	Subject string // risks/RSK-007; risks/line-12 where it has no id
	ID      string
	Index   int
	// Section is the slug of the section that holds the row, Group the text of
	// the group row or heading above it.
	Section string
	Group   string
	Fields  []Field
	// Other are cells of columns that the catalogue does not know, by header.
	Other []OtherField
	// Inputs of a management review, by the keys of the vocabulary.
	Inputs []ReviewInput
	// Structured is true for entries whose inputs are fields, false where they
	// were recognised in the words of minutes.
	Structured bool
}

// OtherField is a cell of a column of the user's own.
type OtherField struct {
	Header string
	Text   string
	Pos    Pos
}

// ReviewInput is one required input of a management review as it was found.
type ReviewInput struct {
	Key string
	// Filled is false where the heading or row is there and says nothing.
	Filled bool
	Pos    Pos
}

// Duplicate is an id that several entries have.
type Duplicate struct {
	ID      string
	Entries []int
}

// Statement is a sentence with a place.
type Statement struct {
	Place
	Name string
	Text string
	Date string
}

// Criteria are the risk criteria, declared in YAML or read from tables.
type Criteria struct {
	Place
	State   State
	Version string
	// Likelihood and Consequence are the scales, lowest first.
	Likelihood, Consequence Scale
	// Levels of risk, lowest first where Ordered.
	Levels  Scale
	Ordered bool
	// Combination is matrix, product, sum, quantitative or "".
	Combination string
	// Complete is true where every cell was read: only then is a level computed.
	Complete bool
	// Cells are the level of each pair of steps, computed for products and sums.
	Cells []CriteriaCell
	// AcceptanceKnown is true where it is known of at least one level whether it
	// is accepted.
	AcceptanceKnown bool
	// AcceptanceColumn is true where the levels have a column for acceptance.
	AcceptanceColumn bool
}

// Scale is a list of steps with its place.
type Scale struct {
	Place
	State State
	Steps []Step
	// MeaningColumn is true where the scale has a column for the meaning.
	MeaningColumn bool
}

// Step is a step of a scale or a level of risk.
type Step struct {
	Place
	Key     string // normalised label, else the number
	Label   string // as written
	Rank    int    // 1 is the lowest
	Number  *float64
	Meaning string
	// Min and Max bound the scores of a level.
	Min, Max *float64
	// Acceptance of a level: accept, conditional, treat or "".
	Acceptance    string
	AcceptanceRaw string
}

// CriteriaCell is what the criteria give for a pair of steps.
type CriteriaCell struct {
	Likelihood, Consequence string // keys of steps
	Level                   string // key of a level
	Score                   *float64
}
