package loss

import (
	"math"

	"ann/pkg/dataset"
)

// What the losses for classes want as labels. Their method CheckLabels returns
// what is wrong with the labels y of one example, or nil. Where is "" in the
// result, or "the row sum of " with Column −1; the caller, who knows the row,
// sets Row.
const (
	wantProbability = "the probability of class 1, from 0 to 1 (dataset.OneColumn)"
	wantOneHot      = "a column for every class: one-hot rows (dataset.OneHot) or probabilities that sum to 1"
	wantSigns       = "labels −1 and 1 (dataset.PlusMinus)"
)

// CheckLabels wants every label from 0 to 1.
func (l BinaryCrossEntropy) CheckLabels(y []float64) *dataset.BadLabel {
	return checkProbabilities(l, wantProbability, y)
}

// CheckLabels wants every label from 0 to 1.
func (l BernoulliNLL) CheckLabels(y []float64) *dataset.BadLabel {
	return checkProbabilities(l, wantProbability, y)
}

// CheckLabels wants two or more labels from 0 to 1 that sum to 1.
func (l CrossEntropy) CheckLabels(y []float64) *dataset.BadLabel { return checkOneHot(l, y) }

// CheckLabels wants two or more labels from 0 to 1 that sum to 1.
func (l CategoricalNLL) CheckLabels(y []float64) *dataset.BadLabel { return checkOneHot(l, y) }

// CheckLabels wants every label to be −1 or 1.
func (l Hinge) CheckLabels(y []float64) *dataset.BadLabel {
	for k, v := range y {
		if v != -1 && v != 1 {
			return &dataset.BadLabel{Column: k, Value: v, User: l.String(), Want: wantSigns}
		}
	}
	return nil
}

// checkProbabilities wants every label from 0 to 1.
func checkProbabilities(l Func, want string, y []float64) *dataset.BadLabel {
	for k, v := range y {
		if !(v >= 0 && v <= 1) {
			return &dataset.BadLabel{Column: k, Value: v, User: l.String(), Want: want}
		}
	}
	return nil
}

// checkOneHot wants two or more labels from 0 to 1 that sum to 1.
func checkOneHot(l Func, y []float64) *dataset.BadLabel {
	if e := checkProbabilities(l, wantOneHot, y); e != nil {
		return e
	}
	sum := 0.0
	for _, v := range y {
		sum += v
	}
	if math.Abs(sum-1) > 1e-9 || len(y) == 1 {
		return &dataset.BadLabel{Where: "the row sum of ", Column: -1, Value: sum, User: l.String(), Want: wantOneHot}
	}
	return nil
}
