# METADATA
# title: Documents carry a label that fits who can read them
# description: >-
#   The clause asks to protect documented information adequately. A label in the head of documents shows who may
#   see them. Where isms.yaml says that everybody can read this repository, a document labelled as internal or
#   confidential contradicts that.
# custom:
#   scope: repository
#   clause: "7.5.3"
#   activities: ["7.5.3-b"]
#   checks: ["7.5.3-3"]
#   kind: metadata
#   strength: shall
#   source: "27003"
#   level: note
#   certainty: decides
#   small_organization: keep
#   remedy: >-
#     Move the document out of the public repository, or correct its label.
package ismslint.rules.control_of_documents.classification_fits

import data.ismslint.lib

evidence contains lib.evidence(_labelled[0], "classification") if count(_labelled) > 0

evidence contains lib.evidence(input.isms.registers.documents, "columns/classification") if {
	some entry in input.isms.registers.documents.entries
	lib.filled(entry.classification)
}

findings contains lib.indicated(lib.finding(_closed[0], "classification", message)) if {
	count(_closed) > 0
	message := sprintf("isms.yaml says that everybody can read this repository; %s: %s", [
		_labelled_as,
		lib.few([document._path | some document in _closed]),
	])
}

_labelled_as := sprintf("1 document is labelled %q", [_closed[0].metadata.classification.raw]) if count(_closed) == 1

_labelled_as := sprintf("%d documents are labelled as internal or confidential", [count(_closed)]) if count(_closed) > 1

_labelled := [document |
	some document in input.isms.documents
	document.evidence
	document.section == ""
	document.metadata.classification.raw != ""
]

_closed := [document |
	input.isms.organization.public
	some document in _labelled
	document.metadata.classification.value == "restricted"
]
