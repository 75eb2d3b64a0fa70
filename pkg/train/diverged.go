package train

import (
	"fmt"
	"math"

	"ann/pkg/dataset"

	"gonum.org/v1/gonum/mat"
)

// Cause is the likely reason of a divergence.
type Cause int

// The causes that Fit can tell apart.
const (
	// Unclear says that none of the other causes can be shown.
	Unclear Cause = iota
	// LearningRate says that α is above the largest stable one.
	LearningRate
	// Exploding says that the first step already failed, with θ as it was drawn: z
	// grows from layer to layer until it is beyond float64.
	Exploding
	// HugePenalty says that the penalty is beyond float64, and the loss is not.
	HugePenalty
	// FarRows says that the validation loss is beyond float64, and the training
	// loss is not.
	FarRows
	// BadTheta says that θ, or a running statistic, was NaN or infinite before the
	// step, and that no step of this training has made it so.
	BadTheta
	// BadYhat says that a ŷ is outside what the loss takes: no probability.
	BadYhat
	// SureAndWrong says that a probability is exactly 0 or 1, and y is not: such an
	// answer has an infinite loss.
	SureAndWrong
)

// String names the cause.
func (c Cause) String() string {
	names := []string{"unclear", "learning rate", "exploding activations", "huge penalty", "far validation rows", "θ not finite", "ŷ outside the loss", "sure and wrong"}
	if c < 0 || int(c) >= len(names) {
		return fmt.Sprintf("Cause(%d)", int(c))
	}
	return names[c]
}

// Diverged says that training blew up: What ("loss", "penalty", "gradient",
// "θ^(2)", "the running variance of layer 1" or "validation loss") became Value,
// which is NaN, ±Inf, or a loss above 1e10 times what it was at the start.
type Diverged struct {
	What  string
	Value float64
	// Epoch and Step are the step in which it happened, both counted from 1; an
	// epoch has a step for each mini-batch.
	Epoch, Step int
	// SinceEpoch and SinceStep are the step from which on the loss was above that
	// at the start all the time.
	SinceEpoch, SinceStep int
	// Layer is the l of the first z^(l) that is not finite, or else of the last
	// δ^(l) that is not; 0 when all are finite.
	Layer int
	// Largest is the largest |z_j^(l)| of the last forward pass, one for each l = 1
	// … L.
	Largest []float64
	// Before names what was NaN or infinite already before the step, as What does, and
	// BeforeValue is that number; "" when all of θ was finite.
	Before      string
	BeforeValue float64
	// Yhat is the ŷ that the loss does not take, for BadYhat and SureAndWrong.
	Yhat float64

	// Cause is the likely reason.
	Cause Cause
	// Alpha is the learning rate of the last step that was made, by the schedule;
	// NaN when the optimizer has no method LearningRate.
	Alpha float64
	// Stable is the learning rate above which steps grow. For gradient descent it
	// is 2/λ_max, λ_max being the largest eigenvalue of the Hessian of J where Fit
	// has put the network back to (with at most 500 of the rows, evenly spaced); it
	// is larger for momentum and Nesterov. NaN when unknown, as for optimizers whose
	// steps adapt to the gradient.
	Stable float64
	// WeightSize is the root mean square of θ where Fit has put the network back
	// to. Adam and its like move every weight by about α in a step, whatever J.
	WeightSize float64

	want string // want is what the loss takes, for BadYhat
}

// Error says where, since when, why, and what to try.
func (e *Diverged) Error() string {
	s := fmt.Sprintf("%s is %.3g at epoch %d, step %d", e.What, e.Value, e.Epoch, e.Step)
	if e.Layer > 0 {
		s += fmt.Sprintf(" (layer %d first)", e.Layer)
	}
	if e.SinceEpoch < e.Epoch || e.SinceEpoch == e.Epoch && e.SinceStep < e.Step {
		s += fmt.Sprintf(", above where it began since epoch %d, step %d", e.SinceEpoch, e.SinceStep)
	}
	if e.Before != "" {
		s += fmt.Sprintf("; %s was %.3g before this step", e.Before, e.BeforeValue)
	}
	return s + "; " + e.advice()
}

// advice says why, and what to try.
func (e *Diverged) advice() string {
	isStableKnown := dataset.Finite(e.Stable)
	switch {
	case e.Cause == LearningRate && !isStableKnown:
		return fmt.Sprintf("learning rate %.3g moves every weight by about so much a step, and they are about %.1g: try %.1g", e.Alpha, e.WeightSize, e.WeightSize/100)
	case e.Cause == LearningRate:
		return fmt.Sprintf("learning rate %.3g is above the stable %.2g: try %.1g", e.Alpha, e.Stable, e.Stable/2)
	case e.Cause == Exploding:
		s := fmt.Sprintf("no step was made yet, so it is not the learning rate: |z| is up to %.2g in layer 1", e.Largest[0])
		last := len(e.Largest)
		for last > 1 && !dataset.Finite(e.Largest[last-1]) {
			last--
		}
		if last > 1 {
			s += fmt.Sprintf(" and %.2g in layer %d", e.Largest[last-1], last)
		}
		return s + "; scale x and y, start with smaller θ (Xavier, He), or try batch normalisation or fewer layers"
	case e.Cause == BadTheta:
		return "no step of this training has made it so: draw it anew (nn.New), load it again, or see what OnEpoch changes"
	case e.Cause == BadYhat:
		return fmt.Sprintf("ŷ is %.3g, and the loss wants %s", e.Yhat, e.want)
	case e.Cause == SureAndWrong:
		return fmt.Sprintf("ŷ is exactly %g where y is not, and to be sure and wrong costs an infinite loss: let the loss work from logits (loss.BinaryCrossEntropy, "+
			"a last layer without G), or scale x, start with smaller θ and make smaller steps", e.Yhat)
	case e.Cause == HugePenalty:
		return "the loss is in range; try a smaller λ"
	case e.Cause == FarRows:
		return "the training loss is in range; scale the validation rows with the scaler that was fitted to the training rows, and look for outliers in them"
	case !dataset.Finite(e.Alpha):
		return "try a learning rate ten times smaller"
	case !isStableKnown:
		return fmt.Sprintf("try learning rate %.1g, or scale x and y", e.Alpha/10)
	}
	return fmt.Sprintf("learning rate %.3g was below the stable %.2g, but J curves more where it led, or in some batches: try %.1g, or scale x and y", e.Alpha, e.Stable, e.Alpha/10)
}

// blowUp is how many times startLevel J may be.
const blowUp = 1e10

// trouble returns what is wrong with the step just made and the number that
// shows it, or "" if nothing is.
func (r *run) trouble(J, penalty float64) (what string, value float64) {
	if r.epoch == 1 && r.step == 1 {
		r.startLevel = max(r.startLevel, J)
	}
	if J <= r.startLevel {
		r.lastLow = position{r.epoch, r.step}
		if r.step == 1 {
			r.start, r.candidate = r.candidate, r.start
		}
	}
	switch {
	case !dataset.Finite(J) || r.startLevel > 0 && J > blowUp*r.startLevel:
		return "loss", J
	case !dataset.Finite(penalty):
		return "penalty", penalty
	}
	for _, norm := range r.norms {
		if !dataset.Finite(norm) {
			return "gradient", norm
		}
	}
	if !dataset.Finite(r.sumOfDelta) {
		return "gradient", r.sumOfDelta
	}
	return "", 0
}

// saveStart copies the network at the start of an epoch. trouble makes the copy
// r.start when the first loss shows that it was well.
func (r *run) saveStart() {
	if r.start == nil {
		copyTo(&r.start, r.net)
	}
	copyTo(&r.candidate, r.net)
	r.opening = r.candidate
}

// diagnose explains why the step under way failed, and puts the network back to
// r.start.
func (r *run) diagnose(what string, value float64) *Diverged {
	e := &Diverged{What: what, Value: value, Epoch: r.epoch, Step: r.step, Alpha: math.NaN(), Stable: math.NaN()}
	e.SinceEpoch, e.SinceStep = r.lastLow.epoch, r.lastLow.step+1
	if r.lastLow.epoch == 0 || e.SinceStep > r.batches.Len() {
		e.SinceEpoch, e.SinceStep = r.lastLow.epoch+1, 1
	}
	e.Largest, e.Layer = r.explosion()
	r.suspect(e)
	r.net.CopyFrom(r.start)
	now := position{r.epoch, r.step}
	switch {
	case e.Cause != Unclear:
		return e
	case what == "validation loss" && r.lastLow == now:
		e.Cause = FarRows
		return e
	case what == "penalty" && r.lastLow == now:
		e.Cause = HugePenalty
		return e
	case (what == "loss" || what == "gradient") && now == position{1, 1}:
		e.Cause = Exploding
		return e
	}
	var hasLimit bool
	e.Alpha, e.WeightSize = r.learningRate(), r.weightSize()
	e.Stable, hasLimit = r.stable()
	if e.Alpha > e.Stable || !hasLimit && e.Alpha > e.WeightSize {
		e.Cause = LearningRate
	}
	return e
}

// explosion returns the largest |z| of every layer and the first layer whose z
// is not finite, or else the last whose δ is not.
func (r *run) explosion() (largest []float64, first int) {
	L := r.net.L()
	for l := 1; l <= L; l++ {
		top := 0.0
		for _, v := range values(r.net.Z(l)) {
			if !dataset.Finite(v) && first == 0 {
				first = l
			}
			top = max(top, math.Abs(v)) // NaN stays NaN
		}
		largest = append(largest, top)
	}
	for l := L; l >= 1 && first == 0; l-- {
		for _, v := range values(r.net.Delta(l)) {
			if !dataset.Finite(v) {
				first = l
				break
			}
		}
	}
	return largest, first
}

// values returns the elements of m as a new slice.
func values(m *mat.Dense) []float64 { return mat.DenseCopyOf(m).RawMatrix().Data }
