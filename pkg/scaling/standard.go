// Package scaling brings features to a common scale: fit on the training
// rows, transform any rows, and go back.
//
// Standard makes every column have mean 0 and variance 1, x → (x − μ)/σ, with
// the variance that divides by n. μ and σ come from the rows it was fitted on
// and are then used for all others, so that test rows stay unseen. Scaling
// cures different units; it does not cure columns that carry the same
// information. The ones column x_i0 = 1 is not a feature: scale first, then
// add it.
//
// Slide: "Feature scaling" in "Introduction to Artificial Neural Networks",
// Andrea Santamaría García, KIT-LAS, 2022.
package scaling

import (
	"fmt"
	"math"

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
// A constant column has σ = 0 and cannot be scaled: *ConstantColumn. A NaN or
// Inf, or a column so large that its spread overflows, is a *NotFinite. It
// panics when X is nil or has no rows.
func FitStandard(X mat.Matrix) (*Standard, error) {
	n, p := dims("FitStandard", X)
	if n == 0 {
		panic("scaling: FitStandard: X has no rows")
	}
	s := &Standard{Mean: make([]float64, p), Sigma: make([]float64, p)}
	col := make([]float64, n)
	for k := range p {
		mat.Col(col, k, X)
		for i, v := range col {
			if math.IsNaN(v) || math.IsInf(v, 0) {
				return nil, &NotFinite{Row: i, Column: k, Value: v}
			}
		}
		if floats.Min(col) == floats.Max(col) {
			return nil, &ConstantColumn{Column: k, Value: col[0]}
		}
		// Dividing before adding keeps 1e308 in range; the second pass takes
		// back the rounding of the first.
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
		sigma := floats.Norm(col, 2) / math.Sqrt(float64(n)) // no overflow in between
		if math.IsInf(sigma, 0) || math.IsNaN(sigma) || sigma == 0 {
			return nil, &NotFinite{Row: -1, Column: k, Value: sigma}
		}
		s.Mean[k], s.Sigma[k] = mean, sigma
	}
	return s, nil
}

// Transform returns (x_ik − μ_k)/σ_k, n×p, as a new matrix. It panics when X
// is nil or has not p columns.
func (s *Standard) Transform(X mat.Matrix) *mat.Dense {
	return s.apply("Transform", X, func(v float64, k int) float64 { return (v - s.Mean[k]) / s.Sigma[k] })
}

// Inverse returns μ_k + σ_k z_ik, the way back from Transform, as a new
// matrix. It panics when Z is nil or has not p columns.
func (s *Standard) Inverse(Z mat.Matrix) *mat.Dense {
	return s.apply("Inverse", Z, func(v float64, k int) float64 { return s.Mean[k] + s.Sigma[k]*v })
}

func (s *Standard) apply(caller string, X mat.Matrix, f func(v float64, k int) float64) *mat.Dense {
	n, p := dims(caller, X)
	if n == 0 {
		return &mat.Dense{}
	}
	if p != len(s.Mean) {
		panic(fmt.Sprintf("scaling: %s: X is %d×%d, want %d columns (the ones column is added after scaling)", caller, n, p, len(s.Mean)))
	}
	Z := mat.NewDense(n, p, nil)
	Z.Apply(func(_, k int, v float64) float64 { return f(v, k) }, X)
	return Z
}

func dims(caller string, X mat.Matrix) (n, p int) {
	if d, ok := X.(*mat.Dense); X == nil || (ok && d == nil) {
		panic("scaling: " + caller + ": X is nil")
	}
	return X.Dims()
}

// ConstantColumn says that column Column, counted from 0, has the same Value
// in every row.
type ConstantColumn struct {
	Column int
	Value  float64
}

// Error says what to try: leave the column out.
func (e *ConstantColumn) Error() string {
	hint := "it tells nothing, leave it out"
	if e.Value == 1 {
		hint = "if it is the ones column x_i0, scale before you add it; otherwise leave it out"
	}
	return fmt.Sprintf("scaling: FitStandard: column %d is %g in every row, so σ = 0; %s", e.Column, e.Value, hint)
}

// NotFinite says that column Column holds NaN or Inf in row Row, both counted
// from 0; Row is −1 when every value is finite but σ itself is out of range.
type NotFinite struct {
	Row, Column int
	Value       float64
}

// Error says what to try: rows without missing values, or another unit.
func (e *NotFinite) Error() string {
	if e.Row < 0 {
		return fmt.Sprintf("scaling: FitStandard: σ of column %d is %g, out of float64's range; choose another unit", e.Column, e.Value)
	}
	return fmt.Sprintf("scaling: FitStandard: row %d, column %d is %g; keep complete rows only (dataset's Complete)", e.Row, e.Column, e.Value)
}
