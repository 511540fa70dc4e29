package catalogue

import (
	"slices"
	"sync"

	"github.com/ismslint/ismslint/internal/isms"
)

// ModelCatalogue is what the model must know of the catalogue. It is made once
// for all.
var ModelCatalogue = sync.OnceValue(modelCatalogue)

func modelCatalogue() isms.Catalogue {
	c := isms.Catalogue{
		Kinds:     Registers(),
		Metadata:  MetadataFields(),
		Intervals: isms.Intervals(),
	}
	for _, t := range DocumentTypes() {
		c.Types = append(c.Types, t.ID)
	}
	for _, v := range Vocabularies() {
		for _, cue := range v.Cues {
			c.Cues = append(c.Cues, cue.Name)
		}
	}
	for _, edition := range []string{Edition2013, Edition2022, Edition2022Amd1} {
		for _, input := range ReviewInputs(edition) {
			c.ReviewInputs = append(c.ReviewInputs, input.Key)
		}
	}
	c.Cues = sortedSet(c.Cues)
	c.ReviewInputs = sortedSet(c.ReviewInputs)
	return c.Prepared()
}

// sortedSet sorts a list that the caller owns and drops what is there twice.
func sortedSet(list []string) []string {
	slices.Sort(list)
	return slices.Compact(list)
}
