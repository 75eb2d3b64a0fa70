package scaling_test

import (
	"errors"
	"fmt"
	"math"
	"testing"

	"ann/pkg/dataset"
	"ann/pkg/scaling"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/stat"
)

func TestStandard(t *testing.T) {
	X := mat.NewDense(5, 2, []float64{1, 1e6, 2, 2e6, 3, -1e6, 4, 0, 10, 7e6})
	s, err := scaling.FitStandard(X)
	if err != nil {
		t.Fatal(err)
	}
	Z := s.Transform(X)
	for k := range 2 {
		col := mat.Col(nil, k, Z)
		if mean := stat.Mean(col, nil); !(math.Abs(mean) <= 1e-15) {
			t.Errorf("column %d: mean %g, want 0", k, mean)
		}
		if v := stat.PopVariance(col, nil); !(math.Abs(v-1) <= 1e-14) {
			t.Errorf("column %d: variance %g, want 1 with 1/n", k, v)
		}
	}
	if back := s.Inverse(Z); !mat.EqualApprox(back, X, 1e-9) {
		t.Errorf("Inverse(Transform(X)) is not X: %v", mat.Formatted(back))
	}
	// Other rows are scaled with the numbers of the rows that were fitted.
	if z := s.Transform(mat.NewDense(1, 2, []float64{4, 1.8e6})); !mat.EqualApprox(z, mat.NewDense(1, 2, nil), 1e-15) {
		t.Errorf("the mean row becomes %v, want zeros", mat.Formatted(z))
	}
}

func TestStandardRefuses(t *testing.T) {
	var constant *scaling.ConstantColumn
	if _, err := scaling.FitStandard(mat.NewDense(3, 2, []float64{1, 7, 2, 7, 3, 7})); !errors.As(err, &constant) || constant.Column != 1 {
		t.Errorf("a constant column gives %v", err)
	}
	for _, c := range roundingOnly {
		if _, err := scaling.FitStandard(c); !errors.As(err, &constant) || constant.Column != 0 {
			t.Errorf("values that differ by rounding: %v gives %v", mat.Formatted(c), err)
		}
	}
	var bad *dataset.NotFinite
	for _, v := range []float64{math.NaN(), math.Inf(1), math.Inf(-1), 1e151} {
		if _, err := scaling.FitStandard(mat.NewDense(2, 1, []float64{1, v})); !errors.As(err, &bad) || bad.Row != 1 {
			t.Errorf("%g gives %v", v, err)
		}
	}
	for _, size := range []float64{1e150, 1e-299} {
		X := mat.NewDense(4, 1, []float64{0, size, 0, size})
		s, err := scaling.FitStandard(X)
		if err != nil {
			t.Fatal(err)
		}
		if Z := s.Transform(X); !mat.EqualApprox(Z, mat.NewDense(4, 1, []float64{-1, 1, -1, 1}), 1e-12) || !dataset.Finite(s.Unscale([]float64{1, 1})[1]) {
			t.Errorf("values of size %g become %v", size, mat.Formatted(Z))
		}
	}
}

// roundingOnly are columns whose values differ, but by less than can be scaled.
var roundingOnly = []*mat.Dense{
	mat.NewDense(2, 1, []float64{0.3, 0.3 + 0x1p-54}),
	mat.NewDense(5, 1, []float64{0.3, 0.3 + 0x1p-52, 0.3, 0.3, 0.3}),
	mat.NewDense(2, 1, []float64{-1, -1 - 0x1p-52}),
	mat.NewDense(2, 1, []float64{0, 5e-324}),
	mat.NewDense(3, 1, []float64{1e-301, -1e-301, 0}),
}

func TestStandardPanics(t *testing.T) {
	s, err := scaling.FitStandard(mat.NewDense(2, 1, []float64{1, 2}))
	if err != nil {
		t.Fatal(err)
	}
	for name, f := range map[string]func(){
		"nil":             func() { _, _ = scaling.FitStandard(nil) },
		"no rows":         func() { _, _ = scaling.FitStandard(&mat.Dense{}) },
		"another width":   func() { s.Transform(mat.NewDense(1, 2, nil)) },
		"another inverse": func() { s.Inverse(mat.NewDense(1, 3, nil)) },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s: no panic", name)
				}
			}()
			f()
		}()
	}
}

func Example() {
	X := mat.NewDense(3, 1, []float64{1600, 3000, 4400}) // lb
	s, err := scaling.FitStandard(X)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%.3f\n", mat.Col(nil, 0, s.Transform(X)))
	// Output: [-1.225 0.000 1.225]
}

// Whole numbers far from 0, whose mean is a whole number: it comes out to the last digit.
func TestStandardFarFromZero(t *testing.T) {
	x := make([]float64, 700)
	for i := range x {
		x[i] = 1e9 + float64(i%7)
	}
	s, err := scaling.FitStandard(mat.NewDense(700, 1, x))
	if err != nil {
		t.Fatal(err)
	}
	if ulp := 1e9 * 0x1p-52; !(math.Abs(s.Mean[0]-(1e9+3)) <= ulp) || !(math.Abs(s.Sigma[0]-2) <= 1e-12) {
		t.Errorf("μ = %.9f, σ = %.15g, want 1000000003 and 2", s.Mean[0], s.Sigma[0])
	}
}
