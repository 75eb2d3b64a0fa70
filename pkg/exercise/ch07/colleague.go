package ch07

import (
	"fmt"
	"math"

	"ann/pkg/nn"

	"gonum.org/v1/gonum/mat"
)

// slip is one of the six errors of the suspects in exercise 7.6.
type slip int

const (
	noSlip          slip = iota
	noOutputSlope        // g′ of the output forgotten
	noMean               // 1/n forgotten
	noBias               // ∂J/∂θ_j0 missing: 0 in its place
	sumForA              // z for a in the outer product
	slopeOfA             // g′(a) for g′(z)
	onlyFirstOutput      // only the first output propagated
)

// suspects are the six in an order that tells nothing.
var suspects = map[string]slip{
	"A": noMean, "B": slopeOfA, "C": noBias, "D": onlyFirstOutput, "E": noOutputSlope, "F": sumForA,
}

// Colleague is a backpropagation by hand with one error, which the letter A … F of the suspect
// chooses: exercise 7.6. It takes a network with tanh in the hidden layer and a sigmoid at the
// output, does a forward pass of X, and returns what it believes to be the gradient of
// J = 1/(2n) Σ |ŷ − y|², in the order of net.Params. Any other letter panics, and so do shapes that
// do not fit.
//
// Slide: "Backpropagation".
func Colleague(suspect string, net *nn.Network, X, Y *mat.Dense) []float64 {
	s, ok := suspects[suspect]
	if !ok {
		panic(fmt.Sprintf("ch07: Colleague: suspect %q, want A … F", suspect))
	}
	return flawed(s, net, X, Y)
}

// flawed is the backward pass with a slip.
func flawed(s slip, net *nn.Network, X, Y *mat.Dense) []float64 {
	yhat := net.Forward(X)
	n, m := yhat.Dims()
	_, hidden := net.Z(1).Dims()
	grad0, grad1 := zerosLike(net.Theta(0)), zerosLike(net.Theta(1))
	for i := range n {
		z1, a1 := net.Z(1).RawRowView(i), net.A(1).RawRowView(i)
		delta2 := make([]float64, m)
		for j := range delta2 {
			delta2[j] = yhat.At(i, j) - Y.At(i, j)
			if s != noOutputSlope {
				delta2[j] *= yhat.At(i, j) * (1 - yhat.At(i, j))
			}
		}
		delta1 := make([]float64, hidden)
		for k := range delta1 {
			for j := range m {
				if s != onlyFirstOutput || j == 0 {
					delta1[k] += net.Theta(1).At(j, k+1) * delta2[j]
				}
			}
			at := z1[k]
			if s == slopeOfA {
				at = a1[k+1]
			}
			delta1[k] *= 1 - math.Pow(math.Tanh(at), 2)
		}
		if s == sumForA {
			a1 = append([]float64{1}, z1...)
		}
		addOuter(grad1, delta2, a1)
		addOuter(grad0, delta1, net.A(0).RawRowView(i))
	}
	for _, grad := range []*mat.Dense{grad0, grad1} {
		if s != noMean {
			grad.Scale(1/float64(n), grad)
		}
		if rows, _ := grad.Dims(); s == noBias {
			grad.SetCol(0, make([]float64, rows))
		}
	}
	return append(grad0.RawMatrix().Data, grad1.RawMatrix().Data...)
}

func zerosLike(m *mat.Dense) *mat.Dense {
	rows, columns := m.Dims()
	return mat.NewDense(rows, columns, nil)
}

// addOuter adds δ aᵀ to grad.
func addOuter(grad *mat.Dense, delta, a []float64) {
	for j := range delta {
		for k := range a {
			grad.Set(j, k, grad.At(j, k)+delta[j]*a[k])
		}
	}
}
