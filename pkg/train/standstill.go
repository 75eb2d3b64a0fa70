package train

import (
	"fmt"
	"math"
	"slices"

	"ann/pkg/dataset"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// Standstill says that training ended well and yet nothing was learned: for the last epochs no θ
// has changed, though the gradient is not zero, or ŷ is the same for every row. A training that
// has arrived, where the gradient is zero, is no standstill.
type Standstill struct {
	Reason Reason
	// Since is the first epoch in which no θ changed, 0 when they changed to the end.
	Since int
	// Layer is the l of the units that are dead or alike, 0 for other reasons.
	Layer int
	// Alpha is the learning rate of the last step; NaN when the optimizer has no method
	// LearningRate.
	Alpha float64
	// Yhat is the first output of all rows when it is the same for all.
	Yhat float64
}

// Reason is why a training stands still.
type Reason int

// The reasons that Fit can tell apart.
const (
	// SameOutput says that ŷ is the same for every row, and none of the other reasons can be shown.
	SameOutput Reason = iota
	// NoLearningRate says that the learning rate is 0: the schedule has come to its end.
	NoLearningRate
	// TinySteps says that the steps are smaller than the last digit of θ.
	TinySteps
	// DeadUnits says that all units of a layer are 0 for every row, and g′ with them: no gradient
	// passes.
	DeadUnits
	// AlikeUnits says that all units of a layer have the same θ: they are alike for every row and,
	// their gradients being alike too, for ever.
	AlikeUnits
)

// Error says why, and what to try.
func (e *Standstill) Error() string {
	since := ""
	if e.Since > 0 {
		since = fmt.Sprintf("since epoch %d no θ has changed; ", e.Since)
	}
	same := fmt.Sprintf("ŷ is %.3g for every row; ", e.Yhat)
	switch e.Reason {
	case NoLearningRate:
		return since + "the learning rate is 0: give the schedule as many steps as there are (epochs times batches), or a last rate above 0"
	case TinySteps:
		return since + fmt.Sprintf("the steps are smaller than the last digit of θ: try a learning rate far above %.3g", e.Alpha)
	case DeadUnits:
		return same + since + fmt.Sprintf("all units of layer %d are 0 for every row, so that no gradient passes them: scale x, try a smaller learning rate, He's θ or leaky ReLU", e.Layer)
	case AlikeUnits:
		return same + since + fmt.Sprintf("all units of layer %d are alike, because their θ are: start with random θ (Xavier, He), not with equal ones", e.Layer)
	}
	return same + since + "scale x and y, try smaller θ at the start or another g"
}

// hasMoved reports whether a θ changed in the epoch under way, by more than rounding: beside
// weights of size 1 a bias of 1e-30 is still 0.
func (r *run) hasMoved() bool {
	least := 1e-15 * r.weightSize()
	before := r.atStart.Params()
	for k, v := range r.net.Params() {
		if math.Abs(v-before[k]) > least {
			return true
		}
	}
	return false
}

// standstill looks at a training that has ended. It costs two forward passes of all rows.
func (r *run) standstill() error {
	e := &Standstill{Alpha: r.learningRate()}
	// One epoch may be still: many schedules end with a learning rate of 0.
	if last := min(r.epoch, r.Epochs); r.lastMove < last-1 || r.lastMove == 0 {
		e.Since = r.lastMove + 1
	}
	if isArrived := floats.Norm(r.net.Grads(), 2) <= 1e-9*max(r.startLevel, 1e-3); e.Since > 0 && !isArrived {
		switch {
		case e.Alpha == 0:
			e.Reason = NoLearningRate
			return e
		case r.lastMove == 0 && dataset.Finite(e.Alpha):
			e.Reason = TinySteps
			return e
		}
	}
	r.net.SetTraining(false)
	yhat := r.net.Predict(r.data.X)
	if !areAlike(yhat) || areAlike(r.data.Y) || areAlike(r.data.X) {
		return nil
	}
	e.Reason, e.Yhat = SameOutput, yhat.At(0, 0)
	r.net.Forward(r.data.X)
	for l := 1; l < r.net.L(); l++ {
		units := mat.DenseCopyOf(r.net.A(l).T()) // a row for each unit
		if n, _ := units.Dims(); n > 1 {
			units = units.Slice(1, n, 0, units.RawMatrix().Cols).(*mat.Dense) // without the bias unit
		}
		theta := r.net.Theta(l - 1)
		switch n, _ := units.Dims(); {
		case n > 1 && theta != nil && areAlike(theta):
			e.Reason, e.Layer = AlikeUnits, l
			return e
		case mat.Norm(units, 1) == 0:
			e.Reason, e.Layer = DeadUnits, l
			return e
		}
	}
	return e
}

// areAlike reports whether all rows are the same.
func areAlike(m *mat.Dense) bool {
	n, _ := m.Dims()
	for i := 1; i < n; i++ {
		if !slices.Equal(m.RawRowView(i), m.RawRowView(0)) {
			return false
		}
	}
	return true
}
