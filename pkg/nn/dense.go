package nn

import (
	"fmt"
	"math/rand/v2"

	"ann/pkg/activation"

	"gonum.org/v1/gonum/blas/blas64"
)

// Dense is the layer of the slides: Out neurons, each connected to all units
// of the layer below and to its bias unit,
//
//	z^(l+1) = θ^(l) a^(l),  a^(l+1) = g(z^(l+1)).
//
// θ^(l) is Out×(in+1). Without G, g is the identity, as for the output of a
// regression or the logits of a classifier.
type Dense struct {
	Out  int
	G    activation.Func // nil is the identity
	Init Init            // how the first θ is drawn; the zero value chooses by G
}

// String returns, for example, "Dense 16 ReLU".
func (d Dense) String() string { return fmt.Sprintf("Dense %d %v", d.Out, orIdentity(d.G)) }

func (d Dense) build(net *Network) error {
	d.G = orIdentity(d.G)
	if d.Init < ByActivation || d.Init > Uniform {
		return fmt.Errorf("%v: %v is none of the constants of this package", d, d.Init)
	}
	return net.add(d, shape{out: d.Out, rows: d.Out, cols: net.units(net.L()) + 1})
}

func (d Dense) start(theta blas64.General, rng *rand.Rand) { d.Init.draw(theta, d.G, rng) }

func (d Dense) forward(s *stage) {
	s.product.forward(&s.z, &s.in, &s.theta) // Z^(l+1) = A^(l) θᵀ
	s.product.apply(d.G, &s.a, &s.z)         // A^(l+1) = g(Z^(l+1))
}

func (d Dense) backward(s *stage) {
	s.product.timesSlope(d.G, &s.delta, &s.z, &s.a)  // Δ^(l+1) = ∂J/∂A^(l+1) ⊙ g′(Z^(l+1))
	s.product.gradient(&s.gradient, &s.delta, &s.in) // ∂J/∂θ = Δ^(l+1)ᵀ A^(l)
	if s.wantBelow {
		s.product.backward(&s.below, &s.delta, &s.thetaBar) // ∂J/∂A^(l) = Δ^(l+1) θ̄
	}
}
