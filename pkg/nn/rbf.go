package nn

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"

	"ann/pkg/activation"

	"gonum.org/v1/gonum/blas/blas64"
)

// RBF is a layer of Out radial basis functions, each with a centre c_j in the
// space of a^(l):
//
//	z_j^(l+1) = |a^(l) − c_j|²,  a_j^(l+1) = φ(z_j^(l+1)),
//
// where φ is the Kernel, a function of the squared distance. θ^(l) holds the
// centres, Out×in, row j is c_j: there is no bias, column 0 is the first
// coordinate. The bias unit of a^(l) is not used.
//
// The centres are learned with all other weights; the width is not. They
// start at random, standard normal, as suits standardised features. Centres at
// data points are better: copy rows into Theta(l). To hold them fixed, set
// Gradient(l) to zeros before each step.
type RBF struct {
	Out    int
	Kernel activation.Radial
}

// String returns, for example, "RBF 10 Gaussian(width = 1)".
func (r RBF) String() string { return fmt.Sprintf("RBF %d %v", r.Out, r.Kernel) }

func (r RBF) build(net *Network) error {
	if r.Kernel == nil {
		return errors.New("RBF: no Kernel, want for example activation.Gaussian{Width: 1}")
	}
	if w, ok := width(r.Kernel); ok && !(w > 0 && w <= math.MaxFloat64) {
		return fmt.Errorf("%v: want a width above 0", r)
	}
	return net.add(r, shape{out: r.Out, rows: r.Out, cols: net.units(net.L())})
}

// width returns the width of one of the course's kernels.
func width(kernel activation.Radial) (w float64, ok bool) {
	switch k := kernel.(type) {
	case activation.Gaussian:
		return k.Width, true
	case activation.Multiquadric:
		return k.Width, true
	}
	return 0, false
}

func (r RBF) start(theta blas64.General, rng *rand.Rand) {
	for i := range theta.Data {
		theta.Data[i] = rng.NormFloat64()
	}
}

func (r RBF) forward(s *stage) {
	for i := range s.z.Rows {
		a, z, out := row(s.units, i), row(s.z, i), row(s.a, i)
		for j := range z {
			z[j] = 0
			for k, c := range row(s.theta, j) {
				d := a[k] - c
				z[j] += d * d
			}
			out[j] = r.Kernel.Value(z[j])
		}
	}
}

func (r RBF) backward(s *stage) {
	clear(s.gradient.Data)
	for i := range s.delta.Rows {
		a, z, delta, below := row(s.units, i), row(s.z, i), row(s.delta, i), row(s.below, i)
		if s.wantBelow {
			clear(below)
		}
		for j := range delta {
			delta[j] *= r.Kernel.Slope(z[j]) // δ = ∂J/∂a ⊙ φ′(z)
			g := row(s.gradient, j)
			for k, c := range row(s.theta, j) {
				d := 2 * (a[k] - c) * delta[j] // ∂z/∂a = 2(a − c) = −∂z/∂c
				g[k] -= d
				if s.wantBelow {
					below[k] += d
				}
			}
		}
	}
}
