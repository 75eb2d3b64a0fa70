package qr

import (
	"math"

	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/blas/blas64"
	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// Refine corrects θ, which Theta has solved for. X and y are those of Rotate without
// weights, cond is the condition number of X; R has to be regular.
//
// Why: rounding turns the columns of X a little. The residual r = y − Xθ, which ought to
// be orthogonal to them, then leaves a part of itself in θ, and the relative error is
//
//	ε cond (1 + cond |r|/|Xθ|),  ε = 1e-16.
//
// Where the second term is the larger one, Xᵀr computed with twice the digits tells what
// is missing, because it ought to be 0:
//
//	RᵀRδ = XᵀXδ = Xᵀ(y − Xθ).
//
// θ + δ is wrong by ε cond δ only. This is repeated until δ is small.
//
// Source: Björck, Numerical Methods for Least Squares Problems, sections 1.4 and 2.9.
func (t *Triangle) Refine(X *mat.Dense, y, theta []float64, cond float64) {
	const atMost, small = 5, 1e-10
	scaled := make([]float64, t.q) // θ in the scaled units
	for k, v := range theta {
		scaled[k] = math.Ldexp(v, t.Exp[k]-t.Exp[t.q])
	}
	if t.n == t.q || cond*math.Abs(t.T.At(t.q, t.q)) <= t.length(scaled) { // ρ is |r|.
		return
	}
	last := math.Inf(1)
	for range atMost {
		delta := t.missing(X, y, scaled)
		blas64.Trsv(blas.Trans, t.scaled(), blas64.Vector{N: t.q, Inc: 1, Data: delta})
		// |XΔ| and |Xθ|, by which a step is judged: R has the lengths of X.
		step, size := floats.Norm(delta, 2), t.length(scaled)
		if !(step < last/2) { // Rounding decides, or θ is not finite.
			break
		}
		last = step
		blas64.Trsv(blas.NoTrans, t.scaled(), blas64.Vector{N: t.q, Inc: 1, Data: delta})
		floats.Add(scaled, delta)
		if step <= small*size {
			break
		}
	}
	for k, v := range scaled {
		theta[k] = math.Ldexp(v, t.Exp[t.q]-t.Exp[k])
	}
}

// length returns |Rθ| = |Xθ|, in the scaled units.
func (t *Triangle) length(theta []float64) float64 {
	v := append([]float64(nil), theta...)
	blas64.Trmv(blas.NoTrans, t.scaled(), blas64.Vector{N: t.q, Inc: 1, Data: v})
	return floats.Norm(v, 2)
}

// missing returns Xᵀ(y − Xθ) in the scaled units, computed with twice the digits and
// then rounded: see Misfit.
func (t *Triangle) missing(X *mat.Dense, y, theta []float64) []float64 {
	down := make([]float64, t.q+1)
	for k := range down {
		down[k] = math.Ldexp(1, -t.Exp[k])
	}
	sums, crumbs := make([]float64, t.q), make([]float64, t.q)
	row := make([]float64, t.q)
	for i := range t.n {
		floats.MulTo(row, X.RawRowView(i), down[:t.q])
		r, rest := y[i]*down[t.q], 0.0
		for k, x := range row {
			p := float64(-x * theta[k])
			e := math.FMA(-x, theta[k], -p)
			r, rest = add(r, p, rest+e)
		}
		// r + rest is the residual; r becomes its first 53 bits.
		r, rest = add(r, rest, 0)
		for k, x := range row {
			p := float64(x * r)
			e := math.FMA(x, r, -p) + x*rest
			sums[k], crumbs[k] = add(sums[k], p, crumbs[k]+e)
		}
	}
	floats.Add(sums, crumbs)
	return sums
}
