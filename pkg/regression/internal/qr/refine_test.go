package qr

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/mat"
)

// TestRefine: with a residual as large as y, θ has the digits that the exact solution of
// the same numbers has, in units far from 1 too.
func TestRefine(t *testing.T) {
	rng := rand.New(rand.NewPCG(6, 6))
	const n, q = 40, 5
	for _, near := range []float64{1e-1, 1e-3, 1e-5} {
		for _, unit := range []float64{1, 0x1p400, 0x1p-900} {
			X, y := mat.NewDense(n, q, nil), make([]float64, n)
			for i := range n {
				x := rng.NormFloat64()
				for k := range q {
					X.Set(i, k, (x+near*rng.NormFloat64())*math.Pow(10, float64(k)))
				}
				y[i] = unit * rng.NormFloat64()
			}
			triangle := Rotate(X, y, nil)
			theta := triangle.Theta()
			triangle.Refine(X, y, theta, triangle.Cond())
			for k, want := range exactly(X, y) {
				if !(math.Abs(theta[k]-want) <= 1e-15*math.Abs(want)) {
					t.Errorf("columns %g apart, unit %g: θ_%d = %.17g, want %.17g", near, unit, k, theta[k], want)
				}
			}
		}
	}
	// A fit without residuals is left as it is.
	X := mat.NewDense(3, 2, []float64{1, 1, 1, 2, 1, 3})
	y := []float64{1, 2, 3}
	triangle := Rotate(X, y, nil)
	theta := triangle.Theta()
	before := [2]float64{theta[0], theta[1]}
	if triangle.Refine(X, y, theta, triangle.Cond()); before != [2]float64{theta[0], theta[1]} {
		t.Errorf("θ = %v was changed to %v", before, theta)
	}
}

// exactly solves the normal equation with 2000 bits.
func exactly(X *mat.Dense, y []float64) []float64 {
	n, q := X.Dims()
	number := func(v float64) *big.Float { return new(big.Float).SetPrec(2000).SetFloat64(v) }
	zero := func() *big.Float { return number(0) }
	at := func(i, k int) *big.Float { // [X y]
		if k == q {
			return number(y[i])
		}
		return number(X.At(i, k))
	}
	A := make([][]*big.Float, q)
	for j := range A {
		A[j] = make([]*big.Float, q+1)
		for k := range A[j] {
			A[j][k] = zero()
			for i := range n {
				A[j][k].Add(A[j][k], zero().Mul(at(i, j), at(i, k)))
			}
		}
	}
	for j := range A { // XᵀX is positive definite: no row has to be exchanged.
		for i := range A {
			if i == j {
				continue
			}
			f := zero().Quo(A[i][j], A[j][j])
			for k := j; k <= q; k++ {
				A[i][k].Sub(A[i][k], zero().Mul(f, A[j][k]))
			}
		}
	}
	theta := make([]float64, q)
	for j := range theta {
		theta[j], _ = zero().Quo(A[j][q], A[j][j]).Float64()
	}
	return theta
}
