// Package synthetic makes information security management systems of any size:
// trees of believable files for measurements, and for comparing two ways of
// evaluating finding by finding. The same options give the same bytes.
package synthetic

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// AsOf is the date as of which a tree without defects is in order.
const AsOf = "2026-11-24"

// Options say how large a tree is. Zero means the default that is named.
type Options struct {
	// Documents is the number of markdown files, the SoA among them; 300.
	Documents int
	// BytesPerDocument is about how long each is; 7,000.
	BytesPerDocument int
	// Entries of the registers. Risks are 300; treatments two for three risks; the
	// others are as many as an organisation of 40 persons has.
	Risks, Treatments, Suppliers, Assets, Incidents, Nonconformities, Objectives, Measurements int
	// Seed varies texts, names and dates.
	Seed uint64
	// Defects plants one defect of each kind in every tenth entry or document.
	Defects bool
}

// Defect is a planted defect.
type Defect struct {
	Kind string // risk-above-acceptance, …
	// Subject is what a finding of it is about: risks/RSK-007, doc/ISMS-POL-001.
	Subject string
	Path    string
}

// Tree is a generated ISMS.
type Tree struct {
	Files   map[string]string // by path
	Defects []Defect          // by kind and subject
}

func (o Options) withDefaults() Options {
	o.Documents = cmp.Or(o.Documents, 300)
	o.BytesPerDocument = cmp.Or(o.BytesPerDocument, 7000)
	o.Risks = cmp.Or(o.Risks, 300)
	o.Treatments = cmp.Or(o.Treatments, max(1, o.Risks*2/3))
	o.Suppliers = cmp.Or(o.Suppliers, 20)
	o.Assets = cmp.Or(o.Assets, 40)
	o.Incidents = cmp.Or(o.Incidents, 15)
	o.Nonconformities = cmp.Or(o.Nonconformities, 12)
	o.Objectives = cmp.Or(o.Objectives, 6)
	o.Measurements = cmp.Or(o.Measurements, 8)
	return o
}

// Generate makes the tree.
func Generate(o Options) Tree {
	g := &generator{o: o.withDefaults(), files: map[string]string{}}
	g.settings()
	g.registers()
	g.documents()
	slices.SortFunc(g.defects, func(a, b Defect) int {
		return cmp.Or(strings.Compare(a.Kind, b.Kind), strings.Compare(a.Subject, b.Subject))
	})
	return Tree{Files: g.files, Defects: g.defects}
}

// Files are the files of the tree by path.
func Files(o Options) map[string]string { return Generate(o).Files }

// Write writes the tree into a folder.
func Write(dir string, o Options) error {
	for path, text := range Files(o) {
		name := filepath.Join(dir, filepath.FromSlash(path))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return fmt.Errorf("write the synthetic ISMS: %w", err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			return fmt.Errorf("write the synthetic ISMS: %w", err)
		}
	}
	return nil
}

type generator struct {
	o       Options
	files   map[string]string
	defects []Defect
}

// random is the source of chance of one file: a tree of another size has the same
// text in it.
func (g *generator) random(path string) *source {
	h := fnv.New64a()
	h.Write([]byte(path)) // never fails
	return &source{rand.New(rand.NewPCG(g.o.Seed, h.Sum64()))}
}

// defect says whether a defect is to be planted in the i-th of something. The
// kinds take turns, so that no entry has two of them.
func (g *generator) defect(kind string, i, turn int, subject, path string) bool {
	if !g.o.Defects || i%10 != turn {
		return false
	}
	g.defects = append(g.defects, Defect{Kind: kind, Subject: subject, Path: path})
	return true
}

// day is a date some days before the date of the evaluation, or after it.
func day(before int) string {
	asOf, _ := time.Parse(time.DateOnly, AsOf)
	return asOf.AddDate(0, 0, -before).Format(time.DateOnly)
}

// source is chance that gives words.
type source struct{ *rand.Rand }

func (s *source) pick(list []string) string { return list[s.IntN(len(list))] }

// between is a number from a to b.
func (s *source) between(a, b int) int { return a + s.IntN(b-a+1) }

func (g *generator) settings() {
	g.files["isms.yaml"] = `edition: "2022"
organization:
  name: Synthetic Holding
  persons: 240
  top_management: [Chief Executive Officer, Chief Technology Officer]
  languages: [en]
intervals:
  risk_assessment: P12M
  internal_audit: P12M
  management_review: P12M
  policy_review: P12M
  supplier_review: P12M
determined: [roles, suppliers, assets, incidents]
outside: []
approval: recorded
versions: recorded
`
}
