package activation

import (
	"fmt"
	"math"
)

// Func is an activation function g with its derivative g′, over slices. Slices
// of different lengths panic. The types of this package are comparable values
// that their methods do not change. A network may call them from several
// goroutines at once, with different slices.
type Func interface {
	// Value sets a_i = g(z_i). a and z may be the same slice.
	Value(a, z []float64)

	// Backward multiplies δ_i by g′(z_i), the "⊙ g′(z)" of back propagation.
	// a_i must be g(z_i), because many g′ are cheaper from a; delta is neither
	// z nor a.
	Backward(delta, z, a []float64)

	// String returns the name with its parameters, "tanh" or "ELU(α = 1)".
	String() string
}

// Of returns g(z) of one number.
func Of(g Func, z float64) float64 {
	a := []float64{z}
	g.Value(a, a)
	return a[0]
}

// Slope returns g′(z) of one number.
func Slope(g Func, z float64) float64 {
	d := []float64{0}
	Derivative(g, d, []float64{z})
	return d[0]
}

// Derivative sets dst_i = g′(z_i). It allocates a slice for g(z); a network has
// that already and calls Backward. It panics when dst and z differ in length;
// they may not be the same slice.
func Derivative(g Func, dst, z []float64) {
	if len(dst) != len(z) {
		panic(wrongLength("Derivative", "dst", len(dst), len(z)))
	}
	a := make([]float64, len(z))
	g.Value(a, z)
	for i := range dst {
		dst[i] = 1
	}
	g.Backward(dst, z, a)
}

func checkValue(name string, a, z []float64) {
	if len(a) != len(z) {
		panic(wrongLength(name+": Value", "a", len(a), len(z)))
	}
}

func checkBackward(name string, delta, z, a []float64) {
	if len(delta) != len(z) {
		panic(wrongLength(name+": Backward", "δ", len(delta), len(z)))
	}
	if len(a) != len(z) {
		panic(wrongLength(name+": Backward", "a", len(a), len(z)))
	}
}

func wrongLength(caller, name string, got, want int) string {
	return fmt.Sprintf("activation: %s: %s has length %d, want %d, that of z", caller, name, got, want)
}

// bySign returns left if the sign bit of z is set and right otherwise. A branch
// that the processor predicts wrongly takes as long as twenty operations, and
// the sign of z is as good as random: that would be every other time. Go
// compiles a choice between two integers, but not between two floats, without a
// branch. So the choice is made between the bits of left and right.
func bySign(z, left, right float64) float64 {
	chosen, ifNegative := math.Float64bits(right), math.Float64bits(left)
	if int64(math.Float64bits(z)) < 0 {
		chosen = ifNegative
	}
	return math.Float64frombits(chosen)
}
