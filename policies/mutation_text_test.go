package policies_test

import (
	"path"
	"regexp"
	"slices"
	"strings"
)

// The files of the exemplary ISMS as a person with an editor sees them: rows
// with cells, found by their text alone, so that what the program reads and what
// the test breaks are not the same code.

// row is an entry of a register, or the head of a register or document.
type row struct {
	file, kind string
	id         string
	from, to   int // whole lines
	cells      []cell
}

// cell is one value of a row. from and to are its text; the lines of a YAML field
// are lineFrom to lineTo.
type cell struct {
	key, value       string
	from, to         int
	lineFrom, lineTo int
}

func (r *row) cell(key string) (cell, bool) {
	for _, c := range r.cells {
		if c.key == key {
			return c, c.value != "" && c.value != "[]"
		}
	}
	return cell{}, false
}

func (r *row) value(key string) string {
	c, _ := r.cell(key)
	return c.value
}

// kinds says what a table, a CSV file or a list in a YAML file holds. Others are
// called as their list is.
var kinds = map[string]string{
	"registers/nonconformities.md":    "nonconformities",
	"registers/resources.md":          "resources",
	"registers/soa.md":                "soa",
	"context/interested-parties.md":   "parties",
	"processes/communication-plan.md": "communication",
	"registers/assets.csv":            "assets",
	"registers/suppliers.csv":         "suppliers",
}

// rowsOf are all rows of the tree, in the order of files and lines.
func rowsOf(tree files) []row {
	var rows []row
	for _, name := range sortedPaths(tree) {
		text := tree[name]
		switch path.Ext(name) {
		case ".yaml":
			if name != "isms.yaml" {
				rows = append(rows, yamlRows(name, text)...)
			}
		case ".md":
			if front, ok := frontMatter(name, text); ok {
				rows = append(rows, front)
			}
			rows = append(rows, tableRows(name, text)...)
		case ".csv":
			rows = append(rows, csvRows(name, text)...)
		}
	}
	return rows
}

func sortedPaths(tree files) []string {
	var paths []string
	for p := range tree {
		paths = append(paths, p)
	}
	slices.Sort(paths)
	return paths
}

// lists are the keys of registers in YAML that hold their entries.
var lists = []string{"entries", "roles", "persons", "programme", "audits", "likelihood", "consequence", "levels", "acceptance"}

// line is a line of a text: where it begins, where it ends and what it says.
type line struct {
	from, to int
	text     string
}

func linesOf(text string) []line {
	var lines []line
	at := 0
	for l := range strings.Lines(text) {
		lines = append(lines, line{at, at + len(l), strings.TrimRight(l, "\n")})
		at += len(l)
	}
	return lines
}

func indentOf(s string) int { return len(s) - len(strings.TrimLeft(s, " ")) }

var yamlKey = regexp.MustCompile(`^ *(?:- )?([a-z_]+):(?: |$)`)

// yamlRows reads a register in YAML: the head, and each list of mappings at its
// top. A file without a list is one entry of a folder.
func yamlRows(name, text string) []row {
	lines := linesOf(text)
	base := strings.TrimSuffix(path.Base(name), ".yaml")
	var rows []row
	head := row{file: name, kind: "head of register", id: base}
	list := ""
	for i := 0; i < len(lines); {
		l := lines[i]
		end := i + 1
		for end < len(lines) && deeper(lines, end, indentOf(l.text)) {
			end++
		}
		switch {
		case strings.HasPrefix(l.text, "  - ") && list != "":
			rows = append(rows, yamlEntry(name, base, list, text, lines[i:end]))
		case indentOf(l.text) == 0 && yamlKey.MatchString(l.text):
			list = ""
			if key := yamlKey.FindStringSubmatch(l.text)[1]; slices.Contains(lists, key) && end > i+1 && indentOf(lines[i+1].text) == 2 && strings.Contains(lines[i+1].text, "- ") {
				list, end = key, i+1
				break
			}
			head.cells = append(head.cells, yamlField("", text, lines[i:end])...)
		}
		i = end
	}
	head.to = len(text)
	if len(rows) == 0 {
		head.kind = path.Base(path.Dir(name))
		head.id = head.value("id")
		return []row{head}
	}
	head.to = rows[0].from
	return append([]row{head}, rows...)
}

// deeper holds for a line that belongs to the one above it with that indent.
func deeper(lines []line, i, indent int) bool {
	for ; i < len(lines); i++ {
		if s := strings.TrimSpace(lines[i].text); s != "" && s[0] != '#' {
			return indentOf(lines[i].text) > indent
		}
	}
	return false
}

func yamlEntry(name, base, list, text string, lines []line) row {
	kind := base
	if list != "entries" && list != base {
		kind = list
	}
	r := row{file: name, kind: kind, from: lines[0].from, to: lines[len(lines)-1].to}
	if strings.Contains(lines[0].text, "- {") {
		r.cells = flowCells(lines[0])
	} else {
		for i := 0; i < len(lines); {
			end := i + 1
			for end < len(lines) && indentOf(lines[end].text) > 4 {
				end++
			}
			r.cells = append(r.cells, yamlField("", text, lines[i:end])...)
			i = end
		}
	}
	for _, key := range []string{"id", "label", "level"} {
		if r.id == "" {
			r.id = r.value(key)
		}
	}
	return r
}

// yamlField is a field, or the fields below it by their path.
func yamlField(prefix, text string, lines []line) []cell {
	m := yamlKey.FindStringSubmatchIndex(lines[0].text)
	if m == nil {
		return nil
	}
	key := prefix + lines[0].text[m[2]:m[3]]
	last := lines[len(lines)-1]
	c := cell{key: key, from: lines[0].from + m[3] + 1, to: last.from + len(last.text), lineFrom: lines[0].from, lineTo: last.to}
	c.value = strings.TrimSpace(text[c.from:c.to])
	if len(lines) == 1 || !yamlKey.MatchString(lines[1].text) || strings.Contains(lines[1].text, "- ") || c.value[0] == '>' {
		return []cell{c}
	}
	var cells []cell
	indent := indentOf(lines[1].text)
	for i := 1; i < len(lines); {
		end := i + 1
		for end < len(lines) && indentOf(lines[end].text) > indent {
			end++
		}
		cells = append(cells, yamlField(key+".", text, lines[i:end])...)
		i = end
	}
	return cells
}

var flowPair = regexp.MustCompile(`([a-z_]+): ([^,{}]*)`)

func flowCells(l line) []cell {
	var cells []cell
	for _, m := range flowPair.FindAllStringSubmatchIndex(l.text, -1) {
		cells = append(cells, cell{key: l.text[m[2]:m[3]], value: l.text[m[4]:m[5]], from: l.from + m[4], to: l.from + m[5]})
	}
	return cells
}

// frontMatter is the head of a document.
func frontMatter(name, text string) (row, bool) {
	lines := linesOf(text)
	if len(lines) == 0 || lines[0].text != "---" {
		return row{}, false
	}
	r := row{file: name, kind: "head of document"}
	for _, l := range lines[1:] {
		if l.text == "---" {
			r.to = l.to
			break
		}
		r.cells = append(r.cells, yamlField("", text, []line{l})...)
	}
	r.id = r.value("id")
	return r, r.id != ""
}

// tableRows are the rows of the tables of a document. A register has its kind; of
// other tables the heading above is the kind.
func tableRows(name, text string) []row {
	var rows []row
	var keys []string
	heading := ""
	for _, l := range linesOf(text) {
		switch {
		case strings.HasPrefix(l.text, "#"):
			heading, keys = strings.TrimLeft(l.text, "# "), nil
		case !strings.HasPrefix(l.text, "|"):
			keys = nil
		case strings.HasPrefix(l.text, "|---"):
		case keys == nil:
			for _, c := range tableCells(l) {
				keys = append(keys, strings.ReplaceAll(strings.ToLower(c.value), " ", "_"))
			}
		default:
			r := row{file: name, kind: kinds[name], from: l.from, to: l.to, cells: tableCells(l)}
			if r.kind == "" || heading == "Version history" {
				r.kind = heading
			}
			for i := range r.cells {
				r.cells[i].key = keys[i]
			}
			r.id = r.cells[0].value
			rows = append(rows, r)
		}
	}
	return rows
}

func tableCells(l line) []cell {
	var cells []cell
	at := 1
	for part := range strings.SplitSeq(strings.TrimSuffix(l.text[1:], "|"), "|") {
		c := cell{value: strings.TrimSpace(part), from: l.from + at, to: l.from + at + len(part)}
		if c.value != "" {
			c.from += indentOf(part)
			c.to = c.from + len(c.value)
		}
		cells = append(cells, c)
		at += len(part) + 1
	}
	return cells
}

var csvCell = regexp.MustCompile(`"(?:[^"]|"")*"|[^,]*`)

func csvRows(name, text string) []row {
	lines := linesOf(text)
	keys := strings.Split(lines[0].text, ",")
	var rows []row
	for _, l := range lines[1:] {
		r := row{file: name, kind: kinds[name], from: l.from, to: l.to}
		at := 0
		for _, key := range keys {
			m := csvCell.FindStringIndex(l.text[at:])
			r.cells = append(r.cells, cell{key: key, value: strings.Trim(l.text[at:at+m[1]], `"`), from: l.from + at, to: l.from + at + m[1]})
			at += m[1] + 1
			if at > len(l.text) {
				at = len(l.text)
			}
		}
		r.id = r.cells[0].value
		rows = append(rows, r)
	}
	return rows
}
