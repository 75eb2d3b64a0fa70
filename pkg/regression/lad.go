package regression

import (
	"math"
	"slices"

	"ann/pkg/regression/internal/qr"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// LeastAbsolute returns a θ that minimises Σ_i |y_i − (Xθ)_i|, the least absolute
// deviation. An outlier in y pulls with the same force however far off it is, so
// a few of them change the fit little; a point far out in x may still change it
// much (leverage).
//
// The loss is convex and made of flat pieces, and one of its minima is a fit
// through p+1 of the points: a vertex. The method walks from vertex to vertex,
// each with a smaller loss, and ends with a proof: numbers u_i in [−1, 1] with
// Xᵀu = 0 and Σ u_i y_i = Σ |r_i|, which shows that no θ has a smaller loss
// (linear programming duality). So the loss is the least there is, to about 1e-12
// of itself. Several θ may have it: with an even number of points and only the
// ones column, every θ_0 between the two middle values does. Which one is
// returned then is arbitrary but always the same.
//
// Errors: *TooFewPoints for n < p+1; *RankDeficient; *dataset.NotFinite;
// *Overflow; *NotConverged, which should not happen. It panics when X is nil or
// y has not n values. Sigma2 is NaN, StdErr nil.
//
// Source: Barrodale, Roberts, SIAM J. Numer. Anal. 10 (1973) 839, for the long
// steps; named on the slide "Loss functions - least squares".
func LeastAbsolute(X mat.Matrix, y []float64) (*Result, error) {
	f, err := leastAbsolute(checkShapes("LeastAbsolute", X, y), y)
	if err != nil {
		return nil, fail("LeastAbsolute", err)
	}
	return f, nil
}

func leastAbsolute(X *mat.Dense, y []float64) (*Result, error) {
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
	theta, err := descend(X, y, t)
	if err != nil {
		return nil, err
	}
	return newResult(X, y, theta, t.Cond())
}

// walk is the search for the best vertex, from θ = 0. Its rows are those of X with
// orthonormal columns, so that units and collinearity do not disturb it.
type walk struct {
	n, q int
	// rows is XR⁻¹, n×q.
	rows *mat.Dense
	// yTrue is y in the unit of t.
	yTrue []float64
	// y is what is fitted now: yTrue, or yTrue with a perturbation.
	y []float64
	// chosen holds the q points through which the fit goes: they make a vertex.
	chosen []int
	// isChosen says of each of the n points whether it is one of them.
	isChosen []bool
	// beta holds the q values of β, with which rows·β goes through the chosen points.
	beta []float64
	// res is y − rows·β, 0 at the chosen points.
	res []float64
	// u is the proof: u_i is the sign of res_i, but at the chosen points the solution
	// of rowsᵀu = 0.
	u []float64
}

func newWalk(X *mat.Dense, y []float64, t *qr.Triangle) *walk {
	n, q := X.Dims()
	w := &walk{n: n, q: q, rows: t.Orthonormal(X), isChosen: make([]bool, n), res: make([]float64, n), u: make([]float64, n)}
	for _, v := range y {
		w.yTrue = append(w.yTrue, math.Ldexp(v, -t.Exp[q]))
	}
	w.y = slices.Clone(w.yTrue)
	w.beta = make([]float64, q)
	w.residuals()
	w.chooseFirst()
	return w
}

// residuals sets res from y and beta.
func (w *walk) residuals() {
	mat.NewVecDense(w.n, w.res).MulVec(w.rows, mat.NewVecDense(w.q, w.beta))
	for i := range w.res {
		w.res[i] = w.y[i] - w.res[i]
		if w.isChosen[i] {
			w.res[i] = 0
		}
	}
}

// chooseFirst chooses q points with small residuals and independent rows, to
// begin with.
func (w *walk) chooseFirst() {
	order := make([]int, w.n)
	floats.Argsort(absolute(w.res), order)
	// Of a row that is taken, at least this fraction is independent of those taken before.
	for least := 0.1; len(w.chosen) < w.q; least /= 10 {
		w.chosen = w.chosen[:0]
		var span [][]float64 // orthonormal rows that span the rows taken
		for _, i := range order {
			row := append([]float64(nil), w.rows.RawRowView(i)...)
			length := floats.Norm(row, 2)
			for range 2 { // once more, because rounding leaves a little of span in the row
				for _, s := range span {
					floats.AddScaled(row, -floats.Dot(row, s), s)
				}
			}
			if rest := floats.Norm(row, 2); rest > least*length && rest > 0 {
				floats.Scale(1/rest, row)
				span = append(span, row)
				w.chosen = append(w.chosen, i)
			}
			if len(w.chosen) == w.q {
				break
			}
		}
	}
	for _, i := range w.chosen {
		w.isChosen[i] = true
	}
}
