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
// When more than q points lie on the fit (and with readings rounded to whole
// numbers they do) a vertex has several choices of q points, and the walk could
// go round in circles among them. So it first runs on y shaken by a tiny
// amount, which takes such ties apart, and then proves that its choice is the
// best for the true y as well. The proof needs only the signs of the residuals,
// and those that the shaking can change are next to nothing.
func (w *walk) minimise() ([]float64, error) {
	size := floats.Norm(w.yTrue, 1)
	loss := size                       // at θ = 0
	rng := rand.New(rand.NewPCG(1, 1)) // always the same shaking
	gap, steps := math.Inf(1), 0
	for _, shake := range []float64{1e-7, 1e-9, 1e-11, 0} {
		// in parts of the mean residual, but not below what rounding hides
		amplitude := shake * max(loss, 1e-5*size) / float64(w.n)
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
		gap = loss
		for i, u := range w.u { // a bound for every θ, since rowsᵀu = 0
			gap -= max(-1, min(1, u)) * w.res[i]
		}
		if gap <= 1e-12*loss+1e-15*size {
			return w.beta, nil
		}
		if shake == 0 && gap <= 1e-9*loss+1e-13*size {
			return w.beta, nil
		}
	}
	return nil, &NotConverged{Iterations: steps, What: "the distance of Σ|r| from its lower bound", Left: gap}
}

// vertex solves for the β of the fit through the chosen points.
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

func (w *walk) chosenRows() *mat.Dense {
	B := mat.NewDense(w.q, w.q, nil)
	for j, i := range w.chosen {
		B.SetRow(j, w.rows.RawRowView(i))
	}
	return B
}

// step moves to a better vertex and reports false when there is none.
//
// Let u_i be the sign of r_i at all points but the chosen B. If rowsᵀu = 0 has
// a solution with |u_j| ≤ 1 at the chosen ones, the vertex is the best. If not,
// the chosen point with the largest |u_j| is let go: θ moves along the line
// that keeps the other q−1 points on the fit, past residuals that become 0,
// until the loss would rise. The point met there takes its place.
func (w *walk) step() bool {
	if w.vertex() != nil {
		return false
	}
	w.residuals()
	sum := make([]float64, w.q) // Σ_{i∉B} u_i row_i
	for i := range w.u {
		if w.isChosen[i] {
			continue
		}
		w.u[i] = sign(w.res[i])
		floats.AddScaled(sum, w.u[i], w.rows.RawRowView(i))
	}
	var inverse mat.Dense
	_ = inverse.Inverse(w.chosenRows()) // vertex has seen that it exists
	leave, most := -1, 1+1e-9
	for j, i := range w.chosen {
		uj := 0.0 // u_B = −B⁻ᵀ·sum
		for k := range sum {
			uj -= inverse.At(k, j) * sum[k]
		}
		w.u[i] = uj
		if math.Abs(uj) > most {
			leave, most = j, math.Abs(uj)
		}
	}
	if leave < 0 {
		return false
	}
	return w.swap(leave, mat.Col(nil, leave, &inverse))
}

// swap lets chosen point number leave go: β moves along direction, which
// changes the fit at that point by 1 per unit and at the other chosen ones not
// at all.
func (w *walk) swap(leave int, direction []float64) bool {
	out := w.chosen[leave]
	if w.u[out] > 0 { // the point's residual wants to be positive
		floats.Scale(-1, direction)
	}
	// The residuals fall by t·a_i; each reaches 0 at t = r_i/a_i. The slope of
	// the loss begins at 1 − |u_out| and rises by 2|a_i| with every one passed.
	type crossing struct {
		t, a float64
		i    int
	}
	a := make([]float64, w.n)
	mat.NewVecDense(w.n, a).MulVec(w.rows, mat.NewVecDense(w.q, direction))
	tiny := 1e-11 * floats.Norm(direction, 2)
	var met []crossing
	for i, ai := range a {
		if w.isChosen[i] || math.Abs(ai) <= tiny*floats.Norm(w.rows.RawRowView(i), 2) {
			continue
		}
		if t := w.res[i] / ai; t > 0 || (t == 0 && w.u[i]*ai > 0) {
			met = append(met, crossing{t, math.Abs(ai), i})
		}
	}
	slices.SortFunc(met, func(p, q crossing) int {
		if p.t < q.t {
			return -1
		} else if p.t > q.t {
			return 1
		}
		return p.i - q.i
	})
	slope := 1 - math.Abs(w.u[out])
	for _, c := range met {
		if slope += 2 * c.a; slope >= 0 {
			w.chosen[leave] = c.i
			w.isChosen[out], w.isChosen[c.i] = false, true
			return true
		}
	}
	return false // only rounding can lead here; the proof decides
}

// sign returns 1 for x ≥ 0 and −1 otherwise.
func sign(x float64) float64 {
	if x < 0 {
		return -1
	}
	return 1
}
