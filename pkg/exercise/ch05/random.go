package ch05

import (
	"math/rand/v2"

	"ann/pkg/exercise/task"
)

// random draws arguments for the exercises of chapter 05.
type random struct{}

// signs returns n labels, +1 or −1.
func signs(rng *rand.Rand, n int) []float64 {
	y := make([]float64, n)
	for i := range y {
		y[i] = float64(2*rng.IntN(2) - 1)
	}
	return y
}

// onePass draws a start of 0 now and then, where the first row lies on the boundary.
func (random) onePass(rng *rand.Rand) []any {
	n, p := task.Between(rng, 1, 8), task.Between(rng, 1, 3)
	start := task.Normals(rng, p+1)
	if rng.IntN(3) == 0 {
		clear(start)
	}
	return []any{task.Design(rng, n, p), signs(rng, n), start}
}

func (random) margin(rng *rand.Rand) []any {
	n, p := task.Between(rng, 1, 8), task.Between(rng, 1, 3)
	return []any{task.Normals(rng, p+1), task.Design(rng, n, p), signs(rng, n)}
}
