package train

import (
	"math"
	"slices"

	"ann/pkg/optimizer"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// learningRate returns α of the step before, and c such that steps on a
// quadratic J grow for α > c/λ_max: 2 for gradient descent, 2(1+β) for
// momentum, 2(1+β)/(1+2β) for Nesterov. c is 0 for an optimizer that adapts
// its step to the gradient, and α is NaN for one from elsewhere.
func (r *run) learningRate() (alpha, c float64) {
	switch o := r.Optimizer.(type) {
	case *optimizer.GD:
		c = 2
	case *optimizer.Momentum:
		c = 2 * (1 + o.Beta)
	case *optimizer.Nesterov:
		c = 2 * (1 + o.Beta) / (1 + 2*o.Beta)
	case *optimizer.AdaGrad:
		return o.Alpha, 0
	case *optimizer.RMSProp:
		return o.Alpha, 0
	case *optimizer.Adam:
		return o.Alpha, 0
	case *optimizer.AdamW:
		return o.Alpha, 0
	default:
		return math.NaN(), 0
	}
	rates := make([]float64, len(r.net.Params()))
	r.Optimizer.Rates(rates) // α times the schedule, the same for all
	return rates[0], c
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
	var before state
	before.save(r.net)
	defer before.restore(r.net)
	gradient := func(grad []float64) {
		r.net.Gradients(r.Loss, X, Y)
		r.penalise()
		copy(grad, r.net.Grads())
	}
	r.net.SetTraining(true)
	once, again := make([]float64, len(before.theta)), make([]float64, len(before.theta))
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
