package qr

import (
	"math"
	"runtime"
	"slices"
	"testing"

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
		r := Square(X, y)
		if (r != nil) != c.takes {
			t.Errorf("%s: XᵀX is taken: %v, want %v", name, r != nil, c.takes)
		}
		if r == nil {
			continue
		}
		want := Rotate(X, y, nil)
		near(t, name+": θ", r.Theta(), want.Theta(), 1e-9)
		near(t, name+": Cond", []float64{r.Cond()}, []float64{want.Cond()}, 1e-9)
		near(t, name+": ρ", []float64{math.Abs(r.T.At(5, 5))}, []float64{math.Abs(math.Ldexp(want.T.At(5, 5), want.Exp[5]))}, 1e-10)
	}
	X, _ := tallData(func([]float64) {})
	for _, noise := range []float64{0, 1e-7} {
		y := mat.Col(nil, 2, X)
		for i := range y {
			y[i] += noise * X.At(i, 1) * X.At(i, 3)
		}
		if Square(X, y) != nil {
			t.Errorf("XᵀX is taken for a fit exact to %g, whose ρ it cannot know", noise)
		}
	}
}

// TestSquareRefusesBadNumbers, wherever they stand: nobody else looks at the rows.
func TestSquareRefusesBadNumbers(t *testing.T) {
	for _, v := range []float64{math.NaN(), math.Inf(1), math.Inf(-1), 1.1e150, -1e300} {
		for _, i := range []int{0, 1, 3000, 5999} {
			for k := range 6 {
				X, y := tallData(func([]float64) {})
				if k < 5 {
					X.Set(i, k, v)
				} else {
					y[i] = v
				}
				if Square(X, y) != nil {
					t.Errorf("%g in row %d, column %d of [X y] is taken", v, i, k)
				}
			}
		}
		X, y := tallData(func(f []float64) { f[2] = v })
		if Square(X, y) != nil {
			t.Errorf("a column of %g is taken", v)
		}
	}
}

// TestNormal: the fast way for a tall X gives what the plain products give.
func TestNormal(t *testing.T) {
	if !tall(6000, 5) || tall(4095, 5) || tall(6000, 200) {
		t.Error("another limit for a tall X")
	}
	for name, change := range map[string]func(f []float64){
		"plain":    func([]float64) {},
		"far mean": func(f []float64) { f[0] += 2000 },
		"the same": func(f []float64) { f[1] = f[0] },
	} {
		for _, n := range []int{100, 6000} {
			X, y := tallData(change)
			X, y = X.Slice(0, n, 0, 5).(*mat.Dense), y[:n]
			XtX, Xty, cond := Normal(X, y)
			var products mat.Dense
			products.Mul(X.T(), X)
			if !mat.EqualApprox(XtX, &products, 1e-13*mat.Norm(&products, 2)) {
				t.Errorf("%s, n = %d: XᵀX is off by %g", name, n, distance(XtX, &products))
			}
			var sides mat.VecDense
			sides.MulVec(X.T(), mat.NewVecDense(n, y))
			if !mat.EqualApprox(Xty, &sides, 1e-13*mat.Norm(&sides, 2)) {
				t.Errorf("%s, n = %d: Xᵀy is off by %g", name, n, distance(Xty, &sides))
			}
			if want := Rotate(X, y, nil).Cond(); name != "the same" {
				near(t, name+": Cond", []float64{cond}, []float64{want}, 1e-9)
			} else if cond < 1e14 {
				t.Errorf("%s, n = %d: Cond is %g", name, n, cond)
			}
		}
	}
}
