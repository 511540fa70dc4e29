package recognise

import (
	"strings"
	"unicode"

	"github.com/ismslint/ismslint/internal/syntax/markdown"
)

// sampleWords is how much of a text is looked at to tell its language.
const sampleWords = 600

// language is the code of the language of the vocabulary whose common words the
// text uses most; "" where none fits.
func (r *reader) language(md *markdown.Document) string {
	counts := make([]int, len(r.v.languages))
	total, kana := 0, 0
	for i := range md.Sections {
		for j := range md.Sections[i].Blocks {
			b := &md.Sections[i].Blocks[j]
			if b.Kind == markdown.Code {
				continue
			}
			kana += countKana(b.Text)
			for _, w := range strings.Fields(normalise(b.Text)) {
				total++
				for _, k := range r.v.common[w] {
					counts[k]++
				}
			}
		}
		if total > sampleWords {
			break
		}
	}
	if kana > total {
		return "ja"
	}
	best := -1
	for k, n := range counts {
		if best < 0 || n > counts[best] {
			best = k
		}
	}
	// One word in twelve is a common one in any running text.
	if best < 0 || counts[best]*12 < total || counts[best] < 3 {
		return ""
	}
	return r.v.languages[best]
}

func countKana(text string) int {
	n := 0
	for _, c := range text {
		if c >= 0x3040 && unicode.In(c, unicode.Hiragana, unicode.Katakana) {
			n++
		}
	}
	return n
}
