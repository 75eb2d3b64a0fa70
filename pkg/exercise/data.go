package exercise

import (
	"math/rand/v2"

	"gonum.org/v1/gonum/mat"
)

// normals returns n numbers of mean 0 and variance 1, always the same for a seed.
func normals(n int, seed uint64) []float64 {
	rng := rand.New(rand.NewPCG(seed, 1))
	x := make([]float64, n)
	for i := range x {
		x[i] = rng.NormFloat64()
	}
	return x
}

// features returns a column of ones and p columns of normal numbers.
func features(n, p int, seed uint64) *mat.Dense {
	X := mat.NewDense(n, p+1, nil)
	for i, x := range normals(n*p, seed) {
		X.Set(i/p, 1+i%p, x)
	}
	for i := range n {
		X.Set(i, 0, 1)
	}
	return X
}
