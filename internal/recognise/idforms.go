package recognise

import "strings"

// idForms are the forms of the ids of the roles register: what stands before the
// last hyphen ("ROLE-"), or before the number ("P" of P01).
func (b *builder) idForms() map[string]bool {
	forms := map[string]bool{}
	for _, reg := range b.model.Registers {
		if reg.Kind != "roles" {
			continue
		}
		for i := range reg.Entries {
			if form := idForm(reg.Entries[i].ID); form != "" {
				forms[form] = true
			}
		}
	}
	return forms
}

func idForm(id string) string {
	if strings.ContainsAny(id, " \t") {
		return ""
	}
	if i := strings.LastIndexByte(id, '-'); i > 0 && i < len(id)-1 {
		return id[:i+1]
	}
	if stem := strings.TrimRight(id, "0123456789"); stem != id && strings.Trim(stem, "-_.") != "" {
		return stem
	}
	return ""
}

// likeIDs are the parts of a field that are written in one of the forms.
func likeIDs(raw string, forms map[string]bool) []string {
	if len(forms) == 0 {
		return nil
	}
	var found []string
	for _, token := range peopleSplit.Split(raw, 32) {
		token = strings.TrimSpace(token)
		if form := idForm(token); form != "" && forms[form] {
			found = append(found, token)
		}
	}
	return found
}
