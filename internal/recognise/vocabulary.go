package recognise

import (
	"strings"
	"sync"

	"github.com/ismslint/ismslint/internal/catalogue"
	"github.com/ismslint/ismslint/internal/isms"
)

// vocabulary is the catalogue's vocabulary of all languages, made ready for
// look-ups. It is built once and only read.
type vocabulary struct {
	types     []catalogue.DocumentType
	typeIndex map[string]int
	kinds     map[string]*isms.RegisterKind

	titles   phrases // values index types
	cautious phrases // title_only terms: titles and file names, not headings
	files    []filePattern
	topics   phrases // values index topics
	topicIDs []string
	docKinds phrases // values index docKindIDs
	kindIDs  []string
	notes    phrases // not-evidence words

	headings map[string]*phrases // cue headings by type

	metadata map[string]string // normalised key → field
	specs    map[string]isms.FieldSpec
	columns  map[string]map[string]string // kind → normalised header → field
	longCols map[string]*phrases          // kind → headers of two words or more
	colNames map[string][]string          // kind → fields, indexed by longCols

	values   map[string]map[string]string // list → normalised → value
	longVals map[string]*phrases
	valNames map[string][]string
	// levelRanks are the places of the words for levels, lowest first.
	levelRanks map[string]int
	// levelLanguages are the languages that a word for a level belongs to.
	levelLanguages map[string][]string

	people    phrases // titles of top management
	managers  phrases
	cues      []cueMatcher
	inputs    phrases
	inputKeys []string
	elements  phrases // headings of the parts of a policy
	partNames []string

	emptyReasons, notApproved, unfilled map[string]bool
	months                              map[string]int
	intervals                           map[string]string
	quarters                            map[string]bool
	// hints are words that change what stands beside them, by what they say.
	hints map[string]*phrases
	// unfilledLength is the length of the longest of unfilled.
	unfilledLength int
	languages      []string // their codes
	// labels are the types in the words of a reader: their first English titles.
	labels map[string]string
	// spread is how many register kinds have a header.
	spread map[string]int
	// wordLanguage is the language of a common word that one language other than
	// English has ("directive").
	wordLanguage map[string]string
	common       map[string][]int // the languages whose common word it is
}

type filePattern struct {
	words     []string
	openStart bool
	openEnd   bool
	// folder is set for a pattern that names the folder too.
	folder bool
	typ    int
}

var vocab = sync.OnceValue(buildVocabulary)

func buildVocabulary() *vocabulary {
	v := &vocabulary{
		types: catalogue.DocumentTypes(), typeIndex: map[string]int{}, kinds: map[string]*isms.RegisterKind{},
		headings: map[string]*phrases{}, metadata: map[string]string{}, specs: map[string]isms.FieldSpec{},
		columns: map[string]map[string]string{}, longCols: map[string]*phrases{}, colNames: map[string][]string{},
		values: map[string]map[string]string{}, longVals: map[string]*phrases{}, valNames: map[string][]string{},
		emptyReasons: map[string]bool{}, notApproved: map[string]bool{}, unfilled: map[string]bool{},
		months: map[string]int{}, intervals: map[string]string{}, levelRanks: map[string]int{}, common: map[string][]int{}, levelLanguages: map[string][]string{},
		quarters: map[string]bool{}, hints: map[string]*phrases{}, labels: map[string]string{}, spread: map[string]int{}, wordLanguage: map[string]string{},
	}
	registers := catalogue.Registers()
	for i := range registers {
		v.kinds[registers[i].ID] = &registers[i]
	}
	for i, t := range v.types {
		v.typeIndex[t.ID] = i
		for _, f := range t.Files {
			v.files = append(v.files, compileFilePattern(f, i))
		}
	}
	for _, spec := range catalogue.MetadataFields() {
		v.specs[spec.Name] = spec
	}
	for _, topic := range catalogue.Topics() {
		v.topicIDs = append(v.topicIDs, topic.ID)
	}
	for _, lang := range catalogue.Vocabularies() {
		v.addLanguage(&lang)
	}
	for phrase := range v.unfilled {
		v.unfilledLength = max(v.unfilledLength, len(phrase))
	}
	v.addColumnsOf(catalogue.Vocabularies())
	return v
}

// compileFilePattern reads a pattern such as "*risk-register*": whole words of
// the normalised name, open at either end.
func compileFilePattern(pattern string, typ int) filePattern {
	base := strings.TrimSuffix(pattern, ".*")
	closedEnd := base != pattern
	if dot := strings.LastIndex(base, "."); dot > 0 && !closedEnd {
		base, closedEnd = base[:dot], true
	}
	return filePattern{
		words:     strings.Fields(normalise(strings.Trim(base, "*"))),
		openStart: strings.HasPrefix(base, "*"),
		openEnd:   strings.HasSuffix(base, "*") && !closedEnd,
		folder:    strings.Contains(base, "/"),
		typ:       typ,
	}
}

func (v *vocabulary) addLanguage(l *catalogue.Vocabulary) {
	v.addTypes(l)
	v.addFields(l)
	v.addPhrases(l)
}

// addTypes adds what documents are called.
func (v *vocabulary) addTypes(l *catalogue.Vocabulary) {
	for _, w := range l.Titles {
		if v.labels[w.Key] == "" && len(w.Terms) > 0 {
			v.labels[w.Key] = w.Terms[0]
		}
		addAll(&v.titles, w.Terms, v.typeIndex, w.Key)
	}
	for _, w := range l.TitleOnly {
		addAll(&v.cautious, w.Terms, v.typeIndex, w.Key)
		for _, term := range w.Terms {
			v.speak(term, l.Language)
		}
	}
	for _, w := range l.Headings {
		p := v.headings[w.Key]
		if p == nil {
			p = &phrases{}
			v.headings[w.Key] = p
		}
		for i, term := range w.Terms {
			p.add(term, i)
		}
	}
	for _, w := range l.Topics {
		addAll(&v.topics, w.Terms, indexOf(v.topicIDs), w.Key)
	}
	for _, w := range l.Kinds {
		v.kindIDs = append(v.kindIDs, w.Key)
		for _, term := range w.Terms {
			v.docKinds.add(term, len(v.kindIDs)-1)
		}
	}
	for _, term := range l.NotEvidence {
		v.notes.add(term, 0)
	}
}

// addFields adds keys and values of metadata and registers.
func (v *vocabulary) addFields(l *catalogue.Vocabulary) {
	for _, w := range l.Metadata {
		for _, term := range w.Terms {
			if key := normalise(term); v.metadata[key] == "" {
				v.metadata[key] = w.Key
			}
		}
	}
	for _, w := range l.Values {
		list, value, _ := strings.Cut(w.Key, "=")
		v.addValues(list, value, w.Terms)
	}
	for i, w := range l.LevelWords {
		v.addValues("level_words", w.Key, w.Terms)
		v.levelRanks[w.Key] = i + 1
		for _, term := range w.Terms {
			key := normalise(term)
			v.levelLanguages[key] = append(v.levelLanguages[key], l.Language)
		}
	}
	for _, term := range l.TopManagement {
		v.people.add(term, 0)
	}
	for _, term := range l.ISMSManagers {
		v.managers.add(term, 0)
	}
	for _, cue := range l.Cues {
		v.cues = append(v.cues, compileCue(cue))
	}
	for _, w := range l.ReviewInputs {
		v.inputKeys = append(v.inputKeys, w.Key)
		for _, term := range w.Terms {
			v.inputs.add(term, len(v.inputKeys)-1)
		}
	}
}

// addPhrases adds what stands in values: empty phrases, times, hints.
func (v *vocabulary) addPhrases(l *catalogue.Vocabulary) {
	for _, w := range l.Elements {
		v.partNames = append(v.partNames, w.Key)
		for _, term := range w.Terms {
			v.elements.add(term, len(v.partNames)-1)
		}
	}
	addSet(v.emptyReasons, l.EmptyReasons)
	addSet(v.notApproved, l.NotApproved)
	addSet(v.unfilled, l.Unfilled)
	for i, w := range l.Months {
		for _, term := range w.Terms {
			v.months[normalise(term)] = i%12 + 1
		}
	}
	for _, w := range l.Intervals {
		for _, term := range w.Terms {
			v.intervals[normalise(term)] = w.Key
		}
	}
	addSet(v.quarters, l.Quarters)
	for _, w := range l.Hints {
		if v.hints[w.Key] == nil {
			v.hints[w.Key] = &phrases{}
		}
		for _, term := range w.Terms {
			v.hints[w.Key].add(term, 0)
		}
	}
	common := map[string]bool{}
	addSet(common, l.Common)
	for word := range common {
		v.common[word] = append(v.common[word], len(v.languages))
	}
	v.languages = append(v.languages, l.Language)
}

func addAll(p *phrases, terms []string, index map[string]int, key string) {
	i, ok := index[key]
	if !ok {
		return
	}
	for _, term := range terms {
		p.add(term, i)
	}
}

func indexOf(ids []string) map[string]int {
	m := make(map[string]int, len(ids))
	for i, id := range ids {
		m[id] = i
	}
	return m
}

func addSet(set map[string]bool, terms []string) {
	for _, term := range terms {
		set[normalise(term)] = true
	}
}

func (v *vocabulary) addValues(list, value string, terms []string) {
	if v.values[list] == nil {
		v.values[list], v.longVals[list] = map[string]string{}, &phrases{}
	}
	v.valNames[list] = append(v.valNames[list], value)
	for _, term := range terms {
		v.values[list][normalise(term)] = value
		v.longVals[list].add(term, len(v.valNames[list])-1)
	}
}

// addColumnsOf gives each register kind its own table of headers: terms of its own
// ("soa.implementation") win over those of the plain field, and a field's own
// name always counts.
func (v *vocabulary) addColumnsOf(languages []catalogue.Vocabulary) {
	registers := catalogue.Registers()
	words := map[string][]catalogue.Words{}
	for _, lang := range languages {
		for _, w := range lang.Columns {
			words[w.Key] = append(words[w.Key], w)
		}
	}
	for i := range registers {
		kind := &registers[i]
		exact, long := map[string]string{}, &phrases{}
		var names []string
		put := func(field string, terms []string) {
			names = append(names, field)
			for _, term := range terms {
				key := normalise(term)
				if key == "" || exact[key] != "" {
					continue
				}
				exact[key] = field
				if strings.Contains(key, " ") {
					long.add(term, len(names)-1)
				}
			}
		}
		for _, own := range []bool{true, false} {
			for _, spec := range kind.Fields {
				key := spec.Name
				if own {
					key = kind.ID + "." + spec.Name
				}
				for _, w := range words[key] {
					put(spec.Name, w.Terms)
				}
				if own {
					put(spec.Name, []string{spec.Name})
				}
			}
		}
		v.columns[kind.ID], v.longCols[kind.ID], v.colNames[kind.ID] = exact, long, names
		for header := range exact {
			v.spread[header]++
		}
	}
}
