package recognise

// speak keeps the language of a common word: none where several languages, or
// English, have it.
func (v *vocabulary) speak(term, language string) {
	key := normalise(term)
	if was, ok := v.wordLanguage[key]; ok && was != language || language == "en" {
		language = ""
	}
	v.wordLanguage[key] = language
}

// hinted says whether a normalised text holds a word of the hint.
func (v *vocabulary) hinted(hint, normalised string) bool {
	p := v.hints[hint]
	return p != nil && len(p.find(normalised)) > 0
}

// is says whether a normalised text is nothing but a word of the hint.
func (v *vocabulary) is(hint, normalised string) bool {
	p := v.hints[hint]
	if p == nil {
		return false
	}
	for _, m := range p.find(normalised) {
		if m.text == normalised {
			return true
		}
	}
	return false
}
