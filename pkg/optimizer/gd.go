package optimizer

import "ann/pkg/product"

// GD is gradient descent, the deck's rule:
//
//	θ := θ − α g,  g = ∇J(θ).
//
// On a quadratic J whose second derivatives have the eigenvalues λ_k, a step
// multiplies the distance from the minimum along eigenvector k by 1 − αλ_k: it
// converges exactly for α < 2/λ_max, and fastest for α = 2/(λ_min + λ_max).
//
// Source: slide "Optimizers, Example: gradient descent". PyTorch: SGD.
type GD struct {
	Alpha    float64  // Alpha is α, the learning rate
	Schedule Schedule // Schedule is the factor on α in each step; nil is the constant 1
	clock    clock
}

// NewGD returns a GD with a constant α.
func NewGD(alpha float64) *GD { return &GD{Alpha: alpha} }

// Step implements Optimizer.
func (o *GD) Step(theta, grad []float64) {
	t := o.clock.tick("GD", theta, grad)
	product.AddScaled(theta, -o.Alpha*o.Schedule.at(t-1), grad)
}

// Rates implements Optimizer: r_j = α_t, the factor of g_j.
func (o *GD) Rates(dst []float64) { o.clock.rates("GD", dst, o.Alpha, o.Schedule) }

// LearningRate returns α in the last step, by the schedule; in the first, if
// none has been made.
func (o *GD) LearningRate() float64 { return o.clock.rate(o.Alpha, o.Schedule) }

// Stable returns 2/λ_max: on a quadratic J with the largest second
// derivative λ_max, steps with a larger α grow.
func (o *GD) Stable(lambdaMax float64) float64 { return 2 / lambdaMax }

// Reset implements Optimizer.
func (o *GD) Reset() { o.clock = clock{} }

// Check returns a *BadParameter unless 0 < α < ∞.
func (o *GD) Check() error { return checkSettings(o.Alpha) }

// String implements Optimizer.
func (o *GD) String() string { return describe("GD", o.Alpha, o.Schedule) }

// Momentum is gradient descent with a velocity v, which starts at 0:
//
//	v := β v + g,  θ := θ − α v.
//
// v is the sum of the gradients so far, in which that of k steps ago has the
// factor β^k. A gradient that stays the same is multiplied by 1/(1−β) in the
// end, 10 for β = 0.9; one that alternates nearly cancels.
//
// Source: Polyak, USSR Comput. Math. Math. Phys. 4 (1964) 1. PyTorch: SGD with
// momentum (and no dampening).
type Momentum struct {
	Alpha    float64  // Alpha is α, the learning rate
	Beta     float64  // Beta is β, how much of v a step keeps, in [0, 1)
	Schedule Schedule // Schedule is the factor on α in each step; nil is the constant 1
	clock    clock
	v        []float64
}

// NewMomentum returns a Momentum with β = 0.9. (PyTorch's default is 0, which
// is GD; 0.9 is what its documentation uses.)
func NewMomentum(alpha float64) *Momentum { return &Momentum{Alpha: alpha, Beta: 0.9} }

// Step implements Optimizer.
func (o *Momentum) Step(theta, grad []float64) {
	t := o.clock.tick("Momentum", theta, grad)
	if t == 1 {
		o.v = make([]float64, len(theta))
	}
	alpha := o.Alpha * o.Schedule.at(t-1)
	for j, g := range grad {
		o.v[j] = o.Beta*o.v[j] + g
		theta[j] -= alpha * o.v[j]
	}
}

// Rates implements Optimizer: r_j = α_t, the factor of v_j. It is the same for
// all weights; momentum adjusts the direction.
func (o *Momentum) Rates(dst []float64) { o.clock.rates("Momentum", dst, o.Alpha, o.Schedule) }

// LearningRate returns α in the last step, by the schedule; in the first, if
// none has been made.
func (o *Momentum) LearningRate() float64 { return o.clock.rate(o.Alpha, o.Schedule) }

// Stable returns 2(1+β)/λ_max: on a quadratic J with the largest second
// derivative λ_max, steps with a larger α grow.
func (o *Momentum) Stable(lambdaMax float64) float64 { return 2 * (1 + o.Beta) / lambdaMax }

// Reset implements Optimizer.
func (o *Momentum) Reset() { o.clock, o.v = clock{}, nil }

// Check returns a *BadParameter unless 0 < α < ∞ and 0 ≤ β < 1.
func (o *Momentum) Check() error { return checkSettings(o.Alpha, o.settings()...) }

// String implements Optimizer.
func (o *Momentum) String() string { return describe("Momentum", o.Alpha, o.Schedule, o.settings()...) }

func (o *Momentum) settings() []setting {
	return []setting{{name: "β", value: o.Beta, standard: 0.9, below: 1}}
}

// Nesterov is momentum that looks ahead:
//
//	v := β v + g,  θ := θ − α (g + β v).
//
// The velocity is that of Momentum. The step goes along what the velocity would
// be after one more step with the same gradient, so that it brakes earlier where
// the gradient changes sign.
//
// Source: Nesterov, Soviet Math. Dokl. 27 (1983) 372; in this form Sutskever et
// al., ICML 2013. PyTorch: SGD with momentum and nesterov.
type Nesterov struct {
	Alpha    float64  // Alpha is α, the learning rate
	Beta     float64  // Beta is β, how much of v a step keeps, in [0, 1)
	Schedule Schedule // Schedule is the factor on α in each step; nil is the constant 1
	clock    clock
	v        []float64
}

// NewNesterov returns a Nesterov with β = 0.9. (PyTorch has no default: it
// refuses nesterov without a momentum.)
func NewNesterov(alpha float64) *Nesterov { return &Nesterov{Alpha: alpha, Beta: 0.9} }

// Step implements Optimizer.
func (o *Nesterov) Step(theta, grad []float64) {
	t := o.clock.tick("Nesterov", theta, grad)
	if t == 1 {
		o.v = make([]float64, len(theta))
	}
	alpha := o.Alpha * o.Schedule.at(t-1)
	for j, g := range grad {
		o.v[j] = o.Beta*o.v[j] + g
		theta[j] -= alpha * (g + o.Beta*o.v[j])
	}
}

// Rates implements Optimizer: r_j = α_t, the factor of g_j + β v_j.
func (o *Nesterov) Rates(dst []float64) { o.clock.rates("Nesterov", dst, o.Alpha, o.Schedule) }

// LearningRate returns α in the last step, by the schedule; in the first, if
// none has been made.
func (o *Nesterov) LearningRate() float64 { return o.clock.rate(o.Alpha, o.Schedule) }

// Stable returns 2(1+β)/((1+2β) λ_max): on a quadratic J with the largest second
// derivative λ_max, steps with a larger α grow.
func (o *Nesterov) Stable(lambdaMax float64) float64 {
	return 2 * (1 + o.Beta) / (1 + 2*o.Beta) / lambdaMax
}

// Reset implements Optimizer.
func (o *Nesterov) Reset() { o.clock, o.v = clock{}, nil }

// Check returns a *BadParameter unless 0 < α < ∞ and 0 ≤ β < 1.
func (o *Nesterov) Check() error { return checkSettings(o.Alpha, o.settings()...) }

// String implements Optimizer.
func (o *Nesterov) String() string { return describe("Nesterov", o.Alpha, o.Schedule, o.settings()...) }

func (o *Nesterov) settings() []setting {
	return []setting{{name: "β", value: o.Beta, standard: 0.9, below: 1}}
}
