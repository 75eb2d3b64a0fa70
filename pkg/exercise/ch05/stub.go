package ch05

import "gonum.org/v1/gonum/mat"

// stub holds what a learner finds in the cells of chapter 05.
type stub struct{}

// onePass goes once through the rows of X with Rosenblatt's rule, in their order. It
// begins at start, which it leaves as it is, and returns the new θ and how many mistakes
// it made. X is n×(p+1) and has its ones column already; y has n labels, +1 or −1.
func (stub) onePass(X *mat.Dense, y, start []float64) (theta []float64, mistakes int) {
	// your code here
	return nil, 0
}

// margin returns R, the length of the longest row of X, and γ, the smallest of the
// distances y_i z_i / |θ| of the rows from the boundary. X is n×(p+1) and has its ones
// column already, which counts in both; y has n labels, +1 or −1.
func (stub) margin(theta []float64, X *mat.Dense, y []float64) (R, gamma float64) {
	// your code here
	return 0, 0
}
