package landscape

import (
	"math/rand/v2"

	"ann/pkg/nn"

	"gonum.org/v1/gonum/floats"
)

// Direction draws a random direction for θ, filter-normalised, as long as
// net.Params() and in its order. Row j of a θ^(l), without its bias, gets
//
//	d_j = ξ_j |θ̄_j| / |ξ_j|,  ξ_j normal,
//
// so that it is as long as the row. (A row of an RBF is a center, which has no
// bias.) The biases and everything of batch normalisation get 0. It panics when
// net or rng is nil.
//
// Source: arXiv 1712.09913, section 4.
func Direction(net *nn.Network, rng *rand.Rand) []float64 {
	if net == nil || rng == nil {
		panic("landscape: Direction: net or rng is nil")
	}
	d := net.Clone() // a network whose θ is the direction
	clear(d.Params())
	for l := range net.L() {
		weights := net.Weights(l)
		if weights == nil {
			continue
		}
		rows, _ := weights.Dims()
		for j := range rows {
			filter(d.Weights(l).RawRowView(j), weights.RawRowView(j), rng)
		}
	}
	return d.Params()
}

// filter fills d with a random direction of the length of theta.
func filter(d, theta []float64, rng *rand.Rand) {
	for k := range d {
		d[k] = rng.NormFloat64()
	}
	floats.Scale(floats.Norm(theta, 2)/floats.Norm(d, 2), d)
}
