package loss

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/mat"
)

// Hinge is the loss of a margin, for labels y = ±1,
//
//	J = 1/n Σ_i Σ_k max(0, 1 − y_ik ŷ_ik),  ∂J/∂ŷ_ik = −y_ik/n where yŷ < 1, else 0.
//
// At yŷ = 1 there is no derivative; 0 is taken.
type Hinge struct{}

// Value returns J and sets grad; see Func.
func (Hinge) Value(grad, yhat, y *mat.Dense) float64 {
	return elementwise("Hinge", grad, yhat, y, func(yhat, y float64) (float64, float64) {
		switch short := 1 - y*yhat; {
		case short > 0:
			return short, -y
		case short <= 0:
			return 0, 0
		default:
			return short, short // NaN
		}
	})
}

// String returns "hinge".
func (Hinge) String() string { return "hinge" }

// BinaryCrossEntropy is the cross-entropy of y, in [0, 1] and mostly 0 or 1,
// and p = σ(z) = 1/(1 + e^−z), where ŷ = z is the logit: the last layer has no
// sigmoid of its own.
//
//	J = −1/n Σ_i Σ_k [y ln p + (1 − y) ln(1 − p)],  ∂J/∂z_ik = (p − y)/n.
//
// It is computed as ln(1 + e^−|z|) plus z(1 − y) for z ≥ 0 or −zy for z < 0: no
// z overflows and no ln 0 arises. With several outputs each is a question of
// its own, answered yes or no.
type BinaryCrossEntropy struct{}

// Value returns J and sets grad; see Func.
func (BinaryCrossEntropy) Value(grad, yhat, y *mat.Dense) float64 {
	return elementwise("BinaryCrossEntropy", grad, yhat, y, func(z, y float64) (float64, float64) {
		e := math.Exp(-math.Abs(z)) // ≤ 1
		if z < 0 {
			return times(y, -z) + math.Log1p(e), e/(1+e) - y
		}
		return times(1-y, z) + math.Log1p(e), 1/(1+e) - y
	})
}

// String returns "binary cross-entropy".
func (BinaryCrossEntropy) String() string { return "binary cross-entropy" }

// CrossEntropy is the cross-entropy of y and p = softmax(z), where the row
// ŷ_i = z_i holds the logits of m ≥ 2 classes: the last layer has no softmax
// of its own. A row of y is one-hot, or any distribution over the classes.
//
//	J = −1/n Σ_i Σ_k y_ik ln p_ik,  p_ik = e^z_ik / Σ_j e^z_ij,
//	∂J/∂z_ik = (p_ik − y_ik)/n for rows of y that sum to 1.
//
// The largest z of a row is subtracted from all, so that nothing overflows and
// no ln 0 arises: −ln p_k = (max z − z_k) + ln Σ_j e^(z_j − max z). The largest
// z adds 1 to that sum, so that it is ln(1 + …), which is exact near 0.
type CrossEntropy struct{}

// Value returns J and sets grad; see Func. It panics for a single column,
// where p is always 1.
func (CrossEntropy) Value(grad, yhat, y *mat.Dense) float64 {
	n, m := checkShapes("CrossEntropy", grad, yhat, y)
	if m == 1 {
		panic("loss: CrossEntropy: ŷ has one column, want one a class; for one logit take BinaryCrossEntropy")
	}
	var J mean
	for i := range n {
		z, t := yhat.RawRowView(i), y.RawRowView(i)
		var g []float64
		if grad != nil {
			g = grad.RawRowView(i)
		}
		top := argmax(z)
		peak := z[top]
		rest, sumY, below := 0.0, 0.0, 0.0 // Σ e^(z − peak) but for the top; Σ y; Σ y (peak − z)
		for k, v := range z {
			e, deep := 1.0, 0.0 // at the top, even if that is +∞
			if k != top {
				e, deep = math.Exp(v-peak), peak-v
				rest += e
			}
			sumY += t[k]
			below += times(t[k], deep)
			if g != nil {
				g[k] = e
			}
		}
		J.add(below+sumY*math.Log1p(rest), n)
		for k, e := range g {
			g[k] = (sumY*e/(1+rest) - t[k]) / float64(n)
		}
	}
	return J.of(n)
}

// String returns "cross-entropy".
func (CrossEntropy) String() string { return "cross-entropy" }

// Softmax turns logits into probabilities, dst_k = e^z_k / Σ_j e^z_j, which are
// ≥ 0 and sum to 1. A number added to all z changes nothing, and so the
// largest is subtracted from all: no z overflows. It panics unless dst and z
// have the same length; they may be the same slice.
func Softmax(dst, z []float64) {
	if len(dst) != len(z) {
		panic(fmt.Sprintf("loss: Softmax: dst has %d values, want %d as z", len(dst), len(z)))
	}
	if len(z) == 0 {
		panic("loss: Softmax: no values")
	}
	top := argmax(z)
	peak, sum := z[top], 0.0
	for k, v := range z {
		e := math.Exp(v - peak)
		if k == top && v == peak {
			e = 1 // even if that is +∞
		}
		dst[k] = e
		sum += e
	}
	for k := range dst {
		dst[k] /= sum
	}
}

// argmax returns the index of the largest value, the first one if several are
// equal. A NaN is passed over.
func argmax(z []float64) int {
	best, at := math.Inf(-1), 0
	for k, v := range z {
		if v > best {
			best, at = v, k
		}
	}
	return at
}
