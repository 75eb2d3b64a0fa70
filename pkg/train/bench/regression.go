package main

import (
	"math"
	"math/rand/v2"

	"ann/pkg/regression"

	"gonum.org/v1/gonum/mat"
)

// fit is a regression to be timed.
type fit struct {
	name, about string
	solve       func(X *mat.Dense, y []float64) (*regression.Result, error)
	lambda      float64 // lambda is the λ of the penalty λ Σ|θ_k|
}

const lassoLambda = 0.05

func fits() []fit {
	return []fit{
		{"qr", "least squares by QR", func(X *mat.Dense, y []float64) (*regression.Result, error) { return regression.LeastSquares(X, y) }, 0},
		{"normal", "least squares by the normal equation", func(X *mat.Dense, y []float64) (*regression.Result, error) { return regression.NormalEquation(X, y) }, 0},
		{"lasso", "lasso, λ = 0.05", func(X *mat.Dense, y []float64) (*regression.Result, error) {
			return regression.Lasso(X, y, lassoLambda)
		}, lassoLambda},
	}
}

// correlated returns n points with a ones column and p correlated features, ten
// of which matter.
func correlated(n, p int) (X *mat.Dense, y []float64) {
	rng := rand.New(rand.NewPCG(5, 1))
	X, y = mat.NewDense(n, p+1, nil), make([]float64, n)
	for i := range n {
		row, common := X.RawRowView(i), 0.5*rng.NormFloat64()
		row[0] = 1
		for k := 1; k <= p; k++ {
			row[k] = rng.NormFloat64() + common
			if k <= 10 {
				y[i] += float64(k-5) * row[k]
			}
		}
		y[i] += rng.NormFloat64()
	}
	return X, y
}

func (f fit) measure() result {
	X, y := correlated(100_000, 50)
	var theta []float64
	seconds := timed(7, func() {
		fit, err := f.solve(X, y)
		quit(err)
		theta = fit.Theta
	})
	var r mat.VecDense
	r.MulVec(X, mat.NewVecDense(len(theta), theta))
	r.SubVec(mat.NewVecDense(len(y), y), &r)
	J := mat.Dot(&r, &r) / float64(2*len(y))
	for _, v := range theta[1:] {
		J += f.lambda * math.Abs(v)
	}
	return result{f.name, median(seconds), J}
}
