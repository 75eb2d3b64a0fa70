package nn

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"

	"ann/pkg/product"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// Network is a list of layers with their parameters. New makes one, Load reads
// one.
type Network struct {
	inputs int
	given  []Layer  // given is what New was called with, Skips as one layer each
	layers []*layer // layers are l = 0 … L−1; a Skip adds its own layers and then one for the sum
	count  int      // count is the number of parameters

	params, grads []float64

	rng        *rand.Rand
	isTraining bool
	batch      *batch         // batch holds the last forward pass; nil before the first
	largest    *batch         // largest owns the memory of all batches
	batches    map[int]*batch // batches[n] is the batch of n rows
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
	net.isTraining = true
	for _, l := range net.layers {
		l.start(l, rng)
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

// allocate takes memory for the parameters and what is kept beside them, all
// zeros.
func (net *Network) allocate() {
	net.params = make([]float64, net.count)
	net.grads = make([]float64, net.count)
	used, crew := 0, new(product.Crew)
	for _, l := range net.layers {
		l.product = product.New(crew)
		for range l.keeps {
			l.kept = append(l.kept, make([]float64, l.out))
		}
		if l.rows == 0 {
			continue
		}
		end := used + l.rows*l.cols
		l.theta = mat.NewDense(l.rows, l.cols, net.params[used:end:end])
		l.gradient = mat.NewDense(l.rows, l.cols, net.grads[used:end:end])
		if l.biases < l.cols {
			l.weights = l.theta.Slice(0, l.rows, l.biases, l.cols).(*mat.Dense)
		}
		used = end
	}
}

// Clone returns a network with the same layers, the same values of the
// parameters and of BatchNorm's running statistics, in the same mode, and
// memory of its own. It has no source of randomness: to train a clone that has
// Dropout, call SetRand.
func (net *Network) Clone() *Network {
	c, err := plan(net.inputs, net.given)
	if err != nil {
		panic("nn: Clone: " + err.Error()) // New has built the same layers
	}
	c.allocate()
	c.isTraining = net.isTraining
	c.CopyFrom(net)
	return c
}

// CopyFrom takes over the parameters and BatchNorm's running statistics of
// another network, as Clone does, but into the memory that net has. It panics
// unless the layers of both have the same shapes.
func (net *Network) CopyFrom(other *Network) {
	if net.inputs != other.inputs || !slices.EqualFunc(net.layers, other.layers, (*layer).isLike) {
		panic("nn: CopyFrom: the networks have different layers")
	}
	copy(net.params, other.params)
	for l, from := range other.layers {
		for i, values := range from.kept {
			copy(net.layers[l].kept[i], values)
		}
	}
}

// isLike reports whether l can take over what other has learned.
func (l *layer) isLike(other *layer) bool {
	return l.out == other.out && l.rows == other.rows && l.cols == other.cols && l.keeps == other.keeps
}

// SetTraining switches between training mode (Dropout drops, BatchNorm uses
// the batch) and evaluation mode (Dropout does nothing, BatchNorm uses its
// running statistics). The other layers have one mode only.
func (net *Network) SetTraining(on bool) { net.isTraining = on }

// Training reports whether the network is in training mode.
func (net *Network) Training() bool { return net.isTraining }

// SetRand sets the source of randomness that Dropout draws from. A network that
// comes from Clone or Load has none.
func (net *Network) SetRand(rng *rand.Rand) { net.rng = rng }

// L returns the number of layers: ŷ = a^(L). The n layers of a Skip count
// n+1, with the sum at its end.
func (net *Network) L() int { return len(net.layers) }

// Inputs returns p, the number of features.
func (net *Network) Inputs() int { return net.inputs }

// Outputs returns m, the number of units of ŷ.
func (net *Network) Outputs() int { return net.unitsOf(net.L()) }

// unitsOf returns the number of units of a^(l), without the bias unit.
func (net *Network) unitsOf(l int) int {
	if l == 0 {
		return net.inputs
	}
	return net.layers[l-1].out
}

// Layer returns the description of layer l, the map from a^(l) to a^(l+1), for
// l = 0 … L−1: a Dense, Dropout, BatchNorm or RBF, or what ends a Skip.
func (net *Network) Layer(l int) Layer { return net.layer("Layer", l).Layer }

// Operations returns the number of multiply-adds of a forward pass of one
// example: out·(in+1) for a Dense, one for each of its weights, the bias unit's
// product included; out·in for an RBF (a difference squared and added); 2 a
// unit for a BatchNorm in evaluation mode (x̂, then β + γ x̂); 1 a unit for
// Dropout's factor and for the sum of a Skip. The values of g are not in it.
// A backward pass costs about twice as much.
func (net *Network) Operations() (total int) {
	for _, l := range net.layers {
		total += l.operations
	}
	return total
}

// Params returns all parameters, θ^(0) first, each row by row: not a copy. A
// network is trained by changing them; len(net.Params()) is their number.
func (net *Network) Params() []float64 { return net.params }

// SetParams sets all parameters, in the order of Params: for θ^(l) its rows
// one after the other, the bias of a Dense first. It panics unless there is a
// value for every parameter.
func (net *Network) SetParams(values ...float64) {
	if len(values) != net.count {
		panic(fmt.Sprintf("nn: SetParams: %d values, the network has %d parameters", len(values), net.count))
	}
	copy(net.params, values)
}

// Grads returns ∂J/∂θ of all parameters in the order of Params, as the last
// Backward left it: not a copy.
func (net *Network) Grads() []float64 { return net.grads }

// Theta returns θ^(l), l = 0 … L−1, a view of Params: out×(in+1) with the bias
// in column 0 for a Dense. It is nil for a layer without parameters.
func (net *Network) Theta(l int) *mat.Dense { return net.layer("Theta", l).theta }

// Weights returns the columns of θ^(l) that belong to the units of a^(l): θ̄ of
// a Dense, without the biases, or the centres of an RBF; a view, out×in. It is
// nil for all other layers.
func (net *Network) Weights(l int) *mat.Dense { return net.layer("Weights", l).weights }

// Penalised reports whether a penalty falls on Weights(l), as it does on those
// of a Dense.
func (net *Network) Penalised(l int) bool { return net.layer("Penalised", l).isPenalised }

// Gradient returns ∂J/∂θ^(l) in the shape of Theta(l), a view of Grads.
func (net *Network) Gradient(l int) *mat.Dense { return net.layer("Gradient", l).gradient }

// GradientNorm returns |∂J/∂θ^(l)|, the root of the sum of the squares of
// Gradient(l) as it stands; 0 for a layer without parameters. A norm that is
// small in the first layers but not in the last is the sign of a vanishing
// gradient.
//
// Slide: "Vanishing gradients".
func (net *Network) GradientNorm(l int) float64 {
	layer := net.layer("GradientNorm", l)
	if layer.gradient == nil {
		return 0
	}
	sum := layer.product.SumSquares(layer.gradient)
	if sum > 1e-280 && sum < 1e280 {
		return math.Sqrt(sum)
	}
	return floats.Norm(layer.gradient.RawMatrix().Data, 2) // without overflow or underflow
}

// Z returns Z^(l), l = 1 … L, of the last forward pass, n×units: a view,
// overwritten by the next pass.
func (net *Network) Z(l int) *mat.Dense {
	net.checkPass("Z", l, 1)
	return net.batch.passes[l-1].z
}

// A returns A^(l), l = 0 … L, of the last forward pass: a view. A(0) = [1 X]
// and the hidden A(l) have the bias unit a_0 = 1 in column 0, n×(units+1); the
// last, A(L) = ŷ, has none, n×m.
func (net *Network) A(l int) *mat.Dense {
	net.checkPass("A", l, 0)
	if l == net.L() {
		return net.last().a
	}
	return net.batch.passes[l].aIn
}

// Delta returns Δ^(l) = ∂J/∂Z^(l), l = 1 … L, of the last backward pass,
// n×units: a view. (Δ^(0) would be ∂J/∂x, see InputGradient.)
func (net *Network) Delta(l int) *mat.Dense {
	net.checkPass("Delta", l, 1)
	return net.batch.passes[l-1].delta
}

// last returns the matrices of the last layer in the last pass.
func (net *Network) last() *pass { return &net.batch.passes[net.L()-1] }

// layer returns layer l, or panics in the name of the caller if there is none.
func (net *Network) layer(caller string, l int) *layer {
	checkLayer(caller, l, 0, net.L()-1)
	return net.layers[l]
}

func checkLayer(caller string, l, first, last int) {
	if l < first || l > last {
		panic(fmt.Sprintf("nn: %s: layer %d, want %d to %d", caller, l, first, last))
	}
}

func (net *Network) checkPass(caller string, l, first int) {
	if net.batch == nil {
		panic("nn: " + caller + ": no forward pass yet")
	}
	checkLayer(caller, l, first, net.L())
}

// String lists the layers, one a line, with the shapes of their θ.
func (net *Network) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d inputs, %d parameters", net.inputs, net.count)
	for l, layer := range net.layers {
		fmt.Fprintf(&b, "\n%2d  %v", l, layer.Layer)
		if layer.rows > 0 {
			fmt.Fprintf(&b, ", θ %d×%d", layer.rows, layer.cols)
		}
	}
	return b.String()
}
