package landscape_test

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"ann/pkg/activation"
	"ann/pkg/dataset"
	"ann/pkg/landscape"
	"ann/pkg/loss"
	"ann/pkg/nn"
	"ann/pkg/optimizer"
	"ann/pkg/train"
)

// A slice of J through the θ of a small trained network.
func ExamplePlane() {
	rng := rand.New(rand.NewPCG(1, 2))
	X, labels := dataset.Moons(100, 0.1, rng)
	Y := dataset.OneColumn(labels)
	net := nn.New(2, rng, nn.Dense{Out: 8, G: activation.Tanh{}}, nn.Dense{Out: 1})
	J := loss.BinaryCrossEntropy{}
	_, err := train.Fit(net, train.Data{X: X, Y: Y}, train.Config{Loss: J, Optimizer: optimizer.NewAdam(0.02), Epochs: 300})
	if err != nil {
		fmt.Println(err)
		return
	}
	s := dataset.Linspace(-1, 1, 21)
	plane := landscape.Plane(net, J, X, Y, landscape.Direction(net, rng), landscape.Direction(net, rng), s, s)
	fmt.Println("the middle is J:", plane.J.At(10, 10) == train.Evaluate(net, J, train.Data{X: X, Y: Y}))
	fmt.Println("local minima:", len(plane.Minima()))
	// Output:
	// the middle is J: true
	// local minima: 1
}

// The path of a training, seen in the plane that keeps most of it.
func ExamplePCA() {
	rng := rand.New(rand.NewPCG(1, 2))
	X, labels := dataset.Moons(100, 0.1, rng)
	net := nn.New(2, rng, nn.Dense{Out: 8, G: activation.Tanh{}}, nn.Dense{Out: 1})
	var path [][]float64
	_, err := train.Fit(net, train.Data{X: X, Y: dataset.OneColumn(labels)}, train.Config{
		Loss: loss.BinaryCrossEntropy{}, Optimizer: optimizer.NewGD(0.5), Epochs: 50,
		OnEpoch: func(train.Epoch) error {
			path = append(path, slices.Clone(net.Params())) // Params is not a copy
			return nil
		},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	p, err := landscape.PCA(path)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("the path ends at", p.Points[len(path)-1])
	fmt.Println("most of it is in the plane:", p.Explained[0]+p.Explained[1] > 0.95)
	// Output:
	// the path ends at [0 0]
	// most of it is in the plane: true
}
