package figure

import (
	"math"

	"gonum.org/v1/gonum/mat"
)

// ellipseSamples is the number of pieces an ellipse is drawn with.
const ellipseSamples = 180

// Ellipse draws the 2σ ellipse of a cloud of points in the plane: its middle is (x, y), and S is the 2×2 covariance
// matrix of the cloud. On it (z − m)ᵀ S⁻¹ (z − m) = 4, with m = (x, y). Of a normal distribution
// it holds 1 − e⁻² = 86.5 %. (That in one dimension 95 % lie within ±2σ is another count.) It is a line, or a
// single point, when all of the cloud is.
//
// It is an error if a number is not finite or a variance is negative. It panics when S is nil or not 2×2.
func (f *Figure) Ellipse(name string, x, y float64, S mat.Symmetric) {
	if S == nil || S.SymmetricDim() != 2 {
		panic("figure: " + called("Ellipse", name) + ": S is no 2×2 matrix")
	}
	a, b, c := S.At(0, 0), S.At(0, 1), S.At(1, 1)
	if !f.readyOne("Ellipse", name, []string{"x", "y", "S[0][0]", "S[0][1]", "S[1][1]"}, x, y, a, b, c) {
		return
	}
	rounding := 1e-12 * a * c
	if a < 0 || c < 0 || a*c-b*b < -rounding {
		f.fail("%s: S = (%.4g, %.4g; %.4g, %.4g) is no covariance: some variance is negative", called("Ellipse", name), a, b, b, c)
		return
	}
	// The circle is moved by the Cholesky factor of S, which is lower triangular.
	root := math.Sqrt(a)
	across := 0.0
	if root > 0 {
		across = b / root
	}
	rest := math.Sqrt(max(0, c-across*across))
	xs, ys := make([]float64, ellipseSamples+1), make([]float64, ellipseSamples+1)
	for i := range xs {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / ellipseSamples)
		xs[i], ys[i] = x+2*root*cos, y+2*(across*cos+rest*sin)
	}
	f.joined("Ellipse", name, xs, ys)
}
