package exercise

import (
	"bytes"
	"math"
	"strings"
	"testing"
)

func TestClaim(t *testing.T) {
	nan, inf, tenth := math.NaN(), math.Inf(1), 0.1
	for _, test := range []struct {
		got, said, tol float64
		want           string // the line, or the panic
	}{
		{18.6812, 18.7, 0.05, "✓ it: 18.68, as the text says: 18.7\n"},
		{18.75, 18.7, 0.05, "✓ it: 18.75, as the text says: 18.7\n"},
		{18.78, 18.7, 0.1, "✓ it: 18.8, within 0.1 of what the text says: 18.7\n"},
		{8.8, 9.2, 0.5, "✓ it: 8.8, within 0.5 of what the text says: 9.2\n"},
		{440, 400, 50, "✓ it: 440, within 50 of what the text says: 400\n"},
		{398, 400, 2, "✓ it: 398, within 2 of what the text says: 400\n"},
		{18.76, 18.7, 0.05, "exercise: Claim: it: the text says 18.7, give or take 0.05, but the cell finds 18.76"},
		{18.700000001, 18.7, 0, "exercise: Claim: it: the text says 18.7, give or take 0, but the cell finds 18.700000001"},
		{tenth + 0.2, 0.3, 0, "✓ it: 0.30000000000000004, as the text says: 0.3\n"},
		{18.68, 18.7, 1, "✓ it: 18.7, as the text says\n"},
		{392, 392, 0, "✓ it: 392, as the text says\n"},
		{-0.0076473, -0.0076, 0.0001, "✓ it: -0.0076, as the text says\n"},
		{1.00049e-7, 1e-7, 1e-9, "✓ it: 1.00e-07, as the text says: 1e-07\n"},
		{6.98e8, 7e8, 5e7, "✓ it: 7.0e+08, as the text says: 7e+08\n"},
		{1234567.4, 1234567, 1, "✓ it: 1234567, as the text says\n"},
		{-1e-20, 0, 1e-9, "✓ it: 0, as the text says\n"},
		{2, 1, 0.5, "exercise: Claim: it: the text says 1, give or take 0.5, but the cell finds 2.0"},
		{1.04, 1, 0.03, "exercise: Claim: it: the text says 1, give or take 0.03, but the cell finds 1.04"},
		{nan, 1, 1, "finds NaN"},
		{1, nan, 1, "says NaN"},
		{inf, 1, 1, "finds +Inf"},
		{inf, inf, 1, "finds +Inf"},
		{1, 1, nan, "the tolerance is NaN"},
		{1, 1, -0.1, "the tolerance is -0.1"},
		{1e300, -1e300, 1, "but the cell finds"},
	} {
		var out bytes.Buffer
		panicked := panicOf(func() { claim(&out, "it", test.got, test.said, test.tol) })
		if strings.HasPrefix(test.want, "✓") {
			if out.String() != test.want || panicked != "" {
				t.Errorf("%v: %q, panic %q", test, out.String(), panicked)
			}
		} else if !strings.HasPrefix(panicked, "exercise: Claim: it: ") || !strings.Contains(panicked, test.want) || out.Len() > 0 {
			t.Errorf("%v: panic %q, printed %q", test, panicked, out.String())
		}
	}
}
