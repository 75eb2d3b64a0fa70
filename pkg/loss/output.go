package loss

import (
	"fmt"
	"math"
)

// BadRange says that a last layer cannot give what a loss takes for ŷ, or gives what
// it does not take.
type BadRange struct {
	// Layer is the last layer.
	Layer string
	// Low and High are the bounds of its ŷ, NaN if they are not known.
	Low, High float64
	// User is the loss.
	User string
	// Want is what User takes, and with which last layer.
	Want string
}

// Error names both, and says what to try: the pair that is right.
func (e *BadRange) Error() string {
	gives := "ŷ"
	switch hasLow, hasHigh := !math.IsInf(e.Low, -1), !math.IsInf(e.High, 1); {
	case math.IsNaN(e.Low) || math.IsNaN(e.High):
	case hasLow && hasHigh:
		gives = fmt.Sprintf("ŷ from %.3g to %.3g", e.Low, e.High)
	case hasLow:
		gives = fmt.Sprintf("ŷ ≥ %.3g", e.Low)
	case hasHigh:
		gives = fmt.Sprintf("ŷ ≤ %.3g", e.High)
	default:
		gives = "any ŷ"
	}
	return fmt.Sprintf("%s gives %s; %s wants %s", e.Layer, gives, e.User, e.Want)
}

// What the losses for classes want as ŷ. Their method CheckRange is told the bounds
// that the last layer sets to ŷ, and returns what is wrong with them, or nil; bounds
// that are not known are NaN. The caller, who knows the layer, sets Layer.
const (
	wantLogits  = "logits, any number, because it has the sigmoid inside: a last layer without G; behind a sigmoid take loss.BernoulliNLL"
	wantSoftmax = "logits of any distance, because it has the softmax inside: a last layer without G"
	wantMargin  = "a margin, which reaches −1 and 1: a last layer without G, or with tanh"
	wantP       = "probabilities, from 0 to 1: a last layer with G: activation.Sigmoid{}; without G take loss.BinaryCrossEntropy"
	wantAllP    = "probabilities that sum to 1, which no layer gives: take loss.CrossEntropy, which has the softmax inside, and a last layer without G"
)

// CheckRange wants a ŷ without bounds: σ(z) of a bounded z never comes near 0 and 1.
func (l BinaryCrossEntropy) CheckRange(low, high float64) *BadRange {
	return badRange(low > math.Inf(-1) || high < math.Inf(1), l, low, high, wantLogits)
}

// CheckRange wants a ŷ with at most one bound: the softmax sees only the differences
// within a row, and so ŷ ≥ 0 will do, as from a ReLU.
func (l CrossEntropy) CheckRange(low, high float64) *BadRange {
	return badRange(high-low < math.Inf(1), l, low, high, wantSoftmax)
}

// CheckRange wants a ŷ that comes to −1 and to 1, where the loss is 0.
func (l Hinge) CheckRange(low, high float64) *BadRange {
	return badRange(low > -1 || high < 1, l, low, high, wantMargin)
}

// CheckRange wants a ŷ that is never outside [0, 1].
func (l BernoulliNLL) CheckRange(low, high float64) *BadRange {
	return badRange(low < 0 || high > 1, l, low, high, wantP)
}

// CheckRange wants a softmax, which no layer has: outputs that do not compete would
// all go to 1, where the loss is 0, whatever the class.
func (l CategoricalNLL) CheckRange(low, high float64) *BadRange {
	return badRange(true, l, low, high, wantAllP)
}

func badRange(isBad bool, l Func, low, high float64, want string) *BadRange {
	if !isBad {
		return nil
	}
	return &BadRange{Low: low, High: high, User: l.String(), Want: want}
}
