package cli

import (
	"cmp"
	"context"
	"path"
	"slices"
	"strings"

	"github.com/ismslint/ismslint/internal/config"
	"github.com/ismslint/ismslint/internal/syntax"
	"github.com/ismslint/ismslint/internal/tree"
)

// openTree lists the files: those of the work tree, or what is staged.
func openTree(r request, stage func(string)) (*tree.Tree, error) {
	stage("listing the files of " + treeName(r.path))
	open := tree.Open
	if r.staged {
		open = tree.OpenStaged
	}
	t, err := open(r.path, tree.Options{})
	if err != nil {
		return nil, badInput("", "%w", plainly(err))
	}
	return t, nil
}

// runsOf reads the settings: what cannot be done without. Each of several
// isms.yaml is an ISMS of its own, with what stands in its folder.
func (p rooms) runsOf(r request, stage func(string), t *tree.Tree) ([]*run, error) {
	var err error
	found := config.Find(t.Paths())
	if r.config != "" || !inFolders(found) {
		one := &run{request: r, stage: stage, tree: t, sources: map[string]*syntax.Source{}}
		if one.settings, err = one.loadSettings(p.known()); err != nil {
			return nil, err
		}
		one.all = t.Paths()
		one.findWaivers()
		if one.paths = notIgnored(slices.Clone(one.all), one.settings); len(one.paths) == 0 {
			return nil, badInput("", "nothing to read in %s: no markdown, YAML or CSV file", r.path)
		}
		return []*run{one}, nil
	}
	var runs []*run
	slices.SortFunc(found, func(a, b string) int { return strings.Compare(path.Dir(a), path.Dir(b)) })
	for _, file := range found {
		one := &run{request: r, stage: stage, tree: t, sources: map[string]*syntax.Source{}}
		if one.settings, err = one.readSettings(file, p.known()); err != nil {
			return nil, err
		}
		one.all = standingIn(t.Paths(), path.Dir(file), nil)
		one.findWaivers()
		one.paths = notIgnored(slices.Clone(one.all), one.settings)
		runs = append(runs, one)
	}
	return runs, nil
}

// inFolders says whether there are several isms.yaml, each in a folder of its
// own. Two in one folder are a mistake.
func inFolders(found []string) bool {
	dirs := map[string]bool{}
	for _, file := range found {
		dirs[path.Dir(file)] = true
	}
	return len(found) > 1 && len(dirs) == len(found)
}

// recognised are the runs of a tree: one, or one for each ISMS.
func (p rooms) recognised(ctx context.Context, r request, stage func(string)) ([]*run, error) {
	t, err := openTree(r, stage)
	if err != nil {
		return nil, err
	}
	runs, err := p.runsOf(r, stage, t)
	if err != nil {
		return nil, err
	}
	return recogniseAll(ctx, runs)
}

// recogniseAll recognises what is in the runs. One that turns out to hold several
// ISMS becomes a run for each.
func recogniseAll(ctx context.Context, runs []*run) ([]*run, error) {
	for _, run := range runs {
		if err := run.recognise(ctx); err != nil {
			return nil, err
		}
	}
	if len(runs) > 1 || runs[0].request.config != "" {
		return runs, nil
	}
	return runs[0].divided(ctx)
}

// divided is the run itself, or one for each folder that holds an ISMS of its
// own.
func (r *run) divided(ctx context.Context) ([]*run, error) {
	var parts []*run
	for _, root := range r.model.Roots {
		part := *r
		part.paths, part.settings = standingIn(r.paths, root, r.model.Roots), &config.Settings{}
		if r.settings.Path != "" && slices.Contains(part.paths, r.settings.Path) {
			part.settings = r.settings
		}
		if root != r.waivers.dir {
			part.readWaivers(root)
		}
		if err := part.recognise(ctx); err != nil {
			return nil, err
		}
		if part.model.Recognised {
			parts = append(parts, &part)
		}
	}
	if len(parts) < 2 {
		return []*run{r}, nil
	}
	return parts, nil
}

// standingIn are the paths in a folder, but not in those of the others that stand
// in it.
func standingIn(paths []string, dir string, others []string) []string {
	in := func(p, dir string) bool { return dir == "" || dir == "." || strings.HasPrefix(p, dir+"/") }
	var kept []string
	for _, p := range paths {
		elsewhere := slices.ContainsFunc(others, func(o string) bool { return len(o) > len(dir) && in(p, o) })
		if in(p, dir) && !elsewhere {
			kept = append(kept, p)
		}
	}
	return kept
}

// rootsOf are the folders of runs as people write them.
func rootsOf(runs []*run) []string {
	roots := make([]string, len(runs))
	for i, run := range runs {
		roots[i] = cmp.Or(run.model.Root, ".")
	}
	return roots
}

// sameRules says whether two runs have the same rules: ours alone, or those that
// one isms.yaml names.
func (r *run) sameRules(other *run) bool {
	return slices.Equal(r.settings.Lint.Policies, other.settings.Lint.Policies)
}
