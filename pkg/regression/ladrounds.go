package regression

import (
	"math"
	"slices"

	"ann/pkg/regression/internal/qr"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// descend returns the best θ, found in rounds. A round walks on what the last one has
// left, y − Xθ, because a far point or a large mean of y would otherwise leave too few
// digits for the rest.
//
// A far point is moved nearer, to 1000 times the middle residual. That changes no
// result as long as it stays on its side: the loss pulls at a point by the sign of its
// residual alone. If the fit moves more than half the way to it, it was moved too near.
// So a round is the last when no far point was, and when the middle residual, which has
// outliers in it as long as the fit is a bad one, has not fallen to a tenth.
func descend(X *mat.Dense, y []float64, t *qr.Triangle) ([]float64, error) {
	const limit = 100
	theta := t.Theta()
	far, isKept := math.Inf(1), false
	for range limit {
		if _, err := newResult(X, y, theta, 0); err != nil {
			return nil, err
		}
		rest := qr.Misfit(X, y, theta)
		now := 1000 * middle(rest, grain(X, y, theta))
		if now == 0 || isKept && now >= far/10 {
			return theta, nil
		}
		if isKept || math.IsInf(far, 1) {
			far = now
		} else {
			far = max(now, 1000*far)
		}
		near := make([]float64, len(rest))
		for i, v := range rest {
			near[i] = max(-far, min(far, v))
		}
		beta, err := newWalk(X, near, t).minimise()
		if err != nil {
			return nil, err
		}
		step := t.Solve(beta) // β belongs to the orthonormal columns XR⁻¹, so the step of θ is R⁻¹β.
		isKept = true
		for i, v := range predict("LeastAbsolute", X, step) {
			isKept = isKept && (math.Abs(rest[i]) <= far || math.Abs(v) <= far/2)
		}
		floats.Add(theta, step)
	}
	return nil, &NotConverged{Iterations: limit, What: "the distance beyond which points count as far", Left: far}
}

// middle returns the median of |r_i|; if that is within the grain of its point, the
// smallest |r_i| above that is not, and 0 if none is.
func middle(r, grain []float64) float64 {
	size := absolute(r)
	for i, v := range size {
		if v <= grain[i] {
			size[i] = 0
		}
	}
	slices.Sort(size)
	for _, v := range size[len(size)/2:] {
		if v > 0 {
			return v
		}
	}
	return 0
}

// grain returns, for each point, how far rounding can part y_i from (Xθ)_i that is
// equal on paper: 2⁻⁵² (|y_i| + Σ_k |x_ik θ_k|), and where all of that is 0 or nearly,
// 2⁻⁵² times the smallest y that is not.
func grain(X *mat.Dense, y, theta []float64) []float64 {
	g := absolute(y)
	least := math.Inf(1)
	for _, v := range g {
		if v > 0 {
			least = min(least, v)
		}
	}
	for i := range g {
		for k, x := range X.RawRowView(i) {
			g[i] += math.Abs(x * theta[k])
		}
		g[i] = 0x1p-52 * max(g[i], least)
	}
	return g
}
