package train

import (
	"fmt"
	"math"

	"ann/pkg/dataset"
	"ann/pkg/loss"

	"gonum.org/v1/gonum/mat"
)

// suspect looks at what was wrong before any scale or learning rate can be blamed: at θ
// before the failed step, and then at ŷ.
func (r *run) suspect(e *Diverged) {
	if e.Before, e.BeforeValue = r.opening.NotFinite(); e.Before != "" {
		e.Cause = BadTheta
		return
	}
	var Y *mat.Dense
	switch e.What {
	case "loss", "gradient":
		Y = r.batches.Y
		if dataset.Finite(e.Value) {
			break
		}
		// A step that fails like this is not made, and so θ is what it was before.
		if e.Before, e.BeforeValue = r.net.NotFinite(); e.Before != "" {
			return
		}
	case "validation loss":
		Y = r.Validation.Y
	default:
		return
	}
	yhat := r.net.A(r.net.L())
	n, m := yhat.Dims()
	read, _ := loss.DecisionOf(r.Loss, m)
	for i := range n {
		for k, v := range yhat.RawRowView(i) {
			switch {
			case v < read.Low || v > read.High:
				e.Cause, e.Yhat, e.want = BadYhat, v, r.wants(v, read)
				return
			case math.IsInf(e.Value, 1) && dataset.Finite(v) && (v == read.Low || v == read.High) && Y.At(i, k) != v:
				e.Cause, e.Yhat = SureAndWrong, v
			}
		}
	}
}

// wants says what the loss takes for ŷ, and not v.
func (r *run) wants(v float64, read loss.Decision) string {
	if l, ok := r.Loss.(ranged); ok {
		if bad := l.CheckRange(v, v); bad != nil {
			return bad.Want
		}
	}
	return fmt.Sprintf("%g to %g", read.Low, read.High)
}
