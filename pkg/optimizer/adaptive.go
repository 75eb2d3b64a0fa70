package optimizer

import "math"

// AdaGrad divides α by the root of the sum of all squared gradients of each
// weight, s, which starts at 0:
//
//	s_j := s_j + g_j²,  θ_j := θ_j − α g_j/(√s_j + ε).
//
// A weight that is rarely needed keeps a large step. The sum only grows, so
// every step size only falls. With ε = 0 a weight stays where it is as long as
// s_j is 0, which it is for |g_j| below 1e-162 too.
//
// Source: Duchi, Hazan, Singer, JMLR 12 (2011) 2121. PyTorch: Adagrad.
type AdaGrad struct {
	Alpha    float64  // Alpha is α, the learning rate
	Epsilon  float64  // Epsilon is ε, which keeps the division finite
	Schedule Schedule // Schedule is the factor on α in each step; nil is the constant 1
	clock    clock
	s        []float64
}

// NewAdaGrad returns an AdaGrad with PyTorch's ε = 1e-10.
func NewAdaGrad(alpha float64) *AdaGrad { return &AdaGrad{Alpha: alpha, Epsilon: 1e-10} }

// Step implements Optimizer.
func (o *AdaGrad) Step(theta, grad []float64) {
	t := o.clock.tick("AdaGrad", theta, grad)
	if t == 1 {
		o.s = make([]float64, len(theta))
	}
	alpha := o.Alpha * o.Schedule.at(t-1)
	for j, g := range grad {
		o.s[j] += g * g
		theta[j] -= over(alpha*g, math.Sqrt(o.s[j])+o.Epsilon)
	}
}

// Rates implements Optimizer: r_j = α_t/(√s_j + ε), the factor of g_j.
func (o *AdaGrad) Rates(dst []float64) {
	o.clock.rates("AdaGrad", dst, o.Alpha, o.Schedule)
	for j, s := range o.s {
		dst[j] = over(dst[j], math.Sqrt(s)+o.Epsilon)
	}
}

// LearningRate returns α in the last step, by the schedule; in the first, if
// none has been made.
func (o *AdaGrad) LearningRate() float64 { return o.clock.rate(o.Alpha, o.Schedule) }

// Reset implements Optimizer.
func (o *AdaGrad) Reset() { o.clock, o.s = clock{}, nil }

// Check returns a *BadParameter unless 0 < α < ∞ and 0 ≤ ε < ∞.
func (o *AdaGrad) Check() error { return checkSettings(o.Alpha, o.settings()...) }

// String implements Optimizer.
func (o *AdaGrad) String() string { return describe("AdaGrad", o.Alpha, o.Schedule, o.settings()...) }

func (o *AdaGrad) settings() []setting {
	return []setting{{name: "ε", value: o.Epsilon, standard: 1e-10, below: math.Inf(1)}}
}

// RMSProp divides α by the root of a running mean of the squared gradients of
// each weight, v, which starts at 0:
//
//	v_j := β v_j + (1−β) g_j²,  θ_j := θ_j − α g_j/(√v_j + ε).
//
// Unlike AdaGrad it forgets, so that step sizes can grow again. Since v starts
// at 0 the first steps are too long: 1/√(1−β) times α in the very first, 10
// for β = 0.99. With ε = 0 a weight stays where it is as long as v_j is 0, which
// it is for |g_j| below 1e-162 too.
//
// Source: Tieleman and Hinton, "Neural Networks for Machine Learning", lecture
// 6.5, 2012. PyTorch: RMSprop, whose alpha is β.
type RMSProp struct {
	Alpha    float64  // Alpha is α, the learning rate
	Beta     float64  // Beta is β, how much of the mean a step keeps, in [0, 1)
	Epsilon  float64  // Epsilon is ε, which keeps the division finite
	Schedule Schedule // Schedule is the factor on α in each step; nil is the constant 1
	clock    clock
	v        []float64
}

// NewRMSProp returns an RMSProp with PyTorch's β = 0.99 and ε = 1e-8.
func NewRMSProp(alpha float64) *RMSProp {
	return &RMSProp{Alpha: alpha, Beta: 0.99, Epsilon: 1e-8}
}

// Step implements Optimizer.
func (o *RMSProp) Step(theta, grad []float64) {
	t := o.clock.tick("RMSProp", theta, grad)
	if t == 1 {
		o.v = make([]float64, len(theta))
	}
	alpha := o.Alpha * o.Schedule.at(t-1)
	for j, g := range grad {
		o.v[j] = o.Beta*o.v[j] + (1-o.Beta)*g*g
		theta[j] -= over(alpha*g, math.Sqrt(o.v[j])+o.Epsilon)
	}
}

// Rates implements Optimizer: r_j = α_t/(√v_j + ε), the factor of g_j.
func (o *RMSProp) Rates(dst []float64) {
	o.clock.rates("RMSProp", dst, o.Alpha, o.Schedule)
	for j, v := range o.v {
		dst[j] = over(dst[j], math.Sqrt(v)+o.Epsilon)
	}
}

// LearningRate returns α in the last step, by the schedule; in the first, if
// none has been made.
func (o *RMSProp) LearningRate() float64 { return o.clock.rate(o.Alpha, o.Schedule) }

// Reset implements Optimizer.
func (o *RMSProp) Reset() { o.clock, o.v = clock{}, nil }

// Check returns a *BadParameter unless 0 < α < ∞, 0 ≤ β < 1 and 0 ≤ ε < ∞.
func (o *RMSProp) Check() error { return checkSettings(o.Alpha, o.settings()...) }

// String implements Optimizer.
func (o *RMSProp) String() string { return describe("RMSProp", o.Alpha, o.Schedule, o.settings()...) }

func (o *RMSProp) settings() []setting {
	return []setting{
		{name: "β", value: o.Beta, standard: 0.99, below: 1},
		{name: "ε", value: o.Epsilon, standard: 1e-8, below: math.Inf(1)},
	}
}

// over returns a/root, and 0 for a root of 0: without ε the root is 0 as long as a
// weight has had no gradient whose square float64 can tell from 0.
func over(a, root float64) float64 {
	if root == 0 {
		return 0
	}
	return a / root
}
