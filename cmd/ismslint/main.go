// Command ismslint checks an information security management system kept as
// markdown, YAML and CSV.
package main

import (
	"context"
	"os"
	"os/signal"
	"runtime/debug"

	"golang.org/x/term"

	"github.com/ismslint/ismslint/internal/cli"
)

// version is set by the linker in a release.
var version string

// A run is short and the machine has the memory: the collector starts late, as
// long as the heap is small. GOGC and GOMEMLIMIT have the last word.
const (
	collectAt = 400
	heapGuard = 1 << 30
)

func main() {
	if os.Getenv("GOGC") == "" && os.Getenv("GOMEMLIMIT") == "" {
		debug.SetGCPercent(collectAt)
		debug.SetMemoryLimit(heapGuard)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	width, _, _ := term.GetSize(int(os.Stdout.Fd()))
	status := (&cli.Command{
		Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Getenv: os.Getenv,
		IsTerminal: term.IsTerminal(int(os.Stdout.Fd())), ErrIsTerminal: term.IsTerminal(int(os.Stderr.Fd())),
		Width: width, Version: version,
	}).Main(ctx, os.Args[1:])
	stop()
	os.Exit(status)
}
