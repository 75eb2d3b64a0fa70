package ch04

import "gonum.org/v1/gonum/mat"

// stub holds what a learner finds in the cells of chapter 04.
type stub struct{}

// alphaLimit returns the learning rate above which gradient descent on
// J = 1/(2n) |y − Xθ|² diverges. X is n×(p+1) and has its ones column already.
func (stub) alphaLimit(X *mat.Dense) float64 {
	// your code here; mat.EigenSym finds the eigenvalues of a mat.SymDense
	return 0
}

// rate returns α_t, the learning rate of step t, 0 ≤ t < total. In the first warm
// steps it grows in equal parts: alpha/warm in step 0, alpha in step warm − 1. From step
// warm on it falls along half a cosine, from alpha in step warm to 0 in step total.
func (stub) rate(alpha float64, t, warm, total int) float64 {
	// your code here
	return 0
}

// descendBy returns θ after a step of gradient descent for each of the rates: step t
// is made with the learning rate rates[t]. It begins at start, which it leaves as it is.
// X is n×(p+1) and has its ones column already, y has n values.
func (stub) descendBy(X *mat.Dense, y, start, rates []float64) []float64 {
	// your code here
	return nil
}

// convergedAt returns the first step t, from 1 on, in which J fell by less than tol, or
// did not change. A rise is no convergence, however small. J[0] is the loss at the start,
// J[t] that after step t. If there is no such step, it returns −1.
func (stub) convergedAt(J []float64, tol float64) int {
	// your code here
	return 0
}

// twoSteps returns the two learning rates, the smaller one first, with which two steps
// of gradient descent arrive at the minimum of J = ½ λ₁ c₁² + ½ λ₂ c₂² from any start.
// lambda1 and lambda2 are the curvatures, 0 < lambda1 < lambda2.
func (stub) twoSteps(lambda1, lambda2 float64) (first, second float64) {
	// your code here
	return 0, 0
}
