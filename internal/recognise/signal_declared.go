package recognise

import (
	"path"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/ismslint/ismslint/internal/config"
	"github.com/ismslint/ismslint/internal/isms"
)

// byDeclaration is the strongest signal: isms.yaml, then `type` of the front
// matter.
func (p *page) byDeclaration(settings *config.Settings) (guess, bool) {
	if entry := declaredFor(settings, p.path); entry != nil && entry.Type != "" {
		return guess{typ: entry.Type, signal: isms.SignalDeclared}, true
	}
	f := fieldOf(p.doc.Metadata, "type")
	if f == nil || f.Value == nil {
		return guess{}, false
	}
	if typ, ok := p.v.typeNamed(f.Raw); ok {
		return guess{typ: typ, signal: isms.SignalDeclared}, true
	}
	return guess{}, false
}

// typeNamed is the type whose id or whole title a text is.
func (v *vocabulary) typeNamed(text string) (string, bool) {
	if _, ok := v.typeIndex[text]; ok {
		return text, true
	}
	key := normalise(text)
	for _, m := range v.titles.find(key) {
		if m.text == key {
			return v.types[m.value].ID, true
		}
	}
	return "", false
}

// declaredFor is the entry of isms.yaml that a path matches; the last one wins,
// as in ignore files.
func declaredFor(settings *config.Settings, file string) *config.DocumentRule {
	return declaredAt(settings, file, "")
}

// declaredAt is the entry for a section of a file, by its anchor, or for the file
// where the anchor is "".
func declaredAt(settings *config.Settings, file, anchor string) *config.DocumentRule {
	var found *config.DocumentRule
	for i := range settings.Documents {
		glob, section := sectionPattern(path.Join(settings.Dir(), settings.Documents[i].Glob))
		if section != anchor {
			continue
		}
		if ok, err := doublestar.Match(glob, file); err == nil && ok {
			found = &settings.Documents[i]
		}
	}
	return found
}

// sectionPattern divides "risks.md#archive" into the pattern of the file and the
// anchor of the section; "" for none.
func sectionPattern(pattern string) (glob, anchor string) {
	at := strings.LastIndexByte(pattern, '#')
	if at < 0 || !isMarkdown(pattern[:at]) {
		return pattern, ""
	}
	return pattern[:at], pattern[at+1:]
}

func isMarkdown(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".md", ".markdown", ".mdx", ".mkd":
		return true
	}
	return false
}

// declareSections takes over what isms.yaml says of sections.
func (p *page) declareSections(settings *config.Settings) {
	for i := range p.md.Sections {
		slug := p.md.Sections[i].Slug
		if slug == "" {
			continue
		}
		entry := declaredAt(settings, p.path, slug)
		if entry == nil {
			continue
		}
		if p.declared == nil {
			p.declared = map[int]*config.DocumentRule{}
		}
		p.declared[i] = entry
		if entry.Type != "" || entry.Ignore != "" {
			p.all[i].Type = entry.Type
		}
	}
}

// ignored is why a section is no part of the ISMS, as isms.yaml says of it or of
// one above it; "" where it does not.
func (p *page) ignored(section int) string {
	if len(p.declared) == 0 {
		return ""
	}
	for up := section; up > 0; up = p.md.Sections[up].Parent {
		if entry := p.declared[up]; entry != nil {
			return entry.Ignore
		}
	}
	return ""
}
