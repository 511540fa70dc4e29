# METADATA
# title: Links between documents lead somewhere
# description: >-
#   Documents are of use where they are found. Links and named related documents that lead to a file of this
#   repository are followed; those that lead to no file are reported once for each document. Web addresses, routes
#   of a site generator (a leading slash, no file ending), blanks of templates and targets outside the repository
#   are not judged.
# custom:
#   scope: document
#   clause: "7.5.3"
#   activities: ["7.5.3-a"]
#   checks: ["7.5.3-1", "R-DOC-7"]
#   kind: xref
#   strength: shall
#   source: "27003"
#   level: warning
#   certainty: decides
#   small_organization: keep
#   remedy: >-
#     Correct the link, add the file, or take the link out.
package ismslint.rules.control_of_documents.links_resolve

import data.ismslint.lib

evidence contains lib.evidence(_found[0], ".") if {
	input.document.section == ""
	input.document.type != ""
	count(_found) >= _many
	count(_dead) == 0
}

# A document that leads to so many others is a way to find them.
_many := 3

findings contains lib.with_related(lib.finding(first, ".", message), places) if {
	input.document.section == ""
	count(_dead) > 0
	first := [link | some link in input.document.links; link.path in _dead][0]
	message := _message(first)
	places := [lib.place(link, ".", "the same for this one") |
		some i, link in input.document.links
		_judged(link)
		link.path != first.path
		i < _most
	]
}

findings contains lib.finding(input.document, concat("/", ["related", format_int(i, 10)]), message) if {
	input.document.section == ""
	some i, ref in input.document.metadata.related.value
	ref.path != ""
	not ref.exists
	not ref.path in _dead
	some ending in _endings
	endswith(lower(ref.path), ending)
	message := sprintf("%s names %s as related, which does not exist", [input.document.title, ref.path])
}

# Places are shown for links among the first so many.
_most := 500

_endings := [".md", ".yaml", ".yml", ".csv", ".pdf", ".docx", ".xlsx", ".html", ".txt"]

_found := [link |
	some link in input.document.links
	link.exists
	endswith(lower(link.path), ".md")
]

_dead := {link.path | some link in input.document.links; _judged(link)}

_judged(link) if {
	link.path != ""
	not link.exists
	not startswith(link.target, "/")
	some ending in _endings
	endswith(lower(link.path), ending)
	not _blank(link)
	not _evidence_of_control(link)
}

# Reported with the control, by evidence-exists.
_evidence_of_control(link) if {
	soa := input.isms.registers.soa
	soa._path == input.document._path
	some control in soa.entries
	control.implementation.value == "implemented"
	some field in ["evidence", "documents"]
	some ref in control[field].value
	ref.path == link.path
}

_blank(link) if {
	some sign in ["{", "}", "<", ">", "%7B", "[", "$", "...", "path/to", "example", "YYYY"]
	contains(link.target, sign)
}

_message(link) := sprintf("%s refers to %s, which does not exist", [input.document.title, link.target]) if count(_dead) == 1

_message(link) := sprintf("%s refers to %d targets that do not exist, the first is %s", [input.document.title, count(_dead), link.target]) if count(_dead) > 1
