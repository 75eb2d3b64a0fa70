package regression

import (
	"encoding/json"
	"errors"
	"math"
	"os"
	"testing"

	"ann/pkg/dataset"
	"ann/pkg/loss"
	"ann/pkg/scaling"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// reference is one problem of testdata/reference.json, which
// testdata/reference.py made with scikit-learn, statsmodels and SciPy.
type reference struct {
	Name         string
	Columns      []string // of Auto MPG, or
	X            [][]float64
	Y            []float64
	Standardise  bool
	Degree       int
	LeastSquares *struct {
		Theta, Stderr      []float64
		Sigma2, Cond       float64
		MSE, RMSE, MAE, R2 float64
	} `json:"least_squares"`
	Weighted *struct {
		Theta, Stderr []float64
		Sigma2        float64
	}
	LeastAbsolute *struct{ Loss float64 } `json:"least_absolute"`
	StudentT      []struct {
		Nu, Scale     float64
		LogLikelihood float64 `json:"log_likelihood"`
		Theta         []float64
	} `json:"student_t"`
	Ridge []struct {
		Lam   float64
		Theta []float64
	}
	Lasso struct {
		LambdaMax float64 `json:"lambda_max"`
		Fits      []struct {
			Lam   float64
			Theta []float64
		}
	}
	Bayes []struct {
		Lam, Sigma2 float64
		Theta, Mean []float64
		Cov         [][]float64
		SDMean      []float64 `json:"sd_mean"`
		SDNew       []float64 `json:"sd_new"`
	}
}

func references(t *testing.T) []reference {
	t.Helper()
	b, err := os.ReadFile("testdata/reference.json")
	if err != nil {
		t.Fatal(err)
	}
	var cases []reference
	if err := json.Unmarshal(b, &cases); err != nil {
		t.Fatal(err)
	}
	if len(cases) != 9 {
		t.Fatalf("%d reference cases, want 9", len(cases))
	}
	return cases
}

// problem builds the design matrix and y as reference.py does.
func (c reference) problem(t *testing.T) (*mat.Dense, []float64) {
	t.Helper()
	if c.Columns == nil {
		X := mat.NewDense(len(c.X), len(c.X[0]), nil)
		for i, row := range c.X {
			X.SetRow(i, row)
		}
		return WithOnes(X), c.Y
	}
	cars := dataset.AutoMPG().Complete()
	X := cars.Matrix(c.Columns...)
	if c.Standardise {
		s, err := scaling.FitStandard(X)
		if err != nil {
			t.Fatal(err)
		}
		X = s.Transform(X)
	}
	if c.Degree > 1 {
		return Design(mat.Col(nil, 0, X), Polynomial(c.Degree)), cars.Column("mpg")
	}
	return WithOnes(X), cars.Column("mpg")
}

// near compares every value with the reference, relative to it.
func near(t *testing.T, what string, got, want []float64, rel float64) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%s: %d values, want %d", what, len(got), len(want))
	}
	for k := range want {
		if !(math.Abs(got[k]-want[k]) <= rel*math.Abs(want[k])) {
			t.Errorf("%s[%d] = %.15g, want %.15g (relative difference %.1e, allowed %.0e)",
				what, k, got[k], want[k], math.Abs(got[k]/want[k]-1), rel)
		}
	}
}

func near1(t *testing.T, what string, got, want, rel float64) {
	t.Helper()
	near(t, what, []float64{got}, []float64{want}, rel)
}

func TestLeastSquaresReference(t *testing.T) {
	for _, c := range references(t) {
		t.Run(c.Name, func(t *testing.T) {
			X, y := c.problem(t)
			f, err := LeastSquares(X, y)
			want := c.LeastSquares
			if want == nil { // n < p+1
				var few *TooFewPoints
				if !errors.As(err, &few) {
					t.Fatalf("error %v, want *TooFewPoints", err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			near(t, "θ", f.Theta, want.Theta, 1e-8)
			near(t, "StdErr", f.StdErr, want.Stderr, 1e-8)
			near1(t, "Sigma2", f.Sigma2, want.Sigma2, 1e-8)
			near1(t, "Cond", f.Cond, want.Cond, 1e-8)
			near1(t, "MSE", loss.MSE(f.Fitted, y), want.MSE, 1e-8)
			near1(t, "RMSE", loss.RMSE(f.Fitted, y), want.RMSE, 1e-8)
			near1(t, "MAE", loss.MAE(f.Fitted, y), want.MAE, 1e-8)
			near1(t, "R2", loss.R2(f.Fitted, y), want.R2, 1e-8)
			near1(t, "2J", 2*J(X, y, f.Theta), want.MSE, 1e-8)

			// The normal equation may lose twice as many digits.
			ne, err := NormalEquation(X, y)
			if err != nil {
				t.Fatal(err)
			}
			rel := max(1e-12, 1e-15*f.Cond*f.Cond)
			if d := floats.Distance(ne.Theta, want.Theta, 2) / floats.Norm(want.Theta, 2); d > rel {
				t.Errorf("normal equation: θ is off by %.1e, Cond² allows %.1e", d, rel)
			}
			near1(t, "normal equation: Cond", ne.Cond, want.Cond, 1e-8)
			if f.Cond < 1e3 {
				near(t, "normal equation: StdErr", ne.StdErr, want.Stderr, 1e-8)
			}
		})
	}
}

func TestWeightedReference(t *testing.T) {
	for _, c := range references(t) {
		if c.Weighted == nil {
			continue
		}
		t.Run(c.Name, func(t *testing.T) {
			X, y := c.problem(t)
			w := make([]float64, len(y))
			for i := range w {
				w[i] = 1 + float64(i%3)
			}
			f, err := Weighted(X, y, w)
			if err != nil {
				t.Fatal(err)
			}
			near(t, "θ", f.Theta, c.Weighted.Theta, 1e-8)
			near(t, "StdErr", f.StdErr, c.Weighted.Stderr, 1e-8)
			near1(t, "Sigma2", f.Sigma2, c.Weighted.Sigma2, 1e-8)
		})
	}
}

func TestRidgeReference(t *testing.T) {
	for _, c := range references(t) {
		X, y := c.problem(t)
		for _, want := range c.Ridge {
			f, err := Ridge(X, y, want.Lam)
			if err != nil {
				t.Fatalf("%s: %v", c.Name, err)
			}
			near(t, c.Name+": θ", f.Theta, want.Theta, 1e-8)
		}
	}
}

func TestLassoReference(t *testing.T) {
	for _, c := range references(t) {
		t.Run(c.Name, func(t *testing.T) {
			X, y := c.problem(t)
			for _, want := range c.Lasso.Fits {
				f, err := Lasso(X, y, want.Lam)
				if err != nil {
					t.Fatal(err)
				}
				near(t, "θ", f.Theta, want.Theta, 1e-6) // a 0 has to be exactly 0
			}
			path, err := LassoPath(X, y, 31) // ten steps a decade
			if err != nil {
				t.Fatal(err)
			}
			near1(t, "λ_max", path.Lambda[0], c.Lasso.LambdaMax, 1e-8)
			near1(t, "last λ", path.Lambda[30], c.Lasso.LambdaMax/1000, 1e-8)
			near(t, "path at λ_max/1000", path.Theta[30], c.Lasso.Fits[4].Theta, 1e-6)
			near(t, "path at λ_max/100", path.Theta[20], c.Lasso.Fits[3].Theta, 1e-6)
			for k, v := range path.Theta[0][1:] {
				if v != 0 {
					t.Errorf("θ_%d is %g at λ_max", k+1, v)
				}
			}
		})
	}
}

func TestLeastAbsoluteReference(t *testing.T) {
	for _, c := range references(t) {
		if c.LeastAbsolute == nil {
			continue
		}
		X, y := c.problem(t)
		f, err := LeastAbsolute(X, y)
		if err != nil {
			t.Fatalf("%s: %v", c.Name, err)
		}
		near1(t, c.Name+": Σ|r|", floats.Norm(f.Residuals, 1), c.LeastAbsolute.Loss, 1e-9)
	}
}

func TestStudentTReference(t *testing.T) {
	for _, c := range references(t) {
		X, y := c.problem(t)
		for _, want := range c.StudentT {
			f, err := StudentT(X, y, want.Nu)
			if err != nil {
				t.Fatalf("%s: %v", c.Name, err)
			}
			near(t, c.Name+": θ", f.Theta, want.Theta, 1e-6)
			near1(t, c.Name+": Scale", f.Scale, want.Scale, 1e-6)
			near1(t, c.Name+": LogLikelihood", f.LogLikelihood, want.LogLikelihood, 1e-9)
		}
	}
}

func TestBayesReference(t *testing.T) {
	for _, c := range references(t) {
		t.Run(c.Name, func(t *testing.T) {
			X, y := c.problem(t)
			_, q := X.Dims()
			for _, want := range c.Bayes {
				p, err := Bayes(X, y, want.Lam)
				if err != nil {
					t.Fatal(err)
				}
				// The reference inverts XᵀX + nλD, so it loses digits too.
				const rel = 1e-6
				near(t, "Theta", p.Theta, want.Theta, rel)
				near1(t, "Sigma2", p.Sigma2, want.Sigma2, rel)
				for k := range q {
					near1(t, "variance of θ", p.Cov.At(k, k), want.Cov[k][k], rel)
					for j := range q {
						if d := math.Abs(p.Cov.At(j, k) - want.Cov[j][k]); d > rel*math.Sqrt(want.Cov[j][j]*want.Cov[k][k]) {
							t.Errorf("Cov[%d,%d] = %g, want %g", j, k, p.Cov.At(j, k), want.Cov[j][k])
						}
					}
				}
				mean, sdMean, sdNew := p.Predict(X.Slice(0, 5, 0, q))
				near(t, "mean", mean, want.Mean, rel)
				near(t, "sdMean", sdMean, want.SDMean, rel)
				near(t, "sdNew", sdNew, want.SDNew, rel)
				r, err := Ridge(X, y, want.Lam)
				if err != nil {
					t.Fatal(err)
				}
				near(t, "mean against Ridge", p.Theta, r.Theta, 1e-12)
			}
		})
	}
}
