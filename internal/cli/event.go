package cli

import (
	"cmp"
	"encoding/json"
	"fmt"
	"os"

	"github.com/ismslint/ismslint/internal/tree"
)

// compareWith finds the base of the run: the one that was asked for, HEAD for what
// is staged, or that of the pull request that GitHub runs for. One that is not
// there is said, and everything is evaluated: a run never passes because it could
// not compare.
func (c *Command) compareWith(f *checkFlags, req *request) error {
	if f.scope != "introduced" && f.scope != "all" {
		return badInput("", "--scope is introduced or all, not %q", f.scope)
	}
	req.staged = f.staged
	req.base = base{revision: f.base, all: f.scope == "all"}
	if req.staged {
		req.base.revision = cmp.Or(f.base, "HEAD")
	}
	find := findBase
	if req.base.revision == "" {
		event, err := c.pullRequest(req.path)
		if err != nil || event == nil {
			return err
		}
		req.base.revision, find = event.base(), event.find
	}
	commit, err := find(req.path, req.base.revision)
	if err != nil {
		c.say(fmt.Sprintf("ismslint: not compared with %s, so every finding counts: %v", req.base.revision, err))
		return nil
	}
	req.base.commit = commit
	return nil
}

// pullRequestEvent is what GitHub says of a pull request.
type pullRequestEvent struct {
	PullRequest *struct {
		Base struct{ Ref, SHA string } `json:"base"`
		Head struct{ SHA string }      `json:"head"`
	} `json:"pull_request"`
}

func (e *pullRequestEvent) base() string {
	return cmp.Or(e.PullRequest.Base.Ref, e.PullRequest.Base.SHA)
}

// find finds the commit that the pull request starts from. What is checked out is
// the merge of the base and the head: its first parent is the base as it is now,
// which a clone of depth 2 has.
func (e *pullRequestEvent) find(path, _ string) (string, error) {
	if commit, ok := commitOf(path, "HEAD^2"); ok && commit == e.PullRequest.Head.SHA {
		if first, ok := commitOf(path, "HEAD^1"); ok {
			return first, nil
		}
	}
	return findBase(path, e.PullRequest.Base.SHA)
}

// pullRequest reads the event of GitHub; nil where it is another one.
func (c *Command) pullRequest(path string) (*pullRequestEvent, error) {
	name, file := c.Getenv("GITHUB_EVENT_NAME"), c.Getenv("GITHUB_EVENT_PATH")
	if c.Getenv("GITHUB_ACTIONS") == "" || file == "" || name != "pull_request" && name != "pull_request_target" {
		return nil, nil
	}
	data, err := os.ReadFile(file)
	if err != nil {
		c.say(fmt.Sprintf("ismslint: not compared with a base, so every finding counts: %v", plainly(err)))
		return nil, nil
	}
	var event pullRequestEvent
	_ = json.Unmarshal(data, &event) // what cannot be read names no base
	if event.PullRequest == nil || event.PullRequest.Base.SHA == "" {
		c.say("ismslint: not compared with a base, so every finding counts: the event names none")
		return nil, nil
	}
	if name == "pull_request_target" && event.checkedOut(path) {
		return nil, badInput("Run it on pull_request, which needs no secret.",
			"the workflow runs on pull_request_target and has checked out what the pull request holds: with the rights of the base, a stranger's files are not read")
	}
	return &event, nil
}

// checkedOut says whether the head of the pull request is in the work tree.
func (e *pullRequestEvent) checkedOut(path string) bool {
	for _, revision := range []string{"HEAD", "HEAD^2"} {
		if commit, ok := commitOf(path, revision); ok && commit == e.PullRequest.Head.SHA {
			return true
		}
	}
	return false
}

func commitOf(path, revision string) (string, bool) {
	commit, err := tree.Commit(path, revision)
	return commit, err == nil
}
