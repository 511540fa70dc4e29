package cli

import (
	"context"
	"strings"
	"testing"

	"github.com/ismslint/ismslint/internal/policy"
	"github.com/ismslint/ismslint/internal/verdict"
)

// calendar is a pipeline whose findings depend on the date: what is late from a
// day on, by subject.
type calendar struct {
	fake
	late map[string]string
}

func (c calendar) check(_ context.Context, r request, _ func(string)) (verdict.Report, error) {
	out := verdict.Report{ISMSRecognised: true, AsOf: r.asOf}
	for _, rule := range []policy.Meta{{ID: "a/dated", Kind: "freshness"}, {ID: "a/other", Kind: "field"}} {
		out.Rules = append(out.Rules, verdict.Rule{ID: rule.ID, About: &rule})
	}
	out.Findings = []verdict.Finding{{Rule: "a/other", Level: "error", Path: "x.md", Line: 1, Column: 1, Message: "not dated", Fingerprint: "x"}}
	for _, subject := range []string{"first", "second", "third", "waived"} {
		if from := c.late[subject]; from == "" || r.asOf <= from {
			continue
		}
		f := verdict.Finding{
			Rule: "a/dated", Level: "warning", Path: subject + ".md", Line: 3, Column: 2, Message: "The " + subject + " is late", Fingerprint: subject,
		}
		if subject == "waived" {
			f.Waiver = &verdict.Waiver{}
		}
		out.Findings = append(out.Findings, f)
	}
	return out, nil
}

func TestDue(t *testing.T) {
	late := map[string]string{"first": "2026-11-01", "second": "2026-12-01", "third": "2027-06-01", "waived": "2026-01-01"}
	for _, test := range []struct {
		name, args string
		status     int
		want       string
	}{
		{"thirty days", "--as-of 2026-11-24", 1, "1 overdue on 2026-11-24, 1 more until 2026-12-24.\n\n" +
			"Overdue on 2026-11-24\n  first.md:3:2  The first is late [a/dated]\n\n" +
			"Overdue by 2026-12-24, if nothing is recorded until then\n  second.md:3:2  The second is late [a/dated]\n"},
		{"a year", "--as-of 2026-10-01 --within 365", 1, "0 overdue on 2026-10-01, 3 more until 2027-10-01."},
		{"nothing", "--as-of 2026-10-01", 0, "Nothing is overdue, and nothing falls due until 2026-10-31.\n"},
		{"only what is overdue", "--as-of 2026-11-24 --within 0", 1, "1 overdue on 2026-11-24, 0 more until 2026-11-24."},
		{"markdown", "--as-of 2026-11-24 --format markdown", 1, "## 1 overdue on 2026-11-24, 1 more until 2026-12-24\n\n" +
			"### Overdue on 2026-11-24\n\n| where | what |\n|---|---|\n| first.md:3 | The first is late.  |\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			status, stdout, stderr := execute(&Command{pipeline: calendar{late: late}}, append([]string{"due"}, strings.Fields(test.args)...)...)
			if status != test.status || !strings.HasPrefix(stdout, test.want) || stderr != "" {
				t.Errorf("status %d, stderr %q\n%s", status, stderr, stdout)
			}
		})
	}
}

func TestDueOfWhatIsNoISMS(t *testing.T) {
	for _, format := range []string{"text", "markdown"} {
		c := &Command{pipeline: fake{report: verdict.Report{NotRecognised: "A handbook by @someone."}}}
		status, stdout, _ := execute(c, "due", "--as-of", "2026-11-24", "--format", format)
		if status != 0 || !strings.Contains(stdout, "No ISMS was recognised") || format == "markdown" && strings.Contains(stdout, "@someone") {
			t.Errorf("status %d\n%s", status, stdout)
		}
	}
}

func TestDueUsage(t *testing.T) {
	for _, args := range []string{"--within -1", "--within 4000", "--within x", "--format json", "--as-of today", "a b"} {
		status, _, stderr := execute(&Command{pipeline: calendar{}}, append([]string{"due"}, strings.Fields(args)...)...)
		if status != statusInput || strings.Contains(stderr, "internal error") {
			t.Errorf("%s: status %d, %q", args, status, stderr)
		}
	}
}
