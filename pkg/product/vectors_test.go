//go:build goexperiment.simd && amd64 && !go1.27

package product

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// eachWay runs a test with vectors and without.
func eachWay(t *testing.T, test func(t *testing.T)) {
	defer func(v bool) { hasVectors = v }(hasVectors)
	test(t)
	hasVectors = false
	t.Run("without vectors", test)
}

// The vectors give the same bits as the ways without them, for few nonzeros and
// for many, and when panels and groups are not full.
func TestVectorsGiveTheSameBits(t *testing.T) {
	if !hasVectors {
		t.Skip("this processor has no AVX2")
	}
	defer func() { hasVectors = true }()
	rng := rand.New(rand.NewPCG(13, 14))
	for _, s := range large {
		for range 4 {
			x := newOperands(s.n, s.k, s.o+rng.IntN(4), s.zeros, rng)
			p := New(new(Crew))
			var got [2][]float64
			for i, on := range []bool{true, false} {
				hasVectors = on
				x.run(p)
				got[i] = slices.Concat(x.z.RawMatrix().Data, x.g.RawMatrix().Data, x.d.RawMatrix().Data)
			}
			for i, v := range got[0] {
				if w := got[1][i]; math.Float64bits(v) != math.Float64bits(w) && (v == v || w == w) {
					t.Fatalf("%d×%d×%d: element %d is %x with vectors, %x without", s.n, s.k, s.o, i, v, w)
				}
			}
		}
	}
}

// Adam's step has the bits of its formula, where a gradient is 0, tiny, huge or
// NaN too.
func TestAdamVectors(t *testing.T) {
	rng := rand.New(rand.NewPCG(15, 16))
	const n = 23
	for _, epsilon := range []float64{1e-8, 0} {
		var theta, m, v, g, theta2, m2, v2 [n]float64
		for step := range 30 {
			for j := range g {
				g[j] = []float64{rng.NormFloat64(), 0, 1e-300, 1e200}[rng.IntN(4)]
			}
			g[3], g[4] = 0, math.NaN()
			s := AdamStep{
				Alpha: 0.01, Beta1: 0.9, Beta2: 0.999, Epsilon: epsilon,
				Correct1: 1 - math.Pow(0.9, float64(step+1)), Correct2: 1 - math.Pow(0.999, float64(step+1)),
			}
			done := AdamVectors(theta[:], g[:], m[:], v[:], s)
			if want := n &^ 3; done != want {
				t.Fatalf("%d weights done, want %d", done, want)
			}
			for j := range done {
				m2[j] = s.Beta1*m2[j] + (1-s.Beta1)*g[j]
				v2[j] = s.Beta2*v2[j] + (1-s.Beta2)*g[j]*g[j]
				if root := math.Sqrt(v2[j]/s.Correct2) + s.Epsilon; root != 0 {
					theta2[j] -= s.Alpha * (m2[j] / s.Correct1) / root
				}
				for _, c := range [][2]float64{{theta[j], theta2[j]}, {m[j], m2[j]}, {v[j], v2[j]}} {
					if math.Float64bits(c[0]) != math.Float64bits(c[1]) && (c[0] == c[0] || c[1] == c[1]) {
						t.Fatalf("ε = %g, step %d, weight %d: %x, want %x", epsilon, step, j, c[0], c[1])
					}
				}
			}
		}
	}
}
