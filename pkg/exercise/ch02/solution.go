package ch02

import "gonum.org/v1/gonum/mat"

// solution holds the solutions of chapter 02.
type solution struct{}

// partials returns 1/n Σ r_i and 1/n Σ x_i r_i with r_i = θ0 + θ1·x_i − y_i.
func (solution) partials(theta0, theta1 float64, x, y []float64) (d0, d1 float64) {
	n := float64(len(x))
	for i := range x {
		r := theta0 + theta1*x[i] - y[i]
		d0 += r / n
		d1 += x[i] * r / n
	}
	return d0, d1
}

// step computes both partial derivatives at the old θ before it changes either.
func (solution) step(theta0, theta1, alpha float64, x, y []float64) (new0, new1 float64) {
	n := float64(len(x))
	d0, d1 := 0.0, 0.0
	for i := range x {
		r := theta0 + theta1*x[i] - y[i]
		d0 += r / n
		d1 += x[i] * r / n
	}
	return theta0 - alpha*d0, theta1 - alpha*d1
}

// gradient adds x_ik·r_i/n to ∂J/∂θ_k, point by point.
func (solution) gradient(X *mat.Dense, y, theta []float64) []float64 {
	n, columns := X.Dims()
	grad := make([]float64, columns)
	for i := range n {
		r := -y[i]
		for k := range columns {
			r += theta[k] * X.At(i, k)
		}
		for k := range columns {
			grad[k] += X.At(i, k) * r / float64(n)
		}
	}
	return grad
}

// descend takes the gradient anew at every step.
func (solution) descend(X *mat.Dense, y []float64, alpha float64, steps int) []float64 {
	n, columns := X.Dims()
	theta := make([]float64, columns)
	for range steps {
		var r, grad mat.VecDense
		r.MulVec(X, mat.NewVecDense(columns, theta)) // Xθ
		r.SubVec(&r, mat.NewVecDense(n, y))          // Xθ − y
		grad.MulVec(X.T(), &r)                       // Xᵀ(Xθ − y)
		for k := range theta {
			theta[k] -= alpha * grad.AtVec(k) / float64(n)
		}
	}
	return theta
}
