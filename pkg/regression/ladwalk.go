package regression

import (
	"math"
	"math/rand/v2"
	"slices"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// minimise walks to the best vertex and returns its β.
//
// More than q points may lie on one fit, and do when y is rounded to whole
// numbers. Then several choices of q points are the same vertex, and the walk
// could go from one to the next for ever. So it runs on a y with a perturbation
// first, for which no more than q points lie on a fit, and then proves that its
// vertex is the best for the true y too. The proof needs only the signs of the
// residuals, and only those of residuals that are nearly 0 have changed.
func (w *walk) minimise() ([]float64, error) {
	size := floats.Norm(w.yTrue, 1)
	loss := size                       // at θ = 0
	rng := rand.New(rand.NewPCG(1, 1)) // always the same shaking
	gap, steps := math.Inf(1), 0
	for _, perturbation := range []float64{1e-7, 1e-9, 1e-11, 0} {
		// A fraction of the mean residual, but of 1e-5 of the mean |y| at least: less would be
		// lost to rounding.
		amplitude := perturbation * max(loss, 1e-5*size) / float64(w.n)
		for i := range w.y {
			w.y[i] = w.yTrue[i] + amplitude*(0.5+rng.Float64())*sign(rng.Float64()-0.5)
		}
		for limit := steps + 1000 + 10*w.n; steps < limit && w.step(); {
			steps++
		}
		copy(w.y, w.yTrue)
		if err := w.vertex(); err != nil {
			return nil, err
		}
		w.residuals()
		loss = floats.Norm(w.res, 1)
		// No β has a loss below Σ u_i r_i: with |u_i| ≤ 1 it is at most Σ |r_i|, and with
		// rowsᵀu = 0 it is the same for every β.
		gap = loss
		for i, u := range w.u {
			gap -= max(-1, min(1, u)) * w.res[i]
		}
		if gap <= 1e-12*loss+1e-15*size {
			return w.beta, nil
		}
		if perturbation == 0 && gap <= 1e-9*loss+1e-13*size {
			return w.beta, nil
		}
	}
	return nil, &NotConverged{Iterations: steps, What: "the distance of Σ|r| from its lower bound", Left: gap}
}

// vertex sets beta to that of the fit through the chosen points.
func (w *walk) vertex() error {
	B := w.chosenRows()
	var lu mat.LU
	lu.Factorize(B)
	rhs := mat.NewVecDense(w.q, nil)
	for j, i := range w.chosen {
		rhs.SetVec(j, w.y[i])
	}
	beta := mat.NewVecDense(w.q, nil)
	if err := lu.SolveVecTo(beta, false, rhs); err != nil && math.IsInf(lu.Cond(), 1) {
		return &NotConverged{What: "the condition number of the chosen points, which do not fix θ,", Left: lu.Cond()}
	}
	w.beta = beta.RawVector().Data
	return nil
}

// chosenRows returns the rows of the chosen points, q×q.
func (w *walk) chosenRows() *mat.Dense {
	B := mat.NewDense(w.q, w.q, nil)
	for j, i := range w.chosen {
		B.SetRow(j, w.rows.RawRowView(i))
	}
	return B
}

// step moves to a better vertex and reports false when there is none.
//
// Let u_i be the sign of r_i at all points but the chosen ones, and let the u_j
// of the chosen ones solve rowsᵀu = 0. If all |u_j| ≤ 1, the vertex is the best.
// If not, the chosen point with the largest |u_j| is replaced: β moves so that
// the fit stays on the other q−1 chosen points. On the way one residual after the
// other becomes 0, and the point at which the loss would begin to rise is chosen
// instead.
func (w *walk) step() bool {
	if w.vertex() != nil {
		return false
	}
	w.residuals()
	sum := make([]float64, w.q) // Σ u_i row_i over the points that are not chosen
	for i := range w.u {
		if w.isChosen[i] {
			continue
		}
		w.u[i] = sign(w.res[i])
		floats.AddScaled(sum, w.u[i], w.rows.RawRowView(i))
	}
	var inverse mat.Dense
	_ = inverse.Inverse(w.chosenRows()) // the inverse exists, because vertex has solved with it
	leaving, largest := -1, 1+1e-9
	for j, i := range w.chosen {
		uj := 0.0 // element j of −B⁻ᵀ·sum, B being the chosen rows
		for k := range sum {
			uj -= inverse.At(k, j) * sum[k]
		}
		w.u[i] = uj
		if math.Abs(uj) > largest {
			leaving, largest = j, math.Abs(uj)
		}
	}
	if leaving < 0 {
		return false
	}
	return w.replace(leaving, mat.Col(nil, leaving, &inverse))
}

// replace replaces the point chosen[leaving] and reports whether one was found.
// β moves along direction, which changes the fit at that point by 1 per unit and
// at the other chosen points not at all.
func (w *walk) replace(leaving int, direction []float64) bool {
	old := w.chosen[leaving]
	if w.u[old] > 0 { // the loss falls when the residual at old becomes positive
		floats.Scale(-1, direction)
	}
	// After a move by t·direction residual i is r_i − t·a_i, which is 0 at t = r_i/a_i. The
	// slope of the loss in t is 1 − |u_old| at first and rises by 2|a_i| at each of these t.
	type crossing struct {
		t, a float64
		i    int
	}
	a := make([]float64, w.n)
	mat.NewVecDense(w.n, a).MulVec(w.rows, mat.NewVecDense(w.q, direction))
	tiny := 1e-11 * floats.Norm(direction, 2)
	var crossings []crossing
	for i, ai := range a {
		if w.isChosen[i] || math.Abs(ai) <= tiny*floats.Norm(w.rows.RawRowView(i), 2) {
			continue
		}
		if t := w.res[i] / ai; t > 0 || (t == 0 && w.u[i]*ai > 0) {
			crossings = append(crossings, crossing{t, math.Abs(ai), i})
		}
	}
	slices.SortFunc(crossings, func(p, q crossing) int {
		if p.t < q.t {
			return -1
		} else if p.t > q.t {
			return 1
		}
		return p.i - q.i
	})
	slope := 1 - math.Abs(w.u[old])
	for _, c := range crossings {
		if slope += 2 * c.a; slope >= 0 {
			w.chosen[leaving] = c.i
			w.isChosen[old], w.isChosen[c.i] = false, true
			return true
		}
	}
	return false // only rounding can lead here, and whether the vertex is the best is for the proof to say
}

// sign returns 1 for x ≥ 0 and −1 otherwise.
func sign(x float64) float64 {
	if x < 0 {
		return -1
	}
	return 1
}
