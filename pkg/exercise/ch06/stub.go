package ch06

import "gonum.org/v1/gonum/mat"

// stub holds what a learner finds in the cells of chapter 06.
type stub struct{}

// neuron returns a = g(z) of one neuron with g = tanh, where z = θ_0 + Σ θ_k x_k. x holds
// the p features x_1 … x_p, theta the p+1 weights θ_0 … θ_p.
func (stub) neuron(theta, x []float64) float64 {
	// your code here
	return 0
}

// hiddenLayer takes a layer's activations to the next hidden layer: z = θ a, then g = tanh.
// a begins with the bias unit a_0 = 1, and so must the result. theta is out×len(a).
func (stub) hiddenLayer(theta *mat.Dense, a []float64) []float64 {
	// your code here: rows, columns := theta.Dims() gives the shape,
	// theta.At(j, k) reads row j, column k, both counted from 0.
	return nil
}

// forwardPass returns ŷ of a network with one hidden layer for one example x, which holds
// x_1 … x_p and no x_0. g is tanh in the hidden layer and σ(z) = 1/(1 + e^−z) at the output.
func (stub) forwardPass(theta0, theta1 *mat.Dense, x []float64) []float64 {
	// your code here
	return nil
}

// batchLayer returns A = tanh(Z), Z = [1 X] θᵀ, for a batch: X is n×p, one example a row,
// without a column of ones; theta is out×(p+1). The result is n×out, without bias units.
func (stub) batchLayer(X, theta *mat.Dense) *mat.Dense {
	// your code here
	return nil
}

// countParameters returns the number of weights of a network. units lists the units of
// each layer without bias units, the inputs first: 3, 3, 2 for the network of the slides.
func (stub) countParameters(units []int) int {
	// your code here
	return 0
}

// collapse returns the one matrix θ that does what two layers without g do: first theta0,
// h×(p+1), then a bias unit and theta1, m×(h+1). The result is m×(p+1), bias in column 0.
func (stub) collapse(theta0, theta1 *mat.Dense) *mat.Dense {
	// your code here
	return nil
}
