package regression

import (
	"fmt"
	"math"

	"ann/pkg/dataset"
	"ann/pkg/optimizer"
	"ann/pkg/regression/internal/qr"

	"gonum.org/v1/gonum/mat"
)

// Lasso returns the θ that minimises
//
//	J(θ) + λ|θ̄|₁ = 1/(2n) |y − Xθ|² + λ Σ_{k≥1} |θ_k|,
//
// the convention of scikit-learn's Lasso (alpha = λ). The bias is not
// penalised. The kinks of |θ_k| at 0 make many weights exactly 0: a lasso chooses
// features. Of equal columns it may keep any. The strength of the penalty depends
// on the units of the columns: scale them first.
//
// The method is coordinate descent on XᵀX, one θ_k at a time, with an exact
// solution for the weights that are not 0 in between; it ends when the
// conditions for the minimum (∂J/∂θ_k = −λ sign θ_k, or |∂J/∂θ_k| ≤ λ where θ_k
// = 0) hold to rounding. XᵀX comes from the triangle of QR, or directly from the
// points when they are many and squaring costs few digits. λ = 0 is LeastSquares,
// with its errors.
//
// Errors: *optimizer.BadParameter for a negative or infinite λ; *TooFewPoints
// for no points (n < p+1 is no error); *dataset.NotFinite; *Overflow;
// *NotConverged, which was seen only for a λ below a part in 1e12 of the smallest for
// which θ̄ = 0, where rounding hides it. It panics when X is nil, its column 0 is not
// all ones, or y has not n values. Sigma2 is NaN, StdErr nil.
//
// Source: Tibshirani, J. R. Statist. Soc. B 58 (1996) 267; Friedman, Hastie,
// Tibshirani, J. Stat. Softw. 33 (2010) 1; named on the slide "Loss functions -
// least squares".
func Lasso(X mat.Matrix, y []float64, lambda float64) (*Result, error) {
	f, err := lasso(checkShapes("Lasso", X, y), y, lambda)
	if err != nil {
		return nil, fail("Lasso", err)
	}
	return f, nil
}

func lasso(X *mat.Dense, y []float64, lambda float64) (*Result, error) {
	if lambda == 0 {
		if err := checkPenalised("Lasso", X, y, 0); err != nil {
			return nil, err
		}
		return leastSquares(X, y)
	}
	t, err := reduce("Lasso", X, y, lambda)
	if err != nil {
		return nil, err
	}
	d := newCoordinateDescent(t, len(y))
	if err := d.minimise(d.lambdas(lambda)); err != nil {
		return nil, err
	}
	return newResult(X, y, d.unscaled(), t.Cond())
}

// reduce is checkPenalised and then the triangle of [X y].
//
// A lasso with many points takes as long as to read them from memory. So
// qr.Square comes first, which reads them once. It returns nil unless all numbers
// are finite and at most 1e150, so that after it only the ones column is left to
// check.
func reduce(caller string, X *mat.Dense, y []float64, lambda float64) (*qr.Triangle, error) {
	if err := checkLambda(lambda); err != nil {
		return nil, err
	}
	if t := qr.Square(X, y); t != nil {
		checkOnes(caller, X)
		return t, nil
	}
	if err := checkPenalised(caller, X, y, lambda); err != nil {
		return nil, err
	}
	return qr.Rotate(X, y, nil), nil
}

// Path is the lasso for a falling sequence of λ.
type Path struct {
	// Lambda holds λ from λ_max down.
	Lambda []float64
	// Theta holds θ_0 … θ_p for each λ of Lambda.
	Theta [][]float64
}

// LassoPath returns the θ of Lasso for count values of λ, from
//
//	λ_max = max_k |1/n Σ_i (x_ik − x̄_k) y_i|,
//
// the smallest λ that makes all of θ̄ zero, down to λ_max/1000, each a fixed
// factor below the one before. Every solution starts from its neighbour.
//
// Errors as for Lasso, and *optimizer.BadParameter when no feature has anything
// to do with y (λ_max = 0, for instance because y is constant). It panics when
// count is below 2 and where Lasso does.
func LassoPath(X mat.Matrix, y []float64, count int) (*Path, error) {
	if count < 2 {
		panic(fmt.Sprintf("regression: LassoPath: count is %d, want 2 or more", count))
	}
	p, err := lassoPath(checkShapes("LassoPath", X, y), y, count)
	if err != nil {
		return nil, fail("LassoPath", err)
	}
	return p, nil
}

func lassoPath(X *mat.Dense, y []float64, count int) (*Path, error) {
	t, err := reduce("LassoPath", X, y, 0)
	if err != nil {
		return nil, err
	}
	d := newCoordinateDescent(t, len(y))
	top := d.lambdaMax()
	if top == 0 {
		return nil, &optimizer.BadParameter{Name: "λ_max", Value: 0, Want: "a y that varies together with at least one feature: θ̄ = 0 for every λ"}
	}
	p := &Path{}
	for j := range count {
		lambda := top * math.Pow(1000, -float64(j)/float64(count-1))
		if err := d.minimise(d.lambdas(lambda)); err != nil {
			return nil, err
		}
		theta := d.unscaled()
		for _, v := range theta {
			if !dataset.Finite(v) {
				return nil, &Overflow{What: "θ"}
			}
		}
		p.Lambda = append(p.Lambda, lambda)
		p.Theta = append(p.Theta, theta)
	}
	return p, nil
}
