package loss

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/mat"
)

// NormalNLL is the negative log-likelihood of y = ŷ + normal noise of standard
// deviation σ = Sigma, a constant in the units of y,
//
//	J = 1/n Σ_i Σ_k [r_ik²/(2σ²) + ln(σ√(2π))],  ∂J/∂ŷ_ik = r_ik/(nσ²),
//
// with r = ŷ − y. Up to constants it is SquaredError: the same ŷ is best.
// Value panics unless Sigma is positive.
type NormalNLL struct{ Sigma float64 }

// Value returns J and sets grad; see Func.
func (l NormalNLL) Value(grad, yhat, y *mat.Dense) float64 {
	checkPositive("NormalNLL", "Sigma", l.Sigma)
	constant := math.Log(l.Sigma) + math.Log(2*math.Pi)/2
	return elementwise("NormalNLL", grad, yhat, y, func(yhat, y float64) (float64, float64) {
		r := (yhat - y) / l.Sigma
		return r*r/2 + constant, r / l.Sigma
	})
}

// String returns a name such as "normal(σ = 1)".
func (l NormalNLL) String() string { return fmt.Sprintf("normal(σ = %g)", l.Sigma) }

// StudentTNLL is the negative log-likelihood of y = ŷ + s·t, where t has
// Student's distribution with ν = Nu degrees of freedom and s = Scale is in
// the units of y: noise with heavy tails. With q = (ŷ − y)/s,
//
//	J = 1/n Σ_i Σ_k [(ν+1)/2 ln(1 + q²/ν) + ln s + ln(Γ(ν/2) √(νπ) / Γ((ν+1)/2))],
//	∂J/∂ŷ_ik = (ν+1) q/(ν + q²) / (ns).
//
// |∂J/∂ŷ| falls again beyond |q| = √ν, so that an outlier counts little. J is not
// convex. Value panics unless Nu and Scale are positive.
type StudentTNLL struct{ Nu, Scale float64 }

// Value returns J and sets grad; see Func.
func (l StudentTNLL) Value(grad, yhat, y *mat.Dense) float64 {
	checkPositive("StudentTNLL", "Nu", l.Nu)
	checkPositive("StudentTNLL", "Scale", l.Scale)
	a, _ := math.Lgamma(l.Nu / 2)
	b, _ := math.Lgamma((l.Nu + 1) / 2)
	constant := a - b + math.Log(l.Nu*math.Pi)/2 + math.Log(l.Scale)
	return elementwise("StudentTNLL", grad, yhat, y, func(yhat, y float64) (float64, float64) {
		q := (yhat - y) / l.Scale
		ln := math.Log1p(q * q / l.Nu)
		if math.Abs(q) > 1e100 { // q² may overflow
			ln = 2*math.Log(math.Abs(q)) - math.Log(l.Nu)
		}
		return (l.Nu+1)/2*ln + constant, (l.Nu + 1) * (q / (l.Nu + q*q)) / l.Scale
	})
}

// String returns a name such as "Student-t(ν = 4, s = 1)".
func (l StudentTNLL) String() string {
	return fmt.Sprintf("Student-t(ν = %g, s = %g)", l.Nu, l.Scale)
}

// BernoulliNLL is the negative log-likelihood of a coin, where ŷ = p in [0, 1]
// is the probability of y = 1 (y in [0, 1]),
//
//	J = −1/n Σ_i Σ_k [y ln p + (1 − y) ln(1 − p)],  ∂J/∂p_ik = ((1 − y)/(1 − p) − y/p)/n.
//
// It is +Inf, with an infinite ∂J/∂p, when p is 0 or 1 and y the other. For p
// outside [0, 1] it is NaN or a number without meaning. After a sigmoid p is 1
// from z = 37 on, and an infinite ∂J/∂p meets σ′ = 0, which gives NaN. That does
// not happen in BinaryCrossEntropy, which has the sigmoid inside.
type BernoulliNLL struct{}

// Value returns J and sets grad; see Func.
func (BernoulliNLL) Value(grad, yhat, y *mat.Dense) float64 {
	return elementwise("BernoulliNLL", grad, yhat, y, func(p, y float64) (float64, float64) {
		term, slope := 0.0, 0.0
		if y != 0 { // 0·∞ is 0 here
			term -= y * math.Log(p)
			slope -= y / p
		}
		if y != 1 {
			term -= (1 - y) * math.Log1p(-p)
			slope += (1 - y) / (1 - p)
		}
		return term, slope
	})
}

// String returns "Bernoulli".
func (BernoulliNLL) String() string { return "Bernoulli" }

// CategoricalNLL is the negative log-likelihood of a die, where the row ŷ_i =
// p_i holds the probabilities of the classes and y_i is one-hot,
//
//	J = −1/n Σ_i Σ_k y_ik ln p_ik,  ∂J/∂p_ik = −y_ik/(n p_ik).
//
// A row of p need not sum to 1: the derivative is with respect to each p_ik by
// itself. J is +Inf when p is 0 for the class that y names. A network takes
// CrossEntropy, which has the softmax inside.
type CategoricalNLL struct{}

// Value returns J and sets grad; see Func.
func (CategoricalNLL) Value(grad, yhat, y *mat.Dense) float64 {
	return elementwise("CategoricalNLL", grad, yhat, y, func(p, y float64) (float64, float64) {
		if y == 0 { // 0·ln 0 is 0 here; a NaN stays one
			return 0 * p, 0
		}
		return -y * math.Log(p), -y / p
	})
}

// String returns "categorical".
func (CategoricalNLL) String() string { return "categorical" }
