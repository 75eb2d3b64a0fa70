package regression

import (
	"math"

	"ann/pkg/regression/internal/qr"

	"gonum.org/v1/gonum/mat"
)

// NormalEquation returns the θ that solves XᵀXθ = Xᵀy by the Cholesky
// factorisation of XᵀX: on paper the θ of LeastSquares, since ∂J/∂θ = 0 there,
// and half the work.
//
// It is here to be compared with LeastSquares. Forming XᵀX squares the condition
// number, so θ loses twice as many digits: about log₁₀(Cond²) of float64's 16,
// all of them when Cond is above 1e8, while ŷ may still look perfect. Nothing is
// done against that. Cond is that of X itself. It comes from a QR factorisation,
// because XᵀX has lost it to rounding, except for an X of many rows with a small
// Cond.
//
// Errors: *NotPositiveDefinite when rounding makes the factorisation break down
// (Cond about 1e8 or more, where rounding decides whether it does);
// *TooFewPoints, *dataset.NotFinite and *Overflow as for LeastSquares. It
// panics when X is nil or y has not n values.
func NormalEquation(X mat.Matrix, y []float64) (*Result, error) {
	f, err := normalEquation(checkShapes("NormalEquation", X, y), y)
	if err != nil {
		return nil, fail("NormalEquation", err)
	}
	return f, nil
}

func normalEquation(X *mat.Dense, y []float64) (*Result, error) {
	n, q := X.Dims()
	if err := checkFinite(X, y); err != nil {
		return nil, err
	}
	if n < q || n == 0 {
		return nil, &TooFewPoints{N: n, Columns: q, Need: q}
	}
	XtX, Xty, cond := qr.Normal(X, y)
	var R mat.Cholesky // XᵀX = RᵀR
	if !R.Factorize(XtX) {
		return nil, &NotPositiveDefinite{Cond: cond}
	}
	theta := mat.NewVecDense(q, nil)
	_ = R.SolveVecTo(theta, Xty) // its only error is a warning that Cond² is above 1e16, and Result has Cond
	f, err := newResult(X, y, theta.RawVector().Data, cond)
	if err != nil {
		return nil, err
	}
	if n > q {
		var inverse mat.SymDense
		_ = R.InverseTo(&inverse) // its only error is the same warning
		root := make([]float64, q)
		for k := range root {
			root[k] = math.Sqrt(inverse.At(k, k))
		}
		f.uncertainty(f.Residuals, n-q, root)
	}
	return f, nil
}
