package ch04

import (
	"math"

	"gonum.org/v1/gonum/mat"
)

// solution holds the solutions of chapter 04.
type solution struct{}

// alphaLimit is 2/λ_max of XᵀX/n.
func (solution) alphaLimit(X *mat.Dense) float64 {
	n, _ := X.Dims()
	var H mat.SymDense
	H.SymOuterK(1/float64(n), X.T()) // XᵀX/n
	var eigen mat.EigenSym
	if !eigen.Factorize(&H, false) {
		panic("no eigenvalues")
	}
	lambda := eigen.Values(nil) // rising
	return 2 / lambda[len(lambda)-1]
}

// rate counts the steps of the cosine from the end of the warm-up.
func (solution) rate(alpha float64, t, warm, total int) float64 {
	if t < warm {
		return alpha * float64(t+1) / float64(warm)
	}
	part := float64(t-warm) / float64(total-warm)
	return alpha * (1 + math.Cos(math.Pi*part)) / 2
}

// descendBy takes the gradient anew at every step, and a rate of its own.
func (solution) descendBy(X *mat.Dense, y, start, rates []float64) []float64 {
	n, _ := X.Dims()
	theta := append([]float64{}, start...) // a copy
	for _, alpha := range rates {
		var r, grad mat.VecDense
		r.MulVec(X, mat.NewVecDense(len(theta), theta)) // Xθ
		r.SubVec(&r, mat.NewVecDense(n, y))             // Xθ − y
		grad.MulVec(X.T(), &r)                          // Xᵀ(Xθ − y)
		for k := range theta {
			theta[k] -= alpha * grad.AtVec(k) / float64(n)
		}
	}
	return theta
}

// convergedAt wants the decrease between 0 and tol.
func (solution) convergedAt(J []float64, tol float64) int {
	for t := 1; t < len(J); t++ {
		decrease := J[t-1] - J[t]
		if decrease >= 0 && decrease < tol {
			return t
		}
	}
	return -1
}

// twoSteps makes the factor 1 − αλ of each direction 0 in one of the steps.
func (solution) twoSteps(lambda1, lambda2 float64) (first, second float64) {
	return 1 / lambda2, 1 / lambda1
}
