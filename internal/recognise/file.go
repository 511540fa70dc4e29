// Package recognise tells which document, section and table is what, reads the
// values that they hold, and makes the model: the only room that knows both what
// real repositories look like and what an ISMS is.
package recognise

import (
	"path"
	"strings"

	"github.com/ismslint/ismslint/internal/config"
	"github.com/ismslint/ismslint/internal/isms"
	"github.com/ismslint/ismslint/internal/syntax"
	"github.com/ismslint/ismslint/internal/syntax/csv"
	"github.com/ismslint/ismslint/internal/syntax/markdown"
	"github.com/ismslint/ismslint/internal/syntax/yaml"
)

// File is one parsed file: one of Markdown, YAML and CSV is set, or none where
// the file could not be read.
type File struct {
	Path     string
	Source   *syntax.Source
	Markdown *markdown.Document
	YAML     *yaml.File
	CSV      *csv.File
	// Problems are what the parser could not read, and what was wrong with the
	// file itself.
	Problems []syntax.Problem
	// Unread is true where nothing of the file could be read.
	Unread bool
}

// Parse parses the decoded text of a file by its ending.
func Parse(name, text string) File {
	src := syntax.NewSource(name, text)
	f := File{Path: name, Source: src}
	switch strings.ToLower(path.Ext(name)) {
	case ".yaml", ".yml":
		f.YAML = yaml.Parse(src)
		f.Problems = f.YAML.Problems
	case ".csv", ".tsv":
		f.CSV = csv.Parse(src)
		f.Problems = f.CSV.Problems
	default:
		f.Markdown = markdown.Parse(src)
		f.Problems = f.Markdown.Problems
	}
	return f
}

// Options are what a run is told.
type Options struct {
	AsOf string // ISO 8601
	// Edition overrides what isms.yaml says and what would be inferred.
	Edition  string
	Settings *config.Settings
	// Exists says whether a path is in the tree.
	Exists func(path string) bool
	Files  []isms.File
	Jobs   int
}
