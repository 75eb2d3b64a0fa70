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

// Settings say when a minimisation ends and what it keeps. A test that is 0 is
// off; one of the three must be on. MaxSteps should always be: a path that
// rings may never pass the other two.
type Settings struct {
	MaxSteps    int     // stop after so many steps
	MinDecrease float64 // stop when |ΔJ| of one step is below this; in the units of J
	MinGradient float64 // stop when |∇J|, the root of the sum of squares, is below this
	Record      bool    // keep Path and History
}

// Reason says why a minimisation ended.
type Reason int

// The reasons. The deck's convergence test is SmallDecrease. It and
// SmallGradient say that the path has become slow or flat, which it also is on
// a saddle, on a plateau, or with a tiny α.
const (
	StepsUsed     Reason = iota + 1 // MaxSteps steps are made, no other test has passed
	SmallDecrease                   // |ΔJ| < MinDecrease
	SmallGradient                   // |∇J| < MinGradient
	BlewUp                          // see Diverged
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
	Theta    []float64   // θ at the end
	J        float64     // J(θ)
	Gradient []float64   // ∇J(θ)
	Steps    int         // steps made
	Stopped  Reason      // why it ended
	Path     [][]float64 // θ at the start and after each step, Steps+1 entries; nil unless Record
	History  []float64   // J at the same points
}

// Minimize moves a copy of start with the steps of o until a test of s stops
// it. o is Reset first. The same arguments give the same bits.
//
// The settings of o and s are checked: *BadParameter, *NoStop. θ, J and ∇J must
// be finite and at most 1e150 at the start (the square of more would
// overflow): *BadStart. In these cases the result is nil. When J or ∇J leaves
// that range, or J rises above J(start) by a million times |J(start)| or the
// change of J in the first step, whichever is larger, the error is a *Diverged,
// and the result holds what was found up to there, without the NaN or Inf.
//
// It panics when start is empty or J, Gradient or o is nil.
func Minimize(p Problem, start []float64, o Optimizer, s Settings) (*Result, error) {
	if o == nil {
		panic("optimizer: Minimize: the optimizer is nil")
	}
	if err := Check(o); err != nil {
		return nil, fail("Minimize", err)
	}
	o.Reset()
	return run("Minimize", p, start, o.String(), o.Step, s)
}

// run repeats step, which is given θ and ∇J(θ) and changes θ.
func run(caller string, p Problem, start []float64, rule string, step func(theta, grad []float64), s Settings) (*Result, error) {
	checkProblem(caller, p, start)
	if err := s.check(); err != nil {
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
	r.set(theta, J, grad, 0, s.Record)
	first, scale := J, math.Abs(J)
	for {
		switch {
		case s.MinGradient > 0 && floats.Norm(grad, 2) < s.MinGradient:
			r.Stopped = SmallGradient
			return r, nil
		case s.MaxSteps > 0 && r.Steps == s.MaxSteps:
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
		change, steps, readable := math.Abs(J-r.J), r.Steps+1, usable(J) && usable(size)
		if readable {
			r.set(theta, J, grad, steps, s.Record)
		}
		switch {
		case !readable || J-first > farAbove*scale:
			r.Stopped = BlewUp
			return r, fail(caller, &Diverged{Rule: rule, Step: steps, J: J, Gradient: size, Start: first})
		case change < s.MinDecrease:
			r.Stopped = SmallDecrease
			return r, nil
		}
	}
}

const (
	largest  = 1e150 // the largest |J| and |∇J| of use
	farAbove = 1e6   // times |J(start)|: then the path has diverged
)

// set makes (θ, J, ∇J) the state of the result.
func (r *Result) set(theta []float64, J float64, grad []float64, steps int, record bool) {
	r.Theta = append(r.Theta[:0], theta...)
	r.Gradient = append(r.Gradient[:0], grad...)
	r.J, r.Steps = J, steps
	if record {
		r.Path = append(r.Path, slices.Clone(theta))
		r.History = append(r.History, J)
	}
}

func (s Settings) check() error {
	switch {
	case s.MaxSteps < 0:
		return &BadParameter{Name: "MaxSteps", Value: float64(s.MaxSteps), Want: "0 (no limit) or more"}
	case !(s.MinDecrease >= 0) || math.IsInf(s.MinDecrease, 1):
		return &BadParameter{Name: "MinDecrease", Value: s.MinDecrease, Want: "a finite number, 0 (off) or more"}
	case !(s.MinGradient >= 0) || math.IsInf(s.MinGradient, 1):
		return &BadParameter{Name: "MinGradient", Value: s.MinGradient, Want: "a finite number, 0 (off) or more"}
	case s.MaxSteps == 0 && s.MinDecrease == 0 && s.MinGradient == 0:
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

// usable is false for NaN, ±Inf, and what is too large.
func usable(v float64) bool { return math.Abs(v) <= largest }
