package verdict

import (
	"github.com/ismslint/ismslint/internal/isms"
	"github.com/ismslint/ismslint/internal/policy"
)

// ReadingRule is the rule to which findings belong that the reading of the
// files made: it is no Rego rule and forms no verdict.
var ReadingRule = &policy.Meta{
	ID: "reading/file-not-read", Category: "reading", Name: "file-not-read",
	Title:       "A file of the ISMS can be read",
	Description: "A file, or a part of it, could not be read. What it holds was not evaluated, and rules that need it are silent.",
	Scope:       "repository", Kind: "reading", Strength: "should", Source: "practice",
	Level: "warning", Certainty: string(isms.Decides),
	Remedy: "Correct the place named, or take the file out with lint.ignore in isms.yaml.",
}

// DeclarationRule is the rule to which findings belong on declarations that point
// at nothing. It is no Rego rule either.
var DeclarationRule = &policy.Meta{
	ID: "reading/declaration-in-vain", Category: "reading", Name: "declaration-in-vain",
	Title:       "What is declared is there",
	Description: "A pattern in isms.yaml that nothing matches, or a type, register, clause or activity that does not exist, changes nothing, and nobody notices.",
	Scope:       "repository", Kind: "reading", Strength: "should", Source: "practice",
	Level: "warning", Certainty: string(isms.Decides),
	Remedy: "Correct the path or the name, or delete the declaration.",
}

// LooseningRule is the rule to which findings belong on settings that a change
// makes more lenient. It is no Rego rule either.
var LooseningRule = &policy.Meta{
	ID: "change/settings-loosened", Category: "change", Name: "settings-loosened",
	Title:       "A change does not judge itself",
	Description: "The state before is what judges a change. What its own settings would allow beyond that holds only once it is merged, and a reviewer should agree to it.",
	Scope:       "repository", Kind: "change", Strength: "should", Source: "practice",
	Level: "warning", Certainty: string(isms.Decides),
	Remedy: "Look whether the reason for it holds; it takes effect with the merge.",
}

// CarrierRule is the rule to which findings belong on documents that say of
// themselves two things at once. It is no Rego rule either.
var CarrierRule = &policy.Meta{
	ID: "reading/carriers-disagree", Category: "reading", Name: "carriers-disagree",
	Title:       "A document says one thing of itself",
	Description: "Front matter, control table and header or footer of a document give different values of its id, version, owner, approval, status, classification or next review. Which of them holds, a reader cannot tell; the first was used.",
	Scope:       "repository", Kind: "reading", Strength: "should", Source: "practice",
	Level: "warning", Certainty: string(isms.Decides),
	Remedy: "Keep the value in one place, or correct the other one.",
}

// waiverRule is a rule to which findings belong on waivers themselves.
func waiverRule(name, title, description, remedy string) *policy.Meta {
	return &policy.Meta{
		ID: waiverCategory + "/" + name, Category: waiverCategory, Name: name, Title: title, Description: description,
		Scope: "repository", Kind: "waiver", Strength: "should", Source: "practice",
		Level: "warning", Certainty: string(isms.Decides), Remedy: remedy,
	}
}

const waiverCategory = "waivers"

// The rules on waivers.
var (
	WaiverIncomplete = waiverRule("incomplete", "A waiver says what, where, why, who and until when",
		"A decision not to act on a finding needs a rule, a place, a reason, an owner and an end. Where one of them is not there, or cannot be read, nothing is waived.",
		"Fill in what is named, or delete the waiver.")
	WaiverUnknownRule = waiverRule("unknown-rule", "A waiver names a rule that there is",
		"A waiver of a rule that does not exist, or whose findings cannot be waived, waives nothing, and nobody notices.",
		"Correct the name; `ismslint rules` lists them. Findings on waivers and on loosened settings cannot be waived.")
	WaiverExpired = waiverRule("expired", "A waiver has not ended",
		"The day until which the finding was to be left alone has passed. It is reported again.",
		"Act on the finding and delete the waiver, or decide anew, with a new reason.")
	WaiverTooLong = waiverRule("too-long", "A waiver ends within the longest term",
		"A waiver that ends further ahead than lint.longest_waiver in isms.yaml allows, 12 months where it says nothing, is a decision for ever. It waives nothing.",
		"Choose an earlier end, and look at the matter again then.")
	WaiverRisk = waiverRule("risk-not-found", "The risk that a waiver names is in the register",
		"The waiver says that a risk was accepted with it, and the risk register has no such entry.",
		"Correct the id, or record the risk and its acceptance.")
	WaiverUnused = waiverRule("unused", "A waiver waives something",
		"No finding of the rule stands at the place. What was waived is mended, has moved, or was never there.",
		"Delete the waiver, or correct its place.")
)

// OwnRules are those that no Rego rule carries out.
func OwnRules() []*policy.Meta {
	return []*policy.Meta{
		ReadingRule, DeclarationRule, CarrierRule, LooseningRule,
		WaiverIncomplete, WaiverUnknownRule, WaiverExpired, WaiverTooLong, WaiverRisk, WaiverUnused,
	}
}

// OwnRule is the one with the id, nil where there is none.
func OwnRule(id string) *policy.Meta {
	for _, m := range OwnRules() {
		if m.ID == id {
			return m
		}
	}
	return nil
}
