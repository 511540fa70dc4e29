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
	// register "owner-all" and "approved". "climate-change" of the issues is yes
	// or no.
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
	// Label is what a message calls the entry: its id as the user writes it
	// ("A.5.15"), else its title.
	Label string
	Index int
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
	// DecisionList are those decisions of a management review that have ids.
	DecisionList []Decision
	// Mentions are what the words of an entry name, for kinds where a rule asks:
	// the ids in a management review, in a line of awareness or communication the
	// document types, and in issues, parties, risks, roles and processes the cues.
	Mentions []Mention
	// Results are the values of a measure by date, oldest first as written.
	Results []Result
	// Covers is what an audit looks at, as far as its words tell; nil for others.
	Covers *Coverage
}

// Result is one measured value.
type Result struct {
	Raw string
	// Date is the last day of the day, month or quarter it is of, ISO 8601; ""
	// where it has none.
	Date string
	// Beyond says whether the value is beyond the threshold of its measure, or its
	// target where it has no threshold; nil where that cannot be told.
	Beyond *bool
	// Said is true where the result itself has a comment, a conclusion or an action.
	Said bool
	Pos  Pos
}

// Coverage is what an audit looks at. Clauses are the main ones of ISO/IEC 27001,
// "4" to "10".
type Coverage struct {
	Clauses, Controls       []string
	AllClauses, AllControls bool
}

// Decision is a decision of a management review with an id of its own.
type Decision struct {
	ID string
	// Open is false where the record says that it was carried out.
	Open bool
	// Lacks are the columns of its table that say nothing of it: decision, owner,
	// due.
	Lacks []string
	Pos   Pos
}

// Mention is an id or a document type that an entry names.
type Mention struct {
	Name string
	// Reported is true where the entry reports results of it: under the inputs
	// on audits or risks, and not as something planned or preliminary.
	Reported bool
	// Date of the line that names it, ISO 8601, for kinds whose lines are dated;
	// "" where there is none.
	Date string
	Pos  Pos
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
	// None is true where it says without reserve that there is nothing: "no
	// nonconformities".
	None bool
	Pos  Pos
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
	// Gaps are pairs of steps for which declared criteria give no level, or more
	// than one.
	Gaps []CriteriaGap
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

// CriteriaGap is a pair of steps without one level of its own.
type CriteriaGap struct {
	Place
	Likelihood, Consequence string   // labels of steps
	Levels                  []string // labels of levels; none, or at least two
}

// CriteriaCell is what the criteria give for a pair of steps.
type CriteriaCell struct {
	Likelihood, Consequence string // keys of steps
	Level                   string // key of a level
	Score                   *float64
	Pos                     Pos // of a declared cell
}
