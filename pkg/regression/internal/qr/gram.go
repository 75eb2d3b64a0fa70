package qr

import (
	"math"
	"runtime"
	"sync"
	"sync/atomic"

	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/blas/blas64"
	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/lapack"
	"gonum.org/v1/gonum/lapack/lapack64"
	"gonum.org/v1/gonum/mat"
)

// Normal returns the two sides of the normal equation XᵀXθ = Xᵀy, the matrix XᵀX,
// q×q, and the vector Xᵀy, q values, together with the condition number of X. X is
// n×q, y has n values.
//
// To read a tall X from memory takes most of the time, so gram reads it once for
// both. The Cholesky factor of XᵀX then gives the condition number of X too, if
// squaring has left enough digits.
func Normal(X *mat.Dense, y []float64) (XtX *mat.SymDense, Xty *mat.VecDense, cond float64) {
	n, q := X.Dims()
	XtX, Xty = mat.NewSymDense(q, nil), mat.NewVecDense(q, nil)
	if !tall(n, q) {
		XtX.SymOuterK(1, X.T())
		Xty.MulVec(X.T(), mat.NewVecDense(n, y))
		return XtX, Xty, Rotate(X, y, nil).Cond()
	}
	S := gram(X, y, make([]float64, q+1)) // [X y]ᵀ[X y]
	for j := range q {
		for k := j; k < q; k++ {
			XtX.SetSym(j, k, S.At(j, k))
		}
		Xty.SetVec(j, S.At(j, q))
	}
	if T, ok := cholesky(S); ok {
		return XtX, Xty, (&Triangle{T: T, Exp: make([]int, q+1), n: n, q: q}).Cond()
	}
	return XtX, Xty, Rotate(X, y, nil).Cond()
}

// Square returns what Rotate does for a tall X whose column 0 holds ones, from the
// Cholesky factorisation RᵀR = XᵀX, an eighth of the work. It returns nil for
// another X, and where the square would cost more than five digits: then Rotate is
// needed.
//
// The columns less their means are what is squared, so that means far from 0 cost
// no digits. A number beyond ±1e150, NaN or Inf in X or y gives nil as well.
func Square(X *mat.Dense, y []float64) *Triangle {
	n, q := X.Dims()
	if !tall(n, q) {
		return nil
	}
	shift := estimateMeans(X, y)
	T, ok := cholesky(gram(X, y, shift))
	if !ok {
		return nil
	}
	// Column k of X is that of A plus shift_k times the ones column, and so it is in R.
	for k := 1; k <= q; k++ {
		T.Set(0, k, T.At(0, k)+shift[k]*T.At(0, 0))
	}
	return &Triangle{T: T, Exp: make([]int, q+1), n: n, q: q}
}

// tall reports whether an n×q matrix has so many more rows than columns that to
// form XᵀX is worth a try.
func tall(n, q int) bool { return n >= 4096 && n >= 32*q }

// gram returns AᵀA, (q+1)×(q+1), of A = [X y] less shift_k in column k.
//
// Every column of A is multiplied by every other. So that they are in the
// processor's cache then, the rows are taken strip by strip. A strip is transposed,
// so that each element of AᵀA is a dot product along memory. Goroutines do one block
// of strips after the other; the blocks and the order in which their sums are added
// depend on n alone, so that the result has the same bits on any number of
// processors.
func gram(X *mat.Dense, y, shift []float64) *mat.SymDense {
	const stripRows, maxBlocks = 128, 64
	n, q := X.Dims()
	blockRows := max(64*stripRows, (n+maxBlocks-1)/maxBlocks)
	sums := make([]blas64.Symmetric, (n+blockRows-1)/blockRows)
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(sums)) {
		workers.Go(func() {
			// The stride is 8 more than a row needs, because with a power of two of bytes all
			// rows would share the same few places of the cache.
			strip := blas64.General{Rows: q + 1, Stride: stripRows + 8, Data: make([]float64, (q+1)*(stripRows+8))}
			for {
				b := int(next.Add(1)) - 1
				if b >= len(sums) {
					return
				}
				sums[b] = blas64.Symmetric{N: q + 1, Stride: q + 1, Data: make([]float64, (q+1)*(q+1)), Uplo: blas.Upper}
				for i, end := b*blockRows, min((b+1)*blockRows, n); i < end; i += stripRows {
					strip.Cols = min(stripRows, end-i)
					transpose(strip, X, y, shift, i)
					blas64.Syrk(blas.NoTrans, 1, strip, 1, sums[b])
				}
			}
		})
	}
	workers.Wait()
	for _, s := range sums[1:] {
		floats.Add(sums[0].Data, s.Data)
	}
	return mat.NewSymDense(q+1, sums[0].Data)
}

// transpose copies the rows of A from i on into the columns of strip.
func transpose(strip blas64.General, X *mat.Dense, y, shift []float64, i int) {
	q, stride := strip.Rows-1, strip.Stride
	shift = shift[:q+1]
	for j := range strip.Cols {
		column, row := strip.Data[j:], X.RawRowView(i + j)[:q]
		for k, v := range row {
			column[k*stride] = v - shift[k]
		}
		column[q*stride] = y[i+j] - shift[q]
	}
}

// estimateMeans estimates the column means of [X y] from 512 rows, evenly spread,
// with 0 for the ones column: shifts need not be exact.
func estimateMeans(X *mat.Dense, y []float64) []float64 {
	const count = 512
	n, q := X.Dims()
	mean := make([]float64, q+1)
	for j := range count {
		i := j * (n / count)
		floats.AddScaled(mean[:q], 1.0/count, X.RawRowView(i))
		mean[q] += y[i] / count
	}
	mean[0] = 0
	return mean
}

// cholesky returns the triangle T = [R c; 0 ρ] with TᵀT = S = [X y]ᵀ[X y]. It
// reports false when squaring costs too many digits: when X, its columns brought
// to length 1, has a condition number above 300 (in the 1-norm), when the fit of
// y is nearly exact, or when a square is near the ends of float64's range.
func cholesky(S *mat.SymDense) (T *mat.Dense, ok bool) {
	const limit = 300
	q := S.SymmetricDim() - 1
	T = mat.NewDense(q+1, q+1, nil)
	for j := range q + 1 {
		if d := S.At(j, j); !(d > 1e-200 && d < 1e200) {
			return nil, false
		}
		for k := j; k <= q; k++ {
			T.Set(j, k, S.At(j, k))
		}
	}
	raw := T.RawMatrix()
	if _, ok := lapack64.Potrf(blas64.Symmetric{N: q + 1, Stride: raw.Stride, Data: raw.Data, Uplo: blas.Upper}); !ok {
		return nil, false
	}
	if rho := T.At(q, q); rho*rho < 1e-10*S.At(q, q) {
		return nil, false
	}
	unit := blas64.Triangular{N: q, Stride: q, Data: make([]float64, q*q), Uplo: blas.Upper, Diag: blas.NonUnit}
	for k := range q {
		for j := range k + 1 {
			unit.Data[j*q+k] = T.At(j, k) / math.Sqrt(S.At(k, k))
		}
	}
	rcond := lapack64.Trcon(lapack.MaxColumnSum, unit, make([]float64, 3*q), make([]int, q))
	return T, rcond*limit >= 1
}
