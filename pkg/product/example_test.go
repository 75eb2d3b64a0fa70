package product_test

import (
	"fmt"

	"ann/pkg/activation"
	"ann/pkg/product"

	"gonum.org/v1/gonum/mat"
)

// A layer with two neurons and two examples, forward: Z = A θᵀ, then g(Z).
func Example() {
	A := mat.NewDense(2, 3, []float64{1, 2, 3, 1, 0, -1}) // the bias unit in column 0
	theta := mat.NewDense(2, 3, []float64{0.5, 1, -1, 0, 2, 1})
	Z, out := mat.NewDense(2, 2, nil), mat.NewDense(2, 2, nil)

	p := product.New(new(product.Crew))
	p.Forward(Z, A, theta)
	p.Apply(activation.ReLU{}, out, Z)
	fmt.Println(mat.Formatted(Z))
	fmt.Println(mat.Formatted(out))
	// Output:
	// ⎡-0.5     7⎤
	// ⎣ 1.5    -1⎦
	// ⎡  0    7⎤
	// ⎣1.5    0⎦
}
