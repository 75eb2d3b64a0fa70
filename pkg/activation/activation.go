package activation

import (
	"fmt"
	"math"
)

// Func is an activation function g with its derivative g′, over slices. Slices
// of different lengths panic. The types of this package are comparable values,
// of which nothing is changed by their methods. A network may call them from
// several goroutines at once, with different slices.
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

// Derivative sets dst_i = g′(z_i). It makes a slice for g(z); a network, which
// has it, calls Backward. It panics when dst and z differ in length; they may
// not be the same slice.
func Derivative(g Func, dst, z []float64) {
	if len(dst) != len(z) {
		panic(lengths("Derivative", "dst", len(dst), len(z)))
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
		panic(lengths(name+": Value", "a", len(a), len(z)))
	}
}

func checkBackward(name string, delta, z, a []float64) {
	if len(delta) != len(z) {
		panic(lengths(name+": Backward", "δ", len(delta), len(z)))
	}
	if len(a) != len(z) {
		panic(lengths(name+": Backward", "a", len(a), len(z)))
	}
}

func lengths(caller, name string, got, want int) string {
	return fmt.Sprintf("activation: %s: %s has length %d, want %d, that of z", caller, name, got, want)
}

// bySign returns x if the sign bit of z is set and y otherwise. The sign of z is
// as good as random, so a jump would be guessed wrongly every other time, which
// takes as long as twenty operations. Between two whole numbers that it has, Go
// makes the processor choose without a jump: so the bits of x and y are taken as
// whole numbers.
func bySign(z, x, y float64) float64 {
	left, right := math.Float64bits(x), math.Float64bits(y)
	if int64(math.Float64bits(z)) < 0 {
		right = left
	}
	return math.Float64frombits(right)
}
