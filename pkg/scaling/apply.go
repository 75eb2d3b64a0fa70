package scaling

import (
	"fmt"

	"gonum.org/v1/gonum/mat"
)

// apply returns the matrix of f(x_ik, k) for the caller, who wants p columns.
func apply(caller string, X mat.Matrix, p int, f func(v float64, k int) float64) *mat.Dense {
	n, columns := dims(caller, X)
	if n == 0 {
		return &mat.Dense{}
	}
	if columns != p {
		panic(fmt.Sprintf("scaling: %s: X is %d×%d, want %d columns (the ones column is added after scaling)", caller, n, columns, p))
	}
	Z := mat.NewDense(n, p, nil)
	Z.Apply(func(_, k int, v float64) float64 { return f(v, k) }, X)
	return Z
}

// unscale returns the θ of the features x_k that belongs to the θ of the scaled
// ones, z_k = factor_k x_k + offset_k.
func unscale(theta []float64, p int, scale func(k int) (factor, offset float64)) []float64 {
	if len(theta) != p+1 {
		panic(fmt.Sprintf("scaling: Unscale: θ has %d values, want %d: the bias and one for each of %d columns", len(theta), p+1, p))
	}
	out := make([]float64, p+1)
	out[0] = theta[0]
	for k, v := range theta[1:] {
		factor, offset := scale(k)
		out[k+1] = v * factor
		out[0] += v * offset
	}
	return out
}

// dims returns the shape of X, which must not be nil.
func dims(caller string, X mat.Matrix) (n, p int) {
	if d, ok := X.(*mat.Dense); X == nil || (ok && d == nil) {
		panic("scaling: " + caller + ": X is nil")
	}
	return X.Dims()
}
