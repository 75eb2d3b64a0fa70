package scaling_test

import (
	"encoding/json"
	"math"
	"os"
	"testing"

	"ann/pkg/dataset"
	"ann/pkg/loss"
	"ann/pkg/optimizer"
	"ann/pkg/regression"
	"ann/pkg/scaling"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/stat"
)

// report is what testdata/reference.py says of one set of features.
type report struct{ Kappa, Best, Steps, Correlation, Sigma float64 }

// course reads testdata/reference.json, made by testdata/reference.py with scikit-learn.
func course(t *testing.T) (r struct {
	Weight, Six, Cubic map[string]report
	Pair, Typo         report
	Drift              map[string]float64
	Theta              map[string][]float64
}) {
	t.Helper()
	content, err := os.ReadFile("testdata/reference.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(content, &r); err != nil {
		t.Fatal(err)
	}
	return r
}

// near fails unless got is want to a relative tol.
func near(t *testing.T, what string, got, want, tol float64) {
	t.Helper()
	if !(math.Abs(got-want) <= tol*math.Abs(want)) {
		t.Errorf("%s: %.10g, want %.10g", what, got, want)
	}
}

// compare measures κ, the best α and the steps for the features F, as reference.py does.
func compare(t *testing.T, what string, F *mat.Dense, y []float64, want report) {
	t.Helper()
	X := regression.WithOnes(F)
	lambda := regression.Eigenvalues(X)
	kappa := lambda[len(lambda)-1] / lambda[0]
	best, _ := regression.LearningRates(X)
	near(t, what+": κ", kappa, want.Kappa, max(1e-9, 1e-15*math.Sqrt(want.Kappa)))
	near(t, what+": best α", best, want.Best, 1e-9)
	if steps := kappa / 4 * math.Log(1e6); steps >= 1e5 {
		near(t, what+": steps by the formula", steps, want.Steps, 1e-3)
		return
	}
	walk, err := optimizer.Minimize(regression.Problem(X, y), make([]float64, len(lambda)),
		optimizer.NewGD(best), optimizer.Config{MaxSteps: int(want.Steps) + 10, Record: true})
	if err != nil {
		t.Fatal(err)
	}
	fit, err := regression.LeastSquares(X, y)
	if err != nil {
		t.Fatal(err)
	}
	steps, lowest := 0, regression.J(X, y, fit.Theta)
	for steps < walk.Steps && walk.History[steps]-lowest > 1e-6*(walk.History[0]-lowest) {
		steps++
	}
	if steps != int(want.Steps) {
		t.Errorf("%s: %d steps, want %g", what, steps, want.Steps)
	}
}

func column(x []float64) *mat.Dense { return mat.NewDense(len(x), 1, x) }

func standard(t *testing.T, F *mat.Dense) *mat.Dense {
	t.Helper()
	s, err := scaling.FitStandard(F)
	if err != nil {
		t.Fatal(err)
	}
	return s.Transform(F)
}

// scaled returns F as the three scalings of the slide make it.
func scaled(t *testing.T, F *mat.Dense) map[string]*mat.Dense {
	t.Helper()
	all := map[string]*mat.Dense{"standardised": standard(t, F)}
	for name, lo := range map[string]float64{"[0, 1]": 0, "[-1, 1]": -1} {
		s, err := scaling.FitMinMax(F, lo, 1)
		if err != nil {
			t.Fatal(err)
		}
		all[name] = s.Transform(F)
	}
	return all
}

func powers(F *mat.Dense) *mat.Dense {
	n, _ := F.Dims()
	X := regression.Design(mat.Col(nil, 0, F), regression.Polynomial(3))
	return mat.DenseCopyOf(X.Slice(0, n, 1, 4))
}

// TestCourse: the numbers of chapter 03 are those of scikit-learn and NumPy.
func TestCourse(t *testing.T) {
	want := course(t)
	cars := dataset.AutoMPG()
	lb, y := column(cars.Column("weight_lb")), cars.Column("mpg")
	weight := scaled(t, lb)
	for name, unit := range map[string]float64{"pounds": 1, "1000 lb": 1e-3, "tonnes": 0.45359237e-3} {
		x := cars.Column("weight_lb")
		floats.Scale(unit, x)
		weight[name] = column(x)
	}
	for name, F := range weight {
		compare(t, "weight, "+name, F, y, want.Weight[name])
	}
	z := weight["standardised"]
	for name, F := range map[string]*mat.Dense{"raw": powers(lb), "after": standard(t, powers(lb)),
		"before": powers(z), "both": standard(t, powers(z))} {
		compare(t, "cubic, "+name, F, y, want.Cubic[name])
	}

	complete := cars.Complete()
	raw, y := complete.Matrix(dataset.CarFeatures()...), complete.Column("mpg")
	six := scaled(t, raw)
	six["raw"] = raw
	for name, F := range six {
		compare(t, "six, "+name, F, y, want.Six[name])
	}
	pair := standard(t, complete.Matrix("weight_lb", "displacement_cu_in"))
	compare(t, "pair", pair, y, want.Pair)
	near(t, "correlation", stat.Correlation(mat.Col(nil, 0, pair), mat.Col(nil, 1, pair), nil), want.Pair.Correlation, 1e-12)
}

// TestCourseStatistics: what comes of a scaler that has seen the test rows, and θ in physical units.
func TestCourseStatistics(t *testing.T) {
	want := course(t)
	cars := dataset.AutoMPG().Complete()
	y, lb := cars.Column("mpg"), column(cars.Column("weight_lb"))
	var old, recent []int
	for i, year := range cars.Column("model_year") {
		if year < 80 {
			old = append(old, i)
		} else {
			recent = append(recent, i)
		}
	}
	A, B := dataset.Rows(lb, old), dataset.Rows(lb, recent)
	for name, fit := range map[string][2]*mat.Dense{"train": {A, A}, "all": {lb, lb}, "test": {A, B}} {
		var s [2]*scaling.Standard
		for i, F := range fit {
			var err error
			if s[i], err = scaling.FitStandard(F); err != nil {
				t.Fatal(err)
			}
		}
		line, err := regression.LeastSquares(regression.WithOnes(s[0].Transform(A)), dataset.Pick(y, old))
		if err != nil {
			t.Fatal(err)
		}
		yhat := line.Predict(regression.WithOnes(s[1].Transform(B)))
		near(t, "drift, "+name, loss.RMSE(yhat, dataset.Pick(y, recent)), want.Drift[name], 1e-9)
	}

	typo := cars.Column("weight_lb")
	typo[391] *= 1000
	seen := mat.DenseCopyOf(standard(t, column(typo)).Slice(0, 391, 0, 1))
	near(t, "typo: σ", stat.PopStdDev(mat.Col(nil, 0, seen), nil), want.Typo.Sigma, 1e-9)
	compare(t, "typo", seen, y[:391], want.Typo)

	raw := cars.Matrix(dataset.CarFeatures()...)
	s, err := scaling.FitStandard(raw)
	if err != nil {
		t.Fatal(err)
	}
	fit, err := regression.LeastSquares(regression.WithOnes(s.Transform(raw)), y)
	if err != nil {
		t.Fatal(err)
	}
	for name, got := range map[string][]float64{"scaled": fit.Theta, "physical": s.Unscale(fit.Theta)} {
		for k, v := range want.Theta[name] {
			near(t, "θ "+name, got[k], v, 1e-8)
		}
	}
}
