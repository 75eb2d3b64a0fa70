package loss_test

import (
	"fmt"

	"ann/pkg/loss"

	"gonum.org/v1/gonum/mat"
)

// The gradient of softmax cross-entropy with respect to the logits is p − y.
func ExampleCrossEntropy() {
	z := mat.NewDense(1, 3, []float64{2, 1, -1}) // one example, three classes
	y := mat.NewDense(1, 3, []float64{0, 1, 0})  // it is of the second
	p, grad := make([]float64, 3), mat.NewDense(1, 3, nil)
	loss.Softmax(p, z.RawRowView(0))
	J := loss.CrossEntropy{}.Value(grad, z, y)
	fmt.Printf("p = %.3f\nJ = %.3f\n∂J/∂z = %.3f\n", p, J, grad.RawRowView(0))
	// Output:
	// p = [0.705 0.259 0.035]
	// J = 1.349
	// ∂J/∂z = [0.705 -0.741 0.035]
}

func ExampleConfusion() {
	z := mat.NewDense(4, 1, []float64{2.1, -0.3, 0.8, -4}) // logits
	y := mat.NewDense(4, 1, []float64{1, 1, 0, 0})         // labels
	J := loss.BinaryCrossEntropy{}                         // it reads logits: class 1 where z > 0
	fmt.Println(loss.Classes(J, z), loss.Accuracy(J, z, y))
	fmt.Println(mat.Formatted(loss.Confusion(J, z, y)))
	// Output:
	// [1 0 1 0] 0.5
	// ⎡1  1⎤
	// ⎣1  1⎦
}
