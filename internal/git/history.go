package git

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
)

// Change is the last commit that changed a file.
type Change struct {
	// Date is the author's date, ISO 8601.
	Date string
	// Author is the author's name, by the repository's .mailmap.
	Author string
}

const (
	maxHistory = 128 << 20
	maxCommits = 200_000
)

// LastChanges finds the last change of each wanted path (relative to the top
// level) in one walk through the history. The walk ends as soon as all are
// found. Moving a file without touching its content is no change of it, unless
// the move is all that is known. Where a bound stops the walk, the changes
// found so far come with the error.
func (r *Repository) LastChanges(ctx context.Context, wanted []string) (map[string]Change, error) {
	if r.Shallow {
		return nil, fmt.Errorf("%s: %w", r.Top, ErrShallow)
	}
	w := newWalk(wanted)
	if len(w.today) == 0 {
		return w.changes, nil
	}
	err := run(ctx, r.Top, func(out io.Reader) error { return records(out, maxHistory, w.token) },
		"log", "-z", "--no-merges", "--no-show-signature", "--no-color", "--no-ext-diff", "--no-textconv",
		"--ignore-submodules=all", "-M100%", "--name-status", "--date=short",
		fmt.Sprintf("--max-count=%d", maxCommits), "--format=tformat:%x01%ad %aN", "HEAD", "--")
	if errors.Is(err, ErrNoCommit) || isUnborn(err) {
		return nil, fmt.Errorf("%w: %s", ErrNoCommit, r.Top)
	}
	if err != nil {
		return w.changes, fmt.Errorf("reading the history of %s: %w", r.Top, err)
	}
	w.fillMoves()
	return w.changes, nil
}

func isUnborn(err error) bool {
	return err != nil && strings.Contains(err.Error(), "bad revision 'HEAD'")
}

// walk reads the output of git log, newest commit first, token by token: a
// commit, then for each of its files a status and one path, or two for a move.
type walk struct {
	// today maps the name of a file at the current point of the history to its
	// name now, for the files whose last change is not found yet.
	today   map[string]string
	changes map[string]Change
	moves   map[string]Change
	commit  Change
	status  byte
	from    string
	awaited int
}

func newWalk(wanted []string) *walk {
	w := &walk{today: make(map[string]string, len(wanted)), changes: map[string]Change{}, moves: map[string]Change{}}
	for _, path := range wanted {
		w.today[path] = path
	}
	return w
}

func (w *walk) token(token string) error {
	if w.awaited > 0 {
		return w.path(token)
	}
	token = strings.TrimLeft(token, "\n")
	switch {
	case token == "":
	case token[0] == 1:
		w.commit = parseCommit(token[1:])
	case token[0] == 'R', token[0] == 'C':
		w.status, w.awaited = token[0], 2
	default:
		w.status, w.awaited = token[0], 1
	}
	return nil
}

func (w *walk) path(path string) error {
	w.awaited--
	if w.awaited > 0 {
		w.from = path
		return nil
	}
	name, open := w.today[path]
	if !open || w.status == 'D' {
		return nil
	}
	delete(w.today, path)
	if _, taken := w.today[w.from]; w.status == 'R' && !taken {
		w.today[w.from] = name
		if _, known := w.moves[name]; !known {
			w.moves[name] = w.commit
		}
		return nil
	}
	w.changes[name] = w.commit
	if len(w.today) == 0 {
		return errStop
	}
	return nil
}

// fillMoves dates the files of which no change but a move was found.
func (w *walk) fillMoves() {
	for name, move := range w.moves {
		if _, known := w.changes[name]; !known {
			w.changes[name] = move
		}
	}
}

// parseCommit reads "2026-03-01 A Name". A date that is none, which a commit
// made by hand can have, is left out.
func parseCommit(text string) Change {
	date, author, _ := strings.Cut(text, " ")
	if _, err := time.Parse(time.DateOnly, date); err != nil {
		date = ""
	}
	return Change{Date: date, Author: printable(author)}
}
