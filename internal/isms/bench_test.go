package isms_test

import (
	"fmt"
	"testing"

	"github.com/ismslint/ismslint/internal/isms"
)

func BenchmarkLower(b *testing.B) {
	b.Run("risks=10000", func(b *testing.B) {
		c, m := manyRisks(10_000)
		c = c.Prepared()
		b.ReportAllocs()
		for b.Loop() {
			m.Term(c)
		}
	})
	b.Run("risks=300,documents=300", func(b *testing.B) {
		c, m := manyRisks(300)
		c = c.Prepared()
		m.Documents = manyDocuments(300)
		b.ReportAllocs()
		for b.Loop() {
			m.Term(c)
			for _, d := range m.Documents {
				d.Term(c)
			}
		}
	})
}

func manyDocuments(n int) []*isms.Document {
	list := make([]*isms.Document, n)
	for i := range list {
		d := samplePolicy()
		d.Path = fmt.Sprintf("policies/%03d.md", i)
		d.ID = fmt.Sprintf("ISMS-POL-%03d", i)
		for k := range 30 {
			d.Sections = append(d.Sections, isms.Section{Slug: fmt.Sprintf("s-%d", k), Heading: fmt.Sprintf("Section %d", k), Pos: at(30+k, 1)})
			d.Links = append(d.Links, isms.Link{Target: fmt.Sprintf("%d.md", k), Pos: at(30+k, 9)})
		}
		list[i] = d
	}
	return list
}

func BenchmarkSchema(b *testing.B) {
	c := sampleCatalogue()
	for b.Loop() {
		isms.Schema(c)
	}
}
