package git

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

const (
	timeout   = 30 * time.Second
	maxStderr = 4 << 10
	maxAnswer = 64 << 10
)

// hardening stands before every subcommand. A repository's own configuration
// comes from whoever packed the folder: nothing in it may start a program, ask
// a question or reach the network. Git versions that do not know a key ignore
// it.
var hardening = []string{
	"--no-pager",
	"-c", "core.hooksPath=/dev/null",
	// Empty, not "false": Git before 2.36 takes the value for a command's name.
	"-c", "core.fsmonitor=",
	"-c", "core.untrackedCache=false",
	"-c", "core.pager=cat",
	"-c", "core.askPass=",
	"-c", "core.sshCommand=false",
	"-c", "credential.helper=",
	"-c", "protocol.allow=never",
	"-c", "submodule.recurse=false",
	"-c", "log.showSignature=false",
	"-c", "log.showRoot=true",
	"-c", "i18n.logOutputEncoding=UTF-8",
	// A folder that looks like a bare repository can be committed; its
	// configuration must not be read.
	"-c", "safe.bareRepository=explicit",
}

// kept are the variables of the caller's environment that say where Git and its
// trusted configuration are. All others that start with GIT_ are dropped: a
// hook's GIT_DIR would point Git at another repository.
var kept = []string{
	"GIT_EXEC_PATH", "GIT_CONFIG_GLOBAL", "GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_FILESYSTEM",
	"GIT_CONFIG_COUNT", "GIT_CONFIG_KEY_", "GIT_CONFIG_VALUE_",
}

// forced are set for every call. The C locale keeps messages as classify knows
// them.
var forced = []string{
	"GIT_CONFIG_NOSYSTEM=1",
	"GIT_ATTR_NOSYSTEM=1",
	"GIT_OPTIONAL_LOCKS=0",
	"GIT_TERMINAL_PROMPT=0",
	"GIT_NO_LAZY_FETCH=1",
	"GIT_NO_REPLACE_OBJECTS=1",
	"GIT_PAGER=cat",
	"LC_ALL=C",
	"LANGUAGE=C",
}

func environment(own []string) []string {
	env := make([]string, 0, len(own)+len(forced))
	for _, variable := range own {
		name, _, _ := strings.Cut(variable, "=")
		if name == "LC_ALL" || name == "LANGUAGE" {
			continue
		}
		if strings.HasPrefix(strings.ToUpper(name), "GIT_") && !isKept(name) {
			continue
		}
		env = append(env, variable)
	}
	return append(env, forced...)
}

func isKept(name string) bool {
	for _, k := range kept {
		if name == k || strings.HasSuffix(k, "_") && strings.HasPrefix(name, k) {
			return true
		}
	}
	return false
}

// trusting says that Git may read the work tree around dir although another user
// owns it, as a checkout is in a container and in the jobs of CI services. Git
// refuses such trees since their configuration could start programs; with the
// hardening above it cannot, here or in any call that this package makes. The
// permission holds for this one tree and this one call, and nothing is written
// down. Git before 2.38 does not take it from the command line: there the refusal
// stays, as OwnerError.
func trusting(dir string) []string {
	return []string{"-c", "safe.directory=" + filepath.ToSlash(FindTop(dir))}
}

// errStop makes run end the command: the caller has what it wanted.
var errStop = errors.New("stop")

// run starts git in dir and gives its output to consume. With runWith it is the
// only place that starts git. Where consume returns an error, the command is killed.
func run(ctx context.Context, dir string, consume func(io.Reader) error, args ...string) error {
	return runWith(ctx, dir, nil, consume, args...)
}

// runWith is run for a command that reads its standard input.
func runWith(ctx context.Context, dir string, stdin io.Reader, consume func(io.Reader) error, args ...string) error {
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	cmd := exec.CommandContext(ctx, "git", slices.Concat(hardening, trusting(dir), args)...)
	cmd.Dir = dir
	cmd.Env = environment(cmd.Environ())
	cmd.Stdin = stdin
	cmd.WaitDelay = time.Second
	stderr := &bounded{limit: maxStderr}
	cmd.Stderr = stderr
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		return fmt.Errorf("running git in %s: %w", dir, err)
	}
	if err := cmd.Start(); err != nil {
		return startError(dir, err)
	}
	consumed := consume(stdout)
	if consumed != nil {
		cancel()
	}
	waited := cmd.Wait()
	switch {
	case errors.Is(consumed, errStop):
		return nil
	case consumed == nil && waited == nil:
		return nil
	case errors.Is(ctx.Err(), context.DeadlineExceeded):
		return fmt.Errorf("%w: git %s in %s took longer than %s", ErrBound, subcommand(args), dir, timeout)
	case consumed != nil:
		return consumed
	}
	return classify(dir, subcommand(args), stderr.String(), waited)
}

func startError(dir string, err error) error {
	if errors.Is(err, exec.ErrNotFound) || errors.Is(err, exec.ErrDot) {
		return fmt.Errorf("%w: %w", ErrNotInstalled, err)
	}
	if _, statErr := os.Stat(dir); statErr != nil {
		return fmt.Errorf("running git: %w", statErr)
	}
	return fmt.Errorf("running git in %s: %w", dir, err)
}

// subcommand is the first argument that is no option: for messages only.
func subcommand(args []string) string {
	for _, arg := range args {
		if !strings.HasPrefix(arg, "-") {
			return arg
		}
	}
	return ""
}

func classify(dir, command, stderr string, err error) error {
	switch {
	case strings.Contains(stderr, "dubious ownership"), strings.Contains(stderr, "unsafe repository"):
		return &OwnerError{Top: FindTop(dir)}
	case strings.Contains(stderr, "not a git repository"),
		strings.Contains(stderr, "cannot use bare repository"),
		strings.Contains(stderr, "must be run in a work tree"):
		return fmt.Errorf("%w: %s", ErrNoRepository, dir)
	case strings.Contains(stderr, "does not have any commits yet"):
		return fmt.Errorf("%w: %s", ErrNoCommit, dir)
	}
	first, _, _ := strings.Cut(strings.TrimSpace(stderr), "\n")
	return fmt.Errorf("git %s in %s: %w: %s", command, dir, err, printable(first))
}

// answer runs git and returns its whole, short output.
func answer(ctx context.Context, dir string, args ...string) (string, error) {
	var out []byte
	err := run(ctx, dir, func(r io.Reader) error {
		var err error
		out, err = io.ReadAll(io.LimitReader(r, maxAnswer+1))
		if err == nil && len(out) > maxAnswer {
			err = fmt.Errorf("%w: git %s wrote more than %d bytes", ErrBound, subcommand(args), maxAnswer)
		}
		return err
	}, args...)
	return string(out), err
}

// bounded keeps the first bytes of what is written to it and drops the rest.
type bounded struct {
	bytes.Buffer
	limit int
}

func (b *bounded) Write(p []byte) (int, error) {
	if room := b.limit - b.Len(); room > 0 {
		b.Buffer.Write(p[:min(room, len(p))])
	}
	return len(p), nil
}
