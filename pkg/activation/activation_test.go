package activation_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"ann/pkg/activation"

	"gonum.org/v1/gonum/diff/fd"
)

// Every g′ against central differences, away from the kinks.
func TestSlopeIsTheDerivative(t *testing.T) {
	for _, g := range all {
		for z := -6.05; z < 6; z += 0.1 {
			want := fd.Derivative(func(z float64) float64 { return activation.Of(g, z) }, z, &fd.Settings{Formula: fd.Central, Step: 1e-5 * max(1, math.Abs(z))})
			got := activation.Slope(g, z)
			if !(math.Abs(got-want) <= 1e-6*max(math.Abs(got), math.Abs(want), 1e-3)) {
				t.Errorf("%v: g′(%.2f) is %g, central difference %g", g, z, got, want)
			}
		}
	}
	for _, k := range kernels {
		for r2 := 0.1; r2 < 2; r2 += 0.1 {
			want := fd.Derivative(k.Value, r2, &fd.Settings{Formula: fd.Central, Step: 1e-5})
			if got := k.Slope(r2); !(math.Abs(got-want) <= 1e-6*math.Abs(want)) {
				t.Errorf("%v: dφ/dr² at r² = %.1f is %g, central difference %g", k, r2, got, want)
			}
		}
	}
}

// The values at 0, the limits on both sides, and the slopes there.
func TestZeroAndLimits(t *testing.T) {
	inf := math.Inf(1)
	for _, c := range []struct {
		g                       activation.Func
		zero, left, right       float64 // g(0), g(−∞), g(∞)
		slope, slopeL, slopeR   float64 // g′ there
		slopeBefore, slopeAfter float64 // g′ left and right of 0, where it jumps
	}{
		{activation.Identity{}, 0, -inf, inf, 1, 1, 1, 1, 1},
		{activation.BinaryStep{}, 1, 0, 1, 0, 0, 0, 0, 0},
		{activation.Sigmoid{}, 0.5, 0, 1, 0.25, 0, 0, 0.25, 0.25},
		{activation.Tanh{}, 0, -1, 1, 1, 0, 0, 1, 1},
		{activation.ReLU{}, 0, 0, inf, 0, 0, 1, 0, 1},
		{activation.LeakyReLU{Slope: 0.01}, 0, -inf, inf, 0.01, 0.01, 1, 0.01, 1},
		{activation.LeakyReLU{}, 0, 0, inf, 0, 0, 1, 0, 1},
		{activation.GELU{}, 0, 0, inf, 0.5, 0, 1, 0.5, 0.5},
		{activation.Softplus{}, math.Ln2, 0, inf, 0.5, 0, 1, 0.5, 0.5},
		{activation.ELU{Alpha: 1}, 0, -1, inf, 1, 0, 1, 1, 1},
		{activation.ELU{Alpha: 0.5}, 0, -0.5, inf, 0.5, 0, 1, 0.5, 1},
		{activation.ELU{}, 0, 0, inf, 0, 0, 1, 0, 1},
		{activation.SELU{}, 0, -activation.SELULambda * activation.SELUAlpha, inf, activation.SELULambda * activation.SELUAlpha, 0, activation.SELULambda,
			activation.SELULambda * activation.SELUAlpha, activation.SELULambda},
	} {
		const tiny = 1e-300
		for _, p := range []struct{ z, g, slope float64 }{
			{0, c.zero, c.slope}, {math.Copysign(0, -1), c.zero, c.slope},
			{-inf, c.left, c.slopeL}, {inf, c.right, c.slopeR}, {-tiny, math.NaN(), c.slopeBefore}, {tiny, math.NaN(), c.slopeAfter},
			{-1e308, c.left, c.slopeL}, {1e308, c.right, c.slopeR}, {-math.MaxFloat64, c.left, c.slopeL}, {800, c.right, c.slopeR},
		} {
			a, d := activation.Of(c.g, p.z), activation.Slope(c.g, p.z)
			switch {
			case math.IsNaN(p.g):
			case math.IsInf(p.g, 0) && !math.IsInf(p.z, 0):
				if want := p.z * p.slope; a != want && !(math.Abs(a-want) <= 1e-15*math.Abs(want)) {
					t.Errorf("%v: g(%g) is %g, want %g", c.g, p.z, a, want)
				}
			case a != p.g && !(math.Abs(a-p.g) <= 4e-16*math.Abs(p.g)):
				t.Errorf("%v: g(%g) is %g, want %g", c.g, p.z, a, p.g)
			}
			if !(math.Abs(d-p.slope) <= 4e-16) {
				t.Errorf("%v: g′(%g) is %g, want %g", c.g, p.z, d, p.slope)
			}
		}
		// Both kinds of NaN: processors make the one with the sign bit.
		for _, nan := range []float64{math.NaN(), math.Copysign(math.NaN(), -1)} {
			if a := activation.Of(c.g, nan); !math.IsNaN(a) {
				t.Errorf("%v: g(NaN) is %g", c.g, a)
			}
			if d := activation.Slope(c.g, nan); !math.IsNaN(d) && c.g != (activation.Identity{}) {
				t.Errorf("%v: g′(NaN) is %g", c.g, d)
			}
		}
	}
}

// plain has the definitions as one would write them down.
var plain = map[activation.Func]func(z float64) float64{
	activation.Tanh{}:    math.Tanh,
	activation.Sigmoid{}: func(z float64) float64 { return 1 / (1 + math.Exp(-z)) },
	activation.ELU{Alpha: 1}: func(z float64) float64 {
		if z > 0 {
			return z
		}
		return math.Expm1(z)
	},
}

func TestFastIsThePlainDefinition(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 1))
	const n = 200_000
	z, a := make([]float64, n), make([]float64, n)
	for i := range z {
		switch i % 4 {
		case 0:
			z[i] = r.NormFloat64()
		case 1:
			z[i] = 20 * r.NormFloat64()
		case 2:
			z[i] = math.Copysign(math.Pow(10, -300*r.Float64()), r.NormFloat64())
		case 3: // where k changes, on both sides
			z[i] = math.Nextafter((float64(r.IntN(8000)-4000)+0.5)*math.Ln2/64, math.Inf(r.IntN(2)*2-1))
		}
	}
	for g, f := range plain {
		g.Value(a, z)
		worst, at := 0.0, 0.0
		for i := range z {
			want := f(z[i])
			if e := math.Abs(a[i]-want) / math.Abs(want); !(e <= worst) {
				worst, at = e, z[i]
			}
		}
		t.Logf("%v: largest relative difference from the plain definition %.1e, at z = %g", g, worst, at)
		if !(worst < 1e-15) {
			t.Errorf("%v: relative difference %.1e at z = %g", g, worst, at)
		}
	}
}

func TestProperties(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 2))
	of := activation.Of
	for range 20_000 {
		z := 6 * r.NormFloat64()
		for _, p := range []struct {
			name      string
			got, want float64
		}{
			{"σ(−z) = 1 − σ(z)", of(activation.Sigmoid{}, -z), 1 - of(activation.Sigmoid{}, z)},
			{"tanh(z) = 2σ(2z) − 1", of(activation.Tanh{}, z), 2*of(activation.Sigmoid{}, 2*z) - 1},
			{"softplus(z) − softplus(−z) = z", of(activation.Softplus{}, z) - of(activation.Softplus{}, -z), z},
			{"GELU(z) − GELU(−z) = z", of(activation.GELU{}, z) + -of(activation.GELU{}, -z), z},
			{"softplus′ = σ", activation.Slope(activation.Softplus{}, z), of(activation.Sigmoid{}, z)},
		} {
			if !(math.Abs(p.got-p.want) <= 1e-15*max(1, math.Abs(z))) {
				t.Errorf("%s: %.17g, want %.17g at z = %g", p.name, p.got, p.want, z)
			}
		}
		if of(activation.Tanh{}, -z) != -of(activation.Tanh{}, z) {
			t.Errorf("tanh is not odd at %g", z)
		}
		if s := activation.Slope(activation.Sigmoid{}, z); s > 0.25 {
			t.Errorf("σ′(%g) is %g, above 1/4", z, s)
		}
	}
	// All but GELU never fall.
	for _, g := range all {
		if g == (activation.GELU{}) {
			continue
		}
		for z, before := -30.0, math.Inf(-1); z < 30; z += 0.01 {
			a := of(g, z)
			if !(a >= before-4e-16*math.Abs(before)) {
				t.Errorf("%v falls at z = %g", g, z)
			}
			before = a
		}
	}
}

// SELU keeps mean 0 and variance 1 of a normal z; with the deck's rounded
// numbers it does so to the digits given.
func TestSELUKeepsTheMoments(t *testing.T) {
	mean, square := 0.0, 0.0
	const h = 1e-4
	for z := -12.0 + h/2; z < 12; z += h { // midpoint rule
		a, w := activation.Of(activation.SELU{}, z), h*math.Exp(-z*z/2)/math.Sqrt(2*math.Pi)
		mean += w * a
		square += w * a * a
	}
	if !(math.Abs(mean) < 1e-8 && math.Abs(square-1) < 1e-8) {
		t.Errorf("mean %g, mean square %g; want 0, 1", mean, square)
	}
	if math.Abs(activation.SELULambda-1.0507) > 5e-6 || math.Abs(activation.SELUAlpha-1.67326) > 5e-6 {
		t.Error("λ and α are not those of the deck")
	}
}

// A slice gives the numbers of its elements one by one, whatever its length,
// in place too, and nothing is allocated.
func TestSlices(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 3))
	for _, g := range all {
		for _, n := range []int{0, 1, 7, 32, 63, 64, 65, 130, 1000} {
			z, a, delta := make([]float64, n), make([]float64, n), make([]float64, n)
			for i := range z {
				z[i], delta[i] = 3*r.NormFloat64(), r.NormFloat64()
			}
			want := append([]float64(nil), delta...)
			g.Value(a, z)
			g.Backward(delta, z, a)
			for i := range z {
				if a[i] != activation.Of(g, z[i]) {
					t.Fatalf("%v: a_%d of %d is %g, alone %g", g, i, n, a[i], activation.Of(g, z[i]))
				}
				if w := want[i] * activation.Slope(g, z[i]); !(math.Abs(delta[i]-w) <= 4e-16*math.Abs(w)) {
					t.Fatalf("%v: δ_%d of %d is %g, want δ·g′ = %g", g, i, n, delta[i], w)
				}
			}
			if allocs := testing.AllocsPerRun(10, func() { g.Value(a, z); g.Backward(delta, z, a) }); allocs != 0 {
				t.Errorf("%v: %g allocations at n = %d", g, allocs, n)
			}
			g.Value(z, z)
			for i := range z {
				if z[i] != a[i] {
					t.Fatalf("%v: in place, a_%d of %d is %g, want %g", g, i, n, z[i], a[i])
				}
			}
		}
	}
}

func TestPanics(t *testing.T) {
	one, two := make([]float64, 1), make([]float64, 2)
	check := func(name, want string, f func()) {
		t.Helper()
		defer func() {
			t.Helper()
			if got := fmt.Sprint(recover()); !strings.Contains(got, want) {
				t.Errorf("%s: panic %q, want one with %q", name, got, want)
			}
		}()
		f()
	}
	for _, g := range all {
		name := reflect.TypeOf(g).Name()
		check("Value", name+": Value: a has length 1, want 2", func() { g.Value(one, two) })
		check("Value", name+": Value: a has length 2, want 1", func() { g.Value(two, one) })
		check("Backward", name+": Backward: δ has length 1, want 2", func() { g.Backward(one, two, two) })
		check("Backward", name+": Backward: a has length 1, want 2", func() { g.Backward(two, two, one) })
		check("Derivative", "activation: Derivative: dst has length 2, want 1", func() { activation.Derivative(g, two, one) })
	}
	for _, width := range []float64{0, -1, math.NaN()} {
		check("Gaussian", "Width is", func() { activation.Gaussian{Width: width}.Value(1) })
		check("Multiquadric", "Width is", func() { activation.Multiquadric{Width: width}.Slope(1) })
	}
}

// Widths and distances far out of the usual neither overflow nor give NaN.
func TestRadialExtremes(t *testing.T) {
	for _, w := range []float64{1e-300, 1e-3, 1, 1e300} {
		for _, r2 := range []float64{0, 1e-300, 1, 1e308} {
			v := activation.Gaussian{Width: w}.Value(r2)
			if !(v >= 0 && v <= 1) || r2 == 0 && v != 1 {
				t.Errorf("Gaussian of width %g at r² = %g is %g", w, r2, v)
			}
			q := activation.Multiquadric{Width: w}.Value(r2)
			if want := max(w, math.Sqrt(r2)); !(q >= want && q <= 1.5*want) {
				t.Errorf("multiquadric of width %g at r² = %g is %g", w, r2, q)
			}
		}
	}
}
