package recognise

import (
	"regexp"
	"sync"
)

// pattern is a regular expression that is compiled when it is first used: most
// verbs need none, and compiling all of them takes longer than the rest of a
// start.
type pattern struct{ compiled func() *regexp.Regexp }

// lazily makes a pattern; an expression that does not compile fails the tests,
// which compile all.
func lazily(expression string) pattern {
	p := pattern{sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })}
	allPatterns = append(allPatterns, p)
	return p
}

var allPatterns []pattern

func (p pattern) MatchString(s string) bool            { return p.compiled().MatchString(s) }
func (p pattern) FindString(s string) string           { return p.compiled().FindString(s) }
func (p pattern) FindStringIndex(s string) []int       { return p.compiled().FindStringIndex(s) }
func (p pattern) FindStringSubmatch(s string) []string { return p.compiled().FindStringSubmatch(s) }
func (p pattern) FindStringSubmatchIndex(s string) []int {
	return p.compiled().FindStringSubmatchIndex(s)
}
func (p pattern) FindAllString(s string, n int) []string { return p.compiled().FindAllString(s, n) }
func (p pattern) FindAllStringIndex(s string, n int) [][]int {
	return p.compiled().FindAllStringIndex(s, n)
}
func (p pattern) FindAllStringSubmatch(s string, n int) [][]string {
	return p.compiled().FindAllStringSubmatch(s, n)
}
func (p pattern) FindAllStringSubmatchIndex(s string, n int) [][]int {
	return p.compiled().FindAllStringSubmatchIndex(s, n)
}
func (p pattern) ReplaceAllString(s, with string) string {
	return p.compiled().ReplaceAllString(s, with)
}
func (p pattern) Split(s string, n int) []string { return p.compiled().Split(s, n) }
