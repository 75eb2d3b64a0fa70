package regression

import (
	"errors"
	"math"
	"math/rand/v2"
	"testing"

	"ann/pkg/dataset"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

func randomProblem(n, q int) (*mat.Dense, []float64) {
	rng := rand.New(rand.NewPCG(7, 7))
	X, y := mat.NewDense(n, q, nil), make([]float64, n)
	X.Apply(func(_, k int, _ float64) float64 {
		if k == 0 {
			return 1
		}
		return rng.NormFloat64()
	}, X)
	for i := range y {
		y[i] = rng.NormFloat64()
	}
	return X, y
}

// The counts against the formulas, the results against the engine's own.
func TestCounts(t *testing.T) {
	for _, c := range []struct{ n, q int }{{1, 1}, {5, 3}, {40, 11}, {9, 9}} {
		X, y := randomProblem(c.n, c.q)
		theta := make([]float64, c.q)
		floats.AddConst(0.5, theta)
		grad, predict, collect := CountGradient(X, y, theta)
		if predict != c.n*c.q || collect != c.n*c.q {
			t.Errorf("%v: gradient %d + %d multiplications, want %d each", c, predict, collect, c.n*c.q)
		}
		for k := range grad { // J is quadratic: the central difference is exact
			up, down := append([]float64(nil), theta...), append([]float64(nil), theta...)
			up[k]++
			down[k]--
			if want := (J(X, y, up) - J(X, y, down)) / 2; !(math.Abs(grad[k]-want) <= 1e-12) {
				t.Errorf("%v: ∂J/∂θ_%d = %g, want %g", c, k, grad[k], want)
			}
		}
		got, form, solve, err := CountNormalEquation(X, y)
		want, err2 := LeastSquares(X, y)
		if err != nil || err2 != nil {
			t.Fatal(c, err, err2)
		}
		if !floats.EqualApprox(got, want.Theta, 1e-7) {
			t.Errorf("%v: θ = %g, want %g", c, got, want.Theta)
		}
		q := c.q
		if w := c.n*q + c.n*q*(q+1)/2; form != w {
			t.Errorf("%v: form %d, want %d", c, form, w)
		}
		if w := q*(q-1)/2 + (q-1)*q*(q+1)/6 + q*(q+1); solve != w {
			t.Errorf("%v: solve %d, want %d", c, solve, w)
		}
	}
}

func TestCountErrors(t *testing.T) {
	X, y := randomProblem(2, 3)
	var few *TooFewPoints
	if _, _, _, err := CountNormalEquation(X, y); !errors.As(err, &few) || few.N != 2 || few.Columns != 3 {
		t.Errorf("error %v", err)
	}
	var indefinite *NotPositiveDefinite
	if _, _, _, err := CountNormalEquation(mat.NewDense(3, 2, []float64{1, 0, 1, 0, 1, 0}), []float64{1, 2, 3}); !errors.As(err, &indefinite) {
		t.Errorf("error %v", err)
	}
	y = []float64{1, 2, 3}
	var missing *dataset.NotFinite
	if _, _, _, err := CountNormalEquation(mat.NewDense(3, 2, []float64{1, 0, 1, math.NaN(), 1, 2}), y); !errors.As(err, &missing) || missing.Row != 1 || missing.Column != 1 {
		t.Errorf("error %v", err)
	}
	var overflow *Overflow
	if theta, _, _, err := CountNormalEquation(mat.NewDense(3, 2, []float64{1, 0, 1, 1e150, 1, 2}), y); err != nil || !dataset.Finite(floats.Sum(theta)) {
		t.Errorf("1e150: θ = %g, error %v", theta, err)
	}
	if _, _, _, err := CountNormalEquation(mat.NewDense(3, 2, []float64{1, 1e-160, 1, 2e-160, 1, 3.5e-160}), []float64{1e150, -1e150, 1e150}); !errors.As(err, &overflow) || overflow.What != "θ" {
		t.Errorf("θ beyond range: error %v", err)
	}
	y = y[:2]
	for want, f := range map[string]func(){
		"regression: CountGradient: X is 2×3, θ has 1 values (does X have its ones column?)": func() { CountGradient(X, y, []float64{1}) },
		"regression: CountGradient: there are no points":                                     func() { CountGradient(&mat.Dense{}, nil, nil) },
		"regression: CountNormalEquation: y has 1 values, X has 2 rows":                      func() { _, _, _, _ = CountNormalEquation(X, y[:1]) },
	} {
		func() {
			defer func() {
				if got := recover(); got != want {
					t.Errorf("panic %v, want %v", got, want)
				}
			}()
			f()
		}()
	}
}
