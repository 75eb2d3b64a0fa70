package ch01

import (
	"math"
	"math/rand/v2"

	"ann/pkg/exercise/task"

	"gonum.org/v1/gonum/mat"
)

// random draws arguments for the exercises of chapter 01.
type random struct{}

func (random) cost(rng *rand.Rand) []any {
	n := task.Between(rng, 1, 9)
	return []any{task.Weight(rng), task.Weight(rng), task.Normals(rng, n), task.Normals(rng, n)}
}

func (random) design(rng *rand.Rand) []any {
	return []any{task.Normals(rng, task.Between(rng, 1, 6)), task.Between(rng, 0, 5)}
}

// normalEquation has at least as many points as columns, else there is more
// than one θ.
func (random) normalEquation(rng *rand.Rand) []any {
	p := task.Between(rng, 0, 3)
	n := p + 1 + task.Between(rng, 0, 6)
	return []any{task.Design(rng, n, p), task.Normals(rng, n)}
}

func (random) sigma2(rng *rand.Rand) []any {
	p := task.Between(rng, 0, 4)
	return []any{task.Normals(rng, p+1+task.Between(rng, 1, 8)), p}
}

// ridge has λ = 0 now and then, and then at least as many points as columns.
func (random) ridge(rng *rand.Rand) []any {
	lambda, p := math.Abs(task.Weight(rng)), task.Between(rng, 1, 3)
	n := task.Between(rng, 1, 9)
	if lambda == 0 {
		n += p
	}
	return []any{task.Design(rng, n, p), task.Normals(rng, n), lambda}
}

// isWide is an edge of ridge.
func isWide(a []any) bool {
	n, columns := a[0].(*mat.Dense).Dims()
	return n < columns
}

// emittance has AC > B²/4, as a parabola that stays above 0.
func (random) emittance(rng *rand.Rand) []any {
	A, B := 0.1+rng.Float64(), task.Weight(rng)
	C := (B*B/4 + 0.1 + rng.Float64()) / A
	return []any{A, B, C, 0.2 + 3*rng.Float64()}
}
