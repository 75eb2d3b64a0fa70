package nn

import (
	"fmt"

	"ann/pkg/loss"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// Forward propagates X, n×p, one example a row and without a ones column, and
// returns ŷ = a^(L), n×m: a view, overwritten by the next pass. Every Z(l) and
// A(l) is kept.
func (net *Network) Forward(X *mat.Dense) *mat.Dense {
	net.checkInput("Forward", X)
	n, _ := X.Dims()
	net.batch = net.reserve(n)
	x := net.batch.passes[0].inputs
	for i := range n {
		copy(x.RawRowView(i), X.RawRowView(i))
	}
	return net.forward()
}

// ForwardOne propagates one example x of p features and returns ŷ, m numbers:
// a view, overwritten by the next pass. It is Forward with n = 1.
func (net *Network) ForwardOne(x []float64) []float64 {
	if len(x) != net.inputs {
		panic(fmt.Sprintf("nn: ForwardOne: x has %d values, want %d", len(x), net.inputs))
	}
	net.batch = net.reserve(1)
	copy(net.batch.passes[0].inputs.RawRowView(0), x)
	return net.forward().RawRowView(0)
}

// forward propagates A^(0), which the caller has set, and returns ŷ.
func (net *Network) forward() *mat.Dense {
	for l := range net.batch.passes {
		p := &net.batch.passes[l]
		p.forward(p)
	}
	return net.last().a
}

// Predict returns ŷ of X in evaluation mode, n×m: a copy. The mode stays what
// it was; Z and A are those of this pass.
func (net *Network) Predict(X *mat.Dense) *mat.Dense {
	net.checkInput("Predict", X)
	defer net.SetTraining(net.isTraining)
	net.SetTraining(false)
	return mat.DenseCopyOf(net.Forward(X))
}

// Backward takes ∂J/∂ŷ, n×m, of the last forward pass (the 1/n of J in it) and
// sets every Delta(l) and Gradient(l), from the last layer to the first.
func (net *Network) Backward(gradYhat *mat.Dense) {
	net.setGradYhat("Backward", gradYhat)
	net.backward(false)
}

// InputGradient is Backward that goes on to the input and returns ∂J/∂X, n×p:
// a view, overwritten by the next backward pass.
func (net *Network) InputGradient(gradYhat *mat.Dense) *mat.Dense {
	net.setGradYhat("InputGradient", gradYhat)
	net.backward(true)
	return net.batch.passes[0].gradA
}

// setGradYhat copies ∂J/∂ŷ to where backward reads it.
func (net *Network) setGradYhat(caller string, gradYhat *mat.Dense) {
	net.checkPass(caller, net.L(), 0)
	checkShape(caller, "∂J/∂ŷ", gradYhat, net.batch.n, net.Outputs())
	net.last().delta.Copy(gradYhat)
}

// backward propagates ∂J/∂ŷ, which stands in the matrix that becomes Δ^(L),
// down to layer 0, and to ∂J/∂X if somebody wants it.
func (net *Network) backward(isGradXWanted bool) {
	for l := net.L() - 1; l >= 0; l-- {
		p := &net.batch.passes[l]
		p.isGradAUsed = l > 0 || isGradXWanted
		p.backward(p)
		if !p.isGradAUsed {
			continue
		}
		for _, end := range p.rejoins { // a^(l) has also gone into the sum of a Skip, and its ∂J/∂a gets that part here
			for i := range net.batch.n {
				floats.AddScaled(p.gradA.RawRowView(i), end.strength, end.delta.RawRowView(i))
			}
		}
	}
}

// Loss propagates X forward in the mode the network is in and returns
// J(ŷ, Y); Y is n×m.
func (net *Network) Loss(J loss.Func, X, Y *mat.Dense) float64 {
	net.checkPair("Loss", J, X, Y)
	return J.Value(nil, net.Forward(X), Y)
}

// Gradients does a forward pass, J(ŷ, Y) and a backward pass. It returns J and
// leaves ∂J/∂θ in Gradient and Grads; Y is n×m.
func (net *Network) Gradients(J loss.Func, X, Y *mat.Dense) float64 {
	net.checkPair("Gradients", J, X, Y)
	yhat := net.Forward(X)
	value := J.Value(net.last().delta, yhat, Y)
	net.backward(false)
	return value
}

func (net *Network) checkInput(caller string, X *mat.Dense) {
	if X == nil {
		panic("nn: " + caller + ": x is nil")
	}
	n, p := X.Dims()
	if n == 0 {
		panic("nn: " + caller + ": x has no rows")
	}
	if p != net.inputs {
		panic(fmt.Sprintf("nn: %s: x is %d×%d, want %d×%d", caller, n, p, n, net.inputs))
	}
}

func (net *Network) checkPair(caller string, J loss.Func, X, Y *mat.Dense) {
	if J == nil {
		panic("nn: " + caller + ": J is nil")
	}
	net.checkInput(caller, X)
	n, _ := X.Dims()
	checkShape(caller, "y", Y, n, net.Outputs())
}

func checkShape(caller, name string, m *mat.Dense, rows, cols int) {
	if m == nil {
		panic("nn: " + caller + ": " + name + " is nil")
	}
	if r, c := m.Dims(); r != rows || c != cols {
		panic(fmt.Sprintf("nn: %s: %s is %d×%d, want %d×%d", caller, name, r, c, rows, cols))
	}
}
