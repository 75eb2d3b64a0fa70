package qr_test

import (
	"fmt"

	"ann/pkg/regression/internal/qr"

	"gonum.org/v1/gonum/mat"
)

// Four points on the line 1 + 2x leave two rows that know θ.
func ExampleRotate() {
	X := mat.NewDense(4, 2, []float64{1, 0, 1, 1, 1, 2, 1, 3})
	t := qr.Rotate(X, []float64{1, 3, 5, 7}, nil)
	fmt.Printf("θ = %.2f\n", t.Theta())
	fmt.Printf("Cond = %.3f\n", t.Cond())
	// Output:
	// θ = [1.00 2.00]
	// Cond = 3.759
}
