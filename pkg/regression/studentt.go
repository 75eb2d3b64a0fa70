package regression

import (
	"math"

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
// The method (EM) alternates: weights from residuals, then weighted least
// squares and s² = Σ w_i r_i² / Σ w_i. Every iteration raises L. The likelihood
// may have several maxima. It is climbed from LeastSquares and from
// LeastAbsolute, and the higher of the two ends is returned; that it is the
// highest of all is not certain.
//
// The Result has Scale = s, LogLikelihood and Weights; Sigma2 is NaN, StdErr nil.
// (For ν > 2 the variance of the noise is s²·ν/(ν−2).)
//
// Errors: *optimizer.BadParameter unless 0 < ν < ∞; *PerfectFit when so many
// points lie exactly on one fit that L grows without end as s → 0 (more than the
// fraction ν/(ν+1) of them: always for n = p+1); *TooFewPoints for n < p+1;
// *RankDeficient; *dataset.NotFinite; *Overflow; *NotConverged. It panics when
// X is nil or y has not n values.
//
// Source: Lange, Little, Taylor, J. Am. Stat. Assoc. 84 (1989) 881; for the
// quicker s², Kent, Tyler, Vardi, Comm. Stat. Simul. 23 (1994) 441. Maximum
// likelihood is named on the slide "Loss functions - least squares".
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
	var best *Result
	for _, start := range []*Result{ls, lad} {
		f, err := climb(X, y, nu, start)
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

// climb repeats EM from one start until θ and s change no more.
func climb(X *mat.Dense, y []float64, nu float64, start *Result) (*Result, error) {
	n, q := X.Dims()
	size := floats.Norm(y, math.Inf(1))
	theta, res := start.Theta, start.Residuals
	s := floats.Norm(res, 1) / float64(n)
	w, root := make([]float64, n), make([]float64, n)
	const limit = 20_000
	change := math.Inf(1)
	for range limit {
		// Residuals of 1e-13 of y are 0 to rounding.
		if s <= 1e-13*size {
			exact := 0
			for _, r := range res {
				if math.Abs(r) <= 1e-11*size {
					exact++
				}
			}
			return nil, &PerfectFit{Exact: exact, N: n, Nu: nu}
		}
		for i, r := range res {
			z := r / s
			w[i] = (nu + 1) / (nu + z*z)
			root[i] = math.Sqrt(w[i])
		}
		t := qr.Rotate(X, y, root)
		if e := deficient(t, X); e != nil {
			return nil, e
		}
		old, oldS := theta, s
		theta = t.Theta()
		f, err := newResult(X, y, theta, 0)
		if err != nil {
			return nil, err
		}
		res = f.Residuals
		floats.MulTo(root, root, res)
		s = floats.Norm(root, 2) / math.Sqrt(floats.Sum(w))
		// The change is that of s and of the fit, in units of s.
		moved := make([]float64, q)
		floats.SubTo(moved, theta, old)
		change = math.Abs(s-oldS)/s + floats.Norm(predict("StudentT", X, moved), math.Inf(1))/s
		if change <= 1e-11+1e-14*size/s {
			f.Scale, f.Weights = s, w
			for i, r := range res {
				w[i] = (nu + 1) / (nu + (r/s)*(r/s))
			}
			f.LogLikelihood = logLikelihood(res, s, nu)
			return f, nil
		}
	}
	return nil, &NotConverged{Iterations: limit, What: "the last change of θ and s, in units of s", Left: change}
}

// logLikelihood returns Σ ln [t_ν(r_i/s)/s].
func logLikelihood(res []float64, s, nu float64) float64 {
	// gamma is ln Γ((ν+1)/2) − ln Γ(ν/2). For large ν both terms are large and nearly
	// equal, so the first terms of the series in 1/ν are more exact.
	var gamma float64
	if nu < 1e6 {
		a, _ := math.Lgamma((nu + 1) / 2)
		b, _ := math.Lgamma(nu / 2)
		gamma = a - b
	} else {
		gamma = math.Log(nu/2)/2 - 1/(4*nu)
	}
	sum := float64(len(res)) * (gamma - math.Log(math.Pi*nu)/2 - math.Log(s))
	for _, r := range res {
		z := r / s / math.Sqrt(nu)
		sum -= (nu + 1) / 2 * math.Log1p(z*z)
	}
	return sum
}
