package activation

import "math"

// Softplus is the smooth ReLU,
//
//	g(z) = ln(1 + e^z) = max(0, z) + ln(1 + e^−|z|),  g′(z) = σ(z) = 1 − e^−a.
type Softplus struct{}

// Value sets a_i = ln(1 + e^z_i); far to the left that is e^z_i.
func (Softplus) Value(a, z []float64) {
	checkValue("Softplus", a, z)
	for i, v := range z {
		a[i] = max(v, 0) + math.Log1p(math.Exp(-math.Abs(v)))
	}
}

// Backward multiplies δ_i by 1 − e^−a_i.
func (Softplus) Backward(delta, z, a []float64) {
	checkBackward("Softplus", delta, z, a)
	for i, v := range a {
		delta[i] *= -math.Expm1(-v)
	}
}

// String returns "softplus".
func (Softplus) String() string { return "softplus" }

// Range returns 0 and ∞.
func (Softplus) Range() (low, high float64) { return 0, math.Inf(1) }

// GELU is the Gaussian error linear unit,
//
//	g(z) = zΦ(z),  g′(z) = Φ(z) + zφ(z),
//	Φ(z) = ½(1 + erf(z/√2)),  φ(z) = e^(−z²/2)/√(2π),
//
// with the error function itself, not one of the approximations in use. It
// dips to −0.17 at z = −0.75.
type GELU struct{}

// far is so far out that Φ(−far) and φ(far) are 0 in float64.
const far = 40

// Value sets a_i = z_i Φ(z_i).
func (GELU) Value(a, z []float64) {
	checkValue("GELU", a, z)
	for i, v := range z {
		a[i] = v * normal(v)
		if v < -far {
			a[i] = 0 // also for −Inf, where the product is NaN
		}
	}
}

// Backward multiplies δ_i by Φ(z_i) + z_i φ(z_i).
func (GELU) Backward(delta, z, a []float64) {
	checkBackward("GELU", delta, z, a)
	for i, v := range z {
		slope := normal(v)
		if math.Abs(v) < far {
			slope += v * math.Exp(-v*v/2) / math.Sqrt(2*math.Pi)
		}
		delta[i] *= slope
	}
}

// String returns "GELU".
func (GELU) String() string { return "GELU" }

// Range returns the minimum, −0.17 at z = −0.75, and ∞.
func (GELU) Range() (low, high float64) { return -0.1699712074799037, math.Inf(1) }

// normal returns Φ(z). For z < 0, 1 + erf would cancel; erfc does not.
func normal(z float64) float64 { return math.Erfc(-z/math.Sqrt2) / 2 }
