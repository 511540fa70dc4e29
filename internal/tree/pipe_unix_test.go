//go:build unix

package tree

import (
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"github.com/ismslint/ismslint/internal/git/gittest"
)

// Opening a pipe would wait for ever.
func TestPipesAreNotRead(t *testing.T) {
	dir := gittest.Folder(t)
	gittest.Write(t, dir, "a.md", "a")
	if err := syscall.Mkfifo(filepath.Join(dir, "pipe.md"), 0o644); err != nil {
		t.Skip(err)
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		tree := mustOpen(t, dir, Options{})
		wantPaths(t, tree, "a.md")
		if _, err := tree.Read("pipe.md"); err == nil {
			t.Error("a pipe was read")
		}
	}()
	select {
	case <-done:
	case <-time.After(5 * time.Second):
		t.Fatal("a pipe was opened")
	}
}
