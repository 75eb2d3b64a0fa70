package regression

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/blas/blas64"
	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/lapack/lapack64"
	"gonum.org/v1/gonum/mat"
)

// rotated is what a rotation leaves of the n rows [X y]. An orthogonal Qᵀ, made
// of Householder reflections, keeps every length and angle, so
//
//	      ⎡ R  c ⎤
//	Qᵀ[X y] = ⎢ 0  ρ ⎥ ,   |y − Xθ|² = |c − Rθ|² + ρ²
//	      ⎣ 0  0 ⎦
//
// with R upper triangular, q×q for q = p+1 columns: however many points there
// are, q+1 rows know all that a squared loss can ask. With n ≤ q only n rows
// are left and R is a trapezoid.
//
// Each column is first multiplied by a power of two that brings it below 1;
// that rounds nothing and lets units from 1e-300 to 1e300 pass.
type rotated struct {
	n, q int
	t    *mat.Dense // min(n, q+1) × (q+1): [R c; 0 ρ] with scaled columns
	exp  []int      // column k of [X y] is 2^exp[k] times the scaled one
}

// rotate factors [X y], its rows multiplied by w_i unless w is nil.
//
// The rows are taken in slices that fit the processor's cache, each put under
// the triangle of those before: the same reflections in another order, as
// accurate as one big factorisation and several times as quick.
func rotate(X *mat.Dense, y, w []float64) *rotated {
	n, q := X.Dims()
	r := &rotated{n: n, q: q, exp: make([]int, q+1)}
	down := r.scale(X, y, w)

	slice := max(64, 8*(q+1))
	A := blas64.General{Cols: q + 1, Stride: q + 1, Data: make([]float64, min(n, q+1+slice)*(q+1))}
	tau := make([]float64, q+1)
	work := make([]float64, 1)
	held := 0 // rows of the triangle so far
	for i := 0; i < n; {
		take := min(q+1+slice-held, n-i)
		for j := held; j < held+take; j, i = j+1, i+1 {
			row := A.Data[j*A.Stride : (j+1)*A.Stride]
			copy(row, X.RawRowView(i))
			row[q] = y[i]
			if w != nil {
				floats.Scale(w[i], row)
			}
			floats.Mul(row, down)
		}
		A.Rows = held + take
		held = min(A.Rows, q+1)
		lapack64.Geqrf(A, tau[:held], work, -1)
		if int(work[0]) > len(work) {
			work = make([]float64, int(work[0]))
		}
		lapack64.Geqrf(A, tau[:held], work, len(work))
		for j := 1; j < held; j++ { // below the diagonal the reflections are stored
			clear(A.Data[j*A.Stride : j*A.Stride+j])
		}
	}
	r.t = mat.NewDense(held, q+1, A.Data[:held*(q+1)])
	return r
}

// scale sets exp and returns the factors 2^−exp.
func (r *rotated) scale(X *mat.Dense, y, w []float64) []float64 {
	top := make([]float64, r.q+1)
	for i := range r.n {
		f := 1.0
		if w != nil {
			f = w[i]
		}
		for k, v := range X.RawRowView(i) {
			top[k] = max(top[k], math.Abs(f*v))
		}
		top[r.q] = max(top[r.q], math.Abs(f*y[i]))
	}
	for k, v := range top {
		if v > 0 {
			_, r.exp[k] = math.Frexp(v)
			r.exp[k] = max(r.exp[k], -1000) // 2^1074 would not be finite
		}
		top[k] = math.Ldexp(1, -r.exp[k])
	}
	return top
}

// triangle returns R; it wants n ≥ q.
func (r *rotated) triangle() blas64.Triangular {
	raw := r.t.RawMatrix()
	return blas64.Triangular{N: r.q, Stride: raw.Stride, Data: raw.Data, Uplo: blas.Upper, Diag: blas.NonUnit}
}

// theta solves Rθ = c from the last row up; it wants a regular R.
func (r *rotated) theta() []float64 {
	theta := make([]float64, r.q)
	for j := range theta {
		theta[j] = r.t.At(j, r.q)
	}
	blas64.Trsv(blas.NoTrans, r.triangle(), blas64.Vector{N: r.q, Inc: 1, Data: theta})
	for k := range theta {
		theta[k] = math.Ldexp(theta[k], r.exp[r.q]-r.exp[k])
	}
	return theta
}

// inverse returns R⁻¹ for the unscaled columns, so that
// (XᵀX)⁻¹ = R⁻¹R⁻ᵀ; it wants a regular R.
func (r *rotated) inverse() *mat.Dense {
	inv := mat.NewDense(r.q, r.q, nil)
	for k := range r.q {
		inv.Set(k, k, 1)
	}
	blas64.Trsm(blas.Left, blas.NoTrans, 1, r.triangle(), inv.RawMatrix())
	inv.Apply(func(k, _ int, v float64) float64 { return math.Ldexp(v, -r.exp[k]) }, inv)
	return inv
}

// cond returns σ_max/σ_min of X.
func (r *rotated) cond() float64 {
	if r.n < r.q {
		return math.Inf(1)
	}
	top := r.exp[0]
	for k := range r.q {
		top = max(top, r.exp[k])
	}
	s := singular(r.q, func(j, k int) float64 { return math.Ldexp(r.t.At(j, k), r.exp[k]-top) })
	return s[0] / s[r.q-1] // +Inf for σ_min = 0: column 0 is never all zero then
}

// deficient returns nil when the columns of X are independent.
//
// It brings the columns of R to length 1, so that units do not matter, and
// calls X rank-deficient when σ_min ≤ max(n, q)·2⁻⁵²·σ_max of that matrix,
// the tolerance of NumPy's matrix_rank. The column to blame is the first whose
// leading block is deficient: there is no pivoting, columns are judged in their
// order. It wants n ≥ q.
func (r *rotated) deficient(X *mat.Dense) *RankDeficient {
	length := make([]float64, r.q)
	for k := range length {
		for j := range k + 1 {
			length[k] = math.Hypot(length[k], r.t.At(j, k))
		}
		if length[k] == 0 {
			length[k] = 1 // a column of zeros stays one
		}
	}
	unit := func(j, k int) float64 { return r.t.At(j, k) / length[k] }
	tol := float64(max(r.n, r.q)) * 0x1p-52
	s := singular(r.q, unit)
	if s[r.q-1] > tol*s[0] {
		return nil
	}
	e := &RankDeficient{Columns: r.q, Column: r.q - 1}
	for _, v := range s {
		if v > tol*s[0] {
			e.Rank++
		}
	}
	for k := range r.q {
		if s := singular(k+1, unit); s[k] <= tol*s[0] {
			e.Column = k
			break
		}
	}
	e.Cause = cause(X, e.Column, tol)
	return e
}

// singular returns the singular values, largest first, of an upper triangular
// m×m matrix given by its elements.
func singular(m int, at func(j, k int) float64) []float64 {
	A := mat.NewDense(m, m, nil)
	for j := range m {
		for k := j; k < m; k++ {
			A.Set(j, k, at(j, k))
		}
	}
	var svd mat.SVD
	if !svd.Factorize(A, mat.SVDNone) {
		return make([]float64, m) // never seen; zeros read as "deficient"
	}
	return svd.Values(nil)
}

// cause says in words how column k of X depends on those before it.
func cause(X *mat.Dense, k int, tol float64) string {
	n, _ := X.Dims()
	col := mat.Col(nil, k, X)
	if floats.Norm(col, math.Inf(1)) == 0 {
		return "is all zeros"
	}
	for j := range k {
		other := mat.Col(nil, j, X)
		at := floats.MaxIdx(absolute(other))
		f, same := col[at]/other[at], true
		for i := range n {
			same = same && math.Abs(col[i]-f*other[i]) <= tol*math.Abs(f*other[at])
		}
		if same && j == 0 && floats.Min(other) == floats.Max(other) {
			return "is constant, as the ones column is"
		}
		if same {
			return fmt.Sprintf("is, to rounding, %.6g times column %d", f, j)
		}
	}
	return "is, to rounding, a combination of the columns before it"
}

func absolute(v []float64) []float64 {
	a := make([]float64, len(v))
	for i := range v {
		a[i] = math.Abs(v[i])
	}
	return a
}
