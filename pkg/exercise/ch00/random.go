package ch00

import (
	"math/rand/v2"

	"ann/pkg/exercise/task"
)

// random draws arguments for the exercises of chapter 00.
type random struct{}

func (random) mean(rng *rand.Rand) []any {
	return []any{task.Normals(rng, task.Between(rng, 1, 9))}
}
