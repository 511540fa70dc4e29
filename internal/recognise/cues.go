package recognise

import (
	"strings"

	"github.com/ismslint/ismslint/internal/catalogue"
)

// cueMatcher finds a cue: for one of the alternatives, a word of each group in
// the same sentence.
type cueMatcher struct {
	name string
	in   map[string]bool
	any  [][]cueGroup
}

type cueGroup struct {
	words   map[string]bool
	stems   []string
	phrases []string
}

func compileCue(c catalogue.Cue) cueMatcher {
	m := cueMatcher{name: c.Name, in: map[string]bool{}}
	for _, t := range c.In {
		m.in[t] = true
	}
	for _, alternative := range c.Any {
		var groups []cueGroup
		for _, terms := range alternative {
			groups = append(groups, compileGroup(terms))
		}
		m.any = append(m.any, groups)
	}
	return m
}

func compileGroup(terms []string) cueGroup {
	g := cueGroup{words: map[string]bool{}}
	for _, term := range terms {
		stem, isStem := strings.CutSuffix(term, "*")
		key := normalise(stem)
		switch {
		case key == "":
		case isStem && !strings.Contains(key, " "):
			g.stems = append(g.stems, key)
		case isStem || strings.Contains(key, " ") || isSolid(key):
			g.phrases = append(g.phrases, key)
		default:
			g.words[key] = true
		}
	}
	return g
}

func (g *cueGroup) in(normalised string, words []string) bool {
	for _, w := range words {
		if g.words[w] {
			return true
		}
		for _, stem := range g.stems {
			if strings.HasPrefix(w, stem) {
				return true
			}
		}
	}
	for _, p := range g.phrases {
		if at := strings.Index(normalised, p); at >= 0 && (isSolid(p) || at == 0 || normalised[at-1] == ' ') {
			return true
		}
	}
	return false
}

// matches says whether a sentence holds the cue.
func (m *cueMatcher) matches(normalised string, words []string) bool {
	for _, groups := range m.any {
		all := true
		for i := range groups {
			if !groups[i].in(normalised, words) {
				all = false
				break
			}
		}
		if all {
			return true
		}
	}
	return false
}

// sentence is a stretch of a text, by byte offsets.
type sentence struct{ start, end int }

// sentences divides a text at full stops followed by a blank, at line breaks and
// at the marks of Japanese.
func sentences(text string) []sentence {
	var out []sentence
	start := 0
	cut := func(end int) {
		if strings.TrimSpace(text[start:end]) != "" {
			out = append(out, sentence{start, end})
		}
		start = end
	}
	for i, r := range text {
		switch r {
		case '.', '!', '?', ';':
			if i+1 < len(text) && (text[i+1] == ' ' || text[i+1] == '\n') {
				cut(i + 1)
			}
		case '。':
			cut(i + len("。"))
		case '\n':
			// A soft break does not end a sentence; a blank line does.
			if i+1 < len(text) && text[i+1] == '\n' {
				cut(i + 1)
			}
		}
	}
	cut(len(text))
	return out
}
