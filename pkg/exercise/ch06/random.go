package ch06

import (
	"math/rand/v2"

	"ann/pkg/exercise/task"

	"gonum.org/v1/gonum/mat"
)

// random draws arguments for the exercises of chapter 06.
type random struct{}

// weights returns an out×(in+1) matrix θ, whose column of biases is now and then 0.
func weights(rng *rand.Rand, out, in int) *mat.Dense {
	theta := task.Matrix(rng, out, in+1)
	if rng.IntN(5) == 0 {
		theta.SetCol(0, make([]float64, out))
	}
	return theta
}

func (random) neuron(rng *rand.Rand) []any {
	p := task.Between(rng, 1, 6)
	theta := task.Normals(rng, p+1)
	theta[0] = task.Weight(rng)
	return []any{theta, task.Normals(rng, p)}
}

func (random) hiddenLayer(rng *rand.Rand) []any {
	in := task.Between(rng, 1, 4)
	a := append([]float64{1}, task.Normals(rng, in)...)
	return []any{weights(rng, task.Between(rng, 1, 5), in), a}
}

func (random) forwardPass(rng *rand.Rand) []any {
	in, hidden, out := task.Between(rng, 1, 4), task.Between(rng, 1, 5), task.Between(rng, 1, 3)
	return []any{weights(rng, hidden, in), weights(rng, out, hidden), task.Normals(rng, in)}
}

func (random) batchLayer(rng *rand.Rand) []any {
	n, in, out := task.Between(rng, 1, 5), task.Between(rng, 1, 4), task.Between(rng, 1, 5)
	return []any{task.Matrix(rng, n, in), weights(rng, out, in)}
}

func (random) countParameters(rng *rand.Rand) []any {
	units := make([]int, task.Between(rng, 2, 5))
	for l := range units {
		units[l] = task.Between(rng, 1, 9)
	}
	return []any{units}
}

func (random) collapse(rng *rand.Rand) []any {
	in, hidden, out := task.Between(rng, 1, 4), task.Between(rng, 1, 4), task.Between(rng, 1, 4)
	return []any{weights(rng, hidden, in), weights(rng, out, hidden)}
}
