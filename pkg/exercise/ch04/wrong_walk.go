package ch04

import (
	"slices"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

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

func (wrong) byLast(X *mat.Dense, y, start, rates []float64) []float64 {
	rates = slices.Clone(rates)
	for t := range rates {
		rates[t] = rates[len(rates)-1]
	}
	return solution{}.descendBy(X, y, start, rates)
}

func (wrong) byAssign(X *mat.Dense, y, start, rates []float64) []float64 {
	theta := slices.Clone(start)
	for _, alpha := range rates {
		theta = gradient(X, y, theta)
		floats.Scale(-alpha, theta)
	}
	return theta
}

func (wrong) byChange(X *mat.Dense, y, start, rates []float64) []float64 {
	theta := solution{}.descendBy(X, y, start, rates)
	floats.Sub(theta, start)
	return theta
}

func (wrong) byTheta(_ *mat.Dense, _, start, rates []float64) []float64 {
	theta := slices.Clone(start)
	for _, alpha := range rates {
		floats.Scale(1-alpha, theta)
	}
	return theta
}

func (wrong) byNoBias(X *mat.Dense, y, start, rates []float64) []float64 {
	theta := slices.Clone(start)
	for _, alpha := range rates {
		floats.AddScaled(theta[1:], -alpha, gradient(X, y, theta)[1:])
	}
	return theta
}

func (wrong) byNested(X *mat.Dense, y, start, rates []float64) []float64 {
	theta := slices.Clone(start)
	for range rates {
		theta = solution{}.descendBy(X, y, theta, rates)
	}
	return theta
}

func (wrong) byProductAlone(X *mat.Dense, y, start, rates []float64) []float64 {
	theta := slices.Clone(start)
	for _, alpha := range rates {
		theta = gradient(X, y, theta)
		floats.Scale(alpha, theta)
	}
	return theta
}
