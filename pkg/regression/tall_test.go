package regression

import (
	"errors"
	"math"
	"testing"

	"ann/pkg/dataset"
	"ann/pkg/regression/internal/qr"

	"gonum.org/v1/gonum/mat"
)

// tallData has so many more points than columns that XᵀX is the fast way, with
// what change makes of a row's features.
func tallData(change func(f []float64)) (*mat.Dense, []float64) {
	X, y := someData(6000, 4)
	for i := range y {
		change(X.RawRowView(i)[1:])
	}
	return X, y
}

// TestTall: the methods that go through XᵀX agree with those that do not.
func TestTall(t *testing.T) {
	X, y := tallData(func(f []float64) { f[0] += 2000; f[1] *= 1e3 })
	ls, err := LeastSquares(X, y)
	if err != nil {
		t.Fatal(err)
	}
	ne, err := NormalEquation(X, y)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "NormalEquation: Cond", []float64{ne.Cond}, []float64{ls.Cond}, 1e-9)
	near(t, "NormalEquation: θ", ne.Theta, ls.Theta, 1e-15*ls.Cond*ls.Cond)
	small, err := Lasso(X, y, 1e-14)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "Lasso, λ → 0", small.Theta, ls.Theta, 1e-9)
	d := newCoordinateDescent(qr.Rotate(X, y, nil), len(y))
	for _, lambda := range []float64{0.01, 0.3, 10} {
		if err := d.minimise(d.lambdas(lambda)); err != nil {
			t.Fatal(err)
		}
		f, err := Lasso(X, y, lambda)
		if err != nil {
			t.Fatal(err)
		}
		near(t, "Lasso against the rotation", f.Theta, d.unscaled(), 1e-9)
		near1(t, "Cond", f.Cond, ls.Cond, 1e-9)
	}
	// What XᵀX would hide is found.
	X.Set(5000, 3, math.NaN())
	var bad *dataset.NotFinite
	if _, err := Lasso(X, y, 0.1); !errors.As(err, &bad) || bad.Row != 5000 || bad.Column != 3 {
		t.Errorf("a NaN in a tall X: %v", err)
	}
	X.Set(5000, 3, 1e151)
	if _, err := Lasso(X, y, 0.1); !errors.As(err, &bad) || bad.Value != 1e151 {
		t.Errorf("1e151 in a tall X: %v", err)
	}
	X.Set(5000, 3, 0)
	X.Set(5000, 0, 2)
	panics(t, "Lasso", "row 5000 holds 2", func() { _, _ = Lasso(X, y, 0.1) })
	// A column twice: the rotation, and the fit exists as ever.
	X, y = tallData(func(f []float64) { f[1] = f[0] })
	if _, err := Lasso(X, y, 0.1); err != nil {
		t.Error(err)
	}
	if _, err := NormalEquation(X, y); err == nil {
		t.Log("the Cholesky factorisation went through by luck")
	}
}
