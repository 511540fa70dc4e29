// Package verdict turns findings and evidence into the verdict of each activity
// and into the report that every format is rendered from: contract 4 of
// docs/architecture.md.
package verdict

import "github.com/ismslint/ismslint/internal/policy"

// Report is the outcome of a run. Its JSON form has the schema
// docs/schemas/report.schema.json.
type Report struct {
	Schema        string `json:"schema"`
	Tool          Tool   `json:"tool"`
	AsOf          string `json:"as_of"`
	Edition       string `json:"edition"`
	EditionSignal string `json:"edition_signal"`
	// Root is the folder of the ISMS relative to the tree.
	Root           string `json:"root"`
	ISMSRecognised bool   `json:"isms_recognised"`
	// NotRecognised says what was seen instead of an ISMS, in one sentence.
	NotRecognised string     `json:"not_recognised"`
	Summary       Summary    `json:"summary"`
	Clauses       []Clause   `json:"clauses"`
	Findings      []Finding  `json:"findings"`
	Documents     []Document `json:"documents"`
	Registers     []Register `json:"registers"`
	Rules         []Rule     `json:"rules"`
	// Waivers are those that were recorded, with what became of each.
	Waivers []RecordedWaiver `json:"waivers,omitempty"`
	// Base is the comparison with another state; nil where there is none.
	Base *Base `json:"base,omitempty"`
	// Baseline is what came of a baseline; nil where there is none.
	Baseline *Baseline `json:"baseline,omitempty"`
	// ISMS are the single ones where the tree holds several; see Several.
	ISMS []Part `json:"isms,omitempty"`
	// Text gives the text of a file as it was read, "" for one that was not; nil
	// where nothing was. Code scanning identifies a finding by what surrounds it.
	Text func(path string) string `json:"-"`
	// BaselineAt is the file where a baseline of this tree belongs.
	BaselineAt string `json:"-"`
}

// Tool names the program.
type Tool struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

// Summary counts. Each number of activities stands beside their total.
type Summary struct {
	Activities ActivityCounts `json:"activities"`
	Findings   FindingCounts  `json:"findings"`
	Rules      RuleCounts     `json:"rules"`
	Documents  int            `json:"documents"`
	Registers  int            `json:"registers"`
}

// ActivityCounts counts activities by verdict. Decided and Indicated divide
// EvidenceFound; NotApplicable is not in Total.
type ActivityCounts struct {
	Total                int `json:"total"`
	EvidenceFound        int `json:"evidence-found"`
	Decided              int `json:"decided"`
	Indicated            int `json:"indicated"`
	EvidencePartial      int `json:"evidence-partial"`
	Contradiction        int `json:"contradiction"`
	Overdue              int `json:"overdue"`
	NotFound             int `json:"not-found"`
	NotRecognised        int `json:"not-recognised"`
	NotEvidencedOptional int `json:"not-evidenced-optional"`
	Outside              int `json:"outside"`
	NotDecidable         int `json:"not-decidable"`
	NotApplicable        int `json:"not-applicable"`
}

// FindingCounts counts findings by level. Waived ones are in no other number.
type FindingCounts struct {
	Error   int `json:"error"`
	Warning int `json:"warning"`
	Note    int `json:"note"`
	Waived  int `json:"waived"`
}

// RuleCounts counts rules by what became of them.
type RuleCounts struct {
	Evaluated     int `json:"evaluated"`
	Silent        int `json:"silent"`
	NotApplicable int `json:"not-applicable"`
	Failed        int `json:"failed"`
}

// The verdicts, worst first, as a clause shows the worst of its activities.
const (
	Contradiction        = "contradiction"
	NotFound             = "not-found"
	Overdue              = "overdue"
	EvidencePartial      = "evidence-partial"
	NotRecognised        = "not-recognised"
	NotEvidencedOptional = "not-evidenced-optional"
	Outside              = "outside"
	NotDecidable         = "not-decidable"
	EvidenceFound        = "evidence-found"
	NotApplicable        = "not-applicable"
)

// Clause is a clause with its activities. ID is the canonical number, Number
// that of the edition of the report ("9.3.1–9.3.3").
type Clause struct {
	ID         string         `json:"id"`
	Number     string         `json:"number"`
	Title      string         `json:"title"`
	Verdict    string         `json:"verdict"`
	Counts     map[string]int `json:"counts"`
	Activities []Activity     `json:"activities"`
}

// Activity is a required activity with its verdict. By is decided or indicated
// where evidence was found, else "". Reason explains verdicts that rest on
// something else than findings, in one clause of a sentence.
type Activity struct {
	ID       string     `json:"id"`
	Text     string     `json:"text"`
	Mode     string     `json:"documented_information"`
	Verdict  string     `json:"verdict"`
	By       string     `json:"by"`
	Reason   string     `json:"reason"`
	Evidence []Evidence `json:"evidence"`
}

// Evidence is a place that shows an activity.
type Evidence struct {
	Path    string `json:"path"`
	Line    int    `json:"line"`
	Column  int    `json:"column"`
	Section string `json:"section"`
	Rule    string `json:"rule"`
	Signal  string `json:"signal"`
	By      string `json:"by"`
	Date    string `json:"date"`
}

// Finding is a finding. Lines and columns are 1-based, columns count Unicode
// code points, the end is exclusive.
type Finding struct {
	Rule       string    `json:"rule"`
	Level      string    `json:"level"`
	Certainty  string    `json:"certainty"`
	Clause     string    `json:"clause"`
	Activities []string  `json:"activities"`
	Subject    string    `json:"subject"`
	Path       string    `json:"path"`
	Line       int       `json:"line"`
	Column     int       `json:"column"`
	EndLine    int       `json:"endLine"`
	EndColumn  int       `json:"endColumn"`
	Message    string    `json:"message"`
	Remedy     string    `json:"remedy"`
	Related    []Related `json:"related"`
	// Fingerprint is of rule, subject and discriminator: it does not change with
	// lines, dates or counts.
	Fingerprint string `json:"fingerprint"`
	// LineHash is the SHA-256 of the line's text without white space, in hex.
	LineHash string `json:"line_hash"`
	// Change is introduced or existing in a comparison with a base or a baseline,
	// else "".
	Change string `json:"change"`
	// Baseline is true for a finding that is in the baseline.
	Baseline bool    `json:"baseline,omitempty"`
	Waiver   *Waiver `json:"waiver"`
	// Excerpt is the text of the line. It is not part of the JSON: reports may
	// land in public logs.
	Excerpt string `json:"-"`
}

// Related is another place of a finding's cause.
type Related struct {
	Path    string `json:"path"`
	Line    int    `json:"line"`
	Column  int    `json:"column"`
	Message string `json:"message"`
}

// Document says what a document, or a section recognised as a type of its own,
// was taken for. WhyNot is null where it counts as evidence.
type Document struct {
	Path     string   `json:"path"`
	Section  string   `json:"section"`
	Title    string   `json:"title"`
	Type     string   `json:"type"`
	Signal   string   `json:"signal"`
	Clauses  []string `json:"clauses"`
	Evidence bool     `json:"evidence"`
	WhyNot   *string  `json:"why_not"`
}

// Register says what was found of a register kind.
type Register struct {
	Kind    string   `json:"kind"`
	State   string   `json:"state"`
	Path    string   `json:"path"`
	Line    int      `json:"line"`
	Signal  string   `json:"signal"`
	Entries int      `json:"entries"`
	Columns []string `json:"columns"`
}

// Meta is what a rule says of itself.
type Meta = policy.Meta

// Rule says what became of a rule in the run.
type Rule struct {
	ID       string `json:"id"`
	State    string `json:"state"`
	Reason   string `json:"reason"`
	Findings int    `json:"findings"`
	// About is what the rule says of itself. It is not part of the JSON:
	// `ismslint rules --format json` has it.
	About *Meta `json:"-"`
}
