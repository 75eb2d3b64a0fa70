package nn

import (
	"errors"
	"fmt"
	"math/rand/v2"

	"ann/pkg/activation"
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
	G    activation.Func // G is g; nil is the identity
	Init Init            // Init says how the first θ is drawn; the zero value chooses by G
}

// String returns, for example, "Dense 16 ReLU".
func (d Dense) String() string { return fmt.Sprintf("Dense %d %v", d.Out, orIdentity(d.G)) }

func (d Dense) build(net *Network) error {
	d.G = orIdentity(d.G)
	if d.Init < ByActivation || d.Init > Uniform {
		return fmt.Errorf("%v: %v is none of the constants of this package", d, d.Init)
	}
	in := net.unitsOf(net.L())
	return net.add(d, shape{out: d.Out, rows: d.Out, cols: in + 1, biases: 1, bounds: boundsOf(d.G), isPenalised: true, hasG: true, g: d.G, operations: d.Out * (in + 1)})
}

func (d Dense) start(l *layer, rng *rand.Rand) { d.Init.draw(l.theta, d.G, rng) }

func (d Dense) forward(p *pass) {
	p.product.Forward(p.z, p.aIn, p.theta) // Z^(l+1) = A^(l) θᵀ
	p.product.Apply(p.g, p.a, p.z)         // A^(l+1) = g(Z^(l+1))
}

func (d Dense) backward(p *pass) {
	p.product.TimesSlope(p.g, p.delta, p.z, p.a)   // Δ^(l+1) = ∂J/∂A^(l+1) ⊙ g′(Z^(l+1))
	p.product.Gradient(p.gradient, p.delta, p.aIn) // ∂J/∂θ = Δ^(l+1)ᵀ A^(l)
	if p.isGradAUsed {
		p.product.Backward(p.gradA, p.delta, p.weights) // ∂J/∂A^(l) = Δ^(l+1) θ̄
	}
}

func (Dense) kind() string { return "dense" }

func (d Dense) save(f *layerFile) error {
	f.Out, f.Init = &d.Out, d.Init.String()
	return f.setG(d.G)
}

func (Dense) load(f *layerFile) (Layer, error) {
	g, err := f.activation()
	if f.Out == nil {
		err = errors.Join(err, errors.New("out is missing"))
	}
	if err != nil {
		return nil, err
	}
	for i := ByActivation; i <= Uniform; i++ {
		if i.String() == f.Init {
			return Dense{Out: *f.Out, G: g, Init: i}, nil
		}
	}
	return nil, fmt.Errorf("init is %q", f.Init)
}
