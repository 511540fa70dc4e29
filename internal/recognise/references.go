package recognise

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"github.com/ismslint/ismslint/internal/isms"
)

var (
	idToken = lazily(`\b[A-Za-zÄÖÜ][A-Za-zÄÖÜ0-9]{0,15}(?:[-_.][A-Za-z0-9]{1,16}){0,4}[-_ ]?\d{1,8}[a-z]?\b`)
	urlText = lazily(`^(?i:https?|ftp|mailto|file)[:]`)
	pathExt = lazily(`(?i)\.(md|markdown|ya?ml|csv|pdf|docx?|xlsx?|txt|html?|json|png|zip|eml|log)(#.*)?$`)
)

// refs reads a cell that refers to other entries, documents, files or pages.
func (r *reader) refs(c cell) (isms.Value, []isms.Pos) {
	var list isms.Refs
	var at []isms.Pos
	parts := c.items
	if len(parts) == 0 {
		parts = splitCell(c)
	}
	for i := range parts {
		p := &parts[i]
		text := strings.TrimSpace(p.text)
		if text == "" || r.isUnfilled(text) {
			continue
		}
		ref := r.ref(text)
		if len(c.links) > 0 && ref.ID == "" && ref.Path == "" && !ref.URL {
			// The text of a link; its target follows.
			continue
		}
		list = append(list, ref)
		at = append(at, p.pos)
	}
	for _, target := range c.links {
		if ref := r.ref(target); ref.Path != "" || ref.URL {
			list = append(list, ref)
			at = append(at, c.pos)
		}
	}
	if len(list) == 0 {
		return nil, nil
	}
	return list, at
}

// ref reads one reference: a url, a path, or an id.
func (r *reader) ref(text string) isms.Ref {
	ref := isms.Ref{Raw: text}
	switch {
	case urlText.MatchString(text):
		ref.URL = true
	case pathExt.MatchString(text) && !strings.Contains(text, " "), strings.HasPrefix(text, "./"), strings.HasPrefix(text, "../"):
		ref.Path = text
	default:
		ref.ID = idIn(text)
	}
	return ref
}

// idIn is the first id of a text, or the text itself where it is one short word.
func idIn(text string) string {
	if id := idToken.FindString(text); id != "" {
		return id
	}
	if len(text) <= 24 && !strings.ContainsAny(text, " \t\n") {
		return text
	}
	return ""
}

// resolve makes the path of a reference that stands in a file relative to the
// top of the tree, and says whether it is there. "" is returned for a path that
// leaves the tree.
func (r *reader) resolve(from, target string) (string, bool) {
	target, _, _ = strings.Cut(target, "#")
	target, _, _ = strings.Cut(target, "?")
	if plain, err := url.PathUnescape(target); err == nil {
		target = plain
	}
	if target == "" || urlText.MatchString(target) || strings.HasPrefix(target, "//") {
		return "", false
	}
	candidates := candidatePaths(from, target)
	for _, p := range candidates {
		if !strings.HasPrefix(p, "../") && p != ".." && r.exists != nil && r.exists(p) {
			return p, true
		}
	}
	if p := candidates[0]; !strings.HasPrefix(p, "../") && p != ".." {
		return p, false
	}
	return "", false
}

// candidatePaths are what a path may be relative to: the file it stands in; or,
// where it does not begin with a dot, any folder above it, since registers name
// files from the root of the ISMS, wherever that is.
func candidatePaths(from, target string) []string {
	rooted := strings.HasPrefix(target, "/")
	target = strings.TrimLeft(target, "/")
	paths := []string{path.Join(path.Dir(from), target)}
	if strings.HasPrefix(target, ".") {
		return paths
	}
	for dir := path.Dir(from); dir != "." && dir != "/"; {
		dir = path.Dir(dir)
		paths = append(paths, path.Join(dir, target))
	}
	if rooted {
		slices.Reverse(paths)
	}
	return paths
}

var cellSplit = lazily(`\s*(?:[,;\n]|<br\s*/?>|\s\|\s)\s*`)

// splitCell divides the text of a cell at commas, semicolons and line breaks.
func splitCell(c cell) []cell {
	var parts []cell
	start := 0
	add := func(from, to int) {
		part := strings.TrimSpace(c.text[from:to])
		if part == "" {
			return
		}
		from += strings.Index(c.text[from:to], part)
		parts = append(parts, cell{text: part, pos: c.partPos(from, from+len(part))})
	}
	for _, m := range cellSplit.FindAllStringIndex(c.text, 256) {
		if m[1] == m[0]+1 && c.text[m[0]] != '\n' && urlText.MatchString(c.text[start:]) {
			// A comma inside a url, with no blank beside it.
			continue
		}
		add(start, m[0])
		start = m[1]
	}
	add(start, len(c.text))
	return parts
}
