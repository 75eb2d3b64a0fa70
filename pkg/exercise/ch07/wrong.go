package ch07

import (
	"math"

	"gonum.org/v1/gonum/mat"
)

// wrong holds the usual wrong answers of chapter 07.
type wrong struct{}

// each returns f(z_j, ŷ_j, y_j) for every output.
func each(z, y []float64, f func(z, yhat, y float64) float64) []float64 {
	delta := make([]float64, len(z))
	for j := range z {
		delta[j] = f(z[j], sigmoid(z[j]), y[j])
	}
	return delta
}

// slope is σ′ by its value.
func slope(yhat float64) float64 { return yhat * (1 - yhat) }

func (wrong) lastNoSlope(z, y []float64) []float64 {
	return each(z, y, func(_, yhat, y float64) float64 { return yhat - y })
}

func (wrong) lastSigmoid(z, y []float64) []float64 {
	return each(z, y, func(_, yhat, y float64) float64 { return (yhat - y) * yhat })
}

func (wrong) lastSlopeOfA(z, y []float64) []float64 {
	return each(z, y, func(_, yhat, y float64) float64 { return (yhat - y) * slope(sigmoid(yhat)) })
}

func (wrong) lastSlopeByZ(z, y []float64) []float64 {
	return each(z, y, func(z, yhat, y float64) float64 { return (yhat - y) * slope(z) })
}

func (wrong) lastSign(z, y []float64) []float64 {
	return each(z, y, func(_, yhat, y float64) float64 { return (y - yhat) * slope(yhat) })
}

func (wrong) lastSum(z, y []float64) []float64 {
	return each(z, y, func(z, yhat, y float64) float64 { return (z - y) * slope(yhat) })
}

func (wrong) lastSquare(z, y []float64) []float64 {
	return each(z, y, func(_, yhat, y float64) float64 { return (yhat - y) * (yhat - y) * slope(yhat) })
}

func (wrong) lastHalf(z, y []float64) []float64 {
	return each(z, y, func(_, yhat, y float64) float64 { return (yhat - y) * slope(yhat) / 2 })
}

func (wrong) lastTanh(z, y []float64) []float64 {
	return each(z, y, func(_, yhat, y float64) float64 { return (yhat - y) * (1 - yhat*yhat) })
}

func (wrong) lastNoTarget(z, y []float64) []float64 {
	return each(z, y, func(_, yhat, _ float64) float64 { return yhat * slope(yhat) })
}

func (wrong) lastExp(z, y []float64) []float64 {
	return each(z, y, func(z, _, y float64) float64 { return (sigmoid(-z) - y) * slope(sigmoid(z)) })
}

// lastSlopeByY takes the slope at the target.
func (wrong) lastSlopeByY(z, y []float64) []float64 {
	return each(z, y, func(_, yhat, y float64) float64 { return (yhat - y) * slope(y) })
}

func (wrong) lastBrackets(z, y []float64) []float64 {
	return each(z, y, func(_, yhat, y float64) float64 { return yhat - y*slope(yhat) })
}

func (wrong) lastBracketsSlope(z, y []float64) []float64 {
	return each(z, y, func(_, yhat, y float64) float64 { return (yhat-y)*yhat - yhat })
}

func (wrong) lastPlus(z, y []float64) []float64 {
	return each(z, y, func(_, yhat, y float64) float64 { return (yhat - y) * yhat * (1 + yhat) })
}

func (wrong) outerTransposed(delta, a []float64) *mat.Dense { return solution{}.outer(a, delta) }

func (wrong) outerNoBias(delta, a []float64) *mat.Dense { return solution{}.outer(delta, a[1:]) }

func (wrong) outerZeroBias(delta, a []float64) *mat.Dense {
	return solution{}.outer(delta, append([]float64{0}, a[1:]...))
}

func (wrong) outerMinus(delta, a []float64) *mat.Dense {
	grad := solution{}.outer(delta, a)
	grad.Scale(-1, grad)
	return grad
}

func (wrong) outerSum(delta, a []float64) *mat.Dense {
	grad := mat.NewDense(len(delta), len(a), nil)
	grad.Apply(func(j, k int, _ float64) float64 { return delta[j] + a[k] }, grad)
	return grad
}

func (wrong) outerDiagonal(delta, a []float64) *mat.Dense {
	grad := mat.NewDense(len(delta), len(a), nil)
	for j := 0; j < len(delta) && j < len(a); j++ {
		grad.Set(j, j, delta[j]*a[j])
	}
	return grad
}

func (wrong) outerOnes(delta, a []float64) *mat.Dense {
	return solution{}.outer(delta, append([]float64{1}, a...))
}

// below returns (Σ_j θ_j,k+shift δ_j) f(a_k+1).
func below(theta *mat.Dense, delta, a []float64, shift int, f func(a float64) float64) []float64 {
	result := make([]float64, len(a)-1)
	for k := range result {
		for j := range delta {
			result[k] += theta.At(j, k+shift) * delta[j]
		}
		result[k] *= f(a[k+1])
	}
	return result
}

// bend is tanh′ by its value.
func bend(a float64) float64 { return 1 - a*a }

func (wrong) belowBiasKept(theta *mat.Dense, delta, a []float64) []float64 {
	var up mat.VecDense
	up.MulVec(theta.T(), mat.NewVecDense(len(delta), delta))
	for k := range a {
		up.SetVec(k, up.AtVec(k)*bend(a[k]))
	}
	return up.RawVector().Data
}

func (wrong) belowShifted(theta *mat.Dense, delta, a []float64) []float64 {
	return below(theta, delta, a, 0, bend)
}

func (wrong) belowNoSlope(theta *mat.Dense, delta, a []float64) []float64 {
	return below(theta, delta, a, 1, func(float64) float64 { return 1 })
}

func (wrong) belowFirst(theta *mat.Dense, delta, a []float64) []float64 {
	return below(theta, delta[:1], a, 1, bend)
}

func (wrong) belowNoSquare(theta *mat.Dense, delta, a []float64) []float64 {
	return below(theta, delta, a, 1, func(a float64) float64 { return 1 - a })
}

func (wrong) belowSlopeOfA(theta *mat.Dense, delta, a []float64) []float64 {
	return below(theta, delta, a, 1, func(a float64) float64 { return bend(math.Tanh(a)) })
}

func (wrong) belowG(theta *mat.Dense, delta, a []float64) []float64 {
	return below(theta, delta, a, 1, func(a float64) float64 { return a })
}

func (wrong) belowSigmoid(theta *mat.Dense, delta, a []float64) []float64 {
	return below(theta, delta, a, 1, slope)
}

func (wrong) belowSlopeShifted(theta *mat.Dense, delta, a []float64) []float64 {
	result := below(theta, delta, a, 1, func(float64) float64 { return 1 })
	for k := range result {
		result[k] *= bend(a[k])
	}
	return result
}

func (wrong) belowNoDelta(theta *mat.Dense, delta, a []float64) []float64 {
	ones := make([]float64, len(delta))
	for j := range ones {
		ones[j] = 1
	}
	return below(theta, ones, a, 1, bend)
}

func (wrong) belowNoTheta(theta *mat.Dense, delta, a []float64) []float64 {
	ones := mat.NewDense(len(delta), len(a), nil)
	ones.Apply(func(_, _ int, _ float64) float64 { return 1 }, ones)
	return below(ones, delta, a, 1, bend)
}

func (wrong) belowPlus(theta *mat.Dense, delta, a []float64) []float64 {
	return below(theta, delta, a, 1, func(a float64) float64 { return 1 + a*a })
}

func (wrong) belowBrackets(theta *mat.Dense, delta, a []float64) []float64 {
	result := below(theta, delta, a, 1, func(float64) float64 { return 1 })
	for k := range result {
		result[k] -= a[k+1] * a[k+1]
	}
	return result
}

func (wrong) belowNotTransposed(theta *mat.Dense, delta, a []float64) []float64 {
	result := make([]float64, len(a)-1)
	for k := range result {
		for j := range delta {
			result[k] += theta.At(k, j+1) * delta[j]
		}
		result[k] *= bend(a[k+1])
	}
	return result
}

// belowSet writes = for +=, so that the last output alone counts.
func (wrong) belowSet(theta *mat.Dense, delta, a []float64) []float64 {
	last := len(delta) - 1
	return below(mat.DenseCopyOf(theta.Slice(last, last+1, 0, len(a))), delta[last:], a, 1, bend)
}
