package qr

import (
	"math"

	"gonum.org/v1/gonum/blas/blas64"
	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/lapack/lapack64"
	"gonum.org/v1/gonum/mat"
)

// Rotate returns the triangle of [X y] by Householder reflections. X is n×q, y
// has n values; row i of both is multiplied by w_i unless w is nil.
//
// One factorisation of all rows would read them from memory again for every
// column. The rows are therefore taken in strips that fit into the processor's
// cache, and each strip is put below the triangle of the rows before it. That is as
// accurate, and several times as fast.
func Rotate(X *mat.Dense, y, w []float64) *Triangle {
	n, q := X.Dims()
	t := &Triangle{n: n, q: q, Exp: make([]int, q+1)}
	down := t.scale(X, y, w)

	stripRows := max(64, 8*(q+1))
	A := blas64.General{Cols: q + 1, Stride: q + 1, Data: make([]float64, min(n, q+1+stripRows)*(q+1))}
	tau := make([]float64, q+1)
	work := make([]float64, 1)
	held := 0 // the number of rows of the triangle so far
	for i := 0; i < n; {
		take := min(q+1+stripRows-held, n-i)
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
		for j := 1; j < held; j++ { // Geqrf leaves the reflections below the diagonal
			clear(A.Data[j*A.Stride : j*A.Stride+j])
		}
	}
	t.T = mat.NewDense(held, q+1, A.Data[:held*(q+1)])
	return t
}

// scale sets Exp and returns the factors 2^−Exp[k].
func (t *Triangle) scale(X *mat.Dense, y, w []float64) []float64 {
	top := make([]float64, t.q+1)
	for i := range t.n {
		f := 1.0
		if w != nil {
			f = w[i]
		}
		for k, v := range X.RawRowView(i) {
			top[k] = max(top[k], math.Abs(f*v))
		}
		top[t.q] = max(top[t.q], math.Abs(f*y[i]))
	}
	for k, v := range top {
		if v > 0 {
			_, t.Exp[k] = math.Frexp(v)
			t.Exp[k] = max(t.Exp[k], -1000) // 2^1074 would not be finite
		}
		top[k] = math.Ldexp(1, -t.Exp[k])
	}
	return top
}

// WithPenalty returns the triangle of [X y] with the rows root·[e_k 0], k ≥ 1,
// below: |c − Rθ|² is then |y − Xθ|² + root²·|θ̄|² up to a constant. It starts
// from the few rows of t, which give the same θ as the n rows of X.
func (t *Triangle) WithPenalty(root float64) *Triangle {
	h, _ := t.T.Dims()
	A := mat.NewDense(h+t.q-1, t.q, nil)
	b := make([]float64, h+t.q-1)
	for j := range h {
		for k := range t.q {
			A.Set(j, k, math.Ldexp(t.T.At(j, k), t.Exp[k]))
		}
		b[j] = math.Ldexp(t.T.At(j, t.q), t.Exp[t.q])
	}
	for k := 1; k < t.q; k++ {
		A.Set(h+k-1, k, root)
	}
	p := Rotate(A, b, nil)
	p.n = t.n + t.q - 1 // the tolerance of Rank depends on the number of rows of X
	return p
}
