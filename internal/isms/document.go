package isms

// Document is a document, or a section of one that is recognised as a type of
// its own: most evidence in real repositories is a section inside another
// document, and a rule on policies reads `input.document` alike for both.
type Document struct {
	Place
	Subject string // doc/ISMS-POL-001, policies/isms.md, policies/isms.md#scope
	// Section is the slug where this is a section, "" for a whole document.
	Section string
	ID      string
	Title   string
	// Type, Topic and Kind: "policy.topic", "access-control", "policy". "" where
	// not decided.
	Type  string
	Topic string
	Kind  string
	// About is the type of the records that a procedure describes the making of:
	// that of reviews for a "management review procedure". "" for others.
	About string
	// Signal and Certainty say why it has its type.
	Signal    Signal
	Certainty Certainty
	// Evidence says whether it counts; Why says why not, in words that complete
	// "… is not counted: ".
	Evidence bool
	Why      string
	// Template, Stub and Foreign are reasons why it does not count.
	Template bool
	Stub     bool
	Foreign  string // the other management system it belongs to
	Points   string
	Language string // en, de, … or "" where no vocabulary fits
	Carrier  string
	// Date is the newest of approval, change and history, ISO 8601 or "".
	Date     string
	Metadata []Field
	Clauses  []Citation
	Controls []Citation
	Sections []Section
	// Cues are words of the vocabulary that the text holds, by name.
	Cues         []Cue
	Links        []Link
	Placeholders []Placeholder
	History      []Revision
	Addresses    []DeclaredAddress
	// Elements are the parts of a policy that its headings name: scope,
	// responsibilities, …
	Elements []string
	// Topics are the subjects that its title and the headings of sections with
	// content name: backup, access-control, …
	Topics []string
}

// Citation is a clause or control that a document names, with its place.
type Citation struct {
	ID  string
	Raw string
	Pos Pos
	// Declared is true for front matter and header lines, false for headings.
	Declared bool
}

// Section is the summary of a section.
type Section struct {
	Slug    string
	Heading string
	Number  string
	Level   int
	// Type is the document type that the heading names, "" for none.
	Type    string
	Clauses []string
	// Words, Items and Rows are what stands in the section itself and below it.
	Words, Items, Rows int
	Placeholders       int
	// Empty is true where the section and those below it say nothing.
	Empty bool
	Pos   Pos // of the heading
}

// Cue is a place where the text speaks of something that a rule looks for.
type Cue struct {
	Name    string
	Section string // slug
	Pos     Pos
}

// Link is a link of a document.
type Link struct {
	Target string
	Path   string // within the tree, "" for others
	Exists bool
	Pos    Pos
}

// Placeholder is a blank that was not filled in.
type Placeholder struct {
	Text string
	Pos  Pos
}

// Revision is a row of a version history.
type Revision struct {
	Place
	// Fields are version, date, author, approved_by, change, and editorial where
	// the change says of itself that it is.
	Fields []Field
}

// DeclaredAddress is an entry of `isms.addresses` in front matter: the activity
// and the section that it points at.
type DeclaredAddress struct {
	Activity string
	Anchor   string
	// Section is the slug; "" where there is no such heading.
	Section string
	// Empty is true where that section says nothing.
	Empty bool
	Pos   Pos
}
