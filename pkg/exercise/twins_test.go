package exercise

import (
	"strings"
	"testing"
)

// Two functions of exercise 0.1 in one file, as a notebook may hold them.

func mean(x []float64) float64 {
	sum := 0.0
	for _, xi := range x {
		sum += xi
	}
	return sum / float64(len(x))
}

func Mean(x []float64) float64 { return x[0] }

// The kernel keeps an old function when the new one has another name: a right old
// one does not hide that the new one was not looked at.
func TestOtherName(t *testing.T) {
	fresh(t)
	const says = "solved in this chapter)\n  (mean was checked. The notebook also holds Mean, which was not.)\n"
	if got := checked("0.1", mean); got != strings.Replace(rightMean, "solved in this chapter)\n", says, 1) {
		t.Errorf("%q", got)
	}
	if got := plain(checked("0.1", Mean)); !strings.Contains(got, "The notebook also holds mean, which is right. But Mean is checked") {
		t.Error(got)
	}
}
