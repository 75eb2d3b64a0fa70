package figure_test

import (
	"fmt"
	"math/rand/v2"

	"ann/pkg/activation"
	"ann/pkg/figure"
	"ann/pkg/loss"
	"ann/pkg/nn"
)

// A diagram of a network with the numbers of an example, frozen after the first step.
func ExampleNetworkOf() {
	net := nn.New(3, rand.New(rand.NewPCG(1, 2)), nn.Dense{Out: 3, G: activation.Tanh{}}, nn.Dense{Out: 2, G: activation.Sigmoid{}})
	net.ForwardOne([]float64{2, -1, 0.5})

	d := figure.NetworkOf("After the first product", net, 0)
	d.Until(1)

	png, err := figure.PNG(d)
	fmt.Println(err, len(png) < 100_000)
	// Output: <nil> true
}

// A diagram without numbers: a perceptron, with names on its edges.
func ExampleNetwork() {
	d := figure.NewNetwork("A perceptron", 2, 1)
	for k, name := range []string{"θ₀", "θ₁", "θ₂"} {
		d.EdgeText(0, 1, k, name)
	}
	_, err := figure.PNG(d)
	fmt.Println(err)
	// Output: <nil>
}

// The regions of a classifier with three scores, and points of the three classes.
func ExampleFigure_Regions() {
	f := figure.New("Three classes", "x₁", "x₂")
	yhat := func(x1, x2 float64) []float64 { return []float64{x1, x2, -x1 - x2} }
	f.Regions(nil, loss.CrossEntropy{}, yhat, figure.Box{{-2, 2}, {-2, 2}})
	f.Classes([]string{"A", "B", "C"}, []float64{1, 0, -1}, []float64{0, 1, -1}, []int{0, 1, 2})
	_, err := figure.PNG(f)
	fmt.Println(err)
	// Output: <nil>
}
