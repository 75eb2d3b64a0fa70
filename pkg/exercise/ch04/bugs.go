package ch04

import (
	"slices"

	"ann/pkg/regression"

	"gonum.org/v1/gonum/mat"
)

// bug holds what a colleague has written. It has one wrong line.
type bug struct{}

// scheduled returns θ after a step with the learning rate α·s[t] for each of the factors s.
func (bug) scheduled(X *mat.Dense, y, start []float64, alpha float64, s []float64) []float64 {
	theta := slices.Clone(start)
	for t := range s {
		alpha *= s[t]
		grad := regression.Gradient(X, y, theta)
		for k := range theta {
			theta[k] -= alpha * grad[k]
		}
	}
	return theta
}

// scheduled is what the colleague wanted.
func scheduled(X *mat.Dense, y, start []float64, alpha float64, s []float64) []float64 {
	rates := slices.Clone(s)
	for t := range rates {
		rates[t] *= alpha
	}
	return solution{}.descendBy(X, y, start, rates)
}
