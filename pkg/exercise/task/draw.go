package task

import (
	"math/rand/v2"

	"gonum.org/v1/gonum/mat"
)

// Rand returns the generator of a seed, for cases that are the same every time.
func Rand(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 1)) }

// Normals returns n numbers of mean 0 and variance 1.
func Normals(rng *rand.Rand, n int) []float64 {
	x := make([]float64, n)
	for i := range x {
		x[i] = rng.NormFloat64()
	}
	return x
}

// Matrix returns an r×c matrix of numbers of mean 0 and variance 1.
func Matrix(rng *rand.Rand, r, c int) *mat.Dense { return mat.NewDense(r, c, Normals(rng, r*c)) }

// Design returns a design matrix of n points, n×(p+1): a column of ones and p
// columns of numbers of mean 0 and variance 1.
func Design(rng *rand.Rand, n, p int) *mat.Dense {
	X := mat.NewDense(n, p+1, nil)
	for i := range n {
		X.SetRow(i, append([]float64{1}, Normals(rng, p)...))
	}
	return X
}

// Weight returns 0 in one draw of five, else a number of mean 0 and variance 1.
func Weight(rng *rand.Rand) float64 {
	if rng.IntN(5) == 0 {
		return 0
	}
	return rng.NormFloat64()
}

// Between returns a whole number of low … high, both included.
func Between(rng *rand.Rand, low, high int) int { return low + rng.IntN(high-low+1) }
