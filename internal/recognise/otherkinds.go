package recognise

import (
	"hash"
	"hash/fnv"
	"path"
	"slices"
	"strings"
	"unicode"

	"github.com/ismslint/ismslint/internal/isms"
	"github.com/ismslint/ismslint/internal/syntax/markdown"
)

// assistantFiles are the names under which assistants look for what they are
// told.
var assistantFiles = []string{"claude.md", "agents.md", "agent.md", "gemini.md", "copilot-instructions.md", "skill.md", "llms.md"}

// promptFolders are folders of what assistants are told.
var promptFolders = []string{"prompts", "prompt", ".claude", ".cursor", ".github/instructions", ".github/prompts", ".github/chatmodes"}

// isPrompt says whether a file tells an assistant what to do: it speaks the
// language of an ISMS and is none of its documents.
func isPrompt(file string) bool {
	base := strings.ToLower(path.Base(file))
	if slices.Contains(assistantFiles, base) {
		return true
	}
	for _, ending := range []string{".prompt.md", ".instructions.md", ".chatmode.md", ".agent.md"} {
		if strings.HasSuffix(base, ending) {
			return true
		}
	}
	dir := "/" + strings.ToLower(path.Dir(file)) + "/"
	return slices.ContainsFunc(promptFolders, func(folder string) bool { return strings.Contains(dir, "/"+folder+"/") })
}

// lessonBlocks is how many blocks at the beginning say that a text is a lesson.
const lessonBlocks = 4

// isLesson says whether a text teaches a subject: it speaks to a learner, in a
// heading or at its beginning. A training of the organisation's own does so too,
// and is one.
func (p *page) isLesson() bool {
	switch p.doc.Type {
	case "training", "awareness", "competence":
		return false
	}
	if p.doc.Signal == isms.SignalDeclared {
		return false
	}
	seen := 0
	for i := range p.md.Sections {
		s := &p.md.Sections[i]
		if p.v.hinted("lesson", normalise(s.Heading)) {
			return true
		}
		for k := range s.Blocks {
			if s.Blocks[k].Kind == markdown.Code {
				continue
			}
			if seen++; seen <= lessonBlocks && p.v.hinted("lesson", normalise(s.Blocks[k].Text)) {
				return true
			}
		}
	}
	return false
}

// fewestCopied is how many words a text has at least for two documents not to
// have it by chance: a sentence or two may well be the same.
const fewestCopied = 40

// bodyKey stands for the text of a document without its title, header and
// history, and without its title or subject wherever they are named; 0 for a
// short one.
func (p *page) bodyKey() uint64 {
	h := wordHash{hash: fnv.New64a()}
	if title := words(strings.ToLower(p.doc.Title)); len(title) > 1 {
		h.without = [][]string{title, title[:len(title)-1]}
	} else if len(title) == 1 {
		h.without = [][]string{title}
	}
	for i := range p.md.Sections {
		s := &p.md.Sections[i]
		if i != p.titleSection() {
			h.add(s.Heading)
		}
		for k := range s.Blocks {
			if b := &s.Blocks[k]; b.Kind != markdown.HTML && !p.isField(b.Range.Start.Line) {
				h.add(b.Text)
			}
		}
	}
	for i := range p.md.Tables {
		t := &p.md.Tables[i]
		if p.isHistory(i) || p.isField(t.Header.Range.Start.Line) {
			continue
		}
		for k := range t.Rows {
			for c := range t.Rows[k].Cells {
				h.add(t.Rows[k].Cells[c].Text)
			}
		}
	}
	if h.n < fewestCopied {
		return 0
	}
	return h.hash.Sum64()
}

// words are the words of a text as they are written.
func words(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// wordHash is a hash of words.
type wordHash struct {
	hash    hash.Hash64
	without [][]string // the title, and its subject, in lower case
	n       int
}

func (h *wordHash) add(text string) {
	list := words(text)
	for i := 0; i < len(list); i++ {
		if n := h.titleAt(list[i:]); n > 0 {
			i += n - 1
			continue
		}
		h.n++
		_, _ = h.hash.Write([]byte(list[i])) // a hash takes all
		_, _ = h.hash.Write([]byte{0})
	}
}

// titleAt is how many words of the title a text begins with: all, or all but the
// last, else 0.
func (h *wordHash) titleAt(list []string) int {
	for _, title := range h.without {
		if len(list) >= len(title) && slices.EqualFunc(list[:len(title)], title, strings.EqualFold) {
			return len(title)
		}
	}
	return 0
}

// isField says whether a line is one of the document's header or footer.
func (p *page) isField(line int) bool {
	return slices.ContainsFunc(p.md.Fields, func(f markdown.Field) bool { return f.KeyRange.Start.Line == line })
}

// discountCopies leaves out documents whose text is that of another one under
// another title: they say nothing on their own subject.
func (b *builder) discountCopies() {
	first := map[uint64]*isms.Document{}
	for i := range b.scans {
		s := &b.scans[i]
		if s.body == 0 || len(s.docs) == 0 || !s.docs[0].Evidence || s.docs[0].Type == "" {
			continue
		}
		original, copied := first[s.body]
		switch {
		case !copied:
			first[s.body] = s.docs[0]
		case normalise(original.Title) != normalise(s.docs[0].Title) && s.docs[0].Signal != isms.SignalDeclared:
			for _, d := range s.docs {
				d.Evidence, d.Why = false, "its text is that of "+quoted(original.Path)+" under another title"
			}
		}
	}
}
