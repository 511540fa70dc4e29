package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"
	"time"

	"github.com/ismslint/ismslint/internal/isms"
	"github.com/ismslint/ismslint/internal/syntax"
	"github.com/ismslint/ismslint/internal/tree"
	"github.com/ismslint/ismslint/internal/verdict"
)

// baselineName is what the file is called, beside isms.yaml.
const baselineName = "ismslint-baseline.json"

// maxBaseline bounds the file, as the tree does.
const maxBaseline = 8 << 20

// baseline is the baseline of a run; file is nil where there is none.
type baseline struct {
	at   string // as the tree calls it, or as the user named it
	top  string // of the tree
	text string
	file *verdict.BaselineFile
	// read says whether a path was looked at.
	read func(string) bool
}

// findBaseline reads the baseline that was named, or the one of the tree.
func findBaseline(r request, t *tree.Tree, runs []*run) (*baseline, error) {
	b := &baseline{at: baselinePlace(t, runs), top: t.Top()}
	prefix := t.Prefix()
	b.read = func(p string) bool { return prefix == "" || p == prefix || strings.HasPrefix(p, prefix+"/") }
	switch {
	case r.withoutBaseline:
		return b, nil
	case r.baseline != "":
		b.at = r.baseline
		text, err := readBounded(r.baseline)
		if err != nil {
			return nil, badInput("", "reading the baseline: %w", plainly(err))
		}
		b.text = text
	case !t.Exists(b.at):
		return b, nil
	default:
		file, err := t.Read(b.at)
		if err != nil {
			return nil, badInput("", "reading the baseline: %w", err)
		}
		b.text = file.Text
	}
	file, err := parseBaseline(b.at, b.text)
	b.file = file
	return b, err
}

// baselinePlace is the path of the baseline: beside the one isms.yaml, else in
// the folder that was asked for.
func baselinePlace(t *tree.Tree, runs []*run) string {
	if len(runs) == 1 && runs[0].settings.Declared && filepath.IsLocal(filepath.FromSlash(runs[0].settings.Path)) {
		return path.Join(runs[0].settings.Dir(), baselineName)
	}
	dir := t.Prefix()
	if path.Ext(dir) != "" { // a file
		dir = path.Dir(dir)
	}
	return path.Join(dir, baselineName)
}

func readBounded(name string) (string, error) {
	file, err := os.Open(name)
	if err != nil {
		return "", err
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, maxBaseline+1))
	if err == nil && len(data) > maxBaseline {
		err = fmt.Errorf("%s is larger than 8 MiB", name)
	}
	text, _, _ := tree.Decode(data)
	return text, err
}

// parseBaseline reads a baseline; where it is none, that is said with its place.
func parseBaseline(name, text string) (*verdict.BaselineFile, error) {
	const hint = "`ismslint baseline` writes it anew."
	var b verdict.BaselineFile
	if err := json.Unmarshal([]byte(text), &b); err != nil {
		at := 0
		var syntaxError *json.SyntaxError
		var typeError *json.UnmarshalTypeError
		if errors.As(err, &syntaxError) {
			at = int(syntaxError.Offset)
		} else if errors.As(err, &typeError) {
			at = int(typeError.Offset)
		}
		pos := syntax.NewSource(name, text).Position(max(at-1, 0))
		return nil, badInput(hint, "%s:%d:%d: expected a baseline: %w", name, pos.Line, pos.Column, err)
	}
	if b.Schema != verdict.SchemaVersion {
		return nil, badInput(hint, "%s: expected a baseline with \"schema\": %q, found %q", name, verdict.SchemaVersion, b.Schema)
	}
	if _, err := time.Parse(time.DateOnly, b.AsOf); err != nil {
		return nil, badInput(hint, "%s: expected as_of to be a date such as 2026-03-31, found %q", name, b.AsOf)
	}
	return &b, nil
}

// judgedBy puts the baseline of the base in the place of the one that a change
// brings, and says what that adds. One that the user named stays.
func (b *baseline) judgedBy(r request, base *tree.Tree, before []*run) []isms.FileProblem {
	if r.baseline != "" || r.withoutBaseline {
		return nil
	}
	now, text := b.file, b.text
	b.file = nil
	if len(before) > 0 {
		if at := baselinePlace(base, before); base.Exists(at) {
			if file, err := base.Read(at); err == nil {
				b.file, _ = parseBaseline(at, file.Text) // one that is none excuses nothing
			}
		}
	}
	if now == nil {
		return nil
	}
	old := b.file
	if old == nil {
		old = &verdict.BaselineFile{}
	}
	added := now.Without(old)
	if len(added) == 0 {
		return nil
	}
	src := syntax.NewSource(b.at, text)
	start := max(strings.Index(text, `"`+added[0].Fingerprint+`"`), 0)
	at := src.Range(start, start)
	what := "1 finding is added to the baseline"
	if len(added) > 1 {
		what = fmt.Sprintf("%d findings are added to the baseline", len(added))
	}
	return []isms.FileProblem{{
		Place:   isms.Place{Path: b.at, Pos: isms.Pos{Line: at.Start.Line, Column: at.Start.Column, EndLine: at.End.Line, EndColumn: at.End.Column}},
		Message: fmt.Sprintf("%s, such as one of %s in %s", what, added[0].Rule, added[0].Path),
	}}
}

// apply marks the findings that the baseline has.
func (b *baseline) apply(r *verdict.Report) {
	r.BaselineAt = filepath.Join(b.top, filepath.FromSlash(b.at))
	if b.file != nil && r.ISMSRecognised {
		r.ApplyBaseline(b.file, b.at, b.read)
	}
}
