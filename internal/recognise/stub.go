package recognise

import "fmt"

var elsewhere = lazily(`(?i)\.(pdf|docx?|xlsx?|pptx?|odt|ods)(?:[?#].*)?$`)

// stub says whether a short document only points at another place.
func (p *page) stub() string {
	if p.totalWords() > 120 || p.tableRows() > 0 {
		return ""
	}
	for i := range p.md.Links {
		if target := p.md.Links[i].Target; elsewhere.MatchString(target) {
			p.doc.Stub, p.doc.Points = true, target
			return fmt.Sprintf("it only points to %s, which is not read", quoted(target))
		}
	}
	if p.totalWords() > pointerWords {
		return ""
	}
	return p.stubOfPage()
}

// elsewherePage are pages of systems in which documents are kept.
var elsewherePage = lazily(`(?i)^https?://[^/]*(?:atlassian|confluence|sharepoint|notion|google|onedrive|dropbox|intranet|wiki|drata|vanta|servicenow|jira|box\.com)[^/]*/`)

// stubOfPage says whether a few words point at a page where the document itself
// is kept.
func (p *page) stubOfPage() string {
	target, links := "", 0
	for i := range p.md.Links {
		if l := &p.md.Links[i]; !l.Image && urlText.MatchString(l.Target) {
			target, links = l.Target, links+1
		}
	}
	if links != 1 || p.totalWords() >= fewestWords && !elsewherePage.MatchString(target) {
		return ""
	}
	p.doc.Stub, p.doc.Points = true, target
	return fmt.Sprintf("it only points to %s, which is not read", quoted(target))
}
