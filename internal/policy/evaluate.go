package policy

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"path"
	"runtime"
	"strings"
	"sync/atomic"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"golang.org/x/sync/errgroup"

	"github.com/ismslint/ismslint/internal/isms"
)

// EvalOptions bound an evaluation.
type EvalOptions struct {
	// Rules are ids, categories or patterns ("audit/*"); none for all. Clauses are
	// canonical numbers; "6.1" includes 6.1.2; none for all.
	Rules   []string
	Clauses []string
	// Jobs is how many queries run at a time; 0 for one a processor.
	Jobs int
	// Limit is how long one query may take; 0 for 30 seconds.
	Limit time.Duration
	// HeapLimit is how many bytes of live heap end the evaluation; 0 for any.
	HeapLimit uint64
}

const defaultLimit = 30 * time.Second

// Evaluate evaluates the rules over a model. There is one result for each rule
// that the options choose, by id, whatever became of it; the same model gives
// the same results with any number of jobs. The error says that the context
// ended or that the options name no rule.
func (e *Engine) Evaluate(ctx context.Context, m *isms.Model, o EvalOptions) ([]RuleResult, error) {
	chosen, err := e.choose(o)
	if err != nil {
		return nil, err
	}
	o.Jobs = cmp.Or(max(o.Jobs, 0), runtime.GOMAXPROCS(0))
	o.Limit = cmp.Or(max(o.Limit, 0), defaultLimit)
	s := newSituation(e.std, m)
	results := make([]RuleResult, len(chosen))
	var active []*rule
	for i, r := range chosen {
		results[i] = s.decide(r)
		if results[i].State == Evaluated {
			active = append(active, r)
		}
	}
	batches := e.plan(m, active, o.Jobs)
	if err := e.runAll(ctx, m, batches, o); err != nil {
		return nil, err
	}
	outcomes := gather(len(e.rules), batches)
	for i, r := range chosen {
		if results[i].State == Evaluated {
			outcomes[r.index].finish(s, &results[i])
		}
	}
	giveWay(results)
	return results, nil
}

// choose picks rules. What matches nothing is an error: a typing mistake must
// not look like a clean run.
func (e *Engine) choose(o EvalOptions) ([]*rule, error) {
	used := map[string]bool{}
	var chosen []*rule
	for _, r := range e.rules {
		byRule := len(o.Rules) == 0
		for _, pattern := range o.Rules {
			if matchRule(pattern, r.meta) {
				byRule, used[pattern] = true, true
			}
		}
		byClause := len(o.Clauses) == 0
		for _, clause := range o.Clauses {
			if r.meta.Clause == clause || strings.HasPrefix(r.meta.Clause, clause+".") {
				byClause = true
			}
		}
		if byRule && byClause {
			chosen = append(chosen, r)
		}
	}
	for _, pattern := range o.Rules {
		if !used[pattern] {
			return nil, fmt.Errorf("there is no rule %q", pattern)
		}
	}
	return chosen, nil
}

func matchRule(pattern string, m *Meta) bool {
	if pattern == m.ID || pattern == m.Category {
		return true
	}
	ok, err := path.Match(pattern, m.ID)
	return err == nil && ok
}

// batch is one query: rules over the repository, or over one document.
type batch struct {
	document *isms.Document // nil for rules of the repository
	rules    []*rule
	pairs    *ast.Term
	outputs  []output
	errs     []error // by rule; nil where all went well
}

// plan divides the work: the rules of the repository in as many parts as there
// are jobs, then each document with the rules for its type.
func (e *Engine) plan(m *isms.Model, active []*rule, jobs int) []*batch {
	var repository, document []*rule
	for _, r := range active {
		if r.meta.Scope == "document" {
			document = append(document, r)
		} else {
			repository = append(repository, r)
		}
	}
	var batches []*batch
	for part := range min(jobs, len(repository)) {
		var rules []*rule
		for i := part; i < len(repository); i += jobs {
			rules = append(rules, repository[i])
		}
		batches = append(batches, &batch{rules: rules, pairs: rulesTerm(rules)})
	}
	type forType struct {
		rules []*rule
		pairs *ast.Term
	}
	byType := map[string]forType{}
	for _, d := range m.Documents {
		if !d.Evidence {
			continue
		}
		t, ok := byType[d.Type]
		if !ok {
			t.rules = rulesFor(d.Type, document)
			t.pairs = rulesTerm(t.rules)
			byType[d.Type] = t
		}
		if len(t.rules) > 0 {
			batches = append(batches, &batch{document: d, rules: t.rules, pairs: t.pairs})
		}
	}
	return batches
}

func rulesFor(documentType string, rules []*rule) []*rule {
	var kept []*rule
	for _, r := range rules {
		if r.types == nil || r.types[documentType] {
			kept = append(kept, r)
		}
	}
	return kept
}

// runAll runs the batches on as many goroutines as there are jobs.
func (e *Engine) runAll(ctx context.Context, m *isms.Model, batches []*batch, o EvalOptions) error {
	if len(batches) == 0 {
		return ctx.Err()
	}
	watched, stop := watchHeap(ctx, o.HeapLimit)
	defer stop()
	run := &run{
		engine: e, limit: o.Limit, model: m.Term(e.std.Lowering),
		slow: make([]atomic.Bool, len(e.rules)),
	}
	run.asOf, _ = time.Parse(time.DateOnly, m.AsOf)
	var next atomic.Int64
	var g errgroup.Group
	for range min(o.Jobs, len(batches)) {
		g.Go(func() error {
			for {
				i := int(next.Add(1)) - 1
				if i >= len(batches) || ctx.Err() != nil {
					return ctx.Err()
				}
				run.batch(watched, batches[i])
			}
		})
	}
	if err := g.Wait(); err != nil {
		return fmt.Errorf("evaluate the rules: %w", err)
	}
	return ctx.Err()
}

// outcome is what one rule gave in all its batches.
type outcome struct {
	findings []found
	evidence []Evidence
	err      error
	where    string
}

// gather collects what the batches gave, by rule and in the order of the
// batches. Of several errors the first in that order counts.
func gather(rules int, batches []*batch) []outcome {
	outcomes := make([]outcome, rules)
	for _, b := range batches {
		for i, r := range b.rules {
			out := &outcomes[r.index]
			if b.errs != nil && b.errs[i] != nil {
				// A batch passed over because of a time limit elsewhere is not the cause.
				if out.err == nil || errors.Is(out.err, errPassedOver) {
					out.err, out.where = b.errs[i], b.where()
				}
				continue
			}
			if b.outputs != nil {
				out.findings = append(out.findings, b.outputs[i].findings...)
				out.evidence = append(out.evidence, b.outputs[i].evidence...)
			}
		}
	}
	return outcomes
}

func (b *batch) where() string {
	if b.document == nil {
		return ""
	}
	return b.document.Path
}

// finish makes the result of a rule. What a failed rule said elsewhere is left
// out: half an answer looks like a whole one.
func (o *outcome) finish(s *situation, result *RuleResult) {
	if o.err == nil {
		result.Findings, result.Evidence = s.settle(result.Rule, o.findings, o.evidence)
		return
	}
	reason := result.Rule.ID + ": " + o.err.Error()
	if o.where != "" {
		reason += " (in " + o.where + ")"
	}
	result.State, result.Reason = Failed, oneLine(reason)
}
