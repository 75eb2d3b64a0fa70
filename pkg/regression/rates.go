package regression

import "gonum.org/v1/gonum/mat"

// LearningRates returns two learning rates of gradient descent on
// J(θ) = 1/(2n) |y − Xθ|², from the Eigenvalues λ of its second derivatives
// XᵀX/n, ones column included:
//
//	best = 2/(λ_min + λ_max),  limit = 2/λ_max.
//
// A step multiplies the error along eigenvector k by 1 − αλ_k. Below limit
// every factor lies between −1 and 1 and θ converges, at limit the error
// alternates for ever, above it θ diverges. At best the largest factor is as
// small as it can be, (κ − 1)/(κ + 1) with κ = λ_max/λ_min. If X is all zeros
// both are +Inf. X is n×(p+1); the panics are those of Eigenvalues.
//
// Slide: "Learning rate". Source: Boyd, Vandenberghe, Convex
// Optimization, section 9.3.
func LearningRates(X mat.Matrix) (best, limit float64) {
	lambda := Eigenvalues(X)
	top := lambda[len(lambda)-1]
	return 2 / (lambda[0] + top), 2 / top
}
