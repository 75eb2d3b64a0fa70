package ch08

import (
	"slices"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// bug holds what a colleague has written. It has one wrong line.
type bug struct{}

// epoch returns θ after one epoch of mini-batches of size rows, taken in the given order.
func (bug) epoch(X *mat.Dense, y, start []float64, order []int, alpha float64, size int) []float64 {
	theta := slices.Clone(start)
	for from := 0; from < len(order); from += size {
		rows := order[from:min(from+size, len(order))]
		grad := make([]float64, len(theta))
		for j, i := range rows {
			r := floats.Dot(X.RawRowView(i), theta) - y[from+j]
			floats.AddScaled(grad, r/float64(len(rows)), X.RawRowView(i))
		}
		floats.AddScaled(theta, -alpha, grad)
	}
	return theta
}

// epoch is what the colleague wanted.
func epoch(X *mat.Dense, y, start []float64, order []int, alpha float64, size int) []float64 {
	theta := slices.Clone(start)
	for rows := range slices.Chunk(order, size) {
		floats.AddScaled(theta, -alpha, solution{}.batchGradient(X, y, theta, rows))
	}
	return theta
}
