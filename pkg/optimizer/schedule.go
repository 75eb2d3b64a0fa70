package optimizer

import (
	"fmt"
	"math"
)

// Schedule gives the factor on α in step t = 0, 1, …: α_t = α·s(t). A nil
// Schedule is the constant 1. Any func(t int) float64 will do; those below can
// be put after a WarmUp.
type Schedule func(t int) float64

// at returns s(t), or 1 for a nil Schedule.
func (s Schedule) at(t int) float64 {
	if s == nil {
		return 1
	}
	return s(t)
}

// StepDecay multiplies α by factor after every so many steps:
//
//	s(t) = factor^⌊t/every⌋.
//
// It panics when every < 1 or factor is not a finite number ≥ 0.
func StepDecay(every int, factor float64) Schedule {
	atLeast("StepDecay", "every", every, 1)
	checkFactor("StepDecay", factor)
	return func(t int) float64 { return math.Pow(factor, float64(t/every)) }
}

// Exponential multiplies α by factor after each step: s(t) = factor^t. It
// panics when factor is not a finite number ≥ 0.
func Exponential(factor float64) Schedule {
	checkFactor("Exponential", factor)
	return func(t int) float64 { return math.Pow(factor, float64(t)) }
}

// Cosine lets α fall from its full value to 0 along half a cosine,
//
//	s(t) = ½ (1 + cos(π t/total)) for t < total, 0 from there on
//
// (Loshchilov and Hutter, arXiv 1608.03983, without restarts). It panics when
// total < 1.
func Cosine(total int) Schedule {
	atLeast("Cosine", "total", total, 1)
	return func(t int) float64 {
		if t >= total {
			return 0
		}
		return (1 + math.Cos(math.Pi*float64(t)/float64(total))) / 2
	}
}

// WarmUp raises α to its full value over the first steps, in equal parts, and
// then follows another schedule, which starts at its own t = 0:
//
//	s(t) = (t+1)/steps for t < steps, then(t − steps) from there on.
//
// then may be nil, the constant 1. It panics when steps < 0.
func WarmUp(steps int, then Schedule) Schedule {
	atLeast("WarmUp", "steps", steps, 0)
	return func(t int) float64 {
		if t < steps {
			return float64(t+1) / float64(steps)
		}
		return then.at(t - steps)
	}
}

func atLeast(caller, name string, v, low int) {
	if v < low {
		panic(fmt.Sprintf("optimizer: %s: %s is %d, want %d or more", caller, name, v, low))
	}
}

func checkFactor(caller string, f float64) {
	if !(f >= 0) || math.IsInf(f, 1) {
		panic(fmt.Sprintf("optimizer: %s: factor is %g, want a finite number, 0 or more", caller, f))
	}
}
