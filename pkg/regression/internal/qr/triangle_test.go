package qr

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// someData returns n rows of p normal features after a ones column, and a y that
// follows the first of them.
func someData(n, p int) (*mat.Dense, []float64) {
	rng := rand.New(rand.NewPCG(1, 2))
	X, y := mat.NewDense(n, p+1, nil), make([]float64, n)
	for i := range n {
		row := X.RawRowView(i)
		row[0] = 1
		for k := range p {
			row[k+1] = rng.NormFloat64()
		}
		y[i] = 1 + 2*row[1] + rng.NormFloat64()
	}
	return X, y
}

// near compares every value with the one wanted, relative to it.
func near(t *testing.T, what string, got, want []float64, rel float64) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%s: %d values, want %d", what, len(got), len(want))
	}
	for k := range want {
		if !(math.Abs(got[k]-want[k]) <= rel*math.Abs(want[k])) {
			t.Errorf("%s[%d] = %.15g, want %.15g", what, k, got[k], want[k])
		}
	}
}

// TestRotateSlices: the rows are factored slice by slice; the result must not
// depend on it.
func TestRotateSlices(t *testing.T) {
	for _, n := range []int{1, 2, 3, 5, 63, 67, 68, 69, 500, 5000} {
		X, y := someData(n, 2)
		w := make([]float64, n)
		for i := range w {
			w[i] = float64(1 + i%3)
		}
		r := Rotate(X, y, w)
		A := mat.NewDense(n, 4, nil) // [X y], weighted
		for i := range n {
			for k, v := range append(slices.Clone(X.RawRowView(i)), y[i]) {
				A.Set(i, k, w[i]*v)
			}
		}
		var got, want mat.Dense
		T := mat.DenseCopyOf(r.T)
		T.Apply(func(_, k int, v float64) float64 { return math.Ldexp(v, r.Exp[k]) }, T)
		got.Mul(T.T(), T)
		want.Mul(A.T(), A)
		if !mat.EqualApprox(&got, &want, 1e-12*mat.Norm(&want, 2)) {
			t.Errorf("n = %d: TᵀT is not [X y]ᵀ[X y]", n)
		}
		for j := range T.RawMatrix().Rows {
			for k := range j {
				if T.At(j, k) != 0 {
					t.Errorf("n = %d: T[%d,%d] = %g below the diagonal", n, j, k, T.At(j, k))
				}
			}
		}
		if n > 3 {
			if c := mat.Cond(A.Slice(0, n, 0, 3), 2); !(math.Abs(r.Cond()/c-1) <= 1e-9) {
				t.Errorf("n = %d: condition number %g, want %g", n, r.Cond(), c)
			}
		}
	}
}

// TestTriangle compares what a triangle tells with the definitions, in units at
// both ends of what is allowed.
func TestTriangle(t *testing.T) {
	X, y := someData(40, 3)
	var XtX, inverse, product mat.Dense
	XtX.Mul(X.T(), X)
	if err := inverse.Inverse(&XtX); err != nil {
		t.Fatal(err)
	}
	var theta mat.VecDense
	theta.MulVec(X.T(), mat.NewVecDense(40, y))
	theta.MulVec(&inverse, &theta)
	want := theta.RawVector().Data
	for _, unit := range [][]float64{{1, 1, 1, 1}, {1, 0x1p-900, 0x1p490, 3}} {
		Z := mat.DenseCopyOf(X)
		for i := range 40 {
			floats.Mul(Z.RawRowView(i), unit)
		}
		r := Rotate(Z, y, nil)
		got := r.Theta()
		floats.Mul(got, unit)
		near(t, "θ", got, want, 1e-12)
		c := mat.Col(nil, 4, r.T)[:4]
		floats.Scale(2, c)
		got = r.Solve(c)
		floats.Mul(got, unit)
		floats.Scale(0.5, got)
		near(t, "θ for 2c, halved", got, want, 1e-12)

		R := r.Inverse()
		R.Apply(func(k, _ int, v float64) float64 { return v * unit[k] }, R)
		product.Mul(R, R.T())
		if !mat.EqualApprox(&product, &inverse, 1e-13) {
			t.Errorf("R⁻¹R⁻ᵀ is off (XᵀX)⁻¹ by %g", distance(&product, &inverse))
		}
		Q := r.Orthonormal(Z)
		product.Mul(Q.T(), Q)
		if I := mat.NewDiagDense(4, []float64{1, 1, 1, 1}); !mat.EqualApprox(&product, I, 1e-13) {
			t.Errorf("the columns XR⁻¹ are off orthonormal ones by %g", distance(&product, I))
		}
		if rank, first := r.Rank(); rank != 4 || first != 4 {
			t.Errorf("rank %d, first %d, want 4 and 4", rank, first)
		}
	}
	if c := Rotate(X.Slice(0, 3, 0, 4).(*mat.Dense), y[:3], nil).Cond(); !math.IsInf(c, 1) {
		t.Errorf("fewer rows than columns: Cond is %g", c)
	}
	if c := Rotate(mat.NewDense(5, 2, nil), y[:5], nil).Cond(); !math.IsInf(c, 1) {
		t.Errorf("X = 0: Cond is %g", c)
	}
}

func TestRank(t *testing.T) {
	for _, c := range []struct {
		what        string
		change      func(row []float64)
		rank, first int
	}{
		{"independent", func([]float64) {}, 5, 5},
		{"zeros", func(row []float64) { row[2] = 0 }, 4, 2},
		{"a combination", func(row []float64) { row[3] = row[1] - 3*row[2] + 5 }, 4, 3},
		{"two", func(row []float64) { row[4], row[2] = 7, row[1] }, 3, 2},
		{"subnormal numbers", func(row []float64) { row[1] *= 1e-318 }, 5, 5},
		{"nearly", func(row []float64) { row[4] = row[1] + 1e-12*row[4] }, 5, 5},
	} {
		X, y := someData(30, 4)
		for i := range y {
			c.change(X.RawRowView(i))
		}
		if rank, first := Rotate(X, y, nil).Rank(); rank != c.rank || first != c.first {
			t.Errorf("%s: rank %d, first %d, want %d and %d", c.what, rank, first, c.rank, c.first)
		}
	}
}

// TestWithPenalty: the triangle is that of all rows with those of the penalty
// below, also for fewer rows than columns.
func TestWithPenalty(t *testing.T) {
	const root = 1.5
	for _, n := range []int{3, 50} {
		X, y := someData(n, 4)
		all, b := mat.NewDense(n+4, 5, nil), make([]float64, n+4)
		all.Copy(X)
		copy(b, y)
		for k := 1; k < 5; k++ {
			all.Set(n+k-1, k, root)
		}
		got, want := Rotate(X, y, nil).WithPenalty(root), Rotate(all, b, nil)
		near(t, "θ", got.Theta(), want.Theta(), 1e-12)
		if rank, _ := got.Rank(); rank != 5 {
			t.Errorf("n = %d: rank %d", n, rank)
		}
	}
}
