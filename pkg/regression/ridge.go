package regression

import (
	"math"

	"ann/pkg/regression/internal/qr"

	"gonum.org/v1/gonum/mat"
)

// Ridge returns the θ that minimises
//
//	J(θ) + λ/2 |θ̄|² = 1/(2n) |y − Xθ|² + λ/2 Σ_{k≥1} θ_k²,
//
// that is (XᵀX + nλD) θ = Xᵀy with D the unit matrix without its first 1: the
// bias is not penalised. (scikit-learn's Ridge has alpha = nλ.) The strength of
// the penalty depends on the units of the columns, because θ does: scale them
// first.
//
// The solution comes from QR of the rows of X with the rows √(nλ)·e_k below
// them, so the condition number is not squared. It exists for collinear
// columns and for n < p+1. λ = 0 is LeastSquares, with its errors.
//
// Errors: *optimizer.BadParameter for a negative or infinite λ; *RankDeficient
// when λ is so small that it is lost to rounding; *TooFewPoints for no
// points; *dataset.NotFinite; *Overflow. It panics when X is nil, its column 0
// is not all ones, or y has not n values. Sigma2 is NaN, StdErr nil: θ is
// pulled towards 0 on purpose, and the formula for unbiased fits does not hold.
//
// Source: Hoerl, Kennard, Technometrics 12 (1970) 55; named on the slide "Loss
// functions - least squares".
func Ridge(X mat.Matrix, y []float64, lambda float64) (*Result, error) {
	f, err := ridge(checkShapes("Ridge", X, y), y, lambda)
	if err != nil {
		return nil, fail("Ridge", err)
	}
	return f, nil
}

func ridge(X *mat.Dense, y []float64, lambda float64) (*Result, error) {
	if err := checkPenalised("Ridge", X, y, lambda); err != nil {
		return nil, err
	}
	if lambda == 0 {
		return leastSquares(X, y)
	}
	n, _ := X.Dims()
	t := qr.Rotate(X, y, nil)
	penalised := t.WithPenalty(penaltyRoot(n, lambda))
	if e := deficient(penalised, X); e != nil {
		return nil, e
	}
	return newResult(X, y, penalised.Theta(), t.Cond())
}

// checkPenalised checks the input of a method with a penalty or a prior.
func checkPenalised(caller string, X *mat.Dense, y []float64, lambda float64) error {
	if err := checkLambda(lambda); err != nil {
		return err
	}
	if err := checkFinite(X, y); err != nil {
		return err
	}
	if n, q := X.Dims(); n == 0 {
		return &TooFewPoints{N: n, Columns: q, Need: 1}
	}
	checkOnes(caller, X)
	return nil
}

// penaltyRoot returns √(nλ), by two roots because nλ may be beyond float64.
func penaltyRoot(n int, lambda float64) float64 {
	return math.Sqrt(float64(n)) * math.Sqrt(lambda)
}
