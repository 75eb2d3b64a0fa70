package scaling

import (
	"fmt"
	"math"

	"ann/pkg/dataset"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// MinMax holds the smallest and the largest value of each of p columns, and
// the interval [Lo, Hi] that they are brought to.
type MinMax struct {
	Min, Max []float64
	Lo, Hi   float64
}

// FitMinMax finds the smallest and the largest value of the columns of X
// (n×p), which Transform brings to lo and hi: 0 and 1, or −1 and 1.
//
// A constant column cannot be scaled: *ConstantColumn. A NaN, an Inf or a number
// beyond ±1e150 is a *dataset.NotFinite. It panics when X is nil or has no rows,
// and unless lo < hi, both finite.
func FitMinMax(X mat.Matrix, lo, hi float64) (*MinMax, error) {
	if !(lo < hi) || math.IsInf(hi-lo, 0) {
		panic(fmt.Sprintf("scaling: FitMinMax: the interval is [%g, %g], want lo < hi", lo, hi))
	}
	n, p := dims("FitMinMax", X)
	if n == 0 {
		panic("scaling: FitMinMax: X has no rows")
	}
	if err := dataset.CheckFinite("X", X); err != nil {
		return nil, fail("FitMinMax", err)
	}
	s := &MinMax{Min: make([]float64, p), Max: make([]float64, p), Lo: lo, Hi: hi}
	col := make([]float64, n)
	for k := range p {
		mat.Col(col, k, X)
		if err := checkSpread(col, k); err != nil {
			return nil, fail("FitMinMax", err)
		}
		s.Min[k], s.Max[k] = floats.Min(col), floats.Max(col)
	}
	return s, nil
}

// Transform returns z_ik = lo + (hi − lo)(x_ik − min_k)/(max_k − min_k), n×p,
// as a new matrix. Rows that were not fitted may come out beyond lo and hi. It
// panics when X is nil or has not p columns.
func (s *MinMax) Transform(X mat.Matrix) *mat.Dense {
	return apply("Transform", X, len(s.Min), func(v float64, k int) float64 {
		return s.Lo + (s.Hi-s.Lo)*((v-s.Min[k])/(s.Max[k]-s.Min[k]))
	})
}

// Inverse returns min_k + (max_k − min_k)(z_ik − lo)/(hi − lo), the way back
// from Transform, as a new matrix. It panics when Z is nil or has not p
// columns.
func (s *MinMax) Inverse(Z mat.Matrix) *mat.Dense {
	return apply("Inverse", Z, len(s.Min), func(v float64, k int) float64 {
		return s.Min[k] + (s.Max[k]-s.Min[k])*((v-s.Lo)/(s.Hi-s.Lo))
	})
}

// Unscale takes the θ_0 … θ_p of a linear model of the scaled features and
// returns the θ′ of the same model of the features themselves, as
// Standard.Unscale does: with a_k = (hi − lo)/(max_k − min_k),
//
//	θ′_k = a_k θ_k,  θ′_0 = θ_0 + Σ θ_k (lo − a_k min_k).
//
// It panics when theta has not p+1 values.
func (s *MinMax) Unscale(theta []float64) []float64 {
	return unscale(theta, len(s.Min), func(k int) (factor, offset float64) {
		a := (s.Hi - s.Lo) / (s.Max[k] - s.Min[k])
		return a, s.Lo - a*s.Min[k]
	})
}
