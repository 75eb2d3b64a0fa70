package ch07

import (
	"math"

	"gonum.org/v1/gonum/mat"
)

// bug holds what a colleague has written. It has one wrong line.
type bug struct{}

// step returns both θ after a step against the gradient of J = ½ Σ (ŷ_j − y_j)².
func (bug) step(theta0, theta1 *mat.Dense, x, y []float64, alpha float64) (_, _ *mat.Dense) {
	new0, new1 := mat.DenseCopyOf(theta0), mat.DenseCopyOf(theta1)
	a0, a1, yhat := forward(theta0, theta1, x)
	delta2 := make([]float64, len(y))
	for j := range y {
		delta2[j] = (yhat[j] - y[j]) * yhat[j] * (1 - yhat[j])
		for k := range a1 {
			new1.Set(j, k, theta1.At(j, k)-alpha*delta2[j]*a1[k])
		}
	}
	for k := 1; k < len(a1); k++ {
		sum := 0.0
		for j := range y {
			sum += new1.At(j, k) * delta2[j]
		}
		delta1 := sum * (1 - a1[k]*a1[k])
		for i := range a0 {
			new0.Set(k-1, i, theta0.At(k-1, i)-alpha*delta1*a0[i])
		}
	}
	return new0, new1
}

// forward returns both activations with their bias units, and ŷ.
func forward(theta0, theta1 *mat.Dense, x []float64) (a0, a1, yhat []float64) {
	a0 = append([]float64{1}, x...)
	a1 = append([]float64{1}, through(theta0, a0, math.Tanh)...)
	return a0, a1, through(theta1, a1, sigmoid)
}

// through returns g(θ a), number by number.
func through(theta *mat.Dense, a []float64, g func(float64) float64) []float64 {
	var z mat.VecDense
	z.MulVec(theta, mat.NewVecDense(len(a), a))
	for j := range z.Len() {
		z.SetVec(j, g(z.AtVec(j)))
	}
	return z.RawVector().Data
}

func sigmoid(z float64) float64 { return 1 / (1 + math.Exp(-z)) }

// stepped is what the colleague wanted.
func stepped(theta0, theta1 *mat.Dense, x, y []float64, alpha float64) (new0, new1 *mat.Dense) {
	grad0, grad1 := solution{}.backward(theta0, theta1, x, y)
	new0, new1 = mat.DenseCopyOf(theta0), mat.DenseCopyOf(theta1)
	grad0.Scale(alpha, grad0)
	grad1.Scale(alpha, grad1)
	new0.Sub(new0, grad0)
	new1.Sub(new1, grad1)
	return new0, new1
}
