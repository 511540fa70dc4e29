package report

import "testing"

func TestSpreadsheetCell(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "plain": "plain", "a=b": "a=b", "=1+1": "'=1+1", "+1": "'+1", "-1": "'-1", "@SUM(A1)": "'@SUM(A1)",
		"\t=1": "' =1", "\r=1": "' =1", "\x1b[0m=1": "'=1", "\u200b=1": "'=1",
	} {
		if got := SpreadsheetCell(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
