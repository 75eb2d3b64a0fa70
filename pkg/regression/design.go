package regression

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/mat"
)

// Polynomial returns the basis functions φ_k(x) = x^k, k = 1 … p. The power
// x^0 = 1 is not among them: it is the ones column, which Design adds, so
// degree p makes p+1 columns. It panics when p is negative.
//
// Slide: "Univariate linear regression, Multiple (several features)".
func Polynomial(p int) []func(float64) float64 {
	if p < 0 {
		panic(fmt.Sprintf("regression: Polynomial: degree is %d, want 0 or more", p))
	}
	phi := make([]func(float64) float64, p)
	for k := range phi {
		phi[k] = func(x float64) float64 { return math.Pow(x, float64(k+1)) }
	}
	return phi
}

// GaussianRBF returns the radial basis functions
//
//	φ_k(x) = exp(−(x − c_k)² / (2 width²)),
//
// bumps of height 1 about the given centers; width, in the unit of x, is their
// standard deviation. It panics unless width is positive.
func GaussianRBF(centers []float64, width float64) []func(float64) float64 {
	if !(width > 0) {
		panic(fmt.Sprintf("regression: GaussianRBF: width is %g, want more than 0", width))
	}
	phi := make([]func(float64) float64, len(centers))
	for k, c := range centers {
		phi[k] = func(x float64) float64 {
			z := (x - c) / width
			return math.Exp(-z * z / 2)
		}
	}
	return phi
}

// Design returns the design matrix of one feature x and p basis functions,
// n×(p+1), with x_i0 = 1 and x_ik = φ_k(x_i). No points give the empty matrix.
// It panics when a φ_k is nil.
func Design(x []float64, phi []func(float64) float64) *mat.Dense {
	for k := range phi {
		if phi[k] == nil {
			panic(fmt.Sprintf("regression: Design: φ_%d is nil", k+1))
		}
	}
	if len(x) == 0 {
		return &mat.Dense{}
	}
	X := mat.NewDense(len(x), len(phi)+1, nil)
	for i := range x {
		row := X.RawRowView(i)
		row[0] = 1
		for k := range phi {
			row[k+1] = phi[k](x[i])
		}
	}
	return X
}

// WithOnes returns the features X, n×p, with the ones column x_i0 = 1 put
// before them: the design matrix n×(p+1), a new matrix. An empty X gives the
// empty matrix. It panics when X is nil.
func WithOnes(X mat.Matrix) *mat.Dense {
	d := dense("WithOnes", X)
	n, p := d.Dims()
	if n == 0 {
		return &mat.Dense{}
	}
	D := mat.NewDense(n, p+1, nil)
	for i := range n {
		row := D.RawRowView(i)
		row[0] = 1
		copy(row[1:], d.RawRowView(i))
	}
	return D
}
