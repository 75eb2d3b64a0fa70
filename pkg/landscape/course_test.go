package landscape

import (
	"slices"
	"testing"

	"ann/pkg/activation"
	"ann/pkg/dataset"
	"ann/pkg/loss"
	"ann/pkg/nn"
	"ann/pkg/optimizer"
	"ann/pkg/train"
)

// TestTrainingPath: two PCA directions keep most of a real training path; two
// random ones see next to nothing of it.
func TestTrainingPath(t *testing.T) {
	X, labels := dataset.Moons(200, 0.1, rng(1))
	net := nn.New(2, rng(1), nn.Dense{Out: 16, G: activation.Tanh{}}, nn.Dense{Out: 1})
	path := [][]float64{slices.Clone(net.Params())}
	_, err := train.Fit(net, train.Data{X: X, Y: dataset.OneColumn(labels)}, train.Config{
		Loss: loss.BinaryCrossEntropy{}, Optimizer: optimizer.NewAdam(0.01), Epochs: 40, BatchSize: 20, Rand: rng(2),
		OnEpoch: func(train.Epoch) error {
			path = append(path, slices.Clone(net.Params()))
			return nil
		}})
	if err != nil {
		t.Fatal(err)
	}
	p, err := PCA(path)
	if err != nil {
		t.Fatal(err)
	}
	if sum := p.Explained[0] + p.Explained[1]; !(sum >= 0.9 && sum <= 1) || len(p.Points) != 41 {
		t.Errorf("explained %v of a path of %d points", p.Explained, len(p.Points))
	}
	// J at the end of the path is J of the network.
	plane := Plane(net, loss.BinaryCrossEntropy{}, X, dataset.OneColumn(labels), p.D1, p.D2, []float64{0, p.Points[0][0]}, []float64{0, p.Points[0][1]})
	if plane.J.At(0, 0) != net.Loss(loss.BinaryCrossEntropy{}, X, dataset.OneColumn(labels)) || plane.J.At(1, 1) < 2*plane.J.At(0, 0) {
		t.Errorf("J at the end and at the start of the path: %g, %g", plane.J.At(0, 0), plane.J.At(1, 1))
	}
}
