package train

import (
	"fmt"
	"math"
	"slices"

	"ann/pkg/dataset"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// Obstacle is what holds a training up.
type Obstacle int

// The obstacles that Fit can tell apart.
const (
	// SmallSteps says that the learning rate is 0, or so small that no step changes θ:
	// a schedule is spent, or began spent.
	SmallSteps Obstacle = iota
	// ZeroWeights says that θ̄ of a layer is 0, so that no δ comes through it.
	ZeroWeights
	// FlatUnits says that g′(z) is 0 for all units of a layer and all rows: dead ReLUs,
	// saturated sigmoids, a binary step.
	FlatUnits
	// VanishingGradient says that δ shrinks from layer to layer until it is nothing.
	VanishingGradient
)

// String names the obstacle.
func (o Obstacle) String() string {
	names := []string{"small steps", "zero weights", "flat units", "vanishing gradient"}
	if o < 0 || int(o) >= len(names) {
		return fmt.Sprintf("Obstacle(%d)", int(o))
	}
	return names[o]
}

// Standstill says that a training has changed nothing until its end, or nothing that
// matters, and why: θ stayed as it was, or no gradient came to θ of the first layers
// and ŷ is the same for every row. A training that has converged is none.
type Standstill struct {
	// Obstacle is the reason.
	Obstacle Obstacle
	// Since is the first of the epochs, up to the last, Epochs, in which no gradient
	// changed θ (for SmallSteps) or θ of the layers below the obstacle.
	Since, Epochs int
	// Layer is the l of θ̄^(l) for ZeroWeights, of z^(l) for FlatUnits, of δ^(l) for
	// VanishingGradient.
	Layer int
	// Name is the layer that makes z^(l), as "Dense 8 ReLU".
	Name string
	// Least and Most are the smallest and the largest z^(l), for FlatUnits.
	Least, Most float64
	// Alpha is the learning rate of the last step and Stable the one above which steps
	// would grow, NaN if unknown. Steps is the number of steps in Config.Epochs.
	Alpha, Stable float64
	Steps         int

	isBlind bool // isBlind says whether ŷ is the same for every row
}

// Error says since when, why, and what to try.
func (e *Standstill) Error() string {
	since := fmt.Sprintf("since epoch %d of %d", e.Since, e.Epochs)
	if e.Since == 1 {
		since = fmt.Sprintf("in any of the %d epochs", e.Epochs)
	}
	effect := "θ has not changed"
	if e.Obstacle != SmallSteps {
		effect = fmt.Sprintf("no gradient has passed through layer %d", e.Layer)
	}
	if e.isBlind {
		effect = "ŷ is the same for every row, and " + effect
	}
	return fmt.Sprintf("%s %s: %s", effect, since, e.advice())
}

// advice says why, and what to try.
func (e *Standstill) advice() string {
	switch {
	case e.Obstacle == ZeroWeights:
		return fmt.Sprintf("the weights in θ^(%d) are 0, and no δ comes through them; draw θ at random, as nn.New does", e.Layer)
	case e.Obstacle == FlatUnits:
		return fmt.Sprintf("in layer %d (%s) the slope g′(z) is 0 for every unit and row, with z from %.3g to %.3g; "+
			"take another g, such as LeakyReLU, or draw θ anew, scale x and make smaller steps", e.Layer, e.Name, e.Least, e.Most)
	case e.Obstacle == VanishingGradient:
		return fmt.Sprintf("on its way down δ has fallen below 1e-12 of ∂J/∂ŷ in layer %d (%s); try ReLU with He, BatchNorm, Skip or fewer layers", e.Layer, e.Name)
	case e.Alpha == 0:
		return fmt.Sprintf("the learning rate is 0; a schedule counts steps, and this training has %d: let it span them, and Reset an optimizer that was used before", e.Steps)
	case dataset.Finite(e.Stable):
		return fmt.Sprintf("learning rate %.1g is nothing beside the stable %.2g; try %.1g, and a schedule that spans %d steps, if any", e.Alpha, e.Stable, e.Stable/2, e.Steps)
	}
	return fmt.Sprintf("learning rate %.1g is nothing beside θ; try a larger one, and a schedule that spans %d steps, if any", e.Alpha, e.Steps)
}

// nothing is how small a change of θ^(l) is none, beside its size and beside 1, and how
// small a δ^(l) is none, beside those above it.
const nothing = 1e-12

// watch notes, at the end of an epoch, which θ^(l) a gradient has changed in it. A
// penalty, momentum and Adam move θ also where δ of the last batch is nothing.
func (r *run) watch() {
	L := r.net.L()
	top := largest(r.net.Delta(L))
	for l := range L {
		theta := r.net.Theta(l)
		if theta == nil || largest(r.net.Delta(l+1)) <= nothing*top {
			continue
		}
		now, before := theta.RawMatrix().Data, r.opening.Theta(l).RawMatrix().Data
		if floats.Distance(now, before, 2) > nothing*max(1, floats.Norm(now, 2)) {
			r.lastMoved[l] = r.epoch
		}
	}
}

// standstill returns a *Standstill if that is how the epochs in h have ended, otherwise
// nil. It looks at ŷ and δ of some rows, in evaluation mode.
func (r *run) standstill(h *History) error {
	last := h.Epochs[len(h.Epochs)-1]
	isAnyStill := slices.ContainsFunc(r.layersWithTheta(), func(l int) bool { return r.lastMoved[l] < last.Number })
	hasConverged := last.Loss >= 0 && last.Loss <= 1e-9*r.startLevel
	if !isAnyStill || hasConverged {
		return nil
	}
	X, Y := r.someRows()
	if J := r.net.Gradients(r.Loss, X, Y); !dataset.Finite(J) {
		return nil
	}
	r.penalise()
	e := &Standstill{Epochs: last.Number, Alpha: r.learningRate(), Stable: math.NaN(), Steps: r.Epochs * r.batches.Len()}
	if r.isBlocked(e, Y) || r.isTooSlow(e) {
		return e
	}
	return nil
}

// layersWithTheta returns the l of all θ^(l).
func (r *run) layersWithTheta() (layers []int) {
	for l := range r.net.L() {
		if r.net.Theta(l) != nil {
			layers = append(layers, l)
		}
	}
	return layers
}

// isTooSlow reports whether the learning rate has been too small to change θ for half of
// the epochs or more, away from a minimum. It sets what e has to say of it.
func (r *run) isTooSlow(e *Standstill) bool {
	e.Obstacle, e.Since, e.isBlind = SmallSteps, slices.Max(r.lastMoved)+1, false
	switch {
	case 2*(e.Epochs+1-e.Since) < e.Epochs || !r.hasGradient():
		return false
	case e.Alpha == 0:
		return true
	}
	var hasLimit bool
	e.Stable, hasLimit = r.stable()
	return hasLimit && e.Alpha <= 1e-9*e.Stable || !hasLimit && e.Alpha <= nothing*r.weightSize()
}

// hasGradient reports whether ∂J/∂θ is more than the rounding of its terms: at a minimum
// they cancel.
func (r *run) hasGradient() bool {
	for l := range r.net.L() {
		terms := 0.0
		a, delta := r.net.A(l), r.net.Delta(l+1)
		n, _ := a.Dims()
		for i := range n {
			terms += floats.Norm(a.RawRowView(i), 2) * floats.Norm(delta.RawRowView(i), 2)
		}
		if r.net.GradientNorm(l) > 1e-6*terms {
			return true
		}
	}
	return false
}

// isBlocked reports whether some δ^(l) is nothing beside ∂J/∂ŷ, while ŷ is the same for
// every row. It sets what e has to say of it.
func (r *run) isBlocked(e *Standstill, Y *mat.Dense) bool {
	L := r.net.L()
	yhat := r.net.A(L)
	slope := mat.DenseCopyOf(yhat)
	r.Loss.Value(slope, yhat, Y)
	top := largest(slope)
	l, above := L, top // above is the largest |δ^(l+1)|, or |∂J/∂ŷ|
	for ; l > 0 && largest(r.net.Delta(l)) > nothing*top; l-- {
		above = largest(r.net.Delta(l))
	}
	e.isBlind = isBlind(yhat, Y)
	if l == 0 || top == 0 || l < L && !e.isBlind { // units that nothing can teach may still show x to those above
		return false
	}
	e.Layer, e.Name = l, r.net.Layer(l-1).String()
	e.Since = min(slices.Max(r.lastMoved[:l])+1, e.Epochs)
	e.Least, e.Most = mat.Min(r.net.Z(l)), mat.Max(r.net.Z(l))
	switch {
	case l < L && r.net.Weights(l) != nil && largest(r.net.Weights(l)) <= nothing:
		e.Obstacle = ZeroWeights
	case largest(r.net.Delta(l)) <= 1e-6*above: // all at once
		e.Obstacle = FlatUnits
	default:
		e.Obstacle = VanishingGradient
	}
	return true
}

// isBlind reports whether ŷ is the same for every row, in all columns in which y is not.
func isBlind(yhat, Y *mat.Dense) bool {
	_, m := Y.Dims()
	isAnyColumn := false
	for k := range m {
		h, y := mat.Col(nil, k, yhat), mat.Col(nil, k, Y)
		if dataset.Constant(y) {
			continue
		}
		isAnyColumn = true
		if floats.Max(h)-floats.Min(h) > 1e-6*(floats.Max(y)-floats.Min(y)) {
			return false
		}
	}
	return isAnyColumn
}

// largest returns the largest size of an element.
func largest(m *mat.Dense) float64 { return max(-mat.Min(m), mat.Max(m)) }
