package nn

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"

	"ann/pkg/activation"
	"ann/pkg/product"

	"gonum.org/v1/gonum/mat"
)

// Layer describes a layer for New: a Dense, Dropout, BatchNorm or RBF, or what
// Skip returns. A description is a plain value without state, and any number of
// networks may be made of it.
type Layer interface {
	// String names the layer, as in "Dense 16 ReLU".
	String() string

	// build appends the layer to net, behind the layers it has.
	build(net *Network) error
	// start sets l.theta and l.kept, which hold zeros, to their first values.
	start(l *layer, rng *rand.Rand)
	// forward sets p.z and p.a.
	forward(p *pass)
	// backward finds ∂J/∂A^(l+1) in p.delta and makes it Δ^(l+1), sets
	// p.gradient, and, if p.isGradAUsed, sets p.gradA.
	backward(p *pass)

	// kind names the layer in a file.
	kind() string
	// save writes the description to f, load reads it.
	save(f *layerFile) error
	load(f *layerFile) (Layer, error)
}

// kinds has one layer of every kind. A new kind is a file of its own, and an
// entry here.
var kinds = []Layer{Dense{}, Dropout{}, BatchNorm{}, RBF{}, skip{}}

// layer is layer l of a network, the map from a^(l) to a^(l+1): its description
// and what it has from step to step, whatever the batch.
type layer struct {
	Layer
	shape
	net *Network

	theta    *mat.Dense  // theta is θ^(l), a view of Params; nil without parameters
	gradient *mat.Dense  // gradient is ∂J/∂θ^(l), a view of Grads; nil without parameters
	weights  *mat.Dense  // weights is θ̄^(l), a view of θ^(l); nil if no column belongs to a unit
	kept     [][]float64 // kept[i][k] belongs to unit k: the statistics of BatchNorm; empty for other layers
	product  *product.Product
}

// shape is what the description of a layer says about it, once the number of
// its inputs is known.
type shape struct {
	out         int           // out is the number of units of a^(l+1), without the bias unit
	bounds      bounds        // bounds are those of a^(l+1)
	rows, cols  int           // rows×cols is the shape of θ^(l), 0×0 without parameters
	biases      int           // biases is how many columns of θ^(l) come before those that belong to the units of a^(l)
	isPenalised bool          // isPenalised says whether a penalty falls on θ̄^(l)
	hasG        bool          // hasG says whether a^(l+1) is another matrix than z^(l+1)
	g           product.Func  // g is that of Dense and BatchNorm, converted here once because the conversion may allocate
	usesWork    bool          // usesWork says whether the layer needs pass.work
	keeps       int           // keeps is how many slices layer.kept has
	usesBatch   bool          // usesBatch says whether a row of a^(l+1) depends on the other rows in training mode
	operations  int           // operations is the number of multiply-adds for one example
	path        *identityPath // path is the one that ends in this layer, the sum of a Skip; nil for others
}

// identityPath hands a^(begin) on beside the layers of a Skip, the first of
// which is layer begin.
type identityPath struct {
	begin    int
	strength float64
}

// most is the largest number of inputs, of units of a layer and of parameters
// of a network. 2²⁶ float64 take half a gigabyte.
const most = 1 << 26

// buildAll appends layers to net, one after the other. It refuses nil, and
// pointers, which could change behind the network's back.
func (net *Network) buildAll(layers []Layer) error {
	if len(layers) == 0 {
		return errors.New("no layers")
	}
	for i, l := range layers {
		isKnown := false
		for _, k := range kinds {
			isKnown = isKnown || reflect.TypeOf(k) == reflect.TypeOf(l)
		}
		if !isKnown {
			return fmt.Errorf("layer %d is %T, want Dense{…}, Dropout{…}, BatchNorm{…}, RBF{…} or Skip(…)", i, l)
		}
		if err := l.build(net); err != nil {
			return fmt.Errorf("layer %d: %w", i, err)
		}
	}
	return nil
}

// add appends a layer to net, and takes no memory for it yet: a shape that is
// too large is an error first.
func (net *Network) add(l Layer, s shape) error {
	if s.out < 1 || s.out > most {
		return fmt.Errorf("%v: %d units, want 1 to %d", l, s.out, most)
	}
	if s.rows > 0 && s.rows > (most-net.count)/s.cols {
		return fmt.Errorf("%v: θ is %d×%d, which makes more than %d parameters", l, s.rows, s.cols, most)
	}
	net.layers = append(net.layers, &layer{Layer: l, shape: s, net: net})
	net.count += s.rows * s.cols
	return nil
}

// Stack returns Dense layers with so many neurons each, all with g but the
// last, which has none: its z are the responses of a regression or the logits
// of a classifier.
//
//	net := nn.New(64, rng, nn.Stack(activation.ReLU{}, 128, 10)...)
//
// It panics without neurons.
func Stack(g activation.Func, neurons ...int) []Layer {
	if len(neurons) == 0 {
		panic("nn: Stack: no layers; Stack(g, 16, 1) has 16 hidden neurons and one output")
	}
	layers := make([]Layer, len(neurons))
	for l, out := range neurons {
		layers[l] = Dense{Out: out, G: g}
	}
	layers[len(layers)-1] = Dense{Out: neurons[len(neurons)-1]}
	return layers
}

// orIdentity returns g, or the identity for nil.
func orIdentity(g activation.Func) activation.Func {
	if g == nil {
		return activation.Identity{}
	}
	return g
}
