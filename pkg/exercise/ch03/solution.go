package ch03

import (
	"math"

	"gonum.org/v1/gonum/mat"
)

// solution holds the solutions of chapter 03.
type solution struct{}

// standardise takes μ and σ from train and uses them on X.
func (solution) standardise(train, X *mat.Dense) *mat.Dense {
	n, p := train.Dims()
	m, _ := X.Dims()
	Z := mat.NewDense(m, p, nil)
	for k := range p {
		mean, variance := 0.0, 0.0
		for i := range n {
			mean += train.At(i, k) / float64(n)
		}
		for i := range n {
			d := train.At(i, k) - mean
			variance += d * d / float64(n)
		}
		for i := range m {
			Z.Set(i, k, (X.At(i, k)-mean)/math.Sqrt(variance))
		}
	}
	return Z
}

// normalise takes the smallest and the largest value from train and uses them on X.
func (solution) normalise(train, X *mat.Dense, lo, hi float64) *mat.Dense {
	n, p := train.Dims()
	m, _ := X.Dims()
	Z := mat.NewDense(m, p, nil)
	for k := range p {
		least, most := train.At(0, k), train.At(0, k)
		for i := range n {
			least, most = min(least, train.At(i, k)), max(most, train.At(i, k))
		}
		for i := range m {
			Z.Set(i, k, lo+(hi-lo)*(X.At(i, k)-least)/(most-least))
		}
	}
	return Z
}

// unscale puts z_k = (x_k − μ_k)/σ_k into h and sorts: what multiplies x_k is its weight,
// the rest is the bias.
func (solution) unscale(theta, mean, sigma []float64) []float64 {
	physical := make([]float64, len(theta))
	physical[0] = theta[0]
	for k := range mean {
		physical[k+1] = theta[k+1] / sigma[k]
		physical[0] -= theta[k+1] * mean[k] / sigma[k]
	}
	return physical
}
