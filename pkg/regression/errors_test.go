package regression

import (
	"errors"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"ann/pkg/dataset"
	"ann/pkg/optimizer"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// methods are all fits with moderate parameters, as functions of X and y.
var methods = map[string]func(X mat.Matrix, y []float64) ([]float64, error){
	"LeastSquares":   func(X mat.Matrix, y []float64) ([]float64, error) { return theta(LeastSquares(X, y)) },
	"NormalEquation": func(X mat.Matrix, y []float64) ([]float64, error) { return theta(NormalEquation(X, y)) },
	"Weighted": func(X mat.Matrix, y []float64) ([]float64, error) {
		w := make([]float64, len(y))
		for i := range w {
			w[i] = 1 + float64(i%2)
		}
		return theta(Weighted(X, y, w))
	},
	"Ridge": func(X mat.Matrix, y []float64) ([]float64, error) { return theta(Ridge(X, y, 0.1)) },
	"Lasso": func(X mat.Matrix, y []float64) ([]float64, error) { return theta(Lasso(X, y, 0.1)) },
	"LassoPath": func(X mat.Matrix, y []float64) ([]float64, error) {
		p, err := LassoPath(X, y, 5)
		if err != nil {
			return nil, err
		}
		return p.Theta[4], nil
	},
	"LeastAbsolute": func(X mat.Matrix, y []float64) ([]float64, error) { return theta(LeastAbsolute(X, y)) },
	"StudentT":      func(X mat.Matrix, y []float64) ([]float64, error) { return theta(StudentT(X, y, 4)) },
	"Bayes": func(X mat.Matrix, y []float64) ([]float64, error) {
		p, err := Bayes(X, y, 0.1)
		if err != nil {
			return nil, err
		}
		return p.Theta, nil
	},
}

func theta(f *Result, err error) ([]float64, error) {
	if err != nil {
		return nil, err
	}
	return f.Theta, nil
}

// penalised are the methods that take fewer points than columns.
var penalised = map[string]bool{"Ridge": true, "Lasso": true, "LassoPath": true, "Bayes": true}

func someData(n, p int) (*mat.Dense, []float64) {
	rng := rand.New(rand.NewPCG(1, 2))
	F := mat.NewDense(n, p, nil)
	F.Apply(func(_, _ int, _ float64) float64 { return rng.NormFloat64() }, F)
	y := make([]float64, n)
	for i := range y {
		y[i] = 1 + 2*F.At(i, 0) + rng.NormFloat64()
	}
	return WithOnes(F), y
}

func panics(t *testing.T, what, want string, f func()) {
	t.Helper()
	defer func() {
		t.Helper()
		got, ok := recover().(string)
		if !ok || !strings.Contains(got, want) {
			t.Errorf("%s: panic %q, want %q", what, got, want)
		}
	}()
	f()
}

func TestProgrammersFaults(t *testing.T) {
	X, y := someData(10, 2)
	for name, fit := range methods {
		panics(t, name, "regression: "+name+": X is nil", func() { _, _ = fit(nil, y) })
		panics(t, name, "regression: "+name+": X is nil", func() { _, _ = fit((*mat.Dense)(nil), y) })
		panics(t, name, "regression: "+name+": y has 9 values, X has 10 rows", func() { _, _ = fit(X, y[:9]) })
		if penalised[name] {
			noOnes := mat.DenseCopyOf(X)
			noOnes.Set(3, 0, 2)
			panics(t, name, "regression: "+name+": column 0 of X must be the ones column x_i0 = 1, row 3 holds 2", func() { _, _ = fit(noOnes, y) })
		}
	}
	f, err := LeastSquares(X, y)
	if err != nil {
		t.Fatal(err)
	}
	panics(t, "Predict", "X is 10×2, θ has 3 values", func() { f.Predict(X.Slice(0, 10, 0, 2)) })
	panics(t, "Predict", "X is nil", func() { f.Predict(nil) })
	panics(t, "Posterior.Predict", "does not come from Bayes", func() { (&Posterior{Theta: f.Theta}).Predict(X) })
	panics(t, "Weighted", "w has 2 values, X has 10 rows", func() { _, _ = Weighted(X, y, []float64{1, 2}) })
	panics(t, "LassoPath", "count is 1", func() { _, _ = LassoPath(X, y, 1) })
	panics(t, "J", "y has 3 values, X has 10 rows", func() { J(X, y[:3], f.Theta) })
	panics(t, "J", "θ has 1 values", func() { J(X, y, []float64{1}) })
	panics(t, "J", "no points", func() { J(&mat.Dense{}, nil, nil) })
	panics(t, "Polynomial", "degree is -1", func() { Polynomial(-1) })
	panics(t, "GaussianRBF", "width is 0", func() { GaussianRBF([]float64{1}, 0) })
	panics(t, "Design", "φ_2 is nil", func() { Design(y, []func(float64) float64{math.Exp, nil}) })
	panics(t, "WithOnes", "X is nil", func() { WithOnes(nil) })
}

func TestBadData(t *testing.T) {
	for name, fit := range methods {
		check := func(what string, X mat.Matrix, y []float64, target any, words string) {
			t.Helper()
			_, err := fit(X, y)
			if err == nil {
				t.Errorf("%s: %s: no error", name, what)
				return
			}
			if !errors.As(err, target) {
				t.Errorf("%s: %s: error is %v", name, what, err)
			}
			if s := err.Error(); !strings.HasPrefix(s, "regression: "+name+": ") || !strings.Contains(s, words) {
				t.Errorf("%s: %s: message %q, want %q in it", name, what, s, words)
			}
		}
		for _, bad := range []float64{math.NaN(), math.Inf(1), math.Inf(-1)} {
			X, y := someData(10, 2)
			X.Set(4, 2, bad)
			check("X", X, y, new(*dataset.NotFinite), "in row 4, column 2; keep complete rows only")
			X, y = someData(10, 2)
			y[7] = bad
			check("y", X, y, new(*dataset.NotFinite), "in row 7; keep")
		}
		X, y := someData(10, 2)
		y[7] = 1e151
		check("1e151", X, y, new(*dataset.NotFinite), "y is 1e+151 in row 7, beyond ±1e+150")
		check("empty", &mat.Dense{}, nil, new(*TooFewPoints), "there are no points")
		X, y = someData(3, 3)
		if _, err := fit(X, y); penalised[name] && err != nil {
			t.Errorf("%s: n < p+1: %v", name, err)
		} else if !penalised[name] {
			check("n < p+1", X, y, new(*TooFewPoints), "take at least 4 points")
		}
	}
}

func TestRankDeficient(t *testing.T) {
	base, y := someData(30, 4)
	for _, c := range []struct {
		what   string
		change func(X *mat.Dense, i int)
		column int
		words  string
	}{
		{"zeros", func(X *mat.Dense, i int) { X.Set(i, 2, 0) }, 2, "column 2 is all zeros; drop column 2"},
		{"constant", func(X *mat.Dense, i int) { X.Set(i, 3, 7) }, 3, "column 3 is constant, as the ones column is"},
		{"constant to rounding", func(X *mat.Dense, i int) { X.Set(i, 3, 0.3+0x1p-54*float64(i%2)) }, 3, "column 3 is constant, as the ones column is"},
		{"twice", func(X *mat.Dense, i int) { X.Set(i, 4, X.At(i, 1)) }, 4, "column 4 is, to rounding, 1 times column 1"},
		{"other unit", func(X *mat.Dense, i int) { X.Set(i, 2, X.At(i, 1)*0.45359237) }, 2, "column 2 is, to rounding, 0.453592 times column 1"},
		{"combination", func(X *mat.Dense, i int) { X.Set(i, 3, X.At(i, 1)-3*X.At(i, 2)+5) }, 3, "column 3 is, to rounding, a combination of the columns before it"},
		{"a combination in a tiny unit", func(X *mat.Dense, i int) { X.Set(i, 3, 1e-250*(X.At(i, 1)-3*X.At(i, 2)+5)) }, 3, "column 3 is, to rounding, a combination"},
		// 2 = 1 − mean, each of length far from it: a diagonal of R alone
		// would not show that.
		{"centred", func(X *mat.Dense, i int) { X.Set(i, 1, 1e6+float64(i%7)); X.Set(i, 2, float64(i%7)-2.5) }, 2, "column 2 is, to rounding, a combination"},
	} {
		X := mat.DenseCopyOf(base)
		for i := range 30 {
			c.change(X, i)
		}
		for name, fit := range methods {
			if name == "NormalEquation" {
				continue
			}
			_, err := fit(X, y)
			var e *RankDeficient
			switch {
			case penalised[name] && name != "LassoPath" && c.what == "a combination in a tiny unit":
				// λ = 0.1 is then the whole story: no error, θ_3 = 0.
			case penalised[name]:
				if err != nil {
					t.Errorf("%s: %s: %v", c.what, name, err)
				}
			case !errors.As(err, &e):
				t.Errorf("%s: %s: error %v, want *RankDeficient", c.what, name, err)
			case e.Column != c.column || e.Rank != 4 || e.Columns != 5 || !strings.Contains(err.Error(), c.words):
				t.Errorf("%s: %s: %v (%+v)", c.what, name, err, e)
			}
		}
		// The normal equation fails or reports a hopeless condition number.
		f, err := NormalEquation(X, y)
		var e *NotPositiveDefinite
		if err == nil && f.Cond < 1e8 || err != nil && !errors.As(err, &e) {
			t.Errorf("%s: NormalEquation: %v", c.what, err)
		}
	}
	// Different units are no deficiency.
	X := mat.DenseCopyOf(base)
	for i := range 30 {
		X.Set(i, 1, X.At(i, 1)*1e-200)
		X.Set(i, 2, X.At(i, 2)*1e140)
	}
	if _, err := LeastSquares(X, y); err != nil {
		t.Error(err)
	}
}

func TestBadParameters(t *testing.T) {
	X, y := someData(10, 2)
	var e *optimizer.BadParameter
	for _, lambda := range []float64{-1, math.NaN(), math.Inf(1)} {
		if _, err := Ridge(X, y, lambda); !errors.As(err, &e) {
			t.Errorf("Ridge, λ = %g: %v", lambda, err)
		}
		if _, err := Lasso(X, y, lambda); !errors.As(err, &e) {
			t.Errorf("Lasso, λ = %g: %v", lambda, err)
		}
		if _, err := Bayes(X, y, lambda); !errors.As(err, &e) {
			t.Errorf("Bayes, λ = %g: %v", lambda, err)
		}
	}
	for _, nu := range []float64{0, -1, math.NaN(), math.Inf(1)} {
		if _, err := StudentT(X, y, nu); !errors.As(err, &e) {
			t.Errorf("StudentT, ν = %g: %v", nu, err)
		}
	}
	if _, err := Weighted(X, y, []float64{1, 1, 1, 1, 1, 1, 1, 1, 1, -1}); !errors.As(err, &e) {
		t.Errorf("negative weight: %v", err)
	}
	var bad *dataset.NotFinite
	for _, v := range []float64{math.NaN(), math.Inf(1), 1e151} {
		if _, err := Weighted(X, y, []float64{1, 1, 1, v, 1, 1, 1, 1, 1, 1}); !errors.As(err, &bad) || bad.Where != "w" || bad.Row != 3 {
			t.Errorf("weight %g: %v", v, err)
		}
	}
	var few *TooFewPoints
	if _, err := Weighted(X, y, make([]float64, 10)); !errors.As(err, &few) {
		t.Errorf("all weights 0: %v", err)
	}
	if _, err := LassoPath(X, make([]float64, 10), 5); !errors.As(err, &e) || !strings.Contains(err.Error(), "θ̄ = 0 for every λ") {
		t.Errorf("constant y: %v", err)
	}
	almost := make([]float64, 10)
	for i := range almost {
		almost[i] = 0.3 + 0x1p-54*float64(i%2)
	}
	if _, err := LassoPath(X, almost, 5); !errors.As(err, &e) {
		t.Errorf("y constant to rounding: %v", err)
	}
	if _, err := LassoPath(Design(y, nil), y, 5); !errors.As(err, &e) {
		t.Errorf("no features: %v", err)
	}
}

// TestPerfectFits: the likelihood has no maximum, which must be said.
func TestPerfectFits(t *testing.T) {
	var e *PerfectFit
	x := dataset.Linspace(0, 10, 40)
	y := make([]float64, 40)
	for i := range y {
		y[i] = 1 + 2*x[i]
	}
	X := Design(x, Polynomial(1))
	if _, err := StudentT(X, y, 4); !errors.As(err, &e) || e.Exact != 40 {
		t.Errorf("a straight line: %v", err)
	}
	dataset.Spoil(y, 4, 30, rand.New(rand.NewPCG(1, 1))) // 36 of 40 exact, above 4/5
	if _, err := StudentT(X, y, 4); !errors.As(err, &e) || e.Exact != 36 {
		t.Errorf("a line with outliers: %v", err)
	}
	if _, err := StudentT(X, make([]float64, 40), 4); !errors.As(err, &e) {
		t.Errorf("y = 0: %v", err)
	}
	if _, err := StudentT(X, dataset.Linspace(5, 5, 40), 4); !errors.As(err, &e) {
		t.Errorf("constant y: %v", err)
	}
	X, y = someData(3, 2)
	if _, err := StudentT(X, y, 4); !errors.As(err, &e) || e.Exact != 3 {
		t.Errorf("n = p+1: %v", err)
	}
	X, y = someData(10, 1)
	if _, err := StudentT(X, y, 0.2); !errors.As(err, &e) || e.Exact != 2 {
		t.Errorf("two points always fit: %v", err)
	}
	if f, err := StudentT(X, y, 0.3); err != nil || !dataset.Finite(f.LogLikelihood) {
		t.Errorf("ν = 0.3: %v", err)
	}
	// A perfect fit is no trouble for the others.
	X, _ = someData(20, 2)
	y = mat.Col(nil, 1, X)
	for name, fit := range methods {
		if got, err := fit(X, y); name != "StudentT" && (err != nil || floats.HasNaN(got)) {
			t.Errorf("%s: %v, %v", name, got, err)
		}
	}
}

func TestOneExactFit(t *testing.T) {
	X, y := someData(3, 2)
	for _, name := range []string{"LeastSquares", "NormalEquation", "Weighted"} {
		w := []float64{1, 2, 3}
		f, err := map[string]func() (*Result, error){
			"LeastSquares":   func() (*Result, error) { return LeastSquares(X, y) },
			"NormalEquation": func() (*Result, error) { return NormalEquation(X, y) },
			"Weighted":       func() (*Result, error) { return Weighted(X, y, w) },
		}[name]()
		if err != nil {
			t.Fatal(err)
		}
		if !(floats.Norm(f.Residuals, 2) <= 1e-13) || !math.IsNaN(f.Sigma2) || f.StdErr != nil {
			t.Errorf("%s: residuals %v, Sigma2 %v, StdErr %v", name, f.Residuals, f.Sigma2, f.StdErr)
		}
	}
}

func TestOneRow(t *testing.T) {
	X, y := WithOnes(mat.NewDense(1, 2, []float64{3, 4})), []float64{5}
	for name, fit := range methods {
		got, err := fit(X, y)
		switch name {
		case "Ridge", "Lasso":
			if err != nil || got[0] != 5 || got[1] != 0 || got[2] != 0 {
				t.Errorf("%s: %v, %v", name, got, err)
			}
		default:
			if err == nil {
				t.Errorf("%s: no error, θ = %v", name, got)
			}
		}
	}
	f, err := LeastSquares(Design([]float64{3}, nil), y)
	if err != nil || f.Theta[0] != 5 {
		t.Errorf("one point, ones column: %v, %v", f, err)
	}
	var few *TooFewPoints
	if _, err := Bayes(X, y, 1); !errors.As(err, &few) {
		t.Errorf("Bayes: %v", err)
	}
}

// TestOverflow: data within the limit whose θ or ŷ is beyond float64.
func TestOverflow(t *testing.T) {
	var overflow *Overflow
	X, y := someData(20, 1)
	floats.Scale(1e149, y)
	for i := range y {
		X.Set(i, 1, X.At(i, 1)*1e-200)
	}
	for _, name := range []string{"LeastSquares", "Weighted", "LeastAbsolute", "StudentT"} {
		if got, err := methods[name](X, y); !errors.As(err, &overflow) || overflow.What != "θ" {
			t.Errorf("%s: θ = %g, error %v", name, got, err)
		}
	}
	// Down the path λ falls until θ is out of range.
	if p, err := LassoPath(X, y, 5); !errors.As(err, &overflow) || overflow.What != "θ" {
		t.Errorf("LassoPath: %v, error %v", p, err)
	}
	Z, z := someData(20, 1)
	for i := range z {
		Z.Set(i, 1, Z.At(i, 1)*1e-200)
	}
	if p, err := Bayes(Z, z, 0); !errors.As(err, &overflow) || !strings.Contains(overflow.What, "covariance") {
		t.Errorf("Bayes: %v, error %v", p, err)
	}
	// A point left out lies far away on a steep line.
	X = Design([]float64{0, 1e-150, 2e-150, 1e150}, Polynomial(1))
	if f, err := Weighted(X, []float64{0, 1e149, 2.5e149, 0}, []float64{1, 1, 1, 0}); !errors.As(err, &overflow) || overflow.What != "ŷ = Xθ" {
		t.Errorf("Weighted: %v, error %v", f, err)
	}
}

// Which overflow is named does not change from run to run.
func TestOverflowNamed(t *testing.T) {
	X, y := someData(4, 2)
	for range 30 {
		_, err := newResult(X, y, []float64{math.Inf(1), 1, 1}[:X.RawMatrix().Cols], 1)
		var overflow *Overflow
		if !errors.As(err, &overflow) || overflow.What != "θ" {
			t.Fatalf("error %v, want θ named first", err)
		}
	}
}
