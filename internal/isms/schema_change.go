package isms

// changeDefs are the definitions of `input.isms.change`.
func changeDefs(defs schema, c Catalogue) {
	how := enum(Added, Removed, Changed, Moved)
	// The compiler merges what is null or an object into the object, so it needs
	// these written out.
	headOrNull := func() schema { return orNull(placedObject(headProperties(c))) }
	passage := placedObject(schema{"how": how, "material": truth()}.add(text, "unit", "section", "heading", "was", "text"))
	defs["document-change"] = placedObject(schema{
		"how": how, "before": headOrNull(), "after": headOrNull(), "fields": open(truth()),
		"passages":   list(passage),
		"dependents": list(placedObject(schema{"label": text()})),
	}.add(text, "was_path").add(truth, "body_changed", "material", "history_added"))

	registers := schema{}
	for _, kind := range c.Kinds {
		fields := c.shared.kinds[kind.ID]
		entryOrNull := func() schema { return orNull(placedObject(entryProperties(fields))) }
		entry := placedObject(schema{
			"how": how, "label": text(), "before": entryOrNull(), "after": entryOrNull(), "fields": open(truth()), "kept": truth(),
		})
		name := defName("register-change.", kind.ID)
		defs[name] = closed(schema{
			"state": ref("state"), "edition": text(), "rows": count(),
			"header":  closed(c.shared.headers[kind.ID].schema(schema{})),
			"entries": list(entry),
		})
		registers[kind.ID] = ref(name)
	}
	criterion := placedObject(schema{"loosened": truth()}.add(text, "what", "part", "before", "after"))
	defs["change"] = orNull(closed(schema{
		"base":      text(),
		"documents": list(ref("document-change")),
		"registers": closed(registers),
		"criteria":  closed(schema{"version": text(), "changes": list(criterion)}),
	}))
}
