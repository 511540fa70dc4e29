package report

import (
	"slices"
	"strconv"
	"unicode/utf16"
)

// Code scanning knows a finding again by a hash of its line and what follows:
// the first hundred UTF-16 units from the start of the line that are neither
// blank nor tab, each line end as one line feed, an end mark after the text and
// zeros after that, as the digits of a number to the base 37, modulo 2^64. Lines
// with the same hash are numbered. Whoever uploads a report computes the same
// and warns where it differs.
const (
	hashBlock  = 100
	hashBase   = 37
	endOfText  = 0xffff
	unitOfLine = '\n'
)

// lineHashes are the hashes of the lines asked for, by number.
func lineHashes(text string, lines []int) map[int]string {
	if len(lines) == 0 {
		return nil
	}
	units, starts := hashUnits(text)
	var drop uint64 = 1 // hashBase to the power of hashBlock
	var sum uint64
	for i := range hashBlock {
		drop *= hashBase
		sum = sum*hashBase + unit(units, i)
	}
	hashes := make(map[int]string, len(lines))
	counts := map[uint64]int{}
	last, at := slices.Max(lines), 0
	for line, start := range starts[:min(len(starts), max(last, 0))] {
		for ; at < start; at++ {
			sum = sum*hashBase + unit(units, at+hashBlock) - drop*unit(units, at)
		}
		counts[sum]++
		hashes[line+1] = strconv.FormatUint(sum, 16) + ":" + strconv.Itoa(counts[sum])
	}
	return hashes
}

func unit(units []uint16, i int) uint64 {
	if i < len(units) {
		return uint64(units[i])
	}
	return 0
}

// hashUnits are the units of a text that count, and where each line begins.
func hashUnits(text string) (units []uint16, starts []int) {
	units = make([]uint16, 0, len(text)+1)
	starts = []int{0}
	afterCR := false
	for _, r := range text {
		skip := r == ' ' || r == '\t' || afterCR && r == '\n'
		afterCR = r == '\r'
		switch {
		case skip:
		case r == '\r' || r == '\n':
			units = append(units, unitOfLine)
			starts = append(starts, len(units))
		default:
			units = utf16.AppendRune(units, r)
		}
	}
	return append(units, endOfText), starts
}
