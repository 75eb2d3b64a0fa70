package dataset

import "gonum.org/v1/gonum/floats"

// Constant reports whether all that the n values of v differ by is rounding:
//
//	max − min ≤ n·2⁻⁵²·max|v_i|.
//
// 0.3 and 0.1 + 0.2, which float64 has as 0.30000000000000004, are the same. A spread
// below 1e-300 counts as rounding too, because to divide by it would leave float64. No
// values are constant. It is the notion of every package; a NaN or an Inf in v is for
// CheckFinite to find.
func Constant(v []float64) bool {
	if len(v) == 0 {
		return true
	}
	low, high := floats.Min(v), floats.Max(v)
	return high-low <= max(1e-300, float64(len(v))*0x1p-52*max(-low, high))
}
