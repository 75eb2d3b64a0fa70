package regression

import (
	"math"

	"ann/pkg/regression/internal/qr"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// solveActive finishes what coordinate descent began. As long as the signs s
// of the weights that are not 0 stay as they are, the lasso is a smooth
// least-squares problem with the solution
//
//	θ_A = (R_AᵀR_A)⁻¹ (R_Aᵀc − nλs).
//
// θ moves straight towards it. The first weight that would change its sign on
// the way stops the move, becomes 0 and leaves A. Every move lowers the loss.
// Nearly equal columns, which make coordinate descent very slow, take no longer
// here than others.
func (d *coordinateDescent) solveActive(lambda []float64) {
	m, _ := d.R.Dims()
	for {
		var A []int // the weights that are not 0
		for k, v := range d.theta {
			if v != 0 {
				A = append(A, k)
			}
		}
		if len(A) == 0 {
			return
		}
		sub := mat.NewDense(m, len(A), nil)
		ls := make([]float64, len(A)) // λ_k s_k
		for j, k := range A {
			sub.SetCol(j, mat.Col(nil, k, d.R))
			ls[j] = math.Copysign(lambda[k], d.theta[k])
		}
		if direction := dependence(sub); direction != nil {
			d.dropDependent(A, direction, ls)
			continue
		}
		t := qr.Rotate(sub, d.c, nil)
		inverse := t.Inverse()
		v, w := mat.NewVecDense(len(A), nil), mat.NewVecDense(len(A), nil)
		v.MulVec(inverse.T(), mat.NewVecDense(len(A), ls))
		w.MulVec(inverse, v)
		direction := t.Theta()
		floats.AddScaled(direction, -d.n, w.RawVector().Data)
		for j, k := range A {
			direction[j] -= d.theta[k]
		}
		if !d.move(A, direction, 1) {
			return
		}
	}
}

// move adds t·direction to the weights A, with the largest t ≤ limit at which no
// weight has changed its sign. It reports whether a weight became 0.
func (d *coordinateDescent) move(A []int, direction []float64, limit float64) bool {
	first := -1 // the index in A of the first weight to become 0
	for j, k := range A {
		if t := -d.theta[k] / direction[j]; t > 0 && t <= limit {
			limit, first = t, j
		}
	}
	if math.IsInf(limit, 1) {
		return false
	}
	for j, k := range A {
		old := d.theta[k]
		d.theta[k] += limit * direction[j]
		if j == first || d.theta[k]*old < 0 {
			d.theta[k] = 0
		}
	}
	return first >= 0
}

// dependence returns a direction d with R_A d = 0, or nil when the columns of
// R_A are independent to rounding.
func dependence(sub *mat.Dense) []float64 {
	m, p := sub.Dims()
	k := min(m, p)
	_, first := qr.Rotate(mat.DenseCopyOf(sub.Slice(0, m, 0, k)), make([]float64, m), nil).Rank()
	if first == k && p <= m {
		return nil
	}
	k = first
	d := make([]float64, p)
	d[k] = 1
	if k > 0 {
		t := qr.Rotate(mat.DenseCopyOf(sub.Slice(0, m, 0, k)), mat.Col(nil, k, sub), nil)
		for j, v := range t.Theta() {
			d[j] = -v
		}
	}
	return d
}

// dropDependent moves along a direction that leaves Rθ as it is, so that
// Σ λ_k |θ_k| does not rise, until a weight is 0.
func (d *coordinateDescent) dropDependent(A []int, direction, ls []float64) {
	if floats.Dot(direction, ls) > 0 {
		floats.Scale(-1, direction)
	}
	if d.move(A, direction, math.Inf(1)) {
		return
	}
	// No weight has become 0. With equal penalties the loss is constant along the direction,
	// so the opposite one is as good.
	floats.Scale(-1, direction)
	if !d.move(A, direction, math.Inf(1)) {
		d.theta[A[floats.MaxIdx(absolute(direction))]] = 0
	}
}
