package yaml

import (
	"errors"
	"fmt"
	"sort"
	"strings"

	goyaml "github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/scanner"
	"github.com/goccy/go-yaml/token"
)

type span struct{ start, end int }

// piece is a region as the library read it. Only the structure is taken from
// the library; places and texts come from our own text.
type piece struct {
	*reader
	root   ast.Node
	places map[*token.Token]span
}

// failure is what is wrong with a region.
type failure struct {
	start, end int
	message    string
}

func (r *reader) failAt(start, end int, message string) *failure {
	return &failure{start: start, end: max(end, min(start+1, len(r.norm))), message: message}
}

// parsePiece lets the library read a region.
func (r *reader) parsePiece(g region) (*piece, *failure) {
	return r.parseText(g, r.masked(g, r.column(g)), false)
}

// parseWrapped lets the library read a region as if it stood between the
// brackets of a flow collection.
func (r *reader) parseWrapped(g region, before, after string) (*piece, *failure) {
	return r.parseText(g, before+r.masked(g, 0)+after, true)
}

func (r *reader) parseText(g region, text string, wrapped bool) (p *piece, failed *failure) {
	defer func() {
		// The library is not ours, and its input is anybody's.
		if recover() != nil {
			p, failed = nil, r.failAt(g.s, r.filledEnd(g), "this is not valid YAML")
		}
	}()
	var s scanner.Scanner
	s.Init(text)
	scanned, err := s.Scan()
	var tokens token.Tokens
	tokens.Add(scanned...)
	p = &piece{reader: r, places: make(map[*token.Token]span, len(tokens))}
	placed := tokens
	if wrapped && err == nil && len(tokens) > 1 {
		placed = tokens[1 : len(tokens)-1]
	}
	cursor := p.place(placed, g)
	if err != nil && len(tokens) > 0 {
		if last := tokens[len(tokens)-1]; last.Type == token.InvalidType {
			return nil, p.failure(last.Error, nil, cursor)
		}
	}
	file, err := parser.Parse(tokens, 0, parser.AllowDuplicateMapKey())
	if err != nil {
		var syntaxError *goyaml.SyntaxError
		if errors.As(err, &syntaxError) {
			return nil, p.failure(syntaxError.Message, syntaxError.Token, cursor)
		}
		return nil, p.failure("", nil, g.s)
	}
	if len(file.Docs) > 0 {
		p.root = file.Docs[0].Body
	}
	return p, nil
}

// masked is a region as the library gets to see it: columns and structure are
// kept, while comments, and what stands in quotes and block scalars, which it
// need not know, are not.
func (r *reader) masked(g region, indent int) string {
	var b strings.Builder
	b.Grow(g.e - g.s + indent)
	b.WriteString(strings.Repeat(" ", indent))
	pos := g.s
	for i := g.line; i < g.last; i++ {
		l := &r.lines[i]
		if l.kind == blank || l.kind == comment {
			continue // their text comes from ours
		}
		if l.kind != content {
			if i > g.line && pos < l.start {
				b.WriteByte(lineBreak(l.kind))
			}
			pos = max(pos, l.start)
			end := min(l.comment, g.e)
			for pos < end {
				pos = r.maskedByte(&b, pos)
			}
		}
	}
	b.WriteByte('\n')
	return b.String()
}

// lineBreak is what divides a line from the one before: inside a flow
// collection, line breaks are but white space, and the library trips over some.
func lineBreak(kind lineKind) byte {
	if kind == inner {
		return ' '
	}
	return '\n'
}

func (r *reader) maskedByte(b *strings.Builder, pos int) int {
	switch c := r.norm[pos]; c {
	case '"', '\'':
		if end, ok := r.quotes[pos]; ok {
			b.WriteByte(c)
			b.WriteByte('x')
			b.WriteByte(c)
			return end
		}
		b.WriteByte(c)
	case '|', '>':
		b.WriteByte(c)
		if block := r.blocks[pos]; block != nil {
			b.WriteByte('\n')
			b.WriteString(strings.Repeat(" ", block.parent+2))
			b.WriteByte('x')
			return r.lines[block.line-1].end
		}
	case '\t':
		b.WriteByte(' ')
	default:
		b.WriteByte(c)
	}
	return pos + 1
}

// place finds every token in our text, in order, and returns the offset behind
// the last. The library's own offsets are not used.
func (p *piece) place(tokens token.Tokens, g region) int {
	cursor := g.s
	for i, tk := range tokens {
		if tk.Type == token.CommentType || tk.Type == token.InvalidType {
			continue
		}
		if i > 0 && (tokens[i-1].Type == token.LiteralType || tokens[i-1].Type == token.FoldedType) {
			continue // the mask of a block scalar's content
		}
		cursor = min(p.skip(cursor), g.e)
		at := p.placeOne(tk, cursor, g.e)
		p.places[tk] = at
		cursor = at.end
	}
	return min(p.skip(cursor), g.e)
}

func (p *piece) placeOne(tk *token.Token, cursor, limit int) span {
	switch tk.Type {
	case token.LiteralType, token.FoldedType:
		if b := p.blocks[cursor]; b != nil {
			end := p.lines[b.line-1].end
			if b.to > b.line {
				end = p.lines[b.to-1].end
			}
			return span{cursor, end}
		}
	case token.SingleQuoteType, token.DoubleQuoteType:
		if end, ok := p.quotes[cursor]; ok {
			return span{cursor, end}
		}
	}
	if strings.HasPrefix(p.norm[cursor:limit], tk.Value) {
		return span{cursor, cursor + len(tk.Value)}
	}
	if at, ok := p.words(tk.Value, cursor, limit); ok {
		return at
	}
	if i := strings.Index(p.norm[cursor:limit], tk.Value); i >= 0 {
		return span{cursor + i, cursor + i + len(tk.Value)}
	}
	return span{cursor, cursor}
}

// words places a plain scalar whose white space the library has changed.
func (p *piece) words(value string, cursor, limit int) (span, bool) {
	at := span{cursor, cursor}
	for i, word := range strings.Fields(value) {
		if i > 0 {
			for at.end < limit && (isBlank(p.norm[at.end]) || p.norm[at.end] == '\n') {
				at.end++
			}
		}
		if !strings.HasPrefix(p.norm[at.end:limit], word) {
			return span{}, false
		}
		at.end += len(word)
	}
	return at, at.end > at.start
}

// skip is the first offset from cursor on that is neither white space nor a
// comment.
func (r *reader) skip(cursor int) int {
	for cursor < len(r.norm) {
		c := r.norm[cursor]
		switch {
		case c == ' ' || c == '\t' || c == '\n':
			cursor++
		case c == '#' && r.lines[r.lineOf(cursor)].comment == cursor:
			cursor = r.lines[r.lineOf(cursor)].end
		default:
			return cursor
		}
	}
	return cursor
}

// lineOf is the index of the line that an offset is in.
func (r *reader) lineOf(offset int) int {
	return max(sort.Search(len(r.lines), func(i int) bool { return r.lines[i].start > offset })-1, 0)
}

func (r *reader) commentOrEnd(offset int) int { return r.lines[r.lineOf(offset)].comment }

// failure words what the library said, at the token that it means.
func (p *piece) failure(message string, tk *token.Token, cursor int) *failure {
	at, ok := p.places[tk]
	if !ok {
		at = span{cursor, cursor}
	}
	if at.end <= at.start {
		at.end = min(at.start+1, p.lines[p.lineOf(at.start)].end)
	}
	at.end = min(at.end, max(p.lines[p.lineOf(at.start)].end, at.start+1))
	message, _, _ = strings.Cut(message, "\n")
	if plain, ok := messages[message]; ok {
		message = plain
	} else if message == "" {
		message = "this is not valid YAML"
	} else {
		message = fmt.Sprintf("this is not valid YAML: %s", message)
	}
	return p.failAt(at.start, at.end, message)
}

// messages puts the library's messages in the reader's words.
var messages = map[string]string{
	"value is not allowed in this context. map key-value is pre-defined": "this does not belong to the value before it; check the indentation, or put the value in quotes",
	"value is not allowed in this context":                               "this does not belong to what stands before it; check the indentation",
	"mapping value is not allowed in this context":                       secondColon,
	"non-map value is specified":                                         "a key with a colon is expected here",
	"unexpected key name":                                                "a key with a colon is expected here; check the indentation",
	"found an invalid key for this map":                                  "a key is expected before this colon",
	"block sequence entries are not allowed in this context":             "a list must begin on the line below its key",
	"',' or ']' must be specified":                                       "a \",\" or \"]\" is expected here",
	"',' or '}' must be specified":                                       "a \",\" or \"}\" is expected here",
	"could not find flow map content":                                    "a key with a value is expected here",
	"could not find flow mapping end token '}'":                          "this \"{\" is not closed",
	"sequence end token ']' not found":                                   "this \"[\" is not closed",
	"could not find '[' character corresponding to ']'":                  "no \"[\" belongs to this \"]\"",
	"could not find '{' character corresponding to '}'":                  "no \"{\" belongs to this \"}\"",
	"expected sequence element, but found ','":                           "a value is expected before this comma",
	"'@' is a reserved character":                                        "a value cannot begin with \"@\"; put it in quotes",
	"'`' is a reserved character":                                        "a value cannot begin with \"`\"; put it in quotes",
	"undefined anchor value":                                             "nothing follows this anchor",
	"undefined alias name":                                               "a name is expected after \"*\"; put the value in quotes if no alias is meant",
}
