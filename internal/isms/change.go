package isms

// Change is what lies between a base and the state that is evaluated. It lists
// only what differs.
type Change struct {
	// Base is the revision that was asked for.
	Base      string
	Documents []DocumentChange
	Registers []RegisterChange
	Criteria  CriteriaChange
}

// How says what became of something.
type How string

// The ways.
const (
	Added   How = "added"
	Removed How = "removed"
	Changed How = "changed"
	Moved   How = "moved" // a document under another path, be it changed or not
)

// DocumentChange is a file that is not as it was. Place is in the head; that of
// a removed one is the anchor.
type DocumentChange struct {
	Place
	Subject string
	How     How
	// WasPath is the path in the base, "" where it was not there.
	WasPath string
	// Before and After are the two states, nil where there is none.
	Before, After *Document
	// Fields of the metadata that differ.
	Fields []string
	// HistoryAdded is true where the version history has a row that it had not.
	HistoryAdded bool
	// Passages are what differs in the text. Reflowed text, markup, link targets,
	// punctuation and letter case make no difference.
	Passages []Passage
	// Dependents are the places that refer to it, in what did not change itself.
	Dependents []Dependent
}

// Material says whether the text differs in what it demands, not in wording alone.
func (d *DocumentChange) Material() bool {
	for i := range d.Passages {
		if d.Passages[i].Material {
			return true
		}
	}
	return false
}

// Passage is a sentence, list item or table row that differs. A removed one stands
// where it stood.
type Passage struct {
	Place
	How     How
	Unit    string // sentence, item, row or heading
	Section string // slug
	Heading string
	// Was and Text are the words before and now.
	Was, Text string
	// Material is false for what changes wording only.
	Material bool
}

// Dependent is a place that refers to a document.
type Dependent struct {
	Place
	Label string // the title of the document, or the entry
}

// RegisterChange is what differs in a register.
type RegisterChange struct {
	Kind string
	// Before is the register as it was.
	Before  *Register
	Entries []EntryChange
}

// EntryChange is an entry that is not as it was. That of a removed one is placed
// where it stood.
type EntryChange struct {
	Place
	Subject       string
	How           How
	Before, After *Entry
	// Outer are the places of the registers that hold the two.
	Outer Place
	// Fields that differ in more than form.
	Fields []string
	// Kept is true for a removed entry whose id the change has put elsewhere.
	Kept bool
}

// CriteriaChange is what differs in the risk criteria by its effect: that a step
// has another name is none.
type CriteriaChange struct {
	// Version is the one of the base.
	Version string
	Changes []CriterionChange
}

// CriterionChange is one effect.
type CriterionChange struct {
	Place
	// What is "likely with severe", "high", …
	What string
	// Part is cell, acceptance, bound (where a level begins), limit (where it ends) or
	// step.
	Part          string
	Before, After string
	// Loosened is true where less is asked now.
	Loosened bool
}
