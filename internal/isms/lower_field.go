package isms

import (
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"
)

// entryKeys are the keys that every entry has besides its fields. A field of
// the catalogue cannot take their place.
var entryKeys = []string{
	"_path", "_pos", "_subject", "id", "label", "index", "section", "group", "structured", "other", "inputs",
	"decision_list", "mentions", "results", "covers",
}

// fieldSet is the fields of one kind of object, ready for lowering.
type fieldSet struct {
	specs []FieldSpec
	names []*ast.Term
	index map[string]int
	// columns are the names of all fields, reserved ones too: a register has a
	// column "id" though an entry's id is no field object.
	columns map[string]struct{}
}

// newFieldSet leaves out names given twice and those that are reserved.
func newFieldSet(specs []FieldSpec, reserved []string) *fieldSet {
	fs := &fieldSet{index: make(map[string]int, len(specs)), columns: make(map[string]struct{}, len(specs)+1)}
	for _, spec := range specs {
		if _, ok := fs.columns[spec.Name]; ok {
			continue
		}
		fs.columns[spec.Name] = struct{}{}
		if slices.Contains(reserved, spec.Name) {
			continue
		}
		fs.index[spec.Name] = len(fs.specs)
		fs.specs = append(fs.specs, spec)
		fs.names = append(fs.names, ast.StringTerm(spec.Name))
	}
	return fs
}

// slotsOf sorts fields into the order of the set; the first of a name counts. It
// is valid until the next call.
func (l *lowering) slotsOf(fs *fieldSet, fields []Field) []*Field {
	if cap(l.slots) < len(fs.specs) {
		l.slots = make([]*Field, len(fs.specs))
	}
	slots := l.slots[:len(fs.specs)]
	clear(slots)
	for i := range fields {
		if at, ok := fs.index[fields[i].Name]; ok && slots[at] == nil {
			slots[at] = &fields[i]
		}
	}
	return slots
}

// fields appends every field of the set to items.
func (l *lowering) fields(items [][2]*ast.Term, fs *fieldSet, slots []*Field) [][2]*ast.Term {
	for i, field := range slots {
		items = append(items, ast.Item(fs.names[i], l.field(&fs.specs[i], field)))
	}
	return items
}

// fieldPositions adds the positions of fields and of their elements.
func fieldPositions(ps *positions, fs *fieldSet, slots []*Field) {
	for i, field := range slots {
		if field != nil {
			ps.add(fs.names[i], field.Pos)
		}
	}
	for i, field := range slots {
		if field != nil {
			ps.addElements(fs.specs[i].Name, field.Items)
		}
	}
}

func (l *lowering) field(spec *FieldSpec, f *Field) *ast.Term {
	if spec.Type == TypeID {
		if f == nil {
			return str("")
		}
		return str(f.Raw)
	}
	if f == nil || (f.Raw == "" && f.Value == nil) {
		return emptyField
	}
	key, ok := memoKeyOf(f)
	if !ok {
		return fieldObject(f)
	}
	term := l.memo[key]
	if term == nil {
		term = fieldObject(f)
		l.memo[key] = term
	}
	return term
}

func fieldObject(f *Field) *ast.Term {
	raw := str(f.Raw)
	if text, ok := f.Value.(Text); ok && string(text) == f.Raw {
		return ast.ObjectTerm(ast.Item(keyRaw, raw), ast.Item(keyValue, raw))
	}
	return ast.ObjectTerm(ast.Item(keyRaw, raw), ast.Item(keyValue, value(f.Value)))
}

// memoKey is a field as far as its term goes.
type memoKey struct {
	raw, a, b string
	n, m      int
	number    float64
	kind      memoKind
}

type memoKind uint8

const (
	memoNull memoKind = iota
	memoEnum
	memoDate
	memoInterval
	memoPeople
	memoLevel
	memoLevelNumber
)

// memoKeyOf is the key of a field whose like is worth looking for: long texts
// and lists seldom come twice.
func memoKeyOf(f *Field) (key memoKey, ok bool) {
	const long = 40
	if len(f.Raw) > long {
		return memoKey{}, false
	}
	key.raw = f.Raw
	switch v := f.Value.(type) {
	case nil:
	case Enum:
		key.kind, key.a = memoEnum, string(v)
	case Date:
		key.kind, key.a, key.b, key.n = memoDate, v.From, v.Until, v.Age
	case Interval:
		key.kind, key.n, key.m = memoInterval, v.Months, v.Days
	case People:
		if len(v.Keys) != 1 {
			return memoKey{}, false
		}
		key.kind, key.a = memoPeople, v.Keys[0]
		if v.Top {
			key.n = 1
		}
	case Level:
		key.kind, key.a, key.n = memoLevel, v.Step, v.Rank
		if v.Number != nil {
			key.kind, key.number = memoLevelNumber, *v.Number
		}
	default:
		return memoKey{}, false
	}
	return key, true
}

func value(v Value) *ast.Term {
	switch v := v.(type) {
	case Text:
		return str(string(v))
	case Enum:
		return str(string(v))
	case Version:
		return str(string(v))
	case Date:
		return dateValue(v)
	case Interval:
		return intervalValue(v)
	case Number:
		return number(float64(v))
	case People:
		return ast.ObjectTerm(ast.Item(keyKeys, stringArray(v.Keys)), ast.Item(keyTop, boolean(v.Top)))
	case Refs:
		return refsValue(v)
	case Controls:
		return controlsValue(v)
	case Level:
		return ast.ObjectTerm(
			ast.Item(keyStep, str(v.Step)),
			ast.Item(keyRank, integer(v.Rank)),
			ast.Item(keyNumber, numberOrNull(v.Number)),
		)
	case Properties:
		return ast.ObjectTerm(
			ast.Item(keyConfidentiality, boolean(v.Confidentiality)),
			ast.Item(keyIntegrity, boolean(v.Integrity)),
			ast.Item(keyAvailability, boolean(v.Availability)),
		)
	}
	return null
}

func dateValue(v Date) *ast.Term {
	return ast.ObjectTerm(
		ast.Item(keyFrom, str(v.From)),
		ast.Item(keyUntil, str(v.Until)),
		ast.Item(keyAge, integer(v.Age)),
	)
}

func intervalValue(v Interval) *ast.Term {
	return ast.ObjectTerm(ast.Item(keyMonths, integer(v.Months)), ast.Item(keyDays, integer(v.Days)))
}

func refsValue(v Refs) *ast.Term {
	terms := make([]*ast.Term, len(v))
	for i := range v {
		ref := &v[i]
		terms[i] = ast.ObjectTerm(
			ast.Item(keyRaw, str(ref.Raw)),
			ast.Item(keyID, str(ref.ID)),
			ast.Item(keyPath, str(ref.Path)),
			ast.Item(keyExists, boolean(ref.Exists)),
			ast.Item(keyURL, boolean(ref.URL)),
		)
	}
	return array(terms)
}

func controlsValue(v Controls) *ast.Term {
	terms := make([]*ast.Term, len(v))
	for i := range v {
		terms[i] = ast.ObjectTerm(ast.Item(keyID, str(v[i].ID)), ast.Item(keyRaw, str(v[i].Raw)))
	}
	return array(terms)
}
