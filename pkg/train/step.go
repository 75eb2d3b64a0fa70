package train

import (
	"ann/pkg/dataset"
	"ann/pkg/nn"

	"gonum.org/v1/gonum/mat"
)

// run is a training under way. Everything a step needs is made before the
// first, so that a step allocates nothing.
type run struct {
	Config
	net           *nn.Network
	data          Data
	batches       *dataset.Batches
	thetas, grads []*mat.Dense // θ^(l) and ∂J/∂θ^(l), views; nil for a layer without
	weights       []int        // the l of the Dense layers, which the penalty is for
	norms         []float64    // |∂J/∂θ^(l)| of the last step
	epoch, step   int          // under way, counted from 1
	best          state        // of the network, at the lowest validation loss

	level    float64  // J at the start, or of ŷ = 0 if that is more and finite; what is above is no progress
	lastWell position // the last step at or below level
	good     state    // of the network, at the start of the last epoch that was well
}

// position is a step of an epoch, both counted from 1.
type position struct{ epoch, step int }

func newRun(net *nn.Network, d Data, c Config) *run {
	n, _ := d.X.Dims()
	size := c.BatchSize
	if size == 0 {
		size = n
	}
	order := c.Rand
	if !c.shuffles(n) {
		order = nil
	}
	r := &run{Config: c, net: net, data: d, batches: dataset.NewBatches(d.X, d.Y, size, order)}
	for l := range net.L() {
		r.thetas = append(r.thetas, net.Theta(l))
		r.grads = append(r.grads, net.Gradient(l))
		if _, ok := net.Layer(l).(nn.Dense); ok {
			r.weights = append(r.weights, l)
		}
	}
	r.norms = make([]float64, len(r.grads))
	_, m := d.Y.Dims()
	if r.level = c.Loss.Value(nil, mat.NewDense(n, m, nil), d.Y); r.level-r.level != 0 {
		r.level = 0 // ŷ = 0 is no probability of what came
	}
	return r
}

// stepOnce makes one step on the batch under way and returns its J and penalty
// as they were before. When one of them or the gradient is not finite, θ stays.
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
	sum := J + penalty
	for l, g := range r.grads {
		if g == nil {
			continue
		}
		r.norms[l] = r.net.GradientNorm(l)
		sum += r.norms[l]
	}
	if sum-sum == 0 {
		r.Optimizer.Step(r.net.Params(), r.net.Grads())
	}
	return J, penalty
}

// penalise adds the penalty's gradient and returns its value.
func (r *run) penalise() (penalty float64) {
	if r.Penalty == nil {
		return 0
	}
	for _, l := range r.weights {
		penalty += r.Penalty.Value(r.thetas[l])
		r.Penalty.AddGradient(r.grads[l], r.thetas[l])
	}
	return penalty
}
