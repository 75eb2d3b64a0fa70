package gradcheck

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
)

// rows is how many parameters String lists.
const rows = 25

// String returns the verdict in one line and a table of the parameters; of more
// than 25 it lists the 25 with the largest errors, in the order of θ.
func (r Report) String() string {
	n := len(r.Theta)
	if n == 0 {
		return "no parameters"
	}
	var b strings.Builder
	fmt.Fprintf(&b, "largest relative error %.1e, at θ_%d of %d parameters", r.Worst, r.Index, n)
	list := make([]int, n)
	for j := range list {
		list[j] = j
	}
	if n > rows {
		slices.SortStableFunc(list, func(i, j int) int { return cmp.Compare(rank(r.Errors[j]), rank(r.Errors[i])) })
		list = list[:rows]
		slices.Sort(list)
		fmt.Fprintf(&b, "; the %d worst:", rows)
	}
	fmt.Fprintf(&b, "\n%6s %13s %17s %17s %9s\n", "j", "θ_j", "gradient", "difference", "error")
	for _, j := range list {
		mark := ""
		if j == r.Index {
			mark = " ← worst"
		}
		fmt.Fprintf(&b, "%6d %13.6g %17.10g %17.10g %9.1e%s\n", j, r.Theta[j], r.Analytic[j], r.Numeric[j], r.Errors[j], mark)
	}
	return b.String()
}

// rank puts NaN above all.
func rank(err float64) float64 {
	if math.IsNaN(err) {
		return math.Inf(1)
	}
	return err
}
