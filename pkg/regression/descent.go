package regression

import (
	"math"

	"ann/pkg/regression/internal/qr"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// coordinateDescent minimises the loss of a lasso over one θ_k at a time.
//
// It works on the triangle of [X y], because that has at most p+2 rows, where X
// has n. Only row 0 of the triangle depends on θ_0, so it is left out and
// gives θ_0 at the end. With scaled columns the loss of the other rows is
//
//	1/(2n) |c − Rθ|² + Σ_k λ_k |θ_k|,  R m×p.
type coordinateDescent struct {
	triangle *qr.Triangle
	n        float64
	// R and c are the triangle without row 0 and without the bias; R is nil when
	// m or p is 0.
	R *mat.Dense
	c []float64
	// G is RᵀR/n, the covariance of the features.
	G *mat.SymDense
	// b is Rᵀc/n, the covariance of the features with y.
	b []float64
	// xSD holds √G_kk, the standard deviation of each feature.
	xSD []float64
	// ySD is √(1/n Σ (y_i − ȳ)²), the standard deviation of y.
	ySD float64

	// theta is θ̄, p values.
	theta []float64
	// g is b − Gθ̄ = −∂J/∂θ̄, p values.
	g []float64
}

func newCoordinateDescent(t *qr.Triangle, n int) *coordinateDescent {
	h, q := t.T.Dims()
	q-- // the last column is that of y
	m, p := h-1, q-1
	d := &coordinateDescent{triangle: t, n: float64(n), theta: make([]float64, p), g: make([]float64, p), b: make([]float64, p), xSD: make([]float64, p)}
	if m == 0 || p == 0 {
		return d
	}
	d.R = mat.DenseCopyOf(t.T.Slice(1, h, 1, q))
	d.c = mat.Col(nil, q, t.T)[1:]
	// What is left of a constant column, or of a constant y, is rounding, which must not
	// look like something to fit.
	isConstant := func(rest []float64, k int) bool {
		return floats.Norm(rest, 2) <= d.n*0x1p-52*math.Abs(t.T.At(0, k))
	}
	for k := range p {
		if isConstant(mat.Col(nil, k, d.R), k+1) {
			d.R.SetCol(k, make([]float64, m))
		}
	}
	if isConstant(d.c, q) {
		clear(d.c)
	}
	d.G = mat.NewSymDense(p, nil)
	d.G.SymOuterK(1/d.n, d.R.T())
	bv := mat.NewVecDense(p, d.b)
	bv.MulVec(d.R.T(), mat.NewVecDense(m, d.c))
	bv.ScaleVec(1/d.n, bv)
	for k := range d.xSD {
		d.xSD[k] = math.Sqrt(d.G.At(k, k))
	}
	d.ySD = floats.Norm(d.c, 2) / math.Sqrt(d.n)
	return d
}

// lambdas returns the λ_k that mean λ for the scaled columns. Scaled, θ_k is
// 2^(exp_k − exp_y) times and J is 4^−exp_y times what they are for X and y.
func (d *coordinateDescent) lambdas(lambda float64) []float64 {
	l, exp := make([]float64, len(d.theta)), d.triangle.Exp
	for k := range l {
		l[k] = math.Ldexp(lambda, -exp[k+1]-exp[len(exp)-1])
	}
	return l
}

// lambdaMax returns the smallest λ for which θ̄ = 0.
func (d *coordinateDescent) lambdaMax() float64 {
	top, exp := 0.0, d.triangle.Exp
	for k, b := range d.b {
		top = max(top, math.Ldexp(math.Abs(b), exp[k+1]+exp[len(exp)-1]))
	}
	return top
}

// unscaled returns θ_0 … θ_p in the units of X and y.
func (d *coordinateDescent) unscaled() []float64 {
	T, exp, q := d.triangle.T, d.triangle.Exp, len(d.theta)+1
	theta := make([]float64, q)
	theta[0] = T.At(0, q)
	for k, v := range d.theta {
		theta[0] -= T.At(0, k+1) * v
		theta[k+1] = math.Ldexp(v, exp[q]-exp[k+1])
	}
	theta[0] = math.Ldexp(theta[0]/T.At(0, 0), exp[q]-exp[0])
	return theta
}

// minimise moves d.theta from where it is to the minimum for these λ_k.
func (d *coordinateDescent) minimise(lambda []float64) error {
	if d.R == nil {
		return nil
	}
	const repeats, sweeps = 1000, 20
	left := 0.0
	for range repeats {
		d.gradient()
		for range sweeps {
			if d.sweep(lambda) < 1e-10*d.ySD {
				break
			}
		}
		d.solveActive(lambda)
		d.gradient()
		if left = d.violation(lambda); left <= 1 {
			return nil
		}
	}
	return &NotConverged{Iterations: repeats * sweeps, What: "the breach of the conditions for the minimum, in units of rounding", Left: left,
		Try: "use a larger λ, because one that is a part in 1e12 of λ_max or less is lost in rounding; or scale the features"}
}

// gradient sets g = Rᵀ(c − Rθ)/n from the residual: the difference b − Gθ
// would cancel near the minimum.
func (d *coordinateDescent) gradient() {
	m, p := d.R.Dims()
	res := mat.NewVecDense(m, nil)
	res.MulVec(d.R, mat.NewVecDense(p, d.theta))
	res.SubVec(mat.NewVecDense(m, d.c), res)
	g := mat.NewVecDense(p, d.g)
	g.MulVec(d.R.T(), res)
	g.ScaleVec(1/d.n, g)
}

// sweep minimises over each θ_k in turn, the others held fixed:
//
//	θ_k := soft(g_k + G_kk θ_k, λ_k) / G_kk,  soft(z, λ) = sign(z)·max(|z| − λ, 0),
//
// and returns the largest change, measured in ŷ.
func (d *coordinateDescent) sweep(lambda []float64) float64 {
	change := 0.0
	raw := d.G.RawSymmetric()
	for k, old := range d.theta {
		G := d.G.At(k, k)
		if G == 0 {
			continue
		}
		z := d.g[k] + G*old
		v := 0.0
		if a := math.Abs(z) - lambda[k]; a > 0 {
			v = math.Copysign(a, z) / G
		}
		if v == old {
			continue
		}
		d.theta[k] = v
		delta := v - old
		// g −= delta·G_k; only the upper triangle of G is stored.
		for j := range k {
			d.g[j] -= delta * raw.Data[j*raw.Stride+k]
		}
		floats.AddScaled(d.g[k:], -delta, raw.Data[k*raw.Stride+k:k*raw.Stride+raw.N])
		change = max(change, math.Abs(delta)*d.xSD[k])
	}
	return change
}

// violation returns how far g is from the conditions for the minimum, in units
// of what is allowed: rounding, and 1e-12 of the standard deviations.
func (d *coordinateDescent) violation(lambda []float64) float64 {
	spread := 0.0
	for k, v := range d.theta {
		spread += d.xSD[k] * math.Abs(v)
	}
	worst := 0.0
	for k, v := range d.theta {
		off := math.Abs(d.g[k]) - lambda[k]
		if v != 0 {
			off = math.Abs(d.g[k] - math.Copysign(lambda[k], v))
		}
		allowed := d.xSD[k] * (1e-12*d.ySD + 64*0x1p-52*spread)
		if off > 0 && allowed > 0 {
			worst = max(worst, off/allowed)
		}
	}
	return worst
}
