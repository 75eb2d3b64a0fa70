package ch02

import "gonum.org/v1/gonum/mat"

// stub holds what a learner finds in the cells of chapter 02.
type stub struct{}

// partials returns ∂J/∂θ0 and ∂J/∂θ1 of J = 1/(2n) Σ (h − y_i)², h = θ0 + θ1·x_i.
// x and y have the same length n ≥ 1.
func (stub) partials(theta0, theta1 float64, x, y []float64) (d0, d1 float64) {
	// your code here
	return 0, 0
}

// step returns θ0 and θ1 after one step of gradient descent with the learning
// rate alpha, both updated simultaneously.
func (stub) step(theta0, theta1, alpha float64, x, y []float64) (new0, new1 float64) {
	// your code here; it may call partials, if that is solved
	return 0, 0
}

// gradient returns ∇J(θ) = 1/n Xᵀ(Xθ − y). X is n×(p+1) and has its ones column
// already, y has n values, theta and the result have p+1.
func (stub) gradient(X *mat.Dense, y, theta []float64) []float64 {
	// your code here: X.Dims() gives rows and columns, X.At(i, k) is x_ik.
	return nil
}

// descend returns θ after so many steps of gradient descent that begin at θ = 0.
// X is n×(p+1) and has its ones column already, y has n values.
func (stub) descend(X *mat.Dense, y []float64, alpha float64, steps int) []float64 {
	// your code here; it may call gradient, if that is solved
	return nil
}
