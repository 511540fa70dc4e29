package config

import (
	"regexp"
	"slices"
	"strconv"

	"github.com/ismslint/ismslint/internal/isms"
	"github.com/ismslint/ismslint/internal/syntax"
	"github.com/ismslint/ismslint/internal/syntax/yaml"
)

var durationPattern = regexp.MustCompile(`^P(?:(\d{1,5})Y)?(?:(\d{1,5})M)?(?:(\d{1,5})W)?(?:(\d{1,5})D)?$`)

// maxMonths is a century: a longer interval is a slip.
const maxMonths = 1200

// Duration reads an ISO 8601 duration of years, months, weeks and days.
func Duration(s string) (isms.Interval, bool) {
	m := durationPattern.FindStringSubmatch(s)
	if m == nil {
		return isms.Interval{}, false
	}
	n := func(i int) int { v, _ := strconv.Atoi(m[i]); return v }
	d := isms.Interval{Months: 12*n(1) + n(2), Days: 7*n(3) + n(4)}
	ok := d != isms.Interval{} && d.Months < maxMonths && d.Days < 365*maxMonths/12
	return d, ok
}

// The accessors take nil nodes and null values for absent ones.

func text(n *yaml.Node) string {
	if n == nil || n.Kind != yaml.Scalar {
		return ""
	}
	return n.Text
}

func number(n *yaml.Node) int {
	i, _ := strconv.Atoi(text(n))
	return i
}

func texts(n *yaml.Node) []string {
	var list []string
	for _, item := range items(n) {
		list = append(list, text(item))
	}
	return list
}

func items(n *yaml.Node) []*yaml.Node {
	if n == nil {
		return nil
	}
	return n.Items
}

func pairs(n *yaml.Node) []yaml.Pair {
	if n == nil {
		return nil
	}
	return n.Pairs
}

func position(r syntax.Range) isms.Pos {
	return isms.Pos{Line: r.Start.Line, Column: r.Start.Column, EndLine: r.End.Line, EndColumn: r.End.Column}
}

func join(lists ...[]string) []string {
	for _, l := range lists {
		if len(l) == 0 {
			return nil
		}
	}
	return slices.Concat(lists...)
}
