package regression

import (
	"math"

	"ann/pkg/dataset"
	"ann/pkg/regression/internal/qr"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// Posterior is the normal distribution of θ, given the data.
type Posterior struct {
	// Theta is the mean of θ, p+1 values: the θ of Ridge with the same λ.
	Theta []float64
	// Cov is the covariance of θ, (p+1)×(p+1): σ² (XᵀX + nλD)⁻¹.
	Cov *mat.SymDense
	// Sigma2 is σ², the noise variance, in units of y squared.
	Sigma2 float64

	root *mat.Dense // root is σR⁻¹, so that Cov = root·rootᵀ
}

// Bayes returns the posterior of θ for normal noise, y_i = (Xθ)_i + σε_i, and a
// prior in which each θ_k, k ≥ 1, is normal with mean 0 and variance
//
//	τ² = σ²/(nλ),
//
// and every bias θ_0 is as likely (a flat prior). With this λ the mean of
// the posterior is the θ of Ridge: the penalty is the logarithm of the prior.
// λ = 0 is a flat prior for all, whose mean is the θ of LeastSquares.
//
// The noise is estimated from the data as
//
//	σ² = |y − Xθ|² / (n − tr H),  H = X (XᵀX + nλD)⁻¹ Xᵀ,
//
// where tr H, the effective number of weights, is p+1 for λ = 0 and falls
// towards 1 as λ grows. σ² is then taken as known.
//
// Errors: *TooFewPoints when n − tr H is zero to rounding (n ≤ p+1 with λ = 0
// or nearly so, or a single point); *optimizer.BadParameter for a negative or
// infinite λ; *RankDeficient, *dataset.NotFinite and *Overflow as for Ridge. It
// panics when X is nil, its column 0 is not all ones, or y has not n values.
//
// Source: Bishop, Pattern Recognition and Machine Learning, section 3.3, and
// 3.5 for tr H; named on the slide "Loss functions - least squares".
func Bayes(X mat.Matrix, y []float64, lambda float64) (*Posterior, error) {
	p, err := bayes(checkShapes("Bayes", X, y), y, lambda)
	if err != nil {
		return nil, fail("Bayes", err)
	}
	return p, nil
}

func bayes(X *mat.Dense, y []float64, lambda float64) (*Posterior, error) {
	if err := checkPenalised("Bayes", X, y, lambda); err != nil {
		return nil, err
	}
	n, q := X.Dims()
	if lambda == 0 && n <= q {
		return nil, &TooFewPoints{N: n, Columns: q, Need: q + 1}
	}
	root := penaltyRoot(n, lambda)
	t := qr.Rotate(X, y, nil).WithPenalty(root)
	if e := deficient(t, X); e != nil {
		return nil, e
	}
	f, err := newResult(X, y, t.Theta(), math.NaN())
	if err != nil {
		return nil, err
	}
	inverse := t.Inverse()
	// For n > p+1 n − tr H could be a difference of nearly equal numbers. It is none in this form:
	// since XᵀX = (XᵀX + nλD) − nλD, tr H = p + 1 − nλ Σ_{k≥1} [(XᵀX + nλD)⁻¹]_kk.
	freedom := float64(n - q)
	for k := 1; k < q; k++ {
		v := root * floats.Norm(inverse.RawRowView(k), 2)
		freedom += v * v
	}
	if freedom < 1e-8 {
		return nil, &TooFewPoints{N: n, Columns: q, Need: max(2, min(n, q)+1)}
	}
	sigma := floats.Norm(f.Residuals, 2) / math.Sqrt(freedom)
	inverse.Scale(sigma, inverse)
	p := &Posterior{Theta: f.Theta, Sigma2: sigma * sigma, Cov: mat.NewSymDense(q, nil), root: inverse}
	p.Cov.SymOuterK(1, inverse)
	if !dataset.Finite(p.Sigma2) || !dataset.Finite(mat.Sum(p.Cov)) {
		return nil, &Overflow{What: "σ² or the covariance of θ"}
	}
	return p, nil
}

// Predict returns, for each row x of X (m×(p+1), with its ones column),
//
//	mean   = θᵀx,
//	sdMean = √(xᵀ Cov x), how well the curve itself is known, and
//	sdNew  = √(σ² + sdMean²), how far a new point will lie from mean.
//
// With more points sdMean shrinks as 1/√n; sdNew shrinks to σ and no further.
// Two standard deviations to each side hold about 95 %. It panics when X is nil
// or has not p+1 columns.
func (p *Posterior) Predict(X mat.Matrix) (mean, sdMean, sdNew []float64) {
	d := dense("Posterior.Predict", X)
	if p.root == nil {
		panic("regression: Posterior.Predict: the Posterior does not come from Bayes")
	}
	mean = predict("Posterior.Predict", d, p.Theta)
	sdMean, sdNew = make([]float64, len(mean)), make([]float64, len(mean))
	q := len(p.Theta)
	v := mat.NewVecDense(q, nil)
	for i := range mean {
		v.MulVec(p.root.T(), mat.NewVecDense(q, d.RawRowView(i)))
		sdMean[i] = mat.Norm(v, 2)
		sdNew[i] = math.Hypot(math.Sqrt(p.Sigma2), sdMean[i])
	}
	return mean, sdMean, sdNew
}
