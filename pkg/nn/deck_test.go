package nn_test

import (
	"math/rand/v2"
	"testing"

	"ann/pkg/activation"
	"ann/pkg/loss"
	"ann/pkg/nn"

	"gonum.org/v1/gonum/mat"
)

func seeded(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 0)) }

// deck is the network of the slides, 3 inputs, 3 hidden, 2 outputs, with
// numbers that a hand (and float64) can do exactly.
func deck() *nn.Network {
	net := nn.New(3, seeded(1), nn.Dense{Out: 3, G: activation.LeakyReLU{Slope: 0.5}}, nn.Dense{Out: 2})
	net.Theta(0).Copy(mat.NewDense(3, 4, []float64{
		0.5, 1, 0, -1,
		-1, 0.5, 0.5, 1,
		0, -1, 1, 2,
	}))
	net.Theta(1).Copy(mat.NewDense(2, 4, []float64{
		0.25, 1, 2, -1,
		-0.5, 0.5, -2, 4,
	}))
	return net
}

// TestDeck follows x = (1, 2, −1), y = (2, 1/4) through the network by hand.
func TestDeck(t *testing.T) {
	net := deck()
	X, Y := mat.NewDense(1, 3, []float64{1, 2, -1}), mat.NewDense(1, 2, []float64{2, 0.25})
	if J := net.Gradients(loss.SquaredError{}, X, Y); J != 0.78125 {
		t.Errorf("J is %g, want ½(0.75² + 1²) = 0.78125", J)
	}
	equal := func(name string, got *mat.Dense, rows, cols int, want ...float64) {
		t.Helper()
		if w := mat.NewDense(rows, cols, want); !mat.Equal(got, w) {
			t.Errorf("%s is\n%v, want\n%v", name, mat.Formatted(got), mat.Formatted(w))
		}
	}
	equal("a(0)", net.A(0), 1, 4, 1, 1, 2, -1)
	equal("z(1)", net.Z(1), 1, 3, 2.5, -0.5, -1)
	equal("a(1)", net.A(1), 1, 4, 1, 2.5, -0.25, -0.5)
	equal("z(2)", net.Z(2), 1, 2, 2.75, -0.75)
	equal("a(2)", net.A(2), 1, 2, 2.75, -0.75)
	equal("δ(2)", net.Delta(2), 1, 2, 0.75, -1)
	equal("δ(1)", net.Delta(1), 1, 3, 0.25, 1.75, -2.375)
	equal("∂J/∂θ(1)", net.Gradient(1), 2, 4, 0.75, 1.875, -0.1875, -0.375, -1, -2.5, 0.25, 0.5)
	equal("∂J/∂θ(0)", net.Gradient(0), 3, 4, 0.25, 0.25, 0.5, -0.25, 1.75, 1.75, 3.5, -1.75, -2.375, -2.375, -4.75, 2.375)

	yhat := net.ForwardOne([]float64{1, 2, -1})
	if len(yhat) != 2 || yhat[0] != 2.75 || yhat[1] != -0.75 {
		t.Errorf("ForwardOne gives %g", yhat)
	}
	equal("∂J/∂x", net.InputGradient(mat.NewDense(1, 2, []float64{0.75, -1})), 1, 3, 3.5, -1.5, -3.25)

	// A batch: rows do not mix, and the gradient is the mean over them.
	two := mat.NewDense(2, 3, []float64{1, 2, -1, 1, 2, -1})
	net.Gradients(loss.SquaredError{}, two, mat.NewDense(2, 2, []float64{2, 0.25, 2.75, -0.75}))
	equal("Z(1)", net.Z(1), 2, 3, 2.5, -0.5, -1, 2.5, -0.5, -1)
	equal("Δ(2)", net.Delta(2), 2, 2, 0.375, -0.5, 0, 0)
	equal("the mean of ∂J/∂θ(1)", net.Gradient(1), 2, 4, 0.375, 0.9375, -0.09375, -0.1875, -0.5, -1.25, 0.125, 0.25)

	if len(net.Params()) != 20 || net.Operations() != 20 || net.L() != 2 || net.Inputs() != 3 || net.Outputs() != 2 {
		t.Errorf("%d parameters, %d operations, L %d, %d inputs, %d outputs", len(net.Params()), net.Operations(), net.L(), net.Inputs(), net.Outputs())
	}
	if s, want := net.String(), "3 inputs, 20 parameters\n 0  Dense 3 leaky ReLU(slope = 0.5), θ 3×4\n 1  Dense 2 identity, θ 2×4"; s != want {
		t.Errorf("String is\n%s\nwant\n%s", s, want)
	}
}

// TestCollapse: without g the layers are one matrix, θ(1)·[1; θ(0)].
func TestCollapse(t *testing.T) {
	rng := seeded(3)
	net := nn.New(4, rng, nn.Dense{Out: 5, Init: nn.Uniform}, nn.Dense{Out: 2, Init: nn.Uniform})
	X := random(rng, 6, 4)
	var lifted, one, want mat.Dense
	lifted.Stack(mat.NewDense(1, 5, []float64{1, 0, 0, 0, 0}), net.Theta(0))
	one.Mul(net.Theta(1), &lifted)
	net.Forward(X)
	want.Mul(net.A(0), one.T())
	if !mat.EqualApprox(net.A(2), &want, 1e-14) {
		t.Errorf("two layers give\n%v, their product\n%v", mat.Formatted(net.A(2)), mat.Formatted(&want))
	}
}

func random(rng *rand.Rand, r, c int) *mat.Dense {
	m := mat.NewDense(r, c, nil)
	m.Apply(func(_, _ int, _ float64) float64 { return rng.NormFloat64() }, m)
	return m
}

func TestCounts(t *testing.T) {
	net := nn.New(4, seeded(1),
		nn.Dense{Out: 6}, nn.BatchNorm{G: activation.ReLU{}}, nn.Dropout{P: 0.5},
		nn.Skip(1, nn.Dense{Out: 6}),
		nn.RBF{Out: 3, Kernel: activation.Gaussian{Width: 1}})
	if want := 30 + 12 + 42 + 18; len(net.Params()) != want || len(net.Grads()) != want {
		t.Errorf("%d parameters, %d derivatives, want %d", len(net.Params()), len(net.Grads()), want)
	}
	if want := 30 + 12 + 6 + 42 + 6 + 18; net.Operations() != want {
		t.Errorf("%d operations, want %d", net.Operations(), want)
	}
	shapes := [][2]int{{6, 5}, {6, 2}, {0, 0}, {6, 7}, {0, 0}, {3, 6}}
	if net.L() != len(shapes) {
		t.Fatalf("L is %d, want %d", net.L(), len(shapes))
	}
	used := 0
	for l, want := range shapes {
		if want[0] == 0 {
			if net.Theta(l) != nil || net.Gradient(l) != nil {
				t.Errorf("layer %d, %v, has a θ", l, net.Layer(l))
			}
			continue
		}
		if r, c := net.Theta(l).Dims(); r != want[0] || c != want[1] {
			t.Errorf("θ(%d) is %d×%d, want %v", l, r, c, want)
		}
		// Views of the flat slices, in order.
		net.Params()[used] = 7
		net.Grads()[used] = 8
		if net.Theta(l).At(0, 0) != 7 || net.Gradient(l).At(0, 0) != 8 {
			t.Errorf("θ(%d) does not begin at parameter %d", l, used)
		}
		used += want[0] * want[1]
	}
}
