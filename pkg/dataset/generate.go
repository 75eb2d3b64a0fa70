package dataset

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"

	"gonum.org/v1/gonum/floats"
)

// Line returns n points about a straight line,
//
//	y_i = θ_0 + θ_1 x_i + σ ε_i,  ε_i normal with mean 0 and variance 1,
//
// with x_i evenly spread over [0, 10]. It panics when n < 1, sigma < 0, or rng
// is nil.
func Line(n int, theta0, theta1, sigma float64, rng *rand.Rand) (x, y []float64) {
	return scatter("Line", func(x float64) float64 { return theta0 + theta1*x }, 0, 10, n, sigma, rng)
}

// Curve returns n points about any function, y_i = f(x_i) + σ ε_i with ε_i
// normal (mean 0, variance 1) and x_i evenly spread over [lo, hi], ends
// included. A single point lies at lo. It panics when n < 1, sigma < 0, f or
// rng is nil.
func Curve(f func(float64) float64, lo, hi float64, n int, sigma float64, rng *rand.Rand) (x, y []float64) {
	if f == nil {
		panic("dataset: Curve: f is nil")
	}
	return scatter("Curve", f, lo, hi, n, sigma, rng)
}

// scatter is Curve for the caller.
func scatter(caller string, f func(float64) float64, lo, hi float64, n int, sigma float64, rng *rand.Rand) (x, y []float64) {
	needRand(caller, rng)
	if !(sigma >= 0) {
		panic(fmt.Sprintf("dataset: %s: σ is %g, want 0 or more", caller, sigma))
	}
	x = linspace(caller, lo, hi, n)
	y = make([]float64, n)
	for i := range x {
		y[i] = f(x[i]) + sigma*rng.NormFloat64()
	}
	return x, y
}

// Linspace returns n numbers evenly spread over [lo, hi], ends included; one
// number is lo. It panics when n < 1.
func Linspace(lo, hi float64, n int) []float64 { return linspace("Linspace", lo, hi, n) }

func linspace(caller string, lo, hi float64, n int) []float64 {
	if n < 1 {
		panic(fmt.Sprintf("dataset: %s: n is %d, want 1 or more", caller, n))
	}
	x := make([]float64, n)
	if n == 1 {
		x[0] = lo
		return x
	}
	return floats.Span(x, lo, hi)
}

// Spoil makes outliers: it adds shift to count of the values in y, in place,
// and returns which ones, in rising order. They are drawn at random from the
// last quarter of y (or the last count values, if that is more). For points in
// the order of x, as Line and Curve give them, these are at the end, where an
// outlier changes the slope of a straight line most.
//
// It panics when count is negative or larger than len(y), or rng is nil.
func Spoil(y []float64, count int, shift float64, rng *rand.Rand) []int {
	needRand("Spoil", rng)
	if count < 0 || count > len(y) {
		panic(fmt.Sprintf("dataset: Spoil: count is %d, y has %d values", count, len(y)))
	}
	end := max(int(math.Ceil(float64(len(y))/4)), count)
	which := rng.Perm(end)[:count]
	for j := range which {
		which[j] += len(y) - end
		y[which[j]] += shift
	}
	slices.Sort(which)
	return which
}

func needRand(caller string, rng *rand.Rand) {
	if rng == nil {
		panic("dataset: " + caller + ": rng is nil; pass rand.New(rand.NewPCG(1, 2))")
	}
}
