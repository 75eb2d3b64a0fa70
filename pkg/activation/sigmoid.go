package activation

import "math"

// Sigmoid is the logistic function, or soft step,
//
//	σ(z) = 1/(1 + e^−z),  σ′(z) = a(1 − a) ≤ ¼,  σ(−z) = 1 − σ(z).
//
// It makes a probability of z. Where σ(z) would be below 1e-308 (z < −709) it
// is 0.
type Sigmoid struct{}

// Value sets a_i = σ(z_i).
func (Sigmoid) Value(a, z []float64) {
	checkValue("Sigmoid", a, z)
	expm1(a, z, 1)
	for i, u := range a {
		small := 1 / (2 + math.Abs(u)) // 1/(1 + e^|z|), never above ½
		if u == -math.MaxFloat64 {     // e^|z| overflows
			small = 0
		}
		a[i] = bySign(u, small, 1-small)
	}
}

// Backward multiplies δ_i by a_i(1 − a_i).
func (Sigmoid) Backward(delta, z, a []float64) {
	checkBackward("Sigmoid", delta, z, a)
	delta = delta[:len(a)]
	for i, v := range a {
		delta[i] *= v * (1 - v)
	}
}

// String returns "sigmoid".
func (Sigmoid) String() string { return "sigmoid" }

// Range returns 0 and 1.
func (Sigmoid) Range() (low, high float64) { return 0, 1 }

// Tanh is the hyperbolic tangent,
//
//	tanh(z) = (e^z − e^−z)/(e^z + e^−z) = 2σ(2z) − 1,  tanh′(z) = 1 − a² ≤ 1.
type Tanh struct{}

// Value sets a_i = tanh(z_i), in half the time of math.Tanh.
func (Tanh) Value(a, z []float64) {
	checkValue("Tanh", a, z)
	expm1(a, z, 2)
	for i, u := range a {
		a[i] = u / (math.Abs(u) + 2)
	}
}

// Backward multiplies δ_i by 1 − a_i².
func (Tanh) Backward(delta, z, a []float64) {
	checkBackward("Tanh", delta, z, a)
	delta = delta[:len(a)]
	for i, v := range a {
		delta[i] *= 1 - v*v
	}
}

// String returns "tanh".
func (Tanh) String() string { return "tanh" }

// Range returns −1 and 1.
func (Tanh) Range() (low, high float64) { return -1, 1 }
