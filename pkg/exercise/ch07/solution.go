package ch07

import (
	"math"

	"gonum.org/v1/gonum/mat"
)

// solution holds the solutions of chapter 07.
type solution struct{}

// lastDelta returns (ŷ − y) ⊙ σ′(z), with σ′ = σ(1 − σ).
func (solution) lastDelta(z, y []float64) []float64 {
	delta := make([]float64, len(z))
	for j := range z {
		yhat := 1 / (1 + math.Exp(-z[j]))
		delta[j] = (yhat - y[j]) * yhat * (1 - yhat)
	}
	return delta
}

// outer returns δ aᵀ.
func (solution) outer(delta, a []float64) *mat.Dense {
	grad := mat.NewDense(len(delta), len(a), nil)
	for j := range delta {
		for k := range a {
			grad.Set(j, k, delta[j]*a[k])
		}
	}
	return grad
}

// deltaBelow returns (θ̄ᵀ δ) ⊙ (1 − a²): column 0 of θ, the biases, leads to no neuron.
func (solution) deltaBelow(theta *mat.Dense, delta, a []float64) []float64 {
	below := make([]float64, len(a)-1)
	for k := range below {
		sum := 0.0
		for j := range delta {
			sum += theta.At(j, k+1) * delta[j]
		}
		below[k] = sum * (1 - a[k+1]*a[k+1])
	}
	return below
}

// backward is a forward pass, δ at the output, δ one layer back, and two outer products.
func (solution) backward(theta0, theta1 *mat.Dense, x, y []float64) (grad0, grad1 *mat.Dense) {
	hidden, inputs := theta0.Dims()
	outputs, units := theta1.Dims()
	a0 := append([]float64{1}, x...)
	a1 := []float64{1}
	for k := range hidden {
		z := 0.0
		for i := range inputs {
			z += theta0.At(k, i) * a0[i]
		}
		a1 = append(a1, math.Tanh(z))
	}
	delta2 := make([]float64, outputs)
	grad1 = mat.NewDense(outputs, units, nil)
	for j := range outputs {
		z := 0.0
		for k := range units {
			z += theta1.At(j, k) * a1[k]
		}
		yhat := 1 / (1 + math.Exp(-z))
		delta2[j] = (yhat - y[j]) * yhat * (1 - yhat)
		for k := range units {
			grad1.Set(j, k, delta2[j]*a1[k])
		}
	}
	grad0 = mat.NewDense(hidden, inputs, nil)
	for k := range hidden {
		sum := 0.0
		for j := range outputs {
			sum += theta1.At(j, k+1) * delta2[j]
		}
		delta1 := sum * (1 - a1[k+1]*a1[k+1])
		for i := range inputs {
			grad0.Set(k, i, delta1*a0[i])
		}
	}
	return grad0, grad1
}
