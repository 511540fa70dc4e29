package ismslint.rules.control_of_documents.durations_agree_test

import data.ismslint.rules.control_of_documents.durations_agree as rule

_given(a, b) := isms.parse({
	"policies/backup-policy.md": sprintf("# Backup policy\n\nEverything is copied each night, and a copy is restored as a test.\n\n%s\n", [a]),
	"policies/media-policy.md": sprintf("# Media policy\n\nDisks are wiped before they leave the house.\n\n%s\n", [b]),
})

test_two if {
	found := rule.findings with input as _given("Backups are kept for 90 days.", "Backups are kept for 30 days.")
	count(found) == 1
	some finding in found
	finding.message == "\"Backups are kept for 30 days.\" says 30 days, and policies/backup-policy.md 90 days"
	finding.path == "policies/media-policy.md"
	count(rule.findings) == 1 with input as _given("Access rights are reviewed every six months. Access rights are reviewed every 12 months.", "")
	count(rule.findings) == 1 with input as _given("Sicherungen werden mindestens 90 Tage aufbewahrt.", "Sicherungen werden mindestens 30 Tage aufbewahrt.")
}

test_quiet if {
	every pair in [
		["Backups are kept for 14 days.", "Backups are kept for two weeks."],
		["Backups are kept for 90 days.", "Backups of mail are kept for 30 days."],
		["This policy is reviewed every 12 months.", "This policy is reviewed every 24 months."],
		["Reviewed at least once every 12 months.", "Reviewed at least once every 24 months."],
		["Kept for 90 days.", "Kept for 30 days."],
		["Backups are kept for 90 days on 3 disks.", "Backups are kept for 30 days on 3 disks."],
		["Backups are kept for 3 months.", "Backups are kept for 30 days."],
		["Backups are kept on 3 old disks.", "Backups are kept on 4 old disks."],
		["Backups are kept for 90 days. Backups are kept for 10 days.", "Backups are kept for 30 days."],
		["# Hot data\n\nBackups are kept for 90 days.\n\n# Cold data\n\nBackups are kept for 30 days.", ""],
	] {
		count(rule.findings) == 0 with input as _given(pair[0], pair[1])
	}
	count(rule.evidence) == 2 with input as _given("Backups are kept for 90 days.", "They are destroyed at the end.")
}
