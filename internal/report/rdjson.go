package report

import (
	"io"

	"github.com/ismslint/ismslint/internal/verdict"
)

type (
	rdResult struct {
		Source      rdSource       `json:"source"`
		Diagnostics []rdDiagnostic `json:"diagnostics"`
	}
	rdSource struct {
		Name string `json:"name"`
		URL  string `json:"url"`
	}
	rdDiagnostic struct {
		Message  string      `json:"message"`
		Location rdLocation  `json:"location"`
		Severity string      `json:"severity"`
		Code     rdCode      `json:"code"`
		Related  []rdRelated `json:"related_locations,omitempty"`
	}
	rdCode struct {
		Value string `json:"value"`
	}
	rdLocation struct {
		Path  string  `json:"path"`
		Range rdRange `json:"range"`
	}
	rdRange struct {
		Start rdPosition  `json:"start"`
		End   *rdPosition `json:"end,omitempty"`
	}
	rdPosition struct {
		Line   int `json:"line"`
		Column int `json:"column,omitempty"`
	}
	rdRelated struct {
		Message  string     `json:"message"`
		Location rdLocation `json:"location"`
	}
)

// RDJSON writes the findings in the Diagnostic Format of reviewdog. Its comments
// are markdown.
func RDJSON(w io.Writer, r verdict.Report) error {
	out := rdResult{Source: rdSource{r.Tool.Name, informationURI}, Diagnostics: []rdDiagnostic{}}
	for _, f := range ranked(r) {
		path, line := placeOf(r, f)
		d := rdDiagnostic{
			Message:  sentence(inert(f.Message)),
			Location: rdLocation{path, rdRange{Start: rdPosition{Line: line}}},
			Severity: map[string]string{"error": "ERROR", "warning": "WARNING"}[f.Level],
			Code:     rdCode{Clean(f.Rule)},
		}
		if d.Severity == "" {
			d.Severity = "INFO"
		}
		if f.Remedy != "" {
			d.Message += " " + sentence(inert(f.Remedy))
		}
		if path == f.Path {
			d.Location.Range = rdRangeOf(f)
		}
		for _, at := range f.Related {
			d.Related = append(d.Related, rdRelated{sentence(inert(at.Message)), rdLocation{at.Path, rdRange{Start: rdPosition{Line: max(at.Line, 1)}}}})
		}
		out.Diagnostics = append(out.Diagnostics, d)
	}
	return writeJSON(w, "rdjson", out)
}

// rdRangeOf counts columns in bytes of UTF-8, as reviewdog does. Without the text
// of the line, only the line is said.
func rdRangeOf(f verdict.Finding) rdRange {
	line := max(f.Line, 1)
	if f.Excerpt == "" {
		return rdRange{Start: rdPosition{Line: line}}
	}
	start, end := firstLine(f)
	runes := []rune(f.Excerpt)
	bytesTo := func(column int) int { return len(string(runes[:min(column-1, len(runes))])) + 1 }
	return rdRange{rdPosition{line, bytesTo(start)}, &rdPosition{line, bytesTo(end)}}
}
