package ch01

import "gonum.org/v1/gonum/mat"

// stub holds what a learner finds in the cells of chapter 01.
type stub struct{}

// cost returns J(θ0, θ1) = 1/(2n) Σ (h − y_i)² for the hypothesis h = θ0 + θ1·x_i.
// x and y have the same length n ≥ 1.
func (stub) cost(theta0, theta1 float64, x, y []float64) float64 {
	// your code here
	return 0
}

// design returns the design matrix of a polynomial of degree p ≥ 0, one row a
// point: the columns are x^0, x^1, … x^p, so X is n×(p+1).
func (stub) design(x []float64, p int) *mat.Dense {
	// your code here: mat.NewDense(rows, columns, nil) makes a matrix of zeros,
	// X.Set(i, k, v) writes v in row i, column k.
	return nil
}

// normalEquation returns the θ that solves XᵀX θ = Xᵀy. X is n×(p+1) and has its
// ones column already, y has n values, θ has p+1.
func (stub) normalEquation(X *mat.Dense, y []float64) []float64 {
	// your code here; the table above lists the calls of gonum.
	return nil
}

// sigma2 returns the estimate of the noise variance σ² from the residuals r of a
// fit with p features and a bias. len(r) > p+1.
func (stub) sigma2(r []float64, p int) float64 {
	// your code here
	return 0
}

// ridge returns the θ that minimises 1/(2n) |y − Xθ|² + λ/2 |θ̄|², where θ̄ is θ
// without the bias θ0. X is n×(p+1), column 0 holds the ones.
func (stub) ridge(X *mat.Dense, y []float64, lambda float64) []float64 {
	// your code here
	return nil
}

// emittance returns ε = √(σ11·σ22 − σ12²) in m·rad from the parabola of a
// quadrupole scan, σ² = A q² + B q + C, and the drift L in m. AC > B²/4.
func (stub) emittance(A, B, C, L float64) float64 {
	// your code here
	return 0
}
