package recognise

import (
	"testing"

	"github.com/ismslint/ismslint/internal/isms"
)

func scaleOf(labels ...string) []isms.Step {
	s := isms.Scale{}
	for i, label := range labels {
		n := float64(i + 1)
		step := isms.Step{Label: label, Number: &n}
		step.Key = stepKey(&step)
		s.Steps = append(s.Steps, step)
	}
	rankSteps(&s)
	return s.Steps
}

func TestJudged(t *testing.T) {
	plain := scaleOf("rare", "possible", "likely")
	labelled := scaleOf("1 - Rare", "2 - Possible", "Likely (3)")
	words := []isms.Step{{Key: "low", Label: "Low", Rank: 1}, {Key: "high", Label: "High", Rank: 2}}
	tests := []struct {
		steps []isms.Step
		raw   string
		want  string
	}{
		{plain, "likely", "likely"},
		{plain, "🔴 Likely", "likely"},
		{plain, "3", "likely"},
		{plain, "3/5", "likely"},
		{plain, "3 - Likely", "likely"},
		{plain, "Likely (3)", "likely"},
		{plain, "Likely (60-79 %)", "likely"},
		{plain, "2 - Likely", ""},
		{plain, "not likely", ""},
		{plain, "very likely", ""},
		{plain, "possible to likely", ""},
		{plain, "unlikely", ""},
		{plain, "4", ""},
		{plain, "3 %", ""},
		{plain, "möglich", "possible"},
		{plain, "C: 1, I: 3, A: 2", "likely"},
		{plain, "C: 1, I: 9, A: 2", ""},
		{plain, "", ""},
		{labelled, "Rare", "1 rare"},
		{labelled, "1", "1 rare"},
		{labelled, "Likely", "likely 3"},
		{words, "2", "high"},
		{words, "severe", ""},
		{words, "Very High", ""},
		{nil, "high", ""},
	}
	for _, tt := range tests {
		got := judged(tt.steps, tt.raw, isms.Level{Number: levelNumber(tt.raw)})
		if got.Step != tt.want {
			t.Errorf("%q: got %q, want %q", tt.raw, got.Step, tt.want)
		}
	}
}

func number(n float64) *float64 { return &n }

func TestLevel(t *testing.T) {
	ranges := []isms.Step{
		{Key: "low", Label: "Low", Min: number(1), Max: number(4)},
		{Key: "medium", Label: "Medium", Min: number(5), Max: number(9)},
		{Key: "high", Label: "High", Min: number(10)},
	}
	numbered := []isms.Step{{Key: "low", Label: "Low", Number: number(1), Max: number(4)}, {Key: "high", Label: "High", Number: number(2), Min: number(5)}}
	tests := []struct {
		steps  []isms.Step
		raw    string
		want   string
		number bool
	}{
		{ranges, "High (15)", "high", true},
		{ranges, "15", "high", true},
		{ranges, "15 - high", "high", true},
		{ranges, "12/25", "high", true},
		{ranges, "🟡 Medium", "medium", false},
		{ranges, "0", "", true},
		{ranges, "purple", "", false},
		// Either the level 2 or the score 2: nobody can say.
		{numbered, "2", "", false},
		{numbered, "1", "low", true},
		{numbered, "9", "high", true},
	}
	for _, tt := range tests {
		link := criteriaLink{criteria: &isms.Criteria{Levels: isms.Scale{Steps: tt.steps}}}
		got := link.level(tt.raw, isms.Level{Number: levelNumber(tt.raw)})
		if got.Step != tt.want || (got.Number != nil) != tt.number {
			t.Errorf("%q: got %+v, want %q", tt.raw, got, tt.want)
		}
	}
}

func TestCloseBounds(t *testing.T) {
	open := []isms.Step{{Min: number(10)}, {Min: number(1)}, {Min: number(5)}}
	closeBounds(open)
	if open[0].Max != nil || *open[1].Max != 4 || *open[2].Max != 9 {
		t.Errorf("got %v, %v, %v", open[0].Max, *open[1].Max, *open[2].Max)
	}
	mixed := []isms.Step{{Max: number(4)}, {Min: number(5)}}
	if closeBounds(mixed); mixed[1].Max != nil {
		t.Error("the bounds of a closed scale changed")
	}
}

func TestPropertiesIn(t *testing.T) {
	tests := []struct {
		text    string
		letters bool
		want    string
	}{
		{"C, I, A", true, "CIA"}, {"CIA", true, "CIA"}, {"A", true, "A"}, {"C/A", true, "CA"}, {"all", true, "CIA"},
		{"Confidentiality and integrity", true, "CI"}, {"Verfügbarkeit", true, "A"}, {"Vertraulichkeit", true, "C"},
		{"disponibilité", true, "A"}, {"完全性", true, "I"}, {"V", true, "CA"},
		{"Safety", true, ""}, {"", true, ""}, {"cavia", true, ""},
		{"a loss of availability", false, "A"}, {"a fire in c block", false, ""},
	}
	for _, tt := range tests {
		p, ok := propertiesIn(tt.text, tt.letters)
		got := ""
		for _, x := range []struct {
			has    bool
			letter string
		}{{p.Confidentiality, "C"}, {p.Integrity, "I"}, {p.Availability, "A"}} {
			if x.has {
				got += x.letter
			}
		}
		if got != tt.want || ok != (tt.want != "") {
			t.Errorf("%q: got %q %v, want %q", tt.text, got, ok, tt.want)
		}
	}
}

func FuzzMatchStep(f *testing.F) {
	for _, text := range []string{"4 - Likely", "High (15)", "not likely", "C: 3, I: 2", "ß\x80", "1/"} {
		f.Add(text)
	}
	steps := scaleOf("rare", "unlikely", "1 - Possible", "", "likely")
	f.Fuzz(func(t *testing.T, text string) {
		if at := matchStep(steps, text); at < -1 || at >= len(steps) {
			t.Errorf("%q: step %d", text, at)
		}
		link := criteriaLink{criteria: &isms.Criteria{Levels: isms.Scale{Steps: steps}}}
		link.level(text, isms.Level{Number: levelNumber(text)})
		judged(steps, text, isms.Level{Number: levelNumber(text)})
	})
}
