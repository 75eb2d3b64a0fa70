package ch07

import (
	"math/rand/v2"

	"ann/pkg/exercise/task"

	"gonum.org/v1/gonum/mat"
)

// random draws arguments for the exercises of chapter 07.
type random struct{}

// activations returns 1 and then n numbers between −1 and 1, now and then exactly 0.
func activations(rng *rand.Rand, n int) []float64 {
	a := []float64{1}
	for range n {
		a = append(a, task.Weight(rng)/(1+rng.Float64()*4))
	}
	for k, v := range a {
		a[k] = max(-1, min(1, v))
	}
	return a
}

// weights returns an out×(in+1) matrix θ, whose column of biases is now and then 0.
func weights(rng *rand.Rand, out, in int) *mat.Dense {
	theta := task.Matrix(rng, out, in+1)
	if rng.IntN(5) == 0 {
		theta.SetCol(0, make([]float64, out))
	}
	return theta
}

// targets returns m numbers that are 0 or 1.
func targets(rng *rand.Rand, m int) []float64 {
	y := make([]float64, m)
	for j := range y {
		y[j] = float64(rng.IntN(2))
	}
	return y
}

func (random) lastDelta(rng *rand.Rand) []any {
	m := task.Between(rng, 1, 5)
	z := task.Normals(rng, m)
	z[0] = task.Weight(rng)
	return []any{z, targets(rng, m)}
}

func (random) outer(rng *rand.Rand) []any {
	return []any{task.Normals(rng, task.Between(rng, 1, 5)), activations(rng, task.Between(rng, 1, 5))}
}

func (random) deltaBelow(rng *rand.Rand) []any {
	in, out := task.Between(rng, 1, 5), task.Between(rng, 1, 4)
	return []any{weights(rng, out, in), task.Normals(rng, out), activations(rng, in)}
}

func (random) backward(rng *rand.Rand) []any {
	in, hidden, out := task.Between(rng, 1, 4), task.Between(rng, 1, 4), task.Between(rng, 1, 3)
	return []any{weights(rng, hidden, in), weights(rng, out, hidden), task.Normals(rng, in), targets(rng, out)}
}

func (random) step(rng *rand.Rand) []any { return append(random{}.backward(rng), 0.5) }
