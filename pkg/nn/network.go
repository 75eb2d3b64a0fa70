package nn

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"gonum.org/v1/gonum/blas/blas64"
	"gonum.org/v1/gonum/mat"
)

// Network is a list of layers with their parameters. New makes one, Load reads
// one.
type Network struct {
	inputs int
	given  []Layer // as New was called
	layers []Layer // layer l: a Skip comes behind the layers in it, for their sum
	shapes []shape
	count  int // of parameters

	params, grads []float64
	parameters    []parameters
	theta         []*mat.Dense // nil where a layer has none
	gradient      []*mat.Dense

	rng      *rand.Rand
	training bool
	space    workspace
	batch    *batch // of the last forward pass
}

// New makes a network for p = inputs features and draws its first θ with rng,
// which Dropout uses too, later. A network starts in training mode.
//
// A layer that makes no sense panics: nn: New: layer 2: ….
func New(inputs int, rng *rand.Rand, layers ...Layer) *Network {
	if rng == nil {
		panic("nn: New: rng is nil, want for example rand.New(rand.NewPCG(1, 2))")
	}
	net, err := plan(inputs, layers)
	if err != nil {
		panic("nn: New: " + err.Error())
	}
	net.allocate()
	net.rng = rng
	net.training = true
	for l, layer := range net.layers {
		layer.start(net.parameters[l].theta, rng)
	}
	return net
}

// plan makes a network without memory for its parameters.
func plan(inputs int, layers []Layer) (*Network, error) {
	if inputs < 1 || inputs > most {
		return nil, fmt.Errorf("%d inputs, want 1 to %d", inputs, most)
	}
	net := &Network{inputs: inputs, given: slices.Clone(layers)}
	if err := net.buildAll(layers); err != nil {
		return nil, err
	}
	return net, nil
}

// allocate takes memory for the parameters, all zeros.
func (net *Network) allocate() {
	net.params = make([]float64, net.count)
	net.grads = make([]float64, net.count)
	used, all := 0, new(crew)
	for l, s := range net.shapes {
		theta, gradient := matrix(net.params[used:], s.rows, s.cols), matrix(net.grads[used:], s.rows, s.cols)
		used += s.rows * s.cols
		p := parameters{theta: theta, gradient: gradient, product: &product{crew: all}}
		if s.cols > 0 {
			p.thetaBar = withoutFirst(theta)
		}
		if _, ok := net.layers[l].(BatchNorm); ok {
			p.norm = newMoments(s.out)
		}
		net.parameters = append(net.parameters, p)
		net.theta = append(net.theta, view(theta))
		net.gradient = append(net.gradient, view(gradient))
	}
}

// Clone returns a network with the same layers, the same values of the
// parameters and of BatchNorm's running statistics, in the same mode, and
// memory of its own. It has no source of randomness: to train a clone that has
// Dropout, call SetRand.
func (net *Network) Clone() *Network {
	c := &Network{
		inputs: net.inputs, given: net.given, layers: net.layers, shapes: net.shapes, count: net.count,
		training: net.training,
	}
	c.allocate()
	copy(c.params, net.params)
	for l, p := range net.parameters {
		if p.norm != nil {
			copy(c.parameters[l].norm.runningMean, p.norm.runningMean)
			copy(c.parameters[l].norm.runningVariance, p.norm.runningVariance)
		}
	}
	return c
}

// SetTraining switches between training mode (Dropout drops, BatchNorm uses
// the batch) and evaluation mode (Dropout does nothing, BatchNorm uses its
// running statistics). The other layers have one mode only.
func (net *Network) SetTraining(on bool) { net.training = on }

// Training reports whether the network is in training mode.
func (net *Network) Training() bool { return net.training }

// SetRand sets the source that Dropout draws from, as Clone and Load do not.
func (net *Network) SetRand(rng *rand.Rand) { net.rng = rng }

// L returns the number of layers: ŷ = a^(L). The n layers of a Skip count
// n+1, with the sum at its end.
func (net *Network) L() int { return len(net.layers) }

// Inputs returns p, the number of features.
func (net *Network) Inputs() int { return net.inputs }

// Outputs returns m, the number of units of ŷ.
func (net *Network) Outputs() int { return net.units(net.L()) }

// units returns the number of units of a^(l), without the bias unit.
func (net *Network) units(l int) int {
	if l == 0 {
		return net.inputs
	}
	return net.shapes[l-1].out
}

// Layer returns the description of layer l, the map from a^(l) to a^(l+1), for
// l = 0 … L−1: a Dense, Dropout, BatchNorm or RBF, or what ends a Skip.
func (net *Network) Layer(l int) Layer {
	net.checkLayer("Layer", l, 0, net.L()-1)
	return net.layers[l]
}

// Params returns all parameters, θ^(0) first, each row by row: not a copy. A
// network is trained by changing them, and copy(b.Params(), a.Params()) makes
// b equal to a (but for BatchNorm's running statistics).
func (net *Network) Params() []float64 { return net.params }

// Grads returns ∂J/∂θ of all parameters in the order of Params, as the last
// Backward left it: not a copy.
func (net *Network) Grads() []float64 { return net.grads }

// Theta returns θ^(l), l = 0 … L−1, a view of Params: out×(in+1) with the bias
// in column 0 for a Dense. It is nil for a layer without parameters.
func (net *Network) Theta(l int) *mat.Dense {
	net.checkLayer("Theta", l, 0, net.L()-1)
	return net.theta[l]
}

// Gradient returns ∂J/∂θ^(l) in the shape of Theta(l), a view of Grads.
func (net *Network) Gradient(l int) *mat.Dense {
	net.checkLayer("Gradient", l, 0, net.L()-1)
	return net.gradient[l]
}

// Z returns Z^(l), l = 1 … L, of the last forward pass, n×units: a view,
// overwritten by the next pass.
func (net *Network) Z(l int) *mat.Dense {
	net.checkPass("Z", l, 1)
	return net.batch.z[l]
}

// A returns A^(l), l = 0 … L, of the last forward pass: a view. A(0) = [1 X]
// and the hidden A(l) have the bias unit a_0 = 1 in column 0, n×(units+1); the
// last, A(L) = ŷ, has none, n×m.
func (net *Network) A(l int) *mat.Dense {
	net.checkPass("A", l, 0)
	return net.batch.a[l]
}

// Delta returns Δ^(l) = ∂J/∂Z^(l), l = 1 … L, of the last backward pass,
// n×units: a view. (Δ^(0) would be ∂J/∂x, see InputGradient.)
func (net *Network) Delta(l int) *mat.Dense {
	net.checkPass("Delta", l, 1)
	return net.batch.delta[l]
}

func (net *Network) checkLayer(caller string, l, first, last int) {
	if l < first || l > last {
		panic(fmt.Sprintf("nn: %s: layer %d, want %d to %d", caller, l, first, last))
	}
}

func (net *Network) checkPass(caller string, l, first int) {
	if net.batch == nil {
		panic("nn: " + caller + ": no forward pass yet")
	}
	net.checkLayer(caller, l, first, net.L())
}

// String lists the layers, one a line, with the shapes of their θ.
func (net *Network) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d inputs, %d parameters", net.inputs, net.count)
	for l, layer := range net.layers {
		fmt.Fprintf(&b, "\n%2d  %v", l, layer)
		if s := net.shapes[l]; s.rows > 0 {
			fmt.Fprintf(&b, ", θ %d×%d", s.rows, s.cols)
		}
	}
	return b.String()
}

// view makes a *mat.Dense on the same memory, nil if there is none.
func view(m blas64.General) *mat.Dense {
	if m.Rows == 0 || m.Cols == 0 {
		return nil
	}
	var d mat.Dense
	d.SetRawMatrix(m)
	return &d
}
