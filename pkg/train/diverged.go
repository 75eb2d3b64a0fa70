package train

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/mat"
)

// Cause is the likely reason of a divergence.
type Cause int

// The causes that Fit can tell apart.
const (
	// Unclear: none of the others, as far as can be seen.
	Unclear Cause = iota
	// LearningRate: α is above the largest stable one.
	LearningRate
	// Exploding: the first step already failed, with θ as it was drawn: z grows
	// from layer to layer until it leaves the range of float64.
	Exploding
	// HugePenalty: the penalty is out of range, and the loss is not.
	HugePenalty
	// FarRows: the validation loss is out of range, and the training loss is not.
	FarRows
)

// String names the cause.
func (c Cause) String() string {
	names := []string{"unclear", "learning rate", "exploding activations", "huge penalty", "far validation rows"}
	if c < 0 || int(c) >= len(names) {
		return fmt.Sprintf("Cause(%d)", int(c))
	}
	return names[c]
}

// Diverged says that training blew up: What ("loss", "penalty", "gradient",
// "θ" or "validation loss") became Value, which is NaN, ±Inf, or a loss above
// 1e10 times what it was at the start.
type Diverged struct {
	What  string
	Value float64
	// Epoch and Step say where, both counted from 1; a step is a mini-batch.
	Epoch, Step int
	// SinceEpoch and SinceStep are the step from which on the loss was above
	// its start all the time.
	SinceEpoch, SinceStep int
	// Layer is the l of the first z^(l) that is not finite, or else of the last
	// δ^(l); 0 when all are finite.
	Layer int
	// Largest is the largest |z_j^(l)| of that step, one for each l = 1 … L.
	Largest []float64

	Cause Cause
	// Alpha is the learning rate of the last step that was made, by the schedule;
	// NaN when the optimizer has no method LearningRate.
	Alpha float64
	// Stable is the learning rate above which the step overshoots and grows. For
	// gradient descent it is 2/λ_max, λ_max being the largest eigenvalue of the
	// Hessian of J at the start of the last epoch that was well (at most 500
	// of the rows, evenly spaced); momentum and Nesterov have more. NaN when
	// unknown, as for optimizers whose step adapts to the gradient.
	Stable float64
	// WeightSize is the root mean square of θ there. Adam and its like move
	// every weight by about α in a step, whatever J.
	WeightSize float64
}

// Error says where, since when, why, and what to try.
func (e *Diverged) Error() string {
	s := fmt.Sprintf("%s is %.3g at epoch %d, step %d", e.What, e.Value, e.Epoch, e.Step)
	if e.Layer > 0 {
		s += fmt.Sprintf(" (layer %d first)", e.Layer)
	}
	if e.SinceEpoch < e.Epoch || e.SinceStep < e.Step {
		s += fmt.Sprintf(", above where it began since epoch %d, step %d", e.SinceEpoch, e.SinceStep)
	}
	return s + "; " + e.advice()
}

func (e *Diverged) advice() string {
	unknown := !finite(e.Stable)
	switch {
	case e.Cause == LearningRate && unknown:
		return fmt.Sprintf("learning rate %.3g moves every weight by about so much a step, and they are about %.1g: try %.1g", e.Alpha, e.WeightSize, e.WeightSize/100)
	case e.Cause == LearningRate:
		return fmt.Sprintf("learning rate %.3g is above the stable %.2g: try %.1g", e.Alpha, e.Stable, e.Stable/2)
	case e.Cause == Exploding:
		s := fmt.Sprintf("no step was made yet, so it is not the learning rate: |z| is up to %.2g in layer 1", e.Largest[0])
		last := len(e.Largest)
		for last > 1 && !finite(e.Largest[last-1]) {
			last--
		}
		if last > 1 {
			s += fmt.Sprintf(" and %.2g in layer %d", e.Largest[last-1], last)
		}
		return s + "; scale x and y, start with smaller θ (Xavier, He), or try batch normalisation or fewer layers"
	case e.Cause == HugePenalty:
		return "the loss is in range; try a smaller λ"
	case e.Cause == FarRows:
		return "the training loss is in range; scale the validation rows with the scaler that was fitted to the training rows, and look for outliers in them"
	case !finite(e.Alpha):
		return "try a learning rate ten times smaller"
	case unknown:
		return fmt.Sprintf("try learning rate %.1g, or scale x and y", e.Alpha/10)
	}
	return fmt.Sprintf("learning rate %.3g was below the stable %.2g, but J curves more where it led, or in some batches: try %.1g, or scale x and y", e.Alpha, e.Stable, e.Alpha/10)
}

// blowUp is how far above its start J may rise.
const blowUp = 1e10

// trouble looks at a step that was just made. It returns what is wrong with
// it, "" when all is well.
func (r *run) trouble(J, penalty float64) (what string, value float64) {
	if r.epoch == 1 && r.step == 1 {
		r.startLevel = max(r.startLevel, J)
	}
	if J <= r.startLevel {
		r.lastWell = position{r.epoch, r.step}
	}
	switch {
	case !finite(J) || r.startLevel > 0 && J > blowUp*r.startLevel:
		return "loss", J
	case !finite(penalty):
		return "penalty", penalty
	}
	for _, norm := range r.norms {
		if !finite(norm) {
			return "gradient", norm
		}
	}
	if !finite(r.sumOfDelta) {
		return "gradient", r.sumOfDelta
	}
	return "", 0
}

// keepGood saves the state at the start of an epoch unless the loss is above
// its start by now.
func (r *run) keepGood() {
	if r.epoch == 1 || r.lastWell.epoch == r.epoch-1 {
		keep(&r.good, r.net)
	}
}

// diagnose explains why the step under way failed, and puts the network back
// to where all was well.
func (r *run) diagnose(what string, value float64) *Diverged {
	e := &Diverged{What: what, Value: value, Epoch: r.epoch, Step: r.step, Alpha: math.NaN(), Stable: math.NaN()}
	e.SinceEpoch, e.SinceStep = r.lastWell.epoch, r.lastWell.step+1
	if r.lastWell.epoch == 0 || e.SinceStep > r.batches.Len() {
		e.SinceEpoch, e.SinceStep = r.lastWell.epoch+1, 1
	}
	e.Largest, e.Layer = r.explosion()
	r.net.CopyFrom(r.good)
	now := position{r.epoch, r.step}
	switch {
	case what == "validation loss" && r.lastWell == now:
		e.Cause = FarRows
		return e
	case what == "penalty" && r.lastWell == now:
		e.Cause = HugePenalty
		return e
	case (what == "loss" || what == "gradient") && now == position{1, 1}:
		e.Cause = Exploding
		return e
	}
	var isFixed bool
	e.Alpha, e.WeightSize = r.learningRate(), r.weightSize()
	e.Stable, isFixed = r.stable()
	if e.Alpha > e.Stable || !isFixed && e.Alpha > e.WeightSize {
		e.Cause = LearningRate
	}
	return e
}

// explosion returns the largest |z| of every layer and the first layer whose z
// is not finite, or else the last whose δ is not.
func (r *run) explosion() (largest []float64, first int) {
	L := r.net.L()
	for l := 1; l <= L; l++ {
		most := 0.0
		for _, v := range values(r.net.Z(l)) {
			if !finite(v) && first == 0 {
				first = l
			}
			most = max(most, math.Abs(v)) // NaN stays NaN
		}
		largest = append(largest, most)
	}
	for l := L; l >= 1 && first == 0; l-- {
		for _, v := range values(r.net.Delta(l)) {
			if !finite(v) {
				first = l
				break
			}
		}
	}
	return largest, first
}

// values returns the elements of m as a new slice.
func values(m *mat.Dense) []float64 { return mat.DenseCopyOf(m).RawMatrix().Data }
