package train

import (
	"math"
	"math/rand/v2"

	"ann/pkg/dataset"

	"gonum.org/v1/gonum/floats"
)

// curvature returns λ_max, the largest eigenvalue of the Hessian H of J at
// theta, by power iteration: v := Hv/|Hv| converges to the eigenvector whose
// eigenvalue is largest in size, and vᵀHv to that eigenvalue. H itself is never
// formed; a product with it is a difference of two gradients,
//
//	Hv ≈ (∇J(θ + hv) − ∇J(θ − hv)) / 2h.
//
// When the eigenvalue found is negative it is the smallest, and a second
// iteration, on H − λI, finds the largest. The result is NaN when a gradient is
// not finite. theta is changed meanwhile and restored.
//
// Source: Pearlmutter, "Fast exact multiplication by the Hessian", Neural
// Computation 6 (1994) 147, which also gives this difference.
func curvature(gradient func(grad []float64), theta []float64) float64 {
	lambda := powerIteration(gradient, theta, 0)
	if lambda < 0 {
		lambda += powerIteration(gradient, theta, lambda)
	}
	return lambda
}

// powerIteration returns the eigenvalue of H − shift·I that is largest in size.
func powerIteration(gradient func(grad []float64), theta []float64, shift float64) float64 {
	n := len(theta)
	at, v := append([]float64(nil), theta...), make([]float64, n)
	up, down := make([]float64, n), make([]float64, n)
	rng := rand.New(rand.NewPCG(1994, 147))
	for j := range v {
		v[j] = rng.NormFloat64()
	}
	floats.Scale(1/floats.Norm(v, 2), v)
	h := 1e-5 * max(1, floats.Norm(at, 2)/math.Sqrt(float64(n)))
	lambda := math.NaN()
	for range 50 {
		floats.AddScaledTo(theta, at, h, v)
		gradient(up)
		floats.AddScaledTo(theta, at, -h, v)
		gradient(down)
		floats.Sub(up, down)
		floats.Scale(1/(2*h), up)
		floats.AddScaled(up, -shift, v)
		old := lambda
		lambda = floats.Dot(v, up)
		size := floats.Norm(up, 2)
		if size == 0 || !dataset.Finite(size) || math.Abs(lambda-old) < 1e-3*math.Abs(lambda) {
			break
		}
		floats.ScaleTo(v, 1/size, up)
	}
	copy(theta, at)
	return lambda
}
