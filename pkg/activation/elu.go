package activation

import (
	"fmt"
	"math"
)

// ELU is the exponential linear unit,
//
//	g(z) = z, g′(z) = 1 for z > 0;  g(z) = α(e^z − 1), g′(z) = αe^z = a + α for z ≤ 0.
//
// At 0 it has a derivative for α = 1 only; α is taken. The usual α is 1; with
// the zero value it is a ReLU.
type ELU struct{ Alpha float64 }

// Value sets a_i = z_i or α(e^z_i − 1).
func (g ELU) Value(a, z []float64) {
	checkValue("ELU", a, z)
	elu(a, z, 1, g.Alpha)
}

// Backward multiplies δ_i by 1 or a_i + α.
func (g ELU) Backward(delta, z, a []float64) {
	checkBackward("ELU", delta, z, a)
	eluBackward(delta, z, a, 1, g.Alpha)
}

// String returns a name such as "ELU(α = 1)".
func (g ELU) String() string { return fmt.Sprintf("ELU(α = %g)", g.Alpha) }

// Range returns −α and ∞, or 0 and ∞ when α < 0.
func (g ELU) Range() (low, high float64) {
	if g.Alpha <= 0 {
		return 0, math.Inf(1)
	}
	return -g.Alpha, math.Inf(1)
}

// SELULambda and SELUAlpha are the λ and α of SELU. They are solutions of two
// equations: for z normal with mean 0 and variance 1, g(z) has mean 0 and
// variance 1 too. The deck rounds them to 1.0507 and 1.67326.
//
// Source: Klambauer, Unterthiner, Mayr, Hochreiter, "Self-normalizing neural
// networks", arXiv 1706.02515 (2017).
const (
	SELULambda = 1.0507009873554804934193349852946
	SELUAlpha  = 1.6732632423543772848170429916717
)

// SELU is the scaled exponential linear unit, λ times the ELU with a certain α
// (SELULambda, SELUAlpha):
//
//	g(z) = λz, g′(z) = λ for z > 0;  g(z) = λα(e^z − 1), g′(z) = λαe^z = a + λα for z ≤ 0.
//
// At 0 the derivative jumps from λα = 1.758 to λ = 1.051 and does not exist;
// λα is taken, where the deck has λ.
type SELU struct{}

// Value sets a_i = λz_i or λα(e^z_i − 1).
func (SELU) Value(a, z []float64) {
	checkValue("SELU", a, z)
	elu(a, z, SELULambda, SELUAlpha)
}

// Backward multiplies δ_i by λ or a_i + λα.
func (SELU) Backward(delta, z, a []float64) {
	checkBackward("SELU", delta, z, a)
	eluBackward(delta, z, a, SELULambda, SELUAlpha)
}

// String returns "SELU".
func (SELU) String() string { return "SELU" }

// Range returns −λα = −1.758 and ∞.
func (SELU) Range() (low, high float64) { return -SELULambda * SELUAlpha, math.Inf(1) }

// elu sets a_i to λ times ELU(z_i), a block at a time: expm1 needs memory beside
// a and z, which may be the same slice.
func elu(a, z []float64, lambda, alpha float64) {
	var block [64]float64
	for len(z) > 0 {
		u := block[:min(len(z), len(block))]
		expm1(u, z[:len(u)], 1)
		for i, v := range z[:len(u)] {
			left := u[i] / (1 + math.Abs(u[i])) // e^z − 1 for z < 0
			a[i] = lambda * bySign(v, alpha*left, v)
		}
		a, z = a[len(u):], z[len(u):]
	}
}

// eluBackward multiplies δ_i by λ for z_i > 0 and by a_i + λα otherwise. As in
// bySign the slope is chosen by its bits, which takes no branch.
func eluBackward(delta, z, a []float64, lambda, alpha float64) {
	delta, a = delta[:len(z)], a[:len(z)]
	ifPositive := math.Float64bits(lambda)
	for i, v := range z {
		slope := math.Float64bits(a[i] + lambda*alpha)
		if v > 0 {
			slope = ifPositive
		}
		delta[i] *= math.Float64frombits(slope)
	}
}
