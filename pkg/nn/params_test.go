package nn_test

import (
	"slices"
	"testing"

	"ann/pkg/activation"
	"ann/pkg/loss"
	"ann/pkg/nn"

	"gonum.org/v1/gonum/mat"
)

func TestStack(t *testing.T) {
	net := nn.New(4, seeded(1), nn.Stack(activation.ReLU{}, 5, 3, 2)...)
	want := "4 inputs, 51 parameters\n 0  Dense 5 ReLU, θ 5×5\n 1  Dense 3 ReLU, θ 3×6\n 2  Dense 2 identity, θ 2×4"
	if net.String() != want {
		t.Errorf("%v, want %s", net, want)
	}
	panics(t, "nn: Stack: no layers; Stack(g, 16, 1) has 16 hidden neurons and one output", func() { nn.Stack(activation.ReLU{}) })
}

func TestSetParams(t *testing.T) {
	net := nn.New(2, seeded(1), nn.Dense{Out: 1})
	net.SetParams(1, 2, 3)
	if yhat := net.ForwardOne([]float64{10, 100}); yhat[0] != 321 {
		t.Errorf("ŷ = %g, want 321", yhat[0])
	}
	panics(t, "nn: SetParams: 2 values, the network has 3 parameters", func() { net.SetParams(1, 2) })
	panics(t, "nn: SetParams: 4 values, the network has 3 parameters", func() { net.SetParams(1, 2, 3, 4) })
}

// TestCopyFrom: a copy predicts the same bits, in its own memory.
func TestCopyFrom(t *testing.T) {
	rng := seeded(2)
	X, Y := random(rng, 20, 8), random(rng, 20, 3)
	for name, net := range kinds() {
		other := kinds()[name]
		for range 3 {
			step(net, loss.SquaredError{}, X, Y)
		}
		other.CopyFrom(net)
		want := net.Predict(X)
		if !mat.Equal(other.Predict(X), want) {
			t.Errorf("%s: the copy predicts something else", name)
		}
		other.Params()[0]++
		if !mat.Equal(net.Predict(X), want) {
			t.Errorf("%s: the copy changed the original", name)
		}
	}
	panics(t, "nn: CopyFrom: the networks have different layers", func() {
		nn.New(2, seeded(1), nn.Dense{Out: 1}).CopyFrom(nn.New(3, seeded(1), nn.Dense{Out: 1}))
	})
}

// TestWeights: what belongs to the inputs of a layer, and what is penalised.
func TestWeights(t *testing.T) {
	net := nn.New(2, seeded(1), nn.Dense{Out: 3}, nn.BatchNorm{}, nn.Dropout{P: 0.5}, nn.RBF{Out: 2, Kernel: activation.Gaussian{Width: 1}}, nn.Skip(1, nn.Dense{Out: 2}))
	var shapes [][2]int
	var penalised []int
	for l := range net.L() {
		w := net.Weights(l)
		if w == nil {
			shapes = append(shapes, [2]int{})
		} else {
			r, c := w.Dims()
			shapes = append(shapes, [2]int{r, c})
		}
		if net.Penalised(l) {
			penalised = append(penalised, l)
		}
	}
	if want := [][2]int{{3, 2}, {}, {}, {2, 3}, {2, 2}, {}}; !slices.Equal(shapes, want) {
		t.Errorf("weights %v, want %v", shapes, want)
	}
	if want := []int{0, 4}; !slices.Equal(penalised, want) {
		t.Errorf("penalised layers %v, want %v", penalised, want)
	}
	net.Weights(0).Set(2, 1, 7)
	if net.Theta(0).At(2, 2) != 7 {
		t.Error("Weights is no view of θ without its column 0")
	}
}
