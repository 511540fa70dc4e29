package cli

import (
	"errors"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/ismslint/ismslint/internal/config"
	"github.com/ismslint/ismslint/internal/isms"
	"github.com/ismslint/ismslint/internal/recognise"
	"github.com/ismslint/ismslint/internal/syntax"
	"github.com/ismslint/ismslint/internal/verdict"
)

// recorded are the waivers of a state of the tree.
type recorded struct {
	dir  string // the folder that places are relative to
	file string // waivers.yaml, "" where there is none
	list []config.Waiver
	err  error // why the file does not load
}

// findWaivers reads the waivers.yaml beside isms.yaml; without one, that of the
// folder that was asked for, or of the top of the tree.
func (r *run) findWaivers() {
	dirs := []string{r.settings.Dir()}
	if !r.settings.Declared {
		dirs = []string{r.tree.Prefix(), ""}
	}
	for _, dir := range dirs {
		if r.tree.Exists(config.WaiversFile(dir)) {
			r.readWaivers(dir)
			return
		}
	}
	r.waivers = recorded{dir: dirs[0]}
}

// readWaivers reads the waivers of a folder. The file is no document of the ISMS.
func (r *run) readWaivers(dir string) {
	name := config.WaiversFile(dir)
	r.waivers = recorded{dir: dir}
	if !r.tree.Exists(name) {
		return
	}
	r.waivers.file = name
	mine := func(p string) bool { return p == name }
	r.all, r.paths = slices.DeleteFunc(slices.Clone(r.all), mine), slices.DeleteFunc(slices.Clone(r.paths), mine)
	file, err := r.tree.Read(name)
	if err != nil {
		r.waivers.err = badInput("", "reading %s: %w", name, err)
		return
	}
	src := syntax.NewSource(name, file.Text)
	r.sources[name] = src
	list, err := config.LoadWaivers(src)
	var problems config.Problems
	if errors.As(err, &problems) {
		err = badInput("", "the waivers do not load\n%w", problems)
	}
	r.waivers.list, r.waivers.err = list, err
}

// waiving is what the verdict needs to know of waivers: those of the file and of
// comments. In a comparison, those that the base does not have waive nothing, and
// each is said.
func (r *run) waiving() (verdict.Waiving, []isms.FileProblem) {
	longest, raw := r.settings.LongestWaiver()
	w := verdict.Waiving{Dir: r.waivers.dir, Longest: longest, LongestRaw: raw, Partial: r.partial()}
	var added []isms.FileProblem
	add := func(list, before []config.Waiver) {
		for i := range list {
			own := &list[i]
			pending := false
			if r.baseTree != nil && own.Fault == "" {
				until, known := untilOf(own, before)
				if pending = !known || own.Until > until; pending {
					added = append(added, addedWaiver(own, until))
				}
			}
			w.Waivers = append(w.Waivers, waiverInput(own, pending))
		}
	}
	var before []config.Waiver
	if r.against != nil {
		before = r.against.waivers.list
	}
	add(r.waivers.list, before)
	for _, p := range slices.Sorted(maps.Keys(r.parsed)) {
		f := r.parsed[p]
		if list := inlineOf(f.file); len(list) > 0 {
			add(list, r.inlineBefore(p, f.id, list))
		}
	}
	return w, added
}

func inlineOf(f recognise.File) []config.Waiver {
	return config.InlineWaivers(f.Source, f.Markdown, f.YAML)
}

// inlineBefore are the waivers in the comments of a file as the base has it: under
// its name, or what was moved without a change.
func (r *run) inlineBefore(p, id string, now []config.Waiver) []config.Waiver {
	if r.baseTree == nil {
		return nil
	}
	if !r.baseTree.Exists(p) {
		same := func(old string) bool { return id != "" && r.baseTree.ID(old) == id }
		if slices.ContainsFunc(r.baseTree.Paths(), same) {
			return now
		}
		return nil
	}
	if id != "" && r.baseTree.ID(p) == id {
		return now
	}
	content, err := r.baseTree.Read(p)
	if err != nil {
		return nil
	}
	return inlineOf(recognise.Parse(p, content.Text))
}

// untilOf is the last day of a waiver in another state of the tree.
func untilOf(w *config.Waiver, list []config.Waiver) (until string, ok bool) {
	for i := range list {
		if list[i].Fault == "" && list[i].Key() == w.Key() {
			until, ok = max(until, list[i].Until), true
		}
	}
	return until, ok
}

func addedWaiver(w *config.Waiver, until string) isms.FileProblem {
	p := isms.FileProblem{
		Place:   isms.Place{Path: w.At.Path, Pos: w.At.Pos},
		Message: fmt.Sprintf("a waiver of %s for %s is added, until %s; %s owns it", w.Rule, w.Place, w.Until, w.Owner),
	}
	if until != "" {
		p.Pos = w.Pos("until")
		p.Message = fmt.Sprintf("the waiver of %s for %s ends on %s; it was %s", w.Rule, w.Place, w.Until, until)
	}
	return p
}

func waiverInput(w *config.Waiver, pending bool) verdict.WaiverInput {
	return verdict.WaiverInput{
		Waiver: verdict.Waiver{
			Reason: w.Reason, Owner: w.Owner, Until: w.Until, Path: w.At.Path, Line: w.At.Pos.Line, Risk: w.Risk, Inline: w.Inline,
		},
		Rule: w.Rule, Place: w.Place, Pos: w.Pos, From: w.From, To: w.To, Fault: w.Fault, Pending: pending,
	}
}

// partial says whether only a part of the ISMS is read.
func (r *run) partial() bool {
	prefix := r.tree.Prefix()
	return prefix != "" && !strings.HasPrefix(path.Clean(r.waivers.dir)+"/", prefix+"/")
}
