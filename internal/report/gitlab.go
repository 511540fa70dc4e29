package report

import (
	"crypto/sha256"
	"encoding/hex"
	"io"

	"github.com/ismslint/ismslint/internal/verdict"
)

type (
	codeQuality struct {
		Description string        `json:"description"`
		Check       string        `json:"check_name"`
		Fingerprint string        `json:"fingerprint"`
		Severity    string        `json:"severity"`
		Location    codeQualityAt `json:"location"`
	}
	codeQualityAt struct {
		Path  string           `json:"path"`
		Lines codeQualityLines `json:"lines"`
	}
	codeQualityLines struct {
		Begin int `json:"begin"`
	}
)

// GitLab writes the findings as a Code Quality report.
func GitLab(w io.Writer, r verdict.Report) error {
	issues := []codeQuality{}
	unique := uniquely()
	for _, f := range r.Findings {
		if f.Waiver != nil {
			continue
		}
		path, line := placeOf(r, f)
		issues = append(issues, codeQuality{
			Description: sentence(inert(f.Message)), Check: Clean(f.Rule), Fingerprint: unique(f.Fingerprint),
			Severity: codeQualitySeverity(f.Level), Location: codeQualityAt{path, codeQualityLines{line}},
		})
	}
	return writeJSON(w, "GitLab Code Quality", issues)
}

// codeQualitySeverity leaves critical and blocker to what they are made for.
func codeQualitySeverity(level string) string {
	switch level {
	case "error":
		return "major"
	case "warning":
		return "minor"
	}
	return "info"
}

// uniquely makes fingerprints unique: a service that gets one twice drops a
// finding or refuses the report.
func uniquely() func(string) string {
	seen := map[string]int{}
	return func(fingerprint string) string {
		seen[fingerprint]++
		if seen[fingerprint] == 1 {
			return fingerprint
		}
		sum := sha256.Sum256([]byte(fingerprint + "\x00" + itoa(seen[fingerprint])))
		return hex.EncodeToString(sum[:])
	}
}
