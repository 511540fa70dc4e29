package catalogue

import (
	"slices"
	"sync"

	"github.com/ismslint/ismslint/internal/isms"
)

// The slices that these functions return are the catalogue's own: callers read
// them and never change them.

// Clauses are the clauses in the order of the standard, Annex A last.
func Clauses() []Clause { return clauses }

// ClauseByID is the clause of an id.
func ClauseByID(id string) (Clause, bool) {
	i, ok := clauseIndex()[id]
	if !ok {
		return Clause{}, false
	}
	return clauses[i], true
}

// Activities are the activities that an edition has, in canonical order. The
// empty edition stands for all of them.
func Activities(edition string) []Activity {
	var out []Activity
	for _, c := range clauses {
		for _, a := range c.Activities {
			if edition == "" || Applies(a.EditionOnly, edition) {
				out = append(out, a)
			}
		}
	}
	return out
}

// ActivityByID is the activity of an id.
func ActivityByID(id string) (Activity, bool) {
	at, ok := activityIndex()[id]
	if !ok {
		return Activity{}, false
	}
	return clauses[at.clause].Activities[at.activity], true
}

// ClauseOf is the clause of an activity.
func ClauseOf(activityID string) (Clause, bool) {
	at, ok := activityIndex()[activityID]
	if !ok {
		return Clause{}, false
	}
	return clauses[at.clause], true
}

// Applies says whether something marked with editionOnly holds in an edition:
// what is marked 2022 holds in 2022+amd1 too.
func Applies(editionOnly, edition string) bool {
	switch editionOnly {
	case "", edition:
		return true
	case Edition2022:
		return edition == Edition2022Amd1
	}
	return false
}

// Controls are the controls of an edition's Annex A. The amendment changed none.
func Controls(edition string) []Control {
	if edition == Edition2013 {
		return controls2013
	}
	return controls2022
}

// ControlByID is a control of an edition.
func ControlByID(edition, id string) (Control, bool) {
	index := control2022Index
	if edition == Edition2013 {
		index = control2013Index
	}
	i, ok := index()[id]
	if !ok {
		return Control{}, false
	}
	return Controls(edition)[i], true
}

// Registers are the kinds of registers.
func Registers() []isms.RegisterKind { return registers }

// RegisterByID is the register kind of an id.
func RegisterByID(id string) (isms.RegisterKind, bool) {
	i, ok := registerIndex()[id]
	if !ok {
		return isms.RegisterKind{}, false
	}
	return registers[i], true
}

// DocumentTypes are the kinds of documents.
func DocumentTypes() []DocumentType { return documentTypes }

// TypeByID is the document type of an id.
func TypeByID(id string) (DocumentType, bool) {
	i, ok := typeIndex()[id]
	if !ok {
		return DocumentType{}, false
	}
	return documentTypes[i], true
}

// OtherSystems are schemes that a document may belong to instead.
func OtherSystems() []OtherSystem { return otherSystems }

// Topics are the subjects of topic-specific policies.
func Topics() []Topic { return topics }

// Vocabularies are the vocabularies of all languages, English first.
func Vocabularies() []Vocabulary { return vocabularies }

// MetadataFields are the fields of a document's metadata.
func MetadataFields() []isms.FieldSpec { return metadataFields }

// HeaderFields are the fields that every register has as a whole.
func HeaderFields() []isms.FieldSpec { return headerFields }

// Limits are what no rule can tell of some of the activities, in the order of
// the standard; without activities, what holds for every one of them.
func Limits(activities ...string) []Limit {
	var out []Limit
	for _, l := range limits {
		if len(activities) == 0 && len(l.Activities) == 0 ||
			slices.ContainsFunc(activities, func(a string) bool { return slices.Contains(l.Activities, a) }) {
			out = append(out, l)
		}
	}
	return out
}

// EnumLists are the closed lists of values.
func EnumLists() []EnumList { return enumLists }

// EnumValues are the values of a list, nil for an unknown one.
func EnumValues(list string) []string {
	i := slices.IndexFunc(enumLists, func(l EnumList) bool { return l.Name == list })
	if i < 0 {
		return nil
	}
	return enumLists[i].Values
}

// ReviewInputs are the inputs of a management review that an edition asks for,
// all of them for the empty edition.
func ReviewInputs(edition string) []ReviewInputKey {
	var out []ReviewInputKey
	for _, k := range reviewInputs {
		if edition == "" || Applies(k.EditionOnly, edition) {
			out = append(out, k)
		}
	}
	return out
}

// PlaceholderPatterns are regular expressions (RE2) of blanks that were not
// filled in.
func PlaceholderPatterns() []string { return placeholderPatterns }

type activityAt struct{ clause, activity int }

var (
	clauseIndex      = indexOf(&clauses, func(c Clause) string { return c.ID })
	registerIndex    = indexOf(&registers, func(k isms.RegisterKind) string { return k.ID })
	typeIndex        = indexOf(&documentTypes, func(t DocumentType) string { return t.ID })
	control2013Index = indexOf(&controls2013, func(c Control) string { return c.ID })
	control2022Index = indexOf(&controls2022, func(c Control) string { return c.ID })
	activityIndex    = sync.OnceValue(func() map[string]activityAt {
		m := map[string]activityAt{}
		for i, c := range clauses {
			for j, a := range c.Activities {
				m[a.ID] = activityAt{i, j}
			}
		}
		return m
	})
)

// indexOf makes the index of a list when it is first asked for, so that a run
// pays for none that it does not use.
func indexOf[T any](list *[]T, id func(T) string) func() map[string]int {
	return sync.OnceValue(func() map[string]int {
		m := make(map[string]int, len(*list))
		for i, x := range *list {
			m[id(x)] = i
		}
		return m
	})
}
