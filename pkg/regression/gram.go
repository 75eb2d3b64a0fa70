package regression

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

// tall says when there are so many more points than columns that one pass over
// them decides the time, and forming XᵀX, an eighth of the work of a rotation,
// is worth a try.
func tall(n, q int) bool { return n >= 4096 && n >= 32*q }

// gram returns AᵀA for A = [X y] − shift, (q+1)×(q+1): column k of [X y] has
// shift_k taken off first.
//
// The rows are taken in slices that stay in the processor's cache, turned so
// that every element of AᵀA is a dot product along memory. Blocks of slices are
// shared out to goroutines; the blocks and the order in which their sums are
// added depend on n alone, so the result has the same bits on any number of
// processors.
func gram(X *mat.Dense, y, shift []float64) *mat.SymDense {
	const slice, blocksAtMost = 128, 64
	n, q := X.Dims()
	size := max(64*slice, (n+blocksAtMost-1)/blocksAtMost)
	sums := make([]blas64.Symmetric, (n+size-1)/size)
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(sums)) {
		workers.Go(func() {
			// A row of 1088 bytes: a power of two would put all columns into
			// the same few lines of the cache.
			turned := blas64.General{Rows: q + 1, Stride: slice + 8, Data: make([]float64, (q+1)*(slice+8))}
			for {
				b := int(next.Add(1)) - 1
				if b >= len(sums) {
					return
				}
				sums[b] = blas64.Symmetric{N: q + 1, Stride: q + 1, Data: make([]float64, (q+1)*(q+1)), Uplo: blas.Upper}
				for i, end := b*size, min((b+1)*size, n); i < end; i += slice {
					turned.Cols = min(slice, end-i)
					turn(turned, X, y, shift, i)
					blas64.Syrk(blas.NoTrans, 1, turned, 1, sums[b])
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

// turn copies the rows of A from i on into the columns of turned.
func turn(turned blas64.General, X *mat.Dense, y, shift []float64, i int) {
	q, ld := turned.Rows-1, turned.Stride
	shift = shift[:q+1]
	for j := range turned.Cols {
		to, row := turned.Data[j:], X.RawRowView(i + j)[:q]
		for k, v := range row {
			to[k*ld] = v - shift[k]
		}
		to[q*ld] = y[i+j] - shift[q]
	}
}

// reduce is checkPenalised and then rotate, for methods whose time is one look
// at every point. A tall X goes through XᵀX, if that costs few digits; otherwise
// the rotation takes over. (XᵀX is taken only if its diagonal is finite, and
// then X and y are, too.)
func reduce(caller string, X *mat.Dense, y []float64, lambda float64) (*rotated, error) {
	if err := checkLambda(lambda); err != nil {
		return nil, err
	}
	if n, q := X.Dims(); tall(n, q) {
		if r := squared(X, y); r != nil {
			checkOnes(caller, X)
			return r, nil
		}
	}
	if err := checkPenalised(caller, X, y, lambda); err != nil {
		return nil, err
	}
	return rotate(X, y, nil), nil
}

// squared returns what rotate does, from the Cholesky factorisation
// RᵀR = XᵀX, or nil when the condition number that is squared there is above
// 300. What is squared are the columns about their means and brought to length
// 1: neither units nor far away means cost digits.
func squared(X *mat.Dense, y []float64) *rotated {
	n, q := X.Dims()
	shift := someMean(X, y)
	t, ok := cholesky(gram(X, y, shift), 300)
	if !ok {
		return nil
	}
	// X is [1 Z] plus shift_k times the ones column, and so is R.
	for k := 1; k <= q; k++ {
		t.Set(0, k, t.At(0, k)+shift[k]*t.At(0, 0))
	}
	return &rotated{n: n, q: q, t: t, exp: make([]int, q+1)}
}

// someMean estimates the column means of [X y] from rows spread over all; 0
// for the ones column.
func someMean(X *mat.Dense, y []float64) []float64 {
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

// cholesky turns S = [X y]ᵀ[X y] into the [R c; 0 ρ] of rotated. It reports
// false when X, its columns brought to length 1, has a condition number above
// limit (in the 1-norm), when y is all but an exact fit, or when the squares
// come near the ends of float64.
func cholesky(S *mat.SymDense, limit float64) (t *mat.Dense, ok bool) {
	q := S.SymmetricDim() - 1
	t = mat.NewDense(q+1, q+1, nil)
	for j := range q + 1 {
		if d := S.At(j, j); !(d > 1e-200 && d < 1e200) {
			return nil, false
		}
		for k := j; k <= q; k++ {
			t.Set(j, k, S.At(j, k))
		}
	}
	raw := t.RawMatrix()
	if _, ok := lapack64.Potrf(blas64.Symmetric{N: q + 1, Stride: raw.Stride, Data: raw.Data, Uplo: blas.Upper}); !ok {
		return nil, false
	}
	if rho := t.At(q, q); rho*rho < 1e-10*S.At(q, q) {
		return nil, false
	}
	unit := blas64.Triangular{N: q, Stride: q, Data: make([]float64, q*q), Uplo: blas.Upper, Diag: blas.NonUnit}
	for k := range q {
		for j := range k + 1 {
			unit.Data[j*q+k] = t.At(j, k) / math.Sqrt(S.At(k, k))
		}
	}
	rcond := lapack64.Trcon(lapack.MaxColumnSum, unit, make([]float64, 3*q), make([]int, q))
	return t, rcond*limit >= 1
}
