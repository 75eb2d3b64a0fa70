package ch01

import (
	"math"

	"gonum.org/v1/gonum/mat"
)

// solution holds the solutions of chapter 01.
type solution struct{}

// cost returns J(θ0, θ1) = 1/(2n) Σ (h − y_i)².
func (solution) cost(theta0, theta1 float64, x, y []float64) float64 {
	sum := 0.0
	for i := range x {
		r := theta0 + theta1*x[i] - y[i]
		sum += r * r
	}
	return sum / (2 * float64(len(x)))
}

// design returns the n×(p+1) matrix with the columns x^0, x^1, … x^p.
func (solution) design(x []float64, p int) *mat.Dense {
	X := mat.NewDense(len(x), p+1, nil)
	for i := range x {
		power := 1.0
		for k := 0; k <= p; k++ {
			X.Set(i, k, power)
			power *= x[i]
		}
	}
	return X
}

// normalEquation returns the θ that solves XᵀX θ = Xᵀy.
func (solution) normalEquation(X *mat.Dense, y []float64) []float64 {
	var XtX mat.Dense
	XtX.Mul(X.T(), X)
	var Xty, theta mat.VecDense
	Xty.MulVec(X.T(), mat.NewVecDense(len(y), y))
	if err := theta.SolveVec(&XtX, &Xty); err != nil {
		panic(err) // the columns of X are not independent
	}
	return theta.RawVector().Data
}

// sigma2 returns Σr²/(n−p−1).
func (solution) sigma2(r []float64, p int) float64 {
	sum := 0.0
	for _, ri := range r {
		sum += ri * ri
	}
	return sum / float64(len(r)-p-1)
}

// ridge returns the θ that solves (XᵀX + nλĪ) θ = Xᵀy, where Ī is the identity
// with 0 in place of its first 1.
func (solution) ridge(X *mat.Dense, y []float64, lambda float64) []float64 {
	n, columns := X.Dims()
	var A mat.Dense
	A.Mul(X.T(), X)
	for k := 1; k < columns; k++ { // from 1: the bias is not penalised
		A.Set(k, k, A.At(k, k)+float64(n)*lambda)
	}
	var b, theta mat.VecDense
	b.MulVec(X.T(), mat.NewVecDense(n, y))
	if err := theta.SolveVec(&A, &b); err != nil {
		panic(err)
	}
	return theta.RawVector().Data
}

// emittance returns ε = √(AC − B²/4)/L² in m·rad.
func (solution) emittance(A, B, C, L float64) float64 {
	return math.Sqrt(A*C-B*B/4) / (L * L)
}
