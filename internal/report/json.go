// Package report renders a report: one file a format. No format reads a file or
// asks what time it is; everything stands in verdict.Report.
package report

import (
	"io"

	"github.com/ismslint/ismslint/internal/verdict"
)

// JSON writes the report as docs/schemas/report.schema.json describes it. The
// same report gives the same bytes.
func JSON(w io.Writer, r verdict.Report) error {
	return writeJSON(w, "JSON", r)
}
