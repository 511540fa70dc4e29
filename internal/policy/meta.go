// Package policy loads, checks, compiles and evaluates the rules: contract 3 of
// docs/architecture.md.
package policy

// Meta is what a rule says of itself in its METADATA annotation: the custom
// block plus title and description.
type Meta struct {
	ID          string `json:"id"`       // risk-assessment/risk-above-acceptance
	Category    string `json:"category"` // risk-assessment
	Name        string `json:"name"`
	Dir         string `json:"dir"` // 6.1.2-risk-assessment/risk-above-acceptance
	Title       string `json:"title"`
	Description string `json:"description"`

	// Scope is document or repository.
	Scope  string `json:"scope"`
	Clause string `json:"clause"`
	// Activities it finds evidence and findings for; Checks of the catalogue that
	// it encodes.
	Activities []string `json:"activities"`
	Checks     []string `json:"checks"`
	// Kind is presence, field, coverage, freshness, xref, sequence, consistency,
	// enum, heading, metadata, separation or diff.
	Kind string `json:"kind"`
	// Strength is shall, should, can or may; Source is seed, 27003, 27001:2022
	// or practice.
	Strength string `json:"strength"`
	Source   string `json:"source"`
	// Level is error, warning or note. Levels replaces it by edition, or is
	// "off" there.
	Level  string            `json:"level"`
	Levels map[string]string `json:"levels,omitempty"`
	// Certainty is decides or indicates.
	Certainty string `json:"certainty"`
	// SmallOrganization is keep, relax (the rule itself asks less) or off.
	SmallOrganization string `json:"small_organization"`
	Remedy            string `json:"remedy"`

	// LevelUndeclared, LevelDetermined and LevelNoInterval replace the level of
	// findings that are an absence while isms.yaml has no key `outside`, an
	// absence of what isms.yaml lists as determined, and a comparison with the
	// default interval.
	LevelUndeclared string `json:"level_undeclared,omitempty"`
	LevelDetermined string `json:"level_determined,omitempty"`
	LevelNoInterval string `json:"level_no_interval,omitempty"`
	// For are the document types that a document rule looks at.
	For []string `json:"for,omitempty"`
	// Needs are registers that must be present and decided, else the rule is
	// silent. A name may end in "?": then it must only not be unreadable.
	Needs []string `json:"needs,omitempty"`
	// ColumnAbsent is the one finding for a register that has entries and none of
	// the fields.
	ColumnAbsent *ColumnAbsent `json:"column_absent,omitempty"`
	// GivesWay: where another rule speaks of the same place of a thing, this one
	// says nothing. For rules that look at what many registers have in common.
	GivesWay bool `json:"gives_way,omitempty"`
	// Fold gathers the findings about entries of one register into one.
	Fold *Fold `json:"fold,omitempty"`
}

// OfChange is true for rules that look at a change: they are silent where there is
// no base, and form no verdict.
func (m *Meta) OfChange() bool { return m.Kind == "diff" }

// FormsVerdict is true for rules that have a part in the verdicts on their
// activities.
func (m *Meta) FormsVerdict() bool { return m.Strength == "shall" && !m.OfChange() }

// ColumnAbsent says what to report at the header of a register that lacks the
// fields. Message may hold {register}.
type ColumnAbsent struct {
	Register string   `json:"register"`
	Fields   []string `json:"fields"`
	// Level is error, warning, note or quiet. The rule is silent in each case.
	Level   string `json:"level"`
	Message string `json:"message,omitempty"`
}

// Fold says when findings about entries become one. Message may hold {register},
// {n}, {m} and {ids}.
type Fold struct {
	// When is most (more than half of the entries and at least three; then at
	// most a warning) or always (the register has one finding).
	When    string `json:"when"`
	Message string `json:"message"`
	// Field at whose column the one finding stands.
	Field string `json:"field"`
}

// Finding is what a rule reports, as Rego returns it plus what the engine
// decides: the level.
type Finding struct {
	Rule    *Meta
	Subject string
	// Field is the part of the subject that it is about; with Subject and Rule
	// it makes the fingerprint.
	Field   string
	Path    string
	Pos     string // line:col:endline:endcol
	Message string
	Related []Related
	// Activities that the finding concerns; those of the rule unless the rule
	// says less.
	Activities []string
	Level      string
	Certainty  string
	// Absent is the document type or register kind that was not recognised, for
	// findings that are an absence.
	Absent string
	// DefaultInterval is true where it compares with the default interval, which
	// is nobody's own: then nothing is overdue.
	DefaultInterval bool
}

// Related is another place of a finding's cause.
type Related struct{ Path, Pos, Message string }

// Evidence is what a rule found.
type Evidence struct {
	Rule       *Meta
	Path       string
	Pos        string
	Section    string
	Signal     string
	Certainty  string
	Date       string
	Activities []string
}

// State says what became of a rule in a run.
type State string

// The states of a rule.
const (
	// Evaluated: it ran.
	Evaluated State = "evaluated"
	// Silent: it had nothing to look at. Reason says what.
	Silent State = "silent"
	// NotApplicable: other edition, small organisation, or switched off.
	NotApplicable State = "not-applicable"
	// Failed: an internal error. Reason says which.
	Failed State = "failed"
)

// RuleResult is the outcome of one rule over the whole model.
type RuleResult struct {
	Rule     *Meta
	State    State
	Reason   string
	Findings []Finding
	Evidence []Evidence
}
