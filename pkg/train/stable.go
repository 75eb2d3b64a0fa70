package train

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// learningRate returns α of the last step, NaN if the optimizer has no method
// LearningRate.
func (r *run) learningRate() float64 {
	if o, ok := r.Optimizer.(interface{ LearningRate() float64 }); ok {
		return o.LearningRate()
	}
	return math.NaN()
}

// stable returns the α above which steps grow, NaN when it is unknown. hasLimit
// reports whether the optimizer has such an α: one whose steps adapt to the
// gradient has none.
func (r *run) stable() (alpha float64, hasLimit bool) {
	o, ok := r.Optimizer.(interface {
		Stable(lambdaMax float64) float64
	})
	if !ok {
		return math.NaN(), false
	}
	if lambda := r.sharpness(); lambda > 0 {
		return o.Stable(lambda), true
	}
	return math.NaN(), true
}

// enoughRows is how many rows a diagnosis uses at most: more would take longer and
// hardly change what it finds.
const enoughRows = 500

// someRows returns all rows, or enoughRows of them.
func (r *run) someRows() (X, Y *mat.Dense) {
	if n, _ := r.data.X.Dims(); n > enoughRows {
		return spacedRows(r.data.X, enoughRows), spacedRows(r.data.Y, enoughRows)
	}
	return r.data.X, r.data.Y
}

// sharpness returns λ_max of the Hessian of J, with the penalty, at the present
// θ. Batch normalisation works as in training. Dropout would draw other units
// for every gradient, and their differences would be no curvature; so a network
// whose gradient is not the same twice is put into evaluation mode.
func (r *run) sharpness() float64 {
	X, Y := r.someRows()
	before := r.net.Clone()
	defer r.net.CopyFrom(before)
	gradient := func(grad []float64) {
		r.net.Gradients(r.Loss, X, Y)
		r.penalise()
		copy(grad, r.net.Grads())
	}
	r.net.SetTraining(true)
	once, again := make([]float64, len(r.net.Params())), make([]float64, len(r.net.Params()))
	gradient(once)
	gradient(again)
	if !slices.Equal(once, again) {
		r.net.SetTraining(false)
	}
	return curvature(gradient, r.net.Params())
}

// spacedRows returns k rows of X, evenly spaced.
func spacedRows(X *mat.Dense, k int) *mat.Dense {
	n, p := X.Dims()
	rows := mat.NewDense(k, p, nil)
	for j := range k {
		rows.SetRow(j, X.RawRowView(j*n/k))
	}
	return rows
}

// weightSize returns the root mean square of θ.
func (r *run) weightSize() float64 {
	theta := r.net.Params()
	return floats.Norm(theta, 2) / math.Sqrt(float64(len(theta)))
}
