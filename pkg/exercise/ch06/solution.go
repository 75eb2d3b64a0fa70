package ch06

import (
	"math"

	"gonum.org/v1/gonum/mat"
)

// solution holds the solutions of chapter 06.
type solution struct{}

// neuron returns tanh(θ_0 + Σ θ_k x_k).
func (solution) neuron(theta, x []float64) float64 {
	z := theta[0] // θ_0 times x_0 = 1
	for k := range x {
		z += theta[k+1] * x[k]
	}
	return math.Tanh(z)
}

// hiddenLayer returns the bias unit 1 and then tanh(z_j) of each neuron, z = θ a.
func (solution) hiddenLayer(theta *mat.Dense, a []float64) []float64 {
	rows, columns := theta.Dims()
	next := []float64{1}
	for j := range rows {
		z := 0.0
		for k := range columns {
			z += theta.At(j, k) * a[k]
		}
		next = append(next, math.Tanh(z))
	}
	return next
}

// forwardPass returns ŷ = σ(θ1 [1, tanh(θ0 [1, x])]).
func (solution) forwardPass(theta0, theta1 *mat.Dense, x []float64) []float64 {
	var z1, z2 mat.VecDense
	z1.MulVec(theta0, mat.NewVecDense(len(x)+1, append([]float64{1}, x...)))
	a := []float64{1}
	for j := range z1.Len() {
		a = append(a, math.Tanh(z1.AtVec(j)))
	}
	z2.MulVec(theta1, mat.NewVecDense(len(a), a))
	yhat := make([]float64, z2.Len()) // no bias unit here
	for j := range yhat {
		yhat[j] = 1 / (1 + math.Exp(-z2.AtVec(j)))
	}
	return yhat
}

// batchLayer returns tanh([1 X] θᵀ), n×out.
func (solution) batchLayer(X, theta *mat.Dense) *mat.Dense {
	n, p := X.Dims()
	withOnes := mat.NewDense(n, p+1, nil)
	for i := range n {
		withOnes.SetRow(i, append([]float64{1}, X.RawRowView(i)...))
	}
	var A mat.Dense
	A.Mul(withOnes, theta.T())
	A.Apply(func(_, _ int, z float64) float64 { return math.Tanh(z) }, &A)
	return &A
}

// countParameters returns Σ (in+1)·out over the layers.
func (solution) countParameters(units []int) int {
	sum := 0
	for l := 1; l < len(units); l++ {
		sum += (units[l-1] + 1) * units[l] // +1: the bias unit
	}
	return sum
}

// collapse returns θ̄1 θ0 with the biases of theta1 added to its column 0.
func (solution) collapse(theta0, theta1 *mat.Dense) *mat.Dense {
	m, columns := theta1.Dims()
	var theta mat.Dense
	theta.Mul(theta1.Slice(0, m, 1, columns), theta0)
	for j := range m {
		theta.Set(j, 0, theta.At(j, 0)+theta1.At(j, 0))
	}
	return &theta
}
