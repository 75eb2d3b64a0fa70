package regression

import (
	"fmt"

	"ann/pkg/optimizer"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// GradientNoise returns the covariance C of the gradients of single rows at θ. Row i alone has the
// gradient g_i = r_i x_i with r_i = (Xθ)_i − y_i, their mean is ∇J(θ), and
//
//	C = 1/n Σ_i (g_i − ∇J)(g_i − ∇J)ᵀ.
//
// The mean over a mini-batch of B rows is a gradient with the covariance C/B when the rows are drawn with
// replacement, and C/B · (n−B)/(n−1) when they are drawn without. X is n×(p+1) with
// its ones column, C is (p+1)×(p+1). The panics are those of Gradient.
//
// Slide: "Stochastic gradient descent". Source: Cochran, Sampling Techniques, Wiley 1977, section 2.6, for
// draws without replacement.
func GradientNoise(X mat.Matrix, y, theta []float64) *mat.SymDense {
	grad := Gradient(X, y, theta)
	d := dense("GradientNoise", X)
	n, q := d.Dims()
	C, g := mat.NewSymDense(q, nil), make([]float64, q)
	for i := range n {
		row := d.RawRowView(i)
		r := floats.Dot(row, theta) - y[i]
		for k := range g {
			g[k] = r*row[k] - grad[k]
		}
		C.SymRankOne(C, 1/float64(n), mat.NewVecDense(q, g))
	}
	return C
}

// NoiseBall returns the covariance Σ of θ about the minimum θ* after many steps of stochastic gradient
// descent with a constant α and mini-batches of size rows B, drawn with replacement. It solves
//
//	HΣ + ΣH = α C/B,  H = XᵀX/n,  C = GradientNoise at θ*,
//
// which holds for small α. In the directions of H, with C′ = VᵀCV, that is Σ′_jk = α C′_jk / (B(λ_j + λ_k)).
// So θ is at a distance of about √tr Σ from θ*, and the mean of J is α tr C/(4B) above its minimum.
// When every epoch takes each row once, in a new order, Σ is smaller.
//
// Errors are those of LeastSquares, and *optimizer.BadParameter unless 0 < α < ∞. It panics unless size is 1 or
// more, and where LeastSquares does.
//
// Source: Mandt, Hoffman, Blei, JMLR 18 (2017) 134, section 3.
func NoiseBall(X mat.Matrix, y []float64, alpha float64, size int) (*mat.SymDense, error) {
	if size < 1 {
		panic(fmt.Sprintf("regression: NoiseBall: size is %d, want 1 or more", size))
	}
	if err := optimizer.Check(optimizer.NewGD(alpha)); err != nil {
		return nil, fail("NoiseBall", err)
	}
	fit, err := LeastSquares(X, y)
	if err != nil {
		return nil, err
	}
	lambda, V := Directions(X)
	q := len(lambda)
	var S mat.Dense
	S.Product(V.T(), GradientNoise(X, y, fit.Theta), V)
	S.Apply(func(j, k int, c float64) float64 { return alpha * c / (float64(size) * (lambda[j] + lambda[k])) }, &S)
	S.Product(V, &S, V.T())
	ball := mat.NewSymDense(q, nil)
	for j := range q {
		for k := j; k < q; k++ {
			ball.SetSym(j, k, S.At(j, k))
		}
	}
	return ball, nil
}
