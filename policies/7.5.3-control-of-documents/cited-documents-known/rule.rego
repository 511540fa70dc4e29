# METADATA
# title: Documents that the text names by title are there
# description: >-
#   A title in quotation marks or italics that ends in policy, procedure, plan or the like sends the reader to another document. Where
#   most such titles lead to a document, section, file or entry of a list, one that leads to none is a slip of the pen,
#   or the document was renamed or never written. Parts of titles count; what isms.yaml says is kept elsewhere does too.
# custom:
#   scope: repository
#   clause: "7.5.3"
#   activities: ["7.5.3-a"]
#   checks: []
#   kind: xref
#   strength: should
#   source: practice
#   level: note
#   certainty: indicates
#   small_organization: keep
#   remedy: >-
#     Correct the title, write the document, or say where it is kept.
package ismslint.rules.control_of_documents.cited_documents_known

import data.ismslint.lib

findings contains lib.finding(slip, ".", sprintf("%q is named here, and no document, section or entry of a list was recognised by that title", [slip.label])) if {
	some slip in _unknown
}

evidence contains lib.evidence(document, ".") if {
	count(_unknown) == 0
	some document in input.isms.documents
	document.evidence
	document.kind == "policy"
}

_unknown := [slip | some slip in input.isms.slips.unknown; slip.field == "title"]
