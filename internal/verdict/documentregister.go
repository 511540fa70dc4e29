package verdict

import (
	"cmp"
	"path"
	"slices"
	"strconv"

	"github.com/ismslint/ismslint/internal/catalogue"
	"github.com/ismslint/ismslint/internal/isms"
)

// Why documented information is in the register.
const (
	NeedMandatory   = "mandatory"   // the standard names it
	NeedConditional = "conditional" // the standard names it, once the case occurs
	NeedDetermined  = "determined"  // isms.yaml lists it under determined
	NeedOther       = "other"       // it is there
)

// DocumentRegister is the documented information of an ISMS by clause: what the
// standard names, what the organisation determined, and what is there.
type DocumentRegister struct {
	AsOf         string `json:"as_of"`
	Edition      string `json:"edition"`
	Organization string `json:"organization"`
	// Approval is "recorded" or "pull-request", Versions "recorded" or "git".
	Approval string              `json:"approval"`
	Versions string              `json:"versions"`
	Clauses  []DocumentsOfClause `json:"clauses"`
}

// DocumentsOfClause is the documented information on a clause. What lists what
// the standard expects, in words; ID is "" for what is determined and serves no
// clause.
type DocumentsOfClause struct {
	ID     string                  `json:"id"`
	Number string                  `json:"number"`
	Title  string                  `json:"title"`
	Mode   string                  `json:"documented_information"`
	What   []string                `json:"what"`
	Items  []DocumentedInformation `json:"items"`
}

// DocumentedInformation is a document type or register with the documents that
// are it. Outside says where it is kept if it is kept elsewhere.
type DocumentedInformation struct {
	Type      string               `json:"type"`
	Need      string               `json:"need"`
	Record    bool                 `json:"record"`
	Outside   string               `json:"outside"`
	Documents []RegisteredDocument `json:"documents"`
}

// RegisteredDocument is a document as a register of documents has it (7.5.2,
// 7.5.3). Dates and names are as recorded; what is not recorded is "".
type RegisteredDocument struct {
	Path           string `json:"path"`
	Section        string `json:"section"`
	Line           int    `json:"line"`
	ID             string `json:"id"`
	Title          string `json:"title"`
	Version        string `json:"version"`
	Status         string `json:"status"`
	Date           string `json:"date"`
	Owner          string `json:"owner"`
	ApprovedBy     string `json:"approved_by"`
	ApprovedOn     string `json:"approved_on"`
	LastReviewed   string `json:"last_reviewed"`
	NextReview     string `json:"next_review"`
	Classification string `json:"classification"`
	Language       string `json:"language"`
	// ChangedOn is the date of the last commit.
	ChangedOn string `json:"changed_on"`
	// Part is true for a further file of a register, whose head was not read: that
	// nothing is said of its version does not mean that it has none.
	Part bool `json:"part"`
	// Counts says whether it counts as evidence; WhyNot why not.
	Counts bool   `json:"counts"`
	WhyNot string `json:"why_not"`
}

// Documents makes the document register of a model.
func Documents(m *isms.Model, s Standard) DocumentRegister {
	b := newRegisterMaker(m, s)
	out := DocumentRegister{
		AsOf: m.AsOf, Edition: m.Edition, Organization: m.Organization.Name,
		Approval: m.Organization.Approval, Versions: m.Organization.Versions,
		Clauses: []DocumentsOfClause{},
	}
	sorted := slices.Clone(s.Clauses)
	slices.SortStableFunc(sorted, func(a, b catalogue.Clause) int { return CompareClauses(a.ID, b.ID) })
	for i := range sorted {
		c := &sorted[i]
		if !inEdition(c.EditionOnly, m.Edition) {
			continue
		}
		of := DocumentsOfClause{ID: c.ID, Number: Number(c, m.Edition), Title: c.Title, Mode: c.Mode, What: c.What, Items: b.items(c)}
		if len(of.Items) > 0 || c.Mode == "mandatory" {
			out.Clauses = append(out.Clauses, of)
		}
	}
	if rest := b.unlisted(); len(rest) > 0 {
		out.Clauses = append(out.Clauses, DocumentsOfClause{Title: "Determined, and of no single clause", Mode: "as-determined", What: []string{}, Items: rest})
	}
	return out
}

// registerMaker holds what the items of each clause are taken from.
type registerMaker struct {
	m          *isms.Model
	s          Standard
	registers  map[string]*isms.Register
	changed    map[string]string
	holders    map[string]string // the first document type that holds a register
	determined map[string]bool
	listed     map[string]bool
	declared   map[*isms.Document][]string // clauses of each document
	holding    map[string]map[string]bool  // by register: the documents of types that hold it
}

func newRegisterMaker(m *isms.Model, s Standard) *registerMaker {
	b := &registerMaker{
		m: m, s: s, registers: map[string]*isms.Register{}, changed: map[string]string{}, holders: map[string]string{},
		determined: map[string]bool{}, listed: map[string]bool{}, declared: map[*isms.Document][]string{},
		holding: map[string]map[string]bool{},
	}
	for _, r := range m.Registers {
		b.registers[r.Kind] = r
	}
	for _, f := range m.Files {
		b.changed[f.Path] = f.ChangedOn
	}
	clauses, holds := map[string][]string{}, map[string]string{}
	for _, t := range s.Types {
		clauses[t.ID], holds[t.ID] = t.Clauses, t.Register
		if _, ok := b.holders[t.Register]; !ok && t.Register != "" {
			b.holders[t.Register] = t.ID
		}
	}
	for _, item := range m.Organization.Determined {
		b.determined[item] = true
	}
	for _, d := range m.Documents {
		if d.Type == "" {
			continue
		}
		b.declared[d] = documentClauses(d, clauses)
		kind := holds[d.Type]
		if b.holding[kind] == nil {
			b.holding[kind] = map[string]bool{}
		}
		b.holding[kind][d.Path] = true
	}
	return b
}

// items are the document types and registers on a clause that are there, kept
// elsewhere, or ought to be there.
func (b *registerMaker) items(c *catalogue.Clause) []DocumentedInformation {
	items := []DocumentedInformation{}
	add := func(item DocumentedInformation) {
		b.listed[item.Type] = true
		if item.Need != NeedOther || len(item.Documents) > 0 || item.Outside != "" {
			items = append(items, item)
		}
	}
	for i := range b.s.Types {
		t := &b.s.Types[i]
		item := b.ofType(t, c)
		if len(item.Documents) == 0 && !slices.Contains(t.Clauses, c.ID) {
			continue
		}
		b.listed[t.Register] = b.listed[t.Register] || b.holders[t.Register] == t.ID
		add(item)
	}
	for _, k := range b.s.Kinds {
		if b.holders[k.ID] == "" && slices.Contains(k.Clauses, c.ID) {
			add(b.ofKind(k.ID))
		}
	}
	slices.SortStableFunc(items, func(x, y DocumentedInformation) int {
		return cmp.Compare(slices.Index(needs, x.Need), slices.Index(needs, y.Need))
	})
	return items
}

var needs = []string{NeedMandatory, NeedConditional, NeedDetermined, NeedOther}

func (b *registerMaker) ofType(t *catalogue.DocumentType, c *catalogue.Clause) DocumentedInformation {
	item := DocumentedInformation{
		Type: t.ID, Need: NeedOther, Record: slices.Contains([]string{"record", "minutes", "report"}, t.Kind),
		Outside: b.outside(t.ID, t.Register), Documents: []RegisteredDocument{},
	}
	serves := slices.Contains(t.Clauses, c.ID)
	switch {
	case t.Mandatory && serves && c.Mode == "mandatory":
		item.Need = NeedMandatory
		if b.kindMode(t.Register) == "conditional" {
			item.Need = NeedConditional
		}
	case b.determined[t.ID], b.determined[t.Register] && b.holders[t.Register] == t.ID:
		item.Need = NeedDetermined
	}
	for _, d := range b.m.Documents {
		if d.Type == t.ID && slices.Contains(b.declared[d], c.ID) {
			item.Documents = append(item.Documents, b.document(d))
		}
	}
	if serves && b.holders[t.Register] == t.ID {
		item.Documents = append(item.Documents, b.register(t.Register)...)
	}
	return item
}

func (b *registerMaker) ofKind(kind string) DocumentedInformation {
	item := DocumentedInformation{Type: kind, Need: NeedOther, Outside: b.outside(kind, ""), Documents: []RegisteredDocument{}}
	item.Documents = append(item.Documents, b.register(kind)...)
	if b.determined[kind] {
		item.Need = NeedDetermined
	}
	return item
}

// unlisted is what is determined and was listed under no clause.
func (b *registerMaker) unlisted() []DocumentedInformation {
	var items []DocumentedInformation
	for _, item := range b.m.Organization.Determined {
		if !b.listed[item] {
			items = append(items, b.ofKind(item))
		}
	}
	return items
}

func (b *registerMaker) kindMode(kind string) string {
	for i := range b.s.Kinds {
		if b.s.Kinds[i].ID == kind {
			return b.s.Kinds[i].Mode
		}
	}
	return ""
}

func (b *registerMaker) outside(typ, kind string) string {
	for _, o := range b.m.Organization.Outside {
		if o.Item == typ || o.Item == kind && kind != "" {
			return o.Where
		}
	}
	return ""
}

func (b *registerMaker) document(d *isms.Document) RegisteredDocument {
	out := RegisteredDocument{
		Path: d.Path, Section: d.Section, Line: d.Pos.Line, ID: d.ID, Title: d.Title, Language: d.Language,
		ChangedOn: b.changed[d.Path], Counts: d.Evidence, WhyNot: d.Why,
	}
	out.take(d.Metadata)
	out.Date = cmp.Or(out.Date, d.Date)
	return out
}

// register is the files of a register; those that are documents of a type that
// holds it are listed as these.
func (b *registerMaker) register(kind string) []RegisteredDocument {
	reg := b.registers[kind]
	if reg == nil || reg.State == isms.Absent {
		return nil
	}
	files := []string{reg.Path}
	for i := range reg.Entries {
		files = append(files, reg.Entries[i].Path)
	}
	slices.Sort(files)
	files = slices.DeleteFunc(slices.Compact(files), func(p string) bool { return b.holding[kind][p] })
	if dir := folderOf(files); dir != "" {
		return []RegisteredDocument{{Path: dir + "/", Line: 1, Title: strconv.Itoa(len(files)) + " files", Part: true, Counts: true}}
	}
	var out []RegisteredDocument
	for _, p := range files {
		out = append(out, b.registerFile(reg, p))
	}
	return out
}

func (b *registerMaker) registerFile(reg *isms.Register, p string) RegisteredDocument {
	out := RegisteredDocument{Path: p, Line: 1, ChangedOn: b.changed[p], Part: p != reg.Path, Counts: reg.State == isms.Present}
	switch reg.State {
	case isms.Unreadable:
		out.WhyNot = "it could not be read"
	case isms.Empty:
		out.WhyNot = "it has no filled entry"
	}
	if !out.Part {
		out.Line, out.Title = reg.Pos.Line, reg.Title
		out.take(reg.Header)
	}
	return out
}

// folderOf is the folder of a register that is kept as a folder of files, ""
// where it is not.
func folderOf(files []string) string {
	if len(files) < 2 {
		return ""
	}
	dir := path.Dir(files[0])
	if dir == "." || slices.ContainsFunc(files, func(p string) bool { return path.Dir(p) != dir }) {
		return ""
	}
	return dir
}

// take reads the metadata of a document or the header of a register.
func (d *RegisteredDocument) take(fields []isms.Field) {
	into := map[string]*string{
		"version": &d.Version, "status": &d.Status, "date": &d.Date, "owner": &d.Owner,
		"approved_by": &d.ApprovedBy, "approved_on": &d.ApprovedOn, "last_reviewed": &d.LastReviewed,
		"next_review": &d.NextReview, "classification": &d.Classification, "language": &d.Language,
	}
	for i := range fields {
		if to := into[fields[i].Name]; to != nil && *to == "" {
			*to = recorded(&fields[i])
		}
	}
}

// recorded is a value as people read it: a day as ISO 8601, anything else as it
// was written; "" for what says nothing.
func recorded(f *isms.Field) string {
	switch v := f.Value.(type) {
	case nil:
		return ""
	case isms.Date:
		if v.From == v.Until {
			return v.From
		}
	}
	return f.Raw
}
