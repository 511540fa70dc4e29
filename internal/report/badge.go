package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/ismslint/ismslint/internal/verdict"
)

const badgeLabel = "evidence"

// badgeMessage is what a badge says: evidence that is decided and indicated, of
// the activities that apply. It claims nothing and has one colour, grey where
// nothing was evaluated.
func badgeMessage(r verdict.Report) (message string, evaluated bool) {
	n := r.Summary.Activities
	switch {
	case !r.ISMSRecognised:
		return "no ISMS recognised", false
	case n.Total == n.NotDecidable:
		return "nothing evaluated", false
	}
	return fmt.Sprintf("%d + %d of %d", n.Decided, n.Indicated, n.Total), true
}

type shieldsEndpoint struct {
	SchemaVersion int    `json:"schemaVersion"`
	Label         string `json:"label"`
	Message       string `json:"message"`
	Color         string `json:"color"`
}

// Badge writes the file of an endpoint badge of shields.io.
func Badge(w io.Writer, r verdict.Report) error {
	b := shieldsEndpoint{SchemaVersion: 1, Label: badgeLabel, Color: "lightgrey"}
	message, evaluated := badgeMessage(r)
	if b.Message = message; evaluated {
		b.Color = "blue"
	}
	return writeJSON(w, "badge", b)
}

// Widths of a digit or letter at 11 pixels. The text is stretched to the width
// reckoned, so that other fonts fit too.
const (
	wideGlyph, narrowGlyph = 7, 4
	badgePadding           = 6
)

func badgeWidth(s string) int {
	n := 0
	for _, c := range s {
		if strings.ContainsRune(" ilrtfj", c) {
			n += narrowGlyph
		} else {
			n += wideGlyph
		}
	}
	return n
}

// BadgeSVG writes the badge as a picture that needs no service. Nothing of a
// document is in it.
func BadgeSVG(w io.Writer, r verdict.Report) error {
	message, evaluated := badgeMessage(r)
	color := "#6b7280"
	if evaluated {
		color = "#1f6feb"
	}
	left, right := badgeWidth(badgeLabel), badgeWidth(message)
	mid := left + 2*badgePadding
	all := mid + right + 2*badgePadding
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="%[1]d" height="20" viewBox="0 0 %[1]d 20" role="img" aria-label="%[2]s: %[3]s">
  <title>%[2]s: %[3]s</title>
  <clipPath id="r"><rect width="%[1]d" height="20" rx="3"/></clipPath>
  <g clip-path="url(#r)">
    <rect width="%[4]d" height="20" fill="#374151"/>
    <rect x="%[4]d" width="%[5]d" height="20" fill="%[6]s"/>
  </g>
  <g fill="#fff" font-family="Verdana,DejaVu Sans,Geneva,sans-serif" font-size="11">
    <text x="%[7]d" y="14" textLength="%[8]d" lengthAdjust="spacingAndGlyphs">%[2]s</text>
    <text x="%[9]d" y="14" textLength="%[10]d" lengthAdjust="spacingAndGlyphs">%[3]s</text>
  </g>
</svg>
`
	if _, err := fmt.Fprintf(w, svg, all, badgeLabel, message, mid, all-mid, color,
		badgePadding, left, mid+badgePadding, right); err != nil {
		return fmt.Errorf("writing the badge: %w", err)
	}
	return nil
}
