// Package regularizer puts a price on large weights: a penalty R(θ) that is
// added to the loss, so that what is minimised is J(θ) + R(θ).
//
//	L1       λ Σ |θ̄|             pulls every weight with the same force: small ones are 0 at the minimum
//	L2       λ/2 Σ θ̄²            pulls in proportion: all shrink, none vanishes
//	Elastic  λ₁ Σ |θ̄| + λ₂/2 Σ θ̄²
//
// θ̄ is θ without its column 0: the bias is not penalised, since it only says
// where the output lies, not how much it varies. λ is not divided by n or by
// the size of a batch, as J is a mean already; these are the λ of package
// regression, whose ridge and lasso minimise the same sums. R is the same for
// training and test data, and of no interest on the latter: keep it apart
// from J in plots.
//
// Slide: "Note on overfitting, Regularization" in "Introduction to
// Artificial Neural Networks", Andrea Santamaría García, KIT-LAS, 2022.
package regularizer

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/mat"
)

// Penalty is a term R(θ^(l)) for the weights of one layer, out×(in+1) with the
// bias in column 0. The types of this package are comparable values. Nothing is
// allocated.
type Penalty interface {
	// Value returns R(θ). It panics when θ is nil.
	Value(theta *mat.Dense) float64

	// AddGradient adds ∂R/∂θ to grad; column 0 stays as it is. It panics when
	// one is nil or the shapes differ.
	AddGradient(grad, theta *mat.Dense)

	// String returns the name with its λ, "L2(λ = 0.01)".
	String() string
}

// L1 is R = λ Σ |θ̄| with ∂R/∂θ̄ = λ sign(θ̄), the penalty of the lasso. At θ̄ = 0
// there is no derivative; any value from −λ to λ may be taken, and here it is 0,
// so that only the loss moves a weight that is 0. Gradient descent does not stop
// at 0, though: a weight that is 0 at the minimum jumps from one side of 0 to the
// other, by about αλ. (regression's Lasso uses another method, which finds the
// 0.)
type L1 struct{ Lambda float64 }

// Value returns λ Σ |θ̄|.
func (p L1) Value(theta *mat.Dense) float64 {
	checkValue("L1", theta)
	return times(p.Lambda, sumAbs(theta))
}

// AddGradient adds λ sign(θ̄) to grad.
func (p L1) AddGradient(grad, theta *mat.Dense) {
	checkGradient("L1", grad, theta)
	addSigns(grad, theta, p.Lambda)
}

// String returns a name such as "L1(λ = 0.01)".
func (p L1) String() string { return fmt.Sprintf("L1(λ = %g)", p.Lambda) }

// L2 is R = λ/2 Σ θ̄² with ∂R/∂θ̄ = λθ̄, the penalty of ridge regression. With
// plain gradient descent it multiplies every weight by 1 − αλ in a step: weight
// decay. (PyTorch's weight_decay is this λ, but decays the bias too.)
type L2 struct{ Lambda float64 }

// Value returns λ/2 Σ θ̄².
func (p L2) Value(theta *mat.Dense) float64 {
	checkValue("L2", theta)
	return times(p.Lambda/2, sumSquares(theta))
}

// AddGradient adds λθ̄ to grad.
func (p L2) AddGradient(grad, theta *mat.Dense) {
	checkGradient("L2", grad, theta)
	addScaled(grad, theta, p.Lambda)
}

// String returns a name such as "L2(λ = 0.01)".
func (p L2) String() string { return fmt.Sprintf("L2(λ = %g)", p.Lambda) }

// Elastic is the elastic net, R = λ₁ Σ |θ̄| + λ₂/2 Σ θ̄², with λ₁ = L1 and
// λ₂ = L2. At θ̄ = 0 its derivative is that of L1, 0.
//
// Source: H. Zou, T. Hastie, J. R. Statist. Soc. B 67 (2005) 301.
type Elastic struct{ L1, L2 float64 }

// Value returns λ₁ Σ |θ̄| + λ₂/2 Σ θ̄².
func (p Elastic) Value(theta *mat.Dense) float64 {
	checkValue("Elastic", theta)
	return times(p.L1, sumAbs(theta)) + times(p.L2/2, sumSquares(theta))
}

// AddGradient adds λ₁ sign(θ̄) + λ₂θ̄ to grad.
func (p Elastic) AddGradient(grad, theta *mat.Dense) {
	checkGradient("Elastic", grad, theta)
	addSigns(grad, theta, p.L1)
	addScaled(grad, theta, p.L2)
}

// String returns a name such as "elastic net(λ₁ = 0.01, λ₂ = 0.1)".
func (p Elastic) String() string {
	return fmt.Sprintf("elastic net(λ₁ = %g, λ₂ = %g)", p.L1, p.L2)
}

// times returns λ·v, where λ = 0 means no penalty even if v is +Inf.
func times(lambda, v float64) float64 {
	if lambda == 0 {
		return 0
	}
	return lambda * v
}

func sumAbs(theta *mat.Dense) float64 {
	sum := 0.0
	for i := range theta.RawMatrix().Rows {
		for _, v := range theta.RawRowView(i)[1:] {
			sum += math.Abs(v)
		}
	}
	return sum
}

// sumSquares returns Σ θ̄².
func sumSquares(theta *mat.Dense) float64 {
	sum := 0.0
	for i := range theta.RawMatrix().Rows {
		for _, v := range theta.RawRowView(i)[1:] {
			sum += v * v
		}
	}
	return sum
}

// addSigns adds λ sign(θ̄) to grad.
func addSigns(grad, theta *mat.Dense, lambda float64) {
	for i := range theta.RawMatrix().Rows {
		g := grad.RawRowView(i)[1:]
		for k, v := range theta.RawRowView(i)[1:] {
			if v != 0 {
				g[k] += math.Copysign(lambda, v)
			}
		}
	}
}

// addScaled adds λθ̄ to grad.
func addScaled(grad, theta *mat.Dense, lambda float64) {
	for i := range theta.RawMatrix().Rows {
		g := grad.RawRowView(i)[1:]
		for k, v := range theta.RawRowView(i)[1:] {
			g[k] += times(lambda, v)
		}
	}
}

func checkValue(name string, theta *mat.Dense) {
	if theta == nil {
		panic("regularizer: " + name + ": θ is nil")
	}
}

func checkGradient(name string, grad, theta *mat.Dense) {
	checkValue(name, theta)
	if grad == nil {
		panic("regularizer: " + name + ": grad is nil")
	}
	n, m := theta.Dims()
	if r, c := grad.Dims(); r != n || c != m {
		panic(fmt.Sprintf("regularizer: %s: grad is %d×%d, want %d×%d as θ", name, r, c, n, m))
	}
}
