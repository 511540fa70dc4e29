package recognise

import (
	"path"
	"slices"
	"strings"

	"github.com/ismslint/ismslint/internal/isms"
)

// byFileName reads the file's name, or its folder's where the file is an index.
func (p *page) byFileName() (guess, bool) {
	g, ok := p.v.byFileName(p.path)
	return g, ok && p.inItsLanguage(g)
}

func (v *vocabulary) byFileName(file string) (guess, bool) {
	name := stripTitle(normalise(fileName(file)))
	g, ok := v.byWords(v.parted(name), isms.SignalFileName)
	nameWords := strings.Fields(name)
	folderWords := append(strings.Fields(normalise(path.Base(path.Dir(file)))), nameWords...)
	for i := range v.files {
		f := &v.files[i]
		words := nameWords
		if f.folder {
			words = folderWords
		}
		at, found := f.match(words)
		if found && len(f.words) > g.size && !v.ofAnotherSubject(v.types[f.typ].ID, words[:at]) {
			typ := v.types[f.typ].ID
			if typ == "policy.topic" && v.isAnotherKind(strings.Join(words[at+len(f.words):], " ")) {
				continue
			}
			if v.beginsAsPolicy(typ, words[:at]) {
				typ = "policy.topic"
			}
			g = guess{typ: typ, signal: isms.SignalFileName, size: len(f.words),
				after: strings.Join(words[at+len(f.words):], " "), whole: name}
			ok = true
		}
	}
	return g, ok
}

// match says where in the words of a name the pattern stands. The pattern's own
// words may be the beginning of longer ones where it is open on that side:
// "competenc" is in "competence".
func (f *filePattern) match(words []string) (int, bool) {
	n := len(f.words)
	if n == 0 || len(words) < n {
		return 0, false
	}
	for at := 0; at+n <= len(words); at++ {
		if !f.openStart && at > 0 {
			break
		}
		if !f.openEnd && at+n != len(words) {
			continue
		}
		if f.matchAt(words[at : at+n]) {
			return at, true
		}
	}
	return 0, false
}

func (f *filePattern) matchAt(words []string) bool {
	last := len(f.words) - 1
	for i, w := range f.words {
		if words[i] == w {
			continue
		}
		// Only a long beginning stands for the whole word.
		if i == last && f.openEnd && len(w) >= 6 && strings.HasPrefix(words[i], w) {
			continue
		}
		return false
	}
	return true
}

// byWords finds the longest title of the vocabulary in the words of a name or
// title.
func (v *vocabulary) byWords(name string, signal isms.Signal) (guess, bool) {
	words := strings.Fields(name)
	found := v.titles.find(name)
	for _, m := range v.cautious.find(name) {
		if !v.isPartOfName(m, name) {
			found = append(found, m)
		}
	}
	found = slices.DeleteFunc(outermost(found), func(m match) bool {
		return !isSolid(m.text) && v.ofAnotherSubject(v.types[m.value].ID, words[:m.start])
	})
	if len(found) == 0 {
		return guess{}, false
	}
	best := found[0]
	for _, m := range found[1:] {
		if m.end-m.start > best.end-best.start || m.end-m.start == best.end-best.start && vague(v.types[best.value].ID) {
			best = m
		}
	}
	after := ""
	if best.end <= len(words) {
		after = strings.Join(words[best.end:], " ")
	}
	typ := v.types[best.value].ID
	if typ == "policy.topic" && v.isAnotherKind(after) {
		return guess{}, false
	}
	if !isSolid(best.text) && v.beginsAsPolicy(typ, words[:best.start]) {
		typ = "policy.topic"
	}
	return guess{typ: typ, signal: signal, size: best.end - best.start, after: after, term: best.text, whole: name}, true
}

// compoundLetters is from what length a word is as special as two: German makes
// one word of "management review".
const compoundLetters = 14

// isPartOfName says whether a common word is only a part of a name on something
// else: "human resources security policy", "wireless communication policy".
func (v *vocabulary) isPartOfName(m match, name string) bool {
	return !isSolid(m.text) && m.end-m.start == 1 && len(m.text) < compoundLetters && !generic(v.types[m.value].ID) && headingWords(name) > 2
}

// ofAnotherSubject says whether the words before a match make it a thing of
// another subject: a project's risk register, the assessment of a supplier.
func (v *vocabulary) ofAnotherSubject(typ string, before []string) bool {
	return coreTypes[typ] && len(before) > 0 && v.hinted("subject", strings.Join(before, " "))
}

// beginsAsPolicy says whether the words before the subject make a plan or
// procedure a policy on it: "Guideline HR Onboarding", "Richtlinie Notfallplan".
func (v *vocabulary) beginsAsPolicy(typ string, before []string) bool {
	i, ok := v.typeIndex[typ]
	if !ok || len(before) == 0 || v.types[i].Kind != "procedure" && v.types[i].Kind != "plan" {
		return false
	}
	return v.is("rules", before[0])
}

// isAnotherKind says whether the words behind "policy" make it something else: an
// index, a form.
func (v *vocabulary) isAnotherKind(after string) bool {
	for _, m := range v.docKinds.find(after) {
		switch v.kindIDs[m.value] {
		case "register", "template", "checklist", "record", "report", "minutes":
			return true
		}
	}
	return false
}
