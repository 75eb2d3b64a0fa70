package optimizer

import (
	"fmt"
	"math"
	"testing"

	"gonum.org/v1/gonum/diff/fd"
	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

func surfaces() []Surface {
	return []Surface{Ravine(100), DiagonalRavine(100), Saddle(), Beale(), Himmelblau(), Rosenbrock()}
}

func TestSurfaceGradients(t *testing.T) {
	for _, s := range surfaces() {
		grad, want := make([]float64, 2), make([]float64, 2)
		for i := range 9 {
			for j := range 9 {
				theta := []float64{s.Box[0][0] + (s.Box[0][1]-s.Box[0][0])*float64(i)/8, s.Box[1][0] + (s.Box[1][1]-s.Box[1][0])*float64(j)/8}
				s.Gradient(grad, theta)
				fd.Gradient(want, s.J, theta, &fd.Settings{Formula: fd.Central})
				// The difference has an error of h²J‴/6 with h = 6e-6, and of J's
				// rounding over h.
				if allowed := 1e-7 + 1e-7*floats.Norm(grad, 2) + 1e-9*math.Abs(s.J(theta)); !(floats.Distance(grad, want, 2) <= allowed) {
					t.Errorf("%s at %v: gradient %v, differences give %v", s.Name, theta, grad, want)
				}
				if s.At(theta[0], theta[1]) != s.J(theta) {
					t.Errorf("%s: At is not J", s.Name)
				}
			}
		}
	}
}

func TestMinimaAndSaddles(t *testing.T) {
	count := map[string][2]int{"Ravine": {1, 0}, "DiagonalRavine": {1, 0}, "Saddle": {2, 1}, "Beale": {1, 2}, "Himmelblau": {4, 4}, "Rosenbrock": {1, 0}}
	for _, s := range surfaces() {
		if got := [2]int{len(s.Minima), len(s.Saddles)}; got != count[s.Name] {
			t.Errorf("%s: %d minima and saddles, want %d", s.Name, got, count[s.Name])
		}
		inside := func(theta []float64) {
			for j, v := range theta {
				if len(theta) != 2 || !(s.Box[j][0] <= v && v <= s.Box[j][1]) {
					t.Errorf("%s: %v is outside the box", s.Name, theta)
				}
			}
		}
		// bend returns the eigenvalues of the second derivatives.
		bend := func(theta []float64) []float64 {
			grad := make([]float64, 2)
			s.Gradient(grad, theta)
			if !(floats.Norm(grad, 2) <= 1e-12) {
				t.Errorf("%s: the gradient at %v is %v", s.Name, theta, grad)
			}
			inside(theta)
			H := mat.NewDense(2, 2, nil)
			fd.Jacobian(H, s.Gradient, theta, &fd.JacobianSettings{Formula: fd.Central})
			var eig mat.EigenSym
			eig.Factorize(mat.NewSymDense(2, []float64{H.At(0, 0), (H.At(0, 1) + H.At(1, 0)) / 2, 0, H.At(1, 1)}), false)
			return eig.Values(nil)
		}
		inside(s.Start)
		for _, m := range s.Minima {
			if l := bend(m); l[0] <= 0.1 || !(math.Abs(s.J(m)-s.Lowest) <= 1e-25) {
				t.Errorf("%s: at %v J = %g and λ = %v, want a minimum of %g", s.Name, m, s.J(m), l, s.Lowest)
			}
		}
		for _, m := range s.Saddles {
			if l := bend(m); !(l[0] < 0 && l[1] > 0) {
				t.Errorf("%s: at %v λ = %v, want a saddle", s.Name, m, l)
			}
		}
		panics(t, "optimizer: "+s.Name+": θ has 3 values, want 2", func() { s.J(make([]float64, 3)) })
		panics(t, "optimizer: "+s.Name+": the gradient has 1 values, want 2", func() { s.Gradient(make([]float64, 1), make([]float64, 2)) })
	}
	panics(t, "optimizer: Ravine: κ is 0.5, want", func() { Ravine(0.5) })
	panics(t, "optimizer: DiagonalRavine: κ is NaN, want", func() { DiagonalRavine(math.NaN()) })
}

// Every rule reaches a minimum of every surface from its start.
func TestConvergenceOnSurfaces(t *testing.T) {
	alphas := map[string][7]float64{ // GD, Momentum, Nesterov, AdaGrad, RMSProp, Adam, AdamW
		"Ravine":         {0.018, 0.01, 0.01, 1, 0.1, 0.1, 0.1},
		"DiagonalRavine": {0.018, 0.01, 0.01, 1, 0.1, 0.1, 0.1},
		"Saddle":         {0.3, 0.1, 0.1, 0.3, 0.01, 0.1, 0.1},
		"Beale":          {0.01, 0.003, 0.003, 1, 0.01, 0.1, 0.1},
		"Himmelblau":     {0.01, 0.003, 0.01, 1, 0.1, 0.1, 0.1},
		"Rosenbrock":     {0.0018, 0.001, 0.001, 0.5, 0.01, 0.1, 0.1},
	}
	for _, s := range surfaces() {
		a := alphas[s.Name]
		adamw := NewAdamW(a[6])
		adamw.Decay = 0 // would move the minimum
		rms := NewRMSProp(a[4])
		rms.Schedule = Cosine(20000) // with a constant α it rings for ever
		for _, o := range []Optimizer{NewGD(a[0]), NewMomentum(a[1]), NewNesterov(a[2]), NewAdaGrad(a[3]), rms, NewAdam(a[5]), adamw} {
			r, err := Minimize(s.Problem, s.Start, o, Config{MaxSteps: 20000, MinGradient: 1e-6})
			if err != nil {
				t.Errorf("%s, %s: %v", s.Name, o, err)
				continue
			}
			near := math.Inf(1)
			for _, m := range s.Minima {
				near = min(near, floats.Distance(r.Theta, m, 2))
			}
			if !(near <= 1e-4) {
				t.Errorf("%s, %s: %v after %d steps at %v, %.2g from a minimum", s.Name, o, r.Stopped, r.Steps, r.Theta, near)
			}
		}
	}
}

// Two starts, two minima; and a saddle that holds whoever comes along its
// axis.
func TestSaddleHolds(t *testing.T) {
	s := Saddle()
	for _, c := range []struct {
		start []float64
		ends  []float64
	}{
		{[]float64{1, 0.01}, []float64{0, 1}},
		{[]float64{1, -0.01}, []float64{0, -1}},
		{[]float64{1, 0}, []float64{0, 0}},
	} {
		r, err := Minimize(s.Problem, c.start, NewGD(0.1), Config{MaxSteps: 1000, MinGradient: 1e-9})
		if err != nil || r.Stopped != SmallGradient || !(floats.Distance(r.Theta, c.ends, 2) <= 1e-8) {
			t.Errorf("from %v: %v %+v, want %v", c.start, err, r, c.ends)
		}
	}
}

func TestHimmelblauHasFourEnds(t *testing.T) {
	s := Himmelblau()
	ends := map[string]bool{}
	for _, start := range [][]float64{{1, 1}, {-1, 1}, {-1, -2}, {1, -2}} {
		r, err := Minimize(s.Problem, start, NewGD(0.01), Config{MaxSteps: 1000, MinGradient: 1e-9})
		if err != nil || !(r.J <= 1e-12) {
			t.Errorf("from %v: %v %+v", start, err, r)
			continue
		}
		ends[fmt.Sprintf("%.3f", r.Theta)] = true
	}
	if len(ends) != 4 {
		t.Errorf("the ends are %v, want 4", ends)
	}
}

// A ravine turned by 45° is the same to GD and harder for AdaGrad.
func TestTurnedRavine(t *testing.T) {
	steps := func(s Surface, o Optimizer) int {
		r, err := Minimize(s.Problem, s.Start, o, Config{MaxSteps: 100000, MinGradient: 1e-6})
		if err != nil || r.Stopped != SmallGradient {
			t.Fatalf("%s, %s: %v %+v", s.Name, o, err, r)
		}
		return r.Steps
	}
	straight, turned := Ravine(100), DiagonalRavine(100)
	if a, b := steps(straight, NewGD(0.018)), steps(turned, NewGD(0.018)); a-b > 1 || b-a > 1 {
		t.Errorf("GD takes %d steps straight and %d turned", a, b)
	}
	if a, b := steps(straight, NewAdaGrad(3)), steps(turned, NewAdaGrad(3)); b < 10*a {
		t.Errorf("AdaGrad takes %d steps straight and %d turned", a, b)
	}
}
