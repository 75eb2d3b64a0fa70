package regression

import (
	"math"

	"ann/pkg/loss"
	"ann/pkg/optimizer"
	"ann/pkg/regression/internal/qr"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// StudentT returns the maximum of the likelihood when the noise is not normal
// but has the heavy tails of Student's t with nu degrees of freedom and width
// s,
//
//	ln L(θ, s) = Σ_i ln [ t_ν((y_i − (Xθ)_i)/s) / s ];
//
// θ and s are estimated, ν is given (4 is usual; ν → ∞ is LeastSquares). An
// outlier is then unlikely but not impossible, and changes the fit little: point
// i has the weight
//
//	(ν+1)/(ν + r_i²/s²).
//
// The method takes turns: the s that is best for the residuals, weights, and weighted
// least squares. Every turn raises L. The likelihood may have several maxima; it is
// climbed from LeastSquares and from LeastAbsolute and the higher end is kept. That is
// a good one, not for certain the highest.
//
// The Result has Scale = s, LogLikelihood and Weights; Sigma2 is NaN, StdErr nil.
// (For ν > 2 the variance of the noise is s²·ν/(ν−2).)
//
// Errors: *optimizer.BadParameter unless 0 < ν < ∞; *PerfectFit when so many
// points lie exactly on one fit that no s > 0 is the best (a part ν/(ν+1) of them,
// with more of them L grows without end as s → 0: always for n = p+1);
// *TooFewPoints for n < p+1; *RankDeficient; *dataset.NotFinite; *Overflow;
// *NotConverged. It panics when X is nil or y has not n values.
//
// Source: Lange, Little, Taylor, J. Am. Stat. Assoc. 84 (1989) 881; for the s that
// is best by itself, which saves turns, Liu, Rubin, Biometrika 81 (1994) 633 (ECME).
// Maximum likelihood is named on the slide "Loss functions - least squares".
func StudentT(X mat.Matrix, y []float64, nu float64) (*Result, error) {
	f, err := studentT(checkShapes("StudentT", X, y), y, nu)
	if err != nil {
		return nil, fail("StudentT", err)
	}
	return f, nil
}

func studentT(X *mat.Dense, y []float64, nu float64) (*Result, error) {
	if !(nu > 0) || math.IsInf(nu, 1) {
		return nil, &optimizer.BadParameter{Name: "ν", Value: nu, Want: "a finite number above 0"}
	}
	ls, err := leastSquares(X, y)
	if err != nil {
		return nil, err
	}
	n, q := X.Dims()
	if float64(q) > float64(n)*nu/(nu+1) { // some q points always fit exactly
		return nil, &PerfectFit{Exact: q, N: n, Nu: nu}
	}
	lad, err := leastAbsolute(X, y)
	if err != nil {
		return nil, err
	}
	c := newAscent(X, y, nu, lad.Theta)
	toLS := make([]float64, q)
	floats.SubTo(toLS, ls.Theta, lad.Theta)
	var best *Result
	for _, start := range [][]float64{make([]float64, q), toLS} {
		f, err := c.from(start)
		if err != nil {
			return nil, err
		}
		if best == nil || f.LogLikelihood > best.LogLikelihood {
			best = f
		}
	}
	best.Cond = ls.Cond
	return best, nil
}

// ascent is the way up the likelihood.
type ascent struct {
	X  *mat.Dense
	y  []float64
	nu float64
	// base is the θ of LeastAbsolute, a robust one; rest is y − X·base.
	base, rest []float64
	// grain says of each point below which size its residual is rounding.
	grain []float64
}

// newAscent begins at base. An outlier or a large mean of y would hide the scale of
// the other points: so what is fitted is what base has left, and base is corrected.
func newAscent(X *mat.Dense, y []float64, nu float64, base []float64) *ascent {
	c := &ascent{X: X, y: y, nu: nu, base: base, rest: qr.Misfit(X, y, base), grain: grain(X, y, base)}
	for i, v := range c.rest {
		c.grain[i] = 4 * (c.grain[i] + 0x1p-52*math.Abs(v)) // 4, as θ is rounded too
	}
	return c
}

// from climbs from θ = base + step until θ and s stand still.
func (c *ascent) from(step []float64) (*Result, error) {
	n, q := c.X.Dims()
	w, root := make([]float64, n), make([]float64, n)
	s, change := 0.0, math.Inf(1)
	const limit = 20_000
	for turn := range limit {
		f, err := newResult(c.X, c.rest, step, 0)
		if err != nil {
			return nil, err
		}
		res, oldS := f.Residuals, s
		if s, err = c.scale(res, s); err != nil {
			return nil, err
		}
		// A point counts with √w, and so do what a step moves it by and the digits that
		// its residual has.
		size := 0.0
		for i, r := range res {
			z := r / s
			w[i] = (c.nu + 1) / (c.nu + z*z)
			root[i] = math.Sqrt(w[i])
			size = max(size, root[i]*math.Abs(c.rest[i]))
		}
		if change += math.Abs(s-oldS) / s; turn > 0 && change <= 1e-11+1e-14*size/s {
			return c.result(step, res, w, s)
		}
		t := qr.Rotate(c.X, c.rest, root)
		if e := deficient(t, c.X); e != nil {
			return nil, e
		}
		moved := make([]float64, q)
		next := t.Theta()
		floats.SubTo(moved, next, step)
		step, change = next, 0
		for i, v := range predict("StudentT", c.X, moved) { // in units of s
			change = max(change, root[i]*math.Abs(v)/s)
		}
	}
	return nil, &NotConverged{Iterations: limit, What: "the last change of θ and s, in units of s", Left: change,
		Try: "most points may lie nearly on one fit: use LeastAbsolute, or a larger ν"}
}

// scale returns the s at which L is highest for these residuals, the only one with
//
//	Σ_i z_i²/(ν + z_i²) = n/(ν+1),  z_i = r_i/s;
//
// near is a guess, 0 for none. The terms fall from 1 to 0 as s grows, except those of
// r_i = 0, and with too many of these there is none: *PerfectFit.
func (c *ascent) scale(res []float64, near float64) (float64, error) {
	n, size := len(res), make([]float64, 0, len(res))
	for i, r := range res {
		if math.Abs(r) > c.grain[i] {
			size = append(size, math.Abs(r))
		}
	}
	if float64(len(size))*(c.nu+1) <= float64(n) {
		return 0, &PerfectFit{Exact: n - len(size), N: n, Nu: c.nu}
	}
	// If all were of one size r, s would be r·f: so it lies between those of the ends.
	f := math.Sqrt((float64(len(size))*(c.nu+1)/float64(n) - 1) / c.nu)
	low, high := f*floats.Min(size), f*floats.Max(size)
	// Newton's steps in ln s, or the middle of what is left where a step leaves that.
	s := near
	for range 200 {
		if !(low < s && s < high) {
			s = math.Sqrt(low) * math.Sqrt(high)
		}
		sum, slope := -float64(n)/(c.nu+1), 0.0
		for _, r := range size {
			z := r / s
			term := 1 / (1 + c.nu/(z*z)) // z² may be +Inf
			sum += term
			slope -= 2 * term * (1 - term)
		}
		if sum > 0 {
			low = s
		} else {
			high = s
		}
		step := sum / slope
		s *= math.Exp(-step)
		if math.Abs(step) <= 0x1p-52 || high <= low*(1+0x1p-52) {
			break
		}
	}
	return max(low, min(high, s)), nil
}

// result is what was found: θ = base + step with its residuals, its weights and s.
func (c *ascent) result(step, res, w []float64, s float64) (*Result, error) {
	theta := make([]float64, len(step))
	floats.AddTo(theta, c.base, step)
	f, err := newResult(c.X, c.y, theta, 0)
	if err != nil {
		return nil, err
	}
	f.Residuals, f.Weights, f.Scale = res, w, s
	J := loss.StudentTNLL{Nu: c.nu, Scale: s} // −ln L/n
	n := len(res)
	f.LogLikelihood = -float64(n) * J.Value(nil, mat.NewDense(n, 1, res), mat.NewDense(n, 1, nil))
	return f, nil
}
