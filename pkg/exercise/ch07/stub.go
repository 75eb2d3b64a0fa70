package ch07

import "gonum.org/v1/gonum/mat"

// stub holds what a learner finds in the cells of chapter 07.
type stub struct{}

// lastDelta returns δ_j = (ŷ_j − y_j) g′(z_j) of the output layer, where ŷ_j = g(z_j) and
// g is the sigmoid, σ(z) = 1/(1 + e^−z). z and y have a value for each output.
func (stub) lastDelta(z, y []float64) []float64 {
	// your code here
	return nil
}

// outer returns ∂J/∂θ of a layer for one example: row j, column k holds δ_j a_k. delta has a
// value for each neuron of the layer above, a one for each unit below, the bias unit first.
func (stub) outer(delta, a []float64) *mat.Dense {
	// your code here
	return nil
}

// deltaBelow takes δ one layer back: δ_k = (Σ_j θ_jk δ_j) g′(z_k), with g = tanh in the layer
// below. delta is δ of the layer above, theta the weights between, len(delta)×len(a), and
// a the activations below, the bias unit first. The result has a value for each neuron.
func (stub) deltaBelow(theta *mat.Dense, delta, a []float64) []float64 {
	// your code here
	return nil
}

// backward returns ∂J/∂θ⁽⁰⁾ and ∂J/∂θ⁽¹⁾ of J = ½ Σ_j (ŷ_j − y_j)² for one example x, which
// comes without x_0. g is tanh in the hidden layer and the sigmoid at the output.
func (stub) backward(theta0, theta1 *mat.Dense, x, y []float64) (grad0, grad1 *mat.Dense) {
	// your code here
	return nil, nil
}
