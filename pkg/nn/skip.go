package nn

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"ann/pkg/dataset"

	"gonum.org/v1/gonum/floats"
)

// Skip describes a residual block: F, the layers given, and beside them the
// identity path, which hands a^(l) on unchanged,
//
//	a^(l+1) = F(a^(l)) + strength·a^(l).
//
// F must end with as many units as it begins with; it may hold Skips itself.
// Strength 1 is the block of the paper, 0 the plain network.
//
// Each layer of F has its own l, and so has the sum at their end, which has no
// parameters and no g: its z is its a. In the backward pass δ goes through F and
// along the identity path, and what arrives is added:
//
//	∂J/∂a^(l) = (∂F/∂a^(l))ᵀ δ + strength·δ.
//
// He et al., arXiv 1512.03385.
func Skip(strength float64, layers ...Layer) Layer {
	return skip{strength: strength, layers: slices.Clone(layers)}
}

// skip is the sum behind the layers of a Skip. As a layer it adds strength
// times a^(begin), the input of the first of them; as a description it holds
// them.
type skip struct {
	strength float64
	layers   []Layer
}

// String returns, for example, "Skip 1 (Dense 8 ReLU, Dense 8 identity)".
func (k skip) String() string {
	var b strings.Builder
	k.write(&b)
	return b.String()
}

// write appends the text to b. A Skip within a Skip writes into the same b: texts of
// texts would copy the innermost one once for every Skip around it.
func (k skip) write(b *strings.Builder) {
	fmt.Fprintf(b, "Skip %g (", k.strength)
	for i, l := range k.layers {
		if i > 0 {
			b.WriteString(", ")
		}
		if inner, ok := l.(skip); ok {
			inner.write(b)
		} else {
			fmt.Fprint(b, l)
		}
	}
	b.WriteString(")")
}

func (k skip) build(net *Network) error {
	if !dataset.Finite(k.strength) {
		return fmt.Errorf("Skip: strength is %g, want a finite number", k.strength)
	}
	begin := net.L()
	if err := net.buildAll(k.layers); err != nil {
		return fmt.Errorf("Skip: %w", err)
	}
	in, out := net.unitsOf(begin), net.unitsOf(net.L())
	if in != out {
		return fmt.Errorf("Skip: its layers make %d units of %d, want %d", out, in, in)
	}
	sum := net.boundsOfUnits(net.L()).plus(k.strength, net.boundsOfUnits(begin))
	return net.add(k, shape{out: out, bounds: sum, operations: out, path: &identityPath{begin, k.strength}})
}

func (skip) start(*layer, *rand.Rand) {}

func (k skip) forward(p *pass) {
	n, _ := p.a.Dims()
	for i := range n {
		floats.AddScaledTo(p.a.RawRowView(i), p.inputs.RawRowView(i), k.strength, p.skipped.RawRowView(i))
	}
}

// backward hands δ on to the last layer of F. What goes along the identity path
// is added by Network.backward, when it has come to the beginning of F.
func (skip) backward(p *pass) { p.gradA.Copy(p.delta) }

func (skip) kind() string { return "skip" }

func (k skip) save(f *layerFile) (err error) {
	f.Strength = &k.strength
	f.Layers, err = saveAll(k.layers)
	return err
}

func (skip) load(f *layerFile) (Layer, error) {
	if f.Strength == nil {
		return nil, errors.New("strength is missing")
	}
	layers, err := loadAll(f.Layers)
	return Skip(*f.Strength, layers...), err
}
