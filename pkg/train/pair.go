package train

import (
	"fmt"
	"math"

	"ann/pkg/loss"
	"ann/pkg/nn"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// ranged is a loss that takes not every ŷ, and sees from the bounds of ŷ whether the
// last layer suits it.
type ranged interface {
	CheckRange(low, high float64) *loss.BadRange
}

// checkPair returns a *loss.BadRange when J does not take what the last layer gives.
func checkPair(net *nn.Network, J loss.Func) error {
	if l, ok := J.(ranged); ok {
		if e := l.CheckRange(net.OutputRange()); e != nil {
			e.Layer = net.Layer(net.L() - 1).String()
			return e
		}
	}
	return nil
}

// leastR2 is the R² that the last layer must be able to reach in every column of Y.
// Some noise beyond a bound is all right, as with tanh for y = ±1 and noise.
const leastR2 = 0.75

// checkReach returns a *loss.BadRange when J wants a response, and the last layer cannot
// come near a column of Y however well it is trained: with each y moved to the nearest
// ŷ there is, R² stays below leastR2.
func checkReach(net *nn.Network, J loss.Func, Y *mat.Dense) error {
	if _, ok := J.(ranged); ok {
		return nil
	}
	low, high := net.OutputRange()
	if math.IsInf(low, -1) && math.IsInf(high, 1) || math.IsNaN(low) || math.IsNaN(high) {
		return nil
	}
	n, m := Y.Dims()
	nearest := make([]float64, n)
	for k := range m {
		y := mat.Col(nil, k, Y)
		for i, v := range y {
			nearest[i] = min(max(v, low), high)
		}
		if r2 := loss.R2(nearest, y); r2 < leastR2 {
			want := fmt.Sprintf("it near Y, which goes from %.3g to %.3g in column %d, so that R² could be %.2f at most: a last layer without G, or another scale of Y",
				floats.Min(y), floats.Max(y), k, r2)
			return &loss.BadRange{Layer: net.Layer(net.L() - 1).String(), Low: low, High: high, User: J.String(), Want: want}
		}
	}
	return nil
}
