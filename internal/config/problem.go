package config

import (
	"fmt"
	"sort"
	"strings"
	"unicode"

	"github.com/ismslint/ismslint/internal/syntax"
	"github.com/ismslint/ismslint/internal/syntax/yaml"
)

// maxProblems bounds what is reported of one file.
const maxProblems = 50

// Problem is one thing that is wrong with a settings file.
type Problem struct {
	Path         string
	Line, Column int
	// Key is the place in words, such as "intervals.risk_assessment"; "" for the
	// file as a whole.
	Key     string
	Message string
}

// Error is "isms.yaml:4:12: intervals.risk_assessment: expected …".
func (p Problem) Error() string {
	where := fmt.Sprintf("%s:%d:%d: ", p.Path, p.Line, p.Column)
	if p.Key == "" {
		return where + p.Message
	}
	return where + p.Key + ": " + p.Message
}

// Problems is all that is wrong with a settings file, in the order of the file.
type Problems []Problem

// Error has one problem a line.
func (p Problems) Error() string {
	lines := make([]string, len(p))
	for i := range p {
		lines[i] = p[i].Error()
	}
	return strings.Join(lines, "\n")
}

// collector gathers the problems of one file.
type collector struct {
	path string
	list Problems
	seen map[Problem]bool
}

func newCollector(path string) *collector {
	return &collector{path: path, seen: map[Problem]bool{}}
}

func (c *collector) add(r syntax.Range, key []string, format string, args ...any) {
	p := Problem{
		Path: c.path, Line: max(r.Start.Line, 1), Column: max(r.Start.Column, 1),
		Key: dotted(key), Message: fmt.Sprintf(format, args...),
	}
	if len(c.list) < maxProblems && !c.seen[p] {
		c.seen[p] = true
		c.list = append(c.list, p)
	}
}

// err is nil where there is no problem.
func (c *collector) err() error {
	if len(c.list) == 0 {
		return nil
	}
	sort.SliceStable(c.list, func(i, j int) bool {
		a, b := c.list[i], c.list[j]
		if a.Line != b.Line {
			return a.Line < b.Line
		}
		return a.Column < b.Column
	})
	return c.list
}

// dotted writes a place as people do: "outside[0].item".
func dotted(key []string) string {
	var b strings.Builder
	for i, k := range key {
		k = printable(k)
		switch {
		case isIndex(k):
			b.WriteString("[" + k + "]")
		case strings.ContainsAny(k, ".*/ "):
			fmt.Fprintf(&b, "[%q]", k)
		case i > 0:
			b.WriteString("." + k)
		default:
			b.WriteString(k)
		}
	}
	return b.String()
}

func isIndex(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// withoutControls keeps a message of the parser, which may quote the file, from
// moving a cursor.
func withoutControls(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsPrint(r) {
			return r
		}
		return unicode.ReplacementChar
	}, s)
}

// printable is a text of the file that is fit to be quoted in a message.
func printable(s string) string {
	const most = 40
	s = fmt.Sprintf("%q", s)
	s = s[1 : len(s)-1]
	if r := []rune(s); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return s
}

// described says what a value is, for "found …".
func described(n *yaml.Node) string {
	switch {
	case n == nil || n.Kind == yaml.Null:
		return "nothing"
	case n.Kind == yaml.Mapping:
		return "keys and values"
	case n.Kind == yaml.Sequence:
		return "a list"
	case n.Text == "":
		return "an empty text"
	}
	return `"` + printable(n.Text) + `"`
}
