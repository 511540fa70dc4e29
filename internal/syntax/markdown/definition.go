package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// definitions are the link reference definitions of a document, by normalised
// label.
type definitions map[string]string

func (d definitions) target(label string) (string, bool) {
	target, ok := d[util.ToLinkReference([]byte(label))]
	return target, ok
}

var definitionsKey = parser.NewContextKey()

// definitionTransformer takes link reference definitions off the start of
// paragraphs. goldmark's own takes quadratic time for many of them. A label, a
// target and a title each stand on one line.
type definitionTransformer struct{}

// Transform implements parser.ParagraphTransformer.
func (definitionTransformer) Transform(node *ast.Paragraph, reader text.Reader, context parser.Context) {
	lines, n := node.Lines(), 0
	if first := lines.At(0); !bytes.HasPrefix(bytes.TrimLeft(first.Value(reader.Source()), " \t"), []byte("[")) {
		return
	}
	line := func(i int) string {
		if i >= lines.Len() {
			return ""
		}
		s := lines.At(i)
		return strings.TrimSpace(string(s.Value(reader.Source())))
	}
	for n < lines.Len() {
		label, target, used := definition(line(n), line, n)
		if used == 0 {
			break
		}
		define(context, label, target)
		n += used
	}
	switch n {
	case 0:
	case lines.Len():
		node.Parent().RemoveChild(node.Parent(), node)
	default:
		lines.SetSliced(n, lines.Len())
	}
}

func define(context parser.Context, label, target string) {
	all, ok := context.Get(definitionsKey).(definitions)
	if !ok {
		all = definitions{}
		context.Set(definitionsKey, all)
	}
	label = util.ToLinkReference([]byte(label))
	if _, known := all[label]; !known {
		all[label] = target
	}
}

// definition reads the definition that begins with line n and says how many
// lines it takes, 0 where there is none.
func definition(first string, line func(int) string, n int) (label, target string, used int) {
	if !strings.HasPrefix(first, "[") {
		return "", "", 0
	}
	shut := labelEnd(first)
	if shut < 0 || shut > maxLabel || shut+1 >= len(first) || first[shut+1] != ':' {
		return "", "", 0
	}
	label = first[1:shut]
	if strings.TrimSpace(label) == "" {
		return "", "", 0
	}
	rest, used := strings.TrimSpace(first[shut+2:]), 1
	if rest == "" {
		rest, used = line(n+1), 2
	}
	start, end, next, ok := bareOrPointed(rest, 0)
	if !ok || next == 0 {
		return "", "", 0
	}
	target = unescape(rest[start:end])
	if after := rest[next:]; after != "" {
		if !isSpace(after[0]) || !isTitle(strings.TrimSpace(after)) {
			return "", "", 0
		}
	} else if isTitle(line(n + used)) {
		used++
	}
	return label, target, used
}

// labelEnd is the index of the "]" that ends the label at the start of a line.
func labelEnd(line string) int {
	for i := 1; i < len(line); i++ {
		switch line[i] {
		case '\\':
			i++
		case '[':
			return -1
		case ']':
			return i
		}
	}
	return -1
}

// isTitle is true where all of a text is the title of a link.
func isTitle(s string) bool {
	if s == "" {
		return false
	}
	end, ok := title(s, 0)
	return ok && end == len(s)
}
