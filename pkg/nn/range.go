package nn

import "math"

// bounds says that a number lies from low to high. Bounds that are not known are NaN.
type bounds struct{ low, high float64 }

// boundsOf returns the bounds of an activation function or a kernel, by its method Range.
func boundsOf(g any) bounds {
	if ranged, ok := g.(interface{ Range() (low, high float64) }); ok {
		low, high := ranged.Range()
		return bounds{low, high}
	}
	return bounds{math.NaN(), math.NaN()}
}

// plus returns the bounds of u + strength·v, where u lies in b and v in other.
func (b bounds) plus(strength float64, other bounds) bounds {
	switch {
	case strength == 0: // 0·∞ would be NaN
		return b
	case strength < 0:
		other.low, other.high = other.high, other.low
	}
	return bounds{b.low + strength*other.low, b.high + strength*other.high}
}

// boundsOfUnits returns the bounds of the units of a^(l), without the bias unit.
func (net *Network) boundsOfUnits(l int) bounds {
	if l == 0 {
		return bounds{math.Inf(-1), math.Inf(1)}
	}
	return net.layers[l-1].bounds
}

// OutputRange returns the bounds of ŷ that the layers set, whatever θ and x: 0
// and 1 for a network that ends in a Dense with a sigmoid, −∞ and ∞ for one that
// ends in logits. Both are NaN when the g of the last layer does not tell its own
// by a method Range. What a loss takes is compared with them.
func (net *Network) OutputRange() (low, high float64) {
	b := net.boundsOfUnits(net.L())
	return b.low, b.high
}

// UsesBatch reports whether in training mode ŷ of a row depends on the other rows
// of its batch, as behind a BatchNorm. A batch of one row then teaches such a
// network next to nothing.
func (net *Network) UsesBatch() bool {
	for _, l := range net.layers {
		if l.usesBatch {
			return true
		}
	}
	return false
}
