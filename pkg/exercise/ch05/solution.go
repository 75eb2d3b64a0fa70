package ch05

import (
	"math"

	"gonum.org/v1/gonum/mat"
)

// solution holds the solutions of chapter 05.
type solution struct{}

// onePass changes θ at once when a row is on the wrong side, and uses it for the next row.
func (solution) onePass(X *mat.Dense, y, start []float64) (theta []float64, mistakes int) {
	theta = append([]float64{}, start...) // a copy
	for i := range y {
		z := 0.0
		for k := range theta {
			z += theta[k] * X.At(i, k)
		}
		if y[i]*z <= 0 { // wrong side, or on the boundary
			for k := range theta {
				theta[k] += y[i] * X.At(i, k)
			}
			mistakes++
		}
	}
	return theta, mistakes
}

// margin looks for the longest row and for the one nearest to the boundary.
func (solution) margin(theta []float64, X *mat.Dense, y []float64) (R, gamma float64) {
	size := 0.0
	for _, t := range theta {
		size += t * t
	}
	gamma = math.Inf(1)
	for i := range y {
		z, square := 0.0, 0.0
		for k := range theta {
			z += theta[k] * X.At(i, k)
			square += X.At(i, k) * X.At(i, k)
		}
		R = max(R, math.Sqrt(square))
		gamma = min(gamma, y[i]*z/math.Sqrt(size))
	}
	return R, gamma
}
