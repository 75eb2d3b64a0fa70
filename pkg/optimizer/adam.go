package optimizer

import (
	"math"

	"ann/pkg/product"
)

// Adam is momentum and RMSProp together, both as running means that start at 0
// and are corrected for that start. In step t = 1, 2, …
//
//	m_j := β1 m_j + (1−β1) g_j,   m̂_j = m_j/(1 − β1^t)
//	v_j := β2 v_j + (1−β2) g_j²,  v̂_j = v_j/(1 − β2^t)
//	θ_j := θ_j − α m̂_j/(√v̂_j + ε).
//
// While the gradient of a weight keeps its sign and size the step is α,
// whatever that size; when it only flickers about 0 the step is far smaller.
// With ε = 0 a weight stays where it is as long as v_j is 0, which it is for |g_j|
// below 1e-162 too.
//
// Source: Kingma and Ba, arXiv 1412.6980. PyTorch: Adam.
type Adam struct {
	Alpha    float64  // Alpha is α, the learning rate
	Beta1    float64  // Beta1 is β1, how much of the mean gradient a step keeps, in [0, 1)
	Beta2    float64  // Beta2 is β2, how much of the mean square a step keeps, in [0, 1)
	Epsilon  float64  // Epsilon is ε, which keeps the division finite
	Schedule Schedule // Schedule is the factor on α in each step; nil is the constant 1
	clock    clock
	moments  moments
}

// NewAdam returns an Adam with PyTorch's β1 = 0.9, β2 = 0.999 and ε = 1e-8.
func NewAdam(alpha float64) *Adam {
	return &Adam{Alpha: alpha, Beta1: 0.9, Beta2: 0.999, Epsilon: 1e-8}
}

// Step implements Optimizer.
func (o *Adam) Step(theta, grad []float64) {
	t := o.clock.tick("Adam", theta, grad)
	o.moments.step(theta, grad, t, o.Alpha*o.Schedule.at(t-1), o.Beta1, o.Beta2, o.Epsilon)
}

// Rates implements Optimizer: r_j = α_t/(√v̂_j + ε), the factor of m̂_j.
func (o *Adam) Rates(dst []float64) {
	o.clock.rates("Adam", dst, o.Alpha, o.Schedule)
	o.moments.divide(dst, o.clock.t, o.Beta2, o.Epsilon)
}

// LearningRate returns α in the last step, by the schedule; in the first, if
// none has been made.
func (o *Adam) LearningRate() float64 { return o.clock.rate(o.Alpha, o.Schedule) }

// Reset implements Optimizer.
func (o *Adam) Reset() { o.clock, o.moments = clock{}, moments{} }

// Check returns a *BadParameter unless 0 < α < ∞, β1 and β2 are in [0, 1) and
// 0 ≤ ε < ∞.
func (o *Adam) Check() error { return checkSettings(o.Alpha, o.settings()...) }

// String implements Optimizer.
func (o *Adam) String() string { return describe("Adam", o.Alpha, o.Schedule, o.settings()...) }

func (o *Adam) settings() []setting { return adamSettings(o.Beta1, o.Beta2, o.Epsilon) }

// AdamW is Adam with weight decay beside the gradient, not in it. In each step
// first
//
//	θ_j := θ_j − α·decay·θ_j,
//
// then Adam's step with the gradient of J alone. An L2 penalty in J would be
// divided by √v̂_j like the rest of the gradient; the decay is the same for all
// weights. It falls on all of θ, a bias too.
//
// Source: Loshchilov and Hutter, arXiv 1711.05101. PyTorch: AdamW.
type AdamW struct {
	Alpha    float64  // Alpha is α, the learning rate
	Beta1    float64  // Beta1 is β1, how much of the mean gradient a step keeps, in [0, 1)
	Beta2    float64  // Beta2 is β2, how much of the mean square a step keeps, in [0, 1)
	Epsilon  float64  // Epsilon is ε, which keeps the division finite
	Decay    float64  // Decay is PyTorch's weight_decay: a step takes the fraction α·Decay off each weight
	Schedule Schedule // Schedule is the factor on α in each step; nil is the constant 1
	clock    clock
	moments  moments
}

// NewAdamW returns an AdamW with PyTorch's β1 = 0.9, β2 = 0.999, ε = 1e-8 and
// decay 0.01.
func NewAdamW(alpha float64) *AdamW {
	return &AdamW{Alpha: alpha, Beta1: 0.9, Beta2: 0.999, Epsilon: 1e-8, Decay: 0.01}
}

// Step implements Optimizer.
func (o *AdamW) Step(theta, grad []float64) {
	t := o.clock.tick("AdamW", theta, grad)
	alpha := o.Alpha * o.Schedule.at(t-1)
	for j := range theta {
		theta[j] -= alpha * o.Decay * theta[j]
	}
	o.moments.step(theta, grad, t, alpha, o.Beta1, o.Beta2, o.Epsilon)
}

// Rates implements Optimizer: r_j = α_t/(√v̂_j + ε), the factor of m̂_j. The
// decay is not in it.
func (o *AdamW) Rates(dst []float64) {
	o.clock.rates("AdamW", dst, o.Alpha, o.Schedule)
	o.moments.divide(dst, o.clock.t, o.Beta2, o.Epsilon)
}

// LearningRate returns α in the last step, by the schedule; in the first, if
// none has been made.
func (o *AdamW) LearningRate() float64 { return o.clock.rate(o.Alpha, o.Schedule) }

// Reset implements Optimizer.
func (o *AdamW) Reset() { o.clock, o.moments = clock{}, moments{} }

// Check returns a *BadParameter unless 0 < α < ∞, β1 and β2 are in [0, 1), and
// ε and the decay are finite and ≥ 0.
func (o *AdamW) Check() error { return checkSettings(o.Alpha, o.settings()...) }

// String implements Optimizer.
func (o *AdamW) String() string { return describe("AdamW", o.Alpha, o.Schedule, o.settings()...) }

func (o *AdamW) settings() []setting {
	return append(adamSettings(o.Beta1, o.Beta2, o.Epsilon), setting{name: "decay", value: o.Decay, standard: 0.01, below: math.Inf(1)})
}

func adamSettings(beta1, beta2, epsilon float64) []setting {
	return []setting{
		{name: "β1", value: beta1, standard: 0.9, below: 1},
		{name: "β2", value: beta2, standard: 0.999, below: 1},
		{name: "ε", value: epsilon, standard: 1e-8, below: math.Inf(1)},
	}
}

// moments are the running means m of g and v of g², not corrected for their
// start at 0.
type moments struct{ m, v []float64 }

// step makes step t of Adam, t = 1, 2, …
func (s *moments) step(theta, grad []float64, t int, alpha, beta1, beta2, epsilon float64) {
	if t == 1 {
		s.m, s.v = make([]float64, len(theta)), make([]float64, len(theta))
	}
	correct1, correct2 := 1-math.Pow(beta1, float64(t)), 1-math.Pow(beta2, float64(t))
	done := product.AdamVectors(theta, grad, s.m, s.v, product.AdamStep{
		Alpha: alpha, Beta1: beta1, Beta2: beta2, Epsilon: epsilon, Correct1: correct1, Correct2: correct2,
	})
	for j := done; j < len(grad); j++ {
		g := grad[j]
		s.m[j] = beta1*s.m[j] + (1-beta1)*g
		s.v[j] = beta2*s.v[j] + (1-beta2)*g*g
		theta[j] -= over(alpha*(s.m[j]/correct1), math.Sqrt(s.v[j]/correct2)+epsilon)
	}
}

// divide turns α into α/(√v̂_j + ε), after step t.
func (s *moments) divide(dst []float64, t int, beta2, epsilon float64) {
	correct2 := 1 - math.Pow(beta2, float64(t))
	for j, v := range s.v {
		dst[j] = over(dst[j], math.Sqrt(v/correct2)+epsilon)
	}
}
