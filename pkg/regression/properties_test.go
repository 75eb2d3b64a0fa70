package regression

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"ann/pkg/dataset"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// TestUnits changes the units of y and of a feature by powers of two, up to what
// is allowed: θ has to follow, bit for bit or nearly.
func TestUnits(t *testing.T) {
	X, y := someData(30, 3)
	for name, fit := range methods {
		want, err := fit(X, y)
		if err != nil {
			t.Fatal(err)
		}
		tol := 1e-9
		if name == "StudentT" { // rounding decides which of its two climbs is kept
			tol = 1e-8
		}
		for _, e := range []int{-900, 490} {
			if name == "NormalEquation" {
				continue // its squares leave the range, see TestHugeAndTiny
			}
			scaled := slices.Clone(y)
			floats.Scale(math.Ldexp(1, e), scaled)
			fit := fit
			if name == "Lasso" { // λ has the unit of x·y
				fit = func(X mat.Matrix, y []float64) ([]float64, error) { return theta(Lasso(X, y, math.Ldexp(0.1, e))) }
			}
			got, err := fit(X, scaled)
			if name == "Bayes" && err != nil {
				continue // its σ² is beyond the range and it says so
			}
			if err != nil {
				t.Errorf("%s, y·2^%d: %v", name, e, err)
				continue
			}
			floats.Scale(math.Ldexp(1, -e), got)
			near(t, name+", y in another unit", got, want, tol)

			if penalised[name] {
				continue // the penalty depends on the unit of x
			}
			X2 := mat.DenseCopyOf(X)
			for i := range y {
				X2.Set(i, 2, math.Ldexp(X.At(i, 2), e))
			}
			got, err = fit(X2, y)
			if err != nil {
				t.Errorf("%s, x·2^%d: %v", name, e, err)
				continue
			}
			got[2] = math.Ldexp(got[2], e)
			near(t, name+", x in another unit", got, want, tol)
		}
	}
}

func TestHugeAndTiny(t *testing.T) {
	X, y := someData(20, 2)
	for _, f := range []float64{1e149, 1e-300} {
		Z := mat.DenseCopyOf(X)
		for i := range y {
			Z.Set(i, 1, X.At(i, 1)*f)
			Z.Set(i, 2, X.At(i, 2)*f)
		}
		for name, fit := range methods {
			got, err := fit(Z, y)
			if err == nil && (floats.HasNaN(got) || math.IsInf(floats.Norm(got, 1), 0)) {
				t.Errorf("%s, X of size %g: θ = %v without an error", name, f, got)
			}
			if err != nil && name != "NormalEquation" {
				t.Errorf("%s, X of size %g: %v", name, f, err)
			}
		}
	}
}

func TestInputsAreNotChanged(t *testing.T) {
	X, y := someData(20, 2)
	X0, y0 := mat.DenseCopyOf(X), slices.Clone(y)
	for name, fit := range methods {
		a, err := fit(X, y)
		if err != nil {
			t.Fatal(err)
		}
		if !mat.Equal(X, X0) || !floats.Equal(y, y0) {
			t.Errorf("%s changed its input", name)
		}
		b, _ := fit(X.T().T(), y) // not a *mat.Dense; the same bits
		if !floats.Equal(a, b) {
			t.Errorf("%s: two runs differ", name)
		}
	}
}

func TestResidualIsOrthogonal(t *testing.T) {
	X, y := someData(1000, 5)
	f, err := LeastSquares(X, y)
	if err != nil {
		t.Fatal(err)
	}
	var g mat.VecDense
	g.MulVec(X.T(), mat.NewVecDense(1000, f.Residuals))
	if v := mat.Norm(&g, math.Inf(1)); v > 1e-10 {
		t.Errorf("Xᵀr = %g", v)
	}
}

func TestWeightsSelectAndScale(t *testing.T) {
	X, y := someData(20, 2)
	w := make([]float64, 20)
	for i := range w {
		w[i] = float64(min(1, i%4)) // every fourth point out
	}
	f, err := Weighted(X, y, w)
	if err != nil {
		t.Fatal(err)
	}
	var rows []int
	for i := range y {
		if w[i] > 0 {
			rows = append(rows, i)
		}
	}
	some, ys := mat.NewDense(len(rows), 3, nil), make([]float64, len(rows))
	for j, i := range rows {
		some.SetRow(j, X.RawRowView(i))
		ys[j] = y[i]
	}
	want, err := LeastSquares(some, ys)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "θ", f.Theta, want.Theta, 1e-13)
	near(t, "StdErr", f.StdErr, want.StdErr, 1e-13)
	near1(t, "Sigma2", f.Sigma2, want.Sigma2, 1e-13)

	floats.Scale(0x1p-900, w)
	g, err := Weighted(X, y, w)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "θ, w·2^-900", g.Theta, f.Theta, 1e-15)
	near(t, "StdErr, w·2^-900", g.StdErr, f.StdErr, 1e-15)
}

// TestRidgeLimits: λ = 0 is least squares, a large λ leaves only the mean.
func TestRidgeLimits(t *testing.T) {
	X, y := someData(20, 2)
	ls, _ := LeastSquares(X, y)
	for name, f := range map[string]func(lambda float64) (*Result, error){
		"Ridge": func(l float64) (*Result, error) { return Ridge(X, y, l) },
		"Lasso": func(l float64) (*Result, error) { return Lasso(X, y, l) },
	} {
		zero, err := f(0)
		if err != nil {
			t.Fatal(err)
		}
		near(t, name+", λ = 0", zero.Theta, ls.Theta, 0)
		small, err := f(1e-12)
		if err != nil {
			t.Fatal(err)
		}
		near(t, name+", λ = 1e-12", small.Theta, ls.Theta, 1e-9)
		large, err := f(1e12)
		if err != nil {
			t.Fatal(err)
		}
		mean := floats.Sum(y) / 20
		if !(math.Abs(large.Theta[0]-mean) <= 1e-9) || !(floats.Norm(large.Theta[1:], 2) <= 1e-9) {
			t.Errorf("%s, λ = 1e12: θ = %v, mean of y %g", name, large.Theta, mean)
		}
	}
}

// TestLassoGap bounds the distance from the minimum by the duality gap, in the
// wildest problems: repeated, constant and dependent columns, n < p+1.
func TestLassoGap(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 5))
	for _, size := range [][2]int{{50, 4}, {20, 40}, {15, 15}, {200, 30}} {
		n, p := size[0], size[1]
		F := mat.NewDense(n, p, nil)
		y := make([]float64, n)
		for i := range n {
			for k := range p {
				F.Set(i, k, rng.NormFloat64())
			}
			F.Set(i, 1, F.At(i, 0)*3+1) // says the same
			F.Set(i, 2, 7)              // says nothing
			F.Set(i, 3, F.At(i, 0)+1e-9*F.At(i, 3))
			y[i] = 4*F.At(i, 0) + rng.NormFloat64()
		}
		X := WithOnes(F)
		for _, lambda := range []float64{3, 0.3, 0.01, 1e-4} {
			f, err := Lasso(X, y, lambda)
			if err != nil {
				t.Errorf("%d×%d, λ = %g: %v", n, p, lambda, err)
				continue
			}
			// J + λ|θ̄|₁ ≥ (|y−ȳ|² − |y−ȳ−su|²)/(2n) for u = −r, s so that |Xᵀu|s ≤ nλ
			var g mat.VecDense
			g.MulVec(X.T(), mat.NewVecDense(n, f.Residuals))
			worst := 0.0
			for k := 1; k <= p; k++ {
				worst = max(worst, math.Abs(g.AtVec(k)))
			}
			s := min(1, float64(n)*lambda/worst)
			centred := slices.Clone(y)
			floats.AddConst(-floats.Sum(y)/float64(n), centred)
			rest := slices.Clone(centred)
			floats.AddScaled(rest, s, f.Residuals)
			low := (floats.Dot(centred, centred) - floats.Dot(rest, rest)) / float64(2*n)
			loss := J(X, y, f.Theta) + lambda*floats.Norm(f.Theta[1:], 1)
			if gap := loss - low; gap > 1e-12*floats.Dot(centred, centred)/float64(2*n) {
				t.Errorf("%d×%d, λ = %g: loss %g, at best %g (gap %.1e)", n, p, lambda, loss, low, gap)
			}
			if f.Theta[3] != 0 {
				t.Errorf("%d×%d, λ = %g: the constant column has θ = %g", n, p, lambda, f.Theta[3])
			}
			if nonzero(f.Theta[1:]) >= n {
				t.Errorf("%d×%d, λ = %g: %d weights are not 0", n, p, lambda, nonzero(f.Theta[1:]))
			}
		}
	}
}

func nonzero(v []float64) int {
	count := 0
	for _, x := range v {
		if x != 0 {
			count++
		}
	}
	return count
}

// TestLeastAbsoluteByTrial compares with every line through two of the points,
// one of which is the best there is; whole numbers make ties.
func TestLeastAbsoluteByTrial(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 7))
	for trial := range 300 {
		n := 3 + rng.IntN(10)
		x, y := make([]float64, n), make([]float64, n)
		for i := range x {
			x[i], y[i] = float64(rng.IntN(6)), float64(rng.IntN(6))
			if trial%2 == 0 {
				x[i], y[i] = rng.NormFloat64(), rng.NormFloat64()
			}
		}
		if floats.Min(x) == floats.Max(x) {
			continue
		}
		best := math.Inf(1)
		for i := range n {
			for j := range i {
				if x[i] == x[j] {
					continue
				}
				slope := (y[i] - y[j]) / (x[i] - x[j])
				sum := 0.0
				for k := range n {
					sum += math.Abs(y[k] - y[i] - slope*(x[k]-x[i]))
				}
				best = min(best, sum)
			}
		}
		f, err := LeastAbsolute(Design(x, Polynomial(1)), y)
		if err != nil {
			t.Fatalf("x = %v, y = %v: %v", x, y, err)
		}
		if got := floats.Norm(f.Residuals, 1); !(math.Abs(got-best) <= 1e-12*max(1, best)) {
			t.Errorf("x = %v, y = %v: Σ|r| = %.15g, the best is %.15g", x, y, got, best)
		}
	}
}

// TestStudentTIsStationary: all derivatives of ln L vanish, and the weights
// have mean 1, which holds at a maximum only.
func TestStudentTIsStationary(t *testing.T) {
	x, y := dataset.Line(60, 1, 2, 1, rand.New(rand.NewPCG(1, 1)))
	dataset.Spoil(y, 5, 20, rand.New(rand.NewPCG(1, 2)))
	X := Design(x, Polynomial(2))
	for _, nu := range []float64{0.5, 4, 1e3, 1e9} {
		f, err := StudentT(X, y, nu)
		if err != nil {
			t.Fatal(err)
		}
		wr := slices.Clone(f.Residuals)
		floats.Mul(wr, f.Weights)
		var g mat.VecDense
		g.MulVec(X.T(), mat.NewVecDense(60, wr))
		if v := mat.Norm(&g, 2); v > 1e-6*f.Scale {
			t.Errorf("ν = %g: Xᵀ(w r) = %g", nu, v)
		}
		near1(t, "mean weight", floats.Sum(f.Weights)/60, 1, 1e-9)
	}
	big, _ := StudentT(X, y, 1e9)
	ls, _ := LeastSquares(X, y)
	near(t, "ν → ∞", big.Theta, ls.Theta, 1e-6)
	rss := floats.Dot(ls.Residuals, ls.Residuals)
	near1(t, "ln L for ν → ∞", big.LogLikelihood, -30*(math.Log(2*math.Pi*rss/60)+1), 1e-6)
}

func TestBayesLimits(t *testing.T) {
	X, y := someData(20, 2)
	ls, _ := LeastSquares(X, y)
	p, err := Bayes(X, y, 0)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "Theta, λ = 0", p.Theta, ls.Theta, 1e-12)
	near1(t, "Sigma2, λ = 0", p.Sigma2, ls.Sigma2, 1e-12)
	for k, s := range ls.StdErr {
		near1(t, "sd, λ = 0", math.Sqrt(p.Cov.At(k, k)), s, 1e-12)
	}
	if _, err := Bayes(X.Slice(0, 3, 0, 3), y[:3], 0); err == nil {
		t.Error("n = p+1 with λ = 0 gave no error")
	}
}
