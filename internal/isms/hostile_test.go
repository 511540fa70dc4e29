package isms_test

import "github.com/ismslint/ismslint/internal/isms"

// fuzzCatalogue knows few fields, so that the fuzzer finds their names.
func fuzzCatalogue() isms.Catalogue {
	c := sampleCatalogue()
	c.Kinds[0].Header = append(c.Kinds[0].Header, isms.FieldSpec{Name: "end", Type: isms.TypeRefs})
	return c
}

// hostileModel has the same few strings everywhere a repository can put one,
// twice where a list would let it.
func hostileModel(id, name, raw string, n int) *isms.Model {
	pos := isms.Pos{Line: n, Column: n, EndLine: n, EndColumn: n}
	place := isms.Place{Path: raw, Pos: pos, Parts: []isms.Part{{Key: name, Pos: pos}, {Key: id, Pos: pos}, {Key: name}}}
	number := float64(n) / 3
	step := isms.Step{Place: place, Key: id, Label: raw, Rank: n, Number: &number, Min: &number, Acceptance: name}
	scale := isms.Scale{Place: place, State: isms.State(name), Steps: []isms.Step{step, step}}
	address := isms.Address{Place: place, Subject: id, Section: name, Title: raw, Date: raw, Signal: isms.Signal(raw)}
	statement := isms.Statement{Place: place, Name: name, Text: raw, Date: id}
	cell := isms.CriteriaCell{Likelihood: id, Consequence: name, Level: raw, Score: &number}
	register := func(kind string) *isms.Register {
		entry := isms.Entry{
			Place: place, Subject: raw, ID: id, Index: n, Section: name, Group: raw,
			Fields: hostileFields(id, name, raw, n),
			Other:  []isms.OtherField{{Header: name, Text: raw, Pos: pos}, {Header: name, Text: id, Pos: pos}},
			Inputs: []isms.ReviewInput{{Key: name, Pos: pos}, {Key: "audit_results", Pos: pos}, {Key: "audit_results"}},
		}
		return &isms.Register{
			Place: place, Kind: kind, State: isms.State(raw), Title: raw, Edition: name,
			Columns: []isms.Column{{Field: name, Header: raw, Pos: pos}, {Field: "owner", Pos: pos}, {Field: "owner", Pos: pos}},
			Header:  hostileFields(id, name, raw, n), Entries: []isms.Entry{entry, entry},
			Duplicates: []isms.Duplicate{{ID: id, Entries: []int{n}}}, None: &statement,
			Statements: []isms.Statement{statement, statement}, Possible: []isms.Address{address},
		}
	}
	return &isms.Model{
		AsOf: raw, Edition: name, Root: raw, Anchor: place,
		Organization: isms.Organization{
			Place: place, Name: raw, Persons: n, TopManagement: []string{raw},
			Intervals:  []isms.NamedInterval{{Name: name, Raw: raw, Value: isms.Interval{Months: n}}, {Name: name}},
			Determined: []string{id, id}, Outside: []isms.Outside{{Item: id, Where: raw}, {Item: id}}, StartedOn: raw,
		},
		Registers: []*isms.Register{register("risks"), register("risks"), register(name)},
		Types:     []*isms.Type{{Place: place, ID: "scope", Items: []isms.Address{address}}, {ID: name}},
		Documents: []*isms.Document{hostileDocument(place, id, name, raw, n), hostileDocument(place, id, name, raw, n)},
		Criteria:  isms.Criteria{Place: place, Likelihood: scale, Consequence: scale, Levels: scale, Cells: []isms.CriteriaCell{cell, cell}},
		People:    []isms.Person{{Key: id, Name: raw, IDs: []string{name}}, {Key: id}},
		Files:     []isms.File{{Path: raw, ChangedOn: name}, {Path: raw}},
	}
}

func hostileFields(id, name, raw string, n int) []isms.Field {
	number := float64(n)
	pos := isms.Pos{Line: n, Column: 1, EndLine: n, EndColumn: 2}
	values := []isms.Value{
		isms.Text(raw), isms.Enum(id), isms.Version(name), isms.Date{From: raw, Until: id, Age: n},
		isms.Interval{Days: n}, isms.Number(number), isms.People{Keys: []string{raw, id}},
		isms.Refs{{Raw: raw, ID: id, Path: name}}, isms.Controls{{ID: id, Raw: raw}},
		isms.Level{Step: name, Rank: n, Number: &number}, nil,
	}
	names := []string{name, "id", "owner", "due", "level", "controls", "end", "approved_on", "version", id, name}
	fields := make([]isms.Field, len(names))
	for i := range fields {
		fields[i] = isms.Field{Name: names[i], Raw: raw, Value: values[(i+n&7)%len(values)], Pos: pos, Items: []isms.Pos{pos, {}}}
	}
	return fields
}

func hostileDocument(place isms.Place, id, name, raw string, n int) *isms.Document {
	citation := isms.Citation{ID: id, Raw: raw, Pos: place.Pos, Declared: n%2 == 0}
	section := isms.Section{Slug: name, Heading: raw, Number: id, Level: n, Clauses: []string{id, id, raw}, Pos: place.Pos}
	address := isms.DeclaredAddress{Activity: id, Anchor: raw, Section: name, Pos: place.Pos}
	return &isms.Document{
		Place: place, Subject: raw, Section: name, ID: id, Title: raw, Type: name, Evidence: true, Foreign: raw, Date: raw,
		Metadata: hostileFields(id, name, raw, n), Clauses: []isms.Citation{citation, citation}, Controls: []isms.Citation{citation},
		Sections: []isms.Section{section, section}, Cues: []isms.Cue{{Name: name, Section: raw}, {Name: "objectives", Section: id}},
		Links: []isms.Link{{Target: raw, Path: id}}, Placeholders: []isms.Placeholder{{Text: raw}},
		History: []isms.Revision{{Place: place, Fields: hostileFields(id, name, raw, n)}}, Addresses: []isms.DeclaredAddress{address, address},
	}
}
