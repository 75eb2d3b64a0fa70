package qr

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/mat"
)

// TestMisfit compares with 400 bits, on residuals that are a part in 1e13 of y.
func TestMisfit(t *testing.T) {
	const n, q = 50, 4
	rng := rand.New(rand.NewPCG(1, 1))
	X, y, theta := mat.NewDense(n, q, nil), make([]float64, n), make([]float64, q)
	for k := range theta {
		theta[k] = rng.NormFloat64() * 1e9
	}
	for i := range y {
		for k := range theta {
			X.Set(i, k, rng.NormFloat64())
			y[i] += X.At(i, k) * theta[k]
		}
		y[i] += 1e-4 * rng.NormFloat64()
	}
	exact := func(v float64) *big.Float { return new(big.Float).SetPrec(400).SetFloat64(v) }
	for i, got := range Misfit(X, y, theta) {
		r := exact(y[i])
		for k, v := range theta {
			r.Sub(r, new(big.Float).SetPrec(400).Mul(exact(X.At(i, k)), exact(v)))
		}
		if want, _ := r.Float64(); !(math.Abs(got-want) <= 0x1p-52*math.Abs(want)) {
			t.Errorf("row %d: %.17g, want %.17g", i, got, want)
		}
	}
}
