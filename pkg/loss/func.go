package loss

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/mat"
)

// Func is a loss J(ŷ, y) with its gradient. Rows are the n examples, columns
// the m outputs; J is a sum over the outputs and a mean over the examples. The
// types of this package are comparable values.
//
// Those for classes have three more methods, which a loss of your own may have too:
// CheckLabels says what is wrong with a y, CheckRange with a last layer, and Decision
// how ŷ is read as a class. A loss without CheckRange is taken to want a response: a
// ŷ in the units of y.
type Func interface {
	// Value returns J. Unless grad is nil, it is set to ∂J/∂ŷ, the 1/n
	// included. All are n×m, else Value panics; grad may be yhat itself, but
	// not y. Nothing is allocated. J is +Inf when a term of its mean is too large for
	// float64, and NaN when a ŷ or y is NaN or where J is not defined; a ŷ for which
	// J is not defined has the slope NaN too.
	Value(grad, yhat, y *mat.Dense) float64

	// String returns the name with its parameters, "Huber(δ = 1)".
	String() string
}

// elementwise is the Value of a loss that is a sum over the elements: f returns
// the term of one ŷ and its derivative.
func elementwise(caller string, grad, yhat, y *mat.Dense, f func(yhat, y float64) (term, slope float64)) float64 {
	n, _ := checkShapes(caller, grad, yhat, y)
	var m mean
	for i := range n {
		h, t := yhat.RawRowView(i), y.RawRowView(i)
		if grad == nil {
			for k, v := range h {
				term, _ := f(v, t[k])
				m.add(term, n)
			}
			continue
		}
		g := grad.RawRowView(i)
		for k, v := range h {
			term, slope := f(v, t[k])
			m.add(term, n)
			g[k] = slope / float64(n)
		}
	}
	return m.of(n)
}

// mean is 1/n Σ of terms. Those whose sum might be beyond float64, though their mean
// is not, are divided before they are added.
type mean struct{ sum, large float64 }

func (m *mean) add(term float64, n int) {
	if math.Abs(term) > 1e290 {
		m.large += term / float64(n)
	} else {
		m.sum += term
	}
}

func (m *mean) of(n int) float64 { return m.sum/float64(n) + m.large }

// times returns weight·v, where a weight of 0 leaves out v even if that is ±Inf. A NaN
// stays one.
func times(weight, v float64) float64 {
	if weight == 0 && math.IsInf(v, 0) {
		return 0
	}
	return weight * v
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
