package nn_test

import (
	"fmt"
	"math/rand/v2"

	"ann/pkg/activation"
	"ann/pkg/loss"
	"ann/pkg/nn"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// XOR, which no single neuron can do, learned by a 2-4-1 network in a bare
// loop: forward, backward, θ := θ − α ∂J/∂θ.
func Example() {
	X := mat.NewDense(4, 2, []float64{-1, -1, -1, 1, 1, -1, 1, 1})
	Y := mat.NewDense(4, 1, []float64{0, 1, 1, 0})

	net := nn.New(2, rand.New(rand.NewPCG(1, 2)),
		nn.Dense{Out: 4, G: activation.Tanh{}},
		nn.Dense{Out: 1})
	const alpha = 0.5
	for range 200 {
		net.Gradients(loss.BinaryCrossEntropy{}, X, Y)
		floats.AddScaled(net.Params(), -alpha, net.Grads())
	}
	yhat := net.Predict(X) // logits: above 0 is class 1
	for i := range 4 {
		fmt.Println(X.RawRowView(i), yhat.At(i, 0) > 0)
	}
	// Output:
	// [-1 -1] false
	// [-1 1] true
	// [1 -1] true
	// [1 1] false
}

// Layer by layer through the network of the slides: 3 inputs, 3 hidden, 2
// outputs, and a bias unit in each layer but the last.
func ExampleNetwork_Forward() {
	net := nn.New(3, rand.New(rand.NewPCG(1, 2)),
		nn.Dense{Out: 3, G: activation.ReLU{}},
		nn.Dense{Out: 2})
	net.Theta(0).Copy(mat.NewDense(3, 4, []float64{1, 1, 0, 0, 2, 0, 1, 0, 3, 0, 0, 1}))
	net.Theta(1).Copy(mat.NewDense(2, 4, []float64{0.5, 1, 1, 1, -1, 0, 0, 1}))

	net.Forward(mat.NewDense(1, 3, []float64{1, 2, -5}))
	fmt.Println("z(1) =", mat.Formatted(net.Z(1)))
	fmt.Println("a(1) =", mat.Formatted(net.A(1)))
	fmt.Println("ŷ    =", mat.Formatted(net.A(2)))
	// Output:
	// z(1) = [ 2   4  -2]
	// a(1) = [1  2  4  0]
	// ŷ    = [6.5   -1]
}

// A residual block with batch normalisation and dropout, as a list.
func ExampleSkip() {
	net := nn.New(2, rand.New(rand.NewPCG(1, 2)),
		nn.Dense{Out: 8, G: activation.ReLU{}},
		nn.Skip(1,
			nn.Dense{Out: 8},
			nn.BatchNorm{G: activation.ReLU{}}),
		nn.Dropout{P: 0.5},
		nn.Dense{Out: 3})
	fmt.Println(net)
	// Output:
	// 2 inputs, 139 parameters
	//  0  Dense 8 ReLU, θ 8×3
	//  1  Dense 8 identity, θ 8×9
	//  2  BatchNorm ReLU, θ 8×2
	//  3  Skip 1 (Dense 8 identity, BatchNorm ReLU)
	//  4  Dropout 0.5
	//  5  Dense 3 identity, θ 3×9
}

func ExamplePerceptron() {
	X := mat.NewDense(4, 2, []float64{0, 0, 0, 1, 1, 0, 1, 1})
	and := []float64{-1, -1, -1, 1}

	var p nn.Perceptron
	history, err := p.Fit(X, and, 100)
	fmt.Println(err, history.Separated, history.Mistakes, p.Theta)

	R, gamma, _ := nn.MistakeBound(p.Theta, X, and)
	fmt.Printf("%d mistakes, bound %.0f\n", len(history.Row), (R/gamma)*(R/gamma))
	// Output:
	// <nil> true [2 3 3 2 2 3 2 1 0] [-4 3 2]
	// 18 mistakes, bound 87
}
