package train

import (
	"math"
	"runtime"

	"ann/pkg/dataset"
	"ann/pkg/nn"

	"gonum.org/v1/gonum/floats"
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
		r.norms[l] = norm(g.RawMatrix().Data)
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

// norm returns |v|, the quick way while the squares are in range.
func norm(v []float64) float64 {
	if s := squares(v); s > 1e-280 && s < 1e280 {
		return math.Sqrt(s)
	}
	return floats.Norm(v, 2)
}

// squares returns Σ v_k². In WebAssembly, where gonum has no assembly, four sums
// at a time need not wait for each other.
func squares(v []float64) float64 {
	if runtime.GOARCH != "wasm" {
		return floats.Dot(v, v)
	}
	var s0, s1, s2, s3 float64
	for ; len(v) >= 8; v = v[8:] {
		u := (*[8]float64)(v)
		s0 += u[0]*u[0] + u[4]*u[4]
		s1 += u[1]*u[1] + u[5]*u[5]
		s2 += u[2]*u[2] + u[6]*u[6]
		s3 += u[3]*u[3] + u[7]*u[7]
	}
	for _, u := range v {
		s0 += u * u
	}
	return s0 + s1 + s2 + s3
}
