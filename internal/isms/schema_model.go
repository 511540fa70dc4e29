package isms

import (
	"maps"
	"slices"
)

func sortedKeys(s schema) []string { return slices.Sorted(maps.Keys(s)) }

func modelDefs(defs schema, c Catalogue) {
	defs["address"] = placedObject(schema{
		"signal": signals(), "certainty": certainty(), "date": day(),
	}.add(text, "section", "title", "why", "points"))
	defs["statement"] = placedObject(schema{"text": text(), "date": day()})
	defs["statement.or-null"] = orNull(placedObject(schema{"text": text(), "date": day()}))
	defs["type"] = placedObject(schema{"items": list(ref("address")), "others": list(ref("address")), "cues": open(ref("address"))})
	criteriaDefs(defs)
	changeDefs(defs, c)
	slipsDefs(defs)
	defs["organization"] = organizationSchema(c)

	registers, types := schema{}, schema{}
	for _, kind := range c.Kinds {
		registers[kind.ID] = ref(defName("register.", kind.ID))
		registerDefs(defs, c, kind.ID)
	}
	for _, id := range c.Types {
		types[id] = ref("type")
	}
	defs["isms"] = closed(schema{
		"anchor":       ref("place"),
		"organization": ref("organization"),
		"registers":    closed(registers),
		"types":        closed(types),
		"documents":    list(ref("head")),
		"criteria":     ref("criteria"),
		"slips":        ref("slips"),
		"people": open(closed(schema{
			"name": text(), "top": truth(), "title": truth(), "ids": list(text()), "like_id": truth(),
		})),
		"ids":                open(list(ref("place"))),
		"sections_by_clause": open(list(ref("address"))),
		"files":              open(closed(schema{}.add(day, "changed_on", "changed_by"))),
		"change":             ref("change"),
	}.add(text, "as_of", "edition", "edition_signal", "root").add(truth, "declared", "recognised"))
}

func organizationSchema(c Catalogue) schema {
	return placedObject(schema{
		"persons":           count(),
		"audit_cycle_years": count(),
		"top_management":    list(text()),
		"intervals":         closed(c.shared.intervals.schema(schema{})),
		"determined":        open(truth()),
		"outside":           open(text()),
		"started_on":        day(),
		"languages":         list(text()),
	}.add(text, "name", "approval", "versions").add(truth, "small", "outside_stated", "public"))
}

func criteriaDefs(defs schema) {
	defs["step"] = placedObject(schema{"rank": count()}.
		add(text, "key", "label", "meaning", "acceptance", "acceptance_raw").
		add(numeral, "number", "min", "max"))
	defs["scale"] = placedObject(schema{
		"state":          ref("state"),
		"meaning_column": truth(),
		"steps":          list(ref("step")),
		"index":          open(count()),
	})
	cell := closed(schema{"level": text(), "score": numeral()})
	gap := placedObject(schema{"levels": list(text())}.add(text, "likelihood", "consequence"))
	defs["criteria"] = placedObject(schema{
		"state": ref("state"),
		"cells": open(open(cell)),
		"gaps":  list(gap),
	}.add(text, "version", "combination").
		add(truth, "ordered", "complete", "acceptance_known", "acceptance_column").
		add(func() schema { return ref("scale") }, "likelihood", "consequence", "levels"))
}

func registerDefs(defs schema, c Catalogue, kind string) {
	fields := c.shared.kinds[kind]
	inputs := schema{}
	for _, key := range c.ReviewInputs {
		inputs[key] = ref("review-input")
	}
	defs["review-input"] = placedObject(schema{"filled": truth(), "none": truth()})
	defs["decision"] = placedObject(schema{"id": text(), "open": truth(), "lacks": list(text())})
	defs["mention"] = placedObject(schema{"reported": truth(), "date": day()})
	defs["review-inputs"] = partial(inputs)
	defs["result"] = placedObject(schema{"raw": text(), "date": day(), "beyond": nullable("boolean"), "said": truth()})
	defs["coverage"] = closed(schema{"clauses": open(truth()), "controls": open(truth())}.add(truth, "all_clauses", "all_controls"))

	entry := defName("entry.", kind)
	defs[entry] = placedObject(entryProperties(fields))

	columns := schema{}
	for name := range fields.columns {
		columns[name] = truth()
	}
	defs[defName("register.", kind)] = placedObject(schema{
		"state":      ref("state"),
		"signal":     signals(),
		"decided":    truth(),
		"columns":    partial(columns),
		"header":     closed(c.shared.headers[kind].schema(schema{})),
		"entries":    list(ref(entry)),
		"row":        open(count()),
		"duplicates": list(closed(schema{"id": text(), "entries": list(count())})),
		"none":       ref("statement.or-null"),
		"statements": open(ref("statement")),
		"possible":   list(ref("address")),
	}.add(text, "kind", "title", "edition"))
}

// entryProperties are what an entry has. The map is made anew for each.
func entryProperties(fields *fieldSet) schema {
	return fields.schema(schema{
		"index":         count(),
		"structured":    truth(),
		"other":         open(text()),
		"inputs":        ref("review-inputs"),
		"decision_list": list(ref("decision")),
		"mentions":      open(ref("mention")),
		"results":       list(ref("result")),
		"covers":        ref("coverage"),
	}.add(text, "id", "label", "section", "group"))
}

// headProperties are what a document has both in the list and as
// `input.document`. The map is made anew for each, as callers add to it.
func headProperties(c Catalogue) schema {
	return schema{
		"signal":    signals(),
		"certainty": certainty(),
		"date":      day(),
		"metadata":  closed(c.shared.metadata.schema(schema{})),
		"clauses":   list(ref("citation")),
		"controls":  list(ref("citation")),
		"addresses": open(ref("declared-address")),
		"elements":  open(truth()),
		"topics":    open(truth()),
	}.add(text, "section", "id", "title", "type", "topic", "kind", "why", "foreign", "points", "language", "carrier").
		add(truth, "evidence", "template", "stub")
}

func documentDefs(defs schema, c Catalogue) {
	defs["citation"] = placedObject(schema{"declared": truth()}.add(text, "id", "raw"))
	defs["declared-address"] = placedObject(schema{"empty": truth()}.add(text, "anchor", "section"))
	defs["section"] = placedObject(schema{"clauses": list(text()), "empty": truth()}.
		add(text, "slug", "heading", "number", "type").
		add(count, "level", "words", "items", "rows", "placeholders"))
	defs["cue"] = placedObject(schema{"section": text()})
	defs["link"] = placedObject(schema{"exists": truth()}.add(text, "target", "path"))
	defs["placeholder"] = placedObject(schema{"text": text()})
	defs["revision"] = placedObject(revision.schema(schema{}))

	cues := schema{}
	for _, name := range c.Cues {
		cues[name] = list(ref("cue"))
	}
	defs["head"] = placedObject(headProperties(c))
	document := headProperties(c)
	document["sections"] = list(ref("section"))
	document["cues"] = closed(cues)
	document["links"] = list(ref("link"))
	document["placeholders"] = list(ref("placeholder"))
	document["history"] = list(ref("revision"))
	defs["document"] = placedObject(document)
}
