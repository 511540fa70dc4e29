package recognise

import (
	"context"
	"runtime"
	"slices"
	"strings"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/ismslint/ismslint/internal/catalogue"
	"github.com/ismslint/ismslint/internal/isms"
)

// builder makes the model from the scans of all files.
type builder struct {
	*reader
	options   Options
	files     []File
	scans     []scan
	kindOrder []string
	model     *isms.Model
	byName    map[string]string // bare names of files, "" for several; see onlyFile
	// ids are those of the roles register, by the names of people.
	ids map[string][]string
}

// Model recognises what the files are and makes the model of the ISMS. The files
// are looked at in parallel; the result does not depend on their order.
func Model(ctx context.Context, files []File, o Options) (*isms.Model, error) {
	asOf, err := time.Parse(isoDay, o.AsOf)
	if err != nil {
		return nil, err
	}
	r := &reader{calendar: calendar{asOf: asOf, v: vocab()}, exists: o.Exists, top: map[string]bool{}}
	for _, name := range o.Settings.TopManagement {
		r.top[normalise(name)] = true
	}
	slices.SortFunc(files, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	b := &builder{reader: r, options: o, files: files, scans: make([]scan, len(files))}
	if err := b.scanAll(ctx); err != nil {
		return nil, err
	}
	for _, k := range catalogue.Registers() {
		b.kindOrder = append(b.kindOrder, k.ID)
	}
	b.model = &isms.Model{AsOf: o.AsOf, Organization: o.Settings.Organization(), Files: o.Files}
	b.discountCopies()
	b.collectDocuments()
	b.model.Anchor = b.anchor()
	b.assembleRegisters()
	b.linkCriteria()
	b.decideEdition()
	b.canonicalClauses()
	b.linkTopManagement()
	b.linkStatements()
	b.linkReferences()
	b.linkReports()
	b.dropSectionsOfWholes()
	b.model.Roots = b.roots()
	b.discountCollection()
	b.assembleTypes()
	b.slips()
	b.collectPeople()
	b.decideISMS()
	b.problems()
	return b.model, nil
}

func (b *builder) scanAll(ctx context.Context) error {
	g, ctx := errgroup.WithContext(ctx)
	jobs := b.options.Jobs
	if jobs <= 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	g.SetLimit(jobs)
	for i := range b.files {
		g.Go(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			b.scans[i] = b.scan(&b.files[i])
			// The syntax tree is not needed any more.
			b.files[i].Markdown = nil
			return nil
		})
	}
	return g.Wait()
}

func (b *builder) scan(f *File) scan {
	settings := b.options.Settings
	switch {
	case f.Path == settings.Path:
		return scan{path: f.Path}
	case f.Markdown != nil:
		return b.scanMarkdown(f, settings)
	case f.YAML != nil:
		s := b.scanYAML(f, settings)
		s.slips.Dates = b.impossibleDates(f.Source, nil)
		return s
	case f.CSV != nil:
		s := b.scanCSV(f, settings)
		s.slips = b.csvSlips(f)
		return s
	}
	return scan{path: f.Path}
}

func (b *builder) collectDocuments() {
	for i := range b.scans {
		b.model.Documents = append(b.model.Documents, b.scans[i].docs...)
	}
}

// anchor is where findings stand that have no place of their own: isms.yaml, the
// declared index, the README nearest to the top, else the first file.
func (b *builder) anchor() isms.Place {
	first := isms.Pos{Line: 1, Column: 1, EndLine: 1, EndColumn: 1}
	at := func(file string) isms.Place {
		p := isms.Place{Path: file, Pos: first}
		for i := range b.files {
			if b.files[i].Path == file {
				p.Pos.EndColumn = max(2, len([]rune(b.files[i].Source.Line(1)))+1)
			}
		}
		return p
	}
	if b.options.Settings.Path != "" {
		return at(b.options.Settings.Path)
	}
	best := ""
	for i := range b.files {
		name := b.files[i].Path
		if b.options.Settings.Index == name {
			return at(name)
		}
		if isReadme(name) && (best == "" || strings.Count(name, "/") < strings.Count(best, "/")) {
			best = name
		}
	}
	if best == "" && len(b.files) > 0 {
		best = b.files[0].Path
	}
	return at(best)
}

// linkCriteria reads the levels of all registers against the risk criteria.
func (b *builder) linkCriteria() {
	var parts []scaleTable
	for i := range b.scans {
		parts = append(parts, b.scans[i].scales...)
	}
	criteria, from := mergeCriteria(parts)
	if from == nil {
		criteria.Place = b.model.Anchor
		for _, s := range []*isms.Scale{&criteria.Likelihood, &criteria.Consequence, &criteria.Levels} {
			s.Place, s.State = b.model.Anchor, isms.Absent
		}
	}
	b.model.Criteria = criteria
	link := criteriaLink{criteria: &b.model.Criteria}
	for _, reg := range b.model.Registers {
		if reg.Kind == "risk_criteria" && from != nil {
			reg.Place, reg.State, reg.Decided, reg.Header = criteria.Place, isms.Present, true, from.header
			reg.Signal = isms.SignalFileName
			reg.Parts = nil
		}
		for i := range reg.Entries {
			link.entry(&reg.Entries[i])
			if reg.Kind == "risks" {
				propertiesOfScenario(&reg.Entries[i])
			}
		}
	}
}

// decideEdition takes the edition that was asked for, declared, that the ids of
// the SoA are of, or that the documents cite; else the 2022 edition.
func (b *builder) decideEdition() {
	m := b.model
	switch {
	case b.options.Edition != "":
		m.Edition, m.EditionSignal = b.options.Edition, "as asked for"
		return
	case b.options.Settings.Edition != "":
		m.Edition, m.EditionSignal = b.options.Settings.Edition, "declared in "+b.options.Settings.Path
		return
	}
	for _, reg := range m.Registers {
		if reg.Kind == "soa" && reg.Edition != "" && len(reg.Entries) >= 20 {
			m.Edition, m.EditionSignal = reg.Edition, "from the control ids of "+reg.Path
			return
		}
	}
	cited := map[string]int{}
	for i := range b.scans {
		for edition, n := range b.scans[i].mentions.editions {
			cited[edition] += n
		}
	}
	switch {
	case cited["2013"] > cited["2022"]:
		m.Edition, m.EditionSignal = catalogue.Edition2013, "from what the documents cite"
	case cited["2022"] > 0:
		m.Edition, m.EditionSignal = catalogue.Edition2022, "from what the documents cite"
	default:
		m.Edition, m.EditionSignal = catalogue.Edition2022, "as nothing says otherwise"
	}
}

// dropSectionsOfWholes leaves out sections of a type that a whole document is:
// where there is a policy, a heading that says "policy" elsewhere speaks of it.
// Sections that hold records of their own stay.
func (b *builder) dropSectionsOfWholes() {
	whole := map[string]bool{}
	for _, d := range b.model.Documents {
		if d.Section == "" && d.Evidence && !isRecordKind(d.Kind) {
			whole[d.Type] = true
		}
	}
	b.model.Documents = slices.DeleteFunc(b.model.Documents, func(d *isms.Document) bool {
		return d.Section != "" && whole[d.Type] && d.Signal != isms.SignalDeclared
	})
}

// assembleTypes lists for each type what was recognised as it.
func (b *builder) assembleTypes() {
	index := map[string]*isms.Type{}
	for _, t := range b.v.types {
		typ := &isms.Type{ID: t.ID, Place: b.model.Anchor}
		index[t.ID] = typ
		b.model.Types = append(b.model.Types, typ)
	}
	for _, d := range b.model.Documents {
		typ := index[d.Type]
		if typ == nil {
			continue
		}
		a := isms.Address{
			Place: d.Place, Subject: d.Subject, Section: d.Section, Title: d.Title, Date: d.Date,
			Signal: d.Signal, Certainty: d.Certainty, Why: d.Why, Points: d.Points,
		}
		if d.Evidence {
			typ.Items = append(typ.Items, a)
			addCues(typ, d, &a)
		} else {
			typ.Others = append(typ.Others, a)
		}
	}
	b.describedTypes(index)
	b.promised(index)
	for _, typ := range b.model.Types {
		slices.SortStableFunc(typ.Items, compareAddresses)
		if len(typ.Items) > 0 {
			typ.Place = typ.Items[0].Place
		}
	}
}

// addCues notes the cues of an item and where they stand: at a heading rather
// than in the text below one.
func addCues(typ *isms.Type, d *isms.Document, item *isms.Address) {
	heading := make(map[isms.Pos]bool, len(d.Sections))
	for i := range d.Sections {
		heading[d.Sections[i].Pos] = true
	}
	for _, cue := range d.Cues {
		at := *item
		at.Place, at.Section = isms.Place{Path: d.Path, Pos: cue.Pos}, cue.Section
		i := slices.Index(typ.Cues, cue.Name)
		switch {
		case i < 0:
			typ.Cues, typ.CueAt = append(typ.Cues, cue.Name), append(typ.CueAt, at)
		case typ.CueAt[i].Path == d.Path && heading[cue.Pos] && !heading[typ.CueAt[i].Pos]:
			typ.CueAt[i] = at
		}
	}
}

// promised marks the types of which nothing was recognised although an index
// links to a file of that name.
func (b *builder) promised(index map[string]*isms.Type) {
	for _, d := range b.model.Documents {
		if d.Section != "" || d.Path != b.model.Anchor.Path && !isReadme(d.Path) {
			continue
		}
		for i := range d.Links {
			l := &d.Links[i]
			if l.Path == "" || l.Exists {
				continue
			}
			g, ok := b.v.byFileName(l.Path)
			if typ := index[g.typ]; ok && typ != nil && len(typ.Items) == 0 && !typ.Promised {
				typ.Promised = true
				typ.Place = isms.Place{Path: d.Path, Pos: l.Pos}
			}
		}
	}
}

// compareAddresses puts whole documents before sections and strong signals before
// weak ones.
func compareAddresses(a, b isms.Address) int {
	whole := func(x isms.Address) int {
		if x.Section == "" {
			return 0
		}
		return 1
	}
	if c := whole(a) - whole(b); c != 0 {
		return c
	}
	return strength(a.Signal) - strength(b.Signal)
}

// collectPeople lists every person, role or team that is named.
func (b *builder) collectPeople() {
	seen := map[string]int{}
	ids, forms := b.peopleIDs(), b.idForms()
	add := func(f *isms.Field) {
		p, ok := f.Value.(isms.People)
		if !ok {
			return
		}
		for _, key := range p.Keys {
			if _, ok := seen[key]; !ok {
				seen[key] = len(b.model.People)
				b.model.People = append(b.model.People, isms.Person{Key: key, Name: key, Top: b.isTop(key), Title: b.isTitle(key), IDs: ids[key]})
			}
		}
		for _, token := range likeIDs(f.Raw, forms) {
			if i, ok := seen[normalise(token)]; ok {
				b.model.People[i].Name, b.model.People[i].LikeID = token, true
			}
		}
	}
	for _, d := range b.model.Documents {
		for i := range d.Metadata {
			add(&d.Metadata[i])
		}
	}
	for _, reg := range b.model.Registers {
		for i := range reg.Entries {
			for j := range reg.Entries[i].Fields {
				add(&reg.Entries[i].Fields[j])
			}
		}
	}
	slices.SortFunc(b.model.People, func(x, y isms.Person) int { return strings.Compare(x.Key, y.Key) })
}

// problems turns what could not be read into findings' places.
func (b *builder) problems() {
	for i := range b.files {
		f := &b.files[i]
		for _, p := range f.Problems {
			b.model.Unreadable = append(b.model.Unreadable, isms.FileProblem{Place: isms.Place{Path: f.Path, Pos: toPos(p.Range)}, Message: p.Message})
		}
	}
	b.vainDeclarations()
	b.carriersDiffer()
}
