package nn_test

import (
	"math"
	"testing"

	"ann/pkg/activation"
	"ann/pkg/nn"

	"gonum.org/v1/gonum/mat"
)

// The bounds of ŷ are those of the last layer, whatever comes before it.
func TestOutputRange(t *testing.T) {
	inf, nan := math.Inf(1), math.NaN()
	sigmoid := nn.Dense{Out: 2, G: activation.Sigmoid{}}
	for _, c := range []struct {
		layers    []nn.Layer
		low, high float64
	}{
		{[]nn.Layer{sigmoid}, 0, 1},
		{[]nn.Layer{sigmoid, nn.Dense{Out: 2}}, -inf, inf},
		{[]nn.Layer{nn.Dense{Out: 2}, nn.BatchNorm{G: activation.Tanh{}}}, -1, 1},
		{[]nn.Layer{nn.BatchNorm{}}, -inf, inf},
		{[]nn.Layer{nn.RBF{Out: 2, Kernel: activation.Gaussian{Width: 1}}}, 0, 1},
		{[]nn.Layer{nn.RBF{Out: 2, Kernel: activation.Multiquadric{Width: 3}}}, 3, inf},
		{[]nn.Layer{nn.Dense{Out: 2, G: own{}}}, -1, 1},
		{[]nn.Layer{nn.Dense{Out: 2, G: silent{}}}, nan, nan},
		{[]nn.Layer{sigmoid, nn.Dropout{P: 0.75}}, 0, 4},
		{[]nn.Layer{nn.Dense{Out: 2, G: activation.Tanh{}}, nn.Dropout{P: 0.5}}, -2, 2},
		{[]nn.Layer{nn.RBF{Out: 2, Kernel: activation.Multiquadric{Width: 3}}, nn.Dropout{P: 0.5}}, 0, inf},
		{[]nn.Layer{nn.Dropout{P: 0.5}}, -inf, inf},
		{[]nn.Layer{nn.Skip(1, sigmoid)}, -inf, inf},
		{[]nn.Layer{nn.Skip(0, sigmoid)}, 0, 1},
		{[]nn.Layer{sigmoid, nn.Skip(0.5, sigmoid)}, 0, 1.5},
		{[]nn.Layer{sigmoid, nn.Skip(-1, nn.Dense{Out: 2, G: activation.ReLU{}})}, -1, inf},
		{[]nn.Layer{nn.Skip(1, nn.Dense{Out: 2, G: silent{}})}, nan, nan},
	} {
		net := nn.New(2, seeded(1), c.layers...)
		low, high := net.OutputRange()
		same := func(got, want float64) bool { return got == want || math.IsNaN(got) && math.IsNaN(want) }
		if !same(low, c.low) || !same(high, c.high) {
			t.Errorf("%v\nŷ lies from %g to %g, want %g to %g", net, low, high, c.low, c.high)
		}
		X, r := mat.NewDense(50, 2, nil), seeded(3)
		X.Apply(func(_, _ int, _ float64) float64 { return 100 * r.NormFloat64() }, X)
		for _, mode := range []bool{true, false} {
			net.SetTraining(mode)
			if yhat := net.Forward(X); mat.Min(yhat) < low || mat.Max(yhat) > high {
				t.Errorf("%v\nŷ goes from %g to %g, beyond %g or %g", net, mat.Min(yhat), mat.Max(yhat), low, high)
			}
		}
	}
}

// silent does not tell its range.
type silent struct{}

func (silent) Value(a, z []float64)       { copy(a, z) }
func (silent) Backward(_, _, _ []float64) {}
func (silent) String() string             { return "silent" }

func TestUsesBatch(t *testing.T) {
	if nn.New(2, seeded(1), nn.Dense{Out: 2}, nn.Dropout{P: 0.5}).UsesBatch() {
		t.Error("a Dropout looks at other rows")
	}
	if !everything().UsesBatch() || !nn.New(2, seeded(1), nn.Skip(1, nn.BatchNorm{})).UsesBatch() {
		t.Error("a BatchNorm does not look at other rows")
	}
}

func TestNetworkNotFinite(t *testing.T) {
	net := nn.New(2, seeded(1), nn.Dense{Out: 3}, nn.BatchNorm{}, nn.Dropout{P: 0.5}, nn.Dense{Out: 1})
	if where, _ := net.NotFinite(); where != "" {
		t.Errorf("%s is not finite", where)
	}
	mean, variance := net.Running(1)
	for _, c := range []struct { // each before the one that was found last
		numbers []float64
		value   float64
		where   string
	}{
		{net.Theta(3).RawMatrix().Data, math.Inf(-1), "θ^(3)"}, {variance, math.NaN(), "the running variance of layer 1"},
		{mean, math.Inf(1), "the running mean of layer 1"}, {net.Theta(0).RawMatrix().Data, math.NaN(), "θ^(0)"},
	} {
		c.numbers[1] = c.value
		where, v := net.NotFinite()
		if where != c.where || v != c.value && !math.IsNaN(c.value) {
			t.Errorf("%s holds %g, want %s and %g", where, v, c.where, c.value)
		}
	}
}
