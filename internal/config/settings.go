// Package config reads isms.yaml, what an organisation says of its ISMS and of
// how it wants it checked, and its waivers, from waivers.yaml and comments. The
// files are checked against their JSON Schemas, and each problem is reported at
// its line and column.
package config

import (
	"path"
	"sort"
	"strings"

	"github.com/ismslint/ismslint/internal/isms"
)

// smallOrganization is the number of persons below which an organisation is
// small, in the sense of the introduction of ISO/IEC 27003.
const smallOrganization = 10

// Settings is what isms.yaml says. The zero value is that of a tree without
// one: Declared is false.
type Settings struct {
	Path     string
	Declared bool
	// Edition is "2013", "2022", "2022+amd1" or "".
	Edition string

	Name             string
	Persons          int
	TopManagement    []string
	IntendedOutcomes []string
	Languages        []string
	StartedOn        string
	AuditCycleYears  int

	Intervals     []isms.NamedInterval
	Determined    []string
	Documents     []DocumentRule
	OutsideStated bool
	Outside       []isms.Outside
	NotApplicable []isms.NotApplicable
	Approval      string
	Versions      string
	Public        bool
	// Index is the path of the index document, relative to the tree.
	Index string
	Lint  Lint

	pos   isms.Pos
	parts []isms.Part
	at    map[string]isms.Pos
}

// DocumentRule says what the files that match Glob are. The glob is relative to
// the folder of isms.yaml.
type DocumentRule struct {
	Glob    string
	Type    string
	Topic   string
	Clauses []string
	// Ignore is the reason why the files are no part of the ISMS, "" where they
	// are.
	Ignore string
	Pos    isms.Pos
}

// Lint says how ismslint works here.
type Lint struct {
	// Levels of rules by id: error, warning, note or off.
	Levels map[string]string
	// Ignore are globs of files that are not read, relative to the folder of
	// isms.yaml.
	Ignore []string
	// Policies are paths of folders or bundles with own rules, relative to the
	// tree.
	Policies []string
	// LongestWaiver is how long a waiver may hold, as written; "" where it is not
	// said.
	LongestWaiver string
}

// defaultLongestWaiver is how long a waiver may hold where nothing is said.
const defaultLongestWaiver = "P12M"

// LongestWaiver is how long a waiver may hold from the day of the evaluation.
func (s *Settings) LongestWaiver() (isms.Interval, string) {
	raw := orDefault(s.Lint.LongestWaiver, defaultLongestWaiver)
	longest, _ := Duration(raw) // loading checked it
	return longest, raw
}

// Dir is the folder of isms.yaml relative to the tree, "" for its top.
func (s *Settings) Dir() string {
	if dir := path.Dir(s.Path); dir != "." && s.Path != "" {
		return dir
	}
	return ""
}

// Pos is the position of a value by its keys: "edition", "organization/persons",
// "determined/0", "documents/policies/*.md". "" is the file's whole mapping.
func (s *Settings) Pos(key string) (isms.Pos, bool) {
	if key == "" {
		return s.pos, s.Declared
	}
	pos, ok := s.at[key]
	return pos, ok
}

// Organization is the part of the settings that the rules see. The keys of its
// positions are those of the model: "persons", "intervals/risk_assessment",
// "outside/0", "edition".
func (s *Settings) Organization() isms.Organization {
	return isms.Organization{
		Place:           isms.Place{Path: s.Path, Pos: s.pos, Parts: s.parts},
		Declared:        s.Declared,
		Name:            s.Name,
		Persons:         s.Persons,
		Small:           s.Persons > 0 && s.Persons < smallOrganization,
		TopManagement:   s.TopManagement,
		Intervals:       s.Intervals,
		Determined:      s.Determined,
		OutsideStated:   s.OutsideStated,
		Outside:         s.Outside,
		NotApplicable:   s.NotApplicable,
		Approval:        orDefault(s.Approval, "recorded"),
		Versions:        orDefault(s.Versions, "recorded"),
		Public:          s.Public,
		Languages:       s.Languages,
		StartedOn:       s.StartedOn,
		AuditCycleYears: s.AuditCycleYears,
	}
}

// Find returns the settings files among the paths of a tree: the shallowest
// first, without those in a folder below another one's. More than one means
// that the tree holds several ISMS, or that isms.yaml stands beside isms.yml.
func Find(paths []string) []string {
	var all []string
	for _, p := range paths {
		if base := path.Base(p); base == "isms.yaml" || base == "isms.yml" {
			all = append(all, p)
		}
	}
	sort.Slice(all, func(i, j int) bool {
		if a, b := strings.Count(all[i], "/"), strings.Count(all[j], "/"); a != b {
			return a < b
		}
		return all[i] < all[j]
	})
	var found []string
	taken := map[string]bool{} // folders that have one
	for _, p := range all {
		dir := path.Dir(p)
		if !belowTaken(dir, taken) {
			found = append(found, p)
			taken[dir] = true
		}
	}
	return found
}

// belowTaken says whether a folder above dir is taken; dir itself does not
// count.
func belowTaken(dir string, taken map[string]bool) bool {
	for dir != "." && dir != "/" {
		dir = path.Dir(dir)
		if taken[dir] {
			return true
		}
	}
	return false
}

func orDefault(s, fallback string) string {
	if s == "" {
		return fallback
	}
	return s
}
