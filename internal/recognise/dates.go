package recognise

import (
	"strconv"
	"strings"
	"time"

	"github.com/ismslint/ismslint/internal/isms"
)

const isoDay = "2006-01-02"

// calendar reads dates and intervals relative to one date of evaluation.
type calendar struct {
	asOf time.Time
	v    *vocabulary
}

var (
	isoDate    = lazily(`(?:^|[^\d-])(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:$|[^\d])`)
	dottedDate = lazily(`(?:^|[^\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?:$|[^\d])`)
	slashDate  = lazily(`(?:^|\D)(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?:$|\D)`)
	kanjiDate  = lazily(`(\d{4})年\s?(\d{1,2})月(?:\s?(\d{1,2})日)?`)
	isoMonth   = lazily(`^(\d{4})[-/](\d{1,2})$`)
	slashMonth = lazily(`^(\d{1,2})[/.](\d{4})$`)
	onlyYear   = lazily(`^((?:19|20)\d{2})$`)
)

// date reads a date that the whole text is about: a day in one of the usual
// forms, with remarks around it, or a month, quarter or year standing alone. An
// ambiguous one (03/04/2026) is not read.
func (c *calendar) date(text string) (isms.Date, bool) {
	text = strings.TrimSpace(text)
	if len(text) > 80 || text == "" {
		return isms.Date{}, false
	}
	if m := isoDate.FindStringSubmatch(text); m != nil {
		return c.day(m[1], m[2], m[3])
	}
	if m := dottedDate.FindStringSubmatch(text); m != nil {
		return c.day(m[3], m[2], m[1])
	}
	if m := slashDate.FindStringSubmatch(text); m != nil {
		return c.slash(m[1], m[2], m[3])
	}
	if m := kanjiDate.FindStringSubmatch(text); m != nil {
		if m[3] == "" {
			return c.month(m[1], atoi(m[2]))
		}
		return c.day(m[1], m[2], m[3])
	}
	if d, ok := c.spelled(text); ok {
		return d, true
	}
	return c.coarse(text)
}

// slash reads day/month/year or month/day/year where only one of them can be
// meant.
func (c *calendar) slash(a, b, year string) (isms.Date, bool) {
	first, second := atoi(a), atoi(b)
	switch {
	case first > 12 && second <= 12:
		return c.day(year, b, a)
	case second > 12 && first <= 12:
		return c.day(year, a, b)
	case first == second:
		return c.day(year, a, b)
	}
	return isms.Date{}, false
}

// spelled reads "28 June 2026", "June 28, 2026", "1. März 2026" and "Juni 2026".
func (c *calendar) spelled(text string) (isms.Date, bool) {
	var month, day int
	var year string
	for _, w := range strings.Fields(normalise(text)) {
		switch n := atoi(strings.TrimRight(w, "sthndr")); {
		case c.v.months[w] > 0 && month == 0:
			month = c.v.months[w]
		case n >= 1900 && n < 2200 && year == "":
			year = w
		case n >= 1 && n <= 31 && day == 0 && len(w) <= 4:
			day = n
		}
	}
	if month == 0 || year == "" {
		return isms.Date{}, false
	}
	if day == 0 {
		return c.month(year, month)
	}
	return c.day(year, strconv.Itoa(month), strconv.Itoa(day))
}

func (c *calendar) coarse(text string) (isms.Date, bool) {
	if m := isoMonth.FindStringSubmatch(text); m != nil {
		return c.month(m[1], atoi(m[2]))
	}
	if m := slashMonth.FindStringSubmatch(text); m != nil {
		return c.month(m[2], atoi(m[1]))
	}
	if q, year, ok := c.quarter(text); ok {
		return c.stretch(year, q*3-2, 3)
	}
	if m := onlyYear.FindStringSubmatch(text); m != nil {
		return c.stretch(atoi(m[1]), 1, 12)
	}
	return isms.Date{}, false
}

// quarter reads "Q3 2026", "2026-Q3" and "3. Quartal 2026": a year, a number and
// a word of the vocabulary, and nothing else.
func (c *calendar) quarter(text string) (q, year int, ok bool) {
	named := false
	for _, w := range strings.Fields(normalise(text)) {
		if w[0] >= '0' && w[0] <= '9' {
			w = strings.TrimRight(w, "sthndr")
		}
		word := strings.TrimRight(w, "0123456789")
		n := atoi(w[len(word):])
		switch {
		case word != "" && !c.v.quarters[word]:
			return 0, 0, false
		case n >= 1900 && year == 0:
			year = n
		case n >= 1 && n <= 4 && q == 0:
			q = n
		case n != -1:
			return 0, 0, false
		}
		named = named || word != ""
	}
	return q, year, named && q > 0 && year > 0
}

func (c *calendar) day(year, month, day string) (isms.Date, bool) {
	y, m, d := atoi(year), atoi(month), atoi(day)
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	if y < 1900 || y > 2200 || int(t.Month()) != m || t.Day() != d {
		return isms.Date{}, false
	}
	s := t.Format(isoDay)
	return isms.Date{From: s, Until: s, Age: c.age(t)}, true
}

func (c *calendar) month(year string, month int) (isms.Date, bool) {
	return c.stretch(atoi(year), month, 1)
}

func (c *calendar) stretch(year, month, months int) (isms.Date, bool) {
	if year < 1900 || year > 2200 || month < 1 || month > 12 {
		return isms.Date{}, false
	}
	from := time.Date(year, time.Month(month), 1, 0, 0, 0, 0, time.UTC)
	until := from.AddDate(0, months, -1)
	return isms.Date{From: from.Format(isoDay), Until: until.Format(isoDay), Age: c.age(until)}, true
}

func (c *calendar) age(t time.Time) int {
	return int(c.asOf.Sub(t).Hours() / 24)
}

func atoi(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return -1
	}
	return n
}

var (
	duration     = lazily(`^P(?:(\d{1,3})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?$`)
	everyNumber  = lazily(`(\d{1,3})\s(month|months|monate|monat|monaten|year|years|jahr|jahre|jahren|week|weeks|woche|wochen|day|days|tag|tage|tagen|quartal)\b`)
	unitOfMonths = map[string]isms.Interval{
		"month": {Months: 1}, "months": {Months: 1}, "monat": {Months: 1}, "monate": {Months: 1}, "monaten": {Months: 1},
		"year": {Months: 12}, "years": {Months: 12}, "jahr": {Months: 12}, "jahre": {Months: 12}, "jahren": {Months: 12},
		"week": {Days: 7}, "weeks": {Days: 7}, "woche": {Days: 7}, "wochen": {Days: 7},
		"day": {Days: 1}, "days": {Days: 1}, "tag": {Days: 1}, "tage": {Days: 1}, "tagen": {Days: 1},
	}
)

// interval reads an ISO 8601 duration, a word of the vocabulary ("annually"), or
// a number of months, years, weeks or days.
func (c *calendar) interval(text string) (isms.Interval, bool) {
	text = strings.TrimSpace(text)
	if len(text) > 80 {
		return isms.Interval{}, false
	}
	if i, ok := isoDuration(strings.ToUpper(text)); ok {
		return i, true
	}
	key := normalise(text)
	if iso := c.v.intervals[key]; iso != "" {
		return isoDuration(iso)
	}
	if m := everyNumber.FindStringSubmatch(key); m != nil {
		unit, n := unitOfMonths[m[2]], atoi(m[1])
		if i := (isms.Interval{Months: unit.Months * n, Days: unit.Days * n}); i != (isms.Interval{}) {
			return i, true
		}
	}
	for _, w := range strings.Fields(key) {
		if iso := c.v.intervals[w]; iso != "" {
			return isoDuration(iso)
		}
	}
	return isms.Interval{}, false
}

func isoDuration(text string) (isms.Interval, bool) {
	m := duration.FindStringSubmatch(text)
	if m == nil || text == "P" {
		return isms.Interval{}, false
	}
	n := func(i int) int { return max(atoi(m[i]), 0) }
	return isms.Interval{Months: n(1)*12 + n(2), Days: n(3)*7 + n(4)}, true
}
