package markdown

import (
	"strings"
	"testing"

	"github.com/ismslint/ismslint/internal/syntax"
)

func BenchmarkParse(b *testing.B) {
	prose := strings.Repeat("## 4.3 Scope of the system\n\nThe scope takes in all systems, people and sites that handle the data of customers, "+
		"and leaves out what the landlord runs.\nIt is reviewed *every year* by the [owner](people.md) of the system, who writes down why.\n\n"+
		"- the office in the city, with its network\n- the rooms at the provider\n\n", 500)
	table := "| ID | Risk | Owner |\n|---|---|---|\n" + strings.Repeat("| RSK-001 | A laptop is **lost** on a train | [CISO](people.md) |\n", 3000)
	for name, text := range map[string]string{"prose": prose, "table": table} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				Parse(syntax.NewSource("bench.md", text))
			}
		})
	}
}

func BenchmarkHostile(b *testing.B) {
	for name, text := range hostile(200_000) {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				Parse(syntax.NewSource("hostile.md", text))
			}
		})
	}
}
