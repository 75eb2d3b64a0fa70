package exercise

import "gonum.org/v1/gonum/mat"

// stub02 holds what a learner finds in the cells of chapter 02.
type stub02 struct{}

// partials returns ∂J/∂θ0 and ∂J/∂θ1 of J = 1/(2n) Σ (h − y_i)², h = θ0 + θ1·x_i.
// x and y have the same length n ≥ 1.
func (stub02) partials(theta0, theta1 float64, x, y []float64) (d0, d1 float64) {
	// your code here
	return 0, 0
}

// step returns θ0 and θ1 after one step of gradient descent with the learning
// rate alpha, both updated simultaneously.
func (stub02) step(theta0, theta1, alpha float64, x, y []float64) (new0, new1 float64) {
	// your code here; it may call partials, if that is solved
	return 0, 0
}

// gradient returns ∇J(θ) = 1/n Xᵀ(Xθ − y). X is n×(p+1) and has its ones column
// already, y has n values, theta and the result have p+1.
func (stub02) gradient(X *mat.Dense, y, theta []float64) []float64 {
	// your code here: X.Dims() gives rows and columns, X.At(i, k) is x_ik.
	return nil
}

// descend returns θ after so many steps of gradient descent that begin at θ = 0.
// X is n×(p+1) and has its ones column already, y has n values.
func (stub02) descend(X *mat.Dense, y []float64, alpha float64, steps int) []float64 {
	// your code here; it may call gradient, if that is solved
	return nil
}

// endings says where gradient descent with a small α ends.
func (stub02) endings() Endings {
	return Endings{
		// A line through 398 cars, J = 1/(2n) Σ r²; the start is drawn by chance.
		ManyCars: Unjudged,
		// A line through a single car, J = ½ r²; the start is drawn by chance.
		OneCar: Unjudged,
		// J(θ) = θ⁴, whose second derivative is 0 at θ = 0; start at θ = 1.
		Fourth: Unjudged,
		// y = θ0·sin(θ1·x) fitted to a wave, J = 1/(2n) Σ r²; the start is drawn by chance.
		Wave: Unjudged,
		// The same wave; start at θ0 = θ1 = 0.
		WaveAtZero: Unjudged,
	}
}
