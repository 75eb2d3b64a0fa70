package landscape

import (
	"math/rand/v2"

	"ann/pkg/nn"

	"gonum.org/v1/gonum/floats"
)

// Direction draws a random direction for θ, filter-normalised: a slice as long
// as net.Params() and in its order. Row j of a θ^(l), without its bias, gets
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
	d := make([]float64, len(net.Params()))
	rest := d
	for l := range net.L() {
		theta := net.Theta(l)
		if theta == nil {
			continue // a layer without θ
		}
		rows, columns := theta.Dims()
		for j := range rows {
			switch net.Layer(l).(type) {
			case nn.Dense:
				filter(rest[1:columns], theta.RawRowView(j)[1:], rng)
			case nn.RBF:
				filter(rest[:columns], theta.RawRowView(j), rng)
			}
			rest = rest[columns:]
		}
	}
	return d
}

// filter fills d with a random direction of the length of theta.
func filter(d, theta []float64, rng *rand.Rand) {
	for k := range d {
		d[k] = rng.NormFloat64()
	}
	floats.Scale(floats.Norm(theta, 2)/floats.Norm(d, 2), d)
}
