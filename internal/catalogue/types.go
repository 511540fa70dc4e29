// Package catalogue is the standard as data: clauses and their required
// activities, Annex A, the fields of registers, and the vocabulary by which
// documents and columns are recognised.
//
// People edit policies/catalogue/*.yaml; catalogue_gen.go is made from it, so
// that a run parses none of it. `go test ./internal/catalogue -update` makes it
// anew, and the test without the flag compares.
package catalogue

// The editions of ISO/IEC 27001.
const (
	Edition2013     = "2013"
	Edition2022     = "2022"
	Edition2022Amd1 = "2022+amd1"
)

// Clause is a subclause of ISO/IEC 27003:2017 by its 2013 number, or Annex A.
type Clause struct {
	ID    string // 6.1.2
	Title string // our own words where the standard's are not plain
	// IDs2022 are its numbers in the 2022 edition: 9.3 is 9.3.1 to 9.3.3, and
	// 10.1 and 10.2 are swapped.
	IDs2022 []string
	// EditionOnly is "2022" for 6.3.
	EditionOnly string
	// Changes2022 says what the 2022 edition changed.
	Changes2022 string
	Activities  []Activity
	// Mode is mandatory, as-determined, conditional or extent; What lists the
	// documented information that the clause is about.
	Mode string
	What []string
	// Evidence are the document types and register kinds that serve it.
	Evidence []string
	Guidance []Guidance
	// SmallOrganization says what is enough for fewer than ten persons.
	SmallOrganization string
}

// Activity is one required activity.
type Activity struct {
	ID   string // 6.1.2-e
	Text string
	// EditionOnly is "", "2013", "2022" (2022+amd1 too) or "2022+amd1".
	EditionOnly string
	// Mode of its documented information: mandatory, conditional, extent or
	// as-determined.
	Mode string
	// Unseen is why no repository can show it, "" where rules look for it.
	Unseen string
}

// Limit is something that no rule can tell: it completes "No rule can tell …".
// One without activities holds for all of them.
type Limit struct {
	Text       string
	Activities []string
}

// Guidance is a recommendation, possibility, permission or explanation.
type Guidance struct{ Strength, Source, Text string }

// Control is a control of Annex A.
type Control struct {
	ID    string // 5.15 of 2022, A.9.2.3 of 2013
	Label string // our own words, not the official title
	Theme string
	// Other are the ids in the other edition.
	Other []string
	// AsksPolicy says that the control's own text names a policy.
	AsksPolicy bool
	// Topic is the subject of the policy that it asks for, "" for none.
	Topic string
	// Evidence are the document types, register kinds and policies
	// ("policy.topic.backup") on which it usually rests; only for 2022.
	Evidence []string
}

// DocumentType is a kind of document or record by which clauses are served.
type DocumentType struct {
	ID        string // policy.infosec
	Clauses   []string
	Mandatory bool
	// Kind is document, policy, plan, procedure, record, minutes, report or
	// register.
	Kind string
	// Files are patterns of file names: whole words of the normalised name without
	// its extension; "*" at either end is any run of words. A pattern that ends in
	// ".*" is the whole name: "risks.*" is risks.yaml and risks.csv. One with "/"
	// names the folder too.
	Files []string
	// Register is the register kind that holds the same thing, "" for none.
	Register string
	// Process is the type of the document that describes how records of this type
	// are made, "" for none: words about risks are the methodology, not risks.
	Process string
}

// OtherSystem is a management system or scheme that is none of ISO/IEC 27001.
type OtherSystem struct {
	Name string
	// Pattern is a regular expression (RE2) for lower-case text without accents
	// from the title or path of its documents.
	Pattern string
}

// Topic is a subject of topic-specific policies.
type Topic struct {
	ID                         string
	Controls2013, Controls2022 []string
}

// Words are terms in one language, as Normalise makes them: NFKC, lower case,
// without diacritics, one blank between words. They keep their punctuation.
type Words struct {
	Key   string
	Terms []string
}

// Vocabulary is what one language calls things.
type Vocabulary struct {
	Language string // en
	Name     string // English
	// Titles of document types; TitleOnly count as a file name or title only;
	// Headings are cue headings of a type further down.
	Titles, TitleOnly, Headings []Words
	Topics                      []Words
	// Kinds are the words that say what sort of thing a document is: policy,
	// procedure, plan, register, report, minutes, template, checklist, …
	Kinds []Words
	// NotEvidence are words in a title that say that it is no evidence.
	NotEvidence []string
	Metadata    []Words // keys of metadata by field
	// Columns by field. A key may be "soa.status" where the register decides.
	Columns []Words
	// Values by list and value: "implementation=partial".
	Values []Words
	// TopManagement and ISMSManagers are titles of persons.
	TopManagement, ISMSManagers []string
	// Cues by name.
	Cues []Cue
	// Elements are headings by the part of a policy that they name (27003
	// Annex A): scope, responsibilities, related, …
	Elements []Words
	// LevelWords are words for steps of a scale, lowest first. The keys are
	// very-low, low, medium, high and very-high.
	LevelWords []Words
	// ReviewInputs by key: the inputs of a management review.
	ReviewInputs []Words
	// EmptyReasons, NotApproved and Unfilled are phrases that say nothing.
	EmptyReasons, NotApproved, Unfilled []string
	// Months, long and short, January first; Intervals by their duration
	// ("P12M"); Quarters are prefixes such as "q".
	Months    []Words
	Intervals []Words
	Quarters  []string
	// Hints are words that change what stands beside them, by what they say:
	// deputy, alone, about, subject, digest, change, retired, sample.
	Hints []Words
	// Common words, by which the language of a text is told.
	Common []string
}

// Cue is something that a text may speak of: a commitment, a step of a method.
// It is found where one sentence, heading, row or list item holds, for one of
// Any, a word of each of its groups. A word may end in "*".
type Cue struct {
	Name string
	// In are the document types whose text is searched.
	In  []string
	Any [][][]string
}

// ReviewInputKey is an input of a management review with its activity.
type ReviewInputKey struct {
	Key         string
	Activity    string
	EditionOnly string
	// Label is the input in the words of a reader.
	Label string
}

// EnumList is a closed list of values, in order. Fields of type "enum:NAME" are
// read as one of them.
type EnumList struct {
	Name   string
	Values []string
}
