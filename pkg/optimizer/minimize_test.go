package optimizer

import (
	"errors"
	"math"
	"slices"
	"strings"
	"testing"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// quadratic is J = ½ θᵀHθ, its largest eigenvalue and its eigenvectors.
func quadratic(H *mat.SymDense) (p Problem, lambda []float64, Q *mat.Dense) {
	n := H.SymmetricDim()
	var eig mat.EigenSym
	if !eig.Factorize(H, true) {
		panic("no eigenvalues")
	}
	Q = &mat.Dense{}
	eig.VectorsTo(Q)
	p = Problem{
		J: func(theta []float64) float64 {
			v := mat.NewVecDense(n, theta)
			return mat.Inner(v, H, v) / 2
		},
		Gradient: func(grad, theta []float64) {
			mat.NewVecDense(n, grad).MulVec(H, mat.NewVecDense(n, theta))
		},
	}
	return p, eig.Values(nil), Q
}

var quadratics = []*mat.SymDense{
	mat.NewSymDense(1, []float64{3}),
	mat.NewSymDense(2, []float64{1, 0.5, 0.5, 1}),
	mat.NewSymDense(2, []float64{1, 2.9, 2.9, 9}),
	mat.NewSymDense(3, []float64{2, 0.5, -0.25, 0.5, 1, 0.125, -0.25, 0.125, 0.5}),
}

// GD converges for α < 2/λ_max and diverges above it, and each eigendirection
// shrinks by 1 − αλ_k.
func TestGDLimitOnQuadratics(t *testing.T) {
	for _, H := range quadratics {
		p, lambda, Q := quadratic(H)
		n := len(lambda)
		start := make([]float64, n)
		for k := range n {
			floats.Add(start, mat.Col(nil, k, Q)) // something of every eigendirection
		}
		// Find the limit by halving an interval around it.
		lo, hi := 0.0, 100.0
		for hi-lo > 1e-5*hi {
			alpha := (lo + hi) / 2
			r, err := Minimize(p, start, NewGD(alpha), Config{MaxSteps: 20000, MinGradient: 1e-9})
			if err == nil && r.J < p.J(start) {
				lo = alpha
			} else {
				hi = alpha
			}
		}
		want := 2 / slices.Max(lambda)
		if off := math.Abs(lo-want) / want; !(off <= 1e-3) {
			t.Errorf("λ = %v: the largest α that converges is %g, 2/λ_max = %g (off by %.2g %%)", lambda, lo, want, 100*off)
		}

		for _, alpha := range []float64{0.1 * want, 0.7 * want, 1.05 * want} {
			r, err := Minimize(p, start, NewGD(alpha), Config{MaxSteps: 10, Record: true})
			if err != nil {
				t.Fatal(err)
			}
			for k, l := range lambda {
				q := mat.Col(nil, k, Q)
				for step := range 10 {
					before, after := floats.Dot(q, r.Path[step]), floats.Dot(q, r.Path[step+1])
					if !(math.Abs(after-(1-alpha*l)*before) <= 1e-13) {
						t.Errorf("λ = %g, α = %g: %g becomes %g, factor %g, want %g", l, alpha, before, after, after/before, 1-alpha*l)
					}
				}
			}
		}
	}
}

// The chapter's measurement: at α = 1.2·2/λ_max the simultaneous update
// diverges and the sequential one converges.
func TestSequential(t *testing.T) {
	p, lambda, _ := quadratic(quadratics[1])
	alpha := 1.2 * 2 / slices.Max(lambda)
	start := []float64{1, 2}
	s := Config{MaxSteps: 1000, MinGradient: 1e-10, Record: true}

	r, err := Minimize(p, start, NewGD(alpha), s)
	var d *Diverged
	if !errors.As(err, &d) || r.Stopped != BlewUp {
		t.Errorf("simultaneous: %v, want *Diverged", err)
	}
	r, err = Sequential(p, start, alpha, s)
	if err != nil || r.Stopped != SmallGradient || !(floats.Norm(r.Theta, 2) <= 1e-9) {
		t.Errorf("sequential: %v, %+v", err, r)
	}
	// By hand: θ_0 := 1 − α(1·1 + 0.5·2), then θ_1 with the new θ_0.
	a := 1 - alpha*2
	b := 2 - alpha*(0.5*a+2)
	if got := r.Path[1]; !(math.Abs(got[0]-a) <= 1e-15) || !(math.Abs(got[1]-b) <= 1e-15) {
		t.Errorf("first round: %v, want [%g %g]", got, a, b)
	}

	// With H_jj = 1/α it is Gauss–Seidel, which solves each row exactly.
	r, err = Sequential(p, start, 1, Config{MaxSteps: 1, Record: true})
	if err != nil || r.Path[1][0] != -1 || r.Path[1][1] != 0.5 {
		t.Errorf("Gauss–Seidel: %v %v, want [-1 0.5]", r.Path, err)
	}

	// It converges for every α < 2/max H_jj, and may diverge above.
	for _, H := range quadratics {
		p, lambda, _ := quadratic(H)
		top := 0.0
		for j := range lambda {
			top = max(top, H.At(j, j))
		}
		if top > slices.Max(lambda)*(1+1e-15) {
			t.Errorf("a diagonal entry %g above λ_max = %v", top, lambda)
		}
		start := make([]float64, len(lambda))
		floats.AddConst(1, start)
		if r, err := Sequential(p, start, 0.999*2/top, Config{MaxSteps: 200000, MinGradient: 1e-6}); err != nil || r.Stopped != SmallGradient {
			t.Errorf("λ = %v: sequential just below 2/max H_jj: %v %+v", lambda, err, r)
		}
	}
	var bad *BadParameter
	if _, err := Sequential(p, start, 0, s); !errors.As(err, &bad) {
		t.Errorf("α = 0: %v, want *BadParameter", err)
	}
}

func TestMinimizeStops(t *testing.T) {
	p, start := Ravine(10).Problem, []float64{-4, 1}
	for _, c := range []struct {
		s       Config
		stopped Reason
		steps   int
	}{
		{Config{MaxSteps: 7}, StepsUsed, 7},
		{Config{MinDecrease: 1e-3}, SmallDecrease, 36},
		{Config{MinGradient: 1e-3}, SmallGradient, 79},
		{Config{MaxSteps: 36, MinDecrease: 1e-3, MinGradient: 1}, SmallGradient, 14},
		{Config{MaxSteps: 35, MinDecrease: 1e-3}, StepsUsed, 35},
		{Config{MinGradient: 100}, SmallGradient, 0},
	} {
		c.s.Record = true
		r, err := Minimize(p, start, NewGD(0.1), c.s)
		if err != nil {
			t.Fatal(err)
		}
		if r.Stopped != c.stopped || r.Steps != c.steps {
			t.Errorf("%+v: %v after %d steps, want %v after %d", c.s, r.Stopped, r.Steps, c.stopped, c.steps)
		}
		// 0.9 per step along θ_0, 0 along θ_1: J = 8·0.81^t for t ≥ 1.
		if want := 8 * math.Pow(0.81, float64(r.Steps)); r.Steps > 0 && !(math.Abs(r.J-want) <= 1e-12*want) {
			t.Errorf("J = %g after %d steps, want %g", r.J, r.Steps, want)
		}
		grad := make([]float64, 2)
		p.Gradient(grad, r.Theta)
		last := r.Steps
		if len(r.Path) != last+1 || len(r.History) != last+1 || !slices.Equal(r.Path[0], start) || !slices.Equal(r.Path[last], r.Theta) ||
			r.History[last] != r.J || r.J != p.J(r.Theta) || !slices.Equal(grad, r.Gradient) {
			t.Errorf("%+v: the result does not fit together: %+v", c.s, r)
		}
	}
	if !slices.Equal(start, []float64{-4, 1}) {
		t.Errorf("start became %v", start)
	}
	if r, _ := Minimize(p, start, NewGD(0.1), Config{MaxSteps: 3}); r.Path != nil || r.History != nil {
		t.Error("a path without Record")
	}
}

// The same optimizer starts afresh in every run.
func TestMinimizeSameBits(t *testing.T) {
	s := Beale()
	for _, o := range all() {
		first, err := Minimize(s.Problem, []float64{2, 0.2}, o, Config{MaxSteps: 30, Record: true})
		again, err2 := Minimize(s.Problem, []float64{2, 0.2}, o, Config{MaxSteps: 30, Record: true})
		if (err == nil) != (err2 == nil) || first.Steps != again.Steps {
			t.Fatalf("%s: %v and %v", o, err, err2)
		}
		for i := range first.Path {
			if !slices.Equal(first.Path[i], again.Path[i]) || first.History[i] != again.History[i] {
				t.Fatalf("%s: other bits after step %d", o, i)
			}
		}
	}
}

func TestMinimizeDiverges(t *testing.T) {
	line := func(J, slope func(x float64) float64) Problem {
		return Problem{
			J:        func(theta []float64) float64 { return J(theta[0]) },
			Gradient: func(grad, theta []float64) { grad[0] = slope(theta[0]) },
		}
	}
	square := line(func(x float64) float64 { return x * x / 2 }, func(x float64) float64 { return x })
	for _, c := range []struct {
		name  string
		p     Problem
		start float64
		alpha float64
		step  int
		hint  string
	}{
		// J = ½·4^t, and the first step raises it by 1.5.
		{"far above", square, 1, 3, 11, "try a smaller α, a tenth say"},
		{"from J = 0", line(func(x float64) float64 { return (x*x*x*x - x*x) / 2 }, func(x float64) float64 { return 2*x*x*x - x }), 1, 2.5, 3, "smaller α"},
		{"one huge step", square, 1, 1e160, 1, "smaller α"},
		{"NaN", line(math.Sqrt, func(x float64) float64 { return 0.5 / math.Sqrt(x) }), 1, 3, 1, "smaller α"},
		{"J = −Inf", line(math.Log, func(x float64) float64 { return 1 / x }), 1, 1, 1, "J fell on the way"},
		{"no minimum", line(func(x float64) float64 { return -x * x }, func(x float64) float64 { return -2 * x }), 1, 1, 158, "check that it has a minimum"},
		{"gradient", line(func(x float64) float64 { return x }, func(x float64) float64 {
			if x < 0 {
				return math.Inf(1)
			}
			return 1
		}), 1, 1.5, 1, "its gradient is right"},
	} {
		r, err := Minimize(c.p, []float64{c.start}, NewGD(c.alpha), Config{MaxSteps: 1000, Record: true})
		var d *Diverged
		if !errors.As(err, &d) {
			t.Errorf("%s: %v, want *Diverged", c.name, err)
			continue
		}
		if d.Step != c.step || d.Start != c.p.J([]float64{c.start}) || !strings.Contains(err.Error(), c.hint) || !strings.HasPrefix(err.Error(), "optimizer: Minimize: GD(α = ") {
			t.Errorf("%s: %v, want step %d and %q", c.name, err, c.step, c.hint)
		}
		if r == nil || r.Stopped != BlewUp || !usable(r.J) || len(r.Path) != r.Steps+1 || r.Steps < d.Step-1 || floats.HasNaN(r.History) {
			t.Errorf("%s: result %+v", c.name, r)
		}
	}
	// Rising is not diverging: Adam's first step is α, however flat it is.
	r, err := Minimize(Rosenbrock().Problem, []float64{1, 1 + 1e-9}, NewAdam(0.1), Config{MaxSteps: 2000})
	if err != nil || !(r.J <= 1e-3) {
		t.Errorf("from beside the minimum: %v %+v", err, r)
	}
}

func TestMinimizeBadConfig(t *testing.T) {
	ok := Ravine(2).Problem
	good := Config{MaxSteps: 10}
	nan, inf := math.NaN(), math.Inf(1)
	gd := NewGD(0.1)
	for _, c := range []struct {
		name  string
		p     Problem
		start []float64
		o     Optimizer
		s     Config
		want  string
	}{
		{"no test", ok, []float64{1, 1}, gd, Config{}, "would never stop"},
		{"MaxSteps", ok, []float64{1, 1}, gd, Config{MaxSteps: -1}, "MaxSteps is -1"},
		{"MinDecrease", ok, []float64{1, 1}, gd, Config{MaxSteps: 1, MinDecrease: -1}, "MinDecrease is -1"},
		{"MinDecrease", ok, []float64{1, 1}, gd, Config{MaxSteps: 1, MinDecrease: nan}, "MinDecrease is NaN"},
		{"MinGradient", ok, []float64{1, 1}, gd, Config{MaxSteps: 1, MinGradient: inf}, "MinGradient is +Inf"},
		{"α", ok, []float64{1, 1}, NewGD(0), good, "α is 0, want a finite number above 0"},
		{"θ", ok, []float64{1, nan}, gd, good, "θ[1] is NaN at the start"},
		{"θ", ok, []float64{-inf, 1}, gd, good, "θ[0] is -Inf at the start"},
		{"θ", ok, []float64{1e308, 1}, gd, good, "θ[0] is 1e+308 at the start"},
		{"J", ok, []float64{1e140, 1}, gd, good, "J is 5e+279 at the start"},
		{"∇J", Problem{J: func([]float64) float64 { return 1 }, Gradient: func(g, _ []float64) { g[1] = nan }}, []float64{1, 1}, gd, good, "∇J[1] is NaN at the start"},
	} {
		r, err := Minimize(c.p, c.start, c.o, c.s)
		var bad *BadParameter
		var start *BadStart
		var none *NoStop
		if r != nil || !(errors.As(err, &bad) || errors.As(err, &start) || errors.As(err, &none)) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v %v, want %q", c.name, r, err, c.want)
		}
	}
	panics(t, "optimizer: Minimize: the optimizer is nil", func() { Minimize(ok, []float64{1, 1}, nil, good) })
	panics(t, "optimizer: Minimize: start is empty", func() { Minimize(ok, nil, gd, good) })
	panics(t, "optimizer: Minimize: J is nil", func() { Minimize(Problem{Gradient: ok.Gradient}, []float64{1, 1}, gd, good) })
	panics(t, "optimizer: Sequential: Gradient is nil", func() { Sequential(Problem{J: ok.J}, []float64{1, 1}, 1, good) })
}

func TestReasonString(t *testing.T) {
	seen := map[string]bool{}
	for r := StepsUsed; r <= BlewUp; r++ {
		seen[r.String()] = true
	}
	if len(seen) != 4 || Reason(0).String() != "Reason(0)" {
		t.Errorf("%v, %v", seen, Reason(0))
	}
}
