package regression

import (
	"fmt"
	"math"

	"ann/pkg/dataset"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// Result is what a method found for n points and p+1 columns.
type Result struct {
	// Theta holds θ_0 … θ_p.
	Theta []float64

	// Fitted is ŷ = Xθ, n values, in units of y.
	Fitted []float64

	// Residuals are r = ŷ − y, with the deck's sign, n values, in units of y.
	Residuals []float64

	// Cond is the condition number of X in the 2-norm, the ratio of its
	// largest to its smallest singular value: how much faster than y a
	// relative error can grow on the way to θ. It depends on the units of the
	// columns. +Inf when n < p+1 or the smallest is zero. (For Weighted it is
	// that of the weighted rows.)
	Cond float64

	// Sigma2 is the estimate of the noise variance, RSS/(n − p − 1) with
	// RSS = Σ r_i², in units of y squared. It is NaN when n = p+1, where
	// nothing is left to estimate it from, and for the methods where that
	// formula does not hold (Ridge, Lasso, LeastAbsolute, StudentT). For Weighted
	// it is +Inf when it is beyond float64.
	Sigma2 float64

	// StdErr is the standard error of each θ_k, √(σ² [(XᵀX)⁻¹]_kk). It is nil
	// where Sigma2 is NaN.
	StdErr []float64

	// Scale is s of StudentT, the width of the noise, in units of y; 0 for the
	// other methods.
	Scale float64

	// LogLikelihood is ln L(θ, s) of StudentT; 0 for the other methods.
	LogLikelihood float64

	// Weights are (ν+1)/(ν + r_i²/s²) of StudentT, n values, small for outliers;
	// nil for the other methods.
	Weights []float64
}

// Predict returns h_θ(x) = Xθ for new rows: X is m×(p+1) with its ones column.
// It panics when X is nil or has not p+1 columns.
func (f *Result) Predict(X mat.Matrix) []float64 {
	return predict("Predict", dense("Predict", X), f.Theta)
}

func predict(caller string, X *mat.Dense, theta []float64) []float64 {
	n, q := X.Dims()
	if n == 0 {
		return nil
	}
	if q != len(theta) {
		panic(fmt.Sprintf("regression: %s: X is %d×%d, θ has %d values (does X have its ones column?)", caller, n, q, len(theta)))
	}
	yhat := make([]float64, n)
	mat.NewVecDense(n, yhat).MulVec(X, mat.NewVecDense(q, theta))
	return yhat
}

// J returns the loss J(θ) = 1/(2n) |y − Xθ|² = 1/(2n) Σ (h_θ(x_i) − y_i)², in
// units of y squared. X is n×(p+1), θ has p+1 values. It panics on other
// shapes and on no points.
//
// Slides: "Univariate linear regression, Loss (cost) function", where J has
// not yet its factor 1/(2n), and "Optimizers, Example: gradient descent",
// where it has.
func J(X mat.Matrix, y, theta []float64) float64 {
	d := checkShapes("J", X, y)
	if len(y) == 0 {
		panic("regression: J: there are no points")
	}
	r := predict("J", d, theta)
	floats.Sub(r, y)
	return floats.Dot(r, r) / (2 * float64(len(y)))
}

// unsignZeros turns −0, which looks odd in a table, into 0.
func unsignZeros(theta []float64) {
	for k, v := range theta {
		if v == 0 {
			theta[k] = 0
		}
	}
}

// newResult fills in ŷ and the residuals, and refuses a θ or ŷ that is not
// finite.
func newResult(X *mat.Dense, y, theta []float64, cond float64) (*Result, error) {
	unsignZeros(theta)
	f := &Result{Theta: theta, Fitted: predict("", X, theta), Cond: cond, Sigma2: math.NaN()}
	f.Residuals = make([]float64, len(y))
	floats.SubTo(f.Residuals, f.Fitted, y)
	for _, c := range []struct {
		what string
		v    []float64
	}{{"θ", f.Theta}, {"ŷ = Xθ", f.Fitted}} {
		for _, v := range c.v {
			if !dataset.Finite(v) {
				return nil, &Overflow{What: c.what}
			}
		}
	}
	return f, nil
}
