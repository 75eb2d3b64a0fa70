package regression

import (
	"math"

	"gonum.org/v1/gonum/mat"
)

// NormalEquation returns the θ that solves XᵀXθ = Xᵀy by the Cholesky
// factorisation of XᵀX: on paper the θ of LeastSquares, since ∂J/∂θ = 0 there,
// and half the work.
//
// It is here to be compared. Forming XᵀX squares the condition number, so θ
// loses twice as many digits: about log₁₀(Cond²) of float64's 16, all of them
// when Cond passes 1e8, while ŷ may still look perfect. Nothing is done to
// repair that. Cond is reported for X itself: from a QR factorisation, because
// XᵀX no longer knows it, except for a tall X with Cond so small that it does.
//
// Errors: *NotPositiveDefinite when rounding makes the factorisation break down
// (Cond about 1e8 or more; whether it does is a matter of luck there);
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
	XtX, Xty, r := normalMatrix(X, y)
	if r == nil {
		r = rotate(X, y, nil)
	}
	cond := r.cond()

	var chol mat.Cholesky
	if !chol.Factorize(XtX) {
		return nil, &NotPositiveDefinite{Cond: cond}
	}
	// SolveVecTo and InverseTo warn of a condition number above 1e16 by an
	// error; θ is what it is, and Cond says so.
	theta := mat.NewVecDense(q, nil)
	_ = chol.SolveVecTo(theta, Xty)
	f, err := newResult(X, y, theta.RawVector().Data, cond)
	if err != nil {
		return nil, err
	}
	if n > q {
		var inverse mat.SymDense
		_ = chol.InverseTo(&inverse)
		root := mat.NewDense(q, q, nil) // only its row lengths are asked for
		for k := range q {
			root.Set(k, k, math.Sqrt(inverse.At(k, k)))
		}
		f.uncertainty(f.Residuals, n-q, root)
	}
	return f, nil
}

// normalMatrix returns XᵀX and Xᵀy, and for a tall X the triangle whose square
// XᵀX is, provided that it still knows Cond; nil if not.
func normalMatrix(X *mat.Dense, y []float64) (*mat.SymDense, *mat.VecDense, *rotated) {
	n, q := X.Dims()
	XtX, Xty := mat.NewSymDense(q, nil), mat.NewVecDense(q, nil)
	if !tall(n, q) {
		XtX.SymOuterK(1, X.T())
		Xty.MulVec(X.T(), mat.NewVecDense(n, y))
		return XtX, Xty, nil
	}
	S := gram(X, y, make([]float64, q+1))
	for j := range q {
		for k := j; k < q; k++ {
			XtX.SetSym(j, k, S.At(j, k))
		}
		Xty.SetVec(j, S.At(j, q))
	}
	if t, ok := cholesky(S, 300); ok {
		return XtX, Xty, &rotated{n: n, q: q, t: t, exp: make([]int, q+1)}
	}
	return XtX, Xty, nil
}
