package activation

import (
	"fmt"
	"math"
)

// Identity is g(z) = z, g′(z) = 1: no activation, as in the last layer of a
// regression.
type Identity struct{}

// Value copies z to a.
func (Identity) Value(a, z []float64) {
	checkValue("Identity", a, z)
	copy(a, z)
}

// Backward leaves δ as it is.
func (Identity) Backward(delta, z, a []float64) { checkBackward("Identity", delta, z, a) }

// String returns "identity".
func (Identity) String() string { return "identity" }

// Range returns −∞ and ∞, as g may be any number.
func (Identity) Range() (low, high float64) { return math.Inf(-1), math.Inf(1) }

// BinaryStep is g(z) = 0 for z < 0 and 1 for z ≥ 0, the g of a perceptron. Its
// derivative is 0, so that gradient descent learns nothing through it; at 0,
// where there is no derivative, 0 is taken.
type BinaryStep struct{}

// Value sets a_i to 0 or 1.
func (BinaryStep) Value(a, z []float64) {
	checkValue("BinaryStep", a, z)
	for i, v := range z {
		switch {
		case v >= 0:
			a[i] = 1
		case v < 0:
			a[i] = 0
		default:
			a[i] = v // NaN
		}
	}
}

// Backward sets δ_i to 0.
func (BinaryStep) Backward(delta, z, a []float64) {
	checkBackward("BinaryStep", delta, z, a)
	for i, v := range z {
		delta[i] = 0
		if math.IsNaN(v) {
			delta[i] = v
		}
	}
}

// String returns "binary step".
func (BinaryStep) String() string { return "binary step" }

// Range returns 0 and 1, the two values of g.
func (BinaryStep) Range() (low, high float64) { return 0, 1 }

// ReLU is the rectified linear unit, g(z) = max(0, z), with g′(z) = 1 for
// z > 0 and 0 for z < 0. At 0 there is no derivative; 0 is taken. A neuron
// whose z is negative for every example has g′ = 0 for all and learns no more:
// a dead ReLU.
type ReLU struct{}

// Value sets a_i = max(0, z_i).
func (ReLU) Value(a, z []float64) {
	checkValue("ReLU", a, z)
	for i, v := range z {
		a[i] = max(v, 0)
	}
}

// Backward multiplies δ_i by 1 for z_i > 0 and by 0 otherwise.
func (ReLU) Backward(delta, z, a []float64) {
	checkBackward("ReLU", delta, z, a)
	backwardKink(delta, z, 0)
}

// String returns "ReLU".
func (ReLU) String() string { return "ReLU" }

// Range returns 0 and ∞.
func (ReLU) Range() (low, high float64) { return 0, math.Inf(1) }

// LeakyReLU is g(z) = z for z > 0 and Slope·z for z ≤ 0, with g′(z) = 1 and
// Slope. At 0 there is no derivative (unless Slope is 1); Slope is taken. The
// deck's Slope is 0.01.
type LeakyReLU struct{ Slope float64 }

// Value sets a_i = z_i or Slope·z_i.
func (g LeakyReLU) Value(a, z []float64) {
	checkValue("LeakyReLU", a, z)
	if g.Slope == 0 { // 0·(−∞) would be NaN
		ReLU{}.Value(a, z)
		return
	}
	for i, v := range z {
		a[i] = bySign(v, g.Slope*v, v)
	}
}

// Backward multiplies δ_i by 1 for z_i > 0 and by Slope otherwise.
func (g LeakyReLU) Backward(delta, z, a []float64) {
	checkBackward("LeakyReLU", delta, z, a)
	backwardKink(delta, z, g.Slope)
}

// String returns a name such as "leaky ReLU(slope = 0.01)".
func (g LeakyReLU) String() string { return fmt.Sprintf("leaky ReLU(slope = %g)", g.Slope) }

// Range returns −∞ and ∞, or 0 and ∞ when Slope ≤ 0.
func (g LeakyReLU) Range() (low, high float64) {
	if g.Slope <= 0 {
		return 0, math.Inf(1)
	}
	return math.Inf(-1), math.Inf(1)
}

// backwardKink multiplies δ_i by 1 for z_i > 0, by left for z_i ≤ 0 and by NaN
// for a NaN. As in bySign the slope is chosen by its bits, which takes no branch.
func backwardKink(delta, z []float64, left float64) {
	delta = delta[:len(z)]
	ifPositive, otherwise := math.Float64bits(1), math.Float64bits(left)
	for i, v := range z {
		slope := otherwise
		if v > 0 {
			slope = ifPositive
		}
		if v != v {
			slope = math.Float64bits(v)
		}
		delta[i] *= math.Float64frombits(slope)
	}
}
