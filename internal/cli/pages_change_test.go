package cli

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"github.com/ismslint/ismslint/internal/policy"
)

// exampleBlocks are the files of an example. That of a rule on changes is shown as what
// its head does to its base.
func exampleBlocks(m *policy.Meta, files []exampleFile) string {
	var b strings.Builder
	if !m.OfChange() {
		for _, f := range files {
			b.WriteString(f.block())
		}
		return b.String()
	}
	base, head := side(files, "base/"), side(files, "head/")
	for _, name := range namesOf(base, head) {
		if base[name] == head[name] {
			b.WriteString(exampleFile{name, base[name]}.block())
			continue
		}
		b.WriteString("`" + name + "`\n\n```diff\n" + wholeDiff(base[name], head[name]) + "```\n\n")
	}
	return b.String()
}

func side(files []exampleFile, prefix string) map[string]string {
	out := map[string]string{}
	for _, f := range files {
		if name, ok := strings.CutPrefix(f.name, prefix); ok {
			out[name] = f.text
		}
	}
	return out
}

func namesOf(a, b map[string]string) []string {
	var names []string
	for _, m := range []map[string]string{a, b} {
		for name := range m {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// wholeDiff shows every line of two texts, those that are gone and those that came
// with their sign.
func wholeDiff(a, b string) string {
	x, y := lines(a), lines(b)
	length := make([][]int, len(x)+1)
	for i := range length {
		length[i] = make([]int, len(y)+1)
	}
	for i := len(x) - 1; i >= 0; i-- {
		for k := len(y) - 1; k >= 0; k-- {
			if x[i] == y[k] {
				length[i][k] = length[i+1][k+1] + 1
			} else {
				length[i][k] = max(length[i+1][k], length[i][k+1])
			}
		}
	}
	var out strings.Builder
	for i, k := 0, 0; i < len(x) || k < len(y); {
		switch {
		case i < len(x) && k < len(y) && x[i] == y[k]:
			out.WriteString(" " + x[i] + "\n")
			i, k = i+1, k+1
		case i < len(x) && (k == len(y) || length[i+1][k] >= length[i][k+1]):
			out.WriteString("-" + x[i] + "\n")
			i++
		default:
			out.WriteString("+" + y[k] + "\n")
			k++
		}
	}
	return out.String()
}

func lines(text string) []string {
	if text == "" {
		return nil
	}
	return strings.Split(strings.TrimSuffix(text, "\n"), "\n")
}

// exampleRun is the run over an example that was written to a folder.
func exampleRun(ctx context.Context, m *policy.Meta, dir string) (*run, error) {
	one := func(dir string) (*run, error) {
		return rooms{}.recogniseOne(ctx, request{path: dir, asOf: pinned}, func(string) {}, "an example")
	}
	if !m.OfChange() {
		return one(dir)
	}
	base, err := one(filepath.Join(dir, "base"))
	if err != nil {
		return nil, err
	}
	head, err := one(filepath.Join(dir, "head"))
	if err != nil {
		return nil, err
	}
	relate([]*run{head}, []*run{base}, "main")
	return head, nil
}
