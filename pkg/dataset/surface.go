package dataset

import (
	"math"
	"math/rand/v2"

	"gonum.org/v1/gonum/mat"
)

// Surface returns n points about a function of two features,
//
//	y_i = f(x_i1, x_i2) + σ ε_i,  ε_i normal with mean 0 and variance 1,
//
// with X, n×2, drawn evenly from the square [−1, 1]². It panics when f or rng is
// nil, n < 1 or sigma < 0. Plane and Bumps are two such f.
func Surface(f func(x1, x2 float64) float64, n int, sigma float64, rng *rand.Rand) (X *mat.Dense, y []float64) {
	if f == nil {
		panic("dataset: Surface: f is nil")
	}
	checkDraw("Surface", n, "σ", sigma, rng)
	X, y = mat.NewDense(n, 2, nil), make([]float64, n)
	for i := range y {
		x1, x2 := between(-1, 1, rng), between(-1, 1, rng)
		X.Set(i, 0, x1)
		X.Set(i, 1, x2)
		y[i] = f(x1, x2) + sigma*rng.NormFloat64()
	}
	return X, y
}

// Plane is the plane (x_1 + x_2)/2, from −1 to 1 over the square [−1, 1]²: a
// single neuron without activation function fits it.
//
// Source: TensorFlow Playground, "Plane".
func Plane(x1, x2 float64) float64 { return (x1 + x2) / 2 }

// Bumps has six cones, three up to +1 and three down to −1, and is 0 between
// them. Each cone has radius 1/3; their tips are at x_1 = −2/3, 0, 2/3 and
// x_2 = ±5/12, with signs that alternate. No plane comes near it.
//
// Source: TensorFlow Playground, "Multi gaussian" (scaled from [−6, 6]).
func Bumps(x1, x2 float64) float64 {
	highest := 0.0
	for _, c := range [...]struct{ x1, x2, sign float64 }{
		{-2. / 3, 5. / 12, 1}, {0, 5. / 12, -1}, {2. / 3, 5. / 12, 1},
		{-2. / 3, -5. / 12, -1}, {0, -5. / 12, 1}, {2. / 3, -5. / 12, -1},
	} {
		if h := 1 - 3*math.Hypot(x1-c.x1, x2-c.x2); h > math.Abs(highest) {
			highest = c.sign * h
		}
	}
	return highest
}
