package regression

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"testing"

	"ann/pkg/dataset"
	"ann/pkg/optimizer"
	"ann/pkg/scaling"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// In its directions J is a sum of squares, and a step of gradient descent multiplies each.
func TestDirections(t *testing.T) {
	X, y := someData(40, 3)
	lambda, V := Directions(X)
	near(t, "λ", lambda, Eigenvalues(X), 1e-13)
	var VtV mat.Dense
	VtV.Mul(V.T(), V)
	if !mat.EqualApprox(&VtV, mat.NewDiagDense(4, []float64{1, 1, 1, 1}), 1e-14) {
		t.Errorf("VᵀV is not the unit matrix: %v", mat.Formatted(&VtV))
	}
	for k := range lambda { // XᵀX/n v = λv
		v := V.ColView(k)
		var Xv, Hv mat.VecDense
		Xv.MulVec(X, v)
		Hv.MulVec(X.T(), &Xv)
		Hv.AddScaledVec(&Hv, -40*lambda[k], v)
		if off := mat.Norm(&Hv, 2); !(off <= 1e-12) {
			t.Errorf("direction %d is no eigenvector: off by %g", k, off)
		}
		if mat.Max(v) < -mat.Min(v) {
			t.Errorf("direction %d: the largest entry is negative: %v", k, mat.Formatted(v.T()))
		}
	}
	fit, err := LeastSquares(X, y)
	if err != nil {
		t.Fatal(err)
	}
	theta := []float64{1, -2, 0.5, 3}
	sum := J(X, y, fit.Theta)
	for _, part := range partsOf(X, fit.Theta, theta) {
		sum += part
	}
	near1(t, "J in its parts", sum, J(X, y, theta), 1e-13)
	// Fewer points than columns: the free directions have λ = 0.
	lambda, V = Directions(mat.NewDense(1, 3, []float64{1, 2, 2}))
	if r, c := V.Dims(); r != 3 || c != 3 || !(lambda[0] <= 1e-30 && lambda[1] <= 1e-30) {
		t.Errorf("one point: λ = %v, V is %d×%d", lambda, r, c)
	}
	near(t, "the direction of one point", mat.Col(nil, 2, V), []float64{1. / 3, 2. / 3, 2. / 3}, 1e-14)
}

// partsOf returns ½ λ_k c_k² for each direction.
func partsOf(X mat.Matrix, minimum, theta []float64) []float64 {
	lambda, V := Directions(X)
	d := make([]float64, len(theta))
	floats.SubTo(d, theta, minimum)
	for k := range lambda {
		c := floats.Dot(d, mat.Col(nil, k, V))
		lambda[k] *= c * c / 2
	}
	return lambda
}

// rates is a design of testdata/rates.json, which NumPy made.
type rates struct {
	Name               string
	Eigenvalues, Parts []float64
	Lowest             float64
	Best, Limit, Rises float64
	Stops              []struct{ Alpha, Steps, Ratio float64 }
}

// What chapter 04 says of the learning rate, measured, and by NumPy.
func TestRatesReference(t *testing.T) {
	text, err := os.ReadFile("testdata/rates.json")
	if err != nil {
		t.Fatal(err)
	}
	var all []rates
	if err := json.Unmarshal(text, &all); err != nil || len(all) != 4 {
		t.Fatalf("%d designs, %v", len(all), err)
	}
	cars := dataset.AutoMPG()
	thousands := cars.Column("weight_lb")
	floats.AddConst(-2000, thousands)
	floats.Scale(1e-3, thousands)
	standard := func(t *testing.T, F *mat.Dense) *mat.Dense {
		s, err := scaling.FitStandard(F)
		if err != nil {
			t.Fatal(err)
		}
		return WithOnes(s.Transform(F))
	}
	designs := map[string]*mat.Dense{
		"pounds":       WithOnes(cars.Matrix("weight_lb")),
		"thousands":    Design(thousands, Polynomial(1)),
		"standardised": standard(t, cars.Matrix("weight_lb")),
		"six":          standard(t, cars.Complete().Matrix(dataset.CarFeatures()...)),
	}
	for _, c := range all {
		X, y := designs[c.Name], cars.Column("mpg")
		if c.Name == "six" {
			y = cars.Complete().Column("mpg")
		}
		fit, err := LeastSquares(X, y)
		if err != nil {
			t.Fatal(err)
		}
		for k, l := range Eigenvalues(X) {
			near1(t, fmt.Sprintf("%s: λ[%d]", c.Name, k), l, c.Eigenvalues[k], 1e-10*c.Eigenvalues[k])
		}
		near1(t, c.Name+": lowest J", J(X, y, fit.Theta), c.Lowest, 1e-12)
		if c.Name != "standardised" { // there both λ are 1, and any two directions will do
			near(t, c.Name+": parts", partsOf(X, fit.Theta, make([]float64, len(fit.Theta))), c.Parts, 1e-8)
		}
		best, limit := LearningRates(X)
		near1(t, c.Name+": best", best/c.Best, 1, 1e-12)
		near1(t, c.Name+": limit", limit/c.Limit, 1, 1e-12)
		near1(t, c.Name+": where J rises", rising(X, y)/c.Rises, 1, 1e-11)
		near1(t, c.Name+": where J rises, over 2/λ_max", c.Rises/c.Limit, 1, 1e-8)
		for _, s := range c.Stops {
			r, err := optimizer.Minimize(Problem(X, y), make([]float64, len(fit.Theta)), optimizer.NewGD(s.Alpha),
				optimizer.Config{MaxSteps: 100_000, MinDecrease: 1e-3})
			if err != nil || float64(r.Steps) != s.Steps || !(math.Abs(r.J/c.Lowest/s.Ratio-1) <= 1e-9) {
				t.Errorf("%s, α = %g: stops after %d steps at %.12g times the lowest J, want %g and %.12g (%v)",
					c.Name, s.Alpha, r.Steps, r.J/c.Lowest, s.Steps, s.Ratio, err)
			}
		}
	}
}

// rising bisects for the α at which J rises in the last of 2000 steps, by more than a part in 1e12.
func rising(X *mat.Dense, y []float64) float64 {
	_, limit := LearningRates(X)
	_, q := X.Dims()
	low, high := limit/3, limit*3
	for range 48 {
		alpha := (low + high) / 2
		r, err := optimizer.Minimize(Problem(X, y), make([]float64, q), optimizer.NewGD(alpha),
			optimizer.Config{MaxSteps: 2000, Record: true})
		if h := r.History; err != nil || h[len(h)-1] > h[len(h)-2]*(1+1e-12) {
			high = alpha
		} else {
			low = alpha
		}
	}
	return high
}
