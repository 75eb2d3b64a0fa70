package regression

import (
	"math"

	"ann/pkg/loss"
	"ann/pkg/optimizer"

	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/blas/blas64"
	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// mostUnknowns is the size of Θ up to which Newton's method is used: its matrix has the
// square of that many elements.
const mostUnknowns = 2000

// newton goes on from where r has stopped, for the whitened loss of Logistic and
// Softmax,
//
//	Θ := Θ − t H⁻¹∇J,  H the second derivatives of J,
//
// with t = 1, or halved until J does not rise. Why: where all points are classified
// nearly for certain, J has a curvature of p(1−p), 1e-9 say, and a method that counts
// on a curvature of 1 would need millions of steps. Newton's method takes one for each
// unit by which the logits have to grow. It ends when a whole step changes |Θ| by less
// than a part in 1e9; the error is then the square of that.
//
// Source: Bishop, Pattern Recognition and Machine Learning, section 4.3.3.
func (l *linear) newton(r *optimizer.Result, record bool) error {
	const limit, least = 2000, 1e-12
	m, q := l.theta.Dims()
	theta, trial, step := r.Theta, make([]float64, m*q), mat.NewVecDense(m*q, nil)
	J, change := l.J(theta), math.Inf(1)
	for range limit {
		grad, H := l.secondOrder(theta)
		var R mat.Cholesky
		if !R.Factorize(H) {
			return l.notConverged(r.Steps, "the share of |θ| that the last step moved", change)
		}
		_ = R.SolveVecTo(step, grad) // Its only error is a warning about the condition; J tells whether the step is good.
		d, t := step.RawVector().Data, 1.0
		next := math.Inf(1)
		for ; t > least; t /= 2 {
			floats.AddScaledTo(trial, theta, -t, d)
			if next = l.J(trial); next <= J+1e-13*math.Abs(J) || l.isSeparated {
				break
			}
		}
		if copy(theta, trial); l.isSeparated {
			return nil
		}
		J = next
		r.Steps++
		if record {
			r.Path, r.History = append(r.Path, append([]float64(nil), theta...)), append(r.History, J)
		}
		change = floats.Norm(d, 2) / floats.Norm(theta, 2)
		switch isSmall := change <= 1e-9 || floats.Norm(d, 2) <= 1e-15; {
		case t <= least, isSmall && R.Cond() > 1e13: // Rounding decides about the step.
			return l.notConverged(r.Steps, "the share of |θ| that the last step moved", change)
		case t == 1 && isSmall:
			r.Stopped = optimizer.SmallGradient
			return nil
		}
	}
	return l.notConverged(r.Steps, "the share of |θ| that the last step moved", change)
}

// notConverged says what to try, by the penalty that there is.
func (l *linear) notConverged(steps int, what string, left float64) error {
	try := "use a penalty (λ > 0), because classes that touch without overlapping let |θ| grow for ever; or scale the features"
	if l.penalty.Lambda > 0 {
		try = "scale the features, or use a larger λ"
	}
	return &NotConverged{Iterations: steps, What: what, Left: left, Try: try}
}

// secondOrder returns the gradient and the second derivatives of J at Θ, of m·q values
// and (m·q)×(m·q). With p_i the probabilities of row i, of one class or of m,
//
//	∂J/∂Θ_a = 1/n Σ_i (p_ia − y_ia) x_i,  ∂²J/∂Θ_a∂Θ_b = 1/n Σ_i p_ia (δ_ab − p_ib) x_i x_iᵀ,
//
// and what the penalty adds. Where p is nearly certain, p − y and 1 − p are computed
// from the other classes, not as a difference that would be 0.
//
// A vector added to all rows of Θ changes no p, so that H would have no inverse. The
// gradient has no part along such vectors; they are given a curvature of their own.
func (l *linear) secondOrder(theta []float64) (grad *mat.VecDense, H *mat.SymDense) {
	l.J(theta) // for l.yhat
	n, q := l.X.Dims()
	m, _ := l.theta.Dims()
	P, others := l.probabilities()

	G := mat.NewDense(m, q, nil)
	misfit := mat.NewDense(n, m, nil)
	misfit.Apply(func(i, a int, p float64) float64 {
		y := l.Y.At(i, a)
		if y == 1 {
			return -others.At(i, a)
		}
		return p - y
	}, P)
	G.Mul(misfit.T(), l.X)
	G.Scale(1/float64(n), G)

	H = mat.NewSymDense(m*q, nil)
	weighted, block := mat.NewDense(n, q, nil), mat.NewDense(q, q, nil)
	for a := range m {
		for b := a; b < m; b++ {
			for i := range n {
				w := -P.At(i, a) * P.At(i, b)
				if a == b {
					w = P.At(i, a) * others.At(i, a)
				}
				floats.ScaleTo(weighted.RawRowView(i), w/float64(n), l.X.RawRowView(i))
			}
			block.Mul(l.X.T(), weighted)
			addBlock(H, a*q, b*q, block, 1)
		}
	}
	if l.penalty.Lambda > 0 {
		l.penaltyGrad.Zero()
		l.penalty.AddGradient(l.penaltyGrad, l.unwhitened(theta))
		blas64.Trsm(blas.Right, blas.NoTrans, 1, *l.whitening, l.penaltyGrad.RawMatrix())
		G.Add(G, l.penaltyGrad)
		D := mat.NewDense(q, q, nil) // DC⁻¹, D being the unit matrix without its first 1
		for k := 1; k < q; k++ {
			D.Set(k, k, 1)
		}
		blas64.Trsm(blas.Right, blas.NoTrans, 1, *l.whitening, D.RawMatrix())
		block.Mul(D.T(), D)
		for a := range m {
			addBlock(H, a*q, a*q, block, l.penalty.Lambda)
		}
	}
	if m > 1 {
		most := 0.0
		for j := range m * q {
			most = max(most, H.At(j, j))
		}
		for j := range m * q {
			for k := j; k < m*q; k += q {
				H.SetSym(j, k, H.At(j, k)+most/float64(m))
			}
		}
	}
	return mat.NewVecDense(m*q, G.RawMatrix().Data), H
}

// addBlock adds factor·block to H, its first element in row j and column k; of a block
// on the diagonal the upper half counts.
func addBlock(H *mat.SymDense, j, k int, block *mat.Dense, factor float64) {
	q, _ := block.Dims()
	for r := range q {
		for c := range q {
			if j+r <= k+c {
				H.SetSym(j+r, k+c, H.At(j+r, k+c)+factor*block.At(r, c))
			}
		}
	}
}

// probabilities returns p of the logits in l.yhat, n×m, and 1 − p.
func (l *linear) probabilities() (P, others *mat.Dense) {
	n, m := l.yhat.Dims()
	P, others = mat.NewDense(n, m, nil), mat.NewDense(n, m, nil)
	for i := range n {
		z := l.yhat.RawRowView(i)
		if m == 1 {
			z = []float64{z[0], 0}
		}
		p := make([]float64, len(z))
		loss.Softmax(p, z)
		for a := range m {
			P.Set(i, a, p[a])
			for b, v := range p {
				if b != a {
					others.Set(i, a, others.At(i, a)+v)
				}
			}
		}
	}
	return P, others
}
