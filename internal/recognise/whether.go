package recognise

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/ismslint/ismslint/internal/isms"
)

// coreTypes are the types that an ISMS of ISO/IEC 27001 has and a collection of
// security policies does not.
var coreTypes = map[string]bool{
	"context": true, "context.parties": true, "scope": true, "isms-manual": true, "methodology.risk": true, "risks": true,
	"treatments": true, "soa": true, "objectives": true, "programme.audit": true, "report.audit": true,
	"minutes.management-review": true, "nonconformities": true, "measurements": true, "competence": true,
}

// fewestCore is how many of them there are at least.
const fewestCore = 3

// tally is what the repository holds, counted.
type tally struct {
	core map[string]bool
	// own and foreign count words for an ISMS and for other schemes in what was
	// recognised; ownFiles are the files that have the former.
	own, foreign, ownFiles int
	// schemes counts the files that speak of another scheme, by its name.
	schemes map[string]int
	// templates, counted and policies are documents of a type.
	templates, counted, policies int
	// collection is true where the README calls all of it templates.
	collection bool
}

// decideISMS says whether the repository is an ISMS, where its folder is, and if
// it is none, what was seen instead.
func (b *builder) decideISMS() {
	m := b.model
	t := b.tally()
	switch {
	case m.Organization.Declared:
		m.Recognised = true
	case len(t.core) >= fewestCore && t.speaksOfISMS() && t.templates <= t.counted*templatesToOne:
		m.Recognised = true
	default:
		m.Why = b.whyNot(&t)
	}
	m.Root = b.root()
}

// speaksOfISMS says whether an ISMS is what the documents speak of: one in ten at
// least, and not less than of other schemes, unless there is a Statement of
// Applicability.
func (t *tally) speaksOfISMS() bool {
	return t.own > 0 && t.ownFiles*10 >= t.counted && (t.own >= t.foreign || t.core["soa"])
}

func (b *builder) tally() tally {
	t := tally{core: b.coreFound(), schemes: map[string]int{}, collection: b.callsItselfTemplates()}
	for i := range b.scans {
		s := &b.scans[i]
		for name := range s.mentions.schemes {
			t.schemes[name]++
		}
		// Other files of a repository say nothing about its ISMS.
		if !s.recognised() && !isReadme(s.path) {
			continue
		}
		t.own += s.mentions.own
		t.foreign += s.mentions.foreign
		if s.mentions.own > 0 {
			t.ownFiles++
		}
	}
	for _, d := range b.model.Documents {
		switch {
		case d.Section != "" || d.Type == "":
		case d.Template || d.Why != "" && b.v.hinted("sample", normalise(d.Title)):
			t.templates++
		case d.Evidence:
			t.counted++
			if d.Kind == "policy" || d.Kind == "procedure" || d.Kind == "plan" {
				t.policies++
			}
		}
	}
	return t
}

// recognised says whether anything in the file was taken for a part of an ISMS.
func (s *scan) recognised() bool {
	for _, d := range s.docs {
		if d.Type != "" {
			return true
		}
	}
	return len(s.candidates) > 0 || len(s.scales) > 0
}

func isReadme(file string) bool {
	base := strings.ToLower(strings.TrimSuffix(path.Base(file), path.Ext(file)))
	return base == "readme" || base == "index" || base == "_index"
}

// discountCollection leaves out what stands among templates where hardly anything
// else does: it is about the templates.
func (b *builder) discountCollection() {
	if b.model.Organization.Declared {
		return
	}
	templates, counted := b.templates()
	if templates <= counted*templatesToOne {
		return
	}
	for _, d := range b.model.Documents {
		if d.Evidence && d.Signal != isms.SignalDeclared {
			d.Evidence, d.Why = false, "the repository is a collection of templates"
		}
	}
}

// templatesToOne is how many templates there are to a document that counts at
// least for a repository to be a collection of templates.
const templatesToOne = 2

// templates counts the whole documents that are templates, and those that count.
func (b *builder) templates() (templates, counted int) {
	for _, d := range b.model.Documents {
		switch {
		case d.Section != "" || d.Type == "":
		case d.Template || d.Why != "" && b.v.hinted("sample", normalise(d.Title)):
			templates++
		case d.Evidence:
			counted++
		}
	}
	return templates, counted
}

// callsItselfTemplates says whether the title of the README at the top speaks of
// templates or samples.
func (b *builder) callsItselfTemplates() bool {
	for _, d := range b.model.Documents {
		if d.Section == "" && isReadme(d.Path) && path.Dir(d.Path) == "." && b.v.hinted("sample", normalise(d.Title)) {
			return true
		}
	}
	return false
}

// coreFound are the core types with evidence, registers with entries included.
func (b *builder) coreFound() map[string]bool {
	core := map[string]bool{}
	for _, t := range b.model.Types {
		if coreTypes[t.ID] && len(t.Items) > 0 {
			core[t.ID] = true
		}
	}
	for _, t := range b.v.types {
		for _, reg := range b.model.Registers {
			if coreTypes[t.ID] && reg.Kind == t.Register && reg.State == isms.Present && reg.Kind != "reviews" && reg.Kind != "audits" {
				core[t.ID] = true
			}
		}
	}
	return core
}

// fewestOfScheme is how many files speak of another scheme at least for it to be
// what the repository is about.
const fewestOfScheme = 3

func (b *builder) whyNot(t *tally) string {
	looked := fmt.Sprintf("%s looked at", count(len(b.files), "file was", "files were"))
	scheme := t.scheme()
	switch {
	case len(b.files) == 0:
		return "no markdown, YAML or CSV file was found"
	case t.collection && t.templates > 0:
		return looked + ": by its README a collection of templates, with blanks that are not filled in"
	case t.templates > t.counted:
		return fmt.Sprintf("%s, and %d of the %d documents that were recognised are templates", looked, t.templates, t.templates+t.counted)
	case scheme != "" && t.schemes[scheme] >= fewestOfScheme && t.schemes[scheme] > t.ownFiles:
		return fmt.Sprintf("%s, and %d of them speak of %s, %s of ISO/IEC 27001", looked, t.schemes[scheme], scheme, fewer(t.ownFiles))
	case t.policies > 0 && len(t.core) < fewestCore:
		return fmt.Sprintf("%s, among them %s, but no %s", looked, count(t.policies, "policy, procedure or plan", "policies, procedures and plans"), b.missing(t))
	case len(t.core) >= fewestCore:
		return looked + ", and hardly any of what was recognised speaks of an ISMS or of ISO/IEC 27001"
	case len(t.core) > 0:
		return fmt.Sprintf("%s, and of an ISMS only this was recognised: %s", looked, b.names(t.core))
	}
	return looked + ", and none was recognised as part of an ISMS"
}

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

func fewer(n int) string {
	if n == 0 {
		return "none"
	}
	return fmt.Sprint(n)
}

// scheme is the other scheme that most files speak of.
func (t *tally) scheme() string {
	best := ""
	for name, n := range t.schemes {
		if best == "" || n > t.schemes[best] || n == t.schemes[best] && name < best {
			best = name
		}
	}
	return best
}

// missing names what an ISMS has and was not recognised here.
func (b *builder) missing(t *tally) string {
	missing := map[string]bool{}
	for _, typ := range []string{"scope", "risks", "soa", "minutes.management-review"} {
		if !t.core[typ] {
			missing[typ] = true
		}
	}
	if !t.core["programme.audit"] && !t.core["report.audit"] {
		missing["report.audit"] = true
	}
	return b.names(missing)
}

// inProse writes terms of the vocabulary, which are in lower case, as prose does.
var inProse = strings.NewReplacer("isms", "ISMS", "statement of applicability", "Statement of Applicability")

// names lists types in the words of a reader, in the order of the catalogue.
func (b *builder) names(types map[string]bool) string {
	var names []string
	for _, typ := range b.v.types {
		if types[typ.ID] {
			names = append(names, inProse.Replace(b.v.labels[typ.ID]))
		}
	}
	if n := len(names); n > 1 {
		return strings.Join(names[:n-1], ", ") + " or " + names[n-1]
	}
	return strings.Join(names, "")
}

// root is the folder of isms.yaml, else the smallest folder that holds all core
// documents.
func (b *builder) root() string {
	if p := b.options.Settings.Path; p != "" {
		return strings.TrimPrefix(path.Dir(p), ".")
	}
	var common []string
	first := true
	for _, d := range b.model.Documents {
		if !d.Evidence || !coreTypes[d.Type] || d.Section != "" {
			continue
		}
		parts := strings.Split(path.Dir(d.Path), "/")
		if first {
			common, first = parts, false
			continue
		}
		n := 0
		for n < len(common) && n < len(parts) && common[n] == parts[n] {
			n++
		}
		common = slices.Clip(common[:n])
	}
	return strings.TrimPrefix(strings.Join(common, "/"), ".")
}
