package recognise

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"
)

// Large inputs that a stranger may send. The bounds are wide: what grows with the
// square of the input takes minutes. Without ISMS_LARGE they are a quarter as
// large.
func TestLargeInputs(t *testing.T) {
	most, part := 4*time.Second, 4
	if os.Getenv("ISMS_LARGE") != "" {
		most, part = 8*time.Second, 1
	}
	for _, tt := range largeInputs(part) {
		t.Run(tt.name, func(t *testing.T) {
			parsed := tt.files.parsed()
			o := tt.files.options(t)
			start := time.Now()
			if _, err := Model(t.Context(), parsed, o); err != nil {
				t.Fatal(err)
			}
			took := time.Since(start)
			t.Logf("%s", took)
			if took > most {
				t.Errorf("took %s, at most %s is fine", took, most)
			}
		})
	}
}

type largeInput struct {
	name  string
	files tree
}

func largeInputs(part int) []largeInput {
	repeat := func(n int, line func(i int) string) string {
		var b strings.Builder
		for i := range max(n/part, 1) {
			b.WriteString(line(i))
		}
		return b.String()
	}
	risksHead := "| ID | Risk | Owner | Likelihood | Impact | Controls |\n|---|---|---|---|---|---|\n"
	riskRow := func(i int) string {
		return fmt.Sprintf("| R-%d | Risk of it | CTO / CISO | 3 | 4 | A.5.15-A.5.18, A.8.2 |\n", i)
	}
	return []largeInput{
		{"a table of 20000 rows", tree{"risk-register.md": "# Risk register\n\n" + risksHead + repeat(20_000, riskRow)}},
		{"a CSV of 20000 rows", tree{"risks.csv": "ID,Risk,Owner,Likelihood,Impact\n" + repeat(20_000, func(i int) string { return fmt.Sprintf("R-%d,Risk,CTO,3,4\n", i) })}},
		{"5000 headings", tree{"soa.md": "# Statement of Applicability\n\n" + repeat(5_000, func(i int) string {
			return fmt.Sprintf("## RSK-%d: Risk register of it\n\n**Owner:** CTO\n\nSome words about the risk that stands here.\n\n", i)
		})}},
		{"5000 headings, each deeper", tree{"risk-register.md": "# Risk register\n\n" + repeat(5_000, func(i int) string {
			return fmt.Sprintf("%s RSK-%d Management review\n\n**Owner:** CTO\n\n", strings.Repeat("#", 1+i%6), i)
		})}},
		{"5 MB of text", tree{"management-review.md": "# Management review 2026-05-04\n\n" + repeat(50_000, func(i int) string {
			return fmt.Sprintf("The board looked at audit results %d, at risks and objectives, and decided on an action. ISO 27001 asks so.\n", i)
		})}},
		{"5 MB in one paragraph of blanks", tree{"scope.md": "# ISMS scope\n\n" + repeat(250_000, func(int) string { return "[COMPANY NAME] TBD, " })}},
		{"2000 tables", tree{"risk-register.md": "# Risk register\n\n" + repeat(2_000, func(i int) string {
			return fmt.Sprintf("## Area %d\n\n", i) + risksHead + riskRow(2*i) + riskRow(2*i+1) + "\n"
		})}},
		{"2000 tables of no kind", tree{"notes.md": "# Notes\n\n" + repeat(2_000, func(i int) string {
			return fmt.Sprintf("## Area %d\n\n| Thing %d | Colour | Taste |\n|---|---|---|\n| a | b | c |\n\n", i, i)
		})}},
		{"tables of every length", tree{"risk-register.md": "# Risk register\n\n" + repeat(1_500, func(i int) string {
			return fmt.Sprintf("## Area %d\n\n", i) + risksHead + repeat((i%20+1)*part, func(j int) string { return riskRow(i/3 + j) }) + "\n"
		})}},
		{"3000 files", func() tree {
			files := tree{}
			for i := range 3_000 {
				files[fmt.Sprintf("risks/R-%d.yaml", i)] = fmt.Sprintf("id: R-%d\ntitle: It\nowner: CTO\nlikelihood: 3\nimpact: 4\n", i)
			}
			return files
		}()},
		{"a YAML list of 20000 entries", tree{"risks.yaml": repeat(20_000, func(i int) string {
			return fmt.Sprintf("- {id: R-%d, title: It, owner: CTO, likelihood: 3, impact: 4, residual: {level: low}}\n", i)
		})}},
		{"a cell of 1 MB", tree{"risk-register.md": "# Risk register\n\n" + risksHead + "| R-1 | " + repeat(60_000, func(i int) string { return fmt.Sprintf("A.5.1, x%d; ", i) }) + " | CTO | 3 | 4 | " + repeat(60_000, func(int) string { return "A.5.15-A.5.18, " }) + "|\n"}},
		{"30000 links", tree{"documents.md": "# Document register\n\n" + repeat(30_000, func(i int) string { return fmt.Sprintf("- [it](a/%d.md)\n", i) })}},
	}
}
