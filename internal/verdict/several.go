package verdict

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/ismslint/ismslint/internal/policy"
)

// Part is one of several ISMS in a tree, with verdicts of its own. What it has
// of findings, documents and registers is in the lists of the whole report, by
// path.
type Part struct {
	Root          string   `json:"root"`
	Edition       string   `json:"edition"`
	EditionSignal string   `json:"edition_signal"`
	Summary       Summary  `json:"summary"`
	Clauses       []Clause `json:"clauses"`
	// Report is the run of this one alone.
	Report Report `json:"-"`
}

// Several makes one report of the runs of several ISMS in one tree, in the order
// of their folders. Findings, documents and registers stand side by side. The
// verdict of an activity is the worst of all: what one of them lacks, another
// one's evidence does not make up for.
func Several(runs []Report) Report {
	slices.SortStableFunc(runs, func(a, b Report) int { return strings.Compare(a.Root, b.Root) })
	r := runs[0]
	r.Clauses, r.Findings, r.Documents, r.Registers, r.Rules = []Clause{}, []Finding{}, []Document{}, []Register{}, []Rule{}
	var waivers []RecordedWaiver
	roots := make([]string, len(runs))
	for i := range runs {
		roots[i] = runs[i].Root
		r.ISMSRecognised = r.ISMSRecognised || runs[i].ISMSRecognised
		r.Findings = append(r.Findings, runs[i].Findings...)
		r.Documents = append(r.Documents, runs[i].Documents...)
		waivers = append(waivers, runs[i].Waivers...)
		if runs[i].Edition != r.Edition {
			r.EditionSignal = fmt.Sprintf("that of %s; not the same everywhere", folder(r.Root))
		}
	}
	r.Root = commonFolder(roots)
	if r.ISMSRecognised {
		r.NotRecognised = ""
	}
	r.Clauses = mergedClauses(runs)
	r.Registers, r.Rules = mergedRegisters(runs), mergedRules(runs)
	slices.SortStableFunc(r.Findings, func(a, b Finding) int { return compareFindings(&a, &b) })
	slices.SortStableFunc(r.Documents, func(a, b Document) int { return strings.Compare(a.Path, b.Path) })
	slices.SortStableFunc(waivers, compareWaivers)
	r.Waivers = waivers
	r.Text = func(path string) string {
		for i := range runs {
			if runs[i].Text == nil {
				continue
			}
			if text := runs[i].Text(path); text != "" {
				return text
			}
		}
		return ""
	}
	r.parts(runs)
	r.count()
	return r
}

// parts are what each of the runs says by itself.
func (r *Report) parts(runs []Report) {
	r.ISMS = make([]Part, len(runs))
	for i, run := range runs {
		r.ISMS[i] = Part{Root: run.Root, Edition: run.Edition, EditionSignal: run.EditionSignal, Summary: run.Summary, Clauses: run.Clauses, Report: run}
	}
}

// folder is a root as people write it.
func folder(root string) string { return cmp.Or(root, ".") }

// commonFolder is the deepest folder that all of the folders stand in.
func commonFolder(dirs []string) string {
	common := strings.Split(dirs[0], "/")
	for _, dir := range dirs[1:] {
		parts, n := strings.Split(dir, "/"), 0
		for n < len(common) && n < len(parts) && common[n] == parts[n] {
			n++
		}
		common = common[:n]
	}
	return strings.Join(common, "/")
}

// mergedClauses are the clauses that any run has, each with its activities.
func mergedClauses(runs []Report) []Clause {
	out := []Clause{}
	at := map[string]int{}
	for i := range runs {
		for _, c := range runs[i].Clauses {
			k, seen := at[c.ID]
			if !seen {
				k = len(out)
				at[c.ID] = k
				out = append(out, Clause{ID: c.ID, Number: c.Number, Title: c.Title})
			}
			for _, a := range c.Activities {
				out[k].add(a, runs[i].Root)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Clause) int { return CompareClauses(a.ID, b.ID) })
	for i := range out {
		c := &out[i]
		c.Verdict, c.Counts = NotApplicable, map[string]int{}
		for _, a := range c.Activities {
			c.Counts[a.Verdict]++
			if worse(a.Verdict, c.Verdict) {
				c.Verdict = a.Verdict
			}
		}
	}
	return out
}

// add takes in what a further run says of an activity.
func (c *Clause) add(a Activity, root string) {
	if a.Reason != "" {
		a.Reason = folder(root) + ": " + a.Reason
	}
	i := slices.IndexFunc(c.Activities, func(have Activity) bool { return have.ID == a.ID })
	if i < 0 {
		a.Evidence = slices.Clone(a.Evidence)
		c.Activities = append(c.Activities, a)
		return
	}
	have := &c.Activities[i]
	have.Evidence = pointers(append(have.Evidence, a.Evidence...))
	switch {
	case a.Verdict == NotApplicable:
	case have.Verdict == NotApplicable || worse(a.Verdict, have.Verdict):
		have.Verdict, have.By, have.Reason = a.Verdict, a.By, a.Reason
	case a.Verdict == EvidenceFound && a.By == Indicated && have.Verdict == EvidenceFound:
		have.By = Indicated
	}
}

func worse(a, b string) bool { return slices.Index(worstFirst, a) < slices.Index(worstFirst, b) }

// mergedRegisters are the registers of all runs by kind; an absent one is there
// only where no run has one.
func mergedRegisters(runs []Report) []Register {
	out := []Register{}
	for i := range runs[0].Registers {
		kind, found := runs[0].Registers[i].Kind, false
		for k := range runs {
			for _, reg := range runs[k].Registers {
				if reg.Kind == kind && reg.State != "absent" {
					out, found = append(out, reg), true
				}
			}
		}
		if !found {
			out = append(out, runs[0].Registers[i])
		}
	}
	return out
}

// mergedRules says of each rule what became of it in the run where most did.
func mergedRules(runs []Report) []Rule {
	states := []policy.State{policy.Failed, policy.Evaluated, policy.Silent, policy.NotApplicable}
	rank := func(r Rule) int { return slices.Index(states, policy.State(r.State)) }
	out := []Rule{}
	at := map[string]int{}
	for i := range runs {
		for _, rule := range runs[i].Rules {
			k, seen := at[rule.ID]
			if !seen {
				at[rule.ID] = len(out)
				out = append(out, rule)
				continue
			}
			rule.Findings += out[k].Findings
			if rank(rule) < rank(out[k]) {
				out[k] = rule
			}
			out[k].Findings = rule.Findings
		}
	}
	slices.SortFunc(out, func(a, b Rule) int { return strings.Compare(a.ID, b.ID) })
	return out
}
