package regression

import (
	"errors"
	"math"
	"runtime"
	"slices"
	"testing"

	"ann/pkg/dataset"

	"gonum.org/v1/gonum/mat"
)

// TestGram: the sums over slices and blocks are [X y]ᵀ[X y], and their bits do
// not depend on the number of processors.
func TestGram(t *testing.T) {
	for _, n := range []int{1, 127, 128, 129, 8192, 8193, 20_000, 600_000} {
		p := 4
		if n > 20_000 {
			p = 1 // there the blocks grow, and are no multiple of a slice
		}
		X, y := someData(n, p)
		shift := []float64{0, 1, -2, 0, 0.5, 3}[:p+2]
		got := gram(X, y, shift)
		A := mat.NewDense(n, p+2, nil)
		for i := range n {
			for k, v := range append(slices.Clone(X.RawRowView(i)), y[i]) {
				A.Set(i, k, v-shift[k])
			}
		}
		var want mat.SymDense
		want.SymOuterK(1, A.T())
		if !mat.EqualApprox(got, &want, 1e-12*float64(n)) {
			t.Errorf("n = %d: off by %g", n, distance(got, &want))
		}
		for _, procs := range []int{1, 2, 7} {
			was := runtime.GOMAXPROCS(procs)
			again := gram(X, y, shift)
			runtime.GOMAXPROCS(was)
			if !mat.Equal(again, got) {
				t.Errorf("n = %d: %d processors give other bits", n, procs)
			}
		}
	}
}

func distance(A, B mat.Matrix) float64 {
	var d mat.Dense
	d.Sub(A, B)
	return mat.Norm(&d, math.Inf(1))
}

// tallData has more points than the limit for XᵀX, with what change makes of
// a row's features.
func tallData(change func(f []float64)) (*mat.Dense, []float64) {
	X, y := someData(6000, 4)
	for i := range y {
		change(X.RawRowView(i)[1:])
	}
	return X, y
}

// TestSquared: where it accepts, XᵀX gives what the rotation gives, whatever
// the units and means of the columns; where it would lose digits it declines.
func TestSquared(t *testing.T) {
	for name, c := range map[string]struct {
		change func(f []float64)
		takes  bool
	}{
		"plain":           {func([]float64) {}, true},
		"units":           {func(f []float64) { f[0] *= 1e-4; f[1] *= 1e3 }, true},
		"far means":       {func(f []float64) { f[0] += 2000; f[2] = 1e5 - 300*f[2] }, true},
		"nearly the same": {func(f []float64) { f[1] = f[0] + 1e-3*f[1] }, false},
		"the same":        {func(f []float64) { f[1] = 3 * f[0] }, false},
		"constant":        {func(f []float64) { f[3] = 7 }, false},
		"zeros":           {func(f []float64) { f[3] = 0 }, false},
		"huge":            {func(f []float64) { f[3] *= 1e140 }, false},
		"tiny":            {func(f []float64) { f[3] *= 1e-200 }, false},
	} {
		X, y := tallData(c.change)
		r := squared(X, y)
		if (r != nil) != c.takes {
			t.Errorf("%s: XᵀX is taken: %v, want %v", name, r != nil, c.takes)
		}
		if r == nil {
			continue
		}
		want := rotate(X, y, nil)
		near(t, name+": θ", r.theta(), want.theta(), 1e-9)
		near1(t, name+": Cond", r.cond(), want.cond(), 1e-9)
		near1(t, name+": ρ", math.Abs(r.t.At(5, 5)), math.Abs(math.Ldexp(want.t.At(5, 5), want.exp[5])), 1e-10)
	}
	X, _ := tallData(func([]float64) {})
	if squared(X, mat.Col(nil, 2, X)) != nil {
		t.Error("XᵀX is taken for an exact fit, whose ρ it cannot know")
	}
}

// TestTall: the methods that go through XᵀX agree with those that do not.
func TestTall(t *testing.T) {
	X, y := tallData(func(f []float64) { f[0] += 2000; f[1] *= 1e3 })
	if !tall(6000, 5) || tall(4095, 5) || tall(6000, 200) {
		t.Error("another limit for a tall X")
	}
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
	d := newDescent(rotate(X, y, nil))
	for _, lambda := range []float64{0.01, 0.3, 10} {
		if err := d.minimise(d.lambdas(lambda)); err != nil {
			t.Fatal(err)
		}
		f, err := Lasso(X, y, lambda)
		if err != nil {
			t.Fatal(err)
		}
		near(t, "Lasso against the rotation", f.Theta, d.weights(), 1e-9)
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
