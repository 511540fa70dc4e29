package recognise

import "strings"

// stemLetters is how long the first part of a compound is at least.
const stemLetters = 4

// parted writes compounds of a topic and a word for policies as two words:
// "passwortrichtlinie", "wachtwoordbeleid". Others stay as they are: what they
// are about is not known.
func (v *vocabulary) parted(normalised string) string {
	endings := v.hints["compound"]
	if endings == nil {
		return normalised
	}
	words := strings.Fields(normalised)
	for i, w := range words {
		best := ""
		for ending := range endings.byFirst {
			stem, ok := strings.CutSuffix(w, ending)
			if !ok || len(stem) < stemLetters || len(ending) <= len(best) {
				continue
			}
			for _, s := range []string{stem, strings.TrimSuffix(stem, "s")} {
				if len(v.topics.find(s)) > 0 {
					words[i], best = s+" "+ending, ending
				}
			}
		}
	}
	return strings.Join(words, " ")
}
