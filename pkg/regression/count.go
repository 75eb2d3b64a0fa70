package regression

import (
	"fmt"
	"math"

	"ann/pkg/dataset"
	"ann/pkg/regression/internal/qr"

	"gonum.org/v1/gonum/mat"
)

// tally counts multiplications, and divisions with them, as they are made.
type tally int

func (t *tally) times(a, b float64) float64 {
	*t++
	return a * b
}

func (t *tally) over(a, b float64) float64 {
	*t++
	return a / b
}

// CountGradient computes ∇J(θ) = 1/n Xᵀ(Xθ − y) with plain loops that count
// their multiplications: predict counts the x_ik·θ_k of Xθ, collect the x_ik·r_i
// of Xᵀr, n·q each for the q columns of X, ones column included. (The q divisions
// by n are not counted.) It is slow, and here for the counts.
//
// The deck's "n terms, p times: 1e4 points × 1e1 features = 1e5 computations" is
// collect without the ones column. X is n×q, θ has q values; it panics on other
// shapes and on no points.
//
// Slide: "Stochastic gradient descent".
func CountGradient(X mat.Matrix, y, theta []float64) (grad []float64, predict, collect int) {
	d := checkShapes("CountGradient", X, y)
	needPoints("CountGradient", d)
	n, q := d.Dims()
	if q != len(theta) {
		panic(fmt.Sprintf("regression: CountGradient: X is %d×%d, θ has %d values (does X have its ones column?)", n, q, len(theta)))
	}
	var forward, back tally
	grad = make([]float64, q)
	for i := range n {
		row := d.RawRowView(i)
		r := -y[i]
		for k, x := range row {
			r += forward.times(x, theta[k])
		}
		for k, x := range row {
			grad[k] += back.times(x, r)
		}
	}
	for k := range grad {
		grad[k] /= float64(n)
	}
	return grad, int(forward), int(back)
}

// CountNormalEquation solves XᵀXθ = Xᵀy with plain loops that count their
// multiplications and divisions: form counts those of XᵀX (its upper half, the
// other being the same) and Xᵀy, about n·q²/2 for q columns; solve counts those
// of the Cholesky factorisation and the two triangular systems, about q³/6.
// Nothing is inverted, and n³ does not occur. It is slow, and here for the
// counts; θ is that of NormalEquation to rounding.
//
// Errors: *TooFewPoints for n < q; *NotPositiveDefinite when a pivot is not
// positive; *dataset.NotFinite and *Overflow. It panics when X is nil or y has
// not n values.
//
// Slide: "Optimizers", where the cost stands as O(points³).
func CountNormalEquation(X mat.Matrix, y []float64) (theta []float64, form, solve int, err error) {
	d := checkShapes("CountNormalEquation", X, y)
	n, q := d.Dims()
	if err := checkFinite(d, y); err != nil {
		return nil, 0, 0, fail("CountNormalEquation", err)
	}
	if n < q || n == 0 {
		return nil, 0, 0, fail("CountNormalEquation", &TooFewPoints{N: n, Columns: q, Need: q})
	}
	var products, elimination tally
	A, b := mat.NewDense(q, q, nil), make([]float64, q)
	for i := range n {
		row := d.RawRowView(i)
		for j, x := range row {
			b[j] += products.times(x, y[i])
			for k := j; k < q; k++ {
				A.Set(j, k, A.At(j, k)+products.times(x, row[k]))
			}
		}
	}
	if !countCholesky(A, &elimination) {
		return nil, 0, 0, fail("CountNormalEquation", &NotPositiveDefinite{Cond: qr.Rotate(d, y, nil).Cond()})
	}
	for j := range q { // Rᵀz = Xᵀy
		for i := range j {
			b[j] -= elimination.times(A.At(i, j), b[i])
		}
		b[j] = elimination.over(b[j], A.At(j, j))
	}
	for j := q - 1; j >= 0; j-- { // Rθ = z
		for k := j + 1; k < q; k++ {
			b[j] -= elimination.times(A.At(j, k), b[k])
		}
		b[j] = elimination.over(b[j], A.At(j, j))
	}
	for _, v := range b {
		if !dataset.Finite(v) {
			return nil, 0, 0, fail("CountNormalEquation", &Overflow{What: "θ"})
		}
	}
	return b, int(products), int(elimination), nil
}

// countCholesky puts R with RᵀR = A into the upper half of A. It reports false
// when a pivot is not positive.
func countCholesky(A *mat.Dense, t *tally) bool {
	q, _ := A.Dims()
	for j := range q {
		pivot := A.At(j, j)
		if !(pivot > 0) {
			return false
		}
		root := math.Sqrt(pivot)
		A.Set(j, j, root)
		for k := j + 1; k < q; k++ {
			A.Set(j, k, t.over(A.At(j, k), root))
		}
		for i := j + 1; i < q; i++ {
			for k := i; k < q; k++ {
				A.Set(i, k, A.At(i, k)-t.times(A.At(j, i), A.At(j, k)))
			}
		}
	}
	return true
}
