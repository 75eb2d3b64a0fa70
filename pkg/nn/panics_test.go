package nn_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"ann/pkg/activation"
	"ann/pkg/loss"
	"ann/pkg/nn"

	"gonum.org/v1/gonum/mat"
)

func TestNewPanics(t *testing.T) {
	for _, c := range []struct {
		want   string
		inputs int
		layers []nn.Layer
	}{
		{"0 inputs, want 1 to 67108864", 0, []nn.Layer{nn.Dense{Out: 1}}},
		{"9223372036854775807 inputs, want 1 to 67108864", math.MaxInt, []nn.Layer{nn.Dense{Out: 1}}},
		{"no layers", 1, nil},
		{"layer 1 is <nil>, want Dense{…}, Dropout{…}, BatchNorm{…}, RBF{…} or Skip(…)", 1, []nn.Layer{nn.Dense{Out: 1}, nil}},
		{"layer 0 is *nn.Dense, want Dense{…}, Dropout{…}, BatchNorm{…}, RBF{…} or Skip(…)", 1, []nn.Layer{&nn.Dense{Out: 1}}},
		{"layer 0: Dense 0 identity: 0 units, want 1 to 67108864", 1, []nn.Layer{nn.Dense{}}},
		{"layer 0: Dense 67108864 identity: θ is 67108864×2, which makes more than 67108864 parameters", 1, []nn.Layer{nn.Dense{Out: 1 << 26}}},
		{"layer 1: Dense 8192 identity: θ is 8192×8193, which makes more than 67108864 parameters", 1, []nn.Layer{nn.Dense{Out: 8192}, nn.Dense{Out: 8192}}},
		{"layer 0: Dense 1 identity: Init(5) is none of the constants of this package", 1, []nn.Layer{nn.Dense{Out: 1, Init: 5}}},
		{"layer 2: Dropout 1: P is 1, want 0 ≤ P < 1", 1, []nn.Layer{nn.Dense{Out: 1}, nn.Dropout{}, nn.Dropout{P: 1}}},
		{"layer 0: Dropout NaN: P is NaN, want 0 ≤ P < 1", 1, []nn.Layer{nn.Dropout{P: math.NaN()}}},
		{"layer 0: Dropout -0.1: P is -0.1, want 0 ≤ P < 1", 1, []nn.Layer{nn.Dropout{P: -0.1}}},
		{"layer 0: RBF: no Kernel, want for example activation.Gaussian{Width: 1}", 1, []nn.Layer{nn.RBF{Out: 1}}},
		{"layer 0: Skip: no layers", 1, []nn.Layer{nn.Skip(1)}},
		{"layer 0: Skip: strength is NaN, want a finite number", 1, []nn.Layer{nn.Skip(math.NaN(), nn.Dense{Out: 1})}},
		{"layer 0: Skip: its layers make 3 units of 2, want 2", 2, []nn.Layer{nn.Skip(1, nn.Dense{Out: 3})}},
		{"layer 0: Skip: layer 1: Skip: layer 0: Dropout 2: P is 2, want 0 ≤ P < 1", 2, []nn.Layer{nn.Skip(1, nn.Dense{Out: 3}, nn.Skip(1, nn.Dropout{P: 2}))}},
	} {
		panics(t, "nn: New: "+c.want, func() { nn.New(c.inputs, seeded(1), c.layers...) })
	}
	for _, w := range []float64{0, -1, math.NaN(), math.Inf(1)} {
		for _, k := range []activation.Radial{activation.Gaussian{Width: w}, activation.Multiquadric{Width: w}} {
			layer := nn.RBF{Out: 1, Kernel: k}
			panics(t, fmt.Sprintf("nn: New: layer 0: %v: want a width above 0", layer), func() { nn.New(1, seeded(1), layer) })
		}
	}
	panics(t, "nn: New: rng is nil, want for example rand.New(rand.NewPCG(1, 2))", func() { nn.New(1, nil, nn.Dense{Out: 1}) })
}

func TestShapePanics(t *testing.T) {
	net := deck()
	X, Y := mat.NewDense(5, 3, nil), mat.NewDense(5, 2, nil)
	panics(t, "nn: Z: no forward pass yet", func() { net.Z(1) })
	panics(t, "nn: A: no forward pass yet", func() { net.A(0) })
	panics(t, "nn: Delta: no forward pass yet", func() { net.Delta(1) })
	panics(t, "nn: Backward: no forward pass yet", func() { net.Backward(Y) })
	net.Forward(X)
	panics(t, "nn: Forward: x is nil", func() { net.Forward(nil) })
	panics(t, "nn: Forward: x has no rows", func() { net.Forward(&mat.Dense{}) })
	panics(t, "nn: Forward: x is 5×2, want 5×3", func() { net.Forward(Y) })
	panics(t, "nn: Predict: x is 5×2, want 5×3", func() { net.Predict(Y) })
	panics(t, "nn: ForwardOne: x has 2 values, want 3", func() { net.ForwardOne([]float64{1, 2}) })
	panics(t, "nn: Loss: J is nil", func() { net.Loss(nil, X, Y) })
	panics(t, "nn: Loss: y is 5×3, want 5×2", func() { net.Loss(loss.SquaredError{}, X, X) })
	panics(t, "nn: Gradients: y is nil", func() { net.Gradients(loss.SquaredError{}, X, nil) })
	panics(t, "nn: Gradients: y is 4×2, want 5×2", func() { net.Gradients(loss.SquaredError{}, X, mat.NewDense(4, 2, nil)) })
	panics(t, "nn: Backward: ∂J/∂ŷ is 5×3, want 5×2", func() { net.Backward(X) })
	panics(t, "nn: InputGradient: ∂J/∂ŷ is nil", func() { net.InputGradient(nil) })
	panics(t, "nn: Theta: layer 2, want 0 to 1", func() { net.Theta(2) })
	panics(t, "nn: Gradient: layer -1, want 0 to 1", func() { net.Gradient(-1) })
	panics(t, "nn: Layer: layer 2, want 0 to 1", func() { net.Layer(2) })
	panics(t, "nn: Z: layer 0, want 1 to 2", func() { net.Z(0) })
	panics(t, "nn: A: layer 3, want 0 to 2", func() { net.A(3) })
	panics(t, "nn: Delta: layer 0, want 1 to 2", func() { net.Delta(0) })
	panics(t, "nn: Running: layer 0 is Dense 3 "+activation.LeakyReLU{Slope: 0.5}.String()+", want a BatchNorm", func() { net.Running(0) })
	if net.Predict(X); net.Training() != true {
		t.Error("a panic of Predict left evaluation mode on")
	}
}

// FuzzNew builds networks of any numbers: each works, forward and back, or
// panics with the name of New.
func FuzzNew(f *testing.F) {
	f.Add(3, 4, 0.5, 1.0, uint64(0))
	f.Add(1, 1, 0.0, 0.0, uint64(0x1234567))
	f.Add(-1, 0, math.NaN(), math.Inf(1), uint64(1))
	f.Add(math.MaxInt, math.MaxInt, 1.0, -1.0, uint64(2))
	f.Add(math.MinInt, 1<<26, -0.5, 1e308, uint64(0x777777))
	f.Add(1<<26, 1<<26, 5e-324, 5e-324, uint64(3))
	f.Fuzz(func(t *testing.T, inputs, out int, p, q float64, plan uint64) {
		big := func(n int) bool { return n > 10_000 && n <= 1<<26 }
		if big(inputs) || big(out) || inputs > 0 && out > 0 && inputs <= 1<<26 && out <= 1<<26 && inputs*out > 100_000 {
			return // legal, and more than a test should take
		}
		defer func() {
			if r := recover(); r != nil {
				if s, ok := r.(string); !ok || !strings.HasPrefix(s, "nn: New: ") {
					panic(r)
				}
			}
		}()
		var layers []nn.Layer
		for ; plan != 0; plan >>= 4 {
			switch plan & 7 {
			case 0:
				layers = append(layers, nil)
			case 1:
				layers = append(layers, nn.Dense{Out: out, G: activation.ELU{Alpha: p}, Init: nn.Init(plan >> 60)})
			case 2:
				layers = append(layers, nn.Dropout{P: p})
			case 3:
				layers = append(layers, nn.BatchNorm{G: activation.LeakyReLU{Slope: q}})
			case 4:
				layers = append(layers, nn.RBF{Out: out, Kernel: activation.Gaussian{Width: q}})
			case 5:
				layers = append(layers, nn.RBF{Out: out, Kernel: activation.Multiquadric{Width: p}})
			case 6:
				layers = []nn.Layer{nn.Skip(q, layers...)}
			case 7:
				layers = append(layers, nn.Dense{Out: inputs})
			}
		}
		net := nn.New(inputs, seeded(1), layers...)
		net.Gradients(loss.SquaredError{}, mat.NewDense(3, net.Inputs(), nil), mat.NewDense(3, net.Outputs(), nil))
		net.Predict(mat.NewDense(1, net.Inputs(), nil))
	})
}
