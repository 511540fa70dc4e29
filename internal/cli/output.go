package cli

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/ismslint/ismslint/internal/report"
	"github.com/ismslint/ismslint/internal/verdict"
)

// maxWidth is how wide a line of text may be and still be read.
const maxWidth = 120

// output is a format and where it goes; path is "" for standard output.
type output struct {
	format
	path string
}

// parseFormats reads "text", "json", "json=report.json", "json=-".
func parseFormats(values []string) ([]output, error) {
	seen := map[string]string{}
	var outputs []output
	for _, value := range values {
		name, path, _ := strings.Cut(value, "=")
		if path == "-" {
			path = ""
		}
		f, ok := formatNamed(name)
		if !ok {
			return nil, badInput("", "--format is %s, not %q", formatNames(), name)
		}
		if f.folder && path == "" {
			return nil, badInput("", "%s needs a folder: --format %s=FOLDER", name, name)
		}
		key := path
		if f.lines && path == "" {
			key = name + " on standard output" // commands stand among the lines of others
		} else if path != "" {
			key = filepath.Clean(path)
		}
		if other, ok := seen[key]; ok {
			where := path
			if where == "" {
				where = "standard output"
			}
			return nil, badInput("Give one of them a path: --format json=report.json.", "%s and %s both go to %s", other, name, where)
		}
		seen[key] = name
		outputs = append(outputs, output{f, path})
	}
	return outputs, nil
}

// writeAll writes the files first: they are there even where nobody reads
// standard output to its end. Commands come before the text, so that a log ends
// with its summary.
func (c *Command) writeAll(f *checkFlags, req request, r verdict.Report) error {
	for _, o := range f.outputs {
		if o.path == "" {
			continue
		}
		if err := c.writePath(o, f, req, r); err != nil {
			return badInput("", "writing %s: %w", o.path, err)
		}
	}
	for _, lines := range []bool{true, false} {
		for _, o := range f.outputs {
			if o.path != "" || o.lines != lines {
				continue
			}
			if err := c.write(c.Stdout, o, f, req, r); err != nil {
				return badInput("", "%w", err)
			}
		}
	}
	return nil
}

func (c *Command) writePath(o output, f *checkFlags, req request, r verdict.Report) error {
	if o.folder {
		files, err := report.Bitbucket(r, f.failOn)
		if err != nil {
			return err
		}
		return writeFolder(o.path, files)
	}
	return writeFile(o.path, func(w io.Writer) error { return c.write(w, o, f, req, r) })
}

func (c *Command) write(w io.Writer, o output, f *checkFlags, req request, r verdict.Report) error {
	if o.format.write != nil {
		return o.format.write(c, w, f, r)
	}
	terminal := o.path == "" && c.IsTerminal
	options := report.TextOptions{
		Name: treeName(req.path), Width: 80, All: f.all, FailOn: f.failOn,
		Color:   terminal && !f.noColor && c.Getenv("NO_COLOR") == "" && c.Getenv("TERM") != "dumb",
		Excerpt: terminal || f.excerpt,
	}
	if terminal {
		options.Width = min(c.Width, maxWidth)
	}
	return report.Text(w, r, options)
}

// treeName is the folder's name.
func treeName(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	return filepath.Base(path)
}

// writeFile writes a file as a whole or not at all.
func writeFile(path string, write func(io.Writer) error) (err error) {
	if info, statErr := os.Stat(path); statErr == nil && !info.Mode().IsRegular() {
		return writeInto(path, write) // /dev/stderr, a pipe: nothing to replace
	}
	tmp, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			os.Remove(tmp.Name())
		}
	}()
	w := bufio.NewWriter(tmp)
	if err = write(w); err == nil {
		err = w.Flush()
	}
	if err == nil {
		err = tmp.Chmod(0o644)
	}
	if closeErr := tmp.Close(); err == nil {
		err = closeErr
	}
	if err != nil {
		return err
	}
	return os.Rename(tmp.Name(), path)
}

func writeInto(path string, write func(io.Writer) error) error {
	file, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	err = write(file)
	if closeErr := file.Close(); err == nil {
		err = closeErr
	}
	if err != nil {
		return fmt.Errorf("writing: %w", err)
	}
	return nil
}
