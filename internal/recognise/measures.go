package recognise

import (
	"strings"

	"github.com/ismslint/ismslint/internal/isms"
)

// measureFields are the options and the measures of registers on treatment.
var measureFields = map[string][2]string{"treatments": {"option", "action"}, "risks": {"decision", "treatment_text"}}

// settleMeasures reads a measure from the cell of the option where that says
// more than the option ("Mitigate by signing in with keys") and the measure has
// no cell of its own.
func settleMeasures(reg *isms.Register) {
	names, ok := measureFields[reg.Kind]
	if !ok {
		return
	}
	for i := range reg.Entries {
		e := &reg.Entries[i]
		option, measure := fieldOf(e.Fields, names[0]), fieldOf(e.Fields, names[1])
		if option == nil || measure != nil && measure.Value != nil || len(strings.Fields(option.Raw)) < 3 {
			continue
		}
		field := isms.Field{Name: names[1], Raw: option.Raw, Value: isms.Text(option.Raw), Pos: option.Pos}
		if measure != nil {
			*measure = field
			continue
		}
		e.Fields = append(e.Fields, field)
	}
}
