package verdict

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/ismslint/ismslint/internal/isms"
	"github.com/ismslint/ismslint/internal/policy"
)

// findings are those of all rules, of the reading of the files and of the
// waivers, in the order of the report, and what became of each waiver.
func findings(in Input) ([]Finding, []RecordedWaiver) {
	out := []Finding{}
	var fields []string
	add := func(f *policy.Finding, rule *policy.Meta) {
		out = append(out, newFinding(f, rule, in.Lines))
		fields = append(fields, f.Field)
	}
	problems := func(list []isms.FileProblem, rule *policy.Meta) {
		for _, p := range list {
			f := policy.Finding{
				Subject: p.Path, Path: p.Path, Pos: p.Pos.String(), Message: p.Message, Level: rule.Level, Certainty: rule.Certainty,
			}
			for _, at := range p.Related {
				f.Related = append(f.Related, policy.Related{Path: at.Path, Pos: at.Pos.String(), Message: at.Message})
			}
			add(&f, rule)
		}
	}
	problems(in.Model.Unreadable, ReadingRule)
	problems(in.Model.Vain, DeclarationRule)
	problems(in.Loosened, LooseningRule)
	problems(in.Model.Differ, CarrierRule)
	for i := range in.Results {
		result := &in.Results[i]
		for k := range result.Findings {
			add(&result.Findings[k], result.Rule)
		}
	}
	waivers, onWaivers := in.waive(out)
	for i := range onWaivers {
		add(&onWaivers[i].finding, onWaivers[i].rule)
	}
	return inOrder(in, out, fields), waivers
}

// inOrder are the findings in the order of the report, with their fingerprints.
func inOrder(in Input, out []Finding, fields []string) []Finding {
	order := make([]int, len(out))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, k int) int {
		return cmp.Or(compareFindings(&out[i], &out[k]), strings.Compare(fields[i], fields[k]))
	})
	sorted := make([]Finding, 0, len(out))
	numbers := map[string]int{}
	for _, i := range order {
		f := out[i]
		key := f.Rule + "\x00" + f.Subject + "\x00" + fields[i]
		if in.Several {
			key = in.Model.Root + "\x00" + key
		}
		f.Fingerprint = fingerprint(key, numbers[key])
		numbers[key]++
		sorted = append(sorted, f)
	}
	return sorted
}

func newFinding(f *policy.Finding, rule *policy.Meta, lines func(string, int) string) Finding {
	pos := parsePos(f.Pos)
	out := Finding{
		Rule: rule.ID, Level: f.Level, Certainty: f.Certainty, Clause: rule.Clause,
		Activities: slices.Clone(orAll(f.Activities, rule)),
		Subject:    f.Subject, Path: f.Path,
		Line: pos[0], Column: pos[1], EndLine: pos[2], EndColumn: pos[3],
		Message: f.Message, Remedy: rule.Remedy,
		Related: []Related{},
		Excerpt: lines(f.Path, pos[0]),
	}
	if out.Activities == nil {
		out.Activities = []string{}
	}
	out.LineHash = lineHash(out.Excerpt)
	for _, r := range f.Related {
		at := parsePos(r.Pos)
		out.Related = append(out.Related, Related{Path: r.Path, Line: at[0], Column: at[1], Message: r.Message})
	}
	return out
}

func compareFindings(a, b *Finding) int {
	return cmp.Or(
		strings.Compare(a.Path, b.Path),
		cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column),
		strings.Compare(a.Rule, b.Rule),
		strings.Compare(a.Subject, b.Subject), strings.Compare(a.Message, b.Message),
		cmp.Compare(a.EndLine, b.EndLine), cmp.Compare(a.EndColumn, b.EndColumn),
	)
}

// fingerprint is of what does not change with lines, dates and counts. The
// first of several with one key has no number, so that it keeps its fingerprint
// when a second one comes.
func fingerprint(key string, number int) string {
	if number > 0 {
		key += "\x00" + strconv.Itoa(number+1)
	}
	sum := sha256.Sum256([]byte(key))
	return hex.EncodeToString(sum[:])
}

// lineHash is "" for a line that says nothing.
func lineHash(line string) string {
	bare := strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, line)
	if bare == "" {
		return ""
	}
	sum := sha256.Sum256([]byte(bare))
	return hex.EncodeToString(sum[:])
}

// parsePos reads "line:col:endline:endcol"; what is absent or no number is 1,
// an end the start.
func parsePos(s string) [4]int {
	var pos [4]int
	for i, part := range strings.SplitN(s, ":", 4) {
		pos[i], _ = strconv.Atoi(part)
	}
	pos[0], pos[1] = max(pos[0], 1), max(pos[1], 1)
	if pos[2] < pos[0] {
		pos[2], pos[3] = pos[0], pos[1]
	}
	if pos[2] == pos[0] {
		pos[3] = max(pos[3], pos[1])
	}
	pos[3] = max(pos[3], 1)
	return pos
}

// maxEvidence is how many pointers an activity shows.
const maxEvidence = 20

func newEvidence(e *policy.Evidence, rule *policy.Meta) Evidence {
	pos := parsePos(e.Pos)
	return Evidence{
		Path: e.Path, Line: pos[0], Column: pos[1], Section: e.Section,
		Rule: rule.ID, Signal: e.Signal, By: certainty(e.Certainty), Date: e.Date,
	}
}

// pointers are the best pieces of evidence: decided before indicated, newest
// first, one for each place.
func pointers(all []Evidence) []Evidence {
	slices.SortFunc(all, func(a, b Evidence) int {
		return cmp.Or(
			strings.Compare(a.By, b.By), // decided, indicated
			strings.Compare(b.Date, a.Date),
			strings.Compare(a.Path, b.Path), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column),
			strings.Compare(a.Rule, b.Rule), strings.Compare(a.Section, b.Section), strings.Compare(a.Signal, b.Signal),
		)
	})
	type place struct {
		path         string
		line, column int
	}
	seen := map[place]bool{}
	kept := []Evidence{}
	for _, e := range all {
		at := place{e.Path, e.Line, e.Column}
		if !seen[at] && len(kept) < maxEvidence {
			seen[at] = true
			kept = append(kept, e)
		}
	}
	return kept
}
