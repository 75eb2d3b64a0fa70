package qr

import (
	"math"

	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/blas/blas64"
	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// Triangle is [R c; 0 ρ], to which the n×(q+1) numbers [X y] are reduced.
//
// Columns may have any units that make them 1e-300 to 1e150, and products of such
// numbers are beyond float64. Each column of [X y] is therefore first multiplied
// by a power of two that brings it below 1, which rounds nothing.
type Triangle struct {
	// T is [R c; 0 ρ] of the scaled columns, min(n, q+1)×(q+1).
	T *mat.Dense
	// Exp holds q+1 exponents: column k of [X y] is 2^Exp[k] times the scaled one.
	Exp []int

	n, q int // rows and columns of X
}

// scaled returns R of the scaled columns; it wants n ≥ q.
func (t *Triangle) scaled() blas64.Triangular {
	raw := t.T.RawMatrix()
	return blas64.Triangular{N: t.q, Stride: raw.Stride, Data: raw.Data, Uplo: blas.Upper, Diag: blas.NonUnit}
}

// Theta returns the q values of θ that solve Rθ = c, in the units of X and y. It
// wants a regular R.
func (t *Triangle) Theta() []float64 { return t.Solve(mat.Col(nil, t.q, t.T)[:t.q]) }

// Solve returns the q values of θ that solve Rθ = c for another c, q values in
// the scaled unit of y; θ is in the units of X and y. It wants a regular R.
func (t *Triangle) Solve(c []float64) []float64 {
	theta := make([]float64, t.q)
	copy(theta, c)
	blas64.Trsv(blas.NoTrans, t.scaled(), blas64.Vector{N: t.q, Inc: 1, Data: theta})
	for k := range theta {
		theta[k] = math.Ldexp(theta[k], t.Exp[t.q]-t.Exp[k])
	}
	return theta
}

// Inverse returns R⁻¹, q×q, in the units of X: (XᵀX)⁻¹ = R⁻¹R⁻ᵀ. It wants a
// regular R.
func (t *Triangle) Inverse() *mat.Dense {
	inverse := t.scaledInverse()
	inverse.Apply(func(k, _ int, v float64) float64 { return math.Ldexp(v, -t.Exp[k]) }, inverse)
	return inverse
}

func (t *Triangle) scaledInverse() *mat.Dense {
	inverse := mat.NewDense(t.q, t.q, nil)
	for k := range t.q {
		inverse.Set(k, k, 1)
	}
	blas64.Trsm(blas.Left, blas.NoTrans, 1, t.scaled(), inverse.RawMatrix())
	return inverse
}

// Orthonormal returns XR⁻¹, n×q: columns that span what those of X span, but of
// length 1 and perpendicular to each other. It wants a regular R.
func (t *Triangle) Orthonormal(X *mat.Dense) *mat.Dense {
	inverse := t.scaledInverse()
	Q := mat.NewDense(t.n, t.q, nil)
	for i := range t.n {
		for k, x := range X.RawRowView(i) {
			floats.AddScaled(Q.RawRowView(i), math.Ldexp(x, -t.Exp[k]), inverse.RawRowView(k))
		}
	}
	return Q
}

// Cond returns the condition number of X, σ_max/σ_min; +Inf for n < q.
func (t *Triangle) Cond() float64 {
	if t.n < t.q {
		return math.Inf(1)
	}
	top := t.Exp[0]
	for k := range t.q {
		top = max(top, t.Exp[k])
	}
	s := singular(t.q, func(j, k int) float64 { return math.Ldexp(t.T.At(j, k), t.Exp[k]-top) })
	if s[t.q-1] == 0 {
		return math.Inf(1) // also for X = 0, where σ_max/σ_min is 0/0
	}
	return s[0] / s[t.q-1]
}

// Rank returns how many columns of X are independent, and the first column, from
// 0, that those before it already contain: q when all are independent. It wants
// n ≥ q.
//
// It brings the columns of R to length 1, so that units do not matter, and calls
// a matrix deficient when σ_min ≤ max(n, q)·2⁻⁵²·σ_max, the tolerance of NumPy's
// matrix_rank. There is no pivoting: columns are judged in their order.
func (t *Triangle) Rank() (rank, first int) {
	length := make([]float64, t.q)
	for k := range length {
		for j := range k + 1 {
			length[k] = math.Hypot(length[k], t.T.At(j, k))
		}
		if length[k] == 0 {
			length[k] = 1 // a column of zeros stays a column of zeros
		}
	}
	unit := func(j, k int) float64 { return t.T.At(j, k) / length[k] }
	tol := float64(max(t.n, t.q)) * 0x1p-52
	s := singular(t.q, unit)
	if s[t.q-1] > tol*s[0] {
		return t.q, t.q
	}
	for _, v := range s {
		if v > tol*s[0] {
			rank++
		}
	}
	for k := range t.q - 1 {
		if s := singular(k+1, unit); s[k] <= tol*s[0] {
			return rank, k
		}
	}
	return rank, t.q - 1
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
		return make([]float64, m) // zeros mean a deficient matrix; no X is known that leads here
	}
	return svd.Values(nil)
}
