package markdown

import (
	"strings"

	"github.com/ismslint/ismslint/internal/syntax"
)

const (
	controlLines    = 60 // a control table stands in the first lines
	horizontalLines = 40
	maxControlRows  = 60
)

// generic are the headers that say no more than "here is a key, there its
// value". Weak values head lists of any kind, too.
var (
	genericKeys   = words("", "field", "attribute", "property", "metadata", "key", "item", "element", "feld", "attribut", "eigenschaft", "merkmal")
	genericValues = words("", "value", "details", "detail", "wert", "angabe")
	weakValues    = words("description", "information", "content", "entry", "inhalt", "beschreibung")
)

// metadata are words of keys that documents of any kind describe themselves
// with. A table without generic headers needs two of them.
var metadata = words("version", "revision", "owner", "author", "authors", "status", "classification", "date", "approved", "approver",
	"approval", "review", "reviewed", "reviewer", "effective", "updated", "prepared", "issued", "title", "document", "id", "next", "last",
	"eigentümer", "verantwortlich", "verantwortlicher", "verfasser", "autor", "klassifizierung", "klassifikation", "datum", "freigabe",
	"freigegeben", "prüfung", "überprüfung", "gültig", "titel", "dokument", "stand", "nächste")

func words(list ...string) map[string]bool {
	set := make(map[string]bool, len(list))
	for _, word := range list {
		set[word] = true
	}
	return set
}

// tableFields finds the fields of a control table.
func (w *walker) tableFields(t *Table) {
	line := t.Range.Start.Line
	if line <= horizontalLines && isHorizontal(t) {
		w.cellFields(t.Header.Cells, t.Rows[0].Cells, false)
		return
	}
	columns := len(t.Header.Cells)
	if columns != 2 && columns != 4 || len(t.Rows) == 0 || len(t.Rows) > maxControlRows {
		return
	}
	generic, weak := isGeneric(t.Header.Cells)
	rows := t.Rows
	if !generic && !weak {
		rows = append([]syntax.Row{t.Header}, rows...)
	}
	if !haveKeys(rows, columns, generic) {
		return
	}
	for _, row := range rows {
		for c := 0; c+1 < columns; c += 2 {
			w.cellFields(row.Cells[c:c+1], row.Cells[c+1:c+2], line > controlLines)
		}
	}
}

// isGeneric says whether a header is generic, or at least weakly so.
func isGeneric(header []syntax.Cell) (generic, weak bool) {
	generic, weak = true, true
	for c := 0; c+1 < len(header); c += 2 {
		key, value := strings.ToLower(cleanKey(header[c].Text)), strings.ToLower(cleanKey(header[c+1].Text))
		generic = generic && genericKeys[key] && genericValues[value]
		weak = weak && genericKeys[key] && (genericValues[value] || weakValues[value])
	}
	return generic, weak
}

// haveKeys says whether the columns of keys hold keys and nothing else.
func haveKeys(rows []syntax.Row, columns int, generic bool) bool {
	keys, known := 0, 0
	seen := map[string]bool{}
	for _, row := range rows {
		if row.Surplus > 0 {
			return false
		}
		for c := 0; c+1 < columns; c += 2 {
			key := strings.ToLower(cleanKey(row.Cells[c].Text))
			if key == "" && row.Cells[c+1].Text == "" {
				continue
			}
			if !isKey(key, maxKeyWords) || seen[key] {
				return false
			}
			seen[key] = true
			keys++
			if hasMetadata(key) {
				known++
			}
		}
	}
	return keys > 0 && (generic || known >= 2 && 3*known >= keys)
}

func hasMetadata(key string) bool {
	for _, word := range strings.Fields(key) {
		if metadata[strings.Trim(word, ".,:()/-")] {
			return true
		}
	}
	return false
}

// isHorizontal is true for a header of keys over one row of values. A table of
// changes with one row is none.
func isHorizontal(t *Table) bool {
	if len(t.Rows) != 1 || len(t.Header.Cells) < 2 || t.Rows[0].Surplus > 0 {
		return false
	}
	known, filled := 0, 0
	for i, cell := range t.Header.Cells {
		if t.Rows[0].Cells[i].Text != "" {
			filled++
		}
		key := strings.ToLower(cleanKey(cell.Text))
		if !isKey(key, maxKeyWords) || isChange(key) {
			return false
		}
		if hasMetadata(key) {
			known++
			if len(t.Header.Cells) == 2 && i == 0 && hasMetadata(strings.ToLower(t.Rows[0].Cells[0].Text)) {
				return false
			}
		}
	}
	if len(t.Header.Cells) == 4 && hasMetadata(strings.ToLower(cleanKey(t.Rows[0].Cells[0].Text))) {
		return false
	}
	return known >= 2 && 2*known >= len(t.Header.Cells) && 2*filled >= len(t.Header.Cells)
}

func isChange(key string) bool {
	for _, word := range []string{"change", "description", "comment", "reason", "summary", "änderung", "aenderung", "beschreibung", "grund", "bemerkung"} {
		if strings.Contains(key, word) {
			return true
		}
	}
	return false
}

// cellFields pairs cells that hold keys with cells that hold values.
func (w *walker) cellFields(keys, values []syntax.Cell, endOnly bool) {
	for i := range keys {
		key := cleanKey(keys[i].Text)
		if key == "" {
			continue
		}
		w.fields = append(w.fields, candidate{endOnly: endOnly, Field: Field{
			Carrier:  CarrierControlTable,
			Key:      key,
			KeyRange: keys[i].Range,
			Value:    values[i].Text,
			Range:    values[i].Range,
		}})
	}
}
