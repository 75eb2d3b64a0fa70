package ch04

import (
	"math/rand/v2"

	"ann/pkg/exercise/task"
)

// random draws arguments for the exercises of chapter 04.
type random struct{}

func (random) alphaLimit(rng *rand.Rand) []any {
	return []any{task.Design(rng, task.Between(rng, 1, 6), task.Between(rng, 0, 4))}
}

func (random) rate(rng *rand.Rand) []any {
	warm, cosine := task.Between(rng, 0, 4), task.Between(rng, 1, 9)
	return []any{rng.Float64(), task.Between(rng, 0, warm+cosine-1), warm, warm + cosine}
}

func (random) descendBy(rng *rand.Rand) []any {
	n, p := task.Between(rng, 1, 6), task.Between(rng, 0, 4)
	rates := make([]float64, task.Between(rng, 0, 6))
	for t := range rates {
		rates[t] = 0.3 * rng.Float64()
	}
	return []any{task.Design(rng, n, p), task.Normals(rng, n), task.Normals(rng, p+1), rates}
}

// convergedAt draws losses that mostly fall, by less and less, and sometimes rise or rest; tol is sometimes
// the first change itself.
func (random) convergedAt(rng *rand.Rand) []any {
	J := []float64{10 * rng.Float64()}
	for range task.Between(rng, 0, 8) {
		last := J[len(J)-1]
		switch {
		case rng.IntN(6) == 0:
			J = append(J, last)
		case rng.IntN(5) == 0:
			J = append(J, last+rng.Float64())
		default:
			J = append(J, last*rng.Float64())
		}
	}
	tol := rng.Float64()
	if len(J) > 1 && J[0] > J[1] && rng.IntN(4) == 0 {
		tol = J[0] - J[1]
	}
	return []any{J, tol}
}

func (random) twoSteps(rng *rand.Rand) []any {
	lambda1 := 0.1 + rng.Float64()
	return []any{lambda1, lambda1 * (1 + 10*rng.Float64())}
}
