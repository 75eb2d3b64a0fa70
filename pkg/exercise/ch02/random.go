package ch02

import (
	"math/rand/v2"

	"ann/pkg/exercise/task"
)

// random draws arguments for the exercises of chapter 02.
type random struct{}

func (random) partials(rng *rand.Rand) []any {
	n := task.Between(rng, 1, 9)
	return []any{task.Weight(rng), task.Weight(rng), task.Normals(rng, n), task.Normals(rng, n)}
}

func (random) step(rng *rand.Rand) []any {
	n := task.Between(rng, 1, 9)
	return []any{task.Weight(rng), task.Weight(rng), 0.5 * rng.Float64(), task.Normals(rng, n), task.Normals(rng, n)}
}

func (random) gradient(rng *rand.Rand) []any {
	n, p := task.Between(rng, 1, 6), task.Between(rng, 0, 4)
	theta := task.Normals(rng, p+1)
	theta[0] = task.Weight(rng)
	return []any{task.Design(rng, n, p), task.Normals(rng, n), theta}
}

func (random) descend(rng *rand.Rand) []any {
	n, p := task.Between(rng, 1, 6), task.Between(rng, 0, 4)
	return []any{task.Design(rng, n, p), task.Normals(rng, n), 0.3 * rng.Float64(), task.Between(rng, 0, 9)}
}
