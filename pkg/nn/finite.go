package nn

import (
	"fmt"
	"slices"

	"ann/pkg/dataset"
)

// NotFinite returns the first number that is NaN or ±Inf among all θ and the
// running statistics of BatchNorm, and where it stands: "θ^(2)", "the running
// variance of layer 2". Where is "" when all are finite.
func (net *Network) NotFinite() (where string, value float64) {
	bad := func(numbers []float64) bool {
		i := slices.IndexFunc(numbers, func(v float64) bool { return !dataset.Finite(v) })
		if i >= 0 {
			value = numbers[i]
		}
		return i >= 0
	}
	for l, layer := range net.layers {
		switch {
		case layer.theta != nil && bad(layer.theta.RawMatrix().Data):
			return fmt.Sprintf("θ^(%d)", l), value
		case layer.keeps > 0 && bad(layer.kept[runningMean]):
			return fmt.Sprintf("the running mean of layer %d", l), value
		case layer.keeps > 0 && bad(layer.kept[runningVariance]):
			return fmt.Sprintf("the running variance of layer %d", l), value
		}
	}
	return "", 0
}
