package activation_test

import (
	"math"
	"slices"
	"testing"

	"ann/pkg/activation"
)

// No value of g lies beyond its range, and both ends of it are reached or approached.
func TestRange(t *testing.T) {
	var z []float64
	for v := -60.0; v <= 60; v += 1.0 / 1024 {
		z = append(z, v)
	}
	z = append(z, -math.MaxFloat64, -1e6, 1e6, math.MaxFloat64)
	check := func(name string, g any, values []float64) {
		ranged, ok := g.(interface{ Range() (low, high float64) })
		if !ok {
			t.Errorf("%s has no Range", name)
			return
		}
		low, high := ranged.Range()
		isEnd := func(end, value float64) bool {
			if math.IsInf(end, 0) {
				return math.Signbit(end) == math.Signbit(value) && math.Abs(value) > 1e5
			}
			return math.Abs(value-end) <= 1e-6
		}
		least, most := slices.Min(values), slices.Max(values)
		if !(least >= low-1e-15 && most <= high+1e-15 && isEnd(low, least) && isEnd(high, most)) {
			t.Errorf("%s: the range is %g to %g, the values go from %g to %g", name, low, high, least, most)
		}
	}
	others := []activation.Func{activation.LeakyReLU{}, activation.LeakyReLU{Slope: -0.2}, activation.ELU{}, activation.ELU{Alpha: -0.5}}
	for _, g := range slices.Concat(all, others) {
		a := make([]float64, len(z))
		g.Value(a, z)
		check(g.String(), g, a)
	}
	for _, k := range kernels {
		var phi []float64
		for _, v := range z {
			if v >= 0 {
				phi = append(phi, k.Value(v*v))
			}
		}
		check(k.String(), k, phi)
	}
}
