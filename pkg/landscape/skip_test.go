//go:build !race

// This test trains deep networks; it would take minutes under the race detector.

package landscape

import (
	"testing"

	"ann/pkg/activation"
	"ann/pkg/dataset"
	"ann/pkg/loss"
	"ann/pkg/nn"
	"ann/pkg/optimizer"
	"ann/pkg/train"

	"gonum.org/v1/gonum/stat"
)

// deep returns 20 layers of 16 units for the spirals, with or without skip
// connections over every two of them.
func deep(skip bool, seed uint64) *nn.Network {
	relu, linear := nn.Dense{Out: 16, G: activation.ReLU{}}, nn.Dense{Out: 16}
	layers := []nn.Layer{relu}
	for range 9 {
		if skip {
			layers = append(layers, nn.Skip(1, relu, linear))
		} else {
			layers = append(layers, relu, relu)
		}
	}
	return nn.New(2, rng(seed), append(layers, nn.Dense{Out: 1})...)
}

// TestSkip: the closing picture of the slides. Slices of a deep, narrow network
// have about ten local minima; with skip connections they have about two.
func TestSkip(t *testing.T) {
	s := dataset.Linspace(-1, 1, 25)
	minima := map[bool][]float64{}
	for seed := range uint64(2) {
		X, labels := dataset.Spirals(1000, 0.05, rng(100+seed))
		Y := dataset.OneColumn(labels)
		for _, skip := range []bool{false, true} {
			net := deep(skip, seed)
			_, err := train.Fit(net, train.Data{X: X, Y: Y}, train.Config{
				Loss: loss.BinaryCrossEntropy{}, Optimizer: optimizer.NewAdam(0.001), Epochs: 100, BatchSize: 32, Rand: rng(300 + seed)})
			if err != nil {
				t.Fatal(err)
			}
			if right := loss.Accuracy(loss.BinaryCrossEntropy{}, net.Predict(X), Y); right < 0.95 {
				t.Errorf("seed %d, skip %v: accuracy %.3f, so the slices are not about a minimum", seed, skip, right)
			}
			for range 2 {
				draw := rng(700 + uint64(len(minima[skip])))
				plane := Plane(net, loss.BinaryCrossEntropy{}, X, Y, Direction(net, draw), Direction(net, draw), s, s)
				minima[skip] = append(minima[skip], float64(len(plane.Minima())))
			}
		}
	}
	t.Logf("local minima without skip connections %v, with %v", minima[false], minima[true])
	if without, with := stat.Mean(minima[false], nil), stat.Mean(minima[true], nil); without < 6 || with > 4 {
		t.Errorf("local minima without skip connections %v, with %v; want about 10 and 2", minima[false], minima[true])
	}
}

// BenchmarkPlane is the course's figure: 1000 points, depth 20, width 16, 25×25.
func BenchmarkPlane(b *testing.B) {
	X, labels := dataset.Spirals(1000, 0.05, rng(1))
	Y := dataset.OneColumn(labels)
	net := deep(false, 1)
	d1, d2 := Direction(net, rng(2)), Direction(net, rng(3))
	s := dataset.Linspace(-1, 1, 25)
	for b.Loop() {
		Plane(net, loss.BinaryCrossEntropy{}, X, Y, d1, d2, s, s)
	}
}
