package regression

import (
	"fmt"
	"math"

	"ann/pkg/dataset"
	"ann/pkg/optimizer"
	"ann/pkg/regression/internal/qr"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// LeastSquares returns the θ that minimises J(θ) = 1/(2n) |y − Xθ|², for X
// n×(p+1) and y of n values. At that θ the residual is orthogonal to every
// column of X.
//
// It turns X into a triangle R by Householder reflections and solves Rθ = c
// from the last row up, never forming XᵀX: the relative error is about 1e-16
// times Cond, not times its square. With large residuals that takes one step more,
// which corrects θ by residuals of twice the digits. Eight of NIST's eleven reference
// problems come out with 13 digits or more of θ; with small residuals and a large Cond
// Wampler2 has 12, Wampler1 has 10, and Filip, where Cond is 2e15, has 7. StdErr has 12
// digits or more, and 7 for Filip.
//
// Errors: *TooFewPoints for n < p+1; *RankDeficient when a column is, to
// rounding, a combination of those before it; *dataset.NotFinite for NaN or
// Inf; *Overflow. n = p+1 is no error: the one exact fit, with Sigma2 = NaN and
// no StdErr. It panics when X is nil or y has not n values. X is not changed.
//
// Slides: "Univariate linear regression, Least Squares". Method: Golub, Van
// Loan, Matrix Computations, section 5.3.
func LeastSquares(X mat.Matrix, y []float64) (*Result, error) {
	f, err := leastSquares(checkShapes("LeastSquares", X, y), y)
	if err != nil {
		return nil, fail("LeastSquares", err)
	}
	return f, nil
}

func leastSquares(X *mat.Dense, y []float64) (*Result, error) {
	n, q := X.Dims()
	if err := checkFinite(X, y); err != nil {
		return nil, err
	}
	if n < q || n == 0 {
		return nil, &TooFewPoints{N: n, Columns: q, Need: q}
	}
	t := qr.Rotate(X, y, nil)
	if e := deficient(t, X); e != nil {
		return nil, e
	}
	theta, cond := t.Theta(), t.Cond()
	t.Refine(X, y, theta, cond)
	f, err := newResult(X, y, theta, cond)
	if err != nil {
		return nil, err
	}
	f.uncertainty(f.Residuals, n-q, rowLengths(t.Inverse()))
	return f, nil
}

// uncertainty sets Sigma2 and StdErr from the residuals (times their weights),
// the degrees of freedom and root, which holds √[(XᵀX)⁻¹]_kk.
func (f *Result) uncertainty(residuals []float64, freedom int, root []float64) {
	if freedom <= 0 {
		return
	}
	sigma := floats.Norm(residuals, 2) / math.Sqrt(float64(freedom))
	f.Sigma2 = sigma * sigma
	f.StdErr = make([]float64, len(f.Theta))
	for k := range f.StdErr {
		f.StdErr[k] = sigma * root[k]
	}
}

// rowLengths returns the length of each row of R⁻¹, which is √[(XᵀX)⁻¹]_kk because
// (XᵀX)⁻¹ = R⁻¹R⁻ᵀ.
func rowLengths(inverse *mat.Dense) []float64 {
	q, _ := inverse.Dims()
	length := make([]float64, q)
	for k := range length {
		length[k] = floats.Norm(inverse.RawRowView(k), 2)
	}
	return length
}

// Weighted returns the θ that minimises Σ w_i² r_i² with r = Xθ − y: each row of
// X and y is multiplied by w_i, so w_i = 1/σ_i is right for a point with standard
// deviation σ_i (other books, and statsmodels, call w_i² the weight). Only the
// ratios of the weights matter for θ and StdErr. A weight of 0 leaves a point
// out.
//
// Fitted and Residuals are those of the points themselves. Sigma2 is
// Σ w_i² r_i² / (n − p − 1), n counting the points with w_i > 0; it is about 1
// when w_i = 1/σ_i is right.
//
// Errors as for LeastSquares, and *optimizer.BadParameter for a negative
// weight. It panics when X is nil or y or w has not n values.
func Weighted(X mat.Matrix, y, w []float64) (*Result, error) {
	d := checkShapes("Weighted", X, y)
	if len(w) != len(y) {
		panic(shapeText("Weighted", "w", len(w), len(y)))
	}
	f, err := weighted(d, y, w)
	if err != nil {
		return nil, fail("Weighted", err)
	}
	return f, nil
}

func weighted(X *mat.Dense, y, w []float64) (*Result, error) {
	_, q := X.Dims()
	if err := checkFinite(X, y); err != nil {
		return nil, err
	}
	if err := dataset.CheckFiniteVec("w", w); err != nil {
		return nil, err
	}
	n, top := 0, 0.0
	for i := range w {
		if w[i] < 0 {
			return nil, &optimizer.BadParameter{Name: fmt.Sprintf("w in row %d", i), Value: w[i], Want: "0 or more"}
		}
		if w[i] > 0 {
			n++
		}
		top = max(top, w[i])
	}
	if n < q || n == 0 {
		return nil, &TooFewPoints{N: n, Columns: q, Need: q}
	}
	// Products with large weights may be beyond float64. To divide all weights by one power of
	// two rounds nothing and leaves θ as it is.
	_, e := math.Frexp(top)
	v := make([]float64, len(w))
	for i := range w {
		v[i] = math.Ldexp(w[i], -e)
	}
	t := qr.Rotate(X, y, v)
	if e := deficient(t, X); e != nil {
		return nil, e
	}
	f, err := newResult(X, y, t.Theta(), t.Cond())
	if err != nil {
		return nil, err
	}
	floats.Mul(v, f.Residuals)
	f.uncertainty(v, n-q, rowLengths(t.Inverse()))
	sigma := math.Ldexp(math.Sqrt(f.Sigma2), e)
	f.Sigma2 = sigma * sigma
	return f, nil
}
