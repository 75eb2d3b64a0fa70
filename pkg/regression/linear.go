package regression

import (
	"fmt"
	"math"

	"ann/pkg/dataset"
	"ann/pkg/loss"
	"ann/pkg/optimizer"
	"ann/pkg/regularizer"

	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/blas/blas64"
	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// linear is the loss of a linear model: J(ŷ, y) of ŷ = XΘᵀ, and a penalty
// λ/2 |Θ̄|². Θ is m×(p+1), one row an output, and flat for the optimizer.
type linear struct {
	X, Y    *mat.Dense
	loss    loss.Func
	penalty regularizer.L2

	// theta is the Θ that J was last asked for, if isKnown.
	theta   *mat.Dense
	isKnown bool
	// yhat and grad are XΘᵀ and ∂J/∂ŷ, n×m, of that Θ.
	yhat, grad *mat.Dense
	// plain is memory for Θ without whitening, m×(p+1).
	plain *mat.Dense
	// penaltyGrad is memory for the gradient of the penalty, m×(p+1).
	penaltyGrad *mat.Dense

	// whitening is the C of whiten, which has replaced X and Θ by XC⁻¹ and ΘCᵀ; nil
	// if it has not.
	whitening *blas64.Triangular

	// seeksSeparation says whether J tests if Θ separates classes.
	seeksSeparation bool
	// isSeparated says whether a Θ that J was asked for has separated classes. The
	// gradient is 0 from then on, which ends the descent.
	isSeparated bool
	// separated is the class that this Θ separates from all others, −1 for every
	// class from every other.
	separated int
}

func newLinear(X, Y *mat.Dense, J loss.Func, lambda float64) *linear {
	n, q := X.Dims()
	_, m := Y.Dims()
	dense := func(r, c int) *mat.Dense { return mat.NewDense(r, c, nil) }
	return &linear{X: X, Y: Y, loss: J, penalty: regularizer.L2{Lambda: lambda}, yhat: dense(n, m), grad: dense(n, m), theta: dense(m, q), plain: dense(m, q), penaltyGrad: dense(m, q)}
}

func (l *linear) problem() optimizer.Problem {
	return optimizer.Problem{J: l.J, Gradient: l.Gradient}
}

// J returns the loss with its penalty, and keeps what Gradient needs.
func (l *linear) J(theta []float64) float64 {
	_, q := l.X.Dims()
	_, m := l.Y.Dims()
	if len(theta) != m*q {
		panic(fmt.Sprintf("regression: J: θ has %d values, want %d×%d", len(theta), m, q))
	}
	copy(l.theta.RawMatrix().Data, theta)
	l.isKnown = true
	if m == 1 { // Gemv is faster than Gemm for a single column
		blas64.Gemv(blas.NoTrans, 1, l.X.RawMatrix(), vector(theta), 0, vector(l.yhat.RawMatrix().Data))
	} else {
		blas64.Gemm(blas.NoTrans, blas.Trans, 1, l.X.RawMatrix(), l.theta.RawMatrix(), 0, l.yhat.RawMatrix())
	}
	J := l.loss.Value(l.grad, l.yhat, l.Y)
	if l.seeksSeparation && !l.isSeparated {
		l.separated, l.isSeparated = separates(l.yhat, l.Y, l.grain)
	}
	if l.penalty.Lambda > 0 {
		J += l.penalty.Value(l.unwhitened(theta))
	}
	return J
}

// grain returns how far rounding can be off in the logits of row i, and more, since θ is
// not that of the minimum: 1e-12 Σ_k |x_ik| max_a |θ_ak|. Each row has its own, so that
// a point far out does not hide the others.
func (l *linear) grain(i int) float64 {
	size := 0.0
	for k, x := range l.X.RawRowView(i) {
		top := 0.0
		for a := range l.theta.RawMatrix().Rows {
			top = max(top, math.Abs(l.theta.At(a, k)))
		}
		size += math.Abs(x) * top
	}
	return 1e-12 * size
}

// Gradient sets grad = ∂J/∂Θ, which is (∂J/∂ŷ)ᵀX + λΘ̄.
func (l *linear) Gradient(grad, theta []float64) {
	if !l.isKnown || !floats.Equal(theta, l.theta.RawMatrix().Data) {
		l.J(theta)
	}
	m, q := l.theta.Dims()
	if len(grad) != m*q {
		panic(fmt.Sprintf("regression: Gradient: grad has %d values, want %d×%d", len(grad), m, q))
	}
	G := blas64.General{Rows: m, Cols: q, Stride: q, Data: grad}
	switch {
	case l.isSeparated:
		clear(grad)
		return
	case m == 1:
		blas64.Gemv(blas.Trans, 1, l.X.RawMatrix(), vector(l.grad.RawMatrix().Data), 0, vector(grad))
	default:
		blas64.Gemm(blas.Trans, blas.NoTrans, 1, l.grad.RawMatrix(), l.X.RawMatrix(), 0, G)
	}
	if l.penalty.Lambda > 0 {
		l.penaltyGrad.Zero()
		l.penalty.AddGradient(l.penaltyGrad, l.unwhitened(theta))
		if l.whitening != nil { // ∂/∂(ΘCᵀ) = ∂/∂Θ C⁻¹
			blas64.Trsm(blas.Right, blas.NoTrans, 1, *l.whitening, l.penaltyGrad.RawMatrix())
		}
		floats.Add(grad, l.penaltyGrad.RawMatrix().Data)
	}
}

// unwhitened returns the Θ that belongs to X without whitening, overwritten by
// the next call.
func (l *linear) unwhitened(theta []float64) *mat.Dense {
	copy(l.plain.RawMatrix().Data, theta)
	if l.whitening != nil { // Θ = (ΘCᵀ)C⁻ᵀ
		blas64.Trsm(blas.Right, blas.Trans, 1, *l.whitening, l.plain.RawMatrix())
	}
	return l.plain
}

func vector(v []float64) blas64.Vector { return blas64.Vector{N: len(v), Inc: 1, Data: v} }

// LogisticProblem returns the loss of Logistic, with its penalty, and its
// gradient for optimizer.Minimize, to watch its steps; θ has p+1 values. X is
// kept, not copied. The two functions share a workspace and must not run at the
// same time. It panics where Logistic does (but λ = 0 wants no ones column), on
// no points, and unless λ is a finite number, 0 or more.
func LogisticProblem(X mat.Matrix, labels []int, lambda float64) optimizer.Problem {
	d := checkLabels("LogisticProblem", X, labels, 2)
	needPoints("LogisticProblem", d)
	needLambda("LogisticProblem", d, lambda)
	return newLinear(d, dataset.OneColumn(labels), loss.BinaryCrossEntropy{}, lambda).problem()
}

// SoftmaxProblem returns the loss of Softmax, with its penalty, and its
// gradient for optimizer.Minimize; θ has k·(p+1) values, the weights of class
// 0 first. The rest is as for LogisticProblem. It panics where Softmax does (but
// λ = 0 wants no ones column), on no points, and unless λ is a finite number, 0
// or more.
func SoftmaxProblem(X mat.Matrix, labels []int, k int, lambda float64) optimizer.Problem {
	needClasses("SoftmaxProblem", k)
	d := checkLabels("SoftmaxProblem", X, labels, k)
	needPoints("SoftmaxProblem", d)
	needLambda("SoftmaxProblem", d, lambda)
	return newLinear(d, dataset.OneHot(labels, k), loss.CrossEntropy{}, lambda).problem()
}

func needPoints(caller string, X *mat.Dense) {
	if n, _ := X.Dims(); n == 0 {
		panic("regression: " + caller + ": there are no points")
	}
}

func needLambda(caller string, X *mat.Dense, lambda float64) {
	if err := checkLambda(lambda); err != nil {
		panic(fmt.Sprintf("regression: %s: %v", caller, err))
	}
	if lambda > 0 {
		checkOnes(caller, X)
	}
}

func needClasses(caller string, k int) {
	if k < 2 {
		panic(fmt.Sprintf("regression: %s: k is %d, want 2 classes or more", caller, k))
	}
}

// checkLabels panics when X is nil, when it has not as many rows as there are
// labels, and on a label that is not among 0 … k−1. It returns X as a *mat.Dense
// that must not be written to.
func checkLabels(caller string, X mat.Matrix, labels []int, k int) *mat.Dense {
	d := dense(caller, X)
	if n, _ := d.Dims(); n != len(labels) {
		panic(shapeText(caller, "labels", len(labels), n))
	}
	for i, c := range labels {
		if c < 0 || c >= k {
			panic(fmt.Sprintf("regression: %s: label %d in row %d, want 0 to %d", caller, c, i, k-1))
		}
	}
	return d
}
