package ch08

import (
	"math/rand/v2"

	"ann/pkg/exercise/task"
)

// random draws arguments for the exercises of chapter 08.
type random struct{}

// batchGradient draws rows with replacement, as many as there are, fewer or more.
func (random) batchGradient(rng *rand.Rand) []any {
	n, p := task.Between(rng, 1, 6), task.Between(rng, 0, 3)
	rows := make([]int, task.Between(rng, 1, 8))
	for j := range rows {
		rows[j] = rng.IntN(n)
	}
	return []any{task.Design(rng, n, p), task.Normals(rng, n), task.Normals(rng, p+1), rows}
}

func (random) miniBatches(rng *rand.Rand) []any {
	n := task.Between(rng, 1, 9)
	return []any{task.Normals(rng, n), task.Normals(rng, n), rng.Perm(n), task.Between(rng, 1, 10)}
}

func (random) epoch(rng *rand.Rand) []any {
	n, p := task.Between(rng, 3, 8), task.Between(rng, 0, 2)
	return []any{task.Design(rng, n, p), task.Normals(rng, n), task.Normals(rng, p+1), rng.Perm(n), 0.2, task.Between(rng, 1, 4)}
}
