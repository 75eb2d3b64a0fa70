package ch08

import "gonum.org/v1/gonum/mat"

// stub holds what a learner finds in the cells of chapter 08.
type stub struct{}

// batchGradient returns the gradient of a mini-batch: the mean of r_i x_i over the rows i
// that rows names, r_i = (Xθ)_i − y_i. A row that is named twice counts twice. X is n×(p+1)
// and has its ones column already; rows are counted from 0, and there is at least one.
func (stub) batchGradient(X *mat.Dense, y, theta []float64, rows []int) []float64 {
	// your code here; X.RawRowView(i) is row i of X
	return nil
}

// miniBatches divides the points (x_i, y_i) into mini-batches of size points. order is the
// shuffled order of the points 0 … n−1, as rng.Perm(n) gives it: the first batch holds the
// points order[0], order[1], …, the last one what is left. xs[b] and ys[b] are the x and the
// y of batch b. size is 1 or more.
func (stub) miniBatches(x, y []float64, order []int, size int) (xs, ys [][]float64) {
	// your code here
	return nil, nil
}
