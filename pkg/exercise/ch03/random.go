package ch03

import (
	"math/rand/v2"

	"ann/pkg/exercise/task"

	"gonum.org/v1/gonum/mat"
)

// random draws arguments for the exercises of chapter 03.
type random struct{}

// features returns n rows of p features, each with a zero and a unit of its own.
func features(rng *rand.Rand, n, p int) *mat.Dense {
	X := task.Matrix(rng, n, p)
	for k := range p {
		zero, unit := 10*rng.NormFloat64(), 0.1+5*rng.Float64()
		for i := range n {
			X.Set(i, k, zero+unit*X.At(i, k))
		}
	}
	return X
}

// rows returns training rows and others of the same p features.
func rows(rng *rand.Rand) (train, X *mat.Dense) {
	n, m, p := task.Between(rng, 2, 7), task.Between(rng, 1, 4), task.Between(rng, 1, 4)
	all := features(rng, n+m, p)
	return mat.DenseCopyOf(all.Slice(0, n, 0, p)), mat.DenseCopyOf(all.Slice(n, n+m, 0, p))
}

func (random) standardise(rng *rand.Rand) []any {
	train, X := rows(rng)
	return []any{train, X}
}

func (random) normalise(rng *rand.Rand) []any {
	train, X := rows(rng)
	lo := []float64{0, -1, 2}[rng.IntN(3)]
	return []any{train, X, lo, lo + float64(task.Between(rng, 1, 3))}
}

func (random) unscale(rng *rand.Rand) []any {
	p := task.Between(rng, 1, 5)
	theta := task.Normals(rng, p+1)
	theta[0] = task.Weight(rng)
	sigma := make([]float64, p)
	for k := range sigma {
		sigma[k] = 0.1 + 5*rng.Float64()
	}
	return []any{theta, task.Normals(rng, p), sigma}
}
