package qr

import (
	"math"

	"gonum.org/v1/gonum/mat"
)

// Misfit returns y − Xθ, n values, each as if it were computed with twice the digits
// of float64 and then rounded. X is n×q, θ has q values, y has n.
//
// A good fit is a difference of nearly equal numbers: computed plainly, y = 1e9 + 1
// leaves no more than seven digits of its residual. So every product and every sum
// hands on what its rounding has cut off, which float64 can hold exactly, and these
// crumbs are added up beside the sum.
//
// Source: Ogita, Rump, Oishi, SIAM J. Sci. Comput. 26 (2005) 1955.
func Misfit(X *mat.Dense, y, theta []float64) []float64 {
	r := make([]float64, len(y))
	for i, sum := range y {
		crumbs := 0.0
		for k, x := range X.RawRowView(i) {
			// The conversion says that the product is to be rounded by itself: a
			// processor with fused multiply-adds would otherwise skip that.
			p := float64(-x * theta[k])
			sum, crumbs = add(sum, p, crumbs+math.FMA(-x, theta[k], -p))
		}
		r[i] = sum + crumbs
	}
	return r
}

// add returns a + b, rounded, and crumbs plus what that rounding has cut off.
func add(a, b, crumbs float64) (sum, rest float64) {
	sum = a + b
	took := sum - a
	return sum, crumbs + ((a - (sum - took)) + (b - took))
}
