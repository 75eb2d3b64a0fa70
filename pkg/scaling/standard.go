package scaling

import (
	"math"

	"ann/pkg/dataset"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// Standard holds the mean μ_k and the standard deviation σ_k (the 1/n kind) of
// each of p columns.
type Standard struct {
	Mean  []float64
	Sigma []float64
}

// FitStandard computes μ_k and σ_k of the columns of X (n×p):
//
//	μ_k = 1/n Σ_i x_ik,  σ_k² = 1/n Σ_i (x_ik − μ_k)².
//
// A constant column has σ = 0 and cannot be scaled: *ConstantColumn. A NaN, an
// Inf or a number beyond ±1e150 is a *dataset.NotFinite. It panics when X is nil
// or has no rows.
func FitStandard(X mat.Matrix) (*Standard, error) {
	n, p := dims("FitStandard", X)
	if n == 0 {
		panic("scaling: FitStandard: X has no rows")
	}
	if err := dataset.CheckFinite("X", X); err != nil {
		return nil, fail("FitStandard", err)
	}
	s := &Standard{Mean: make([]float64, p), Sigma: make([]float64, p)}
	col := make([]float64, n)
	for k := range p {
		mat.Col(col, k, X)
		if err := checkSpread(col, k); err != nil {
			return nil, fail("FitStandard", err)
		}
		// Rounding makes the mean of large numbers a little wrong. The differences from it
		// are small, and so is the rounding of their mean, which corrects it.
		mean := 0.0
		for _, v := range col {
			mean += v / float64(n)
		}
		rest := 0.0
		for _, v := range col {
			rest += (v - mean) / float64(n)
		}
		mean += rest
		floats.AddConst(-mean, col)
		s.Mean[k] = mean
		s.Sigma[k] = floats.Norm(col, 2) / math.Sqrt(float64(n)) // not √(Σ v²), because the squares of a tiny spread would be 0
	}
	return s, nil
}

// Transform returns (x_ik − μ_k)/σ_k, n×p, as a new matrix. It panics when X
// is nil or has not p columns.
func (s *Standard) Transform(X mat.Matrix) *mat.Dense {
	return apply("Transform", X, len(s.Mean), func(v float64, k int) float64 { return (v - s.Mean[k]) / s.Sigma[k] })
}

// Inverse returns μ_k + σ_k z_ik, the way back from Transform, as a new
// matrix. It panics when Z is nil or has not p columns.
func (s *Standard) Inverse(Z mat.Matrix) *mat.Dense {
	return apply("Inverse", Z, len(s.Mean), func(v float64, k int) float64 { return s.Mean[k] + s.Sigma[k]*v })
}

// Unscale takes the θ_0 … θ_p of a linear model of the scaled features,
// h = θ_0 + Σ θ_k z_k, and returns the θ′ of the same model of the features
// themselves, h = θ′_0 + Σ θ′_k x_k:
//
//	θ′_k = θ_k / σ_k,  θ′_0 = θ_0 − Σ θ_k μ_k / σ_k.
//
// It panics when theta has not p+1 values.
func (s *Standard) Unscale(theta []float64) []float64 {
	return unscale(theta, len(s.Mean), func(k int) (factor, offset float64) { return 1 / s.Sigma[k], -s.Mean[k] / s.Sigma[k] })
}
