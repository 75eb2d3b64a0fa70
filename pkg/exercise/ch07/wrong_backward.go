package ch07

import (
	"math"

	"gonum.org/v1/gonum/mat"
)

// parts are the steps of a backward pass for one example, each of which may be wrong.
type parts struct {
	g     [2]func(z float64) float64       // of the hidden layer and of the output, forward
	last  func(z, yhat, y float64) float64 // δ of an output
	slope func(z, a float64) float64       // g′ of a hidden neuron
	shift int                              // column of θ⁽¹⁾ that belongs to hidden neuron 0
	only  func(j int) bool                 // the outputs that are propagated; nil: all
	moved bool                             // whether θ⁽¹⁾ makes a step, α = 1, before δ⁽¹⁾
	sums  bool                             // whether z stands for a in the outer product
	ones  [2]float64                       // the bias units in the outer products
}

// right are the parts of the solution.
func right() parts {
	return parts{
		g:     [2]func(z float64) float64{math.Tanh, sigmoid},
		last:  func(_, yhat, y float64) float64 { return (yhat - y) * slope(yhat) },
		slope: func(_, a float64) float64 { return bend(a) },
		shift: 1, ones: [2]float64{1, 1},
	}
}

func (p parts) backward(theta0, theta1 *mat.Dense, x, y []float64) (grad0, grad1 *mat.Dense) {
	a0 := append([]float64{1}, x...)
	z1 := through(theta0, a0, func(z float64) float64 { return z })
	a1 := append([]float64{1}, through(theta0, a0, p.g[0])...)
	z2 := through(theta1, a1, func(z float64) float64 { return z })
	delta2 := make([]float64, len(z2))
	for j, z := range z2 {
		delta2[j] = p.last(z, p.g[1](z), y[j])
	}
	if p.moved {
		moved := mat.DenseCopyOf(theta1)
		moved.Sub(theta1, solution{}.outer(delta2, a1))
		theta1 = moved
	}
	delta1 := make([]float64, len(z1))
	for k := range delta1 {
		for j := range delta2 {
			if p.only == nil || p.only(j) {
				delta1[k] += theta1.At(j, k+p.shift) * delta2[j]
			}
		}
		delta1[k] *= p.slope(z1[k], a1[k+1])
	}
	if p.sums {
		copy(a1[1:], z1)
	}
	a0[0], a1[0] = p.ones[0], p.ones[1]
	return solution{}.outer(delta1, a0), solution{}.outer(delta2, a1)
}

func (wrong) backNoOutputSlope(theta0, theta1 *mat.Dense, x, y []float64) (_, _ *mat.Dense) {
	p := right()
	p.last = func(_, yhat, y float64) float64 { return yhat - y }
	return p.backward(theta0, theta1, x, y)
}

func (wrong) backSigmoid(theta0, theta1 *mat.Dense, x, y []float64) (_, _ *mat.Dense) {
	p := right()
	p.last = func(_, yhat, y float64) float64 { return (yhat - y) * yhat }
	return p.backward(theta0, theta1, x, y)
}

func (wrong) backSign(theta0, theta1 *mat.Dense, x, y []float64) (_, _ *mat.Dense) {
	p := right()
	p.last = func(_, yhat, y float64) float64 { return (y - yhat) * slope(yhat) }
	return p.backward(theta0, theta1, x, y)
}

func (wrong) backHalf(theta0, theta1 *mat.Dense, x, y []float64) (_, _ *mat.Dense) {
	p := right()
	p.last = func(_, yhat, y float64) float64 { return (yhat - y) * slope(yhat) / 2 }
	return p.backward(theta0, theta1, x, y)
}

func (wrong) backTanhOutput(theta0, theta1 *mat.Dense, x, y []float64) (_, _ *mat.Dense) {
	p := right()
	p.last = func(_, yhat, y float64) float64 { return (yhat - y) * bend(yhat) }
	return p.backward(theta0, theta1, x, y)
}

func (wrong) backNoHiddenSlope(theta0, theta1 *mat.Dense, x, y []float64) (_, _ *mat.Dense) {
	p := right()
	p.slope = func(_, _ float64) float64 { return 1 }
	return p.backward(theta0, theta1, x, y)
}

func (wrong) backSlopeOfA(theta0, theta1 *mat.Dense, x, y []float64) (_, _ *mat.Dense) {
	p := right()
	p.slope = func(_, a float64) float64 { return bend(math.Tanh(a)) }
	return p.backward(theta0, theta1, x, y)
}

func (wrong) backSlopeByZ(theta0, theta1 *mat.Dense, x, y []float64) (_, _ *mat.Dense) {
	p := right()
	p.slope = func(z, _ float64) float64 { return bend(z) }
	return p.backward(theta0, theta1, x, y)
}

func (wrong) backSigmoidHidden(theta0, theta1 *mat.Dense, x, y []float64) (_, _ *mat.Dense) {
	p := right()
	p.slope = func(_, a float64) float64 { return slope(a) }
	return p.backward(theta0, theta1, x, y)
}

func (wrong) backShifted(theta0, theta1 *mat.Dense, x, y []float64) (_, _ *mat.Dense) {
	p := right()
	p.shift = 0
	return p.backward(theta0, theta1, x, y)
}

func (wrong) backFirst(theta0, theta1 *mat.Dense, x, y []float64) (_, _ *mat.Dense) {
	p := right()
	p.only = func(j int) bool { return j == 0 }
	return p.backward(theta0, theta1, x, y)
}

func (wrong) backMoved(theta0, theta1 *mat.Dense, x, y []float64) (_, _ *mat.Dense) {
	p := right()
	p.moved = true
	return p.backward(theta0, theta1, x, y)
}

func (wrong) backForwardSigmoid(theta0, theta1 *mat.Dense, x, y []float64) (_, _ *mat.Dense) {
	p := right()
	p.g[0] = sigmoid
	return p.backward(theta0, theta1, x, y)
}

func (wrong) backAllSigmoid(theta0, theta1 *mat.Dense, x, y []float64) (_, _ *mat.Dense) {
	p := right()
	p.g[0], p.slope = sigmoid, func(_, a float64) float64 { return slope(a) }
	return p.backward(theta0, theta1, x, y)
}

func (wrong) backForwardTanh(theta0, theta1 *mat.Dense, x, y []float64) (_, _ *mat.Dense) {
	p := right()
	p.g[1] = math.Tanh
	return p.backward(theta0, theta1, x, y)
}

func (wrong) backAllTanh(theta0, theta1 *mat.Dense, x, y []float64) (_, _ *mat.Dense) {
	p := right()
	p.g[1], p.last = math.Tanh, func(_, yhat, y float64) float64 { return (yhat - y) * bend(yhat) }
	return p.backward(theta0, theta1, x, y)
}

func (wrong) backForwardLine(theta0, theta1 *mat.Dense, x, y []float64) (_, _ *mat.Dense) {
	p := right()
	p.g[0] = func(z float64) float64 { return z }
	return p.backward(theta0, theta1, x, y)
}

func (wrong) backPlus(theta0, theta1 *mat.Dense, x, y []float64) (_, _ *mat.Dense) {
	p := right()
	p.slope = func(_, a float64) float64 { return 1 + a*a }
	return p.backward(theta0, theta1, x, y)
}

// backLast writes = for +=, so that the last output alone counts in δ⁽¹⁾.
func (wrong) backLast(theta0, theta1 *mat.Dense, x, y []float64) (_, _ *mat.Dense) {
	p := right()
	p.only = func(j int) bool { return j == len(y)-1 }
	return p.backward(theta0, theta1, x, y)
}

func (wrong) backSums(theta0, theta1 *mat.Dense, x, y []float64) (_, _ *mat.Dense) {
	p := right()
	p.sums = true
	return p.backward(theta0, theta1, x, y)
}

func (wrong) backNoBias(theta0, theta1 *mat.Dense, x, y []float64) (_, _ *mat.Dense) {
	p := right()
	p.ones = [2]float64{}
	return p.backward(theta0, theta1, x, y)
}

func (wrong) backNoBias0(theta0, theta1 *mat.Dense, x, y []float64) (_, _ *mat.Dense) {
	p := right()
	p.ones[0] = 0
	return p.backward(theta0, theta1, x, y)
}

func (wrong) backNoBias1(theta0, theta1 *mat.Dense, x, y []float64) (_, _ *mat.Dense) {
	p := right()
	p.ones[1] = 0
	return p.backward(theta0, theta1, x, y)
}

func (wrong) backBiasDropped(theta0, theta1 *mat.Dense, x, y []float64) (_, _ *mat.Dense) {
	grad0, grad1 := right().backward(theta0, theta1, x, y)
	return mat.DenseCopyOf(bar(grad0)), mat.DenseCopyOf(bar(grad1))
}

func (wrong) backSwapped(theta0, theta1 *mat.Dense, x, y []float64) (_, _ *mat.Dense) {
	grad0, grad1 := right().backward(theta0, theta1, x, y)
	return grad1, grad0
}

func (wrong) backTransposed(theta0, theta1 *mat.Dense, x, y []float64) (_, _ *mat.Dense) {
	grad0, grad1 := right().backward(theta0, theta1, x, y)
	return mat.DenseCopyOf(grad0.T()), mat.DenseCopyOf(grad1.T())
}

func (wrong) backStepped(theta0, theta1 *mat.Dense, x, y []float64) (_, _ *mat.Dense) {
	return stepped(theta0, theta1, x, y, 1)
}

// bar returns θ without its column 0.
func bar(theta *mat.Dense) mat.Matrix {
	rows, columns := theta.Dims()
	return theta.Slice(0, rows, 1, columns)
}
