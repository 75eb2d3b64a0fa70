package train

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// learningRate returns α of the step before, NaN if the optimizer does not tell.
func (r *run) learningRate() float64 {
	if o, ok := r.Optimizer.(interface{ LearningRate() float64 }); ok {
		return o.LearningRate()
	}
	return math.NaN()
}

// stable returns the α above which steps grow, NaN when it is unknown.
// isFixed reports whether the optimizer has such a limit: a step that adapts to
// the gradient has none.
func (r *run) stable() (alpha float64, isFixed bool) {
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

// enough rows tell the curvature of J.
const enough = 500

// sharpness returns λ_max of the Hessian of J, with the penalty, at the θ of
// now. Batch normalisation works as in training; with dropout, which would
// draw other units for every gradient, the evaluation mode has to do.
func (r *run) sharpness() float64 {
	X, Y := r.data.X, r.data.Y
	if n, _ := X.Dims(); n > enough {
		X, Y = everyFew(X, enough), everyFew(Y, enough)
	}
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

// everyFew returns k rows of X, evenly spaced.
func everyFew(X *mat.Dense, k int) *mat.Dense {
	n, p := X.Dims()
	some := mat.NewDense(k, p, nil)
	for j := range k {
		some.SetRow(j, X.RawRowView(j*n/k))
	}
	return some
}

// weightSize returns the root mean square of θ.
func (r *run) weightSize() float64 {
	theta := r.net.Params()
	return floats.Norm(theta, 2) / math.Sqrt(float64(len(theta)))
}
