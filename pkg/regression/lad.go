package regression

import (
	"math"
	"slices"

	"ann/pkg/regression/internal/qr"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// LeastAbsolute returns a θ that minimises Σ_i |y_i − (Xθ)_i|, the least absolute
// deviation. An outlier in y pulls with the same force however far off it is,
// so a few do not turn the line; a point far out in x still does (leverage).
//
// The loss is convex, made of flat pieces, and one of its minima is a fit
// through p+1 of the points: a vertex. The method walks from vertex to vertex,
// always downhill, and ends with a proof: numbers u_i in [−1, 1] with Xᵀu = 0
// and Σ u_i y_i = Σ |r_i|, which no smaller loss can have (linear programming
// duality). So the loss returned is the least there is, to about 1e-12 of
// itself. θ need not be the only one that reaches it: with an even number of
// points and only the ones column, every θ_0 between the two middle values
// does. Which is returned then is arbitrary but always the same.
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
	// y is what is fitted now: yTrue, perhaps shaken.
	y []float64
	// chosen holds the q points through which the fit goes: they make a vertex.
	chosen []int
	// isChosen says of each of the n points whether it is one of them.
	isChosen []bool
	// beta holds the q values of β, with which rows·β goes through the chosen points.
	beta []float64
	// res is y − rows·β, 0 at the chosen points.
	res []float64
	// u is the proof: the sign of res, at the chosen points what makes rowsᵀu = 0.
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
	w.start()
	return w
}

func (w *walk) residuals() {
	mat.NewVecDense(w.n, w.res).MulVec(w.rows, mat.NewVecDense(w.q, w.beta))
	for i := range w.res {
		w.res[i] = w.y[i] - w.res[i]
		if w.isChosen[i] {
			w.res[i] = 0
		}
	}
}

// start chooses q independent points with small residuals.
func (w *walk) start() {
	order := make([]int, w.n)
	floats.Argsort(absolute(w.res), order)
	for least := 0.1; len(w.chosen) < w.q; least /= 10 { // how independent
		w.chosen = w.chosen[:0]
		var span [][]float64 // orthonormal, of the rows taken
		for _, i := range order {
			row := append([]float64(nil), w.rows.RawRowView(i)...)
			length := floats.Norm(row, 2)
			for range 2 { // twice is enough against rounding
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
