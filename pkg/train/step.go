package train

import (
	"ann/pkg/dataset"
	"ann/pkg/nn"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// run is a training under way. Everything that a step needs is made before the
// first step, so that a step allocates nothing.
type run struct {
	Config
	net         *nn.Network
	data        Data
	batches     *dataset.Batches
	norms       []float64   // norms[l] is |∂J/∂θ^(l)| of the last step; nil unless they are recorded
	sumOfDelta  float64     // sumOfDelta is the sum of all δ of the last step; NaN or Inf if one of them is
	epoch, step int         // epoch and step are those under way, counted from 1
	best        *nn.Network // best is a copy of the network at the lowest validation loss; nil without Patience

	lastMoved []int // lastMoved[l] is the last epoch in which a gradient changed θ^(l), 0 if there was none

	// startLevel is the loss of the first step, or that of ŷ = 0 if it is larger
	// and finite. A loss above it says that training has made things worse.
	startLevel float64
	// lastLow is the last step whose loss was not above startLevel.
	lastLow position
	// start is a copy of the network at the start of the last epoch whose first
	// loss was not above startLevel; candidate is one at the start of this epoch,
	// whose first loss is not known yet.
	start, candidate *nn.Network
	// opening is the one of the two that is a copy at the start of this epoch.
	opening *nn.Network
}

// position is a step of an epoch, both counted from 1.
type position struct{ epoch, step int }

func newRun(net *nn.Network, d Data, c Config) *run {
	n, _ := d.X.Dims()
	order := c.Rand
	if !c.shuffles(n) {
		order = nil
	}
	r := &run{Config: c, net: net, data: d, lastMoved: make([]int, net.L()), batches: dataset.NewBatches(d.X, d.Y, c.batchSize(n), order)}
	if r.GradientNorms {
		r.norms = make([]float64, net.L())
	}
	_, m := d.Y.Dims()
	if r.startLevel = c.Loss.Value(nil, mat.NewDense(n, m, nil), d.Y); !dataset.Finite(r.startLevel) {
		r.startLevel = 0 // the loss is a likelihood that gives ŷ = 0 the probability 0
	}
	return r
}

// stepOnce makes one step with the batch under way and returns J and the penalty
// before it. When one of them or the gradient is not finite, θ stays as it is.
func (r *run) stepOnce() (J, penalty float64) {
	if r.Noise > 0 {
		for i := range r.batches.Rows {
			row := r.batches.X.RawRowView(i)
			for k := range row {
				row[k] += r.Noise * r.Rand.NormFloat64()
			}
		}
	}
	J = r.net.Gradients(r.Loss, r.batches.X, r.batches.Y)
	penalty = r.penalise()
	r.sumOfDelta = 0
	for l := 1; l <= r.net.L(); l++ {
		r.sumOfDelta += floats.Sum(r.net.Delta(l).RawMatrix().Data)
	}
	sum := J + penalty + r.sumOfDelta
	for l := range r.norms {
		r.norms[l] = r.net.GradientNorm(l)
		sum += r.norms[l]
	}
	if dataset.Finite(sum) { // a sum is finite only if all its terms are
		r.Optimizer.Step(r.net.Params(), r.net.Grads())
	}
	return J, penalty
}

// penalise adds the gradient of the penalty to ∂J/∂θ and returns the penalty.
func (r *run) penalise() (penalty float64) {
	if r.Penalty == nil {
		return 0
	}
	for l := range r.net.L() {
		if r.net.Penalised(l) {
			penalty += r.Penalty.Value(r.net.Theta(l))
			r.Penalty.AddGradient(r.net.Gradient(l), r.net.Theta(l))
		}
	}
	return penalty
}

// copyTo makes *to a copy of net. Only the first call allocates one.
func copyTo(to **nn.Network, net *nn.Network) {
	if *to == nil {
		*to = net.Clone()
		return
	}
	(*to).CopyFrom(net)
}
