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

func (wrong) rateConstant(alpha float64, _, _, _ int) float64 { return alpha }

func (wrong) rateFromZero(alpha float64, t, warm, total int) float64 {
	if t < warm {
		return alpha * float64(t) / float64(warm)
	}
	return solution{}.rate(alpha, t, warm, total)
}

func (wrong) rateWholeWarm(alpha float64, t, warm, total int) float64 {
	if t < warm {
		return alpha * float64((t+1)/warm)
	}
	return solution{}.rate(alpha, t, warm, total)
}

func (wrong) rateWholeCosine(alpha float64, t, warm, total int) float64 {
	if t < warm {
		return solution{}.rate(alpha, t, warm, total)
	}
	return alpha * (1 + math.Cos(math.Pi*float64((t-warm)/(total-warm)))) / 2
}

// cosine is half a cosine over a part of the way.
func cosine(alpha, part float64) float64 { return alpha * (1 + math.Cos(math.Pi*part)) / 2 }

func (wrong) rateNotRestarted(alpha float64, t, warm, total int) float64 {
	if t < warm {
		return solution{}.rate(alpha, t, warm, total)
	}
	return cosine(alpha, float64(t)/float64(total))
}

func (wrong) rateOverTotal(alpha float64, t, warm, total int) float64 {
	if t < warm {
		return solution{}.rate(alpha, t, warm, total)
	}
	return cosine(alpha, float64(t-warm)/float64(total))
}

func (wrong) rateNoWarm(alpha float64, t, _, total int) float64 {
	return cosine(alpha, float64(t)/float64(total))
}

func (wrong) rateNoHalf(alpha float64, t, warm, total int) float64 {
	if t < warm {
		return solution{}.rate(alpha, t, warm, total)
	}
	return 2 * solution{}.rate(alpha, t, warm, total)
}

func (wrong) rateNoOne(alpha float64, t, warm, total int) float64 {
	if t < warm {
		return solution{}.rate(alpha, t, warm, total)
	}
	return alpha * math.Cos(math.Pi*float64(t-warm)/float64(total-warm))
}

func (wrong) rateQuarter(alpha float64, t, warm, total int) float64 {
	if t < warm {
		return solution{}.rate(alpha, t, warm, total)
	}
	return alpha * math.Cos(math.Pi/2*float64(t-warm)/float64(total-warm))
}

func (wrong) rateDegrees(alpha float64, t, warm, total int) float64 {
	if t < warm {
		return solution{}.rate(alpha, t, warm, total)
	}
	return alpha * (1 + math.Cos(180*float64(t-warm)/float64(total-warm))) / 2
}

func (wrong) rateNoAlpha(_ float64, t, warm, total int) float64 {
	return solution{}.rate(1, t, warm, total)
}

// gradient is ∇J = 1/n Xᵀ(Xθ − y).
func gradient(X *mat.Dense, y, theta []float64) []float64 {
	n, _ := X.Dims()
	var r, grad mat.VecDense
	r.MulVec(X, mat.NewVecDense(len(theta), theta))
	r.SubVec(&r, mat.NewVecDense(n, y))
	grad.MulVec(X.T(), &r)
	grad.ScaleVec(1/float64(n), &grad)
	return grad.RawVector().Data
}

// scaled walks with all rates multiplied by c.
func scaled(c float64, X *mat.Dense, y, start, rates []float64) []float64 {
	rates = slices.Clone(rates)
	floats.Scale(c, rates)
	return solution{}.descendBy(X, y, start, rates)
}

func (wrong) byFirst(X *mat.Dense, y, start, rates []float64) []float64 {
	rates = slices.Clone(rates)
	for t := range rates {
		rates[t] = rates[0]
	}
	return solution{}.descendBy(X, y, start, rates)
}

// byProduct is the colleague's code of exercise 4.6.
func (wrong) byProduct(X *mat.Dense, y, start, rates []float64) []float64 {
	theta, alpha := slices.Clone(start), 1.0
	for t := range rates {
		alpha *= rates[t]
		floats.AddScaled(theta, -alpha, gradient(X, y, theta))
	}
	return theta
}

func (wrong) byOneLong(X *mat.Dense, y, start, rates []float64) []float64 {
	theta := slices.Clone(start)
	floats.AddScaled(theta, -floats.Sum(rates), gradient(X, y, theta))
	return theta
}

func (wrong) byReturnInside(X *mat.Dense, y, start, rates []float64) []float64 {
	return solution{}.descendBy(X, y, start, rates[:min(1, len(rates))])
}

func (wrong) byShort(X *mat.Dense, y, start, rates []float64) []float64 {
	return solution{}.descendBy(X, y, start, rates[:max(0, len(rates)-1)])
}

func (wrong) byFromOne(X *mat.Dense, y, start, rates []float64) []float64 {
	return solution{}.descendBy(X, y, start, rates[min(1, len(rates)):])
}

func (wrong) byUphill(X *mat.Dense, y, start, rates []float64) []float64 {
	return scaled(-1, X, y, start, rates)
}

func (wrong) bySum(X *mat.Dense, y, start, rates []float64) []float64 {
	return scaled(float64(len(y)), X, y, start, rates)
}

func (wrong) byTwice(X *mat.Dense, y, start, rates []float64) []float64 {
	return scaled(2, X, y, start, rates)
}

func (wrong) byZeroStart(X *mat.Dense, y, start, rates []float64) []float64 {
	return solution{}.descendBy(X, y, make([]float64, len(start)), rates)
}

func (wrong) byIndex(X *mat.Dense, y, start, rates []float64) []float64 {
	theta := slices.Clone(start)
	for t := range rates {
		floats.AddScaled(theta, -float64(t), gradient(X, y, theta))
	}
	return theta
}

func (wrong) byTurns(X *mat.Dense, y, start, rates []float64) []float64 {
	theta := slices.Clone(start)
	for _, alpha := range rates {
		for k := range theta {
			theta[k] -= alpha * gradient(X, y, theta)[k]
		}
	}
	return theta
}

func (wrong) byStays(_ *mat.Dense, _, start, _ []float64) []float64 { return slices.Clone(start) }

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
	if t := (solution{}).convergedAt(J, tol); t > 0 {
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
	if t := (solution{}).convergedAt(J, tol); t > 0 {
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
