package gradcheck

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
)

// maxRows is how many parameters the table of String has at most.
const maxRows = 25

// String returns a line with the largest error and a table of the parameters. Of
// more than 25 the table has the 25 with the largest errors, in the order of θ.
func (r Report) String() string {
	n := len(r.Theta)
	if n == 0 {
		return "no parameters"
	}
	var b strings.Builder
	fmt.Fprintf(&b, "largest relative error %.1e, at θ_%d of %d parameters", r.Worst, r.Index, n)
	rows := make([]int, n) // the j of each row
	for j := range rows {
		rows[j] = j
	}
	if n > maxRows {
		slices.SortStableFunc(rows, func(i, j int) int { return cmp.Compare(rank(r.Errors[j]), rank(r.Errors[i])) })
		rows = rows[:maxRows]
		slices.Sort(rows)
		fmt.Fprintf(&b, "; the %d worst:", maxRows)
	}
	fmt.Fprintf(&b, "\n%6s %13s %17s %17s %9s\n", "j", "θ_j", "gradient", "difference", "error")
	for _, j := range rows {
		mark := ""
		if j == r.Index {
			mark = " ← worst"
		}
		fmt.Fprintf(&b, "%6d %13.6g %17.10g %17.10g %9.1e%s\n", j, r.Theta[j], r.Analytic[j], r.Numeric[j], r.Errors[j], mark)
	}
	return b.String()
}

// rank returns what to sort an error by: NaN is the largest.
func rank(err float64) float64 {
	if math.IsNaN(err) {
		return math.Inf(1)
	}
	return err
}
