//go:build goexperiment.simd && amd64 && !go1.27

package nn

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// eachWay runs a test with vectors and without.
func eachWay(t *testing.T, test func(t *testing.T)) {
	defer func(v bool) { vector = v }(vector)
	test(t)
	vector = false
	t.Run("without vectors", test)
}

// The vectors give the same bits as the ways without them, for few nonzeros and
// for many, and when panels and groups are not full.
func TestVectorsGiveTheSameBits(t *testing.T) {
	if !vector {
		t.Skip("this processor has no AVX2")
	}
	defer func() { vector = true }()
	rng := rand.New(rand.NewPCG(13, 14))
	for _, s := range large {
		for range 4 {
			x := newOperands(s.n, s.k, s.o+rng.IntN(4), s.zeros, rng)
			p := product{crew: new(crew)}
			var got [2][]float64
			for i, on := range []bool{true, false} {
				vector = on
				x.run(&p)
				got[i] = slices.Concat(x.z.Data, x.g.Data, x.d.Data)
			}
			for i, v := range got[0] {
				if w := got[1][i]; math.Float64bits(v) != math.Float64bits(w) && (v == v || w == w) {
					t.Fatalf("%d×%d×%d: element %d is %x with vectors, %x without", s.n, s.k, x.z.Cols, i, v, w)
				}
			}
		}
	}
}
