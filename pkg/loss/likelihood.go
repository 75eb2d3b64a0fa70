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
		return r*(r/2) + constant, r / l.Sigma
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
	constant := math.Log(l.Scale) - lnPeak(l.Nu)
	return elementwise("StudentTNLL", grad, yhat, y, func(yhat, y float64) (float64, float64) {
		r := yhat - y
		q := r / l.Scale
		ln := math.Log1p(q * q / l.Nu)
		if math.IsInf(ln, 1) { // q² is beyond float64, and perhaps q is
			ln = 2*(math.Log(math.Abs(r))-math.Log(l.Scale)) - math.Log(l.Nu)
		}
		slope := q / (l.Nu + q*q) / l.Scale
		if math.Abs(q) > 1e100 {
			slope = 1 / (r + l.Nu/q*l.Scale)
		}
		return (l.Nu+1)/2*ln + constant, (l.Nu + 1) * slope
	})
}

// lnPeak returns ln t_ν(0) = ln [Γ((ν+1)/2) / (Γ(ν/2) √(νπ))].
//
// For a large ν the two ln Γ are large and nearly equal, and their difference loses
// all digits. Then with x = ν/2 the series
//
//	ln Γ(x+½) − ln Γ(x) = ½ ln x − 1/(8x) + 1/(192x³) − 1/(640x⁵) + 17/(14336x⁷) − …
//
// is exact to 1e-16 from x = 30 on; ½ ln x and ½ ln(νπ) leave −½ ln 2π.
//
// Source: Tricomi, Erdélyi, Pacific J. Math. 1 (1951) 133.
func lnPeak(nu float64) float64 {
	x := nu / 2
	if x < 30 {
		above, _ := math.Lgamma(x + 0.5)
		below, _ := math.Lgamma(x)
		return above - below - math.Log(nu*math.Pi)/2
	}
	u := 1 / (x * x)
	return -math.Log(2*math.Pi)/2 - (1.0/8-u*(1.0/192-u*(1.0/640-u*17/14336)))/x
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
// It is +Inf when p = 0 or 1 turns out wrong, with an infinite slope, and both are
// NaN for p outside [0, 1]. After a sigmoid p is 1 from z = 37 on, and an infinite
// slope meets σ′ = 0; BinaryCrossEntropy, which has the sigmoid inside, does
// not suffer from that.
type BernoulliNLL struct{}

// Value returns J and sets grad; see Func.
func (BernoulliNLL) Value(grad, yhat, y *mat.Dense) float64 {
	return elementwise("BernoulliNLL", grad, yhat, y, func(p, y float64) (float64, float64) {
		if !(p >= 0 && p <= 1) {
			return math.NaN(), math.NaN()
		}
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
// That a row of p sums to 1 is not asked: the derivative is with respect to
// each p_ik by itself. J is +Inf when p is 0 for what came, and J and the slope are
// NaN for p outside [0, 1]. A network takes CrossEntropy, which has the softmax
// inside.
type CategoricalNLL struct{}

// Value returns J and sets grad; see Func.
func (CategoricalNLL) Value(grad, yhat, y *mat.Dense) float64 {
	return elementwise("CategoricalNLL", grad, yhat, y, func(p, y float64) (float64, float64) {
		if !(p >= 0 && p <= 1) {
			return math.NaN(), math.NaN()
		}
		if y == 0 { // 0·ln 0 is 0 here
			return 0, 0
		}
		return -y * math.Log(p), -y / p
	})
}

// String returns "categorical".
func (CategoricalNLL) String() string { return "categorical" }
