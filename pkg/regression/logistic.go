package regression

import (
	"ann/pkg/activation"
	"ann/pkg/dataset"
	"ann/pkg/loss"
	"ann/pkg/optimizer"

	"gonum.org/v1/gonum/mat"
)

// LogisticResult is what Logistic found.
type LogisticResult struct {
	// Theta holds θ_0 … θ_p.
	Theta []float64
	// J is the loss at θ, with its penalty.
	J float64
	// Descent tells how Theta was found: the number of steps, the reason to stop,
	// and the path if recorded.
	Descent *optimizer.Result
}

// Logistic returns the θ that minimises the cross-entropy of two classes,
// labels y_i being 0 or 1,
//
//	J(θ) + λ/2 |θ̄|²,  J = −1/n Σ_i [y_i ln p_i + (1 − y_i) ln(1 − p_i)],
//	p_i = 1/(1 + e^−(Xθ)_i):
//
// p_i is the probability of class 1, and J is −ln L/n of the Bernoulli
// likelihood. The bias is not penalised, λ is per point: scikit-learn's
// LogisticRegression has C = 1/(nλ). The gradient is 1/n Xᵀ(p − y), as for
// least squares with p in the place of Xθ. J is convex: there is one minimum,
// or none.
//
// With the zero Config every weight agrees with scikit-learn's to a relative
// 1e-7 or better on the problems of the tests, in any units of X; classes that
// barely overlap cost more steps.
//
// Errors: *Separable when λ = 0 and a plane has all points of class 1 on one
// side and all others on the other: then there is no minimum, J falls towards 0
// while |θ| grows for ever. (When some points lie on that plane, it is
// *NotConverged.) *MissingClass when all labels
// are equal; *TooFewPoints and *RankDeficient when λ = 0, as for LeastSquares;
// *optimizer.BadParameter for a negative or infinite λ; *dataset.NotFinite;
// *Overflow; *NotConverged; *optimizer.Diverged for another Optimizer. It
// panics when X is nil, its column 0 is not all ones, and when there are not n
// labels 0 or 1.
//
// Slide: "Maximum likelihood estimation (MLE)". Source: Cox, J. R. Statist. Soc. B 20 (1958)
// 215; Albert, Anderson, Biometrika 71 (1984) 1, for the separable case.
func Logistic(X mat.Matrix, labels []int, c Config) (*LogisticResult, error) {
	D := checkLabels("Logistic", X, labels, 2)
	r, err := classify("Logistic", D, dataset.OneColumn(labels), labels, loss.BinaryCrossEntropy{}, 1.0/4, c)
	if err != nil {
		return nil, fail("Logistic", err)
	}
	return &LogisticResult{Theta: r.Theta, J: r.J, Descent: r}, nil
}

// Logits returns z = Xθ for new rows, m×(p+1) with their ones column: the
// classes meet at 0. It panics when X is nil or has not p+1 columns.
func (f *LogisticResult) Logits(X mat.Matrix) []float64 {
	return predict("LogisticResult.Logits", dense("LogisticResult.Logits", X), f.Theta)
}

// Probabilities returns p = 1/(1 + e^−z), the probability of class 1, for new
// rows. It panics where Logits does.
func (f *LogisticResult) Probabilities(X mat.Matrix) []float64 {
	z := predict("LogisticResult.Probabilities", dense("LogisticResult.Probabilities", X), f.Theta)
	for i := range z {
		z[i] = activation.Of(activation.Sigmoid{}, z[i])
	}
	return z
}

// Classes returns 1 where z > 0 and 0 elsewhere. It panics where Logits does, and on
// a row with a NaN in it, which has no class.
func (f *LogisticResult) Classes(X mat.Matrix) []int {
	z := predict("LogisticResult.Classes", dense("LogisticResult.Classes", X), f.Theta)
	if len(z) == 0 {
		return nil
	}
	return loss.Classes(loss.BinaryCrossEntropy{}, mat.NewDense(len(z), 1, z))
}
