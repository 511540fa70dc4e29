package recognise

import (
	"strings"

	"github.com/ismslint/ismslint/internal/isms"
)

// propertyStems begin the words for confidentiality, integrity and availability
// in the languages of the vocabulary.
var propertyStems = [3][]string{
	{"confiden", "vertraulich", "vertrouwelijk", "secrecy", "geheim", "機密"},
	{"integr", "完全"},
	{"availab", "verfugbar", "disponib", "beschikba", "可用"},
}

// propertiesIn reads which properties of information a text names. In a column
// of its own letters do ("C, A", "CIA"); in a sentence they are words like any.
func propertiesIn(text string, letters bool) (isms.Properties, bool) {
	var found [3]bool
	for _, word := range strings.Fields(normalise(text)) {
		for i, stems := range propertyStems {
			for _, stem := range stems {
				found[i] = found[i] || strings.HasPrefix(word, stem) || isSolid(stem) && strings.Contains(word, stem)
			}
		}
		if letters {
			readLetters(word, &found)
		}
	}
	p := isms.Properties{Confidentiality: found[0], Integrity: found[1], Availability: found[2]}
	return p, p != isms.Properties{}
}

// readLetters reads "c", "ia" or "cia". The German "v" stands for two of them.
func readLetters(word string, found *[3]bool) {
	switch word {
	case "all", "alle", "tous", "todos":
		*found = [3]bool{true, true, true}
		return
	}
	if len(word) > 3 || strings.Trim(word, "ciav") != "" {
		return
	}
	found[0] = found[0] || strings.ContainsAny(word, "cv")
	found[1] = found[1] || strings.Contains(word, "i")
	found[2] = found[2] || strings.ContainsAny(word, "av")
}

// propertiesOfScenario reads an empty column from the words of the risk: who
// writes that availability suffers need not write it twice.
func propertiesOfScenario(e *isms.Entry) {
	affects := fieldOf(e.Fields, "affects")
	if affects == nil || affects.Value != nil {
		return
	}
	var words []string
	for _, name := range []string{"title", "description", "threat", "consequences_text"} {
		if f := fieldOf(e.Fields, name); f != nil {
			words = append(words, f.Raw)
		}
	}
	if p, ok := propertiesIn(strings.Join(words, " "), false); ok {
		affects.Value = p
	}
}
