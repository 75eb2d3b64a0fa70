// Package nn holds the course's networks: the perceptron, and networks of
// layers with forward and backward propagation.
//
// # Forward
//
// Superscript = layer, subscript = neuron. θ^(l) maps layer l to layer l+1:
//
//	a^(0) = x,  z^(l+1) = θ^(l) a^(l),  a^(l+1) = g^(l)(z^(l+1)),  ŷ = a^(L).
//
// g acts on the units k ≥ 1; then the bias unit a_0 = 1 is prepended, except
// at the last layer, so the bias of neuron j is θ_j0^(l), column 0 of θ^(l).
// In code the examples of a batch are rows: A^(l) is n×(units+1), its column 0
// all ones, θ^(l) is as on the slide, and one product does a layer:
//
//	Z^(l+1) = A^(l) θ^(l)ᵀ.
//
// # Backward
//
// With δ^(l) = ∂J/∂z^(l), and θ̄ for θ without its column 0,
//
//	δ^(L) = ∂J/∂ŷ ⊙ g′^(L−1)(z^(L)),
//	δ^(l) = (θ̄^(l)ᵀ δ^(l+1)) ⊙ g′^(l−1)(z^(l)),
//	∂J/∂θ^(l) = Δ^(l+1)ᵀ A^(l).
//
// Rows again: Δ^(l) is n×units. The mean over the n examples, the 1/n of J,
// comes with ∂J/∂ŷ and is not divided out again.
//
// # Layers
//
// Dense is θ and g as above. Dropout, BatchNorm, RBF and Skip are in the same
// list and count as layers of their own: each has its l, and its documentation
// says what its z, θ and δ are. New draws the first θ, Forward and Backward
// keep every z, a and δ to be looked at with Z, A and Delta, and Theta and
// Gradient show a layer's part of Params and Grads, the flat slices that an
// optimizer works on.
//
// A Network owns the memory for the largest batch it has seen. After the first
// step with a batch size no step allocates (but for a goroutine now and then,
// on several processors), and what Forward, Z, A and Delta return is overwritten
// by the next: look at it, but leave it as it is. A Network is for one
// goroutine; Clone makes another. The same seed gives the same bits, however
// many processors.
//
// Slides: "Perceptron", "Forward propagation", "Backpropagation" and "Note on
// overfitting" in "Introduction to Artificial Neural Networks", Andrea
// Santamaría García, KIT-LAS, 2022.
package nn
