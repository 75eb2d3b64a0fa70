package scaling_test

import (
	"errors"
	"fmt"
	"math"
	"testing"

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
	var bad *scaling.NotFinite
	for _, v := range []float64{math.NaN(), math.Inf(1), math.Inf(-1)} {
		if _, err := scaling.FitStandard(mat.NewDense(2, 1, []float64{1, v})); !errors.As(err, &bad) || bad.Row != 1 {
			t.Errorf("%g gives %v", v, err)
		}
	}
	s, err := scaling.FitStandard(mat.NewDense(2, 1, []float64{1e308, -1e308}))
	if err == nil && (math.IsInf(s.Sigma[0], 0) || math.IsNaN(s.Sigma[0])) {
		t.Errorf("huge values pass with σ = %g", s.Sigma[0])
	}
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
