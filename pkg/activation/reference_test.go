package activation_test

import (
	"encoding/json"
	"math"
	"os"
	"testing"

	"ann/pkg/activation"
)

// all lists every activation function of the package.
var all = []activation.Func{
	activation.Identity{}, activation.BinaryStep{}, activation.Sigmoid{}, activation.Tanh{}, activation.ReLU{},
	activation.LeakyReLU{Slope: 0.01}, activation.LeakyReLU{Slope: 0.3}, activation.GELU{}, activation.Softplus{},
	activation.ELU{Alpha: 1}, activation.ELU{Alpha: 0.5}, activation.SELU{},
}

var kernels = []activation.Radial{
	activation.Gaussian{Width: 1}, activation.Gaussian{Width: 0.3}, activation.Multiquadric{Width: 1}, activation.Multiquadric{Width: 0.3},
}

type values struct{ Z, Value, Slope []float64 }

// references reads testdata/reference.json, made by testdata/reference.py.
func references(t *testing.T) (r struct{ Torch, Exact, Radial map[string]values }) {
	t.Helper()
	b, err := os.ReadFile("testdata/reference.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, &r); err != nil {
		t.Fatal(err)
	}
	if len(r.Torch) != len(all)-1 || len(r.Exact) != 6 || len(r.Radial) != len(kernels) {
		t.Fatalf("%d, %d and %d reference functions, want %d, 6 and %d", len(r.Torch), len(r.Exact), len(r.Radial), len(all)-1, len(kernels))
	}
	return r
}

// near reports whether got is want to a relative tolerance, or to a few
// roundings of 1.
func near(got, want, tolerance float64) bool {
	return got == want || math.Abs(got-want) <= tolerance*math.Abs(want)+4e-16
}

func TestTorch(t *testing.T) {
	r := references(t)
	for _, g := range all {
		if g == (activation.BinaryStep{}) {
			continue // not in PyTorch
		}
		c, ok := r.Torch[g.String()]
		if !ok {
			t.Errorf("no reference for %v", g)
			continue
		}
		for i, z := range c.Z {
			if a := activation.Of(g, z); !near(a, c.Value[i], 1e-10) {
				t.Errorf("%v: g(%g) is %.17g, PyTorch has %.17g", g, z, a, c.Value[i])
			}
			if d := activation.Slope(g, z); !near(d, c.Slope[i], 1e-10) {
				t.Errorf("%v: g′(%g) is %.17g, PyTorch has %.17g", g, z, d, c.Slope[i])
			}
		}
	}
}

// Here the tolerance is relative only, over 600 powers of ten.
func TestExact(t *testing.T) {
	r := references(t)
	for _, g := range all {
		c := r.Exact[g.String()]
		tolerance := 6e-16
		if g == (activation.GELU{}) {
			tolerance = 3e-13 // e^(−z²/2) far left: a rounding of z counts z² times
		}
		for i, z := range c.Z {
			if a := activation.Of(g, z); !(math.Abs(a-c.Value[i]) <= tolerance*math.Abs(c.Value[i])) {
				t.Errorf("%v: g(%g) is %.17g, want %.17g (relative error %.1e)", g, z, a, c.Value[i], a/c.Value[i]-1)
			}
		}
	}
}

func TestRadialTorch(t *testing.T) {
	r := references(t)
	for _, k := range kernels {
		c := r.Radial[k.String()]
		if len(c.Z) == 0 {
			t.Errorf("no reference for %v", k)
		}
		for i, r2 := range c.Z {
			if v := k.Value(r2); !(math.Abs(v-c.Value[i]) <= 1e-12*math.Abs(c.Value[i])) {
				t.Errorf("%v: φ at r² = %g is %.17g, PyTorch has %.17g", k, r2, v, c.Value[i])
			}
			if d := k.Slope(r2); !(math.Abs(d-c.Slope[i]) <= 1e-12*math.Abs(c.Slope[i])) {
				t.Errorf("%v: dφ/dr² at r² = %g is %.17g, PyTorch has %.17g", k, r2, d, c.Slope[i])
			}
		}
	}
}
