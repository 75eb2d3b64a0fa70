package dataset_test

import (
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"ann/pkg/dataset"

	"gonum.org/v1/gonum/mat"
)

// TestCheckFinite puts every kind of bad number into every place, of matrices
// of several kinds: the first one is found, and the error tells what to try.
func TestCheckFinite(t *testing.T) {
	for _, c := range []struct {
		v    float64
		says string // "" for a number that passes
	}{
		{0, ""}, {-3, ""}, {5e-324, ""}, {1e150, ""}, {-1e150, ""},
		{math.NaN(), "complete rows"}, {math.Inf(1), "complete rows"}, {math.Inf(-1), "complete rows"},
		{1.001e150, "scale it"}, {-1e151, "scale it"}, {math.MaxFloat64, "scale it"},
	} {
		for i := range 3 {
			for k := range 2 {
				D := mat.NewDense(3, 2, nil)
				D.Set(2, 1, c.v) // a later one is not named
				D.Set(i, k, c.v)
				turned, slice := mat.DenseCopyOf(D.T()), mat.NewDense(4, 5, nil).Slice(0, 3, 0, 2).(*mat.Dense)
				slice.Copy(D)
				for _, X := range []mat.Matrix{D, turned.T(), slice} {
					found(t, dataset.CheckFinite("Z", X), "Z", i, k, c.v, c.says)
				}
			}
			v := make([]float64, 3)
			v[2], v[i] = c.v, c.v
			found(t, dataset.CheckFiniteVec("y", v), "y", i, -1, c.v, c.says)
		}
		if want := !math.IsNaN(c.v) && !math.IsInf(c.v, 0); dataset.Finite(c.v) != want {
			t.Errorf("Finite(%g) is %v", c.v, !want)
		}
	}
	if err := dataset.CheckFinite("X", &mat.Dense{}); err != nil {
		t.Errorf("the empty matrix: %v", err)
	}
	panicsWith(t, map[string]func(){
		"dataset: CheckFinite: X is nil": func() { _ = dataset.CheckFinite("X", nil) },
		"dataset: CheckFinite: Y is nil": func() { _ = dataset.CheckFinite("Y", (*mat.Dense)(nil)) },
	})
}

func found(t *testing.T, err error, where string, row, column int, v float64, says string) {
	t.Helper()
	if says == "" {
		if err != nil {
			t.Errorf("%s: %v", where, err)
		}
		return
	}
	var e *dataset.NotFinite
	if !errors.As(err, &e) || e.Where != where || e.Row != row || e.Column != column || math.Float64bits(e.Value) != math.Float64bits(v) {
		t.Fatalf("%g in %s, row %d, column %d: %+v", v, where, row, column, e)
	}
	at := fmt.Sprintf("%s is %.4g in row %d", where, v, row)
	if column >= 0 {
		at += fmt.Sprintf(", column %d", column)
	}
	if s := err.Error(); !strings.HasPrefix(s, at) || strings.Contains(s, "column -1") || !strings.Contains(s, says) {
		t.Errorf("%q, want %q and %q in it", s, at, says)
	}
}

func ExampleCheckFinite() {
	cars := dataset.AutoMPG()
	fmt.Println(dataset.CheckFinite("X", cars.Matrix("weight_lb", "horsepower")))
	fmt.Println(dataset.CheckFinite("X", cars.Complete().Matrix("weight_lb", "horsepower")))
	// Output:
	// X is NaN in row 32, column 1; keep complete rows only (dataset's Complete leaves out rows with NaN)
	// <nil>
}
