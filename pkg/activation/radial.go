package activation

import (
	"fmt"
	"math"
)

// Radial is a kernel φ of a radial basis function: it acts on r² = |x − c|², the
// squared distance of x from a centre c, not on a weighted sum. Both kernels
// panic when their Width, in the units of r, is not positive.
type Radial interface {
	// Value returns φ at the squared distance r².
	Value(r2 float64) float64

	// Slope returns dφ/d(r²), so that ∂φ/∂c = −2(x − c)·Slope(r²).
	Slope(r2 float64) float64

	// String returns the name with its width, "Gaussian(width = 1)".
	String() string
}

// Gaussian is φ = exp(−r²/(2w²)) with w = Width: a bump of height 1.
type Gaussian struct{ Width float64 }

// Value returns exp(−r²/(2w²)).
func (k Gaussian) Value(r2 float64) float64 {
	checkWidth("Gaussian", k.Width)
	return math.Exp(-r2 / k.Width / k.Width / 2)
}

// Slope returns −exp(−r²/(2w²))/(2w²).
func (k Gaussian) Slope(r2 float64) float64 { return -k.Value(r2) / k.Width / k.Width / 2 }

// String returns a name such as "Gaussian(width = 1)".
func (k Gaussian) String() string { return fmt.Sprintf("Gaussian(width = %g)", k.Width) }

// Range returns 0 and 1.
func (k Gaussian) Range() (low, high float64) { return 0, 1 }

// Multiquadric is φ = √(r² + w²) with w = Width: no bump, it grows with the
// distance.
//
// Source: R. L. Hardy, J. Geophys. Res. 76 (1971) 1905.
type Multiquadric struct{ Width float64 }

// Value returns √(r² + w²).
func (k Multiquadric) Value(r2 float64) float64 {
	checkWidth("Multiquadric", k.Width)
	return math.Hypot(math.Sqrt(r2), k.Width) // not √(r2 + w²), where w² may overflow
}

// Slope returns 1/(2√(r² + w²)).
func (k Multiquadric) Slope(r2 float64) float64 { return 1 / (2 * k.Value(r2)) }

// String returns a name such as "multiquadric(width = 1)".
func (k Multiquadric) String() string { return fmt.Sprintf("multiquadric(width = %g)", k.Width) }

// Range returns w and ∞.
func (k Multiquadric) Range() (low, high float64) { return k.Width, math.Inf(1) }

func checkWidth(kernel string, width float64) {
	if !(width > 0) {
		panic(fmt.Sprintf("activation: %s: Width is %g, want > 0", kernel, width))
	}
}
