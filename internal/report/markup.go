package report

import (
	"net/url"
	"path"
	"regexp"
	"strings"
)

// maxCell is how many characters a text of a document has in a cell or message.
const maxCell = 1000

// unseen parts what services would join: it is invisible, and no part of a name.
const unseen = "\u200c"

// mention is what notifies people, even behind a backslash.
var mention = regexp.MustCompile(`(^|[^\pL\pN])@([\pL\pN])`)

// calls are what else services act on after the markdown is rendered: references
// to issues, and addresses.
var calls = []*regexp.Regexp{
	regexp.MustCompile(`(#)(\d)`), regexp.MustCompile(`(?i)\b(GH-)(\d)`),
	regexp.MustCompile(`(?i)\b(www)(\.)`), regexp.MustCompile(`(?i)(mailto|xmpp)(:)`), regexp.MustCompile(`(:)(//)`),
}

// specials are the characters by which markdown is written.
var specials = strings.NewReplacer(
	`\`, `\\`, "`", "\\`", `*`, `\*`, `_`, `\_`, `{`, `\{`, `}`, `\}`, `[`, `\[`, `]`, `\]`, `|`, `\|`, `~`, `\~`,
	`#`, `\#`, `!`, `\!`, `$`, `\$`, `&`, `&amp;`, `<`, `&lt;`, `>`, `&gt;`)

// firstSpecial are characters that mean something at the start of a line only.
var firstSpecial = regexp.MustCompile(`^(\d*)([-+=.)])(\s|$)`)

// markdown makes of a text of a document a text that markdown shows as it is: no
// formatting, no table, link, image, HTML or mention.
func markdown(s string) string {
	s = bounded(s, maxCell)
	s = mention.ReplaceAllString(s, "$1@"+unseen+"$2")
	for _, call := range calls {
		s = call.ReplaceAllString(s, "$1"+unseen+"$2")
	}
	return firstSpecial.ReplaceAllString(specials.Replace(strings.TrimSpace(s)), `$1\$2$3`)
}

// inert is a text for a message that one service shows as plain text and
// another as markdown or with embedded links: it reads well in both, and nothing
// of it acts.
func inert(s string) string {
	s = bounded(s, maxCell)
	s = mention.ReplaceAllString(s, "$1@ $2")
	for _, p := range inertPairs {
		s = p.pattern.ReplaceAllString(s, p.with)
	}
	return s
}

var inertPairs = []struct {
	pattern *regexp.Regexp
	with    string
}{
	{regexp.MustCompile(`\](\\*[\[(:])`), "] $1"},
	{regexp.MustCompile(`!\[`), "! ["},
	{regexp.MustCompile(`<([^\s<=])`), "< $1"},
	{regexp.MustCompile(`\{(\d)`), "{ $1"},
	{regexp.MustCompile("`"), "'"},
}

// uri is a path as a relative URI reference.
func uri(p string) string {
	segments := strings.Split(p, "/")
	for i, s := range segments {
		segments[i] = uriSpecials.Replace(url.PathEscape(s))
	}
	return strings.Join(segments, "/")
}

// uriSpecials are left alone by PathEscape, but end a link of markdown or begin
// a scheme.
var uriSpecials = strings.NewReplacer("(", "%28", ")", "%29", ":", "%3A", "'", "%27", "*", "%2A", "!", "%21", "~", "%7E")

// Links are to lines of files, where a service shows the repository. The zero
// value makes none.
type Links struct{ base, anchor, source string }

// NewLinks takes from the environment of a CI service where it shows the commit.
func NewLinks(getenv func(string) string) Links {
	for _, s := range []struct{ server, repository, between, commit, anchor, source string }{
		{"GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "/blob/", "GITHUB_SHA", "#L", "?plain=1"},
		{"CI_PROJECT_URL", "", "/-/blob/", "CI_COMMIT_SHA", "#L", "?plain=1"},
		{"BITBUCKET_GIT_HTTP_ORIGIN", "", "/src/", "BITBUCKET_COMMIT", "#lines-", ""},
	} {
		server, commit := getenv(s.server), getenv(s.commit)
		if s.repository != "" {
			server = strings.TrimRight(server, "/") + "/" + uri(getenv(s.repository))
		}
		at, err := url.Parse(server)
		if err != nil || at.Scheme != "https" && at.Scheme != "http" || at.Host == "" || commit == "" {
			continue
		}
		return Links{strings.TrimRight(at.String(), "/") + s.between + uri(commit) + "/", s.anchor, s.source}
	}
	return Links{}
}

// link is a place in markdown, linked where there is something to link to.
func (l Links) link(p string, line int) string {
	text := markdown(p)
	if line > 0 {
		text += ":" + itoa(line)
	}
	if l.base == "" || p == "" {
		return text
	}
	to := l.base + uri(p)
	if line > 0 {
		if ext := strings.ToLower(path.Ext(p)); ext == ".md" || ext == ".markdown" {
			to += l.source // rendered markdown has no lines
		}
		to += l.anchor + itoa(line)
	}
	return "[" + text + "](" + to + ")"
}
