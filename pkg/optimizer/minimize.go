package optimizer

import (
	"math"
	"slices"
	"strconv"

	"gonum.org/v1/gonum/floats"
)

// Problem is a loss to be minimised.
type Problem struct {
	// J returns the loss at θ.
	J func(theta []float64) float64
	// Gradient sets grad_j = ∂J/∂θ_j at θ. Both slices have the length of θ.
	Gradient func(grad, theta []float64)
}

// At returns J at θ = (a, b), in the form that plots of heights want:
//
//	f.Contours("J", p.At, box)
//
// It is for a loss of two weights; with any other J it panics as J does.
func (p Problem) At(a, b float64) float64 { return p.J([]float64{a, b}) }

// Config says when a minimisation ends and what it keeps. MaxSteps, MinDecrease
// and MinGradient are tests; one that is 0 is off, and at least one must be on.
// MaxSteps should always be, because a path that alternates may never pass the
// other two.
type Config struct {
	// MaxSteps ends the minimisation after so many steps.
	MaxSteps int
	// MinDecrease ends the minimisation when |ΔJ| of a step is below it; in the
	// units of J.
	MinDecrease float64
	// MinGradient ends the minimisation when |∇J|, the root of the sum of
	// squares, is below it.
	MinGradient float64
	// Record says whether the Result has a Path and a History.
	Record bool
}

// Reason says why a minimisation ended.
type Reason int

// The reasons. The deck's convergence test is SmallDecrease. It and
// SmallGradient say that the path has become slow or flat, which it also is on
// a saddle, on a plateau, or with a tiny α.
const (
	StepsUsed     Reason = iota + 1 // MaxSteps steps were made, and no other test has passed
	SmallDecrease                   // |ΔJ| < MinDecrease
	SmallGradient                   // |∇J| < MinGradient
	BlewUp                          // the error is a *Diverged
)

// String returns the reason in words.
func (r Reason) String() string {
	switch r {
	case StepsUsed:
		return "all steps used"
	case SmallDecrease:
		return "|ΔJ| below MinDecrease"
	case SmallGradient:
		return "|∇J| below MinGradient"
	case BlewUp:
		return "diverged"
	}
	return "Reason(" + strconv.Itoa(int(r)) + ")"
}

// Result is what a minimisation found.
type Result struct {
	// Theta is θ at the end.
	Theta []float64
	// J is the loss at Theta.
	J float64
	// Gradient is ∇J at Theta.
	Gradient []float64
	// Steps is the number of steps made.
	Steps int
	// Stopped is the reason why the minimisation ended.
	Stopped Reason
	// Path holds θ at the start and after each step, Steps+1 of them; it is nil
	// unless Config.Record.
	Path [][]float64
	// History holds J(θ) for each θ of Path.
	History []float64
}

// Minimize moves a copy of start with the steps of o until a test of c stops
// it. o is Reset first. The same arguments give the same bits.
//
// o and c are checked: *BadParameter, *NoStop. θ, J and ∇J must be finite and at
// most 1e150 at the start (the square of more would overflow): *BadStart. In these
// cases the result is nil. When J or ∇J leaves that range, or J rises above
// J(start) by a million times |J(start)| or the change of J in the first step,
// whichever is larger, the error is a *Diverged, and the result holds what was
// found up to there, without the NaN or Inf.
//
// It panics when start is empty or J, Gradient or o is nil.
func Minimize(p Problem, start []float64, o Optimizer, c Config) (*Result, error) {
	if o == nil {
		panic("optimizer: Minimize: the optimizer is nil")
	}
	if err := Check(o); err != nil {
		return nil, fail("Minimize", err)
	}
	o.Reset()
	return run("Minimize", p, start, o.String(), o.Step, c)
}

// run repeats step, which is given θ and ∇J(θ) and changes θ.
func run(caller string, p Problem, start []float64, rule string, step func(theta, grad []float64), c Config) (*Result, error) {
	checkProblem(caller, p, start)
	if err := c.check(); err != nil {
		return nil, fail(caller, err)
	}
	theta, grad := slices.Clone(start), make([]float64, len(start))
	if err := checkVector("θ", theta); err != nil {
		return nil, fail(caller, err)
	}
	J := p.J(theta)
	p.Gradient(grad, theta)
	if !usable(J) {
		return nil, fail(caller, &BadStart{Where: "J", Index: -1, Value: J})
	}
	if err := checkVector("∇J", grad); err != nil {
		return nil, fail(caller, err)
	}

	r := &Result{}
	r.set(theta, J, grad, 0, c.Record)
	first, scale := J, math.Abs(J)
	for {
		switch {
		case c.MinGradient > 0 && floats.Norm(grad, 2) < c.MinGradient:
			r.Stopped = SmallGradient
			return r, nil
		case c.MaxSteps > 0 && r.Steps == c.MaxSteps:
			r.Stopped = StepsUsed
			return r, nil
		}
		step(theta, grad)
		J = p.J(theta)
		p.Gradient(grad, theta)
		size := floats.Norm(grad, 2)
		if r.Steps == 0 {
			scale = max(scale, math.Abs(J-first))
		}
		change, steps, isUsable := math.Abs(J-r.J), r.Steps+1, usable(J) && usable(size)
		if isUsable {
			r.set(theta, J, grad, steps, c.Record)
		}
		switch {
		case !isUsable || J-first > farAbove*scale:
			r.Stopped = BlewUp
			return r, fail(caller, &Diverged{Rule: rule, Step: steps, J: J, Gradient: size, Start: first})
		case change < c.MinDecrease:
			r.Stopped = SmallDecrease
			return r, nil
		}
	}
}

const (
	largest  = 1e150 // largest is the largest usable size of a number: its square is within float64
	farAbove = 1e6   // farAbove is how many times the scale of J the loss may rise: beyond, the path has diverged
)

// set makes (θ, J, ∇J) the state of the result, and appends it to the path if
// isRecorded.
func (r *Result) set(theta []float64, J float64, grad []float64, steps int, isRecorded bool) {
	r.Theta = append(r.Theta[:0], theta...)
	r.Gradient = append(r.Gradient[:0], grad...)
	r.J, r.Steps = J, steps
	if isRecorded {
		r.Path = append(r.Path, slices.Clone(theta))
		r.History = append(r.History, J)
	}
}

// check returns what is wrong with the tests of c.
func (c Config) check() error {
	switch {
	case c.MaxSteps < 0:
		return &BadParameter{Name: "MaxSteps", Value: float64(c.MaxSteps), Want: "0 (no limit) or more"}
	case !(c.MinDecrease >= 0) || math.IsInf(c.MinDecrease, 1):
		return &BadParameter{Name: "MinDecrease", Value: c.MinDecrease, Want: "a finite number, 0 (off) or more"}
	case !(c.MinGradient >= 0) || math.IsInf(c.MinGradient, 1):
		return &BadParameter{Name: "MinGradient", Value: c.MinGradient, Want: "a finite number, 0 (off) or more"}
	case c.MaxSteps == 0 && c.MinDecrease == 0 && c.MinGradient == 0:
		return &NoStop{}
	}
	return nil
}

func checkProblem(caller string, p Problem, start []float64) {
	switch {
	case p.J == nil:
		panic("optimizer: " + caller + ": J is nil")
	case p.Gradient == nil:
		panic("optimizer: " + caller + ": Gradient is nil")
	case len(start) == 0:
		panic("optimizer: " + caller + ": start is empty")
	}
}

func checkVector(name string, v []float64) error {
	for j, x := range v {
		if !usable(x) {
			return &BadStart{Where: name, Index: j, Value: x}
		}
	}
	return nil
}

// usable reports whether v is neither NaN nor ±Inf nor too large.
func usable(v float64) bool { return math.Abs(v) <= largest }
