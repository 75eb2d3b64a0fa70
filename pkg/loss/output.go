package loss

import (
	"fmt"
	"math"
)

// What a loss wants of the last layer, whose g gives values from lo to hi (see
// activation.Func). Its method CheckOutput returns what it wants, or "" when that
// is what it gets. Losses for responses take any output and have no such method.
const (
	wantLogits = "logits, which reach from −∞ to +∞: a last layer without g, because the loss has the %s inside"
	wantMargin = "a score of either sign: a last layer without g, or tanh"
	wantCoin   = "probabilities, from 0 to 1: a last layer with the sigmoid; without g take BinaryCrossEntropy"
	wantDie    = "rows of probabilities that sum to 1, which no g of single neurons gives; take CrossEntropy, which has the softmax inside"
)

// CheckOutput wants logits.
func (BinaryCrossEntropy) CheckOutput(lo, hi float64) string { return checkLogits(lo, hi, "sigmoid") }

// CheckOutput wants logits.
func (CrossEntropy) CheckOutput(lo, hi float64) string { return checkLogits(lo, hi, "softmax") }

// CheckOutput wants values of both signs.
func (Hinge) CheckOutput(lo, hi float64) string {
	if lo < 0 && hi > 0 {
		return ""
	}
	return wantMargin
}

// CheckOutput wants values from 0 to 1.
func (BernoulliNLL) CheckOutput(lo, hi float64) string {
	if lo >= 0 && hi <= 1 {
		return ""
	}
	return wantCoin
}

// CheckOutput refuses every last layer: the derivative of J takes each p by itself,
// and all would grow to 1.
func (CategoricalNLL) CheckOutput(lo, hi float64) string { return wantDie }

func checkLogits(lo, hi float64, inside string) string {
	if math.IsInf(lo, -1) && math.IsInf(hi, 1) {
		return ""
	}
	return fmt.Sprintf(wantLogits, inside)
}

// Boundary returns 0 and ½: a logit above 0 is a p above ½, and so is a label.
func (BinaryCrossEntropy) Boundary() (yhat, y float64) { return 0, 0.5 }

// Boundary returns ½ and ½.
func (BernoulliNLL) Boundary() (yhat, y float64) { return 0.5, 0.5 }

// Boundary returns 0 and 0, the middle between −1 and 1.
func (Hinge) Boundary() (yhat, y float64) { return 0, 0 }
