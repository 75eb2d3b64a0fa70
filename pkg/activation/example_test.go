package activation_test

import (
	"fmt"

	"ann/pkg/activation"
)

func Example() {
	for _, g := range []activation.Func{activation.Sigmoid{}, activation.Tanh{}, activation.ReLU{}, activation.ELU{Alpha: 1}} {
		fmt.Printf("%-10v g(−1) = %6.3f, g′(−1) = %.3f\n", g, activation.Of(g, -1), activation.Slope(g, -1))
	}
	// Output:
	// sigmoid    g(−1) =  0.269, g′(−1) = 0.197
	// tanh       g(−1) = -0.762, g′(−1) = 0.420
	// ReLU       g(−1) =  0.000, g′(−1) = 0.000
	// ELU(α = 1) g(−1) = -0.632, g′(−1) = 0.368
}

// One step of back propagation through a layer: δ ⊙ g′(z).
func ExampleFunc() {
	g := activation.Tanh{}
	z := []float64{-1, 0, 3}
	a := make([]float64, len(z))
	g.Value(a, z)
	delta := []float64{1, 1, 1}
	g.Backward(delta, z, a)
	fmt.Printf("a = %.3f, δ = %.3f\n", a, delta)
	// Output: a = [-0.762 0.000 0.995], δ = [0.420 1.000 0.010]
}

func ExampleRadial() {
	k := activation.Gaussian{Width: 2}
	fmt.Printf("%.3f %.3f\n", k.Value(0), k.Value(4)) // at the centre, and one width from it
	// Output: 1.000 0.607
}
