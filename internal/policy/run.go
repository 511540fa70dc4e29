package policy

import (
	"context"
	"errors"
	"fmt"
	"runtime/metrics"
	"sync/atomic"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/storage"
	"github.com/open-policy-agent/opa/v1/topdown"
)

// run is one evaluation under way.
type run struct {
	engine *Engine
	limit  time.Duration
	model  *ast.Term // input.isms, shared by all queries
	asOf   time.Time
	// slow are rules that ran into the time limit, by index: they are not tried
	// on further documents.
	slow []atomic.Bool
}

var errPassedOver = errors.New("passed over, because it took too long elsewhere")

// batch evaluates the rules of a batch in one query and, if that fails, each
// for itself, so that one rule takes no other with it.
func (r *run) batch(ctx context.Context, b *batch) {
	var document *ast.Term
	if b.document != nil {
		document = b.document.Term(r.engine.std.Lowering)
	}
	b.outputs = make([]output, len(b.rules))
	slow := r.anySlow(b.rules)
	if !slow {
		report, err := r.query(ctx, input(r.model, document, b.pairs))
		if err == nil {
			for i, rule := range b.rules {
				if b.outputs[i], err = decode(report, rule); err != nil {
					b.fail(i, err)
				}
			}
			return
		}
		if len(b.rules) == 1 || ctx.Err() != nil {
			b.failAll(err)
			r.note(b)
			return
		}
	}
	for i, rule := range b.rules {
		if r.slow[rule.index].Load() {
			b.fail(i, errPassedOver)
			continue
		}
		report, err := r.query(ctx, input(r.model, document, rulesTerm(b.rules[i:i+1])))
		if err == nil {
			b.outputs[i], err = decode(report, rule)
		}
		if err != nil {
			b.fail(i, err)
		}
	}
	r.note(b)
}

func (r *run) anySlow(rules []*rule) bool {
	for _, rule := range rules {
		if r.slow[rule.index].Load() {
			return true
		}
	}
	return false
}

// note remembers the rules of a batch that took too long.
func (r *run) note(b *batch) {
	for i, err := range b.errs {
		if errors.Is(err, errSlow) {
			r.slow[b.rules[i].index].Store(true)
		}
	}
}

func (b *batch) fail(i int, err error) {
	if b.errs == nil {
		b.errs = make([]error, len(b.rules))
	}
	b.errs[i] = err
	b.outputs[i] = output{}
}

func (b *batch) failAll(err error) {
	for i := range b.rules {
		b.fail(i, err)
	}
}

var (
	errSlow = errors.New("it took too long")
	errHeap = errors.New("the evaluation needed too much memory")
)

// query runs the query over an input. A fault in the evaluator is an error of
// the query, not the end of the run.
func (r *run) query(ctx context.Context, in *ast.Term) (report *ast.Term, err error) {
	if ctx.Err() != nil {
		return nil, context.Cause(ctx)
	}
	ctx, cancel := context.WithTimeoutCause(ctx, r.limit, fmt.Errorf("%w: more than %s", errSlow, r.limit))
	defer cancel()
	stopper := topdown.NewCancel()
	defer context.AfterFunc(ctx, stopper.Cancel)()
	defer func() {
		if p := recover(); p != nil {
			report, err = nil, fmt.Errorf("the evaluator failed: %v", p)
		}
	}()
	store := r.engine.store
	txn, err := store.NewTransaction(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the catalogue: %w", err)
	}
	defer store.Abort(ctx, txn)
	return r.evaluate(ctx, in, txn, stopper)
}

func (r *run) evaluate(ctx context.Context, in *ast.Term, txn storage.Transaction, stopper topdown.Cancel) (*ast.Term, error) {
	var report *ast.Term
	err := topdown.NewQuery(r.engine.query).
		WithCompiler(r.engine.compiler).
		WithStore(r.engine.store).
		WithTransaction(txn).
		WithInput(in).
		WithCancel(stopper).
		WithTime(r.asOf).
		WithStrictBuiltinErrors(true).
		Iter(ctx, func(result topdown.QueryResult) error {
			report = result[reportVar]
			return nil
		})
	switch {
	case err != nil && ctx.Err() != nil:
		return nil, context.Cause(ctx)
	case err != nil:
		return nil, err
	case report == nil:
		return nil, errNothing
	}
	return report, nil
}

// watchHeap gives a context that ends where the live heap passes a limit.
func watchHeap(ctx context.Context, limit uint64) (context.Context, func()) {
	ctx, cancel := context.WithCancelCause(ctx)
	stop := func() { cancel(context.Canceled) }
	if limit == 0 {
		return ctx, stop
	}
	go func() {
		sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
		tick := time.NewTicker(20 * time.Millisecond)
		defer tick.Stop()
		for {
			metrics.Read(sample)
			if sample[0].Value.Uint64() > limit {
				cancel(fmt.Errorf("%w: more than %d MiB", errHeap, limit>>20))
				return
			}
			select {
			case <-tick.C:
			case <-ctx.Done():
				return
			}
		}
	}()
	return ctx, stop
}
