package nn

import (
	"errors"
	"fmt"
	"math/rand/v2"

	"ann/pkg/activation"

	"gonum.org/v1/gonum/blas/blas64"
)

// Layer describes a layer for New: a Dense, Dropout, BatchNorm or RBF, or what
// Skip returns. A description is a plain value without state, good for any
// number of networks.
type Layer interface {
	// String names the layer, as in "Dense 16 ReLU".
	String() string

	// build appends the layer to net, behind the layers it has.
	build(net *Network) error
	// start draws the first θ; it is all zeros before.
	start(theta blas64.General, rng *rand.Rand)
	// forward sets s.z and s.a.
	forward(s *stage)
	// backward finds ∂J/∂A in s.delta and makes it ∂J/∂Z, sets s.gradient,
	// and, if s.wantBelow, sets s.below.
	backward(s *stage)
}

// parameters is what a network keeps for layer l from step to step.
type parameters struct {
	theta    blas64.General // θ^(l)
	thetaBar blas64.General // θ̄^(l), a view of θ^(l) without its column 0
	gradient blas64.General // ∂J/∂θ^(l)
	norm     *moments       // for a BatchNorm, else nil
	product  *product
}

// stage is what layer l sees of a batch of n rows.
type stage struct {
	*parameters
	in    blas64.General // A^(l), n×(in+1), the bias unit in column 0
	units blas64.General // A^(l) without the bias unit
	z     blas64.General // Z^(l+1)
	a     blas64.General // A^(l+1) without the bias unit
	delta blas64.General // Δ^(l+1)
	below blas64.General // ∂J/∂A^(l) without the bias unit, in the memory of Δ^(l)
	work  blas64.General // n×out for the layer: mask of Dropout, x̂ of BatchNorm
	from  blas64.General // for the end of a Skip: the units where it begins
	skips []path         // the identity paths that begin at A^(l)

	wantBelow bool       // is anybody going to use below?
	training  bool       // the mode of the forward pass
	rng       *rand.Rand // for Dropout
}

// shape is what build tells of a layer.
type shape struct {
	out        int  // units of a^(l+1)
	rows, cols int  // of θ, 0 and 0 if there is none
	zIsA       bool // no g: z is a and needs no memory of its own
	work       bool // needs stage.work
}

// most is the largest number of inputs, of units of a layer and of parameters
// of a network: 2²⁶ float64 take half a gigabyte.
const most = 1 << 26

// checkLayers refuses nil, and pointers, which could change behind the
// network's back.
func checkLayers(layers []Layer) error {
	if len(layers) == 0 {
		return errors.New("no layers")
	}
	for i, l := range layers {
		switch l.(type) {
		case Dense, Dropout, BatchNorm, RBF, skip:
		default:
			return fmt.Errorf("layer %d is %T, want Dense{…}, Dropout{…}, BatchNorm{…}, RBF{…} or Skip(…)", i, l)
		}
	}
	return nil
}

// buildAll appends layers to net, one after the other.
func (net *Network) buildAll(layers []Layer) error {
	if err := checkLayers(layers); err != nil {
		return err
	}
	for i, l := range layers {
		if err := l.build(net); err != nil {
			return fmt.Errorf("layer %d: %w", i, err)
		}
	}
	return nil
}

// add appends a layer.
func (net *Network) add(l Layer, s shape) error {
	if s.out < 1 || s.out > most {
		return fmt.Errorf("%v: %d units, want 1 to %d", l, s.out, most)
	}
	if s.rows > 0 && s.rows > (most-net.count)/s.cols {
		return fmt.Errorf("%v: θ is %d×%d, which makes more than %d parameters", l, s.rows, s.cols, most)
	}
	net.layers = append(net.layers, l)
	net.shapes = append(net.shapes, s)
	net.count += s.rows * s.cols
	return nil
}

// orIdentity is g, or the identity for nil.
func orIdentity(g activation.Func) activation.Func {
	if g == nil {
		return activation.Identity{}
	}
	return g
}

func row(m blas64.General, i int) []float64 {
	return m.Data[i*m.Stride : i*m.Stride+m.Cols]
}

// matrix makes an r×c matrix of the front of data.
func matrix(data []float64, r, c int) blas64.General {
	return blas64.General{Rows: r, Cols: c, Stride: c, Data: data[:r*c]}
}

// withoutFirst is m without its column 0, on the same memory: θ̄ of θ, the
// units of A.
func withoutFirst(m blas64.General) blas64.General {
	return blas64.General{Rows: m.Rows, Cols: m.Cols - 1, Stride: m.Stride, Data: m.Data[1:]}
}
