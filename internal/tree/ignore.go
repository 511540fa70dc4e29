package tree

import (
	"fmt"
	"path"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

const (
	maxPatterns      = 500
	maxPatternLength = 500
	maxWildcards     = 16
)

// ignore is a list of globs as in .gitignore: one without "/" but at its end
// matches a name at any depth, others stand at the top; "/" at the end matches
// folders only; "**" matches any folders; "!" takes back; the last that matches
// counts; what stands in an ignored folder is ignored.
type ignore struct {
	patterns []pattern
	folders  map[string]bool
}

type pattern struct {
	glob     string
	anchored bool
	folder   bool
	negated  bool
}

func newIgnore(globs []string) (*ignore, error) {
	if len(globs) > maxPatterns {
		return nil, fmt.Errorf("%d patterns of files to ignore are more than %d", len(globs), maxPatterns)
	}
	i := &ignore{folders: map[string]bool{}}
	for _, glob := range globs {
		p, err := newPattern(glob)
		if err != nil {
			return nil, fmt.Errorf("pattern of files to ignore %q: %w", glob, err)
		}
		i.patterns = append(i.patterns, p)
	}
	return i, nil
}

func newPattern(glob string) (pattern, error) {
	var p pattern
	if len(glob) > maxPatternLength {
		return p, fmt.Errorf("it is longer than %d bytes", maxPatternLength)
	}
	glob, p.negated = strings.CutPrefix(glob, "!")
	glob, p.folder = strings.CutSuffix(glob, "/")
	p.anchored = strings.Contains(glob, "/")
	p.glob = strings.TrimPrefix(strings.TrimPrefix(glob, "./"), "/")
	switch {
	case p.glob == "":
		return p, fmt.Errorf("it is empty")
	case strings.ContainsAny(p.glob, "{}"):
		// Nested alternatives take exponential time; .gitignore has none.
		return p, fmt.Errorf("braces are not supported, write one pattern for each alternative")
	case strings.Count(p.glob, "*") > maxWildcards:
		return p, fmt.Errorf("it has more than %d stars", maxWildcards)
	case !doublestar.ValidatePattern(p.glob):
		return p, doublestar.ErrBadPattern
	}
	return p, nil
}

// match reports whether a file or folder, or a folder above it, is ignored.
func (i *ignore) match(p string, isFolder bool) bool {
	if len(i.patterns) == 0 {
		return false
	}
	return i.above(path.Dir(p)) || i.matchOne(p, isFolder)
}

// above remembers its answers: a folder is asked about for each of its files.
func (i *ignore) above(dir string) bool {
	if dir == "." {
		return false
	}
	if known, ok := i.folders[dir]; ok {
		return known
	}
	ignored := i.above(path.Dir(dir)) || i.matchOne(dir, true)
	i.folders[dir] = ignored
	return ignored
}

func (i *ignore) matchOne(p string, isFolder bool) bool {
	ignored := false
	for _, pattern := range i.patterns {
		if pattern.folder && !isFolder || pattern.negated != ignored {
			continue
		}
		name := p
		if !pattern.anchored {
			name = path.Base(p)
		}
		if doublestar.MatchUnvalidated(pattern.glob, name) {
			ignored = !pattern.negated
		}
	}
	return ignored
}
