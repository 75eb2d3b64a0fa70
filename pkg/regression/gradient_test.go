package regression

import (
	"math"
	"testing"

	"ann/pkg/gradcheck"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

func TestGradient(t *testing.T) {
	for _, c := range []struct{ n, q int }{{1, 1}, {7, 3}, {30, 6}, {2, 5}} {
		X, y := randomProblem(c.n, c.q)
		theta := make([]float64, c.q)
		for k := range theta {
			theta[k] = float64(k) - 1.5
		}
		grad := Gradient(X, y, theta)
		counted, _, _ := CountGradient(X, y, theta)
		if !floats.EqualApprox(grad, counted, 1e-12) {
			t.Errorf("%v: ∇J = %g, by loops %g", c, grad, counted)
		}
		p := Problem(X, y)
		if r := gradcheck.Check(p.J, theta, grad); !(r.Worst <= 1e-7) {
			t.Errorf("%v: %v", c, r)
		}
		if a, b := p.J(theta), J(X, y, theta); !(math.Abs(a-b) <= 1e-14*b) {
			t.Errorf("%v: J = %g, want %g", c, a, b)
		}
		if a := testing.AllocsPerRun(10, func() { p.J(theta); p.Gradient(grad, theta) }); a != 0 {
			t.Errorf("%v: %g allocations", c, a)
		}
	}
}

func TestGradientAtTheMinimumIsZero(t *testing.T) {
	X, y := randomProblem(50, 4)
	fit, err := LeastSquares(X, y)
	if err != nil {
		t.Fatal(err)
	}
	if g := floats.Norm(Gradient(X, y, fit.Theta), 2); g > 1e-14 {
		t.Errorf("|∇J| = %g at the minimum", g)
	}
}

func TestEigenvalues(t *testing.T) {
	// XᵀX/n is [1 2; 2 8]: trace 9, determinant 4.
	X := mat.NewDense(2, 2, []float64{1, 0, 1, 4})
	want := []float64{(9 - math.Sqrt(65)) / 2, (9 + math.Sqrt(65)) / 2}
	if got := Eigenvalues(X); !floats.EqualApprox(got, want, 1e-13) {
		t.Errorf("λ = %v, want %v", got, want)
	}
	X, y := randomProblem(30, 5)
	fit, err := LeastSquares(X, y)
	if err != nil {
		t.Fatal(err)
	}
	l := Eigenvalues(X)
	if k := l[4] / l[0]; !(math.Abs(k-fit.Cond*fit.Cond) <= 1e-9*k) {
		t.Errorf("λ_max/λ_min = %g, Cond² = %g", k, fit.Cond*fit.Cond)
	}
	if l := Eigenvalues(mat.NewDense(1, 3, []float64{1, 2, 2})); l[0] != 0 || l[1] != 0 || !(math.Abs(l[2]-9) <= 1e-14) {
		t.Errorf("one point: λ = %v", l)
	}
}

func TestNonlinear(t *testing.T) {
	x, y := []float64{0, 1, 2.5, 4}, []float64{1, -1, 0.5, 2}
	line := Nonlinear(func(x float64, theta, dh []float64) float64 {
		dh[0], dh[1] = 1, x
		return theta[0] + theta[1]*x
	}, x, y)
	X, theta, grad := Design(x, Polynomial(1)), []float64{0.3, -0.8}, make([]float64, 2)
	line.Gradient(grad, theta)
	if want := Gradient(X, y, theta); !floats.EqualApprox(grad, want, 1e-14) {
		t.Errorf("a line: ∇J = %g, want %g", grad, want)
	}
	if got, want := line.J(theta), J(X, y, theta); !(math.Abs(got-want) <= 1e-15) {
		t.Errorf("a line: J = %g, want %g", got, want)
	}
	wave := Nonlinear(func(x float64, theta, dh []float64) float64 {
		sin, cos := math.Sincos(theta[1] * x)
		dh[0], dh[1] = sin, theta[0]*x*cos
		return theta[0] * sin
	}, x, y)
	wave.Gradient(grad, theta)
	if r := gradcheck.Check(wave.J, theta, grad); !(r.Worst <= 1e-7) {
		t.Errorf("a wave: %v", r)
	}
	if a := testing.AllocsPerRun(10, func() { wave.J(theta); wave.Gradient(grad, theta) }); a != 0 {
		t.Errorf("%g allocations", a)
	}
}

func TestGradientPanics(t *testing.T) {
	X, y := randomProblem(2, 3)
	for want, f := range map[string]func(){
		"regression: Gradient: X is 2×3, θ has 1 values (does X have its ones column?)": func() { Gradient(X, y, []float64{1}) },
		"regression: Problem: there are no points":                                      func() { Problem(&mat.Dense{}, nil) },
		"regression: Problem: X is nil":                                                 func() { Problem(nil, nil) },
		"regression: Nonlinear: h is nil":                                               func() { Nonlinear(nil, nil, nil) },
		"regression: Nonlinear: x has 1 values, y has 0": func() {
			Nonlinear(func(float64, []float64, []float64) float64 { return 0 }, []float64{1}, nil)
		},
		"regression: Nonlinear: there are no points": func() {
			Nonlinear(func(float64, []float64, []float64) float64 { return 0 }, nil, nil)
		},
		"regression: Eigenvalues: there are no points": func() { Eigenvalues(&mat.Dense{}) },
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
