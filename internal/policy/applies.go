package policy

import (
	"fmt"
	"strings"

	"github.com/ismslint/ismslint/internal/isms"
)

// situation is what a model says that decides which rules are evaluated, and
// how loud their findings are.
type situation struct {
	std *Standard
	m   *isms.Model

	registers     map[string]*isms.Register
	entries       map[string]entryAt // by subject
	outside       map[string]string
	notApplicable map[string]string
	determined    map[string]bool
	// activities of the edition that are not set aside.
	activities map[string]bool
}

// entryAt is an entry with the register that holds it.
type entryAt struct {
	register *isms.Register
	entry    *isms.Entry
}

func newSituation(std *Standard, m *isms.Model) *situation {
	s := &situation{
		std: std, m: m,
		registers:     make(map[string]*isms.Register, len(m.Registers)),
		entries:       map[string]entryAt{},
		outside:       map[string]string{},
		notApplicable: map[string]string{},
		determined:    set(m.Organization.Determined),
		activities:    map[string]bool{},
	}
	for _, r := range m.Registers {
		s.registers[r.Kind] = r
		for i := range r.Entries {
			s.entries[r.Entries[i].Subject] = entryAt{r, &r.Entries[i]}
		}
	}
	for _, o := range m.Organization.Outside {
		s.outside[o.Item] = o.Where
	}
	for _, n := range m.Organization.NotApplicable {
		s.notApplicable[n.Item] = n.Reason
	}
	for activity, edition := range std.activities {
		_, aside := s.setAside(activity)
		s.activities[activity] = inEdition(edition, m.Edition) && !aside
	}
	return s
}

// setAside says whether isms.yaml sets aside an activity or clause, itself or
// by what it is part of.
func (s *situation) setAside(item string) (string, bool) {
	if reason, ok := s.notApplicable[item]; ok {
		return reason, true
	}
	clause, _, isActivity := strings.Cut(item, "-")
	if !isActivity {
		clause = item
	}
	for clause != "" {
		if reason, ok := s.notApplicable[clause]; ok {
			return reason, true
		}
		clause = clause[:max(strings.LastIndexByte(clause, '.'), 0)]
	}
	return "", false
}

// decide says what becomes of a rule before it is evaluated. An Evaluated state
// means that it is.
func (s *situation) decide(r *rule) RuleResult {
	result := RuleResult{Rule: r.meta, State: Evaluated}
	if reason := s.notApplicableReason(r.meta); reason != "" {
		result.State, result.Reason = NotApplicable, reason
		return result
	}
	if r.meta.OfChange() && s.m.Change == nil {
		result.State, result.Reason = Silent, "there is nothing to compare with"
		return result
	}
	if reason := s.outsideReason(r.meta); reason != "" {
		result.State, result.Reason = Silent, reason
		return result
	}
	if reason := s.needsReason(r.meta); reason != "" {
		result.State, result.Reason = Silent, reason
		return result
	}
	if finding, reason := s.columnAbsent(r.meta); reason != "" {
		result.State, result.Reason = Silent, reason
		if finding != nil {
			result.Findings = []Finding{*finding}
		}
	}
	return result
}

func (s *situation) notApplicableReason(m *Meta) string {
	if s.editionLevel(m) == "off" {
		return "not for the " + s.m.Edition + " edition"
	}
	if reason, ok := s.notApplicable[m.ID]; ok {
		return orUnstated(reason)
	}
	if reason, ok := s.setAside(m.Clause); ok {
		return orUnstated(reason)
	}
	if m.SmallOrganization == "off" && s.m.Organization.Small {
		return "not for an organisation of fewer than ten persons"
	}
	if len(s.applicable(m.Activities)) > 0 {
		return ""
	}
	for _, a := range m.Activities {
		if reason, ok := s.setAside(a); ok {
			return orUnstated(reason)
		}
	}
	return "the " + s.m.Edition + " edition does not have its activities"
}

func orUnstated(reason string) string {
	if reason == "" {
		return "set aside in isms.yaml"
	}
	return oneLine(reason)
}

// applicable are the activities of a list that the edition has and that are not
// set aside.
func (s *situation) applicable(activities []string) []string {
	var kept []string
	for _, a := range activities {
		if s.activities[a] {
			kept = append(kept, a)
		}
	}
	return kept
}

func (s *situation) outsideReason(m *Meta) string {
	for _, need := range m.Needs {
		if where, ok := s.outside[strings.TrimSuffix(need, "?")]; ok && !strings.HasSuffix(need, "?") {
			return keptAt(where)
		}
	}
	where := ""
	for _, a := range s.applicable(m.Activities) {
		w, ok := s.outside[a]
		if !ok {
			return ""
		}
		where = w
	}
	return keptAt(where)
}

func keptAt(where string) string {
	if where == "" {
		return "declared kept elsewhere"
	}
	return "declared kept elsewhere: " + oneLine(where)
}

func (s *situation) needsReason(m *Meta) string {
	for _, need := range m.Needs {
		name := strings.TrimSuffix(need, "?")
		optional := name != need
		state, decided := s.registerState(name)
		switch {
		case state == isms.Unreadable:
			return fmt.Sprintf("the register %s could not be read", name)
		case optional:
		case state == isms.Absent || state == "":
			return fmt.Sprintf("there is no register %s", name)
		case !decided:
			return fmt.Sprintf("it is not decided that what was found is the register %s", name)
		}
	}
	return ""
}

// registerState takes the risk criteria from where they were read, which need
// not be a register of their own.
func (s *situation) registerState(name string) (state isms.State, decided bool) {
	if name == "risk_criteria" && s.m.Criteria.State != "" {
		return s.m.Criteria.State, true
	}
	r := s.registers[name]
	if r == nil {
		return isms.Absent, false
	}
	return r.State, r.Decided
}

// columnAbsent says that a register with entries has none of the columns that a
// rule looks at. The reason is "" where that is not so.
func (s *situation) columnAbsent(m *Meta) (*Finding, string) {
	c := m.ColumnAbsent
	if c == nil {
		return nil, ""
	}
	r := s.registers[c.Register]
	if r == nil || r.State != isms.Present || len(r.Entries) == 0 || hasColumn(r, c.Fields) {
		return nil, ""
	}
	reason := fmt.Sprintf("the register %s has no column %s", c.Register, strings.Join(c.Fields, ", "))
	if c.Level == "quiet" || !r.Decided {
		return nil, reason
	}
	path, pos := columnPlace(r, "")
	f := &Finding{
		Rule: m, Subject: "register/" + r.Kind, Field: c.Fields[0], Path: path, Pos: pos,
		Message:    fill(c.Message, map[string]string{"register": s.registerName(r)}),
		Activities: s.applicable(m.Activities),
		Certainty:  m.Certainty,
	}
	f.Level = s.level(f, facts{base: c.Level})
	return f, reason
}

func hasColumn(r *isms.Register, fields []string) bool {
	for _, c := range r.Columns {
		for _, field := range fields {
			if c.Field == field {
				return true
			}
		}
	}
	return false
}

// columnPlace is where the column of a field begins, else the header row.
func columnPlace(r *isms.Register, field string) (path, pos string) {
	for _, c := range r.Columns {
		if field != "" && c.Field == field && !c.Pos.IsZero() {
			return c.Path, c.Pos.String()
		}
	}
	for _, p := range r.Parts {
		if p.Key == "columns" {
			return r.Path, p.Pos.String()
		}
	}
	return r.Path, r.Pos.String()
}

func (s *situation) registerName(r *isms.Register) string {
	if r.Title != "" {
		return oneLine(r.Title)
	}
	if kind := s.std.kinds[r.Kind]; kind != nil && kind.Title != "" {
		return kind.Title
	}
	return r.Kind
}

func fill(message string, values map[string]string) string {
	pairs := make([]string, 0, 2*len(values))
	for k, v := range values {
		pairs = append(pairs, "{"+k+"}", v)
	}
	return oneLine(strings.NewReplacer(pairs...).Replace(message))
}
