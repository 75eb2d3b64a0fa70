package ch08

import "gonum.org/v1/gonum/mat"

// solution holds the solutions of chapter 08.
type solution struct{}

// batchGradient adds up r_i x_i and divides by the number of rows in the batch.
func (solution) batchGradient(X *mat.Dense, y, theta []float64, rows []int) []float64 {
	grad := make([]float64, len(theta))
	for _, i := range rows {
		x := X.RawRowView(i)
		r := -y[i]
		for k := range theta {
			r += theta[k] * x[k]
		}
		for k := range grad {
			grad[k] += r * x[k] / float64(len(rows))
		}
	}
	return grad
}

// miniBatches takes size points of the order at a time, x and y of a point together.
func (solution) miniBatches(x, y []float64, order []int, size int) (xs, ys [][]float64) {
	for from := 0; from < len(order); from += size {
		rows := order[from:min(from+size, len(order))] // the last batch is what is left
		var xb, yb []float64
		for _, i := range rows {
			xb = append(xb, x[i])
			yb = append(yb, y[i])
		}
		xs = append(xs, xb)
		ys = append(ys, yb)
	}
	return xs, ys
}
