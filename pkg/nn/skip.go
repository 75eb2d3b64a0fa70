package nn

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"

	"gonum.org/v1/gonum/blas/blas64"
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
// F's layers have their own l, and so has the sum at their end, which has no
// parameters and no g: its z is its a. In the backward pass δ takes both ways,
// and adds where they meet:
//
//	∂J/∂a^(l) = (∂F/∂a^(l))ᵀ δ + strength·δ.
//
// He et al., arXiv 1512.03385.
func Skip(strength float64, layers ...Layer) Layer {
	return skip{strength: strength, layers: slices.Clone(layers)}
}

// skip stands behind its layers in a network and adds strength times the units
// of a^(from), where they begin.
type skip struct {
	strength float64
	layers   []Layer
	from     int // set by build
}

// path is the identity path of a skip, seen by the layer where it begins.
type path struct {
	strength float64
	delta    blas64.General // Δ behind the sum
}

// String returns, for example, "Skip 1 (Dense 8 ReLU, Dense 8 identity)".
func (k skip) String() string {
	names := make([]string, len(k.layers))
	for i, l := range k.layers {
		names[i] = fmt.Sprint(l)
	}
	return fmt.Sprintf("Skip %g (%s)", k.strength, strings.Join(names, ", "))
}

func (k skip) build(net *Network) error {
	if math.IsNaN(k.strength) || math.IsInf(k.strength, 0) {
		return fmt.Errorf("Skip: strength is %g, want a finite number", k.strength)
	}
	k.from = net.L()
	if err := net.buildAll(k.layers); err != nil {
		return fmt.Errorf("Skip: %w", err)
	}
	in, out := net.units(k.from), net.units(net.L())
	if in != out {
		return fmt.Errorf("Skip: its layers make %d units of %d, want %d", out, in, in)
	}
	return net.add(k, shape{out: out, zIsA: true})
}

func (k skip) start(blas64.General, *rand.Rand) {}

func (k skip) forward(s *stage) {
	for i := range s.a.Rows {
		floats.AddScaledTo(row(s.a, i), row(s.units, i), k.strength, row(s.from, i))
	}
}

// backward hands δ on to the last layer of F. The identity path is added to
// the δ of the first by Network.backward.
func (k skip) backward(s *stage) {
	for i := range s.delta.Rows {
		copy(row(s.below, i), row(s.delta, i))
	}
}
