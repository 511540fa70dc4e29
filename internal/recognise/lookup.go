package recognise

import "strings"

// field is the metadata field of a key, "" for none.
func (v *vocabulary) field(key string) string { return v.metadata[normalise(key)] }

// column is the field that a header names in a register of the kind, "" for
// none. Where no header is exactly that, the longest of two words or more that
// the header holds decides, if it is most of the header.
func (v *vocabulary) column(kind, header string) string {
	exact := v.columns[kind]
	if f := v.exactColumn(kind, header); f != "" {
		return f
	}
	if first, _, cut := strings.Cut(header, "/"); cut {
		if f := exact[normalise(first)]; f != "" {
			return f
		}
	}
	key := normalise(stripBrackets(header))
	best, size := "", 0
	for _, m := range v.longCols[kind].find(key) {
		if n := m.end - m.start; n > size {
			best, size = v.colNames[kind][m.value], n
		}
	}
	if size*2 <= len(strings.Fields(key)) {
		return ""
	}
	return best
}

// exactColumn is the field whose header is exactly the text, or the text without
// what it holds in brackets.
func (v *vocabulary) exactColumn(kind, header string) string {
	for _, text := range []string{header, stripBrackets(header)} {
		key := normalise(text)
		for _, k := range []string{key, strings.TrimSuffix(key, " s")} {
			if f := v.columns[kind][k]; f != "" {
				return f
			}
		}
		if !strings.ContainsAny(header, "([") {
			break // both texts are the same
		}
	}
	return ""
}

// value is the value of a closed list that a text says: exactly, or with the
// longest spelling with which it begins.
func (v *vocabulary) value(list, text string) (string, bool) {
	key := normalise(text)
	if key == "" {
		return "", false
	}
	if x, ok := v.values[list][key]; ok {
		return x, true
	}
	long := v.longVals[list]
	if long == nil {
		return "", false
	}
	if x, ok := v.values[list][strings.TrimSpace(strings.TrimLeftFunc(key, isTick))]; ok {
		return x, true
	}
	best, size := -1, 0
	for _, m := range long.find(strings.TrimLeftFunc(key, isTick)) {
		if m.start == 0 && m.end > size {
			best, size = m.value, m.end
		}
	}
	if best < 0 {
		return "", false
	}
	return v.valNames[list][best], true
}
