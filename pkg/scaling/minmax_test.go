package scaling_test

import (
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"ann/pkg/dataset"
	"ann/pkg/scaling"

	"gonum.org/v1/gonum/mat"
)

func TestMinMax(t *testing.T) {
	X := mat.NewDense(4, 2, []float64{1, 1e6, 2, 2e6, 3, -1e6, 5, 0})
	for _, c := range []struct{ lo, hi float64 }{{0, 1}, {-1, 1}, {3, 7}} {
		s, err := scaling.FitMinMax(X, c.lo, c.hi)
		if err != nil {
			t.Fatal(err)
		}
		Z := s.Transform(X)
		w := c.hi - c.lo
		want := mat.NewDense(4, 2, []float64{c.lo, c.lo + w*2/3, c.lo + w/4, c.hi, c.lo + w/2, c.lo, c.hi, c.lo + w/3})
		if !mat.EqualApprox(Z, want, 1e-15*10) {
			t.Errorf("[%g, %g]: %v, want %v", c.lo, c.hi, mat.Formatted(Z), mat.Formatted(want))
		}
		if Z.At(0, 0) != c.lo || Z.At(3, 0) != c.hi {
			t.Errorf("the ends are %g and %g, want exactly %g and %g", Z.At(0, 0), Z.At(3, 0), c.lo, c.hi)
		}
		if back := s.Inverse(Z); !mat.EqualApprox(back, X, 1e-9) {
			t.Errorf("Inverse(Transform(X)) is not X: %v", mat.Formatted(back))
		}
		// Other rows are scaled with the numbers of the rows that were fitted.
		if z := s.Transform(mat.NewDense(1, 2, []float64{9, 0.5e6})); !(math.Abs(z.At(0, 0)-(c.lo+2*w)) <= 1e-14) || !(math.Abs(z.At(0, 1)-(c.lo+w/2)) <= 1e-14) {
			t.Errorf("another row becomes %v", mat.Formatted(z))
		}
	}
}

// TestUnscale: the model of the scaled features and the unscaled one say the
// same about every row.
func TestUnscale(t *testing.T) {
	X := mat.NewDense(4, 2, []float64{1, 1e6, 2, 2e6, 3, -1e6, 5, 0})
	standard, err := scaling.FitStandard(X)
	if err != nil {
		t.Fatal(err)
	}
	minmax, err := scaling.FitMinMax(X, -1, 1)
	if err != nil {
		t.Fatal(err)
	}
	theta := []float64{4, -3, 0.5}
	for name, s := range map[string]interface {
		Transform(X mat.Matrix) *mat.Dense
		Unscale(theta []float64) []float64
	}{"Standard": standard, "MinMax": minmax} {
		Z, physical := s.Transform(X), s.Unscale(theta)
		for i := range 4 {
			want := theta[0] + theta[1]*Z.At(i, 0) + theta[2]*Z.At(i, 1)
			got := physical[0] + physical[1]*X.At(i, 0) + physical[2]*X.At(i, 1)
			if !(math.Abs(got-want) <= 1e-14*10) {
				t.Errorf("%s, row %d: h = %g in physical units, %g in scaled ones", name, i, got, want)
			}
		}
		if theta[0] != 4 {
			t.Errorf("%s changed θ", name)
		}
	}
}

func TestMinMaxRefuses(t *testing.T) {
	var constant *scaling.ConstantColumn
	_, err := scaling.FitMinMax(mat.NewDense(3, 2, []float64{1, 7, 2, 7, 3, 7}), 0, 1)
	if !errors.As(err, &constant) || constant.Column != 1 || !strings.HasPrefix(err.Error(), "scaling: FitMinMax: column 1 is 7 in every row") {
		t.Errorf("a constant column gives %v", err)
	}
	if _, err := scaling.FitMinMax(mat.NewDense(1, 1, []float64{3}), 0, 1); !errors.As(err, &constant) {
		t.Errorf("a single row gives %v", err)
	}
	for _, c := range roundingOnly {
		if _, err := scaling.FitMinMax(c, 0, 1); !errors.As(err, &constant) || constant.Column != 0 {
			t.Errorf("values that differ by rounding: %v gives %v", mat.Formatted(c), err)
		}
	}
	var bad *dataset.NotFinite
	for _, v := range []float64{math.NaN(), math.Inf(1), math.Inf(-1), 1e151} {
		if _, err := scaling.FitMinMax(mat.NewDense(2, 1, []float64{1, v}), 0, 1); !errors.As(err, &bad) || bad.Row != 1 {
			t.Errorf("%g gives %v", v, err)
		}
	}
}

func TestMinMaxPanics(t *testing.T) {
	X := mat.NewDense(2, 1, []float64{1, 2})
	s, err := scaling.FitMinMax(X, 0, 1)
	if err != nil {
		t.Fatal(err)
	}
	for says, f := range map[string]func(){
		"X is nil":               func() { _, _ = scaling.FitMinMax(nil, 0, 1) },
		"X has no rows":          func() { _, _ = scaling.FitMinMax(&mat.Dense{}, 0, 1) },
		"want lo < hi":           func() { _, _ = scaling.FitMinMax(X, 1, 0) },
		"the interval is [NaN":   func() { _, _ = scaling.FitMinMax(X, math.NaN(), 0) },
		"X is 1×2, want 1":       func() { s.Transform(mat.NewDense(1, 2, nil)) },
		"X is 1×3, want 1":       func() { s.Inverse(mat.NewDense(1, 3, nil)) },
		"θ has 1 values, want 2": func() { s.Unscale([]float64{1}) },
	} {
		func() {
			defer func() {
				if got := fmt.Sprint(recover()); !strings.Contains(got, says) {
					t.Errorf("panic %q, want %q in it", got, says)
				}
			}()
			f()
		}()
	}
}

func ExampleFitMinMax() {
	X := mat.NewDense(3, 1, []float64{1600, 3000, 4400}) // lb
	s, err := scaling.FitMinMax(X, -1, 1)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(mat.Col(nil, 0, s.Transform(X)))
	// Output: [-1 0 1]
}

// A model of the standardised weight, read in mpg per pound.
func ExampleStandard_Unscale() {
	s := &scaling.Standard{Mean: []float64{3000}, Sigma: []float64{800}}
	theta := s.Unscale([]float64{23.5, -6.4})
	fmt.Printf("mpg = %.1f %+.3f · weight\n", theta[0], theta[1])
	// Output: mpg = 47.5 -0.008 · weight
}
