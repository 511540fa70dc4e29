package recognise

import (
	"fmt"
	"path"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/ismslint/ismslint/internal/catalogue"
	"github.com/ismslint/ismslint/internal/config"
	"github.com/ismslint/ismslint/internal/isms"
	"github.com/ismslint/ismslint/internal/syntax/yaml"
)

// vainDeclarations finds declarations that point at nothing: who wrote them
// believes that they hold.
func (b *builder) vainDeclarations() {
	if !b.model.Recognised {
		return
	}
	b.vainPatterns()
	types := make([]string, 0, len(b.v.types))
	for _, t := range b.v.types {
		types = append(types, t.ID)
	}
	activities := activityIDs()
	b.vainRegisters()
	for _, d := range b.model.Documents {
		if d.Section != "" {
			continue
		}
		b.vainType(d, types)
		b.vainClauses(d)
		for i := range d.Addresses {
			if a := &d.Addresses[i]; !activities[a.Activity] {
				b.vain(d.Path, a.Pos, "isms.addresses: there is no activity %s", quoted(a.Activity))
			}
		}
	}
}

func (b *builder) vain(file string, pos isms.Pos, format string, args ...any) {
	b.model.Vain = append(b.model.Vain, isms.FileProblem{Place: isms.Place{Path: file, Pos: pos}, Message: fmt.Sprintf(format, args...)})
}

// vainPatterns are those of documents: and the index that no file of the tree is.
func (b *builder) vainPatterns() {
	s := b.options.Settings
	for i := range s.Documents {
		rule := &s.Documents[i]
		switch glob, anchor := sectionPattern(path.Join(s.Dir(), rule.Glob)); {
		case !b.matches(glob):
			b.vain(s.Path, rule.Pos, "documents: no file matches %s", quoted(rule.Glob))
		case anchor != "" && !b.hasSection(glob, anchor):
			b.vain(s.Path, rule.Pos, "documents: no heading has the anchor of %s", quoted(rule.Glob))
		}
	}
	if pos, ok := s.Pos("index"); ok && s.Index != "" && b.options.Exists != nil && !b.options.Exists(s.Index) {
		b.vain(s.Path, pos, "index: there is no file %s", quoted(s.Index))
	}
}

func (b *builder) matches(glob string) bool {
	for i := range b.files {
		if ok, err := doublestar.Match(glob, b.files[i].Path); err == nil && ok {
			return true
		}
	}
	return false
}

// hasSection says whether a file that the pattern matches has a section of that
// anchor.
func (b *builder) hasSection(glob, anchor string) bool {
	for _, d := range b.model.Documents {
		if ok, err := doublestar.Match(glob, d.Path); err != nil || !ok || d.Section != "" {
			continue
		}
		for i := range d.Sections {
			if d.Sections[i].Slug == anchor {
				return true
			}
		}
	}
	return false
}

// vainType finds a "type" of the front matter that is meant as one of ours and is
// none. Site generators have types of their own, which say nothing here.
func (b *builder) vainType(d *isms.Document, types []string) {
	f := fieldOf(d.Metadata, "type")
	if f == nil || f.Value == nil || f.Carrier != "front matter" || d.Signal == isms.SignalDeclared {
		return
	}
	text := strings.TrimSpace(f.Raw)
	near := config.Nearest(text, types)
	kind, _, dotted := strings.Cut(text, ".")
	if near == "" && !(dotted && hasPrefix(types, kind+".")) {
		return
	}
	b.vain(d.Path, f.Pos, "type: no document type is called %s%s", quoted(shorten(text)), didYouMean(near))
}

// vainRegisters finds a "register" of a YAML file that is no register of ours.
func (b *builder) vainRegisters() {
	for i := range b.files {
		f := &b.files[i]
		if f.YAML == nil || len(f.YAML.Documents) == 0 || f.Path == b.options.Settings.Path {
			continue
		}
		n := f.YAML.Documents[0].Get("register")
		if n == nil || n.Kind != yaml.Scalar || strings.TrimSpace(n.Text) == "" || b.kindNamed(n.Text) != "" {
			continue
		}
		b.vain(f.Path, toPos(n.Range), "register: no register is called %s%s", quoted(shorten(n.Text)), didYouMean(config.Nearest(n.Text, b.kindOrder)))
	}
}

// bareClauses and bareClause are what is meant as clauses of ISO/IEC 27001: numbers
// and nothing else. Other texts may speak of other standards.
var (
	bareClauses = lazily(`^[\d.,;\s\[\]"']+$`)
	bareClause  = lazily(`\d{1,2}(?:\.\d{1,2}){1,3}|\d{1,2}`)
)

// vainClauses finds clauses of the front matter that there are not.
func (b *builder) vainClauses(d *isms.Document) {
	f := fieldOf(d.Metadata, "clauses")
	if f == nil || f.Value == nil || f.Carrier != "front matter" || !bareClauses.MatchString(f.Raw) {
		return
	}
	for _, number := range bareClause.FindAllString(f.Raw, 64) {
		switch {
		case isClause(number):
		case editionOf(number) != "":
			b.vain(d.Path, f.Pos, "clauses: there is no clause %s; controls of Annex A are named under controls", quoted(number))
		default:
			b.vain(d.Path, f.Pos, "clauses: there is no clause %s", quoted(number))
		}
	}
}

// isClause says whether a number is that of a clause in any edition, or of one
// that holds clauses.
func isClause(number string) bool {
	for _, c := range catalogue.Clauses() {
		for _, id := range append([]string{c.ID}, c.IDs2022...) {
			if id == number || strings.HasPrefix(id, number+".") {
				return true
			}
		}
	}
	return false
}

func didYouMean(near string) string {
	if near == "" {
		return ""
	}
	return "; did you mean " + quoted(near) + "?"
}

func hasPrefix(list []string, prefix string) bool {
	for _, s := range list {
		if strings.HasPrefix(s, prefix) {
			return true
		}
	}
	return false
}

func activityIDs() map[string]bool {
	ids := map[string]bool{}
	for _, c := range catalogue.Clauses() {
		for i := range c.Activities {
			ids[c.Activities[i].ID] = true
		}
	}
	return ids
}
