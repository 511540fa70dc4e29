package cli

import (
	"slices"
	"strings"
	"testing"

	"github.com/ismslint/ismslint/internal/verdict"
)

// aWaiver is the one waiver of a waivers.yaml.
func aWaiver(place, until string) string {
	return "waivers:\n  - {rule: " + ownerRule + ", place: " + place + ", until: " + until + ", owner: CISO, reason: later}\n"
}

// loosenings are what is said of settings that a change makes more lenient.
func loosenings(r verdict.Report) string {
	var list []string
	for _, f := range r.Findings {
		if f.Rule == verdict.LooseningRule.ID {
			list = append(list, f.Message)
		}
	}
	slices.Sort(list)
	return strings.Join(list, "; ")
}

func waivedIn(r verdict.Report) string {
	var list []string
	for _, f := range r.Findings {
		if f.Waiver != nil {
			list = append(list, f.Subject)
		}
	}
	return strings.Join(list, ", ")
}

const (
	waived2   = "  - id: RSK-002 # ismslint:waive " + ownerRule + " until=2027-01-31 owner=CISO reason=later\n"
	added     = "a waiver of " + ownerRule + " for "
	untilCISO = " is added, until 2027-01-31; CISO owns it"
)

// TestWaiversOfAChange: the base decides which waivers hold, and what a change
// adds to them is said.
func TestWaiversOfAChange(t *testing.T) {
	inline := strings.Replace(comparedRisks, "  - id: RSK-002\n", waived2, 1)
	for _, test := range []struct {
		name                       string
		base, head                 map[string]string
		waived, loosened, findings string
	}{
		{
			name:     "added",
			head:     map[string]string{"waivers.yaml": aWaiver("RSK-002", "2027-01-31")},
			loosened: added + "RSK-002" + untilCISO, findings: "existing risks/RSK-002",
		}, {
			name:   "of the base",
			base:   map[string]string{"waivers.yaml": aWaiver("registers/*", "2027-01-31")},
			head:   map[string]string{"registers/risks.yaml": strings.Replace(comparedRisks, "Head of IT", `""`, 1)},
			waived: "risks/RSK-001, risks/RSK-002", findings: "existing risks/RSK-002, introduced risks/RSK-001",
		}, {
			name:     "extended",
			base:     map[string]string{"waivers.yaml": aWaiver("RSK-002", "2027-01-31")},
			head:     map[string]string{"waivers.yaml": aWaiver("RSK-002", "2027-03-31")},
			loosened: "the waiver of " + ownerRule + " for RSK-002 ends on 2027-03-31; it was 2027-01-31", findings: "existing risks/RSK-002",
		}, {
			name:   "shortened",
			base:   map[string]string{"waivers.yaml": aWaiver("RSK-002", "2027-03-31")},
			head:   map[string]string{"waivers.yaml": aWaiver("RSK-002", "2027-01-31")},
			waived: "risks/RSK-002", findings: "existing risks/RSK-002",
		}, {
			name:     "widened",
			base:     map[string]string{"waivers.yaml": aWaiver("RSK-002", "2027-01-31")},
			head:     map[string]string{"waivers.yaml": aWaiver("'**'", "2027-01-31")},
			loosened: added + "**" + untilCISO, findings: "existing risks/RSK-002",
		}, {
			name:     "a comment",
			head:     map[string]string{"registers/risks.yaml": inline},
			loosened: added + "registers/risks.yaml (id: RSK-002)" + untilCISO, findings: "existing risks/RSK-002",
		}, {
			name:   "a comment in a changed file",
			base:   map[string]string{"registers/risks.yaml": inline},
			head:   map[string]string{"registers/risks.yaml": strings.Replace(inline, "Ransomware", "Ransom", 1)},
			waived: "risks/RSK-002", findings: "existing risks/RSK-002",
		}, {
			name: "a comment in a moved file",
			base: map[string]string{"registers/risks.yaml": inline},
			head: map[string]string{"registers/risks.yaml": "", "risks.yaml": inline},
			// Subjects of entries have no path.
			waived: "risks/RSK-002", findings: "existing risks/RSK-002",
		}, {
			name: "a comment that moves to another entry",
			base: map[string]string{"registers/risks.yaml": inline},
			head: map[string]string{"registers/risks.yaml": strings.NewReplacer("Head of IT", `""`,
				"- id: RSK-001\n", strings.Replace(waived2[2:], "002", "001", 1)).Replace(comparedRisks)},
			loosened: added + "registers/risks.yaml (id: RSK-001)" + untilCISO, findings: "existing risks/RSK-002, introduced risks/RSK-001",
		}, {
			name:     "the longest term",
			base:     map[string]string{"isms.yaml": comparedSettings + "lint: {longest_waiver: P1M}\n", "waivers.yaml": aWaiver("RSK-002", "2027-03-31")},
			head:     map[string]string{"isms.yaml": comparedSettings},
			loosened: "a waiver may hold for P12M; it was P1M", findings: "existing risks/RSK-002",
		}, {
			name:     "a file that the base could not read",
			base:     map[string]string{"waivers.yaml": "waivers: later\n"},
			head:     map[string]string{"waivers.yaml": aWaiver("RSK-002", "2027-01-31")},
			loosened: added + "RSK-002" + untilCISO, findings: "existing risks/RSK-002",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			r := comparedRepo(t)
			for name, text := range test.base {
				r.Write(name, text)
			}
			if len(test.base) > 0 {
				r.Commit("A", "2026-01-03")
			}
			r.Git("checkout", "-q", "-b", "change")
			for name, text := range test.head {
				if text == "" {
					r.Git("rm", "-q", name)
					continue
				}
				r.Write(name, text)
			}
			for _, staged := range []bool{false, true} {
				args := []string{"--base", "main"}
				if staged {
					r.Git("add", "-A")
					args = []string{"--staged"}
				}
				got, out := compared(t, r.Dir, nil, args...)
				if waivedIn(got) != test.waived || loosenings(got) != test.loosened || changes(got, ownerRule) != test.findings {
					t.Errorf("staged %v: waived %q, loosened %q, findings %q\n%s", staged, waivedIn(got), loosenings(got), changes(got, ownerRule), out.stderr)
				}
			}
		})
	}
}

// baselineOf is the baseline of what is there now.
func baselineOf(t *testing.T, dir string) {
	t.Helper()
	if status, _, stderr := execute(&Command{Version: "v0.0.0-test"}, "baseline", dir, "--as-of", pinned); status != 0 {
		t.Fatalf("status %d: %s", status, stderr)
	}
}

// TestBaselineOfAChange: the baseline of the base excuses; what a change adds to
// it is said, and excuses nothing yet.
func TestBaselineOfAChange(t *testing.T) {
	r := comparedRepo(t)
	branch(r)
	r.Write("README.md", "# ISMS\n\nWhat we keep there.\n")
	baselineOf(t, r.Dir)
	for _, args := range [][]string{{"--base", "main"}, {"--base", "main", "--scope", "all"}} {
		got, out := compared(t, r.Dir, nil, args...)
		if out.status != statusFindings || changes(got, ownerRule) != bothWays {
			t.Errorf("%v: status %d, %s", args, out.status, changes(got, ownerRule))
		}
		if !strings.Contains(loosenings(got), "findings are added to the baseline, such as one of") {
			t.Errorf("%v: %s", args, loosenings(got))
		}
	}
	// Once it is merged, it excuses.
	r.Commit("A", "2026-01-03")
	r.Git("checkout", "-q", "-b", "next")
	r.Write("README.md", "# ISMS\n\nWhat we keep.\n")
	for _, args := range [][]string{{"--base", "change"}, {"--base", "change", "--scope", "all"}, {}} {
		got, out := compared(t, r.Dir, nil, args...)
		if out.status != statusOK || loosenings(got) != "" || got.Baseline == nil || len(got.Baseline.Gone) > 0 {
			t.Errorf("%v: status %d, %s, %+v", args, out.status, loosenings(got), got.Baseline)
		}
	}
	// A finding that the baseline of the base has is not introduced by a change.
	text := strings.Replace(comparedRisks, "Head of IT", `""`, 1)
	r.Write("registers/risks.yaml", strings.Replace(text, "RSK-002", "RSK-003", 1))
	got, out := compared(t, r.Dir, nil, "--base", "change")
	if out.status != statusFindings || !strings.Contains(changes(got, ownerRule), "introduced") {
		t.Errorf("status %d, %s", out.status, changes(got, ownerRule))
	}
	// Where the baseline is taken away, nothing is excused that counts.
	r.Git("checkout", "-q", "--", ".")
	r.Git("rm", "-q", baselineName)
	if got, out := compared(t, r.Dir, nil, "--base", "change"); out.status != statusOK || loosenings(got) != "" {
		t.Errorf("status %d, %s", out.status, loosenings(got))
	}
}
