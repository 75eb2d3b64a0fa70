package loss

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/mat"
)

// SquaredError is the deck's loss, with residuals r_ik = ŷ_ik − y_ik,
//
//	J = 1/(2n) Σ_i Σ_k r_ik²,  ∂J/∂ŷ_ik = r_ik/n.
//
// The ½ makes the gradient simple. For one output J is half of MSE. (PyTorch's
// MSELoss has no ½ and divides by n·m.)
type SquaredError struct{}

// Value returns J and sets grad; see Func.
func (SquaredError) Value(grad, yhat, y *mat.Dense) float64 {
	return elementwise("SquaredError", grad, yhat, y, func(yhat, y float64) (float64, float64) {
		r := yhat - y
		return r * (r / 2), r // r² may be beyond float64 where r²/2 is not
	})
}

// String returns "squared error".
func (SquaredError) String() string { return "squared error" }

// AbsoluteError is
//
//	J = 1/n Σ_i Σ_k |r_ik|,  ∂J/∂ŷ_ik = sign(r_ik)/n,
//
// which an outlier cannot dominate. At r = 0 there is no derivative; 0 is
// taken, as in PyTorch.
type AbsoluteError struct{}

// Value returns J and sets grad; see Func.
func (AbsoluteError) Value(grad, yhat, y *mat.Dense) float64 {
	return elementwise("AbsoluteError", grad, yhat, y, func(yhat, y float64) (float64, float64) {
		r := yhat - y
		switch {
		case r > 0:
			return r, 1
		case r < 0:
			return -r, -1
		}
		return r, r // 0 or NaN
	})
}

// String returns "absolute error".
func (AbsoluteError) String() string { return "absolute error" }

// Huber is squared for small residuals and absolute for large ones,
//
//	J = 1/n Σ_i Σ_k h(r_ik),  h(r) = r²/2 for |r| ≤ δ,  δ(|r| − δ/2) beyond,
//	∂J/∂ŷ_ik = r_ik/n, but at most δ/n in size.
//
// δ = Delta is in the units of y; Value panics unless it is positive.
//
// Source: P. J. Huber, Ann. Math. Statist. 35 (1964) 73.
type Huber struct{ Delta float64 }

// Value returns J and sets grad; see Func.
func (l Huber) Value(grad, yhat, y *mat.Dense) float64 {
	checkPositive("Huber", "Delta", l.Delta)
	return elementwise("Huber", grad, yhat, y, func(yhat, y float64) (float64, float64) {
		r := yhat - y
		if math.Abs(r) > l.Delta {
			return l.Delta * (math.Abs(r) - l.Delta/2), math.Copysign(l.Delta, r)
		}
		return r * r / 2, r
	})
}

// String returns a name such as "Huber(δ = 1)".
func (l Huber) String() string { return fmt.Sprintf("Huber(δ = %g)", l.Delta) }
