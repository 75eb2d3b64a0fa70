package regression

import (
	"fmt"
	"math"

	"ann/pkg/dataset"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// Fit is what a method found for n points and p+1 columns.
type Fit struct {
	Theta     []float64 // θ_0 … θ_p
	Fitted    []float64 // ŷ = Xθ, n values, units of y
	Residuals []float64 // r = ŷ − y (the deck's sign), n values, units of y

	// Cond is the condition number of X in the 2-norm, the ratio of its
	// largest to its smallest singular value: how much faster than y a
	// relative error can grow on the way to θ. It depends on the units of the
	// columns. +Inf when n < p+1 or the smallest is zero. (For Weighted it is
	// that of the weighted rows.)
	Cond float64

	// Sigma2 is the estimate of the noise variance, RSS/(n − p − 1) with
	// RSS = Σ r_i², in units of y squared. NaN when n = p+1, where
	// nothing is left to estimate it from, and for the methods where that
	// formula does not hold (Ridge, Lasso, LeastAbsolute, StudentT). +Inf if
	// the square is beyond float64.
	Sigma2 float64

	// StdErr is the standard error of each θ_k, √(σ² [(XᵀX)⁻¹]_kk). nil where
	// Sigma2 is NaN.
	StdErr []float64

	// Only StudentT sets these.
	Scale         float64   // s, the width of the noise, units of y
	LogLikelihood float64   // ln L(θ, s)
	Weights       []float64 // (ν+1)/(ν + r_i²/s²): small for outliers
}

// Predict returns h_θ(x) = Xθ for new rows: X is m×(p+1) with its ones column.
// It panics when X is nil or has not p+1 columns.
func (f *Fit) Predict(X mat.Matrix) []float64 {
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

// newFit fills in ŷ and the residuals, and refuses a θ or ŷ that is not
// finite.
func newFit(X *mat.Dense, y, theta []float64, cond float64) (*Fit, error) {
	for k, v := range theta {
		if v == 0 {
			theta[k] = 0 // not −0, which looks odd in a table
		}
	}
	f := &Fit{Theta: theta, Fitted: predict("Fit", X, theta), Cond: cond, Sigma2: math.NaN()}
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
