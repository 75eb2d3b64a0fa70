package activation_test

import (
	"math"
	"math/rand/v2"
	"testing"
)

// Time per element; the first two compare tanh with math.Tanh, called in a
// loop.
//
//	go test -bench . ./pkg/activation
func BenchmarkMathTanh(b *testing.B) {
	bench(b, func(_, a, z []float64) {
		for i, v := range z {
			a[i] = math.Tanh(v)
		}
	})
}

func BenchmarkValue(b *testing.B) {
	for _, g := range all {
		b.Run(g.String(), func(b *testing.B) { bench(b, func(_, a, z []float64) { g.Value(a, z) }) })
	}
}

func BenchmarkBackward(b *testing.B) {
	for _, g := range all {
		b.Run(g.String(), func(b *testing.B) { bench(b, func(delta, a, z []float64) { g.Backward(delta, z, a) }) })
	}
}

func bench(b *testing.B, f func(delta, a, z []float64)) {
	const n = 1024
	r := rand.New(rand.NewPCG(9, 4))
	z, a, delta := make([]float64, n), make([]float64, n), make([]float64, n)
	for b.Loop() {
		b.StopTimer() // signs that cannot be learned
		for i := range z {
			z[i], delta[i] = 1.5*r.NormFloat64(), 1
			a[i] = max(0, z[i])
		}
		b.StartTimer()
		f(delta, a, z)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/n, "ns/value")
}
