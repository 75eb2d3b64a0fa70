package ch04

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// wrong holds the usual wrong answers of chapter 04.
type wrong struct{}

// curvatures returns the eigenvalues of XᵀX times scale, rising, and n.
func curvatures(X mat.Matrix, scale float64) []float64 {
	var H mat.SymDense
	H.SymOuterK(scale, X.T())
	var eigen mat.EigenSym
	if !eigen.Factorize(&H, false) {
		panic("no eigenvalues")
	}
	return eigen.Values(nil)
}

// means returns 1/n, which makes XᵀX a mean.
func means(X mat.Matrix) float64 {
	n, _ := X.Dims()
	return 1 / float64(n)
}

func (wrong) limitOne(X *mat.Dense) float64 { return 1 / slices.Max(curvatures(X, means(X))) }

func (wrong) limitSmallest(X *mat.Dense) float64 { return 2 / curvatures(X, means(X))[0] }

func (wrong) limitSum(X *mat.Dense) float64 { return 2 / slices.Max(curvatures(X, 1)) }

func (wrong) limitOneSum(X *mat.Dense) float64 { return 1 / slices.Max(curvatures(X, 1)) }

func (wrong) limitBest(X *mat.Dense) float64 {
	lambda := curvatures(X, means(X))
	return 2 / (lambda[0] + lambda[len(lambda)-1])
}

func (wrong) limitIsLambda(X *mat.Dense) float64 { return slices.Max(curvatures(X, means(X))) }

func (wrong) limitSingular(X *mat.Dense) float64 {
	return 2 / math.Sqrt(slices.Max(curvatures(X, means(X))))
}

func (wrong) limitTrace(X *mat.Dense) float64 { return 2 / floats.Sum(curvatures(X, means(X))) }

func (wrong) limitNoOnes(X *mat.Dense) float64 {
	n, columns := X.Dims()
	if columns == 1 {
		return math.Inf(1)
	}
	return 2 / slices.Max(curvatures(X.Slice(0, n, 1, columns), means(X)))
}

func (wrong) limitColumns(X *mat.Dense) float64 {
	_, columns := X.Dims()
	return 2 / slices.Max(curvatures(X, 1/float64(columns)))
}

func (wrong) limitDiagonal(X *mat.Dense) float64 {
	var H mat.SymDense
	H.SymOuterK(means(X), X.T())
	largest := 0.0
	for k := range H.SymmetricDim() {
		largest = max(largest, H.At(k, k))
	}
	return 2 / largest
}

// first returns the first t from 1 on that passes, or −1.
func first(J []float64, passes func(before, after float64) bool) int {
	for t := 1; t < len(J); t++ {
		if passes(J[t-1], J[t]) {
			return t
		}
	}
	return -1
}

func (wrong) atRise(J []float64, tol float64) int {
	return first(J, func(before, after float64) bool { return before-after < tol })
}

func (wrong) atSize(J []float64, tol float64) int {
	return first(J, func(before, after float64) bool { return math.Abs(before-after) < tol })
}

func (wrong) atStrict(J []float64, tol float64) int {
	return first(J, func(before, after float64) bool { return before > after && before-after < tol })
}

func (wrong) atSwapped(J []float64, tol float64) int {
	return first(J, func(before, after float64) bool { return after >= before && after-before < tol })
}

func (wrong) atLarge(J []float64, tol float64) int {
	return first(J, func(before, after float64) bool { return before-after > tol })
}

func (wrong) atValue(J []float64, tol float64) int {
	return first(J, func(_, after float64) bool { return after < tol })
}

func (wrong) atRelative(J []float64, tol float64) int {
	return first(J, func(before, after float64) bool { return after <= before && before-after < tol*before })
}

func (wrong) atFromStart(J []float64, tol float64) int {
	return first(J, func(_, after float64) bool { return after <= J[0] && J[0]-after < tol })
}

func (wrong) atBefore(J []float64, tol float64) int {
	t := solution{}.convergedAt(J, tol)
	if t > 0 {
		return t - 1
	}
	return -1
}

func (wrong) atLast(J []float64, tol float64) int {
	last := -1
	for t := 1; t < len(J); t++ {
		if d := J[t-1] - J[t]; d >= 0 && d < tol {
			last = t
		}
	}
	return last
}

func (wrong) atEnd(J []float64, tol float64) int {
	t := solution{}.convergedAt(J, tol)
	if t > 0 {
		return t
	}
	return len(J) - 1
}

func (wrong) atFirstOnly(J []float64, tol float64) int {
	return solution{}.convergedAt(J[:min(2, len(J))], tol)
}

func (wrong) twoLargerFirst(lambda1, lambda2 float64) (first, second float64) {
	return 1 / lambda1, 1 / lambda2
}

func (wrong) twoLimits(lambda1, lambda2 float64) (first, second float64) {
	return 2 / lambda2, 2 / lambda1
}

func (wrong) twoSafe(_, lambda2 float64) (first, second float64) { return 1 / lambda2, 1 / lambda2 }

func (wrong) twoFlat(lambda1, _ float64) (first, second float64) { return 1 / lambda1, 1 / lambda1 }

func (wrong) twoBest(lambda1, lambda2 float64) (first, second float64) {
	best := 2 / (lambda1 + lambda2)
	return best, best
}

func (wrong) twoLambdas(lambda1, lambda2 float64) (first, second float64) { return lambda1, lambda2 }

func (wrong) twoBelowLimit(_, lambda2 float64) (first, second float64) {
	return 1 / lambda2, 2 / lambda2
}

func (wrong) limitSecond(X *mat.Dense) float64 { return 2 / curvatures(X, means(X))[1] }

func (wrong) limitHalf(X *mat.Dense) float64 { return 2 * solution{}.alphaLimit(X) }

func (wrong) limitUpsideDown(X *mat.Dense) float64 { return 1 / solution{}.alphaLimit(X) }

func (wrong) limitTimes(X *mat.Dense) float64 { return 4 / solution{}.alphaLimit(X) }

func (wrong) limitWhole(X *mat.Dense) float64 {
	n, _ := X.Dims()
	return 2 / slices.Max(curvatures(X, float64(1/n)))
}

func (wrong) atEqual(J []float64, tol float64) int {
	return first(J, func(before, after float64) bool { return before >= after && before-after <= tol })
}

func (wrong) atOr(J []float64, tol float64) int {
	return first(J, func(before, after float64) bool { return before >= after || before-after < tol })
}

func (wrong) atLoss(J []float64, tol float64) int {
	t := solution{}.convergedAt(J, tol)
	if t > 0 {
		return int(J[t])
	}
	return -1
}

func (wrong) atShort(J []float64, tol float64) int {
	return solution{}.convergedAt(J[:len(J)-1], tol)
}

func (wrong) atFromTwo(J []float64, tol float64) int {
	t := solution{}.convergedAt(J[1:], tol)
	if t > 0 {
		return t + 1
	}
	return -1
}

func (wrong) atZero(J []float64, tol float64) int { return max(0, solution{}.convergedAt(J, tol)) }

func (wrong) atCount(J []float64, tol float64) (n int) {
	for t := 1; t < len(J); t++ {
		if d := J[t-1] - J[t]; d >= 0 && d < tol {
			n++
		}
	}
	return n
}

func (wrong) atGivesUp(J []float64, tol float64) int {
	for t := 1; t < len(J); t++ {
		switch d := J[t-1] - J[t]; {
		case d < 0:
			return -1
		case d < tol:
			return t
		}
	}
	return -1
}

func (wrong) twoNumbers(_, _ float64) (first, second float64) { return 0.425, 3.29 }

func (wrong) twoSecondTwice(lambda1, lambda2 float64) (first, second float64) {
	return 1 / lambda2, 2 / lambda1
}

func (wrong) twoFirstTwice(lambda1, lambda2 float64) (first, second float64) {
	return 2 / lambda2, 1 / lambda1
}

func (wrong) twoSum(lambda1, lambda2 float64) (first, second float64) {
	return 1 / (lambda1 + lambda2), 1 / (lambda1 + lambda2)
}
