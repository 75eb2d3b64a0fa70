package loss

import "math"

// Decision is how a loss reads a row of ŷ as a class. Several columns stand for a
// class each: that of the largest value, the first one if several are equal. One
// column stands for two: class 1 where ŷ > Threshold, else class 0. A ŷ that is NaN,
// below Low or above High is no class.
//
// The losses for classes have a method Decision. Those of probabilities have the
// threshold ½ and the bounds 0 and 1; those of logits, and Hinge, have the threshold 0
// and no bounds.
type Decision struct{ Threshold, Low, High float64 }

// DecisionOf returns how J reads m columns of ŷ. A loss without a method Decision,
// such as SquaredError, reads several columns by the largest one. It is an *Undecided
// for one column that J cannot part into two classes. It panics when J is nil.
func DecisionOf(J Func, m int) (Decision, error) {
	if J == nil {
		panic("loss: DecisionOf: J is nil")
	}
	d := Decision{math.NaN(), math.Inf(-1), math.Inf(1)}
	if decider, ok := J.(interface{ Decision() Decision }); ok {
		d = decider.Decision()
	}
	if m == 1 && math.IsNaN(d.Threshold) {
		return d, &Undecided{J.String()}
	}
	return d, nil
}

// Undecided says that a loss has no threshold which parts one column of ŷ into two
// classes.
type Undecided struct{ User string }

// Error says what to try: a loss for classes.
func (e *Undecided) Error() string {
	return e.User + " does not part one column into two classes; where ŷ is a probability take loss.BernoulliNLL{}, where its sign decides loss.Hinge{}"
}

// Class returns the class of a row of ŷ, −1 if it has none.
func (d Decision) Class(yhat []float64) int {
	for _, v := range yhat {
		if !(v >= d.Low && v <= d.High) {
			return -1
		}
	}
	switch {
	case len(yhat) > 1:
		return argmax(yhat)
	case yhat[0] > d.Threshold:
		return 1
	}
	return 0
}

// Decision has the threshold 0: there the probability is ½.
func (BinaryCrossEntropy) Decision() Decision { return Decision{0, math.Inf(-1), math.Inf(1)} }

// Decision has the threshold 0, between the margins −1 and 1.
func (Hinge) Decision() Decision { return Decision{0, math.Inf(-1), math.Inf(1)} }

// Decision has the threshold ½.
func (BernoulliNLL) Decision() Decision { return Decision{0.5, 0, 1} }

// Decision has no threshold, because one column is not enough.
func (CategoricalNLL) Decision() Decision { return Decision{math.NaN(), 0, 1} }
