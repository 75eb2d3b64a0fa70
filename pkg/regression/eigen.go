package regression

import (
	"fmt"

	"gonum.org/v1/gonum/mat"
)

// Eigenvalues returns the eigenvalues of XᵀX/n, the second derivatives of J, in
// rising order: λ_min first, λ_max last. They are the squares of X's singular values,
// divided by n, and are found that way, so that a small λ keeps its digits.
// λ_max/λ_min is the condition number of J, the square of X's own.
//
// X is n×(p+1) with its ones column. It panics when X is nil, has no points or a value
// that is not finite.
func Eigenvalues(X mat.Matrix) []float64 {
	lambda, _ := eigen("Eigenvalues", X, mat.SVDNone)
	return lambda
}

// Directions returns the [Eigenvalues] λ of XᵀX/n and its eigenvectors, column k of V for
// λ[k], each of length 1 and with its largest entry positive. Along them J falls apart: with c = Vᵀ(θ − θ*),
// θ* being a minimum,
//
//	J(θ) = J(θ*) + ½ Σ λ_k c_k²,
//
// and a step of gradient descent makes (1 − αλ_k) c_k of c_k, whatever the others do. V is
// (p+1)×(p+1). Directions of equal λ are any that are at right angles. The panics are those of Eigenvalues.
//
// Source: Boyd, Vandenberghe, Convex Optimization, section 9.3; Goh, "Why momentum
// really works", Distill 2017.
func Directions(X mat.Matrix) (lambda []float64, V *mat.Dense) {
	lambda, svd := eigen("Directions", X, mat.SVDFullV)
	q := len(lambda)
	var falling mat.Dense // the columns in the order of the singular values
	svd.VTo(&falling)
	V = mat.NewDense(q, q, nil)
	for k := range q {
		v, largest := mat.Col(nil, q-1-k, &falling), 0.0
		for _, e := range v {
			if e*e > largest*largest {
				largest = e
			}
		}
		for j, e := range v {
			if largest < 0 {
				e = -e
			}
			V.Set(j, k, e)
		}
	}
	return lambda, V
}

// eigen returns the eigenvalues of XᵀX/n in rising order, and the singular values of X with those of
// their vectors that kind asks for.
func eigen(caller string, X mat.Matrix, kind mat.SVDKind) ([]float64, *mat.SVD) {
	d := dense(caller, X)
	needPoints(caller, d)
	n, q := d.Dims()
	if err := checkFinite(d, nil); err != nil {
		panic(fmt.Sprintf("regression: %s: %v", caller, err))
	}
	var svd mat.SVD
	if !svd.Factorize(d, kind) {
		panic("regression: " + caller + ": the singular values of X do not converge")
	}
	lambda := make([]float64, q) // n < q: the first are 0
	for k, s := range svd.Values(nil) {
		lambda[q-1-k] = s * s / float64(n)
	}
	return lambda, &svd
}
