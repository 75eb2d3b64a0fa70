package dataset

import (
	"fmt"
	"math"
	"math/rand/v2"

	"gonum.org/v1/gonum/mat"
)

// XOR returns n points at the corners (±1, ±1), n×2, and their labels: 1 where
// the two signs differ ("exclusive or"), 0 where they agree. Row i is corner
// i mod 4; XOR(4, 0, rng) is the truth table. noise moves each coordinate by a
// number drawn evenly from [−noise, noise], and the label stays what it was
// before; with noise below 1 every point stays in its quadrant. It panics when
// n < 1, noise < 0, or rng is nil.
func XOR(n int, noise float64, rng *rand.Rand) (X *mat.Dense, labels []int) {
	corners := [][2]float64{{-1, -1}, {-1, 1}, {1, 1}, {1, -1}}
	return scatterClasses("XOR", n, 2, noise, rng, func(i int) (x1, x2 float64) {
		c := corners[i%4]
		return c[0], c[1]
	})
}

// Quadrants returns n points spread evenly over the square [−1, 1]², n×2, with
// label 1 in the two quadrants where the signs differ and 0 where they agree:
// XOR filled in. Row i has label i mod 2. Without noise no point is within 0.05
// of an axis; noise is that of XOR. It panics when n < 1, noise < 0, or rng is
// nil.
//
// Source: TensorFlow Playground, "Exclusive or".
func Quadrants(n int, noise float64, rng *rand.Rand) (X *mat.Dense, labels []int) {
	return scatterClasses("Quadrants", n, 2, noise, rng, func(i int) (x1, x2 float64) {
		x1, x2 = between(0.05, 1, rng), between(0.05, 1, rng)
		if i%2 == 1 {
			x2 = -x2
		}
		if rng.IntN(2) == 1 {
			x1, x2 = -x1, -x2
		}
		return x1, x2
	})
}

// Circles returns n points, n×2: a ring of radius 0.7 to 1 (label 0) about a
// disc of radius 0.5 (label 1). No straight line separates them, a circle does.
// Row i has label i mod 2; noise is that of XOR. It panics when n < 1,
// noise < 0, or rng is nil.
//
// Source: TensorFlow Playground, "Circle".
func Circles(n int, noise float64, rng *rand.Rand) (X *mat.Dense, labels []int) {
	return scatterClasses("Circles", n, 2, noise, rng, func(i int) (x1, x2 float64) {
		r := between(0.7, 1, rng)
		if i%2 == 1 {
			r = between(0, 0.5, rng)
		}
		sin, cos := math.Sincos(between(0, 2*math.Pi, rng))
		return r * cos, r * sin
	})
}

// Moons returns n points, n×2, on two half circles of radius 1 that reach into
// each other: the upper one about (0, 0) has label 0, the lower one about
// (1, 0.5) has label 1. Row i has label i mod 2; noise is that of XOR. It panics
// when n < 1, noise < 0, or rng is nil.
//
// Source: scikit-learn's make_moons, which has normal noise.
func Moons(n int, noise float64, rng *rand.Rand) (X *mat.Dense, labels []int) {
	return scatterClasses("Moons", n, 2, noise, rng, func(i int) (x1, x2 float64) {
		sin, cos := math.Sincos(between(0, math.Pi, rng))
		if i%2 == 1 {
			return 1 - cos, 0.5 - sin
		}
		return cos, sin
	})
}

// Spirals returns n points, n×2, on two spirals of radius 1 that turn 1¾ times
// about each other, evenly spread along the radius r:
//
//	x = r (sin t, cos t),  t = 1.75·2π r  (label 0),  t + π  (label 1).
//
// Row i has label i mod 2; noise is that of XOR. It panics when n < 1,
// noise < 0, or rng is nil.
//
// Source: TensorFlow Playground, "Spiral" (radius 5 there).
func Spirals(n int, noise float64, rng *rand.Rand) (X *mat.Dense, labels []int) {
	return scatterClasses("Spirals", n, 2, noise, rng, func(i int) (x1, x2 float64) {
		r := float64(i/2) / float64((n+1)/2)
		sin, cos := math.Sincos(1.75*2*math.Pi*r + float64(i%2)*math.Pi)
		return r * sin, r * cos
	})
}

// Blobs returns n points of k classes, n×p: class c is normal about
// centers[c], a point of p coordinates, with standard deviation sigma in every
// direction. Row i has label i mod k. It panics when n < 1, centers is empty,
// their lengths differ, sigma < 0, or rng is nil.
func Blobs(n int, centers [][]float64, sigma float64, rng *rand.Rand) (X *mat.Dense, labels []int) {
	checkDraw("Blobs", n, "σ", sigma, rng)
	if len(centers) == 0 || len(centers[0]) == 0 {
		panic("dataset: Blobs: there are no centers")
	}
	p := len(centers[0])
	for c := range centers {
		if len(centers[c]) != p {
			panic(fmt.Sprintf("dataset: Blobs: center %d has %d coordinates, center 0 has %d", c, len(centers[c]), p))
		}
	}
	X, labels = mat.NewDense(n, p, nil), make([]int, n)
	for i := range n {
		labels[i] = i % len(centers)
		row := X.RawRowView(i)
		for k, v := range centers[labels[i]] {
			row[k] = v + sigma*rng.NormFloat64()
		}
	}
	return X, labels
}

// scatterClasses draws n points of k classes and moves them by the noise. The
// classes take turns, so that any first rows are balanced.
func scatterClasses(caller string, n, k int, noise float64, rng *rand.Rand, point func(i int) (x1, x2 float64)) (X *mat.Dense, labels []int) {
	checkDraw(caller, n, "noise", noise, rng)
	X, labels = mat.NewDense(n, 2, nil), make([]int, n)
	for i := range n {
		x1, x2 := point(i)
		X.Set(i, 0, x1+between(-noise, noise, rng))
		X.Set(i, 1, x2+between(-noise, noise, rng))
		labels[i] = i % k
	}
	return X, labels
}

// checkDraw checks what a generator is given.
func checkDraw(caller string, n int, what string, noise float64, rng *rand.Rand) {
	needRand(caller, rng)
	if n < 1 {
		panic(fmt.Sprintf("dataset: %s: n is %d, want 1 or more", caller, n))
	}
	if !(noise >= 0) {
		panic(fmt.Sprintf("dataset: %s: %s is %g, want 0 or more", caller, what, noise))
	}
}

// between draws evenly from [lo, hi).
func between(lo, hi float64, rng *rand.Rand) float64 { return lo + (hi-lo)*rng.Float64() }
