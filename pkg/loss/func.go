package loss

import (
	"fmt"

	"gonum.org/v1/gonum/mat"
)

// Func is a loss J(ŷ, y) with its gradient. Rows are the n examples, columns
// the m outputs; J is a sum over the outputs and a mean over the examples. The
// types of this package are comparable values.
type Func interface {
	// Value returns J. Unless grad is nil, it is set to ∂J/∂ŷ, the 1/n
	// included. All are n×m, else Value panics; grad may be yhat itself, but
	// not y. Nothing is allocated. J is +Inf when it is too large for
	// float64, and NaN when a ŷ or y is.
	Value(grad, yhat, y *mat.Dense) float64

	// String returns the name with its parameters, "Huber(δ = 1)".
	String() string
}

// elementwise is the Value of a loss that is a sum over the elements: f returns
// the term of one ŷ and its derivative.
func elementwise(caller string, grad, yhat, y *mat.Dense, f func(yhat, y float64) (term, slope float64)) float64 {
	n, _ := checkShapes(caller, grad, yhat, y)
	sum := 0.0
	for i := range n {
		h, t := yhat.RawRowView(i), y.RawRowView(i)
		if grad == nil {
			for k, v := range h {
				term, _ := f(v, t[k])
				sum += term
			}
			continue
		}
		g := grad.RawRowView(i)
		for k, v := range h {
			term, slope := f(v, t[k])
			sum += term
			g[k] = slope / float64(n)
		}
	}
	return sum / float64(n)
}

// checkShapes returns the shape n×m that yhat, y and grad, if there is one,
// have in common.
func checkShapes(caller string, grad, yhat, y *mat.Dense) (n, m int) {
	if yhat == nil || y == nil {
		panic("loss: " + caller + ": ŷ or y is nil")
	}
	n, m = yhat.Dims()
	if r, c := y.Dims(); r != n || c != m {
		panic(fmt.Sprintf("loss: %s: y is %d×%d, want %d×%d as ŷ", caller, r, c, n, m))
	}
	if n == 0 {
		panic("loss: " + caller + ": no values")
	}
	if grad != nil {
		if r, c := grad.Dims(); r != n || c != m {
			panic(fmt.Sprintf("loss: %s: grad is %d×%d, want %d×%d as ŷ", caller, r, c, n, m))
		}
	}
	return n, m
}

func checkPositive(caller, name string, v float64) {
	if !(v > 0) {
		panic(fmt.Sprintf("loss: %s: %s is %g, want > 0", caller, name, v))
	}
}
