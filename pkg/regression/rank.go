package regression

import (
	"fmt"
	"math"

	"ann/pkg/dataset"
	"ann/pkg/regression/internal/qr"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// deficient returns nil when the columns of X are independent; t is the triangle
// of X, or of X with a penalty.
func deficient(t *qr.Triangle, X *mat.Dense) *RankDeficient {
	_, q := X.Dims()
	rank, first := t.Rank()
	if rank == q {
		return nil
	}
	return &RankDeficient{Rank: rank, Columns: q, Column: first, Cause: cause(X, first)}
}

// cause says in words how column k of X depends on those before it.
func cause(X *mat.Dense, k int) string {
	n, q := X.Dims()
	col := mat.Col(nil, k, X)
	if floats.Norm(col, math.Inf(1)) == 0 {
		return "is all zeros"
	}
	if k > 0 && dataset.Constant(col) && dataset.Constant(mat.Col(nil, 0, X)) {
		return "is constant, as the ones column is"
	}
	tol := float64(max(n, q)) * 0x1p-52
	for j := range k {
		other := mat.Col(nil, j, X)
		at := floats.MaxIdx(absolute(other))
		f, isMultiple := col[at]/other[at], true
		for i := range n {
			isMultiple = isMultiple && math.Abs(col[i]-f*other[i]) <= tol*math.Abs(f*other[at])
		}
		if isMultiple {
			return fmt.Sprintf("is, to rounding, %.6g times column %d", f, j)
		}
	}
	return "is, to rounding, a combination of the columns before it"
}
