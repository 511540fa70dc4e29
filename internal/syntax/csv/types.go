// Package csv parses comma-, semicolon- or tab-separated files with positions.
package csv

import "github.com/ismslint/ismslint/internal/syntax"

// File is one parsed file.
type File struct {
	Source   *syntax.Source
	Table    syntax.Table
	Problems []syntax.Problem
}
