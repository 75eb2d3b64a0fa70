package ch05

import (
	"slices"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// bug holds what a colleague has written. It has one wrong line.
type bug struct{}

// rosenblatt goes once through the rows of X and returns θ and the mistakes made.
func (bug) rosenblatt(X *mat.Dense, y, start []float64) (theta []float64, mistakes int) {
	theta = slices.Clone(start)
	for i := range y {
		x := X.RawRowView(i)
		z := floats.Dot(theta, x)
		if y[i]*z < 0 {
			floats.AddScaled(theta, y[i], x)
			mistakes++
		}
	}
	return theta, mistakes
}
