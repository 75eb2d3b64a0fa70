package regression

import (
	"fmt"

	"ann/pkg/dataset"
	"ann/pkg/loss"
	"ann/pkg/optimizer"

	"gonum.org/v1/gonum/mat"
)

// SoftmaxResult is what Softmax found.
type SoftmaxResult struct {
	// Theta is Θ, K×(p+1); its row k holds the weights of class k.
	Theta *mat.Dense
	// J is the loss at Θ, with its penalty.
	J float64
	// Descent tells how Theta was found: the number of steps, the reason to stop,
	// and the path if recorded.
	Descent *optimizer.Result
}

// Softmax returns the Θ, k×(p+1), that minimises the cross-entropy of k
// classes, labels y_i being 0 … k−1,
//
//	J(Θ) + λ/2 |Θ̄|²,  J = −1/n Σ_i ln p_i,y_i,
//	p_ic = e^z_ic / Σ_j e^z_ij,  z_i = Θ x_i:
//
// p_ic is the probability of class c, and J is −ln L/n of the categorical
// likelihood. No bias is penalised, λ is per point: scikit-learn's
// LogisticRegression has C = 1/(nλ). The gradient is 1/n (p − y)ᵀX with y
// one-hot.
//
// A vector added to all rows of Θ changes no p. The Θ returned is the one whose
// rows sum to 0; for two classes its rows are ±θ/2 of the θ of Logistic (where
// the same penalty has half the λ).
//
// Accuracy, errors and panics are those of Logistic. *Separable is the error
// when λ = 0 and planes separate every class from every other, or one class from
// all others (setosa among the irises): J has no minimum then either.
//
// Slide: "Maximum likelihood estimation (MLE)". Source: Bishop, Pattern Recognition and Machine
// Learning, section 4.3.4.
func Softmax(X mat.Matrix, labels []int, k int, c Config) (*SoftmaxResult, error) {
	needClasses("Softmax", k)
	D := checkLabels("Softmax", X, labels, k)
	if len(labels) == 0 {
		return nil, fail("Softmax", &TooFewPoints{})
	}
	r, err := classify("Softmax", D, dataset.OneHot(labels, k), labels, loss.CrossEntropy{}, 1.0/2, c)
	if err != nil {
		return nil, fail("Softmax", err)
	}
	_, q := D.Dims()
	return &SoftmaxResult{Theta: mat.NewDense(k, q, r.Theta), J: r.J, Descent: r}, nil
}

// Logits returns Z = XΘᵀ for new rows, m×K; X is m×(p+1) with its ones column.
// It panics when X is nil, has no rows or not p+1 columns.
func (f *SoftmaxResult) Logits(X mat.Matrix) *mat.Dense { return f.logits("Logits", X) }

// Probabilities returns p_ic, m×K, for new rows. It panics where Logits does.
func (f *SoftmaxResult) Probabilities(X mat.Matrix) *mat.Dense {
	Z := f.logits("Probabilities", X)
	n, _ := Z.Dims()
	for i := range n {
		loss.Softmax(Z.RawRowView(i), Z.RawRowView(i))
	}
	return Z
}

// Classes returns the class of the largest logit for new rows. It panics where
// Logits does, and on a row with a NaN in it, which has no class.
func (f *SoftmaxResult) Classes(X mat.Matrix) []int {
	return loss.Classes(loss.CrossEntropy{}, f.logits("Classes", X))
}

func (f *SoftmaxResult) logits(caller string, X mat.Matrix) *mat.Dense {
	d := dense("SoftmaxResult."+caller, X)
	n, q := d.Dims()
	if _, want := f.Theta.Dims(); n == 0 || q != want {
		panic(fmt.Sprintf("regression: SoftmaxResult.%s: X is %d×%d, want %d columns (does X have its ones column?)", caller, n, q, want))
	}
	var Z mat.Dense
	Z.Mul(d, f.Theta.T())
	return &Z
}
