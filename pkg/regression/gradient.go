package regression

import (
	"fmt"

	"ann/pkg/optimizer"

	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/blas/blas64"
	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// Gradient returns ∇J(θ) = 1/n Xᵀ(Xθ − y), the gradient of J = 1/(2n) |y − Xθ|²: component k is
// the mean of x_ik·r_i. X is n×(p+1) with its ones column, θ and the result have p+1
// values. It panics on other shapes and on no points.
//
// Slide: "Optimizers, Example: gradient descent".
func Gradient(X mat.Matrix, y, theta []float64) []float64 {
	grad := make([]float64, len(theta))
	problem("Gradient", X, y).Gradient(grad, theta)
	return grad
}

// Problem returns J(θ) = 1/(2n) |y − Xθ|² and its gradient for optimizer.Minimize.
// X is n×(p+1) with its ones column; it and y are kept, not copied. Neither function
// allocates; they share a workspace and must not run at the same time.
//
// It panics when X is nil, y has not n values, or there are no points; its functions when
// θ has not p+1 values.
func Problem(X mat.Matrix, y []float64) optimizer.Problem { return problem("Problem", X, y) }

func problem(caller string, X mat.Matrix, y []float64) optimizer.Problem {
	d := checkShapes(caller, X, y)
	needPoints(caller, d)
	n, q := d.Dims()
	r := blas64.Vector{N: n, Inc: 1, Data: make([]float64, n)}
	residuals := func(theta []float64) {
		if len(theta) != q {
			panic(fmt.Sprintf("regression: %s: X is %d×%d, θ has %d values (does X have its ones column?)", caller, n, q, len(theta)))
		}
		copy(r.Data, y)
		blas64.Gemv(blas.NoTrans, 1, d.RawMatrix(), blas64.Vector{N: q, Inc: 1, Data: theta}, -1, r)
	}
	return optimizer.Problem{
		J: func(theta []float64) float64 {
			residuals(theta)
			return floats.Dot(r.Data, r.Data) / (2 * float64(n))
		},
		Gradient: func(grad, theta []float64) {
			residuals(theta)
			blas64.Gemv(blas.Trans, 1/float64(n), d.RawMatrix(), r, 0, blas64.Vector{N: q, Inc: 1, Data: grad})
		},
	}
}

// Nonlinear is Problem for a hypothesis that is not linear in θ: J = 1/(2n) Σ r_i² with
// r_i = h_θ(x_i) − y_i, and by the chain rule
//
//	∂J/∂θ_k = 1/n Σ r_i ∂h_θ(x_i)/∂θ_k.
//
// For h = θ_0 + θ_1 x the derivatives of h are 1 and x, which is the slide's case. h returns
// h_θ(x) and sets dh_k = ∂h/∂θ_k; dh has the length of θ. Neither function allocates after
// its first call, and they must not run at the same time.
//
// It panics when h is nil, x and y differ in length, or there are no points.
func Nonlinear(h func(x float64, theta, dh []float64) float64, x, y []float64) optimizer.Problem {
	switch {
	case h == nil:
		panic("regression: Nonlinear: h is nil")
	case len(x) != len(y):
		panic(fmt.Sprintf("regression: Nonlinear: x has %d values, y has %d", len(x), len(y)))
	case len(x) == 0:
		panic("regression: Nonlinear: there are no points")
	}
	n := float64(len(x))
	var dh []float64
	reserve := func(theta []float64) {
		if len(dh) != len(theta) {
			dh = make([]float64, len(theta))
		}
	}
	return optimizer.Problem{
		J: func(theta []float64) float64 {
			reserve(theta)
			sum := 0.0
			for i := range x {
				r := h(x[i], theta, dh) - y[i]
				sum += r * r
			}
			return sum / (2 * n)
		},
		Gradient: func(grad, theta []float64) {
			reserve(theta)
			for k := range grad {
				grad[k] = 0
			}
			for i := range x {
				r := h(x[i], theta, dh) - y[i]
				floats.AddScaled(grad, r/n, dh)
			}
		},
	}
}
