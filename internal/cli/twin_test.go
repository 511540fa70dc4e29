package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/ismslint/ismslint/internal/catalogue"
	"github.com/ismslint/ismslint/internal/policy"
	"github.com/ismslint/ismslint/internal/verdict"
)

const (
	completeDir = "../../testdata/complete"
	// twinDir holds the files in which the twin of 2013 differs.
	twinDir = "../../testdata/complete-2013"
)

// TestTwin2013 holds the exemplary ISMS by the edition of 2013: no finding, and
// evidence for each activity of that edition. Its files are made from those of
// testdata/complete by the mapping of the catalogue.
func TestTwin2013(t *testing.T) {
	dir := t.TempDir()
	original, overlay := readTree(t, completeDir), map[string]string{}
	for path, text := range original {
		if twin := twinOf(path, text); twin != text {
			overlay[path] = twin
		}
		writeTwinFile(t, filepath.Join(dir, path), original[path])
	}
	if *update {
		writeTwin(t, overlay)
	}
	kept := readTree(t, twinDir)
	for path, text := range overlay {
		if kept[overlayName(path)] != text {
			t.Errorf("%s of the twin is not what its original gives; run go test ./internal/cli -run TestTwin2013 -update", path)
		}
		writeTwinFile(t, filepath.Join(dir, path), text)
	}
	if len(kept) != len(overlay)+1 {
		t.Errorf("the twin has %d files and a note, %d differ from the original", len(kept)-1, len(overlay))
	}
	r, status := reportOf(t, dir)
	if status != statusOK || r.Edition != catalogue.Edition2013 {
		t.Errorf("exit status %d, edition %s", status, r.Edition)
	}
	for _, f := range r.Findings {
		t.Errorf("%s:%d:%d %s [%s]", f.Path, f.Line, f.Column, f.Message, f.Rule)
	}
	for _, rule := range r.Rules {
		if rule.State == string(policy.Failed) {
			t.Errorf("the rule %s failed: %s", rule.ID, rule.Reason)
		}
	}
	for _, c := range r.Clauses {
		for _, a := range c.Activities {
			if a.Verdict != verdict.EvidenceFound && a.Verdict != verdict.NotApplicable {
				t.Errorf("%s %s: %s", a.ID, a.Text, a.Verdict)
			}
		}
	}
}

// overlayName is the name of a file in the folder of the twin, whose own note is
// README.md.
func overlayName(path string) string {
	if path == "README.md" {
		return "index.md"
	}
	return path
}

func readTree(t *testing.T, dir string) map[string]string {
	t.Helper()
	tree := map[string]string{}
	err := filepath.WalkDir(dir, func(p string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(p)
		rel, _ := filepath.Rel(dir, p)
		tree[filepath.ToSlash(rel)] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return tree
}

func writeTwinFile(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

const twinNote = `# The exemplary ISMS by the edition of 2013

The files in which the twin of [the exemplary ISMS](../complete/README.md) differs that follows ISO/IEC 27001:2013: the Statement of
Applicability with the 114 controls of that edition, and references to controls and clauses. All other files are those of the original;
the test lays these over them (its README.md is index.md here).

Made by ` + "`go test ./internal/cli -run TestTwin2013 -update`" + ` through the mapping in policies/catalogue/annex-a.yaml. Do not edit.
`

func writeTwin(t *testing.T, overlay map[string]string) {
	t.Helper()
	if err := os.RemoveAll(twinDir); err != nil {
		t.Fatal(err)
	}
	writeTwinFile(t, filepath.Join(twinDir, "README.md"), twinNote)
	for path, text := range overlay {
		writeTwinFile(t, filepath.Join(twinDir, overlayName(path)), text)
	}
}

var (
	controlList = regexp.MustCompile(`(?m)^( *controls: )\[(.*)\]$`)
	controlCell = regexp.MustCompile(`(?m)^(\*\*Controls:\*\* |\| \*\*Controls\*\* \| )([0-9., ]+?)( \|)?$`)
	controlText = regexp.MustCompile(`\b([Cc]ontrols? )([5-8]\.\d+(?:(?: and |, )[5-8]\.\d+)*)`)
	controlSpan = regexp.MustCompile(`\([5-8]\.\d+(?: to [5-8]\.\d+)?(?:, [5-8]\.\d+ to [5-8]\.\d+)*\)`)
	controlID   = regexp.MustCompile(`\b[5-8]\.\d{1,2}\b`)
	clauseList  = regexp.MustCompile(`(?m)^    clauses: \[.*\]$`)
)

// twinOf is a file as it would be by the edition of 2013.
func twinOf(path, text string) string {
	if path == "registers/soa.md" {
		text = twinSoA(text)
	}
	text = strings.ReplaceAll(text, "27001:2022", "27001:2013")
	text = strings.ReplaceAll(text, "| 2022 with Amendment 1 of 2024 |", "| 2013 |")
	text = strings.Replace(text, "edition: \"2022\"", "edition: \"2013\"", 1)
	text = controlList.ReplaceAllStringFunc(text, func(s string) string {
		m := controlList.FindStringSubmatch(s)
		return m[1] + "[" + mappedList(m[2]) + "]"
	})
	text = controlCell.ReplaceAllStringFunc(text, func(s string) string {
		m := controlCell.FindStringSubmatch(s)
		return m[1] + strings.Join(map2013(controlID.FindAllString(m[2], -1)), ", ") + m[3]
	})
	if path == "registers/soa.md" {
		return text
	}
	text = controlText.ReplaceAllStringFunc(text, func(s string) string {
		m := controlText.FindStringSubmatch(s)
		ids := map2013(controlID.FindAllString(m[2], -1))
		if len(ids) == 0 {
			return strings.Replace(strings.ToLower(m[1]), "control", "own control", 1) + "beyond Annex A"
		}
		return m[1] + strings.Join(ids, " and ")
	})
	text = controlSpan.ReplaceAllStringFunc(text, func(s string) string {
		return "(" + strings.Join(chapters(map2013(expand(strings.Trim(s, "()"), " to "))), ", ") + ")"
	})
	return twinReferences(path, text)
}

// twinReferences changes what single files say of controls and clauses.
func twinReferences(path, text string) string {
	switch path {
	case "context/interested-parties.md":
		met := regexp.MustCompile(`(?m), ?[5-8]\.\d+(, [5-8]\.\d+)* \||\| [5-8]\.\d+(, [5-8]\.\d+)*,`)
		text = met.ReplaceAllStringFunc(text, func(s string) string {
			ids := strings.Join(map2013(controlID.FindAllString(s, -1)), ", ")
			switch {
			case ids == "":
				return " |"
			case strings.HasPrefix(s, ","):
				return ", " + ids + " |"
			}
			return "| " + ids + ","
		})
	case "processes/isms-processes.yaml":
		text = clauseList.ReplaceAllStringFunc(text, func(s string) string { return strings.Replace(s, "\"6.3\", ", "", 1) })
	case "README.md":
		text = strings.Replace(text, "\n| 6.3 | Changes", "\n| 8.1 | Changes", 1)
		text = strings.Replace(text, "\n| 10.1 | Improvement", "\n| 10.2 | Improvement", 1)
		text = strings.Replace(text, "\n| 10.2 | Nonconformities", "\n| 10.1 | Nonconformities", 1)
	}
	return text
}

// map2013 are the controls of 2013 to which some of 2022 correspond, in order.
// Those that came with 2022 have none.
func map2013(ids []string) []string {
	var list []string
	for _, c := range catalogue.Controls(catalogue.Edition2013) {
		if slices.ContainsFunc(c.Other, func(other string) bool { return slices.Contains(ids, other) }) {
			list = append(list, c.ID)
		}
	}
	return list
}

// mappedList maps the ids of a list in YAML, ranges included.
func mappedList(list string) string {
	ids := expand(strings.NewReplacer("A.", "", "\"", "").Replace(list), "-")
	return strings.Join(spans(map2013(ids)), ", ")
}

// expand are the ids of a list in which ranges may stand.
func expand(list, to string) []string {
	var ids []string
	for part := range strings.SplitSeq(list, ", ") {
		first, last, ok := strings.Cut(part, to)
		ids = append(ids, first)
		group, from, _ := strings.Cut(first, ".")
		_, until, _ := strings.Cut(last, ".")
		a, _ := strconv.Atoi(from)
		b, _ := strconv.Atoi(until)
		for n := a + 1; ok && n <= b; n++ {
			ids = append(ids, fmt.Sprintf("%s.%d", group, n))
		}
	}
	return ids
}

// spans writes three and more ids of a group that follow each other as a range.
func spans(ids []string) []string {
	var out []string
	for i := 0; i < len(ids); {
		j := i
		for j+1 < len(ids) && follows(ids[j], ids[j+1]) {
			j++
		}
		if j-i >= 2 {
			out = append(out, ids[i]+"-"+ids[j])
		} else {
			out = append(out, ids[i:j+1]...)
		}
		i = j + 1
	}
	return out
}

// chapters are the groups of ids, as prose has them: A.9 for A.9.2.1.
func chapters(ids []string) []string {
	var list []string
	for _, id := range ids {
		list = append(list, strings.Join(strings.Split(id, ".")[:2], "."))
	}
	return slices.Compact(list)
}

func follows(a, b string) bool {
	x, y := strings.LastIndex(a, "."), strings.LastIndex(b, ".")
	n, _ := strconv.Atoi(a[x+1:])
	m, _ := strconv.Atoi(b[y+1:])
	return a[:x] == b[:y] && m == n+1
}

// twinSoA decides on the controls of 2013: each as those of 2022 that it became.
func twinSoA(text string) string {
	rows := map[string][]string{}
	var out []string
	excluded, partial := 0, 0
	at := 0
	for line := range strings.SplitSeq(text, "\n") {
		cells := strings.Split(line, " | ")
		if id := strings.TrimPrefix(cells[0], "| "); len(cells) == 6 && controlID.FindString(id) == id {
			rows[id] = cells
			at = len(out)
			continue
		}
		out = append(out, line)
	}
	var table []string
	for _, c := range catalogue.Controls(catalogue.Edition2013) {
		row := twinRow(c, rows)
		table = append(table, row)
		if strings.Contains(row, " | no | ") {
			excluded++
		}
		if strings.Contains(row, " | partial | ") {
			partial++
		}
	}
	text = strings.Join(slices.Insert(out, at, table...), "\n")
	text = strings.Replace(text, "need no controls beyond Annex A. Four controls are excluded. Two are partly implemented; the\n"+
		"[treatment plan](treatments.yaml) says when they will be complete.", counted(excluded, partial), 1)
	return strings.Replace(text, "8.12 and 8.16 partial, 7.11 excluded", "utilities of the offices excluded", 1)
}

func counted(excluded, partial int) string {
	words := []string{"No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight"}
	implemented := "all others are implemented"
	if partial > 0 {
		implemented = words[partial] + " partly implemented"
	}
	return "have controls beyond Annex A as well; the policies describe them. " + words[excluded] + " controls are excluded, " + implemented + ". The\n" +
		"[treatment plan](treatments.yaml) says what is still to be done."
}

// twinRow is the row of a control: applied if one of those that it became is, and
// no further than the least of them.
func twinRow(c catalogue.Control, rows map[string][]string) string {
	applicable, implementation := "no", "implemented"
	var reasons, evidence, exclusions []string
	for _, other := range c.Other {
		cells := rows[other]
		if cells[2] == "no" {
			exclusions = append(exclusions, cells[3])
			continue
		}
		applicable = "yes"
		reasons = append(reasons, cells[3])
		if cells[4] != "implemented" {
			implementation = cells[4]
		}
		for link := range strings.SplitSeq(strings.TrimSuffix(cells[5], " |"), ", ") {
			if !slices.Contains(evidence, link) {
				evidence = append(evidence, link)
			}
		}
	}
	if applicable == "no" {
		reasons, implementation = exclusions, ""
	}
	reason := controlID.ReplaceAllStringFunc(strings.Join(slices.Compact(reasons), "; "), func(id string) string {
		return strings.Join(map2013([]string{id}), " and ")
	})
	return strings.Join([]string{"| " + c.ID, c.Label, applicable, reason, implementation, strings.Join(evidence, ", ")}, " | ") + " |"
}
